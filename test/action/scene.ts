import { randomBytes } from 'node:crypto';
import { type GitHubEmulator, type Permissions, startGitHub } from '../support/github/index.ts';
import { type ActionRunner, type RunnerOptions, startRunner } from '../support/runner/index.ts';
import { createDatabase, query, type TestDatabase, type TestServer } from '../support/servers/index.ts';
import { buildAction } from './build-action.ts';

/** GitHub, a runner with the action, and a database with an account of its own. */
export interface Scene extends AsyncDisposable {
  readonly github: GitHubEmulator;
  readonly runner: ActionRunner;
  readonly database: TestDatabase;
  /** The target as a workflow would give it: the password apart. */
  readonly inputs: Readonly<Record<'target' | 'password', string>>;
}

/** What the workflows of the README give the job. */
export const permissions: Permissions = { contents: 'read', checks: 'write', 'pull-requests': 'write' };

/** @param options of the runner */
export async function setScene(
  server: TestServer,
  options: Pick<RunnerOptions, 'node' | 'grace'> = {},
): Promise<Scene> {
  const kept: AsyncDisposable[] = [];
  const keep = async <T extends AsyncDisposable>(made: Promise<T>): Promise<T> => {
    const thing = await made;
    kept.unshift(thing);
    return thing;
  };
  const { folder } = await keep(buildAction());
  const database = await keep(createDatabase(server));
  const account = await keep(createAccount(server));
  const github = await keep(startGitHub());
  const runner = await keep(
    startRunner({ github, action: folder, timeoutMs: 120_000, sharesProcesses: true, ...options }),
  );
  return {
    github,
    runner,
    database,
    inputs: {
      target: `mysql://${account.user}@${server.host}:${server.port}/${database.name}`,
      password: account.password,
    },
    async [Symbol.asyncDispose]() {
      for (const thing of kept) await thing[Symbol.asyncDispose]();
    },
  };
}

/** @param rows at least */
export async function createUsers({ database }: Pick<Scene, 'database'>, rows = 1000): Promise<void> {
  await database.query(
    'CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50), email VARCHAR(100) NOT NULL, KEY by_name (name))',
  );
  await database.query("INSERT INTO users (name, email) VALUES ('a', 'a@example.test')");
  for (let count = 1; count < rows; count *= 2) {
    await database.query("INSERT INTO users (name, email) SELECT name, CONCAT(id, '@example.test') FROM users");
  }
  // Else the server takes its statistics a while later, and two plans show two sizes.
  await database.query('ANALYZE TABLE users');
}

/** A small `users` and an empty `orders`, and no trace of an earlier test. */
export async function makeTablesAnew(scene: Pick<Scene, 'database'>): Promise<void> {
  await scene.database.query(
    'DROP TABLE IF EXISTS users, users_gho, users_ghc, users_del, orders, ghostship_migrations',
  );
  await createUsers(scene, 10);
  await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY, note TEXT)');
}

/** The password has every character that somebody forgets to escape, and is a word that stands nowhere else. */
async function createAccount(server: TestServer): Promise<AsyncDisposable & { user: string; password: string }> {
  const user = `scene_${randomBytes(4).toString('hex')}`;
  const password = `p@ss:w/ord%20"${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER '${user}'@'%' IDENTIFIED BY '${password}'`);
  await query(server, `GRANT ALL PRIVILEGES ON *.* TO '${user}'@'%'`);
  return {
    user,
    password,
    async [Symbol.asyncDispose]() {
      await query(server, `DROP USER '${user}'@'%'`);
    },
  };
}
