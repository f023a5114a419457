import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { raw } from '../../src/sql/sql.ts';
import { GhostshipError } from '../../src/support/errors.ts';
import { readJson, run } from '../cli/cli.ts';
import { createDatabase, query, type RunningServer, startServer } from '../support/servers/index.ts';
import { makeCertificates } from './certificates.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;

const network = Object.values(networkInterfaces())
  .flatMap((it) => it ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

for (const name of names) {
  describe(`a server that offers TLS, ${name}`, { concurrency: 1 }, () => {
    let server: RunningServer;
    let folder = '';
    let other = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-tls-'));
      other = await mkdtemp(join(tmpdir(), 'ghostship-tls-'));
      const options = await makeCertificates(folder, 'IP:127.0.0.1');
      await makeCertificates(other, 'IP:127.0.0.1');
      server = await startServer({ name, options: { ...options, bind_address: '0.0.0.0' } });
      await query(server, 'CREATE DATABASE shop');
    });
    after(async () => {
      await server[Symbol.asyncDispose]();
      await Promise.all([folder, other].map((it) => rm(it, { recursive: true })));
    });

    const open = (
      parameters: string,
      host: string = server.host,
      login = 'admin:ghostship',
    ): ReturnType<typeof cipherOf> => cipherOf(`mysql://${login}@${host}:${server.port}/shop${parameters}`);
    const refused = async (
      parameters: string,
      host: string = server.host,
      login = 'admin:ghostship',
    ): Promise<GhostshipError> => {
      const error: unknown = await open(parameters, host, login).catch((it: unknown) => it);
      assert.ok(error instanceof GhostshipError, `${String(error)} with ${parameters}`);
      return error;
    };

    it('is talked to through TLS unless that is disabled', async () => {
      assert.match(await open(''), /./u);
      assert.match(await open('?ssl-mode=preferred'), /./u);
      assert.match(await open('?ssl-mode=required'), /./u);
      assert.equal(await open('?ssl-mode=disabled'), '');
    });

    it('is refused where nobody known vouches for it, and the message says how to say who does', async () => {
      for (const mode of ['verify-ca', 'verify-identity']) {
        const error = await refused(`?ssl-mode=${mode}`);
        assert.equal(error.code, 'cannot-connect');
        assert.match(
          error.message,
          /^No encrypted connection to admin@127\.0\.0\.1:\d+\/shop for testing: .*certificate/u,
        );
        assert.match(error.hint, /ssl-ca=<file>/u);
      }
      assert.match((await refused(`?ssl-ca=${join(other, 'ca.pem')}`)).hint, /ssl-ca=<file>/u);
    });

    it('is known by its authority, and by its name where that is asked', async () => {
      const ca = `ssl-ca=${join(folder, 'ca.pem')}`;
      assert.match(await open(`?${ca}`), /./u);
      assert.match(await open(`?${ca}`, 'localhost'), /./u);
      assert.match(await open(`?${ca}&ssl-mode=verify-identity`), /./u);
      const error = await refused(`?${ca}&ssl-mode=verify-identity`, 'localhost');
      assert.match(error.hint, /another name than localhost\. .*ssl-mode=verify-ca/u);
      if (network !== undefined)
        assert.match((await refused(`?${ca}&ssl-mode=verify-identity`, network)).hint, /another name than/u);
    });

    it('runs a whole migration of somebody who may not come without TLS, by a path from the working directory', async () => {
      await using database = await createDatabase(server);
      await database.query('CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20))');
      await database.query("INSERT INTO t VALUES (1, 'one'), (2, 'two')");
      await query(server, `CREATE USER ${database.name} IDENTIFIED BY 'secret' REQUIRE SSL`);
      await query(server, `GRANT ALL ON *.* TO ${database.name}`);
      const url = `mysql://${database.name}:secret@${server.host}:${server.port}/${database.name}`;
      const ways = [
        [''],
        ['?ssl-ca=ca.pem&ssl-mode=verify-identity'],
        ['', '--ssl-ca', 'ca.pem'],
        ['?ssl-mode=verify-identity', '--ssl-ca', 'ca.pem'],
      ];
      for (const [at, [parameters, ...flags]] of ways.entries()) {
        const statement = `ALTER TABLE t MODIFY v VARCHAR(${300 + at})`;
        const args = [
          'migrate',
          '--target',
          url + parameters,
          '--alter',
          statement,
          '--algorithm',
          'copy',
          '--json',
          'out.json',
          ...flags,
        ];
        const { exitCode, stdout, stderr } = await run(folder, args);
        assert.equal(exitCode, 0, stdout + stderr);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ rowsCopied: 2 }] });
      }
      const stranger = [
        'migrate',
        '--target',
        url,
        '--alter',
        'ALTER TABLE t MODIFY v TEXT',
        '--ssl-ca',
        join(other, 'ca.pem'),
      ];
      assert.match((await run(folder, stranger)).stderr, /Nobody known vouches for the certificate/u);
      const error = await refused('?ssl-mode=disabled', server.host, `${database.name}:secret`);
      assert.equal(error.code, 'access-denied');
      assert.match(error.hint, /This connection is not encrypted/u);
    });

    if (name === 'mysql-9.7') {
      it('is not told the password in clear from afar, but proofs of it', async () => {
        assert.ok(network, 'this machine has an address of its own in a network');
        const login = 'afar:secret';
        await query(server, "CREATE USER afar IDENTIFIED BY 'secret'");
        await query(server, 'GRANT SELECT ON shop.* TO afar');
        const error = await refused('?ssl-mode=disabled', network, login);
        assert.equal(error.code, 'cannot-connect');
        assert.match(error.message, /is not encrypted, and the server asks for the password itself/u);
        assert.match(error.hint, /Take ssl-mode=disabled out/u);
        assert.match(await open('', network, login), /./u);
        assert.equal(await open('?ssl-mode=disabled', network, login), '');
      });

      it('is told it on the same machine', async () => {
        await query(server, "CREATE USER near IDENTIFIED BY 'secret'");
        await query(server, 'GRANT SELECT ON shop.* TO near');
        assert.equal(await open('?ssl-mode=disabled', 'localhost', 'near:secret'), '');
      });
    }

    it('says so where it lets nobody in without', async () => {
      await query(server, 'SET GLOBAL require_secure_transport = ON');
      const error = await refused('?ssl-mode=disabled');
      // MariaDB does not give this as its reason.
      if (server.flavor === 'mysql') assert.match(error.message, /lets nobody in without TLS/u);
      else assert.match(error.hint, /This connection is not encrypted/u);
      assert.match(error.hint, /ssl-mode=required/u);
      assert.match(await open(''), /./u);
    });
  });

  describe(`a server without TLS, ${name}`, () => {
    it('is talked to in clear, unless TLS is asked for', async () => {
      await using server = await startServer({ name, options: name === 'mysql-9.7' ? { tls_version: '' } : {} });
      await query(server, 'CREATE DATABASE shop');
      assert.equal(await cipherOf(`${server.url}shop`), '');
      const error: unknown = await cipherOf(`${server.url}shop?ssl-mode=required`).catch((it: unknown) => it);
      assert.ok(error instanceof GhostshipError);
      assert.equal(error.code, 'cannot-connect');
      assert.match(error.message, /offers no TLS to .* for testing, and ssl-mode=required asks for it/u);
      // Nobody is shut out for connections that were broken off at the greeting.
      const [broken] = await query(server, "SHOW GLOBAL STATUS LIKE 'Aborted_connects'");
      assert.ok(Number(broken?.Value) <= 1, `${String(broken?.Value)} aborted`);
    });
  });
}

async function cipherOf(url: string): Promise<string> {
  await using session = await connect(parseTarget(url, null), 'testing');
  const [row] = await session.rows(raw("SHOW SESSION STATUS LIKE 'Ssl_cipher'"));
  return String(row?.Value);
}
