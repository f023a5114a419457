// src/sql/token-cursor.ts
/** Walks over tokens. Every reader either takes what it asks for or leaves the cursor where it was. */
var TokenCursor = class {
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
			list: replaces ? `DROP INDEX IF EXISTS ${nameOf(text, name)}, ${add}` : add,
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
function nameOf(text, span) {
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
export { TokenCursor as a, lexemeAt as i, readStatement as n, tokenize as r, splitFile as t };
