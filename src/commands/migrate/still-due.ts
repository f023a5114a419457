import type { FileStatement } from '../statements/file-statement.ts';
import type { ObserveRun } from './run-event.ts';

/**
 * Tells which files are not this run's any more, each with what has become of it: the beginning of a sentence. A run goes by the
 * commit that has set it off, and what it brings may have been taken back before its turn has come.
 *
 * @throws GhostshipError where it cannot be known
 */
export type WhyNotDue = (files: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** The statements before the first that is not this run's any more. Those behind it keep their place in the order. */
export async function stillDue(
  pending: readonly FileStatement[],
  whyNotDue: WhyNotDue | undefined,
  observe: ObserveRun,
): Promise<readonly FileStatement[]> {
  if (whyNotDue === undefined) return pending;
  const gone = await whyNotDue([...new Set(pending.flatMap(({ file }) => (file === null ? [] : [file])))]);
  const first = pending.findIndex(({ file }) => file !== null && gone.has(file));
  if (first === -1) return pending;
  const statements = pending.slice(first);
  observe({ type: 'not-due', statements, why: gone.get(statements[0]?.file ?? '') ?? '' });
  return pending.slice(0, first);
}

/** Asked right before a statement is begun. */
export async function isStillDue(
  [statement, ...behind]: readonly FileStatement[],
  whyNotDue: WhyNotDue | undefined,
  observe: ObserveRun,
): Promise<boolean> {
  const file = statement?.file ?? null;
  if (statement === undefined || file === null || whyNotDue === undefined) return true;
  const why = (await whyNotDue([file])).get(file);
  if (why === undefined) return true;
  observe({ type: 'not-due', statements: [statement, ...behind], why });
  return false;
}
