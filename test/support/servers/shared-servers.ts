import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { waitFor } from '../wait-for.ts';
import { account } from './account.ts';
import { cacheFolder } from './cache-folder.ts';
import { type ServerAddress, urlOf } from './running-server.ts';
import { serverFolder } from './server-flags.ts';
import { releaseOf, type ServerName } from './server-name.ts';
import { askVersion, launch } from './server-process.ts';
import { prepareServer } from './start-server.ts';
import { query } from './test-database.ts';

/** A server that outlives the command that started it, for everybody on this machine to use. */
export interface SharedServer extends ServerAddress {
  readonly name: ServerName;
  readonly pid: number;
}

const recordSchema = z.object({ pid: z.number(), port: z.number(), folder: z.string() });
type ServerRecord = z.infer<typeof recordSchema>;

const stoppedWithinMs = 60_000;

/** The shared server of that name, or `null` when none answers. */
export async function findSharedServer(name: ServerName): Promise<SharedServer | null> {
  const record = await readRecord(name);
  return record !== null && (await answers(record)) ? describe(name, record) : null;
}

/** Starts it with empty data, unless it is up already. */
export async function startSharedServer(name: ServerName): Promise<SharedServer> {
  const found = await findSharedServer(name);
  if (found !== null) return found;
  await mkdir(cacheFolder(name), { recursive: true });
  await forgetDeadServer(name);
  const folder = serverFolder(await mkdtemp(join(cacheFolder(name), 'shared-')));
  const plan = await prepareServer({ name }, folder);
  const { pid } = await launch(plan);
  const record = { pid, port: plan.port, folder: folder.path };
  await writeRecord(name, record);
  return describe(name, record);
}

/** Shuts it down and removes its data. Returns whether there was one. */
export async function stopSharedServer(name: ServerName): Promise<boolean> {
  const record = await readRecord(name);
  if (record === null || !(await answers(record))) return false;
  // That it takes our account proves that it is ours; a process id alone would not.
  await query({ host: '127.0.0.1', port: record.port, ...account }, 'SHUTDOWN');
  await waitFor(() => !isAlive(record.pid), { timeoutMs: stoppedWithinMs, what: `${name} to shut down` });
  await forgetDeadServer(name);
  return true;
}

function describe(name: ServerName, { pid, port }: ServerRecord): SharedServer {
  const login = { host: '127.0.0.1', port, ...account };
  return { name, flavor: releaseOf(name).flavor, ...login, url: urlOf(login), pid };
}

/** False as well where another server has taken the port since: that one refuses our account. */
async function answers({ port }: ServerRecord): Promise<boolean> {
  return (await askVersion(port).catch(() => null)) !== null;
}

async function forgetDeadServer(name: ServerName): Promise<void> {
  const record = await readRecord(name);
  if (record === null) return;
  if (!isAlive(record.pid)) await rm(record.folder, { recursive: true, force: true });
  await rm(recordFile(name), { force: true });
}

function recordFile(name: ServerName): string {
  return join(cacheFolder(name), 'shared.json');
}

async function readRecord(name: ServerName): Promise<ServerRecord | null> {
  const file = recordFile(name);
  if (!existsSync(file)) return null;
  return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** In one step, so that nobody reads half a record. */
async function writeRecord(name: ServerName, record: ServerRecord): Promise<void> {
  const file = recordFile(name);
  const draft = join(dirname(file), `.shared-${process.pid}.json`);
  await writeFile(draft, `${JSON.stringify(record)}\n`);
  await rename(draft, file);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
