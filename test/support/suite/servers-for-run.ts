import { type ServerName, serverNames } from '../servers/server-name.ts';
import { startServer } from '../servers/start-server.ts';
import { variableFor } from '../servers/test-servers.ts';

/** What a change must work on before it is merged. */
const usualServers: readonly ServerName[] = ['mysql-9.7', 'mariadb-10.11'];

/**
 * Announces the servers of this run in the environment. Where it names some already only those are used, since a run for
 * one server must not need the others; else the usual ones are started, and stopped when `owner` is disposed.
 *
 * @returns what kept a server from starting, one entry each; tests for the others can still run
 */
export async function provideServers(owner: AsyncDisposableStack): Promise<string[]> {
  const given = serverNames.filter((name) => process.env[variableFor(name)]);
  for (const name of given) console.log(`✔ the server of ${variableFor(name)}`);
  if (given.length > 0) return [];
  const problems: string[] = [];
  for (const name of usualServers) {
    try {
      const server = owner.use(await startServer({ name }));
      process.env[variableFor(name)] = server.url;
      console.log(`✔ ${name}: ${server.version} at ${server.host}:${server.port}`);
    } catch (error) {
      problems.push(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      console.log(`✖ ${problems.at(-1)}`);
    }
  }
  return problems;
}
