import { selectAllForeignKeys, type TableName } from '../sql/inspect.ts';
import { type ForeignKey, readForeignKey } from './inspect-table.ts';
import type { Session } from './session.ts';

/** All foreign keys, for who looks at many tables. */
export interface KnownKeys {
  /** From the table and to it. */
  of(table: TableName): readonly ForeignKey[];
}

/** Those that this user may see, read at once. */
export async function readKnownKeys(session: Session): Promise<KnownKeys> {
  const byEnd = new Map<string, ForeignKey[]>();
  for (const key of (await session.rows(selectAllForeignKeys)).map(readForeignKey)) {
    for (const end of new Set([keyOf(key.child), keyOf(key.parent)])) {
      const known = byEnd.get(end);
      if (known === undefined) byEnd.set(end, [key]);
      else known.push(key);
    }
  }
  return { of: (table) => byEnd.get(keyOf(table)) ?? [] };
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
