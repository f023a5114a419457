import { completedColumns, shownCharacters } from './completed-columns.ts';
import { laterColumns } from './later-columns.ts';
import { join, type Sql, sql, tableName } from './sql.ts';

export const ledgerTable = 'ghostship_migrations';

/** A statement as it is written down before it is run. */
export interface QueuedMigration {
  readonly id: string;
  /** `null` for a statement that came from no file. */
  readonly file: string | null;
  /** Its place in the file, from 1, and how many there are. */
  readonly ordinal: number;
  readonly statementCount: number;
  readonly statement: string;
  /** SHA-256, hexadecimal. */
  readonly statementDigest: string;
  readonly table: string;
  readonly commit: string | null;
  readonly pullRequest: number | null;
  readonly actor: string | null;
  readonly runUrl: string | null;
  readonly planDigest: string | null;
  /** Who approved its pull request, names with commas between them. */
  readonly reviewers: string | null;
}

/** `utf8mb4_bin`: paths and names that differ in case alone are different files. */
export function createLedger(schema: string): Sql {
  return sql`CREATE TABLE IF NOT EXISTS ${ledger(schema)} (
    id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    file VARCHAR(700),
    ordinal INT UNSIGNED NOT NULL,
    statement_count INT UNSIGNED NOT NULL,
    statement MEDIUMTEXT NOT NULL,
    statement_digest CHAR(64) CHARACTER SET ascii NOT NULL,
    table_name VARCHAR(129) NOT NULL,
    commit_sha VARCHAR(64),
    pull_request INT UNSIGNED,
    actor VARCHAR(255),
    run_url VARCHAR(1024),
    plan_digest CHAR(64) CHARACTER SET ascii,
    namespace ${laterColumns.namespace},
    reviewers ${laterColumns.reviewers},
    sent ${laterColumns.sent},
    untold ${laterColumns.untold},
    gone_at ${laterColumns.gone_at},
    state VARCHAR(32) NOT NULL,
    queued_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    started_at TIMESTAMP(3) NULL,
    live_at TIMESTAMP(3) NULL,
    cutover_at TIMESTAMP(3) NULL,
    finished_at TIMESTAMP(3) NULL,
    cutover_position TEXT,
    outcome MEDIUMTEXT,
    KEY file_ordinal (file, ordinal)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC
    COMMENT=${ledgerComment}`;
}

const ledgerComment = 'Ghostship: what was applied to this database, when, from where';
const ofEnvironment = '; environment: ';

/** Whose the ledger is, from now on. */
export function describeLedger(schema: string, environment: string): Sql {
  return sql`ALTER TABLE ${ledger(schema)} COMMENT = ${ledgerComment + ofEnvironment + environment}`;
}

/** What {@link describeLedger} has written down; `null` where nobody has. */
export function environmentIn(comment: string): string | null {
  return comment.split(ofEnvironment)[1] ?? null;
}

/** `comment` of a table; no row where it is not there. */
export function selectTableComment(schema: string, table: string): Sql {
  return sql`SELECT table_comment AS comment FROM information_schema.tables
    WHERE table_schema = ${schema} AND table_name = ${table}`;
}

/**
 * One row for every statement of a file that was completed, or was and is reverted; the newest where one was completed twice.
 *
 * @param namespace `null` where the ledger has none yet
 * @param knowsGone whether the ledger has a column for files that are gone
 */
export function selectCompleted(schema: string, namespace: string | null, knowsGone: boolean): Sql {
  return sql`SELECT ${completedColumns}, ${knowsGone ? sql`UNIX_TIMESTAMP(gone_at)` : sql`NULL`} AS gone_since FROM ${ledger(schema)}
    WHERE state IN ('completed', 'reverted') AND file IS NOT NULL ${within(namespace)}
    ORDER BY COALESCE(finished_at, live_at), queued_at`;
}

/** Statements of files whose rows do not say that they are done. */
export function selectUnended(schema: string, namespace: string | null): Sql {
  return sql`SELECT file, ordinal, statement_count, statement_digest, id, LEFT(statement, ${shownCharacters}) AS statement,
      IF(started_at IS NULL, NULL, state) AS ended_as, UNIX_TIMESTAMP(finished_at) AS finished, pull_request, run_url,
      JSON_UNQUOTE(JSON_EXTRACT(outcome, '$.error.message')) AS why
    FROM ${ledger(schema)} WHERE state NOT IN ('queued', 'completed', 'reverted') AND file IS NOT NULL ${within(namespace)}
    ORDER BY queued_at`;
}

function within(namespace: string | null): Sql {
  return namespace === null ? sql`` : sql`AND namespace = ${namespace}`;
}

const rowColumns = sql`id, file, ordinal, statement_count, statement, statement_digest, table_name, commit_sha, pull_request,
      actor, run_url, plan_digest, reviewers, namespace`;

function rowValues(row: QueuedMigration, namespace: string): Sql {
  return sql`${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, ${row.reviewers},
      ${namespace}`;
}

