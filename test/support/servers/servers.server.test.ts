import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { waitFor } from '../wait-for.ts';
import { account } from './account.ts';
import { catchUp, createDatabase, query, type ServerName, startReplica, startServer } from './index.ts';

const names: readonly ServerName[] = ['mysql-9.7', 'mariadb-10.11'];

for (const name of names) {
  describe(name, { concurrency: false }, () => {
    it('keeps what was committed through a kill and a restart', async () => {
      await using server = await startServer({ name, durable: true });
      await query(server, 'CREATE DATABASE d');
      await query(server, 'CREATE TABLE d.t (id INT PRIMARY KEY)');
      await query(server, 'INSERT INTO d.t VALUES (7)');
      const before = server.pid;
      await server.kill();
      await assert.rejects(query(server, 'SELECT 1'), /ECONNREFUSED/u);
      await server.restart();
      assert.notEqual(server.pid, before);
      assert.deepEqual(await rowsOf(query(server, 'SELECT id FROM d.t')), [{ id: 7 }]);
      assert.match(server.errorLog(), /ready for connections/u);
      assert.match(server.version, name === 'mysql-9.7' ? /^9\./u : /^10\.11\..*MariaDB/u);
    });

    it('leaves the temporary tables of other servers alone', async () => {
      const other = join(tmpdir(), `#sql-temptable-${randomUUID()}.MAD`);
      await writeFile(other, '');
      try {
        await using server = await startServer({ name });
        assert.ok(existsSync(other), `${server.name} has deleted it`);
      } finally {
        await rm(other, { force: true });
      }
    });

    it('replicates to a second server', async () => {
      await using source = await startServer({ name });
      await query(source, 'CREATE DATABASE early');
      await using replica = await startReplica(source);
      await using database = await createDatabase(source);
      await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
      await database.query('INSERT INTO t VALUES (1), (2)');
      await catchUp(replica, source);
      const found = await rowsOf(query(replica, `SELECT id FROM ${database.name}.t ORDER BY id`));
      assert.deepEqual(found, [{ id: 1 }, { id: 2 }]);
      assert.equal((await query(replica, "SHOW DATABASES LIKE 'early'")).length, 1);
    });

    it('takes settings, those of birth included', async () => {
      await using server = await startServer({ name, options: { lower_case_table_names: '1', log_bin: 'OFF' } });
      const found = await rowsOf(query(server, 'SELECT @@lower_case_table_names AS folded, @@log_bin AS log_bin'));
      assert.deepEqual(found, [{ folded: 1, log_bin: 0 }]);
    });

    it('tells of an end that nobody asked for', async () => {
      await using server = await startServer({ name });
      await server.restart();
      assert.equal(server.unexpectedEnd(), null);
      process.kill(server.pid, 'SIGSEGV');
      await waitFor(() => server.unexpectedEnd() !== null, { timeoutMs: 20_000, what: 'the server to be gone' });
      assert.match(String(server.unexpectedEnd()), /signal 11/u);
    });

    it('says why it does not start', async () => {
      await assert.rejects(startServer({ name, options: { no_such_option: '1' } }), /no-such-option/u);
    });

    it('does not outlive the process that started it', async () => {
      const owner = spawn(process.execPath, [join(import.meta.dirname, 'abandoning-owner.ts'), name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(owner.stdout, 'data')) as [Buffer];
      const { port, dataDir } = JSON.parse(line.toString()) as { port: number; dataDir: string };
      assert.ok(existsSync(dataDir));
      owner.kill('SIGKILL');
      await waitFor(() => !existsSync(dataDir), { timeoutMs: 20_000, what: 'the data to be removed' });
      await waitFor(() => refusesConnections(port), { timeoutMs: 20_000, what: 'the server to be gone' });
    });
  });
}

async function refusesConnections(port: number): Promise<boolean> {
  try {
    await query({ host: '127.0.0.1', port, ...account }, 'SELECT 1');
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ECONNREFUSED';
  }
}

/** mysql2's rows have a prototype of their own, which a strict comparison would see. */
async function rowsOf(rows: Promise<readonly object[]>): Promise<object[]> {
  return (await rows).map((row) => ({ ...row }));
}
