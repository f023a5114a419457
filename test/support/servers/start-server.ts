import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from './account.ts';
import { makeDataDirectory } from './data-directory.ts';
import { freePort } from './free-port.ts';
import { findInstallation } from './installation.ts';
import { type RunningServer, urlOf } from './running-server.ts';
import {
  baseFlags,
  optionFlags,
  type ServerFolder,
  type ServerOptions,
  serverFolder,
  serviceFlags,
} from './server-flags.ts';
import { releaseOf, type ServerName } from './server-name.ts';
import { type Launch, launch, type ServerProcess } from './server-process.ts';
import { query } from './test-database.ts';
import { guard, type Watchdog } from './watchdog.ts';

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
  const folder = serverFolder(await mkdtemp(join(tmpdir(), `ghostship-${start.name}-`)));
  const watchdog = guard(folder.path);
  try {
    const prepared = await prepareServer(start, folder);
    const plan = { ...prepared, onSpawn: (pid: number) => watchdog.watch(pid) };
    const first = await launch(plan);
    const version = await askVersion(plan.port);
    return new PrivateServer(start.name, version, folder, plan, first, watchdog);
  } catch (error) {
    watchdog.release();
    await rm(folder.path, { recursive: true, force: true });
    throw error;
  }
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

class PrivateServer implements RunningServer {
  readonly name: ServerName;
  readonly flavor: RunningServer['flavor'];
  readonly version: string;
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly user = account.user;
  readonly password = account.password;
  readonly url: string;
  readonly dataDir: string;
  readonly #folder: ServerFolder;
  readonly #plan: Launch;
  readonly #watchdog: Watchdog;
  #process: ServerProcess;

  constructor(
    name: ServerName,
    version: string,
    folder: ServerFolder,
    plan: Launch,
    first: ServerProcess,
    watchdog: Watchdog,
  ) {
    this.name = name;
    this.flavor = releaseOf(name).flavor;
    this.version = version;
    this.port = plan.port;
    this.url = urlOf(this);
    this.dataDir = folder.dataDir;
    this.#folder = folder;
    this.#plan = plan;
    this.#process = first;
    this.#watchdog = watchdog;
  }

  get pid(): number {
    return this.#process.pid;
  }

  errorLog(): string {
    return readFileSync(this.#folder.errorLog, 'utf8');
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    this.#watchdog.watch(null);
  }

  async kill(): Promise<void> {
    await this.#process.kill();
    this.#watchdog.watch(null);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#process = await launch(this.#plan);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    this.#watchdog.release();
    await rm(this.#folder.path, { recursive: true, force: true });
  }
}

async function askVersion(port: number): Promise<string> {
  const [row] = await query({ host: '127.0.0.1', port, ...account }, 'SELECT VERSION() AS version');
  return String(row?.version);
}
