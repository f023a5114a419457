import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { run } from './cli.ts';

/* What lint says without a database, in each of its formats, and what files of the repository add to it. */

let folder = '';

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** What GitHub's code scanning asks of SARIF 2.1.0, and no more than that standard allows. */
const sarif = {
  type: 'object',
  required: ['version', 'runs', '$schema'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'version', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
                      additionalProperties: false,
                      properties: {
                        id: { type: 'string' },
                        shortDescription: { $ref: '#/$defs/message' },
                        fullDescription: { $ref: '#/$defs/message' },
                        help: { $ref: '#/$defs/message' },
                        defaultConfiguration: { type: 'object', properties: { level: { $ref: '#/$defs/level' } } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['ruleId', 'level', 'message', 'locations'],
              additionalProperties: false,
              properties: {
                ruleId: { type: 'string' },
                level: { $ref: '#/$defs/level' },
                message: { $ref: '#/$defs/message' },
                locations: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation', 'region'],
                        properties: {
                          artifactLocation: { type: 'object', required: ['uri'] },
                          region: {
                            type: 'object',
                            required: ['startLine', 'startColumn'],
                            additionalProperties: false,
                            properties: Object.fromEntries(
                              ['startLine', 'startColumn', 'endLine', 'endColumn'].map((name) => [
                                name,
                                { type: 'integer', minimum: 1 },
                              ]),
                            ),
                          },
                        },
                      },
                    },
                  },
                },
                suppressions: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['kind'],
                    additionalProperties: false,
                    properties: { kind: { enum: ['inSource', 'external'] }, justification: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  $defs: {
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } },
  },
};

describe('what lint says without a database', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ghostship-formats-'));
    await write(
      'migrations/1.sql',
      '-- lint:ignore rename-column -- all code says both\nALTER TABLE users RENAME COLUMN a TO b;\nALTER TABLE users\n  DROP COLUMN email; -- 100% sure',
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('SARIF is what its standard says, and holds what was silenced as well', async () => {
    const { stdout, exitCode } = await run(folder, ['lint', '--format', 'sarif']);
    assert.equal(exitCode, 1);
    const found: unknown = JSON.parse(stdout);
    const ajv = new Ajv();
    assert.ok(ajv.validate(sarif, found), ajv.errorsText());
    const { runs } = found as { runs: [{ results: { ruleId: string; suppressions?: unknown[] }[] }] };
    assert.deepEqual(
      runs[0].results.map(({ ruleId, suppressions = [] }) => `${ruleId} ${suppressions.length}`).toSorted(),
      ['drop-column 0', 'multiple-alters-same-table 0', 'rename-column 1'],
    );
  });

  test('commands to the runner of GitHub name the place, and no text of a file ends one', async () => {
    const { stdout } = await run(folder, ['lint', '--format', 'github']);
    assert.doesNotMatch(stdout, /No findings/u);
    assert.match(
      stdout,
      /^::error title=[^:,\n]*,file=migrations\/1\.sql,line=4,endLine=4,col=3,endColumn=19::[^\n]*%0A/mu,
    );
  });

  test('JSON has the source of each finding, and the rules that were left out', async () => {
    const { findings, rulesLeftOut } = JSON.parse((await run(folder, ['lint', '--format', 'json'])).stdout);
    assert.deepEqual(
      findings.map(({ source }: { source: string }) => source),
      ['text', 'text'],
    );
    assert.ok(rulesLeftOut.includes('shrink-column') && rulesLeftOut.includes('large-table'));
    assert.match(
      (await run(folder, ['lint'])).stdout,
      /\d+ rules need a database, and none was asked: .*shrink-column/u,
    );
  });

  test('an unknown format or rule is an error that names the nearest', async () => {
    const wrong = await run(folder, ['lint', '--format', 'sarf']);
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.stderr, /Did you mean sarif\?/u);
    const unknown = await run(folder, ['lint', '--explain', 'drop-colum']);
    assert.equal(unknown.exitCode, 2);
    assert.match(unknown.stderr, /Did you mean drop-column\?/u);
    await write('migrations/1.sql', 'ALTER TABLE t DROP COLUMN a; -- lint:ignore drop-colum -- gone\n');
    assert.match((await run(folder, ['lint'])).stdout, /error suppression-invalid: .*\n.*Did you mean drop-column\?/u);
  });

  test('a rule is explained', async () => {
    const { stdout, exitCode } = await run(folder, ['lint', '--explain', 'shrink-column']);
    assert.equal(exitCode, 0);
    for (const part of ['**Bad:**', '**Why:**', '**Instead:**', '**When to ignore:**', 'Source: definition'])
      assert.ok(stdout.includes(part), part);
  });

  test('files of the repository tell what a table is where no database does', async () => {
    await write('schema/users.sql', "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL DEFAULT 'x');");
    await write(
      'migrations/1.sql',
      'ALTER TABLE users MODIFY COLUMN name VARCHAR(200);\nALTER TABLE users ADD COLUMN age INT;\nALTER TABLE users MODIFY name VARCHAR(100);\n',
    );
    for (const [flags, expected] of [
      [[], ['modify-drops-attributes', 'shrink-column']],
      [['--schema', 'none/**/*.sql'], []],
    ] as const) {
      const { stdout } = await run(folder, ['lint', '--format', 'json', ...flags]);
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; suggestion: { text: string } | null }[] };
      const found = findings.filter(({ rule }) => rule !== 'multiple-alters-same-table');
      assert.deepEqual(
        found.map(({ rule }) => rule),
        expected,
      );
      if (expected.length > 0)
        assert.deepEqual(found[0]?.suggestion, {
          startLine: 1,
          endLine: 1,
          text: "ALTER TABLE users MODIFY COLUMN name VARCHAR(200) NOT NULL DEFAULT 'x';",
        });
    }
  });
});
