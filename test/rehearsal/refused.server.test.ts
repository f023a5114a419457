import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { casesFor, query, releaseOf, startReplica } from '../support/servers/index.ts';
import { Pair } from './support/pair.ts';

const alter = 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL, MODIFY u BIGINT';
const user = 'rehearser';
const password = 'plain';

/* A server on which nothing can be rehearsed is refused, and what the refusal advises helps. */

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a rehearsal is refused on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    const isMysql = name === 'mysql-9.7';
    let pair: Pair;
    before(async () => {
      pair = await Pair.open(name);
      await pair.fill(500);
    });
    after(() => pair[Symbol.asyncDispose]());

    const expectRefused = async (code: string, message: RegExp, ...args: string[]): Promise<void> => {
      const { exitCode, output, run } = await pair.rehearse('--alter', alter, ...args).finished;
      const [migration] = run.migrations;
      assert.deepEqual([exitCode, migration?.error?.code, migration?.tableState], [1, code, 'unchanged'], output);
      assert.match(`${migration?.error?.message} ${migration?.error?.hint}`, message);
    };
    const expectTaken = async (...args: string[]): Promise<void> => {
      const { exitCode, output } = await pair.rehearse('--alter', alter, ...args).finished;
      assert.equal(exitCode, 0, output);
      await pair.expectUnharmed();
    };
    const change = async (...statements: string[]): Promise<void> => {
      for (const statement of statements) await pair.onReplica(statement);
    };

    it('on what is no replica', async () => {
      const source = `${pair.source.url}${pair.database.name}`;
      await expectRefused(
        'unsupported-server',
        /replicates from no other server.*replica of the target/u,
        '--replica',
        source,
      );
      await expectTaken();
    });

    for (const thread of casesFor(releaseOf(name), ['IO', 'SQL'] as const)) {
      it(`while its ${thread} thread is stopped`, async () => {
        const replica = isMysql ? 'REPLICA' : 'SLAVE';
        await change(`STOP ${replica} ${thread}_THREAD`);
        await expectRefused(
          'unsupported-server',
          isMysql ? /stopped.*Run START REPLICA/u : /stopped.*Run START ALL SLAVES/u,
        );
        await change(isMysql ? 'START REPLICA' : 'START ALL SLAVES');
        await expectTaken();
      });
    }

    it('where what is applied is not logged', async () => {
      const logging = isMysql ? 'log_replica_updates' : 'log_slave_updates';
      await using silent = await startReplica(pair.source, { options: { [logging]: 'OFF' } });
      const url = `${silent.url}${pair.database.name}`;
      await expectRefused(
        'binlog-not-usable',
        new RegExp(`${logging} is OFF.*Start the replica with ${logging}=ON`, 'u'),
        '--replica',
        url,
      );
    });

    it('to a user who lacks privileges, one after the other', async () => {
      const grant = (privileges: string): Promise<unknown> =>
        query(pair.source, `GRANT ${privileges} ON *.* TO ${user}`);
      await query(pair.source, `CREATE USER ${user} IDENTIFIED BY '${password}'`);
      await grant(
        'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER',
      );
      await grant('REPLICATION SLAVE, REPLICATION CLIENT, PROCESS');
      await pair.catchUp();
      const { host, port } = pair.replica;
      const login = ['--replica', `mysql://${user}:${password}@${host}:${port}/${pair.database.name}`];
      await expectRefused('missing-privileges', /binary log off.*SYSTEM_VARIABLES_ADMIN/u, ...login);
      await grant(isMysql ? 'SYSTEM_VARIABLES_ADMIN' : 'BINLOG ADMIN');
      await pair.catchUp();
      if (!isMysql) {
        await expectRefused('missing-privileges', /GRANT SLAVE MONITOR/u, ...login);
        await grant('SLAVE MONITOR');
        await pair.catchUp();
      }
      await change('SET GLOBAL read_only = ON');
      await expectRefused('missing-privileges', /read_only is ON.*CONNECTION_ADMIN/u, ...login);
      await grant(isMysql ? 'CONNECTION_ADMIN' : 'READ_ONLY ADMIN');
      await pair.catchUp();
      await expectTaken(...login);
      await change('SET GLOBAL read_only = OFF');
    });

    if (isMysql) {
      it('where nobody may write', async () => {
        await change('SET GLOBAL super_read_only = ON');
        await expectRefused(
          'unsupported-server',
          /super_read_only is ON.*SET GLOBAL super_read_only = OFF leaves that/u,
        );
        const [still] = await pair.onReplica('SELECT @@GLOBAL.super_read_only AS value');
        assert.equal(still?.value, 1);
        await change('SET GLOBAL super_read_only = OFF');
        await expectTaken();
        await change('SET GLOBAL read_only = OFF');
      });

      it('where GTIDs are not on', async () => {
        await change('SET GLOBAL gtid_mode = ON_PERMISSIVE');
        await expectRefused('binlog-not-usable', /gtid_mode is ON_PERMISSIVE.*Turn GTIDs on/u);
        await change('SET GLOBAL gtid_mode = ON');
        await expectTaken();
      });
    }

    it('where the statement copies nothing, there is nothing to do', async () => {
      const { exitCode, output, run } = await pair.rehearse('--alter', 'ALTER TABLE t ADD extra INT').finished;
      assert.equal(exitCode, 0, output);
      assert.deepEqual([run.migrations[0]?.algorithm, run.migrations[0]?.rowsCopied], ['instant', 0]);
      assert.match(output, /nothing to rehearse/u);
      await expectTaken('--algorithm', 'copy');
    });
  });
}
