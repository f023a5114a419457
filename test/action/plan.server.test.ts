import assert from 'node:assert/strict';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pullRequestEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What a pull request gets to see, from the bundled action as a runner runs it. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene);
  await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY, note TEXT)');
});
after(() => scene[Symbol.asyncDispose]());

type PullRequest = ReturnType<ReturnType<Scene['github']['createRepository']>['openPullRequest']>;

function openPullRequest(files: Readonly<Record<string, string>>, fork = false): PullRequest {
  const repository = scene.github.createRepository({ name: `shop-${counter++}`, files: { 'README.md': '# Shop\n' } });
  return repository.openPullRequest({ title: 'Change tables', author: 'mona', files, fork });
}
let counter = 1;

function plan(
  pull: PullRequest,
  changes: Partial<Job> = {},
  inputs: Readonly<Record<string, string>> = scene.inputs,
): Promise<ActionRun> {
  const event = pullRequestEvent(scene.github.urls, pull, 'synchronize');
  return scene.runner.run({ event, inputs, permissions, secrets: [scene.inputs.password], ...changes });
}

const onlyComment = (pull: PullRequest): string => {
  const comments = pull.base.repository.comments(pull);
  assert.equal(comments.length, 1);
  return comments[0]?.body ?? '';
};

const onlyCheck = (pull: PullRequest) => {
  const checks = pull.base.repository.checkRuns(pull.headCommit.sha);
  assert.equal(checks.length, 1);
  const [check] = checks;
  assert.ok(check !== undefined);
  return check;
};

test('a pull request gets one comment, brought up to date, and a check run for each commit', async () => {
  const path = 'migrations/1.sql';
  const pull = openPullRequest({
    [path]: 'ALTER TABLE users MODIFY name VARCHAR(300);\nALTER TABLE orders DROP COLUMN note;\n',
  });
  const refused = await plan(pull);
  assert.equal(refused.conclusion, 'failure');
  assert.match(
    onlyComment(pull),
    /Not ready[\s\S]*ALTER TABLE users MODIFY name VARCHAR\(300\)[\s\S]*copy[\s\S]*drop-column/u,
  );
  const check = onlyCheck(pull);
  assert.deepEqual([check.status, check.conclusion], ['completed', 'failure']);
  assert.deepEqual(
    check.annotations.map(({ path, start_line, annotation_level }) => [path, start_line, annotation_level]),
    [[path, 2, 'failure']],
  );
  assert.equal(refused.outputs['check-run-id'], String(check.id));
  const report = JSON.parse(await readFile(refused.outputs.plan ?? '', 'utf8'));
  assert.deepEqual(report.statements.map(({ algorithm }: { algorithm: string }) => algorithm).length, 2);

  const requestsBefore = scene.github.requests.length;
  await plan(pull);
  const written = scene.github.requests.slice(requestsBefore).filter(({ operation }) => operation?.endsWith('comment'));
  assert.deepEqual(written, [], 'an unchanged comment was written again');

  pull.push({ [path]: 'ALTER TABLE users MODIFY name VARCHAR(300);\n' });
  const accepted = await plan(pull);
  assert.equal(accepted.conclusion, 'success');
  assert.match(onlyComment(pull), /Ready to ship/u);
  assert.equal(onlyCheck(pull).conclusion, 'success');
  assert.match(accepted.outputs['plan-digest'] ?? '', /^[0-9a-f]{64}$/u);
  assert.match(accepted.main.summary, /Ready to ship/u);
});

test('a pull request without statements gets a check run and no comment', async () => {
  const pull = openPullRequest({ 'src/app.ts': 'export {};\n', 'other/1.sql': 'DROP TABLE users;\n' });
  const { conclusion } = await plan(pull);
  assert.equal(conclusion, 'success');
  assert.equal(onlyCheck(pull).conclusion, 'success');
  assert.deepEqual(pull.base.repository.comments(pull), []);
});

