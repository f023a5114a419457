import { r as exitCodes } from "./exit-code.js";
import { i as plan, t as planText } from "./plan-text.js";
import { n as planFailed } from "./plan-report.js";
import { n as settingsOf } from "./invocation.js";
import { t as readSource } from "./read-source.js";
// src/cli/run-plan.ts
const runPlan = async (invocation, signal) => {
	let settings = await settingsOf(invocation), report = await plan(await readSource(invocation, settings), settings, signal);
	return process.stdout.write(`${planText(report)}\n`), {
		json: report,
		exitCode: planFailed(report) ? exitCodes.failed : exitCodes.done
	};
};
export { runPlan };
