import { join } from 'node:path';
import type { Installation } from './installation.ts';
import type { Flavor } from './server-name.ts';

/** Server settings as in the manual: `{ binlog_row_image: 'MINIMAL' }`; `{ log_bin: 'OFF' }` turns the binlog off. */
export type ServerOptions = Readonly<Record<string, string>>;

/** The folder of one server and what is in it. */
export interface ServerFolder {
  readonly path: string;
  readonly dataDir: string;
  readonly socket: string;
  readonly errorLog: string;
}

export function serverFolder(path: string): ServerFolder {
  return { path, dataDir: join(path, 'data'), socket: join(path, 'sql.sock'), errorLog: join(path, 'error.log') };
}

/** What every start of the program needs, the initialisation included. `--no-defaults` must stay the first flag. */
export function baseFlags(flavor: Flavor, installation: Installation, folder: ServerFolder): string[] {
  return [
    '--no-defaults',
    `--datadir=${folder.dataDir}`,
    // A MariaDB that starts deletes the temporary tables it finds here, and crashes the server they belong to.
    `--tmpdir=${folder.path}`,
    `--lc-messages-dir=${installation.shareFolder}`,
    `--character-sets-dir=${join(installation.shareFolder, 'charsets')}`,
    ...(installation.pluginFolder === null ? [] : [`--plugin-dir=${installation.pluginFolder}`]),
    // The program refuses to run as root unless told so by name.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    '--innodb-buffer-pool-load-at-startup=OFF',
    '--innodb-buffer-pool-dump-at-shutdown=OFF',
    flavor === 'mysql' ? '--innodb-redo-log-capacity=128M' : '--innodb-log-file-size=96M',
  ];
}

/**
 * @param durable whether every commit reaches the disk, as in production; tests are quicker without
 * @param port TCP port on 127.0.0.1, also made into the server id: unique among the servers of this machine
 */
export function serviceFlags(flavor: Flavor, folder: ServerFolder, port: number, durable: boolean): string[] {
  return [
    `--port=${port}`,
    `--server-id=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--socket=${folder.socket}`,
    `--pid-file=${join(folder.path, 'mysqld.pid')}`,
    `--log-error=${folder.errorLog}`,
    '--log-bin=binlog',
    '--max-connections=500',
    '--secure-file-priv=',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-buffer-size=2M',
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    `--sync-binlog=${durable ? 1 : 0}`,
    ...(durable ? [] : ['--innodb-flush-method=nosync']),
    ...(flavor === 'mysql'
      ? ['--mysqlx=OFF', '--gtid-mode=ON', '--enforce-gtid-consistency=ON', ...shortHistories]
      : ['--binlog-format=ROW', '--log-slave-updates=ON']),
  ];
}

/** Nobody reads them, and to make room for the usual ones takes a fifth of the time of a start. */
const shortHistories = [
  ...['statements', 'stages', 'transactions', 'waits'].map(
    (events) => `--performance-schema-events-${events}-history-long-size=100`,
  ),
  '--performance-schema-digests-size=200',
];

/** The program takes the last of two contradicting flags, so these go behind the others. */
export function optionFlags(options: ServerOptions): string[] {
  return Object.entries(options).map(([name, value]) => {
    const flag = name.replaceAll('_', '-');
    return flag === 'log-bin' && value === 'OFF' ? '--skip-log-bin' : `--${flag}=${value}`;
  });
}
