import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { Clause, TableOption } from '../../sql/parser/clause.ts';
import { isUpkeep, reachOf } from '../../sql/parser/reaches-out.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { keepsToItself, movesTo, untriable } from '../tables/only-the-clone.ts';
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
    ...alter.statement.clauses.map(refuseReach),
    movesRowsOfDropped(alter) ? refusal('unsupported-statement', movesThem, leaveAlgorithmOut) : null,
    alter.renamesTo === null && alter.statement.clauses.every((clause) => reachOf(clause) === null)
      ? untriable(alter)
      : null,
  ]);
}

function refuseReach(clause: Clause): GhostshipError | null {
  const reach = reachOf(clause);
  if (reach !== null) return refusal('unsupported-statement', `${reach} takes ${reachesWhat}`, runItYourself);
  if (isUpkeep(clause)) return refusal('unsupported-statement', upkeep, readTheAnswer);
  const engine = clause.kind === 'table-options' ? engineOf(clause.options) : null;
  return engine === null || keepsToItself(engine) ? null : movesTo(engine);
}

const reachesWhat = 'what is not the table itself, so it cannot be tried on a copy of it.';

const upkeep =
  'The statement changes no definition: it looks after partitions, and the server says in rows what came of it, also where it failed.';
const readTheAnswer =
  'Run it yourself, and read the answer of the server. OPTIMIZE rebuilds the whole table while writers wait.';

function engineOf(options: readonly TableOption[]): string | null {
  const value = options.findLast(({ name }) => name === 'ENGINE')?.value ?? null;
  return value === null ? null : value.replaceAll(/^['"`]|['"`]$/gu, '');
}

/** What it does to partitions it does to their rows as well. */
export function movesPartitionedRows(alter: Pick<AlterStatement, 'statement'>): boolean {
  return alter.statement.clauses.some((clause) => clause.kind === 'partition' && withRows.includes(clause.operation));
}

/** Takes whole partitions away or adds empty ones, which the server does at once. */
export function changesWholePartitions(
  alter: Pick<AlterStatement, 'statement'>,
  original: { readonly createStatement: string },
): boolean {
  return movesPartitionedRows(alter) || addsEmptyPartitions(alter, original);
}

/**
 * By HASH and KEY rows move into partitions that are added, and by RANGE and LIST none does. From a DEFAULT partition some would have
 * to, and MariaDB 10.11 leaves them there, where it does not find them any more.
 */
export function addsEmptyPartitions(
  { statement: { clauses } }: Pick<AlterStatement, 'statement'>,
  { createStatement }: { readonly createStatement: string },
): boolean {
  const adds = clauses.some((clause) => clause.kind === 'partition' && clause.operation === 'add');
  return adds && byRangeOrList.test(createStatement) && !withDefault.test(createStatement);
}

/** As SHOW CREATE TABLE writes it: `/*!50100 PARTITION BY RANGE (…` on MySQL, without the comment on MariaDB. */
const byRangeOrList = /^ ?(?:\/\*!\d+ )?PARTITION BY (?:RANGE|LIST)\b/mu;

const withDefault = /^[ (]*PARTITION `(?:[^`]|``)+` DEFAULT\b/mu;

/** Under ALGORITHM=COPY, and only under it, MySQL puts the rows of a dropped partition into another one that takes them. */
function movesRowsOfDropped({ statement: { clauses } }: AlterStatement): boolean {
  const isCopied = clauses.some((clause) => clause.kind === 'algorithm' && /^copy$/iu.test(clause.value));
  return isCopied && clauses.some((clause) => clause.kind === 'partition' && clause.operation === 'drop');
}

const movesThem =
  'With ALGORITHM=COPY the server moves the rows of a dropped partition into another one, as far as that takes them.';
const leaveAlgorithmOut = 'To delete the rows, leave ALGORITHM out. To keep them, write REORGANIZE PARTITION.';

const withRows: readonly string[] = ['drop', 'truncate'];

const runItYourself = 'Run it yourself, where nobody else is altering these tables.';
