import { r as __name } from "../rolldown-runtime.js";
import { t as status } from "../commands/control/status.js";
import { n as codeBlock } from "../report/markdown.js";
import { n as statusText } from "../report/status-text.js";
import { r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";
import { t as findOrphaned } from "./tell-orphaned.js";

// src/action/status-run.ts
/** Shows the migrations in the target database. */
async function statusRun(run, signal) {
	const migrations = await status(null, run.settings, signal);
	const [first] = migrations;
	if (first !== void 0) publish({
		state: first.state,
		"migration-id": first.id
	});
	const text = await statusWords(run, migrations);
	log(text);
	await summarize(codeBlock("", text), run.writes);
}
/** With what no run goes on with any more. */
async function statusWords(run, migrations) {
	return statusText(migrations, await findOrphaned(run, migrations).catch(() => []));
}

export { statusWords as n, statusRun as t };