import type { Server } from '../../mysql/server.ts';
import { isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { alterTable } from '../../sql/ghost.ts';
import { selectTableId, showWarnings, type TableName } from '../../sql/inspect.ts';
import { type AlterStatement, bodyWith } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { whyNoInstantColumns } from './instant-columns.ts';
import { inTheirNames } from './table-names.ts';

/** The cheapest way the server knows to carry out a statement, found by trying. */
export interface CloneAltered {
  readonly way: 'instant' | 'inplace' | 'copy';
  /** In place, but every row is written anew. `true` also where the server does not let us see. */
  readonly rebuilds: boolean;
  /** The server's own reason for refusing cheaper ways; `null` where it gave none. */
  readonly refusal: string | null;
  readonly warnings: readonly string[];
}

const ladder = [
  { way: 'instant', modifiers: 'ALGORITHM=INSTANT' },
  { way: 'inplace', modifiers: 'ALGORITHM=INPLACE, LOCK=NONE' },
] as const;
const withoutInstant = ladder.filter(({ way }) => way !== 'instant');

/** Who does it: two sessions, because the statement may be written for a mode that ours are not. */
export interface CloneSessions {
  /** Of ours. */
  readonly asking: Session;
  /** See `Sessions.openAsGiven`. */
  readonly altering: Session;
}

/**
 * Alters an empty clone, trying the cheap ways first; a way that is refused leaves the clone as it was. Only a clone may be
 * asked like this: on the real table a way that is possible is carried out.
 *
 * @throws GhostshipError `invalid-statement` with the server's words
 */
export async function alterClone(
  { asking, altering: session }: CloneSessions,
  clone: TableName,
  original: TableName,
  alter: AlterStatement,
  server: Pick<Server, 'flavor' | 'version'>,
  tryCheapWays: boolean,
): Promise<CloneAltered> {
  const { flavor } = server;
  const notInstant = whyNoInstantColumns(server, alter);
  const idBefore = await tableId(asking, clone, flavor);
  let refusal = notInstant;
  if (tryCheapWays) {
    for (const { way, modifiers } of notInstant === null ? ladder : withoutInstant) {
      try {
        await session.run(alterTable(clone, bodyWith(alter, modifiers)));
        const warnings = await readWarnings(session, clone, original);
        const idAfter = await tableId(asking, clone, flavor);
        return { way, rebuilds: idBefore === null || idBefore !== idAfter, refusal, warnings };
      } catch (error) {
        if (!isRefusal(error)) throw invalid(error, clone, original);
        refusal = inTheirNames(error.message, clone, original);
      }
    }
  }
  try {
    // Without a word the server would do it instantly where it can.
    await session.run(alterTable(clone, notInstant === null ? alter.body : bodyWith(alter, 'ALGORITHM=COPY')));
    return { way: 'copy', rebuilds: true, refusal, warnings: await readWarnings(session, clone, original) };
  } catch (error) {
    throw invalid(error, clone, original);
  }
}

/** The server can do it, but not this way. Commands on partitions do not take the clauses at all on MariaDB. */
export function isRefusal(error: unknown): error is ServerError {
  return isServerError(
    error,
    'ER_ALTER_OPERATION_NOT_SUPPORTED',
    'ER_ALTER_OPERATION_NOT_SUPPORTED_REASON',
    'ER_INNODB_MAX_ROW_VERSION',
    'ER_PARSE_ERROR',
  );
}

async function tableId(session: Session, table: TableName, flavor: 'mysql' | 'mariadb'): Promise<string | null> {
  const rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
  return rows[0] === undefined ? null : String(rows[0].id);
}

async function readWarnings(session: Session, clone: TableName, original: TableName): Promise<string[]> {
  const rows = await session.rows(showWarnings);
  return rows.map((row) => inTheirNames(String(row.Message), clone, original));
}

function invalid(error: unknown, clone: TableName, original: TableName): unknown {
  if (!(error instanceof ServerError)) return error;
  return new GhostshipError(
    'invalid-statement',
    `The server refuses the statement on ${original.name}: ${inTheirNames(error.message, clone, original)}`,
    {
      hint: 'Correct the statement.',
      cause: error,
    },
  );
}
