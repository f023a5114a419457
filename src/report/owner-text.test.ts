import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerText } from './owner-text.ts';

const run = { url: null, pullRequest: 12, commit: null, actor: null, namespace: null };

test('how long somebody has been at it is what the server has counted, whatever the clock says here', () => {
  assert.match(
    ownerText({ table: 't', run, ageMs: 20_000, silentMs: 400 }).replaceAll('\u00A0', ' '),
    /^Pull request #12 has been migrating t for 20 s; its last sign of life was 400 ms ago\./u,
  );
  assert.match(ownerText({ table: 't', run, ageMs: null, silentMs: 400 }), /has been migrating t; /u);
});
