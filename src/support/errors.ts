import { sentence } from './sentence.ts';

/** What became of the original table. `unknown` means a person must look before anything else is run. */
export type TableState = 'unchanged' | 'changed' | 'unknown';

/**
 * The closed list of error codes. `docs/errors.md` has one entry for each: what happened, what became of the table,
 * what to do. A test holds the two together.
 */
export const errorCodes = [
  'usage',
  'bad-target',
  'config-not-readable',
  'cannot-connect',
  'access-denied',
  'missing-privileges',
  'unreadable-file',
  'unsupported-server',
  'unsupported-statement',
  'unsupported-table',
  'unknown-table',
  'invalid-statement',
  'statement-not-allowed',
  'file-changed-after-apply',
  'plan-changed',
  'plan-not-readable',
  'no-migration-key',
  'binlog-not-usable',
  'leftover-tables',
  'already-running',
  'no-running-migration',
  'no-answer',
  'cannot-revert',
  'duplicate-rows',
  'data-does-not-fit',
  'unexpected-warning',
  'original-changed',
  'stream-broken',
  'cannot-keep-up',
  'critical-load',
  'rows-differ',
  'cutover-gave-up',
  'cutover-unconfirmed',
  'lock-lost',
  'connection-lost',
  'server-error',
  'time-limit',
  'aborted',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The one error people see. Everything else that reaches the top floor is wrapped as `internal`. */
export class GhostshipError extends Error {
  readonly code: ErrorCode;
  /** What to do next, in one or two sentences. */
  readonly hint: string;
  readonly tableState: TableState;

  constructor(code: ErrorCode, message: string, details: { hint: string; tableState?: TableState; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.name = 'GhostshipError';
    this.code = code;
    this.hint = details.hint;
    this.tableState = details.tableState ?? 'unchanged';
  }
}

/**
 * What went wrong first. Where tidying up fails after an error, the runtime throws a SuppressedError that has both
 * (ECMAScript, "Explicit Resource Management"); `later` has what failed afterwards, oldest first.
 */
export function causesOf(error: unknown): { readonly first: unknown; readonly later: readonly unknown[] } {
  const later: unknown[] = [];
  let first = error;
  while (first instanceof Error && first.name === 'SuppressedError' && 'suppressed' in first && 'error' in first) {
    later.unshift(first.error);
    first = first.suppressed;
  }
  return { first, later };
}

/** The error with what failed afterwards. */
export function withLater(error: GhostshipError, later: readonly unknown[]): GhostshipError {
  if (later.length === 0) return error;
  const { code, hint, tableState, cause } = error;
  const words = later.map((one) => messageOf(causesOf(one).first).replace(/\.$/u, '')).join('; ');
  return new GhostshipError(code, `${sentence(error.message)} Afterwards this failed too: ${words}.`, {
    hint,
    tableState,
    cause,
  });
}