export function insertQueued(schema: string, row: QueuedMigration, namespace: string): Sql {
  const hasAudience = row.file !== null && row.runUrl !== null;
  return sql`INSERT INTO ${ledger(schema)} (${rowColumns}, untold, state)
    VALUES (${rowValues(row, namespace)}, ${hasAudience ? sql`TRUE` : sql`NULL`}, 'queued')`;
}

/** A statement that was carried out by other means: completed, and never started. */
export function insertCompleted(schema: string, row: QueuedMigration, namespace: string): Sql {
  return sql`INSERT INTO ${ledger(schema)} (${rowColumns}, state, finished_at)
    VALUES (${rowValues(row, namespace)}, 'completed', CURRENT_TIMESTAMP(3))`;
}

/** An applied file that has another path from now on. */
export function moveFile(schema: string, from: string, to: string, namespace: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET file = ${to}, gone_at = NULL
    WHERE file = ${from} AND namespace = ${namespace}`;
}

/** An applied file that a run does not find any more, or finds again. */
export function markGone(schema: string, file: string, namespace: string, isGone: boolean): Sql {
  return sql`UPDATE ${ledger(schema)} SET gone_at = ${isGone ? sql`COALESCE(gone_at, CURRENT_TIMESTAMP(3))` : sql`NULL`}
    WHERE file = ${file} AND namespace = ${namespace}`;
}

/** A sign of life; the first one is the start, the first one at the cutover its time. */
export function advanceMigration(schema: string, id: string, state: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = ${state}, live_at = CURRENT_TIMESTAMP(3),
      started_at = COALESCE(started_at, CURRENT_TIMESTAMP(3)),
      cutover_at = IF(${state} = 'cutting_over', COALESCE(cutover_at, CURRENT_TIMESTAMP(3)), cutover_at)
    WHERE id = ${id} AND finished_at IS NULL`;
}

/**
 * What was completed stays so: a statement that changes rows notes that itself, in its transaction, and whoever lost the connection
 * meanwhile does not know it. It may be over before its start was noted.
 *
 * @param outcome JSON
 * @param wayBack JSON; `null` where no retired table is kept
 */
export function finishMigration(
  schema: string,
  id: string,
  state: string,
  outcome: string,
  wayBack: string | null = null,
): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome},
      cutover_position = COALESCE(${wayBack}, cutover_position), live_at = CURRENT_TIMESTAMP(3),
      started_at = IF(${state} IN ('completed', 'reverted'), COALESCE(started_at, queued_at), started_at),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND (state <> 'completed' OR ${state} = 'completed')`;
}

/** The retired table of a migration is in its place again. */
export function markReverted(schema: string, id: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = 'reverted' WHERE id = ${id} AND state = 'completed'`;
}

/** What has changed tables, newest first; `way_back` is what a revert must know, or NULL. */
export function selectChanges(schema: string): Sql {
  return sql`SELECT id, file, ordinal, commit_sha, statement, table_name, state, outcome, cutover_position AS way_back, pull_request, run_url
    FROM ${ledger(schema)} WHERE state IN ('completed', 'reverted') AND outcome IS NOT NULL ORDER BY finished_at DESC, queued_at DESC`;
}

export function countMigrations(schema: string): Sql {
  return sql`SELECT COUNT(*) AS migrations FROM ${ledger(schema)}`;
}

export function closeMigration(schema: string, id: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = 'yielded', finished_at = COALESCE(live_at, CURRENT_TIMESTAMP(3))
    WHERE id = ${id} AND finished_at IS NULL`;
}

/**
 * Ends runs that have given no sign of life for so long that their process is gone. What was completed stays so.
 *
 * @param kept ids of those that somebody may go on with
 */
export function closeSilent(schema: string, kept: readonly string[], silentMs: number): Sql {
  const others = kept.length === 0 ? sql`` : sql` AND id NOT IN (${join(kept.map((id) => sql`${id}`))})`;
  return sql`UPDATE ${ledger(schema)} SET state = IF(state = 'completed', state, 'failed'), finished_at = live_at
    WHERE finished_at IS NULL AND started_at IS NOT NULL
      AND live_at < CURRENT_TIMESTAMP(3) - INTERVAL ${silentMs * 1_000} MICROSECOND${others}`;
}

/** Nobody will go on with it. What has ended for good stays as it is. */
export function giveUpMigration(schema: string, id: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND state <> 'completed' AND (finished_at IS NULL OR state = 'yielded')`;
}

/** Every run of a statement of a file, locked: whoever holds them is the only one to run it. */
export function lockStatement(schema: string, file: string, ordinal: number, namespace: string): Sql {
  return sql`SELECT id, state, statement_digest FROM ${ledger(schema)}
    WHERE file = ${file} AND ordinal = ${ordinal} AND namespace = ${namespace} FOR UPDATE`;
}

