import { knownAlters } from '../definition/column-changes.ts';
import { shapeOf } from '../definition/table-shape.ts';
import { isUsable, usableKeys } from '../definition/usable-keys.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const noPrimaryKey: Rule = {
  id: 'no-primary-key',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags:
    'A statement that leaves a table without a primary key and without a unique key of NOT NULL columns; as a warning a CREATE TABLE without one.',
  why: 'Rows cannot be told apart, so the table can never be changed online again, and replicas search it whole for each changed row.',
  instead: 'Give the table a primary key.',
  ignoreWhen: 'The table holds a few rows that are written once, or is dropped soon.',
  example: {
    flagged: 'CREATE TABLE notes (body TEXT NULL);',
    fine: 'CREATE TABLE notes (id BIGINT AUTO_INCREMENT PRIMARY KEY, body TEXT NULL);',
  },
  *check(context) {
    for (const statement of context.file.statements) {
      if (statement.kind !== 'create-table' || statement.temporary || statement.like !== null) continue;
      const shape = shapeOf(statement, context.file.text);
      if (shape === null || shape.columns.length === 0 || statement.selects || isUsable(shape)) continue;
      yield {
        at: statement.table,
        title: `Table ${nameOfTable(statement.table)} has no primary key`,
        message: `${codeOfTable(statement.table)} has no primary key, and no unique key of NOT NULL columns.`,
        severity: 'warning',
      };
    }
    for (const { alter, difference } of knownAlters(context)) {
      const { before, after } = difference;
      // The rule drop-primary-key speaks where the text alone says it.
      if (alter.clauses.some(({ kind }) => kind === 'drop-primary-key')) continue;
      if (usableKeys(before).length === 0 || isUsable(after)) continue;
      yield {
        at: alter.table,
        title: `Leaves ${nameOfTable(alter.table)} without a usable key`,
        message: `${codeOfTable(alter.table)} loses its last unique key of NOT NULL columns.`,
      };
    }
  },
};
