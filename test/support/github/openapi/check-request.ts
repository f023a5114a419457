import { isObject, type Json, type JsonObject, type Operation, operations } from './document.ts';
import { compileSchema, compileTextSchema, type SchemaErrors } from './schema.ts';

export type CheckedRequest =
  | { readonly kind: 'valid'; readonly query: QueryValues; readonly unknownNames: readonly string[] }
  | { readonly kind: 'invalid'; readonly errors: SchemaErrors };

export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

interface Checks {
  readonly query: (values: object) => SchemaErrors;
  readonly queryNames: ReadonlySet<string>;
  readonly body: (value: unknown) => SchemaErrors;
  readonly closedBody: (value: unknown) => SchemaErrors;
}

const checksById = new Map(operations.map((operation) => [operation.id, lazy(() => checksOf(operation))]));

/**
 * GitHub passes over names it does not know. They are named all the same, because a misspelt `conclusion` is a
 * mistake no matter how kindly it is taken.
 */
export function checkRequest(operation: Operation, search: URLSearchParams, body: Json | undefined): CheckedRequest {
  const checks = checksById.get(operation.id)?.();
  if (checks === undefined) throw new Error(`${operation.id} is not in the description.`);
  const query: Record<string, string | number | boolean> = Object.fromEntries(search);
  const errors = [...checks.query(query), ...checks.body(body)];
  if (errors.length > 0) return { kind: 'invalid', errors };
  return { kind: 'valid', query, unknownNames: unknownNamesIn(checks, search, body) };
}

function checksOf({ parameters, bodySchema }: Operation): Checks {
  const queryParameters = parameters.filter((parameter) => parameter.in === 'query');
  return {
    query: compileTextSchema({
      type: 'object',
      properties: Object.fromEntries(queryParameters.map(({ name, schema }) => [name, schema])),
      required: queryParameters.filter(({ required }) => required).map(({ name }) => name),
    }),
    queryNames: new Set(queryParameters.map(({ name }) => name)),
    body: bodySchema === null ? () => [] : compileSchema(bodySchema),
    closedBody: bodySchema === null ? () => [] : compileSchema(close(bodySchema)),
  };
}

function unknownNamesIn(checks: Checks, search: URLSearchParams, body: Json | undefined): string[] {
  const inQuery = [...search.keys()].filter((name) => !checks.queryNames.has(name));
  const inBody = checks.closedBody(body).map(({ params, message }) => String(params.additionalProperty ?? message));
  return [...inQuery, ...inBody];
}

/** The same schema, taking no property it does not name. */
function close(schema: JsonObject): JsonObject {
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closeInside(value)]));
  const isOpen = isObject(schema.properties) && schema.additionalProperties === undefined;
  return isOpen ? { ...closed, additionalProperties: false } : closed;
}

function closeInside(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => closeInside(item) ?? null);
  return isObject(value) ? close(value) : value;
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
