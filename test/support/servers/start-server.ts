import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataDirectory } from './data-directory.ts';
import { freePort } from './free-port.ts';
import { findInstallation } from './installation.ts';
import { PrivateServer } from './private-server.ts';
import type { RunningServer } from './running-server.ts';
import {
  baseFlags,
  optionFlags,
  type ServerFolder,
  type ServerOptions,
  serverFolder,
  serviceFlags,
} from './server-flags.ts';
import { releaseOf, type ServerName } from './server-name.ts';
import { type Launch, launch } from './server-process.ts';
import { guard } from './watchdog.ts';

const memoryFolder = '/dev/shm';
/** Two servers of a whole test run, their binlogs and those they are joined by now and then take a quarter of it. */
const plentyBytes = 12 * 1024 ** 3;

export interface StartOptions {
  readonly name: ServerName;
  /** Server settings beside or instead of the usual ones. */
  readonly options?: ServerOptions;
  /** Every commit reaches the disk; default false, which is quicker. */
  readonly durable?: boolean;
}

/**
 * Starts a server of our own: binlog on, row format, GTIDs, its data in a private folder. It does not outlive this
 * process, even when that is killed.
 *
 * @throws Error when there is no such server for this machine, or when it does not start; with the end of its log
 */
export async function startServer(start: StartOptions): Promise<RunningServer> {
  const folder = serverFolder(await mkdtemp(join(await baseFolder(start), `ghostship-${start.name}-`)));
  const watchdog = guard(folder.path);
  try {
    const prepared = await prepareServer(start, folder);
    const plan = { ...prepared, onSpawn: (pid: number) => watchdog.watch(pid) };
    const first = await launch(plan);
    return new PrivateServer(start.name, folder, plan, first, watchdog);
  } catch (error) {
    watchdog.release();
    await rm(folder.path, { recursive: true, force: true });
    throw error;
  }
}

/** In memory where there is plenty, since the disk is most of what a server waits for; a durable one is on the disk. */
async function baseFolder({ durable = false }: StartOptions): Promise<string> {
  if (durable || process.availableMemory() < plentyBytes) return tmpdir();
  const found = await statfs(memoryFolder).catch(() => null);
  return found !== null && found.bavail * found.bsize >= plentyBytes / 2 ? memoryFolder : tmpdir();
}

/** Makes the data directory and says how to launch the server on it. */
export async function prepareServer(
  { name, options = {}, durable = false }: StartOptions,
  folder: ServerFolder,
): Promise<Launch> {
  const { flavor } = releaseOf(name);
  const installation = await findInstallation(name);
  await makeDataDirectory(name, installation, folder, options);
  const port = await freePort();
  return {
    command: installation.command,
    flags: [
      ...baseFlags(flavor, installation, folder),
      ...serviceFlags(flavor, folder, port, durable),
      ...optionFlags(options),
    ],
    errorLog: folder.errorLog,
    port,
  };
}
