import assert from 'node:assert/strict';
import { type CopyPlan, planCopy } from '../../src/engine/mapping/copy-plan.ts';
import { requireAlter } from '../../src/engine/preflight/read-alter.ts';
import { openControlConnection } from '../../src/engine/tables/control-connection.ts';
import { Sessions } from '../../src/engine/tables/sessions.ts';
import { nameTables } from '../../src/engine/tables/table-names.ts';
import { inspectTable } from '../../src/mysql/inspect-table.ts';
import type { Session } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import type { TestDatabase } from './servers/index.ts';

/** What a migration would know of `t` and `t_gho`, with a session of a worker of it. */
export async function planTestCopy(
  database: TestDatabase,
): Promise<AsyncDisposable & { readonly plan: CopyPlan; readonly session: Session }> {
  const target = parseTarget(database.url, null);
  await using control = await openControlConnection(target);
  const names = nameTables({ schema: database.name, name: 't' }, false);
  const original = await inspectTable(control.session, names.original);
  const ghost = await inspectTable(control.session, names.ghost);
  assert.ok(original && ghost);
  const plan = planCopy(
    names,
    original,
    ghost,
    requireAlter('ALTER TABLE t FORCE', control.server),
    control.server,
    [],
  );
  const sessions = new Sessions(target, plan.settings);
  const session = await sessions.open('copying rows');
  return { plan, session, [Symbol.asyncDispose]: () => sessions[Symbol.asyncDispose]() };
}
