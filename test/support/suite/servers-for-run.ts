import type { RunningServer } from '../servers/running-server.ts';
import { type ServerName, serverNames } from '../servers/server-name.ts';
import { startServer } from '../servers/start-server.ts';
import { variableFor } from '../servers/test-servers.ts';

/** What a change must work on before it is merged. */
const usualServers: readonly ServerName[] = ['mysql-9.7', 'mariadb-10.11'];

export interface Provided {
  /** Those started here. */
  readonly servers: readonly RunningServer[];
  readonly problems: readonly string[];
}

/**
 * Announces the servers of this run in the environment. Where it names some already only those are used, since a run for
 * one server must not need the others; else the usual ones are started, and stopped when `owner` is disposed.
 *
 * What kept one from starting is a problem; tests for the others can still run.
 */
export async function provideServers(owner: AsyncDisposableStack): Promise<Provided> {
  const given = serverNames.filter((name) => process.env[variableFor(name)]);
  for (const name of given) console.log(`✔ the server of ${variableFor(name)}`);
  if (given.length > 0) return { servers: [], problems: [] };
  const servers: RunningServer[] = [];
  const problems: string[] = [];
  for (const name of usualServers) {
    try {
      const server = owner.use(await startServer({ name }));
      servers.push(server);
      process.env[variableFor(name)] = server.url;
      console.log(`✔ ${name}: ${server.version} at ${server.host}:${server.port}`);
    } catch (error) {
      problems.push(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      console.log(`✖ ${problems.at(-1)}`);
    }
  }
  return { servers, problems };
}

/** A server that went down under the tests explains whatever failed after. */
export function reportDeaths(servers: readonly RunningServer[]): string[] {
  return servers.flatMap((server) => {
    const end = server.unexpectedEnd();
    if (end === null) return [];
    console.log(`\n${server.name} went down while the tests ran: ${end}\n`);
    return [`${server.name} went down while the tests ran`];
  });
}
