import type { QueryValues } from '../openapi/check-request.ts';
import type { JsonObject, Operation } from '../openapi/document.ts';
import type { Urls } from '../shape/urls.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';

/** A request that has been let through: known, permitted and of the right form. */
export interface Call {
  readonly operation: Operation;
  readonly world: World;
  readonly urls: Urls;
  /** The address without its query, as the client may write it. */
  readonly address: string;
  readonly accept: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: QueryValues;
  readonly body: JsonObject;
  readonly actor: Account;
  readonly repository: Repository;
}

/** The body as the description has it; the request was held against that before any handler sees it. */
export function bodyOf<T>(call: Call): T {
  return call.body as T;
}

/** @throws Error when the description has no such integer in the path, which is a defect of the handler */
export function numberIn(call: Call, name: string): number {
  const value = Number(call.path[name]);
  if (!Number.isInteger(value)) throw new Error(`${call.operation.path} has no number ${name}.`);
  return value;
}

/** @throws Error when the description has no such part in the path, which is a defect of the handler */
export function textIn(call: Call, name: string): string {
  const value = call.path[name];
  if (value === undefined) throw new Error(`${call.operation.path} has no ${name}.`);
  return value;
}
