import { r as __name } from "../rolldown-runtime.js";
import { t as code } from "./code-span.js";

// src/support/command-words.ts
/**
* Commands that a text tells a person to write, with names that anybody may have chosen. What is copied out of the text names the
* same table, and runs nothing else.
*/
/** A command line for a terminal, such as `ghostship abort --table 'order items'`, as code. */
function inTerminal(verb, table, more = "") {
	return code(`ghostship ${verb} --table ${shellWord(table)}${more === "" ? "" : ` ${more}`}`);
}
/** A command for a comment of a pull request, as code. */
function inComment(verb, table) {
	return code(`/ghostship ${verb} ${commandWord(table)}`);
}
/** As a shell takes it: within single quotes nothing means anything, backticks and dollars neither. */
function shellWord(text) {
	return /^[\w.-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
/** What {@link shellWord} has quoted. */
const shellWordPattern = String.raw`(?:[\w.-]|'[^']*'|\\')+`;
function readShellWord(word) {
	return word.replaceAll(/'([^']*)'|\\'/gu, (_, inner) => inner ?? "'");
}
/** As a command in a comment takes it, or in the input `command`. */
function commandWord(text) {
	return /^[\w$.]+$/u.test(text) ? text : `\`${text.replaceAll("`", "``")}\``;
}
/** What {@link commandWord} has quoted; any other word is the name already. */
function readCommandWord(word) {
	const inner = /^`([\s\S]+)`$/u.exec(word)?.[1];
	return inner === void 0 ? word : inner.replaceAll("``", "`");
}
/** The words of such a command; what stands in backticks is one, and keeps them. */
function commandWords(text) {
	return text.match(/`(?:[^`]|``)+`(?!\S)|\S+/gu) ?? [];
}

export { readCommandWord as a, inTerminal as i, commandWords as n, readShellWord as o, inComment as r, shellWordPattern as s, commandWord as t };