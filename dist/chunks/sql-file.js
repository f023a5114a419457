import { r as __toESM } from "./rolldown-runtime.js";
import { a as require_picomatch } from "./settings.js";
import { t as GhostshipError } from "./errors.js";
import { relative, resolve, sep } from "node:path";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "url";
import * as nativeFs from "fs";
import { readdir, readdirSync, realpath, realpathSync, stat, statSync } from "fs";
import { basename, dirname, isAbsolute, normalize, posix, relative as relative$1, resolve as resolve$1, sep as sep$1 } from "path";
import { createRequire } from "module";
// src/sql/line-index.ts
/** Turns offsets of a text into lines and columns. Lines end with LF; the CR of a CRLF belongs to its line. */
var LineIndex = class {
	#lineStarts;
	constructor(text) {
		this.#lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (newline) => newline.index + 1)];
	}
	at(offset) {
		let low = 0, high = this.#lineStarts.length;
		for (; high - low > 1;) {
			let middle = low + high >> 1;
			(this.#lineStarts[middle] ?? 0) <= offset ? low = middle : high = middle;
		}
		return {
			line: low + 1,
			column: offset - (this.#lineStarts[low] ?? 0) + 1
		};
	}
}, TokenCursor = class {
	#tokens;
	#at = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get done() {
		return this.#at >= this.#tokens.length;
	}
	peek(ahead = 0) {
		return this.#tokens[this.#at + ahead];
	}
	/** Whether exactly these keywords or symbols come next. */
	sees(...keywords) {
		return keywords.every((keyword, index) => this.peek(index)?.keyword === keyword);
	}
	/** Takes these keywords if all of them come next. */
	take(...keywords) {
		return this.sees(...keywords) ? (this.#at += keywords.length, !0) : !1;
	}
	/** Takes one of the keywords and tells which. */
	takeAny(keywords) {
		return keywords.find((keyword) => this.take(keyword)) ?? null;
	}
	next() {
		let token = this.peek();
		return token !== void 0 && (this.#at += 1), token;
	}
	/** Takes words of the list as long as they come, and tells which and where. */
	takeEach(keywords) {
		let mark = this.#at;
		for (; this.takeAny(keywords) !== null;);
		return this.since(mark).map(({ keyword, start, end }) => ({
			text: keyword,
			start,
			end
		}));
	}
	name() {
		if (!isName(this.peek())) return null;
		let token = this.next();
		return token === void 0 ? null : {
			text: token.text,
			start: token.start,
			end: token.end
		};
	}
	tableName() {
		let first = this.name();
		if (first === null) return null;
		let second = this.take(".") ? this.name() : null;
		return second === null ? {
			schema: null,
			name: first.text,
			start: first.start,
			end: first.end
		} : {
			schema: first.text,
			name: second.text,
			start: first.start,
			end: second.end
		};
	}
	/** Takes a parenthesized group and gives what is inside, without the outer parentheses; null if none comes next. */
	group() {
		if (!this.sees("(")) return null;
		let from = this.#at + 1, depth = 0;
		for (; !this.done && (this.sees("(") ? depth += 1 : this.sees(")") && --depth, depth !== 0); this.#at += 1);
		let inside = this.#tokens.slice(from, this.#at);
		return this.next(), inside;
	}
	/** Takes MariaDB's `WAIT n` or `NOWAIT` if it comes next. */
	takeWait() {
		this.take("WAIT") ? this.next() : this.take("NOWAIT");
	}
	/** Takes everything that is left. */
	rest() {
		let rest = this.#tokens.slice(this.#at);
		return this.#at = this.#tokens.length, rest;
	}
	/** Where the cursor stands, for {@link since}. */
	get mark() {
		return this.#at;
	}
	/** The tokens taken since the cursor stood at `mark`. */
	since(mark) {
		return this.#tokens.slice(mark, this.#at);
	}
};
/** From the first to the last of the tokens; empty at `fallback` if there are none. */
function spanOf(tokens, fallback) {
	return {
		start: tokens[0]?.start ?? fallback,
		end: tokens.at(-1)?.end ?? fallback
	};
}
/** The tokens between the commas that are not inside parentheses. An empty piece stays, so that nothing shifts. */
function splitAtCommas(tokens) {
	let pieces = [[]], depth = 0;
	for (let token of tokens) token.keyword === "(" ? depth += 1 : token.keyword === ")" && --depth, token.keyword === "," && depth === 0 ? pieces.push([]) : pieces.at(-1)?.push(token);
	return pieces;
}
function isName(token) {
	return token?.kind === "word" || token?.kind === "identifier";
}
// src/sql/executable-comment.ts
/**
* Whether the server runs what follows this head (`/*!`, `/*!80013`, `/*M!100100`). Without a server the answer is yes:
* who reads in order to warn should rather see too much. MariaDB skips 50700 to 99999, the numbers only MySQL uses.
*/
function executes(head, server) {
	if (server === null) return !0;
	let forMariadbOnly = head.startsWith("/*M");
	if (forMariadbOnly && server.flavor === "mysql") return !1;
	let since = Number(/\d+$/.exec(head)?.[0] ?? 0);
	return server.flavor === "mariadb" && !forMariadbOnly && since >= 50700 && since <= 99999 ? !1 : since <= versionNumber(server.version);
}
/** 80403 for 8.4.3, as executable comments write it. */
function versionNumber(version) {
	let [major = 0, minor = 0, patch = 0] = version.split(/\D+/, 3).map(Number);
	return major * 1e4 + minor * 100 + patch;
}
// src/sql/lexeme.ts
/**
* The lexeme that starts at `at`, which must be less than `text.length`. Every offset belongs to exactly one lexeme.
* Backslashes escape inside strings: no session of ours runs with NO_BACKSLASH_ESCAPES.
*/
function lexemeAt(text, at, insideExecutable) {
	let first = text[at] ?? "";
	if (first === "'" || first === "\"") return quoted("string", text, at);
	if (first === "`") return quoted("identifier", text, at);
	if (first === "#" || text.startsWith("--", at) && endsDashes(text, at + 2)) return lineComment(text, at);
	if (insideExecutable && text.startsWith("*/", at)) return lexeme("executable-close", at, at + 2);
	if (text.startsWith("/*", at)) return blockComment(text, at);
	let spaceEnd = matchEnd(space, text, at);
	if (spaceEnd > at) return lexeme("space", at, spaceEnd);
	if (at === 0 && first === byteOrderMark) return lexeme("space", 0, 1);
	let wordEnd = matchEnd(word, text, at);
	return wordEnd > at ? lexeme("word", at, wordEnd) : lexeme("symbol", at, at + 1);
}
const byteOrderMark = "﻿", space = /[ \t\n\v\f\r]+/y, word = /\d+\.\d+(?:e[+-]?\d+)?|[\w$\u0080-\uFFFF]+/iy, executableHead = /\/\*M?!(?:\d{5,6})?/y;
function lexeme(kind, start, end, closed = !0) {
	return {
		kind,
		start,
		end,
		closed
	};
}
function quoted(kind, text, start) {
	let quote = text[start];
	for (let at = start + 1; at < text.length; at += 1) {
		let character = text[at];
		if (character === "\\" && kind === "string") at += 1;
		else if (character === quote && text[at + 1] === quote) at += 1;
		else if (character === quote) return lexeme(kind, start, at + 1);
	}
	return lexeme(kind, start, text.length, !1);
}
function lineComment(text, start) {
	let newline = text.indexOf("\n", start);
	return lexeme("comment", start, newline === -1 ? text.length : newline);
}
/** Two dashes begin a comment only before a blank: `5--1` is arithmetic. */
function endsDashes(text, at) {
	return at >= text.length || text.charCodeAt(at) <= 32;
}
function blockComment(text, start) {
	let headEnd = matchEnd(executableHead, text, start);
	if (headEnd > start) return lexeme("executable-open", start, headEnd);
	let close = text.indexOf("*/", start + 2);
	return close === -1 ? lexeme("comment", start, text.length, !1) : lexeme("comment", start, close + 2);
}
/** Where the match that starts exactly at `at` ends, or `at` if there is none. */
function matchEnd(sticky, text, at) {
	return sticky.lastIndex = at, sticky.test(text) ? sticky.lastIndex : at;
}
// src/sql/tokens.ts
/**
* The code in `span`, in order. Executable comments count as code if the server would run them; without a server all of
* them do.
*/
function tokenize(text, span, server) {
	let tokens = [], executable = "none";
	for (let at = span.start; at < span.end;) {
		let lexeme = lexemeAt(text, at, executable !== "none");
		at = lexeme.end;
		let { kind, start, end } = lexeme;
		kind === "executable-open" ? executable = executes(text.slice(start, end), server) ? "run" : "skip" : kind === "executable-close" ? executable = "none" : kind !== "space" && kind !== "comment" && executable !== "skip" && tokens.push(token(text, kind, start, end));
	}
	return tokens;
}
/**
* The tokens as text again, with the author's own spacing and without any comment, so that more can be put behind it and
* an executable comment means the same to every server. `tokens` must be in the order of the source.
*/
function codeOf(text, tokens) {
	let code = "", previous = null;
	for (let current of tokens) previous !== null && (code += gap(text.slice(previous.end, current.start))), code += text.slice(current.start, current.end), previous = current;
	return code;
}
function token(text, kind, start, end) {
	let raw = text.slice(start, end);
	return kind === "identifier" ? {
		kind,
		start,
		end,
		text: raw.slice(1, -1).replaceAll("``", "`"),
		keyword: ""
	} : {
		kind,
		start,
		end,
		text: raw,
		keyword: kind === "string" ? "" : raw.toUpperCase()
	};
}
/** Anything between two tokens that is not blank is a comment, or something left out: it leaves one space. */
function gap(between) {
	return /^\s*$/.test(between) ? between : " ";
}
// src/sql/read-column-type.ts
/** Takes the type that comes next; its name is empty, and its span empty at `fallback`, if none does. */
function readColumnType(text, cursor, fallback) {
	let mark = cursor.mark, name = readTypeName(cursor), args = splitAtCommas(cursor.group() ?? []).map((argument) => codeOf(text, argument)), attributes = cursor.takeEach(typeAttributes).map((attribute) => attribute.text);
	return {
		...spanOf(cursor.since(mark), fallback),
		name,
		arguments: args[0] === "" ? [] : args,
		attributes
	};
}
const typeAttributes = [
	"UNSIGNED",
	"SIGNED",
	"ZEROFILL",
	"BINARY",
	"ASCII",
	"UNICODE",
	"BYTE",
	"COMPRESSED"
], secondWords = {
	CHAR: ["VARYING"],
	CHARACTER: ["VARYING"],
	DOUBLE: ["PRECISION"],
	LONG: [
		"CHARACTER VARYING",
		"CHAR VARYING",
		"VARCHAR",
		"VARBINARY"
	],
	NATIONAL: [
		"CHARACTER VARYING",
		"CHAR VARYING",
		"VARCHAR",
		"CHARACTER",
		"CHAR"
	],
	NCHAR: ["VARCHAR", "VARYING"]
};
function readTypeName(cursor) {
	if (cursor.peek()?.kind !== "word") return "";
	let first = cursor.next()?.keyword ?? "", second = (secondWords[first] ?? []).find((words) => cursor.take(...words.split(" ")));
	return second === void 0 ? first : `${first} ${second}`;
}
// src/sql/read-constraint.ts
/** Takes `CONSTRAINT [IF NOT EXISTS] [name]` if it comes next; the name may be missing. */
function readConstraintName(cursor) {
	return cursor.take("CONSTRAINT") ? (cursor.take("IF", "NOT", "EXISTS"), [
		"CHECK",
		"FOREIGN",
		"PRIMARY",
		"UNIQUE"
	].some((kind) => cursor.sees(kind)) ? null : cursor.name()) : null;
}
/** Takes `CHECK (…) [[NOT] ENFORCED]`; `name` is what stood before it. Null if something else comes next. */
function readCheck(cursor, name) {
	let mark = cursor.mark;
	if (!cursor.take("CHECK")) return null;
	cursor.group();
	let enforced = readEnforced(cursor);
	return {
		...spanOf(cursor.since(mark), 0),
		name,
		enforced
	};
}
/** Takes `[NOT] ENFORCED`; a constraint is enforced unless it says otherwise. */
function readEnforced(cursor) {
	return !cursor.take("NOT", "ENFORCED") && (cursor.take("ENFORCED"), !0);
}
/** Takes `REFERENCES table (columns) [MATCH …] [ON DELETE …] [ON UPDATE …]`. */
function readReferences(cursor) {
	if (!cursor.take("REFERENCES")) return null;
	let table = cursor.tableName();
	for (cursor.group(), cursor.take("MATCH") && cursor.next(); cursor.take("ON", "DELETE") || cursor.take("ON", "UPDATE");) readReferentialAction(cursor);
	return table;
}
/** CASCADE and RESTRICT are one word; SET NULL, SET DEFAULT and NO ACTION are two. */
function readReferentialAction(cursor) {
	cursor.takeAny(["SET", "NO"]), cursor.next();
}
// src/sql/read-default.ts
/** Takes the value behind the word DEFAULT. */
function readDefault(cursor, fallback) {
	let mark = cursor.mark;
	cursor.takeAny(["-", "+"]), cursor.group() === null && readValue(cursor);
	let tokens = cursor.since(mark);
	return {
		...spanOf(tokens, fallback),
		kind: kindOf(tokens),
		functions: functionsIn(tokens)
	};
}
const nowWords = [
	"CURRENT_TIMESTAMP",
	"NOW",
	"LOCALTIME",
	"LOCALTIMESTAMP"
];
/** A string may have a character set before it and more strings behind it; a name may be a call. */
function readValue(cursor) {
	for (cursor.next(); cursor.peek()?.kind === "string";) cursor.next();
	cursor.group();
}
function kindOf(tokens) {
	let first = tokens[0]?.keyword ?? "";
	return first === "NULL" ? "null" : nowWords.includes(first) ? "now" : tokens.some((token) => token.keyword === "(") ? "expression" : "literal";
}
function functionsIn(tokens) {
	return tokens.filter((token, index) => token.kind === "word" && tokens[index + 1]?.keyword === "(").map((token) => token.keyword);
}
// src/sql/read-column.ts
/**
* Takes the column whose name comes next, and with it all the rest. Attributes that are not known here are passed over:
* the server knows better what is valid. Null if there is not even a name.
*/
function readColumn(text, cursor) {
	let name = cursor.name();
	if (name === null) return null;
	let type = readColumnType(text, cursor, name.end), column = {
		...noAttributes,
		...type.name === "SERIAL" ? serial : {},
		name,
		type
	}, mark = cursor.mark;
	for (; !cursor.done;) readAttribute(cursor, column);
	return {
		...column,
		start: name.start,
		end: spanOf(cursor.since(mark), type.end).end
	};
}
const noAttributes = {
	nullability: "unspecified",
	default: null,
	autoIncrement: !1,
	key: null,
	generated: null,
	checks: [],
	references: null,
	charset: null,
	collation: null,
	position: null
}, serial = {
	nullability: "not-null",
	autoIncrement: !0,
	key: "unique"
};
/** Takes at least one token, so that the caller's loop ends. */
function readAttribute(cursor, column) {
	cursor.sees("CONSTRAINT") || cursor.sees("CHECK") ? readColumnCheck(cursor, column) : cursor.take("NOT", "NULL") ? column.nullability = "not-null" : cursor.take("NULL") ? column.nullability = "null" : cursor.take("DEFAULT") ? column.default = readDefault(cursor, column.name.end) : cursor.take("SERIAL", "DEFAULT", "VALUE") ? Object.assign(column, serial) : cursor.take("ON", "UPDATE") ? readDefault(cursor, column.name.end) : cursor.take("AUTO_INCREMENT") ? column.autoIncrement = !0 : cursor.take("UNIQUE", "KEY") || cursor.take("UNIQUE") ? column.key = "unique" : cursor.take("PRIMARY", "KEY") || cursor.take("KEY") ? column.key = "primary" : cursor.takeAny([
		"COMMENT",
		"COLUMN_FORMAT",
		"STORAGE"
	]) === null ? cursor.take("AS") ? readGenerated(cursor, column) : cursor.sees("REFERENCES") ? column.references = readReferences(cursor) : cursor.take("CHARACTER", "SET") || cursor.take("CHARSET") ? column.charset = cursor.name() : cursor.take("COLLATE") ? column.collation = cursor.name() : cursor.take("FIRST") ? column.position = "first" : cursor.take("AFTER") ? column.position = cursor.name() : cursor.next() : cursor.next();
}
function readColumnCheck(cursor, column) {
	let check = readCheck(cursor, readConstraintName(cursor));
	check !== null && (column.checks = [...column.checks, check]);
}
/** What stands behind AS. Neither word means VIRTUAL; MariaDB calls STORED also PERSISTENT. */
function readGenerated(cursor, column) {
	cursor.group() !== null && (column.generated = cursor.takeAny(["STORED", "PERSISTENT"]) === null ? "virtual" : "stored");
}
// src/sql/read-index.ts
/** Takes `[UNIQUE|FULLTEXT|…] INDEX [name] (parts) options`. Null, and nothing taken, if no index comes next. */
function readIndex(cursor, constraintName) {
	let index = readIndexKind(cursor);
	if (index === null) return null;
	cursor.take("IF", "NOT", "EXISTS");
	let ownName = cursor.sees("USING") ? null : cursor.name();
	cursor.take("USING") && cursor.next();
	let parts = readIndexParts(cursor.group() ?? []);
	return {
		kind: "add-index",
		index,
		name: ownName ?? constraintName,
		parts,
		used: isUsed(cursor.rest())
	};
}
/** Takes the words that say which kind of index follows, INDEX or KEY included. */
function readIndexKind(cursor) {
	if (cursor.take("PRIMARY", "KEY")) return "primary";
	if (cursor.take("VECTOR", "INDEX") || cursor.take("VECTOR", "KEY")) return "vector";
	let special = cursor.takeAny([
		"UNIQUE",
		"FULLTEXT",
		"SPATIAL"
	]), isIndex = cursor.takeAny(["INDEX", "KEY"]) !== null;
	return special === null ? isIndex ? "plain" : null : specialKinds[special];
}
function readIndexParts(list) {
	return splitAtCommas(list).filter((part) => part.length > 0).map((part) => {
		let cursor = new TokenCursor(part), column = cursor.name();
		return {
			...spanOf(part, 0),
			column,
			hasPrefixLength: column !== null && cursor.group() !== null
		};
	});
}
/** From the options behind the parts. */
function isUsed(options) {
	return !options.some(({ keyword }, index) => keyword === "INVISIBLE" || keyword === "IGNORED" && options[index - 1]?.keyword !== "NOT");
}
const specialKinds = {
	UNIQUE: "unique",
	FULLTEXT: "fulltext",
	SPATIAL: "spatial"
};
// src/sql/read-add-clause.ts
/** What stands behind ADD. A list in parentheses gives one clause, with its own span, for each element. */
function readAdd(text, cursor, span) {
	if (cursor.take("SYSTEM", "VERSIONING") || cursor.take("PERIOD", "FOR")) return [{
		kind: "system-versioning",
		...span
	}];
	let hasColumnWord = cursor.take("COLUMN");
	hasColumnWord && cursor.take("IF", "NOT", "EXISTS");
	let list = cursor.group();
	return list === null ? [{
		...(hasColumnWord ? null : readConstraint(cursor)) ?? readAddColumn(text, cursor),
		...span
	}] : readElements(text, list);
}
/** The list of columns, indexes and constraints that CREATE TABLE and `ADD (…)` have in parentheses. */
function readElements(text, tokens) {
	return splitAtCommas(tokens).filter((element) => element.length > 0).map((element) => {
		let cursor = new TokenCursor(element);
		return {
			...readConstraint(cursor) ?? readAddColumn(text, cursor),
			...spanOf(element, 0)
		};
	});
}
function readAddColumn(text, cursor) {
	cursor.take("IF", "NOT", "EXISTS");
	let column = readColumn(text, cursor);
	return column === null ? { kind: "unknown" } : {
		kind: "add-column",
		column
	};
}
/** Null, and nothing taken, if what comes next is a column. */
function readConstraint(cursor) {
	let name = readConstraintName(cursor), check = readCheck(cursor, name);
	return check === null ? cursor.take("FOREIGN", "KEY") ? readForeignKey(cursor, name) : readIndex(cursor, name) : {
		kind: "add-check",
		name,
		enforced: check.enforced
	};
}
function readForeignKey(cursor, constraintName) {
	cursor.take("IF", "NOT", "EXISTS");
	let indexName = cursor.name();
	return cursor.group(), {
		kind: "add-foreign-key",
		name: constraintName ?? indexName,
		references: readReferences(cursor)
	};
}
// src/sql/read-alter-clause.ts
/** What stands behind the ALTER of a column, index or constraint. */
function readAlterClause(cursor) {
	let what = cursor.takeAny([
		"INDEX",
		"KEY",
		"CHECK",
		"CONSTRAINT",
		"COLUMN"
	]);
	cursor.take("IF", "EXISTS");
	let name = cursor.name();
	return name === null ? { kind: "unknown" } : what === "INDEX" || what === "KEY" ? {
		kind: "alter-index",
		name,
		used: readUsed(cursor)
	} : what === "CHECK" || what === "CONSTRAINT" ? {
		kind: "alter-check",
		name,
		enforced: readEnforced(cursor)
	} : {
		kind: "alter-column",
		column: name,
		action: readColumnAction(cursor)
	};
}
function readUsed(cursor) {
	return cursor.take("VISIBLE") || cursor.take("NOT", "IGNORED");
}
function readColumnAction(cursor) {
	return cursor.take("SET", "DEFAULT") ? "set-default" : cursor.take("DROP", "DEFAULT") ? "drop-default" : cursor.take("SET", "VISIBLE") ? "set-visible" : cursor.take("SET", "INVISIBLE") ? "set-invisible" : "other";
}
// src/sql/read-drop-clause.ts
/** What stands behind DROP, but for partitions. */
function readDrop(cursor) {
	if (cursor.take("PRIMARY", "KEY")) return { kind: "drop-primary-key" };
	if (cursor.take("SYSTEM", "VERSIONING") || cursor.take("PERIOD", "FOR")) return { kind: "system-versioning" };
	if (cursor.take("FOREIGN", "KEY")) return named(cursor, (name) => ({
		kind: "drop-foreign-key",
		name
	}));
	let what = cursor.takeAny([
		"INDEX",
		"KEY",
		"CHECK",
		"CONSTRAINT",
		"COLUMN"
	]);
	return what === "INDEX" || what === "KEY" ? named(cursor, dropIndex) : what === "CHECK" || what === "CONSTRAINT" ? named(cursor, (name) => ({
		kind: "drop-constraint",
		name
	})) : named(cursor, (column) => ({
		kind: "drop-column",
		column
	}));
}
/** The primary key is the index called PRIMARY, a name no other index can have. */
function dropIndex(name) {
	return name.text.toUpperCase() === "PRIMARY" ? { kind: "drop-primary-key" } : {
		kind: "drop-index",
		name
	};
}
function named(cursor, clause) {
	cursor.take("IF", "EXISTS");
	let name = cursor.name();
	return name === null ? { kind: "unknown" } : clause(name);
}
// src/sql/read-modifier.ts
/** Takes `ALGORITHM [=] word` or `LOCK [=] word`, which say how a change is made and not what changes. */
function readModifier(cursor) {
	let mark = cursor.mark, word = cursor.takeAny(["ALGORITHM", "LOCK"]);
	if (word === null) return null;
	cursor.take("=");
	let value = cursor.next()?.keyword ?? "";
	return {
		...spanOf(cursor.since(mark), 0),
		kind: word === "LOCK" ? "lock" : "algorithm",
		value
	};
}
// src/sql/read-partition-clause.ts
/** A clause that touches partitions; null if this one does not. */
function readPartitionClause(cursor) {
	let operation = readOperation(cursor);
	return operation === null ? null : {
		kind: "partition",
		operation,
		names: listsNames.has(operation) ? readNames(cursor) : []
	};
}
const commands = {
	ADD: "add",
	ANALYZE: "maintain",
	CHECK: "maintain",
	COALESCE: "coalesce",
	CONVERT: "convert",
	DISCARD: "discard",
	DROP: "drop",
	EXCHANGE: "exchange",
	IMPORT: "import",
	OPTIMIZE: "maintain",
	REBUILD: "rebuild",
	REORGANIZE: "reorganize",
	REPAIR: "maintain",
	TRUNCATE: "truncate"
}, listsNames = /* @__PURE__ */ new Set([
	"discard",
	"drop",
	"exchange",
	"import",
	"rebuild",
	"reorganize",
	"truncate"
]);
function readOperation(cursor) {
	if (cursor.take("PARTITION", "BY")) return "partition-by";
	if (cursor.take("REMOVE", "PARTITIONING")) return "remove";
	if (cursor.sees("CONVERT", "TABLE")) return "convert";
	let verb = cursor.peek()?.keyword ?? "";
	return cursor.take(verb, "PARTITION") ? commands[verb] ?? null : null;
}
function readNames(cursor) {
	cursor.take("IF", "EXISTS");
	let names = [];
	do {
		let name = cursor.name();
		name !== null && names.push(name);
	} while (cursor.take(","));
	return names;
}
// src/sql/read-table-options.ts
/** A clause of nothing but options, of which it may hold many; null if there is anything else. */
function readTableOptions(text, cursor) {
	let options = readOptions(text, cursor);
	return options.length > 0 && cursor.done ? {
		kind: "table-options",
		options
	} : null;
}
/** Takes options such as `ENGINE=InnoDB COMMENT='x'` as long as they come. CREATE TABLE allows commas between them. */
function readOptions(text, cursor) {
	let options = [];
	for (let option = readOption(text, cursor); option !== null; option = readOption(text, cursor)) options.push(option), cursor.take(",");
	return options;
}
/** Names of several words, and the one spelling they are given. */
const spellings = [
	[[
		"DEFAULT",
		"CHARACTER",
		"SET"
	], "CHARSET"],
	[["CHARACTER", "SET"], "CHARSET"],
	[["DEFAULT", "CHARSET"], "CHARSET"],
	[["DEFAULT", "COLLATE"], "COLLATE"],
	[["DATA", "DIRECTORY"], "DATA DIRECTORY"],
	[["INDEX", "DIRECTORY"], "INDEX DIRECTORY"]
], knownNames = new Set("AUTOEXTEND_SIZE AUTO_INCREMENT AVG_ROW_LENGTH CHARSET CHECKSUM COLLATE COMMENT COMPRESSION CONNECTION DELAY_KEY_WRITE ENCRYPTION ENGINE ENGINE_ATTRIBUTE INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS PASSWORD ROW_FORMAT SECONDARY_ENGINE STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES STORAGE TABLESPACE UNION".split(" "));
function readOption(text, cursor) {
	let mark = cursor.mark, name = readOptionName(cursor);
	if (name === null) return null;
	cursor.take("=");
	let valueMark = cursor.mark;
	return cursor.group() === null && cursor.next(), {
		...spanOf(cursor.since(mark), 0),
		name,
		value: codeOf(text, cursor.since(valueMark))
	};
}
function readOptionName(cursor) {
	let spelling = spellings.find(([words]) => cursor.take(...words));
	if (spelling !== void 0) return spelling[1];
	let word = cursor.peek()?.keyword ?? "";
	return knownNames.has(word) || cursor.peek(1)?.keyword === "=" ? cursor.name()?.text.toUpperCase() ?? null : null;
}
// src/sql/read-clause.ts
/**
* One clause of an ALTER TABLE, from its tokens; none if there are no tokens. `ADD (a INT, b INT)` gives a clause for
* each element. What is not known here is `unknown`, never an error.
*/
function readClause(text, tokens) {
	if (tokens.length === 0) return [];
	let span = spanOf(tokens, 0), partition = readPartitionClause(new TokenCursor(tokens));
	if (partition !== null) return [{
		...partition,
		...span
	}];
	let cursor = new TokenCursor(tokens);
	return cursor.take("ADD") ? readAdd(text, cursor, span) : [{
		...readOther(text, cursor),
		...span
	}];
}
function readOther(text, cursor) {
	return cursor.take("DROP") ? readDrop(cursor) : cursor.take("ALTER") ? readAlterClause(cursor) : cursor.take("MODIFY") ? readModify(text, cursor) : cursor.take("CHANGE") ? readChange(text, cursor) : cursor.take("RENAME") ? readRename(cursor) : cursor.take("CONVERT", "TO") ? readConvert(cursor) : cursor.take("DISCARD", "TABLESPACE") ? {
		kind: "tablespace",
		operation: "discard"
	} : cursor.take("IMPORT", "TABLESPACE") ? {
		kind: "tablespace",
		operation: "import"
	} : cursor.take("WITH", "VALIDATION") || cursor.take("WITHOUT", "VALIDATION") ? { kind: "validation" } : cursor.take("FORCE") ? { kind: "force" } : cursor.take("ORDER", "BY") ? { kind: "order-by" } : cursor.take("ENABLE", "KEYS") || cursor.take("DISABLE", "KEYS") ? { kind: "keys" } : cursor.takeAny(["SECONDARY_LOAD", "SECONDARY_UNLOAD"]) === null ? readModifier(cursor) ?? readTableOptions(text, cursor) ?? { kind: "unknown" } : { kind: "secondary-engine" };
}
function readModify(text, cursor) {
	takeColumnWords(cursor);
	let column = readColumn(text, cursor);
	return column === null ? { kind: "unknown" } : {
		kind: "modify-column",
		column
	};
}
function readChange(text, cursor) {
	takeColumnWords(cursor);
	let from = cursor.name(), column = from === null ? null : readColumn(text, cursor);
	return from === null || column === null ? { kind: "unknown" } : {
		kind: "change-column",
		from,
		column
	};
}
function takeColumnWords(cursor) {
	cursor.take("COLUMN"), cursor.take("IF", "EXISTS");
}
function readRename(cursor) {
	let what = cursor.takeAny([
		"COLUMN",
		"INDEX",
		"KEY"
	]);
	if (what === null) return readRenameTable$1(cursor);
	cursor.take("IF", "EXISTS");
	let from = cursor.name(), to = cursor.take("TO") ? cursor.name() : null;
	return from === null || to === null ? { kind: "unknown" } : what === "COLUMN" ? {
		kind: "rename-column",
		from,
		to
	} : {
		kind: "rename-index",
		from,
		to
	};
}
function readRenameTable$1(cursor) {
	cursor.takeAny([
		"TO",
		"AS",
		"="
	]);
	let to = cursor.tableName();
	return to === null ? { kind: "unknown" } : {
		kind: "rename-table",
		to
	};
}
function readConvert(cursor) {
	return !cursor.take("CHARACTER", "SET") && !cursor.take("CHARSET") ? { kind: "unknown" } : {
		kind: "convert-charset",
		charset: cursor.name()
	};
}
// src/sql/split-clauses.ts
/**
* The clauses of an ALTER TABLE, given everything behind the table name. Commas part them, but for three exceptions of
* the grammar: ORDER BY and the partition commands have commas of their own, and PARTITION BY and REMOVE PARTITIONING
* follow the clause before them without one. A stray comma leaves an empty clause, so that the server gets to see it.
*/
function splitClauses(tokens) {
	let clauses = [[]], depth = 0;
	for (let [index, token] of tokens.entries()) {
		let open = clauses.at(-1) ?? [];
		token.keyword === "(" ? depth += 1 : token.keyword === ")" && --depth, depth > 0 ? open.push(token) : token.keyword === "," && !continues(open, tokens, index + 1) ? clauses.push([]) : startsPartitioning(tokens, index) ? clauses.push([token]) : open.push(token);
	}
	return tokens.length === 0 ? [] : clauses;
}
/** Whether PARTITION BY or REMOVE PARTITIONING stands at `at`. */
function startsPartitioning(tokens, at = 0) {
	let words = `${tokens[at]?.keyword} ${tokens[at + 1]?.keyword}`;
	return words === "PARTITION BY" || words === "REMOVE PARTITIONING";
}
/** Whether the comma before `next` belongs to the clause it is found in. */
function continues(clause, tokens, next) {
	return isPartitionCommand(clause) ? !0 : clause[0]?.keyword === "ORDER" && clause[1]?.keyword === "BY" && isSortKey(tokens, next);
}
/** ADD PARTITION, DROP PARTITION p0, p1 and so on stand alone: nothing but their own lists can follow. */
function isPartitionCommand(clause) {
	return clause[0]?.kind === "word" && clause[1]?.keyword === "PARTITION";
}
/** A column, perhaps qualified and with a direction, up to the next comma. No clause looks like that but FORCE. */
function isSortKey(tokens, from) {
	if (tokens[from]?.keyword === "FORCE") return !1;
	let at = from + 1;
	for (; tokens[at]?.keyword === ".";) at += 2;
	return (tokens[at]?.keyword === "ASC" || tokens[at]?.keyword === "DESC") && (at += 1), tokens[at] === void 0 || tokens[at]?.keyword === "," || startsPartitioning(tokens, at);
}
// src/sql/read-alter-table.ts
/** Null if it is not an ALTER TABLE with a table. */
function readAlterTable(cursor, text) {
	if (!cursor.take("ALTER")) return null;
	let prefixes = cursor.takeEach([
		"ONLINE",
		"OFFLINE",
		"IGNORE"
	]);
	if (!cursor.take("TABLE")) return null;
	cursor.take("IF", "EXISTS");
	let table = cursor.tableName();
	if (table === null) return null;
	cursor.takeWait();
	let pieces = splitClauses(cursor.rest());
	return {
		kind: "alter-table",
		spelling: "ALTER TABLE",
		table,
		clauses: pieces.flatMap((piece) => readClause(text, piece)),
		prefixes,
		body: bodyOf(text, pieces)
	};
}
function bodyOf(text, clauses) {
	let kept = clauses.filter((clause) => readModifier(new TokenCursor(clause)) === null);
	return {
		list: kept.filter((clause) => !startsPartitioning(clause)).map((clause) => codeOf(text, clause)).join(", "),
		partitioning: codeOf(text, kept.find((clause) => startsPartitioning(clause)) ?? [])
	};
}
// src/sql/read-index-statement.ts
/** Null if it is not a CREATE INDEX with a name and a table. */
function readCreateIndex(cursor, text) {
	if (!cursor.take("CREATE")) return null;
	let replaces = cursor.take("OR", "REPLACE"), prefixes = cursor.takeEach(["ONLINE", "OFFLINE"]), headMark = cursor.mark, index = readIndexKind(cursor);
	cursor.take("IF", "NOT", "EXISTS");
	let name = cursor.name();
	cursor.take("USING") && cursor.next();
	let head = cursor.since(headMark), table = readOn(cursor);
	if (index === null || name === null || table === null) return null;
	let tailMark = cursor.mark, parts = readIndexParts(cursor.group() ?? []), optionsMark = cursor.mark;
	for (; !cursor.done && !cursor.sees("ALGORITHM") && !cursor.sees("LOCK");) cursor.next();
	let used = isUsed(cursor.since(optionsMark)), tail = cursor.since(tailMark), span = {
		start: spanOf(head, name.start).start,
		end: spanOf(tail, table.end).end
	}, dropped = {
		...dropIndex(name),
		start: name.start,
		end: name.end
	}, added = {
		kind: "add-index",
		index,
		name,
		parts,
		used,
		...span
	}, add = `ADD ${codeOf(text, head)} ${codeOf(text, tail)}`;
	return {
		kind: "alter-table",
		spelling: "CREATE INDEX",
		table,
		prefixes,
		clauses: [
			...replaces ? [dropped] : [],
			added,
			...readModifiers(cursor)
		],
		body: {
			list: replaces ? `DROP INDEX IF EXISTS ${nameOf$1(text, name)}, ${add}` : add,
			partitioning: ""
		}
	};
}
/** Null if it is not a DROP INDEX with a name and a table. */
function readDropIndex(cursor, text) {
	if (!cursor.take("DROP")) return null;
	let prefixes = cursor.takeEach(["ONLINE", "OFFLINE"]), mark = cursor.mark;
	if (!cursor.take("INDEX")) return null;
	cursor.take("IF", "EXISTS");
	let name = cursor.name(), dropped = cursor.since(mark), table = readOn(cursor);
	return name === null || table === null ? null : {
		kind: "alter-table",
		spelling: "DROP INDEX",
		table,
		prefixes,
		clauses: [{
			...dropIndex(name),
			...spanOf(dropped, name.start)
		}, ...readModifiers(cursor)],
		body: {
			list: `DROP ${codeOf(text, dropped)}`,
			partitioning: ""
		}
	};
}
function readOn(cursor) {
	let table = cursor.take("ON") ? cursor.tableName() : null;
	return cursor.takeWait(), table;
}
/** Here they follow each other without commas. */
function readModifiers(cursor) {
	let modifiers = [];
	for (let found = readModifier(cursor); found !== null; found = readModifier(cursor)) modifiers.push(found);
	return modifiers;
}
function nameOf$1(text, span) {
	return text.slice(span.start, span.end);
}
// src/sql/read-statement.ts
/**
* Reads one statement, of which `span` is the place in `text`. It knows what matters for tables and passes over the rest;
* what is valid is for the server to say. So whatever it does not understand is `other` (or an `unknown` clause), and
* it never throws. It is written by hand because the parsers there are refuse a third of what MySQL accepts in an ALTER
* and forget where things stood.
*
* @param server decides which executable comments are code; without one all of them are.
*/
function readStatement(text, span, server = null) {
	let tokens = tokenize(text, span, server), readers = [
		readAlterTable,
		readCreateIndex,
		readDropIndex,
		readCreateTable,
		readDropTable,
		readRenameTable,
		readTruncate,
		readDropDatabase
	];
	for (let read of readers) {
		let statement = read(new TokenCursor(tokens), text);
		if (statement !== null) return {
			...statement,
			start: span.start,
			end: span.end
		};
	}
	return {
		kind: "other",
		verb: readVerb(new TokenCursor(tokens)),
		start: span.start,
		end: span.end
	};
}
function readCreateTable(cursor, text) {
	if (!cursor.take("CREATE")) return null;
	let replaces = cursor.take("OR", "REPLACE"), temporary = cursor.take("TEMPORARY");
	if (!cursor.take("TABLE")) return null;
	cursor.take("IF", "NOT", "EXISTS");
	let table = cursor.tableName();
	if (table === null) return null;
	let list = cursor.group() ?? [];
	return {
		kind: "create-table",
		table,
		temporary,
		replaces,
		elements: list[0]?.keyword === "LIKE" ? [] : readElements(text, list),
		options: readOptions(text, cursor)
	};
}
function readDropTable(cursor) {
	if (!cursor.take("DROP")) return null;
	let temporary = cursor.take("TEMPORARY");
	if (!cursor.take("TABLE") && !cursor.take("TABLES")) return null;
	cursor.take("IF", "EXISTS");
	let tables = [];
	do {
		let table = cursor.tableName();
		if (table === null) return null;
		tables.push(table);
	} while (cursor.take(","));
	return {
		kind: "drop-table",
		tables,
		temporary
	};
}
function readRenameTable(cursor) {
	if (!cursor.take("RENAME", "TABLE") && !cursor.take("RENAME", "TABLES")) return null;
	cursor.take("IF", "EXISTS");
	let renames = [];
	do {
		let from = cursor.tableName();
		cursor.takeWait();
		let to = cursor.take("TO") ? cursor.tableName() : null;
		if (from === null || to === null) return null;
		renames.push({
			from,
			to
		});
	} while (cursor.take(","));
	return {
		kind: "rename-table",
		renames
	};
}
function readTruncate(cursor) {
	if (!cursor.take("TRUNCATE")) return null;
	cursor.take("TABLE");
	let table = cursor.tableName();
	return table === null ? null : {
		kind: "truncate-table",
		table
	};
}
function readDropDatabase(cursor) {
	if (!cursor.take("DROP", "DATABASE") && !cursor.take("DROP", "SCHEMA")) return null;
	cursor.take("IF", "EXISTS");
	let name = cursor.name();
	return name === null ? null : {
		kind: "drop-database",
		name
	};
}
const objectWords = "DATABASE EVENT FUNCTION INDEX INSTANCE PACKAGE PROCEDURE ROLE SCHEMA SEQUENCE SERVER TABLE TABLESPACE TRIGGER UNDO USER VIEW".split(" ");
function readVerb(cursor) {
	let verb = cursor.next()?.keyword ?? "";
	if (verb !== "ALTER" && verb !== "CREATE" && verb !== "DROP") return verb;
	let object = cursor.rest().find((token) => objectWords.includes(token.keyword));
	return object === void 0 ? verb : `${verb} ${object.keyword}`;
}
// src/sql/split-file.ts
/**
* The statements of a file, as the `mysql` client would send them: a delimiter outside of quotes and comments ends one,
* so do `\g` and `\G`, and the last one needs no end. DELIMITER at the start of a line, between statements, changes the
* delimiter. Executable comments are code. Offsets are those of `text`, byte order mark and CRLF included.
*/
function splitFile(text) {
	let statements = [], comments = [], unterminated = null, isOpen = !1;
	for (let piece of pieces(text)) {
		unterminated ??= unterminatedAt(piece), piece.kind === "comment" && comments.push({
			start: piece.start,
			end: piece.end
		});
		let current = isOpen ? statements.at(-1) : void 0;
		isCode(piece) && current === void 0 && statements.push({
			start: piece.start,
			end: piece.end
		}), isCode(piece) && current !== void 0 && (current.end = piece.end), isOpen = staysOpen(isOpen, piece);
	}
	return {
		statements,
		comments,
		unterminated
	};
}
function* pieces(text) {
	let delimiter = ";", isOpen = !1, insideExecutable = !1;
	for (let at = 0; at < text.length;) {
		let command = isOpen ? null : delimiterCommandAt(text, at);
		delimiter = command?.delimiter ?? delimiter;
		let endsAt = command?.end ?? terminatorEndAt(text, at, delimiter), piece = endsAt === null ? cut(text, lexemeAt(text, at, insideExecutable), delimiter) : {
			kind: "end",
			start: at,
			end: endsAt
		};
		isOpen = staysOpen(isOpen, piece), piece.kind === "executable-open" && (insideExecutable = !0), (piece.kind === "executable-close" || piece.kind === "end") && (insideExecutable = !1), yield piece, at = piece.end;
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
	let delimiter = delimiterCommand.exec(text)?.[1];
	return delimiter === void 0 || !isLineStart(text, at) ? null : {
		delimiter: delimiter.replace(/^(['"`])(.+)\1$/, "$2"),
		end: delimiterCommand.lastIndex
	};
}
const delimiterCommand = /delimiter[ \t]+([^\s]+)[^\r\n]*/iy;
function isLineStart(text, at) {
	let lineStart = text.lastIndexOf("\n", at - 1) + 1;
	return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, at));
}
function terminatorEndAt(text, at, delimiter) {
	return text.startsWith(delimiter, at) ? at + delimiter.length : text[at] === "\\" && (text[at + 1] === "g" || text[at + 1] === "G") ? at + 2 : null;
}
/** A delimiter may be made of the characters words are made of, and then ends a word early: `END$$`. */
function cut(text, lexeme, delimiter) {
	if (lexeme.kind !== "word") return lexeme;
	let delimiterAt = text.slice(lexeme.start, lexeme.end).indexOf(delimiter);
	return delimiterAt > 0 ? {
		...lexeme,
		end: lexeme.start + delimiterAt
	} : lexeme;
}
function unterminatedAt(piece) {
	return piece.kind !== "string" && piece.kind !== "identifier" && piece.kind !== "comment" || piece.closed ? null : {
		kind: piece.kind,
		start: piece.start,
		end: piece.end
	};
}
// node_modules/fdir/dist/index.mjs
var __require = /* @__PURE__ */ createRequire(import.meta.url);
function cleanPath(path) {
	let normalized = normalize(path);
	return normalized.length > 1 && normalized[normalized.length - 1] === sep$1 && (normalized = normalized.substring(0, normalized.length - 1)), normalized;
}
const SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
	return path.replace(SLASHES_REGEX, separator);
}
const WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
	return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
	let { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options, pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
	return resolvePaths && (path = resolve$1(path)), (normalizePath$1 || pathNeedsCleaning) && (path = cleanPath(path)), path === "." ? "" : convertSlashes(path[path.length - 1] === pathSeparator ? path : path + pathSeparator, pathSeparator);
}
function joinPathWithBasePath(filename, directoryPath) {
	return directoryPath + filename;
}
function joinPathWithRelativePath(root, options) {
	return function(filename, directoryPath) {
		return directoryPath.startsWith(root) ? directoryPath.slice(root.length) + filename : convertSlashes(relative$1(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
	};
}
function joinPath(filename) {
	return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
	return directoryPath + filename + separator;
}
function build$7(root, options) {
	let { relativePaths, includeBasePath } = options;
	return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}
function pushDirectoryWithRelativePath(root) {
	return function(directoryPath, paths) {
		paths.push(directoryPath.substring(root.length) || ".");
	};
}
function pushDirectoryFilterWithRelativePath(root) {
	return function(directoryPath, paths, filters) {
		let relativePath = directoryPath.substring(root.length) || ".";
		filters.every((filter) => filter(relativePath, !0)) && paths.push(relativePath);
	};
}
const pushDirectory = (directoryPath, paths) => {
	paths.push(directoryPath || ".");
}, pushDirectoryFilter = (directoryPath, paths, filters) => {
	let path = directoryPath || ".";
	filters.every((filter) => filter(path, !0)) && paths.push(path);
}, empty$2 = () => {};
function build$6(root, options) {
	let { includeDirs, filters, relativePaths } = options;
	return includeDirs ? relativePaths ? filters && filters.length ? pushDirectoryFilterWithRelativePath(root) : pushDirectoryWithRelativePath(root) : filters && filters.length ? pushDirectoryFilter : pushDirectory : empty$2;
}
const pushFileFilterAndCount = (filename, _paths, counts, filters) => {
	filters.every((filter) => filter(filename, !1)) && counts.files++;
}, pushFileFilter = (filename, paths, _counts, filters) => {
	filters.every((filter) => filter(filename, !1)) && paths.push(filename);
}, pushFileCount = (_filename, _paths, counts, _filters) => {
	counts.files++;
}, pushFile = (filename, paths) => {
	paths.push(filename);
}, empty$1 = () => {};
function build$5(options) {
	let { excludeFiles, filters, onlyCounts } = options;
	return excludeFiles ? empty$1 : filters && filters.length ? onlyCounts ? pushFileFilterAndCount : pushFileFilter : onlyCounts ? pushFileCount : pushFile;
}
const getArray = (paths) => paths, getArrayGroup = () => [""].slice(0, 0);
function build$4(options) {
	return options.group ? getArrayGroup : getArray;
}
const groupFiles = (groups, directory, files) => {
	groups.push({
		directory,
		files,
		dir: directory
	});
}, empty = () => {};
function build$3(options) {
	return options.group ? groupFiles : empty;
}
const resolveSymlinksAsync = function(path, state, callback$1) {
	let { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue(), fs.realpath(path, (error, resolvedPath) => {
		if (error) return queue.dequeue(suppressErrors ? null : error, state);
		fs.stat(resolvedPath, (error$1, stat) => {
			if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
			if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
			callback$1(stat, resolvedPath), queue.dequeue(null, state);
		});
	});
}, resolveSymlinks = function(path, state, callback$1) {
	let { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	try {
		let resolvedPath = fs.realpathSync(path), stat = fs.statSync(resolvedPath);
		if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return;
		callback$1(stat, resolvedPath);
	} catch (e) {
		if (!suppressErrors) throw e;
	}
};
function build$2(options, isSynchronous) {
	return !options.resolveSymlinks || options.excludeSymlinks ? null : isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
	if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
	let parent = dirname(path), depth = 1;
	for (; parent !== state.root && depth < 2;) {
		let resolvedPath = state.symlinks.get(parent);
		resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath)) ? depth++ : parent = dirname(parent);
	}
	return state.symlinks.set(path, resolved), depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
	return state.visited.includes(resolved + state.options.pathSeparator);
}
const onlyCountsSync = (state) => state.counts, groupsSync = (state) => state.groups, defaultSync = (state) => state.paths, limitFilesSync = (state) => state.paths.slice(0, state.options.maxFiles), onlyCountsAsync = (state, error, callback$1) => (report(error, callback$1, state.counts, state.options.suppressErrors), null), defaultAsync = (state, error, callback$1) => (report(error, callback$1, state.paths, state.options.suppressErrors), null), limitFilesAsync = (state, error, callback$1) => (report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors), null), groupsAsync = (state, error, callback$1) => (report(error, callback$1, state.groups, state.options.suppressErrors), null);
function report(error, callback$1, output, suppressErrors) {
	callback$1(error && !suppressErrors ? error : null, output);
}
function build$1(options, isSynchronous) {
	let { onlyCounts, group, maxFiles } = options;
	return onlyCounts ? isSynchronous ? onlyCountsSync : onlyCountsAsync : group ? isSynchronous ? groupsSync : groupsAsync : maxFiles ? isSynchronous ? limitFilesSync : limitFilesAsync : isSynchronous ? defaultSync : defaultAsync;
}
const readdirOpts = { withFileTypes: !0 }, walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	if (state.queue.enqueue(), currentDepth < 0) return state.queue.dequeue(null, state);
	let { fs } = state;
	state.visited.push(crawlPath), state.counts.directories++, fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
		callback$1(entries, directoryPath, currentDepth), state.queue.dequeue(state.options.suppressErrors ? null : error, state);
	});
}, walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	let { fs } = state;
	if (currentDepth < 0) return;
	state.visited.push(crawlPath), state.counts.directories++;
	let entries = [];
	try {
		entries = fs.readdirSync(crawlPath || ".", readdirOpts);
	} catch (e) {
		if (!state.options.suppressErrors) throw e;
	}
	callback$1(entries, directoryPath, currentDepth);
};
function build(isSynchronous) {
	return isSynchronous ? walkSync : walkAsync;
}
/**
* This is a custom stateless queue to track concurrent async fs calls.
* It increments a counter whenever a call is queued and decrements it
* as soon as it completes. When the counter hits 0, it calls onQueueEmpty.
*/
var Queue = class {
	count = 0;
	constructor(onQueueEmpty) {
		this.onQueueEmpty = onQueueEmpty;
	}
	enqueue() {
		return this.count++, this.count;
	}
	dequeue(error, output) {
		this.onQueueEmpty && (--this.count <= 0 || error) && (this.onQueueEmpty(error, output), error && (output.controller.abort(), this.onQueueEmpty = void 0));
	}
}, Counter = class {
	_files = 0;
	_directories = 0;
	set files(num) {
		this._files = num;
	}
	get files() {
		return this._files;
	}
	set directories(num) {
		this._directories = num;
	}
	get directories() {
		return this._directories;
	}
	/**
	* @deprecated use `directories` instead
	*/
	/* c8 ignore next 3 */
	get dirs() {
		return this._directories;
	}
}, Aborter = class {
	aborted = !1;
	abort() {
		this.aborted = !0;
	}
}, Walker = class {
	root;
	isSynchronous;
	state;
	joinPath;
	pushDirectory;
	pushFile;
	getArray;
	groupFiles;
	resolveSymlink;
	walkDirectory;
	callbackInvoker;
	constructor(root, options, callback$1) {
		this.isSynchronous = !callback$1, this.callbackInvoker = build$1(options, this.isSynchronous), this.root = normalizePath(root, options), this.state = {
			root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
			paths: [""].slice(0, 0),
			groups: [],
			counts: new Counter(),
			options,
			queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
			symlinks: /* @__PURE__ */ new Map(),
			visited: [""].slice(0, 0),
			controller: new Aborter(),
			fs: options.fs || nativeFs
		}, this.joinPath = build$7(this.root, options), this.pushDirectory = build$6(this.root, options), this.pushFile = build$5(options), this.getArray = build$4(options), this.groupFiles = build$3(options), this.resolveSymlink = build$2(options, this.isSynchronous), this.walkDirectory = build(this.isSynchronous);
	}
	start() {
		return this.pushDirectory(this.root, this.state.paths, this.state.options.filters), this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk), this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
	}
	walk = (entries, directoryPath, depth) => {
		let { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal, useRealPaths, pathSeparator }, controller } = this.state;
		if (controller.aborted || signal && signal.aborted || maxFiles && paths.length > maxFiles) return;
		let files = this.getArray(this.state.paths);
		for (let i = 0; i < entries.length; ++i) {
			let entry = entries[i];
			if (entry.isFile() || entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
				let filename = this.joinPath(entry.name, directoryPath);
				this.pushFile(filename, files, this.state.counts, filters);
			} else if (entry.isDirectory()) {
				let path = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
				if (exclude && exclude(entry.name, path)) continue;
				this.pushDirectory(path, paths, filters), this.walkDirectory(this.state, path, path, depth - 1, this.walk);
			} else if (this.resolveSymlink && entry.isSymbolicLink()) {
				let path = joinPathWithBasePath(entry.name, directoryPath);
				this.resolveSymlink(path, this.state, (stat, resolvedPath) => {
					if (stat.isDirectory()) {
						if (resolvedPath = normalizePath(resolvedPath, this.state.options), exclude && exclude(entry.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
						this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
					} else {
						resolvedPath = useRealPaths ? resolvedPath : path;
						let filename = basename(resolvedPath), directoryPath$1 = normalizePath(dirname(resolvedPath), this.state.options);
						resolvedPath = this.joinPath(filename, directoryPath$1), this.pushFile(resolvedPath, files, this.state.counts, filters);
					}
				});
			}
		}
		this.groupFiles(this.state.groups, directoryPath, files);
	};
};
function promise(root, options) {
	return new Promise((resolve$1, reject) => {
		callback(root, options, (err, output) => {
			if (err) return reject(err);
			resolve$1(output);
		});
	});
}
function callback(root, options, callback$1) {
	new Walker(root, options, callback$1).start();
}
function sync(root, options) {
	return new Walker(root, options).start();
}
var APIBuilder = class {
	constructor(root, options) {
		this.root = root, this.options = options;
	}
	withPromise() {
		return promise(this.root, this.options);
	}
	withCallback(cb) {
		callback(this.root, this.options, cb);
	}
	sync() {
		return sync(this.root, this.options);
	}
};
let pm = null;
/* c8 ignore next 6 */
try {
	__require.resolve("picomatch"), pm = __require("picomatch");
} catch {}
var Builder = class {
	globCache = {};
	options = {
		maxDepth: 1e400,
		suppressErrors: !0,
		pathSeparator: sep$1,
		filters: []
	};
	globFunction;
	constructor(options) {
		this.options = {
			...this.options,
			...options
		}, this.globFunction = this.options.globFunction;
	}
	group() {
		return this.options.group = !0, this;
	}
	withPathSeparator(separator) {
		return this.options.pathSeparator = separator, this;
	}
	withBasePath() {
		return this.options.includeBasePath = !0, this;
	}
	withRelativePaths() {
		return this.options.relativePaths = !0, this;
	}
	withDirs() {
		return this.options.includeDirs = !0, this;
	}
	withMaxDepth(depth) {
		return this.options.maxDepth = depth, this;
	}
	withMaxFiles(limit) {
		return this.options.maxFiles = limit, this;
	}
	withFullPaths() {
		return this.options.resolvePaths = !0, this.options.includeBasePath = !0, this;
	}
	withErrors() {
		return this.options.suppressErrors = !1, this;
	}
	withSymlinks({ resolvePaths = !0 } = {}) {
		return this.options.resolveSymlinks = !0, this.options.useRealPaths = resolvePaths, this.withFullPaths();
	}
	withAbortSignal(signal) {
		return this.options.signal = signal, this;
	}
	normalize() {
		return this.options.normalizePath = !0, this;
	}
	filter(predicate) {
		return this.options.filters.push(predicate), this;
	}
	onlyDirs() {
		return this.options.excludeFiles = !0, this.options.includeDirs = !0, this;
	}
	exclude(predicate) {
		return this.options.exclude = predicate, this;
	}
	onlyCounts() {
		return this.options.onlyCounts = !0, this;
	}
	crawl(root) {
		return new APIBuilder(root || ".", this.options);
	}
	withGlobFunction(fn) {
		return this.globFunction = fn, this;
	}
	/**
	* @deprecated Pass options using the constructor instead:
	* ```ts
	* new fdir(options).crawl("/path/to/root");
	* ```
	* This method will be removed in v7.0
	*/
	/* c8 ignore next 4 */
	crawlWithOptions(root, options) {
		return this.options = {
			...this.options,
			...options
		}, new APIBuilder(root || ".", this.options);
	}
	glob(...patterns) {
		return this.globFunction ? this.globWithOptions(patterns) : this.globWithOptions(patterns, { dot: !0 });
	}
	globWithOptions(patterns, ...options) {
		let globFn = this.globFunction || pm;
		/* c8 ignore next 5 */
		if (!globFn) throw Error("Please specify a glob function to use glob matching.");
		var isMatch = this.globCache[patterns.join("\0")];
		return isMatch || (isMatch = globFn(patterns, ...options), this.globCache[patterns.join("\0")] = isMatch), this.options.filters.push((path) => isMatch(path)), this;
	}
}, import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const isReadonlyArray = Array.isArray, BACKSLASHES = /\\/g, DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/, isWin = process.platform === "win32", ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
	let patternsCount = patterns.length, patternsParts = Array(patternsCount), matchers = Array(patternsCount), i, j;
	for (i = 0; i < patternsCount; i++) {
		let parts = splitPattern(patterns[i]);
		patternsParts[i] = parts;
		let partsCount = parts.length, partMatchers = Array(partsCount);
		for (j = 0; j < partsCount; j++) partMatchers[j] = (0, import_picomatch.default)(parts[j], options);
		matchers[i] = partMatchers;
	}
	return (input) => {
		let inputParts = input.split("/");
		if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return !0;
		for (i = 0; i < patternsCount; i++) {
			let patternParts = patternsParts[i], matcher = matchers[i], inputPatternCount = inputParts.length, minParts = Math.min(inputPatternCount, patternParts.length);
			for (j = 0; j < minParts;) {
				let part = patternParts[j];
				if (part.includes("/")) return !0;
				if (!matcher[j](inputParts[j])) break;
				if (!options.noglobstar && part === "**") return !0;
				j++;
			}
			if (j === inputPatternCount) return !0;
		}
		return !1;
	};
}
/* node:coverage ignore next 2 */
const WIN32_ROOT_DIR = /^[A-Z]:\/$/i, isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root, absolute) {
	if (cwd === root || root.startsWith(`${cwd}/`)) {
		if (absolute) {
			let start = cwd.length + +!isRoot(cwd);
			return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || ".";
		}
		let prefix = root.slice(cwd.length + 1);
		return prefix ? (p, isDir) => {
			if (p === ".") return prefix;
			let result = `${prefix}/${p}`;
			return isDir ? result.slice(0, -1) : result;
		} : (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
	}
	return absolute ? (p) => posix.relative(cwd, p) || "." : (p) => posix.relative(cwd, `${root}/${p}`) || ".";
}
function buildRelative(cwd, root) {
	if (root.startsWith(`${cwd}/`)) {
		let prefix = root.slice(cwd.length + 1);
		return (p) => `${prefix}/${p}`;
	}
	return (p) => {
		let result = posix.relative(cwd, `${root}/${p}`);
		return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
	};
}
function ensureNonDriveRelativePath(path) {
	return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
const splitPatternOptions = { parts: !0 };
function splitPattern(path) {
	let result = import_picomatch.default.scan(path, splitPatternOptions);
	return result.parts?.length ? result.parts : [path];
}
const POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g, WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g, escapePath = isWin ? (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&") : (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
/**
* Checks if a pattern has dynamic parts.
*
* Has a few minor differences with [`fast-glob`](https://github.com/mrmlnc/fast-glob) for better accuracy:
*
* - Doesn't necessarily return `false` on patterns that include `\`.
* - Returns `true` if the pattern includes parentheses, regardless of them representing one single pattern or not.
* - Returns `true` for unfinished glob extensions i.e. `(h`, `+(h`.
* - Returns `true` for unfinished brace expansions as long as they include `,` or `..`.
*
* @see {@link https://superchupu.dev/tinyglobby/documentation#isDynamicPattern}
*/
function isDynamicPattern(pattern, options) {
	if (options?.caseSensitiveMatch === !1) return !0;
	let scan = import_picomatch.default.scan(pattern);
	return scan.isGlob || scan.negated;
}
function log(...tasks) {
	console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
	return typeof value == "string" ? [value] : value ?? [];
}
const PARENT_DIRECTORY = /^(\/?\.\.)+/, ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
	let cwd = opts.cwd, result = pattern;
	pattern[pattern.length - 1] === "/" && (result = pattern.slice(0, -1)), result[result.length - 1] !== "*" && opts.expandDirectories && (result += "/**");
	let escapedCwd = escapePath(cwd);
	result = isAbsolute(result.replace(ESCAPING_BACKSLASHES, "")) ? posix.relative(escapedCwd, result) : posix.normalize(result);
	let parentDir = PARENT_DIRECTORY.exec(result)?.[0], parts = splitPattern(result);
	if (parentDir) {
		let n = (parentDir.length + 1) / 3, i = 0, cwdParts = escapedCwd.split("/");
		for (; i < n && parts[i + n] === cwdParts[cwdParts.length + i - n];) result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || ".", i++;
		let potentialRoot = posix.join(cwd, parentDir.slice(i * 3));
		potentialRoot[0] !== "." && props.root.length > potentialRoot.length && (props.root = ensureNonDriveRelativePath(potentialRoot), props.depthOffset = -n + i);
	}
	if (!isIgnore && props.depthOffset >= 0) {
		props.commonPath ??= parts;
		let newCommonPath = [], length = Math.min(props.commonPath.length, parts.length);
		for (let i = 0; i < length; i++) {
			let part = parts[i];
			if (part === "**" && !parts[i + 1]) {
				newCommonPath.pop();
				break;
			}
			if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
			newCommonPath.push(part);
		}
		props.depthOffset = newCommonPath.length, props.commonPath = newCommonPath, props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? posix.join(cwd, ...newCommonPath) : cwd);
	}
	return result;
}
function processPatterns(options, patterns, props) {
	let matchPatterns = [], ignorePatterns = [];
	for (let pattern of options.ignore) pattern && (pattern[0] !== "!" || pattern[1] === "(") && ignorePatterns.push(normalizePattern(pattern, options, props, !0));
	for (let pattern of patterns) pattern && (pattern[0] !== "!" || pattern[1] === "(" ? matchPatterns.push(normalizePattern(pattern, options, props, !1)) : (pattern[1] !== "!" || pattern[2] === "(") && ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, !0)));
	return {
		match: matchPatterns,
		ignore: ignorePatterns
	};
}
function buildCrawler(options, patterns) {
	let cwd = options.cwd, props = {
		root: cwd,
		depthOffset: 0
	}, processed = processPatterns(options, patterns, props);
	options.debug && log("internal processing patterns:", processed);
	let { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options, root = props.root.replace(BACKSLASHES, ""), matchOptions = {
		dot,
		nobrace: options.braceExpansion === !1,
		nocase: !caseSensitiveMatch,
		noextglob: options.extglob === !1,
		noglobstar: options.globstar === !1,
		posix: !0
	}, matcher = (0, import_picomatch.default)(processed.match, matchOptions), ignore = (0, import_picomatch.default)(processed.ignore, matchOptions), partialMatcher = getPartialMatcher(processed.match, matchOptions), format = buildFormat(cwd, root, absolute), excludeFormatter = absolute ? format : buildFormat(cwd, root, !0), excludePredicate = (_, p) => {
		let relativePath = excludeFormatter(p, !0);
		return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
	}, maxDepth;
	options.deep !== void 0 && (maxDepth = Math.round(options.deep - props.depthOffset));
	let crawler = new Builder({
		filters: [debug ? (p, isDirectory) => {
			let path = format(p, isDirectory), matches = matcher(path) && !ignore(path);
			return matches && log(`matched ${path}`), matches;
		} : (p, isDirectory) => {
			let path = format(p, isDirectory);
			return matcher(path) && !ignore(path);
		}],
		exclude: debug ? (_, p) => {
			let skipped = excludePredicate(_, p);
			return log(`${skipped ? "skipped" : "crawling"} ${p}`), skipped;
		} : excludePredicate,
		fs: options.fs,
		pathSeparator: "/",
		relativePaths: !absolute,
		resolvePaths: absolute,
		includeBasePath: absolute,
		resolveSymlinks: followSymbolicLinks,
		excludeSymlinks: !followSymbolicLinks,
		excludeFiles: onlyDirectories,
		includeDirs: onlyDirectories || !options.onlyFiles,
		maxDepth,
		signal: options.signal
	}).crawl(root);
	return options.debug && log("internal properties:", {
		...props,
		root
	}), [crawler, cwd !== root && !absolute && buildRelative(cwd, root)];
}
function formatPaths(paths, mapper) {
	if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
	return paths;
}
const defaultOptions = {
	caseSensitiveMatch: !0,
	debug: !!process.env.TINYGLOBBY_DEBUG,
	expandDirectories: !0,
	followSymbolicLinks: !0,
	onlyFiles: !0
};
function getOptions(options) {
	let opts = Object.assign({}, options);
	for (let key in defaultOptions) opts[key] === void 0 && Object.assign(opts, { [key]: defaultOptions[key] });
	return opts.cwd = (opts.cwd instanceof URL ? fileURLToPath(opts.cwd) : resolve$1(opts.cwd || process.cwd())).replace(BACKSLASHES, "/"), opts.ignore = ensureStringArray(opts.ignore), opts.fs &&= {
		readdir: opts.fs.readdir || readdir,
		readdirSync: opts.fs.readdirSync || readdirSync,
		realpath: opts.fs.realpath || realpath,
		realpathSync: opts.fs.realpathSync || realpathSync,
		stat: opts.fs.stat || stat,
		statSync: opts.fs.statSync || statSync
	}, opts.debug && log("globbing with options:", opts), opts;
}
function getCrawler(globInput, inputOptions = {}) {
	if (globInput && inputOptions?.patterns) throw Error("Cannot pass patterns as both an argument and an option");
	let isModern = isReadonlyArray(globInput) || typeof globInput == "string", patterns = ensureStringArray((isModern ? globInput : globInput.patterns) ?? "**/*"), options = getOptions(isModern ? inputOptions : globInput);
	return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
	let [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
}
// src/commands/sql-file.ts
/**
* The files the globs mean, in the order of their paths, which is the order they are applied in.
*
* @param root an absolute path
* @throws GhostshipError `usage` if a path without wildcards does not exist
*/
async function readSqlFiles(globs, root) {
	let found = await glob([...globs], {
		cwd: root,
		dot: !0,
		expandDirectories: !1,
		absolute: !0
	}), paths = [...new Set(found.map((path) => nameOf(resolve(path), root)))].sort(), missing = globs.filter((path) => isPlainPath(path) && !paths.includes(nameOf(resolve(root, path), root)));
	if (missing.length > 0) throw new GhostshipError("usage", `There is no file ${missing.join(", no file ")}.`, { hint: "Check the option files; paths count from the working directory." });
	return Promise.all(paths.map(async (path) => ({
		path,
		text: await readFile(resolve(root, path), "utf8")
	})));
}
function nameOf(path, root) {
	return relative(root, path).split(sep).join("/");
}
function isPlainPath(path) {
	return !path.startsWith("!") && !isDynamicPattern(path);
}
export { lexemeAt as a, tokenize as i, splitFile as n, TokenCursor as o, readStatement as r, LineIndex as s, readSqlFiles as t };
