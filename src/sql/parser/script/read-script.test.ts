import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitFile } from '../split-file.ts';
import { readScript } from './read-script.ts';

const up = 'ALTER TABLE a ADD x INT';
const more = 'ALTER TABLE b ADD y INT';
const down = 'ALTER TABLE a DROP x';

interface Read {
  readonly run: readonly string[];
  readonly leftOut: readonly string[];
  readonly faults: readonly string[];
}

/** The text of what is run, of what is left out, and what is wrong with the lines of faults. */
function read(text: string, path = 'migrations/1.sql'): Read {
  const script = readScript(path, text);
  assert.equal(script.text.length, text.length, 'offsets stay those of the file');
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return {
    run: script.statements.map((span) => script.text.slice(span.start, span.end)),
    leftOut: script.leftOut.map(slice),
    faults: script.faults.map(({ at, message }) => `${text.slice(0, at.start).split('\n').length}: ${message}`),
  };
}

const upAndDown: Readonly<Record<string, string>> = {
  goose: `-- +goose Up\n${up};\n\n-- +goose Down\n${down};\n`,
  'goose without a transaction': `-- +goose NO TRANSACTION\n-- +goose Up\n${up};\n-- +goose Down\n${down};`,
  'goose with its own template': `-- +goose Up\n-- +goose StatementBegin\n${up};\n-- +goose StatementEnd\n\n-- +goose Down\n-- +goose StatementBegin\n${down};\n-- +goose StatementEnd\n`,
  'goose in small letters': `--+goose up\r\n${up};\r\n--+goose down\r\n${down};`,
  'goose, down first': `-- +goose Down\n${down};`,
  'sql-migrate': `-- +migrate Up\n${up};\n-- +migrate Down\n${down};`,
  'sql-migrate without a transaction': `-- +migrate Up notransaction\n${up};\n-- +migrate Down notransaction\n${down};`,
  micrate: `-- +micrate Up\n${up};\n-- +micrate Down\n${down};`,
  dbmate: `-- migrate:up\n${up};\n\n-- migrate:down\n${down};\n`,
  'dbmate without a transaction': `-- migrate:up transaction:false\n${up};\n-- migrate:down transaction:false\n${down};`,
  'dbmate without a last semicolon': `-- migrate:up\n${up}\n-- migrate:down\n${down}`,
  tern: `${up};\n---- create above / drop below ----\n${down};`,
  Rambler: `-- rambler up\n${up};\n-- rambler down\n${down};`,
  MyBatis: `--// First migration.\n-- It's described here.\n${up};\n\n--//@UNDO\n-- It's undone here.\n${down};`,
  'MyBatis with blanks': `-- // First migration's.\n${up};\n-- //@UNDO\n${down};`,
  'a heading': `${up};\n\n-- rollback\n${down};`,
  'a heading with colon': `-- Up:\n${up};\n-- Down:\n${down};`,
  'a heading in a block': `/* UP */\n${up};\n/* Down Migration */\n${down};`,
  'a heading in lines': `${up};\n-- ==== ROLLBACK ====\n${down};`,
  'Play evolutions': `# --- !Ups\n${up};\n# --- !Downs\n${down};`,
  'a heading behind Windows line ends': `${up};\r\n--UNDO\r\n-- undo\r\n${down};\r\n`.replace('--UNDO\r\n', ''),
};

const breakpoint = '--> statement-breakpoint';

for (const [what, text] of Object.entries({
  'on lines of their own': `${up};\n${breakpoint}\n${more};\n`,
  'behind the statement': `${up};${breakpoint}\r\n${more};${breakpoint}\r\n`,
  'without delimiters': `${up}\n${breakpoint}\n${more}`,
  'behind a comment, with more blanks': `${up}; -- one\n  -->  statement-breakpoint  \n\n${more};`,
})) {
  test(`the breakpoints of Drizzle ${what}`, () => {
    assert.deepEqual(read(text), { run: [up, more], leftOut: [], faults: [] });
  });
}

test('what only looks like a breakpoint is code, or text', () => {
  const text = `INSERT INTO a VALUES ('\n${breakpoint}\n'); /*\n${breakpoint}\n*/ SELECT 1 ${breakpoint}s`;
  const [first = '', second = ''] = read(text).run;
  assert.match(first, /statement-breakpoint/u);
  assert.match(second, /statement-breakpoints$/u);
});

test('under a heading of a person a breakpoint changes nothing', () => {
  const { run, leftOut } = read(`${up};\n${breakpoint}\n-- rollback\n${down};`);
  assert.deepEqual(run, [up]);
  assert.equal(leftOut.length, 1);
});

