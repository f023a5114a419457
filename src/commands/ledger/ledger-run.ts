import type { Outcome } from '../../engine/outcome.ts';
import type { WayBack } from '../../engine/way-back.ts';
import type { Row } from '../../mysql/session.ts';
import type { Origin } from './origin.ts';

/** A statement that was started: where it came from, and what became of it. */
export interface LedgerRun extends Omit<Origin, 'planDigest' | 'reviewers'> {
  readonly id: string;
  /** Empty where none is given. */
  readonly namespace: string;
  readonly file: string | null;
  readonly statement: string;
  readonly table: string;
  readonly state: Outcome['state'];
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  /** `null` while it runs, and for ever where its process was killed. */
  readonly finishedAt: string | null;
  /** How long it has given no sign of life. */
  readonly silentMs: number;
  readonly outcome: Outcome | null;
}

/** What else the end of a migration tells. */
export interface Ending {
  readonly wayBack: WayBack | null;
  /** The id of the migration that it has reverted. */
  readonly reverts: string | null;
}

export function readRun(row: Row): LedgerRun {
  return {
    id: String(row.id),
    namespace: String(row.namespace),
    file: textOrNull(row.file),
    statement: String(row.statement),
    table: String(row.table_name),
    state: String(row.state) as Outcome['state'],
    startedAt: dateOf(row.started),
    finishedAt: dateOf(row.finished),
    silentMs: Number(row.silent_ms ?? 0),
    commit: textOrNull(row.commit_sha),
    pullRequest: row.pull_request === null || row.pull_request === undefined ? null : Number(row.pull_request),
    actor: textOrNull(row.actor),
    runUrl: textOrNull(row.run_url),
    outcome: row.outcome === null ? null : (JSON.parse(String(row.outcome)) as Outcome),
  };
}

export function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** @param seconds since 1970 */
function dateOf(seconds: Row[string] | undefined): string | null {
  return seconds === null || seconds === undefined ? null : new Date(Number(seconds) * 1_000).toISOString();
}
