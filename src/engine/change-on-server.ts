import { inspectClone, inspectTable, type TableDefinition } from '../mysql/inspect-table.ts';
import { hasReplicas } from '../mysql/replication.ts';
import { withoutForeignKeys } from '../sql/foreign-keys.ts';
import { indexesInOrderOf } from '../sql/index-order.ts';
import { GhostshipError } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import { addKeys } from './added-keys/add-keys.ts';
import { chooseWay, type TriedStatement, type Way } from './choose-way.ts';
import { mapColumns } from './mapping/column-map.ts';
import { refuseUnloggable } from './mapping/filled-columns.ts';
import { alterOnlyOnServer } from './only-server.ts';
import type { Algorithm } from './outcome.ts';
import { addsChecks } from './probes/checks.ts';
import { refuseHazards } from './probes/refuse-hazards.ts';
import { refuseBrokenTriggers } from './relations/broken-triggers.ts';
import type { MigrationContext } from './run/context.ts';
import { letServerAlter, noteAlter, type RefusedHere, type ServerAltered } from './server-alter.ts';
import { alterClone, type CheapWay, type CloneAltered, type CloneSessions, waysFor } from './tables/alter-clone.ts';
import { type Clone, type CloneRequest, openClone } from './tables/empty-clone.ts';
import { hasRelatives } from './tables/family.ts';
import { dropGhost, recreateGhost } from './tables/ghost.ts';
import { whyNoInstantColumns, whyNoRowVersions } from './tables/instant-columns.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';

/** Unless it is `done` the table must be copied, into a ghost that is altered already or not. */
export type ServerAttempt = 'done' | 'ghost-altered' | 'ghost-not-altered';

/**
 * Lets the server do what it can do instantly, or in place at little cost, and what only the server can do.
 *
 * @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter}, {@link chooseWay},
 *   {@link addKeys} and {@link alterOnlyOnServer} throw
 */
export async function changeOnServer(context: MigrationContext, signal: AbortSignal): Promise<ServerAttempt> {
  const { request, control, original, alter, recorder } = context;
  const notInstant = whyNoInstantColumns(control.server, alter);
  if (notInstant !== null && request.options.algorithm === 'auto') recorder.notice(notInstant);
  const usedUp = request.options.algorithm === 'auto' ? await whyNoRowVersions(control, original, alter) : null;
  if (usedUp !== null) recorder.notice(usedUp);
  const isTriedApart = hasRelatives(original, alter);
  const replicas = await hasReplicas(control.session);
  for (let ways = waysFor(request.options).filter((way) => usedUp === null || way !== 'instant'); ; ) {
    const { altered, after: tried } = isTriedApart ? await tryApart(context, ways) : await tryOnGhost(context, ways);
    const way = await chooseWay(control, { original, alter, altered, after: tried }, request.options, replicas);
    if (request.mustCopy === true && way.kind !== 'copy') throw copiedNoMore(original);
    const after = afterBy(way, original, tried);
    const leavesKeysOut = way.kind === 'copy' && request.options.foreignKeys === 'drop';
    const definition = leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement;
    recorder.define(original.createStatement, control.session.naming.inTheirNames(definition));
    if (way.kind === 'copy') return isTriedApart ? 'ghost-not-altered' : 'ghost-altered';
    if (way.kind === 'add-keys' || (way.kind === 'server' && isHeldAgainstRows(way.way, altered, original, after))) {
      const isWhole = way.kind === 'server' && way.way === 'whole';
      await refuseHazards(control, original, after, mapColumns(original, after, alter), isWhole, signal);
    }
    // The names of its constraints are names of the schema, and the statement gives them to the table.
    if (!isTriedApart) await dropGhost(control.sessions, context.names);
    const done = await carryOut(context, way, after, signal);
    if (!('refusal' in done)) {
      recorder.algorithm = algorithmOf(way);
      recorder.cutoverAttempt(done.attempts, done.lockedMs, null, []);
      return 'done';
    }
    recorder.notice(
      `The server can do this on an empty table but not on this one: ${sentence(done.refusal)} The next way is tried.`,
    );
    ways = altered.way === 'copy' ? [] : ways.slice(ways.indexOf(altered.way) + 1);
    await using session = await control.sessions.open('making the ghost anew');
    await recreateGhost(session, context.names, original);
  }
}

function copiedNoMore({ table }: TableDefinition): GhostshipError {
  return new GhostshipError(
    'plan-changed',
    `${table.name} was to be copied, and by now the server would alter it itself: that has no gate, and leaves no old table to go back to.`,
    { hint: 'Run this again: what has moved since the plan is shown before anything is started.' },
  );
}

/** What the table becomes. A copy has its indexes in the order of the clone, on which that is tried. */
export function afterBy(way: Way, original: TableDefinition, tried: TableDefinition): TableDefinition {
  if (way.kind === 'copy') return tried;
  return { ...tried, createStatement: indexesInOrderOf(original.createStatement, tried.createStatement) };
}

