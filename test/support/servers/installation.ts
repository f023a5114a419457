import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { cacheFolder, fillOnce } from './cache-folder.ts';
import { canFetchPackages, unpackedCommand, unpackPackages } from './debian-packages.ts';
import { type Release, releaseOf, type ServerName } from './server-name.ts';

/** A server program that can be started here. */
export interface Installation {
  /** What to run, the loader included where the program comes with a C library of its own. */
  readonly command: readonly [string, ...string[]];
  /** Holds error messages, character sets and, for MariaDB, the SQL that makes the system tables. */
  readonly shareFolder: string;
  /** `null`: where the program looks by itself. */
  readonly pluginFolder: string | null;
}

/**
 * Finds the server in the cache, else fetches it from Debian, else takes the one that is installed.
 *
 * @throws Error when there is neither; it says what would help.
 */
export async function findInstallation(name: ServerName): Promise<Installation> {
  const release = releaseOf(name);
  const root = join(cacheFolder(name), 'root');
  if (existsSync(root)) return unpackedInstallation(root, release);
  if (!canFetchPackages()) return installedServer(name, release);
  process.stderr.write(`Fetching ${name} from Debian ${release.suite}; this happens once.\n`);
  await fillOnce(root, async (into) => {
    await unpackPackages(release.suite, release.packages, into);
    const { command } = unpackedInstallation(into, release);
    await execa(command[0], [...command.slice(1), '--no-defaults', '--version']);
  });
  return unpackedInstallation(root, release);
}

function unpackedInstallation(root: string, release: Release): Installation {
  const program = release.programs.map((file) => join(root, 'usr', 'sbin', file)).find((path) => existsSync(path));
  const shareFolder = findShareFolder(join(root, 'usr'));
  if (program === undefined || shareFolder === undefined) {
    throw new Error(`${root} holds no complete server. Remove that folder and try again.`);
  }
  return {
    command: unpackedCommand(root, program),
    shareFolder,
    pluginFolder: ['mysql', 'mariadb'].map((it) => join(root, 'usr', 'lib', it, 'plugin')).find(existsSync) ?? null,
  };
}

async function installedServer(name: ServerName, release: Release): Promise<Installation> {
  for (const program of release.programs.flatMap(onPath)) {
    const { stdout } = await execa(program, ['--no-defaults', '--version']);
    const isMariadb = /mariadb/iu.test(stdout);
    if (isMariadb !== (release.flavor === 'mariadb')) continue;
    const shareFolder = findShareFolder(dirname(dirname(await realpath(program))));
    if (shareFolder !== undefined) return { command: [program], shareFolder, pluginFolder: null };
  }
  throw new Error(
    `No ${name} here: this machine cannot fetch Debian packages and has no ${release.programs.join(' or ')} installed. ` +
      'Start one (compose.yaml has them all) and set GHOSTSHIP_TEST_URL_MYSQL or GHOSTSHIP_TEST_URL_MARIADB.',
  );
}

function findShareFolder(prefix: string): string | undefined {
  return ['share/mysql', 'share/mariadb', 'share']
    .map((folder) => join(prefix, folder))
    .find((folder) => existsSync(join(folder, 'charsets')));
}

function onPath(program: string): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).filter((path) => existsSync(path));
}
