import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltAction extends AsyncDisposable {
  /** With `action.yml` and `dist/`, as a checkout of the action. */
  readonly folder: string;
  /** What went into each file of `dist/`: paths from the root of the sources, by the path of the file. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
}

/** Bundles the sources as they are now, so that nothing is tested that is not there any more. */
export async function buildAction(): Promise<BuiltAction> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-action-'));
  const dir = join(folder, 'dist');
  const { output } = await build({ ...config, cwd: root, output: { ...config.output, dir }, logLevel: 'silent' });
  for (const file of ['action.yml', 'package.json']) await cp(join(root, file), join(folder, file));
  return {
    folder,
    modules: new Map(
      output.flatMap((file) =>
        file.type === 'chunk' ? [[join(dir, file.fileName), file.moduleIds.map((id) => relative(root, id))]] : [],
      ),
    ),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
