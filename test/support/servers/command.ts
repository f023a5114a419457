import { Command } from 'commander';
import { isServerName, type ServerName, serverNames } from './server-name.ts';
import { findSharedServer, startSharedServer, stopSharedServer } from './shared-servers.ts';
import { variableFor } from './test-servers.ts';

/** What `script/test` runs against as well. */
const usualServers: readonly ServerName[] = ['mysql-9.7', 'mariadb-10.11'];

const program = new Command('script/server').description(
  `Real servers for tests, shared by everybody on this machine: ${serverNames.join(', ')}.`,
);
program
  .command('start')
  .argument('[names...]', `which; by default ${usualServers.join(' and ')}`)
  .description('start them with empty data, unless they are up')
  .action(async (names: string[]) => {
    for (const name of chosen(names, usualServers)) {
      const { url, pid } = await startSharedServer(name);
      console.log(`${name}  ${url}  pid ${pid}`);
    }
  });
program
  .command('stop')
  .argument('[names...]', 'which; by default all')
  .description('shut them down and remove their data')
  .action(async (names: string[]) => {
    for (const name of chosen(names, serverNames)) {
      console.log(`${name}  ${(await stopSharedServer(name)) ? 'stopped' : 'was not up'}`);
    }
  });
program
  .command('status')
  .description('what is up, and where')
  .action(async () => {
    for (const name of serverNames) {
      const server = await findSharedServer(name);
      console.log(server === null ? `${name}  not up` : `${name}  ${server.url}  pid ${server.pid}`);
    }
  });
program
  .command('env')
  .description('print what the tests need to find them: eval "$(script/server env)"')
  .action(async () => {
    for (const name of serverNames) {
      const server = await findSharedServer(name);
      if (server !== null) console.log(`export ${variableFor(name)}='${server.url}'`);
    }
  });
await program.parseAsync();

function chosen(names: readonly string[], otherwise: readonly ServerName[]): readonly ServerName[] {
  const unknown = names.filter((name) => !isServerName(name));
  if (unknown.length > 0) {
    const message = `error: no such server: ${unknown.join(', ')}; there are ${serverNames.join(', ')}`;
    program.error(message);
  }
  return names.length === 0 ? otherwise : names.filter(isServerName);
}
