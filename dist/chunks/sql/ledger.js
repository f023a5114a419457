import { r as __name } from "../rolldown-runtime.js";
import { n as shownCharacters, t as completedColumns } from "./completed-columns.js";
import { n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/later-columns.ts
/** What ledgers of earlier versions lack. */
const laterColumns = {
	namespace: sql`VARCHAR(190) NOT NULL DEFAULT ''`,
	reviewers: sql`TEXT`,
	sent: sql`MEDIUMTEXT`,
	untold: sql`BOOLEAN`,
	gone_at: sql`TIMESTAMP(3) NULL`
};
function selectLaterColumns(ledger) {
	const names = Object.keys(laterColumns).map((name) => sql`${name}`);
	return sql`SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = ${ledger.schema} AND TABLE_NAME = ${ledger.name} AND COLUMN_NAME IN (${join(names)})`;
}
function addLaterColumn(ledger, name) {
	return sql`ALTER TABLE ${tableName(ledger)} ADD COLUMN ${ident(name)} ${laterColumns[name]}`;
}

// src/sql/ledger.ts
const ledgerTable = "ghostship_migrations";
/** `utf8mb4_bin`: paths and names that differ in case alone are different files. */
function createLedger(schema) {
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
const ledgerComment = "Ghostship: what was applied to this database, when, from where";
const ofEnvironment = "; environment: ";
/** Whose the ledger is, from now on. */
function describeLedger(schema, environment) {
	return sql`ALTER TABLE ${ledger(schema)} COMMENT = ${ledgerComment + ofEnvironment + environment}`;
}
/** What {@link describeLedger} has written down; `null` where nobody has. */
function environmentIn(comment) {
	return comment.split(ofEnvironment)[1] ?? null;
}
/** `comment` of a table; no row where it is not there. */
function selectTableComment(schema, table) {
	return sql`SELECT table_comment AS comment FROM information_schema.tables
    WHERE table_schema = ${schema} AND table_name = ${table}`;
}
/**
* One row for every statement of a file that was completed, or was and is reverted; the newest where one was completed twice.
*
* @param namespace `null` where the ledger has none yet
* @param knowsGone whether the ledger has a column for files that are gone
*/
function selectCompleted(schema, namespace, knowsGone) {
	return sql`SELECT ${completedColumns}, ${knowsGone ? sql`UNIX_TIMESTAMP(gone_at)` : sql`NULL`} AS gone_since FROM ${ledger(schema)}
    WHERE state IN ('completed', 'reverted') AND file IS NOT NULL ${within(namespace)}
    ORDER BY COALESCE(finished_at, live_at), queued_at`;
}
/** Statements of files whose rows do not say that they are done. */
function selectUnended(schema, namespace) {
	return sql`SELECT file, ordinal, statement_count, statement_digest, id, LEFT(statement, ${shownCharacters}) AS statement,
      IF(started_at IS NULL, NULL, state) AS ended_as, UNIX_TIMESTAMP(finished_at) AS finished, pull_request, run_url,
      JSON_UNQUOTE(JSON_EXTRACT(outcome, '$.error.message')) AS why
    FROM ${ledger(schema)} WHERE state NOT IN ('queued', 'completed', 'reverted') AND file IS NOT NULL ${within(namespace)}
    ORDER BY queued_at`;
}
function within(namespace) {
	return namespace === null ? sql`` : sql`AND namespace = ${namespace}`;
}
const rowColumns = sql`id, file, ordinal, statement_count, statement, statement_digest, table_name, commit_sha, pull_request,
      actor, run_url, plan_digest, reviewers, namespace`;
function rowValues(row, namespace) {
	return sql`${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, ${row.reviewers},
      ${namespace}`;
}
function insertQueued(schema, row, namespace) {
	const hasAudience = row.file !== null && row.runUrl !== null;
	return sql`INSERT INTO ${ledger(schema)} (${rowColumns}, untold, state)
    VALUES (${rowValues(row, namespace)}, ${hasAudience ? sql`TRUE` : sql`NULL`}, 'queued')`;
}
/** A statement that was carried out by other means: completed, and never started. */
function insertCompleted(schema, row, namespace) {
	return sql`INSERT INTO ${ledger(schema)} (${rowColumns}, state, finished_at)
    VALUES (${rowValues(row, namespace)}, 'completed', CURRENT_TIMESTAMP(3))`;
}
/** An applied file that has another path from now on. */
function moveFile(schema, from, to, namespace) {
	return sql`UPDATE ${ledger(schema)} SET file = ${to}, gone_at = NULL
    WHERE file = ${from} AND namespace = ${namespace}`;
}
/** An applied file that a run does not find any more, or finds again. */
function markGone(schema, file, namespace, isGone) {
	return sql`UPDATE ${ledger(schema)} SET gone_at = ${isGone ? sql`COALESCE(gone_at, CURRENT_TIMESTAMP(3))` : sql`NULL`}
    WHERE file = ${file} AND namespace = ${namespace}`;
}
/** A sign of life; the first one is the start, the first one at the cutover its time. */
function advanceMigration(schema, id, state) {
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
function finishMigration(schema, id, state, outcome, wayBack = null) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome},
      cutover_position = COALESCE(${wayBack}, cutover_position), live_at = CURRENT_TIMESTAMP(3),
      started_at = IF(${state} IN ('completed', 'reverted'), COALESCE(started_at, queued_at), started_at),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND (state <> 'completed' OR ${state} = 'completed')`;
}
/** The retired table of a migration is in its place again. */
function markReverted(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'reverted' WHERE id = ${id} AND state = 'completed'`;
}
/** What has changed tables, newest first; `way_back` is what a revert must know, or NULL. */
function selectChanges(schema) {
	return sql`SELECT id, file, ordinal, commit_sha, statement, table_name, state, outcome, cutover_position AS way_back, pull_request, run_url
    FROM ${ledger(schema)} WHERE state IN ('completed', 'reverted') AND outcome IS NOT NULL ORDER BY finished_at DESC, queued_at DESC`;
}
function countMigrations(schema) {
	return sql`SELECT COUNT(*) AS migrations FROM ${ledger(schema)}`;
}
function closeMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'yielded', finished_at = COALESCE(live_at, CURRENT_TIMESTAMP(3))
    WHERE id = ${id} AND finished_at IS NULL`;
}
/**
* Ends runs that have given no sign of life for so long that their process is gone. What was completed stays so.
*
* @param kept ids of those that somebody may go on with
*/
function closeSilent(schema, kept, silentMs) {
	const others = kept.length === 0 ? sql`` : sql` AND id NOT IN (${join(kept.map((id) => sql`${id}`))})`;
	return sql`UPDATE ${ledger(schema)} SET state = IF(state = 'completed', state, 'failed'), finished_at = live_at
    WHERE finished_at IS NULL AND started_at IS NOT NULL
      AND live_at < CURRENT_TIMESTAMP(3) - INTERVAL ${silentMs * 1e3} MICROSECOND${others}`;
}
/** Nobody will go on with it. What has ended for good stays as it is. */
function giveUpMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND state <> 'completed' AND (finished_at IS NULL OR state = 'yielded')`;
}
/** Every run of a statement of a file, locked: whoever holds them is the only one to run it. */
function lockStatement(schema, file, ordinal, namespace) {
	return sql`SELECT id, state, statement_digest FROM ${ledger(schema)}
    WHERE file = ${file} AND ordinal = ${ordinal} AND namespace = ${namespace} FOR UPDATE`;
}
function selectState(schema, id) {
	return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id}`;
}
function selectEnd(schema, id) {
	return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id} AND finished_at IS NOT NULL`;
}
/** Never started, or begun and come to nothing: nobody goes on with it, or the next run begins it. */
function leaveMigration(schema, id, state) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, started_at = NULL, finished_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND finished_at IS NULL`;
}
/** What waits behind a run that nobody goes on with. */
function giveUpBehind(schema, id) {
	return sql`UPDATE ${ledger(schema)} AS behind JOIN ${ledger(schema)} AS given_up ON given_up.id = ${id}
    SET behind.state = 'aborted' WHERE behind.state = 'yielded' AND behind.started_at IS NULL
      AND behind.run_url <=> given_up.run_url AND behind.queued_at >= given_up.queued_at`;
}
/**
* Statements of files that have not got their turn, in their order, where no later run has taken them up: `yielded` where the run
* could say so, `queued` where it waits or has died.
*/
function selectNotBegun(schema, hasNamespaces) {
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
function selectAddressed(schema, limit, hasNamespaces) {
	const namespace = hasNamespaces ? sql`namespace` : sql`''`;
	return sql`SELECT ${namespace} AS namespace, id, file, ordinal, statement_digest, state, run_url, commit_sha, pull_request
    FROM ${ledger(schema)} WHERE run_url IS NOT NULL ORDER BY queued_at DESC LIMIT ${limit}`;
}
/** A statement that another run is at work with is not this run's. */
function withdrawMigration(schema, id) {
	return sql`DELETE FROM ${ledger(schema)} WHERE id = ${id} AND state NOT IN ('completed', 'reverted')`;
}
/** Retired tables that migrations have left behind, as their outcomes name them. */
function selectOutcomes(schema) {
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
function selectRuns(schema, limit, hasNamespaces) {
	const namespace = hasNamespaces ? sql`namespace` : sql`''`;
	return sql`SELECT ${namespace} AS namespace, id, file, statement, table_name, state, commit_sha, pull_request, actor, run_url, outcome,
      UNIX_TIMESTAMP(started_at) AS started, UNIX_TIMESTAMP(finished_at) AS finished,
      TIMESTAMPDIFF(MICROSECOND, live_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms,
      TIMESTAMPDIFF(MICROSECOND, started_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS age_ms
    FROM ${ledger(schema)} WHERE started_at IS NOT NULL ORDER BY started_at DESC, queued_at DESC LIMIT ${limit}`;
}
function selectLabels(schema) {
	return sql`SELECT DISTINCT table_name FROM ${ledger(schema)} WHERE table_name LIKE '%.%'`;
}
function ledger(schema) {
	return tableName({
		schema,
		name: ledgerTable
	});
}
function countOthers(schema, ids) {
	return sql`SELECT COUNT(*) AS others FROM ${ledger(schema)} WHERE id NOT IN (${join(ids.map((id) => sql`${id}`))})`;
}

export { selectUnended as A, selectEnd as C, selectRuns as D, selectOutcomes as E, addLaterColumn as M, laterColumns as N, selectState as O, selectLaterColumns as P, selectCompleted as S, selectNotBegun as T, markGone as _, countOthers as a, selectAddressed as b, environmentIn as c, giveUpMigration as d, insertCompleted as f, lockStatement as g, ledgerTable as h, countMigrations as i, withdrawMigration as j, selectTableComment as k, finishMigration as l, leaveMigration as m, closeMigration as n, createLedger as o, insertQueued as p, closeSilent as r, describeLedger as s, advanceMigration as t, giveUpBehind as u, markReverted as v, selectLabels as w, selectChanges as x, moveFile as y };