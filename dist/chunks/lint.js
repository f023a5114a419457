import { r as __name } from "./rolldown-runtime.js";
import { d as NEVER, i as nullable, l as string, n as array } from "../packages/zod.js";
import { c as isUnique, d as hasCharset, f as typeInWords, o as shapeOf, r as isSame$1, t as findColumn } from "./lint/definition/table-shape.js";
import { n as tablesOfStatement } from "./sql/parser/table-of.js";
import { i as quotingOf, n as tokenize } from "./sql/parser/tokens.js";
import { n as storedName, r as unstorableName$1 } from "./sql/parser/unstorable-name.js";
import { a as likelyMeant, i as reachOf, r as isUpkeep } from "./sql.js";
import { n as shippedVerbs, r as isOnlyRenamed, t as quoteNames } from "./sql/parser/shipped-verbs.js";
import { t as didYouMean } from "./support/nearest.js";

// src/lint/clauses-of.ts
/** All clauses of these kinds in the file, in order, CREATE INDEX and DROP INDEX included. */
function* clausesOf(file, ...kinds) {
	for (const alter of altersOf(file)) for (const clause of alter.clauses) if (isOneOf(clause, kinds)) yield {
		alter,
		clause
	};
}
function altersOf(file) {
	return file.statements.filter((statement) => statement.kind === "alter-table");
}
/** Found once for each statement: it may have as many clauses as it likes. */
function namedIn(alter) {
	const known = named.get(alter) ?? readNamed(alter);
	named.set(alter, known);
	return known;
}
const named = /* @__PURE__ */ new WeakMap();
function readNamed({ clauses }) {
	const names = (nameOf) => new Set(clauses.flatMap((clause) => nameOf(clause)?.text.toLowerCase() ?? []));
	return {
		addedColumns: names((clause) => clause.kind === "add-column" ? clause.column.name : null),
		droppedColumns: names((clause) => clause.kind === "drop-column" ? clause.column : null),
		addedIndexes: names((clause) => clause.kind === "add-index" ? clause.name : null)
	};
}
/** The column a clause spells out, or null. */
function definedColumn(clause) {
	return clause.kind === "add-column" || clause.kind === "modify-column" || clause.kind === "change-column" ? clause.column : null;
}
function isOneOf(clause, kinds) {
	return kinds.some((kind) => kind === clause.kind);
}

// src/lint/definition/difference.ts
/**
* What was counted of the rows that a new key or constraint does not take, as a sentence; `null` where nobody has counted.
*
* @param isOwn of what rows violate
*/
function rowsInTheWay(difference, isOwn) {
	if (difference === void 0 || difference.rows.kind !== "counted") return null;
	const own = difference.rows.misfits.filter(isOwn);
	return (own.find(({ count }) => count !== "unknown" && count > 0) ?? own[0])?.message ?? "No row is in the way now: they were counted.";
}
/** @param name of the constraint; one without a name may be any */
function violates({ kind, key }, what, name) {
	return kind === what && (name === null || key?.toLowerCase() === name.text.toLowerCase());
}
/** Whether rows violate a key over just these columns. */
function isOver(columns, { columns: own }) {
	const names = new Set(columns.map((name) => name.toLowerCase()));
	return own.length === names.size && own.every((name) => names.has(name.toLowerCase()));
}
/**
* How bad it is that values of these columns may not fit: only a notice where it was counted that all fit.
*
* @param severity where nobody knows
*/
function judgeRows({ rows }, columns, severity) {
	if (rows.kind === "none") return {
		severity,
		evidence: null
	};
	if (rows.kind === "counted-by-the-run") return {
		severity: "notice",
		evidence: "The run counts such rows before it copies, and stops if there are any."
	};
	const names = columns.map((name) => name.toLowerCase());
	const own = rows.misfits.filter((misfit) => misfit.columns.some((name) => names.includes(name.toLowerCase())));
	const certain = own.find(({ count }) => count !== "unknown" && count > 0);
	if (certain !== void 0) return {
		severity: "error",
		evidence: certain.message
	};
	const [open] = own;
	if (open !== void 0) return {
		severity: "warning",
		evidence: open.message
	};
	return {
		severity: "notice",
		evidence: "All rows fit: they were counted."
	};
}

// src/lint/names.ts
/** An identifier in a message: a code span, which no backtick in the name can end. */
function code(text) {
	const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
function codeOfTable(table) {
	return code(nameOfTable(table));
}
function codeOfColumn(table, column) {
	return code(`${table.name}.${column.text}`);
}
function nameOfTable(table) {
	return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}
/** For a statement that somebody is to write: with the quotes that the file has, which are those that it needs. */
function asWritten({ text }, { start, end }) {
	return text.slice(start, end);
}
/** Servers compare the names of columns and indexes without regard to case. */
function sameName(one, other) {
	return one.text.toLowerCase() === other.text.toLowerCase();
}

// src/lint/rules/add-check-enforced.ts
const addCheckEnforced = {
	id: "add-check-enforced",
	severity: "warning",
	needs: "text",
	suppressible: true,
	onlyForRows: true,
	flags: "A CHECK constraint that is enforced from the start.",
	why: "One row that breaks it stops the migration, and code that still writes such rows fails at the cutover.",
	instead: "Repair the rows first. On MySQL add it NOT ENFORCED, and enforce it once nothing breaks it any more.",
	ignoreWhen: "All rows meet the condition, as a query on the target has just shown, and all code keeps it.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0);",
		fine: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0) NOT ENFORCED;"
	},
	*check({ file, differences }) {
		for (const alter of altersOf(file)) {
			const checks = alter.clauses.flatMap((clause) => enforcedChecks(clause).map((at) => ({
				at,
				clause
			})));
			for (const { at, clause } of checks) {
				const counted = rowsInTheWay(differences?.get(alter.start), (misfit) => violates(misfit, "check-violated", "enforced" in clause ? clause.name : null));
				const proof = counted === null ? "; nothing here proves that all do" : "";
				yield {
					at,
					evidence: counted,
					title: `Checks the rows of ${nameOfTable(alter.table)}`,
					message: `Every row of ${codeOfTable(alter.table)} must meet a new condition${proof}.`
				};
			}
		}
	}
};
function enforcedChecks(clause) {
	if (clause.kind === "add-check" || clause.kind === "alter-check") return clause.enforced ? [clause] : [];
	return definedColumn(clause)?.checks.filter((check) => check.enforced) ?? [];
}

// src/lint/rules/add-foreign-key.ts
const addForeignKey = {
	id: "add-foreign-key",
	severity: "error",
	needs: "text",
	suppressible: true,
	onlyForRows: true,
	flags: "A foreign key, also one that a column brings with REFERENCES.",
	why: "A row without a parent stops the migration. Writes to either table lock rows of the other from then on, and a table with foreign keys is hard to change online.",
	instead: "Index the column and keep the reference in the application. If the key must be, remove orphans first and add it in a statement of its own: to a large table it is added in place, and then every row is checked.",
	ignoreWhen: "The table is small or hardly written to, and no row lacks its parent.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id);",
		fine: "ALTER TABLE orders ADD INDEX idx_user (user_id);"
	},
	*check({ file, differences }) {
		for (const alter of altersOf(file)) for (const clause of alter.clauses) {
			const parent = parentOf(clause);
			if (parent === null) continue;
			const counted = rowsInTheWay(differences?.get(alter.start), (misfit) => violates(misfit, "orphan", clause.kind === "add-foreign-key" ? clause.name : null));
			const note = clause.kind === "add-foreign-key" ? "" : " Older MySQL versions read REFERENCES on a column and ignore it.";
			yield {
				at: clause,
				evidence: counted,
				title: `Adds a foreign key to ${nameOfTable(alter.table)}`,
				message: `Every row of ${codeOfTable(alter.table)} must have a parent in ${codeOfTable(parent)}.${note}`
			};
		}
	}
};
function parentOf(clause) {
	if (clause.kind === "add-foreign-key") return clause.references;
	return definedColumn(clause)?.references ?? null;
}

// src/lint/rules/add-not-null-no-default.ts
const addNotNullNoDefault = {
	id: "add-not-null-no-default",
	severity: "error",
	needs: "text",
	suppressible: true,
	onlyForRows: true,
	flags: "A column added NOT NULL without a DEFAULT, unless it is generated or AUTO_INCREMENT.",
	why: "Every INSERT of code that does not know the column yet fails, and rows that exist already get a value nobody chose.",
	instead: "Give it a DEFAULT, or add it NULL, backfill, and make it NOT NULL once all code fills it in.",
	ignoreWhen: "The table is empty, and no code writes to it yet.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL;",
		fine: "ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL DEFAULT 0;"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "add-column")) {
			const { column } = clause;
			if (column.nullability !== "not-null" || column.default !== null) continue;
			if (column.autoIncrement || column.generated !== null) continue;
			yield {
				at: clause,
				title: `Adds required column ${alter.table.name}.${column.name.text}`,
				message: `${codeOfColumn(alter.table, column.name)} has no DEFAULT; rows that exist already ${fateOfRows(column)}.`
			};
		}
	}
};
/** A zero date is refused by the strict mode that is the default of MySQL; every other type has a zero that is allowed. */
function fateOfRows({ type }) {
	return type.name === "DATE" || type.name === "DATETIME" || type.name === "TIMESTAMP" ? "would need a zero date, which strict mode refuses" : "would get the zero or empty value of its type";
}

// src/lint/definition/usable-keys.ts
/** The keys by which rows can be told apart: unique, over whole columns that are NOT NULL and no FLOAT or DOUBLE. */
function usableKeys(shape) {
	return shape.indexes.filter((index) => isUnique(index) && index.parts.length > 0 && index.parts.every(({ column, prefix }) => {
		const found = column === null ? null : findColumn(shape, column);
		return found !== null && prefix === null && found.notNull && found.type.family !== "float";
	}));
}
function isUsable(shape) {
	return usableKeys(shape).length > 0;
}

// src/lint/rules/add-unique-index.ts
const addUniqueIndex = {
	id: "add-unique-index",
	severity: "error",
	needs: "text",
	suppressible: true,
	onlyForRows: true,
	flags: "A unique index over columns that have data already.",
	why: "One duplicate, there already or written while the copy runs, stops the migration; later ones fail in the application.",
	instead: "Look for duplicates (GROUP BY … HAVING COUNT(*) > 1), remove them, make the application refuse new ones, then add it.",
	ignoreWhen: "A query on the target has just shown that there are no duplicates, and the application makes none.",
	example: {
		flagged: "CREATE UNIQUE INDEX uk_email ON users (email);",
		fine: "ALTER TABLE users ADD INDEX idx_email (email);"
	},
	*check({ file, differences }) {
		for (const alter of altersOf(file)) {
			const difference = differences?.get(alter.start);
			const distinct = columnsThatCannotCollide(alter);
			for (const clause of alter.clauses) {
				const parts = uniqueParts(clause);
				const names = parts.flatMap(({ column }) => column === null ? [] : [column]);
				if (parts.length === 0 || names.some((name) => distinct.has(name.toLowerCase()))) continue;
				if (difference !== void 0 && holdsUniqueKey(parts, difference, alter)) continue;
				const isOwn = (misfit) => misfit.kind === "duplicate-key" && isOver(names, misfit);
				const evidence = names.length === parts.length ? rowsInTheWay(difference, isOwn) : null;
				const proof = evidence === null ? "; nothing here proves that none are" : "";
				const list = parts.map(({ column }) => column === null ? "an expression" : code(column)).join(", ");
				yield {
					at: clause,
					evidence,
					title: `Makes columns of ${nameOfTable(alter.table)} unique`,
					message: `Rows of ${codeOfTable(alter.table)} may be equal in ${list}${proof}.`
				};
			}
		}
	}
};
/** What the clause makes unique together; none if it does not. */
function uniqueParts(clause) {
	if (clause.kind === "add-index" && clause.index === "unique") return clause.parts.map(({ column, hasPrefixLength }) => ({
		column: column?.text ?? null,
		isWhole: !hasPrefixLength
	}));
	const column = definedColumn(clause);
	return column?.key === "unique" ? [{
		column: column.name.text,
		isWhole: true
	}] : [];
}
/** Rows that differ in some of the columns differ in all of them: a unique key is among them, and the statement leaves its columns as they are. */
function holdsUniqueKey(parts, { before, after }, alter) {
	const isKept = (name) => parts.some(({ column, isWhole }) => isWhole && column !== null && isSame$1(column, name)) && JSON.stringify(findColumn(before, name)) === JSON.stringify(findColumn(after, name)) && !alter.clauses.some((clause) => takesName(clause, name));
	return usableKeys(before).some((key) => key.parts.every(({ column }) => column !== null && isKept(column)));
}
/** Whether the column of this name may be another one afterwards. */
function takesName(clause, name) {
	if (clause.kind === "rename-column") return isSame$1(clause.to.text, name);
	if (clause.kind === "change-column") return isSame$1(clause.column.name.text, name);
	return clause.kind === "add-column" && isSame$1(clause.column.name.text, name);
}
/** Values that the server counts up never collide, and neither do NULLs. */
function columnsThatCannotCollide({ clauses }) {
	const columns = clauses.flatMap((clause) => clause.kind === "add-column" ? [clause.column] : []);
	return new Set(columns.filter(startsDistinct).map(({ name }) => name.text.toLowerCase()));
}
function startsDistinct(column) {
	const startsNull = column.nullability !== "not-null" && (column.default === null || column.default.kind === "null");
	return column.autoIncrement || startsNull && column.generated === null;
}

