import { generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What it does to hear the password once it has seen that somebody comes. */
export type Trick = 'full-authentication' | 'broken-tls' | Plugin;

/** It asks for a proof of this kind. */
export type Plugin =
  | 'sha256_password'
  | 'mysql_clear_password'
  | 'client_ed25519'
  | 'parsec'
  | 'auth_gssapi_client'
  | 'dialog'
  | 'authentication_ldap_sasl_client'
  | 'authentication_openid_connect_client';

export interface RogueServer extends AsyncDisposable {
  readonly port: number;
  /** Everything that clients have sent, and what of it could be decrypted with its own key. */
  heard(): Buffer;
}

const salt = Buffer.from('abcdefghijklmnopqrst');
const flags = { longPassword: 0x1, withDatabase: 0x8, protocol41: 0x200, tls: 0x800, secure: 0x8000, plugins: 0x80000 };

/** Answers as a MySQL server would up to the password. It offers no TLS, or breaks it off. */
export async function startRogueServer(host: string, trick: Trick): Promise<RogueServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const heard: Buffer[] = [];
  const hear = (bytes: Buffer): void => {
    heard.push(bytes);
    try {
      heard.push(unscramble(privateDecrypt({ key: privateKey, oaepHash: 'sha1' }, bytes.subarray(4))));
    } catch {
      // Not encrypted with its key.
    }
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let step = 0;
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      hear(bytes);
      const sequence = (bytes[3] ?? 0) + 1;
      step++;
      if (trick === 'broken-tls') socket.destroy();
      else if (step < 6) socket.write(packet(sequence, nextAsk(trick, step, publicKey)));
    });
    socket.write(packet(0, greeting(trick === 'broken-tls')));
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => Buffer.concat(heard),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** First to switch to the plugin by which it hopes to hear the password, then a key to encrypt it with. */
function nextAsk(trick: Trick, step: number, publicKey: string): Buffer {
  const plugin = trick === 'full-authentication' ? 'caching_sha2_password' : trick;
  if (step === 1) return Buffer.concat([Buffer.of(0xfe), Buffer.from(`${plugin}\0`), salt, Buffer.of(0)]);
  if (step === 2 && trick === 'full-authentication') return Buffer.of(1, 4);
  return Buffer.concat([Buffer.of(1), Buffer.from(publicKey)]);
}

export function greeting(offersTls: boolean): Buffer {
  const capabilities =
    flags.longPassword |
    flags.withDatabase |
    flags.protocol41 |
    flags.secure |
    flags.plugins |
    (offersTls ? flags.tls : 0);
  const fixed = Buffer.alloc(16);
  fixed.writeUInt16LE(capabilities & 0xffff, 0);
  fixed[2] = 45;
  fixed.writeUInt16LE(2, 3);
  fixed.writeUInt16LE(capabilities >>> 16, 5);
  fixed[7] = salt.length + 1;
  return Buffer.concat([
    Buffer.of(10),
    Buffer.from('8.0.99\0'),
    Buffer.of(7, 0, 0, 0),
    salt.subarray(0, 8),
    Buffer.of(0),
    fixed.subarray(0, 8),
    Buffer.alloc(10),
    salt.subarray(8),
    Buffer.of(0),
    Buffer.from('caching_sha2_password\0'),
  ]);
}

export function packet(sequence: number, body: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUIntLE(body.length, 0, 3);
  header[3] = sequence;
  return Buffer.concat([header, body]);
}

/** Clients mix the salt into the password before they encrypt it. */
function unscramble(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => byte ^ (salt[at % salt.length] ?? 0)));
}