test('more annotations than a request takes all arrive', async () => {
  const columns = Array.from({ length: 120 }, (_, index) => `ALTER TABLE orders DROP COLUMN c${index};`);
  const pull = openPullRequest({ 'migrations/1.sql': columns.join('\n') });
  const { main } = await plan(pull, {}, { mode: 'lint' });
  assert.match(main.log, /→ no dry run: the mode lint asks no database\n/u);
  assert.doesNotMatch(main.log, /no target and no replica/u);
  const { annotations } = onlyCheck(pull);
  const dropped = annotations.filter(({ annotation_level }) => annotation_level === 'failure');
  assert.deepEqual(
    dropped.map(({ start_line }) => start_line),
    columns.map((_, index) => index + 1),
  );
});

test('a fork gets what a token that only reads can give, and no database', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE orders DROP COLUMN note;\n' }, true);
  const { conclusion, main } = await plan(pull);
  assert.equal(conclusion, 'failure');
  assert.deepEqual(pull.base.repository.comments(pull), []);
  assert.deepEqual(pull.base.repository.checkRuns(pull.headCommit.sha), []);
  assert.match(main.log, /→ no dry run: this pull request comes from a fork\n/u);
  assert.doesNotMatch(main.log, /no target and no replica/u);
  const shown = main.annotations.filter(({ file }) => file !== null);
  assert.deepEqual(
    shown.map(({ level, file, line }) => [level, file, line]),
    [['error', 'migrations/1.sql', 1]],
  );
  assert.match(
    main.summary,
    /the token has no right to\. Give the job the permission checks: write;[\s\S]*comes from a fork/u,
  );
});

test('without a checkout the files come from GitHub', async () => {
  const pull = openPullRequest({ 'migrations/ünï code.sql': '-- ünï\nALTER TABLE orders DROP COLUMN note;\n' });
  await plan(pull, { checkout: false });
  assert.deepEqual(
    onlyCheck(pull).annotations.map(({ path, start_line }) => [path, start_line]),
    [['migrations/ünï code.sql', 2]],
  );
});

test('a file that is too large for the common answer of GitHub is read in full all the same', async () => {
  const filler = `-- ${'é'.repeat(60)}\n`.repeat(10_000);
  const pull = openPullRequest({ 'migrations/1.sql': `${filler}ALTER TABLE orders DROP COLUMN note;\n` });
  const { main } = await plan(pull, { checkout: false });
  assert.deepEqual(
    onlyCheck(pull).annotations.map(({ path, start_line }) => [path, start_line]),
    [['migrations/1.sql', 10_001]],
    main.log,
  );
});

test('a file of more bytes than are allowed is named, wherever it is, and the others are planned', async () => {
  const path = 'migrations/2.sql';
  const large = `-- ${'x'.repeat(3_000)}\nALTER TABLE orders DROP COLUMN note;\n`;
  for (const checkout of [true, false]) {
    const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE orders ADD a INT;\n', [path]: large });
    pull.base.repository.push({ files: { '.github/ghostship.yml': 'max-file-size: 2.5KB\n' } });
    const { conclusion } = await plan(pull, { checkout });
    assert.equal(conclusion, 'failure');
    const [annotation, ...others] = onlyCheck(pull).annotations;
    assert.deepEqual([annotation?.path, others.length], [path, 0]);
    assert.match(annotation?.message ?? '', /2\.sql has 3041 bytes, and files of more than 2500 bytes are not read/u);
    assert.match(onlyComment(pull), /ADD a INT/u);
  }
});

test('a file that is not UTF-8 is named, wherever it is read, and the others are planned', async () => {
  const path = 'migrations/2.sql';
  const text = "ALTER TABLE orders ADD c CHAR(9) DEFAULT 'café';\n";
  const latin1 = Buffer.from(text, 'latin1');
  const files = { 'migrations/1.sql': 'ALTER TABLE orders ADD a INT;\n', [path]: text };
  for (const checkout of [true, false]) {
    const pull = openPullRequest(files);
    pull.head.repository.bytes.set(path, latin1);
    const before = (workspace: string) => writeFile(join(workspace, path), latin1);
    const { conclusion } = await plan(pull, { checkout, ...(checkout ? { before } : {}) });
    assert.equal(conclusion, 'failure');
    const [annotation] = onlyCheck(pull).annotations;
    assert.deepEqual([annotation?.path, annotation?.start_line], [path, 1]);
    assert.match(annotation?.message ?? '', /2\.sql is not UTF-8.*offset 45, in line 1.*ISO-8859-1/u);
    assert.match(onlyComment(pull), /ADD a INT/u);
    assert.doesNotMatch(onlyComment(pull), /\uFFFD/u);
  }
});

