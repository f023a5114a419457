import { n as __name } from "../../rolldown-runtime.js";
import { D as showVariable, y as showGrants } from "../../sql/inspect.js";
import { t as GhostshipError } from "../../support/errors.js";
import { c as unquoteIdent } from "../../sql/sql.js";

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

export { writesReadOnly as i, missingPrivileges as n, missingSight as r, knowsToLock as t };