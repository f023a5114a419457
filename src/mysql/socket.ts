import { once } from 'node:events';
import { BlockList, connect, type Socket } from 'node:net';
import { reasonOf } from '../support/clock.ts';
import { onAbort } from '../support/on-abort.ts';
import type { Target } from './target.ts';

/** Of the greeting's first packet (MySQL Internals, Protocol::HandshakeV10; MariaDB's is the same up to here). */
const greeting = { headerBytes: 4, version: 10, bytesBeforeFlags: 4 + 8 + 1, flagTls: 0x0800 } as const;

/** Longer than any greeting: what sends more is no database server. */
const maxGreetingBytes = 16_384;

/** Node leaves it to the system otherwise, which means two hours on Linux. */
const keepAliveAfterMs = 10_000;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * A socket to the server, paused, which still has all that the server has sent, and whether the server offers TLS. Asking on the same
 * connection matters: a server counts the ones that are broken off, and shuts out who has too many of them.
 *
 * @throws whatever the socket throws, and an error with the code ETIMEDOUT
 */
export async function openSocket(
  { host, port }: Target,
  timeoutMs: number,
): Promise<{ socket: Socket; offersTls: boolean }> {
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveAfterMs });
  // The name that a certificate must have where the host is an address: Node takes `localhost` otherwise.
  Object.assign(socket, { _host: host });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    await once(socket, 'connect', { signal });
    return { socket, offersTls: await readOffer(socket, signal) };
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' }) : error;
  }
}

/** Whether the other end is on this machine, whatever it was called. */
export function isLoopback({ remoteAddress = '' }: Socket): boolean {
  const address = remoteAddress.replace(/^::ffff:/u, '');
  return loopback.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}

async function readOffer(socket: Socket, signal: AbortSignal): Promise<boolean> {
  let giveUp: (error: Error) => void = () => {};
  using _listening = onAbort(signal, () => giveUp(reasonOf(signal)));
  return await new Promise((resolve, reject) => {
    giveUp = reject;
    let seen = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      seen = Buffer.concat([seen, chunk]);
      const offer = seen.length > maxGreetingBytes ? false : offerIn(seen);
      if (offer === null) return;
      socket.off('data', onData).pause();
      socket.unshift(seen);
      resolve(offer);
    };
    socket.on('data', onData);
    socket.once('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('it closed the connection'), { code: 'ECONNRESET' })));
  });
}

/** `null` while too little has arrived. An error in place of a greeting offers nothing. */
function offerIn(bytes: Buffer): boolean | null {
  const { headerBytes, version, bytesBeforeFlags, flagTls } = greeting;
  if (bytes.length <= headerBytes) return null;
  if (bytes[headerBytes] !== version) return false;
  const versionEnd = bytes.indexOf(0, headerBytes + 1);
  const at = versionEnd + 1 + bytesBeforeFlags;
  if (versionEnd < 0 || bytes.length < at + 2) return null;
  return (bytes.readUInt16LE(at) & flagTls) !== 0;
}
