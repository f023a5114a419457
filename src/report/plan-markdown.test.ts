import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { namedByNobody } from '../engine/plan/named-by.ts';
import type { Finding } from '../lint/finding.ts';
import { checkRunPage, commentPage } from './fit.ts';
import { type PlanContext, planMarkdown } from './plan-markdown.ts';

const planned: Extract<PlannedStatement, { kind: 'planned' }> = {
  kind: 'planned',
  file: 'migrations/1 names.sql',
  line: 3,
  statement: 'ALTER TABLE users\n  MODIFY name VARCHAR(300)',
  table: 'users',
  algorithm: 'copy',
  reason: 'The server would copy the table and block writers.',
  rows: 2_800_000,
  dataBytes: 1024 ** 3,
  indexBytes: 0,
  before: 'CREATE TABLE `users` (\n  `name` varchar(50)\n)',
  after: 'CREATE TABLE `users` (\n  `name` varchar(300)\n)',
  migrationKey: { name: 'PRIMARY', columns: ['id'], reason: 'the primary key' },
  deferral: null,
  warnings: [],
  wayBack: null,
  hazards: [],
  namedBy: namedByNobody,
  estimate: null,
};

const finding: Finding = {
  rule: 'drop-column',
  severity: 'error',
  file: 'migrations/1 names.sql',
  statement: 1,
  table: 'users',
  start: { line: 4, column: 3 },
  end: { line: 4, column: 9 },
  title: 'Drops users.note',
  message: '`users.note` is dropped, says @octocat.',
  why: 'Its data cannot be brought back.',
  fix: null,
};

const report: PlanReport = {
  version: '1.2.3',
  digest: 'f'.repeat(64),
  database: 'root@db.internal:3306/shop',
  problem: null,
  leftOut: [],
  statements: [planned],
  findings: [],
  accepted: [],
  suppressed: [],
};

const links = {
  run: 'https://example.test/run',
  file: (path: string, line: number) => `https://example.test/${path}#L${line}`,
};

function render(
  changes: Partial<PlanReport>,
  page = commentPage,
  remarks: string[] = [],
  merge: Partial<PlanContext> = {},
): string {
  const context = { links, commit: '0123456789abcdef', remarks, obstacle: null, migratesOnMerge: true, ...merge };
  return planMarkdown({ ...report, ...changes }, context, page).replaceAll('\u00A0', ' ');
}

test('a merge that will migrate nothing is not promised to', () => {
  assert.match(render({}), /What next:\*\* merge\. The statements run/u);
  assert.doesNotMatch(render({}, commentPage, [], { migratesOnMerge: false }), /The statements run/u);
});

test('what is in the way beside the statements makes a plan not ready', () => {
  const text = render({}, commentPage, [], { obstacle: 'The config cannot be used.' });
  assert.match(text, /Not ready[\s\S]*\*\*The config cannot be used\. 1 statement[\s\S]*- Correct the config file/u);
});

test('a plan tells what each statement does, and what it changes', () => {
  const text = render({});
  assert.match(
    text,
    /^## 🚢 Ghostship · Ready to ship\n\n> \[!TIP\]\n> \*\*1 statement: by copying 2\.8 M rows \(1 GiB\)\.\*\*/u,
  );
  assert.match(
    text,
    /\| \[1 names\.sql:3\]\(https:\/\/example\.test\/migrations\/1%20names\.sql#L3\)<br>`ALTER TABLE users MODIFY name VARCHAR\(300\)` \| 🚢&nbsp;copy \| 2\.8 M \| 1 GiB \|/u,
  );
  assert.match(text, /<summary>users \(line 3\): \+1 −1<\/summary>\n\n```diff\n[^`]*`users`/u);
  assert.match(text, /\*\*What next:\*\* merge\./u);
  assert.match(text, /commit 0123456 · plan ffffffffffff · dry run on shop<\/sub>$/u);
});

test('what a copy will take is told as roughly as it is known', () => {
  const estimate = { sampledRows: 68_000, durationMs: 274_000, diskBytes: 3e9, binlogBytes: 2e9, cutoverMs: 34 };
  assert.match(
    render({ statements: [{ ...planned, estimate }] }),
    /From a sample of 68 k rows: about 5 min, two to three times that among writers; 2\.8 GiB of disk and 1\.9 GiB of binary log; writers wait some 40 ms at the cutover\./u,
  );
});

