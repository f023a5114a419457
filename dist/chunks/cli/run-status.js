import { n as __name } from "../rolldown-runtime.js";
import { n as status } from "../commands/control/control.js";
import { t as statusText } from "../report/status-text.js";
import { r as settingsOf, t as done } from "./invocation.js";

// src/cli/run-status.ts
const runStatus = async (invocation, signal) => {
	const migrations = await status(invocation.table, await settingsOf(invocation), signal);
	process.stdout.write(`${statusText(migrations)}\n`);
	return done({ migrations });
};

export { runStatus };