// src/lint/definition/column-changes.ts
/** The statements of the file that are known by what they make of their table. */
function* knownAlters({ file, differences }) {
	for (const alter of altersOf(file)) {
		const difference = differences?.get(alter.start);
		if (difference !== void 0) yield {
			alter,
			difference
		};
	}
}
/** Every column that is there before and after, and not the same. Columns that hold no data of their own are left out. */
function* columnChanges(context) {
	for (const { alter, difference } of knownAlters(context)) {
		const replaced = new Set(alter.clauses.flatMap((clause) => addedAgain(clause, alter)));
		for (const to of difference.after.columns) {
			if (to.generated !== null || replaced.has(to.name.toLowerCase())) continue;
			const from = findColumn(difference.before, nameBefore(alter, to.name));
			if (from === null || from.generated !== null || JSON.stringify(from) === JSON.stringify(to)) continue;
			const clause = redefining(alter, to.name);
			yield {
				alter,
				difference,
				clause,
				from,
				to,
				at: clause?.column.type ?? placeOf$1(alter, to.name)
			};
		}
	}
}
/** A column that is dropped and added again is another one. */
function addedAgain(clause, { clauses }) {
	if (clause.kind !== "add-column") return [];
	const { text } = clause.column.name;
	return clauses.some((one) => one.kind === "drop-column" && isSame$1(one.column.text, text)) ? [text.toLowerCase()] : [];
}
function nameBefore({ clauses }, name) {
	for (const clause of clauses) {
		if (clause.kind === "rename-column" && isSame$1(clause.to.text, name)) return clause.from.text;
		if (clause.kind === "change-column" && isSame$1(clause.column.name.text, name)) return clause.from.text;
	}
	return name;
}
function redefining({ clauses }, name) {
	const found = clauses.findLast((clause) => (clause.kind === "modify-column" || clause.kind === "change-column") && isSame$1(clause.column.name.text, name));
	return found?.kind === "modify-column" || found?.kind === "change-column" ? found : null;
}
function placeOf$1({ clauses, table }, name) {
	const names = (clause) => clause.kind === "alter-column" && isSame$1(clause.column.text, name) || clause.kind === "rename-column" && isSame$1(clause.to.text, name) || clause.kind === "add-index" && clause.parts.some(({ column }) => column !== null && isSame$1(column.text, name));
	const wide = (clause) => clause.kind === "convert-charset";
	return clauses.find(names) ?? clauses.find(wide) ?? table;
}
__name(placeOf$1, "placeOf");

// src/lint/definition/value-range.ts
/** `null` for what is no string. */
function roomOf({ type }) {
	const bytes = byteSizes[type.name];
	if (bytes !== void 0) return {
		size: bytes,
		unit: "bytes"
	};
	const length = Number(type.arguments[0]);
	if (!Number.isInteger(length)) return null;
	if (type.family === "text") return {
		size: length,
		unit: "characters"
	};
	return type.family === "binary" ? {
		size: length,
		unit: "bytes"
	} : null;
}
/** Whether a value that fits `from` can be too long for `to`. */
function isShorter(from, to) {
	if (from.type.family !== to.type.family) return false;
	const [before, after] = [roomOf(from), roomOf(to)];
	if (before === null || after === null) return false;
	if (before.unit === after.unit) return after.size < before.size;
	if (before.unit === "bytes") return after.size < before.size;
	return after.size < before.size * bytesPerCharacter(from.charset);
}
const byteSizes = {
	tinytext: 255,
	text: 2 ** 16 - 1,
	mediumtext: 2 ** 24 - 1,
	longtext: 2 ** 32 - 1,
	tinyblob: 255,
	blob: 2 ** 16 - 1,
	mediumblob: 2 ** 24 - 1,
	longblob: 2 ** 32 - 1
};
function bytesPerCharacter(charset) {
	if (charset === null || /^(?:utf8mb4|utf16|utf16le|utf32|gb18030)$/u.test(charset)) return 4;
	if (/^(?:utf8mb3|ujis|eucjpms)$/u.test(charset)) return 3;
	return /^(?:ucs2|gbk|gb2312|big5|sjis|cp932|euckr)$/u.test(charset) ? 2 : 1;
}
function numberRoom({ name, family, arguments: args, unsigned }) {
	if (family === "integer") {
		const bits = BigInt(integerBits[name] ?? 32);
		const high = unsigned ? 2n ** bits - 1n : 2n ** (bits - 1n) - 1n;
		return {
			low: unsigned ? 0n : -high - 1n,
			high,
			scale: 0,
			significant: null
		};
	}
	if (family === "decimal") {
		const scale = Number(args[1] ?? 0);
		const high = 10n ** BigInt(Math.max(0, Number(args[0] ?? 10) - scale)) - 1n;
		return {
			low: unsigned ? 0n : -high,
			high,
			scale,
			significant: null
		};
	}
	if (family !== "float") return null;
	const high = 10n ** (name === "float" ? 38n : 308n);
	return {
		low: unsigned ? 0n : -high,
		high,
		scale: 30,
		significant: name === "float" ? 7 : 15
	};
}
const integerBits = {
	tinyint: 8,
	smallint: 16,
	mediumint: 24,
	int: 32,
	bigint: 64
};

// src/lint/rules/auto-increment-capacity.ts
const autoIncrementCapacity = {
	id: "auto-increment-capacity",
	severity: "warning",
	needs: "definition",
	suppressible: true,
	flags: "An AUTO_INCREMENT column that has used up 80 % of the numbers of its type, and keeps it.",
	why: "When the numbers are used up, every INSERT fails.",
	instead: "Make it BIGINT in the same statement; the table is changed anyway.",
	ignoreWhen: "The rows stop growing in number, or the column is about to be replaced.",
	example: {
		table: "CREATE TABLE hits (id INT AUTO_INCREMENT PRIMARY KEY, path TEXT NULL) AUTO_INCREMENT=2000000000",
		flagged: "ALTER TABLE hits ADD COLUMN at DATETIME NULL;",
		fine: "ALTER TABLE hits MODIFY COLUMN id BIGINT AUTO_INCREMENT;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const { before, after } = difference;
			const column = after.columns.find(({ autoIncrement }) => autoIncrement);
			const high = column === void 0 ? null : numberRoom(column.type)?.high ?? null;
			const counter = before.counter ?? after.counter;
			if (column === void 0 || high === null || counter === null || counter * 100n < high * usedPercent) continue;
			yield {
				at: alter.table,
				title: `${nameOfTable(alter.table)}.${column.name} runs out of numbers`,
				message: `${code(`${alter.table.name}.${column.name}`)} has used ${counter * 100n / high} % of the numbers of ${typeInWords(column.type)}.`
			};
		}
	}
};
/** As skeema's linter counts. */
const usedPercent = 80n;

// src/lint/rules/blocking-native-ddl.ts
const blockingNativeDdl = {
	id: "blocking-native-ddl",
	severity: "warning",
	needs: "data",
	suppressible: true,
	flags: "A change that only the server itself can make, while writers wait until it is done.",
	why: "Nobody can write to the table for as long as the server copies it, and nothing can slow that down or take it back.",
	instead: "Give the table a primary key in a statement of its own first: then it can be copied while writers go on.",
	ignoreWhen: "The table is small, or nobody writes to it at that hour.",
	example: {
		table: "CREATE TABLE logs (at DATETIME NOT NULL, line TEXT NULL)",
		flagged: "ALTER TABLE logs MODIFY COLUMN line LONGTEXT NULL;",
		fine: "ALTER TABLE logs ADD COLUMN level INT NULL;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const { way } = difference;
			if (way === null || !way.blocksWriters) continue;
			yield {
				at: alter.table,
				title: `Writers of ${nameOfTable(alter.table)} wait for the server`,
				message: `Only the server can change ${codeOfTable(alter.table)} this way, and writers wait until it is done.`,
				evidence: `About ${way.rows} rows and ${Math.ceil(way.bytes / 2 ** 20)} MiB, by the statistics of the server.`
			};
		}
	}
};

// src/lint/rules/change-column-type.ts
const changeColumnType = {
	id: "change-column-type",
	severity: "warning",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A column that gets a type of another kind, such as VARCHAR to INT. Wider types of the same kind are not flagged.",
	why: "Every value is converted. One that cannot be stops the migration, and code reads values of another type from the cutover on.",
	instead: "Add a column of the new type, write both, backfill, switch the reads, and drop the old column later.",
	ignoreWhen: "Every value can be converted, and all code that runs anywhere reads and writes both types.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, age VARCHAR(10) NULL)",
		flagged: "ALTER TABLE users MODIFY COLUMN age INT NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN age VARCHAR(20) NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			if (isSameKind(from.type, to.type)) continue;
			yield {
				at,
				title: `Changes the type of ${alter.table.name}.${to.name}`,
				message: `${code(`${alter.table.name}.${to.name}`)} goes from ${typeInWords(from.type)} to ${typeInWords(to.type)}: every value is converted.`,
				...judgeRows(difference, [to.name], "warning")
			};
		}
	}
};
const numbers = [
	"integer",
	"decimal",
	"float"
];
/** Other rules speak of those that lose something. */
function isSameKind(from, to) {
	if (from.family === "other" || to.family === "other") return from.name === to.name;
	if (from.family === to.family) return true;
	if (numbers.includes(from.family) && numbers.includes(to.family)) return true;
	if (from.family === "date" && to.family === "time") return true;
	return to.family === "text" && (from.family === "enum" || from.family === "set" || from.family === "json");
}

// src/lint/rules/charset-lossy.ts
const charsetLossy = {
	id: "charset-lossy",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A column that gets a character set which does not have all characters of the old one, such as utf8mb4 to latin1.",
	why: "One character that is missing there stops the migration, and code that still writes such characters fails at the cutover.",
	instead: "Convert to utf8mb4, which has all characters.",
	ignoreWhen: "A query on the target has just shown that every value can be converted, and the application writes no other.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40) NULL) DEFAULT CHARSET=utf8mb4",
		flagged: "ALTER TABLE users MODIFY COLUMN name VARCHAR(40) CHARACTER SET latin1 NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN name VARCHAR(40) CHARACTER SET utf8mb4 NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			if (from.charset === null || to.charset === null || isComplete(from.charset, to.charset)) continue;
			yield {
				at,
				title: `Narrows the characters of ${alter.table.name}.${to.name}`,
				message: `${code(`${alter.table.name}.${to.name}`)} goes from ${from.charset} to ${to.charset}, which does not have all of its characters.`,
				...judgeRows(difference, [to.name], "error")
			};
		}
	}
};
const allCharacters = [
	"utf8mb4",
	"utf16",
	"utf16le",
	"utf32",
	"gb18030"
];
/** Whether each character of `from` is one of `to`. */
function isComplete(from, to) {
	if (from === to || from === "ascii" || allCharacters.includes(to)) return true;
	return (to === "utf8mb3" || to === "ucs2") && !allCharacters.includes(from);
}

