import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where the repository is checked out: the workspace, or the folder in it that the input `path` of actions/checkout names. Paths in
 * the config file, in the ledger and on GitHub all count from there.
 *
 * @param repositoryUrl as people open it
 */
export async function checkoutFolder(workspace: string, repositoryUrl: string): Promise<string> {
  if (await isThere(join(workspace, '.git'))) return workspace;
  const found = [];
  for (const folder of await foldersIn(workspace, mostDeep))
    if (await isCheckoutOf(folder, repositoryUrl)) found.push(folder);
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? workspace : only;
}

/** As in `path: src/app`. */
const mostDeep = 2;

async function foldersIn(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name));
  if (depth === 1) return own;
  const deeper = await Promise.all(own.map((one) => foldersIn(one, depth - 1)));
  return [...own, ...deeper.flat()];
}

async function isCheckoutOf(folder: string, repositoryUrl: string): Promise<boolean> {
  const config = await readFile(join(folder, '.git', 'config'), 'utf8').catch(() => '');
  const name = new URL(repositoryUrl).pathname.toLowerCase();
  return config.split('\n').some((line) => {
    const url = /^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/iu.exec(line)?.[1]?.toLowerCase();
    return url !== undefined && (url.endsWith(name) || url.endsWith(`:${name.slice(1)}`));
  });
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
