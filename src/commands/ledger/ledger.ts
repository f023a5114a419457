import type { Outcome } from '../../engine/outcome.ts';
import { missingPrivileges } from '../../engine/preflight/privileges.ts';
import { refuseTargetOf } from '../../engine/preflight/target.ts';
import type { WayBack } from '../../engine/way-back.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Row, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { setLockWait } from '../../sql/cutover.ts';
import { commit, startTransaction } from '../../sql/data.ts';
import { dropTable } from '../../sql/ghost.ts';
import { selectExisting } from '../../sql/inspect.ts';
import {
  advanceMigration,
  closeMigration,
  closeSilent,
  countMigrations,
  countOthers,
  createLedger,
  finishMigration,
  giveUpBehind,
  giveUpMigration,
  insertCompleted,
  insertQueued,
  leaveMigration,
  ledgerTable,
  markGone,
  markReverted,
  moveFile,
  type QueuedMigration,
  selectChanges,
  selectCompleted,
  selectEnd,
  selectLabels,
  selectOutcomes,
  selectRuns,
  withdrawMigration,
} from '../../sql/ledger.ts';
import type { Sql } from '../../sql/sql.ts';
import { noteOutcome } from '../../sql/unsaid-ends.ts';
import { type CompletedStatement, readCompleted } from './completed-statement.ts';
import { type Ending, type LedgerRun, readRun, textOrNull } from './ledger-run.ts';
import type { RetiredTable } from './retired-table.ts';
import { hasLaterColumn, upgradeLedger } from './upgrade-ledger.ts';

/** A statement that has changed a table. */
export interface LedgerChange {
  readonly id: string;
  readonly file: string | null;
  /** Its place in the file. */
  readonly ordinal: number;
  readonly commit: string | null;
  readonly statement: string;
  readonly table: string;
  /** Of a migration: that it was reverted. Of a revert: that it was done. */
  readonly isReverted: boolean;
  readonly outcome: Outcome;
  readonly wayBack: WayBack | null;
  readonly pullRequest: number | null;
  readonly runUrl: string | null;
}

/** Much longer than a run is silent that has lost the server for a while. */
const silentForMs = 5 * 60_000;

/** Of all tables, so that those of one migration are among them. */
const mostRunsOfOne = 100;

const plainly: Ending = { wayBack: null, reverts: null };

/**
 * The table `ghostship_migrations` in the target database: who applied what, when, from which commit. Each
 * note has a connection of its own: hours may pass between two notes, and a lost connection must not lose one.
 */
export class Ledger {
  readonly #target: Target;
  readonly #namespace: string;

  /** @param namespace tells the files of one repository from those of others on the same database */
  constructor(target: Target, namespace = '') {
    this.#target = target;
    this.#namespace = namespace;
  }

  /**
   * Makes the table where it is not there yet.
   * @returns whether it was not
   * @throws GhostshipError before anything is made: `unsupported-server`, `missing-privileges` with all of them at once
   */
  async create(): Promise<boolean> {
    await using session = await this.#connect();
    await refuseTargetOf(session);
    const schema = this.#target.database;
    const [missing] = await missingPrivileges(session, { schema, name: ledgerTable });
    if (missing !== undefined) throw missing;
    const existing = await session.rows(selectExisting(schema, [ledgerTable]));
    // Even where it makes nothing, the statement stands in the binlog, and whoever goes on with a copy must ask what it has to do with it.
    await (existing.length === 0 ? session.run(createLedger(schema)) : upgradeLedger(session, schema));
    return existing.length === 0;
  }

  /** Drops the table again, unless others have written to it. A run that changed nothing leaves nothing behind. */
  async remove(ids: readonly string[]): Promise<void> {
    await using session = await this.#connect();
    const schema = this.#target.database;
    const [row] = await session.rows(countOthers(schema, ids));
    if (Number(row?.others) === 0) await session.run(dropTable({ schema, name: ledgerTable }));
  }

