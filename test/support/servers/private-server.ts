import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { account } from './account.ts';
import { type RunningServer, urlOf } from './running-server.ts';
import type { ServerFolder } from './server-flags.ts';
import { releaseOf, type ServerName } from './server-name.ts';
import { type Launch, launch, type ServerProcess } from './server-process.ts';
import type { Watchdog } from './watchdog.ts';

export class PrivateServer implements RunningServer {
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

  constructor(name: ServerName, folder: ServerFolder, plan: Launch, first: ServerProcess, watchdog: Watchdog) {
    this.name = name;
    this.flavor = releaseOf(name).flavor;
    this.version = first.version;
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

  unexpectedEnd(): string | null {
    return this.#process.unexpectedEnd();
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
