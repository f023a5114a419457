import type { Blocker } from '../engine/events.ts';
import { formatDuration } from './quantity.ts';

/** `connection 7 (app@web:4711), idle in a transaction for 40 s: UPDATE …` */
export function blockerText({ connectionId, user, host, seconds, isIdle, statement }: Blocker): string {
  const account = user === null ? '' : ` (${user}@${host ?? ''})`;
  const what = isIdle ? 'idle in a transaction for' : 'busy in a transaction for';
  const words = statement === null ? '' : `: ${statement}`;
  return `connection ${connectionId}${account}, ${what} ${formatDuration(seconds * 1_000)}${words}`;
}
