import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { migrateTable } from '../../src/engine/migrate.ts';
import { requestThrough } from '../faults/support/request.ts';
import { createDatabase, query, type RunningServer, startServer } from '../support/servers/index.ts';

/* One address, two servers behind it: as a load balancer, a proxy, a reader endpoint, or a name after a failover. */

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`two servers behind one address, on ${name}`, { concurrency: 1, timeout: 600_000 }, () => {
    let servers: readonly [RunningServer, RunningServer];
    before(async () => {
      servers = await Promise.all([startServer({ name }), startServer({ name })]);
    });
    after(() => Promise.all(servers.map((server) => server[Symbol.asyncDispose]())));

    it('in turns', async () => {
      const { message } = await refusedWith(servers, (number) => number % 2);
      assert.match(message, /reached another server than the first one did/u);
    });

    it('whichever connection it is that reaches the other', async () => {
      const purposes: string[] = [];
      for (let first = 1; ; first++) {
        const error = await refusedWith(servers, (number) => (number === first ? 1 : 0)).catch((completed: unknown) => {
          if (completed === isCompleted) return null;
          throw completed;
        });
        if (error === null) break;
        purposes.push(/ for ([a-z ]+) reached another server/u.exec(error.message)?.[1] ?? error.message);
      }
      for (const purpose of [
        'asking about the binary log',
        'reading the binary log',
        'copying rows',
        'applying changes',
      ])
        assert.ok(purposes.includes(purpose), `${purpose} is not among ${purposes.join(', ')}`);
    });
  });
}

const isCompleted = new Error('it completes');

/** @throws isCompleted */
async function refusedWith(
  servers: readonly [RunningServer, RunningServer],
  choose: (number: number) => number,
): Promise<{ message: string }> {
  const [server, other] = servers;
  await using database = await createDatabase(server);
  await using proxy = await openProxy(servers, choose);
  const table = 'CREATE TABLE t (id INT PRIMARY KEY, n INT)';
  await database.query(table);
  await query(other, `CREATE DATABASE ${database.name}`);
  await query(other, table.replace('t (', `${database.name}.t (`));
  try {
    const request = requestThrough(proxy.port, server, database);
    const outcome = await migrateTable(request, () => {}, AbortSignal.timeout(60_000));
    if (outcome.error === null) throw isCompleted;
    assert.equal(outcome.error.code, 'unsupported-server', outcome.error.message);
    assert.equal(outcome.tableState, 'unchanged');
    return outcome.error;
  } finally {
    await query(other, `DROP DATABASE ${database.name}`);
  }
}

interface Proxy extends AsyncDisposable {
  readonly port: number;
}

async function openProxy(
  servers: readonly [RunningServer, RunningServer],
  choose: (number: number) => number,
): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let number = 0;
  const listener = createServer((client) => {
    const { host, port } = servers[choose(number++)] ?? servers[0];
    const server = connect({ host, port });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [client, server].forEach((it) => void it.destroy()));
    }
    client.pipe(server).pipe(client);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
