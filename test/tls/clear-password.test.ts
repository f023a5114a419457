import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { after, before, test } from 'node:test';
import { TLSSocket } from 'node:tls';
import { openConnection } from '../../src/mysql/connection.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { makeCertificates } from './certificates.ts';
import { greeting, packet } from './rogue-server.ts';

/* A server that must read the password itself, as those that let people in by a token of IAM. It gets it once it has shown who it is. */

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghostship-clear-'));
  await makeCertificates(folder, 'IP:127.0.0.1');
});
after(() => rm(folder, { recursive: true }));

const url = (port: number, mode: string): string =>
  `mysql://u@127.0.0.1:${port}/shop?ssl-mode=${mode}${mode.startsWith('verify') ? `&ssl-ca=${join(folder, 'ca.pem')}` : ''}`;

for (const mode of ['verify-ca', 'verify-identity']) {
  test(`with ssl-mode=${mode} a server that an authority vouches for reads the password`, async () => {
    await using server = await startServer();
    const connection = await openConnection(parseTarget(url(server.port, mode), 'a-token'), 'testing', false);
    connection.cutOff();
    assert.equal(server.password(), 'a-token');
  });
}

for (const mode of ['required', 'preferred']) {
  test(`with ssl-mode=${mode} nobody knows who the server is, and it reads nothing`, async () => {
    await using server = await startServer();
    await assert.rejects(openConnection(parseTarget(url(server.port, mode), 'a-token'), 'testing', false), {
      code: 'access-denied',
      hint: /ssl-mode=verify-identity/u,
    });
    assert.equal(server.password(), null);
  });
}

const askForTls = 36;

async function startServer(): Promise<AsyncDisposable & { readonly port: number; password(): string | null }> {
  const [key, cert] = await Promise.all(['server-key.pem', 'server.pem'].map((name) => readFile(join(folder, name))));
  let password: string | null = null;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    // The first packet only asks for TLS. What TLS sends may come along with it.
    socket.once('data', (first) => {
      const plain = new Duplex({ read() {}, write: (bytes, _, done) => void socket.write(bytes, done) });
      plain.push(first.subarray(askForTls));
      socket.on('data', (bytes) => plain.push(bytes));
      const secure = new TLSSocket(plain, { isServer: true, key, cert });
      let step = 0;
      secure.on('error', () => {});
      secure.on('data', (bytes) => {
        const sequence = (bytes[3] ?? 0) + 1;
        step += 1;
        if (step === 1) secure.write(packet(sequence, Buffer.from('\xfemysql_clear_password\0', 'latin1')));
        if (step !== 2) return;
        password = bytes.subarray(4, -1).toString();
        secure.write(packet(sequence, Buffer.of(0, 0, 0, 2, 0, 0, 0)));
      });
    });
    socket.write(packet(0, greeting(true)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    password: () => password,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
