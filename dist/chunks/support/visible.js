import { r as __name } from "../rolldown-runtime.js";

// src/support/visible.ts
/** Controls but line feed and tab, format characters (directions, zero-width), other line ends, halves of pairs. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** In Markdown a zero-width space of ours keeps `@name` and `#1` from notifying and linking. */
const hiddenInMarkdown = /(?<![@#](?=\u200B))(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** The text with its hidden characters written out, such as `\u{1b}`. */
function visible(text) {
	return text.replaceAll("\r\n", "\n").replaceAll(hidden, writtenOut);
}
/** {@link visible} for Markdown. */
function visibleMarkdown(markdown) {
	return markdown.replaceAll("\r\n", "\n").replaceAll(hiddenInMarkdown, writtenOut);
}
/** What GitHub takes in a comment or a summary. Hidden characters that are written out make a text longer. */
const longestBody = 65535;
function writtenOut(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

export { visible as n, visibleMarkdown as r, longestBody as t };