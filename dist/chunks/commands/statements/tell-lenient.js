import { r as __name } from "../../rolldown-runtime.js";
import { a as sentence } from "../../support/errors.js";

// src/commands/statements/tell-lenient.ts
/** Adds to a refusal what the file has set, in a session of its own, so that the server would perhaps not refuse. */
function tellLenient(error, { lenientBy }) {
	if (lenientBy === null || !aboutDefinitions.includes(error.code)) return error;
	return {
		...error,
		message: `${sentence(error.message)} ${lenientBy}`
	};
}
const aboutDefinitions = [
	"invalid-statement",
	"unsupported-table",
	"data-does-not-fit"
];

export { tellLenient as t };