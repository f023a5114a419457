import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Masks } from './masks.ts';
import { StepLog } from './step-log.ts';

function written(...lines: string[]): StepLog {
  const log = new StepLog(new Masks());
  for (const line of lines) log.write(line);
  return log;
}

test('a mask hides what comes after it, in every spelling, and each of its lines', () => {
  const log = written('early secret/1', '::add-mask::secret/1%0Aother', 'secret/1 secret%2F1 c2VjcmV0LzE= other!');
  assert.equal(log.text, 'early secret/1\n*** *** *** ***!');
});

test('a blank mask hides nothing', () => {
  assert.equal(written('::add-mask::', 'a b').text, 'a b');
});

test('commands that were stopped are lines until the token comes', () => {
  const log = written('::stop-commands::pause', '::error::not me', '::pause::', '::error::me');
  assert.deepEqual(
    log.annotations.map(({ message }) => message),
    ['me'],
  );
  assert.equal(log.text, '::error::not me\n##[error]me');
});

test('a long annotation is cut where the runner cuts it', () => {
  assert.equal(written(`::notice::${'x'.repeat(5000)}`).annotations[0]?.message.length, 4096);
});
