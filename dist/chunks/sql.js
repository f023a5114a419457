import { r as __name } from "./rolldown-runtime.js";
import { a as usualQuoting, n as tokenize, t as codeOf } from "./sql/parser/tokens.js";
import { n as spanOf, r as splitAtCommas, t as TokenCursor } from "./sql/parser/token-cursor.js";

// src/sql/parser/misspelt.ts
/** Words with which statements begin, and what follows ALTER, CREATE and DROP. */
const verbs = [
	"ALTER",
	"CREATE",
	"DROP",
	"RENAME",
	"TRUNCATE",
	"INSERT",
	"UPDATE",
	"DELETE"
];
const objects = [
	"TABLE",
	"INDEX",
	"UNIQUE",
	"FULLTEXT",
	"SPATIAL",
	"DATABASE",
	"VIEW",
	"TRIGGER",
	"PROCEDURE",
	"FUNCTION"
];
/**
* What the beginning of a statement was meant to be; `null` where it is like no word that is known.
*
* @param words in upper case, as `ALTER TABEL`
*/
function likelyMeant(words) {
	const known = answers.get(words);
	if (known !== void 0) return known;
	const meant = guess(words);
	if (answers.size < maxAnswers) answers.set(words, meant);
	return meant;
}
/** A file may begin thousands of statements with the same words. */
const answers = /* @__PURE__ */ new Map();
const maxAnswers = 1e3;
function guess(words) {
	const [verb = "", object] = words.split(" ");
	const meantVerb = nearest(verb, verbs);
	if (meantVerb === null) return null;
	if (object === void 0) return meantVerb === verb ? null : meantVerb;
	const meantObject = nearest(object, objects);
	if (meantObject === null) return null;
	const meant = `${meantVerb} ${meantObject}`;
	return meant === words ? null : meant;
}
/** Two letters may be wrong, and no more than a third of the word. */
function nearest(word, known) {
	const limit = Math.min(2, Math.floor(word.length / 3));
	if (limit === 0) return known.includes(word) ? word : null;
	const [best] = known.filter((one) => Math.abs(one.length - word.length) <= limit).map((one) => ({
		one,
		distance: distanceOf(word, one)
	})).toSorted((one, other) => one.distance - other.distance);
	return best !== void 0 && best.distance <= limit ? best.one : null;
}
/** Letters that are added, lacking or other ones; two that are swapped count once (optimal string alignment). */
function distanceOf(one, other) {
	const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
	for (let row = 1; row <= one.length; row += 1) {
		const line = [row];
		for (let column = 1; column <= other.length; column += 1) {
			const isSame = one[row - 1] === other[column - 1];
			const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			const at = (back, across) => rows[row - back]?.[column - across] ?? 0;
			const choices = [
				at(1, 0) + 1,
				(line[column - 1] ?? 0) + 1,
				at(1, 1) + (isSame ? 0 : 1)
			];
			line.push(Math.min(...choices, ...isSwapped ? [at(2, 2) + 1] : []));
		}
		rows.push(line);
	}
	return rows.at(-1)?.at(-1) ?? 0;
}

// src/sql/parser/read-column-type.ts
/** Takes the type that comes next; its name is empty, and its span empty at `fallback`, if none does. */
function readColumnType(text, cursor, fallback) {
	const mark = cursor.mark;
	const name = readTypeName(cursor);
	const args = splitAtCommas(cursor.group() ?? []).map((argument) => codeOf(text, argument));
	const attributes = cursor.takeEach(typeAttributes).map((attribute) => attribute.text);
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
];
/** What may follow the first word of a type and still be its name; the longest first. */
const secondWords = {
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
	const first = cursor.next()?.keyword ?? "";
	const second = (secondWords[first] ?? []).find((words) => cursor.take(...words.split(" ")));
	return second === void 0 ? first : `${first} ${second}`;
}

// src/sql/parser/read-constraint.ts
/** Takes `CONSTRAINT [IF NOT EXISTS] [name]` if it comes next; the name may be missing. */
function readConstraintName(cursor) {
	if (!cursor.take("CONSTRAINT")) return null;
	cursor.take("IF", "NOT", "EXISTS");
	return [
		"CHECK",
		"FOREIGN",
		"PRIMARY",
		"UNIQUE"
	].some((kind) => cursor.sees(kind)) ? null : cursor.name();
}
/** Takes `CHECK (…) [[NOT] ENFORCED]`; `name` is what stood before it. Null if something else comes next. */
function readCheck(cursor, name) {
	const mark = cursor.mark;
	if (!cursor.take("CHECK")) return null;
	cursor.group();
	const enforced = readEnforced(cursor);
	return {
		...spanOf(cursor.since(mark), 0),
		name,
		enforced
	};
}
/** Takes `[NOT] ENFORCED`; a constraint is enforced unless it says otherwise. */
function readEnforced(cursor) {
	if (cursor.take("NOT", "ENFORCED")) return false;
	cursor.take("ENFORCED");
	return true;
}
/** Takes `REFERENCES table (columns) [MATCH …] [ON DELETE …] [ON UPDATE …]`. */
function readReferences(cursor) {
	if (!cursor.take("REFERENCES")) return null;
	const table = cursor.tableName();
	cursor.group();
	if (cursor.take("MATCH")) cursor.next();
	while (cursor.take("ON", "DELETE") || cursor.take("ON", "UPDATE")) readReferentialAction(cursor);
	return table;
}
/** CASCADE and RESTRICT are one word; SET NULL, SET DEFAULT and NO ACTION are two. */
function readReferentialAction(cursor) {
	cursor.takeAny(["SET", "NO"]);
	cursor.next();
}

