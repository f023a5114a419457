import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { a as sentence, t as GhostshipError } from "../../support/errors.js";
import { t as formatMoment } from "../../support/moment.js";
import { t as Ledger } from "../ledger/ledger.js";

// src/commands/plan/who-migrates.ts
/** As many rows of the ledger are read. */
const mostRuns = 100;
/**
* The refusal of a table that is being migrated, with who migrates it, since when and where.
*
* @param tables that the statement names
*/
async function tellWhoMigrates(error, tables, session, target) {
	if (!(error instanceof GhostshipError) || error.code !== "already-running") return error;
	const found = await findOwned(tables, session, target);
	if (found === null) return error;
	const message = `${sentence(error.message)} It is that of ${found.owner}.`;
	return new GhostshipError("already-running", message, {
		hint: error.hint,
		cause: error
	});
}
/** What the merge goes on with, as a sentence; `null` where there is nothing. */
async function tellWhatWaits(table, session, target) {
	const found = await findOwned([table], session, target);
	if (found === null || found.migration.progress.state !== "yielded") return null;
	const what = found.migration.isAtGate === true ? "has been copied, and its swap waits for `cutover`" : "has yielded";
	return `A migration of ${table.name} with this statement ${what}. It is that of ${found.owner}. The merge goes on with it.`;
}
async function findOwned(tables, session, target) {
	try {
		const schemas = [...new Set(tables.map(({ schema }) => schema))];
		const same = (one, other) => one.toLowerCase() === other.toLowerCase();
		const found = (await findMigrations(session, schemas)).find(({ original }) => tables.some(({ schema, name }) => same(schema, original.schema) && same(name, original.name)));
		if (found === void 0) return null;
		const { migrationId, startedAt } = found.migration;
		const run = (await new Ledger(target).runs(mostRuns)).find(({ id }) => id === migrationId);
		const who = run?.pullRequest == null ? `a run${run?.actor == null ? "" : ` of ${run.actor}`}` : `pull request #${run.pullRequest}`;
		const where = run?.runUrl == null ? "" : `, ${run.runUrl}`;
		return {
			...found,
			owner: `${who}, since ${formatMoment(startedAt)}${where}`
		};
	} catch {
		return null;
	}
}

export { tellWhoMigrates as n, tellWhatWaits as t };