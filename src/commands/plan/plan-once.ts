import type { Settings } from '../options/settings.ts';
import type { Unread } from '../statements/source.ts';
import { plan } from './plan.ts';
import type { PlanReport } from './plan-report.ts';

/** Gives the same plan to everybody who asks. */
export type PlanOnce = (signal: AbortSignal) => Promise<PlanReport>;

/**
 * The plan of what a run is about to do, on the target itself, because that is where it will be done. It is made when it is first
 * asked for.
 */
export function planOnce(unread: Unread, settings: Settings): PlanOnce {
  let made: Promise<PlanReport> | null = null;
  return (signal) => {
    made ??= plan(unread, { ...settings, replica: null }, signal, null, 'look-where-many');
    return made;
  };
}
