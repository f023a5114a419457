import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedByNobody } from '../../engine/plan/named-by.ts';
import { nothingDestroyed } from '../../engine/plan/statement-facts.ts';
import { noConfig } from '../options/config.ts';
import { readSettings } from '../options/settings.ts';
import type { PlannedStatement } from './planned-statement.ts';
import { planDigest } from './promise.ts';

const planned: Extract<PlannedStatement, { kind: 'planned' }> = {
  kind: 'planned',
  file: 'migrations/1.sql',
  line: 1,
  statement: 'ALTER TABLE t ADD b INT',
  table: 't',
  algorithm: 'copy',
  reason: 'It must be.',
  rows: 1000,
  dataBytes: 1,
  indexBytes: 1,
  before: 'CREATE TABLE `t` (`a` int) ENGINE=InnoDB AUTO_INCREMENT=7',
  after: 'CREATE TABLE `t` (`a` int, `b` int) ENGINE=InnoDB',
  migrationKey: { name: 'PRIMARY', columns: ['a'], reason: 'the primary key' },
  deferral: null,
  warnings: [],
  wayBack: null,
  hazards: [],
  namedBy: namedByNobody,
  estimate: null,
  facts: {
    asked: { host: 'db', port: 3306, flavor: 'mysql', version: '9.7.0', role: 'primary', notChecked: null },
    destroyed: nothingDestroyed,
    space: null,
    unmeasured: null,
    use: null,
  },
};

const settings = readSettings({}, noConfig);
const digestOf = (statements: readonly PlannedStatement[]): string | null => planDigest(statements, settings);

const applied: PlannedStatement = {
  kind: 'applied',
  file: null,
  line: 1,
  statement: 'x',
  table: 't',
  finished: 'then',
  isReverted: false,
};

test('estimates and counters are no part of what is promised', () => {
  const later = { ...planned, rows: 2000, dataBytes: 5, before: planned.before.replace('=7', '=8') };
  assert.equal(digestOf([planned, applied]), digestOf([later]));
});

test('everything that matters is part of it', () => {
  const others: Partial<typeof planned>[] = [
    { statement: 'ALTER TABLE t ADD b BIGINT' },
    { algorithm: 'instant' },
    { before: planned.before.replace('int', 'bigint') },
    { after: planned.after.replace('`b`', '`c`') },
    { migrationKey: null },
  ];
  const digests = others.map((other) => digestOf([{ ...planned, ...other }]));
  const retired = planDigest([planned], readSettings({ retired: 'keep 7d' }, noConfig));
  assert.equal(new Set([digestOf([planned]), retired, ...digests]).size, others.length + 2);
});

test('a statement without a plan leaves the whole without a digest', () => {
  const { file, line, statement, table } = planned;
  assert.equal(digestOf([planned, { kind: 'unplanned', file, line, statement, table, why: null }]), null);
});

test('what other pull requests have brought is promised by them', () => {
  assert.equal(digestOf([{ ...planned, statement: 'x', alsoPending: true }, planned]), digestOf([planned]));
});
