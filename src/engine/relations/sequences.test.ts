import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sequencesIn } from './sequences.ts';

test('each sequence that a column defaults to is found once', () => {
  const definition = `CREATE TABLE \`t\` (
  \`a\` int(11) DEFAULT nextval(\`shop\`.\`num\`\`bers\`),
  \`b\` int(11) DEFAULT (nextval(\`shop\`.\`num\`\`bers\`) + lastval(\`other\`.\`s\`))
)`;
  assert.deepEqual(sequencesIn(definition), [
    { schema: 'shop', name: 'num`bers' },
    { schema: 'other', name: 's' },
  ]);
  assert.deepEqual(sequencesIn('CREATE TABLE `t` (`a` int)'), []);
});
