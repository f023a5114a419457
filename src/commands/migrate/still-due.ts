import type { BeforeSwap } from '../../engine/request.ts';
import { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { type FileStatement, filesOf } from '../statements/file-statement.ts';
import type { ObserveRun } from './run-event.ts';

/**
 * Tells which files are not this run's any more, each with what has become of it: the beginning of a sentence. A run goes by the
 * commit that has set it off, and what it brings may have been taken back before its turn has come.
 *
 * @param how `as known` where an answer of a few seconds ago will do
 * @throws GhostshipError where it cannot be known
 */
export type WhyNotDue = (files: readonly string[], how: 'as known' | 'anew') => Promise<ReadonlyMap<string, string>>;

/** The statements before the first that is not this run's any more. Those behind it keep their place in the order. */
export async function stillDue(
  pending: readonly FileStatement[],
  whyNotDue: WhyNotDue | undefined,
  observe: ObserveRun,
): Promise<readonly FileStatement[]> {
  if (whyNotDue === undefined) return pending;
  const gone = await whyNotDue(filesOf(pending), 'anew');
  const first = pending.findIndex(({ file }) => file !== null && gone.has(file));
  if (first === -1) return pending;
  const statements = pending.slice(first);
  observe({ type: 'not-due', statements, why: gone.get(statements[0]?.file ?? '') ?? '' });
  return pending.slice(0, first);
}

/**
 * Asked before the tables are swapped: a copy takes long, and may have waited for a person. Where it cannot be known, the next run
 * swaps them.
 *
 * @throws GhostshipError `aborted` where the statement is not this run's any more
 */
export async function maySwap(
  statements: readonly FileStatement[],
  whyNotDue: WhyNotDue | undefined,
  observe: ObserveRun,
  { mayWait, hasWaited }: BeforeSwap,
): Promise<'swap' | 'wait'> {
  let isDue: boolean;
  try {
    isDue = await isStillDue(statements, whyNotDue, observe, hasWaited ? 'anew' : 'as known');
  } catch (error) {
    if (!mayWait) throw error;
    const { message } = toGhostshipError(error);
    observe({ type: 'warning', message: `${message} So the next run swaps the tables.` });
    return 'wait';
  }
  if (isDue) return 'swap';
  throw new GhostshipError('aborted', 'A newer commit has taken the statement back, so its tables were not swapped.', {
    hint: 'Nothing is left behind.',
  });
}

/** Asked right before a statement is begun. */
export async function isStillDue(
  [statement, ...behind]: readonly FileStatement[],
  whyNotDue: WhyNotDue | undefined,
  observe: ObserveRun,
  how: 'as known' | 'anew' = 'as known',
): Promise<boolean> {
  const file = statement?.file ?? null;
  if (statement === undefined || file === null || whyNotDue === undefined) return true;
  const why = (await whyNotDue([file], how)).get(file);
  if (why === undefined) return true;
  observe({ type: 'not-due', statements: [statement, ...behind], why });
  return false;
}
