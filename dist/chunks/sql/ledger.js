import { n as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";
import { c as unquoteIdent, o as sql, r as join, s as tableName } from "./sql.js";
import { C as showVariable, g as showGrants } from "./inspect.js";
import { t as askServer } from "../mysql/server.js";

// src/engine/preflight/refusals.ts
function refusal(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** Throws one error with all refusals. Its code is the one of the first. */
function refuseAll(found) {
	const refusals = found.filter((one) => one !== null);
	const [first] = refusals;
	if (first === void 0) return;
	if (refusals.length === 1) throw first;
	throw new GhostshipError(first.code, refusals.map((one) => one.message).join(" "), { hint: joinHints(refusals.map((one) => one.hint)) });
}
/** Several hints in one, each sentence once. */
function joinHints(hints) {
	return [...new Set(hints.flatMap((hint) => hint.split(/(?<=[.!?]) (?=\p{Lu})/u)))].join(" ");
}

// src/engine/preflight/target.ts
/**
* Whether this is a server whose tables can be changed safely, in any way. Everything that changes something on a target asks this
* first, and a plan that is made on the target. What kind of server it is was judged when the connection was opened.
*
* @throws GhostshipError with every refusal at once
*/
function refuseTarget({ facts }) {
	refuseAll(judgeTarget(facts));
}
/** For who has a session and has not asked the server yet. */
async function refuseTargetOf(session) {
	refuseTarget(await askServer(session));
}
/** What {@link refuseTarget} says, from what the server has said. */
function judgeTarget(facts) {
	return [
		strangeServer(facts),
		readOnly(facts),
		galera(facts),
		severalPrimaries(facts),
		replicating(facts)
	].filter((one) => one !== null);
}
/** Every MySQL has these; a server that has taken only its name may lack what they stand for. */
function strangeServer({ flavor, version, variables }) {
	if (flavor !== "mysql") return null;
	const missing = ["innodb_version", "binlog_order_commits"].filter((name) => variables[name] === void 0);
	if (missing.length === 0) return null;
	return refusal("unsupported-server", `The server calls itself MySQL ${version}, and it has no ${missing.join(" and no ")}, as every MySQL has.`, "It is another kind of server: run the statement there by its own means.");
}
/** MariaDB 12 has more values than OFF and ON, all of which keep writers out. A reader of Aurora tells by InnoDB's variable alone. */
function readOnly({ variables }) {
	const on = [
		"read_only",
		"super_read_only",
		"innodb_read_only"
	].filter((name) => isOn(variables[name]));
	if (on.length === 0) return null;
	return refusal("unsupported-server", `The target is read-only: ${on.map((name) => `${name} is ${variables[name]}`).join(", ")}.`, "Point the target at the source, not at a replica.");
}
function galera({ variables }) {
	const provider = variables.wsrep_provider ?? "";
	if (!isOn(variables.wsrep_on) || ["", "none"].includes(provider.toLowerCase())) return null;
	return refusal("unsupported-server", `The server is a node of a Galera cluster (wsrep_on is ON, wsrep_provider is ${provider}). Locks hold on this node alone, and other nodes would write meanwhile.`, "Run the statement yourself, in the cluster's own way: wsrep_OSU_method=TOI lets all nodes do it at once.");
}
function severalPrimaries({ variables, groupMembers }) {
	const { group_replication_group_name: group = "", group_replication_single_primary_mode: single } = variables;
	if (group === "" || single !== "OFF") return null;
	const count = groupMembers > 1 ? ` There are ${groupMembers}.` : "";
	return refusal("unsupported-server", `group_replication_single_primary_mode is OFF: every member of the group takes writes, and locks hold on one member alone.${count}`, "SELECT group_replication_switch_to_single_primary_mode() leaves one primary; point the target at it.");
}
/**
* What the server applies for another one must be in its own binary log, and locks do not hold there: what is written there during
* the migration arrives after the swap, in the old form.
*/
function replicating(facts) {
	const { flavor, variables, sources, runningSources } = facts;
	const logging = variables.log_replica_updates === void 0 ? "log_slave_updates" : "log_replica_updates";
	const logs = isOn(variables[logging]);
	const [stop, reset] = flavor === "mysql" ? ["STOP REPLICA", "RESET REPLICA ALL"] : ["STOP ALL SLAVES", "RESET SLAVE ALL"];
	const running = sources?.filter(({ isRunning }) => isRunning) ?? [];
	const isRunning = running.length > 0 || (runningSources ?? 0) > 0;
	const place = (of) => of.length > 0 ? of.map((it) => it.place).join(", ") : "another one";
	if (!logs && (isRunning || (sources?.length ?? 0) > 0)) return refusal("unsupported-server", `The server replicates from ${place(sources ?? [])}, and ${logging} is OFF: what it applies is missing in its binary log.`, `Point the target at the source. Where the replication is over, run ${stop} and ${reset}.`);
	if (isRunning) return refusal("unsupported-server", `The server replicates from ${place(running)}. Rows that are written there meanwhile would arrive in the old form after the swap.`, `Point the target at the source. Where nobody writes to that source, run ${stop} for the time of the migration.`);
	if (!logs && sources === null && (variables.gtid_slave_pos ?? "") !== "") return refusal("missing-privileges", `The server has replicated from another one (gtid_slave_pos is not empty) and ${logging} is OFF. This user may not see whether it still does.`, "GRANT SLAVE MONITOR ON *.* to the user of the target URL.");
	return null;
}
function isOn(value) {
	return value !== void 0 && ![
		"",
		"0",
		"OFF"
	].includes(value.toUpperCase());
}

// src/engine/preflight/grants.ts
/**
* @param lines of SHOW GRANTS
* @param wildcards whether `_` and `%` in the name of a schema stand for others; with MySQL's `partial_revokes` they do not
*/
function readGrants(lines, wildcards) {
	const granted = lines.flatMap((line) => readLine(line, /^GRANT (.*?) ON /iu));
	const revoked = lines.flatMap((line) => readLine(line, /^REVOKE (.*?) ON /iu));
	const includes = ({ names }, privilege) => names.includes(privilege) || names.includes("ALL PRIVILEGES") || names.includes("ALL");
	const holds = (privilege, grants) => grants.some((grant) => includes(grant, privilege));
	const onServer = granted.filter(({ schema }) => schema === null);
	return {
		covers(privilege, { schema }) {
			const isRevoked = holds(privilege, revoked.filter((grant) => grant.schema === schema));
			const onSchema = granted.filter((grant) => grant.schema !== null && stands(grant.schema, schema, wildcards));
			return holds(privilege, onSchema) || holds(privilege, onServer) && !isRevoked;
		},
		coversServer: (privilege) => holds(privilege, onServer) && !holds(privilege, revoked),
		roles: lines.flatMap((line) => /^GRANT (`[^`]+`(?:@`[^`]*`)?(?:, ?`[^`]+`(?:@`[^`]*`)?)*) TO /iu.exec(line)?.[1] ?? [])
	};
}
/** ``GRANT SELECT, INSERT (a, b) ON `shop`.* TO …``, ``REVOKE SELECT ON `mysql`.* FROM …``. Grants on columns do not count. */
function readLine(line, head) {
	const list = head.exec(line);
	const match = /^(\*|`(?:[^`]|``)*`)\.\* (?:TO|FROM) /iu.exec(line.slice(list?.[0].length ?? 0));
	if (list === null || match === null) return [];
	const [, privileges = ""] = list;
	const [, schema = "*"] = match;
	return [{
		names: privileges.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((name) => !name.includes("()")),
		schema: schema === "*" ? null : unquoteIdent(schema)
	}];
}
/** The name of a schema in a grant may be a pattern, as of LIKE. */
function stands(pattern, name, wildcards) {
	const source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => {
		if (wildcards && part === "%") return ".*";
		if (wildcards && part === "_") return ".";
		return part.replace(/^\\(?=.)/u, "").replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
	});
	return new RegExp(`^${source}$`, "isu").test(name);
}

// src/engine/preflight/privileges.ts
/** On the table, its ghost and its changelog. See the MySQL manual, "Privileges Provided by MySQL". */
const onTable = [
	"SELECT",
	"INSERT",
	"UPDATE",
	"DELETE",
	"CREATE",
	"DROP",
	"ALTER",
	"INDEX",
	"LOCK TABLES",
	"CREATE TEMPORARY TABLES",
	"TRIGGER"
];
/**
* On the server, one of each list. MariaDB has called REPLICATION CLIENT "BINLOG MONITOR" since 10.5.
*/
const onServer = [["REPLICATION SLAVE"], ["REPLICATION CLIENT", "BINLOG MONITOR"]];
/**
* A user sees foreign keys of tables in other schemas with SELECT on those tables, or with PROCESS in InnoDB's own lists.
*/
const toSeeKeys = ["PROCESS", "SELECT"];
/** MariaDB: a swap that cannot see that a backup waits could lose rows. */
const toSeeBackups = ["PROCESS"];
/**
* What the user lacks for a migration, as far as SHOW GRANTS tells. What it does not show is lacking: nothing is believed, because
* triggers and foreign keys that a user may not see would be lost.
*/
async function missingPrivileges(session, table, flavor = null) {
	const grants = await askGrants(session);
	return lacking(grants, [...onTable.filter((name) => !grants.covers(name, table)).map((name) => `${name} on ${table.schema}.*`), ...lackingOnServer(grants, [...onServer, flavor === "mariadb" ? toSeeBackups : toSeeKeys])]);
}
/** What the user lacks to see all that belongs to a table, without which a plan would be wrong. */
async function missingSight(session, table) {
	const grants = await askGrants(session);
	return lacking(grants, [...grants.covers("TRIGGER", table) ? [] : [`TRIGGER on ${table.schema}.*`], ...lackingOnServer(grants, [toSeeKeys])]);
}
/** @returns whether the user may lock a table, which nothing can tell without locking it */
async function knowsToLock(session) {
	const grants = await askGrants(session);
	return (table) => grants.covers("LOCK TABLES", table);
}
async function askGrants(session) {
	const lines = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
	const [revokes] = await session.rows(showVariable("partial_revokes"));
	return readGrants(lines, revokes?.Value !== "ON");
}
function lackingOnServer(grants, wanted) {
	return wanted.filter((names) => !names.some((name) => grants.coversServer(name))).map(([name]) => `${name} on *.*`);
}
function lacking({ roles }, missing) {
	if (missing.length === 0) return [];
	const ofRoles = roles.length === 0 ? "" : ` A role counts only where it is active when the user connects: SET DEFAULT ROLE (${roles.join(", ")}).`;
	return [new GhostshipError("missing-privileges", `The user lacks ${missing.join(", ")}.`, { hint: `Grant these privileges to the user of the URL; \`GRANT … TO …\` with the names above.${ofRoles}` })];
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
/** One row for every statement of a file that was completed; the newest where one was completed twice. */
function selectCompleted(schema) {
	return sql`SELECT file, ordinal, statement_count, statement_digest, id, DATE_FORMAT(COALESCE(finished_at, live_at), '%Y-%m-%d %H:%i:%s') AS finished
    FROM ${ledger(schema)} WHERE state = 'completed' AND file IS NOT NULL ORDER BY COALESCE(finished_at, live_at), queued_at`;
}
function insertQueued(schema, row) {
	return sql`INSERT INTO ${ledger(schema)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state)
    VALUES (${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, 'queued')`;
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
*/
function finishMigration(schema, id, state, outcome) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome}, live_at = CURRENT_TIMESTAMP(3),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND (state <> 'completed' OR ${state} = 'completed')`;
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
      TIMESTAMPDIFF(MICROSECOND, finished_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS age_ms FROM ${ledger(schema)} WHERE state = 'completed' AND outcome IS NOT NULL ORDER BY finished_at`;
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

export { refuseAll as C, refusal as S, missingPrivileges as _, createLedger as a, refuseTargetOf as b, ledgerTable as c, selectEnd as d, selectLabels as f, knowsToLock as g, selectState as h, countOthers as i, lockStatement as l, selectRuns as m, advanceMigration as n, finishMigration as o, selectOutcomes as p, closeMigration as r, insertQueued as s, abandonMigration as t, selectCompleted as u, missingSight as v, joinHints as x, refuseTarget as y };