// src/sql/parser/read-default.ts
/** Takes the value behind the word DEFAULT. */
function readDefault(cursor, fallback) {
	const mark = cursor.mark;
	cursor.takeAny(["-", "+"]);
	if (cursor.group() === null) readValue(cursor);
	const tokens = cursor.since(mark);
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
	cursor.next();
	while (cursor.peek()?.kind === "string") cursor.next();
	cursor.group();
}
function kindOf(tokens) {
	const first = tokens[0]?.keyword ?? "";
	if (first === "NULL") return "null";
	if (nowWords.includes(first)) return "now";
	return tokens.some((token) => token.keyword === "(") ? "expression" : "literal";
}
function functionsIn(tokens) {
	return tokens.filter((token, index) => token.kind === "word" && tokens[index + 1]?.keyword === "(").map((token) => token.keyword);
}

// src/sql/parser/read-column.ts
/**
* Takes the column whose name comes next, and with it all the rest. Attributes that are not known here are skipped:
* the server decides what is valid. Null if there is not even a name.
*/
function readColumn(text, cursor) {
	const name = cursor.name();
	if (name === null) return null;
	const type = readColumnType(text, cursor, name.end);
	const column = {
		...noAttributes,
		...type.name === "SERIAL" ? serial : {},
		checks: [],
		name,
		type
	};
	const mark = cursor.mark;
	while (!cursor.done) readAttribute(cursor, column);
	return {
		...column,
		start: name.start,
		end: spanOf(cursor.since(mark), type.end).end
	};
}
const noAttributes = {
	nullability: "unspecified",
	default: null,
	autoIncrement: false,
	key: null,
	generated: null,
	references: null,
	onUpdate: null,
	comment: null,
	charset: null,
	collation: null,
	position: null
};
/** What the type SERIAL, and the attribute SERIAL DEFAULT VALUE, stand for besides the type. */
const serial = {
	nullability: "not-null",
	autoIncrement: true,
	key: "unique"
};
/** Takes at least one token, so that the caller's loop ends. */
function readAttribute(cursor, column) {
	if (!attributeWords.has(cursor.peek()?.keyword ?? "")) cursor.next();
	else readKnownAttribute(cursor, column);
}
/** How attributes begin that are known here. */
const attributeWords = new Set("CONSTRAINT CHECK NOT NULL DEFAULT SERIAL ON AUTO_INCREMENT UNIQUE PRIMARY KEY COMMENT COLUMN_FORMAT STORAGE AS REFERENCES CHARACTER CHARSET COLLATE FIRST AFTER".split(" "));
function readKnownAttribute(cursor, column) {
	if (cursor.sees("CONSTRAINT") || cursor.sees("CHECK")) readColumnCheck(cursor, column);
	else if (cursor.take("NOT", "NULL")) column.nullability = "not-null";
	else if (cursor.take("NULL")) column.nullability = "null";
	else if (cursor.take("DEFAULT")) column.default = readDefault(cursor, column.name.end);
	else if (cursor.take("SERIAL", "DEFAULT", "VALUE")) Object.assign(column, serial);
	else if (cursor.take("ON", "UPDATE")) column.onUpdate = readDefault(cursor, column.name.end);
	else if (cursor.take("AUTO_INCREMENT")) column.autoIncrement = true;
	else if (cursor.take("UNIQUE", "KEY") || cursor.take("UNIQUE")) column.key = "unique";
	else if (cursor.take("PRIMARY", "KEY") || cursor.take("KEY")) column.key = "primary";
	else if (cursor.take("COMMENT")) column.comment = cursor.next() ?? null;
	else if (cursor.takeAny(["COLUMN_FORMAT", "STORAGE"]) !== null) cursor.next();
	else if (cursor.take("AS")) readGenerated(cursor, column);
	else if (cursor.sees("REFERENCES")) column.references = readReferences(cursor);
	else if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET")) column.charset = cursor.name();
	else if (cursor.take("COLLATE")) column.collation = cursor.name();
	else if (cursor.take("FIRST")) column.position = "first";
	else if (cursor.take("AFTER")) column.position = cursor.name();
	else cursor.next();
}
function readColumnCheck(cursor, column) {
	const check = readCheck(cursor, readConstraintName(cursor));
	if (check !== null) column.checks.push(check);
}
/** What stands behind AS. Neither word means VIRTUAL; MariaDB calls STORED also PERSISTENT. */
function readGenerated(cursor, column) {
	if (cursor.group() === null) return;
	column.generated = cursor.takeAny(["STORED", "PERSISTENT"]) === null ? "virtual" : "stored";
}

