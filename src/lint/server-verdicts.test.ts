import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintFile } from './lint-file.ts';

const lines = readFileSync(new URL('../sql/fixtures/server-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const accepted = lines
  .map((line): { readonly sql: string; readonly mysql: string; readonly mariadb: string } => JSON.parse(line))
  .filter(({ mysql, mariadb }) => mysql === 'ok' || mariadb === 'ok')
  .map(({ sql }) => sql);

test('nothing that a server accepts is called a syntax error', () => {
  assert.deepEqual(
    accepted.filter((sql) => rulesFor(sql).includes('syntax-error')),
    [],
  );
});

test('what is refused is refused on purpose', () => {
  assert.deepEqual(
    accepted.filter((sql) => rulesFor(sql).includes('unsupported-statement')),
    [
      'ALTER TABLE users UNION=(t1,t2)',
      'ALTER TABLE users DISCARD TABLESPACE',
      'ALTER TABLE users SECONDARY_LOAD',
      'ALTER TABLE events EXCHANGE PARTITION p0 WITH TABLE events_archive WITHOUT VALIDATION',
      'ALTER TABLE events CHECK PARTITION ALL',
      'ALTER TABLE events DISCARD PARTITION p0 TABLESPACE',
      'DROP VIEW IF EXISTS v_users',
      'CREATE TEMPORARY TABLE tmp_x (a INT) ENGINE=MEMORY',
      'ALTER TABLE users CONVERT TABLE p0_t TO PARTITION p0 VALUES LESS THAN (10)',
    ],
  );
});

test('statements that are safe with old code and old rows pass without a word', () => {
  const quiet = accepted.filter((sql) => rulesFor(sql).length === 0);
  for (const sql of [
    'ALTER TABLE users ADD COLUMN nickname VARCHAR(64)',
    'ALTER TABLE users ADD COLUMN is_admin BOOLEAN NOT NULL DEFAULT FALSE',
    'ALTER TABLE users ADD KEY idx_email (email(20) DESC, created_at ASC)',
    'ALTER TABLE users DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, id)',
    'ALTER TABLE users CONVERT TO CHARACTER SET utf8mb4',
    'ALTER TABLE events ADD PARTITION PARTITIONS 4',
  ]) {
    assert.ok(quiet.includes(sql), sql);
  }
});

function rulesFor(text: string): readonly string[] {
  return lintFile({ path: 'a.sql', text }).map((finding) => finding.rule);
}
