import { knownAlters } from '../definition/column-changes.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const largeTable: Rule = {
  id: 'large-table',
  severity: 'notice',
  needs: 'data',
  suppressible: true,
  flags: 'A copy of a table of more than ten million rows or 10 GiB.',
  why: 'It takes long, needs the room of the table once more, and writes all of it to the binary log.',
  instead: 'Look at the plan for time and room, and choose an hour with few writers.',
  ignoreWhen: 'Time and room are known, and enough.',
  example: {
    table: 'CREATE TABLE hits (id INT PRIMARY KEY, path VARCHAR(20) NULL)',
    flagged: 'ALTER TABLE hits MODIFY COLUMN path VARCHAR(300) NULL;',
    fine: 'ALTER TABLE hits ADD COLUMN at DATETIME NULL;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const { way } = difference;
      if (way === null || way.algorithm !== 'copy' || (way.rows < manyRows && way.bytes < manyBytes)) continue;
      yield {
        at: alter.table,
        title: `Copies the large table ${nameOfTable(alter.table)}`,
        message: `${codeOfTable(alter.table)} is copied: it is large.`,
        evidence: `About ${way.rows} rows and ${Math.ceil(way.bytes / 2 ** 20)} MiB, by the statistics of the server.`,
      };
    }
  },
};

/** A copy of an hour or so on a middling machine. */
const manyRows = 10_000_000;
const manyBytes = 10 * 2 ** 30;
