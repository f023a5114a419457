import { type Alter, clausesOf, definedColumn } from '../clauses-of.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropPrimaryKey: Rule = {
  id: 'drop-primary-key',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'DROP PRIMARY KEY without a new primary key in the same statement.',
  why: 'Without a primary key replicas search the whole table for every changed row, and no later migration can walk it.',
  instead: 'Drop and add the primary key in one statement.',
  ignoreWhen:
    'Another unique key of NOT NULL columns identifies the rows, and the table is about to be dropped or rebuilt.',
  example: {
    flagged: 'ALTER TABLE orders DROP PRIMARY KEY;',
    fine: 'ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, id);',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'drop-primary-key')) {
      if (addsPrimaryKey(alter)) continue;
      yield {
        at: clause,
        title: `Drops the primary key of ${nameOfTable(alter.table)}`,
        message: `${codeOfTable(alter.table)} is left without a primary key.`,
      };
    }
  },
};

function addsPrimaryKey(alter: Alter): boolean {
  return alter.clauses.some((clause) => {
    if (clause.kind === 'add-index') return clause.index === 'primary';
    return definedColumn(clause)?.key === 'primary';
  });
}