// src/sql/parser/read-index.ts
/** Takes `[UNIQUE|FULLTEXT|…] INDEX [name] (parts) options`. Null, and nothing taken, if no index comes next. */
function readIndex(cursor, constraintName) {
	const index = readIndexKind(cursor);
	if (index === null) return null;
	cursor.take("IF", "NOT", "EXISTS");
	const ownName = cursor.sees("USING") ? null : cursor.name();
	if (cursor.take("USING")) cursor.next();
	const parts = readIndexParts(cursor.group() ?? []);
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
	const special = cursor.takeAny([
		"UNIQUE",
		"FULLTEXT",
		"SPATIAL"
	]);
	const isIndex = cursor.takeAny(["INDEX", "KEY"]) !== null;
	if (special === null) return isIndex ? "plain" : null;
	return specialKinds[special];
}
function readIndexParts(list) {
	return splitAtCommas(list).filter((part) => part.length > 0).map((part) => {
		const cursor = new TokenCursor(part);
		const column = cursor.name();
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

// src/sql/parser/read-add-clause.ts
/** What stands behind ADD. A list in parentheses gives one clause, with its own span, for each element. */
function readAdd(text, cursor, span) {
	if (cursor.take("SYSTEM", "VERSIONING") || cursor.take("PERIOD", "FOR")) return [{
		kind: "system-versioning",
		...span
	}];
	const hasColumnWord = cursor.take("COLUMN");
	if (hasColumnWord) cursor.take("IF", "NOT", "EXISTS");
	const list = cursor.group();
	if (list !== null) return readElements(text, list);
	return [{
		...(hasColumnWord ? null : readConstraint(cursor)) ?? readAddColumn(text, cursor),
		...span
	}];
}
/** The list of columns, indexes and constraints that CREATE TABLE and `ADD (…)` have in parentheses. */
function readElements(text, tokens) {
	return splitAtCommas(tokens).filter((element) => element.length > 0).map((element) => {
		const cursor = new TokenCursor(element);
		return {
			...readConstraint(cursor) ?? readAddColumn(text, cursor),
			...spanOf(element, 0)
		};
	});
}
function readAddColumn(text, cursor) {
	cursor.take("IF", "NOT", "EXISTS");
	const column = readColumn(text, cursor);
	return column === null ? { kind: "unknown" } : {
		kind: "add-column",
		column
	};
}
/** Null, and nothing taken, if what comes next is a column. */
function readConstraint(cursor) {
	const name = readConstraintName(cursor);
	const check = readCheck(cursor, name);
	if (check !== null) return {
		kind: "add-check",
		name,
		enforced: check.enforced
	};
	if (cursor.take("FOREIGN", "KEY")) return readForeignKey(cursor, name);
	return readIndex(cursor, name);
}
function readForeignKey(cursor, constraintName) {
	cursor.take("IF", "NOT", "EXISTS");
	const indexName = cursor.name();
	cursor.group();
	return {
		kind: "add-foreign-key",
		name: constraintName ?? indexName,
		references: readReferences(cursor)
	};
}

// src/sql/parser/reaches-out.ts
/**
* What a clause reaches that is not the table it alters, by the words of the grammars of MySQL 9.7 and MariaDB 10.6 to 12;
* `null` where there is nothing. A clause that refers to another table, or renames its own, is told apart by its kind.
*/
function reachOf(clause) {
	if (clause.kind === "partition") return partitionReach[clause.operation] ?? null;
	if (clause.kind === "tablespace") return `${clause.operation.toUpperCase()} TABLESPACE`;
	if (clause.kind === "secondary-engine") return "Loading into a secondary engine";
	return clause.kind === "table-options" && clause.options.some(({ name }) => name === "UNION") ? "UNION" : null;
}
/** ANALYZE, CHECK, OPTIMIZE and REPAIR PARTITION: no definition is changed, and the server says in rows what came of it. */
function isUpkeep(clause) {
	return clause.kind === "partition" && clause.operation === "maintain";
}
const partitionReach = {
	exchange: "EXCHANGE PARTITION",
	convert: "CONVERT PARTITION",
	discard: "DISCARD PARTITION",
	import: "IMPORT PARTITION"
};
/**
* Whether the clauses hold a word that takes another table, or a file, whatever they were read as. TABLE, RENAME and UNION are
* reserved, so no column has them for a name.
*/
function mayReachOut(tokens) {
	return tokens.some(({ keyword }, index) => {
		const next = tokens[index + 1]?.keyword ?? "";
		if (keyword === "RENAME") return ![
			"COLUMN",
			"INDEX",
			"KEY"
		].includes(next);
		return reaching.includes(keyword) || onFiles.includes(keyword) && ["TABLESPACE", "PARTITION"].includes(next);
	});
}
const reaching = [
	"TABLE",
	"UNION",
	"SECONDARY_LOAD",
	"SECONDARY_UNLOAD"
];
const onFiles = [
	"EXCHANGE",
	"CONVERT",
	"DISCARD",
	"IMPORT"
];

// src/sql/parser/read-alter-clause.ts
/** What stands behind the ALTER of a column, index or constraint. */
function readAlterClause(cursor) {
	const what = cursor.takeAny([
		"INDEX",
		"KEY",
		"CHECK",
		"CONSTRAINT",
		"COLUMN"
	]);
	cursor.take("IF", "EXISTS");
	const name = cursor.name();
	if (name === null) return { kind: "unknown" };
	if (what === "INDEX" || what === "KEY") return {
		kind: "alter-index",
		name,
		used: readUsed(cursor)
	};
	if (what === "CHECK" || what === "CONSTRAINT") return {
		kind: "alter-check",
		name,
		enforced: readEnforced(cursor)
	};
	return {
		kind: "alter-column",
		column: name,
		action: readColumnAction(cursor)
	};
}
function readUsed(cursor) {
	return cursor.take("VISIBLE") || cursor.take("NOT", "IGNORED");
}
function readColumnAction(cursor) {
	if (cursor.take("SET", "DEFAULT")) return "set-default";
	if (cursor.take("DROP", "DEFAULT")) return "drop-default";
	if (cursor.take("SET", "VISIBLE")) return "set-visible";
	return cursor.take("SET", "INVISIBLE") ? "set-invisible" : "other";
}

// src/sql/parser/read-drop-clause.ts
/** What stands behind DROP, but for partitions. */
function readDrop(cursor) {
	if (cursor.take("PRIMARY", "KEY")) return { kind: "drop-primary-key" };
	if (cursor.take("SYSTEM", "VERSIONING") || cursor.take("PERIOD", "FOR")) return { kind: "system-versioning" };
	if (cursor.take("FOREIGN", "KEY")) return named(cursor, (name) => ({
		kind: "drop-foreign-key",
		name
	}));
	const what = cursor.takeAny([
		"INDEX",
		"KEY",
		"CHECK",
		"CONSTRAINT",
		"COLUMN"
	]);
	if (what === "INDEX" || what === "KEY") return named(cursor, dropIndex);
	if (what === "CHECK" || what === "CONSTRAINT") return named(cursor, (name) => ({
		kind: "drop-constraint",
		name
	}));
	return named(cursor, (column) => ({
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
	const name = cursor.name();
	return name === null ? { kind: "unknown" } : clause(name);
}

// src/sql/parser/read-modifier.ts
/** Takes `ALGORITHM [=] word` or `LOCK [=] word`, which say how a change is made and not what changes. */
function readModifier(cursor) {
	const mark = cursor.mark;
	const word = cursor.takeAny(["ALGORITHM", "LOCK"]);
	if (word === null) return null;
	cursor.take("=");
	const value = cursor.next()?.keyword ?? "";
	return {
		...spanOf(cursor.since(mark), 0),
		kind: word === "LOCK" ? "lock" : "algorithm",
		value
	};
}

// src/sql/parser/read-partition-clause.ts
/** A clause that touches partitions; null if this one does not. */
function readPartitionClause(cursor) {
	const operation = readOperation(cursor);
	if (operation === null) return null;
	return {
		kind: "partition",
		operation,
		names: listsNames.has(operation) ? readNames(cursor) : [],
		table: readOtherTable(cursor, operation)
	};
}
/** The table that takes part: `EXCHANGE PARTITION p WITH TABLE t`, `CONVERT PARTITION p TO TABLE t`, `CONVERT TABLE t TO …`. */
function readOtherTable(cursor, operation) {
	if (operation !== "exchange" && operation !== "convert") return null;
	while (!cursor.done && !cursor.take("TABLE")) cursor.next();
	return cursor.tableName();
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
};
/** Operations whose partitions are named one after the other; `ALL` may stand for every one of them. */
const listsNames = /* @__PURE__ */ new Set([
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
	const verb = cursor.peek()?.keyword ?? "";
	return cursor.take(verb, "PARTITION") ? commands[verb] ?? null : null;
}
function readNames(cursor) {
	cursor.take("IF", "EXISTS");
	const names = [];
	do {
		const name = cursor.name();
		if (name !== null) names.push(name);
	} while (cursor.take(","));
	return names;
}

// src/sql/parser/read-table-options.ts
/** A clause of nothing but options, of which it may hold many; null if there is anything else. */
function readTableOptions(text, cursor) {
	const options = readOptions(text, cursor);
	return options.length > 0 && cursor.done ? {
		kind: "table-options",
		options
	} : null;
}
/** Takes options such as `ENGINE=InnoDB COMMENT='x'` as long as they come. CREATE TABLE allows commas between them. */
function readOptions(text, cursor) {
	const options = [];
	for (let option = readOption(text, cursor); option !== null; option = readOption(text, cursor)) {
		options.push(option);
		cursor.take(",");
	}
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
];
/** Names that may stand without an equals sign. With one, any name may be an option of some engine. */
const knownNames = new Set("AUTOEXTEND_SIZE AUTO_INCREMENT AVG_ROW_LENGTH CHARSET CHECKSUM COLLATE COMMENT COMPRESSION CONNECTION DELAY_KEY_WRITE ENCRYPTION ENGINE ENGINE_ATTRIBUTE INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS PASSWORD ROW_FORMAT SECONDARY_ENGINE STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES STORAGE TABLESPACE UNION".split(" "));
function readOption(text, cursor) {
	const mark = cursor.mark;
	const name = readOptionName(cursor);
	if (name === null) return null;
	cursor.take("=");
	const valueMark = cursor.mark;
	if (cursor.group() === null) cursor.next();
	return {
		...spanOf(cursor.since(mark), 0),
		name,
		value: codeOf(text, cursor.since(valueMark))
	};
}
function readOptionName(cursor) {
	const spelling = spellings.find(([words]) => cursor.take(...words));
	if (spelling !== void 0) return spelling[1];
	const word = cursor.peek()?.keyword ?? "";
	return knownNames.has(word) || cursor.peek(1)?.keyword === "=" ? cursor.name()?.text.toUpperCase() ?? null : null;
}

// src/sql/parser/read-clause.ts
/**
* One clause of an ALTER TABLE, from its tokens; none if there are no tokens. `ADD (a INT, b INT)` gives a clause for
* each element. A clause that is not known here is `unknown`; it is no error.
*/
function readClause(text, tokens) {
	if (tokens.length === 0) return [];
	const span = spanOf(tokens, 0);
	const partition = readPartitionClause(new TokenCursor(tokens));
	if (partition !== null) return [{
		...partition,
		...span
	}];
	const cursor = new TokenCursor(tokens);
	if (cursor.take("ADD")) return readAdd(text, cursor, span);
	return [{
		...readOther(text, cursor),
		...span
	}];
}
function readOther(text, cursor) {
	if (cursor.take("DROP")) return readDrop(cursor);
	if (cursor.take("ALTER")) return readAlterClause(cursor);
	if (cursor.take("MODIFY")) return readModify(text, cursor);
	if (cursor.take("CHANGE")) return readChange(text, cursor);
	if (cursor.take("RENAME")) return readRename(cursor);
	if (cursor.take("CONVERT", "TO")) return readConvert(cursor);
	if (cursor.take("DISCARD", "TABLESPACE")) return {
		kind: "tablespace",
		operation: "discard"
	};
	if (cursor.take("IMPORT", "TABLESPACE")) return {
		kind: "tablespace",
		operation: "import"
	};
	if (cursor.take("WITH", "VALIDATION") || cursor.take("WITHOUT", "VALIDATION")) return { kind: "validation" };
	if (cursor.take("FORCE")) return { kind: "force" };
	if (cursor.take("ORDER", "BY")) return { kind: "order-by" };
	if (cursor.take("ENABLE", "KEYS") || cursor.take("DISABLE", "KEYS")) return { kind: "keys" };
	if (cursor.takeAny(["SECONDARY_LOAD", "SECONDARY_UNLOAD"]) !== null) return { kind: "secondary-engine" };
	return readModifier(cursor) ?? readTableOptions(text, cursor) ?? { kind: "unknown" };
}
function readModify(text, cursor) {
	takeColumnWords(cursor);
	const column = readColumn(text, cursor);
	return column === null ? { kind: "unknown" } : {
		kind: "modify-column",
		column
	};
}
function readChange(text, cursor) {
	takeColumnWords(cursor);
	const from = cursor.name();
	const column = from === null ? null : readColumn(text, cursor);
	return from === null || column === null ? { kind: "unknown" } : {
		kind: "change-column",
		from,
		column
	};
}
function takeColumnWords(cursor) {
	cursor.take("COLUMN");
	cursor.take("IF", "EXISTS");
}
function readRename(cursor) {
	const what = cursor.takeAny([
		"COLUMN",
		"INDEX",
		"KEY"
	]);
	if (what === null) return readRenameTable$1(cursor);
	cursor.take("IF", "EXISTS");
	const from = cursor.name();
	const to = cursor.take("TO") ? cursor.name() : null;
	if (from === null || to === null) return { kind: "unknown" };
	return what === "COLUMN" ? {
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
	const to = cursor.tableName();
	return to === null ? { kind: "unknown" } : {
		kind: "rename-table",
		to
	};
}
__name(readRenameTable$1, "readRenameTable");
function readConvert(cursor) {
	if (!cursor.take("CHARACTER", "SET") && !cursor.take("CHARSET")) return { kind: "unknown" };
	return {
		kind: "convert-charset",
		charset: cursor.name()
	};
}

// src/sql/parser/split-clauses.ts
/**
* The clauses of an ALTER TABLE, from the text after the table name. Commas separate them, with three exceptions in the
* grammar: ORDER BY and the partition commands have commas of their own, and PARTITION BY and REMOVE PARTITIONING
* follow the clause before them without one. A stray comma leaves an empty clause, so that the server sees it and refuses it.
*/
function splitClauses(tokens) {
	const clauses = [[]];
	let depth = 0;
	for (const [index, token] of tokens.entries()) {
		const open = clauses.at(-1) ?? [];
		if (token.keyword === "(") depth += 1;
		else if (token.keyword === ")") depth -= 1;
		if (depth > 0) open.push(token);
		else if (token.keyword === "," && !continues(open, tokens, index + 1)) clauses.push([]);
		else if (startsPartitioning(tokens, index)) clauses.push([token]);
		else open.push(token);
	}
	return tokens.length === 0 ? [] : clauses;
}
/** Whether PARTITION BY or REMOVE PARTITIONING stands at `at`. */
function startsPartitioning(tokens, at = 0) {
	const words = `${tokens[at]?.keyword} ${tokens[at + 1]?.keyword}`;
	return words === "PARTITION BY" || words === "REMOVE PARTITIONING";
}
/** Whether the comma before `next` belongs to the clause it is found in. */
function continues(clause, tokens, next) {
	if (isPartitionCommand(clause)) return true;
	return clause[0]?.keyword === "ORDER" && clause[1]?.keyword === "BY" && isSortKey(tokens, next);
}
/** ADD PARTITION, DROP PARTITION p0, p1 and so on stand alone: nothing but their own lists can follow. */
function isPartitionCommand(clause) {
	return clause[0]?.kind === "word" && clause[1]?.keyword === "PARTITION";
}
/** A column, perhaps qualified and with a direction, up to the next comma. No clause looks like that but FORCE. */
function isSortKey(tokens, from) {
	if (tokens[from]?.keyword === "FORCE") return false;
	let at = from + 1;
	while (tokens[at]?.keyword === ".") at += 2;
	if (tokens[at]?.keyword === "ASC" || tokens[at]?.keyword === "DESC") at += 1;
	return tokens[at] === void 0 || tokens[at]?.keyword === "," || startsPartitioning(tokens, at);
}

// src/sql/parser/read-alter-table.ts
/** Null if it is not an ALTER TABLE with a table. */
function readAlterTable(cursor, text) {
	if (!cursor.take("ALTER")) return null;
	const prefixes = cursor.takeEach([
		"ONLINE",
		"OFFLINE",
		"IGNORE"
	]);
	if (!cursor.take("TABLE")) return null;
	const ifExists = cursor.take("IF", "EXISTS");
	const table = cursor.tableName();
	if (table === null) return null;
	cursor.takeWait();
	const pieces = splitClauses(cursor.rest());
	return {
		kind: "alter-table",
		spelling: "ALTER TABLE",
		table,
		ifExists,
		clauses: pieces.flatMap((piece) => readClause(text, piece)),
		prefixes,
		body: bodyOf(text, pieces)
	};
}
function bodyOf(text, clauses) {
	const kept = clauses.filter((clause) => readModifier(new TokenCursor(clause)) === null);
	return {
		list: kept.filter((clause) => !startsPartitioning(clause)).map((clause) => codeOf(text, clause)).join(", "),
		partitioning: codeOf(text, kept.find((clause) => startsPartitioning(clause)) ?? []),
		mayReachOut: mayReachOut(kept.flat())
	};
}

// src/sql/parser/tables-in-tokens.ts
/**
* Every table that an INSERT, UPDATE or DELETE names, the one it writes first where there is only one. What is qualified by
* no table or alias of the statement counts as a table of another database. The reader goes from word to word; whatever it
* could take for something else makes it give up, because a table that it misses is one that nobody has allowed.
*
* @param tokens behind the verb
* @returns `null` where it gives up
*/
function tablesInTokens(verb, tokens) {
	return new TableReader(verb, tokens).read();
}
const beforeTables = new Set("LOW_PRIORITY HIGH_PRIORITY DELAYED QUICK IGNORE INTO FROM LATERAL".split(" "));
const endOfTables = new Set("SELECT WHERE SET GROUP HAVING ORDER LIMIT WINDOW VALUES VALUE RETURNING UNION EXCEPT INTERSECT".split(" "));
const unknown = new Set("WITH INTO OUTFILE DUMPFILE SYSTEM_TIME PROCEDURE".split(" "));
var TableReader = class {
	#verb;
	#tokens;
	#tables = [];
	/** Names that columns may be qualified by, in lower case. */
	#qualifiers = /* @__PURE__ */ new Set();
	#qualified = [];
	#levels = [];
	#level;
	/** Where the names of DELETE end that may be aliases of tables behind them. */
	#targetsEnd;
	#expectsTable = true;
	#at = 0;
	constructor(verb, tokens) {
		this.#verb = verb;
		this.#tokens = tokens;
		this.#level = {
			isQuery: true,
			listsTables: verb !== "INSERT"
		};
		this.#targetsEnd = verb === "DELETE" ? endOfTargets(tokens) : -1;
	}
	read() {
		while (this.#at < this.#tokens.length) if (!this.#step()) return null;
		const strangers = this.#qualified.filter(({ schema }) => !this.#qualifiers.has((schema ?? "").toLowerCase()));
		return this.#levels.length > 0 ? null : [...this.#tables, ...strangers];
	}
	/** @returns false where it gives up */
	#step() {
		const token = this.#peek();
		if (token === void 0) return true;
		if (token.keyword === "(") return this.#open();
		if (token.keyword === ")") return this.#close();
		if (this.#expectsTable && !endOfTables.has(token.keyword) && token.keyword !== "TABLE") return this.#readTable(token);
		this.#at += 1;
		this.#expectsTable = false;
		return this.#readWord(token);
	}
	#open() {
		this.#levels.push(this.#level);
		this.#level = {
			isQuery: false,
			listsTables: this.#expectsTable
		};
		this.#at += 1;
		return true;
	}
	/** What follows may be an alias. */
	#close() {
		const outer = this.#levels.pop();
		if (outer === void 0) return false;
		this.#level = outer;
		this.#expectsTable = false;
		this.#at += 1;
		this.#noteAlias();
		return true;
	}
	#readTable(token) {
		if (beforeTables.has(token.keyword)) {
			this.#at += 1;
			return true;
		}
		const name = this.#readName();
		if (name === null || this.#peek()?.keyword === ".") return false;
		this.#expectsTable = false;
		if (this.#peek()?.keyword === "(" && this.#level.listsTables) return name.schema === null;
		if (this.#at > this.#targetsEnd || name.schema !== null) this.#tables.push(name);
		this.#qualifiers.add(name.name.toLowerCase());
		this.#noteAlias();
		return true;
	}
	/** `t`, `d.t`, and `t.*` of DELETE. */
	#readName() {
		const first = this.#peek();
		if (first === void 0 || !isName(first)) return null;
		this.#at += 1;
		const { start, text } = first;
		const second = this.#peek()?.keyword === "." ? this.#peek(1) : void 0;
		if (second === void 0) return {
			schema: null,
			name: text,
			start,
			end: first.end
		};
		this.#at += 2;
		if (second.keyword === "*") return {
			schema: null,
			name: text,
			start,
			end: first.end
		};
		if (!isName(second)) return null;
		if (this.#peek()?.keyword === "." && this.#peek(1)?.keyword === "*") this.#at += 2;
		return {
			schema: text,
			name: second.text,
			start,
			end: second.end
		};
	}
	/** More than the aliases may be noted: a word too many only lets a column have its table. */
	#noteAlias() {
		const next = this.#peek()?.keyword === "AS" ? this.#peek(1) : this.#peek();
		if (next !== void 0 && isName(next)) this.#qualifiers.add(next.text.toLowerCase());
	}
	#readWord(token) {
		const { keyword } = token;
		if (keyword === ".") return this.#readQualified();
		if (unknown.has(keyword)) return false;
		if (keyword === "AS") this.#noteAlias();
		return this.#readClause(keyword);
	}
	#readClause(keyword) {
		const level = this.#level;
		const previous = this.#tokens[this.#at - 2]?.keyword ?? "";
		if (keyword === "SELECT") level.isQuery = true;
		if (keyword === "FROM" && level.isQuery) level.listsTables = true;
		else if (keyword === "UPDATE" && previous !== "KEY" && previous !== "FOR") return false;
		else if (endOfTables.has(keyword)) level.listsTables = false;
		else if (keyword === "FOR" && (level.isQuery || level.listsTables)) return this.#readFor(previous);
		this.#expectsTable = keyword === "TABLE" || keyword === "FROM" && level.isQuery || level.listsTables && [
			",",
			"JOIN",
			"STRAIGHT_JOIN"
		].includes(keyword) || keyword === "USING" && this.#verb === "DELETE" && this.#peek()?.keyword !== "(";
		if (this.#expectsTable) level.listsTables = true;
		if (keyword === "UPDATE") level.listsTables = false;
		return true;
	}
	/** FOR UPDATE and FOR SHARE end a query; other words behind FOR belong to tables. */
	#readFor(previous) {
		this.#level.listsTables = false;
		return previous !== "INDEX" && previous !== "KEY" && ["UPDATE", "SHARE"].includes(this.#peek()?.keyword ?? "");
	}
	/** A column with its table, or more: a routine, a sequence, a column with its table and database. */
	#readQualified() {
		const [before, after] = [this.#tokens[this.#at - 2], this.#peek()];
		if (before === void 0 || after === void 0) return false;
		if (/^\d+$/u.test(before.text) || before.kind === "symbol" && /^\d/u.test(after.text)) return true;
		if (!isName(before) || !isName(after) && after.keyword !== "*") return false;
		if (this.#peek(1)?.keyword === "(") return false;
		const { text: schema, start } = before;
		if (this.#peek(1)?.keyword === ".") {
			this.#tables.push({
				schema,
				name: after.text,
				start,
				end: after.end
			});
			this.#at += 2;
		} else this.#qualified.push({
			schema,
			name: after.text,
			start,
			end: after.end
		});
		this.#at += 1;
		return true;
	}
	#peek(ahead = 0) {
		return this.#tokens[this.#at + ahead];
	}
};
function isName({ kind }) {
	return kind === "word" || kind === "identifier";
}
/** `DELETE a, b FROM …` and `DELETE FROM a, b USING …`; -1 where DELETE has but one table. */
function endOfTargets(tokens) {
	const using = tokens.findIndex(({ keyword }, at) => keyword === "USING" && tokens[at + 1]?.keyword !== "(");
	if (using >= 0) return using;
	const from = tokens.findIndex(({ keyword }) => keyword === "FROM");
	return tokens.slice(0, Math.max(0, from)).every(({ keyword }) => beforeTables.has(keyword)) ? -1 : from;
}