test('when indexes are built, and why then', () => {
  const told = (indexes: readonly string[], reason: string): string =>
    render({ statements: [{ ...planned, deferral: { indexes, reason } }] });
  assert.match(told(['by_name', 'by_age'], 'so'), /Indexes by\\_name and by\\_age are built after the copy: so\./u);
  assert.match(told([], 'the table is small'), /Indexes are filled along with the rows: the table is small\./u);
});

test('the host and the user of a database are nobody’s business', () => {
  assert.doesNotMatch(render({}), /db\.internal|root/u);
});

test('errors come with what to do about them', () => {
  const text = render({ findings: [finding] });
  assert.match(text, /Not ready\n\n> \[!CAUTION\]\n> \*\*1 lint error\. 1 statement: /u);
  assert.match(
    text,
    /- ❌ \[line 4\]\(\S+#L4\) · \*\*Drops users\.note\*\* · `drop-column`<br>`users\.note` is dropped/u,
  );
  assert.match(text, /`-- lint:ignore drop-column -- reason`/u);
});

test('nobody is notified by a statement or a finding', () => {
  const statements = [
    { ...planned, statement: "ALTER TABLE t COMMENT 'ask @octocat <b>'", reason: 'For @mona, see #12 | <i>' },
  ];
  const text = render({ findings: [finding], statements });
  const outsideOfCode = text.replace(/`[^`]*`/gu, '');
  assert.doesNotMatch(outsideOfCode, /@octocat|@mona|#12|<i>/u);
});

test('what cannot be silenced is not offered to be', () => {
  const text = render({ findings: [{ ...finding, rule: 'unsupported-statement' }] });
  assert.doesNotMatch(text, /lint:ignore/u);
});

test('every kind of statement says what becomes of it', () => {
  const place = { file: null, line: 1, statement: 'ALTER TABLE t ADD a INT', table: 't' };
  const error = { code: 'unknown-table', message: 'There is no table t in shop.', hint: 'Check the name.' } as const;
  const text = render({
    statements: [
      { kind: 'applied', ...place, finished: '2026-01-02 03:04:05', isReverted: false },
      { kind: 'unplanned', ...place, why: 'Nobody may make the schema.' },
      { kind: 'unplanned', ...place, why: null },
      { kind: 'refused', ...place, error },
    ],
  });
  for (const part of [
    'Completed on 2026-01-02 03:04:05',
    'Nobody may make the schema',
    'No dry run',
    'There is no table t in shop. Check the name.',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.match(text, /1 statement that would be refused\. 4 statements: /u);
});

test('a database that could not be asked fails the plan and says why', () => {
  const problem = { code: 'cannot-connect', message: 'Cannot reach shop.', hint: 'Check host and port.' } as const;
  const text = render({ problem, statements: [] });
  assert.match(
    text,
    /Not ready[\s\S]*Cannot reach shop\.<br>Check host and port\.[\s\S]*Let the runner reach the database/u,
  );
});

test('warnings are counted, remarks are shown', () => {
  const text = render({ findings: [{ ...finding, severity: 'warning' }] }, commentPage, ['This comes from a fork.']);
  assert.match(text, /Ready to ship, with 1 warning\n\n> \[!WARNING\]/u);
  assert.match(text, /> \[!NOTE\]\n> This comes from a fork\./u);
});

test('a check run has the verdict for a title already', () => {
  assert.match(render({}, checkRunPage), /^> \[!TIP\]/u);
});

test('a plan of any size fits, and says what is left out', () => {
  const statements = Array.from({ length: 400 }, (_, index) => ({
    ...planned,
    line: index + 1,
    after: `${planned.after}\n${'-- x\n'.repeat(200)}`,
  }));
  const findings = Array.from({ length: 400 }, (_, index) => ({ ...finding, start: { line: index + 1, column: 1 } }));
  const text = render({ statements, findings });
  assert.ok(text.length <= commentPage.limit);
  assert.match(text, /Not everything fits here/u);
  assert.match(text, /names\.sql:1\]/u);
});
