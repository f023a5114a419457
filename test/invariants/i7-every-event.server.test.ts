import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { EventReader, heartbeatRow } from '../../src/binlog/event-reader.ts';
import { eventTypes } from '../../src/binlog/event-types.ts';
import { nameCaseOf } from '../../src/mysql/name-case.ts';
import { changelogKey, changelogWidth } from '../../src/sql/changelog.ts';
import { ourMark } from '../../src/sql/marker.ts';
import type { ErrorCode } from '../../src/support/errors.ts';
import { expectCompleted, expectFailed, expectWorkOrNothingLeft } from '../faults/support/judge.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { binlogEvent } from '../support/binlog-event.ts';
import { prepareXa } from '../support/prepared-xa.ts';
import {
  casesFor,
  type RunningServer,
  releaseOf,
  type ServerAddress,
  startServer,
  testServers,
} from '../support/servers/index.ts';
import { heartbeatsPass } from './support/moments.ts';

/** What row events do not tell, and nothing but the stream does: afterwards the table is what it was, but for its rows. */
interface Untold {
  /** `§` is the table, `¤` a file on the server's machine. */
  readonly statements: readonly string[];
  readonly code: ErrorCode;
}

const untold: Readonly<Record<string, Untold>> = {
  'rows changed by a statement': {
    statements: ['SET SESSION binlog_format = STATEMENT', "UPDATE § SET v = 'untold' WHERE id = 5"],
    code: 'stream-broken',
  },
  'rows changed under another name': {
    statements: ['RENAME TABLE § TO §_away', "UPDATE §_away SET v = 'untold' WHERE id = 5", 'RENAME TABLE §_away TO §'],
    code: 'original-changed',
  },
  'rows loaded by a statement': {
    statements: [
      "SELECT 1001, 'untold' UNION ALL SELECT 1002, 'untold' INTO OUTFILE '¤'",
      'SET SESSION binlog_format = STATEMENT',
      "LOAD DATA INFILE '¤' INTO TABLE § (id, v)",
    ],
    code: 'stream-broken',
  },
};

/**
 * I7. Every event is understood, or the run stops.
 * Seen to fail: statements with none looked at (`EventReader.#readStatement` passes over `touches`), LOAD DATA with its
 * event among the harmless ones; XA with keys handed on at once (`XaTransactions.hold` false); the events by themselves with the line that refuses each.
 */
describe('a change that no row event tells as it is', { concurrency: 2 }, () => {
  // On servers of their own: a run of another test that begins just then may have to stop at what is written by statement.
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on a ${name} of its own`, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name });
      });
      after(() => server[Symbol.asyncDispose]());
      for (const [what, { statements, code }] of casesFor(releaseOf(name), Object.entries(untold))) {
        it(`stops the run: ${what}`, async () => {
          await using trial = await openTrial(server, { writers: 0, rows: 500 });
          const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
          await run.until('waiting_for_cutover');
          await runOnBoth(trial, statements);
          await trial.command('cutover');
          await expectFailed(trial, run, code);
          await expectWorkOrNothingLeft(trial);
        });
      }
    });
  }
  for (const server of testServers()) {
    for (const end of casesFor(server, ['COMMIT', 'ROLLBACK'] as const)) {
      it(`waits for its end: XA PREPARE, then ${end}, on ${server.name}`, () => prepareThenEnd(server, end));
    }
  }
});

describe('an event that cannot be understood', () => {
  it('is refused: the server says that its binlog has a gap', () => {
    assert.throws(() => reader().readEvent(binlogEvent(eventTypes.incident, Buffer.alloc(3))), {
      code: 'stream-broken',
    });
  });

  it('is refused: an XA transaction commits whose changes were never seen', () => {
    const late = reader();
    late.readEvent(binlogEvent(eventTypes.query, statement("XA COMMIT X'61',X'',1")));
    beat(late);
    const unseen = statement("XA COMMIT X'62',X'',1");
    assert.throws(() => late.readEvent(binlogEvent(eventTypes.query, unseen)), { code: 'stream-broken' });
  });

  it('is no swap of ours: that of another migration', () => {
    let swaps = 0;
    const counting = reader(() => swaps++);
    const swapOf = (table: string): Buffer =>
      statement(`RENAME TABLE \`shop\`.\`${table}\` TO \`shop\`.\`${table}_del\`, … ${ourMark}`);
    counting.readEvent(binlogEvent(eventTypes.query, swapOf('u')));
    assert.equal(swaps, 0);
    counting.readEvent(binlogEvent(eventTypes.query, swapOf('t')));
    assert.equal(swaps, 1);
  });

  it('is refused: rows of a table that has another number of columns now', () => {
    assert.throws(() => reader().readEvent(binlogEvent(eventTypes.tableMap, tableMap('t', 2))), {
      code: 'original-changed',
    });
  });
});

