import type { Socket } from 'node:net';
import { PacketSplitter, readCommand, readConnectionId } from './packets.ts';

/** What a statement is known by: its text, and where that does not suffice an earlier one of the same connection. */
export type Pattern = RegExp | { readonly text: RegExp; readonly after: RegExp };

/** A trap for the next statement that matches. */
export interface Trap {
  readonly pattern: Pattern;
  readonly at: 'statement' | 'answer';
  readonly spring: (held: Held) => void;
}

/** A statement that is stopped: before the server hears of it, or after the server answered and before the client hears. */
export interface Held {
  readonly wire: Wire;
  readonly statement: string;
  readonly release: () => void;
}

/** The direction in which packets vanish. */
export type Dropped = 'to server' | 'to client' | 'both ways';

/** One connection between a client and the server, through our hands. */
export class Wire {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #traps: Set<Trap>;
  readonly #splitter = new PacketSplitter();
  readonly #toServer: Buffer[] = [];
  readonly #toClient: Buffer[] = [];
  #holdsStatements = false;
  #holdsAnswers = false;
  #awaitedAnswer: (() => void) | null = null;
  #drops: Dropped | null = null;
  #isOpen = true;
  #connectionId = 0;
  readonly #statements: string[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(client: Socket, server: Socket, traps: Set<Trap>) {
    this.#client = client;
    this.#server = server;
    this.#traps = traps;
    client.on('data', (piece: Buffer) => this.#fromClient(piece));
    server.on('data', (piece: Buffer) => this.#fromServer(piece));
    client.on('error', () => {
      if (!this.#loses('to server')) this.cut();
    });
    server.on('error', () => {
      if (!this.#loses('to client')) this.cut();
    });
    client.on('close', () => this.#clientLeft());
    server.on('close', () => {
      if (!this.#loses('to client')) this.cut();
    });
  }

  /** The server's id of the connection, 0 before it has said it. */
  get connectionId(): number {
    return this.#connectionId;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** In the order they were sent. */
  get statements(): readonly string[] {
    return this.#statements;
  }

  /** Resolves when the server has said these bytes, whatever they are part of, and the client may have heard them. */
  hears(text: string): Promise<void> {
    return new Promise((resolve) => this.#listeners.add({ text, end: Buffer.alloc(0), resolve }));
  }

  /** Neither side hears of the other any more. */
  cut(): void {
    this.#isOpen = false;
    this.#client.destroy();
    this.#server.destroy();
  }

  /** The client's end is gone, the server has not noticed: a broken network, a proxy that fails over. */
  strand(): void {
    this.#isOpen = false;
    this.#holdsAnswers = true;
    this.#client.removeAllListeners('close');
    this.#client.destroy();
  }

  /** What is sent this way vanishes from now on, farewells too, as where a firewall has forgotten the connection. */
  drop(way: Dropped): void {
    this.#drops = way;
  }

  /** What the server says is kept back until {@link thaw}, and then arrives at once. */
  freeze(): void {
    this.#holdsAnswers = true;
  }

  thaw(): void {
    this.#holdsAnswers = false;
    this.#client.write(Buffer.concat(this.#toClient.splice(0)));
  }

  /** What the server says is not even fetched until {@link resume}: before long it cannot say any more. */
  stall(): void {
    this.#server.pause();
  }

  resume(): void {
    this.#server.resume();
  }

  #clientLeft(): void {
    this.#isOpen = false;
    if (this.#loses('to server')) return;
    this.#server.end();
  }

  #fromClient(piece: Buffer): void {
    for (const packet of this.#splitter.take(piece)) {
      const statement = readCommand(packet);
      if (statement !== null) this.#note(statement);
      if (this.#loses('to server')) continue;
      if (this.#holdsStatements) this.#toServer.push(packet.bytes);
      else this.#server.write(packet.bytes);
    }
  }

  #note(statement: string): void {
    for (const trap of this.#traps) {
      if (!this.#matches(trap.pattern, statement)) continue;
      this.#traps.delete(trap);
      this.#catch(trap, statement);
      break;
    }
    this.#statements.push(statement);
  }

  #matches(pattern: Pattern, statement: string): boolean {
    if (pattern instanceof RegExp) return pattern.test(statement);
    return pattern.text.test(statement) && this.#statements.some((earlier) => pattern.after.test(earlier));
  }

  #catch(trap: Trap, statement: string): void {
    if (trap.at === 'answer') {
      this.#holdsAnswers = true;
      this.#awaitedAnswer = () => trap.spring({ wire: this, statement, release: () => this.thaw() });
      return;
    }
    this.#holdsStatements = true;
    const release = (): void => {
      this.#holdsStatements = false;
      for (const bytes of this.#toServer.splice(0)) this.#server.write(bytes);
    };
    trap.spring({ wire: this, statement, release });
  }

  #fromServer(piece: Buffer): void {
    if (this.#loses('to client')) return;
    if (this.#connectionId === 0) this.#connectionId = readConnectionId(piece);
    if (!this.#holdsAnswers) {
      this.#client.write(piece);
      this.#listen(piece);
      return;
    }
    this.#toClient.push(piece);
    const heard = this.#awaitedAnswer;
    this.#awaitedAnswer = null;
    heard?.();
  }

  #loses(way: Dropped): boolean {
    return this.#drops === way || this.#drops === 'both ways';
  }

  #listen(piece: Buffer): void {
    for (const listener of this.#listeners) {
      const heard = Buffer.concat([listener.end, piece]);
      listener.end = heard.subarray(-listener.text.length);
      if (!heard.includes(listener.text)) continue;
      this.#listeners.delete(listener);
      listener.resolve();
    }
  }
}

interface Listener {
  readonly text: string;
  /** Of what was said so far, as much as the text may have begun in. */
  end: Buffer;
  readonly resolve: () => void;
}
