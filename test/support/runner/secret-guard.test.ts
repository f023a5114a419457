import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesInRequests, refuseLeaks } from './secret-guard.ts';

const secrets = ['p@ss/"1"', 'other-secret'];

function leakIn(text: string): string {
  try {
    refuseLeaks(secrets, [{ name: 'here', text }]);
    return '';
  } catch (error) {
    return String(error);
  }
}

test('a secret is found as it is, in a URL, in JSON and in base64', () => {
  const [secret = ''] = secrets;
  const spellings = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret),
    Buffer.from(secret).toString('base64'),
  ];
  for (const spelling of spellings) {
    assert.match(leakIn(`it is ${spelling}, twice: ${spelling}; and other-secret`), /Secret 1 can be read in here/);
  }
  assert.equal(leakIn('it is ***'), '');
});

test('the complaint shows where, and repeats no secret', () => {
  const complaint = leakIn(`other-secret then ${secrets[0]} and ${secrets[0]} and other-secret`);
  assert.match(complaint, /then \*\*\* and \*\*\* and/);
  for (const secret of secrets) assert.equal(complaint.includes(secret), false);
});

test('an address and a body are read as GitHub reads them', () => {
  const request = { at: new Date(), method: 'POST', operation: null, login: null, userAgent: '', status: 201 };
  const escaped = '{"body":"\\u0070@ss/\\"1\\""}';
  const places = placesInRequests([{ ...request, url: '/a?b=p%40ss%2f%221%22', body: escaped }]);
  assert.throws(() => refuseLeaks(secrets, places.slice(0, 1)), /the address of POST \/a/);
  assert.throws(() => refuseLeaks(secrets, places.slice(1)), /the body of POST \/a/);
});

test('a blank secret is none', () => {
  refuseLeaks(['', ' '], [{ name: 'here', text: 'a b' }]);
});
