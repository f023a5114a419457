import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOctokit } from '@actions/github';
import { startGitHub } from './index.ts';

async function reviewedPull() {
  const github = await startGitHub();
  const repository = github.createRepository({ files: { 'migrations/1.sql': 'SELECT 1;\n' } });
  const files = { 'migrations/2.sql': 'ALTER TABLE users\n  DROP COLUMN note;\n' };
  const pull = repository.openPullRequest({ title: 'Drop <note>', author: 'mona', files });
  const token = github.token({ repository, permissions: { checks: 'write', 'pull-requests': 'write' } });
  const { rest } = getOctokit(token, { baseUrl: github.urls.api });
  const place = { owner: 'octo', repo: 'shop' };
  const at = (line: number) => ({ path: 'migrations/2.sql', start_line: line, end_line: line });
  await rest.checks.create({
    ...place,
    name: 'ghostship / plan',
    head_sha: pull.headCommit.sha,
    conclusion: 'failure',
    output: {
      title: '1 error',
      summary: '| table |\n|---|\n| `users` |',
      annotations: [
        { ...at(2), annotation_level: 'failure', title: 'A column is dropped', message: 'users.note <is> gone.' },
        { ...at(40), annotation_level: 'notice', message: 'Far from every change.' },
      ],
    },
  });
  await rest.issues.createComment({ ...place, issue_number: 1, body: '## Plan\n\n> [!CAUTION]\n> Data goes.' });
  return { github, pull };
}

test('the page shows conversation, check and annotations, each in its place', async () => {
  const { github, pull } = await reviewedPull();
  await using _ = github;
  const page = await github.renderPage(pull);
  assert.match(page, /<h1>Drop &lt;note&gt; <span class="dull">#1<\/span><\/h1>/);
  assert.match(page, /markdown-alert-caution/);
  assert.match(page, /Some checks were not successful/);
  assert.match(page, /<td><code>users<\/code><\/td>/);
  const files = page.slice(page.indexOf('id="files"'));
  const order = ['Far from every change.', 'ALTER', 'DROP COLUMN', 'users.note &lt;is&gt; gone.'];
  const places = order.map((text) => files.indexOf(text));
  assert.deepEqual(
    places,
    places.filter((place) => place >= 0).toSorted((one, other) => one - other),
  );
});

test('the page needs nothing and runs nothing, and a browser finds it at its address', async () => {
  const { github, pull } = await reviewedPull();
  await using _ = github;
  const response = await fetch(`${github.urls.server}/octo/shop/pull/1`);
  const page = await response.text();
  assert.equal(page, await github.renderPage(pull));
  assert.match(page, /Content-Security-Policy" content="default-src &#39;none&#39;/);
  assert.doesNotMatch(page, /<(?:script|link|img)\b/);
});

test('once it is merged the page says so', async () => {
  const { github, pull } = await reviewedPull();
  await using _ = github;
  pull.merge({ by: 'octo' });
  assert.match(await github.renderPage(pull), /merged commit/);
});