// src/sql/parser/read-data-statement.ts
/**
* INSERT, UPDATE and DELETE; `null` for any other statement. One of these whose tables cannot be told for sure is `other`, with the
* reason: it is written with executable comments, or in a way that this reader does not know.
*/
function readDataStatement(cursor, text) {
	const head = cursor.peek();
	const verb = cursor.takeAny([
		"INSERT",
		"UPDATE",
		"DELETE"
	]);
	const rest = cursor.rest();
	const last = rest.at(-1);
	if (verb === null || head === void 0 || last === void 0) return null;
	if (hasExecutableComment(text, head.start, last.end)) return {
		kind: "other",
		verb,
		why: differsByServer
	};
	const tables = tablesInTokens(verb, rest);
	const [table] = tables ?? [];
	if (tables === null || table === void 0) return {
		kind: "other",
		verb,
		why: hasUnknownTables
	};
	const isInsert = verb === "INSERT";
	const rows = isInsert ? countRows(rest) : 0;
	return {
		kind: "data",
		verb,
		table,
		tables,
		rows,
		isSelfContained: (rows > 0 || !isInsert && tables.length === 1 && !rest.some(({ keyword }) => keyword === "LIMIT")) && !rest.some(({ keyword }) => [
			"SELECT",
			"TABLE",
			"WITH"
		].includes(keyword)),
		bearsDuplicates: isInsert && rest.some(({ keyword }) => ["IGNORE", "DUPLICATE"].includes(keyword)),
		takesAll: !isInsert && !isLimited(rest)
	};
}
const differsByServer = "A part of it stands in a comment that one server runs and another does not.";
const hasUnknownTables = "Which tables it names cannot be told for certain: it has a form, or calls a function of another database, that is not read here.";
/** A condition in parentheses is one of a query in it. */
function isLimited(tokens) {
	const cursor = new TokenCursor(tokens);
	while (!cursor.done) {
		if (cursor.group() !== null) continue;
		if ([
			"WHERE",
			"LIMIT",
			"JOIN",
			"ON",
			"USING"
		].includes(cursor.next()?.keyword ?? "")) return true;
	}
	return false;
}
/** Rows that are written out: behind VALUES in parentheses, or one behind SET. */
function countRows(tokens) {
	const cursor = new TokenCursor(tokens);
	let rows = 0;
	let counting = false;
	while (!cursor.done) {
		if (cursor.group() !== null) {
			if (counting) rows += 1;
			continue;
		}
		const keyword = cursor.next()?.keyword ?? "";
		if (keyword === "SELECT" || keyword === "TABLE") return rows;
		if (keyword === "SET") return 1;
		if (keyword === "VALUES" || keyword === "VALUE") counting = true;
		else if (keyword === "ON" || keyword === "AS") counting = false;
	}
	return rows;
}
/** What is in it is code for one server and not for another. A server runs one around the whole statement, or nothing of it. */
function hasExecutableComment(text, start, end) {
	return /\/\*M?!\d*\s*$/u.test(text.slice(Math.max(0, start - 100), start)) && !/^\s*\*\//u.test(text.slice(end, end + 100)) || /\/\*M?!/u.test(text.slice(start, end));
}

