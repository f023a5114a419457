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
/** {@link visible} for what a runner may print, which takes lines like `::set-output` and `##[error]` for commands. */
function visibleInLog(text) {
	return visible(text).replace(/^(\s*):(?=:)/gmu, "$1: ").replaceAll("##[", "## [");
}
/** JSON on several lines, with hidden characters as its escapes. */
function visibleJson(value) {
	const unit = (character, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
	return JSON.stringify(value, null, 2).replaceAll(hidden, (character) => Array.from({ length: character.length }, (_, index) => unit(character, index)).join(""));
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

export { visibleMarkdown as a, visibleJson as i, visible as n, visibleInLog as r, longestBody as t };