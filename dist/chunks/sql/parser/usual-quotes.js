import { r as __name } from "../../rolldown-runtime.js";
import { r as lexemeAt } from "./tokens.js";

// src/sql/parser/usual-quotes.ts
/** The same statement as a session without these modes would write it. */
function inUsualQuotes(text, quoting) {
	const { ansiQuotes, plainBackslashes } = quoting;
	if (!(ansiQuotes && text.includes("\"")) && !(plainBackslashes && text.includes("\\"))) return text;
	let usual = "";
	for (let at = 0; at < text.length;) {
		const { kind, start, end } = lexemeAt(text, at, true, quoting);
		const piece = text.slice(start, end);
		if (kind === "string" && plainBackslashes) usual += piece.replaceAll("\\", "\\\\");
		else if (kind === "identifier" && piece.startsWith("\"")) usual += nameOf(piece);
		else usual += piece;
		at = end;
	}
	return usual;
}
function nameOf(quoted) {
	return `\`${quoted.slice(1, -1).replaceAll("\"\"", "\"").replaceAll("`", "``")}\``;
}

export { inUsualQuotes as t };