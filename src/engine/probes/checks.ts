import { sameName } from '../../mysql/inspect-table.ts';
import { violates } from '../../sql/probe-conditions.ts';
import { countRowsWhere } from '../../sql/probes.ts';
import { changesType } from '../mapping/type-families.ts';
import { alteredRows } from './altered-rows.ts';
import { mentions, parseTable } from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/** Finds rows that violate a CHECK constraint. It looks at those that are new, newly enforced, or see other values than before. */
export function probeChecks(alter: ProbedAlter): Probe[] {
  const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
  return after.checks
    .filter((check) => !(isEnforcedAlready(before.checks, check.expression) && seesSameValues(check.expression, alter)))
    .map(({ name, expression }): Probe => {
      const columns = alter.altered.columns
        .map((column) => column.name)
        .filter((column) => mentions(expression, column));
      const rows = alteredRows(alter, after, columns);
      return {
        kind: 'check-violated',
        columns,
        key: name,
        statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, violates(expression)),
        fault: `the CHECK constraint ${name} is violated`,
        because: 'the altered table enforces it',
        hint: ofNewColumns(columns, alter) ?? 'Correct these rows first, or change the constraint.',
      };
    });
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

/** A check gives the same answer as before where its columns are neither renamed nor converted. */
function seesSameValues(expression: string, { altered, map }: ProbedAlter): boolean {
  return altered.columns
    .filter(({ name }) => mentions(expression, name))
    .every(({ name }) =>
      map.some(
        (column) =>
          column.to.name === name &&
          sameName(column.from.name, name) &&
          !changesType(column) &&
          column.from.collation === column.to.collation,
      ),
    );
}
