import { isObject, type Json, type Operation, object, openapi } from './document.ts';
import { checkAgainst, pointerTo } from './schema.ts';

const jsonType = 'application/json';

/**
 * Holds an answer of ours against the description. Every failure GitHub answers with, described for this call or not,
 * has the shape of `basic-error`. Media types other than JSON are text, of which it says nothing.
 *
 * @throws Error when GitHub could not have answered so: that is a defect of the emulator, not of the client
 */
export function checkResponse(operation: Operation, status: number, mediaType: string, body: Json | undefined): void {
  if (mediaType !== jsonType && status < 400) return;
  const pointer = schemaPointer(operation, status);
  if (pointer === null) {
    if (body !== undefined) throw new Error(`${operation.id} answers ${status} without a body.`);
    return;
  }
  const [error] = checkAgainst(pointer, body);
  if (error === undefined) return;
  throw new Error(`Answer ${status} to ${operation.id} is not GitHub's: ${error.instancePath} ${error.message}.`);
}

function schemaPointer(operation: Operation, status: number): string | null {
  const keys = ['paths', operation.path, operation.method.toLowerCase(), 'responses', String(status)];
  const response = lookUp(keys);
  if (response === undefined) {
    if (status < 400) throw new Error(`${operation.id} never answers ${status}.`);
    return pointerTo('components', 'schemas', 'basic-error');
  }
  const reference = object(response).$ref;
  const place = typeof reference === 'string' ? reference.split('/').slice(1) : keys;
  const content = object(lookUp(place)).content;
  if (content === undefined) return null;
  return pointerTo(...place, 'content', jsonType, 'schema');
}

function lookUp(keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((node, key) => (isObject(node) ? node[key] : undefined), openapi);
}
