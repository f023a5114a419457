import { r as __name } from "../../rolldown-runtime.js";
import { c as unquoteIdent } from "../sql.js";

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

// src/sql/parser/executable-comment.ts
/**
* Whether the server runs what follows this head (`/*!`, `/*!80013`, `/*M!100100`). Without a server the answer is yes,
* because a warning too many does less harm than one too few. MariaDB skips 50700 to 99999, the numbers only MySQL uses.
*/
function executes(head, server) {
	const since = Number(/\d+$/.exec(head)?.[0] ?? 0);
	if (since === 999999) return false;
	if (server === null) return true;
	const forMariadbOnly = head.startsWith("/*M");
	if (forMariadbOnly && server.flavor === "mysql") return false;
	if (server.flavor === "mariadb" && !forMariadbOnly && since >= 50700 && since <= 99999) return false;
	return since <= versionNumber(server.version);
}
/** 80403 for 8.4.3, as executable comments write it. */
function versionNumber(version) {
	const [major = 0, minor = 0, patch = 0] = version.split(/\D+/, 3).map(Number);
	return major * 1e4 + minor * 100 + patch;
}

// src/sql/parser/lexeme.ts
/**
* The lexeme that starts at `at`, which must be less than `text.length`. Every offset belongs to exactly one lexeme.
*/
function lexemeAt(text, at, insideExecutable, quoting) {
	const first = text[at] ?? "";
	if (first === "`" || first === "\"" && quoting.ansiQuotes) return quoted("identifier", text, at, false);
	if (first === "'" || first === "\"") return quoted("string", text, at, !quoting.plainBackslashes);
	if (first === "#") return lineComment(text, at);
	if (text.startsWith("--", at) && endsDashes(text, at + 2)) return lineComment(text, at);
	if (insideExecutable && text.startsWith("*/", at)) return lexeme("executable-close", at, at + 2);
	if (text.startsWith("/*", at)) return blockComment(text, at);
	const spaceEnd = matchEnd(space, text, at);
	if (spaceEnd > at) return lexeme("space", at, spaceEnd);
	if (at === 0 && first === byteOrderMark) return lexeme("space", 0, 1);
	const wordEnd = matchEnd(word, text, at);
	return wordEnd > at ? lexeme("word", at, wordEnd) : lexeme("symbol", at, at + 1);
}
const byteOrderMark = "﻿";
const space = /[ \t\n\v\f\r]+/y;
/** Identifiers may hold any character from U+0080 on, and numbers may start one, so both are words. */
const word = /\d+\.\d+(?:e[+-]?\d+)?|[\w$\u0080-\uFFFF]+/iy;
const executableHead = /\/\*M?!(?:\d{5,6})?/y;
function lexeme(kind, start, end, closed = true) {
	return {
		kind,
		start,
		end,
		closed
	};
}
function quoted(kind, text, start, backslashEscapes) {
	const quote = text[start];
	for (let at = start + 1; at < text.length; at += 1) {
		const character = text[at];
		if (character === "\\" && backslashEscapes) at += 1;
		else if (character === quote && text[at + 1] === quote) at += 1;
		else if (character === quote) return lexeme(kind, start, at + 1);
	}
	return lexeme(kind, start, text.length, false);
}
function lineComment(text, start) {
	const newline = text.indexOf("\n", start);
	return lexeme("comment", start, newline === -1 ? text.length : newline);
}
/** Two dashes begin a comment only before a blank: `5--1` is arithmetic. */
function endsDashes(text, at) {
	return at >= text.length || text.charCodeAt(at) <= 32;
}
function blockComment(text, start) {
	const headEnd = matchEnd(executableHead, text, start);
	if (headEnd > start) return lexeme("executable-open", start, headEnd);
	const close = text.indexOf("*/", start + 2);
	return close === -1 ? lexeme("comment", start, text.length, false) : lexeme("comment", start, close + 2);
}
/** Where the match that starts exactly at `at` ends, or `at` if there is none. */
function matchEnd(sticky, text, at) {
	sticky.lastIndex = at;
	return sticky.test(text) ? sticky.lastIndex : at;
}

// src/sql/parser/tokens.ts
/**
* The code in `span`, in order. Executable comments count as code if the server would run them; without a server all of
* them do.
*/
function tokenize(text, span, server, quoting = usualQuoting) {
	const tokens = [];
	let executable = "none";
	for (let at = span.start; at < span.end;) {
		const lexeme = lexemeAt(text, at, executable !== "none", quoting);
		at = lexeme.end;
		const { kind, start, end } = lexeme;
		if (kind === "executable-open") executable = executes(text.slice(start, end), server) ? "run" : "skip";
		else if (kind === "executable-close") executable = "none";
		else if (kind !== "space" && kind !== "comment" && executable !== "skip") tokens.push(token(text, kind, start, end));
	}
	return tokens;
}
/**
* The tokens as text again, with the author's spacing and without comments. So more text can follow it, and no server reads an
* executable comment in another way. `tokens` must be in the order of the source.
*/
function codeOf(text, tokens) {
	let code = "";
	let previous = null;
	for (const current of tokens) {
		if (previous !== null) code += gap(text.slice(previous.end, current.start));
		code += text.slice(current.start, current.end);
		previous = current;
	}
	return code;
}
function token(text, kind, start, end) {
	const raw = text.slice(start, end);
	if (kind === "identifier") return {
		kind,
		start,
		end,
		text: nameIn(raw),
		keyword: ""
	};
	return {
		kind,
		start,
		end,
		text: raw,
		keyword: kind === "string" ? "" : raw.toUpperCase()
	};
}
function nameIn(quoted) {
	return quoted.startsWith("\"") ? quoted.slice(1, -1).replaceAll("\"\"", "\"") : unquoteIdent(quoted);
}
/** A comment, or something left out, between two tokens becomes one space. */
function gap(between) {
	return /^\s*$/.test(between) ? between : " ";
}

export { usualQuoting as a, quotingOf as i, tokenize as n, lexemeAt as r, codeOf as t };