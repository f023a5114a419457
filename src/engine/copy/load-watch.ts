import { connect, type Session } from '../../mysql/session.ts';
import { describeTarget, type Target } from '../../mysql/target.ts';
import { readMark } from '../../sql/changelog.ts';
import { showStatus, type TableName } from '../../sql/inspect.ts';
import { sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Reading } from '../events.ts';
import type { LoadLimit, MigrateOptions } from '../request.ts';
import type { Throttle } from './throttle.ts';

const lookEveryMs = 500;
/** One look above the critical load may be a short peak. So many in a row are none. */
const criticalLooks = 4;

/**
 * Holds the copy while the server is busier than the user allows.
 * @throws GhostshipError `critical-load`
 */
export async function watchLoad(
  throttle: Throttle,
  session: Session,
  options: MigrateOptions,
  signal: AbortSignal,
): Promise<void> {
  if (options.maxLoad.length + options.criticalLoad.length === 0) return;
  const looked = throttle.awaitFirstLook();
  for (let critical = 0; ; ) {
    const over = await exceeded(session, options.criticalLoad);
    critical = over === null ? 0 : critical + 1;
    throttle.set('critical-load', over !== null, over);
    const above = await exceeded(session, options.maxLoad);
    throttle.set('max-load', above !== null, above);
    looked();
    if (over !== null && critical >= criticalLooks) throw overloaded(over);
    await sleep(lookEveryMs, signal);
  }
}

/** Counts the statements of others on the server. Reads are among them, and no binlog shows reads. */
export class ForeignStatements {
  readonly #session: Session;
  readonly #ours: readonly { readonly statementCount: number }[];
  #count = 0;

  /** @param ours everything through which we send statements */
  constructor(session: Session, ours: readonly { readonly statementCount: number }[]) {
    this.#session = session;
    this.#ours = ours;
  }

  /** The number since the first look. */
  get count(): number {
    return this.#count;
  }

  /** Counts until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    for (let first: number | null = null; ; ) {
      const [row] = await this.#session.rows(showStatus('Questions'));
      const foreign = Number(row?.Value ?? 0) - this.#ours.reduce((sum, { statementCount }) => sum + statementCount, 0);
      first ??= foreign;
      this.#count = foreign - first;
      await sleep(lookEveryMs, signal);
    }
  }
}

/**
 * Holds the copy while a replica lags. A replica that cannot be asked counts as one that lags.
 * Lag is measured with our own heartbeats, in milliseconds, and needs no two clocks to agree.
 *
 * @param ageMs how far behind a replica is that has applied the heartbeat with this mark and not the next
 */
export async function watchReplicas(
  throttle: Throttle,
  ageMs: (mark: number) => number,
  changelog: TableName,
  options: MigrateOptions,
  signal: AbortSignal,
): Promise<void> {
  if (options.lagReplicas.length === 0) return;
  const looked = throttle.awaitFirstLook();
  await using replicas = new Replicas(options.lagReplicas);
  for (;;) {
    const marks = await replicas.marks(changelog);
    const lagsMs = marks.map((mark) => (mark === null ? Number.POSITIVE_INFINITY : ageMs(mark)));
    const worst = lagsMs.indexOf(Math.max(...lagsMs));
    const lagMs = lagsMs[worst] ?? 0;
    throttle.set('replica-lag', lagMs > options.maxLagMs, {
      of: options.lagReplicas.length > 1 ? addressOf(options.lagReplicas[worst]) : null,
      observed: Number.isFinite(lagMs) ? Math.round(lagMs) : null,
      limit: options.maxLagMs,
      unit: 'ms',
    });
    looked();
    await sleep(lookEveryMs, signal);
  }
}

function addressOf(target: Target | undefined): string | null {
  return target === undefined ? null : `${target.host}:${target.port}`;
}

/** Connections to the replicas. One that breaks is opened again. */
class Replicas implements AsyncDisposable {
  readonly #targets: readonly Target[];
  readonly #sessions = new Map<Target, Session>();

  constructor(targets: readonly Target[]) {
    this.#targets = targets;
  }

  /** The newest heartbeat that each replica has applied; `null` for one that cannot be asked. */
  marks(changelog: TableName): Promise<(number | null)[]> {
    return Promise.all(this.#targets.map((target) => this.#mark(target, changelog).catch(() => null)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session[Symbol.asyncDispose]()));
  }

  async #mark(target: Target, changelog: TableName): Promise<number | null> {
    let session = this.#sessions.get(target);
    if (session === undefined || !session.alive) {
      // The name may stand for several replicas, of which another may answer each time: a target of its own remembers none.
      session = await connect({ ...target }, `reading the lag of ${describeTarget(target)}`);
      this.#sessions.set(target, session);
    }
    const [row] = await session.rows(readMark(changelog));
    return row === undefined ? null : Number(row.mark);
  }
}

async function exceeded(session: Session, limits: readonly LoadLimit[]): Promise<Reading | null> {
  for (const limit of limits) {
    const [row] = await session.rows(showStatus(limit.variable));
    const value = Number(row?.Value);
    // A variable that does not exist holds the copy for ever, and the message names it. To ignore it would be worse.
    if (!(value <= limit.value))
      return {
        of: limit.variable,
        observed: Number.isNaN(value) ? null : value,
        limit: limit.value,
        unit: 'count',
      };
  }
  return null;
}

function overloaded({ of, observed, limit }: Reading): GhostshipError {
  const value = observed === null ? 'unknown to the server' : String(observed);
  return new GhostshipError(
    'critical-load',
    `The server is too busy to go on: ${of} is ${value} and may be ${limit}.`,
    {
      hint: 'Run the migration when the server has less to do, or raise critical-load.',
    },
  );
}
