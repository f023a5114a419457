import { findMigrations } from '../../engine/run/control.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectUnended } from '../../sql/ledger.ts';
import type { Settings } from '../options/settings.ts';
import { isAtWork, unclear } from './finish-statements.ts';
import type { CompletedStatement, Ledger } from './ledger.ts';
import { readStatement } from './ledger-run.ts';
import { databasesOf } from './places.ts';
import { readUnconfirmed } from './sent-statements.ts';
import { hasLaterColumn } from './upgrade-ledger.ts';

/**
 * What runs that died have carried out and could not write down. A plan must not try it once more. Nothing is changed here: the next
 * run writes it down, before it begins anything.
 *
 * @param place a replica tells less, and what it does not tell is no reason to refuse anything
 * @throws GhostshipError `cutover-unconfirmed` where the tables of the target do not tell, as that run will
 */
export async function findCarriedOut(
  target: Target,
  settings: Settings,
  ledger: Ledger,
  place: 'target' | 'replica',
): Promise<readonly CompletedStatement[]> {
  await using session = await connect(target, 'looking for what runs that died have carried out');
  const unended = await unendedIn(session, target.database, settings.values.namespace);
  if (unended.length === 0) return [];
  const done = new Set([
    ...(await (place === 'target' ? sentAndDone : sentAndReplicated)(target, session)),
    ...(await swappedBy(session, databasesOf(target, settings, await ledger.labels(session)))),
  ]);
  return unended.filter(({ id }) => done.has(id));
}

/** Statements of files that were begun, and whose rows do not say that they are done. */
async function unendedIn(session: Session, schema: string, namespace: string): Promise<CompletedStatement[]> {
  const hasNamespaces = await hasLaterColumn(session, schema, 'namespace');
  if (!hasNamespaces && namespace !== '') return [];
  const rows = (await readIfThere(session, selectUnended(schema, hasNamespaces ? namespace : null))) ?? [];
  return rows.map((row) => ({ ...readStatement(row), isReverted: false, finished: null, isUnwritten: true }));
}

/** @returns ids of the ledger's rows */
async function sentAndDone(target: Target, session: Session): Promise<string[]> {
  const { whatBecameOf } = await import('../../engine/tables/describe-sent.ts');
  const done: string[] = [];
  for (const one of await readUnconfirmed(target)) {
    const state = await whatBecameOf(session, one.sent);
    if (state === 'done') done.push(one.id);
    else if (state === 'unclear' && !(await isAtWork(session, one.sent))) throw unclear(one);
  }
  return done;
}

async function sentAndReplicated(target: Target, session: Session): Promise<string[]> {
  const { whatReplicaHas } = await import('../../engine/tables/describe-sent.ts');
  const done: string[] = [];
  for (const { id, sent } of await readUnconfirmed(target))
    if ((await whatReplicaHas(session, sent)) === 'done') done.push(id);
  return done;
}

async function swappedBy(session: Session, databases: readonly string[]): Promise<string[]> {
  const found = await findMigrations(session, databases);
  return found.filter(({ migration }) => migration.swapped).map(({ migration }) => migration.migrationId);
}
