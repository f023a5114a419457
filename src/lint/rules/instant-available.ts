import { knownAlters } from '../definition/column-changes.ts';
import { asWritten, code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const instantAvailable: Rule = {
  id: 'instant-available',
  severity: 'notice',
  needs: 'data',
  suppressible: true,
  flags: 'A statement that copies the table, of which a part would be instant in a statement of its own.',
  why: 'One clause that needs a copy makes all the others wait for it.',
  instead: 'Write it as two statements.',
  ignoreWhen: 'Both parts must come at the same moment.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(20) NULL)',
    flagged: 'ALTER TABLE users ADD COLUMN age INT NULL, MODIFY COLUMN name VARCHAR(300) NULL;',
    fine: 'ALTER TABLE users ADD COLUMN age INT NULL;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const split = difference.way?.split ?? null;
      if (split === null) continue;
      const table = asWritten(context.file, alter.table);
      const rest = split.isRestCheap
        ? 'does the rest in place, so nothing is copied'
        : 'copies the table for the rest alone';
      yield {
        at: alter.table,
        title: `A part of the change of ${nameOfTable(alter.table)} is instant`,
        message: `In a statement of its own ${code(split.instant)} is instant for ${codeOfTable(alter.table)}.`,
        evidence: `Tried on an empty copy of the table: the server ${rest}.`,
        instead: `Write ${code(`ALTER TABLE ${table} ${split.instant}`)}, and then ${code(`ALTER TABLE ${table} ${split.rest}`)}.`,
      };
    }
  },
};
