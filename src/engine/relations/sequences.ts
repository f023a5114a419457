import type { TableName } from '../../sql/inspect.ts';

/** The sequences (MariaDB) that columns default to, by SHOW CREATE TABLE, which always writes them with their schema. */
export function sequencesIn(createStatement: string): TableName[] {
  const found = new Map<string, TableName>();
  for (const [name, schema = '', sequence = ''] of createStatement.matchAll(reference)) {
    found.set(name, { schema: schema.replaceAll('``', '`'), name: sequence.replaceAll('``', '`') });
  }
  return [...found.values()];
}

const reference = /(?<=\b(?:next|last)val\()`((?:[^`]|``)+)`\.`((?:[^`]|``)+)`/gu;
