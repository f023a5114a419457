import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { readPage } from '../report/read-page.ts';
import { pushEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* The page with charts that the bundled action leaves in the folder of the job. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function ship(sql: string, secrets = [scene.inputs.password]) {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({ name: `report-${counter++}`, files: { 'README.md': '# Shop\n' } });
  const { sha: start } = repository.tip();
  const pull = repository.openPullRequest({ title: 'Change', author: 'mona', files: { 'migrations/1.sql': sql } });
  pull.merge({ by: repository.owner.login });
  const event = pushEvent(scene.github.urls, repository, start);
  const inputs = { ...scene.inputs, 'data-statements': 'run' };
  const run = await scene.runner.run({ event, inputs, permissions, secrets });
  const path = run.outputs.report ?? '';
  return { ...run, path, page: path === '' ? '' : await readFile(path, 'utf8') };
}

test('a migrate leaves a page, tells its path, and the summary says where it is', async () => {
  const sql =
    'ALTER TABLE users MODIFY name VARCHAR(300), ADD COLUMN city INT, FORCE;\nALTER TABLE users ADD COLUMN age INT;\nCREATE TABLE cities (id INT PRIMARY KEY);\n';
  await scene.database.query('DROP TABLE IF EXISTS cities');
  const { conclusion, main, path, page } = await ship(sql);
  assert.equal(conclusion, 'success', main.log);
  assert.equal(basename(path), 'ghostship-report.html');
  assert.match(main.log, /A page with charts of the run is in .*ghostship-report\.html\./u);
  assert.match(main.summary, /ghostship-report\.html[\s\S]*the output `report`[\s\S]*actions\/upload-artifact/u);
  const { text } = readPage(page);
  assert.match(text, /Shipped users is changed and cities is made/u);
  for (const words of [
    /users completed copy · migrations\/1\.sql/u,
    /users completed instant/u,
    /cities completed direct/u,
  ]) {
    assert.match(text, words);
  }
  assert.match(text, /\+ `city` int/u);
});

test('a failure leaves one too, and no secret stands in it', async () => {
  const { password } = scene.inputs;
  // The page is looked at here; the statement itself stands in the pull request, where whoever wrote it put it.
  const { conclusion, page } = await ship(
    `ALTER TABLE users ADD COLUMN nick VARCHAR(80) DEFAULT '${password}', ADD COLUMN nick INT;\n`,
    [],
  );
  assert.equal(conclusion, 'failure');
  const { text, elements } = readPage(page);
  assert.match(text, /Failed The migration of users failed[\s\S]*DEFAULT '\*\*\*'/u);
  assert.ok(!text.includes(password));
  assert.ok(elements.every(({ attrs }) => attrs.every(({ value }) => !value.includes(password))));
});
