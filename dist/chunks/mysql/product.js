import { n as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";
import { a as raw, n as ident, o as sql, r as join } from "../sql/sql.js";

// src/sql/server.ts
/** What the server calls itself. */
const selectProduct = sql`SELECT VERSION() AS version, @@GLOBAL.version_comment AS version_comment`;
/** Those of these variables that the server has. */
function showVariables(names) {
	return sql`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${join(names.map((name) => sql`${name}`))})`;
}
/** Every connection to a source. MariaDB's older statement shows only the one that has no name. */
const showAllSlavesStatus = sql`SHOW ALL SLAVES STATUS`;
/** MariaDB: how many connections to a source are applied now. Everybody may ask. */
const showRunningSlaves = sql`SHOW GLOBAL STATUS LIKE ${"Slaves\\_running"}`;
/** MySQL: of its replication group, the server itself included. */
const selectGroupMembers = sql`SELECT MEMBER_ID AS id FROM performance_schema.replication_group_members
  WHERE MEMBER_STATE IN ('ONLINE', 'RECOVERING')`;
/** On MySQL the uuid is unique. Not every MariaDB has `server_uid`; then where it runs, and its number among replicas, must do. */
const identityVariables = [
	{
		name: "hostname",
		flavor: null
	},
	{
		name: "port",
		flavor: null
	},
	{
		name: "server_uuid",
		flavor: "mysql"
	},
	{
		name: "server_uid",
		flavor: "mariadb"
	},
	{
		name: "server_id",
		flavor: "mariadb"
	}
];
/** A column for each, named as {@link identityColumn} says. */
function identityParts(variables) {
	return variables.map(({ name, flavor }) => {
		const part = sql`, @@GLOBAL.${raw(name)} AS ${ident(identityColumn(name))}`;
		return flavor === null ? part : raw(inDialect(flavor, part));
	});
}
function identityColumn(variable) {
	return `identity ${variable}`;
}
/** Each server passes over what is in the comments of the other. MariaDB takes the numbers 50700 to 99999 for MySQL's own. */
function inDialect(flavor, part) {
	return flavor === "mysql" ? `/*!80000 ${part.text} */` : `/*M! ${part.text} */`;
}

// src/mysql/version.ts
/** True where the server is older. Both as `8.0.30`; what VERSION() has behind the third number does not count. */
function isBelow(version, other) {
	return compare(version, other) < 0;
}
/** From the one to the other, both included. */
function isWithin(version, from, to) {
	return compare(version, from) >= 0 && compare(version, to) <= 0;
}
function compare(left, right) {
	const [one, other] = [numbersOf(left), numbersOf(right)];
	const at = one.findIndex((number, index) => number !== other[index]);
	return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
/** A MariaDB may put 5.5.5 first, for replicas that know no two-figure version. */
function numbersOf(version) {
	const [, ...parts] = /^(?:5\.5\.5-)?(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(version) ?? [];
	return [
		0,
		1,
		2
	].map((index) => Number(parts[index] ?? 0));
}

// src/mysql/product.ts
function flavorOf(version) {
	return /mariadb/iu.test(version) ? "mariadb" : "mysql";
}
/** docs/servers.md says more; a test holds the pages to these. */
const floors = {
	mysql: "8.0.13",
	mariadb: "10.6.0"
};
/**
* Servers that speak MySQL's protocol and are none: their locks, binary logs and ALTER TABLE are others. Each is known by what it
* says in VERSION() or version_comment.
*/
const others = [
	{
		name: "TiDB",
		says: /tidb/iu,
		instead: "TiDB changes tables online by itself: run the statement there."
	},
	{
		name: "Vitess or PlanetScale",
		says: /vitess|planetscale/iu,
		instead: "Use its own online changes: SET @@ddl_strategy = 'vitess', or a deploy request at PlanetScale."
	},
	...[
		["OceanBase", /oceanbase/iu],
		["SingleStore", /singlestore|memsql/iu],
		["MariaDB Xpand", /xpand|clustrix/iu],
		["PolarDB-X", /tddl|polardb-x|x-cluster/iu],
		["StarRocks", /starrocks/iu],
		["Doris", /doris/iu],
		["Dolt", /dolt/iu],
		["MatrixOne", /matrixone/iu],
		["ClickHouse", /clickhouse/iu],
		["Databend", /databend/iu]
	].map(([name, says]) => ({
		name,
		says,
		instead: "Run the statement there by its own means."
	}))
];
/**
* @param version VERSION()
* @param comment `version_comment`
* @throws GhostshipError `unsupported-server`
*/
function refuseProduct(version, comment) {
	const other = others.find(({ says }) => says.test(version) || says.test(comment));
	if (other !== void 0) throw unsupported(`The server is ${other.name} (${version}). It speaks as MySQL does and is another kind of server.`, other.instead);
	const flavor = flavorOf(version);
	const name = flavor === "mysql" ? "MySQL" : "MariaDB";
	if (isBelow(version, floors[flavor])) throw unsupported(`The server is ${name} ${version}, and ${floors[flavor]} is the oldest that is supported.`, "Upgrade it first.");
	if (flavor === "mysql" && isWithin(version, "8.0.29", "8.0.29")) throw unsupported(`The server is MySQL ${version}, which lacks the collation utf8mb3_bin and can damage tables that it altered instantly.`, "Upgrade it to 8.0.30 or later.");
	if (flavor === "mariadb" && !isBelow(version, "12.3.0")) throw unsupported(`The server is MariaDB ${version}. From 12.3 on it may split the rows of one change over several events, which this version does not read.`, "Use a newer version of Ghostship, if there is one, or run the statement yourself.");
}
function unsupported(message, hint) {
	return new GhostshipError("unsupported-server", message, { hint: `${hint} docs/servers.md lists what is supported.` });
}

export { identityColumn as a, inDialect as c, showAllSlavesStatus as d, showRunningSlaves as f, isWithin as i, selectGroupMembers as l, refuseProduct as n, identityParts as o, showVariables as p, isBelow as r, identityVariables as s, flavorOf as t, selectProduct as u };