export function selectState(schema: string, id: string): Sql {
  return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id}`;
}

export function selectEnd(schema: string, id: string): Sql {
  return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id} AND finished_at IS NOT NULL`;
}

/** Never started, or begun and come to nothing: nobody goes on with it, or the next run begins it. */
export function leaveMigration(schema: string, id: string, state: 'aborted' | 'yielded'): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = ${state}, started_at = NULL, finished_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND finished_at IS NULL`;
}

/** A statement that was begun and has come to nothing is the next run's, as one that was not begun. */
export function putOffMigration(schema: string, id: string): Sql {
  return sql`UPDATE ${ledger(schema)} SET state = 'yielded', started_at = NULL, finished_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND finished_at IS NULL`;
}

/** What waits behind a run that nobody goes on with. */
export function giveUpBehind(schema: string, id: string): Sql {
  return sql`UPDATE ${ledger(schema)} AS behind JOIN ${ledger(schema)} AS given_up ON given_up.id = ${id}
    SET behind.state = 'aborted' WHERE behind.state = 'yielded' AND behind.started_at IS NULL
      AND behind.run_url <=> given_up.run_url AND behind.queued_at >= given_up.queued_at`;
}

/**
 * Statements of files that have not got their turn, in their order, where no later run has taken them up: `yielded` where the run
 * could say so, `queued` where it waits or has died.
 */
export function selectNotBegun(schema: string, hasNamespaces: boolean): Sql {
  const namespace = hasNamespaces ? sql`namespace` : sql`''`;
  const isSameNamespace = hasNamespaces ? sql`AND later.namespace = waiting.namespace` : sql``;
  return sql`SELECT ${namespace} AS namespace, id, file, statement, table_name, state, commit_sha, pull_request, actor, run_url, outcome,
      TIMESTAMPDIFF(MICROSECOND, COALESCE(finished_at, queued_at), CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms
    FROM ${ledger(schema)} AS waiting
    WHERE state IN ('yielded', 'queued') AND started_at IS NULL AND file IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM ${ledger(schema)} AS later WHERE later.file = waiting.file AND later.ordinal = waiting.ordinal
        AND later.queued_at > waiting.queued_at ${isSameNamespace})
    ORDER BY queued_at, file, ordinal`;
}

/** Statements of runs that have an address, newest first. */
export function selectAddressed(schema: string, limit: number, hasNamespaces: boolean): Sql {
  const namespace = hasNamespaces ? sql`namespace` : sql`''`;
  return sql`SELECT ${namespace} AS namespace, id, file, ordinal, statement_digest, state, run_url, commit_sha, pull_request
    FROM ${ledger(schema)} WHERE run_url IS NOT NULL ORDER BY queued_at DESC LIMIT ${limit}`;
}

/** A statement that another run is at work with is not this run's. */
export function withdrawMigration(schema: string, id: string): Sql {
  return sql`DELETE FROM ${ledger(schema)} WHERE id = ${id} AND state NOT IN ('completed', 'reverted')`;
}

/** Retired tables that migrations have left behind, as their outcomes name them. */
export function selectOutcomes(schema: string): Sql {
  return sql`SELECT id, table_name, outcome,
      TIMESTAMPDIFF(MICROSECOND, COALESCE(finished_at, live_at), CURRENT_TIMESTAMP(3)) DIV 1000 AS age_ms, state,
      pull_request, cutover_position AS way_back FROM ${ledger(schema)}
    WHERE state IN ('completed', 'reverted') AND outcome IS NOT NULL ORDER BY finished_at`;
}

/**
 * What was started, newest first; times in seconds since 1970.
 *
 * @param hasNamespaces whether the ledger has any yet
 */
export function selectRuns(schema: string, limit: number, hasNamespaces: boolean): Sql {
  const namespace = hasNamespaces ? sql`namespace` : sql`''`;
  return sql`SELECT ${namespace} AS namespace, id, file, statement, table_name, state, commit_sha, pull_request, actor, run_url, outcome,
      UNIX_TIMESTAMP(started_at) AS started, UNIX_TIMESTAMP(finished_at) AS finished,
      TIMESTAMPDIFF(MICROSECOND, live_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms,
      TIMESTAMPDIFF(MICROSECOND, started_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS age_ms
    FROM ${ledger(schema)} WHERE started_at IS NOT NULL ORDER BY started_at DESC, queued_at DESC LIMIT ${limit}`;
}

export function selectLabels(schema: string): Sql {
  return sql`SELECT DISTINCT table_name FROM ${ledger(schema)} WHERE table_name LIKE '%.%'`;
}

function ledger(schema: string): Sql {
  return tableName({ schema, name: ledgerTable });
}

export function countOthers(schema: string, ids: readonly string[]): Sql {
  return sql`SELECT COUNT(*) AS others FROM ${ledger(schema)} WHERE id NOT IN (${join(ids.map((id) => sql`${id}`))})`;
}
