import { selectTableIds, type TableName } from '../sql/inspect.ts';
import type { Flavor } from './server.ts';
import { isDenied } from './server-errors.ts';
import type { Session } from './session.ts';

/** Another one after the table was rebuilt or replaced. `''` where the user may not see it. */
export async function readTableId(session: Session, table: TableName, flavor: Flavor): Promise<string> {
  try {
    for (const question of selectTableIds(table, flavor)) {
      const rows = await session.rows(question);
      if (rows.length > 0) return rows.map(({ id }) => String(id)).join();
    }
    return '';
  } catch (error) {
    if (isDenied(error)) return '';
    throw error;
  }
}
