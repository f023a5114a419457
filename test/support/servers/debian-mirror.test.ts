import assert from 'node:assert/strict';
import { test } from 'node:test';
import { debianMirrorIn } from './debian-mirror.ts';

test('the mirror is read from deb822 sources, comments inside a paragraph and all', () => {
  const text = `Types: deb
# as of last week
URIs: https://mirror.example/pub/debian/ https://other.example/debian
Suites: bookworm
Components: main
`;
  assert.equal(debianMirrorIn(text), 'https://mirror.example/pub/debian');
});

test('the mirror is read from one-line sources, with and without options', () => {
  assert.equal(debianMirrorIn('deb http://a.example/debian bookworm main\n'), 'http://a.example/debian');
  assert.equal(
    debianMirrorIn(
      '# deb http://no.example/debian x main\ndeb [arch=amd64 signed-by=/k] http://b.example/debian sid main',
    ),
    'http://b.example/debian',
  );
});

test('other archives, snapshots and what is turned off are passed over', () => {
  assert.equal(debianMirrorIn('deb http://a.example/debian-security bookworm-security main'), null);
  assert.equal(debianMirrorIn('deb http://snapshot.example/archive/debian/20250520T000000Z bookworm main'), null);
  assert.equal(debianMirrorIn('deb http://a.example/ubuntu noble main'), null);
  assert.equal(debianMirrorIn('Types: deb\nEnabled: no\nURIs: http://a.example/debian\n'), null);
  assert.equal(debianMirrorIn('deb-src http://a.example/debian bookworm main'), null);
  assert.equal(debianMirrorIn('Types: deb-src\nURIs: http://a.example/debian\n'), null);
});
