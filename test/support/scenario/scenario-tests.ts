import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { casesFor, type Flavor, type ServerAddress, testServers } from '../servers/index.ts';
import { OwnServers } from './own-servers.ts';
import { readScenario } from './read-scenario.ts';
import { runScenario } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

const folder = resolve(import.meta.dirname, '../../scenarios');

/** One test for each scenario whose name begins with one of these words, on every server it is for. */
export async function testScenarios(...words: readonly string[]): Promise<void> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && words.includes(entry.name.split('-', 1)[0] ?? ''))
    .map((entry) => entry.name);
  const ownServers = new OwnServers();
  after(() => ownServers[Symbol.asyncDispose]());
  const scenarios = await Promise.all(names.map(readForBoth));
  for (const server of testServers()) {
    describe(server.name, { concurrency: false }, () => {
      for (const { [server.flavor]: scenario } of casesFor(server, scenarios, onlyFlavorOf)) {
        if (scenario === null) continue;
        it(scenario.name, async () => runScenario(await serverFor(scenario, server), scenario));
      }
    });
  }

  async function serverFor(
    { serverOptions }: Scenario,
    shared: { name: string } & ServerAddress,
  ): Promise<ServerAddress> {
    return serverOptions === null ? shared : ownServers.take(shared.flavor, serverOptions);
  }
}

/** `null` where it is not for this flavor. */
type ScenarioOf = Readonly<Record<Flavor, Scenario | null>>;

async function readForBoth(name: string): Promise<ScenarioOf> {
  return { mysql: await readScenario(folder, name, 'mysql'), mariadb: await readScenario(folder, name, 'mariadb') };
}

function onlyFlavorOf({ mysql, mariadb }: ScenarioOf): Flavor | undefined {
  if (mysql !== null && mariadb !== null) return undefined;
  return mysql === null ? 'mariadb' : 'mysql';
}
