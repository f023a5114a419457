import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlanReport, planFailed } from '../commands/plan/plan-report.ts';
import { namedByNobody } from '../engine/plan/named-by.ts';
import { nothingDestroyed } from '../engine/plan/statement-facts.ts';
import type { Hazard } from '../engine/probes/hazard.ts';
import { annotationsOf } from './annotation.ts';
import { planText } from './plan-text.ts';
import { planVerdict } from './plan-verdict.ts';

const misfit: Hazard = {
  kind: 'null-in-not-null',
  columns: ['email'],
  key: null,
  count: 2,
  atLeast: false,
  sampleKeys: ['17', '23'],
  message: 'email is NULL in 2 rows, and email becomes NOT NULL.',
  hint: 'Give these rows a value first.',
};

const openQuestion: Hazard = { ...misfit, count: 'unknown', sampleKeys: [], message: 'It is not known.' };

test('rows that do not fit fail a plan, and their keys are told', () => {
  const report = reportWith(misfit);
  assert.equal(planFailed(report), true);
  assert.match(planVerdict(report).sentence, /^1\u00A0statement that rows of the table do not fit\./u);
  assert.match(planText(report), /→ error: email is NULL in 2 rows, and email becomes NOT NULL\. Keys: 17; 23\. Give/u);
  const [annotation] = annotationsOf(report);
  assert.deepEqual([annotation?.level, annotation?.startLine], ['failure', 3]);
  assert.equal(annotation?.title, 'Rows of users do not fit');
});

test('a question that stays open fails nothing', () => {
  const report = reportWith(openQuestion);
  assert.equal(planFailed(report), false);
  assert.match(planText(report), /→ warning: It is not known\. Give/u);
  assert.deepEqual(
    annotationsOf(report).map(({ level }) => level),
    ['warning'],
  );
});

function reportWith(hazard: Hazard): PlanReport {
  return {
    version: '1.2.3',
    digest: 'f'.repeat(64),
    database: null,
    server: null,
    problem: null,
    onlyChanged: null,
    rulesLeftOut: [],
    deleted: [],
    leftOut: [],
    statements: [
      {
        kind: 'planned',
        file: 'migrations/1.sql',
        line: 3,
        statement: 'ALTER TABLE users MODIFY email VARCHAR(50) NOT NULL',
        table: 'users',
        algorithm: 'copy',
        reason: 'The rows are copied while writers go on. The server itself would block them.',
        rows: 2,
        dataBytes: 16_384,
        indexBytes: 0,
        before: '',
        after: '',
        migrationKey: null,
        deferral: null,
        warnings: [],
        wayBack: null,
        namedBy: namedByNobody,
        estimate: null,
        facts: {
          asked: { host: 'db', port: 3306, flavor: 'mysql', version: '9.7.0', role: 'primary', notChecked: null },
          destroyed: nothingDestroyed,
          space: null,
          unmeasured: null,
          use: null,
        },
        hazards: [hazard],
      },
    ],
    findings: [],
    accepted: [],
    suppressed: [],
  };
}
