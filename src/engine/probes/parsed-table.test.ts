import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentions, parseTable } from './parsed-table.ts';

const createStatement = `CREATE TABLE \`t\` (
  \`id\` int NOT NULL,
  \`e\` varchar(20) DEFAULT (concat(_utf8mb4'a',_utf8mb4')')),
  \`x\` int DEFAULT '-5',
  \`s\` varchar(9) GENERATED ALWAYS AS (concat(\`e\`,_utf8mb4'x(\`)')) VIRTUAL,
  \`j\` longtext CHECK (json_valid(\`j\`)),
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`u\` (\`e\`(3),\`x\` DESC),
  UNIQUE KEY \`f\` ((lower(\`e\`))),
  KEY \`plain\` (\`x\`),
  CONSTRAINT \`p\` FOREIGN KEY (\`x\`, \`id\`) REFERENCES \`q\` (\`y\`, \`a\`\`b\`) ON DELETE CASCADE,
  CONSTRAINT \`c\` CHECK ((\`x\` < 7)),
  CONSTRAINT \`off\` CHECK ((\`x\` < 8)) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB`;

test('a definition is read down to the expressions in it', () => {
  assert.deepEqual(parseTable({ createStatement }), {
    uniqueKeys: [
      { name: 'PRIMARY', parts: [{ column: 'id', prefix: null }], withoutOverlaps: null },
      {
        name: 'u',
        parts: [
          { column: 'e', prefix: 3 },
          { column: 'x', prefix: null },
        ],
        withoutOverlaps: null,
      },
      { name: 'f', parts: [{ column: null, expression: '(lower(`e`))' }], withoutOverlaps: null },
    ],
    checks: [
      { name: 'c', expression: '(`x` < 7)' },
      { name: 'j', expression: 'json_valid(`j`)' },
    ],
    foreignKeys: [{ name: 'p', columns: ['x', 'id'], parentColumns: ['y', 'a`b'] }],
    generated: new Map([['s', "concat(`e`,_utf8mb4'x(`)')"]]),
    defaults: new Map([
      ['e', "(concat(_utf8mb4'a',_utf8mb4')'))"],
      ['x', "'-5'"],
    ]),
  });
});

test('an expression mentions a column by its whole name', () => {
  assert.equal(mentions('lower(`Name`)', 'name'), true);
  assert.equal(mentions('lower(`names`)', 'name'), false);
});
