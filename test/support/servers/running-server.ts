import type { Flavor, ServerName } from './server-name.ts';

export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** How to reach a server. */
export interface ServerAddress extends Login {
  readonly flavor: Flavor;
  /** `mysql://user:password@host:port/`, ending in the slash: add a database name. */
  readonly url: string;
}

/** A server of our own. Disposing it ends the process and removes its data. */
export interface RunningServer extends ServerAddress, AsyncDisposable {
  readonly name: ServerName;
  /** As the server reports it: `9.7.4`, `10.11.19-MariaDB-…`. */
  readonly version: string;
  readonly host: '127.0.0.1';
  readonly dataDir: string;
  /** Of the current process, or of the last one while none runs. */
  readonly pid: number;
  /** Everything the server has written to its error log so far. */
  errorLog(): string;
  /** How it ended if nobody asked it to, with the end of its error log; else `null`. */
  unexpectedEnd(): string | null;
  /** Clean shutdown; the data stays. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would; the data stays. */
  kill(): Promise<void>;
  /** Starts again on the same port and data, after a clean shutdown if it still runs. */
  restart(): Promise<void>;
}

export function urlOf({ user, password, host, port }: Login): string {
  return `mysql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/`;
}