// src/lint/rules/collation-change-on-unique.ts
const collationChangeOnUnique = {
	id: "collation-change-on-unique",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A column of a primary key or a unique index that gets another collation, but for a binary one.",
	why: "Values that were different may be equal then: two such rows stop the migration, and later ones fail in the application.",
	instead: "Keep the collation of the column. Or look for values that are equal under the new one (GROUP BY … COLLATE …), and mend them first.",
	ignoreWhen: "A query on the target has just shown that no two values are equal under the new collation.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(40) COLLATE utf8mb4_bin NULL, UNIQUE KEY uk (email))",
		flagged: "ALTER TABLE users MODIFY COLUMN email VARCHAR(40) COLLATE utf8mb4_general_ci NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN email VARCHAR(50) COLLATE utf8mb4_bin NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			if (from.collation === to.collation || (from.collation ?? from.charset) === null) continue;
			if (to.type.family !== "text" || from.type.family !== "text" || to.collation?.endsWith("_bin") === true) continue;
			const key = difference.after.indexes.find((index) => isUnique(index) && index.parts.some(({ column }) => column !== null && isSame$1(column, to.name)));
			if (key === void 0) continue;
			yield {
				at,
				title: `Changes how ${alter.table.name}.${to.name} is compared`,
				message: `${code(`${alter.table.name}.${to.name}`)} is part of ${code(key.name)}, and goes from ${from.collation ?? from.charset} to ${to.collation ?? to.charset ?? "another collation"}: other values count as equal.`,
				...judgeRows(difference, [to.name], "error")
			};
		}
	}
};

// src/lint/rules/deprecated-syntax.ts
const deprecatedSyntax = {
	id: "deprecated-syntax",
	severity: "notice",
	needs: "text",
	suppressible: true,
	flags: "What MySQL has announced to remove: display widths, ZEROFILL, utf8 and utf8mb3, digits on FLOAT and DOUBLE, BINARY as an attribute, UNSIGNED on anything but integers.",
	why: "It does less than it seems to, and a later version of the server will refuse it.",
	instead: "Write the type that is meant.",
	ignoreWhen: "The server stays on a version that knows it, or another tool expects this very spelling.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN visits INT(11) NULL;",
		fine: "ALTER TABLE users ADD COLUMN visits INT NULL;"
	},
	*check({ file }) {
		for (const statement of file.statements) for (const habit of habitsIn(statement)) yield {
			...habit,
			title: "Uses deprecated syntax"
		};
	}
};
function habitsIn(statement) {
	if (statement.kind === "alter-table") return statement.clauses.flatMap(habitsOfClause);
	if (statement.kind !== "create-table") return [];
	return [...statement.elements.flatMap(habitsOfClause), ...habitsOfOptions(statement.options)];
}
function habitsOfClause(clause) {
	const column = definedColumn(clause);
	if (column !== null) return [...habitsOfType(column.type), ...habitsOfCharset(column.charset)];
	if (clause.kind === "convert-charset") return habitsOfCharset(clause.charset);
	return clause.kind === "table-options" ? habitsOfOptions(clause.options) : [];
}
function habitsOfOptions(options) {
	const charset = options.find((option) => option.name === "CHARSET");
	return charset === void 0 ? [] : habitsOfCharset({
		...charset,
		text: charset.value
	});
}
function habitsOfCharset(charset) {
	const name = charset?.text.toLowerCase();
	if (charset === null || name !== "utf8" && name !== "utf8mb3") return [];
	const message = `${code(charset.text)} has three bytes for a character, which is too short for emoji and some names.`;
	return [{
		at: {
			start: charset.start,
			end: charset.end
		},
		message,
		instead: "Use utf8mb4."
	}];
}
const integers = "TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT INT1 INT2 INT3 INT4 INT8".split(" ");
const floats = [
	"FLOAT",
	"DOUBLE",
	"DOUBLE PRECISION",
	"REAL"
];
const fixedPoints = [
	"DECIMAL",
	"DEC",
	"NUMERIC",
	"FIXED"
];
function habitsOfType(type) {
	const { name, arguments: args, attributes } = type;
	const isBoolean = name === "TINYINT" && args[0] === "1";
	const habits = [];
	const add = (message, instead) => habits.push({
		at: type,
		message,
		instead
	});
	if (integers.includes(name) && args.length > 0 && !isBoolean) {
		const { start, end } = type;
		const text = [name, ...attributes].join(" ");
		habits.push({
			at: type,
			message: "The display width of an integer does not limit its values.",
			instead: `Write ${code(name)}.`,
			suggestion: {
				start,
				end,
				text
			}
		});
	}
	if (floats.includes(name) && args.length > 1) add(`Digits on ${code(name)} round every value.`, "Use DECIMAL, or leave them out.");
	if (attributes.includes("ZEROFILL")) add("ZEROFILL only pads what is shown.", "Pad the number where it is shown.");
	if (attributes.includes("UNSIGNED") && [...floats, ...fixedPoints].includes(name)) add(`UNSIGNED on ${code(name)} only refuses negative values.`, "Use a CHECK constraint.");
	if (attributes.includes("BINARY")) add("BINARY as an attribute stands for a `_bin` collation.", "Name it with COLLATE.");
	return habits;
}

// src/lint/rules/drop-and-add-column.ts
const dropAndAddColumn = {
	id: "drop-and-add-column",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "A column that one ALTER TABLE both drops and adds.",
	why: "This does not convert the column: the old data is lost and every row starts with the default.",
	instead: "To keep the data use MODIFY COLUMN; to start afresh add a column of another name.",
	ignoreWhen: "The values are meant to be thrown away, and no code reads them while the migration runs.",
	example: {
		flagged: "ALTER TABLE users DROP COLUMN age, ADD COLUMN age SMALLINT NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN age SMALLINT NULL;"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "add-column")) {
			const { name } = clause.column;
			if (!namedIn(alter).droppedColumns.has(name.text.toLowerCase())) continue;
			yield {
				at: clause,
				title: `Empties column ${alter.table.name}.${name.text}`,
				message: `${codeOfColumn(alter.table, name)} is dropped and added again, without its data.`
			};
		}
	}
};

// src/lint/rules/drop-column.ts
const dropColumn = {
	id: "drop-column",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "DROP COLUMN, unless the column is known to be a virtual generated one, or not to be there.",
	why: "Its data cannot be brought back, and application instances that still name the column fail at the cutover.",
	instead: "First deploy code that neither reads nor writes the column, then drop it and say so in a `lint:ignore`.",
	ignoreWhen: "All code that runs anywhere has stopped naming the column, and its data is kept elsewhere or worth nothing.",
	example: {
		flagged: "ALTER TABLE users DROP COLUMN nickname;",
		fine: "ALTER TABLE users\n  DROP COLUMN nickname; -- lint:ignore drop-column -- unused since v4.2"
	},
	*check({ file, differences }) {
		for (const { alter, clause } of clausesOf(file, "drop-column")) {
			const readded = namedIn(alter).addedColumns.has(clause.column.text.toLowerCase());
			const difference = differences?.get(alter.start);
			if (readded || isVirtual(difference?.before, clause.column) || isMissing(difference, clause.column)) continue;
			yield {
				at: clause,
				title: `Drops column ${alter.table.name}.${clause.column.text}`,
				message: `${codeOfColumn(alter.table, clause.column)} is dropped with the data of every row.`
			};
		}
	}
};
/** Without IF EXISTS the server says so itself. What files describe may be out of date. */
function isMissing(difference, name) {
	return difference?.from === "server" && findColumn(difference.before, name.text) === null;
}
/** A virtual column holds no data: it can be added again as it was. */
function isVirtual(table, name) {
	return table !== void 0 && findColumn(table, name.text)?.generated === "virtual";
}

// src/lint/rules/drop-column-narrows-unique.ts
const dropColumnNarrowsUnique = {
	id: "drop-column-narrows-unique",
	severity: "error",
	needs: "definition",
	suppressible: true,
	flags: "A dropped column that is one of several in a primary key or a unique index, which stays with the others.",
	why: "The key is stricter then: rows that differ in this column alone are duplicates, and stop the migration.",
	instead: "Drop the key in the same statement, or make one of the columns that are meant to be unique.",
	ignoreWhen: "A query on the target has just shown that the columns that stay have no duplicates.",
	example: {
		table: "CREATE TABLE seats (id INT PRIMARY KEY, hall INT, seat INT, UNIQUE KEY uk (hall, seat))",
		flagged: "ALTER TABLE seats DROP COLUMN hall; -- lint:ignore drop-column -- unused since v4.2",
		fine: "ALTER TABLE seats DROP COLUMN hall, DROP INDEX uk; -- lint:ignore drop-column, drop-index-without-invisible -- unused since v4.2"
	},
	*check(context) {
		const known = new Map([...knownAlters(context)].map(({ alter, difference }) => [alter, difference]));
		for (const { alter, clause } of clausesOf(context.file, "drop-column")) {
			const difference = known.get(alter);
			if (difference === void 0) continue;
			const { before, after } = difference;
			const name = clause.column.text;
			const narrowed = before.indexes.find((index) => isUnique(index) && has(index, name) && stays(index, after.indexes));
			if (narrowed === void 0) continue;
			const columns = narrowed.parts.flatMap(({ column }) => column === null || isSame$1(column, name) ? [] : [column]);
			yield {
				at: clause,
				title: `Makes ${narrowed.name} of ${alter.table.name} stricter`,
				message: `${code(name)} is part of ${code(narrowed.name)}, which is unique over ${columns.map(code).join(", ")} alone afterwards.`,
				...judgeRows(difference, columns, "error")
			};
		}
	}
};
function has({ parts }, name) {
	return parts.some(({ column }) => column !== null && isSame$1(column, name));
}
/** The index of that name has lost parts and has some left. One that is made anew is meant as it is. */
function stays({ name, parts }, after) {
	const left = after.find((index) => isSame$1(index.name, name));
	return left !== void 0 && left.parts.length < parts.length;
}

// src/lint/rules/drop-database.ts
const dropDatabase = {
	id: "drop-database",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "DROP DATABASE and DROP SCHEMA.",
	why: "Every table in it is lost at once, and Ghostship refuses to run it.",
	instead: "Take it out of the migration. If the database really must go, drop it by hand, with a backup in reach.",
	ignoreWhen: "Never: Ghostship does not run it.",
	example: {
		flagged: "DROP DATABASE shop;",
		fine: "-- shop is dropped by hand after the last backup"
	},
	*check({ file }) {
		for (const statement of file.statements) {
			if (statement.kind !== "drop-database") continue;
			const { name } = statement;
			yield {
				at: statement,
				title: `Drops database ${name.text}`,
				message: `The database ${code(name.text)} and all its tables are dropped.`
			};
		}
	}
};

// src/lint/rules/drop-index-without-invisible.ts
const dropIndexWithoutInvisible = {
	id: "drop-index-without-invisible",
	severity: "warning",
	needs: "text",
	suppressible: true,
	flags: "An index that is dropped though nothing says that queries were tried without it.",
	why: "If a query still needs the index, building it again takes hours while that query scans the table.",
	instead: "First make it INVISIBLE (MySQL) or IGNORED (MariaDB), which is undone at once, and drop it a few days later.",
	ignoreWhen: "The server counts reads of indexes, and has counted none for weeks; or another index serves the same queries.",
	example: {
		flagged: "ALTER TABLE users DROP INDEX idx_email;",
		fine: "ALTER TABLE users ALTER INDEX idx_email INVISIBLE;"
	},
	*check({ file, differences }) {
		for (const { alter, clause } of clausesOf(file, "drop-index")) {
			if (namedIn(alter).addedIndexes.has(clause.name.text.toLowerCase()) || isUnused(differences?.get(alter.start)?.before, clause.name)) continue;
			yield {
				at: clause,
				title: `Drops index ${clause.name.text} that may be in use`,
				message: `${code(clause.name.text)} of ${codeOfTable(alter.table)} is dropped while queries may still rely on it.`
			};
		}
	}
};
function isUnused(table, { text }) {
	return table?.indexes.some(({ name, used }) => isSame$1(name, text) && !used) ?? false;
}

