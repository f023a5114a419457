import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type JsonObject, openapi } from './document.ts';

const documentName = 'github';
const asWritten = newAjv({});
const fromText = newAjv({ coerceTypes: true, useDefaults: true });
const compiled = new Map<string, ValidateFunction>();

export type SchemaErrors = readonly ErrorObject[];

/** @param pointer of a schema inside the description, as in `/components/schemas/check-run` */
export function checkAgainst(pointer: string, value: unknown): SchemaErrors {
  let validate = compiled.get(pointer);
  if (validate === undefined) {
    validate = asWritten.compile({ $ref: `${documentName}#${pointer}` });
    compiled.set(pointer, validate);
  }
  return errorsOf(validate, value);
}

export function compileSchema(schema: JsonObject): (value: unknown) => SchemaErrors {
  const validate = asWritten.compile(schema);
  return (value) => errorsOf(validate, value);
}

/** The check reads text as the schema wants it ("2" becomes 2) and fills in defaults, in the object it is given. */
export function compileTextSchema(schema: JsonObject): (value: object) => SchemaErrors {
  const validate = fromText.compile(schema);
  return (value) => errorsOf(validate, value);
}

/** Key by key below the description's root, escaped as a JSON pointer inside a URI fragment wants it. */
export function pointerTo(...keys: readonly string[]): string {
  return keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
}

function newAjv(options: { coerceTypes?: boolean; useDefaults?: boolean }): Ajv {
  const ajv = new Ajv({ strict: false, ...options });
  addFormats.default(ajv);
  ajv.addFormat('timestamp', true);
  ajv.addSchema(openapi, documentName);
  return ajv;
}

function errorsOf(validate: ValidateFunction, value: unknown): SchemaErrors {
  return validate(value) ? [] : (validate.errors ?? []);
}
