import type { MigrationStatus } from '../commands/control/status.ts';
import { inComment } from '../support/command-words.ts';
import { clip } from './clip.ts';

type Orphan = Pick<MigrationStatus, 'table' | 'statement' | 'file' | 'run'>;

/** Of a migration that waits, for the pull request that takes its statement away. */
export function orphanedByMerge({ table, statement, file, run }: Orphan): string {
  const whose = run.pullRequest === null ? '' : ` (#${run.pullRequest})`;
  return `A copy of ${table} waits to be resumed: it was begun by ${clip(statement, 200)} in ${file ?? ''}${whose}. After this merge no run goes on with it. Write ${inComment('abort', table)} to remove it.`;
}

/** Of a migration that waits, for a run that was to go on with it. */
export function orphanedText({ table, file }: Orphan): string {
  return `The migration of ${table} has yielded, and the statement that has begun it is not in ${file ?? ''} any more. Write ${inComment('abort', table)} to remove what it has copied, or bring the statement back to go on with it.`;
}
