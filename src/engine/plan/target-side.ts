import { unknownTable } from '../../mysql/find-table.ts';
import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { isChangelog } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseUnwritable } from '../preflight/binlog.ts';
import { type Limits, refuseLimits } from '../preflight/load-limits.ts';
import { unknownHint } from '../preflight/original.ts';
import { missingPrivileges } from '../preflight/privileges.ts';
import { refuseAll } from '../preflight/refusals.ts';
import { refuseUses, type TableUse } from '../preflight/table-uses.ts';
import { refuseTarget } from '../preflight/target.ts';
import { tryPrivileges, tryTriggerRights } from '../preflight/try-privileges.ts';
import { refuseOtherYielded } from '../resume/kept-work.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { commentsOf, readComments, refuseWaitingRevert } from '../tables/ghost.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { madeByRun, refuseLeftovers } from '../tables/leftovers.ts';
import { refuseRunning } from '../tables/name-lock.ts';
import type { ClonePurpose, TableNames } from '../tables/table-names.ts';
import type { Standings } from './standings.ts';

/**
 * The server that will be migrated, for what only it can tell: what its user may do, what it logs, what migrates there now and
 * what earlier migrations left. It is asked the questions of a migration, by the functions that ask them there.
 */
export class TargetSide implements AsyncDisposable {
  readonly control: ControlConnection;
  /** Makes the table on which privileges are tried, outside the binlog where that is allowed. */
  readonly #trying: Session;
  /** `null` where these connections are those of the dry run. */
  readonly #own: AsyncDisposable | null;
  /** By the loads; the replicas are those of the run. */
  readonly #limits = new Map<string, Promise<void>>();
  readonly #begun: TableName[] = [];
  readonly #tried = new Map<string, Promise<GhostshipError | null>>();

  constructor(control: ControlConnection, trying: Session, own: AsyncDisposable | null) {
    this.control = control;
    this.#trying = trying;
    this.#own = own;
  }

  /** @throws GhostshipError `cannot-connect`, `access-denied` */
  static async open(target: Target, allow: readonly string[]): Promise<TargetSide> {
    const control = await openControlConnection(target, allow);
    try {
      const trying = await control.sessions.open('trying the privileges');
      await keepOutOfBinlog(trying, false);
      return new TargetSide(control, trying, control);
    } catch (error) {
      await control[Symbol.asyncDispose]();
      throw error;
    }
  }

  /**
   * What a migration refuses before it makes anything.
   *
   * @param statement `null` where the table is not altered first by this one
   * @param stage what earlier statements of the run leave; `null` where there are none
   * @throws GhostshipError as the migration does
   */
  async refuse(
    original: TableDefinition,
    names: TableNames,
    statement: string | null,
    stage: Standings | null,
  ): Promise<void> {
    const { session, server } = this.control;
    refuseTarget(server);
    await this.#refuseUnknown(original, stage);
    refuseAll(await missingPrivileges(session, original.table, server.flavor));
    await refuseRunning(session, original.table);
    const comments = await commentsOf(session, names);
    const isWaiting = isChangelog(comments.get(names.changelog));
    if (isWaiting) await refuseWaitingRevert(session, names);
    if (isWaiting && statement !== null) {
      await refuseOtherYielded(session, names, statement);
      this.#begun.push(original.table);
    }
    takeStage(comments, names, stage);
    refuseLeftovers(names, comments);
    refuseUnwritable(server);
    refuseAll([await this.#tryPrivileges(original.table, names.ownSchemas.length > 0)]);
  }

  /**
   * What every run refuses before its first statement.
   *
   * @param ledger where it keeps its notes
   * @throws GhostshipError `unsupported-server`, `missing-privileges`
   */
  async refuseRun(ledger: TableName): Promise<void> {
    const { session, server } = this.control;
    refuseTarget(server);
    refuseAll(await missingPrivileges(session, ledger));
  }

  /**
   * Limits that cannot be kept.
   *
   * @throws GhostshipError `usage`, `cannot-connect`, `access-denied`
   */
  async refuseLimits(options: Limits): Promise<void> {
    const { maxLoad, criticalLoad, lockBudgetMs } = options;
    const key = JSON.stringify([maxLoad, criticalLoad, lockBudgetMs]);
    const asked = this.#limits.get(key) ?? refuseLimits(this.control.session, options);
    this.#limits.set(key, asked);
    await asked;
  }

  /**
   * What is asked before a statement is looked at any closer.
   *
   * @param locked tables that the statement takes from everybody
   * @throws GhostshipError `missing-privileges`, `already-running`
   */
  async refuseUses(uses: readonly TableUse[], locked: readonly TableName[]): Promise<void> {
    const { session, server } = this.control;
    await refuseUses(session, server, uses);
    for (const table of locked) await refuseRunning(session, table);
  }

  /**
   * The triggers of a table, tried for want of the right to make them: the user of a replica is another one.
   *
   * @throws GhostshipError `missing-privileges`
   */
  async tryTriggers(original: TableDefinition): Promise<void> {
    await tryTriggerRights(this.#trying, original, this.#purpose);
  }

  /** Whether a statement of the plan has been begun on the table. */
  hasBegun({ schema, name }: TableName): boolean {
    return this.#begun.some((table) => table.schema === schema && table.name === name);
  }

  async has(table: TableName): Promise<boolean> {
    return (await readComments(this.control.session, [table])).size > 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#own?.[Symbol.asyncDispose]();
  }

  /** Where it must be logged it comes to the replica, and there the clones of this plan have the names of a plan. */
  get #purpose(): ClonePurpose {
    return this.#own === null ? 'plan' : 'migration';
  }

  /** The test replica may have what the target has not. */
  async #refuseUnknown({ table }: TableDefinition, stage: Standings | null): Promise<void> {
    if (this.#own === null || (stage !== null && stage.standingOf(table)?.source?.table.name !== table.name)) return;
    const { session } = this.control;
    if ((await readComments(session, [table])).size === 0) throw await unknownTable(session, table, unknownHint);
  }

  /** The same for all tables of a schema, unless one needs a schema of its own. */
  #tryPrivileges(table: TableName, apart: boolean): Promise<GhostshipError | null> {
    const key = JSON.stringify([table.schema, apart ? table.name : null]);
    const tried = this.#tried.get(key) ?? tryPrivileges(this.#trying, table, this.#purpose, apart);
    this.#tried.set(key, tried);
    return tried;
  }
}

/** An earlier statement of the run may have taken a name, or freed it. */
export function takeStage(comments: Map<TableName, string>, names: TableNames, stage: Standings | null): void {
  if (stage === null) return;
  for (const name of [names.ghost, names.changelog, names.retired]) {
    if (stage.isGone(name)) comments.delete(name);
    else if (stage.isTaken(name) && !comments.has(name)) comments.set(name, madeByRun);
  }
}

/** Why the target could not be asked, as a sentence. */
export function whyNotAsked(error: unknown): string {
  if (error instanceof GhostshipError) return error.message;
  throw error;
}
