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
  /** How long ago that was, by the server's clock. */
  readonly ageMs: number | null;
  /** `null` while it runs, and for ever where its process was killed. */
  readonly finishedAt: string | null;
  /** How long it has given no sign of life. */
  readonly silentMs: number;
  readonly outcome: Outcome | null;
}

/** A statement of a file, as the ledger knows it again. */
export interface NotedStatement {
  readonly id: string;
  readonly file: string;
  /** Its place in the file, from 1; 0 where the ledger has a file as a whole, because its statements are not known. */
  readonly ordinal: number;
  readonly statementCount: number;
  readonly digest: string;
  /** Its text, or the beginning of a long one. */
  readonly statement: string;
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
    ageMs: numberOrNull(row.age_ms),
    finishedAt: dateOf(row.finished),
    silentMs: Number(row.silent_ms ?? 0),
    commit: textOrNull(row.commit_sha),
    pullRequest: numberOrNull(row.pull_request),
    actor: textOrNull(row.actor),
    runUrl: textOrNull(row.run_url),
    outcome: row.outcome === null ? null : (JSON.parse(String(row.outcome)) as Outcome),
  };
}

export function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** @param seconds since 1970 */
export function dateOf(seconds: Row[string] | undefined): string | null {
  return seconds === null || seconds === undefined ? null : new Date(Number(seconds) * 1_000).toISOString();
}

export function readStatement(row: Row): NotedStatement {
  return {
    id: String(row.id),
    file: String(row.file),
    ordinal: Number(row.ordinal),
    statementCount: Number(row.statement_count),
    digest: String(row.statement_digest),
    statement: String(row.statement),
  };
}
