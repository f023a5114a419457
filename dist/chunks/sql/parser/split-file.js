import { n as __name } from "../../rolldown-runtime.js";
import { i as lexemeAt } from "../../sql.js";

// src/sql/parser/split-file.ts
/**
* The statements of a file, as the `mysql` client would send them: a delimiter outside of quotes and comments ends one,
* so do `\g` and `\G`, and the last one needs no end. DELIMITER at the start of a line, between statements, changes the
* delimiter. Executable comments are code. Offsets are those of `text`, byte order mark and CRLF included.
*/
function splitFile(text) {
	const statements = [];
	const comments = [];
	let unterminated = null;
	let isOpen = false;
	for (const piece of pieces(text)) {
		unterminated ??= unterminatedAt(piece);
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
		unterminated
	};
}
function* pieces(text) {
	let delimiter = ";";
	let isOpen = false;
	let insideExecutable = false;
	for (let at = 0; at < text.length;) {
		const command = isOpen ? null : delimiterCommandAt(text, at);
		delimiter = command?.delimiter ?? delimiter;
		const endsAt = command?.end ?? terminatorEndAt(text, at, delimiter);
		const piece = endsAt === null ? cut(text, lexemeAt(text, at, insideExecutable), delimiter) : {
			kind: "end",
			start: at,
			end: endsAt
		};
		isOpen = staysOpen(isOpen, piece);
		if (piece.kind === "executable-open") insideExecutable = true;
		if (piece.kind === "executable-close" || piece.kind === "end") insideExecutable = false;
		yield piece;
		at = piece.end;
	}
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
	if (delimiter === void 0 || !isLineStart(text, at)) return null;
	return {
		delimiter: delimiter.replace(/^(['"`])(.+)\1$/, "$2"),
		end: delimiterCommand.lastIndex
	};
}
const delimiterCommand = /delimiter[ \t]+([^\s]+)[^\r\n]*/iy;
function isLineStart(text, at) {
	const lineStart = text.lastIndexOf("\n", at - 1) + 1;
	return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, at));
}
function terminatorEndAt(text, at, delimiter) {
	if (text.startsWith(delimiter, at)) return at + delimiter.length;
	return text[at] === "\\" && (text[at + 1] === "g" || text[at + 1] === "G") ? at + 2 : null;
}
/** A delimiter may be made of the characters words are made of, and then ends a word early: `END$$`. */
function cut(text, lexeme, delimiter) {
	if (lexeme.kind !== "word") return lexeme;
	const delimiterAt = text.slice(lexeme.start, lexeme.end).indexOf(delimiter);
	return delimiterAt > 0 ? {
		...lexeme,
		end: lexeme.start + delimiterAt
	} : lexeme;
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