import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Login } from '../../support/servers/running-server.ts';
import { newColumn } from '../pull-request.ts';
import { type Shop, type ShopBooks, type ShopMessage, type ShopOpening, settle } from './shop.ts';

/**
 * The shop has a thread of its own: were it to share one with everything else here, it would measure how long it waited
 * for that, and not for the server.
 */
export async function openShop({ host, port, user, password }: Login): Promise<Shop> {
  const opening: ShopOpening = { login: { host, port, user, password }, newColumn };
  const worker = new Worker(new URL('shop-thread.ts', import.meta.url), { workerData: opening });
  let written = 0;
  const closed = new Promise<ShopBooks>((resolve, reject) => {
    worker.on('message', (message: ShopMessage) => {
      if (message.kind === 'written') written = message.count;
      if (message.kind === 'closed') resolve(message.books);
    });
    worker.on('error', reject);
  });
  // Heard of when the shop closes; until then it must not count as unhandled.
  closed.catch(() => undefined);
  await once(worker, 'message');
  const shop: Shop = {
    get written() {
      return written;
    },
    async close() {
      worker.postMessage('close');
      return closed;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
  await settle(shop);
  return shop;
}
