import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { countUpTo } from '../../sql/probes.ts';

/** The server copies as many within half a second, with four indexes and a foreign key (measured on both servers). */
const smallRows = 5_000;
const smallBytes = 4 * 1024 * 1024;

/** True where the server's own copy, for which writers wait, is over in a moment. */
export async function isSmall(session: Session, { table, dataBytes }: TableDefinition): Promise<boolean> {
  if (dataBytes > smallBytes) return false;
  const [row] = await session.rows(countUpTo(table, smallRows));
  return Number(row?.found) <= smallRows;
}
