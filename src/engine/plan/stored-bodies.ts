import type { Server } from '../../mysql/server.ts';
import type { Row, Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { namesInBody, type StatementNames } from '../../sql/parser/names-in-body.ts';
import { type StoredKind, selectStoredObjects, storedKinds } from '../../sql/stored-objects.ts';
import { ExactBodies } from './exact-bodies.ts';

/** Bodies that are looked at, of each kind. */
const maxBodies = 200;

/** Views, routines, events and triggers, as `selectStoredObjects` gives them. */
export interface FoundBodies {
  readonly rows: readonly Row[];
  /** False where there were too many to look at all of them. */
  readonly complete: boolean;
}

/**
 * What may name a table. A plan asks for many tables: where there are few bodies all of them are read once, and where there are
 * many the server looks through them for each table.
 */
export class StoredBodies {
  readonly #session: Session;
  readonly #server: Server;
  readonly #exact: ExactBodies;
  readonly #all = new Map<StoredKind, Promise<readonly Row[]>>();
  readonly #names = new Map<string, Promise<readonly StatementNames[]>>();

  constructor(session: Session, server: Server) {
    this.#session = session;
    this.#server = server;
    this.#exact = new ExactBodies(session);
  }

  /**
   * Those that may name the table or may not be read, the ones of its own schema first.
   *
   * @throws ServerError
   */
  async thatMayName(table: TableName, signal: AbortSignal): Promise<FoundBodies> {
    const found: Row[] = [];
    let complete = true;
    for (const kind of storedKinds) {
      signal.throwIfAborted();
      const rows = await this.#ofKind(kind, table);
      complete &&= rows.length <= maxBodies;
      found.push(...rows.slice(0, maxBodies));
    }
    return { rows: await this.#exact.in(found), complete };
  }

  /** @param body with the usual quotes */
  names(body: string, parameters: readonly string[]): Promise<readonly StatementNames[]> {
    const key = JSON.stringify([body, parameters]);
    const names = this.#names.get(key) ?? namesInBody(body, this.#server, parameters);
    this.#names.set(key, names);
    return names;
  }

  async #ofKind(kind: StoredKind, table: TableName): Promise<readonly Row[]> {
    const { flavor } = this.#server;
    const reading = this.#all.get(kind) ?? this.#session.rows(selectStoredObjects(flavor, kind, null, maxBodies + 1));
    this.#all.set(kind, reading);
    const all = await reading;
    if (all.length > maxBodies) return this.#session.rows(selectStoredObjects(flavor, kind, table, maxBodies + 1));
    const candidates = all.filter((row) => mayName(row, table));
    const isOwn = ({ schema_name }: Row): boolean => schema_name === table.schema;
    return [...candidates.filter(isOwn), ...candidates.filter((row) => !isOwn(row))];
  }
}

/** As the server looks through them; a quote within a name may be doubled in the body. */
function mayName({ body, on_schema, on_table }: Row, { schema, name }: TableName): boolean {
  if (on_schema === schema && on_table === name) return false;
  if (body === null || body === '') return true;
  const text = String(body).toLowerCase();
  return name
    .toLowerCase()
    .split(/[`"]/u)
    .every((part) => text.includes(part));
}