// src/lint/rules/drop-partition.ts
const dropPartition = {
	id: "drop-partition",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "Commands that delete the rows of a partition: DROP and TRUNCATE.",
	why: "All rows of the partition leave the table at once, and cannot be brought back where they are not kept elsewhere.",
	instead: "Make sure that the rows are archived or no longer wanted, and say so in a `lint:ignore`.",
	ignoreWhen: "The rows of the partition are past the time that they are kept for, which is what the partitions were made for.",
	example: {
		flagged: "ALTER TABLE events DROP PARTITION p2023;",
		fine: "ALTER TABLE events DROP PARTITION p2023; -- lint:ignore drop-partition -- archived in March"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "partition")) {
			const effect = effects[clause.operation];
			if (effect === void 0) continue;
			const partitions = clause.names.map((name) => code(name.text)).join(", ") || "a partition";
			yield {
				at: clause,
				title: `${effect.title} of ${nameOfTable(alter.table)}`,
				message: `The rows in ${partitions} of ${codeOfTable(alter.table)} are ${effect.fate}.`
			};
		}
	}
};
const effects = {
	drop: {
		title: "Drops a partition",
		fate: "deleted"
	},
	truncate: {
		title: "Empties a partition",
		fate: "deleted"
	}
};

// src/lint/rules/drop-primary-key.ts
const dropPrimaryKey = {
	id: "drop-primary-key",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "DROP PRIMARY KEY without a new primary key in the same statement.",
	why: "Without a primary key replicas search the whole table for every changed row, and no later migration can walk it.",
	instead: "Drop and add the primary key in one statement.",
	ignoreWhen: "Another unique key of NOT NULL columns identifies the rows, and the table is about to be dropped or rebuilt.",
	example: {
		flagged: "ALTER TABLE orders DROP PRIMARY KEY;",
		fine: "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, id);"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "drop-primary-key")) {
			if (addsPrimaryKey(alter)) continue;
			yield {
				at: clause,
				title: `Drops the primary key of ${nameOfTable(alter.table)}`,
				message: `${codeOfTable(alter.table)} is left without a primary key.`
			};
		}
	}
};
function addsPrimaryKey(alter) {
	return alter.clauses.some((clause) => {
		if (clause.kind === "add-index") return clause.index === "primary";
		return definedColumn(clause)?.key === "primary";
	});
}

// src/lint/rules/drop-table.ts
const dropTable = {
	id: "drop-table",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "DROP TABLE, and CREATE OR REPLACE TABLE, which drops first.",
	why: "The rows cannot be brought back, and every query that still names the table fails at once.",
	instead: "Deploy code that no longer uses the table, make sure that nothing else does, and accept `drop-table` for the run; Ghostship then renames the table instead of dropping it outright.",
	ignoreWhen: "No code that runs anywhere names the table, and its data is kept elsewhere or worth nothing. Only the option `allow` lets the statement run.",
	example: {
		flagged: "DROP TABLE old_orders;",
		fine: "-- lint:ignore drop-table -- nothing has read it since the March release\nDROP TABLE old_orders;"
	},
	*check({ file }) {
		for (const statement of file.statements) {
			if (statement.kind === "create-table" && statement.replaces) {
				const { table } = statement;
				yield {
					at: table,
					title: `Replaces table ${nameOfTable(table)}`,
					message: `If ${codeOfTable(table)} exists, it is dropped with all its rows.`
				};
			}
			if (statement.kind !== "drop-table" || statement.temporary) continue;
			for (const table of statement.tables) yield {
				at: table,
				title: `Drops table ${nameOfTable(table)}`,
				message: `${codeOfTable(table)} is dropped with all its rows.`
			};
		}
	}
};

// src/lint/rules/enum-set-incompatible.ts
const enumSetIncompatible = {
	id: "enum-set-incompatible",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "An ENUM or SET that loses a member; as a warning one whose members change places or spelling.",
	why: "A row with a member that is gone stops the migration; members are sorted and compared by their place, so a new place changes what queries find.",
	instead: "Add new members at the end, which needs no copy, and keep members that rows may have.",
	ignoreWhen: "No row has the member, as a query on the target has just shown, and no query sorts or compares by place.",
	example: {
		table: "CREATE TABLE orders (id INT PRIMARY KEY, state ENUM('new','paid','sent') NULL)",
		flagged: "ALTER TABLE orders MODIFY COLUMN state ENUM('new','sent') NULL;",
		fine: "ALTER TABLE orders MODIFY COLUMN state ENUM('new','paid','sent','lost') NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			if (!(from.type.family === to.type.family && (to.type.family === "enum" || to.type.family === "set"))) continue;
			const [before, after] = [labelsOf(from.type), labelsOf(to.type)];
			if (before.every((label, index) => after[index] === label)) continue;
			const compared = after.map((label) => asCompared(label, to.collation));
			const places = before.map((label) => compared.indexOf(asCompared(label, to.collation)));
			const gone = places.filter((place) => place === -1).length;
			const isMoved = places.some((place, index) => place !== index);
			const column = code(`${alter.table.name}.${to.name}`);
			const name = `${alter.table.name}.${to.name}`;
			if (gone > 0) {
				const message = `${column} loses ${gone} ${gone === 1 ? "member" : "members"}.`;
				yield {
					at,
					title: `Removes members of ${name}`,
					message,
					...judgeRows(difference, [to.name], "error")
				};
				continue;
			}
			yield {
				at,
				title: `${isMoved ? "Moves" : "Respells"} members of ${name}`,
				message: isMoved ? `Members of ${column} get other places in the list.` : `Members of ${column} are spelled otherwise, and rows that have them show the new spelling.`,
				severity: "warning"
			};
		}
	}
};
/** The server finds the new spelling of a member by the column's collation; most of them ignore case and accents. */
function asCompared(label, collation) {
	if (collation !== null && /(?:^binary|_bin|_cs)$/u.test(collation)) return label;
	const lower = label.toLowerCase();
	return collation?.endsWith("_as_ci") === true ? lower : lower.normalize("NFD").replaceAll(/\p{M}/gu, "");
}
/** Trailing blanks do not count, and neither does the way in which a quote is written. */
function labelsOf({ arguments: args }) {
	return args.map((label) => label.slice(1, -1).replaceAll("''", "'").replaceAll("\\'", "'").trimEnd());
}

// src/lint/rules/explicit-algorithm-lock.ts
const explicitAlgorithmLock = {
	id: "explicit-algorithm-lock",
	severity: "warning",
	needs: "text",
	suppressible: true,
	flags: "ALGORITHM, LOCK, and the words ONLINE and OFFLINE of MariaDB.",
	why: "Ghostship tries the cheapest way that does not block and leaves such words out, so they promise what will not happen.",
	instead: "Leave it out. The plan shows which algorithm each statement will use.",
	ignoreWhen: "Other tools run the same file, and need the words.",
	example: {
		flagged: "ALTER TABLE users ADD INDEX idx_email (email), ALGORITHM=INPLACE;",
		fine: "ALTER TABLE users ADD INDEX idx_email (email);"
	},
	*check({ file }) {
		for (const alter of altersOf(file)) for (const at of requestsOf(alter)) yield {
			at,
			title: "Asks for an algorithm or a lock",
			message: `${code(file.text.slice(at.start, at.end))} has no effect on how ${codeOfTable(alter.table)} is changed.`
		};
	}
};
/** IGNORE asks for something else, which is refused. */
function requestsOf(alter) {
	return [...alter.prefixes.filter(({ text }) => text !== "IGNORE"), ...alter.clauses.filter((clause) => clause.kind === "algorithm" || clause.kind === "lock")];
}

// src/lint/rules/ghost-foreign-keys-or-triggers.ts
const ghostForeignKeysOrTriggers = {
	id: "ghost-foreign-keys-or-triggers",
	severity: "warning",
	needs: "definition",
	suppressible: true,
	flags: "A change of a table that has foreign keys, where no server was asked how it would be made.",
	why: "A copy of such a table is refused unless the options `foreign-keys` and `triggers` say what is to become of them.",
	instead: "Plan it on a database, and choose `foreign-keys` and `triggers`: carry keeps them, on servers that can.",
	ignoreWhen: "The options are chosen, or the server makes the change instantly or in place.",
	example: {
		table: "CREATE TABLE orders (id INT PRIMARY KEY, user_id INT, qty INT, CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id))",
		flagged: "ALTER TABLE orders MODIFY COLUMN qty BIGINT NULL;",
		fine: "ALTER TABLE orders DROP FOREIGN KEY fk;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const { from, before, after } = difference;
			if (from === "server" || before.foreignKeys === 0 || after.foreignKeys !== before.foreignKeys) continue;
			yield {
				at: alter.table,
				title: `${nameOfTable(alter.table)} has foreign keys`,
				message: `${codeOfTable(alter.table)} has foreign keys, which a copy of the table does not take over by itself.`
			};
		}
	}
};

// src/lint/rules/ghost-no-shared-key.ts
const ghostNoSharedKey = {
	id: "ghost-no-shared-key",
	severity: "warning",
	needs: "definition",
	suppressible: true,
	flags: "A change of a table that has no unique key of NOT NULL columns both before and after it.",
	why: "A copy finds each row by such a key. Without one the server must do the change itself while writers wait, or it is refused.",
	instead: "Add a primary key in a statement of its own first, and keep its columns while others change.",
	ignoreWhen: "The server makes the change instantly or in place, as the plan on a database tells.",
	example: {
		table: "CREATE TABLE logs (at DATETIME NOT NULL, line TEXT NULL)",
		flagged: "ALTER TABLE logs MODIFY COLUMN line LONGTEXT NULL;",
		fine: "ALTER TABLE logs ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const { from, before, after } = difference;
			if (from === "server" || hasSharedKey(before, after)) continue;
			if (!isUsable(before) && isUsable(after)) continue;
			yield {
				at: alter.table,
				title: `No key of ${nameOfTable(alter.table)} stays the same`,
				message: `${codeOfTable(alter.table)} has no unique key of NOT NULL columns that is there before and after the statement.`
			};
		}
	}
};
function hasSharedKey(before, after) {
	const columnsOf = (shape) => usableKeys(shape).map(({ parts }) => parts.map(({ column }) => column ?? "").toSorted());
	return columnsOf(before).some((one) => columnsOf(after).some((other) => one.length === other.length && one.every((name, index) => isSame$1(name, other[index] ?? ""))));
}

// src/lint/rules/instant-available.ts
const instantAvailable = {
	id: "instant-available",
	severity: "notice",
	needs: "data",
	suppressible: true,
	flags: "A statement that copies the table, of which a part would be instant in a statement of its own.",
	why: "One clause that needs a copy makes all the others wait for it.",
	instead: "Write it as two statements.",
	ignoreWhen: "Both parts must come at the same moment.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(20) NULL)",
		flagged: "ALTER TABLE users ADD COLUMN age INT NULL, MODIFY COLUMN name VARCHAR(300) NULL;",
		fine: "ALTER TABLE users ADD COLUMN age INT NULL;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const split = difference.way?.split ?? null;
			if (split === null) continue;
			const table = asWritten(context.file, alter.table);
			const rest = split.isRestCheap ? "does the rest in place, so nothing is copied" : "copies the table for the rest alone";
			yield {
				at: alter.table,
				title: `A part of the change of ${nameOfTable(alter.table)} is instant`,
				message: `In a statement of its own ${code(split.instant)} is instant for ${codeOfTable(alter.table)}.`,
				evidence: `Tried on an empty copy of the table: the server ${rest}.`,
				instead: `Write ${code(`ALTER TABLE ${table} ${split.instant}`)}, and then ${code(`ALTER TABLE ${table} ${split.rest}`)}.`
			};
		}
	}
};

// src/lint/rules/large-table.ts
const largeTable = {
	id: "large-table",
	severity: "notice",
	needs: "data",
	suppressible: true,
	flags: "A copy of a table of more than ten million rows or 10 GiB.",
	why: "It takes long, needs the room of the table once more, and writes all of it to the binary log.",
	instead: "Look at the plan for time and room, and choose an hour with few writers.",
	ignoreWhen: "Time and room are known, and enough.",
	example: {
		table: "CREATE TABLE hits (id INT PRIMARY KEY, path VARCHAR(20) NULL)",
		flagged: "ALTER TABLE hits MODIFY COLUMN path VARCHAR(300) NULL;",
		fine: "ALTER TABLE hits ADD COLUMN at DATETIME NULL;"
	},
	*check(context) {
		for (const { alter, difference } of knownAlters(context)) {
			const { way } = difference;
			if (way === null || way.algorithm !== "copy" || way.rows < manyRows && way.bytes < manyBytes) continue;
			yield {
				at: alter.table,
				title: `Copies the large table ${nameOfTable(alter.table)}`,
				message: `${codeOfTable(alter.table)} is copied: it is large.`,
				evidence: `About ${way.rows} rows and ${Math.ceil(way.bytes / 2 ** 20)} MiB, by the statistics of the server.`
			};
		}
	}
};
/** A copy of an hour or so on a middling machine. */
const manyRows = 1e7;
const manyBytes = 10 * 2 ** 30;

