import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './expression.ts';

const open = '$'.concat('{{');

test('values of github are put in, anything else is refused', () => {
  assert.equal(
    evaluate(`a ${open} github.token }} b ${open}github.actor}}`, { token: 't', actor: 'mona' }),
    'a t b mona',
  );
  assert.throws(() => evaluate(`${open} secrets.PASSWORD }}`, { token: 't' }), /cannot evaluate "secrets.PASSWORD"/);
});
