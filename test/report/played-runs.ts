import type { RunEvent } from '../../src/commands/migrate/run-event.ts';
import { failed, runOutcome } from '../../src/commands/migrate/run-outcome.ts';
import { notStarted } from '../../src/commands/statements/not-started.ts';
import type { EngineEvent, Hold, Progress } from '../../src/engine/events.ts';
import type { MigrationState, Outcome } from '../../src/engine/outcome.ts';
import { outcomeVerdict } from '../../src/report/outcome-verdict.ts';
import type { ReportedRun } from '../../src/report/report-page/report-page.ts';
import { RunRecord } from '../../src/report/run-record/run-record.ts';
import { GhostshipError } from '../../src/support/errors.ts';

/*
 * Runs as an engine tells them, on a clock that jumps: an hour takes no time. What a real engine tells is played by the tests
 * with servers; these are for what takes hours, or goes wrong.
 */

const second = 1_000;
const minute = 60 * second;

class Play {
  readonly record = new RunRecord();
  readonly outcomes: Outcome[] = [];
  readonly #startedAt = new Date('2026-11-29T08:00:00Z');
  #nowMs = 0;
  #rows = 0;
  #lagMs = 40;
  #text = '';
  #table = '';

  get nowMs(): number {
    return this.#nowMs;
  }

  get rows(): number {
    return this.#rows;
  }

  start(table: string, text: string, [number, total] = [1, 1]): void {
    this.#text = text;
    this.#table = table;
    this.#rows = 0;
    this.tell({ type: 'started', statement: { file: 'migrations/7.sql', text }, id: 'x', table, number, total });
  }

  tell(event: RunEvent): void {
    this.record.observe(event);
  }

  engine(event: EngineEvent): void {
    this.tell({ type: 'engine', event });
  }

