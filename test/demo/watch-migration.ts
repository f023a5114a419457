import { findMigrations } from '../../src/engine/run/control.ts';
import { connect } from '../../src/mysql/session.ts';
import type { Target } from '../../src/mysql/target.ts';
import { copiedPercent, progressLine } from '../../src/report/progress-line.ts';

/** The engine writes its status twice a second. */
const lookEveryMs = 400;

const barWidth = 20;

/**
 * Shows how far the migration is, read from the database as `ghostship status` reads it, until it is over.
 *
 * @param finished settles when the migration is over
 */
export async function watchMigration<T>(
  target: Target,
  finished: Promise<T>,
  show: (text: string) => void,
): Promise<T> {
  const over = finished.then(
    () => true as const,
    () => true as const,
  );
  while (!(await settlesWithin(over, lookEveryMs))) {
    await using session = await connect(target, 'reading the status');
    const [found] = await findMigrations(session, [target.database]);
    if (found === undefined) continue;
    const { migration } = found;
    const done = Math.round((barWidth * copiedPercent(migration.progress)) / 100);
    show(`${'█'.repeat(done)}${'░'.repeat(barWidth - done)}  ${progressLine(migration.progress)}`);
  }
  return finished;
}

async function settlesWithin(promise: Promise<true>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
