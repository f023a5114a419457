import { findMigrations } from '../../engine/run/control.ts';
import { swapUnclear } from '../../engine/run/swap-sight.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Row, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectUnended } from '../../sql/ledger.ts';
import type { Settings } from '../options/settings.ts';
import type { CompletedStatement } from './completed-statement.ts';
import type { Ledger } from './ledger.ts';
import { dateOf, type NotedStatement, readStatement, textOrNull } from './ledger-run.ts';
import { databasesOf } from './places.ts';
import { readUnconfirmed } from './sent-statements.ts';
import { hasLaterColumn } from './upgrade-ledger.ts';
import { isAtWork, unclear, whatBecame } from './what-became.ts';

/** A statement of a file whose last run has failed, or was ended by a person. The next one begins it again. */
export interface EndedStatement extends NotedStatement {
  readonly state: 'aborted' | 'failed';
  /** ISO 8601, UTC. */
  readonly finished: string | null;
  readonly pullRequest: number | null;
  readonly runUrl: string | null;
  /** What the run has said; `null` where nobody was at work on it. */
  readonly why: string | null;
}

export interface Unfinished {
  readonly carriedOut: readonly CompletedStatement[];
  readonly ended: readonly EndedStatement[];
}

/**
 * What runs that died have carried out and could not write down, and what has ended without that. A plan must not try the first once more.
 * Nothing is changed here: the next run writes it down, before it begins anything.
 *
 * @param place a replica tells less, and what it does not tell is no reason to refuse anything
 * @throws GhostshipError `cutover-unconfirmed` where the tables of the target do not tell, as that run will
 */
export async function findUnfinished(
  target: Target,
  settings: Settings,
  ledger: Ledger,
  place: 'target' | 'replica',
): Promise<Unfinished> {
  await using session = await connect(target, 'looking for what runs that died have carried out');
  const rows = await unendedIn(session, target.database, settings.values.namespace);
  if (rows.length === 0) return { carriedOut: [], ended: [] };
  const done = new Set([
    ...(await (place === 'target' ? sentAndDone : sentAndReplicated)(target, session)),
    ...(await swappedBy(session, databasesOf(target, settings, await ledger.labels(session)))),
  ]);
  const carriedOut = rows
    .map((row) => ({
      ...readStatement(row),
      isReverted: false,
      finished: null,
      doneAt: null,
      goneSince: null,
      isUnwritten: true as const,
    }))
    .filter(({ id }) => done.has(id));
  return { carriedOut, ended: endedAmong(rows) };
}

/** Of each statement the last run counts that has begun it. */
function endedAmong(rows: readonly Row[]): EndedStatement[] {
  const begun = rows.filter((row) => row.ended_as !== null);
  const last = new Map(begun.map((row) => [JSON.stringify([row.file, row.ordinal, row.statement_digest]), row]));
  return [...last.values()].flatMap((row) => {
    const state = row.ended_as;
    if (state !== 'aborted' && state !== 'failed') return [];
    const pullRequest = textOrNull(row.pull_request);
    return {
      ...readStatement(row),
      state,
      finished: dateOf(row.finished),
      pullRequest: pullRequest === null ? null : Number(pullRequest),
      runUrl: textOrNull(row.run_url),
      why: textOrNull(row.why),
    };
  });
}

/** Statements of files that were begun or given up, and whose rows do not say that they are done. */
async function unendedIn(session: Session, schema: string, namespace: string): Promise<readonly Row[]> {
  const hasNamespaces = await hasLaterColumn(session, schema, 'namespace');
  if (!hasNamespaces && namespace !== '') return [];
  return (await readIfThere(session, selectUnended(schema, hasNamespaces ? namespace : null))) ?? [];
}

/** @returns ids of the ledger's rows */
async function sentAndDone(target: Target, session: Session): Promise<string[]> {
  const done: string[] = [];
  for (const one of await readUnconfirmed(target)) {
    const state = await whatBecame(session, one.sent);
    if (state === 'done') done.push(one.id);
    else if (state === 'unclear' && !(await isAtWork(session, one.sent))) throw unclear(one);
  }
  return done;
}

async function sentAndReplicated(target: Target, session: Session): Promise<string[]> {
  const done: string[] = [];
  for (const { id, sent } of await readUnconfirmed(target))
    if ((await whatBecame(session, sent, 'replica')) === 'done') done.push(id);
  return done;
}

async function swappedBy(session: Session, databases: readonly string[]): Promise<string[]> {
  const found = await findMigrations(session, databases);
  for (const { original, migration } of found) {
    const changelog = { schema: original.schema, name: migration.changelog };
    if (migration.swapUnclear) throw swapUnclear({ original, changelog }, migration.migrationId);
  }
  return found.filter(({ migration }) => migration.swapped).map(({ migration }) => migration.migrationId);
}
