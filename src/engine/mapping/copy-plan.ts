import type { Watched } from '../../binlog/watched.ts';
import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { changelogKey, changelogWidth } from '../../sql/changelog.ts';
import type { CopyTables } from '../../sql/copy.ts';
import type { SessionSettings } from '../../sql/session-settings.ts';
import type { Sql } from '../../sql/sql.ts';
import { convertingSqlMode, copySqlMode } from '../../sql/sql-mode.ts';
import type { VerifyTables } from '../../sql/verify.ts';
import { GhostshipError } from '../../support/errors.ts';
import { nameOnGhost, type TableNames } from '../tables/table-names.ts';
import { type ColumnMap, mapColumns, type NameChanges } from './column-map.ts';
import { refuseConversions } from './conversion.ts';
import { convertsAsServer, copiedColumns } from './copied-columns.ts';
import { readsClock, refuseUnpinnable } from './filled-columns.ts';
import { chooseMigrationKey, type MigrationKey } from './migration-key.ts';
import { refuseModeDependent } from './mode-dependent.ts';
import { rowsPerInsert } from './rows-per-insert.ts';
import { timeZoneFor } from './time-zone.ts';
import { converts, convertsTemporals, hashedColumns, verifiedColumns } from './verified-columns.ts';

/** How the rows get from the original to the ghost. */
export interface CopyPlan {
  readonly names: TableNames;
  readonly map: ColumnMap;
  readonly key: MigrationKey;
  readonly tables: CopyTables;
  readonly verify: VerifyTables;
  readonly watched: Omit<Watched, 'marksAfter' | 'preparedBefore' | 'isUnlogged' | 'startsBeforeSwap'>;
  /** For every session that reads or writes rows. */
  readonly settings: Pick<SessionSettings, 'sqlMode' | 'timeZone' | 'pinnedSeconds'>;
  readonly rowsEstimated: number;
  readonly rowBytes: number;
  /** True where the ghost has an AUTO_INCREMENT column. */
  readonly hasCounter: boolean;
}

/** @throws GhostshipError `no-migration-key`, `unsupported-statement`, `unsupported-table` */
export function planCopy(
  names: TableNames,
  original: TableDefinition,
  ghost: TableDefinition,
  alter: NameChanges,
  server: Server,
  allow: readonly string[],
  keeps: CopyTables['keeps'] = null,
): CopyPlan {
  const map = mapColumns(original, ghost, alter);
  refuseNewCounter(ghost, map);
  refuseConversions(map, server.flavor);
  refuseDocumentIds(original);
  refuseUnpinnable(map, ghost, original.table.name);
  refuseModeDependent(map, ghost, server);
  const { key, obstacle } = chooseMigrationKey(original, ghost, map, server);
  if (key === null) throw noKey(obstacle);
  const tables: CopyTables = {
    original: names.original,
    ghost: names.ghost,
    columns: copiedColumns(map, ghost, server),
    index: key.index,
    ghostIndex: key.onGhost.name,
    ghostIsUnique: key.onGhost.isUnique,
    key: key.columns,
    neverNull: key.neverNull,
    keeps,
    rowsPerInsert: rowsPerInsert(map, server.flavor),
  };
  return {
    names,
    map,
    key,
    tables,
    verify: {
      copy: tables,
      columns: verifiedColumns(map, server.flavor),
      converts: converts(map, server.flavor),
      sums: key.columns.some(({ exact }) => exact) ? null : hashedColumns(map, original.rowBytes, server.flavor),
    },
    watched: { ...watchedTables(names, original, key, server), tellsGone: keeps !== null },
    settings: {
      timeZone: timeZoneFor(map, ghost, key, server),
      sqlMode: sqlModeFor(map, server, allow),
      pinnedSeconds: readsClock(map, ghost) ? server.askedAtSeconds : null,
    },
    rowsEstimated: original.rowsEstimated,
    rowBytes: original.rowBytes,
    hasCounter: ghost.columns.some((column) => column.autoIncrement),
  };
}

function watchedTables(
  { original: table, changelog, ghost }: TableNames,
  original: TableDefinition,
  key: MigrationKey,
  { nameCase }: Server,
): CopyPlan['watched'] {
  return {
    original: {
      table,
      key: key.columns.map((column) => column.original),
      // Both servers log every column.
      width: original.columns.length,
      hashes: original.indexes.filter(({ unique, type }) => unique && type === 'HASH').length,
      functionalKeys: original.indexes
        .filter(({ columns }) => columns.some(({ column }) => column === null))
        .map(({ name }) => name),
    },
    changelog: { table: changelog, key: changelogKey, width: changelogWidth },
    ghost,
    carriedTriggers: new Map(original.triggers.map(({ name }) => [nameOnGhost(name), name])),
    nameCase,
  };
}

/** @param obstacle why no key of the table serves, in whole sentences */
export function noKey(obstacle: string): GhostshipError {
  return new GhostshipError('no-migration-key', `${obstacle} Rows could not be told apart while they are copied.`, {
    hint: 'Let the server alter the table itself, at a time when writers may wait: name blocking in the option allow.',
  });
}

/** ALTER TABLE numbers rows in the order of the primary key. A copy among writers cannot keep that order. */
function refuseNewCounter(ghost: TableDefinition, map: ColumnMap): void {
  const counter = ghost.columns.find((column) => column.autoIncrement);
  if (counter === undefined || map.some(({ to }) => to === counter)) return;
  throw new GhostshipError(
    'unsupported-statement',
    `The statement adds the AUTO_INCREMENT column ${counter.name}; existing rows would get numbers in no particular order.`,
    {
      hint: 'Add the column without AUTO_INCREMENT, number the rows, and make it AUTO_INCREMENT in a second migration.',
    },
  );
}

/** InnoDB requires that the ids of a full-text index ascend in the order in which rows are written. */
function refuseDocumentIds(original: TableDefinition): void {
  if (!original.columns.some((column) => column.name.toUpperCase() === 'FTS_DOC_ID')) return;
  throw new GhostshipError(
    'unsupported-table',
    `${original.table.name} has a column FTS_DOC_ID, whose values must be written in ascending order.`,
    {
      hint: 'A table that is copied in parallel cannot promise that. Run the statement directly.',
    },
  );
}

/** A person may allow zero dates in columns that do not change. */
function sqlModeFor(map: ColumnMap, server: Server, allow: readonly string[]): Sql {
  const isLenient = allow.includes('zero-dates') && !convertsTemporals(map);
  return isLenient || !convertsAsServer(map, server.flavor)
    ? copySqlMode(server.sqlMode)
    : convertingSqlMode(server.sqlMode);
}
