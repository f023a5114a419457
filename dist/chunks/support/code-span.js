import { r as __name } from "../rolldown-runtime.js";

// src/support/code-span.ts
/** Code within a line of Markdown, whatever backticks it holds. */
function code(text) {
	const line = text.replace(/\s+/gu, " ").trim();
	if (line === "") return "";
	const fence = "`".repeat(longestRun(line) + 1);
	const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${padding}${line}${padding}${fence}`;
}
/** The most backticks that stand in a row. */
function longestRun(text) {
	let longest = 0;
	for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
	return longest;
}

export { longestRun as n, code as t };