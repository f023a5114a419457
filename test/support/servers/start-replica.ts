import { waitFor } from '../wait-for.ts';
import type { RunningServer } from './running-server.ts';
import { type StartOptions, startServer } from './start-server.ts';
import { query, type Row } from './test-database.ts';

const connectedWithinMs = 30_000;
const caughtUpWithinSeconds = 60;

/**
 * Starts a second server of the same version that replicates everything the source has in its binlog, from the first
 * event on. Resolves when it is connected and has applied what was there.
 */
export async function startReplica(
  source: RunningServer,
  options: Omit<StartOptions, 'name'> = {},
): Promise<RunningServer> {
  const replica = await startServer({ ...options, name: source.name });
  try {
    await follow(replica, source);
    await waitFor(() => isConnected(replica), { timeoutMs: connectedWithinMs, what: 'the replica to connect' });
    await catchUp(replica, source);
    return replica;
  } catch (error) {
    await replica[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Resolves when the replica has applied everything the source has committed by now.
 *
 * @throws Error with the replica's status when that takes longer than a minute
 */
export async function catchUp(replica: RunningServer, source: RunningServer): Promise<void> {
  const [row] = await query(
    source,
    `SELECT @@GLOBAL.${source.flavor === 'mysql' ? 'gtid_executed' : 'gtid_binlog_pos'} AS gtids`,
  );
  const gtids = String(row?.gtids).replaceAll('\n', '');
  const wait =
    replica.flavor === 'mysql'
      ? `WAIT_FOR_EXECUTED_GTID_SET('${gtids}', ${caughtUpWithinSeconds})`
      : `MASTER_GTID_WAIT('${gtids}', ${caughtUpWithinSeconds})`;
  const [answer] = await query(replica, `SELECT ${wait} AS result`);
  if (answer?.result !== 0) {
    throw new Error(`The replica did not catch up: ${JSON.stringify(await replicaStatus(replica))}`);
  }
}

/** The replica replicates from the source from now on. */
export async function follow(replica: RunningServer, { host, port, user, password }: RunningServer): Promise<void> {
  const statements =
    replica.flavor === 'mysql'
      ? [
          `CHANGE REPLICATION SOURCE TO SOURCE_HOST = '${host}', SOURCE_PORT = ${port}, SOURCE_USER = '${user}',
             SOURCE_PASSWORD = '${password}', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1,
             SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 86400`,
          'START REPLICA',
        ]
      : [
          `CHANGE MASTER TO MASTER_HOST = '${host}', MASTER_PORT = ${port}, MASTER_USER = '${user}',
             MASTER_PASSWORD = '${password}', MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1`,
          'START SLAVE',
        ];
  for (const statement of statements) await query(replica, statement);
}

async function isConnected(replica: RunningServer): Promise<boolean> {
  const status = await replicaStatus(replica);
  return status?.[replica.flavor === 'mysql' ? 'Replica_IO_Running' : 'Slave_IO_Running'] === 'Yes';
}

async function replicaStatus(replica: RunningServer): Promise<Row | undefined> {
  const [status] = await query(replica, replica.flavor === 'mysql' ? 'SHOW REPLICA STATUS' : 'SHOW SLAVE STATUS');
  return status;
}
