import type { Column, TableDefinition } from '../mysql/inspect-table.ts';
import type { AlterStatement } from '../sql/parser/alter.ts';
import { GhostshipError } from '../support/errors.ts';
import { refuseZeroUnderCounter } from './mapping/auto-increment.ts';
import { type ColumnMap, mapColumns, noChanges } from './mapping/column-map.ts';
import { chooseMigrationKey } from './mapping/migration-key.ts';
import { addsEmptyPartitions, movesPartitionedRows } from './preflight/statement.ts';
import type { TableOptions } from './preflight/table.ts';
import { refuseHazards } from './probes/refuse-hazards.ts';
import type { MigrateOptions } from './request.ts';
import type { MigrationContext } from './run/context.ts';
import { letServerAlter, noteAlter, type RefusedHere, type ServerAltered, type ServerWay } from './server-alter.ts';
import type { CloneAltered } from './tables/alter-clone.ts';
import { type ControlConnection, openStrictSessions } from './tables/control-connection.ts';
import { countIfSmall } from './tables/small-table.ts';

/** A statement that only the server can carry out, because no copy would be the table that the server makes. */
export interface OnlyServer {
  readonly map: ColumnMap;
  /** `copy` where it numbers rows: in place MySQL gives out numbers in no order. `any` where the server knows only one. */
  readonly way: 'inplace' | 'copy' | 'locked' | 'any';
  /** What the server does, and who waits how long; sentences. */
  readonly reason: string;
}

export type WayOptions = TableOptions & Pick<MigrateOptions, 'algorithm'>;

export interface OnlyServerRequest {
  readonly original: TableDefinition;
  /** An empty clone that the statement has altered. */
  readonly after: TableDefinition;
  readonly altered: CloneAltered;
  readonly alter: AlterStatement;
  readonly replicas: boolean;
  readonly options: WayOptions;
}

/** Of the server's own copy (measured: some 100,000 rows a second, two million in 20 s). */
const bytesPerSecond = 50_000_000;

/** Why there can be no copy. */
interface Obstacle {
  readonly code: 'no-migration-key' | 'unsupported-statement';
  /** Whole sentences. */
  readonly what: string;
  /** What would be wrong with a copy; a whole sentence. */
  readonly because: string;
}

/**
 * What a migration does with a table that cannot be copied.
 *
 * @returns `null` where it can
 * @throws GhostshipError `no-migration-key` or `unsupported-statement` where the table is not small and nobody has allowed the
 *   server to alter it
 */
export async function findOnlyServer(
  { server, session }: ControlConnection,
  request: OnlyServerRequest,
): Promise<OnlyServer | null> {
  const { original, after, altered, alter, replicas, options } = request;
  const { allow, algorithm } = options;
  const map = mapColumns(original, after, alter);
  if (movesPartitionedRows(alter)) return { map, way: 'any', reason: withoutCopy };
  if (server.flavor === 'mariadb' && algorithm === 'auto' && addsEmptyPartitions(alter, original))
    return { map, way: 'any', reason: addsAtOnce };
  const numbered = numberedAnew(after, map);
  const obstacle =
    historyObstacle(original, after) ?? keyObstacle(original, after, map, server) ?? counterObstacle(numbered);
  if (obstacle === null) return null;
  const isAllowed = allow.includes('blocking');
  const rows = await countIfSmall(session, original);
  // Every server numbers them in the order of the primary key.
  const isOrdered = rows === 0 || rows === 1 || original.indexes.some(({ name }) => name === 'PRIMARY');
  const numbersDiffer = numbered !== null && replicas && !isOrdered;
  const way = numbered !== null ? 'copy' : altered.way === 'inplace' ? 'inplace' : 'locked';
  const waiting =
    way === 'inplace' ? 'Writers go on meanwhile, and replicas wait.' : 'Writers wait meanwhile, and so do replicas.';
  const duration = describeSeconds((original.dataBytes + original.indexBytes) / bytesPerSecond);
  if (rows === null && !isAllowed) {
    const hint = isTakenBefore(original, server) ? writeBoth : allowBlocking;
    throw tooLarge(obstacle, duration, waiting, hint);
  }
  if (numbersDiffer && !isAllowed) throw numbersApart(original, numbered);
  const how =
    rows === null
      ? `The server alters the table itself, in about ${duration}.`
      : `The server alters the table itself, at once: it has ${rows} rows.`;
  const apart = numbersDiffer ? ` Replicas may give other rows other numbers in ${numbered.name}.` : '';
  return { map, way, reason: `${obstacle.what} ${how} ${waiting}${apart}` };
}

