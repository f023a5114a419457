import { readChangelog } from '../../mysql/read-if-there.ts';
import { serverOf } from '../../mysql/same-server.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectStatusRow } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Blocker, Progress } from '../events.ts';
import type { ControlState } from './control-state.ts';

/** Why the last attempt at the cutover was undone. */
export interface LastFailure {
  readonly why: string;
  /** How long ago, when the status was written. */
  readonly agoMs: number;
  readonly blockers: readonly Blocker[];
}

/** Who keeps the cutover from its lock now. */
export interface CutoverWait {
  /** For how long it has waited, when the status was written. */
  readonly forMs: number;
  /** Empty where the server does not show who it is. */
  readonly blockers: readonly Blocker[];
}

/** What a running migration writes about itself into its changelog. `status` shows it on any machine. */
export interface StatusRow extends ControlState {
  readonly migrationId: string;
  readonly table: string;
  readonly statement: string;
  readonly startedAt: string;
  readonly progress: Progress;
  /** The newest command that was obeyed; 0 for none. */
  readonly obeyed: number;
  /** Its run has ended while the swap waited for a person. Older rows have none. */
  readonly isAtGate?: boolean;
  readonly cutover: {
    readonly attempts: number;
    readonly lastFailure: LastFailure | null;
    /** Older rows have none. */
    readonly waiting?: CutoverWait | null;
  };
  /** Its connections, by their numbers on the server. */
  readonly connections: readonly number[];
  /** That server. Where the changelog was replicated to another one, the numbers are those of strangers there. */
  readonly server?: string | null;
}

/**
 * @returns with its age, by the server's clock; `null` where there is no changelog, or it is about to go
 */
export async function readStatusRow(
  session: Session,
  changelog: TableName,
): Promise<{ readonly status: StatusRow; readonly ageMs: number } | null> {
  const [row] = (await readChangelog(session, selectStatusRow(changelog))) ?? [];
  if (row === undefined || row.body === null) return null;
  return { status: JSON.parse(String(row.body)) as StatusRow, ageMs: Number(row.age_ms) };
}

/**
 * The connections of a run on the server of that target.
 *
 * @param target that a session has reached
 */
export function connectionsOn(
  target: Target,
  { connections, server = null }: Pick<StatusRow, 'connections' | 'server'>,
) {
  return server === null || server === serverOf(target) ? connections : [];
}