/** What a report calls it. */
export function algorithmOf(way: Way): Algorithm {
  switch (way.kind) {
    case 'copy':
      return 'copy';
    case 'add-keys':
      return 'inplace';
    case 'only-server':
      return 'direct';
    case 'server':
      return way.way === 'whole' ? 'direct' : way.way;
  }
}

/**
 * Where the server would come upon rows that do not fit after a long time, they are looked for before; and where it would not look:
 * MariaDB adds the CHECK of a column without reading a row.
 */
function isHeldAgainstRows(
  way: 'instant' | 'inplace' | 'whole',
  { rebuilds }: CloneAltered,
  original: TableDefinition,
  after: TableDefinition,
): boolean {
  return way === 'whole' || (way === 'inplace' && rebuilds) || addsChecks(original, after);
}

async function carryOut(
  context: MigrationContext,
  way: Exclude<Way, { kind: 'copy' }>,
  after: TableDefinition,
  signal: AbortSignal,
): Promise<ServerAltered | RefusedHere> {
  if (way.kind === 'add-keys') return await addKeys(context, after, way.added, signal);
  if (way.kind === 'only-server') return await alterOnlyOnServer(context, way.only, after, signal);
  const { control, original, alter, request } = context;
  const { lockBudgetMs } = request.options;
  const noteSent = noteAlter(context, after, algorithmOf(way));
  const { flavor } = control.server;
  const work = { table: original.table, alter, way: way.way, flavor, withChecks: true, lockBudgetMs, noteSent };
  return await letServerAlter(control.sessions, work, signal);
}

/** @throws GhostshipError `invalid-statement` with the server's words */
export async function alterGhost({ control, original, alter, names }: MigrationContext): Promise<void> {
  await using altering = await control.sessions.openAsGiven('altering the ghost', 'without checks');
  await alterClone({ asking: control.session, altering }, names.ghost, original.table, alter, control.server, []);
}

export interface Tried {
  readonly altered: CloneAltered;
  /** The clone after the statement. What it refers to, and its definition, are in the names of the original. */
  readonly after: TableDefinition;
  /** See `TriedStatement`. */
  readonly isTriedWith?: TriedStatement['isTriedWith'];
}

/**
 * Alters a clone, which is among its relatives where foreign keys matter.
 *
 * @param sessions both with the checks of a person's session
 */
export async function tryOnClone(
  sessions: CloneSessions,
  clone: Clone,
  { original, alter, server }: CloneRequest,
  ways: readonly CheapWay[],
): Promise<Tried> {
  refuseUnloggable(clone.alter, original.table.name, server.flavor);
  const altered = await alterClone(sessions, clone.name, original.table, clone.alter, server, ways);
  const after = await inspectClone(sessions.asking, clone.name, 'own keys');
  if (after === null) throw cloneGone(original);
  await refuseBrokenTriggers(sessions.asking, clone.name, original, alter);
  return {
    altered,
    after: {
      ...after,
      createStatement: clone.inTheirNames(after.createStatement),
      foreignKeys: after.foreignKeys.map((key) => ({
        name: key.name,
        child: clone.originalOf(key.child),
        parent: clone.originalOf(key.parent),
      })),
    },
  };
}

/** What the server says depends on foreign keys too, which the ghost has not. */
async function tryApart(
  { request, control, original, alter }: MigrationContext,
  ways: readonly CheapWay[],
): Promise<Tried> {
  const { foreignKeys } = request.options;
  const { server } = control;
  await using asking = await control.sessions.openWithChecks('making a clone');
  await using altering = await control.sessions.openAsGiven('trying the statement', 'with checks');
  for (const own of [asking, altering]) await keepOutOfBinlog(own, false);
  const asked = { original, alter, server, foreignKeys, purpose: 'migration' } as const;
  await using clone = await openClone(asking, asked);
  return await tryOnClone({ asking, altering }, clone, asked, ways);
}

async function tryOnGhost(
  { control, original, alter, names }: MigrationContext,
  ways: readonly CheapWay[],
): Promise<Tried> {
  refuseUnloggable(alter, original.table.name, control.server.flavor);
  await using altering = await control.sessions.openAsGiven('altering the ghost', 'without checks');
  const sessions = { asking: control.session, altering };
  const altered = await alterClone(sessions, names.ghost, original.table, alter, control.server, ways);
  const after = await inspectTable(control.session, names.ghost);
  if (after === null) throw cloneGone(original);
  await refuseBrokenTriggers(control.session, names.ghost, original, alter);
  return { altered, after };
}

function cloneGone({ table }: TableDefinition): GhostshipError {
  return new GhostshipError('server-error', `The empty clone of ${table.name} disappeared during the dry run.`, {
    hint: 'Another dry run of the same table may be running; run this one again.',
  });
}
