import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { accountSql } from './account.ts';
import { cacheFolder, fillOnce } from './cache-folder.ts';
import { freePort } from './free-port.ts';
import type { Installation } from './installation.ts';
import {
  baseFlags,
  optionFlags,
  type ServerFolder,
  type ServerOptions,
  serverFolder,
  serviceFlags,
} from './server-flags.ts';
import { type Flavor, releaseOf, type ServerName } from './server-name.ts';
import { launch } from './server-process.ts';
import { guard } from './watchdog.ts';

/** Part of the template's name: raise it when what is in a template changes. */
const templateVersion = 2;

/** Options that cannot change once the data directory exists. */
const optionsOfBirth: readonly string[] = ['lower_case_table_names', 'innodb_page_size', 'innodb_data_file_path'];

/** Fills `folder.dataDir`: a copy of the cached template where the options allow it, else initialised on the spot. */
export async function makeDataDirectory(
  name: ServerName,
  installation: Installation,
  folder: ServerFolder,
  options: ServerOptions,
): Promise<void> {
  const { flavor } = releaseOf(name);
  const chosen = Object.fromEntries(
    Object.entries(options).filter(([option]) => optionsOfBirth.includes(option.replaceAll('-', '_'))),
  );
  if (Object.keys(chosen).length > 0) return initialise(flavor, installation, folder, chosen);
  const template = await fillOnce(join(cacheFolder(name), `template-${templateVersion}`), async (into) => {
    const path = await mkdtemp(join(tmpdir(), 'ghostship-template-'));
    try {
      const birthplace = serverFolder(path);
      await initialise(flavor, installation, birthplace, {});
      await copySparsely(birthplace.dataDir, into);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });
  await copySparsely(template, folder.dataDir);
}

/** Most of a new data directory is zeros, which need neither be written nor take room. */
async function copySparsely(from: string, to: string): Promise<void> {
  await execa('cp', ['--archive', '--sparse=always', '--reflink=auto', `${from}/.`, to]);
}

async function initialise(
  flavor: Flavor,
  installation: Installation,
  folder: ServerFolder,
  options: ServerOptions,
): Promise<void> {
  await mkdir(folder.dataDir, { recursive: true });
  const flags = [...baseFlags(flavor, installation, folder), ...optionFlags(options)];
  await createSystemTables(flavor, installation, flags);
  await createAccount(flavor, installation, folder, optionFlags(options));
  // Two servers with one uuid cannot replicate; a server without this file makes up a new one.
  await rm(join(folder.dataDir, 'auto.cnf'), { force: true });
}

async function createSystemTables(flavor: Flavor, installation: Installation, flags: readonly string[]): Promise<void> {
  const [program, ...prefix] = installation.command;
  if (flavor === 'mysql') {
    await execa(program, [...prefix, ...flags, '--initialize-insecure']);
    return;
  }
  const script = await mariadbSystemSql(installation);
  await execa(program, [...prefix, ...flags, '--bootstrap'], { input: script });
}

/** Bootstrap mode reads one statement per line or up to a semicolon, and starts without any database. */
async function mariadbSystemSql(installation: Installation): Promise<string> {
  const files = ['system_tables', 'performance_tables', 'system_tables_data'];
  const parts = ['CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n'];
  for (const file of files) parts.push(await readShareFile(installation, file));
  return parts.join('\n');
}

/** Debian 13 and MariaDB's own packages have renamed the files from `mysql_…` to `mariadb_…`. */
async function readShareFile({ shareFolder }: Installation, file: string): Promise<string> {
  return readFile(join(shareFolder, `mariadb_${file}.sql`), 'utf8').catch(() =>
    readFile(join(shareFolder, `mysql_${file}.sql`), 'utf8'),
  );
}

/** Neither way of making system tables may create accounts, so the server is started once to do it. */
async function createAccount(
  flavor: Flavor,
  installation: Installation,
  folder: ServerFolder,
  extraFlags: readonly string[],
): Promise<void> {
  const initFile = join(folder.path, 'account.sql');
  await writeFile(initFile, accountSql);
  const port = await freePort();
  const watchdog = guard(folder.path);
  try {
    const server = await launch({
      command: installation.command,
      // Without a binlog, so that whoever copies the directory starts with an empty history.
      flags: [
        ...baseFlags(flavor, installation, folder),
        ...serviceFlags(flavor, folder, port, false),
        ...extraFlags,
        ...(flavor === 'mysql' ? ['--gtid-mode=OFF', '--enforce-gtid-consistency=OFF'] : []),
        '--skip-log-bin',
        `--init-file=${initFile}`,
      ],
      errorLog: folder.errorLog,
      port,
      onSpawn: (pid) => watchdog.watch(pid),
    });
    await server.stop();
  } finally {
    watchdog.watch(null);
    watchdog.release();
  }
}
