import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding, planned, render } from '../../test/support/plan-example.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import type { ErrorCode } from '../support/errors.ts';
import { commentPage } from './fit.ts';

const refused = (code: ErrorCode, file = planned.file, alsoPending = false): PlannedStatement => ({
  kind: 'refused',
  file,
  line: 3,
  statement: planned.statement,
  table: 'users',
  error: { code, message: 'It cannot be done.', hint: 'Look there.' },
  ...(alsoPending ? { alsoPending } : {}),
});

const older: PlannedStatement = {
  kind: 'refused',
  file: planned.file,
  line: 3,
  statement: planned.statement,
  table: 'users',
  error: {
    code: 'unknown-table',
    message: 'It is not there.',
    hint: 'Note it with `ghostship baseline --through <path>`.',
  },
};

const misfit: PlannedStatement = {
  ...planned,
  hazards: [
    {
      kind: 'null-in-not-null',
      columns: ['email'],
      key: null,
      count: 2,
      atLeast: false,
      sampleKeys: ['17'],
      message: 'email is NULL in 2 rows.',
      hint: 'Give these rows a value first.',
    },
  ],
};

const problem = (code: ErrorCode): PlanReport['problem'] => ({ code, message: 'No answer.', hint: 'Look at it.' });

const correct = 'Correct what is marked with ❌.';
const pushAgain = 'Push again: every push is planned anew, and shown in the same places.';
const orRunAgain = `${pushAgain} Where there is nothing to push, run this job again, or write \`/ghostship plan\` in a comment.`;
const runAgain = 'Then run this job again; nothing need be pushed.';
const allow =
  'If this is intended, say why in a comment before the statement (`-- lint:ignore drop-column -- reason`), or name the rule in `allow`: an input, or an option of the config file on the branch that is merged into.';
const fits = 'Correct the rows that do not fit, or the statement: what is marked with ❌ says which.';
const theBox = 'Do what the box at the top says.';

/** A kind of red plan, and what is to be done about it. */
const kinds: readonly (readonly [string, Partial<PlanReport>, string | null, readonly string[]])[] = [
  ['a lint error', { findings: [finding] }, null, [correct, allow, pushAgain]],
  ['a statement that cannot be run', { statements: [refused('invalid-statement')] }, null, [correct, orRunAgain]],
  ['rows that do not fit', { statements: [misfit] }, null, [fits, orRunAgain]],
  [
    'a table that is being migrated',
    { statements: [refused('already-running')] },
    null,
    ['`already-running` is no fault of the files: do what stands beside it.', runAgain],
  ],
  [
    'a limit that cannot be kept',
    { statements: [refused('usage')] },
    null,
    ['`usage` is no fault of the files: do what stands beside it.', runAgain],
  ],
  [
    'a user who may not, and an error of the file',
    { statements: [refused('missing-privileges'), refused('unknown-table')] },
    null,
    [correct, '`missing-privileges` is no fault of the files: do what stands beside it.', orRunAgain],
  ],
  [
    'a file of others',
    { statements: [planned, refused('invalid-statement', 'migrations/0.sql', true)] },
    null,
    [
      '1 statement marked with ❌ is in files that this pull request does not change, and would stop its run as well. Correct `migrations/0.sql`, here or in a pull request that is merged first.',
      runAgain,
    ],
  ],
  [
    'no database',
    { problem: problem('cannot-connect'), statements: [] },
    null,
    ['Let the runner reach the database, as the box at the top says.', runAgain],
  ],
  [
    'a wrong password, and a lint error',
    { problem: problem('access-denied'), findings: [finding] },
    null,
    ['Let the runner reach the database, as the box at the top says.', correct, allow, pushAgain],
  ],
  [
    'files that may be older than the ledger',
    { statements: [older] },
    null,
    [
      'If the files were applied before Ghostship came, correct nothing: name the last of them in the option `baseline`, an input, or an option of the config file on the branch that is merged into. Then plan anew.',
      correct,
      orRunAgain,
    ],
  ],
  ['a ledger of another environment', { problem: problem('usage'), statements: [] }, null, [theBox, runAgain]],
  ['globs that match no file', { statements: [] }, 'No file.', ['Correct the option, or the config file.', pushAgain]],
];

for (const [kind, changes, obstacle, steps] of kinds) {
  test(`what is to be done about ${kind}`, () => {
    const page = render(changes, commentPage, [], { obstacle });
    const [before = '', after = ''] = page.split('### What next\n');
    const said = after.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(
      said,
      steps.map((step) => `- ${step}`),
    );
    if (after.includes('❌')) assert.match(before, /❌/u, 'what is said to be marked is marked');
  });
}
