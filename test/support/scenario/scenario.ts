import type { ErrorCode } from '../../../src/support/errors.ts';
import type { ServerOptions } from '../servers/index.ts';
import type { Stage } from './stage.ts';

/** One table, one statement, and what must come of it, on one flavor of server. */
export interface Scenario {
  readonly name: string;
  /** `t` but for those that are about names. Not quoted. */
  readonly table: string;
  /** SQL that makes and fills the table; the temporary table `numbers` (n from 1 to `rows`) is there to fill it from. */
  readonly create: string;
  /** The statement. */
  readonly alter: string;
  readonly verdict: Verdict;
  readonly rows: number;
  /**
   * Sessions that change the table all the while. They find rows by the column `n` and leave alone those where it
   * is NULL, so that a table without the column needs 0 writers.
   */
  readonly writers: number;
  /**
   * True where a write means something else after the statement, such as where two names are swapped: then writers end
   * with the first transaction that finds the altered table.
   */
  readonly writersEndAtSwap: boolean;
  /** SET statements for the sessions that make the table and those that write to it. */
  readonly session: readonly string[];
  /** SET statements for the session that runs the server's own ALTER. */
  readonly alterSession: readonly string[];
  /** Columns that hold no value twice though no index says so; writers keep them so. */
  readonly keptUnique: readonly string[];
  /** Flags of the migration beside the usual ones. */
  readonly arguments: readonly string[];
  /** Columns whose values no two runs share, such as a new one that defaults to the current time. */
  readonly ignoredColumns: readonly string[];
  /** Settings of a server of its own, and none where runs of others must not see its log; `null` for the shared one. */
  readonly serverOptions: ServerOptions | null;
  /** How a migration that completes goes about it. */
  readonly algorithm: 'copy' | 'direct';
  /** What happens beside the writers, and when. Starts the migration. */
  readonly play: Play;
}

export type Play = (stage: Stage) => Promise<void>;

export type Verdict =
  /** The server's own ALTER accepts the statement, and the migration must give the same table. */
  | { readonly kind: 'completed' }
  /** The migration must fail with one of these codes and leave no trace. */
  | { readonly kind: 'refused'; readonly codes: readonly ErrorCode[]; readonly serverAccepts: boolean }
  /** Whatever the server's own ALTER says, which is not known beforehand. */
  | { readonly kind: 'as-the-server' };

/** A scenario in which everything not given is as usual. */
export function scenarioOf(given: Pick<Scenario, 'name' | 'create' | 'alter'> & Partial<Scenario>): Scenario {
  return {
    verdict: { kind: 'completed' },
    table: 't',
    rows: 2_400,
    writers: 3,
    writersEndAtSwap: false,
    session: [],
    alterSession: [],
    keptUnique: [],
    arguments: [],
    ignoredColumns: [],
    serverOptions: null,
    algorithm: 'copy',
    play: (stage) => stage.migrate(),
    ...given,
  };
}
