import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed, runOutcome } from '../commands/migrate/run-outcome.ts';
import { GhostshipError } from '../support/errors.ts';
import { outcomeVerdict } from './outcome-verdict.ts';

test('the words of a server end before ours begin', () => {
  const error = new GhostshipError('cannot-connect', 'Cannot reach db:3306 for a look: read ECONNRESET', { hint: '' });
  const outcome = failed({ file: '1.sql', text: 'ALTER TABLE t ADD a INT' }, 't', error);
  assert.match(
    outcomeVerdict(runOutcome(new Date(), [outcome])).sentence,
    /^Cannot reach db:3306 for a look: read ECONNRESET\. The migration of t /u,
  );
});
