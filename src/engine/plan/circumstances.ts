import { type Column, sameName, type TableDefinition, withoutCounter } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { cascades, readForeignKeys } from '../../sql/foreign-keys.ts';
import { ident, tableName } from '../../sql/sql.ts';
import { expressionModes, modesOf } from '../../sql/sql-mode.ts';
import type { Look } from '../direct/check-renames.ts';
import type { ColumnMap } from '../mapping/column-map.ts';
import { sameTable } from '../preflight/foreign-keys.ts';
import { seesTriggers } from '../preflight/privileges.ts';
import { type Circumstance, newTable } from './circumstance.ts';
import type { DryRun } from './dry-run.ts';

export function madeAs({ createStatement }: TableDefinition): Circumstance {
  return { what: newTable, is: withoutCounter(createStatement) };
}

export function definedAs(label: string, { createStatement }: TableDefinition): Circumstance {
  return { what: `The table ${label}`, is: withoutCounter(createStatement) };
}

/** A table whose rows a statement changes: what of it decides how. An index that is not unique does not. */
export function writtenAs(label: string, { createStatement }: TableDefinition): Circumstance {
  const lines = withoutCounter(createStatement)
    .split('\n')
    .map((line) => line.replace(/,$/u, ''))
    .filter((line) => !/^\s*(?:FULLTEXT |SPATIAL )?KEY /u.test(line));
  return { what: `The table ${label}`, is: lines.join('\n') };
}

/** @returns none for a user who would not see all of it */
export async function followedBy(
  session: Session,
  label: string,
  definition: TableDefinition,
  look: Look,
): Promise<Circumstance[]> {
  if (!(await seesTriggers(session, (definition.source ?? definition).table))) return [];
  const triggers = definition.triggers.map(
    ({ name, timing, event, body }) => `TRIGGER ${ident(name).text} ${timing} ${event} ${body ?? ''}`,
  );
  const children = await followersOf(definition, look, []);
  return [{ what: `What changes with the rows of ${label}`, is: [...triggers, ...children.toSorted()].join('\n') }];
}

/** Tables in which the server changes rows where those of this one change, and those behind them. */
async function followersOf(parent: TableDefinition, look: Look, seen: TableDefinition['table'][]): Promise<string[]> {
  if (seen.some((table) => sameTable(table, parent.table))) return [];
  const lines: string[] = [];
  for (const { name, child } of parent.foreignKeys.filter((key) => sameTable(key.parent, parent.table))) {
    const definition = await look(child);
    const key = readForeignKeys(definition?.createStatement ?? '', child.schema).find((own) =>
      sameName(own.name, name),
    );
    if (definition === null || key === undefined || !cascades(key)) continue;
    lines.push(`CHILD ${tableName(child).text} (${key.columns.join(', ')}) ${key.actions}`);
    lines.push(...(await followersOf(definition, look, [...seen, parent.table])));
  }
  return [...new Set(lines)];
}

/** What a statement makes of values that are there. */
interface Conversion {
  readonly original: TableDefinition;
  readonly after: TableDefinition;
  readonly map: ColumnMap;
}

/** Where the rows of a table are written anew: settings of the server by which values become others. */
export async function convertingBy(dryRun: DryRun, conversion: Conversion): Promise<Circumstance[]> {
  const server = await targetServer(dryRun);
  if (server === null) return [];
  return [
    ...(needsZone(conversion) ? [zoneOf(server)] : []),
    ...(needsModes(conversion) ? [modesOfExpressions(server)] : []),
  ];
}

/** The same for a statement that changes rows. */
export async function computingBy(
  dryRun: DryRun,
  statement: string,
  tables: readonly TableDefinition[],
): Promise<Circumstance[]> {
  const server = await targetServer(dryRun);
  if (server === null) return [];
  const hasZone = aboutTime.test(statement) || tables.some(({ columns }) => columns.some(isTimestamp));
  return [...(hasZone ? [zoneOf(server)] : []), { what: 'The sql_mode of the server', is: sorted(server.sqlMode) }];
}

const aboutTime = /\b(?:now|sysdate|\w*time\w*|date\w*|cur\w+|day\w*|hour|month\w*|year\w*|week\w*)\b/iu;

function needsZone({ original, after, map }: Conversion): boolean {
  const converts = map.some(({ from, to }) => isTimestamp(from) !== isTimestamp(to));
  const added = after.columns.filter((column) => !map.some(({ to }) => to === column));
  const fills = added.some((column) => isTimestamp(column) && column.hasDefault);
  const computes = added.some(({ generated }) => generated !== null) && original.columns.some(isTimestamp);
  return converts || fills || computes;
}

function needsModes({ after, map }: Conversion): boolean {
  return (
    map.some(({ from, to }) => from.columnType !== to.columnType) ||
    after.columns.some(({ generated }) => generated !== null)
  );
}

function isTimestamp({ dataType }: Column): boolean {
  return dataType === 'timestamp';
}

function zoneOf({ timeZone }: Server): Circumstance {
  return { what: 'The time_zone of the server', is: timeZone === 'UTC' ? '+00:00' : timeZone };
}

function modesOfExpressions({ sqlMode }: Server): Circumstance {
  return { what: 'The sql_mode of the server', is: sorted(modesOf(sqlMode, expressionModes).join(',')) };
}

function sorted(modes: string): string {
  return modes.split(',').toSorted().join('\n');
}

/** A replica may have settings of its own, and rows are written on the target. */
async function targetServer(dryRun: DryRun): Promise<Server | null> {
  const target = await dryRun.target();
  return typeof target === 'string' ? null : target.control.server;
}
