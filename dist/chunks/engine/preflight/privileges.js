import { n as __name } from "../../rolldown-runtime.js";
import { p as showGrants } from "../../sql/inspect.js";
import { c as unquoteIdent } from "../../sql/sql.js";
import { t as GhostshipError } from "../../support/errors.js";

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
* Reads SHOW GRANTS. It does not show the privileges that a role brings. So a user who has a role passes here, and the server
* itself refuses what is missing.
*/
async function missingPrivileges(session, table, flavor = null) {
	const grants = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
	if (grants.some((grant) => !/^GRANT .* ON /iu.test(grant))) return [];
	const held = grants.flatMap(readGrant).filter(({ scope }) => scope.covers(table));
	const has = (privilege, serverWide) => held.some(({ names, scope }) => (!serverWide || scope.serverWide) && (names.includes(privilege) || names.includes("ALL PRIVILEGES")));
	const missing = [...onTable.filter((name) => !has(name, false)).map((name) => `${name} on ${table.schema}.*`), ...[...onServer, flavor === "mariadb" ? toSeeBackups : toSeeKeys].filter((names) => !names.some((name) => has(name, true))).map(([name]) => `${name} on *.*`)];
	if (missing.length === 0) return [];
	return [new GhostshipError("missing-privileges", `The user lacks ${missing.join(", ")}.`, { hint: "Grant these privileges to the user of the target URL; `GRANT … TO …` with the names above." })];
}
/** `GRANT SELECT, INSERT (a, b) ON `shop`.* TO …`; a schema may be a LIKE pattern. Column grants do not count. */
function readGrant(grant) {
	const match = /^GRANT (.*?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) TO /iu.exec(grant);
	if (match === null) return [];
	const [, list = "", schema = "*", name = "*"] = match;
	return [{
		names: list.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((privilege) => !privilege.includes("()")),
		scope: {
			serverWide: schema === "*",
			covers: (table) => schema === "*" || name === "*" && matchesPattern(unquoteIdent(schema), table.schema)
		}
	}];
}
function matchesPattern(pattern, name) {
	const source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => {
		if (part === "%") return ".*";
		if (part === "_") return ".";
		return part.replace(/^\\/u, "").replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
	});
	return new RegExp(`^${source}$`, "isu").test(name);
}

export { missingPrivileges as t };