import { isServerError, type ServerError } from '../../mysql/server-errors.ts';

export const allowZeroDates = 'To keep dates with zeros, put zero-dates in the option allow.';

/** The hint for an error about a date with zeros; `otherwise` for any other error. */
export function hintFor(error: ServerError, otherwise: string): string {
  const isValue =
    isServerError(error, 'ER_TRUNCATED_WRONG_VALUE') && /'(?:0000-|\d{4}-00-|\d{4}-\d{2}-00)/u.test(error.message);
  return isValue || isServerError(error, 'ER_INVALID_DEFAULT') ? `${allowZeroDates} ${otherwise}` : otherwise;
}
