import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import type { MigrationContext } from '../run/context.ts';
import { letServerAlter, noteAlter, type ServerAltered } from '../server-alter.ts';
import { dropUncheckedKeys, forgetUncheckedKeys, noteUncheckedKeys } from '../tables/unchecked-keys.ts';
import type { AddedKeys } from './added-keys.ts';
import { asByCopy } from './as-by-copy.ts';
import { refuseOrphans } from './find-orphans.ts';
import { waitForOlderWriters } from './older-writers.ts';

/*
 * With its checks on the server adds a foreign key only by copying the table while writers wait. With them off it does so in
 * place, and from then on checks every row that is written and every row of the parent that goes. So:
 *
 *   note the names ─ add in place ─ wait for older writers ─ look for rows without a parent ─┬─ none: forget the note
 *                                                                                           └─ some: drop what was added
 *
 * Whoever wrote before the key was there has committed before the rows are looked at, and nobody can break it afterwards. After
 * a death anywhere the note is found by the next run, or by cleanup, which drops the key.
 */

/** @throws GhostshipError `data-does-not-fit` where rows break a key; then nothing is added */
export async function addKeys(
  context: MigrationContext,
  after: TableDefinition,
  added: AddedKeys,
  signal: AbortSignal,
): Promise<ServerAltered> {
  const { control, names, request } = context;
  const keys = { foreignKeys: added.foreignKeys.map(({ name }) => name), indexes: added.indexes };
  await using session = await control.sessions.open('noting what is not checked');
  await noteUncheckedKeys(session, names, keys);
  const done = await addUnchecked(context, after, added, signal).catch(async (error: unknown) => {
    // Where nobody knows whether the keys were added the note stays.
    if (!(error instanceof GhostshipError) || error.tableState !== 'unknown') await forgetUncheckedKeys(session, names);
    throw error;
  });
  try {
    if (control.server.flavor === 'mariadb') {
      await waitForOlderWriters(control.sessions, [names.original, ...parentsOf(added)], signal);
    }
    await refuseOrphans(context, after, signal);
    await forgetUncheckedKeys(session, names);
    return done;
  } catch (error) {
    await using dropping = await control.sessions.open('dropping what is not checked');
    await dropUncheckedKeys(dropping, names).catch((failure: unknown) => {
      throw leftUnchecked(request.statement, keys.foreignKeys, error, failure);
    });
    throw error;
  }
}

async function addUnchecked(context: MigrationContext, after: TableDefinition, added: AddedKeys, signal: AbortSignal) {
  const { control, alter, names, request } = context;
  const done = await letServerAlter(
    control.sessions,
    {
      table: names.original,
      alter: asByCopy(alter, added.foreignKeys, control.server),
      way: 'inplace',
      flavor: control.server.flavor,
      withChecks: false,
      lockBudgetMs: request.options.lockBudgetMs,
      // As long as the keys are noted as unchecked it counts as not done.
      noteSent: noteAlter(context, after, 'inplace'),
    },
    signal,
  );
  if (!('refusal' in done)) return done;
  throw new GhostshipError(
    'unsupported-statement',
    `The server can add the foreign key to ${names.original.name} only by copying the table while writers wait: ${done.refusal}`,
    { hint: 'Run the statement yourself, in a session with foreign_key_checks=1, when they may.' },
  );
}

function parentsOf({ foreignKeys }: AddedKeys) {
  return [...new Map(foreignKeys.map(({ parent }) => [`${parent.schema}.${parent.name}`, parent])).values()];
}

function leftUnchecked(table: string, names: readonly string[], cause: unknown, failure: unknown): GhostshipError {
  return new GhostshipError(
    cause instanceof GhostshipError ? cause.code : 'server-error',
    `${messageOf(cause)} ${table} has the foreign key ${names.join(', ')}, its rows are not checked, and it could not be dropped again: ${messageOf(failure)}`,
    { hint: '`ghostship cleanup` drops it, and so does the next run.', tableState: 'changed', cause },
  );
}
