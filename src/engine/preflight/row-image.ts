import type { Index, TableDefinition } from '../../mysql/inspect-table.ts';
import { adviceToSet } from '../../mysql/managed-service.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { MigrationKey } from '../mapping/migration-key.ts';
import { refusal } from './refusals.ts';

/**
 * A short row image holds the columns by which the server itself tells rows apart, and those that change: of every other key it may
 * lack columns (MySQL manual, `binlog_row_image`; MariaDB's FULL_NODUP shortens the second image of an update only). The setting is one
 * of sessions. The global one, which is looked at here, is what they begin with.
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export function refuseShortImages(facts: ServerFacts, original: TableDefinition, key: MigrationKey): void {
  const image = facts.variables.binlog_row_image ?? 'FULL';
  if (!['MINIMAL', 'NOBLOB'].includes(image.toUpperCase()) || isInEveryImage(key, original)) return;
  throw refusal(
    'binlog-not-usable',
    `binlog_row_image is ${image}, and the migration key ${key.index} is not the key that such images hold.`,
    `${adviceToSet(facts, 'binlog_row_image', 'FULL')} Then let every session that writes reconnect.`,
  );
}

/** The primary key, or else the one unique key that could be it. */
function isInEveryImage({ index }: MigrationKey, { indexes, columns }: TableDefinition): boolean {
  if (indexes.some(({ name }) => name === 'PRIMARY')) return index === 'PRIMARY';
  const isNotNull = (candidate: Index): boolean =>
    candidate.columns.every(
      ({ column, isPrefix }) => !isPrefix && columns.some(({ name, nullable }) => name === column && !nullable),
    );
  const candidates = indexes.filter((candidate) => candidate.unique && isNotNull(candidate));
  return candidates.length === 1 && candidates[0]?.name === index;
}