for (const [what, text] of Object.entries(upAndDown)) {
  test(`${what}: what undoes is left out`, () => {
    const { run, leftOut, faults } = read(text);
    assert.deepEqual(faults, []);
    assert.deepEqual(run, text.includes(up) ? [up] : []);
    assert.equal(leftOut.length, 1);
    assert.match(leftOut[0] ?? '', /^(?:--|#|\/\*)[\s\S]*ALTER TABLE a DROP x$/u);
  });
}

test('Liquibase: rollbacks are left out, changesets are run, in every way to write them', () => {
  const text = [
    '--liquibase formatted sql',
    '',
    '--changeset mona:1 runInTransaction:false splitStatements:true',
    "--comment: It's a column",
    `${up};`,
    '--rollback ALTER TABLE a',
    "--rollback DROP x; -- it's gone",
    '',
    '-- changeset mona:2 dbms:mysql,mariadb',
    'ALTER TABLE b',
    '--a comment for Liquibase alone',
    'ADD y INT;',
    '/* liquibase rollback',
    '   ALTER TABLE b DROP y;',
    '*/',
  ].join('\n');
  const { run, leftOut, faults } = read(text);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    run.map((statement) => statement.replace(/\s+/gu, ' ')),
    [up, more],
  );
  assert.deepEqual(
    leftOut.map((part) => part.split('\n').length),
    [2, 3],
  );
});

test('a statement of several is one where the tool says so', () => {
  const body = 'CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n  SET NEW.x = 1;\n  SET NEW.y = 2;\nEND';
  for (const tool of ['goose', 'migrate', 'micrate']) {
    const text = `-- +${tool} Up\n-- +${tool} StatementBegin\n${body};\n-- +${tool} StatementEnd\n${up};\n`;
    assert.deepEqual(read(text), { run: [body, up], leftOut: [], faults: [] });
  }
});

test('sql-migrate may go up again', () => {
  const { run, faults } = read(
    `-- +migrate Up\n${up};\n-- +migrate Down\n${down};\n-- +migrate Up\n${more};\n-- +migrate Down\nSELECT 1;`,
  );
  assert.deepEqual([run, faults], [[up, more], []]);
});

const plain: Readonly<Record<string, string>> = {
  'a sentence': `-- Rollback is not possible: the data is gone\n${up};\n-- undo what 1.sql did\n${more};`,
  'a rollback in a comment': `${up};\n-- rollback: ALTER TABLE a DROP x;\n${more};`,
  'a marker in a string': `ALTER TABLE a COMMENT '\n-- +goose Down\n';\n${up};`,
  'a marker in a comment': `/*\n-- +goose Down\n*/\n${up};`,
  'a marker behind code': `${up}; -- migrate:down\n${more};`,
  'a heading for what is not undone': `-- up\n${up};\n-- Up Migration\n${more};`,
  'a heading with nothing under it': `${up};\n${more};\n-- rollback\n-- there is none\n`,
};

for (const [what, text] of Object.entries(plain)) {
  test(`${what} leaves nothing out`, () => {
    const script = readScript('1.sql', text);
    assert.deepEqual([script.leftOut, script.faults], [[], []]);
    assert.equal(script.statements.length, 2 - (what === 'a marker in a comment' ? 1 : 0));
    assert.deepEqual(script.statements, splitFile(text).statements);
  });
}

const faulty: readonly (readonly [text: string, fault: RegExp])[] = [
  [`-- +goose Sideways\n${up};`, /^1: .*"-- \+goose Sideways" is not understood/u],
  [`-- +goose ENVSUB ON\n-- +goose Up\n${up};`, /^1: .*ENVSUB ON" is not understood/u],
  [
    `-- +goose Up\n${up};\n-- +migrate Down\n${down};`,
    /^3: .*is of sql-migrate, and others in this file are of goose/u,
  ],
  [`-- +goose Up\n${up};\n-- +goose Down\n${down};\n-- +goose Up\n${more};`, /^5: .*follows the part that undoes it/u],
  [`${up};\n-- +goose Up\n${more};`, /^1: This stands before "-- \+goose Up"/u],
  [`-- +goose Up\n-- +goose StatementBegin\n${up};`, /^2: .*has no end/u],
  [`-- +goose Up\n${up};\n-- +goose StatementEnd`, /^3: .*has no beginning/u],
  [
    `-- +goose Up\n-- +goose StatementBegin\n${up};\n${more};\n-- +goose StatementEnd`,
    /^2: .*holds several statements/u,
  ],
  [`-- +goose StatementBegin\n${up};\n-- +goose StatementEnd`, /^1: .*stands before the part/u],
  [`-- +shmig down\n${down};`, /^1: .*of a tool that is not known/u],
  [`-- migrate:sideways\n${up};`, /^1: .*migrate:sideways" is not understood/u],
  [`-- migrate:up lock:none\n${up};`, /^1: .*is not understood/u],
  [`--//@DELIMITER //\n${up}//`, /^1: .*changes the delimiter/u],
  [`--liquibase formatted sql\n${up};\n--changeset m:1\n${more};`, /^2: This stands before "--changeset m:1"/u],
  [`--liquibase formatted sql\n--changeset m:1 context:test\n${up};`, /^2: .*with context:test for something/u],
  [`--liquibase formatted sql\n--changeset m:1 endDelimiter://\n${up}//`, /^2: .*endDelimiter/u],
  [`--changeset m:1 dbms:postgresql\n${up};`, /^1: .*dbms:postgresql/u],
  [`--changeset m:1\n--preconditions onFail:MARK_RAN\n${up};`, /^2: .*only Liquibase does/u],
  [`${up};\n-- rollback: run what follows\n${down};`, /^2: .*may be the heading of a part/u],
  [`ALTER TABLE a ADD x INT\n-- rollback\n, ADD y INT;`, /^2: .*stands within a statement/u],
];

for (const [text, fault] of faulty) {
  test(`what cannot be told is refused with its line: ${String(fault)}`, () => {
    const [first] = read(text).faults;
    assert.match(first ?? 'none', fault);
  });
}

const names: Readonly<Record<string, 'run' | 'down' | 'unclear'>> = {
  'migrations/000001_x.up.sql': 'run',
  'migrations/000001_x.down.sql': 'down',
  'migrations/2024-01-01-000000_x/down.sql': 'down',
  'migrations/2024-01-01-000000_x/up.sql': 'run',
  'sqls/20150207135259-x-down.sql': 'down',
  'sqls/20150207135259-x-up.sql': 'run',
  'db/001.undo.x.sql': 'down',
  'db/001.do.x.sql': 'run',
  'sql/U1__x.sql': 'down',
  'sql/U1.2_3__x.sql': 'down',
  'sql/B5__all.sql': 'down',
  'sql/afterMigrate.sql': 'down',
  'sql/beforeMigrate__x.sql': 'down',
  'sql/afterMigrateApplied.sql': 'down',
  'sql/beforeEachMigrateStatement.sql': 'down',
  'sql/afterEachUndoStatementError__x.sql': 'down',
  'sql/beforeRepeatables.sql': 'down',
  'sql/afterVersioned.sql': 'down',
  'sql/createSchema.sql': 'down',
  'sql/afterRelease.sql': 'run',
  'sql/aftermigrate_x.sql': 'run',
  'sql/B_tree.sql': 'run',
  'sql/V1__x.sql': 'run',
  'sql/V2__undo.sql': 'run',
  'sql/R__x.sql': 'run',
  'sql/Users__x.sql': 'run',
  'sql/U__x.sql': 'run',
  'migrations/7_scale_down_limits.sql': 'run',
  'migrations/7_rollback.sql': 'unclear',
  'migrations/7_down.sql': 'unclear',
  'migrations/revert/7.sql': 'unclear',
  'markdown.sql': 'run',
};

for (const [path, verdict] of Object.entries(names)) {
  test(`${path}: ${verdict}`, () => {
    const { run, leftOut, faults } = read(`${up};`, path);
    assert.deepEqual(run, verdict === 'down' ? [] : [up]);
    assert.deepEqual([leftOut.length, faults.length], [Number(verdict === 'down'), Number(verdict === 'unclear')]);
  });
}

test('whatever the text, offsets stay, and nothing runs that stands behind an UNDO', () => {
  const piece = fc.constantFrom(
    'a',
    ';',
    "'",
    '`',
    '/*',
    '*/',
    '-- x',
    '\n',
    '\n-- +goose Up\n',
    '\n-- rollback\n',
    '\n--//@UNDO\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const script = readScript('1.sql', text);
      assert.equal(script.text.length, text.length);
      // Nothing of a file with a fault is run.
      if (script.faults.length > 0) return;
      const downAt = text.indexOf('\n--//@UNDO\n');
      for (const { start, end } of script.statements) {
        assert.ok(start < end);
        if (downAt >= 0 && script.leftOut.some((part) => part.start === downAt + 1)) assert.ok(end <= downAt);
      }
    }),
  );
});

test('a large file is read in time that grows with it', () => {
  for (const unit of ['-- +goose Up\n', "--rollback it's\n", '-- rollback: x\n', 'a,', '--', '/*', '\n', '# x\n']) {
    const startedAt = performance.now();
    readScript('1.sql', unit.repeat(300_000 / unit.length));
    assert.ok(performance.now() - startedAt < 3000, JSON.stringify(unit));
  }
});