// src/sql/parser/read-index-statement.ts
/** Null if it is not a CREATE INDEX with a name and a table. */
function readCreateIndex(cursor, text) {
	if (!cursor.take("CREATE")) return null;
	const replaces = cursor.take("OR", "REPLACE");
	const prefixes = cursor.takeEach(["ONLINE", "OFFLINE"]);
	const headMark = cursor.mark;
	const index = readIndexKind(cursor);
	cursor.take("IF", "NOT", "EXISTS");
	const name = cursor.name();
	if (cursor.take("USING")) cursor.next();
	const head = cursor.since(headMark);
	const table = readOn(cursor);
	if (index === null || name === null || table === null) return null;
	const tailMark = cursor.mark;
	const parts = readIndexParts(cursor.group() ?? []);
	const optionsMark = cursor.mark;
	while (!cursor.done && !cursor.sees("ALGORITHM") && !cursor.sees("LOCK")) cursor.next();
	const used = isUsed(cursor.since(optionsMark));
	const tail = cursor.since(tailMark);
	const span = {
		start: spanOf(head, name.start).start,
		end: spanOf(tail, table.end).end
	};
	const dropped = {
		...dropIndex(name),
		start: name.start,
		end: name.end
	};
	const added = {
		kind: "add-index",
		index,
		name,
		parts,
		used,
		...span
	};
	const add = `ADD ${codeOf(text, head)} ${codeOf(text, tail)}`;
	return {
		kind: "alter-table",
		spelling: "CREATE INDEX",
		table,
		ifExists: false,
		prefixes,
		clauses: [
			...replaces ? [dropped] : [],
			added,
			...readModifiers(cursor)
		],
		body: {
			list: replaces ? `DROP INDEX IF EXISTS ${nameOf(text, name)}, ${add}` : add,
			partitioning: "",
			mayReachOut: mayReachOut([...head, ...tail])
		}
	};
}
/** Null if it is not a DROP INDEX with a name and a table. */
function readDropIndex(cursor, text) {
	if (!cursor.take("DROP")) return null;
	const prefixes = cursor.takeEach(["ONLINE", "OFFLINE"]);
	const mark = cursor.mark;
	if (!cursor.take("INDEX")) return null;
	cursor.take("IF", "EXISTS");
	const name = cursor.name();
	const dropped = cursor.since(mark);
	const table = readOn(cursor);
	if (name === null || table === null) return null;
	return {
		kind: "alter-table",
		spelling: "DROP INDEX",
		table,
		ifExists: false,
		prefixes,
		clauses: [{
			...dropIndex(name),
			...spanOf(dropped, name.start)
		}, ...readModifiers(cursor)],
		body: {
			list: `DROP ${codeOf(text, dropped)}`,
			partitioning: "",
			mayReachOut: mayReachOut(dropped)
		}
	};
}
function readOn(cursor) {
	const table = cursor.take("ON") ? cursor.tableName() : null;
	cursor.takeWait();
	return table;
}
/** Here they follow each other without commas. */
function readModifiers(cursor) {
	const modifiers = [];
	for (let found = readModifier(cursor); found !== null; found = readModifier(cursor)) modifiers.push(found);
	return modifiers;
}
function nameOf(text, span) {
	return text.slice(span.start, span.end);
}

