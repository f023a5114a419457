import { r as __name } from "../../rolldown-runtime.js";

// src/commands/statements/kept-from-running.ts
/** What else keeps a statement of a file from running. */
const keptFromRunning = "To keep it from running, take its file away in a pull request, or note it as applied with `ghostship baseline`.";
/** Adds to the end that a person has made that it is none for the file. */
function tellNotForGood(error, { file }) {
	if (error.code !== "aborted" || file === null) return error;
	return {
		...error,
		hint: `${error.hint} The next run begins it again, whatever merge starts it. ${keptFromRunning}`
	};
}

export { tellNotForGood as n, keptFromRunning as t };