// src/lint/words.ts
/** `a`, `a and b`, `a, b and c` */
function enumerate(items) {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

// src/lint/rules/modify-drops-attributes.ts
const modifyDropsAttributes = {
	id: "modify-drops-attributes",
	severity: "error",
	needs: "definition",
	suppressible: true,
	flags: "MODIFY or CHANGE COLUMN that does not repeat what the column has: AUTO_INCREMENT, DEFAULT, ON UPDATE; as a warning also NOT NULL, COMMENT, or a character set or collation of its own.",
	why: "Both restate the whole definition, so whatever they do not say is gone, and no server warns about it.",
	instead: "Repeat the whole definition, and change in it what is to be changed.",
	ignoreWhen: "The attribute is meant to go. Say so in the reason, because nobody can see it in the statement.",
	example: {
		table: "CREATE TABLE orders (id INT PRIMARY KEY, qty INT NOT NULL DEFAULT 1 COMMENT 'units')",
		flagged: "ALTER TABLE orders MODIFY COLUMN qty BIGINT;",
		fine: "ALTER TABLE orders MODIFY COLUMN qty BIGINT NOT NULL DEFAULT 1 COMMENT 'units';"
	},
	*check(context) {
		for (const change of columnChanges(context)) {
			const { alter, clause } = change;
			if (clause === null) continue;
			const lost = lostBy(change, clause.column);
			if (lost.length === 0) continue;
			yield {
				at: clause,
				title: `Loses ${lost.map(({ name }) => name).join(", ")} of ${alter.table.name}.${clause.column.name.text}`,
				message: `${codeOfColumn(alter.table, clause.column.name)} loses ${enumerate(lost.map(({ name }) => name))}: the statement does not repeat ${lost.length === 1 ? "it" : "them"}.`,
				severity: lost.some(({ breaksWrites }) => breaksWrites) ? "error" : "warning",
				suggestion: withAttributes(clause, lost, context.file.text)
			};
		}
	}
};
/** In the order in which every server takes them behind the type. */
function lostBy({ from, to, difference }, column) {
	const lost = [];
	const add = (isLost, name, text, breaksWrites) => isLost && lost.push({
		name,
		text,
		breaksWrites
	});
	const namesCharset = column.charset !== null || column.collation !== null;
	const isText = hasCharset(from.type) && hasCharset(to.type) && !namesCharset;
	const [charset, collation] = [from.charset ?? "", from.collation ?? ""];
	const losesCharset = isText && from.charset !== null && to.charset !== null && from.charset !== to.charset;
	const losesCollation = isText && from.collation !== null && to.collation !== null && from.collation !== to.collation;
	add(losesCharset, `CHARACTER SET ${charset}`, `CHARACTER SET ${charset}`, false);
	add(losesCollation, `COLLATE ${collation}`, `COLLATE ${collation}`, false);
	add(from.notNull && !to.notNull && column.nullability === "unspecified", "NOT NULL", "NOT NULL", false);
	add(from.default !== null && to.default === null && column.default === null && !column.autoIncrement && takesDefault(to), "DEFAULT", `DEFAULT ${from.default}`, true);
	add(from.onUpdate !== null && to.onUpdate === null, "ON UPDATE", `ON UPDATE ${from.onUpdate}`, true);
	add(from.autoIncrement && !to.autoIncrement && mayCount(to, difference.after), "AUTO_INCREMENT", "AUTO_INCREMENT", true);
	add(from.comment !== null && to.comment === null && column.comment === null, "COMMENT", `COMMENT ${from.comment}`, false);
	return lost;
}
/** The servers take AUTO_INCREMENT of one column, which must be the first of an index. */
function mayCount({ name }, { columns, indexes }) {
	return indexes.some(({ parts: [first] }) => isSame$1(first?.column ?? "", name)) && !columns.some(({ autoIncrement }) => autoIncrement);
}
/** MySQL gives no literal default to these. */
function takesDefault({ type }) {
	return type.family !== "json" && !/(?:text|blob)$/u.test(type.name);
}
function withAttributes({ column }, lost, text) {
	const { start, end } = column.type;
	if (start === end) return null;
	return {
		start,
		end,
		text: [text.slice(start, end), ...lost.map((one) => one.text)].join(" ")
	};
}

// src/lint/altered-tables.ts
/**
* The statements whose clauses could stand in one with those of another, and gain by that. Commands on partitions stand alone by the
* rules of the grammar, a new name because nothing else is done with it, and a foreign key because only alone it is added in place. What
* is created in the same file is empty, and what the plan knows to be no copy costs nothing that another could share.
*/
function mergeable(file, differences) {
	const created = new Set(file.statements.flatMap((statement) => statement.kind === "create-table" ? nameOfTable(statement.table) : []));
	return altersOf(file).filter(({ start, table, clauses }) => {
		const way = differences?.get(start)?.way ?? null;
		if (way !== null && way.algorithm !== "copy") return false;
		return !created.has(nameOfTable(table)) && !clauses.some(standsAlone);
	});
}
function standsAlone(clause) {
	if (clause.kind === "partition") return clause.operation !== "partition-by" && clause.operation !== "remove";
	return clause.kind === "rename-table" || clause.kind === "add-foreign-key" || clause.kind === "drop-foreign-key";
}
/** @param where the file, as in "line 3 of …" */
function rememberAltered(seen, alter, { lines }, where) {
	const table = nameOfTable(alter.table);
	if (!seen.has(table)) seen.set(table, `line ${lines.at(alter.start).line} of ${where}`);
}

// src/lint/rules/multiple-alters-same-table.ts
const multipleAltersSameTable = {
	id: "multiple-alters-same-table",
	severity: "warning",
	needs: "text",
	suppressible: true,
	flags: "A table that one run alters more than once, in one file or in several.",
	why: "Each statement may copy the whole table, and one copy could make all the changes.",
	instead: "Put all clauses into one ALTER TABLE. Keep apart only what must be seen working in between.",
	ignoreWhen: "The server does one of the statements by itself, which is known where a server is asked, or the second must not run unless the first has.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN a INT NULL;\nALTER TABLE users ADD COLUMN b INT NULL;",
		fine: "ALTER TABLE users ADD COLUMN a INT NULL, ADD COLUMN b INT NULL;"
	},
	*check({ file, altered, applied, differences }) {
		const seen = /* @__PURE__ */ new Map();
		const again = /* @__PURE__ */ new Map();
		for (const alter of mergeable(file, differences)) {
			if (applied.has(alter.start)) continue;
			const table = nameOfTable(alter.table);
			const first = altered.get(table) ?? seen.get(table);
			rememberAltered(seen, alter, file, "this file");
			if (first === void 0) continue;
			const found = again.get(table) ?? {
				alter,
				first,
				times: 0
			};
			found.times += 1;
			again.set(table, found);
		}
		for (const { alter, first, times } of again.values()) {
			const more = times === 1 ? "" : ` ${times} statements of this file alter it again.`;
			yield {
				at: alter.table,
				title: `Alters ${nameOfTable(alter.table)} again`,
				message: `${codeOfTable(alter.table)} is already altered in ${first}.${more}`
			};
		}
	}
};

// src/lint/rules/narrow-numeric.ts
const narrowNumeric = {
	id: "narrow-numeric",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A number column that holds less: a smaller integer, another sign, fewer digits; as a warning where only digits are rounded away.",
	why: "A number out of range stops the migration, and digits that are rounded away are lost in every row without a word.",
	instead: "Keep the type, or mend the values and the code that writes them first.",
	ignoreWhen: "A query on the target has just shown that every number fits, and the application writes no other.",
	example: {
		table: "CREATE TABLE orders (id INT PRIMARY KEY, qty INT NULL)",
		flagged: "ALTER TABLE orders MODIFY COLUMN qty TINYINT NULL;",
		fine: "ALTER TABLE orders MODIFY COLUMN qty BIGINT NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			const loss = lossOf$1(from.type, to.type);
			if (loss === null) continue;
			const words = `from ${typeInWords(from.type)} to ${typeInWords(to.type)}`;
			yield {
				at,
				title: `Narrows column ${alter.table.name}.${to.name}`,
				message: `${code(`${alter.table.name}.${to.name}`)} goes ${words}: ${loss.what}.`,
				...loss.isRounding ? { severity: "warning" } : judgeRows(difference, [to.name], base(to, loss))
			};
		}
	}
};
/** A column that the server counts up has no negative numbers, unless somebody has put them there. */
function base({ autoIncrement }, { isSign }) {
	return autoIncrement && isSign ? "notice" : "error";
}
function lossOf$1(from, to) {
	const [before, after] = [numberRoom(from), numberRoom(to)];
	if (before === null || after === null) return null;
	if (after.low > before.low && after.low === 0n) return {
		what: "it holds no negative number any more",
		isRounding: false,
		isSign: after.high >= before.high
	};
	if (after.low > before.low || after.high < before.high) return {
		what: "it holds no number as large any more",
		isRounding: false,
		isSign: false
	};
	if (after.scale < before.scale) return {
		what: "digits behind the point are rounded away",
		isRounding: true,
		isSign: false
	};
	return after.significant !== null && after.significant < (before.significant ?? digitsOf(before)) ? {
		what: "long numbers are kept only approximately",
		isRounding: true,
		isSign: false
	} : null;
}
__name(lossOf$1, "lossOf");
function digitsOf({ high, scale }) {
	return high.toString().length + scale;
}

// src/lint/rules/no-primary-key.ts
const noPrimaryKey = {
	id: "no-primary-key",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "A statement that leaves a table without a primary key and without a unique key of NOT NULL columns; as a warning a CREATE TABLE without one.",
	why: "Rows cannot be told apart, so the table can never be changed online again, and replicas search it whole for each changed row.",
	instead: "Give the table a primary key.",
	ignoreWhen: "The table holds a few rows that are written once, or is dropped soon.",
	example: {
		flagged: "CREATE TABLE notes (body TEXT NULL);",
		fine: "CREATE TABLE notes (id BIGINT AUTO_INCREMENT PRIMARY KEY, body TEXT NULL);"
	},
	*check(context) {
		for (const statement of context.file.statements) {
			if (statement.kind !== "create-table" || statement.temporary || statement.like !== null) continue;
			const shape = shapeOf(statement, context.file.text);
			if (shape === null || shape.columns.length === 0 || statement.selects || isUsable(shape)) continue;
			yield {
				at: statement.table,
				title: `Table ${nameOfTable(statement.table)} has no primary key`,
				message: `${codeOfTable(statement.table)} has no primary key, and no unique key of NOT NULL columns.`,
				severity: "warning"
			};
		}
		for (const { alter, difference } of knownAlters(context)) {
			const { before, after } = difference;
			if (alter.clauses.some(({ kind }) => kind === "drop-primary-key")) continue;
			if (usableKeys(before).length === 0 || isUsable(after)) continue;
			yield {
				at: alter.table,
				title: `Leaves ${nameOfTable(alter.table)} without a usable key`,
				message: `${codeOfTable(alter.table)} loses its last unique key of NOT NULL columns.`
			};
		}
	}
};

// src/lint/rules/nondeterministic-default.ts
const nondeterministicDefault = {
	id: "nondeterministic-default",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "A column added with a default that is another value every time, such as UUID().",
	why: "Rows that exist already must each be given a value, which is not the same wherever the statement runs again, so MySQL refuses it when it writes a binary log.",
	instead: "Add the column NULL, set the default in a second ALTER, and backfill the old rows from the application.",
	ignoreWhen: "Every row is meant to have a value of its own, and all servers that repeat the statement read row events.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN token CHAR(36) NOT NULL DEFAULT (UUID());",
		fine: "ALTER TABLE users ADD COLUMN token CHAR(36) NULL;"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "add-column")) {
			const { column } = clause;
			const called = column.default?.functions.find((name) => nondeterministic.has(name));
			if (column.default === null || called === void 0) continue;
			yield {
				at: column.default,
				title: `Random default for ${alter.table.name}.${column.name.text}`,
				message: `${codeOfColumn(alter.table, column.name)} gets its default from ${code(`${called}()`)}, a new value for each row.`
			};
		}
	}
};
/** NOW() and its like are not here: the binary log carries the time with the statement. */
const nondeterministic = /* @__PURE__ */ new Set([
	"CONNECTION_ID",
	"CURRENT_USER",
	"LAST_INSERT_ID",
	"NEXTVAL",
	"RAND",
	"RANDOM_BYTES",
	"SESSION_USER",
	"SYSDATE",
	"SYSTEM_USER",
	"SYS_GUID",
	"USER",
	"UUID",
	"UUID_SHORT",
	"UUID_V4",
	"UUID_V7"
]);

