import type { Flavor } from '../../mysql/server.ts';
import type { TypeFamily } from '../../sql/type-families.ts';
import type { ColumnMap } from './column-map.ts';
import { familyOf } from './type-families.ts';

/** The server keeps 1,024 warnings of a statement (`max_error_count`). */
const keptWarnings = 900;

const written: readonly TypeFamily[] = ['text', 'binary', 'enum', 'set'];
const temporal: readonly TypeFamily[] = ['date', 'time'];

/**
 * How many rows one statement may write so that the server keeps all its warnings. MySQL warns of each date such as `2024/1/2`
 * that it reads from a text, so there may be one for each such column of each row.
 */
export function rowsPerInsert(map: ColumnMap, flavor: Flavor): number {
  if (flavor === 'mariadb') return Number.POSITIVE_INFINITY;
  const read = map.filter(({ from, to }) => written.includes(familyOf(from)) && temporal.includes(familyOf(to)));
  return read.length === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(keptWarnings / read.length));
}