// src/sql/parser/parse-statement.ts
/**
* Reads the statement at `span` of `text`. It reads what matters for tables and skips the rest, because the server decides
* what is valid. A statement that it does not understand is `other`, and a clause is `unknown`; it never throws. It is written
* by hand: the existing parsers refuse a third of what MySQL accepts in an ALTER, and do not keep the offsets.
*
* @param server decides which executable comments are code; without one all of them are.
*/
function parseStatement(text, span, server = null, quoting = usualQuoting) {
	const tokens = tokenize(text, span, server, quoting);
	const readers = [
		readAlterTable,
		readCreateIndex,
		readDropIndex,
		readCreateTable,
		readDropTable,
		readRenameTable,
		readTruncate,
		readDropDatabase,
		readDataStatement
	];
	for (const read of readers) {
		const statement = read(new TokenCursor(tokens), text);
		if (statement !== null) return {
			...statement,
			start: span.start,
			end: span.end
		};
	}
	return {
		kind: "other",
		verb: clipped(readVerb(new TokenCursor(tokens))),
		why: null,
		start: span.start,
		end: span.end
	};
}
function readCreateTable(cursor, text) {
	if (!cursor.take("CREATE")) return null;
	const replaces = cursor.take("OR", "REPLACE");
	const temporary = cursor.take("TEMPORARY");
	if (!cursor.take("TABLE")) return null;
	const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
	const table = cursor.tableName();
	if (table === null) return null;
	const list = cursor.group() ?? [];
	const like = readLike(cursor) ?? readLike(new TokenCursor(list));
	const elements = list[0]?.keyword === "LIKE" ? [] : readElements(text, list);
	const options = readOptions(text, cursor);
	return {
		kind: "create-table",
		table,
		temporary,
		replaces,
		ifNotExists,
		like,
		selects: isQuery(list) || hasQuery(cursor.rest()),
		elements,
		options
	};
}
function readLike(cursor) {
	return cursor.take("LIKE") ? cursor.tableName() : null;
}
/** The parentheses after the name of the table hold either columns or a query. */
function isQuery([first]) {
	return [
		"SELECT",
		"WITH",
		"VALUES",
		"TABLE",
		"("
	].includes(first?.keyword ?? "");
}
/** SELECT is a reserved word and no partition has a subquery. The other ways to write a query stand outside of parentheses. */
function hasQuery(tokens) {
	let depth = 0;
	for (const { keyword } of tokens) {
		if (keyword === "(") depth += 1;
		else if (keyword === ")") depth -= 1;
		if (keyword === "SELECT" || depth === 0 && [
			"AS",
			"TABLE",
			"VALUES"
		].includes(keyword)) return true;
	}
	return false;
}
function readDropTable(cursor) {
	if (!cursor.take("DROP")) return null;
	const temporary = cursor.take("TEMPORARY");
	if (!cursor.take("TABLE") && !cursor.take("TABLES")) return null;
	const ifExists = cursor.take("IF", "EXISTS");
	const tables = [];
	do {
		const table = cursor.tableName();
		if (table === null) return null;
		tables.push(table);
	} while (cursor.take(","));
	return {
		kind: "drop-table",
		tables,
		temporary,
		ifExists
	};
}
function readRenameTable(cursor) {
	if (!cursor.take("RENAME", "TABLE") && !cursor.take("RENAME", "TABLES")) return null;
	const ifExists = cursor.take("IF", "EXISTS");
	const renames = [];
	do {
		const from = cursor.tableName();
		cursor.takeWait();
		const to = cursor.take("TO") ? cursor.tableName() : null;
		if (from === null || to === null) return null;
		renames.push({
			from,
			to
		});
	} while (cursor.take(","));
	return {
		kind: "rename-table",
		renames,
		ifExists
	};
}
function readTruncate(cursor) {
	if (!cursor.take("TRUNCATE")) return null;
	cursor.take("TABLE");
	const table = cursor.tableName();
	return table === null ? null : {
		kind: "truncate-table",
		table
	};
}
function readDropDatabase(cursor) {
	if (!cursor.take("DROP", "DATABASE") && !cursor.take("DROP", "SCHEMA")) return null;
	cursor.take("IF", "EXISTS");
	const name = cursor.name();
	return name === null ? null : {
		kind: "drop-database",
		name
	};
}
const objectWords = "DATABASE EVENT FUNCTION INDEX INSTANCE PACKAGE PROCEDURE ROLE SCHEMA SEQUENCE SERVER TABLE TABLESPACE TRIGGER UNDO USER VIEW".split(" ");
/** What {@link readVerb} says of two dashes without a blank: to the servers they begin no comment. */
const dashes = "--";
const maxVerbLetters = 60;
/** No word of SQL is longer, and people are told of it. */
function clipped(verb) {
	return verb.length <= maxVerbLetters ? verb : `${verb.slice(0, maxVerbLetters)}…`;
}
function readVerb(cursor) {
	const verb = cursor.next()?.keyword ?? "";
	if (verb === "-" && cursor.peek()?.keyword === "-") return "--";
	const both = `${verb} ${cursor.peek()?.keyword ?? ""}`;
	if (verb !== "ALTER" && verb !== "CREATE" && verb !== "DROP") return likelyMeant(both) === null ? verb : both;
	const object = cursor.rest().find((token) => objectWords.includes(token.keyword));
	if (object !== void 0) return `${verb} ${object.keyword}`;
	return likelyMeant(both) === null ? verb : both;
}

export { likelyMeant as a, reachOf as i, tablesInTokens as n, isUpkeep as r, parseStatement as t };