import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedByNobody } from '../../engine/plan/named-by.ts';
import { planDigest } from './plan-digest.ts';
import type { PlannedStatement } from './planned-statement.ts';

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
};

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
  assert.equal(planDigest([planned, applied]), planDigest([later]));
});

test('everything that matters is part of it', () => {
  const others: Partial<typeof planned>[] = [
    { statement: 'ALTER TABLE t ADD b BIGINT' },
    { algorithm: 'instant' },
    { before: planned.before.replace('int', 'bigint') },
    { after: planned.after.replace('`b`', '`c`') },
    { migrationKey: null },
  ];
  const digests = others.map((other) => planDigest([{ ...planned, ...other }]));
  assert.equal(new Set([planDigest([planned]), ...digests]).size, others.length + 1);
});

test('a statement without a plan leaves the whole without a digest', () => {
  const { file, line, statement, table } = planned;
  assert.equal(planDigest([planned, { kind: 'unplanned', file, line, statement, table, why: null }]), null);
});