/** @throws GhostshipError as {@link letServerAlter} does, and `data-does-not-fit`, `duplicate-rows` */
export async function alterOnlyOnServer(
  context: MigrationContext,
  { map, way }: OnlyServer,
  after: TableDefinition,
  signal: AbortSignal,
): Promise<ServerAltered> {
  const { request, control, original, alter, recorder } = context;
  const { target, options } = request;
  const { flavor } = control.server;
  const { lockBudgetMs } = options;
  const noteSent = noteAlter(context, after, 'direct');
  await refuseHazards(control, original, after, map, true, signal);
  await refuseZeroUnderCounter(control.session, original, map);
  await using sessions = openStrictSessions(target, control);
  const tryWay = (tried: ServerWay): Promise<ServerAltered | RefusedHere> =>
    letServerAlter(
      sessions,
      { table: original.table, alter, way: tried, flavor, withChecks: true, lockBudgetMs, noteSent },
      signal,
    );
  if (way === 'inplace') {
    // Among writers the server takes for a duplicate what is one only for a moment.
    const done = await tryWay('inplace').catch((error: unknown) => {
      if (error instanceof GhostshipError && error.code === 'duplicate-rows') return { refusal: error.message };
      throw error;
    });
    if (!('refusal' in done)) return done;
    recorder.notice('The server could not do this among writers. They wait while it tries again.');
  }
  const forced = way === 'any' ? null : await tryWay(way === 'copy' ? 'copy' : 'locked');
  const done = forced === null || 'refusal' in forced ? await tryWay('any') : forced;
  if (!('refusal' in done)) return done;
  throw new GhostshipError(
    'server-error',
    `The server can alter an empty clone of ${original.table.name}, but not the table: ${done.refusal}`,
    { hint: 'Run the statement in a client: the server says why.' },
  );
}

/** MariaDB takes no ALGORITHM beside such a clause. */
const withoutCopy =
  'A copy would bring the rows back. The server drops or empties the partitions itself, at once, and writers wait for a moment.';

const addsAtOnce = 'The server adds the partitions itself, at once, and writers wait for a moment. No row moves.';

/** The original has no history, or it would have been refused before. */
function historyObstacle({ table }: TableDefinition, after: TableDefinition): Obstacle | null {
  if (after.kind !== 'versioned') return null;
  return {
    code: 'unsupported-statement',
    what: `The statement makes ${table.name} system-versioned.`,
    because: 'What writers change while a copy is made would be in its history.',
  };
}

function keyObstacle(
  original: TableDefinition,
  after: TableDefinition,
  map: ColumnMap,
  server: ControlConnection['server'],
): Obstacle | null {
  const { obstacle } = chooseMigrationKey(original, after, map, server);
  if (obstacle === null) return null;
  return { code: 'no-migration-key', what: obstacle, because: 'A copy could not tell its rows apart.' };
}

function counterObstacle(numbered: Column | null): Obstacle | null {
  if (numbered === null) return null;
  return {
    code: 'unsupported-statement',
    what: `The statement adds the AUTO_INCREMENT column ${numbered.name}.`,
    because: 'A copy among writers would give existing rows numbers in no particular order.',
  };
}

function numberedAnew(after: TableDefinition, map: ColumnMap): Column | null {
  return after.columns.find((column) => column.autoIncrement && !map.some(({ to }) => to === column)) ?? null;
}

function describeSeconds(seconds: number): string {
  return seconds < 120 ? `${Math.max(1, Math.ceil(seconds))} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Whether the table has a key, and statements of the same run leave it without one. */
function isTakenBefore(original: TableDefinition, server: ControlConnection['server']): boolean {
  const hasKey = (table: TableDefinition): boolean =>
    chooseMigrationKey(table, table, mapColumns(table, table, noChanges), server).key !== null;
  return original.source !== undefined && hasKey(original.source) && !hasKey(original);
}

const writeBoth =
  'A statement before it takes the key away. Write both in one ALTER TABLE: the rows are told apart by the old key then.';
const allowBlocking = 'Choose a time at which they may wait, and allow it for that run: blocking in the option allow.';

function tooLarge({ code, what, because }: Obstacle, duration: string, waiting: string, hint: string): GhostshipError {
  return new GhostshipError(code, `${what} ${because} Only the server can do this, in about ${duration}. ${waiting}`, {
    hint,
  });
}

function numbersApart({ table }: TableDefinition, { name }: Column): GhostshipError {
  return new GhostshipError(
    'no-migration-key',
    `The statement numbers the rows of ${table.name} in ${name}, and replicas may give other rows other numbers.`,
    { hint: 'If no replica matters, allow it for this run: blocking in the option allow.' },
  );
}
