import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { endXa, leavePrepared, prepareXa } from '../../../test/support/prepared-xa.ts';
import { casesFor, createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { writeXid } from '../../binlog/statement-event.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { waitForXaCommits } from './prepared-xa.ts';

const withinMs = 10_000;

interface Xid {
  readonly global: Buffer;
  readonly branch: Buffer;
  readonly formatId: number;
}

/** Names on the shared server must differ from run to run. */
const printable = (what: string): Xid => ({
  global: Buffer.from(`${what} ${randomBytes(4).toString('hex')}`),
  branch: Buffer.of(),
  formatId: 1,
});

const xids: Readonly<Record<string, () => Xid>> = {
  'by letters': () => printable('plain'),
  'with a quote': () => printable("it's"),
  'with a backslash': () => printable('a\\b'),
  'with an umlaut': () => printable('ö'),
  'with a branch': () => ({ ...printable('plain'), branch: Buffer.from('branch') }),
  'in another format': () => ({ ...printable('plain'), formatId: 7 }),
  'with a branch in another format': () => ({ ...printable('plain'), branch: Buffer.from('branch'), formatId: 0 }),
  'by as many bytes as there may be': () => ({
    global: randomBytes(64),
    branch: randomBytes(64),
    formatId: 2 ** 31 - 1,
  }),
};

/** The oldest MySQL that can be run here commits in order. It is asked as an older one is. */
const commitsOutOfOrder = {
  mysql: { flavor: 'mysql', version: '8.0.29' },
  mariadb: { flavor: 'mariadb', version: '10.11.18-MariaDB' },
} as const;

/** However the server writes an xid in its list, it is read as the xid in the binlog. */
describe('a prepared XA transaction is waited for', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const [what, xid] of casesFor(server, Object.entries(xids))) {
      it(`called ${what}, on ${server.name}`, async () => {
        const { global, branch, formatId } = xid();
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
        const [coordinator, other] = [await database.connect(), await database.connect()];
        const literal = `X'${global.toString('hex')}', X'${branch.toString('hex')}', ${formatId}`;
        await prepareXa(coordinator, literal, ['INSERT INTO t VALUES (1)']);
        await leavePrepared(coordinator, other);
        await using session = await connect(parseTarget(database.url, null), 'waiting');
        let isOver = false;
        const waited = waitForXaCommits(
          [writeXid(global, branch, formatId)],
          commitsOutOfOrder[server.flavor],
          session,
          AbortSignal.timeout(withinMs),
        ).finally(() => {
          isOver = true;
        });
        await waitFor(() => isOver || session.statementCount > 3, { timeoutMs: withinMs, what: 'some looks' });
        const wasOver = isOver;
        await endXa(other, 'ROLLBACK', literal);
        await waited;
        assert.equal(wasOver, false, 'it is not waited for');
      });
    }
  }
});

describe('where the user may not see them', () => {
  for (const server of testServers().filter(({ flavor }) => flavor === 'mysql')) {
    it(`one that changed rows stops the migration, on ${server.name}`, async () => {
      await using database = await createDatabase(server);
      const user = `u${randomBytes(6).toString('hex')}`;
      await database.query(`CREATE USER ${user} IDENTIFIED BY 'secret'`);
      await database.query(`GRANT SELECT ON ${database.name}.* TO ${user}`);
      try {
        const url = `mysql://${user}:secret@${server.host}:${server.port}/${database.name}`;
        await using session = await connect(parseTarget(url, null), 'waiting');
        const xids = [writeXid(Buffer.from('x'), Buffer.of(), 1)];
        const wait = (server: { flavor: 'mysql'; version: string }): Promise<void> =>
          waitForXaCommits(xids, server, session, AbortSignal.timeout(withinMs));
        await assert.rejects(wait(commitsOutOfOrder.mysql), { code: 'stream-broken', message: /8\.0\.29/u });
        await wait({ flavor: 'mysql', version: '8.0.30' });
      } finally {
        await database.query(`DROP USER ${user}`);
      }
    });
  }
});
