import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { globSync } from 'tinyglobby';
import { findDebianMirror } from './debian-mirror.ts';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const tools = ['/usr/bin/apt-get', '/usr/bin/dpkg-deb'];

/** Whether this machine can fetch Debian packages and check their signatures. */
export function canFetchPackages(): boolean {
  return [...tools, keyring].every((path) => existsSync(path));
}

/**
 * Unpacks packages of a Debian suite and all they depend on, the C library included, into a folder. Nothing is
 * installed: apt works on a private state that knows of no installed package, so neither root nor a matching release of
 * the machine is needed.
 *
 * @throws ExecaError with what apt said
 */
export async function unpackPackages(suite: string, packages: readonly string[], into: string): Promise<void> {
  const state = join(into, '.apt');
  const archives = join(state, 'cache', 'archives');
  await mkdir(join(archives, 'partial'), { recursive: true });
  await mkdir(join(state, 'lists', 'partial'), { recursive: true });
  await writeFile(join(state, 'status'), '');
  const source = `deb [signed-by=${keyring}] ${await findDebianMirror()} ${suite} main\n`;
  await writeFile(join(state, 'sources.list'), source);

  await aptGet(state, ['update']);
  await aptGet(state, ['install', '--yes', '--no-install-recommends', '--download-only', ...packages]);
  for (const archive of await readdir(archives)) {
    if (archive.endsWith('.deb')) await execa('dpkg-deb', ['--extract', join(archives, archive), into]);
  }
  await rm(state, { recursive: true });
}

/**
 * How a program is run from such a folder: through the loader of its own suite, because that of this machine may be too old
 * for it.
 *
 * @throws Error where the folder holds no loader
 */
export function unpackedCommand(root: string, program: string): readonly [string, ...string[]] {
  const [loader] = globSync('{usr/lib,lib}/*-linux-gnu/ld-linux-*.so.*', { cwd: root, absolute: true });
  if (loader === undefined) throw new Error(`${root} is not complete. Remove that folder and try again.`);
  const libraries = globSync('{usr/lib,lib}/*-linux-gnu', { cwd: root, absolute: true, onlyDirectories: true });
  return [loader, '--library-path', libraries.join(':'), program];
}

async function aptGet(state: string, args: readonly string[]): Promise<void> {
  const settings = {
    'Dir::State::Lists': join(state, 'lists'),
    'Dir::State::status': join(state, 'status'),
    'Dir::Cache': join(state, 'cache'),
    'Dir::Etc::sourcelist': join(state, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    // Container images often delete what was downloaded as soon as it is "installed".
    'APT::Keep-Downloaded-Packages': 'true',
    // A root apt drops to a user of its own, who may not read a private cache folder.
    'APT::Sandbox::User': 'root',
    'Debug::NoLocking': 'true',
    'Acquire::Retries': '3',
    'Acquire::Languages': 'none',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await execa('apt-get', [...options, ...args], { all: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
}
