import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../test/support/fast-check.ts';
import { lintFile } from './lint-file.ts';

test('findings are in the order of the file, at lines and columns an editor shows', () => {
  const text = '\uFEFF-- 🦄\r\nALTER TABLE t\r\n\tDROP COLUMN a,\r\n  ALGORITHM=COPY;\r\nDROP TABLE `🦄`, u;';
  assert.deepEqual(
    lintFile({ path: 'db/1.sql', text }).map(({ rule, file, start, end }) => [rule, file, start, end]),
    [
      ['drop-column', 'db/1.sql', { line: 3, column: 2 }, { line: 3, column: 15 }],
      ['explicit-algorithm-lock', 'db/1.sql', { line: 4, column: 3 }, { line: 4, column: 17 }],
      ['unsupported-statement', 'db/1.sql', { line: 5, column: 1 }, { line: 5, column: 19 }],
      ['unstorable-name', 'db/1.sql', { line: 5, column: 12 }, { line: 5, column: 16 }],
      ['drop-table', 'db/1.sql', { line: 5, column: 12 }, { line: 5, column: 16 }],
      ['drop-table', 'db/1.sql', { line: 5, column: 18 }, { line: 5, column: 19 }],
    ],
  );
});

test('severities are those of the configuration', () => {
  const severityOf = (severities: Readonly<Record<string, 'off' | 'notice' | 'error'>>): readonly string[] =>
    lintFile({
      path: 'a.sql',
      text: 'ALTER TABLE t DROP a, FORCE;',
      severities: (rule, own) => severities[rule] ?? own,
    }).map(({ severity }) => severity);
  assert.deepEqual(severityOf({}), ['error']);
  assert.deepEqual(severityOf({ 'drop-column': 'notice', 'drop-table': 'off' }), ['notice']);
  assert.deepEqual(severityOf({ 'drop-column': 'off' }), []);
});

test('titles fit, however long the names are', () => {
  const [finding] = lintFile({ path: 'a.sql', text: `ALTER TABLE ${'t'.repeat(64)} DROP ${'c'.repeat(64)};` });
  assert.equal(finding?.title.length, 80);
  assert.ok(finding?.message.includes('c'.repeat(64)));
});

test('no value from a statement is repeated in a message', () => {
  const text =
    "ALTER TABLE t ADD a VARCHAR(9) NOT NULL COMMENT 'secret', ADD b CHAR(9) DEFAULT (concat(uuid(), 'secret')), COMMENT 'secret'";
  const findings = lintFile({ path: 'a.sql', text });
  assert.equal(findings.length, 2);
  assert.ok(!JSON.stringify(findings).includes('secret'));
});

test('whatever is in the file, linting it gives findings inside of it', () => {
  const words =
    'ALTER TABLE t ADD DROP COLUMN INDEX ( ) , ; a `b` INT NOT NULL DEFAULT UNIQUE CHECK PARTITION BY RENAME TO ORDER ' +
    'CREATE . ENUM \' " ` /* */ /*!80000 --';
  const word = fc.constantFrom(...words.split(' '), '\n', '-- lint:ignore drop-column -- x\n');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      const lineCount = text.split('\n').length;
      for (const { start, end } of lintFile({ path: 'a.sql', text })) {
        assert.ok(start.line >= 1 && start.column >= 1 && end.line <= lineCount);
        assert.ok(end.line > start.line || (end.line === start.line && end.column > start.column));
      }
    }),
    { numRuns: 300 },
  );
});
