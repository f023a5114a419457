import { r as __name } from "../../rolldown-runtime.js";
import { n as tokenize } from "./tokens.js";

// src/sql/parser/unstorable-name.ts
/**
* The first name in the span that no server can hold: names have up to three bytes for a character. MariaDB refuses such a name,
* and MySQL puts `?` in place of the character without a word.
*/
function unstorableName(text, span, mode) {
	if (!beyond.test(text.slice(span.start, span.end))) return null;
	const isName = ({ kind }) => kind === "identifier" || kind === "word";
	return tokenize(text, span, null, mode).find((token) => isName(token) && beyond.test(token.text)) ?? null;
}
/** What MySQL makes of the name. */
function storedName(name) {
	return name.replaceAll(beyondAll, "?");
}
function isStorable(name) {
	return !beyond.test(name);
}
const beyond = /[\u{10000}-\u{10FFFF}]/u;
const beyondAll = /[\u{10000}-\u{10FFFF}]/gu;

export { storedName as n, unstorableName as r, isStorable as t };