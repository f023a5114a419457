import { readFileSync } from 'node:fs';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonObject;
}

export interface Operation {
  /** GitHub's own name: `checks/create`. */
  readonly id: string;
  readonly method: Method;
  /** `/repos/{owner}/{repo}/check-runs` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly bodySchema: JsonObject | null;
  readonly documentationUrl: string;
}

/** GitHub's description as JSON Schema: OpenAPI 3.0's `nullable` is said in a way every validator understands. */
export const openapi: JsonObject = loadDescription();

export const operations: readonly Operation[] = Object.entries(object(openapi.paths)).flatMap(([path, item]) =>
  Object.entries(object(item)).map(([method, operation]) => readOperation(path, method, object(operation))),
);

/** @throws Error when the value is no JSON object; `description` is our own file, so that is a defect of it */
export function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error(`Expected a JSON object, found ${JSON.stringify(value)}.`);
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function loadDescription(): JsonObject {
  const text = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
  return object(JSON.parse(text, (_key, value: unknown) => (isObject(value) ? allowNull(value) : value)));
}

// Two spellings of GitHub's are beyond what ajv reads into `nullable`: beside an enum that does not list null, and
// beside a `oneOf` that has no type of its own.
function allowNull(schema: JsonObject): JsonObject {
  if (schema.nullable !== true) return schema;
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum, null] };
  if (schema.type !== undefined) return schema;
  const { nullable: _, ...rest } = schema;
  return { anyOf: [rest, { type: 'null' }] };
}

function readOperation(path: string, method: string, operation: JsonObject): Operation {
  return {
    id: text(operation.operationId),
    method: text(method).toUpperCase() as Method,
    path,
    parameters: list(operation.parameters).map((parameter) => readParameter(resolve(object(parameter)))),
    bodySchema: readBodySchema(operation.requestBody),
    documentationUrl: text(object(operation.externalDocs).url),
  };
}

function readParameter(parameter: JsonObject): Parameter {
  return {
    name: text(parameter.name),
    in: parameter.in === 'path' ? 'path' : 'query',
    required: parameter.required === true,
    schema: object(parameter.schema),
  };
}

function readBodySchema(requestBody: Json | undefined): JsonObject | null {
  if (requestBody === undefined) return null;
  const content = object(object(requestBody).content);
  return object(object(content['application/json']).schema);
}

function resolve(value: JsonObject): JsonObject {
  const reference = value.$ref;
  if (typeof reference !== 'string') return value;
  const target = reference
    .split('/')
    .slice(1)
    .reduce((node, key) => object(node[key]), openapi);
  return resolve(target);
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`Expected a string, found ${JSON.stringify(value)}.`);
  return value;
}
