import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planned, report } from '../../../test/support/plan-example.ts';
import type { Algorithm } from '../../engine/outcome.ts';
import { noConfig } from '../options/config.ts';
import { readSettings } from '../options/settings.ts';
import { type PlanRecord, readRecord, recordOf, writeRecord } from '../plan/plan-record.ts';
import { brokenPromises } from './broken-promises.ts';
import type { TableNow } from './table-now.ts';

const settings = readSettings({}, noConfig);
const server = 'mysql 9.7.0';

const recordFor = (algorithm: Algorithm): PlanRecord =>
  recordOf({ ...report, server, statements: [{ ...planned, algorithm }] }, settings);

async function changes(
  record: PlanRecord,
  now: Partial<typeof planned>,
  isBegun = false,
  table: TableNow = { kind: 'unknown' },
): Promise<string> {
  const broken = await brokenPromises({
    planned: [{ ...planned, ...now }],
    server,
    settings,
    recordOf: () => record,
    isBegun: () => isBegun,
    lookUp: async () => table,
  });
  return [...broken.values()].map(({ message }) => message).join('\n');
}

const algorithms: readonly Algorithm[] = ['copy', 'direct', 'inplace', 'instant'];
/** What hangs on the number of rows alone, and is the server's either way. */
const alike = ['direct, inplace'];

describe('the way in which a statement is carried out binds', () => {
  for (const from of algorithms)
    for (const to of algorithms)
      test(`${from}, ${to}`, async () => {
        const found = await changes(recordFor(from), { algorithm: to });
        if (from === to || alike.includes(`${from}, ${to}`)) assert.equal(found, '');
        else assert.match(found, new RegExp(`How: ${from}, now ${to}\\.`, 'u'));
        assert.equal(/no gate, and no old table/u.test(found), from === 'copy' && to !== 'copy');
      });
});

test('a record of an earlier version does not tell a copy from what the server alters in one piece', async () => {
  const { statements, ...rest } = recordFor('copy');
  const old = { ...rest, statements: statements.map(({ ways: _ways, ...one }) => ({ ...one, way: 'copy' })) };
  const read = readRecord(writeRecord(old as unknown as PlanRecord, 100_000) ?? '');
  assert.ok(read !== null);
  assert.equal(await changes(read, { algorithm: 'direct' }), '');
  assert.equal(await changes(read, { algorithm: 'copy' }), '');
  assert.match(await changes(read, { algorithm: 'instant' }), /How: copy, now instant/u);
});

test('what was begun is held against its options', async () => {
  const record = recordFor('copy');
  const { statements } = record;
  const moved = {
    ...record,
    statements: statements.map((one) => ({ ...one, options: { ...one.options, verify: 'off' } })),
  };
  assert.equal(await changes(record, { algorithm: 'direct', before: 'another' }, true), '');
  assert.match(
    await changes(moved, {}, true),
    /was begun[\s\S]*its copy is kept, and waits\.[\s\S]*Option verify: off, now/iu,
  );
});

test('what was begun as a copy is held against its table: as it was shown before, or after', async () => {
  const record = recordFor('copy');
  const [promised] = record.statements;
  const on = (definition: string, of = record): Promise<string> => changes(of, {}, true, { kind: 'there', definition });
  assert.equal(await on(promised?.definitions?.before ?? ''), '');
  assert.equal(await on(promised?.definitions?.after ?? ''), '');
  assert.match(
    await on('CREATE TABLE `another` (\n  `id` int\n)'),
    /somebody has altered its table since[\s\S]*The table before it/u,
  );
  assert.equal(await on('another', recordFor('instant')), '');
});
