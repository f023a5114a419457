import { n as __name } from "../../rolldown-runtime.js";
import { t as readStatus } from "../../engine/run/control.js";
import { n as labelOf } from "../statements/file-statement.js";

// src/commands/ledger/finish-swaps.ts
/**
* Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger.
*
* @param table only of this table; `null` for all in the target's database and in those that the option databases names
*/
async function finishSwaps(target, table, settings, ledger, signal) {
	const finished = [];
	for (const database of /* @__PURE__ */ new Set([target.database, ...settings.values.databases])) {
		const at = {
			...target,
			database
		};
		for (const migration of await readStatus(at, table)) {
			if (migration.alive || !migration.swapped) continue;
			const { finishSwap } = await import("../../engine/cutover/finish-swap.js");
			const changelog = {
				schema: database,
				name: migration.changelog
			};
			const named = (swap) => ({
				...swap,
				outcome: {
					...swap.outcome,
					table: labelOf(database, swap.outcome.table, target.database)
				}
			});
			const swap = await finishSwap(at, changelog, (found) => record(named(found), ledger), signal);
			if (swap !== null) finished.push(named(swap));
		}
	}
	return finished;
}
function record({ migrationId, outcome }, ledger) {
	return ledger.finish(migrationId, outcome);
}

export { finishSwaps as t };