import type { TableName } from '../../sql/inspect.ts';
import { unquoteIdent } from '../../sql/sql.ts';

/** The sequences (MariaDB) that columns default to. SHOW CREATE TABLE always writes them with their schema. */
export function sequencesIn(createStatement: string): TableName[] {
  const found = new Map<string, TableName>();
  for (const [name, schema = '', sequence = ''] of createStatement.matchAll(reference)) {
    found.set(name, { schema: unquoteIdent(schema), name: unquoteIdent(sequence) });
  }
  return [...found.values()];
}

const reference = /(?<=\b(?:next|last)val\()(`(?:[^`]|``)+`)\.(`(?:[^`]|``)+`)/gu;
