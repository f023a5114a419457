import { r as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";
import { n as isWithin, t as isBelow } from "./version.js";

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

export { refuseProduct as n, flavorOf as t };