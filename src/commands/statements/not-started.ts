import type { Outcome } from '../../engine/outcome.ts';
import type { FileStatement } from './file-statement.ts';

/** A statement that was not started. */
export function notStarted(statement: Pick<FileStatement, 'file' | 'text'>, table: string): Outcome {
  return {
    file: statement.file,
    statement: statement.text,
    table,
    state: 'queued',
    tableState: 'unchanged',
    algorithm: null,
    rowsCopied: 0,
    changesApplied: 0,
    durationMs: 0,
    copyMs: 0,
    lockedMs: 0,
    attempts: 0,
    verified: null,
    retired: null,
    resumed: false,
    error: null,
  };
}
