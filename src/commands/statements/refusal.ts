import { type HomeDatabase, tablesElsewhere } from '../../lint/home-database.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import { ident, tableName } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, labelOf, placeOf } from './file-statement.ts';

/** Why a statement may not be run until a person allows it. */
export function notAllowed(
  statement: FileStatement,
  settings: Settings,
  home: HomeDatabase | null,
): GhostshipError | null {
  return (
    otherDatabase(statement, home) ??
    dropsTable(statement, settings) ??
    renamesTable(statement, settings) ??
    changesRows(statement, settings)
  );
}

function otherDatabase(statement: FileStatement, home: HomeDatabase | null): GhostshipError | null {
  const [table] = home === null ? [] : tablesElsewhere(statement.parsed, home);
  if (home === null || table === undefined) return null;
  const label = labelOf(table.schema, table.name, home.name);
  return new GhostshipError(
    'statement-not-allowed',
    `${placeOf(statement)} names ${label}, and the database of target is ${home.name}.`,
    {
      hint: `If ${table.schema} is meant, name it in the option databases. If not, take it out of the statement.`,
    },
  );
}

/** Lint rules for statements that the author of a file does not decide on: a comment silences the rule, and only the option `allow` lets it run. */
export const needsAllow: readonly string[] = ['drop-table', 'rename-table'];

function dropsTable({ parsed, file, line, table, label }: FileStatement, settings: Settings): GhostshipError | null {
  if (parsed.kind !== 'drop-table') return null;
  if (settings.valuesFor(file, table).allow.includes('drop-table')) return null;
  return new GhostshipError(
    'statement-not-allowed',
    `DROP TABLE ${label} (${placeOf({ file, line })}) was not allowed.`,
    {
      hint: `If nobody uses ${label} any more, allow it for this run: drop-table in the option allow. It is renamed first, not dropped.`,
    },
  );
}

/** Whoever allows it must know how code with the old name can go on. */
function renamesTable({ task, file, line }: FileStatement, settings: Settings): GhostshipError | null {
  if (task?.kind !== 'rename') return null;
  const { renames } = task;
  if (renames.every(({ from }) => settings.valuesFor(file, from.name).allow.includes('rename-table'))) return null;
  const text = renames.map(({ from, to }) => `${nameOf(from)} to ${nameOf(to)}`).join(', ');
  const views = renames.map(({ from, to }) => `CREATE VIEW ${quoted(from)} AS SELECT * FROM ${quoted(to)}`).join('; ');
  return new GhostshipError('statement-not-allowed', `Renaming ${text} (${placeOf({ file, line })}) was not allowed.`, {
    hint: `Code that uses the old name fails from that moment. If no code does, allow it for this run: rename-table in the option allow. If some does, a view can keep the old name; create it by other means right after the run: ${views}`,
  });
}

/** The author of a file does not decide it: the option counts as an input, as a flag, or in a config file that was reviewed. */
function changesRows({ task, file, line }: FileStatement, { values }: Settings): GhostshipError | null {
  if (task?.kind !== 'data' || values['data-statements'] === 'run') return null;
  return new GhostshipError(
    'statement-not-allowed',
    `${task.verb} (${placeOf({ file, line })}) changes rows, which was not allowed.`,
    {
      hint: 'If it may, give the option data-statements: run, as an input or flag, or in the config file of the branch that is merged into. It then runs in one transaction of its own.',
    },
  );
}

function nameOf({ schema, name }: TableReference): string {
  return labelOf(schema, name, null);
}

function quoted(table: TableReference): string {
  return (table.schema === null ? ident(table.name) : tableName({ schema: table.schema, name: table.name })).text;
}
