import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { waitFor } from '../../support/wait-for.ts';
import { type Dropped, type Held, type Pattern, type Trap, Wire } from './wire.ts';

const patienceMs = 150_000;

/**
 * Stands between the migration and its server and knows every statement of every connection. It can stop one at the moment
 * it is sent or answered, and break connections the way networks do. Nothing is made up: both ends are real.
 */
export interface WireTap extends AsyncDisposable {
  readonly port: number;
  /** In the order in which they were opened; closed ones too. */
  readonly wires: readonly Wire[];
  /** Stops the next statement that matches, before the server hears of it. */
  holdStatement(pattern: Pattern): Promise<Held>;
  /** Lets the next statement that matches through, and keeps the server's answer back. */
  holdAnswer(pattern: Pattern): Promise<Held>;
  /** The youngest open connection that has sent a statement like this; waits for it. */
  find(pattern: RegExp): Promise<Wire>;
  /** Breaks new connections off until {@link accept}; open ones live on. */
  refuse(): void;
  accept(): void;
  /** New connections reach this server from now on, as behind a proxy, or by a name that is given away. Open ones stay. */
  moveTo(other: { readonly host: string; readonly port: number }): void;
  /** Packets of all connections vanish this way, of new ones too; nobody is told. `null` lets new ones through. */
  drop(way: Dropped | null): void;
  readonly isDropping: boolean;
  /** New connections broken off so far. */
  readonly refused: number;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

export async function openWireTap(server: Address): Promise<WireTap> {
  let address = server;
  const wires: Wire[] = [];
  const traps = new Set<Trap>();
  let isRefusing = false;
  let refused = 0;
  let dropped: Dropped | null = null;
  const listener = createServer((client) => {
    if (isRefusing) {
      refused++;
      client.destroy();
      return;
    }
    const wire = new Wire(client, connect({ host: address.host, port: address.port }), traps);
    if (dropped !== null) wire.drop(dropped);
    wires.push(wire);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const setTrap = (pattern: Pattern, at: Trap['at']): Promise<Held> => {
    const { source } = pattern instanceof RegExp ? pattern : pattern.text;
    return withinPatience(new Promise((spring) => traps.add({ pattern, at, spring })), `a statement like ${source}`);
  };

  return {
    port: (listener.address() as AddressInfo).port,
    wires,
    holdStatement: (pattern) => setTrap(pattern, 'statement'),
    holdAnswer: (pattern) => setTrap(pattern, 'answer'),
    find: (pattern) =>
      waitFor(() => wires.findLast((wire) => wire.isOpen && wire.statements.some((text) => pattern.test(text))), {
        timeoutMs: patienceMs,
        what: `a connection with a statement like ${pattern.source}`,
        everyMs: 5,
      }),
    refuse() {
      isRefusing = true;
    },
    accept() {
      isRefusing = false;
    },
    moveTo(other) {
      address = other;
    },
    drop(way) {
      dropped = way;
      if (way !== null) for (const wire of wires) wire.drop(way);
    },
    get isDropping() {
      return dropped !== null;
    },
    get refused() {
      return refused;
    },
    async [Symbol.asyncDispose]() {
      for (const wire of wires) wire.cut();
      listener.close();
      await once(listener, 'close');
    },
  };
}

async function withinPatience<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${patienceMs} ms for ${what}.`)), patienceMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
