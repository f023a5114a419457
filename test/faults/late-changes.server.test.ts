import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { statusOf } from './support/checkpoint.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import type { Change } from './support/request.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Staging } from './support/trial.ts';

interface Late {
  readonly staging?: Partial<Staging>;
  readonly change?: Partial<Change>;
  readonly only?: 'mysql' | 'mariadb';
  /** The last thing that is done to the ghost; usually what is seen before the swap. */
  readonly after?: RegExp;
}

/** All that a run does to the ghost after the checkpoint has described it. */
const changes: Readonly<Record<string, Late>> = {
  'foreign keys are carried': {
    only: 'mysql',
    staging: {
      besides: [
        'CREATE TABLE IF NOT EXISTS parent (id INT PRIMARY KEY)',
        'INSERT IGNORE INTO parent VALUES (1)',
        `ALTER TABLE § ADD COLUMN p INT DEFAULT 1, ADD COLUMN q INT DEFAULT 1,
           ADD CONSTRAINT §_parent FOREIGN KEY (p) REFERENCES parent (id) ON DELETE RESTRICT,
           ADD CONSTRAINT §_other FOREIGN KEY (q) REFERENCES parent (id)`,
      ],
    },
    change: { options: { foreignKeys: 'carry' } },
    after: /^ALTER TABLE .*_gho`.*ADD CONSTRAINT/su,
  },
  'triggers are carried': {
    staging: { besides: ['CREATE TRIGGER §_z BEFORE UPDATE ON § FOR EACH ROW SET NEW.n = NEW.n + 1'] },
    change: { options: { triggers: 'carry' } },
    after: /^CREATE .*TRIGGER/su,
  },
  'the counter is carried': {
    staging: { besides: ['ALTER TABLE § AUTO_INCREMENT = 5000000'] },
    after: /^ALTER TABLE .*_gho`.*AUTO_INCREMENT/su,
  },
  'the counter is carried to a table that is rebuilt for it': {
    only: 'mariadb',
    staging: {
      writers: 0,
      columns:
        'id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, w TEXT, UNIQUE KEY by_u (u), UNIQUE KEY by_w (w)',
      besides: ['ALTER TABLE § AUTO_INCREMENT = 5000000'],
    },
    after: /^ALTER TABLE .*_gho`.*AUTO_INCREMENT/su,
  },
  'the temporary index of the key is dropped': {
    staging: { writers: 0, columns: 'id INT NOT NULL PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT NOT NULL' },
    change: {
      alter: 'ALTER TABLE t ADD COLUMN added INT NOT NULL DEFAULT 7, DROP PRIMARY KEY, ADD PRIMARY KEY (n, id)',
    },
    after: /^ALTER TABLE .*_gho`.*DROP (?:INDEX|KEY) `ghostship_key`/su,
  },
  'indexes are built': { change: { options: { indexes: 'defer' } }, after: s.buildIndexes },
};

describe('what was copied is resumed where a run dies before the swap, and', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      for (const [name, late] of casesFor(server, Object.entries(changes), ([, { only }]) => only))
        it(name, () => diesBeforeTheSwap(server, late));
    });
  }
});

async function diesBeforeTheSwap(server: ServerAddress, { staging, change, after }: Late): Promise<void> {
  await using trial = await openTrial(server, staging);
  const waits = { ...change, options: { ...change?.options, cutover: 'wait' } } as const;
  const held = trial.tap.holdStatement(s.dropSentry);
  await using doomed = startDoomed(trial, waits);
  await waitFor(async () => (await statusOf(trial))?.progress.state === 'waiting_for_cutover', {
    timeoutMs: 60_000,
    what: 'the gate',
  });
  await trial.command('cutover');
  const { wire } = await held;
  const sent = trial.tap.wires.flatMap((wire) => wire.statements);
  assert.ok(after === undefined || sent.some((text) => after.test(text)), 'the ghost was not changed before it died');
  // What is on its way never arrives.
  wire.cut();
  await doomed.kill();
  const run = trial.migrate(change);
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true, JSON.stringify(run.events.filter(({ type }) => type === 'notice')));
}
