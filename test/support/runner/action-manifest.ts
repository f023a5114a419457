import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const manifest = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z
    .record(
      z.string(),
      z.object({ description: z.string(), required: z.boolean().optional(), default: text.optional() }),
    )
    .default({}),
  outputs: z.record(z.string(), z.object({ description: z.string() })).default({}),
  runs: z.object({
    using: z.enum(['node20', 'node24']),
    main: z.string(),
    post: z.string().optional(),
    'post-if': z.enum(['always()', 'success()', 'failure()', 'cancelled()']).default('always()'),
  }),
});

export type ActionManifest = z.infer<typeof manifest>;

/**
 * Reads `action.yml`.
 *
 * @throws Error when there is none, or when it asks for something the runner cannot do
 */
export async function readManifest(folder: string): Promise<ActionManifest> {
  return manifest.parse(parse(await readFile(join(folder, 'action.yml'), 'utf8')));
}
