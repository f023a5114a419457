import { r as __name } from "../rolldown-runtime.js";
import { n as findOwner, t as ownerText } from "../report/owner-text.js";
import { t as exitCodeOf } from "../commands/migrate/exit-code.js";
import { i as runText, r as runErrorTexts } from "../report/outcome-text.js";
import { i as writeError, o as writeOut } from "./write.js";

// src/cli/tell-outcome.ts
/** Writes what a run came to, and who has the table where another run has it. */
async function tellOutcome(outcome, settings, signal) {
	for (const text of runErrorTexts(outcome)) writeError(text);
	const owner = outcome.error?.code === "already-running" ? await findOwner(outcome, settings, signal) : null;
	if (owner !== null) writeError(ownerText(owner));
	writeOut(runText(outcome));
	return {
		json: outcome,
		exitCode: exitCodeOf(outcome)
	};
}

export { tellOutcome as t };