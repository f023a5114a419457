import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed, runOutcome } from '../commands/migrate/run-outcome.ts';
import { singleStatement, typedPath } from '../commands/statements/file-statement.ts';
import { notStarted } from '../commands/statements/not-started.ts';
import type { Outcome } from '../engine/outcome.ts';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { GhostshipError } from '../support/errors.ts';
import { commentPage } from './fit.ts';
import { noLinks } from './links.ts';
import { outcomeMarkdown } from './outcome-markdown.ts';
import { errorText, migrationText, runErrorTexts, runText } from './outcome-text.ts';

const statement = singleStatement(parseFile(typedPath, 'ALTER TABLE users ADD age INT'));
const waiting = notStarted(statement, 'users');
const copied: Outcome = {
  ...waiting,
  state: 'completed',
  tableState: 'changed',
  algorithm: 'copy',
  rowsCopied: 2_800_000,
  changesApplied: 12,
  durationMs: 42_000,
  lockedMs: 23,
  attempts: 1,
  verified: { rows: 2_800_001, chunks: 280, differences: 0 },
};
const broken = (tableState: Outcome['tableState']): Outcome => ({
  ...failed(
    statement,
    'users',
    new GhostshipError('rows-differ', 'Two rows differ.', { hint: 'Report it.', tableState }),
  ),
  durationMs: 5_000,
});

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
const render = (...migrations: Outcome[]): string =>
  plain(outcomeMarkdown(runOutcome(new Date(), migrations), noLinks, commentPage));

test('what was shipped is told with its price', () => {
  const text = render(copied);
  assert.match(
    text,
    /Shipped\n\n> \[!TIP\]\n> \*\*users is changed: 2\.8 M rows copied in 42 s, writers waited 23 ms\.\*\*/u,
  );
  assert.match(
    text,
    /\| `ALTER TABLE users ADD age INT`<br>🚢&nbsp;copy \| ✅&nbsp;completed in 42 s<br>2\.8 M rows copied, 12 changes applied<br>writers waited 23 ms<br>2\.8 M rows compared, all equal \|/u,
  );
});

test('a table that was dropped, made or renamed is not said to be changed', () => {
  const direct: Outcome = {
    ...copied,
    algorithm: 'direct',
    rowsCopied: 0,
    lockedMs: 0,
    verified: null,
    durationMs: 90,
  };
  const dropped = { ...direct, table: 'old', statement: 'DROP TABLE old' };
  assert.match(render(dropped), /\*\*old is dropped: done in 90 ms\.\*\*/u);
  assert.match(render({ ...direct, statement: 'CREATE TABLE users (id INT)' }), /users is made: /u);
  assert.match(render({ ...direct, statement: 'RENAME TABLE users TO people' }), /users is renamed: /u);
  assert.match(render(copied, dropped), /users is changed and old is dropped: 2\.8 M rows copied in 42 s/u);
});

test('the words of a server are a sentence of their own', () => {
  const said = "The server refused it: Access denied for user 'me' (using password: YES)";
  const error = new GhostshipError('access-denied', said, { hint: 'Look.' });
  assert.match(runText(runOutcome(new Date(), [failed(statement, 'users', error)])), /YES\)\. The migration of users/u);
});

test('a copy is told with its own time, and a long wait beside it', () => {
  const says = (durationMs: number, words: string): void => {
    const text = render({ ...copied, copyMs: 3_000, durationMs });
    assert.ok(text.includes(`users is changed: 2.8 M rows copied in 3.0 s${words}, writers waited 23 ms.`), text);
  };
  says(4_000, '');
  says(89_000, ', 1 min 29 s in all');
});

test('a run is not said to have copied alone what it went on with', () => {
  const text = render({ ...copied, resumed: true });
  assert.match(
    text,
    /users is changed: 2\.8 M rows copied, those of earlier runs among them; this one took 42 s, writers/u,
  );
});

test('of a table that somebody else has changed nobody says that it is as it was', () => {
  const error = new GhostshipError('original-changed', 'Somebody changed users.', { hint: 'Look at it.' });
  const outcome = failed(statement, 'users', error);
  const left = 'This run changed nothing of users; somebody else may have.';
  for (const text of [
    render(outcome),
    plain(migrationText(outcome)),
    plain(runText(runOutcome(new Date(), [outcome]))),
  ]) {
    assert.ok(text.includes(left), text);
    assert.doesNotMatch(text, /as it was/u);
  }
});

