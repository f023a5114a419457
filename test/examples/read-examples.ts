import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/* The workflows in examples/, as far as the tests look at them. */

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const step = z.strictObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), text).optional(),
  with: z.record(z.string(), text).optional(),
});

const job = z.strictObject({
  'runs-on': z.union([z.string(), z.array(z.string())]),
  'timeout-minutes': z.number(),
  if: z.string().optional(),
  needs: z.string().optional(),
  environment: z.string().optional(),
  permissions: permissions.optional(),
  strategy: z
    .strictObject({
      'fail-fast': z.boolean(),
      'max-parallel': z.number().optional(),
      matrix: z.record(z.string(), z.array(z.string())),
    })
    .optional(),
  steps: z.array(step),
});

const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z
    .strictObject({
      group: z.string(),
      'cancel-in-progress': z.boolean().optional(),
      queue: z.enum(['max']).optional(),
    })
    .optional(),
  jobs: z.record(z.string(), job),
});

export type Workflow = z.infer<typeof workflow> & { readonly file: string; readonly text: string };

const folder = join(import.meta.dirname, '../../examples');

export const examples: readonly Workflow[] = globSync('*.yml', { cwd: folder })
  .toSorted((one, other) => one.localeCompare(other))
  .map((file) => {
    const content = readFileSync(join(folder, file), 'utf8');
    return { file, text: content, ...workflow.parse(parse(content)) };
  });

/** Steps that are this action, with the permissions of their job. */
export function ownSteps(of: Workflow) {
  return Object.entries(of.jobs).flatMap(([id, { steps, permissions: own, strategy, 'runs-on': runsOn }]) =>
    steps
      .filter(({ uses }) => uses?.startsWith('ghostship/'))
      .map((one) => ({
        id,
        isSelfHosted: runsOn.includes('self-hosted'),
        earlier: steps.slice(0, steps.indexOf(one)),
        inputs: one.with ?? {},
        permissions: own ?? of.permissions,
        matrix: strategy?.matrix ?? {},
      })),
  );
}
