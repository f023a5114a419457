import type { Row, Session } from '../../mysql/session.ts';
import { selectStatements, showProcesses } from '../../sql/cutover.ts';
import type { Blocker } from '../events.ts';

const statementLength = 100;

/** A blocker, and whether it may be ended at all. */
export interface SeenBlocker extends Blocker {
  /** The server's own threads, and those of replicas, are never ended; nor is what this user cannot see. */
  readonly isProtected: boolean;
}

/**
 * Who these connections are and what they do.
 *
 * @param holders with `id` and `age_ms`
 * @param isCertain whether they are known to hold the table
 */
export async function describeBlockers(
  session: Session,
  holders: readonly Row[],
  isCertain: boolean,
): Promise<SeenBlocker[]> {
  const ages = new Map<number, number>();
  for (const { id, age_ms } of holders) ages.set(Number(id), Math.max(ages.get(Number(id)) ?? 0, Number(age_ms)));
  if (ages.size === 0) return [];
  const processes = await session.rows(showProcesses);
  // Who may not ask is told of what runs now, which the process list has.
  const statements = await session.rows(selectStatements([...ages.keys()])).catch(() => []);
  return [...ages].map(([connectionId, ageMs]) => {
    const process = processes.find(({ Id }) => Number(Id) === connectionId);
    const statement = process?.Info ?? statements.find(({ id }) => Number(id) === connectionId)?.statement ?? null;
    return {
      connectionId,
      user: process === undefined ? null : String(process.User),
      host: process === undefined ? null : String(process.Host),
      seconds: Math.round(ageMs / 1_000),
      isIdle: process?.Command === 'Sleep',
      idleSeconds: process?.Command === 'Sleep' ? Number(process.Time) : 0,
      isCertain,
      statement: statement === null ? null : clip(String(statement)),
      isProtected: process === undefined || isOfServer(process),
    };
  });
}

function isOfServer({ User, Command }: Row): boolean {
  return (
    /^(?:system user|event_scheduler|mysql\.session)$/iu.test(String(User)) ||
    /^(?:binlog dump|slave|replica|daemon|connect|register|kill)/iu.test(String(Command))
  );
}

function clip(statement: string): string {
  const line = statement.replace(/\s+/gu, ' ').trim();
  return line.length <= statementLength ? line : `${line.slice(0, statementLength - 1)}…`;
}

/** `connection 7 (app@web:4711), idle for 30 s in a transaction of 40 s: UPDATE …` */
export function blockerText(blocker: Blocker): string {
  const { seconds, isIdle, idleSeconds, statement } = blocker;
  const what = isIdle ? `idle for ${idleSeconds} s` : 'at work';
  const words = statement === null ? '' : `: ${statement}`;
  return `${blockerName(blocker)}, ${what} in a transaction of ${seconds} s${words}`;
}

/** `connection 7 (app@web:4711)` */
function blockerName({ connectionId, user, host, isCertain }: Blocker): string {
  const account = user === null ? '' : ` (${user}@${host ?? ''})`;
  return `${isCertain ? '' : 'maybe '}connection ${connectionId}${account}`;
}

/** `connection 7 (app@web:4711) and 2 more`; `null` where the server does not show any. */
export function blockerNames(blockers: readonly Blocker[]): string | null {
  const [first, ...more] = blockers.toSorted((one, other) => other.seconds - one.seconds);
  if (first === undefined) return null;
  return `${blockerName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
