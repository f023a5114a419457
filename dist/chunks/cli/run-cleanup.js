import { n as __name } from "../rolldown-runtime.js";
import { n as cleanup, t as cleanupText } from "../report/cleanup-text.js";
import { r as settingsOf, t as done } from "./invocation.js";

// src/cli/run-cleanup.ts
const runCleanup = async (invocation, signal) => {
	const report = await cleanup(invocation.table, await settingsOf(invocation), signal);
	process.stdout.write(`${cleanupText(report)}\n`);
	return done(report);
};

export { runCleanup };