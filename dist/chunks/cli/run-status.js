import { n as __name } from "../rolldown-runtime.js";
import { n as status } from "../commands/control/control.js";
import { t as statusText } from "../report/status-text.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { n as writeOut } from "./write.js";

// src/cli/run-status.ts
const runStatus = async (invocation, signal) => {
	const migrations = await status(invocation.table, await settingsOf(invocation), signal);
	writeOut(statusText(migrations));
	return done({ migrations });
};

export { runStatus };