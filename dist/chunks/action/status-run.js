import { r as __name } from "../rolldown-runtime.js";
import { t as status } from "../commands/control/status.js";
import { r as codeBlock } from "../report/markdown.js";
import { n as statusText } from "../report/status-text.js";
import { r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";

// src/action/status-run.ts
/** Shows the migrations in the target database. */
async function statusRun({ settings, writes }, signal) {
	const migrations = await status(null, settings, signal);
	const [first] = migrations;
	if (first !== void 0) publish({
		state: first.state,
		"migration-id": first.id
	});
	log(statusText(migrations));
	await summarize(codeBlock("", statusText(migrations)), writes);
}

export { statusRun };