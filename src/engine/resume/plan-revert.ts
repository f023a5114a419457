import type { Column, TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { CopyTables } from '../../sql/copy.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type ColumnMap, mapColumns, type NameChanges } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import type { MigrationContext } from '../run/context.ts';
import { nameSetAside, type TableNames } from '../tables/table-names.ts';

/**
 * How changes get from the altered table to the retired one, which has nearly all of its rows already.
 *
 * @param retired its definition, whatever its name is now
 * @throws GhostshipError `cannot-revert`, and as {@link planCopy} does
 */
export function planRevert(
  { control, original, alter, names, request }: MigrationContext,
  retired: TableDefinition,
): CopyPlan {
  return planBack({ names, original, retired, changes: alter, server: control.server, allow: request.options.allow });
}

export interface BackAsked {
  readonly names: TableNames;
  /** The altered table. */
  readonly original: TableDefinition;
  readonly retired: TableDefinition;
  /** From the altered table to the retired one. */
  readonly changes: NameChanges;
  readonly server: Server;
  readonly allow: readonly string[];
}

/** @throws GhostshipError as {@link planRevert} does: the plan asks beforehand */
export function planBack({ names, original, retired, changes, server, allow }: BackAsked): CopyPlan {
  const keeps = keptColumns(names, retired, mapColumns(original, retired, changes));
  const plan = planCopy(names, original, retired, changes, server, allow, keeps);
  const { onGhost, columns } = plan.key;
  if (onGhost.isTemporary || !onGhost.isUnique || columns.some(({ exact }) => exact)) throw noCommonKey(names);
  return plan;
}

/** The other way round: what the statement has added goes, and what it has dropped comes back. */
export function backwards({ columnRenames, addedColumns, droppedColumns }: NameChanges): NameChanges {
  return {
    columnRenames: columnRenames.map(({ from, to }) => ({ from: to, to: from })),
    addedColumns: droppedColumns,
    droppedColumns: addedColumns,
  };
}

/** Columns whose values no column of the old definition takes. */
export function lostColumns({ columns }: TableDefinition, map: ColumnMap): string[] {
  return columns
    .filter((column) => column.generated === null && !map.some(({ from }) => from.name === column.name))
    .map(({ name }) => name);
}

/** A column that only the old definition has, and that rows inserted since could not get; `null` where there is none. */
function findColumnWithoutValue(retired: TableDefinition, map: ColumnMap): string | null {
  const found = onlyThere(retired, map).find(({ nullable, hasDefault }) => !nullable && !hasDefault);
  return found?.name ?? null;
}

function keptColumns(names: TableNames, retired: TableDefinition, map: ColumnMap): CopyTables['keeps'] {
  const empty = findColumnWithoutValue(retired, map);
  if (empty !== null) throw noValue(names, empty);
  const kept = onlyThere(retired, map);
  if (kept.length === 0) return null;
  return {
    columns: kept.map(({ name }) => name),
    setAside: nameSetAside(names),
    written: retired.columns.filter(({ generated }) => generated === null).map(({ name }) => name),
  };
}

function onlyThere(retired: TableDefinition, map: ColumnMap): Column[] {
  return retired.columns.filter((column) => column.generated === null && !map.some(({ to }) => to === column));
}

function noValue({ original, retired }: TableNames, column: string): GhostshipError {
  return new GhostshipError('cannot-revert', hasNoValue(original.name, column), {
    hint: `Give ${retired.name} another name, add ${column} again by a new statement, with a default, and bring its values over.`,
  });
}

/** For rows that come after the swap. */
function hasNoValue(table: string, column: string): string {
  return `Rows of ${table} that are inserted after the swap have no value for ${column}, which is NOT NULL and has no default.`;
}

function noCommonKey({ original: { name }, retired }: TableNames): GhostshipError {
  return new GhostshipError(
    'cannot-revert',
    `${name} and the table as it was have no unique key in common by which their rows could be found, in the same collation.`,
    { hint: `Give ${retired.name} another name, and write the change that undoes the statement as a new one.` },
  );
}
