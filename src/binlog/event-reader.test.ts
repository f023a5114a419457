import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binlogEvent, compressions, ignorable, payloadBody } from '../../test/support/binlog-event.ts';
import { nameCaseOf } from '../mysql/name-case.ts';
import { changelogKey, changelogWidth } from '../sql/changelog.ts';
import { GhostshipError } from '../support/errors.ts';
import { EventReader } from './event-reader.ts';
import { eventTypes } from './event-types.ts';
import { wireTypes } from './table-map.ts';
import type { Watched } from './watched.ts';

/** Of every number an event can have. A new one comes in here with the reason for its place. */
const read = [2, 18, 19, 23, 24, 25, 26, 30, 31, 32, 38, 39, 40, 162, 165, 166, 167, 168, 169, 170, 171];
const harmless = [3, 4, 5, 9, 11, 13, 14, 15, 16, 17, 27, 29, 33, 34, 35, 36, 37, 41, 42, 160, 161, 163, 164];

const ways: Readonly<Record<string, (event: Buffer) => Buffer>> = {
  'by itself': (event) => event,
  'in a compressed transaction': (event) =>
    binlogEvent(eventTypes.transactionPayload, payloadBody(compressions.none, event)),
};

for (const [way, wrapped] of Object.entries(ways)) {
  test(`an event of any type is read, harmless, or stops the run, ${way}`, () => {
    for (let type = 0; type <= 255; type++) {
      assert.equal(fateOf(wrapped(binlogEvent(type))), expected(type, 'stops'), `type ${type}`);
      const passable = binlogEvent(type, Buffer.of(), ignorable);
      assert.equal(fateOf(wrapped(passable)), expected(type, 'passes'), `type ${type}, ignorable`);
    }
  });
}

test('an event that stops the run is named where its name is known', () => {
  assert.throws(() => reader().readEvent(binlogEvent(172)), /of type 172 \(PARTIAL_ROW_DATA\)/u);
  assert.throws(() => reader().readEvent(binlogEvent(99)), /of type 99, /u);
});

test('an event that is cut off stops the run', () => {
  assert.throws(() => reader().readEvent(binlogEvent(3).subarray(0, 12)), { code: 'stream-broken' });
  const badText = Buffer.concat([Buffer.alloc(8 + 1 + 2 + 2 + 1), Buffer.from([0x81, 9, 1, 2, 3])]);
  assert.throws(() => reader().readEvent(binlogEvent(eventTypes.compressedQuery, badText)), { code: 'stream-broken' });
});

test('LOAD DATA that is logged as a statement is read like any statement', () => {
  for (const [statement, message] of [
    [load('TABLE `t` FIELDS TERMINATED BY ","'), /changes t with binlog_format=STATEMENT or MIXED/u],
    [load('TABLE `shop`.`t`', { schema: 'elsewhere' }), /changes t with/u],
    [load('TABLE "t"', { sqlMode: modes.ansiQuotes }), /changes t with/u],
    [load('TABLE `t_gho`'), /changes t_gho with/u],
    [load('TABLE `t`', { file: String.raw`what\'s new`, sqlMode: modes.noBackslashEscapes }), /changes t with/u],
    [load('TABLE `t`', { nameEnd: 900 }), /cannot be read/u],
  ] as const) {
    assert.throws(() => reader().readEvent(statement), message);
  }
  for (const statement of [
    load('TABLE `others`', { file: '/tmp/t' }),
    load('TABLE `others` (t_id, @n)'),
    load('TABLE `t`', { schema: 'elsewhere' }),
    load('TABLE `elsewhere`.`t`'),
  ]) {
    reader().readEvent(statement);
  }
});

test('rows with more columns than the table has are told with the functional keys that may explain it', () => {
  const map = (columns: number): Buffer => {
    const head = Buffer.concat([Buffer.alloc(8), Buffer.from('\x04shop\0\x01t\0')]);
    const types = Buffer.alloc(columns, wireTypes.long);
    return binlogEvent(eventTypes.tableMap, Buffer.concat([head, Buffer.of(columns), types, Buffer.of(0, 0)]));
  };
  const hidden = { code: 'stream-broken', message: /have 4 columns .* has 3.*functional keys \(by_sum\)/u };
  assert.throws(() => reader('t', ['by_sum']).readEvent(map(4)), hidden);
  reader('t', ['by_sum']).readEvent(map(3));
  const altered = { code: 'original-changed', message: /it has \d columns now, and had 3/u };
  assert.throws(() => reader('t', ['by_sum']).readEvent(map(2)), altered);
  assert.throws(() => reader().readEvent(map(4)), altered);
});

test('a statement is read in the character set that the event names, wherever it stands among the variables', () => {
  const charset = (id: number) => [4, id, 0, id, 0, id, 0];
  const before = {
    mode: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    catalog: [6, 3, 0x73, 0x74, 0x64],
    auto: [3, 2, 0, 1, 0],
  };
  for (const variables of [
    charset(latin1),
    [...before.mode, ...charset(latin1)],
    [...before.mode, ...before.catalog, ...before.auto, ...charset(latin1)],
    [2, 3, 0x73, 0x74, 0x64, 0, ...charset(latin1), 5, 1, 0x55],
  ]) {
    const event = query(variables, Buffer.from('UPDATE caf\u00e9 SET a = 1', 'latin1'));
    assert.throws(() => reader('café').readEvent(event), /changes café with binlog_format=STATEMENT or MIXED/u);
    reader('cafe').readEvent(event);
  }
});

