import type { MigrationContext } from './run/context.ts';
import { hasReplicas, isWorthDoingOnServer, letServerAlter } from './server-alter.ts';
import { alterClone, type CheapWay, type CloneAltered, cheapWays } from './tables/alter-clone.ts';
import { openClone } from './tables/empty-clone.ts';
import { hasRelatives } from './tables/family.ts';
import { recreateGhost } from './tables/ghost.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';

/** Unless it is `done` the table must be copied, into a ghost that is altered already or not. */
export type ServerAttempt = 'done' | 'ghost-altered' | 'ghost-not-altered';

/**
 * Lets the server do what it can do instantly, or in place at little cost.
 *
 * @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter} throws
 */
export async function changeOnServer(context: MigrationContext, signal: AbortSignal): Promise<ServerAttempt> {
  const { request, control, original, alter, names, recorder } = context;
  const { lockBudgetMs } = request.options;
  const isRehearsed = hasRelatives(original);
  const replicas = await hasReplicas(control.session);
  for (let ways = request.options.algorithm === 'auto' ? cheapWays : []; ; ) {
    const { way, ...altered } = isRehearsed ? await rehearse(context, ways) : await tryOnGhost(context, ways);
    if (way === 'copy' || !isWorthDoingOnServer({ way, ...altered }, alter, original, replicas))
      return isRehearsed ? 'ghost-not-altered' : 'ghost-altered';
    const done = await letServerAlter(control.sessions, original.table, alter, way, lockBudgetMs, signal);
    if (done !== null) {
      recorder.algorithm = way;
      recorder.cutoverAttempt(done.attempts, done.lockedMs, null);
      return 'done';
    }
    recorder.notice('The server can do this on an empty table but not on this one; the next way is tried.');
    ways = ways.slice(ways.indexOf(way) + 1);
    await using session = await control.sessions.open('making the ghost anew');
    await recreateGhost(session, names, original);
  }
}

/** @throws GhostshipError `invalid-statement` with the server's words */
export async function alterGhost({ control, original, alter, names }: MigrationContext): Promise<void> {
  await using session = await control.sessions.open('altering the ghost');
  await alterClone(session, names.ghost, original.table, alter, control.server.flavor, []);
}

/** What the server says depends on foreign keys too, which the ghost has not. */
async function rehearse(
  { request, control, original, alter }: MigrationContext,
  ways: readonly CheapWay[],
): Promise<CloneAltered> {
  const { foreignKeys } = request.options;
  const { flavor } = control.server;
  await using session = await control.sessions.openWithChecks('trying the statement');
  await keepOutOfBinlog(session, false);
  await using clone = await openClone(session, { original, alter, flavor, foreignKeys, purpose: 'migration' });
  return await alterClone(session, clone.name, original.table, alter, flavor, ways);
}

async function tryOnGhost(
  { control, original, alter, names }: MigrationContext,
  ways: readonly CheapWay[],
): Promise<CloneAltered> {
  await using session = await control.sessions.open('altering the ghost');
  return await alterClone(session, names.ghost, original.table, alter, control.server.flavor, ways);
}
