import { readCreateStatement } from '../../mysql/inspect-table.ts';
import { readTableId } from '../../mysql/read-table-id.ts';
import type { Flavor, Server } from '../../mysql/server.ts';
import { deniedHint, isDenied, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { alterTable } from '../../sql/ghost.ts';
import { showWarnings, type TableName } from '../../sql/inspect.ts';
import { type AlterStatement, bodyWith } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';
import { whyNoInstantColumns } from './instant-columns.ts';
import { movesTo, untriable } from './only-the-clone.ts';
import { hintFor } from './zero-dates.ts';

/** The cheapest way the server knows to carry out a statement, found by trying. */
export interface CloneAltered {
  readonly way: 'instant' | 'inplace' | 'copy';
  /** In place, but every row is written anew. `true` also where the server does not let us see. */
  readonly rebuilds: boolean;
  /** The server's own reason for refusing cheaper ways; `null` where it gave none. */
  readonly refusal: string | null;
  readonly warnings: readonly string[];
}

/** Who does it: two sessions, because the statement may be written for a mode that ours are not. */
export interface CloneSessions {
  /** Of ours. */
  readonly asking: Session;
  /** See `Sessions.openAsGiven`. */
  readonly altering: Session;
}

export type CheapWay = 'instant' | 'inplace';

/** The cheapest first. */
export const cheapWays: readonly CheapWay[] = ['instant', 'inplace'];

/** What is tried before a copy. */
export function waysFor({ algorithm }: Pick<MigrateOptions, 'algorithm'>): readonly CheapWay[] {
  return algorithm === 'auto' ? cheapWays : [];
}

/**
 * The statement with what forces the server to go a way, or to refuse. MySQL takes no LOCK with INSTANT. MariaDB takes INSTANT also for
 * PARTITION BY, REMOVE PARTITIONING and ORDER BY, and then copies the table while writers wait; with LOCK=NONE it refuses these
 * (measured: 10.11). It refuses DISABLE KEYS too, which does nothing to a table of InnoDB.
 */
export function bodyBy(way: CheapWay, alter: AlterStatement, flavor: Flavor): string {
  if (way === 'inplace') return bodyWith(alter, 'ALGORITHM=INPLACE, LOCK=NONE');
  const asksForLock = flavor === 'mariadb' && alter.statement.clauses.some(({ kind }) => kind !== 'keys');
  return bodyWith(alter, asksForLock ? 'ALGORITHM=INSTANT, LOCK=NONE' : 'ALGORITHM=INSTANT');
}

/**
 * Alters an empty clone, trying the cheap ways first; a way that is refused, for whatever reason, leaves the clone as it was,
 * and the next is tried. Only a clone may be asked like this: on the real table a way that is possible is carried out.
 *
 * @throws GhostshipError `invalid-statement` with the server's words, `unsupported-statement` for another engine
 */
export async function alterClone(
  { asking, altering: session }: CloneSessions,
  clone: TableName,
  original: TableName,
  alter: AlterStatement,
  server: Pick<Server, 'flavor' | 'version'>,
  ways: readonly CheapWay[],
): Promise<CloneAltered> {
  const { flavor } = server;
  const reaches = untriable(alter);
  if (reaches !== null) throw reaches;
  const notInstant = whyNoInstantColumns(server, alter);
  let refusal = notInstant;
  for (const way of ways.filter((cheap) => notInstant === null || cheap !== 'instant')) {
    // The server looks through all its tables for an id, so it is asked only where the answer counts.
    const idBefore = way === 'instant' ? '' : await readTableId(asking, clone, flavor);
    try {
      await session.run(alterTable(clone, bodyBy(way, alter, flavor)));
      const warnings = await readWarnings(session);
      await refuseEngine(asking, clone);
      const isSame = way === 'instant' || (idBefore !== '' && idBefore === (await readTableId(asking, clone, flavor)));
      return { way, rebuilds: !isSame, refusal, warnings };
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      refusal = error.message;
    }
  }
  try {
    // Without a word the server would do it instantly where it can.
    await session.run(alterTable(clone, notInstant === null ? alter.body : bodyWith(alter, 'ALGORITHM=COPY')));
    const warnings = await readWarnings(session);
    await refuseEngine(asking, clone);
    return { way: 'copy', rebuilds: true, refusal, warnings };
  } catch (error) {
    throw invalid(error, original, alter.body);
  }
}

/** MariaDB calls it instant, and then copies while writers wait. */
async function refuseEngine(session: Session, clone: TableName): Promise<void> {
  const engine = /^\).* ENGINE=(\w+)/mu.exec(await readCreateStatement(session, clone))?.[1] ?? 'InnoDB';
  if (engine.toLowerCase() !== 'innodb') throw movesTo(engine);
}

async function readWarnings(session: Session): Promise<string[]> {
  const rows = await session.rows(showWarnings);
  return rows.map((row) => session.naming.inTheirNames(String(row.Message)));
}

function invalid(error: unknown, original: TableName, body: string): unknown {
  if (!(error instanceof ServerError)) return error;
  const denied = isDenied(error);
  return new GhostshipError(
    denied ? 'missing-privileges' : 'invalid-statement',
    `The server refuses the statement on ${original.name}: ${error.message}`,
    { hint: denied ? deniedHint : hintFor(error, 'Correct the statement.', body), cause: error },
  );
}
