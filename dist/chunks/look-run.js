import { n as cleanup, t as cleanupText } from "./cleanup-text.js";
import { n as status } from "./control2.js";
import { r as codeBlock } from "./markdown.js";
import { t as statusText } from "./status-text.js";
import { r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";
// src/action/look-run.ts
async function statusRun({ settings, delivery }, signal) {
	let migrations = await status(null, settings, signal), [first] = migrations;
	first !== void 0 && publish({
		state: first.progress.state,
		"migration-id": first.migrationId
	}), log(statusText(migrations)), await summarize(codeBlock("", statusText(migrations)), delivery);
}
async function cleanupRun({ settings, delivery }, signal) {
	let text = cleanupText(await cleanup(null, settings, signal));
	publish({ state: "completed" }), log(text), await summarize(codeBlock("", text), delivery);
}
export { cleanupRun, statusRun };
