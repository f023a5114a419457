import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { a as sentence, t as GhostshipError } from "../../support/errors.js";
import { t as Ledger } from "../ledger/ledger.js";

// src/commands/plan/who-migrates.ts
/** As many rows of the ledger are read. */
const mostRuns = 100;
/**
* The refusal of a table that is being migrated, with who migrates it, since when and where, as far as the changelog and the ledger
* tell.
*
* @param tables that the statement names
*/
async function tellWhoMigrates(error, tables, session, target) {
	if (!(error instanceof GhostshipError) || error.code !== "already-running") return error;
	try {
		const schemas = [...new Set(tables.map(({ schema }) => schema))];
		const same = (one, other) => one.toLowerCase() === other.toLowerCase();
		const found = (await findMigrations(session, schemas)).find(({ original }) => tables.some(({ schema, name }) => same(schema, original.schema) && same(name, original.name)));
		if (found === void 0) return error;
		const { migrationId, startedAt } = found.migration;
		const run = (await new Ledger(target).runs(mostRuns)).find(({ id }) => id === migrationId);
		const who = run?.pullRequest == null ? `a run${run?.actor == null ? "" : ` of ${run.actor}`}` : `pull request #${run.pullRequest}`;
		const where = run?.runUrl == null ? "" : `, ${run.runUrl}`;
		const message = `${sentence(error.message)} It is that of ${who}, since ${startedAt}${where}.`;
		return new GhostshipError("already-running", message, {
			hint: error.hint,
			cause: error
		});
	} catch {
		return error;
	}
}

export { tellWhoMigrates as t };