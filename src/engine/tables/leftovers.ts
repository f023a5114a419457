import { type ChangelogComment, isChangelog, migrationComment } from '../../sql/changelog.ts';
import { sentryComment, viewComment } from '../../sql/cutover.ts';
import { dropTables, dropViews } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { ghostLabel, retiredLabel, type TableNames } from './table-names.ts';

/**
 * The changelog is created first and dropped last, so a ghost beside a changelog is ours. We make no views. A plan asks the same.
 *
 * @throws GhostshipError `leftover-tables`
 */
export function refuseLeftovers(
  { ghost, changelog, retired }: TableNames,
  comments: ReadonlyMap<TableName, string>,
  comment: ChangelogComment = migrationComment,
): void {
  const isOurs = isChangelog(comments.get(changelog), comment);
  const foreign = [
    ...(comments.has(changelog) && !isOurs ? [changelog] : []),
    ...(comments.has(ghost) && (!isOurs || comments.get(ghost) === viewComment) ? [ghost] : []),
    ...(comments.has(retired) && comments.get(retired) !== sentryComment ? [retired] : []),
  ];
  if (foreign.some((table) => table !== retired)) throw leftovers(foreign, comments);
}

/**
 * What only a swap needs of the names: that the one of the retired table is free, and that the original's comes first.
 *
 * @throws GhostshipError `leftover-tables`, `unsupported-table`
 */
export function refuseNames(names: TableNames, comments: ReadonlyMap<TableName, string>): void {
  const { retired } = names;
  if (!names.originalSortsFirst) throw tooLong(names);
  if (comments.get(retired) === madeByRun)
    throw takenByRun(retired, 'Or write what it changes into the earlier statement.');
  if (comments.has(retired) && comments.get(retired) !== sentryComment) throw takenName(names, comments);
}

const dropsRetired = '`ghostship cleanup --retired drop` drops it';

/** Somebody has a table with the name that the table as it was gets by the swap. */
export function takenName(
  { retired }: Pick<TableNames, 'retired'>,
  comments: ReadonlyMap<TableName, string>,
): GhostshipError {
  return leftovers([retired], comments, comments.get(retired) === viewComment ? undefined : dropsRetired);
}

/** Somebody has made it there since the table as it was became the ghost. An ended revert needs the name as well. */
export function takenFromRevert(names: TableNames): GhostshipError {
  const [taken, table] = [retiredLabel(names), names.original.name];
  return new GhostshipError(
    'leftover-tables',
    `${taken} is somebody's, and the revert of ${table} needs the name. ${table} as it was is called ${ghostLabel(names)} until the revert is over.`,
    { hint: `Rename ${taken}, and run this again.` },
  );
}

function tooLong({ original: { name } }: TableNames): GhostshipError {
  return new GhostshipError(
    'unsupported-table',
    `The name ${name} is too long for the swap, with the characters it has.`,
    {
      hint: 'Give the table a name of at most 60 characters: RENAME TABLE does that at once.',
    },
  );
}

/** Stands for the comment of a table that an earlier statement of the run makes: it is not there yet. */
export const madeByRun = 'made by an earlier statement of the run';

/** @param besides another way round it, as a sentence */
export function takenByRun({ name }: TableName, besides: string | null): GhostshipError {
  const hint = `The table as it was is kept under this name, after DROP TABLE and with retired: keep. Run the statements before this one first, then \`ghostship cleanup --retired drop\`, which drops ${name}, then this one.`;
  return new GhostshipError(
    'leftover-tables',
    `An earlier statement of the run makes ${name}, and Ghostship needs the name.`,
    { hint: besides === null ? hint : `${hint} ${besides}` },
  );
}

/** @param remedy for tables that an earlier migration has left and that nobody needs */
export function leftovers(
  tables: readonly TableName[],
  comments: ReadonlyMap<TableName, string>,
  remedy = howToDrop(tables, comments),
): GhostshipError {
  const names = tables.map((table) => table.name).join(', ');
  const [exist, what, it] = tables.length === 1 ? ['exists', 'the name', 'it'] : ['exist', 'the names', 'them'];
  return new GhostshipError('leftover-tables', `${names} ${exist} and Ghostship needs ${what}.`, {
    hint: `If an earlier migration has left ${it} and nobody needs ${it}, ${remedy}. If somebody uses ${it}, rename ${it}.`,
  });
}

function howToDrop(tables: readonly TableName[], comments: ReadonlyMap<TableName, string>): string {
  const views = tables.filter((table) => comments.get(table) === viewComment);
  const others = tables.filter((table) => !views.includes(table));
  const statements = [
    ...(others.length > 0 ? [dropTables(others)] : []),
    ...(views.length > 0 ? [dropViews(views)] : []),
    // The names have backticks of their own.
  ].map(({ text }) => `\`\` ${text} \`\``);
  return `${statements.join(' and ')} ${statements.length === 1 ? 'drops' : 'drop'} ${tables.length === 1 ? 'it' : 'them'}`;
}
