import { r as __name } from "../rolldown-runtime.js";
import { t as revert } from "../commands/revert/revert.js";
import { r as outcomeVerdict } from "../report/outcome-verdict.js";
import { r as settingsOf } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { n as openReport, t as openRunDisplay } from "./run-display.js";
import { t as tellOutcome } from "./tell-outcome.js";
import { n as textStream } from "./write.js";

// src/cli/run-revert.ts
const runRevert = async (invocation, signal) => {
	const { table, takeOver } = invocation;
	const settings = await settingsOf(invocation);
	const report = await openReport(invocation, settings);
	const display = openRunDisplay(textStream());
	const work = {
		table,
		settings,
		origin: originHere(),
		takesOver: takeOver
	};
	const outcome = await revert(work, report.watch(display.observe), signal).finally(() => display.close());
	await report.write(outcome, outcomeVerdict(outcome));
	return await tellOutcome(outcome, settings, signal);
};

export { runRevert };