import { r as __name } from "../../rolldown-runtime.js";
import { a as usualQuoting, r as lexemeAt } from "./tokens.js";

// src/sql/parser/split-file.ts
/**
* The statements of a file, as the `mysql` client would send them: a delimiter outside of quotes and comments ends one,
* so do `\g` and `\G`, and the last one needs no end. DELIMITER at the start of a line, between statements, changes the
* delimiter. Executable comments are code. Offsets are those of `text`, byte order mark and CRLF included.
*/
function splitFile(text, quoting = usualQuoting) {
	const statements = [];
	const comments = [];
	let unterminated = null;
	let brokenName = null;
	let isOpen = false;
	for (const piece of pieces(text, quoting)) {
		unterminated ??= unterminatedAt(piece);
		if (piece.kind === "identifier" && piece.closed && lineBreak.test(text.slice(piece.start, piece.end))) brokenName ??= {
			start: piece.start,
			end: piece.end
		};
		if (piece.kind === "comment") comments.push({
			start: piece.start,
			end: piece.end
		});
		const current = isOpen ? statements.at(-1) : void 0;
		if (isCode(piece) && current === void 0) statements.push({
			start: piece.start,
			end: piece.end
		});
		if (isCode(piece) && current !== void 0) current.end = piece.end;
		isOpen = staysOpen(isOpen, piece);
	}
	return {
		statements,
		comments,
		unterminated,
		brokenName
	};
}
const lineBreak = /[\n\r]/u;
function* pieces(text, quoting) {
	let delimiter = new Delimiter(text, ";");
	let isOpen = false;
	let insideExecutable = false;
	let isLineStart = true;
	for (let at = 0; at < text.length;) {
		const command = isOpen || !isLineStart ? null : delimiterCommandAt(text, at);
		if (command !== null) delimiter = new Delimiter(text, command.delimiter);
		const endsAt = command?.end ?? terminatorEndAt(text, at, delimiter.text);
		const piece = endsAt === null ? lexemeAt(delimiter.cutsWords ? delimiter.textUpTo(at) : text, at, insideExecutable, quoting) : {
			kind: "end",
			start: at,
			end: endsAt
		};
		isOpen = staysOpen(isOpen, piece);
		isLineStart = leavesLineStart(text, piece, isLineStart);
		if (piece.kind === "executable-open") insideExecutable = true;
		if (piece.kind === "executable-close" || piece.kind === "end") insideExecutable = false;
		yield piece;
		at = piece.end;
	}
}
/** What ends statements, and where it comes next. */
var Delimiter = class {
	text;
	/** It may be made of the characters words are made of, and then ends a word early: `END$$`. */
	cutsWords;
	#whole;
	#next = -1;
	constructor(whole, text) {
		this.text = text;
		this.cutsWords = wordCharacter.test(text.charAt(0));
		this.#whole = whole;
	}
	/** The whole text, or the part up to the next delimiter where a word begins at `at`. */
	textUpTo(at) {
		if (!wordCharacter.test(this.#whole.charAt(at))) return this.#whole;
		if (this.#next < at) this.#next = this.#whole.indexOf(this.text, at);
		if (this.#next < 0) this.#next = this.#whole.length;
		return this.#next === this.#whole.length ? this.#whole : this.#whole.slice(0, this.#next);
	}
};
const wordCharacter = /[\w$\u0080-\uFFFF]/;
/** Whether only blanks stand before the end of the piece on its line. */
function leavesLineStart(text, { kind, start, end }, wasLineStart) {
	if (kind !== "space") return false;
	return wasLineStart || text.slice(start, end).includes("\n");
}
/** Whether a statement is open behind the piece. */
function staysOpen(wasOpen, piece) {
	return piece.kind !== "end" && (wasOpen || isCode(piece));
}
function isCode(piece) {
	return piece.kind !== "space" && piece.kind !== "comment" && piece.kind !== "end";
}
/** `DELIMITER //` with nothing but blanks before it on its line; it takes the whole line. */
function delimiterCommandAt(text, at) {
	delimiterCommand.lastIndex = at;
	const delimiter = delimiterCommand.exec(text)?.[1];
	if (delimiter === void 0) return null;
	const [first = ""] = delimiter;
	return {
		delimiter: (delimiter.length > 2 && /['"`]/.test(first) && delimiter.endsWith(first) ? delimiter.slice(1, -1) : delimiter).slice(0, maxDelimiterLength),
		end: delimiterCommand.lastIndex
	};
}
const delimiterCommand = /delimiter[ \t]+([^\s]+)[^\r\n]*/iy;
/** The `mysql` client cuts a longer one off. */
const maxDelimiterLength = 15;
function terminatorEndAt(text, at, delimiter) {
	if (text.startsWith(delimiter, at)) return at + delimiter.length;
	return text[at] === "\\" && (text[at + 1] === "g" || text[at + 1] === "G") ? at + 2 : null;
}
function unterminatedAt(piece) {
	if (piece.kind !== "string" && piece.kind !== "identifier" && piece.kind !== "comment") return null;
	return piece.closed ? null : {
		kind: piece.kind,
		start: piece.start,
		end: piece.end
	};
}

export { splitFile as t };