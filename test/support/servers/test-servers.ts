import { type ServerAddress, urlOf } from './running-server.ts';
import type { Flavor, ServerName } from './server-name.ts';

/** A server that tests share: make a database of your own on it, and leave global settings alone. */
export interface TestServer extends ServerAddress {
  /** For the name of a test: `mysql`, `mariadb`, `mariadb-11.8`. */
  readonly name: string;
}

const variables: readonly { name: string; flavor: Flavor; variable: string; server: ServerName }[] = [
  { name: 'mysql', flavor: 'mysql', variable: 'GHOSTSHIP_TEST_URL_MYSQL', server: 'mysql-9.7' },
  { name: 'mariadb', flavor: 'mariadb', variable: 'GHOSTSHIP_TEST_URL_MARIADB', server: 'mariadb-10.11' },
  { name: 'mariadb-11.8', flavor: 'mariadb', variable: 'GHOSTSHIP_TEST_URL_MARIADB118', server: 'mariadb-11.8' },
];

/**
 * The servers this run of the tests is for.
 *
 * @throws Error when the environment names none, or when a URL in it is not one
 */
export function testServers(): TestServer[] {
  const servers = variables.flatMap(({ name, flavor, variable }) => {
    const url = process.env[variable];
    return url === undefined || url === '' ? [] : [parse(name, flavor, variable, url)];
  });
  if (servers.length > 0) return servers;
  throw new Error(
    'No server to test with: run through script/test, or `script/server start` and eval "$(script/server env)".',
  );
}

/** The environment variable by which tests find a server. */
export function variableFor(server: ServerName): string {
  const found = variables.find((entry) => entry.server === server);
  if (found === undefined) throw new Error(`No variable is defined for ${server}.`);
  return found.variable;
}

function parse(name: string, flavor: Flavor, variable: string, text: string): TestServer {
  if (!URL.canParse(text)) throw new Error(`${variable} must be mysql://user:password@host:port/.`);
  const url = new URL(text);
  const login = {
    host: url.hostname,
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  return { name, flavor, ...login, url: urlOf(login) };
}
