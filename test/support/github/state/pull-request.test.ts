import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from './world.ts';

function repositoryWith(files: Record<string, string>) {
  const opening = { owner: 'octo', name: 'shop', private: false, defaultBranch: 'main', collaborators: {} };
  const repository = new World().addRepository(opening);
  repository.push({ files });
  return repository;
}

test('a pull request changes what its branch changed, not what the base did meanwhile', () => {
  const repository = repositoryWith({ 'a.sql': 'a\n', 'b.sql': 'b\n' });
  const pull = repository.openPullRequest({ title: 'Change a', files: { 'a.sql': 'A\n' } });
  repository.push({ files: { 'b.sql': 'B\n' } });
  assert.deepEqual(
    pull.changedFiles().map(({ path }) => path),
    ['a.sql'],
  );
  assert.deepEqual(
    [...(pull.testMerge()?.tree.entries() ?? [])],
    [
      ['a.sql', 'A\n'],
      ['b.sql', 'B\n'],
    ],
  );
});

test('merging moves the base to a commit of two parents, and the pull request keeps what it changed', () => {
  const repository = repositoryWith({ 'a.sql': 'a\n' });
  const pull = repository.openPullRequest({ title: 'Change a', files: { 'a.sql': 'A\n' } });
  const before = repository.tip().sha;
  const merged = pull.merge({ by: 'octo' });
  assert.deepEqual(merged.parents, [before, pull.headCommit.sha]);
  assert.equal(repository.tip().sha, merged.sha);
  assert.equal(pull.changedFiles().length, 1);
  assert.throws(() => pull.merge({ by: 'octo' }), /is merged/);
});

test('both sides changing one file differently is a conflict, changing it alike is none', () => {
  const repository = repositoryWith({ 'a.sql': 'a\n' });
  const different = repository.openPullRequest({ title: 'To x', files: { 'a.sql': 'x\n' } });
  const alike = repository.openPullRequest({ title: 'To y', files: { 'a.sql': 'y\n' } });
  repository.push({ files: { 'a.sql': 'y\n' } });
  assert.equal(different.testMerge(), null);
  assert.throws(() => different.merge({ by: 'octo' }), /has a conflict/);
  assert.equal(alike.testMerge()?.tree.get('a.sql'), 'y\n');
});

test('a push moves the head, and the test merge with it', () => {
  const repository = repositoryWith({});
  const pull = repository.openPullRequest({ title: 'Add a', files: { 'a.sql': '1\n' } });
  const first = pull.testMerge()?.sha;
  pull.push({ 'a.sql': '2\n' });
  assert.notEqual(pull.testMerge()?.sha, first);
  assert.equal(pull.testMerge()?.tree.get('a.sql'), '2\n');
  assert.equal(pull.commits().length, 2);
});

test('a fork is a repository of its own, whose commits the original knows', () => {
  const repository = repositoryWith({ 'a.sql': 'a\n' });
  const pull = repository.openPullRequest({ title: 'Drop it', author: 'eve', fork: true, files: { 'a.sql': null } });
  assert.equal(pull.isFromFork, true);
  assert.equal(pull.head.repository.fullName, 'eve/shop');
  assert.equal(repository.branches.has(pull.head.name), false);
  assert.equal(repository.resolve(pull.headCommit.sha), pull.headCommit);
  assert.equal(repository.resolve('refs/pull/1/head'), pull.headCommit);
});

test('strangers read what is public; collaborators have what they were given', () => {
  const opening = { owner: 'octo', name: 'x', defaultBranch: 'main', collaborators: { mona: 'triage' } } as const;
  const world = new World();
  const open = world.addRepository({ ...opening, private: false });
  const closed = world.addRepository({ ...opening, private: true });
  assert.deepEqual([open.roleOf('octo'), open.roleOf('mona'), open.roleOf('eve')], ['admin', 'triage', 'read']);
  assert.equal(closed.roleOf('eve'), 'none');
});
