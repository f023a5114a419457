import { r as __name } from "../rolldown-runtime.js";
import { l as prose, t as alert } from "../report/markdown.js";
import { r as messageOf } from "../support/errors.js";
import { d as writeSummary, u as warn } from "./core.js";

// src/action/job-summary.ts
/** Writes the summary of the job, with a note for each write to GitHub that failed. */
async function summarize(markdown, { failures }) {
	const notes = failures.map((failure) => alert("WARNING", prose(failure)));
	await writeSummary([...notes, markdown].join("\n\n")).catch((error) => {
		warn(`The job summary could not be written: ${messageOf(error)}`);
	});
}

export { summarize as t };