import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A plan that an option has prevented: the commit says so, and so does the page that showed the plan of the commit before. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene, 1);
});
after(() => scene[Symbol.asyncDispose]());

interface Case {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The config file on the branch that is merged into. */
  readonly config?: string;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  { name: 'an unknown rule', inputs: { allow: 'drop-colum' }, says: /allow: "drop-colum" is no rule/u },
  { name: 'a value without its unit', inputs: { 'lock-budget': '3 potatoes' }, says: /lock-budget/u },
  { name: 'a word that is mistyped', inputs: { triggers: 'cary' }, says: /triggers/u },
  { name: 'a config file that cannot be read', config: 'lock-budget: [\n', says: /ghostship\.yml/u },
  {
    name: 'a config file with an unknown option',
    config: 'max_lag: 2s\n',
    says: /max_lag is not known here\. Did you mean max-lag\?/u,
  },
  { name: 'a config file with a wrong value', config: 'retired: sometimes\n', says: /retired/u },
  {
    name: 'an option of one of several environments',
    inputs: { environment: 'staging', triggers: 'cary' },
    says: /triggers/u,
  },
];

for (const [index, { name, inputs = {}, config, says }] of cases.entries()) {
  test(name, async () => {
    const { environment = '' } = inputs;
    const job = { permissions, secrets: [scene.inputs.password] };
    const right = { ...scene.inputs, ...(environment === '' ? {} : { environment }) };
    const repository = scene.github.createRepository({ name: `wrong-${index}`, files: { 'README.md': '# Shop\n' } });
    const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
    const pull = repository.openPullRequest({ title: 'Add an age', author: 'mona', files });
    const page = (): string => repository.comments(pull)[0]?.body ?? '';
    const { urls } = scene.github;
    await scene.runner.run({ ...job, event: pullRequestEvent(urls, pull, 'opened'), inputs: right });
    assert.match(page(), /Ready to ship/u);

    if (config !== undefined) repository.push({ files: { '.github/ghostship.yml': config }, message: 'Configure' });
    const { sha } = pull.push({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN height INT;\n' });
    const wrong = { ...right, ...inputs };
    const run = await scene.runner.run({ ...job, event: pullRequestEvent(urls, pull, 'synchronize'), inputs: wrong });
    assert.equal(run.conclusion, 'failure');
    assert.match(run.main.log, says);
    assert.match(page(), /Not planned[\s\S]*Nothing was planned for this commit/u);
    assert.match(page(), says);
    assert.doesNotMatch(page(), /Ready to ship|COLUMN age/u);
    const check = repository.allCheckRuns.find(({ headSha }) => headSha === sha);
    assert.equal(check?.conclusion, 'failure');
    assert.match(check?.title ?? '', /^Not planned: [\s\S]*[^:]$/u);
    assert.match(check?.title ?? '', says);
    assert.equal(repository.comments(pull).length, 1);

    if (config !== undefined) repository.push({ files: { '.github/ghostship.yml': '' }, message: 'Correct it' });
    await scene.runner.run({ ...job, event: pullRequestEvent(urls, pull, 'synchronize'), inputs: right });
    assert.match(page(), /Ready to ship[\s\S]*COLUMN height/u);
  });
}

for (const { name, globs, isRed } of [
  { name: 'globs that no file matches', globs: 'migratons/**/*.sql', isRed: true },
  { name: 'globs that other files match', globs: 'migrations/**/*.sql', isRed: false },
]) {
  test(`${name}, where the pull request changes nothing of theirs`, async () => {
    const repository = scene.github.createRepository({
      name: `globs-${isRed}`,
      files: { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' },
    });
    const pull = repository.openPullRequest({ title: 'Tell', author: 'mona', files: { 'README.md': '# Shop\n' } });
    const run = await scene.runner.run({
      permissions,
      secrets: [scene.inputs.password],
      event: pullRequestEvent(scene.github.urls, pull, 'opened'),
      inputs: { ...scene.inputs, files: globs },
    });
    assert.equal(run.conclusion, isRed ? 'failure' : 'success', run.main.log);
    const check = repository.allCheckRuns[0];
    assert.equal(check?.conclusion, isRed ? 'failure' : 'success');
    if (isRed) assert.match(check?.title ?? '', /No file matches the option files: migratons/u);
  });
}

test('a name that is none for an environment makes the check red all the same', async () => {
  const repository = scene.github.createRepository({ name: 'no-name', files: { 'README.md': '# Shop\n' } });
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
  const pull = repository.openPullRequest({ title: 'Add an age', author: 'mona', files });
  await scene.runner.run({
    permissions,
    secrets: [scene.inputs.password],
    event: pullRequestEvent(scene.github.urls, pull, 'opened'),
    inputs: { ...scene.inputs, environment: 'a b/c' },
  });
  assert.deepEqual(
    repository.allCheckRuns.map(({ name, conclusion }) => [name, conclusion]),
    [['Ghostship plan', 'failure']],
  );
  assert.match(repository.allCheckRuns[0]?.title ?? '', /^Not planned: .*environment: "a b\/c" cannot name/u);
});

test('files that the globs mean in another case only are told, because nobody reads them', async () => {
  const repository = scene.github.createRepository({ name: 'other-case', files: { 'README.md': '# Shop\n' } });
  const files = { 'migrations/2.SQL': 'ALTER TABLE users DROP COLUMN name;\n', 'migrations/old.txt': 'no\n' };
  const pull = repository.openPullRequest({ title: 'Drop the name', author: 'mona', files });
  for (const mode of ['plan', 'lint']) {
    const run = await scene.runner.run({
      permissions,
      secrets: [scene.inputs.password],
      event: pullRequestEvent(scene.github.urls, pull, 'opened'),
      inputs: { ...scene.inputs, mode },
    });
    assert.match(run.main.log, /Not read, and never run: migrations\/2\.SQL\. The option files means such names/u);
  }
  assert.match(repository.comments(pull)[0]?.body ?? '', /Not read, and never run: migrations\/2\.SQL\./u);
});
