import { r as __name } from "../rolldown-runtime.js";
import { n as cleanup, t as cleanupText } from "../report/cleanup-text.js";
import { n as codeBlock } from "../report/markdown.js";
import { r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";

// src/action/cleanup-run.ts
/** Drops what migrations have left behind in the target database. */
async function cleanupRun({ settings, writes }, signal) {
	const takesOver = settings.values["take-over"] === "true";
	const text = cleanupText(await cleanup(null, settings, signal, {
		dryRun: false,
		takesOver,
		olderThanMs: 0
	}));
	publish({ state: "completed" });
	log(text);
	await summarize(codeBlock("", text), writes);
}

export { cleanupRun };