import { fileURLToPath } from 'node:url';
import { parseTarget } from '../../src/mysql/target.ts';
import { formatDuration } from '../../src/report/quantity.ts';
import { type GitHubEmulator, startGitHub } from '../support/github/index.ts';
import { type ActionRunner, startRunner } from '../support/runner/index.ts';
import { buildIfMissing } from './build.ts';
import { type Databases, fetchServer, startDatabases } from './databases.ts';
import { describeFindings, type Findings, gather, refuseFlaws } from './findings.ts';
import { fillOrders, initialRows } from './orders.ts';
import { describeChecks, describeComments, savePage } from './page.ts';
import { alterStatement, mergedJob, mustSucceed, openedJob, openPullRequest } from './pull-request.ts';
import type { Screen } from './screen.ts';
import { openShop } from './shop/open-shop.ts';
import { type Shop, settle } from './shop/shop.ts';
import { watchMigration } from './watch-migration.ts';

const repositoryFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Plays a pull request from its opening to the changed table, and shows it. Everything it starts is stopped again.
 *
 * @throws Error when anything does not end as it should
 */
export async function runDemo(screen: Screen): Promise<void> {
  screen.say('\n  Ghostship changes a table of a million rows while a shop keeps writing to it.\n');
  await fetchServer();
  await buildIfMissing(screen, repositoryFolder);
  await using databases = await prepareDatabases(screen);
  await using shop = await screen.step(
    'Opening the shop',
    () => openShop(databases.source),
    () => 'Shop open: 8 connections insert, update and delete from now on',
  );
  await using github = await startGitHub();
  await using runner = await startRunner({ github, action: repositoryFolder });
  const findings = await playPullRequest({ screen, databases, shop, github, runner });
  screen.say('\n  What happened\n');
  screen.list(describeFindings(findings));
  screen.say(`\n  The pull request, to open in a browser:\n    ${findings.page}`);
  screen.say(`\n  All of this took ${formatDuration(screen.elapsedMs)}.\n`);
  refuseFlaws(findings);
}

interface Stage {
  readonly screen: Screen;
  readonly databases: Databases;
  readonly shop: Shop;
  readonly github: GitHubEmulator;
  readonly runner: ActionRunner;
}

async function prepareDatabases(screen: Screen): Promise<Databases> {
  const databases = await screen.step(
    'Starting MySQL and a replica',
    startDatabases,
    ({ source }) => `MySQL ${source.version} started, and a replica of it`,
  );
  try {
    await screen.step(
      'Filling the table orders',
      (show) => fillOrders(databases, show),
      () => `Table orders filled: ${initialRows.toLocaleString('en')} rows`,
    );
    return databases;
  } catch (error) {
    await databases[Symbol.asyncDispose]();
    throw error;
  }
}

async function playPullRequest({ screen, databases, shop, github, runner }: Stage): Promise<Findings> {
  const pull = openPullRequest(github);
  screen.say(`\n  ${pull.author.login} opens pull request #${pull.number}: ${pull.title}\n`);
  screen.explain(alterStatement.split('\n'));
  await screen.step(
    'Ghostship plans it on the replica',
    async () => mustSucceed(await runner.run(openedJob(github, pull, databases))),
    ({ outputs }) => `Planned on the replica. How it will be done: ${outputs.algorithm}`,
  );
  screen.explain([...describeChecks(pull), ...describeComments(pull)]);

  pull.merge({ by: 'octo' });
  screen.say('\n  octo merges it\n');
  const { outputs } = await screen.step(
    'Ghostship migrates',
    async (show) => {
      const { finished } = await runner.start(mergedJob(github, pull, databases));
      const target = parseTarget(databases.targetUrl, databases.password);
      return mustSucceed(await watchMigration(target, finished, show));
    },
    () => 'Migrated: the table orders is changed',
  );
  screen.explain(describeChecks(pull).slice(-1));
  return screen.step(
    'Checking what the shop wrote',
    async () => {
      await settle(shop);
      return gather({ outputs, databases, books: await shop.close(), page: await savePage(github, pull) });
    },
    ({ control }) => `Shop closed: ${control.checked.toLocaleString('en')} orders it had changed were looked up`,
  );
}
