import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAmong } from './git-ref.ts';

const defaultBranch = { name: 'refs/heads/main', isDefaultBranch: true };
const ref = (name: string) => ({ name, isDefaultBranch: false });

const table: readonly [ref: string, branches: readonly string[], isAmong: boolean][] = [
  ['refs/heads/release/1', [], false],
  ['refs/tags/main', [], false],
  ['refs/heads/release/1', ['release/1'], true],
  ['refs/heads/release/1', ['release/*'], true],
  ['refs/heads/release/1', ['refs/heads/release/*'], true],
  ['refs/heads/release/1/x', ['release/*'], false],
  ['refs/heads/release/1/x', ['release/**'], true],
  ['refs/heads/release/1', ['*'], false],
  ['refs/heads/release/old', ['release/*', '!release/old'], false],
  ['refs/heads/release-1', ['release-[0-9]'], true],
  ['refs/heads/Main', ['main'], false],
  ['refs/heads/main2', ['main'], false],
  ['refs/tags/v1', ['**'], false],
  ['refs/tags/v1', ['v1'], false],
  ['refs/tags/v1', ['refs/tags/v*'], true],
  ['refs/pull/7/merge', ['**'], false],
  ['refs/heads/gh-readonly-queue/main/pr-7-abc', ['**'], false],
  ['', ['**'], false],
];

for (const [name, branches, expected] of table) {
  test(`${name} is ${expected ? '' : 'not '}meant by ${branches.join(', ') || 'nothing'}`, () => {
    assert.equal(isAmong(ref(name), branches), expected);
  });
}

test('the default branch is meant unless others are named', () => {
  assert.ok(isAmong(defaultBranch, []));
  assert.ok(isAmong(defaultBranch, ['main', 'release/*']));
  assert.ok(!isAmong(defaultBranch, ['release/*']));
});
