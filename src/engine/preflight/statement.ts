import type { AlterStatement } from '../../sql/parser/alter.ts';
import { refusal, refuseAll } from './refusals.ts';

/** What the text alone rules out. */
export function refuseStatement(alter: AlterStatement): void {
  const table = alter.table.name;
  refuseAll([
    alter.hasIgnore
      ? refusal(
          'statement-not-allowed',
          'ALTER IGNORE throws away rows that do not fit.',
          'Remove IGNORE; correct or delete these rows first.',
        )
      : null,
    alter.renamesTo === null
      ? null
      : refusal(
          'unsupported-statement',
          `The statement renames ${table}.`,
          'Write RENAME TO as a statement of its own, behind this one.',
        ),
    alter.touchesTablespace
      ? refusal('unsupported-statement', 'DISCARD and IMPORT TABLESPACE replace the table’s file.', 'Run it by hand.')
      : null,
  ]);
}

/** What it does to partitions it does to their rows as well. */
export function movesPartitionedRows(alter: AlterStatement): boolean {
  return alter.statement.clauses.some((clause) => clause.kind === 'partition' && withRows.includes(clause.operation));
}

const withRows: readonly string[] = ['drop', 'truncate', 'exchange', 'convert', 'discard', 'import'];
