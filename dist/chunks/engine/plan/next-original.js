import { r as __name } from "../../rolldown-runtime.js";
import { l as withoutKeys } from "../../sql/foreign-keys.js";
import { c as sameTable } from "../preflight/foreign-keys.js";
import { c as nameTables } from "../tables/table-names.js";
import { r as findUncheckedKeys } from "../tables/unchecked-keys.js";

// src/engine/plan/next-original.ts
async function nextOriginal(session, found) {
	const unchecked = await findUncheckedKeys(session, nameTables(found.table, false));
	const { foreignKeys, indexes } = unchecked;
	if (foreignKeys.length === 0) return {
		original: found,
		unchecked,
		warnings: []
	};
	const { table } = found;
	return {
		original: {
			...found,
			createStatement: withoutKeys(found.createStatement, foreignKeys, indexes),
			indexes: found.indexes.filter(({ name }) => !indexes.includes(name)),
			foreignKeys: found.foreignKeys.filter(({ child, name }) => !(sameTable(child, table) && foreignKeys.includes(name)))
		},
		unchecked,
		warnings: [`A run has added ${foreignKeys.join(", ")} to ${table.name}, and has not checked its rows. If that run is gone, the next one drops the foreign key first, and so does \`ghostship cleanup\`; the plan is for the table without it.`]
	};
}

export { nextOriginal as t };