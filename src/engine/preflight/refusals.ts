import { GhostshipError } from '../../support/errors.ts';

type Code = ConstructorParameters<typeof GhostshipError>[0];

export function complaint(code: Code, message: string, hint: string): GhostshipError {
  return new GhostshipError(code, message, { hint });
}

/** Throws one error with all complaints. Its code is the one of the first. */
export function refuseAll(found: readonly (GhostshipError | null)[]): void {
  const complaints = found.filter((one) => one !== null);
  const [first] = complaints;
  if (first === undefined) return;
  if (complaints.length === 1) throw first;
  throw new GhostshipError(first.code, complaints.map((one) => one.message).join(' '), {
    hint: complaints.map((one) => one.hint).join(' '),
  });
}
