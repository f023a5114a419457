import { r as __name } from "../../rolldown-runtime.js";
import { t as addsForeignKeys } from "./foreign-keys.js";
import { a as missingUses, g as refuseAll } from "./privileges.js";

// src/engine/preflight/table-uses.ts
/** See the MySQL manual, "CREATE TABLE Statement". */
function usesOfCreating(table, replaces, like, parents) {
	return [
		{
			table,
			privileges: replaces ? ["CREATE", "DROP"] : ["CREATE"]
		},
		...like === null ? [] : [{
			table: like,
			privileges: ["SELECT"]
		}],
		...usesOfReferring(parents)
	];
}
/** See the MySQL manual, "RENAME TABLE Statement". */
function usesOfRenaming(from, to) {
	return [{
		table: from,
		privileges: ["ALTER", "DROP"]
	}, {
		table: to,
		privileges: ["CREATE", "INSERT"]
	}];
}
/** Besides what every migration needs. */
function usesOfAltering(alter, table, server) {
	if (!addsForeignKeys(alter, server)) return [];
	return usesOfReferring(alter.references.map(({ schema, name }) => ({
		schema: schema ?? table.schema,
		name
	})));
}
/** @param parents also the table itself, where it refers to itself */
function usesOfReferring(parents) {
	return parents.map((table) => ({
		table,
		privileges: ["REFERENCES"]
	}));
}
/** @throws GhostshipError `missing-privileges` with all that the user lacks, as far as SHOW GRANTS tells */
async function refuseUses(session, { flavor }, uses) {
	refuseAll(await missingUses(session, flavor === "mysql" ? uses : uses.map(withoutReferring)));
}
/** MariaDB does not ask for it (MariaDB documentation, "GRANT": REFERENCES is unused). */
function withoutReferring({ table, privileges }) {
	return {
		table,
		privileges: privileges.filter((name) => name !== "REFERENCES")
	};
}

export { usesOfRenaming as i, usesOfAltering as n, usesOfCreating as r, refuseUses as t };