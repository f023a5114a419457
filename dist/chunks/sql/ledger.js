import { n as __name } from "../rolldown-runtime.js";
import { o as sql, r as join, s as tableName } from "./sql.js";

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
    COMMENT='Ghostship: what was applied to this database, when, from where'`;
}
/** One row for every statement of a file that was completed, or was and is reverted; the newest where one was completed twice. */
function selectCompleted(schema) {
	return sql`SELECT file, ordinal, statement_count, statement_digest, id, state,
      IF(started_at IS NULL, NULL, DATE_FORMAT(COALESCE(finished_at, live_at), '%Y-%m-%d %H:%i:%s')) AS finished
    FROM ${ledger(schema)} WHERE state IN ('completed', 'reverted') AND file IS NOT NULL ORDER BY COALESCE(finished_at, live_at), queued_at`;
}
function insertQueued(schema, row) {
	return sql`INSERT INTO ${ledger(schema)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state)
    VALUES (${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, 'queued')`;
}
/** A statement that was carried out by other means: completed, and never started. */
function insertCompleted(schema, row) {
	return sql`INSERT INTO ${ledger(schema)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state, finished_at)
    VALUES (${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, 'completed',
      CURRENT_TIMESTAMP(3))`;
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
* meanwhile does not know it.
*
* @param outcome JSON
* @param wayBack JSON; `null` where no retired table is kept
*/
function finishMigration(schema, id, state, outcome, wayBack = null) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome},
      cutover_position = COALESCE(${wayBack}, cutover_position), live_at = CURRENT_TIMESTAMP(3),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND (state <> 'completed' OR ${state} = 'completed')`;
}
/** The retired table of a migration is in its place again. */
function markReverted(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'reverted' WHERE id = ${id} AND state = 'completed'`;
}
/** What has changed tables, newest first; `way_back` is what a revert must know, or NULL. */
function selectChanges(schema) {
	return sql`SELECT id, file, statement, table_name, state, outcome, cutover_position AS way_back FROM ${ledger(schema)}
    WHERE state IN ('completed', 'reverted') AND outcome IS NOT NULL ORDER BY finished_at DESC, queued_at DESC`;
}
function countMigrations(schema) {
	return sql`SELECT COUNT(*) AS migrations FROM ${ledger(schema)}`;
}
function closeMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'yielded', finished_at = COALESCE(live_at, CURRENT_TIMESTAMP(3))
    WHERE id = ${id} AND finished_at IS NULL`;
}
/** Every run of a statement of a file, locked: whoever holds them is the only one to run it. */
function lockStatement(schema, file, ordinal) {
	return sql`SELECT id, state, statement_digest FROM ${ledger(schema)}
    WHERE file = ${file} AND ordinal = ${ordinal} FOR UPDATE`;
}
function selectState(schema, id) {
	return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id}`;
}
function selectEnd(schema, id) {
	return sql`SELECT state FROM ${ledger(schema)} WHERE id = ${id} AND finished_at IS NOT NULL`;
}
/** Queued, and never started. */
function abandonMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND state = 'queued'`;
}
/** Retired tables that migrations have left behind, as their outcomes name them. */
function selectOutcomes(schema) {
	return sql`SELECT table_name, outcome,
      TIMESTAMPDIFF(MICROSECOND, finished_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS age_ms, state,
      cutover_position AS way_back FROM ${ledger(schema)}
    WHERE state IN ('completed', 'reverted') AND outcome IS NOT NULL ORDER BY finished_at`;
}
/** What was started, newest first; times in seconds since 1970. */
function selectRuns(schema, limit) {
	return sql`SELECT id, file, statement, table_name, state, commit_sha, pull_request, actor, run_url, outcome,
      UNIX_TIMESTAMP(started_at) AS started, UNIX_TIMESTAMP(finished_at) AS finished,
      TIMESTAMPDIFF(MICROSECOND, live_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms
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

export { selectOutcomes as _, countOthers as a, insertCompleted as c, lockStatement as d, markReverted as f, selectLabels as g, selectEnd as h, countMigrations as i, insertQueued as l, selectCompleted as m, advanceMigration as n, createLedger as o, selectChanges as p, closeMigration as r, finishMigration as s, abandonMigration as t, ledgerTable as u, selectRuns as v, selectState as y };