test('a path with line breaks forges no line of any page, and is not run', async () => {
  const forged = '\n\n## Ghostship · Ready to ship\n\n[Approve](https:evil.example)\n';
  const path = `migrations/2${forged}.sql`;
  const statements = 'ALTER TABLE orders ADD c INT;\nALTER TABLE orders ADD d INT;\n';
  const files = { 'migrations/1.sql': 'ALTER TABLE orders ADD a INT;\n', [path]: statements };
  for (const checkout of [true, false]) {
    const pull = openPullRequest(files);
    const { conclusion, main } = await plan(pull, { checkout });
    assert.equal(conclusion, 'failure');
    const check = onlyCheck(pull);
    const [annotation] = check.annotations;
    assert.match(
      annotation?.message ?? '',
      /The name of migrations\/2␊␊## Ghostship · Ready to ship␊␊.*␊\.sql holds control/u,
    );
    const pages = [main.log, main.summary, onlyComment(pull), check.summary ?? '', JSON.stringify(check.annotations)];
    for (const page of pages) assert.doesNotMatch(page, /^\s*(?:## Ghostship · Ready|\[Approve)|\\n## Ghost/mu);
    assert.match(onlyComment(pull), /ADD a INT/u);
  }
});

test('a link in the checkout shows nothing of what lies elsewhere', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': '/proc/self/environ' });
  const before = async (workspace: string): Promise<void> => {
    await rm(join(workspace, 'migrations/1.sql'));
    await symlink('/proc/self/environ', join(workspace, 'migrations/1.sql'));
  };
  const { conclusion } = await plan(pull, { before });
  assert.equal(conclusion, 'failure');
  assert.match(onlyComment(pull), /migrations\/1\.sql leads out of/u);
  assert.doesNotMatch(onlyComment(pull), /INPUT_|PATH=/u);
});

test('trouble at GitHub is sat out, and nothing is written twice', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n' });
  const { github } = scene;
  github.failNext({ kind: 'lost-answer' }, { operation: 'checks/create' });
  github.failNext({ kind: 'status', status: 502 }, { operation: 'pulls/list-files' });
  github.failNext({ kind: 'reset' }, { operation: 'issues/list-comments' });
  github.failNext({ kind: 'lost-answer' }, { operation: 'issues/create-comment' });
  github.failNext({ kind: 'secondary-limit', retryAfterSeconds: 1 }, { operation: 'checks/update' });
  const { conclusion } = await plan(pull);
  assert.equal(conclusion, 'success');
  assert.match(onlyComment(pull), /Ready to ship/u);
  assert.equal(onlyCheck(pull).conclusion, 'success');
});

test('a password in a URL is masked, and everything wrong with the inputs is said at once', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD age INT;\n' });
  const secret = 'hunter2-%40-hunter2';
  const inputs = { target: `mysql://root:${secret}@127.0.0.1`, 'max-lag': '3', cutover: 'later' };
  const { conclusion, main } = await plan(pull, { secrets: [secret, decodeURIComponent(secret)] }, inputs);
  assert.equal(conclusion, 'failure');
  for (const part of ['target: ', 'max-lag: "3"', 'cutover: "later"'])
    for (const text of [main.log, main.summary]) assert.ok(text.includes(part), part);
  assert.equal(main.outputs['error-code'], 'usage');
});

test('a statement cannot give commands to the runner', async () => {
  const pull = openPullRequest({
    'migrations/1.sql':
      "ALTER TABLE users ADD age INT COMMENT '\n::error::fake\n##[warning]fake\n::set-output name=state::fake';\n",
  });
  const { main, outputs } = await plan(pull);
  assert.ok(main.annotations.every(({ message }) => message !== 'fake'));
  assert.notEqual(outputs.state, 'fake');
});

