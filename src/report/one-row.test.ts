import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notStarted } from '../commands/statements/not-started.ts';
import { eventLine } from './event-line.ts';
import { migrationText } from './outcome-text.ts';

/* One row is one row, and has one verb. */

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00A0', ' ');

for (const [rows, kept, verified] of [
  [1, '1 row is kept.', '1 row verified,'],
  [2, '2 rows are kept.', '2 rows verified,'],
] as const)
  test(`${rows} as a log says it`, () => {
    const resumed = { type: 'resumed', table: 't', migrationId: '', rows, ageMs: 0 } as const;
    assert.ok(plain(eventLine({ type: 'engine', event: resumed })).endsWith(kept));
    const untouched = notStarted({ file: null, text: '' }, 't');
    const done = { ...untouched, verified: { rows, chunks: 1, differences: 0 } };
    assert.ok(plain(migrationText(done)).includes(verified));
  });
