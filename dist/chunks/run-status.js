import { n as status } from "./control2.js";
import { t as statusText } from "./status-text.js";
import { n as settingsOf, t as done } from "./invocation.js";
// src/cli/run-status.ts
const runStatus = async (invocation, signal) => {
	let migrations = await status(invocation.table, await settingsOf(invocation), signal);
	return process.stdout.write(`${statusText(migrations)}\n`), done({ migrations });
};
export { runStatus };
