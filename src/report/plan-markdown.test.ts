import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding, planned, render } from '../../test/support/plan-example.ts';
import { noConfig } from '../commands/options/config.ts';
import { readSettings } from '../commands/options/settings.ts';
import { checkRunPage, commentPage } from './fit.ts';
import type { PlanContext } from './plan-markdown.ts';

test('rules that had nobody to ask are named', () => {
  const rulesLeftOut = ['shrink-column', 'large-table'];
  assert.match(
    render({ rulesLeftOut, database: null }),
    /2 rules need a database, and none was asked: shrink-column and large-table\./u,
  );
  for (const report of [{}, { rulesLeftOut }]) assert.doesNotMatch(render(report), /need a database/u);
});

test('a merge that will migrate nothing is not promised to', () => {
  assert.match(render({}), /What next:\*\* merge\. The statements run/u);
  assert.doesNotMatch(render({}, commentPage, [], { migratesOnMerge: false }), /The statements run/u);
  assert.match(
    render({}, commentPage, [], { needsApproval: true }),
    /\*\*What next:\*\* [^\n]*approve the newest commit[^\n]* Then merge\./u,
  );
});

test('what is in the way beside the statements makes a plan not ready', () => {
  const text = render({}, commentPage, [], { obstacle: 'The config cannot be used.' });
  assert.match(
    text,
    /Not ready[\s\S]*\*\*The config cannot be used\. 1 statement[\s\S]*- Correct the option, or the config file/u,
  );
});

test('a plan tells what each statement does, and what it changes', () => {
  const text = render({});
  assert.match(
    text,
    /^## 🚢 Ghostship · Ready to ship\n\n> \[!TIP\]\n> \*\*1 statement: by copying 2\.8 M rows \(1 GiB\)\.\*\*/u,
  );
  assert.match(
    text,
    /\| \[1 names\.sql:3\]\(https:\/\/example\.test\/migrations\/1%20names\.sql#L3-L4\)<br>`ALTER TABLE users MODIFY name VARCHAR\(300\)`<br>🚢&nbsp;copy · 2\.8 M rows · 1 GiB \|/u,
  );
  assert.match(text, /<summary>1 names\.sql:3 · users: \+1 −1<\/summary>\n\n```diff\n[^`]*`users`/u);
  assert.match(text, /\*\*What next:\*\* merge\./u);
  assert.match(text, /commit 0123456 · plan ffffffffffff<\/sub>$/u);
});

