import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { l as toGhostshipError } from "./run-outcome.js";
import { n as filesOf } from "../statements/file-statement.js";

// src/commands/migrate/still-due.ts
/** The statements before the first that is not this run's any more. Those behind it keep their place in the order. */
async function stillDue(pending, whyNotDue, observe) {
	if (whyNotDue === void 0) return pending;
	const gone = await whyNotDue(filesOf(pending), "anew");
	const first = pending.findIndex(({ file }) => file !== null && gone.has(file));
	if (first === -1) return pending;
	const statements = pending.slice(first);
	observe({
		type: "not-due",
		statements,
		why: gone.get(statements[0]?.file ?? "") ?? ""
	});
	return pending.slice(0, first);
}
/**
* Asked before the tables are swapped: a copy takes long, and may have waited for a person. Where it cannot be known, the next run
* swaps them.
*
* @throws GhostshipError `aborted` where the statement is not this run's any more
*/
async function maySwap(statements, whyNotDue, observe, { mayWait, hasWaited }) {
	let isDue;
	try {
		isDue = await isStillDue(statements, whyNotDue, observe, hasWaited ? "anew" : "as known");
	} catch (error) {
		if (!mayWait) throw error;
		const { message } = toGhostshipError(error);
		observe({
			type: "warning",
			message: `${message} So the next run swaps the tables.`
		});
		return "wait";
	}
	if (isDue) return "swap";
	throw new GhostshipError("aborted", "A newer commit has taken the statement back, so its tables were not swapped.", { hint: "Nothing is left behind." });
}
/** Asked right before a statement is begun. */
async function isStillDue([statement, ...behind], whyNotDue, observe, how = "as known") {
	const file = statement?.file ?? null;
	if (statement === void 0 || file === null || whyNotDue === void 0) return true;
	const why = (await whyNotDue([file], how)).get(file);
	if (why === void 0) return true;
	observe({
		type: "not-due",
		statements: [statement, ...behind],
		why
	});
	return false;
}

export { maySwap as n, stillDue as r, isStillDue as t };