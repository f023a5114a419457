import { selectCollations } from '../sql/inspect.ts';
import type { Session } from './session.ts';

/** The name of a character set by the number of each of its collations. */
export async function askCharsets(session: Session): Promise<ReadonlyMap<number, string>> {
  const rows = await session.rows(selectCollations);
  return new Map(rows.map(({ id, charset }) => [Number(id), String(charset)]));
}
