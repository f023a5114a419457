import { type Flavor, query, type RunningServer, startServer } from '../../support/servers/index.ts';

/**
 * A server whose commits can be stopped between binlog and engine: the stream delivers their changes and no reader sees
 * them. Semi-synchronous replication does that, here for want of any replica.
 */
export interface StallingServer extends AsyncDisposable {
  readonly server: RunningServer;
  /** From now on every commit stops there. */
  stall(): Promise<void>;
  /** Lets go all that stopped. */
  release(): Promise<void>;
}

const timeoutMs = '600000';

export async function startStallingServer(flavor: Flavor): Promise<StallingServer> {
  const server = await (flavor === 'mysql' ? startMysql() : startMariadb());
  const enabled = flavor === 'mysql' ? 'rpl_semi_sync_source_enabled' : 'rpl_semi_sync_master_enabled';
  const set = async (value: 'ON' | 'OFF'): Promise<void> => {
    await query(server, `SET GLOBAL ${enabled} = ${value}`);
  };
  return {
    server,
    stall: () => set('ON'),
    release: () => set('OFF'),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function startMysql(): Promise<RunningServer> {
  const server = await startServer({ name: 'mysql-9.7' });
  await query(server, "INSTALL PLUGIN rpl_semi_sync_source SONAME 'semisync_source.so'");
  await query(server, `SET GLOBAL rpl_semi_sync_source_timeout = ${timeoutMs}`);
  await query(server, 'SET GLOBAL rpl_semi_sync_source_wait_point = AFTER_SYNC');
  return server;
}

function startMariadb(): Promise<RunningServer> {
  return startServer({
    name: 'mariadb-10.11',
    options: { rpl_semi_sync_master_timeout: timeoutMs, rpl_semi_sync_master_wait_point: 'AFTER_SYNC' },
  });
}
