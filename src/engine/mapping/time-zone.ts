import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { Clause } from '../../sql/parser/clause.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import { serverTimeZone, utc } from '../../sql/session-settings.ts';
import type { Sql } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from './column-map.ts';
import { withoutTexts } from './filled-columns.ts';
import type { MigrationKey } from './migration-key.ts';

/**
 * Sessions use UTC, because in UTC no hour comes twice. But where the statement turns TIMESTAMP into another type, or back, or the
 * server computes something of a row, the values depend on the time zone. Then sessions use the server's zone, as the server's own
 * ALTER does.
 *
 * @throws GhostshipError `unsupported-table`
 */
export function timeZoneFor(map: ColumnMap, ghost: TableDefinition, key: MigrationKey, server: Server): Sql {
  if (!converts(map) && !computes(map, ghost)) return utc;
  const isUtc = ['UTC', '+00:00'].includes(server.timeZone.toUpperCase());
  if (!isUtc && key.columns.some(({ original }) => original.kind === 'timestamp')) {
    throw new GhostshipError(
      'unsupported-table',
      `The migration key ${key.index} has a TIMESTAMP, and the copy must convert or compute values in the time zone ${server.timeZone}.`,
      {
        hint: 'Give the table a unique key without a TIMESTAMP. Where the statement converts the column, do that in a migration of its own.',
      },
    );
  }
  return serverTimeZone;
}

/** True where the result of a conversion depends on the time zone of the session. */
function converts(map: ColumnMap): boolean {
  return map.some(
    ({ from, to }) => from.dataType !== to.dataType && [from.dataType, to.dataType].includes('timestamp'),
  );
}

/** Whether the server computes anything of the ghost's rows that depends on it: columns, defaults, keys, checks. */
function computes(map: ColumnMap, { createStatement, columns }: TableDefinition): boolean {
  const copied = new Set(map.map(({ to }) => to.name.toLowerCase()));
  const instants = columns.filter(({ dataType }) => dataType === 'timestamp').map(({ name }) => name.toLowerCase());
  return (readTable(createStatement)?.elements ?? []).some((element) => {
    if (!isComputed(element, copied)) return false;
    const text = withoutTexts(createStatement.slice(element.start, element.end)).toLowerCase();
    return readsZone.test(text) || instants.some((name) => text.includes(name));
  });
}

function isComputed(element: Clause, copied: ReadonlySet<string>): boolean {
  if (element.kind === 'add-check') return true;
  if (element.kind === 'add-index') return element.parts.some(({ column }) => column === null);
  if (element.kind !== 'add-column') return false;
  const { name, generated, default: byDefault, checks } = element.column;
  const isFilled = !copied.has(name.text.toLowerCase()) && ['now', 'expression'].includes(byDefault?.kind ?? '');
  return generated !== null || checks.length > 0 || isFilled;
}

/** Functions that read the clock or count from an instant, and the type that is one. */
const readsZone =
  /\b(?:now|curdate|curtime|current_(?:date|time|timestamp)|local(?:time|timestamp)|from_unixtime|unix_timestamp|convert_tz|timestamp)\b/u;
