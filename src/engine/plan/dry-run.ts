import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import { type KnownKeys, readKnownKeys } from '../../mysql/known-keys.ts';
import { hasReplicas } from '../../mysql/replication.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import type { MigrateOptions } from '../request.ts';
import { type CheapWay, waysFor } from '../tables/alter-clone.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { whyNoInstantColumns, whyNoRowVersions } from '../tables/instant-columns.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { Sessions } from '../tables/sessions.ts';
import { estimateCopy, limitSample, timeRename } from './estimate.ts';
import { judgeReplication } from './judge-replication.ts';
import type { AskedServer } from './statement-facts.ts';
import type { Estimate } from './statement-plan.ts';
import { StoredBodies } from './stored-bodies.ts';
import { TargetSide, whyNotAsked } from './target-side.ts';

/** Where dry runs happen. */
export interface DryRunPlace {
  readonly target: Target;
  /** Without a replica they happen on the target. */
  readonly replica: Target | null;
}

/**
 * What all statements of one plan share: sessions that are opened once, and what is asked once because the answer holds for all
 * of them.
 */
export class DryRun implements AsyncDisposable {
  readonly place: DryRunPlace;
  readonly control: ControlConnection;
  /** Of ours, with checks and outside the binlog: it makes clones. */
  readonly asking: Session;
  /** Bodies of views and the like. */
  readonly bodies: StoredBodies;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #copySessions: Sessions[] = [];
  readonly #allow: readonly string[];
  readonly #statements: number;
  #side: TargetSide | null = null;

  private constructor(
    place: DryRunPlace,
    control: ControlConnection,
    asking: Session,
    allow: readonly string[],
    statements: number,
  ) {
    this.#allow = allow;
    this.place = place;
    this.control = control;
    this.asking = asking;
    this.#statements = statements;
    this.bodies = new StoredBodies(control.session, control.server);
  }

