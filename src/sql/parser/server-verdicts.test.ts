import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import parser from 'node-sql-parser/build/mysql.js';
import type { Clause } from './clause.ts';
import { parseStatement } from './parse-statement.ts';
import type { AlterTable, Statement } from './statement.ts';

/** A statement and what MySQL 9.7 and MariaDB 10.11 said to it; errors of other kinds mean that it was understood. */
interface Verdict {
  readonly sql: string;
  readonly category: string;
  readonly mysql: string;
  readonly mariadb: string;
}

const verdicts: readonly Verdict[] = readFileSync(new URL('../fixtures/server-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Verdict => JSON.parse(line));
const understood = verdicts.filter(({ mysql, mariadb }) => mysql !== 'syntax-error' || mariadb !== 'syntax-error');

test('whatever a server understands is read, clause by clause', () => {
  // START TRANSACTION is written by the server into its own binary log; nobody migrates with it.
  const puzzling = understood.filter(({ sql }) => !sql.includes('START TRANSACTION') && isPuzzling(read(sql)));
  assert.deepEqual(puzzling, []);
});

test('the body means what the statement meant', () => {
  for (const { sql } of understood) {
    const statement = read(sql);
    if (statement.kind !== 'alter-table') continue;
    const { list, partitioning } = statement.body;
    const again = read(`ALTER TABLE t ${list} ${partitioning}`);
    assert.ok(again.kind === 'alter-table', sql);
    assert.deepEqual(again.body, statement.body, sql);
    assert.deepEqual(again.clauses.map(essence), changesOf(statement).map(essence), sql);
  }
});

test('another parser sees the same columns, where it can read the statement at all', () => {
  let compared = 0;
  for (const { sql } of understood) {
    const statement = read(sql);
    const seen = columnsByOtherParser(sql);
    if (seen === null || statement.kind !== 'alter-table') continue;
    assert.deepEqual(statement.clauses.flatMap(columnOf), seen, sql);
    compared += seen.length;
  }
  assert.ok(compared >= 30, `only ${compared} columns compared`);
});

function read(sql: string): Statement {
  return parseStatement(sql, { start: 0, end: sql.length });
}

function isPuzzling(statement: Statement): boolean {
  if (statement.kind === 'other') return statement.verb !== 'DROP VIEW';
  return statement.kind === 'alter-table' && statement.clauses.some((clause) => clause.kind === 'unknown');
}

function changesOf(statement: AlterTable): readonly Clause[] {
  return statement.clauses.filter((clause) => clause.kind !== 'algorithm' && clause.kind !== 'lock');
}

/** The clause without its place. */
function essence(clause: Clause): string {
  return JSON.stringify(clause, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
}

function columnOf(clause: Clause): readonly string[] {
  if (clause.kind === 'rename-column') return [`rename ${clause.to.text}`];
  if (clause.kind === 'drop-column') return [`drop ${clause.column.text}`];
  if (clause.kind !== 'add-column' && clause.kind !== 'modify-column' && clause.kind !== 'change-column') return [];
  return [`${clause.kind.replace('-column', '')} ${clause.column.name.text} ${clause.column.type.name}`];
}

/** What the comparison needs of the other parser's clauses. */
interface OtherClause {
  readonly action: string;
  readonly resource: string;
  readonly column?: { readonly column: string };
  readonly definition?: { readonly dataType: string };
}

/** Null if it cannot read the statement, as it cannot read a third of what MySQL understands. */
function columnsByOtherParser(sql: string): readonly string[] | null {
  const clauses = astOf(sql);
  if (clauses === null) return null;
  return clauses.flatMap(({ action, resource, column, definition }) =>
    resource === 'column' && column !== undefined
      ? [[action, column.column, definition?.dataType].join(' ').trim()]
      : [],
  );
}

function astOf(sql: string): readonly OtherClause[] | null {
  try {
    const ast: unknown = new parser.Parser().astify(sql, { database: 'mysql' });
    return (ast as { readonly expr?: readonly OtherClause[] }).expr ?? null;
  } catch {
    return null;
  }
}
