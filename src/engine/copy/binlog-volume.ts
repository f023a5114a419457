import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { averageImage, type ImageColumn } from '../../sql/row-image.ts';

const sampledRows = 10_000;
/** `binlog_row_event_max_size` by default. A longer row has an event of its own. */
const eventBytes = 8_192;
/** Header, table id, flags, column bitmaps, checksum. */
const perEventBytes = 45;

/**
 * What a copy would have written to the binary log. It is estimated from the row images of a sample, because a plan
 * and a rehearsal write nothing. A copied row has one image; a changed row is deleted and copied again, which makes two.
 */
export async function estimateBinlogBytes(
  session: Session,
  ghost: TableName,
  columns: readonly Column[],
  flavor: Flavor,
  { rowsCopied, changesApplied }: { readonly rowsCopied: number; readonly changesApplied: number },
): Promise<number> {
  const sizes = columns.map((column) => imageColumn(column, flavor));
  const [row] = await session.rows(averageImage(ghost, sizes, sampledRows));
  const imageBytes = Number(row?.image ?? 0) + Math.ceil(columns.length / 8);
  const rowsInEvent = Math.max(1, Math.floor(eventBytes / imageBytes));
  return Math.round((rowsCopied + 2 * changesApplied) * (imageBytes + perEventBytes / rowsInEvent));
}

/** As values stand in a row image (MySQL Internals, "Rows_event"; the same in MariaDB). */
function imageColumn({ name, dataType, octets, fraction, digits, scale }: Column, flavor: Flavor): ImageColumn {
  const fixed = (fixedBytes: number): ImageColumn => ({ name, fixedBytes, value: 'none' });
  const ofLength = (lengthBytes: number): ImageColumn => ({ name, fixedBytes: lengthBytes, value: 'length' });
  const fractionBytes = Math.ceil(fraction / 2);
  const fixedBytes = fixedSizes[dataType];
  if (fixedBytes !== undefined) return fixed(fixedBytes);
  switch (dataType) {
    case 'decimal':
      return fixed(decimalBytes(digits - scale) + decimalBytes(scale));
    case 'time':
      return fixed(3 + fractionBytes);
    case 'timestamp':
      return fixed(4 + fractionBytes);
    case 'datetime':
      return fixed(5 + fractionBytes);
    case 'json':
      return flavor === 'mysql' ? { name, fixedBytes: 4, value: 'document' } : ofLength(4);
    default:
      return ofLength(lengthBytes(octets ?? 0));
  }
}

const fixedSizes: Readonly<Record<string, number>> = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  bigint: 8,
  float: 4,
  double: 8,
  year: 1,
  date: 3,
  enum: 1,
  set: 2,
  bit: 2,
};

/** Nine digits take four bytes, fewer take as many as they need. */
function decimalBytes(digits: number): number {
  return Math.floor(digits / 9) * 4 + Math.ceil((digits % 9) / 2);
}

function lengthBytes(octets: number): number {
  if (octets < 2 ** 8) return 1;
  if (octets < 2 ** 16) return 2;
  return octets < 2 ** 24 ? 3 : 4;
}