  /**
   * @param statements how many there are in the plan
   * @throws GhostshipError `cannot-connect`, `access-denied`, `missing-privileges`
   */
  static async open(place: DryRunPlace, allow: readonly string[], statements = 1): Promise<DryRun> {
    const control = await openControlConnection(place.replica ?? place.target, allow);
    try {
      const asking = await control.sessions.openWithChecks('the dry run');
      await keepOutOfBinlog(asking, place.replica !== null);
      return new DryRun(place, control, asking, allow, statements);
    } catch (error) {
      await control[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The server on which it happens. */
  get asked(): Target {
    return this.place.replica ?? this.place.target;
  }

  get isOnReplica(): boolean {
    return this.place.replica !== null;
  }

  /** Who alters the clones; see `Sessions.openAsGiven`. */
  altering(): Promise<Session> {
    return this.#once('altering', async () => {
      const session = await this.control.sessions.openAsGiven('trying the statement', 'with checks');
      await keepOutOfBinlog(session, this.isOnReplica);
      return session;
    });
  }

  /** Who writes rows into clones, and takes them back. */
  writing(): Promise<Session> {
    return this.#once('writing', async () => {
      const session = await this.control.sessions.open('trying rows');
      await keepOutOfBinlog(session, this.isOnReplica);
      return session;
    });
  }

  /** The table as it is. */
  async look(table: TableName): Promise<TableDefinition | null> {
    return await inspectTable(this.control.session, table, await this.#knownKeys());
  }

  /** Whether the target has replicas. If the test replica is a replica, it is one of the target's. */
  hasReplicas(): Promise<boolean> {
    const { facts } = this.control.server;
    return this.#once(
      'replicas',
      async () => (await hasReplicas(this.asking)) || (this.isOnReplica && isReplica(facts)),
    );
  }

  /** The target, or, where that is another server and cannot be asked, why not, as a sentence. */
  target(): Promise<TargetSide | string> {
    return this.#once('target', async () => {
      const { target, replica } = this.place;
      if (replica === null) return new TargetSide(this.control, this.asking, null);
      if (replica === target) return 'No target is given.';
      try {
        this.#side = await TargetSide.open(target, this.#allow);
        return this.#side;
      } catch (error) {
        return whyNotAsked(error);
      }
    });
  }

  /** What is tried on a clone of the table before a copy: the clone has all row versions before it. */
  async waysFor(
    original: TableDefinition,
    alter: AlterStatement,
    options: Pick<MigrateOptions, 'algorithm'>,
  ): Promise<readonly CheapWay[]> {
    const notInstant = options.algorithm === 'auto' ? await this.whyNotInstant(original, alter) : null;
    return waysFor(options).filter((way) => notInstant === null || way !== 'instant');
  }

  /** Of columns, on the server that will be migrated: its replica may have made its table in another way. */
  whyNotInstant(
    original: Pick<TableDefinition, 'table' | 'columns' | 'createStatement' | 'source'>,
    alter: AlterStatement,
  ): Promise<string | null> {
    const { schema, name } = original.table;
    return this.#once(JSON.stringify(['instant', schema, name, original.createStatement, alter.text]), async () => {
      const target = await this.target();
      const control = typeof target === 'string' ? this.control : target.control;
      return whyNoInstantColumns(control.server, alter) ?? (await whyNoRowVersions(control, original, alter));
    });
  }

  /** The server that is asked, for people. */
  async describe(): Promise<AskedServer> {
    const { host, port } = this.asked;
    const { facts } = this.control.server;
    const target = await this.target();
    return {
      host,
      port,
      flavor: facts.flavor,
      version: facts.version,
      role:
        facts.sources === null ? (this.isOnReplica ? 'replica' : 'primary') : isReplica(facts) ? 'replica' : 'primary',
      notChecked: typeof target === 'string' ? target : null,
    };
  }

  /** Where the tables of the test replica may be older than those of the target; what is said once is not said again. */
  async warnOfReplication(): Promise<string[]> {
    if (!this.isOnReplica || this.#answers.has('replication')) return [];
    return await this.#once('replication', () => judgeReplication(this.control.session, this.control.server.flavor));
  }

  /** What a copy would cost; `null` where there is no replica to measure on, because the target must not do this work. */
  async estimate(work: CopyPlan, original: TableDefinition): Promise<Estimate | null> {
    if (!this.isOnReplica) return null;
    const session = await this.#copySession(work.settings);
    const measureRename = (): Promise<number> => this.#once('rename', () => timeRename(session, work.names.ghost));
    const { flavor } = this.control.server;
    return await estimateCopy(session, work, original, { limit: limitSample(this.#statements), flavor, measureRename });
  }

  /** Whether {@link estimate} copies rows of the table into the clone. */
  samples(original: TableDefinition): boolean {
    return this.isOnReplica && original.rowsEstimated >= limitSample(this.#statements).minTableRows;
  }

  #copySession(settings: CopyPlan['settings']): Promise<Session> {
    return this.#once(JSON.stringify(['copy', settings]), async () => {
      const sessions = new Sessions(this.asked, settings, { naming: this.control.sessions.naming });
      this.#copySessions.push(sessions);
      const session = await sessions.open('measuring a sample');
      await keepOutOfBinlog(session, true);
      return session;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using _control = this.control;
    await using _side = this.#side;
    for (const sessions of this.#copySessions) await sessions[Symbol.asyncDispose]();
  }

  /** One look at all foreign keys costs a server as much as one look for those that lead to one table. */
  #knownKeys(): Promise<KnownKeys> {
    return this.#once('keys', () => readKnownKeys(this.control.session));
  }

  #once<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = (this.#answers.get(question) as Promise<Answer> | undefined) ?? ask();
    this.#answers.set(question, answer);
    return answer;
  }
}

/** Who may not ask is taken to be on one. */
function isReplica({ sources }: ServerFacts): boolean {
  return sources === null || sources.length > 0;
}
