import { ByteReader } from './byte-reader.ts';
import { writeXid } from './statement-event.ts';

/**
 * Layout as in MySQL Internals, "XA_prepare_event"; the same in MariaDB: one phase, format id, two lengths, two parts.
 *
 * @returns the name under which the transaction in progress was prepared; `null` where it was committed at once
 */
export function readXaPrepare(body: Buffer): string | null {
  const reader = new ByteReader(body);
  const onePhase = reader.uint(1) !== 0;
  const formatId = reader.uint(4);
  const lengths = [reader.uint(4), reader.uint(4)] as const;
  const parts = [reader.take(lengths[0]), reader.take(lengths[1])] as const;
  return onePhase ? null : writeXid(parts[0], parts[1], formatId);
}

/** `FL_PREPARED_XA` of MariaDB. */
const preparedXa = 0x40;

/**
 * MariaDB tells the start of an XA transaction by its GTID event, MySQL by a statement. Layout as in the MariaDB Knowledge
 * Base, "GTID_EVENT": sequence number, domain, flags.
 */
export function startsXa(body: Buffer): boolean {
  const reader = new ByteReader(body);
  reader.skip(8 + 4);
  return (reader.uint(1) & preparedXa) !== 0;
}
