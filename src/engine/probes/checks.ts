import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { violates } from '../../sql/probe-conditions.ts';
import { countRowsWhere } from '../../sql/probes.ts';
import { alteredRows, keepsValues } from './altered-rows.ts';
import { mentions, parseTable } from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/** Finds rows that violate a CHECK constraint. It looks at those that are new, newly enforced, or see other values than before. */
export function probeChecks(alter: ProbedAlter): Probe[] {
  const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
  return after.checks
    .map((check) => ({ ...check, columns: columnsIn(check.expression, alter) }))
    .filter(({ expression, columns }) => !(isEnforcedAlready(before.checks, expression) && keepsValues(columns, alter)))
    .map(({ name, expression, columns }): Probe => {
      const rows = alteredRows(alter, after, columns);
      return {
        columns,
        statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, violates(expression)),
        ...wordsFor(name, expression, columns, ofNewColumns(columns, alter)),
      };
    });
}

/** Whether the altered table enforces what the original does not. */
export function addsChecks(original: TableDefinition, altered: TableDefinition): boolean {
  const before = parseTable(original).checks;
  return parseTable(altered).checks.some(({ expression }) => !isEnforcedAlready(before, expression));
}

type Words = Pick<Probe, 'kind' | 'key' | 'fault' | 'because' | 'hint'>;

function wordsFor(name: string, expression: string, columns: readonly string[], hint: string | null): Words {
  return hint === null && asksForJson(expression, columns) ? noJson(columns) : violated(name, hint);
}

function violated(name: string, hint: string | null): Words {
  return {
    kind: 'check-violated',
    key: name,
    fault: `the CHECK constraint ${name} is violated`,
    because: 'the altered table enforces it',
    hint: hint ?? 'Correct these rows first, or change the constraint.',
  };
}

/** JSON of MariaDB is a text with this constraint, which it adds by itself. */
function asksForJson(expression: string, columns: readonly string[]): boolean {
  return columns.length === 1 && /^json_valid\(`[^`]+`\)$/iu.test(expression);
}

function noJson([column = '']: readonly string[]): Words {
  return {
    kind: 'not-convertible',
    key: null,
    fault: `${column} is no JSON`,
    because: `${column} becomes JSON`,
    hint: 'Correct these values first, or add a new column and fill it as they should be read.',
  };
}

function columnsIn(expression: string, { altered }: ProbedAlter): string[] {
  return altered.columns.map((column) => column.name).filter((column) => mentions(expression, column));
}

/** What only new columns violate, no row can mend. */
function ofNewColumns(columns: readonly string[], { added }: ProbedAlter): string | null {
  const own = added.filter(({ name }) => columns.includes(name));
  if (own.length === 0 || own.length < columns.length) return null;
  return `Give ${own.map(({ name }) => name).join(' and ')} a DEFAULT that the constraint allows, or make it NULL.`;
}

function isEnforcedAlready(checks: readonly { readonly expression: string }[], expression: string): boolean {
  return checks.some((check) => check.expression === expression);
}
