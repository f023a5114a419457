import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, scheduleEvent, type WorkflowEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A migration waits to be resumed, and a pull request takes its statement away: no run would go on with it. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function atItsGate() {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `orphan-${counter++}`,
    files: { '.github/ghostship.yml': 'cutover: wait\ngate: yield\n', 'migrations/0.sql': '-- nothing\n' },
    collaborators: { mona: 'maintain' },
  });
  const run = (event: WorkflowEvent) =>
    scene.runner.run({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });
  const propose = async (text: string | null) => {
    const pull = repository.openPullRequest({ title: 'Names', author: 'mona', files: { 'migrations/1.sql': text } });
    const body = (): string =>
      repository
        .comments(pull)
        .map((comment) => comment.body)
        .join('\n');
    return {
      body,
      plan: await run(pullRequestEvent(scene.github.urls, pull, 'opened')),
      merge: () => {
        pull.merge({ by: 'mona' });
        return run(pullRequestEvent(scene.github.urls, pull, 'closed'));
      },
      say: async (text: string): Promise<string> => {
        const comment = repository.comment(pull, { author: 'mona', body: text });
        await run(issueCommentEvent(scene.github.urls, pull, comment));
        return repository.comments(pull).at(-1)?.body ?? '';
      },
    };
  };
  const first = await propose('-- wider\nALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  assert.equal((await first.merge()).outputs.state, 'yielded');
  const scheduled = () => run(scheduleEvent(scene.github.urls, repository, '17 * * * *'));
  const titles = (): (string | null)[] => repository.allCheckRuns.map(({ title }) => title);
  return { first, propose, scheduled, titles };
}

const ways = [
  { what: 'deletes its file', text: null },
  { what: 'writes another statement into its file', text: 'ALTER TABLE users MODIFY name VARCHAR(400), FORCE;\n' },
];

for (const { what, text } of ways)
  test(`a pull request that ${what} is told of the copy that waits, and how to remove it`, async () => {
    const { first, propose, scheduled, titles } = await atItsGate();
    const { body, plan, merge } = await propose(text);
    const orphaned =
      /A copy of users waits to be resumed: it was begun by ALTER TABLE users MODIFY name VARCHAR\(300\), FORCE in migrations\/1\.sql \(#1\)\. After this merge no run goes on with it\./u;
    assert.match(plan.main.log, orphaned);
    assert.match(body().replaceAll('\\', ''), /A copy of users waits to be resumed[^\n]*`?\/ghostship abort users/u);
    const merged = await merge();
    const noRun =
      /No run goes on with it\.\*\* The migration of users has yielded, and the statement that has begun it is not in migrations\/1\.sql any more/u;
    assert.match(first.body(), noRun);
    assert.ok(titles().includes('No run goes on with it'), titles().join('\n'));
    assert.match(first.body(), /users waited for a person[\s\S]*No file has its statement any more/u);
    assert.doesNotMatch(
      first.body(),
      /To be continued|by itself, and goes on|cutover users/u,
      'nothing promises that it goes on',
    );
    if (text !== null) {
      assert.equal(merged.outputs['error-code'], 'already-running');
      assert.match(body(), /abort/u);
    }
    for (const _again of [1, 2]) {
      const idle = await scheduled();
      assert.equal(idle.conclusion, 'success', idle.main.log);
      assert.match(
        idle.main.log,
        /users has yielded, and the statement that has begun it is not in migrations\/1\.sql any more\. Write `\/ghostship abort users/u,
      );
    }
    const gone =
      /users has yielded, and the statement that has begun it is not in[^\n]*abort[^\n]*bring the statement back/u;
    for (const command of ['cutover', 'status']) {
      const answer = (await first.say(`/ghostship ${command}`)).replaceAll('\\', '');
      assert.match(answer, gone);
      assert.doesNotMatch(answer, /[Tt]he next run/u);
    }
    assert.equal((await scheduled()).conclusion, 'success');
    assert.match(await first.say('/ghostship abort users'), /What it had copied is removed/u);
    assert.deepEqual(await scene.database.query("SHOW TABLES LIKE 'users\\_gh_'"), []);
    assert.match(first.body(), /It is over: aborted/u);
    assert.ok(titles().includes('Ended in a later run') && !titles().includes('No run goes on with it'));
    assert.match(
      first.body(),
      /^> \*\*Aborted\.\*\* The migration of users was ended, and users is as it was before it/mu,
    );
    assert.doesNotMatch(first.body(), /No run goes on with it|To be continued/u);
  });

test('an order to swap goes with its statement: whoever brings that back is asked anew', async () => {
  const { first, propose, scheduled } = await atItsGate();
  await first.say('/ghostship cutover users');
  await (await propose(null)).merge();
  assert.match(await first.say('/ghostship cutover users'), /Then the swap is to be ordered anew\./u);
  const back = await propose('-- wider\nALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  const merged = await back.merge();
  assert.equal(merged.outputs.state, 'yielded', merged.main.log);
  assert.equal((await scheduled()).outputs.state, 'yielded');
  await back.say('/ghostship cutover users');
  const last = await scheduled();
  assert.equal(last.outputs.state, 'completed', last.main.log);
});
