import type { Outcome } from '../outcome.ts';
import type { MigrateRequest } from '../request.ts';
import type { Recorder } from '../run/recorder.ts';
import { limitRuntime } from '../run/runtime-limit.ts';
import { isDecided, isYield } from './keep-work.ts';

/**
 * Goes through the phases of a run, and says what it has come to. Never throws.
 */
export async function conclude(
  recorder: Recorder,
  { target, options }: Pick<MigrateRequest, 'target' | 'options'>,
  signal: AbortSignal,
  phases: (signal: AbortSignal) => Promise<void>,
): Promise<Outcome> {
  using limited = limitRuntime(options.maxRuntimeMs, target, signal);
  try {
    await phases(limited.signal);
    return recorder.completed();
  } catch (error) {
    if (recorder.keepsWork && isYield(error, limited.signal)) {
      if (limited.reason?.code === 'time-limit' && !recorder.cameFurther) recorder.notice(noFurther);
      return recorder.yielded();
    }
    return recorder.failed(isDecided(error) ? error : (limited.reason ?? error));
  }
}

const noFurther =
  'max-runtime was over before the work had come further than where this run began, so the next run does the same again. Give it more time: raise max-runtime, or run it when the server has less to do.';
