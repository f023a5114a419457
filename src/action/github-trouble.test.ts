import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubTrouble, neededPermissions } from './github-trouble.ts';

const failure = (message: string, status?: number, name = 'HttpError'): Error =>
  Object.assign(new Error(message), { name, ...(status === undefined ? {} : { status }) });

for (const [error, words] of [
  [failure('<html><body><h1>Unicorn!</h1></body></html>', 502), 'GitHub answered 502 (Bad Gateway)'],
  [failure('<!DOCTYPE html>\n<!--\nHello future GitHubber!', 500), 'GitHub answered 500 (Internal Server Error)'],
  [failure('', 503), 'GitHub answered 503 (Service Unavailable)'],
  [failure('Resource not accessible by integration.', 403), 'Resource not accessible by integration'],
  [failure('This operation was aborted', undefined, 'AbortError'), 'GitHub did not answer in time'],
  [failure('The operation was aborted due to timeout', 500, 'TimeoutError'), 'GitHub did not answer in time'],
  [failure('Not Found - https://docs.github.com/rest/actions/workflows#create', 404), 'Not Found'],
  [failure('read ECONNRESET', 500), 'read ECONNRESET'],
] as const) {
  test(`trouble is told in words: ${words}`, () => assert.equal(githubTrouble(error), words));
}

for (const [accepted, words] of [
  ['checks=write', 'the permission checks: write'],
  ['issues=read; pull_requests=read', 'the permission issues: read or pull-requests: read'],
  ['contents=read,pull_requests=write', 'the permission contents: read and pull-requests: write'],
  [undefined, 'more permissions'],
] as const) {
  test(`what a token lacks is told: ${words}`, () => {
    const headers = { 'x-accepted-github-permissions': accepted };
    assert.equal(neededPermissions(Object.assign(new Error('403'), { response: { headers } })), words);
  });
}
