import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { optionNamesFor } from '../../src/commands/options/options.ts';
import { complaintsAbout } from './parse-workflow.ts';
import { examples, ownSteps } from './read-examples.ts';

/*
 * The examples are copied by people who trust them with the password of their database. GitHub's own parser reads them, and the
 * rules are those of the linters for workflows that matter here.
 */

const named = examples.map((example) => [example.file, example] as const);

test('there is an example for each way to use it', () => {
  assert.deepEqual(
    named.map(([file]) => file),
    [
      'commands.yml',
      'gated-production.yml',
      'merge-queue.yml',
      'migrate.yml',
      'plan-environments.yml',
      'plan.yml',
      'rds-iam.yml',
      'scheduled.yml',
      'self-hosted-vpc.yml',
      'shards.yml',
      'staging-then-production.yml',
    ],
  );
});

test("GitHub's parser takes every example, and refuses what is wrong", () => {
  for (const [file, { text }] of named) {
    assert.deepEqual(complaintsAbout(file, text), [], file);
    assert.notDeepEqual(complaintsAbout(file, text.replace('steps:', 'step:')), [], file);
  }
});

test('actions of others are pinned by the digest of a commit, with the version beside it, and to the same one everywhere', () => {
  const ours = readFileSync(new URL('../../.github/workflows/ci.yml', import.meta.url), 'utf8');
  const pins = [...named.map(([, { text }]) => text), ours].flatMap((text) =>
    Array.from(text.matchAll(/uses: (([\w-]+\/[\w-]+)@[0-9a-f]{40} # .*)$/gmu), ([, pin = '', action = '']) => ({
      pin,
      action,
    })),
  );
  for (const [file, { text, jobs }] of named) {
    for (const { uses } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      if (uses === undefined || uses === 'ghostship/ghostship@v0') continue;
      assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/u, file);
      const [line = ''] = text.split('\n').filter((each) => each.includes(uses));
      assert.match(line, / # v\d+\.\d+\.\d+$/u, file);
      const same = pins.filter(({ action }) => uses.startsWith(`${action}@`));
      assert.deepEqual([...new Set(same.map(({ pin }) => pin))], [line.replace(/^\s*(?:- )?uses: /u, '')], file);
    }
  }
});

test('nothing of a stranger runs with rights', () => {
  for (const [file, { on, text, jobs }] of named) {
    assert.ok(!('pull_request_target' in on) && !('workflow_run' in on), file);
    assert.doesNotMatch(text, /github\.event\.pull_request\.head|github\.head_ref/u, file);
    for (const { steps } of Object.values(jobs)) {
      for (const { run = '', uses, with: given } of steps) {
        assert.ok(!run.includes('${{'), `${file}: an expression in a script can become code`);
        if (uses?.startsWith('actions/checkout@')) assert.equal(given?.['persist-credentials'], 'false', file);
      }
    }
  }
});

test('every run that migrates keeps its report', () => {
  for (const [file, { jobs }] of named.filter(([, { on }]) => 'push' in on || 'issue_comment' in on)) {
    for (const { steps } of Object.values(jobs)) {
      const [own, upload] = steps.slice(-2);
      assert.equal(own?.id, 'ghostship', file);
      assert.match(upload?.uses ?? '', /^actions\/upload-artifact@/u, file);
      assert.equal(upload?.if, "always() && steps.ghostship.outputs.report != ''", file);
      assert.match(upload?.with?.path ?? '', /^\$\{\{ steps\.ghostship\.outputs\.report \}\}$/u, file);
    }
  }
  const names = named.flatMap(([file, { text }]) =>
    Array.from(text.matchAll(/name: (ghostship-report.*)$/gmu), ([, name]) => `${file} ${name}`),
  );
  assert.equal(new Set(names).size, names.length, 'two jobs of a run would write the same artifact');
});

test('a secret is only given to an input for passwords', () => {
  for (const [file, example] of named) {
    for (const { inputs } of ownSteps(example)) {
      const secret = Object.entries(inputs).filter(([, value]) => /secrets\.|steps\.token\./u.test(value));
      assert.deepEqual(
        secret.map(([name]) => name),
        ['password'],
        file,
      );
    }
    assert.equal(example.text.split(/\{\{ (?:secrets|steps\.token)\./u).length - 1, ownSteps(example).length, file);
  }
});

test('a token is masked before it is written anywhere, and the run that has it ends before the token does', () => {
  const [file, example] = named.find(([name]) => name === 'rds-iam.yml') ?? [];
  assert.ok(example !== undefined);
  for (const { inputs, earlier } of ownSteps(example)) {
    const { run = '' } = earlier.find(({ id }) => id === 'token') ?? {};
    assert.match(run, /generate-db-auth-token[\s\S]*::add-mask::\$token[\s\S]*GITHUB_OUTPUT/u, file);
    assert.match(inputs.target ?? '', /ssl-mode=verify-identity&ssl-ca=/u);
    assert.equal(inputs['max-runtime'], '12m', 'a token of RDS is good for 15 minutes');
  }
});

test('every input is one of the action', () => {
  const known: readonly string[] = optionNamesFor('input');
  for (const [file, example] of named)
    for (const { inputs } of ownSteps(example))
      for (const name of Object.keys(inputs)) assert.ok(known.includes(name), `${file}: ${name}`);
});

test('what migrates waits for its turn and is never cancelled, what plans never waits for it, and commands wait for nobody', () => {
  for (const [file, { on, concurrency }] of named) {
    if ('push' in on) assert.deepEqual(concurrency, { group: 'ghostship-migrate', queue: 'max' }, file);
    else if ('pull_request' in on) assert.match(concurrency?.group ?? '', /^ghostship-plan-/u, file);
    else assert.equal(concurrency, undefined, file);
  }
});

test('what migrates has an environment, and can start its next run', () => {
  for (const [file, { on, jobs, permissions }] of named.filter(([, { on }]) => 'push' in on)) {
    assert.ok('workflow_dispatch' in on, file);
    assert.equal(permissions.actions, 'write', file);
    for (const { environment } of Object.values(jobs)) assert.notEqual(environment, undefined, file);
  }
});

test('a plan comes for every pull request, so that it can be required, and anew for another base branch', () => {
  const types = ['opened', 'synchronize', 'reopened', 'edited'];
  for (const [file, { on }] of named) if ('pull_request' in on) assert.deepEqual(on.pull_request, { types }, file);
});