test('a statement that cannot be read stops the run where it may change rows of the table', () => {
  const unread = (text: string): Buffer => query([4, 250, 0, 250, 0, 250, 0], Buffer.from(text, 'latin1'));
  const refusal = /in an unknown character set that cannot be read/u;
  for (const text of [
    "UPDATE orders SET a = '\u00e9'",
    "UPDATE a_view SET a = '\u00e9'",
    'ALTER TABLE orders ADD \u00e9 INT',
  ])
    assert.throws(() => reader('orders').readEvent(unread(text)), refusal, text);
  reader('customers').readEvent(unread('ALTER TABLE orders ADD \u00e9 INT'));
});

test('what a revert takes back is watched under each of its names, whatever others rename', () => {
  const said = (text: string): Buffer => query([4, latin1, 0, latin1, 0, latin1, 0], Buffer.from(text));
  const own = (text: string): Buffer => said(`RENAME TABLE ${text} /* by Ghostship */`);
  const swap = own('`shop`.`t` TO `shop`.`t_del`, `shop`.`t_gho` TO `shop`.`t`');
  const taken = [swap, own('`shop`.`t_del` TO `shop`.`t_gho`'), own('`else`.`t_del` TO `else`.`t_gho`')];
  for (const [before, changed, other] of [
    [[swap], 't_del', 't_gho'],
    [taken, 't_gho', 't_del'],
    [[...taken, own('`shop`.`t_gho` TO `shop`.`t_del`')], 't_del', 't_gho'],
  ] as const) {
    const revert = reader('t', [], { startsBeforeSwap: true, retired: { schema: 'shop', name: 't_del' } });
    for (const event of before) revert.readEvent(event);
    revert.readEvent(said(`ALTER TABLE ${other} ADD a INT`));
    assert.throws(() => revert.readEvent(said(`ALTER TABLE ${changed} ADD a INT`)), { code: 'original-changed' });
  }
});

const latin1 = 8;
const charsets = new Map([[latin1, 'latin1']]);

function query(variables: readonly number[], text: Buffer): Buffer {
  const lengths = Buffer.alloc(8 + 1 + 2 + 2);
  lengths[8] = 'shop'.length;
  lengths.writeUInt16LE(variables.length, 11);
  return binlogEvent(eventTypes.query, Buffer.concat([lengths, Buffer.from(variables), Buffer.from('shop\0'), text]));
}

type Fate = 'read' | 'passes' | 'stops';

function expected(type: number, unknown: Fate): Fate {
  if (read.includes(type)) return 'read';
  return harmless.includes(type) ? 'passes' : unknown;
}

/** An event that is read must complain, for it has no body. */
function fateOf(event: Buffer): Fate {
  try {
    reader().readEvent(event);
    return 'passes';
  } catch (error) {
    assert.ok(error instanceof GhostshipError && error.code === 'stream-broken', String(error));
    if (error.message.includes('which Ghostship does not read')) return 'stops';
    assert.match(error.message, /cannot be read|has a gap/u);
    return 'read';
  }
}

function reader(original = 't', functionalKeys: readonly string[] = [], more: Partial<Watched> = {}): EventReader {
  const table = (name: string) => ({ schema: 'shop', name });
  return new EventReader(
    {
      original: { table: table(original), key: changelogKey, width: 3, functionalKeys },
      changelog: { table: table('t_ghc'), key: changelogKey, width: changelogWidth },
      ghost: table(`${original}_gho`),
      nameCase: nameCaseOf(0),
      marksAfter: 0,
      preparedBefore: 'ended',
      isUnlogged: false,
      ...more,
    },
    charsets,
    {
      onChange: () => {},
      onGone: () => {},
      onHeartbeat: () => {},
      onForeignWrite: () => {},
      onXaCommit: () => {},
      onSwap: () => {},
      onMade: () => {},
      onUnnamed: () => {},
    },
  );
}

const modes = { ansiQuotes: 1 << 2, noBackslashEscapes: 1 << 20 } as const;

interface Loading {
  readonly file: string;
  readonly schema: string;
  readonly sqlMode: number;
  /** Where the event says that the file is no longer named. */
  readonly nameEnd: number;
}

/** As servers write it: with the place where the file is named, which a replica replaces. */
function load(into: string, given: Partial<Loading> = {}): Buffer {
  const { file = 'rows.csv', schema = 'shop', sqlMode = 0 } = given;
  const head = 'LOAD DATA';
  const name = ` INFILE '${file}' INTO`;
  const variables = Buffer.alloc(5 + 9);
  variables[5] = 1;
  variables.writeUInt32LE(sqlMode, 6);
  const lengths = Buffer.alloc(8 + 1 + 2 + 2);
  lengths[8] = schema.length;
  lengths.writeUInt16LE(variables.length, 11);
  const loading = Buffer.alloc(4 + 4 + 4 + 1);
  loading.writeUInt32LE(head.length, 4);
  loading.writeUInt32LE(given.nameEnd ?? head.length + name.length, 8);
  const text = Buffer.from(`${schema}\0${head}${name} ${into}`);
  return binlogEvent(eventTypes.executeLoadQuery, Buffer.concat([lengths, loading, variables, text]));
}
