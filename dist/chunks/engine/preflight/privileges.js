import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { c as unquoteIdent } from "../../sql/sql.js";
import { S as showGrants, j as showVariable } from "../../sql/inspect.js";
import { t as askServer } from "../../mysql/server.js";
import { n as refusal, r as refuseAll } from "./refusals.js";

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
/** What rules a server out whatever is done there: it is no MySQL and no MariaDB, or its locks hold on one member of many. */
function judgeKind(facts) {
	return [
		strangeServer(facts),
		galera(facts),
		severalPrimaries(facts)
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
function severalPrimaries({ variables, groupMembers, isOnlyWriter }) {
	const { group_replication_group_name: group = "", group_replication_single_primary_mode: single } = variables;
	if (group === "" || single !== "OFF" || isOnlyWriter) return null;
	const count = groupMembers > 1 ? ` There are ${groupMembers}.` : "";
	return refusal("unsupported-server", `group_replication_single_primary_mode is OFF: every member of the group takes writes, and locks hold on one member alone.${count}`, `SELECT group_replication_switch_to_single_primary_mode() leaves one primary; point the target at it. ${orAccept}`);
}
const orAccept = "Or, where this server alone is written to until a migration is over, name one-writer in the option allow.";
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
	if (isRunning && !facts.isOnlyWriter) return refusal("unsupported-server", `The server replicates from ${place(running)}. Rows that are written there meanwhile would arrive in the old form after the swap.`, `Point the target at the source. Where nobody writes to that source, run ${stop} for the time of the migration. ${orAccept}`);
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
	const all = lines.flatMap((line) => readLine(line, /^GRANT (.*?) ON /iu));
	const granted = all.filter(({ table }) => table === null);
	const revoked = lines.flatMap((line) => readLine(line, /^REVOKE (.*?) ON /iu));
	const includes = ({ names }, privilege) => names.includes(privilege) || names.includes("ALL PRIVILEGES") || names.includes("ALL");
	const holds = (privilege, grants) => grants.some((grant) => includes(grant, privilege));
	const onServer = granted.filter(({ schema }) => schema === null);
	const covers = (privilege, { schema }) => {
		const isRevoked = holds(privilege, revoked.filter((grant) => grant.schema === schema));
		const onSchema = granted.filter((grant) => grant.schema !== null && stands(grant.schema, schema, wildcards));
		return holds(privilege, onSchema) || holds(privilege, onServer) && !isRevoked;
	};
	return {
		covers,
		coversTable(privilege, table) {
			const same = (one, other) => one?.toLowerCase() === other.toLowerCase();
			const onTable = all.filter((grant) => same(grant.schema, table.schema) && same(grant.table, table.name));
			return covers(privilege, table) || holds(privilege, onTable);
		},
		coversServer: (privilege) => holds(privilege, onServer) && !holds(privilege, revoked),
		roles: lines.flatMap((line) => /^GRANT (`[^`]+`(?:@`[^`]*`)?(?:, ?`[^`]+`(?:@`[^`]*`)?)*) TO /iu.exec(line)?.[1] ?? [])
	};
}
/**
* ``GRANT SELECT, INSERT (a, b) ON `shop`.* TO …``, ``GRANT DROP ON `shop`.`t` TO …``, ``REVOKE SELECT ON `mysql`.* FROM …``.
* Grants on columns do not count.
*/
function readLine(line, head) {
	const list = head.exec(line);
	const match = /^(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) (?:TO|FROM) /iu.exec(line.slice(list?.[0].length ?? 0));
	if (list === null || match === null) return [];
	const [, privileges = ""] = list;
	const [, schema = "*", table = "*"] = match;
	const names = privileges.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((name) => !name.includes("()"));
	const nameOf = (written) => written === "*" ? null : unquoteIdent(written);
	return [{
		names,
		schema: nameOf(schema),
		table: nameOf(table)
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
/** The same for statements that need no copy, where a grant on the table itself is enough. */
async function missingUses(session, uses) {
	if (uses.length === 0) return [];
	const grants = await askGrants(session);
	const missing = uses.flatMap(({ table, privileges }) => privileges.filter((name) => !grants.coversTable(name, table)).map((name) => `${name} on ${table.schema}.${table.name}`));
	return lacking(grants, [...new Set(missing)]);
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
/** Whether the user may write where `read_only` is ON. */
async function writesReadOnly(session) {
	const grants = await askGrants(session);
	return [
		"SUPER",
		"CONNECTION_ADMIN",
		"READ_ONLY ADMIN",
		"READ ONLY ADMIN"
	].some((name) => grants.coversServer(name));
}
/** Whether the user sees all triggers of the table. */
async function seesTriggers(session, table) {
	return (await askGrants(session)).covers("TRIGGER", table);
}
/** Whether the user sees that a stored function is there, whichever it is. */
async function readsAllFunctions(session) {
	return (await askGrants(session)).coversServer("EXECUTE");
}
/** Whether the user sees all views, triggers and routines, and what is in them. */
async function seesAllBodies(session) {
	const grants = await askGrants(session);
	return [
		"SELECT",
		"SHOW VIEW",
		"TRIGGER",
		"EXECUTE"
	].every((name) => grants.coversServer(name));
}
/**
* What the user lacks to see the bodies of views, events and routines. Of routines MySQL shows them to who may read everything, too
* (MySQL manual, "The INFORMATION_SCHEMA ROUTINES Table"), and MariaDB to who may read its table of them.
*/
async function missingToRead(session, flavor, wanted) {
	if (wanted.length === 0) return [];
	const grants = await askGrants(session);
	const missing = wanted.flatMap(({ kind, schema }) => {
		const own = {
			view: "SHOW VIEW",
			event: "EVENT",
			trigger: "TRIGGER"
		}[kind];
		if (own !== void 0) return grants.covers(own, {
			schema,
			name: ""
		}) ? [] : [`${own} on ${schema}.*`];
		if (flavor === "mariadb") return grants.coversTable("SELECT", routines) ? [] : ["SELECT on mysql.proc"];
		return ["SHOW_ROUTINE", "SELECT"].some((name) => grants.coversServer(name)) ? [] : ["SHOW_ROUTINE on *.*"];
	});
	return [...new Set(missing)];
}
const routines = {
	schema: "mysql",
	name: "proc"
};
/** Of a session they are what they were when it was opened, but for those on one schema. */
const known = /* @__PURE__ */ new WeakMap();
async function askGrants(session) {
	const grants = known.get(session) ?? await readOwnGrants(session);
	known.set(session, grants);
	return grants;
}
async function readOwnGrants(session) {
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

export { missingUses as a, seesTriggers as c, judgeKind as d, judgeTarget as f, missingToRead as i, writesReadOnly as l, refuseTargetOf as m, missingPrivileges as n, readsAllFunctions as o, refuseTarget as p, missingSight as r, seesAllBodies as s, knowsToLock as t, isOn as u };