// src/lint/rules/not-null-on-existing.ts
const notNullOnExisting = {
	id: "not-null-on-existing",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A column that may be NULL and becomes NOT NULL.",
	why: "One row with a NULL stops the migration, and code that still writes NULL fails at the cutover.",
	instead: "Make the application write a value, fill the rows that have none, and then make the column NOT NULL.",
	ignoreWhen: "A query on the target has just shown that no row is NULL there, and all code writes a value.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40) NULL)",
		flagged: "ALTER TABLE users MODIFY COLUMN name VARCHAR(40) NOT NULL;",
		fine: "ALTER TABLE users ALTER COLUMN name SET DEFAULT '';"
	},
	*check(context) {
		for (const { alter, difference, from, to, at, clause } of columnChanges(context)) {
			if (from.notNull || !to.notNull) continue;
			yield {
				at: clause ?? at,
				title: `Makes ${alter.table.name}.${to.name} NOT NULL`,
				message: `${code(`${alter.table.name}.${to.name}`)} may be NULL today and may not be afterwards.`,
				...judgeRows(difference, [to.name], "error")
			};
		}
	}
};

// src/lint/home-database.ts
/** The tables of a statement that are in another database, which nobody has allowed. */
function tablesElsewhere(statement, home) {
	return tablesOfStatement(statement).filter(({ schema }) => schema !== null && ![home.name, ...home.allowed].some((name) => isSame(schema, name, home)));
}
/** Whether only the server can tell: the names differ in case alone. */
function dependsOnFolding(statement, home) {
	return tablesElsewhere(statement, {
		...home,
		foldsNames: false
	}).length > tablesElsewhere(statement, {
		...home,
		foldsNames: true
	}).length;
}
/** Where no server was asked, names that differ in case alone count as the same: `plan` and `migrate` ask the server. */
function isSame(one, other, { foldsNames }) {
	return one === other || foldsNames !== false && one.toLowerCase() === other.toLowerCase();
}

// src/lint/rules/other-database.ts
const otherDatabase = {
	id: "other-database",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "A table of another database than that of `target`, unless the option `databases` names it.",
	why: "Whoever reviews a change of one database does not expect a change of another.",
	instead: "Leave the name of the database out, or name the database in the option `databases`: as an input, or in the config file on the branch that is merged into.",
	ignoreWhen: "Never by a comment: whoever wants it names the database in the option `databases`.",
	example: {
		flagged: "ALTER TABLE billing.invoices ADD COLUMN note TEXT NULL;",
		fine: "ALTER TABLE invoices ADD COLUMN note TEXT NULL;"
	},
	*check({ file, home }) {
		if (home === null) return;
		for (const statement of file.statements) for (const table of tablesElsewhere(statement, home)) yield {
			at: table,
			title: `Names ${nameOfTable(table)}, in another database`,
			message: `${codeOfTable(table)} is not in ${code(home.name)}, the database of target.`
		};
	}
};

// src/lint/rules/redundant-index.ts
const redundantIndex = {
	id: "redundant-index",
	severity: "warning",
	needs: "text",
	suppressible: true,
	flags: "A new index whose columns are the first ones of another index, and one that a new index makes needless.",
	why: "The other index serves the same queries, so this one only costs room, and time with every write.",
	instead: "Leave it out, or drop the shorter of the two.",
	ignoreWhen: "The longer index is much wider, and queries that read the short one alone are what matters.",
	example: {
		flagged: "CREATE TABLE users (id INT PRIMARY KEY, a INT, b INT, KEY a (a), KEY a_b (a, b));",
		fine: "CREATE TABLE users (id INT PRIMARY KEY, a INT, b INT, KEY a_b (a, b));"
	},
	*check(context) {
		for (const { statement, known, after } of tablesOf(context)) for (const index of after) {
			const other = after.find((one) => one !== index && covers(one, index, after));
			if (other === void 0) continue;
			const isNew = (one) => !known.some((before) => isSameIndex(before, one));
			if (!isNew(index) && !isNew(other)) continue;
			yield problemOf(statement, index, other);
		}
	}
};
function* tablesOf(context) {
	for (const statement of context.file.statements) {
		if (statement.kind !== "create-table") continue;
		yield {
			statement,
			known: [],
			after: shapeOf(statement, context.file.text)?.indexes ?? []
		};
	}
	for (const { alter, difference } of knownAlters(context)) yield {
		statement: alter,
		known: difference.before.indexes,
		after: difference.after.indexes
	};
}
/** Whether every query that `index` serves is served by `other`; of two that are the same, the one that comes first stays. */
function covers(other, index, all) {
	if (!(index.kind === "plain" || index.kind === "unique") || !other.used || other.kind !== "plain" && !isUnique(other)) return false;
	if (!(index.parts.length <= other.parts.length && index.parts.every((part, at) => partText(part.text) === partText(other.parts[at]?.text ?? "")))) return false;
	const isSameLength = index.parts.length === other.parts.length;
	if (isUnique(index) && !(isSameLength && isUnique(other))) return false;
	if (!isSameLength || isUnique(index) !== isUnique(other)) return true;
	return other.kind === "primary" || all.indexOf(other) < all.indexOf(index);
}
function isSameIndex(one, other) {
	const text = ({ parts }) => parts.map((part) => partText(part.text)).join();
	return isSame$1(one.name, other.name) && text(one) === text(other);
}
function partText(text) {
	return text.replaceAll("`", "").replaceAll(/\s+/gu, "").toLowerCase();
}
function problemOf(statement, index, other) {
	return {
		at: placeOf(statement, index, other),
		title: `Index ${index.name} of ${nameOfTable(statement.table)} is needless`,
		message: `${code(other.name)} of ${codeOfTable(statement.table)} begins with the columns of ${code(index.name)}, and serves the same queries.`
	};
}
/** The clause that adds one of the two. */
function placeOf(statement, ...indexes) {
	const clauses = statement.kind === "create-table" ? statement.elements : statement.clauses;
	for (const { name } of indexes) {
		const found = clauses.find((clause) => clause.kind === "add-index" && (clause.name === null || isSame$1(clause.name.text, name)));
		if (found !== void 0) return found;
	}
	return statement.table;
}

// src/lint/rules/rename-column.ts
const renameColumn = {
	id: "rename-column",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "RENAME COLUMN, and CHANGE COLUMN with another name.",
	why: "Old and new application code never run on the same schema: whichever is not meant for it fails.",
	instead: "Add the new column, write both, backfill, switch the reads, and drop the old column in a later migration.",
	ignoreWhen: "No code that runs anywhere names the column.",
	example: {
		flagged: "ALTER TABLE users RENAME COLUMN name TO full_name;",
		fine: "ALTER TABLE users ADD COLUMN full_name VARCHAR(255) NULL;"
	},
	*check({ file }) {
		for (const { alter, clause } of clausesOf(file, "rename-column", "change-column")) {
			const to = clause.kind === "rename-column" ? clause.to : clause.column.name;
			if (sameName(clause.from, to)) continue;
			yield {
				at: clause,
				title: `Renames column ${alter.table.name}.${clause.from.text}`,
				message: `${codeOfColumn(alter.table, clause.from)} becomes ${code(to.text)}; code that still says ${code(clause.from.text)} fails at the cutover.`
			};
		}
	}
};

// src/lint/rules/rename-table.ts
const renameTable = {
	id: "rename-table",
	severity: "error",
	needs: "text",
	suppressible: true,
	flags: "ALTER TABLE … RENAME TO and RENAME TABLE.",
	why: "Application instances that use the old name fail from that moment, those with the new name until then.",
	instead: insteadOf("`rename-table`", "the old name", "`CREATE VIEW users AS SELECT * FROM customers`"),
	ignoreWhen: "No code that runs anywhere names the table, or a view under the old name follows at once.",
	example: {
		flagged: "ALTER TABLE users RENAME TO customers;",
		fine: "ALTER TABLE users COMMENT = \"customers\";"
	},
	*check({ file }) {
		for (const statement of file.statements) if (statement.kind === "rename-table") for (const { from, to } of statement.renames) yield problem(file, from, to);
		for (const { alter, clause } of clausesOf(file, "rename-table")) yield {
			...problem(file, alter.table, clause.to),
			at: clause
		};
	}
};
function problem(file, from, to) {
	return {
		at: {
			start: from.start,
			end: to.end
		},
		title: `Renames table ${nameOfTable(from)}`,
		message: `${codeOfTable(from)} becomes ${codeOfTable(to)}; code that still uses the old name fails.`,
		instead: insteadOf(code("rename-table"), codeOfTable(from), code(`CREATE VIEW ${asWritten(file, from)} AS SELECT * FROM ${asWritten(file, to)}`))
	};
}
function insteadOf(rule, name, view) {
	return `Keep the name. Or accept ${rule} for the run, and right after it create a view under ${name} by other means, for as long as both versions of the code are running: ${view}.`;
}

// src/lint/rules/shrink-column.ts
const shrinkColumn = {
	id: "shrink-column",
	severity: "error",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A string column that gets shorter: CHAR, VARCHAR, BINARY, VARBINARY, TEXT and BLOB.",
	why: "One value that is longer stops the migration, and code that still writes such values fails at the cutover.",
	instead: "Keep the length, or shorten the values and make the application refuse longer ones first.",
	ignoreWhen: "A query on the target has just shown that no value is longer, and the application writes none.",
	example: {
		table: "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(255) NULL)",
		flagged: "ALTER TABLE users MODIFY COLUMN name VARCHAR(100) NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN name VARCHAR(400) NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			if (!isShorter(from, to)) continue;
			yield {
				at,
				title: `Shortens column ${alter.table.name}.${to.name}`,
				message: `${code(`${alter.table.name}.${to.name}`)} shrinks from ${typeInWords(from.type)} to ${typeInWords(to.type)}.`,
				...judgeRows(difference, [to.name], "error")
			};
		}
	}
};

// src/sql/parser/stray-parenthesis.ts
/** The first parenthesis in the span that has no partner, or null if all of them do. */
function strayParenthesis(text, span, quoting) {
	const open = [];
	for (const token of tokenize(text, span, null, quoting)) if (token.keyword === "(") open.push(token);
	else if (token.keyword === ")" && open.pop() === void 0) return {
		start: token.start,
		end: token.end
	};
	const unclosed = open[0];
	return unclosed === void 0 ? null : {
		start: unclosed.start,
		end: unclosed.end
	};
}

// src/lint/rules/syntax-error.ts
const syntaxError = {
	id: "syntax-error",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "A quote, comment or parenthesis without its partner. Everything else about syntax is for the server to say.",
	why: "No server accepts it, and everything up to the end of the file is read as part of it.",
	instead: "Close what is open.",
	ignoreWhen: "Never: no server would run it.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a;",
		fine: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a';"
	},
	*check({ file }) {
		if (file.unterminated !== null) {
			const { kind, start } = file.unterminated;
			const what = kind === "comment" ? "comment" : "quote";
			yield {
				at: {
					start,
					end: start + 1
				},
				title: `This ${what} never ends`,
				message: `The ${what} that starts here is not closed.`
			};
			return;
		}
		for (const statement of file.statements) {
			const at = strayParenthesis(file.text, statement, file.mode);
			if (at !== null) yield {
				at,
				title: "This parenthesis has no partner",
				message: "The parentheses of this statement do not match."
			};
		}
	}
};