async function prepareThenEnd(server: ServerAddress, end: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500 });
  const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
  await run.until('waiting_for_cutover');
  const xid = `'${randomUUID()}'`;
  const session = await trial.connect();
  const changes = ['t', 'control'].flatMap((table) => [
    `UPDATE ${table} SET v = 'prepared' WHERE id = 5`,
    `DELETE FROM ${table} WHERE id = 6`,
  ]);
  await prepareXa(session, xid, changes);
  await heartbeatsPass(trial);
  await session.query(`XA ${end} ${xid}`);
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

async function runOnBoth(trial: Trial, statements: readonly string[]): Promise<void> {
  const session = await trial.connect();
  const file = `/tmp/${trial.database.name}.rows`;
  for (const statement of statements) {
    const tables = statement.includes('§') ? ['t', 'control'] : ['t'];
    for (const table of tables) await session.query(statement.replaceAll('§', table).replaceAll('¤', file));
  }
  await session.end();
  await rm(file, { force: true });
}

function reader(onSwap = (): void => {}): EventReader {
  const watched = { schema: 'shop', name: 't' };
  return new EventReader(
    {
      original: { table: watched, key: changelogKey, width: 3 },
      changelog: { table: { schema: 'shop', name: 't_ghc' }, key: changelogKey, width: changelogWidth },
      ghost: { schema: 'shop', name: 't_gho' },
      nameCase: nameCaseOf(0),
      marksAfter: 0,
      preparedBefore: 'ended',
      isUnlogged: false,
    },
    new Map(),
    {
      onChange: () => {},
      onGone: () => {},
      onHeartbeat: () => {},
      onForeignWrite: () => {},
      onXaCommit: () => {},
      onSwap,
      onMade: () => {},
      onUnnamed: () => {},
    },
  );
}

const tableId = Buffer.from([7, 0, 0, 0, 0, 0]);
const bigint = 8;
const writeRows = 30;

/** As the server writes it, for a table of BIGINTs. */
function tableMap(name: string, columns: number): Buffer {
  const text = (value: string): Buffer => Buffer.concat([Buffer.of(value.length), Buffer.from(value), Buffer.of(0)]);
  const types = Buffer.alloc(columns, bigint);
  return Buffer.concat([tableId, Buffer.alloc(2), text('shop'), text(name), Buffer.of(columns), types, Buffer.of(0)]);
}

/** As the server writes it, without a default schema and without status variables. */
function statement(text: string): Buffer {
  return Buffer.concat([Buffer.alloc(8 + 1 + 2 + 2 + 1), Buffer.from(text)]);
}

/** A heartbeat comes back: a row of the changelog of which the binlog has the first two columns. */
function beat(to: EventReader): void {
  to.readEvent(binlogEvent(eventTypes.tableMap, tableMap('t_ghc', changelogWidth)));
  const row = Buffer.alloc(1 + 8 + 8);
  row[1] = Number(heartbeatRow);
  row[9] = 1;
  to.readEvent(binlogEvent(writeRows, Buffer.concat([tableId, Buffer.of(0, 0, 2, 0, changelogWidth, 0b11), row])));
}