test('of a table that earlier statements of the run have changed nobody says that it is as it was', () => {
  const run = runOutcome(new Date(), [
    { ...copied, file: '1.sql' },
    { ...broken('unchanged'), file: '2.sql' },
  ]);
  const left = 'users is as the statements before';
  for (const text of [outcomeMarkdown(run, noLinks, commentPage), runText(run), runErrorTexts(run).join('')]) {
    assert.ok(text.includes(left), text);
    assert.doesNotMatch(text, /as it was/u);
  }
  const where = /· `rows-differ`\n- \*\*Where:\*\* `2\.sql` `ALTER TABLE users ADD age INT`\n/u;
  assert.match(outcomeMarkdown(run, noLinks, commentPage), where);
});

test('a table that is not there has not been left as it was', () => {
  const error = new GhostshipError('unknown-table', 'There is no table userz.', { hint: 'Look at its name.' });
  const run = runOutcome(new Date(), [{ ...failed(statement, 'userz', error), durationMs: 9 }]);
  for (const text of [outcomeMarkdown(run, noLinks, commentPage), runText(run), runErrorTexts(run).join('')]) {
    assert.doesNotMatch(text, /as it was/u);
    assert.match(text, /nothing was changed/iu);
  }
  assert.match(runText(run), /was refused;/u);
});

test('a failure says what happened, what became of the table, what to do, and what was not started', () => {
  const text = render(copied, broken('unchanged'), waiting);
  assert.match(
    text,
    /Failed\n\n> \[!CAUTION\]\n> \*\*The migration of users failed; users is as the statements before it have left it\. Completed before it: 1 statement, 2\.8 M rows copied in 42 s, writers waited 23 ms\. 1 statement was not started\./u,
  );
  assert.match(
    text,
    /### `users` · `rows-differ`\n- \*\*Where:\*\* `ALTER TABLE users ADD age INT`\n- \*\*What happened:\*\* Two rows differ\.\n- \*\*The table:\*\* users is as the statements before this one have left it\.\n- \*\*What to do:\*\* Report it\./u,
  );
  assert.match(text, /❌&nbsp;failed in 5\.0 s \|[\s\S]*⏭️&nbsp;not started \|/u);
});

test('what was refused has not failed, and may have been begun by another run', () => {
  const error = new GhostshipError('plan-changed', 'The plan has changed.', { hint: 'Plan anew.' });
  const text = render(failed(statement, 'users', error), waiting);
  assert.match(text, /The migration of users was refused; users is as it was\. 1 statement was not started/u);
});

test('where nobody knows, a person is called', () => {
  assert.match(render(broken('unknown')), /A person must look[\s\S]*Nobody knows whether users was changed/u);
});

test('a run without anything to do says so', () => {
  assert.match(render(), /Nothing to do\n\n> \[!NOTE\]/u);
});

test('a run that failed before any statement shows its own error', () => {
  const outcome = runOutcome(
    new Date(),
    [],
    new GhostshipError('cannot-connect', 'Cannot reach it.', { hint: 'Check the host.' }),
  );
  assert.match(
    outcomeMarkdown(outcome, noLinks, commentPage),
    /### `cannot-connect`\n- \*\*What happened:\*\* Cannot reach it\./u,
  );
});

test('a terminal shows the same in lines', () => {
  assert.equal(
    plain(migrationText(copied)),
    'users: completed (copy) in 42 s · 2.8 M rows copied · 12 changes applied · writers waited 23 ms · 2.8 M rows verified, 0 different',
  );
  assert.equal(
    migrationText(broken('unchanged')),
    'What happened: Two rows differ. [rows-differ]\nThe table:     users is as it was.\nWhat to do:    Report it.',
  );
  assert.match(runText(runOutcome(new Date(), [broken('unknown')])), /^A person must look\. /u);
});

test('a migration of a table that another run has is not started', () => {
  const error = new GhostshipError('already-running', 'Another migration of users is running on this server.', {
    hint: 'Wait for it.',
  });
  const outcome = failed(statement, 'users', error);
  const sentence = 'Another migration of users is running on this server. This run did not touch users.';
  assert.equal(runText(runOutcome(new Date(), [outcome])), `Not started. ${sentence}`);
  assert.match(migrationText(outcome), /The table: {5}This run did not touch users\./u);
  assert.match(render(outcome, waiting), new RegExp(`Not started[^]*${sentence} 1 statement was not started\\.`, 'u'));
});

test('an error of several lines stays in its column', () => {
  const error = { code: 'usage', message: 'Wrong:\n- a\n- b', hint: 'Correct it.' } as const;
  assert.equal(
    errorText(error, null),
    'What happened: Wrong:\n               - a\n               - b [usage]\nWhat to do:    Correct it.',
  );
});