// src/lint/rules/temporal-precision-loss.ts
const temporalPrecisionLoss = {
	id: "temporal-precision-loss",
	severity: "warning",
	needs: "definition",
	suppressible: true,
	onlyForRows: true,
	flags: "A column for dates or times that holds less: fewer digits of a second, no time of day, or the years 1970 to 2038 of a TIMESTAMP.",
	why: "The server rounds or cuts every value without a word, and nobody can bring the rest back.",
	instead: "Keep the type. Or add a column for the shorter value, and drop the old one once nobody reads it.",
	ignoreWhen: "The part that is lost is zero in every row, or was never meant to be kept.",
	example: {
		table: "CREATE TABLE events (id INT PRIMARY KEY, at DATETIME(6) NULL)",
		flagged: "ALTER TABLE events MODIFY COLUMN at DATETIME NULL;",
		fine: "ALTER TABLE events MODIFY COLUMN at DATETIME(6) NOT NULL;"
	},
	*check(context) {
		for (const { alter, difference, from, to, at } of columnChanges(context)) {
			const loss = lossOf(from.type, to.type);
			if (loss === null) continue;
			const isRange = loss === range;
			yield {
				at,
				title: `Cuts the times in ${alter.table.name}.${to.name}`,
				message: `${code(`${alter.table.name}.${to.name}`)} goes from ${typeInWords(from.type)} to ${typeInWords(to.type)}: ${loss}.`,
				...isRange ? judgeRows(difference, [to.name], "warning") : {}
			};
		}
	}
};
const range = "it holds only 1970 to 2038 any more, in UTC";
function lossOf(from, to) {
	const isTimed = from.name === "datetime" || from.name === "timestamp";
	if (isTimed && to.name === "date") return "the time of day is lost";
	if (isTimed && to.name === "time") return "the day is lost";
	if (!(from.family === to.family && (to.family === "date" || to.family === "time"))) return null;
	if (fractionOf(to) < fractionOf(from)) return "parts of a second are rounded away";
	return to.name === "timestamp" && from.name !== "timestamp" ? range : null;
}
function fractionOf({ arguments: [digits = "0"] }) {
	return Number(digits);
}

// src/lint/rules/truncate-table.ts
const truncateTable = {
	id: "truncate-table",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "TRUNCATE TABLE.",
	why: "It empties the table without a way back and is no schema change, so Ghostship refuses to run it.",
	instead: "Delete the rows from the application or a maintenance job, in small batches.",
	ignoreWhen: "Never: Ghostship does not run it.",
	example: {
		flagged: "TRUNCATE TABLE sessions;",
		fine: "ALTER TABLE sessions ADD COLUMN expired_at DATETIME NULL;"
	},
	*check({ file }) {
		for (const statement of file.statements) {
			if (statement.kind !== "truncate-table") continue;
			const { table } = statement;
			yield {
				at: table,
				title: `Empties table ${nameOfTable(table)}`,
				message: `All rows of ${codeOfTable(table)} are removed.`
			};
		}
	}
};

// src/lint/rules/unreadable-file.ts
const unreadableFile = {
	id: "unreadable-file",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "A file that is not UTF-8, is no regular file, is too large or has too many statements, or is a link out of the checkout; and a marker or a name meant for a migration tool that is not understood; and a line break in a name.",
	why: "What is to be run cannot be told for certain, so nothing of the file is run.",
	instead: "Put a regular file of UTF-8 text in its place, split a large one, write a marker as its tool does, give what has a line break in its name another one, or leave the file out with a `!glob` in the option `files`.",
	ignoreWhen: "Never: nothing of the file could be run.",
	example: {
		flagged: "-- +goose Sideways\nALTER TABLE users ADD COLUMN age INT;",
		fine: "-- +goose Up\nALTER TABLE users ADD COLUMN age INT;"
	},
	*check({ file }) {
		for (const { at, message } of file.faults) yield {
			at,
			title: "This file cannot be read for certain",
			message
		};
	}
};

// src/lint/rules/unstorable-name.ts
const unstorableName = {
	id: "unstorable-name",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "A name with a character of four bytes in it, such as an emoji.",
	why: "MariaDB refuses such a name, and MySQL puts a question mark in place of the character, so that two names can become one.",
	instead: "Choose a name without such characters. Comments and values may have them.",
	ignoreWhen: "Never: no server can hold such a name.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN `🦄` INT;",
		fine: "ALTER TABLE users ADD COLUMN unicorn INT COMMENT '🦄';"
	},
	*check({ file: { text, mode, statements } }) {
		for (const statement of statements) {
			const name = statement.kind === "other" ? null : unstorableName$1(text, statement, mode);
			if (name !== null) yield {
				at: name,
				title: "No server can hold this name",
				message: `${code(name.text)} has a character of four bytes in it; MySQL would call it ${code(storedName(name.text))}.`
			};
		}
	}
};

// src/lint/rules/unsupported-statement.ts
const unsupportedStatement = {
	id: "unsupported-statement",
	severity: "error",
	needs: "text",
	suppressible: false,
	flags: "Everything but ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE, INSERT, UPDATE and DELETE unless `data-statements` says run, what no copy of a table can take part in, what a migration tool would put a value into, and a `SET`, `USE` or the like that would change something for the statements around it.",
	why: "Ghostship changes tables and refuses to run anything else, so the migration would stop here.",
	instead: "Run it where the rest of such work is run: data changes from the application, views and routines with the deployment.",
	ignoreWhen: "Never: Ghostship does not run it.",
	example: {
		flagged: "UPDATE users SET active = 1;",
		fine: "ALTER TABLE users ADD COLUMN active TINYINT NOT NULL DEFAULT 1;"
	},
	*check({ file, runsData }) {
		for (const statement of file.statements) {
			if (statement.kind === "data" && !runsData) yield changesRows(statement);
			for (const { what, at, why = null, instead = takeOut } of unsupportedParts(statement)) if (what === "--") yield {
				at,
				title: "This is no comment",
				message: noComment
			};
			else if (shippedVerbs.includes(what) && why === null) yield {
				at,
				title: `${what} cannot be read`,
				message: noName,
				instead: quoteNames
			};
			else yield {
				at,
				title: `${what} is not supported`,
				message: why ?? `${code(what)} cannot be run as an online migration.`,
				...why === null ? {} : { instead }
			};
		}
	}
};
const takeOut = "Take it out of the file, or write what it says it is.";
const writePlainly = "Write its tables and its values out.";
const noName = "No name of a table is found where one must stand.";
const noComment = "To the server, two dashes begin a comment only with a blank behind them: write one there.";
function misspelt(verb) {
	const meant = likelyMeant(verb);
	return meant === null ? null : `${code(verb)} seems to be misspelt: did you mean ${code(meant)}?`;
}
function changesRows(statement) {
	return {
		at: statement,
		title: `${statement.verb} is not supported`,
		message: `${code(statement.verb)} changes rows, and the option ${code("data-statements")} does not say ${code("run")}.`,
		instead: "Change rows from the application. Or give the option `data-statements: run`, as an input, or in the config file on the branch that is merged into."
	};
}
/** TRUNCATE and DROP DATABASE have rules of their own. */
function unsupportedParts(statement) {
	switch (statement.kind) {
		case "other": return [{
			what: statement.verb || "This statement",
			at: statement,
			why: statement.why ?? misspelt(statement.verb),
			instead: [
				...shippedVerbs,
				"INSERT",
				"UPDATE",
				"DELETE"
			].includes(statement.verb) ? writePlainly : takeOut
		}];
		case "create-table":
			if (statement.temporary) return [{
				what: "CREATE TEMPORARY TABLE",
				at: statement
			}];
			return statement.selects ? [{
				what: "CREATE TABLE … SELECT",
				at: statement
			}] : [];
		case "drop-table":
			if (statement.temporary) return [{
				what: "DROP TEMPORARY TABLE",
				at: statement
			}];
			return statement.tables.length > 1 ? [{
				what: "DROP TABLE of several tables",
				at: statement
			}] : [];
		case "alter-table": return [
			...ignores(statement),
			...statement.clauses.flatMap(unsupportedClause),
			...renamesAmongOthers(statement)
		];
		case "data":
		case "rename-table":
		case "truncate-table":
		case "drop-database": return [];
	}
}
function unsupportedClause(clause) {
	if (isUpkeep(clause)) return [{
		what: "Upkeep of partitions",
		at: clause,
		why: noDefinition,
		instead: readTheAnswer
	}];
	const what = reachOf(clause);
	return what === null ? [] : [{
		what,
		at: clause
	}];
}
const noDefinition = "It changes no definition, and the server says in rows what came of it, also where it failed.";
const readTheAnswer = "Run it in a client.";
function ignores({ prefixes }) {
	const at = prefixes.find(({ text }) => text === "IGNORE");
	return at === void 0 ? [] : [{
		what: "ALTER IGNORE TABLE",
		at,
		why: throwsAway,
		instead: keepRows
	}];
}
const throwsAway = "It throws away rows that do not fit.";
const keepRows = "Leave `IGNORE` out, and correct or delete these rows first.";
function renamesAmongOthers(statement) {
	const at = statement.clauses.find(({ kind }) => kind === "rename-table");
	return at === void 0 || isOnlyRenamed(statement) ? [] : [{
		what: "RENAME TO together with other clauses",
		at
	}];
}

// src/lint/suppression-invalid.ts
/** It has no check of its own. Whether a suppression is used is known only after all other rules have run. */
const suppressionInvalid = {
	id: "suppression-invalid",
	severity: "warning",
	needs: "text",
	suppressible: false,
	flags: "A `lint:ignore` that names no rule, gives no reason, or has nothing to silence; as an error one that names an unknown rule.",
	why: "It looks as if somebody had accepted a danger, and nobody can tell which, or why.",
	instead: "Write `-- lint:ignore rule-id -- the reason`, and remove it once it is of no use.",
	ignoreWhen: "Never: correct the comment, or take it out.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN a INT NULL; -- lint:ignore drop-column -- unused",
		fine: "ALTER TABLE users ADD COLUMN a INT NULL;"
	}
};
/** What is wrong with a suppression itself. */
function invalidParts(suppression, useOf, known) {
	const { scope, rules, reason } = suppression;
	const problem = (title, message) => ({
		at: suppression,
		title,
		message
	});
	if (scope.kind === "nothing") return [problem("Suppression is out of place", `This comment silences nothing: ${scope.because}.`)];
	if (rules.length === 0) return [problem("Suppression names no rule", "This comment silences nothing: it names no rule.")];
	const problems = rules.flatMap((rule) => {
		const use = useOf(rule);
		const complaint = complaints[use];
		if (complaint === null) return [];
		if (use !== "unknown-rule") return [problem(complaint.title, `${code(rule)} ${complaint.message}`)];
		const message = `${code(rule)} ${complaint.message}${didYouMean(rule, known)}`;
		return [{
			...problem(complaint.title, message),
			severity: "error"
		}];
	});
	if (reason !== "") return problems;
	return [...problems, problem("Suppression gives no reason", "Reviewers cannot see why this was accepted.")];
}
const complaints = {
	fine: null,
	unused: {
		title: "Suppression is not needed",
		message: "has found nothing here."
	},
	"unknown-rule": {
		title: "Suppression names an unknown rule",
		message: "is not the name of a rule."
	},
	"not-suppressible": {
		title: "Rule cannot be silenced",
		message: "cannot be silenced by a comment."
	}
};

// src/lint/rules.ts
/** The rules that look at statements. A new rule goes here and nowhere else. */
const rules = [
	unreadableFile,
	syntaxError,
	unsupportedStatement,
	unstorableName,
	otherDatabase,
	dropTable,
	dropDatabase,
	truncateTable,
	dropColumn,
	dropAndAddColumn,
	dropPrimaryKey,
	dropPartition,
	dropIndexWithoutInvisible,
	renameColumn,
	renameTable,
	addNotNullNoDefault,
	nondeterministicDefault,
	addUniqueIndex,
	addCheckEnforced,
	addForeignKey,
	explicitAlgorithmLock,
	multipleAltersSameTable,
	deprecatedSyntax,
	modifyDropsAttributes,
	shrinkColumn,
	narrowNumeric,
	temporalPrecisionLoss,
	enumSetIncompatible,
	changeColumnType,
	charsetLossy,
	collationChangeOnUnique,
	notNullOnExisting,
	dropColumnNarrowsUnique,
	noPrimaryKey,
	ghostNoSharedKey,
	ghostForeignKeysOrTriggers,
	redundantIndex,
	autoIncrementCapacity,
	instantAvailable,
	largeTable,
	blockingNativeDdl
];
/** Every id that a finding can have, a configuration can name and a page can describe. */
const ruleDescriptions = [...rules, suppressionInvalid];
function describeRule(id) {
	return ruleDescriptions.find((rule) => rule.id === id) ?? null;
}
/** Whatever a configuration or a comment may name. */
const ruleNames = ruleDescriptions.map(({ id }) => id);

