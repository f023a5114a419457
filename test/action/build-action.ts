import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';
import { fillOnce } from '../support/servers/cache-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltAction extends AsyncDisposable {
  /** With `action.yml` and `dist/`, as a checkout of the action. */
  readonly folder: string;
  /** What went into each file of `dist/`: paths from the root of the sources, by the path of the file. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
}

/** Bundles the sources as they are now, so that nothing is tested that is not there any more; once for a whole test run. */
export async function buildAction(): Promise<BuiltAction> {
  const ofRun = process.env.GHOSTSHIP_RUN_FOLDER;
  if (ofRun !== undefined) return describe(await fillOnce(join(ofRun, 'action'), buildInto), async () => {});
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-action-'));
  await buildInto(folder);
  return describe(folder, () => rm(folder, { recursive: true, force: true }));
}

const modulesFile = 'modules.json';

async function buildInto(folder: string): Promise<void> {
  const dir = join(folder, 'dist');
  const { output } = await build({ ...config, cwd: root, output: { ...config.output, dir }, logLevel: 'silent' });
  for (const file of ['action.yml', 'package.json']) await cp(join(root, file), join(folder, file));
  const modules = output.flatMap((file) =>
    file.type === 'chunk' ? [[join('dist', file.fileName), file.moduleIds.map((id) => relative(root, id))]] : [],
  );
  await writeFile(join(folder, modulesFile), JSON.stringify(modules));
}

async function describe(folder: string, dispose: () => Promise<void>): Promise<BuiltAction> {
  const modules = JSON.parse(await readFile(join(folder, modulesFile), 'utf8')) as [string, string[]][];
  return {
    folder,
    modules: new Map(modules.map(([file, ids]) => [join(folder, file), ids])),
    [Symbol.asyncDispose]: dispose,
  };
}
