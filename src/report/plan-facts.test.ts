import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned, render } from '../../test/support/plan-example.ts';

const facts = {
  ...planned.facts,
  asked: { host: 'db', port: 3306, flavor: 'mariadb', version: '10.11.18', role: 'replica', notChecked: null },
} as const;

test('the page names the server that was asked', () => {
  assert.match(render({ statements: [{ ...planned, facts }] }), /\*\*Asked:\*\* .*MariaDB 10\.11\.18, a replica/u);
});

test('the page says what only the target could have told', () => {
  const asked = { ...facts.asked, notChecked: 'It refuses the user.' };
  const text = render({ statements: [{ ...planned, facts: { ...facts, asked } }] });
  assert.match(text, /⚠️ Not checked: the privileges, .*It refuses the user\./u);
});

test('a row says what a copy takes, and how much what goes is read', () => {
  const space = { peakBytes: 3 * 1024 ** 3, binlogBytes: 1024 ** 3, derivation: 'From the size of the table.' };
  const destroyed = { ...facts.destroyed, indexes: ['by_city'] };
  const indexes = [{ name: 'by_city', rowsRead: 12 }];
  const use = { server: 'db:3306', since: '2026-01-02T03:04:05Z', rowsRead: 5_000, indexes };
  const text = render({ statements: [{ ...planned, facts: { ...facts, space, destroyed, use } }] });
  assert.match(text, /takes 3 GiB of disk beside the table, 1 GiB of it binary log\. From the size of the table\./u);
  assert.match(text, /Since 2026-01-02 03:04:05 UTC db:3306 has read 5 k rows of the table \(12 rows by by\\_city\)/u);
});

test('where nothing could be measured of the copies, the page says why, and once', () => {
  const unmeasured = 'No replica was given, so time is not measured; `max-lag` limits the lag.';
  const one = { ...planned, facts: { ...facts, unmeasured } };
  const text = render({ statements: [one, { ...one, table: 'orders' }] });
  assert.equal(text.split(unmeasured).length, 2, text);
});
