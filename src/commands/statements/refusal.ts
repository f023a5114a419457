import { type HomeDatabase, tablesElsewhere } from '../../lint/home-database.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, labelOf, placeOf } from './file-statement.ts';

/** Why a statement may not be run until a person allows it. */
export function notAllowed(
  statement: FileStatement,
  settings: Settings,
  home: HomeDatabase | null,
): GhostshipError | null {
  return otherDatabase(statement, home) ?? dropsTable(statement, settings);
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
