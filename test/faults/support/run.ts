import type { EngineEvent } from '../../../src/engine/events.ts';
import { migrateTable } from '../../../src/engine/migrate.ts';
import type { MigrationState, Outcome } from '../../../src/engine/outcome.ts';
import type { MigrateRequest } from '../../../src/engine/request.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A migration under way. */
export interface Run {
  readonly outcome: Promise<Outcome>;
  readonly events: readonly EngineEvent[];
  /** Resolves when it has come to this state. @throws Error where it ended before */
  until(state: MigrationState): Promise<void>;
  /** What a trap of the tap gives. @throws Error where the migration ended before it sprang */
  reach<T>(trap: Promise<T>): Promise<T>;
  abort(reason?: Error): void;
}

export function startRun(request: MigrateRequest): Run {
  const events: EngineEvent[] = [];
  const controller = new AbortController();
  let isOver = false;
  const outcome = migrateTable(request, (event) => events.push(event), controller.signal).finally(() => {
    isOver = true;
  });
  const reached = (state: MigrationState): boolean =>
    events.some((event) => event.type === 'state' && event.state === state);
  return {
    outcome,
    events,
    async until(state) {
      await waitFor(() => reached(state) || isOver, { timeoutMs: 60_000, what: state, everyMs: 1 });
      if (!reached(state)) throw new Error(`It ended before it came to ${state}: ${JSON.stringify(await outcome)}`);
    },
    reach: (trap) =>
      Promise.race([
        trap,
        outcome.then((result) => {
          throw new Error(`It ended before that: ${JSON.stringify(result)}`);
        }),
      ]),
    abort: (reason) => controller.abort(reason),
  };
}

/** Cutovers that were tried so far. */
export function attemptsOf({ events }: Run): number {
  return events.filter(({ type }) => type === 'cutover-attempt').length;
}