  enter(state: MigrationState): void {
    this.engine({ type: 'state', table: this.#table, state });
  }

  keep(rows: number): void {
    this.#rows = rows;
    this.engine({ type: 'resumed', table: this.#table, migrationId: 'a1b2c3d4', rows, ageMs: 7 * minute });
  }

  /** @param rate rows in a second, by the second */
  pass(
    forMs: number,
    state: MigrationState,
    rate: (at: number) => number,
    seen: (at: number) => Partial<Progress>,
  ): void {
    for (let at = 0; at < forMs; at += second) {
      this.#nowMs += second;
      this.#rows += Math.round(rate(at));
      const progress: Progress = { ...calm, state, rowsCopied: this.#rows, streamLagMs: this.#lagMs, ...seen(at) };
      this.engine({ type: 'progress', table: this.#table, progress });
    }
  }

  wait(forMs: number): void {
    this.#nowMs += forMs;
  }

  end(outcome: Partial<Outcome>, error: GhostshipError | null = null): void {
    const statement = { file: 'migrations/7.sql', text: this.#text };
    const base = error === null ? notStarted(statement, this.#table) : failed(statement, this.#table, error);
    const ended: Outcome = { ...base, durationMs: this.#nowMs, rowsCopied: this.#rows, ...outcome };
    this.outcomes.push(ended);
    this.tell({ type: 'finished', outcome: ended });
  }

  left(table: string, text: string): void {
    this.outcomes.push(notStarted({ file: 'migrations/7.sql', text }, table));
  }

  run(): ReportedRun {
    const finishedAt = new Date(this.#startedAt.getTime() + this.#nowMs).toISOString();
    const outcome = { ...runOutcome(this.#startedAt, this.outcomes), finishedAt };
    return {
      outcome,
      record: this.record,
      verdict: outcomeVerdict(outcome),
      runUrl: 'https://github.test/run/1',
      secrets: [],
    };
  }
}

const calm: Progress = {
  state: 'copying',
  rowsCopied: 0,
  rowsEstimated: 300_000_000,
  changesApplied: 0,
  dirtyKeys: 0,
  streamLagMs: 40,
  elapsedMs: 0,
  remainingMs: null,
  rowsPerSecond: 0,
  workers: 2,
  indexBuild: null,
  holds: [],
  throttlePercent: 0,
  lockedBy: null,
};

/** The clock is put back once the run is over; what is read of it afterwards does not move. */
export function play(story: (run: Play) => void): ReportedRun {
  let run: Play | null = null;
  // A mock would remember each of a million calls.
  const real = Object.getOwnPropertyDescriptor(performance, 'now');
  Object.defineProperty(performance, 'now', { configurable: true, value: () => run?.nowMs ?? 0 });
  try {
    run = new Play();
    story(run);
    return run.run();
  } finally {
    if (real === undefined) Reflect.deleteProperty(performance, 'now');
    else Object.defineProperty(performance, 'now', real);
  }
}

const before =
  'CREATE TABLE `orders` (\n  `id` bigint NOT NULL AUTO_INCREMENT,\n  `status` varchar(20) NOT NULL,\n  `note` varchar(100) DEFAULT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB';
const after = before
  .replace('varchar(100)', 'varchar(500)')
  .replace('  PRIMARY', '  `shipped_at` datetime DEFAULT NULL,\n  PRIMARY')
  .replace('(`id`)\n', '(`id`),\n  KEY `by_status` (`status`,`shipped_at`)\n');
const statement =
  'ALTER TABLE orders\n  ADD COLUMN shipped_at DATETIME NULL,\n  MODIFY note VARCHAR(500),\n  ADD KEY by_status (status, shipped_at)';

const streamLag = (observed: number, forMs: number): Hold => ({
  reason: 'stream-lag',
  forMs,
  reading: { of: null, observed, limit: 1_500, unit: 'ms' },
});

/** 90 minutes, with holds of several kinds and a cutover that needs three attempts. */
export const longRun = (): ReportedRun =>
  play((run) => {
    run.start('orders', statement);
    run.enter('preflight');
    run.wait(3 * second);
    run.engine({ type: 'definition', table: 'orders', before, after });
    run.enter('copying');
    run.pass(
      70 * minute,
      'copying',
      (at) => (isHeld(at) ? 0 : 52_000 + 9_000 * Math.sin(at / 400_000) + 4_000 * Math.sin(at / 17_000)),
      lagAndHolds,
    );
    run.enter('catching_up');
    run.pass(
      3 * minute,
      'catching_up',
      () => 0,
      () => ({ streamLagMs: 120 }),
    );
    run.enter('verifying');
    run.pass(
      9 * minute,
      'verifying',
      () => 0,
      (at) => ({ streamLagMs: 80 + (at % 7_000) / 20 }),
    );
    run.enter('waiting_for_cutover');
    run.pass(
      6 * minute,
      'waiting_for_cutover',
      () => 0,
      () => ({ streamLagMs: 45 }),
    );
    for (const attempt of [1, 2]) {
      run.enter('cutting_over');
      run.pass(
        30 * second,
        'cutting_over',
        () => 0,
        () => ({ streamLagMs: 60 }),
      );
      run.engine({
        type: 'cutover-attempt',
        table: 'orders',
        attempt,
        lockedMs: 3_004,
        failure: 'The lock was not given within 1.5 s.',
        blockers: [
          {
            connectionId: 4711,
            user: 'report',
            host: '10.0.3.17:51234',
            seconds: 340 + attempt * 30,
            isIdle: true,
            idleSeconds: 12,
            isCertain: true,
            statement: 'SELECT status, COUNT(*) FROM orders GROUP BY status FOR SHARE',
          },
        ],
      });
    }
    run.pass(
      40 * second,
      'cutting_over',
      () => 0,
      () => ({ streamLagMs: 50 }),
    );
    run.engine({ type: 'cutover-attempt', table: 'orders', attempt: 3, lockedMs: 212, failure: null, blockers: [] });
    run.end({
      state: 'completed',
      tableState: 'changed',
      algorithm: 'copy',
      changesApplied: 1_934_112,
      lockedMs: 212,
      attempts: 3,
      verified: { rows: run.rows, chunks: 8_123, differences: 0 },
    });
  });

function isHeld(at: number): boolean {
  return (at > 20 * minute && at < 24 * minute) || (at > 41 * minute && at < 52 * minute);
}

function lagAndHolds(at: number): Partial<Progress> {
  if (at > 20 * minute && at < 24 * minute)
    return { streamLagMs: 2_600 + 500 * Math.sin(at / 9_000), holds: [streamLag(3_100, at - 20 * minute)] };
  if (at > 41 * minute && at < 52 * minute)
    return { holds: [{ reason: 'paused', forMs: at - 41 * minute, reading: null }], streamLagMs: 30 };
  if (at % (3 * minute) === 0)
    return {
      holds: [{ reason: 'commit-latency', forMs: 200, reading: { of: null, observed: 48, limit: 25, unit: 'ms' } }],
      streamLagMs: 210,
    };
  return { streamLagMs: 60 + Math.abs(40 * Math.sin(at / 30_000)) + (at % 61_000 === 0 ? 700 : 0) };
}

/** It has copied for half a minute when a row does not fit. What follows it is not started. */
export const failedRun = (): ReportedRun =>
  play((run) => {
    run.start('users', 'ALTER TABLE users ADD COLUMN nick VARCHAR(30)', [1, 3]);
    run.enter('preflight');
    run.wait(340);
    run.engine({ type: 'cutover-attempt', table: 'users', attempt: 1, lockedMs: 21, failure: null, blockers: [] });
    run.end({
      state: 'completed',
      tableState: 'changed',
      algorithm: 'instant',
      durationMs: 340,
      rowsCopied: 0,
      attempts: 1,
      lockedMs: 21,
    });
    run.start('orders', statement, [2, 3]);
    run.enter('preflight');
    run.wait(1_200);
    run.engine({ type: 'definition', table: 'orders', before, after });
    run.enter('copying');
    run.pass(
      34 * second,
      'copying',
      (at) => 88_000 + (at % 5_000),
      () => ({}),
    );
    run.engine({ type: 'notice', table: 'orders', message: 'Indexes are built after the copy: the table is large.' });
    const error = new GhostshipError(
      'data-does-not-fit',
      "A row does not fit: Data too long for column 'note' at row 1.",
      {
        hint: 'Shorten the value or make the column wider, and run the migration again.',
      },
    );
    run.end({ algorithm: 'copy', durationMs: 35_200 }, error);
    run.left('items', 'ALTER TABLE items DROP COLUMN legacy');
  });

/** It goes on with what another run has copied, and yields again. */
export const resumedRun = (): ReportedRun =>
  play((run) => {
    run.start('orders', statement);
    run.enter('preflight');
    run.wait(second);
    run.keep(120_000_000);
    run.enter('copying');
    run.pass(
      4 * minute,
      'copying',
      () => 61_000,
      () => ({}),
    );
    run.end({ state: 'yielded', algorithm: 'copy', resumed: true, changesApplied: 912 });
  });

export const hostile = `<script>alert(1)</script>"'&\u202e</style></pre><img src=x onerror=alert(1)>`;

/** Every text that others write is markup, or hides something. */
export const hostileRun = (): ReportedRun =>
  play((run) => {
    run.start(hostile, `ALTER TABLE t COMMENT ${hostile}`);
    run.enter('preflight');
    run.engine({ type: 'definition', table: hostile, before: hostile, after: `${hostile}\n${hostile}` });
    run.enter('copying');
    const of = hostile;
    const holds: Hold[] = [{ reason: 'max-load', forMs: 900, reading: { of, observed: 31, limit: 25, unit: 'count' } }];
    const locked: Hold[] = [{ reason: 'table-locked', forMs: 900, reading: null }];
    run.pass(
      20 * second,
      'copying',
      () => 900,
      (at) => ({ holds: at < 9_000 ? holds : locked, lockedBy: hostile }),
    );
    run.engine({ type: 'notice', table: hostile, message: hostile });
    const blocker = {
      connectionId: 7,
      user: hostile,
      host: hostile,
      seconds: 3,
      isIdle: false,
      idleSeconds: 0,
      isCertain: false,
      statement: hostile,
    };
    run.engine({
      type: 'cutover-attempt',
      table: hostile,
      attempt: 1,
      lockedMs: 9,
      failure: hostile,
      blockers: [blocker],
    });
    run.end({ algorithm: 'copy' }, new GhostshipError('internal', hostile, { hint: hostile }));
  });

/** As many as a repository has after years, each done at once. */
export const manyStatements = (): ReportedRun =>
  play((run) => {
    const total = 2_000;
    for (let number = 1; number <= total; number += 1) {
      run.start(`t${number}`, `ALTER TABLE t${number} ADD COLUMN a INT`, [number, total]);
      run.enter('preflight');
      run.wait(20);
      run.enter('copying');
      run.pass(
        700 * second,
        'copying',
        () => 1_000,
        () => ({}),
      );
      run.end({ state: 'completed', tableState: 'changed', algorithm: 'copy' });
    }
  });
