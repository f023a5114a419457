import { r as __name } from "../rolldown-runtime.js";
import { a as raw, n as ident, o as sql, r as join } from "./sql.js";

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
/** Empty where this connection is in clear. */
const showCipher = sql`SHOW SESSION STATUS LIKE 'Ssl_cipher'`;

export { selectGroupMembers as a, showCipher as c, inDialect as i, showRunningSlaves as l, identityParts as n, selectProduct as o, identityVariables as r, showAllSlavesStatus as s, identityColumn as t, showVariables as u };