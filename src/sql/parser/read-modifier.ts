import type { Clause } from './clause.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';

export type Modifier = Extract<Clause, { kind: 'algorithm' | 'lock' }>;

/** Takes `ALGORITHM [=] word` or `LOCK [=] word`, which say how a change is made and not what changes. */
export function readModifier(cursor: TokenCursor): Modifier | null {
  const mark = cursor.mark;
  const word = cursor.takeAny(['ALGORITHM', 'LOCK']);
  if (word === null) return null;
  cursor.take('=');
  const value = cursor.next()?.keyword ?? '';
  return { ...spanOf(cursor.since(mark), 0), kind: word === 'LOCK' ? 'lock' : 'algorithm', value };
}
