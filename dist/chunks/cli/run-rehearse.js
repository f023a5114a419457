import { r as __name } from "../rolldown-runtime.js";
import { t as exitCodeOf } from "../commands/migrate/exit-code.js";
import { a as rehearsalVerdict, o as rehearseSource, r as rehearsalRunText } from "../report/rehearsal-text.js";
import { r as settingsOf } from "./invocation.js";
import { n as openReport, t as openRunDisplay } from "./run-display.js";
import { t as sourceOf } from "./source-of.js";
import { n as textStream, o as writeOut } from "./write.js";

// src/cli/run-rehearse.ts
const runRehearse = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const unread = await sourceOf(invocation, settings);
	const report = await openReport(invocation, settings);
	const display = openRunDisplay(textStream());
	const run = await rehearseSource({
		settings,
		unread
	}, report.watch(display.observe), signal).finally(() => display.close());
	await report.write(run, rehearsalVerdict(run));
	writeOut(rehearsalRunText(run));
	return {
		json: run,
		exitCode: exitCodeOf(run)
	};
};

export { runRehearse };