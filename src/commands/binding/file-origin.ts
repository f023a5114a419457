import type { Origin } from '../ledger/origin.ts';
import type { PlanRecord } from '../plan/plan-record.ts';

/** What was approved. */
export type ApprovedPlan =
  | { readonly kind: 'record'; readonly record: PlanRecord }
  /** `why` goes on after the name of the pull request. */
  | { readonly kind: 'none'; readonly why: string }
  /** There may be one. `why` has no full stop. */
  | { readonly kind: 'unread'; readonly why: string };

/** Whose file it is, and what was approved of it. */
export type FileOrigin =
  | {
      readonly kind: 'pull-request';
      readonly pullRequest: number;
      /** Who approved it, names with commas between them; `null` where nobody did, or it is not known. */
      readonly reviewers: string | null;
      readonly plan: ApprovedPlan;
      /** Path of the config file, where the pull request has changed it: its plan went by the one before. */
      readonly changedConfig: string | null;
    }
  /** No pull request has brought it. */
  | { readonly kind: 'nobody' }
  /** There may be a pull request. `why` has no full stop. */
  | { readonly kind: 'unread'; readonly why: string };

/** By path. */
export type FileOrigins = ReadonlyMap<string, FileOrigin>;

/** What a run is held against; `null` where there is nothing, or what went by another config file than the run. */
export function promisesOfFile(origins: FileOrigins, file: string | null): PlanRecord | null {
  const own = file === null ? undefined : origins.get(file);
  return own?.kind === 'pull-request' && own.changedConfig !== null ? null : recordOfFile(origins, file);
}

/** What was approved of a file; `null` where nothing was. */
export function recordOfFile(origins: FileOrigins, file: string | null): PlanRecord | null {
  const own = file === null ? undefined : origins.get(file);
  return own?.kind === 'pull-request' && own.plan.kind === 'record' ? own.plan.record : null;
}

/** Where the row of a file comes from: from the run alone where nobody asked whose file it is. */
export function originOf(run: Origin, file: string | null, origins: FileOrigins | null): Origin {
  if (file === null || origins === null) return run;
  const own = origins.get(file);
  const known = own?.kind === 'pull-request' ? own : null;
  return {
    ...run,
    pullRequest: known?.pullRequest ?? null,
    reviewers: known?.reviewers ?? null,
    planDigest: recordOfFile(origins, file)?.digest ?? null,
  };
}
