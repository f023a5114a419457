import { r as __name } from "../rolldown-runtime.js";
import { r as inComment } from "../support/command-words.js";
import { t as clip } from "./clip.js";

// src/report/orphan-text.ts
/** Of a migration that waits, for the pull request that takes its statement away. */
function orphanedByMerge({ table, statement, file, run }) {
	const whose = run.pullRequest === null ? "" : ` (#${run.pullRequest})`;
	return `A copy of ${table} waits to be resumed: it was begun by ${clip(statement, 200)} in ${file ?? ""}${whose}. After this merge no run goes on with it. Write ${inComment("abort", table)} to remove it.`;
}
/** Of a migration that waits, for a run that was to go on with it. */
function orphanedText({ table, file }) {
	return `The migration of ${table} has yielded, and the statement that has begun it is not in ${file ?? ""} any more. Write ${inComment("abort", table)} to remove what it has copied, or bring the statement back to go on with it.`;
}

export { orphanedText as n, orphanedByMerge as t };