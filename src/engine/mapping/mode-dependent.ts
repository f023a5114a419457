import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { hasMode } from '../../sql/sql-mode.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from './column-map.ts';
import { filledColumns, withoutTexts } from './filled-columns.ts';

/**
 * Where the server's sql_mode gives values that a copy cannot give.
 * - PAD_CHAR_TO_FULL_LENGTH: the server's own ALTER reads each CHAR with the spaces behind it. Sessions of a copy must not: the
 *   keys that they read would not find their rows again.
 * - NO_UNSIGNED_SUBTRACTION: MariaDB computes under the mode of whoever opened the table first.
 *
 * @throws GhostshipError `unsupported-statement`
 */
export function refuseModeDependent(map: ColumnMap, ghost: TableDefinition, server: ServerKind): void {
  const found = findPadded(map, ghost, server) ?? findSubtracted(map, ghost, server);
  if (found === null) return;
  throw new GhostshipError(
    'unsupported-statement',
    `The server's sql_mode has ${found.mode}. A copy may give ${found.column} other values than the server would.`,
    { hint: `Take ${found.mode} out of the global sql_mode, then run this again.` },
  );
}

type ServerKind = Pick<Server, 'flavor' | 'sqlMode'>;

interface ModeDependent {
  readonly column: string;
  readonly mode: string;
}

function findPadded(map: ColumnMap, ghost: TableDefinition, { sqlMode }: ServerKind): ModeDependent | null {
  const mode = 'PAD_CHAR_TO_FULL_LENGTH';
  if (!hasMode(sqlMode, mode)) return null;
  const changed = map.find(({ from, to }) => from.dataType === 'char' && to.dataType !== 'char');
  if (changed !== undefined) return { column: changed.to.name, mode };
  const names = ghost.columns
    .filter(({ dataType }) => dataType === 'char')
    .map(({ name }) => `\`${name.replaceAll('`', '``')}\``.toLowerCase());
  const computed = computedColumns(map, ghost).find(({ by }) => names.some((name) => by.toLowerCase().includes(name)));
  return computed === undefined ? null : { column: computed.name, mode };
}

function findSubtracted(map: ColumnMap, ghost: TableDefinition, { flavor, sqlMode }: ServerKind): ModeDependent | null {
  const mode = 'NO_UNSIGNED_SUBTRACTION';
  if (flavor !== 'mariadb' || !hasMode(sqlMode, mode)) return null;
  const computed = computedColumns(map, ghost).find(({ by }) => by.includes('-'));
  return computed === undefined ? null : { column: computed.name, mode };
}

/** Columns of the ghost that the server computes from others, with what computes them; without the texts in it. */
function computedColumns(map: ColumnMap, ghost: TableDefinition): { readonly name: string; readonly by: string }[] {
  return filledColumns(map, ghost)
    .filter(({ generated, default: byDefault }) => generated !== null || byDefault?.kind === 'expression')
    .map(({ name, type, end }) => ({ name: name.text, by: withoutTexts(ghost.createStatement.slice(type.end, end)) }));
}
