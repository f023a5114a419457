import { describe, it } from 'node:test';
import type { ErrorCode } from '../../src/support/errors.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectFailed, expectNextRunCompletes } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/** What somebody does to the table or its ghost behind our back. */
interface Meddling {
  readonly statements: readonly string[];
  /** What is done to the control, so that it stays one. */
  readonly control?: readonly string[];
  readonly codes?: readonly ErrorCode[];
  /** False where nothing is left of it by the time of the cutover. */
  readonly lasts?: boolean;
}

const meddlings: Readonly<Record<string, Meddling>> = {
  'TRUNCATE of the original': { statements: ['TRUNCATE TABLE t'], control: ['TRUNCATE TABLE control'] },
  'ALTER of the original': { statements: ['ALTER TABLE t ADD COLUMN z INT, ALGORITHM=INPLACE'] },
  'a changed type in the original': { statements: ['ALTER TABLE t MODIFY v VARCHAR(61)'] },
  'OPTIMIZE of the original': { statements: ['OPTIMIZE TABLE t'] },
  'the original renamed away and back': {
    statements: ['RENAME TABLE t TO away', 'RENAME TABLE away TO t'],
    lasts: false,
  },
  'the original dropped and created': {
    statements: ['CREATE TABLE fresh LIKE t', 'DROP TABLE t', 'RENAME TABLE fresh TO t'],
    control: ['TRUNCATE TABLE control'],
  },
  'a trigger on the original': {
    statements: ['CREATE TRIGGER late BEFORE INSERT ON t FOR EACH ROW SET NEW.v = NEW.v', 'DROP TRIGGER late'],
    lasts: false,
  },
  'TRUNCATE of the ghost': { statements: ['TRUNCATE TABLE t_gho'] },
  'TRUNCATE of the ghost behind a comment': { statements: ['-- tidy up\nTRUNCATE TABLE t_gho'] },
  'ALTER of the ghost': {
    statements: ['ALTER TABLE t_gho DROP COLUMN v'],
    // Whichever is noticed first.
    codes: ['original-changed', 'server-error'],
  },
  'DROP of the ghost': { statements: ['DROP TABLE t_gho'] },
  'the ghost renamed away': { statements: ['RENAME TABLE t_gho TO away'] },
  'DROP of the changelog': { statements: ['DROP TABLE t_ghc'] },
};

describe('somebody meddles:', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name},`, () => {
      for (const [name, meddling] of casesFor(server, Object.entries(meddlings))) {
        it(`${name}, while rows are copied`, () => whileCopying(server, meddling));
        if (meddling.lasts ?? true) it(`${name}, at the gate, beside the binlog`, () => atTheGate(server, meddling));
      }
      it('a partition exchanged with the original', () => exchange(server));
      it('a trigger that comes before the stream begins', () =>
        beforeTheStream(server, 'CREATE TRIGGER late BEFORE INSERT ON t FOR EACH ROW SET NEW.v = NEW.v'));
      it('a table that comes to refer to the original before the stream begins', () =>
        beforeTheStream(server, 'CREATE TABLE audit (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES t (id))'));
      it('a table that comes to refer to the original while its ghost is made', () =>
        beforeTheStream(
          server,
          'CREATE TABLE audit (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES t (id))',
          s.createGhost,
        ));
      it('ALTER of the original after it was looked at, before the stream begins', () =>
        beforeTheStream(server, 'ALTER TABLE t MODIFY v VARCHAR(61)'));
    });
  }
});

async function whileCopying(server: ServerAddress, meddling: Meddling): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 2_000 });
  const held = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await meddle(trial, meddling, 1);
  release();
  await expectFailed(trial, run, ...(meddling.codes ?? (['original-changed'] as const)));
  await expectGoodNextRun(trial);
}

/** Nothing in the stream tells of it, and what is copied has been copied: only a look at the tables does. */
async function atTheGate(server: ServerAddress, meddling: Meddling): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 2_000 });
  const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
  await run.until('waiting_for_cutover');
  await meddle(trial, meddling, 0);
  await trial.command('cutover');
  await expectFailed(trial, run, ...(meddling.codes ?? (['original-changed'] as const)));
  await expectGoodNextRun(trial);
}

async function exchange(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, {
    writers: 0,
    columns: 'id INT PRIMARY KEY, u INT, v VARCHAR(60), n INT',
  });
  const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
  await run.until('waiting_for_cutover');
  await meddle(
    trial,
    {
      statements: [
        'CREATE TABLE parts LIKE t',
        'ALTER TABLE parts PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN MAXVALUE)',
        'ALTER TABLE parts EXCHANGE PARTITION p WITH TABLE t',
        'DROP TABLE parts',
      ],
      control: ['TRUNCATE TABLE control'],
    },
    1,
  );
  await trial.command('cutover');
  await expectFailed(trial, run, 'original-changed');
}

async function beforeTheStream(
  server: ServerAddress,
  statement: string,
  before: RegExp = s.readPosition,
): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const held = trial.tap.holdStatement(before);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await trial.query(statement);
  release();
  await expectFailed(trial, run, 'original-changed');
}

async function meddle(trial: Trial, { statements, control = [] }: Meddling, binlog: 0 | 1): Promise<void> {
  const session = await trial.connect();
  await session.query(`SET SESSION sql_log_bin = ${binlog}`);
  for (const statement of [...statements, ...control]) await session.query(statement);
  await session.end();
}

async function expectGoodNextRun(trial: Trial): Promise<void> {
  await trial.query('DROP TABLE IF EXISTS away');
  await expectNextRunCompletes(trial);
}