// src/sql/parser/reading-mode.ts
/** @param modes by name, in capital letters; what ANSI and the like stand for may be listed as well, or not */
function readingMode(modes, foldsNames = false, server = null) {
	const all = modes.flatMap((mode) => [mode, ...standFor[mode] ?? []]);
	const meaning = [...new Set(all)].filter((mode) => meaningModes.includes(mode)).toSorted();
	const refusing = [...new Set(all.map((mode) => mode === "STRICT_ALL_TABLES" ? "STRICT_TRANS_TABLES" : mode))].filter((mode) => refusingModes.includes(mode)).toSorted();
	return {
		...quotingOf(all),
		meaning,
		refusing,
		foldsNames,
		server
	};
}
/** For InnoDB the two strict modes are one. */
const refusingModes = [
	"NO_ENGINE_SUBSTITUTION",
	"NO_ZERO_DATE",
	"NO_ZERO_IN_DATE",
	"STRICT_TRANS_TABLES"
];
const usualMode = readingMode([]);
/** Whether a text reads the same in every mode and on every server. Of USE it matters how names are compared. */
function readsTheSame(text) {
	return !/["\\]|sql_mode|\buse\b|\/\*M?!/iu.test(text);
}
const asText = [
	"PIPES_AS_CONCAT",
	"ANSI_QUOTES",
	"IGNORE_SPACE"
];
const withoutOptions = [
	"NO_KEY_OPTIONS",
	"NO_TABLE_OPTIONS",
	"NO_FIELD_OPTIONS"
];
/** MySQL manual and MariaDB knowledge base, "SQL Mode", combinations. */
const standFor = {
	ANSI: ["REAL_AS_FLOAT", ...asText],
	DB2: [...asText, ...withoutOptions],
	MAXDB: [
		...asText,
		...withoutOptions,
		"NO_AUTO_CREATE_USER"
	],
	MSSQL: [...asText, ...withoutOptions],
	ORACLE: [
		...asText,
		...withoutOptions,
		"NO_AUTO_CREATE_USER"
	],
	POSTGRESQL: [...asText, ...withoutOptions],
	TRADITIONAL: [
		"STRICT_TRANS_TABLES",
		"NO_ZERO_DATE",
		"NO_ZERO_IN_DATE",
		"NO_ENGINE_SUBSTITUTION"
	]
};
const meaningModes = [
	"ORACLE",
	...asText,
	...withoutOptions,
	"ALLOW_INVALID_DATES",
	"EMPTY_STRING_IS_NULL",
	"HIGH_NOT_PRECEDENCE",
	"NO_BACKSLASH_ESCAPES",
	"NO_DIR_IN_CREATE",
	"NO_UNSIGNED_SUBTRACTION",
	"PAD_CHAR_TO_FULL_LENGTH",
	"REAL_AS_FLOAT",
	"SIMULTANEOUS_ASSIGNMENT",
	"TIME_ROUND_FRACTIONAL",
	"TIME_TRUNCATE_FRACTIONAL"
];
/** Every mode that one of the servers knows and that it does not matter whether a statement is read by. */
const otherModes = [
	"ERROR_FOR_DIVISION_BY_ZERO",
	"MYSQL323",
	"MYSQL40",
	"NO_AUTO_CREATE_USER",
	"NO_AUTO_VALUE_ON_ZERO",
	"NO_ENGINE_SUBSTITUTION",
	"NO_ZERO_DATE",
	"NO_ZERO_IN_DATE",
	"ONLY_FULL_GROUP_BY",
	"STRICT_ALL_TABLES",
	"STRICT_TRANS_TABLES",
	"TRADITIONAL"
];
const knownModes = [.../* @__PURE__ */ new Set([
	...Object.keys(standFor),
	...meaningModes,
	...otherModes
])].toSorted();

// src/commands/notify.ts
/** Nobody waits longer for a message that is only for convenience. */
const longestMs = 5e3;
const fromEnvironment = "env:";
/**
* The address that the option `notify` means; `null` for an environment variable that is not set or is no address.
*
* @param given an address, or `env:NAME`
*/
function webhookOf(given, environment = process.env) {
	if (given === null) return null;
	const url = given.startsWith(fromEnvironment) ? environment[given.slice(4)] ?? "" : given;
	return isWebAddress(url) ? url : null;
}
function isWebAddress(text) {
	return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}
/**
* Posts a message to a webhook, in the form that Slack and those like it take.
*
* @returns why it did not arrive, without the address, which is a secret; `null` where it did. It never throws.
*/
async function notify(url, text, timeoutMs = longestMs) {
	try {
		const answer = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ text: withoutMarkup(text) }),
			redirect: "error",
			signal: AbortSignal.timeout(timeoutMs)
		});
		await answer.body?.cancel();
		return answer.ok ? null : `The webhook of notify answered ${answer.status}.`;
	} catch (error) {
		return error instanceof Error && error.name === "TimeoutError" ? `The webhook of notify did not answer within ${timeoutMs / 1e3} seconds.` : "The webhook of notify could not be reached.";
	}
}
/** Slack reads `<…>` as links and mentions, such as `<!channel>` (https://api.slack.com/reference/surfaces/formatting#escaping). */
function withoutMarkup(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/commands/options/value.ts
/** `1500ms`, `3s`, `5h30m` → milliseconds. */
const duration = string().transform((text, context) => {
	const parts = Array.from(text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu));
	if (!(parts.length > 0 && parts.map((part) => part[0]).join("") === text.replace(/\s+/gu, ""))) return refuse(context, `${quote(text)} is not a duration with a unit. Write 1500ms, 3s or 5h30m`);
	return parts.reduce((sumMs, [, amount, unit]) => sumMs + Number(amount) * unitMs[unit], 0);
});
/** As a person would write it: `7d`, `5h30m`. */
function durationText(wholeSeconds) {
	let rest = wholeSeconds;
	const parts = [
		"d",
		"h",
		"m",
		"s"
	].flatMap((unit) => {
		const ofUnit = unitMs[unit] / 1e3;
		const amount = Math.floor(rest / ofUnit);
		rest -= amount * ofUnit;
		return amount === 0 ? [] : [`${amount}${unit}`];
	});
	return parts.length === 0 ? "0s" : parts.join("");
}
/** A limit of no time at all would let nothing through. */
const someTime = duration.refine((timeMs) => timeMs > 0, { error: "it leaves no time at all. Write 1500ms, 3s or 5h30m" });
/** `drop`, `keep`, `keep 7d` */
const retiring = string().transform((text, context) => {
	const [, kind, time = ""] = /^(drop|keep)(?:\s+(\S.*))?$/u.exec(text.trim()) ?? [];
	if (kind === "drop" && time === "") return {
		kind,
		forMs: null
	};
	if (kind === "keep" && time === "") return {
		kind,
		forMs: null
	};
	const parsed = duration.safeParse(time);
	if (kind === "keep" && parsed.success) return {
		kind,
		forMs: parsed.data
	};
	return refuse(context, `${quote(text)} is none of the choices. Write drop, keep, or keep with a time, such as keep 7d`);
});
/** As long as a column of the ledger, and an index over it, can be on every server. */
const longestName = 190;
const shortName = string().transform((text, context) => {
	const name = text.trim();
	if (name.length <= longestName) return name;
	return refuse(context, `it has ${name.length} characters. Write at most ${longestName}`);
});
/** `10MB` → bytes. */
const byteSize = string().transform((text, context) => {
	const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*([KM]i?B)$/iu.exec(text.trim()) ?? [];
	const unitBytes = bytesPerUnit[unit.toLowerCase()];
	if (amount !== void 0 && unitBytes !== void 0) return Math.floor(Number(amount) * unitBytes);
	return refuse(context, `${quote(text)} is not a size with a unit. Write 500KB or 10MB`);
});
const bytesPerUnit = {
	kb: 1e3,
	mb: 1e6,
	kib: 1024,
	mib: 1048576
};
/** `Threads_running=25` */
const loadLimit = string().transform((text, context) => {
	const match = /^([A-Za-z_]\w*)\s*=\s*(\d+(?:\.\d+)?)$/u.exec(text);
	if (match?.[1] === void 0) return refuse(context, `${quote(text)} is not a limit. Write a status variable and a number, such as Threads_running=25`);
	return {
		variable: match[1],
		value: Number(match[2])
	};
});
/** A number of parallel workers, or `auto`. More than 16 only wait for each other's page latches. */
const workers = string().transform((text, context) => {
	if (text === "auto") return "auto";
	const count = Number(text);
	if (Number.isInteger(count) && count >= 1 && count <= 16) return count;
	return refuse(context, `${quote(text)} is not a number of workers. Write auto or a number from 1 to 16`);
});
/** `100000` */
const positiveNumber = string().transform((text, context) => {
	if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
	return refuse(context, `${quote(text)} is not a number of rows. Write a whole number above 0, such as 100000`);
});
/** `staging`. It stands in names of check runs and in marks of a comment. */
const environmentName = string().transform((text, context) => {
	const name = text.trim();
	if (/^[a-z0-9](?:[-._]?[a-z0-9])*$/iu.test(name) && name.length <= 60) return name;
	return refuse(context, `${quote(text)} cannot name an environment. Write up to 60 letters, digits and single dots, hyphens or underscores between them, such as staging or prod-eu`);
});
/** `ansi_quotes` → `ANSI_QUOTES` */
const sqlModeName = string().transform((text, context) => {
	const name = text.toUpperCase();
	if (knownModes.includes(name)) return name;
	return refuse(context, `${quote(text)} is no mode of sql_mode. Write ${knownModes.join(", ")}`);
});
/** `https://hooks.example/…`, or `env:NAME`. A wrong one is not repeated: it may hold a secret. */
const webhook = string().transform((text, context) => {
	if (/^env:[A-Za-z_]\w*$/u.test(text) || isWebAddress(text)) return text;
	return refuse(context, "it is no address. Write https://… or env:NAME for an environment variable that has it");
});
/** `@mona` → `mona`, `acme/databases` */
const accountName = string().transform((text, context) => {
	const name = text.replace(/^@/u, "");
	if (/^[\w-]+(?:\/[\w.-]+)?$/u.test(name)) return name;
	return refuse(context, `${quote(text)} is no user and no team. Write mona, or acme/databases`);
});
/** A rule of the linter, or what else a person can accept. */
const acceptedName = string().transform((name, context) => {
	if (accepted.includes(name)) return name;
	return refuse(context, `${quote(name)} is no rule and no hazard.${didYouMean(name, accepted)}`);
});
/** What a person can accept besides rules, as the page on configuration has it. The engine asks for these names itself. */
const hazards = {
	"zero-dates": "Dates with zeros, such as 0000-00-00, are kept and may be defaults, whatever the sql_mode of the server forbids.",
	blocking: "The server itself alters a large table that cannot be copied, such as one without a key, while writers wait.",
	"unproven-server": "A copy is made on a server of which nobody has shown that it is safe there.",
	"one-writer": "Several servers take writes, in a ring of replication or a group with several primaries. You say that only the target is written to until the migration ends. It holds for a whole run, so an override cannot accept it.",
	"untried-statement": "A statement is run that could not be tried before on an empty clone."
};
const accepted = [...ruleNames, ...Object.keys(hazards)];
function oneOf(choices) {
	return string().transform((text, context) => {
		return choices.find((choice) => choice === text) ?? refuse(context, `${quote(text)} is none of the choices. Write ${choices.join(", ")}`);
	});
}
/** One item a line, or several with commas between them; a comma within braces belongs to a glob. */
function listOf(item) {
	return string().transform(splitList).pipe(array(item));
}
const text = string();
function optional(schema) {
	return nullable(schema);
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
function splitList(list) {
	return list.split(/[\n,](?![^{]*\})/u).map((item) => item.trim()).filter((item) => item !== "");
}
function refuse(context, message) {
	context.addIssue({
		code: "custom",
		message
	});
	return NEVER;
}
function quote(value) {
	return `"${value}"`;
}

export { tablesElsewhere as A, usualMode as C, invalidParts as D, rules as E, rememberAltered as M, code as N, suppressionInvalid as O, altersOf as P, readsTheSame as S, ruleNames as T, webhook as _, durationText as a, webhookOf as b, loadLimit as c, positiveNumber as d, retiring as f, text as g, sqlModeName as h, duration as i, mergeable as j, dependsOnFolding as k, oneOf as l, someTime as m, accountName as n, environmentName as o, shortName as p, byteSize as r, listOf as s, acceptedName as t, optional as u, workers as v, describeRule as w, readingMode as x, notify as y };