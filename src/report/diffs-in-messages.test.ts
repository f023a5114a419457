import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOutcome } from '../commands/migrate/run-outcome.ts';
import { GhostshipError } from '../support/errors.ts';
import { commentPage } from './fit.ts';
import { noLinks } from './links.ts';
import { rehearsalMarkdown } from './rehearsal-markdown.ts';
import { runMarkdown } from './run-markdown.ts';

const moved = 'The table has moved.\n- `note` varchar(50)\n+ `note` text\nIt is run all the same.';

test('a notice of a run has its diff in a block of its own', () => {
  assert.match(
    runMarkdown([], [moved]),
    /- The table has moved\.\n {2}```diff\n {2}- `note` varchar\(50\)\n {2}\+ `note` text\n {2}```\n {2}It is run/u,
  );
});

test('a rehearsal that could not begin has its diff in a block of its own', () => {
  const error = new GhostshipError('file-changed-after-apply', moved, { hint: 'Bring it back.' });
  const run = { ...runOutcome(new Date(), [], error), replica: 'mysql://db/shop', migrations: [] };
  const page = rehearsalMarkdown(run, noLinks, '0123456789', commentPage);
  assert.match(page, /\*\*The table has moved\. No table is changed\.\*\*/u);
  assert.match(
    page,
    /```diff\n- `note` varchar\(50\)\n\+ `note` text\n```\nIt is run all the same\.\n\nBring it back\./u,
  );
});