  /** Of this namespace; empty where no migration was ever run. */
  async completed(): Promise<CompletedStatement[]> {
    await using session = await this.#connect('reading the ledger');
    const hasNamespaces = await hasLaterColumn(session, this.#target.database, 'namespace');
    // A ledger without namespaces is of those who name none.
    if (!hasNamespaces && this.#namespace !== '') return [];
    const namespace = hasNamespaces ? this.#namespace : null;
    const knowsGone = await hasLaterColumn(session, this.#target.database, 'gone_at');
    const rows = await this.#read(session, (schema) => selectCompleted(schema, namespace, knowsGone));
    return rows.map(readCompleted);
  }

  /** Tables that migrations have kept, oldest first; they may be gone by now. Of two with one name the newer one counts. */
  async retiredTables(): Promise<RetiredTable[]> {
    const newest = new Map<string, RetiredTable | null>();
    for (const row of await this.#rows(selectOutcomes)) {
      const { retired, state } = JSON.parse(String(row.outcome)) as Pick<Outcome, 'retired' | 'state'>;
      if (retired === null) continue;
      const table = String(row.table_name);
      const wayBack = wayBackIn(row);
      const [forMs, identity] = [wayBack?.retiredForMs ?? null, wayBack?.identities.retired ?? null];
      const pullRequest = row.pull_request === null ? null : Number(row.pull_request);
      const kept = { id: String(row.id), table, retired, ageMs: Number(row.age_ms ?? 0), forMs, identity };
      const found = { ...kept, isByRevert: state === 'reverted', pullRequest };
      newest.delete(`${table}\n${retired}`);
      // That of a migration that was reverted is in its place again.
      newest.set(`${table}\n${retired}`, state === row.state ? found : null);
    }
    return [...newest.values()].filter((one) => one !== null);
  }

  /**
   * Tables of another database than the target's that any run was about, each once. A name of its own may have a dot, too.
   *
   * @param session that is there already
   */
  async labels(session: Session): Promise<string[]> {
    return (await this.#read(session, selectLabels)).map((row) => String(row.table_name));
  }

  /** The runs that were started last, newest first. */
  async runs(limit: number): Promise<LedgerRun[]> {
    await using session = await this.#connect('reading the ledger');
    const hasNamespaces = await hasLaterColumn(session, this.#target.database, 'namespace');
    return (await this.#read(session, (schema) => selectRuns(schema, limit, hasNamespaces))).map(readRun);
  }

  /** As what a run has ended; `null` where it has not, or is not known. */
  async endOf(id: string): Promise<string | null> {
    const [row] = await this.#rows((schema) => selectEnd(schema, id));
    return row === undefined ? null : String(row.state);
  }

  async queue(migrations: readonly QueuedMigration[]): Promise<void> {
    await using session = await this.#connect();
    for (const migration of migrations)
      await session.run(insertQueued(this.#target.database, migration, this.#namespace));
  }

  /** Notes statements as completed that were carried out by other means: all of them, or none. */
  async markCompleted(migrations: readonly QueuedMigration[]): Promise<void> {
    await using session = await this.#connect();
    await session.run(startTransaction);
    for (const migration of migrations)
      await session.run(insertCompleted(this.#target.database, migration, this.#namespace));
    await session.run(commit);
  }

  /** A file that was applied under another path. */
  async move(from: string, to: string): Promise<void> {
    await this.#run((schema) => moveFile(schema, from, to, this.#namespace));
  }

  /** Files of statements that are completed: whether there is such a file. */
  async noteThere(files: readonly string[], isThere: boolean): Promise<void> {
    for (const file of files) await this.#run((schema) => markGone(schema, file, this.#namespace, !isThere));
  }

  async advance(id: string, state: Outcome['state']): Promise<void> {
    await this.#run((schema) => advanceMigration(schema, id, state));
  }

  async finish(id: string, outcome: Outcome, { wayBack, reverts }: Ending = plainly): Promise<void> {
    if (outcome.state === 'reverted' && reverts !== null) await this.markReverted(reverts);
    const kept = wayBack === null ? null : JSON.stringify(wayBack);
    await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome), kept));
  }

  /** Should its run die before it can finish it, the next one does. */
  async noteOutcome(id: string, outcome: Outcome, wayBack: WayBack | null): Promise<void> {
    const kept = wayBack === null ? null : JSON.stringify(wayBack);
    await this.#run((schema) => noteOutcome(schema, id, JSON.stringify(outcome), kept));
  }

  async markReverted(id: string): Promise<void> {
    await this.#run((schema) => markReverted(schema, id));
  }

  /** What has changed tables, newest first. */
  async changes(): Promise<LedgerChange[]> {
    return (await this.#rows(selectChanges)).map((row) => ({
      id: String(row.id),
      file: textOrNull(row.file),
      ordinal: Number(row.ordinal),
      commit: textOrNull(row.commit_sha),
      statement: String(row.statement),
      table: String(row.table_name),
      isReverted: row.state === 'reverted',
      outcome: JSON.parse(String(row.outcome)) as Outcome,
      wayBack: wayBackIn(row),
      pullRequest: row.pull_request === null ? null : Number(row.pull_request),
      runUrl: textOrNull(row.run_url),
    }));
  }

  /** How many rows it has. */
  async count(): Promise<number> {
    const [row] = await this.#rows(countMigrations);
    return Number(row?.migrations ?? 0);
  }

  /** For a run that could not say itself how it ended, and that another one goes on with. */
  async close(id: string): Promise<void> {
    await this.#run((schema) => closeMigration(schema, id));
  }

  /**
   * For runs that were killed and that nobody goes on with. A run that is alive after all writes its end all the same.
   *
   * @param kept ids of those that left something behind to go on with
   */
  async closeSilent(kept: readonly string[]): Promise<void> {
    await using session = await this.#connect();
    // Whoever looks at the status while a backup locks all tables does not wait for it.
    await session.run(setLockWait(1));
    await session.run(closeSilent(this.#target.database, kept, silentForMs));
  }

  /**
   * For a migration whose work is removed: its last run, and those before that had yielded.
   *
   * @param isOf whether a run is of that migration
   */
  async giveUp(isOf: (run: LedgerRun) => boolean): Promise<void> {
    const runs = (await this.runs(mostRunsOfOne)).filter(isOf);
    const ended = runs.findIndex(({ finishedAt, state }) => finishedAt !== null && state !== 'yielded');
    for (const { id } of ended < 0 ? runs : runs.slice(0, ended)) {
      await this.#run((schema) => giveUpMigration(schema, id));
      await this.#run((schema) => giveUpBehind(schema, id));
    }
  }

  /**
   * For statements that were queued and never started, or have come to nothing.
   *
   * @param how `yielded` where the next run begins them, `withdrawn` where they are not this run's
   */
  async leave(ids: readonly string[], how: 'aborted' | 'yielded' | 'withdrawn'): Promise<void> {
    if (ids.length === 0) return;
    await using session = await this.#connect();
    const schema = this.#target.database;
    for (const id of ids)
      await session.run(how === 'withdrawn' ? withdrawMigration(schema, id) : leaveMigration(schema, id, how));
  }

  async #run(statement: (schema: string) => Sql): Promise<void> {
    await using session = await this.#connect();
    await session.run(statement(this.#target.database));
  }

  async #rows(statement: (schema: string) => Sql): ReturnType<Session['rows']> {
    await using session = await this.#connect('reading the ledger');
    return await this.#read(session, statement);
  }

  async #read(session: Session, statement: (schema: string) => Sql): ReturnType<Session['rows']> {
    return (await readIfThere(session, statement(this.#target.database))) ?? [];
  }

  #connect(purpose = 'keeping the ledger'): Promise<Session> {
    return connect(this.#target, purpose);
  }
}

function wayBackIn(row: Row): WayBack | null {
  const text = textOrNull(row.way_back);
  return text === null ? null : (JSON.parse(text) as WayBack);
}
