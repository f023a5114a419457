import type { Progress } from '../../../src/engine/events.ts';
import type { Run } from '../../faults/support/run.ts';
import { statements as s } from '../../faults/support/statements.ts';
import type { Trial } from '../../faults/support/trial.ts';
import { waitFor } from '../../support/wait-for.ts';

const withinMs = 20_000;

/** What the engine says of itself after it has had a second for everything that reached it before the call. */
export async function laterProgress(run: Run): Promise<Progress> {
  const reports = (): Progress[] => run.events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []));
  const before = reports().length;
  return waitFor(() => reports()[before + 1], { timeoutMs: withinMs, what: 'two reports of progress' });
}

/** Resolves when a change that was committed before the call has been delivered, has become visible and had its turn. */
export async function heartbeatsPass(trial: Trial): Promise<void> {
  const wanted = sentBy(trial, s.heartbeat) + 5;
  await waitFor(() => sentBy(trial, s.heartbeat) >= wanted, { timeoutMs: withinMs, what: 'heartbeats', everyMs: 5 });
}

/** How many statements like this the migration has sent so far. */
export function sentBy(trial: Trial, pattern: RegExp): number {
  return trial.tap.wires.flatMap(({ statements }) => statements).filter((text) => pattern.test(text)).length;
}

/** Runs each statement on the table and on its control copy, in one transaction; `§` is the table. */
export async function change(trial: Trial, ...statements: readonly string[]): Promise<void> {
  const session = await trial.connect();
  await session.query('BEGIN');
  for (const statement of statements) {
    for (const table of ['t', 'control']) await session.query(statement.replaceAll('§', table));
  }
  await session.query('COMMIT');
  await session.end();
}
