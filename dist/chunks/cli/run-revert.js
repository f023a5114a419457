import { n as __name } from "../rolldown-runtime.js";
import { t as exitCodeOf } from "../commands/migrate/exit-code.js";
import { t as revert } from "../commands/revert/revert.js";
import { i as runText, r as runErrorTexts } from "../report/outcome-text.js";
import { r as settingsOf } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { t as openRunDisplay } from "./run-display.js";
import { a as writeOut, n as textStream, r as writeError } from "./write.js";

// src/cli/run-revert.ts
const runRevert = async (invocation, signal) => {
	const { table, takeOver } = invocation;
	const settings = await settingsOf(invocation);
	const display = openRunDisplay(textStream());
	const work = {
		table,
		settings,
		origin: originHere(),
		takesOver: takeOver
	};
	const outcome = await revert(work, display.observe, signal).finally(() => display.close());
	for (const text of runErrorTexts(outcome)) writeError(text);
	writeOut(runText(outcome));
	return {
		json: outcome,
		exitCode: exitCodeOf(outcome)
	};
};

export { runRevert };