test('a long name of a file can be broken, so that a telephone shows both columns', () => {
  const text = render({ statements: [{ ...planned, file: 'migrations/0002_more_of-it.sql' }] });
  assert.match(text, /\[0002\\_<wbr>more\\_<wbr>of-<wbr>it\.sql:3\]/u);
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

test('the server is named once, without its user', () => {
  const text = render({ statements: [planned, planned] });
  assert.equal(text.split('db.internal').length, 2);
  assert.match(text, /\*\*Asked:\*\* the test replica `db\.internal:3306\/shop`/u);
  assert.doesNotMatch(text, /root/u);
});

test('what is red stands before the table, and the table before the diffs', () => {
  const text = render({ findings: [finding] });
  const order = ['[!CAUTION]', '### Findings', '| Statement |', '<details>', '### What next'].map((part) =>
    text.indexOf(part),
  );
  assert.deepEqual(
    order,
    order.toSorted((one, other) => one - other),
  );
  assert.ok(order.every((at) => at >= 0));
});

test('of many findings the first of each rule and file is told in full and none is lost', () => {
  const findings = Array.from({ length: 180 }, (_, index) => ({
    ...finding,
    rule: index % 2 === 0 ? 'drop-column' : 'no-primary-key',
    file: `migrations/${index % 3}.sql`,
    start: { line: index + 1, column: 1 },
  }));
  const statements = Array.from({ length: 180 }, (_, index) => ({
    ...planned,
    line: index + 1,
    after: `${planned.after}\n${'-- x\n'.repeat(200)}`,
  }));
  const text = render({ findings, statements });
  assert.ok(text.length <= commentPage.limit);
  assert.equal(text.split('*Its data cannot be brought back.*').length - 1, 6);
  for (const { file, start } of findings) assert.match(text, new RegExp(`/${file}#L${start.line}\\)`, 'u'));
});

test('a warning about a table is given once, and not with every statement', () => {
  const warned = { ...planned, warnings: ['It has a partition too many.'] };
  const text = render({ statements: [warned, { ...warned, line: 9 }, { ...warned, table: 'orders' }] });
  assert.equal(text.split('a partition too many').length - 1, 2);
});

test('what is in the way of many statements alike is told in full once', () => {
  const why = `The user lacks ${'CREATE on shop.*, '.repeat(20)}DROP on shop.*.`;
  const statements = Array.from({ length: 180 }, (_, index) => ({
    kind: 'refused' as const,
    file: 'migrations/1.sql',
    line: index + 1,
    statement: `ALTER TABLE users ADD c${index} INT`,
    table: 'users',
    error: { code: 'missing-privileges' as const, message: why, hint: 'Grant them.' },
  }));
  const text = render({ findings: [], statements });
  // Among the findings, and in the table.
  assert.equal(text.split('The user lacks').length - 1, 2);
  assert.match(text, /179\s+more statements refused for the same reason/u);
});

test('of very many files what is grave stays, and what to do next', () => {
  const files = Array.from({ length: 300 }, (_, index) => `migrations/${String(index).padStart(4, '0')}.sql`);
  const again = {
    ...finding,
    severity: 'warning',
    rule: 'multiple-alters-same-table',
    title: 'Alters users again',
  } as const;
  const dropped = {
    ...planned,
    file: 'migrations/9999.sql',
    statement: 'ALTER TABLE users DROP name',
    facts: { ...planned.facts, destroyed: { isTable: false, columns: ['name'], indexes: [], partitions: [], rows: 2 } },
  };
  const text = render({
    findings: files.map((file) => ({ ...again, file })),
    statements: [...files.map((file) => ({ ...planned, file, reason: `Because of ${file}. `.repeat(8) })), dropped],
  });
  assert.ok(text.length <= commentPage.limit);
  assert.equal(text.split('**Alters users again**').length - 1, 1);
  assert.match(text, /🗑️ \*\*Destroys the column/u);
  assert.match(text, /And \d+ statements more\./u);
  assert.match(text, /What next/u);
});

test('a statement that changes no definition has no diff', () => {
  const text = render({ statements: [{ ...planned, algorithm: 'direct', before: '', after: '' }] });
  assert.doesNotMatch(text, /a new table|<details>/u);
});

test('what is destroyed stands in the row, and that no row is touched does not', () => {
  const after = 'CREATE TABLE `users` (\n  `id` int\n)';
  const text = render({
    statements: [
      {
        ...planned,
        algorithm: 'instant',
        reason: 'It touches no row.',
        statement: 'ALTER TABLE users DROP name',
        after,
        facts: { ...planned.facts, destroyed: { ...planned.facts.destroyed, columns: ['name'] } },
      },
    ],
  });
  assert.match(text, /🗑️ \*\*Destroys the column `name` with all values\.\*\*/u);
  assert.doesNotMatch(text, /touches no row/u);
});

for (const [options, expected] of [
  [{}, /The old table is dropped after the swap: then there is no way back\./u],
  [
    { retired: 'keep' },
    /The old table is kept until somebody drops it: until then `\/ghostship revert` brings it back/u,
  ],
  [{ retired: 'keep 7d' }, /The old table is kept for 7 d: .*; the column city would be lost\./u],
  [{ cutover: 'wait' }, /The swap waits for a person: somebody who may push writes `\/ghostship cutover`/u],
  [
    { 'max-lag': '2s', 'max-load': 'Threads_running=25' },
    /\*\*Limits:\*\* max-lag 2\.0 s · lock-budget 3\.0 s · max-load Threads\\_running=25/u,
  ],
] as const) {
  test(`under ${JSON.stringify(options)} the page says what becomes of the table`, () => {
    const wayBack = { isOpen: true, lostColumns: ['city'] } as const;
    const termsFor: PlanContext['termsFor'] = (file, table) => readSettings(options, noConfig).valuesFor(file, table);
    assert.match(render({ statements: [{ ...planned, wayBack }] }, commentPage, [], { termsFor }), expected);
  });
}

test('limits that differ by table are told by table', () => {
  const config = {
    ...noConfig,
    overrides: [{ files: [], tables: ['orders'], rules: {}, values: { 'max-lag': '9s' } }],
  };
  const text = render({ statements: [planned, { ...planned, table: 'orders' }] }, commentPage, [], {
    termsFor: (file, table) => readSettings({}, config).valuesFor(file, table),
  });
  assert.match(text, /\*\*Limits for `users`:\*\* max-lag 1\.5 s[\s\S]*\*\*Limits for `orders`:\*\* max-lag 9\.0 s/u);
});

test('errors come with what to do about them', () => {
  const text = render({ findings: [finding] });
  assert.match(text, /Not ready\n\n> \[!CAUTION\]\n> \*\*1 lint error\. 1 statement: /u);
  assert.match(
    text,
    /- ❌ \[`migrations\/1 names\.sql:4`\]\(\S+#L4\) · \*\*Drops users\.note\*\* · `drop-column`<br>`users\.note` is dropped/u,
  );
  assert.match(text, /`-- lint:ignore drop-column -- reason`/u);
});

test('what only an option accepts is not offered to a comment', () => {
  const text = render({
    findings: [finding, { ...finding, rule: 'drop-table' }, { ...finding, rule: 'rename-table' }],
  });
  assert.match(text, /lint:ignore drop-column -- reason/u);
  assert.match(text, /- If this is intended, name `drop-table` and `rename-table` in `allow`/u);
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
    'There is no table t in shop.<br>**Instead:** Check the name.',
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
    /Not ready\n\n> \[!CAUTION\]\n> \*\*Cannot reach shop\. There are no statements[^\n]*\n>\n> Check host and port\.[\s\S]*Let the runner reach the database/u,
  );
});

test('warnings are counted, remarks are shown', () => {
  const text = render({ findings: [{ ...finding, severity: 'warning' }] }, commentPage, ['This comes from a fork.']);
  assert.match(text, /Ready to ship, with 1 warning\n\n> \[!WARNING\]/u);
  assert.match(text, /> \[!NOTE\]\n> This comes from a fork\./u);
});

test('what was not tried although a database was meant to be asked is no good news', () => {
  const { kind: _, ...place } = planned;
  const statements = [{ ...place, kind: 'unplanned', why: null } as const];
  const text = render({ database: null, statements }, commentPage, [], { isUntried: true });
  assert.match(text, /No errors\n\n> \[!WARNING\][\s\S]*give this job `target` or `replica`[\s\S]*nothing was tried/u);
  assert.match(render({ database: null, statements }), /> \[!TIP\][\s\S]*\*\*What next:\*\* merge/u);
});

test('a check run has the verdict for a title already', () => {
  assert.match(render({}, checkRunPage), /^> \[!TIP\]/u);
});
