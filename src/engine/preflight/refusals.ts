import { GhostshipError } from '../../support/errors.ts';

type Code = ConstructorParameters<typeof GhostshipError>[0];

export function refusal(code: Code, message: string, hint: string): GhostshipError {
  return new GhostshipError(code, message, { hint });
}

/** Throws one error with all refusals. Its code is the one of the first. */
export function refuseAll(found: readonly (GhostshipError | null)[]): void {
  const refusals = found.filter((one) => one !== null);
  const [first] = refusals;
  if (first === undefined) return;
  if (refusals.length === 1) throw first;
  throw new GhostshipError(first.code, refusals.map((one) => one.message).join(' '), {
    hint: joinHints(refusals.map((one) => one.hint)),
  });
}

/** Several hints in one, each sentence once. */
export function joinHints(hints: readonly string[]): string {
  return [...new Set(hints.flatMap((hint) => hint.split(/(?<=[.!?]) (?=\p{Lu})/u)))].join(' ');
}
