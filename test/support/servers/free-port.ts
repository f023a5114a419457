import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A TCP port nobody listens on. It lies below the range from which systems take ports for outgoing connections, or one
 * of those could take it away while a server restarts.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(21_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
