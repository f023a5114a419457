import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clause } from './clause.ts';
import { parseStatement } from './parse-statement.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

test('every span is where its text stands', () => {
  const text =
    '-- é 🦄\nALTER TABLE `my db`.`t``x` ADD (a INT UNSIGNED NOT NULL, KEY k (`b c`(3), (lower(d)))), DROP COLUMN e';
  const statement = readAt(text, text.indexOf('ALTER'));
  assert.equal(statement.kind, 'alter-table');
  assert.equal(slice(text, statement.table), '`my db`.`t``x`');
  assert.deepEqual([statement.table.schema, statement.table.name], ['my db', 't`x']);
  assert.deepEqual(
    statement.clauses.map((clause) => slice(text, clause)),
    ['a INT UNSIGNED NOT NULL', 'KEY k (`b c`(3), (lower(d)))', 'DROP COLUMN e'],
  );
  const [column, index, drop] = statement.clauses;
  assert.equal(column?.kind === 'add-column' && slice(text, column.column.type), 'INT UNSIGNED');
  assert.equal(drop?.kind === 'drop-column' && slice(text, drop.column), 'e');
  assert.deepEqual(
    index?.kind === 'add-index' &&
      index.parts.map((part) => [slice(text, part), part.column?.text ?? null, part.hasPrefixLength]),
    [
      ['`b c`(3)', 'b c', true],
      ['(lower(d))', null, false],
    ],
  );
});

test('commas and keywords that belong to a clause do not end it', () => {
  const kinds = (sql: string): readonly string[] => clausesOf(sql).map((clause) => clause.kind);
  assert.deepEqual(kinds("ALTER TABLE t ADD a ENUM('x,y', 'z') DEFAULT (concat(1, 2)), FORCE"), [
    'add-column',
    'force',
  ]);
  assert.deepEqual(kinds('ALTER TABLE t ORDER BY a, s.t.b DESC, FORCE'), ['order-by', 'force']);
  assert.deepEqual(kinds('ALTER TABLE t ORDER BY a, ADD b INT'), ['order-by', 'add-column']);
  assert.deepEqual(kinds('ALTER TABLE t REORGANIZE PARTITION a, b INTO (PARTITION c VALUES LESS THAN (9))'), [
    'partition',
  ]);
  assert.deepEqual(kinds('ALTER TABLE t ENGINE=InnoDB, ADD a INT PARTITION BY KEY (a) PARTITIONS 2'), [
    'table-options',
    'add-column',
    'partition',
  ]);
});

test('words that start something else elsewhere may be column names', () => {
  const names = clausesOf(
    'ALTER TABLE t ADD system INT, ADD period INT, ADD vector INT, DROP `index`, DROP `primary`',
  ).map(columnOf);
  assert.deepEqual(names, ['system', 'period', 'vector', 'index', 'primary']);
});

test('an index nobody reads is told from one that is used', () => {
  const used = [
    'KEY k (invisible)',
    'KEY k (a) INVISIBLE',
    'KEY k (a) NOT IGNORED',
    'KEY k (a) /*!80000 INVISIBLE */',
  ].map((index) => {
    const [clause] = clausesOf(`ALTER TABLE t ADD ${index}`);
    return clause?.kind === 'add-index' && clause.used;
  });
  assert.deepEqual(used, [true, false, true, false]);
  const [created] = clausesOf('CREATE INDEX k ON t (a) IGNORED LOCK=NONE');
  assert.equal(created?.kind === 'add-index' && created.used, false);
});

test('partitions are named', () => {
  const [clause] = clausesOf('ALTER TABLE t TRUNCATE PARTITION p0, `p 1`');
  assert.deepEqual(clause?.kind === 'partition' && [clause.operation, clause.names.map((name) => name.text)], [
    'truncate',
    ['p0', 'p 1'],
  ]);
});

test('options come in every spelling, many to a clause', () => {
  const [clause] = clausesOf(
    "ALTER TABLE t DEFAULT CHARACTER SET = latin1 COLLATE latin1_bin COMMENT 'a b' AUTO_INCREMENT 5 WHATEVER=1",
  );
  assert.deepEqual(
    clause?.kind === 'table-options' && clause.options.map((option) => `${option.name}:${option.value}`),
    ['CHARSET:latin1', 'COLLATE:latin1_bin', "COMMENT:'a b'", 'AUTO_INCREMENT:5', 'WHATEVER:1'],
  );
});

test('a clause that is not known is no error', () => {
  assert.deepEqual(
    clausesOf('ALTER TABLE t FROBNICATE a b, DROP b').map((clause) => clause.kind),
    ['unknown', 'drop-column'],
  );
});

for (const [sql, expected] of [
  ['CREATE TABLE t (a INT, b INT, PRIMARY KEY (a))', { kind: 'create-table', temporary: false, replaces: false }],
  ['CREATE OR REPLACE TABLE t (a INT)', { kind: 'create-table', replaces: true }],
  ['DROP TEMPORARY TABLE IF EXISTS a, b.c', { kind: 'drop-table', temporary: true }],
  ['RENAME TABLE a WAIT 5 TO b, c TO d.e', { kind: 'rename-table' }],
  ['TRUNCATE s.t', { kind: 'truncate-table' }],
  ['DROP SCHEMA IF EXISTS s', { kind: 'drop-database' }],
  [
    'CREATE DEFINER = CURRENT_USER TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a = 1',
    { kind: 'other', verb: 'CREATE TRIGGER' },
  ],
  ['update t set a = 1', { kind: 'data', verb: 'UPDATE', rows: 0 }],
  ['ALTER TABLE', { kind: 'other', verb: 'ALTER TABLE' }],
] as const) {
  test(`${sql} is told apart`, () => {
    assert.partialDeepStrictEqual(readAt(sql, 0), expected);
  });
}

function readAt(text: string, start: number): Statement {
  return parseStatement(text, { start, end: text.length });
}

function clausesOf(sql: string): readonly Clause[] {
  const statement = readAt(sql, 0);
  return statement.kind === 'alter-table' ? statement.clauses : [];
}

function columnOf(clause: Clause): string | null {
  if (clause.kind === 'add-column') return clause.column.name.text;
  return clause.kind === 'drop-column' ? clause.column.text : null;
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
