import { GhostshipError } from '../../support/errors.ts';
import type { Refused } from '../ledger/applied.ts';

/**
 * Everything that speaks against the statements, one error each.
 *
 * @param foreseen knows all that the rules say, and more of them
 */
export function joinRefused(faults: readonly Refused[], foreseen: readonly Refused[]): Refused[] {
  const others = foreseen.filter(({ statement }) => !faults.some((fault) => fault.statement === statement));
  const joined = faults.map(({ statement, error }) => {
    const also = foreseen.find((one) => one.statement === statement);
    return { statement, error: also === undefined ? error : join(error, also.error) };
  });
  return [...joined, ...others];
}

function join(error: GhostshipError, also: GhostshipError): GhostshipError {
  if (also.code === error.code) return also;
  const { code, message, hint } = error;
  return new GhostshipError(code, `${message}\n${also.message}`, { hint: `${hint} ${also.hint}`, cause: also });
}
