import { noConfig } from '../../src/commands/options/config.ts';
import { readSettings } from '../../src/commands/options/settings.ts';
import type { PlanReport } from '../../src/commands/plan/plan-report.ts';
import type { PlannedStatement } from '../../src/commands/plan/planned-statement.ts';
import { namedByNobody } from '../../src/engine/plan/named-by.ts';
import { nothingDestroyed } from '../../src/engine/plan/statement-facts.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { commentPage } from '../../src/report/fit.ts';
import { type PlanContext, planMarkdown } from '../../src/report/plan-markdown.ts';

export const planned: Extract<PlannedStatement, { kind: 'planned' }> = {
  kind: 'planned',
  file: 'migrations/1 names.sql',
  line: 3,
  statement: 'ALTER TABLE users\n  MODIFY name VARCHAR(300)',
  table: 'users',
  algorithm: 'copy',
  reason: 'The rows are copied while writers go on. The server itself would block them.',
  rows: 2_800_000,
  dataBytes: 1024 ** 3,
  indexBytes: 0,
  before: 'CREATE TABLE `users` (\n  `name` varchar(50)\n)',
  after: 'CREATE TABLE `users` (\n  `name` varchar(300)\n)',
  migrationKey: { name: 'PRIMARY', columns: ['id'], reason: 'the primary key' },
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

export const finding: Finding = {
  rule: 'drop-column',
  severity: 'error',
  file: 'migrations/1 names.sql',
  statement: 1,
  table: 'users',
  start: { line: 4, column: 3 },
  end: { line: 4, column: 9 },
  title: 'Drops users.note',
  message: '`users.note` is dropped, says @octocat.',
  why: 'Its data cannot be brought back.',
  fix: null,
  source: 'text',
  evidence: null,
  suggestion: null,
};

export const report: PlanReport = {
  version: '1.2.3',
  digest: 'f'.repeat(64),
  database: 'root@db.internal:3306/shop',
  server: null,
  problem: null,
  onlyChanged: null,
  rulesLeftOut: [],
  deleted: [],
  leftOut: [],
  statements: [planned],
  findings: [],
  accepted: [],
  suppressed: [],
};

export const links = {
  run: 'https://example.test/run',
  file: (path: string, line: number, lastLine?: number) =>
    `https://example.test/${path}#L${line}${lastLine === undefined || lastLine === line ? '' : `-L${lastLine}`}`,
};

export function render(
  changes: Partial<PlanReport>,
  page = commentPage,
  remarks: string[] = [],
  merge: Partial<PlanContext> = {},
): string {
  const context: PlanContext = {
    links,
    commit: '0123456789abcdef',
    remarks,
    obstacle: null,
    migratesOnMerge: true,
    needsApproval: false,
    asked: 'replica',
    termsFor: (file, table) => readSettings({}, noConfig).valuesFor(file, table),
    ...merge,
  };
  return planMarkdown({ ...report, ...changes }, context, page).replaceAll('\u00A0', ' ');
}
