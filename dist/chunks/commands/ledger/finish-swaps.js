import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { t as connect } from "../../mysql/session.js";
import { n as labelOf } from "../statements/file-statement.js";
import { t as finishStatements } from "./finish-statements.js";
import { t as databasesOf } from "./places.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/ledger/finish-swaps.ts
/**
* Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger. Those
* that died once all was done are closed there. So it is with statements that the server carries out by itself.
*
* @param isMeant whether it is to be finished, by the label of its table
*/
async function finishSwaps(target, isMeant, settings, ledger, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "looking for swaps that are not finished"));
		const finished = [];
		const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
		await ledger.closeSilent(found.map(({ migration }) => migration.migrationId)).catch(() => void 0);
		for (const { original, migration } of found) {
			const label = labelOf(original.schema, original.name, target.database);
			if (!migration.mayBeSwapped || !isMeant(label)) continue;
			const { finishSwap } = await import("../../engine/cutover/finish-swap.js");
			const changelog = {
				schema: original.schema,
				name: migration.changelog
			};
			const swap = await finishSwap({
				...target,
				database: original.schema
			}, changelog, ({ migrationId, outcome, wayBack, reverts }) => ledger.finish(migrationId, {
				...outcome,
				table: label
			}, {
				wayBack,
				reverts
			}), signal);
			if (swap !== null) finished.push({
				...swap,
				outcome: {
					...swap.outcome,
					table: label
				}
			});
		}
		finished.push(...await finishStatements(target, isMeant, ledger));
		return finished;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { finishSwaps as t };