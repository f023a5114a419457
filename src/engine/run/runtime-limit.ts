import { endSoon } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { reasonOf } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';

/** A signal that is also aborted when the time is up. */
export interface LimitedRuntime extends Disposable {
  readonly signal: AbortSignal;
  /** Why the migration was stopped from outside; `null` while it was not. */
  readonly reason: GhostshipError | null;
}

/**
 * When the time is up, no statement on the target is waited for much longer either.
 *
 * @param maxRuntimeMs what is left of `max-runtime`; `null` where there is no limit
 */
export function limitRuntime(maxRuntimeMs: number | null, target: Target, parent: AbortSignal): LimitedRuntime {
  const controller = new AbortController();
  const signal = AbortSignal.any([parent, controller.signal]);
  const stop = (limitMs: number): void => {
    endSoon(target);
    controller.abort(timeIsUp(limitMs));
  };
  const timer = maxRuntimeMs === null ? null : setTimeout(stop, maxRuntimeMs, maxRuntimeMs);
  return {
    signal,
    get reason() {
      return signal.aborted ? asAborted(reasonOf(signal)) : null;
    },
    [Symbol.dispose]() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function asAborted(reason: Error): GhostshipError {
  if (reason instanceof GhostshipError) return reason;
  return new GhostshipError('aborted', 'The migration was stopped.', {
    hint: 'Run it again when you like.',
    cause: reason,
  });
}

function timeIsUp(maxRuntimeMs: number): GhostshipError {
  return new GhostshipError(
    'time-limit',
    `The migration did not finish within the ${Math.round(maxRuntimeMs / 1000)} s that were left of max-runtime.`,
    {
      hint: 'Raise max-runtime, or run it when the server has less to do.',
    },
  );
}
