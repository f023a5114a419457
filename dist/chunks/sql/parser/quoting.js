import { n as __name } from "../../rolldown-runtime.js";

// src/sql/parser/quoting.ts
/** What servers do unless they are told otherwise. */
const usualQuoting = {
	ansiQuotes: false,
	plainBackslashes: false
};
/** @param modes as servers write them, one by one: they list what ANSI and the like stand for */
function quotingOf(modes) {
	return {
		ansiQuotes: modes.includes("ANSI_QUOTES"),
		plainBackslashes: modes.includes("NO_BACKSLASH_ESCAPES")
	};
}

export { usualQuoting as n, quotingOf as t };