import { type Flavor, type RunningServer, type ServerOptions, startServer } from '../servers/index.ts';

/** Servers with settings of their own, started when first asked for and shared by all who ask for the same. */
export class OwnServers implements AsyncDisposable {
  readonly #servers = new Map<string, Promise<RunningServer>>();

  take(flavor: Flavor, options: ServerOptions): Promise<RunningServer> {
    const wanted = `${flavor} ${JSON.stringify(options)}`;
    const server =
      this.#servers.get(wanted) ?? startServer({ name: flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11', options });
    this.#servers.set(wanted, server);
    return server;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers.values()) await (await server)[Symbol.asyncDispose]();
  }
}
