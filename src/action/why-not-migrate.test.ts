import assert from 'node:assert/strict';
import { test } from 'node:test';
import { options } from '../commands/options/options.ts';
import { chooseMode, type Mode } from './choose-mode.ts';
import { parseEvent } from './event.ts';
import { whyNotMigrate } from './why-not-migrate.ts';

/*
 * Every event that can lead to a migration, with every mode that can ask for one, and with branches named or not. The
 * second column is the ref the workflow runs on, in a repository whose default branch is main.
 */

const repository = { default_branch: 'main' };

function pull(base: string, state: 'open' | 'closed' | 'merged', head = 'octo/shop') {
  const merged = state === 'merged';
  return {
    repository,
    pull_request: {
      number: 7,
      state: state === 'open' ? 'open' : 'closed',
      merged,
      // An open pull request has a test merge under this name.
      merge_commit_sha: 'def',
      head: { sha: 'abc', repo: { full_name: head } },
      base: { ref: base, repo: { full_name: 'octo/shop' } },
    },
  };
}

const push = (ref: string) => ({ ref, repository });
const earlierRun = (event: string, branch: string | null) => ({
  repository,
  workflow_run: { event, head_branch: branch },
});
const queued = {
  repository,
  action: 'checks_requested',
  merge_group: {
    head_sha: 'abc',
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-def',
    base_sha: 'def',
    base_ref: 'refs/heads/main',
  },
};
const comment = {
  action: 'created',
  issue: { number: 7 },
  comment: { id: 1, body: '/ghostship migrate', user: { login: 'mona' } },
};

type When = 'by default' | 'if named' | 'never';

const main = 'refs/heads/main';
const feature = 'refs/heads/feature';
const merge = 'refs/pull/7/merge';

const table: readonly [name: string, runRef: string, payload: object, when: When, isAutomatic: boolean][] = [
  ['pull_request', main, pull('main', 'merged'), 'by default', true],
  ['pull_request', main, pull('main', 'merged', 'mona/shop'), 'by default', true],
  ['pull_request', feature, pull('feature', 'merged'), 'if named', true],
  ['pull_request', merge, pull('main', 'open'), 'never', false],
  ['pull_request', merge, pull('feature', 'open'), 'never', false],
  ['pull_request', merge, pull('main', 'closed'), 'never', false],
  ['pull_request', merge, pull('feature', 'closed'), 'never', false],
  ['pull_request_target', main, pull('main', 'merged'), 'by default', true],
  // It runs on the default branch whatever the base is.
  ['pull_request_target', main, pull('feature', 'merged'), 'if named', true],
  ['pull_request_target', main, pull('main', 'open'), 'never', false],
  ['pull_request_target', main, pull('main', 'closed'), 'never', false],
  ['pull_request_review', merge, pull('main', 'open'), 'never', false],
  ['push', main, push(main), 'by default', true],
  ['push', feature, push(feature), 'if named', true],
  ['push', 'refs/tags/main', push('refs/tags/main'), 'never', true],
  ['push', 'refs/heads/gh-readonly-queue/main/pr-7', push('refs/heads/gh-readonly-queue/main/pr-7'), 'never', true],
  ['workflow_dispatch', main, { repository }, 'by default', true],
  ['workflow_dispatch', feature, { repository }, 'if named', true],
  ['workflow_dispatch', 'refs/tags/v1', { repository }, 'never', true],
  ['repository_dispatch', main, { repository }, 'by default', false],
  ['schedule', main, {}, 'by default', true],
  ['release', 'refs/tags/v1', { repository }, 'never', false],
  ['deployment', feature, { repository }, 'if named', false],
  ['deployment', '', { repository }, 'never', false],
  ['workflow_run', main, earlierRun('push', 'main'), 'by default', false],
  ['workflow_run', main, earlierRun('push', 'feature'), 'if named', false],
  ['workflow_run', main, earlierRun('pull_request', 'main'), 'never', false],
  ['workflow_run', main, earlierRun('pull_request_target', 'main'), 'never', false],
  ['workflow_run', main, earlierRun('push', null), 'never', false],
  ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', queued, 'never', false],
  ['issue_comment', main, comment, 'never', false],
  ['issue_comment', main, { ...comment, action: 'edited' }, 'never', false],
  ['check_suite', main, { repository }, 'never', false],
  ['status', main, { repository }, 'never', false],
  ['', '', {}, 'never', false],
];

/** What `branches` is, and whether it then names main, and the others. */
const namings: readonly [branches: readonly string[], main: boolean, others: boolean][] = [
  [[], true, false],
  [['main'], true, false],
  [['main', 'feature'], true, true],
  [['feat*'], false, true],
  [['**'], true, true],
];

for (const [name, runRef, payload, when, isAutomatic] of table) {
  for (const [branches, namesMain, namesOthers] of namings) {
    const may = { 'by default': namesMain, 'if named': namesOthers, never: false }[when];
    const what = `${name || 'no event'} ${JSON.stringify(payload).slice(0, 140)} on ${runRef} with branches ${branches.join(', ')}`;
    test(`${what}: ${may ? 'migrates' : 'does not migrate'}`, () => {
      const event = parseEvent(name, payload, runRef);
      const asked: readonly (Mode | 'auto')[] = isAutomatic ? ['auto', 'migrate'] : ['migrate'];
      for (const mode of asked) {
        assert.deepEqual(chooseMode(mode, event), { mode: 'migrate' });
        const objection = whyNotMigrate(event, branches);
        if (may) assert.equal(objection, null);
        else assert.match(objection ?? '', /\.$/u);
      }
      if (!isAutomatic) assert.ok(mayNotMigrateByItself(name, payload, runRef));
    });
  }
}

test('what says no says how to say yes, and that works', () => {
  for (const ref of ['refs/heads/feature', 'refs/tags/v1']) {
    const event = parseEvent('push', push(ref), ref);
    const [, advised = ''] = /with (\S+) among them/u.exec(whyNotMigrate(event, ['main']) ?? '') ?? [];
    assert.equal(whyNotMigrate(event, options.branches.schema.parse(`main\n${advised}`)), null);
  }
});

function mayNotMigrateByItself(name: string, payload: object, runRef: string): boolean {
  try {
    const choice = chooseMode('auto', parseEvent(name, payload, runRef));
    return !('mode' in choice) || choice.mode !== 'migrate';
  } catch {
    return true;
  }
}
