import { s as prose, t as alert } from "./markdown.js";
import { l as warn, u as writeSummary } from "./core.js";
// src/action/job-summary.ts
/** The summary of the job, with what could not be delivered elsewhere. */
async function summarize(markdown, { failures }) {
	let notes = failures.map((failure) => alert("WARNING", prose(failure)));
	await writeSummary([...notes, markdown].join("\n\n")).catch((error) => {
		warn(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
	});
}
export { summarize as t };
