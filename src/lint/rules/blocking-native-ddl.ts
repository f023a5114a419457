import { knownAlters } from '../definition/column-changes.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const blockingNativeDdl: Rule = {
  id: 'blocking-native-ddl',
  severity: 'warning',
  needs: 'data',
  suppressible: true,
  flags: 'A change that only the server itself can make, while writers wait until it is done.',
  why: 'Nobody can write to the table for as long as the server copies it, and nothing can slow that down or take it back.',
  instead: 'Give the table a primary key in a statement of its own first: then it can be copied while writers go on.',
  ignoreWhen: 'The table is small, or nobody writes to it at that hour.',
  example: {
    table: 'CREATE TABLE logs (at DATETIME NOT NULL, line TEXT NULL)',
    flagged: 'ALTER TABLE logs MODIFY COLUMN line LONGTEXT NULL;',
    fine: 'ALTER TABLE logs ADD COLUMN level INT NULL;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const { way } = difference;
      if (way === null || !way.blocksWriters) continue;
      yield {
        at: alter.table,
        title: `Writers of ${nameOfTable(alter.table)} wait for the server`,
        message: `Only the server can change ${codeOfTable(alter.table)} this way, and writers wait until it is done.`,
        evidence: `About ${way.rows} rows and ${Math.ceil(way.bytes / 2 ** 20)} MiB, by the statistics of the server.`,
      };
    }
  },
};
