import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';

/* What a stranger's pull request may do here, and what it must pass, is written in the workflows. */

const folder = join(import.meta.dirname, '../../.github/workflows');

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write']));
const stepSchema = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const jobSchema = z.object({
  'timeout-minutes': z.number(),
  permissions: permissionsSchema.optional(),
  needs: z.array(z.string()).optional(),
  if: z.string().optional(),
  steps: z.array(stepSchema),
});
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissionsSchema,
  jobs: z.record(z.string(), jobSchema),
});

const workflows = globSync('*.yml', { cwd: folder }).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, ...workflowSchema.parse(parse(text)) };
});

test('there are workflows', () => {
  assert.deepEqual(workflows.map(({ name }) => name).sort(), ['ci.yml', 'nightly.yml', 'release.yml']);
});

test('an action is named by the digest of its commit, with its version beside it', () => {
  for (const { name, text, jobs } of workflows) {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const used = steps.flatMap(({ uses }) => uses ?? []);
    assert.ok(used.length > 0, name);
    for (const action of used) {
      assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/u, name);
      assert.match(text, new RegExp(`uses: ${action} # v\\d+\\.\\d+\\.\\d+\n`, 'u'), name);
    }
  }
});

test('one version of an action is used everywhere', () => {
  const used = workflows.flatMap(({ jobs }) =>
    Object.values(jobs).flatMap((job) => job.steps.flatMap((s) => s.uses ?? [])),
  );
  const names = new Set(used.map((action) => action.split('@', 1)[0]));
  assert.equal(new Set(used).size, names.size);
});

test('a workflow may only read; a job that writes says so itself, and is not run for pull requests', () => {
  for (const { name, on, permissions, jobs } of workflows) {
    assert.deepEqual(permissions, { contents: 'read' }, name);
    assert.ok(!('pull_request_target' in on), name);
    const writes = Object.values(jobs).some((job) => Object.values(job.permissions ?? {}).includes('write'));
    assert.ok(!(writes && 'pull_request' in on), name);
  }
});

test('only a job that writes keeps its credentials', () => {
  for (const { name, jobs } of workflows) {
    for (const [id, { steps, permissions = {} }] of Object.entries(jobs)) {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      const keeps = checkouts.some((step) => step.with?.['persist-credentials'] !== false);
      assert.equal(keeps, permissions.contents === 'write', `${id} of ${name}`);
    }
  }
});

test('ci-ok waits for every other job of a pull request, whatever comes of it', () => {
  const ofPullRequests = workflows.filter(({ on }) => 'pull_request' in on);
  assert.deepEqual(
    ofPullRequests.map(({ name }) => name),
    ['ci.yml'],
  );
  for (const { jobs } of ofPullRequests) {
    const { 'ci-ok': last, ...others } = jobs;
    assert.deepEqual(last?.needs?.toSorted(), Object.keys(others).sort());
    assert.equal(last?.if, 'always()');
  }
});
