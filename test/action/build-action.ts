import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltAction extends AsyncDisposable {
  /** With `action.yml` and `dist/`, as a checkout of the action. */
  readonly folder: string;
}

/** Bundles the sources as they are now, so that nothing is tested that is not there any more. */
export async function buildAction(): Promise<BuiltAction> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-action-'));
  const rolldown = join(root, 'node_modules/.bin/rolldown');
  await execa(rolldown, ['--config', 'rolldown.config.ts', '--dir', join(folder, 'dist'), '--logLevel', 'silent'], {
    cwd: root,
  });
  for (const file of ['action.yml', 'package.json']) await cp(join(root, file), join(folder, file));
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
