import { r as __name } from "../rolldown-runtime.js";
import { n as exitCodeOfError, r as exitCodes } from "../commands/migrate/exit-code.js";
import { t as plan } from "../commands/plan/plan.js";
import { n as planFailed } from "../commands/plan/plan-report.js";
import { t as planText } from "../report/plan-text.js";
import { r as settingsOf } from "./invocation.js";
import { t as sourceOf } from "./source-of.js";
import { o as writeOut } from "./write.js";

// src/cli/run-plan.ts
const runPlan = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const report = await plan(await sourceOf(invocation, settings), settings, signal);
	writeOut(planText(report));
	return {
		json: report,
		exitCode: planFailed(report) ? exitCodeOfError(report.problem) : exitCodes.done
	};
};

export { runPlan };