import type { SchemaErrors } from '../openapi/schema.ts';

/** What was wrong with a request, in the words GitHub uses for it. */
export function schemaMessage(errors: SchemaErrors): string {
  const [error] = errors;
  if (error === undefined) return 'The request does not fit.';
  const { keyword, instancePath, params, message } = error;
  const place = instancePath === '' ? 'the request' : instancePath.slice(1).replaceAll('/', '.');
  switch (keyword) {
    case 'required':
      return `"${params.missingProperty}" wasn't supplied.`;
    case 'maxItems':
      return `No more than ${params.limit} items are allowed in "${place}".`;
    case 'maxLength':
      return `Only ${params.limit} characters are allowed in "${place}".`;
    case 'enum':
      return `For "${place}", only ${JSON.stringify(params.allowedValues)} are allowed.`;
    default:
      return `For "${place}": ${message ?? keyword}.`;
  }
}
