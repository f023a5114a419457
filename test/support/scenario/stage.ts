import type mysql from 'mysql2/promise';
import { waitFor } from '../wait-for.ts';
import type { Arena } from './arena.ts';
import { type FinishedMigration, orderCutover, runMigration } from './migration.ts';
import { literal, quote } from './table-shape.ts';
import { isAnswer, type Writers } from './writers.ts';

const phaseWithinMs = 30_000;

/** What a play has to work with. */
export interface Stage {
  readonly arena: Arena;
  /** Starts the migration and resolves when it has ended. */
  migrate(): Promise<void>;
  /** Starts the migration and does something over and over until it has ended. */
  migrateDuring(action: () => Promise<void>): Promise<void>;
  /** Resolves when the ghost table has rows, or the migration has ended. */
  untilCopying(): Promise<void>;
  /** Resolves when there is a ghost table, or the migration has ended. */
  untilPrepared(): Promise<void>;
  /** Resolves when the writers have committed so many transactions more, or the migration has ended. */
  untilWritten(transactions: number): Promise<void>;
  /** For a migration with a gate: lets it go through, unless it has ended. */
  cutOver(): Promise<void>;
  /** Runs each statement in both databases. Statements name the table without a database. */
  both(session: mysql.Connection, ...statements: readonly string[]): Promise<void>;
  /** The same in one transaction, which is tried again where a lock of another is in its way, and undone if it fails. */
  transaction(session: mysql.Connection, ...statements: readonly string[]): Promise<void>;
  /** A transaction that may fail by what others have written; then nothing of it is left. */
  attempt(session: mysql.Connection, ...statements: readonly string[]): Promise<void>;
}

export interface PlayedStage extends Stage, AsyncDisposable {
  /** Of the migration the play has run. @throws Error where it has run none */
  readonly finished: FinishedMigration;
}

/** Disposing it ends a migration that a broken play has left running. */
export function openStage(arena: Arena, writers: Writers): PlayedStage {
  const { original, control, scenario } = arena;
  const abandon = new AbortController();
  let running: Promise<FinishedMigration> | null = null;
  let finished: FinishedMigration | null = null;

  const until = async (what: string, condition: () => boolean | Promise<boolean>): Promise<void> => {
    await waitFor(() => finished !== null || condition(), { timeoutMs: phaseWithinMs, what, everyMs: 5 });
  };
  const both: Stage['both'] = async (session, ...statements) => {
    for (const statement of statements) {
      for (const database of [original.name, control.name]) {
        await session.query(`USE ${database}`);
        await session.query(statement);
      }
    }
  };
  const migrate = async (): Promise<void> => {
    const args = ['--alter', scenario.alter, ...usualArguments, ...scenario.arguments];
    running = runMigration(original.url, args, abandon.signal);
    finished = await running;
  };
  return {
    arena,
    migrate,
    both,
    async migrateDuring(action) {
      let isOver = false;
      // One that fails ends as well: the action would be repeated for ever.
      const migration = migrate().finally(() => {
        isOver = true;
      });
      migration.catch(() => {});
      while (!isOver) await action();
      await migration;
    },
    untilCopying: () => until('the first rows in the ghost table', async () => (await ghostRows(arena)) > 0),
    untilPrepared: () => until('a ghost table', async () => (await findGhost(arena)) !== null),
    async untilWritten(transactions) {
      const enough = writers.committed + transactions;
      await until('the writers', () => writers.committed >= enough);
    },
    async cutOver() {
      if (finished === null) await orderCutover(original.url, scenario.table);
    },
    async transaction(session, ...statements) {
      for (;;) {
        try {
          await session.query('BEGIN');
          await both(session, ...statements);
          await session.query('COMMIT');
          return;
        } catch (error) {
          if (!isAnswer(error)) throw error;
          await session.query('ROLLBACK');
          if (!isLockConflict(error)) throw error;
        }
      }
    },
    async attempt(session, ...statements) {
      await this.transaction(session, ...statements).catch((error: unknown) => {
        if (!isAnswer(error)) throw error;
      });
    },
    get finished() {
      if (finished === null) throw new Error('The play has run no migration.');
      return finished;
    },
    async [Symbol.asyncDispose]() {
      abandon.abort();
      await running;
    },
  };
}

/** The copy is what is tested, whatever the server could do by itself. */
const usualArguments = ['--algorithm', 'copy'];

/** Quoted, with its schema; it may have one of its own. */
async function findGhost({ original, scenario }: Arena): Promise<string | null> {
  const [found] = await original.query(
    `SELECT TABLE_SCHEMA AS owner, TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA LIKE '${original.name}%' AND TABLE_NAME = ${literal(`${scenario.table}_gho`)}`,
  );
  return found === undefined ? null : `${quote(found.owner)}.${quote(found.name)}`;
}

/** No more than one is counted. */
async function ghostRows(arena: Arena): Promise<number> {
  const ghost = await findGhost(arena);
  if (ghost === null) return 0;
  // It may be gone by now.
  const rows = await arena.original.query(`SELECT 1 FROM ${ghost} LIMIT 1`).catch(() => []);
  return rows.length;
}

function isLockConflict(error: unknown): boolean {
  return ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'].includes(String((error as { code?: unknown }).code));
}
