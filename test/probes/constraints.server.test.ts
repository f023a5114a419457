import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HazardKind } from '../../src/engine/probes/hazard.ts';
import { raw } from '../../src/sql/sql.ts';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { createTable, openSession, tryChange } from './probed-change.ts';

interface ConstraintCase {
  readonly name: string;
  readonly elements: string;
  readonly rows: string;
  readonly clauses: string;
  /** What is found, and in which row; `null` where the server takes the statement. */
  readonly broken: readonly [HazardKind, key: string] | null;
}

const number = 'id INT PRIMARY KEY, a INT';

const cases: readonly ConstraintCase[] = [
  {
    name: 'a check that a row breaks',
    elements: number,
    rows: '(1, 5), (2, 15)',
    clauses: 'ADD CONSTRAINT c CHECK (a < 10)',
    broken: ['check-violated', '2'],
  },
  {
    name: 'a check that NULL passes',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'ADD CONSTRAINT c CHECK (a < 10)',
    broken: null,
  },
  {
    name: 'a check with quotes and parentheses in its text',
    elements: 'id INT PRIMARY KEY, a VARCHAR(20)',
    rows: "(1, 'it''s ('), (2, 'x')",
    clauses: "ADD CONSTRAINT c CHECK (a <> 'it''s (')",
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check of a renamed column',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'CHANGE a b INT, ADD CONSTRAINT c CHECK (b < 5)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check of an added column',
    elements: number,
    rows: '(1, 5), (2, 2)',
    clauses: 'ADD COLUMN b INT DEFAULT 3, ADD CONSTRAINT c CHECK (b > a)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check on values that are converted',
    elements: 'id INT PRIMARY KEY, d DECIMAL(5,2), CONSTRAINT c CHECK (d > 0)',
    rows: '(1, 0.4), (2, 1.4)',
    clauses: 'MODIFY d DECIMAL(5,0)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a column that may be NULL no more, renamed as well',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'CHANGE a b BIGINT NOT NULL',
    broken: ['null-in-not-null', '2'],
  },
  {
    name: 'a new primary key over NULL',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'DROP PRIMARY KEY, ADD PRIMARY KEY (a)',
    broken: ['null-in-not-null', '2'],
  },
  {
    name: 'a foreign key to a row that is not there',
    elements: number,
    rows: '(1, 7), (2, 1)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent (id)',
    broken: ['orphan', '1'],
  },
  {
    name: 'a foreign key to rows that are there',
    elements: number,
    rows: '(1, 1), (2, NULL)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent (id)',
    broken: null,
  },
  {
    name: 'a foreign key to the table itself',
    elements: number,
    rows: '(1, 1), (2, 9)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (id)',
    broken: ['orphan', '2'],
  },
];

for (const server of testServers()) {
  test(`rows that break a constraint are found, where the server would find them: ${server.name}`, async (context) => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await session.run(raw('CREATE TABLE parent (id INT PRIMARY KEY)'));
    await session.run(raw('INSERT INTO parent VALUES (1)'));
    for (const { name, elements, rows, clauses, broken } of cases) {
      await context.test(name, async () => {
        await createTable(session, elements, rows);
        const { hazards, refusal } = await tryChange(session, database.name, clauses);
        const found = hazards.map(({ kind, count, sampleKeys }) => [kind, count, ...sampleKeys]);
        assert.deepEqual(found, broken === null ? [] : [[broken[0], 1, broken[1]]]);
        assert.equal(refusal !== null, broken !== null, refusal ?? 'the server takes it');
      });
    }
  });
}
