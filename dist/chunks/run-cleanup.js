import { n as cleanup, t as cleanupText } from "./cleanup-text.js";
import { n as settingsOf, t as done } from "./invocation.js";
// src/cli/run-cleanup.ts
const runCleanup = async (invocation, signal) => {
	let report = await cleanup(invocation.table, await settingsOf(invocation), signal);
	return process.stdout.write(`${cleanupText(report)}\n`), done(report);
};
export { runCleanup };
