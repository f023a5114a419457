import assert from 'node:assert/strict';
import { type CopyPlan, planCopy } from '../../src/engine/copy-plan.ts';
import { openDesk } from '../../src/engine/desk.ts';
import { Sessions } from '../../src/engine/sessions.ts';
import { readChange } from '../../src/engine/statement.ts';
import { nameTables } from '../../src/engine/table-names.ts';
import { inspectTable } from '../../src/mysql/inspect-table.ts';
import type { Session } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import type { TestDatabase } from './servers/index.ts';

/** What a migration would know of `t` and `t_gho`, with a session of a worker of it. */
export async function planTestCopy(
  database: TestDatabase,
): Promise<AsyncDisposable & { readonly plan: CopyPlan; readonly session: Session }> {
  const target = parseTarget(database.url, null);
  await using desk = await openDesk(target);
  const names = nameTables({ schema: database.name, name: 't' }, false);
  const original = await inspectTable(desk.session, names.original);
  const ghost = await inspectTable(desk.session, names.ghost);
  assert.ok(original && ghost);
  const plan = planCopy(names, original, ghost, readChange('ALTER TABLE t FORCE', desk.server), desk.server, []);
  const sessions = new Sessions(target, plan.settings);
  const session = await sessions.open('copying rows');
  return { plan, session, [Symbol.asyncDispose]: () => sessions[Symbol.asyncDispose]() };
}