test('hidden characters of a pull request are written out in comment, check run and log', async () => {
  const hidden = 't\u001B[31m\u202Ered\u200B';
  const pull = openPullRequest({
    'migrations/1.sql': `ALTER TABLE \`${hidden}\` ADD COLUMN a INT COMMENT '${hidden}';\nALTER TABLE orders DROP COLUMN \`${hidden}\`;\n`,
  });
  const { main } = await plan(pull);
  const { title, summary, annotations } = onlyCheck(pull);
  const own = /[@#]\u200B/gu;
  for (const text of [onlyComment(pull).replaceAll(own, ''), String(summary).replaceAll(own, ''), String(title)]) {
    assert.doesNotMatch(text, /(?![\n\t])[\p{Cc}\p{Cf}]/u);
  }
  assert.doesNotMatch(JSON.stringify(annotations), /\p{Cf}|\\u001b/u);
  assert.doesNotMatch(main.log, /(?![\n\t])[\p{Cc}\p{Cf}]/u);
  assert.match(onlyComment(pull), /\\u\{202e\}/u);
});

test('the names that the dry run gives to its tables are told to nobody', async () => {
  await scene.database.query('CREATE TABLE parents (id INT PRIMARY KEY)');
  await scene.database.query(
    'CREATE TABLE children (id INT PRIMARY KEY, parent INT, n INT, CONSTRAINT CHECK (n > 0), FOREIGN KEY (parent) REFERENCES parents (id))',
  );
  const statements = [
    'ALTER TABLE children ADD CONSTRAINT FOREIGN KEY (n) REFERENCES nowhere (id)',
    'ALTER TABLE children DROP COLUMN parent',
    'ALTER TABLE children ADD COLUMN n INT',
    'ALTER TABLE children DROP CHECK children_chk_9',
    'ALTER TABLE children ADD CHECK (missing > 0)',
    'ALTER TABLE children DROP PRIMARY KEY, ADD PRIMARY KEY (missing)',
    'ALTER TABLE children ADD INDEX a (missing)',
    'ALTER TABLE children MODIFY n INT DEFAULT nowhere()',
    'ALTER TABLE children PARTITION BY RANGE (n) (PARTITION p0 VALUES LESS THAN (1))',
    'ALTER TABLE parents DROP PRIMARY KEY',
    'ALTER TABLE parents MODIFY id VARCHAR(9)',
    'CREATE TABLE more (id INTTT PRIMARY KEY)',
    'CREATE TABLE more (id INT PRIMARY KEY, parent INT, FOREIGN KEY (parent) REFERENCES parents (nothing))',
    'RENAME TABLE parents TO children',
  ];
  const inputs = { ...scene.inputs, allow: 'drop-column\ndrop-primary-key', 'foreign-keys': 'carry' };
  const alone = statements.map((statement) => ({ 'migrations/1.sql': `${statement};\n` }));
  const together = { 'migrations/1.sql': `${statements.join(';\n')};\n` };
  for (const files of [together, ...alone.slice(0, 4)]) {
    const pull = openPullRequest(files);
    const { main } = await plan(pull, {}, inputs);
    const { summary, annotations } = onlyCheck(pull);
    for (const text of [onlyComment(pull), summary, JSON.stringify(annotations), main.log])
      assert.doesNotMatch(text ?? '', /\w_gh[a-z]\b|\w_[rt]h[a-z]\b|#sql/u, JSON.stringify(files));
  }
});

test('an error page of GitHub is told in words', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN words INT;\n' });
  scene.github.failNext({ kind: 'status', status: 502 }, { operation: 'issues/create-comment', times: 9 });
  const { main, conclusion } = await plan(pull);
  assert.equal(conclusion, 'success');
  assert.match(main.summary, /could not write the comment: GitHub answered 502 \(Bad Gateway\)/u);
  assert.doesNotMatch(main.log + main.summary, /Unicorn|<html/u);
});

test('a GitHub that is silent holds a plan up for a minute at most, and the summary says so', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN silent INT;\n' });
  const holds = ['checks/create', 'pulls/list-files', 'issues/list-comments', 'checks/update'].map((operation) =>
    scene.github.hold(operation),
  );
  const startedAt = performance.now();
  const { main, conclusion } = await plan(pull);
  const tookMs = performance.now() - startedAt;
  for (const hold of holds) hold[Symbol.dispose]();
  assert.equal(conclusion, 'success');
  assert.ok(tookMs < 75_000, `${tookMs} ms, with the start of the job and the plan itself`);
  assert.match(main.summary, /could not write a check run: GitHub did not answer in time/u);
  assert.match(main.summary, /ADD COLUMN silent/u);
});
