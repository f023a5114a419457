import type { Row } from '../../mysql/session.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { type NotedStatement, readStatement, textOrNull } from './ledger-run.ts';

/** A statement of a file that the ledger has as completed. */
export interface CompletedStatement extends NotedStatement {
  /** Where the file was when it was applied, if that is somewhere else. */
  readonly movedFrom?: string;
  /** The table as it was before is in its place again. */
  readonly isReverted: boolean;
  /** `2026-01-02 03:04:05 UTC`; `null` for what was carried out before Ghostship came. */
  readonly finished: string | null;
  /** Carried out by a run that died before it could say so: the next run writes it down. */
  readonly isUnwritten?: true;
  /** Seconds since 1970; `null` where it is not known. */
  readonly doneAt: number | null;
  /** When a run has first found its file gone, in seconds since 1970; `null` where none has, or the file is back. */
  readonly goneSince: number | null;
  /** Why nobody can tell whether the file has it applied. */
  readonly doubt?: GhostshipError;
}

/** @param row of `completedColumns` */
export function readCompleted(row: Row): CompletedStatement {
  return {
    ...readStatement(row),
    isReverted: row.state === 'reverted',
    finished: textOrNull(row.finished),
    doneAt: numberOrNull(row.done_at),
    goneSince: numberOrNull(row.gone_since),
  };
}

function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
