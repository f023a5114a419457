import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from './column-map.ts';

/**
 * True where the server reads the clock for rows that are copied. ALTER TABLE is one statement with one NOW(); a copy is many, and
 * a row that is applied again would change.
 *
 * Not pinned everywhere: the binary log would show an old time for every statement, and replicas would seem to lag.
 */
export function readsClock(map: ColumnMap, ghost: TableDefinition): boolean {
  const fills = filledColumns(map, ghost).some(({ default: by }) => by?.kind === 'now' || by?.kind === 'expression');
  // A TIME becomes a date by taking today's.
  return fills || map.some(({ from, to }) => from.dataType === 'time' && dated.includes(to.dataType));
}

const dated: readonly string[] = ['date', 'datetime', 'timestamp', 'year'];

/** @throws GhostshipError `unsupported-statement` where a default gives another value at each call or connection */
export function refuseUnpinnable(map: ColumnMap, ghost: TableDefinition, table: string): void {
  for (const column of filledColumns(map, ghost)) {
    const called = column.default?.functions.find((name) => unpinnable.has(name.toUpperCase()));
    const reads = called === undefined ? readVariable(column, ghost) : `${called.toUpperCase()}()`;
    if (reads === null) continue;
    throw unfillable(column, table, `${reads}, which is not the same in every statement of a copy.`);
  }
}

/**
 * What MySQL refuses while it writes a binary log. Nothing is logged of a dry run, so the server is silent there.
 *
 * @throws GhostshipError `unsupported-statement`
 */
export function refuseUnloggable({ statement }: AlterStatement, table: string, flavor: Flavor): void {
  if (flavor !== 'mysql') return;
  for (const clause of statement.clauses) {
    if (clause.kind !== 'add-column') continue;
    const called = clause.column.default?.functions.find((name) => unloggable.has(name.toUpperCase()));
    if (called === undefined) continue;
    const why = 'may be another value on a replica: MySQL refuses that while it writes a binary log.';
    throw unfillable(clause.column, table, `${called.toUpperCase()}(), which ${why}`);
  }
}

function unfillable({ name }: ColumnDefinition, table: string, from: string): GhostshipError {
  return new GhostshipError('unsupported-statement', `Rows of ${table} would get ${name.text} from ${from}`, {
    hint: `Add ${name.text} as NULL without a default, fill it by UPDATE, and set the default in a second migration.`,
  });
}

/** Error 1674 of MySQL 9.7, tried with each function that a default may call. */
const unloggable: ReadonlySet<string> = new Set([
  'CURRENT_USER',
  'RAND',
  'RANDOM_BYTES',
  'SESSION_USER',
  'SYSDATE',
  'SYSTEM_USER',
  'USER',
  'UUID',
  'UUID_SHORT',
]);

/** What SET timestamp does not pin. */
const unpinnable: ReadonlySet<string> = new Set([
  'CONNECTION_ID',
  'FOUND_ROWS',
  'LAST_INSERT_ID',
  'LASTVAL',
  'NEXTVAL',
  'RAND',
  'RANDOM_BYTES',
  'ROW_COUNT',
  'SETVAL',
  'SYSDATE',
  'SYS_GUID',
  'UUID',
  'UUID_SHORT',
  'UUID_V4',
  'UUID_V7',
]);

/** The servers write variables with `@`, which a text may have in it as well. */
function readVariable(column: ColumnDefinition, ghost: TableDefinition): string | null {
  if (column.default === null) return null;
  const text = withoutTexts(ghost.createStatement.slice(column.default.start, column.end));
  return /@{1,2}[\w.`]+/u.exec(text)?.[0] ?? null;
}

/** An expression as the server writes it, without the texts in it. */
export function withoutTexts(expression: string): string {
  return expression.replace(/'(?:[^'\\]|\\.|'')*'/gsu, '');
}

/** The columns that the copy leaves to their defaults, or to what computes them. */
export function filledColumns(map: ColumnMap, ghost: TableDefinition): ColumnDefinition[] {
  const copied = new Set(map.map(({ to }) => to.name.toLowerCase()));
  const elements = readTable(ghost.createStatement)?.elements ?? [];
  return elements.flatMap((element) =>
    element.kind === 'add-column' && !copied.has(element.column.name.text.toLowerCase()) ? [element.column] : [],
  );
}
