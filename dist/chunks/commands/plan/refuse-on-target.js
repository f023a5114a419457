import { r as __name } from "../../rolldown-runtime.js";
import { n as usesOfRenamings } from "../../engine/direct/rename-tables.js";
import { a as usesOfRetiring, t as creationOf } from "../statements/creation-of.js";
import { t as requireAlter } from "../../engine/preflight/read-alter.js";
import { c as usesOfAltering } from "../../engine/resume/kept-work.js";
import { h as ledgerTable } from "../../sql/ledger.js";
import { r as renamesIn, t as qualify } from "../statements/task.js";
import { n as tellWhoMigrates } from "./who-migrates.js";

// src/commands/plan/refuse-on-target.ts
/**
* What only the target can tell of a statement, asked before anything is made that the plan alone needs. The migration asks the same.
*
* @throws GhostshipError `unsupported-server`, `missing-privileges`, `already-running`, `usage` for a limit that cannot be kept
*/
async function refuseOnTarget(statement, task, dryRun, limits) {
	const target = await dryRun.target();
	if (typeof target === "string") return;
	const { database } = dryRun.place.target;
	const { uses, locked } = wanted(statement, task, target, database);
	if (task.kind === "change") await target.refuseLimits(limits);
	try {
		await target.refuseRun({
			schema: database,
			name: ledgerTable
		});
		await target.refuseUses(uses, locked);
	} catch (error) {
		throw await tellWhoMigrates(error, locked, target.control.session, dryRun.place.target);
	}
}
function wanted(statement, task, { control }, database) {
	const table = qualify(task.table, database);
	switch (task.kind) {
		case "create": return {
			uses: creationOf(statement, database).uses,
			locked: []
		};
		case "drop": return {
			uses: usesOfRetiring(table),
			locked: [table]
		};
		case "rename": {
			const renames = renamesIn(task, database);
			return {
				uses: usesOfRenamings({ renames }),
				locked: renames.flatMap(({ from, to }) => [from, to])
			};
		}
		case "change": {
			const alter = requireAlter(statement.text, control.server);
			return {
				uses: usesOfAltering(alter, table, control.server),
				locked: []
			};
		}
		case "data": return {
			uses: [],
			locked: []
		};
	}
}

export { refuseOnTarget };