import { r as __name } from "../rolldown-runtime.js";
import { n as cleanup, t as cleanupText } from "../report/cleanup-text.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { o as writeOut } from "./write.js";

// src/cli/run-cleanup.ts
const runCleanup = async (invocation, signal) => {
	const report = await cleanup(invocation.table, await settingsOf(invocation), signal, {
		dryRun: invocation.dryRun,
		takesOver: invocation.takeOver,
		olderThanMs: invocation.olderThanMs
	});
	writeOut(cleanupText(report));
	return done(report);
};

export { runCleanup as t };