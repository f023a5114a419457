import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Checkpoint } from '../../src/engine/resume/checkpoint.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { killInTheMiddle, statusOf } from './support/checkpoint.ts';
import { expectCompleted, isAltered } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';

/** A checkpoint as a run has left it, and the migration that it is of. `shop` is the database. */
interface Recorded {
  readonly flavor: 'mysql' | 'mariadb';
  readonly version: string;
  readonly phase: string;
  readonly columns: string;
  readonly alter: string;
  readonly kind: string;
  readonly body: Checkpoint;
}

const recorded = readFileSync(join(import.meta.dirname, 'checkpoints-format-1.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);
const page = readFileSync(join(import.meta.dirname, '../../docs/checkpoint.md'), 'utf8');
const rows = 2_000;
/** Format 1 has them since later, and may lack them. */
const laterFields = [
  'timeZone',
  'sqlMode',
  'nextEvent',
  'unloggedReplications',
  'compared',
  'isBeforeSwap',
  'isComparing',
  'keptValues',
];

/** What stands in the place of a checkpoint, as SQL. */
const unknown = {
  'of format 2': `'{"format": 2}'`,
  'that is cut off': 'LEFT(body, 100)',
} as const;

it('the page has every field of a checkpoint, and no other', () => {
  const fields = [...page.matchAll(/^\| (`[a-zA-Z]+`(?:, `[a-zA-Z]+`)*) \|/gmu)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([a-zA-Z]+)`/gu)].map(([, name = '']) => name),
  );
  const needed = fields.filter((name) => !laterFields.includes(name)).sort();
  for (const { body } of recorded) assert.deepEqual(Object.keys(body).sort(), needed);
});

describe('a checkpoint', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      for (const { alter, ...one } of recorded.filter(({ flavor }) => flavor === server.flavor)) {
        it(`of format 1 is read: ${one.phase}, ${alter}`, async (test) => {
          await using trial = await openTrial(server, { rows, writers: 0, columns: one.columns });
          // Other versions print definitions in other ways, and values may be converted in the time zone of the server.
          const [now] = await trial.query(
            'SELECT VERSION() AS version, @@GLOBAL.time_zone AS zone, @@system_time_zone AS system_zone',
          );
          const zone = now?.zone === 'SYSTEM' ? now.system_zone : now?.zone;
          const short = (version: unknown): string => String(version).split('.').slice(0, 2).join('.');
          if (short(now?.version) !== short(one.version) || zone !== 'UTC')
            return test.skip(`recorded on ${one.version} in UTC`);
          await stage(trial, { ...one, alter });
          const run = trial.migrate({ alter });
          const outcome = await expectCompleted(trial, run);
          assert.equal(outcome.resumed, true, JSON.stringify(run.events.filter(({ type }) => type === 'notice')));
        });
      }
      for (const [name, body] of casesFor(server, Object.entries(unknown))) {
        it(`${name} is not read: the migration starts afresh`, () => startsAfresh(server, body));
        it(`${name} stays where its run has yielded`, () => staysYielded(server, body));
      }
    });
  }
});

/** The tables as that run has left them, without a row in the ghost: those of another server are compared anyway. */
async function stage(trial: Trial, { alter, kind, body }: Recorded): Promise<void> {
  await trial.query(`CREATE TABLE t_ghc (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, mark BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(32) NOT NULL, body MEDIUMTEXT, written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=10 COMMENT='Ghostship changelog'`);
  const checkpoint = JSON.stringify(body).replaceAll('"shop"', JSON.stringify(trial.database.name));
  await trial.query(`INSERT INTO t_ghc (id, mark, kind, body) VALUES (1, ${body.marks.upTo}, 'heartbeat', NULL),
    (5, 7, '${kind}', '${checkpoint.replaceAll('\\', '\\\\').replaceAll("'", "''")}')`);
  await trial.query('CREATE TABLE t_gho LIKE t');
  await trial.query(alter.replace('ALTER TABLE t ', 'ALTER TABLE t_gho '));
  for (const { name } of body.deferred) await trial.query(`ALTER TABLE t_gho DROP INDEX ${name}`);
}

async function startsAfresh(server: ServerAddress, body: string): Promise<void> {
  await using trial = await openTrial(server);
  await killInTheMiddle(trial);
  await trial.query(`UPDATE t_ghc SET mark = mark + 1, body = ${body} WHERE id = 5`);
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, false);
  assert.match(JSON.stringify(run.events), /cannot be used: its checkpoint/u);
}

/** Days of copying may be in it, and the version that has written it can go on. */
async function staysYielded(server: ServerAddress, body: string): Promise<void> {
  await using trial = await openTrial(server);
  const gate = { options: { cutover: 'wait', gate: 'yield' } } as const;
  assert.equal((await trial.migrate(gate).outcome).state, 'yielded');
  const [before] = await trial.query('SELECT body FROM t_ghc WHERE id = 5');
  await trial.query(`UPDATE t_ghc SET mark = mark + 1, body = ${body} WHERE id = 5`);
  const outcome = await trial.migrate().outcome;
  assert.equal(outcome.error?.code, 'already-running');
  assert.match(String(outcome.error?.message), /its checkpoint/u);
  assert.equal(await isAltered(trial), false);
  assert.equal((await statusOf(trial))?.progress.state, 'yielded');
  await trial.query(`UPDATE t_ghc SET mark = mark + 1, body = '${String(before?.body)}' WHERE id = 5`);
  assert.equal((await expectCompleted(trial, trial.migrate())).resumed, true);
}
