import { n as __name } from "./rolldown-runtime.js";
import { i as ordinalAt } from "./sql2.js";
import { c as tablesOfStatement, s as tableOfStatement } from "./commands/statements/file-statement.js";
import { n as tokenize, r as lexemeAt } from "./sql.js";
import { r as isOnlyRenamed } from "./commands/statements/task.js";
import { t as _usingCtx } from "./usingCtx.js";

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

// src/lint/names.ts
/** An identifier in a message: a code span, which no backtick in the name can end. */
function code(text) {
	return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
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
/** Servers compare the names of columns and indexes without regard to case. */
function sameName(one, other) {
	return one.text.toLowerCase() === other.text.toLowerCase();
}

// src/lint/rules/add-check-enforced.ts
const addCheckEnforced = {
	id: "add-check-enforced",
	severity: "warning",
	needs: "sql",
	suppressible: true,
	flags: "A CHECK constraint that is enforced from the start.",
	why: "One row that breaks it stops the migration, and code that still writes such rows fails at the cutover.",
	instead: "Repair the rows first. On MySQL add it NOT ENFORCED, and enforce it once nothing breaks it any more.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0);",
		fine: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0) NOT ENFORCED;"
	},
	*check({ file }) {
		for (const alter of altersOf(file)) for (const at of alter.clauses.flatMap(enforcedChecks)) yield {
			at,
			title: `Checks the rows of ${nameOfTable(alter.table)}`,
			message: `Every row of ${codeOfTable(alter.table)} must meet a new condition; nothing here proves that all do.`
		};
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
	needs: "sql",
	suppressible: true,
	flags: "A foreign key, also one that a column brings with REFERENCES.",
	why: "A row without a parent stops the migration. Writes to either table lock rows of the other from then on, and a table with foreign keys is hard to change online.",
	instead: "Index the column and keep the reference in the application. If the key must be, remove orphans first and add it in a statement of its own: it is added in place, and then every row is checked.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id);",
		fine: "ALTER TABLE orders ADD INDEX idx_user (user_id);"
	},
	*check({ file }) {
		for (const alter of altersOf(file)) for (const clause of alter.clauses) {
			const parent = parentOf(clause);
			if (parent === null) continue;
			const note = clause.kind === "add-foreign-key" ? "" : " Older MySQL versions read REFERENCES on a column and ignore it.";
			yield {
				at: clause,
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
	needs: "sql",
	suppressible: true,
	flags: "A column added NOT NULL without a DEFAULT, unless it is generated or AUTO_INCREMENT.",
	why: "Every INSERT of code that does not know the column yet fails, and rows that exist already get a value nobody chose.",
	instead: "Give it a DEFAULT, or add it NULL, backfill, and make it NOT NULL once all code fills it in.",
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

// src/lint/rules/add-unique-index.ts
const addUniqueIndex = {
	id: "add-unique-index",
	severity: "error",
	needs: "sql",
	suppressible: true,
	flags: "A unique index over columns that have data already.",
	why: "One duplicate, there already or written while the copy runs, stops the migration; later ones fail in the application.",
	instead: "Look for duplicates (GROUP BY … HAVING COUNT(*) > 1), remove them, make the application refuse new ones, then add it.",
	example: {
		flagged: "CREATE UNIQUE INDEX uk_email ON users (email);",
		fine: "ALTER TABLE users ADD INDEX idx_email (email);"
	},
	*check({ file }) {
		for (const alter of altersOf(file)) {
			const distinct = columnsThatCannotCollide(alter);
			for (const clause of alter.clauses) {
				const columns = uniqueColumns(clause);
				if (columns.length === 0 || columns.some(({ text }) => distinct.has(text.toLowerCase()))) continue;
				yield {
					at: clause,
					title: `Makes columns of ${nameOfTable(alter.table)} unique`,
					message: `Rows of ${codeOfTable(alter.table)} may be equal in ${columns.map((column) => code(column.text)).join(", ")}; nothing here proves that none are.`
				};
			}
		}
	}
};
/** The columns that the clause makes unique together; none if it does not, or if it is not columns but expressions. */
function uniqueColumns(clause) {
	if (clause.kind === "add-index" && clause.index === "unique") return clause.parts.flatMap((part) => part.column ?? {
		text: "an expression",
		start: part.start,
		end: part.end
	});
	const column = definedColumn(clause);
	return column?.key === "unique" ? [column.name] : [];
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

// src/lint/rules/deprecated-syntax.ts
const deprecatedSyntax = {
	id: "deprecated-syntax",
	severity: "notice",
	needs: "sql",
	suppressible: true,
	flags: "What MySQL has announced to remove: display widths, ZEROFILL, utf8 and utf8mb3, digits on FLOAT and DOUBLE, BINARY as an attribute, UNSIGNED on anything but integers.",
	why: "It does less than it seems to, and a later version of the server will refuse it.",
	instead: "Write the type that is meant.",
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
	if (integers.includes(name) && args.length > 0 && !isBoolean) add("The display width of an integer does not limit its values.", `Write ${code(name)}.`);
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
	needs: "sql",
	suppressible: true,
	flags: "A column that one ALTER TABLE both drops and adds.",
	why: "This does not convert the column: the old data is lost and every row starts with the default.",
	instead: "To keep the data use MODIFY COLUMN; to start afresh add a column of another name.",
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
	needs: "sql",
	suppressible: true,
	flags: "DROP COLUMN, unless the column is known to be a virtual generated one.",
	why: "Its data cannot be brought back, and application instances that still name the column fail at the cutover.",
	instead: "First deploy code that neither reads nor writes the column, then drop it and say so in a `lint:ignore`.",
	example: {
		flagged: "ALTER TABLE users DROP COLUMN nickname;",
		fine: "ALTER TABLE users\n  DROP COLUMN nickname; -- lint:ignore drop-column -- unused since v4.2"
	},
	*check({ file, schema }) {
		for (const { alter, clause } of clausesOf(file, "drop-column")) {
			if (namedIn(alter).addedColumns.has(clause.column.text.toLowerCase()) || isVirtual(schema?.get(alter.start), clause.column)) continue;
			yield {
				at: clause,
				title: `Drops column ${alter.table.name}.${clause.column.text}`,
				message: `${codeOfColumn(alter.table, clause.column)} is dropped with the data of every row.`
			};
		}
	}
};
/** A virtual column holds no data: it can be added again as it was. */
function isVirtual(table, name) {
	const definition = table?.elements.find((element) => element.kind === "add-column" && sameName(element.column.name, name));
	return definition?.kind === "add-column" && definition.column.generated === "virtual";
}

// src/lint/rules/drop-database.ts
const dropDatabase = {
	id: "drop-database",
	severity: "error",
	needs: "sql",
	suppressible: false,
	flags: "DROP DATABASE and DROP SCHEMA.",
	why: "Every table in it is lost at once, and Ghostship refuses to run it.",
	instead: "Take it out of the migration. If the database really must go, drop it by hand, with a backup in reach.",
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
	needs: "sql",
	suppressible: true,
	flags: "An index that is dropped though nothing says that queries were tried without it.",
	why: "If a query still needs the index, building it again takes hours while that query scans the table.",
	instead: "First make it INVISIBLE (MySQL) or IGNORED (MariaDB), which is undone at once, and drop it a few days later.",
	example: {
		flagged: "ALTER TABLE users DROP INDEX idx_email;",
		fine: "ALTER TABLE users ALTER INDEX idx_email INVISIBLE;"
	},
	*check({ file, schema }) {
		for (const { alter, clause } of clausesOf(file, "drop-index")) {
			if (namedIn(alter).addedIndexes.has(clause.name.text.toLowerCase()) || isUnused(schema?.get(alter.start), clause.name)) continue;
			yield {
				at: clause,
				title: `Drops index ${clause.name.text} that may be in use`,
				message: `${code(clause.name.text)} of ${codeOfTable(alter.table)} is dropped while queries may still rely on it.`
			};
		}
	}
};
function isUnused(table, name) {
	return table?.elements.some((element) => element.kind === "add-index" && isNamed(element.name, name) && !element.used) ?? false;
}
function isNamed(one, other) {
	return one !== null && sameName(one, other);
}

// src/lint/rules/drop-partition.ts
const dropPartition = {
	id: "drop-partition",
	severity: "error",
	needs: "sql",
	suppressible: true,
	flags: "Commands that take the rows of a partition out of the table: DROP, TRUNCATE, EXCHANGE, DISCARD, IMPORT, CONVERT.",
	why: "All rows of the partition leave the table at once, and cannot be brought back where they are not kept elsewhere.",
	instead: "Make sure that the rows are archived or no longer wanted, and say so in a `lint:ignore`.",
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
	convert: {
		title: "Swaps a partition",
		fate: "moved between this and another table"
	},
	discard: {
		title: "Discards a partition",
		fate: "taken away with their tablespace"
	},
	drop: {
		title: "Drops a partition",
		fate: "deleted"
	},
	exchange: {
		title: "Exchanges a partition",
		fate: "swapped with those of another table"
	},
	import: {
		title: "Imports a partition",
		fate: "replaced by those of a tablespace file"
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
	needs: "sql",
	suppressible: true,
	flags: "DROP PRIMARY KEY without a new primary key in the same statement.",
	why: "Without a primary key replicas search the whole table for every changed row, and no later migration can walk it.",
	instead: "Drop and add the primary key in one statement.",
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
	needs: "sql",
	suppressible: true,
	flags: "DROP TABLE, and CREATE OR REPLACE TABLE, which drops first.",
	why: "The rows cannot be brought back, and every query that still names the table fails at once.",
	instead: "Deploy code that no longer uses the table, make sure that nothing else does, and accept `drop-table` for the run; Ghostship then renames the table instead of dropping it outright.",
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

// src/lint/rules/explicit-algorithm-lock.ts
const explicitAlgorithmLock = {
	id: "explicit-algorithm-lock",
	severity: "warning",
	needs: "sql",
	suppressible: true,
	flags: "ALGORITHM, LOCK, and the words ONLINE, OFFLINE and IGNORE of MariaDB.",
	why: "Ghostship tries the cheapest way that does not block and leaves such words out, so they promise what will not happen.",
	instead: "Leave it out. The plan shows which algorithm each statement will use.",
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
function requestsOf(alter) {
	return [...alter.prefixes, ...alter.clauses.filter((clause) => clause.kind === "algorithm" || clause.kind === "lock")];
}

// src/lint/rules/multiple-alters-same-table.ts
const multipleAltersSameTable = {
	id: "multiple-alters-same-table",
	severity: "warning",
	needs: "sql",
	suppressible: true,
	flags: "A table that one run alters more than once, in one file or in several.",
	why: "Each statement may copy the whole table, and one copy could make all the changes.",
	instead: "Put all clauses into one ALTER TABLE. Keep apart only what must be seen working in between.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN a INT NULL;\nALTER TABLE users ADD COLUMN b INT NULL;",
		fine: "ALTER TABLE users ADD COLUMN a INT NULL, ADD COLUMN b INT NULL;"
	},
	*check({ file, earlier }) {
		const seen = /* @__PURE__ */ new Map();
		for (const before of earlier) for (const alter of mergeable(before)) remember(seen, alter, before, code(before.path));
		for (const alter of mergeable(file)) {
			const first = seen.get(keyOf$1(alter));
			remember(seen, alter, file, "this file");
			if (first === void 0) continue;
			yield {
				at: alter.table,
				title: `Alters ${nameOfTable(alter.table)} again`,
				message: `${codeOfTable(alter.table)} is already altered in ${first}.`
			};
		}
	}
};
/**
* Commands on partitions stand alone by the rules of the grammar, a new name because nothing else is done with it, and what is
* created in the same file is empty.
*/
function mergeable(file) {
	const created = new Set(file.statements.flatMap((statement) => statement.kind === "create-table" ? nameOfTable(statement.table) : []));
	return altersOf(file).filter((alter) => !created.has(keyOf$1(alter)) && !alter.clauses.some(standsAlone));
}
function standsAlone(clause) {
	if (clause.kind === "rename-table") return true;
	return clause.kind === "partition" && clause.operation !== "partition-by" && clause.operation !== "remove";
}
function remember(seen, alter, file, where) {
	if (!seen.has(keyOf$1(alter))) seen.set(keyOf$1(alter), `line ${file.lines.at(alter.start).line} of ${where}`);
}
function keyOf$1(alter) {
	return nameOfTable(alter.table);
}
__name(keyOf$1, "keyOf");

// src/lint/rules/nondeterministic-default.ts
const nondeterministicDefault = {
	id: "nondeterministic-default",
	severity: "error",
	needs: "sql",
	suppressible: true,
	flags: "A column added with a default that is another value every time, such as UUID().",
	why: "Rows that exist already must each be given a value, which is not the same wherever the statement runs again, so MySQL refuses it when it writes a binary log.",
	instead: "Add the column NULL, set the default in a second ALTER, and backfill the old rows from the application.",
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
	needs: "sql",
	suppressible: false,
	flags: "A table of another database than that of `target`, unless the option `databases` names it.",
	why: "Whoever reviews a change of one database does not expect a change of another.",
	instead: "Leave the name of the database out, or name the database in the option `databases`: as an input, or in the config file on the branch that is merged into.",
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

// src/lint/rules/rename-column.ts
const renameColumn = {
	id: "rename-column",
	severity: "error",
	needs: "sql",
	suppressible: true,
	flags: "RENAME COLUMN, and CHANGE COLUMN with another name.",
	why: "Old and new application code never run on the same schema: whichever is not meant for it fails.",
	instead: "Add the new column, write both, backfill, switch the reads, and drop the old column in a later migration.",
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
	needs: "sql",
	suppressible: true,
	flags: "ALTER TABLE … RENAME TO and RENAME TABLE.",
	why: "Application instances that use the old name fail from that moment, those with the new name until then.",
	instead: insteadOf("`rename-table`", "the old name", "`CREATE VIEW users AS SELECT * FROM customers`"),
	example: {
		flagged: "ALTER TABLE users RENAME TO customers;",
		fine: "ALTER TABLE users COMMENT = \"customers\";"
	},
	*check({ file }) {
		for (const statement of file.statements) if (statement.kind === "rename-table") for (const { from, to } of statement.renames) yield problem(from, to);
		for (const { alter, clause } of clausesOf(file, "rename-table")) yield {
			...problem(alter.table, clause.to),
			at: clause
		};
	}
};
function problem(from, to) {
	return {
		at: {
			start: from.start,
			end: to.end
		},
		title: `Renames table ${nameOfTable(from)}`,
		message: `${codeOfTable(from)} becomes ${codeOfTable(to)}; code that still uses the old name fails.`,
		instead: insteadOf(code("rename-table"), codeOfTable(from), code(`CREATE VIEW ${nameOfTable(from)} AS SELECT * FROM ${nameOfTable(to)}`))
	};
}
function insteadOf(rule, name, view) {
	return `Keep the name. Or accept ${rule} for the run, and right after it create a view under ${name} by other means, for as long as both versions of the code are running: ${view}.`;
}

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
	needs: "sql",
	suppressible: false,
	flags: "A quote, comment or parenthesis without its partner. Everything else about syntax is for the server to say.",
	why: "No server accepts it, and everything up to the end of the file is read as part of it.",
	instead: "Close what is open.",
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

// src/lint/rules/truncate-table.ts
const truncateTable = {
	id: "truncate-table",
	severity: "error",
	needs: "sql",
	suppressible: false,
	flags: "TRUNCATE TABLE.",
	why: "It empties the table without a way back and is no schema change, so Ghostship refuses to run it.",
	instead: "Delete the rows from the application or a maintenance job, in small batches.",
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
	needs: "sql",
	suppressible: false,
	flags: "A file that is not UTF-8, is no regular file, is too large or has too many statements, or is a link out of the checkout; and a marker or a name meant for a migration tool that is not understood.",
	why: "What is to be run cannot be told for certain, so nothing of the file is run.",
	instead: "Save it as UTF-8, split it, put the file itself where the link is, write a marker as its tool does, or leave the file out with a `!glob` in the option `files`.",
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

// src/lint/rules/unsupported-statement.ts
const unsupportedStatement = {
	id: "unsupported-statement",
	severity: "error",
	needs: "sql",
	suppressible: false,
	flags: "Everything but ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE, INSERT, UPDATE and DELETE unless `data-statements` says run, what no copy of a table can take part in, and a `SET`, `USE` or the like that would change something for the statements around it.",
	why: "Ghostship changes tables and refuses to run anything else, so the migration would stop here.",
	instead: "Run it where the rest of such work is run: data changes from the application, views and routines with the deployment.",
	example: {
		flagged: "UPDATE users SET active = 1;",
		fine: "ALTER TABLE users ADD COLUMN active TINYINT NOT NULL DEFAULT 1;"
	},
	*check({ file, runsData }) {
		for (const statement of file.statements) {
			if (statement.kind === "data" && !runsData) yield changesRows(statement);
			for (const { what, at, why = null } of unsupportedParts(statement)) if (what === "--") yield {
				at,
				title: "This is no comment",
				message: noComment
			};
			else yield {
				at,
				title: `${what} is not supported`,
				message: why ?? `${code(what)} cannot be run as an online migration.`,
				...why === null ? {} : { instead: "Take it out of the file, or write what it says it is." }
			};
		}
	}
};
const noComment = "To the server, two dashes begin a comment only with a blank behind them: write one there.";
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
			why: statement.why
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
		case "drop-table": return statement.temporary ? [{
			what: "DROP TEMPORARY TABLE",
			at: statement
		}] : [];
		case "alter-table": return [...statement.clauses.flatMap(unsupportedClause), ...renamesAmongOthers(statement)];
		case "data":
		case "rename-table":
		case "truncate-table":
		case "drop-database": return [];
	}
}
function unsupportedClause(clause) {
	if (clause.kind === "tablespace") return [{
		what: `${clause.operation.toUpperCase()} TABLESPACE`,
		at: clause
	}];
	return clause.kind === "secondary-engine" ? [{
		what: "Loading into a secondary engine",
		at: clause
	}] : [];
}
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
	needs: "sql",
	suppressible: false,
	flags: "A `lint:ignore` that names no rule or an unknown one, gives no reason, or has nothing to silence.",
	why: "It looks as if somebody had accepted a danger, and nobody can tell which, or why.",
	instead: "Write `-- lint:ignore rule-id -- the reason`, and remove it once it is of no use.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN a INT NULL; -- lint:ignore drop-column -- unused",
		fine: "ALTER TABLE users ADD COLUMN a INT NULL;"
	}
};
/** What is wrong with a suppression itself. */
function invalidParts(suppression, useOf) {
	const { scope, rules, reason } = suppression;
	const problem = (title, message) => ({
		at: suppression,
		title,
		message
	});
	if (scope.kind === "nothing") return [problem("Suppression is out of place", `This comment silences nothing: ${scope.because}.`)];
	if (rules.length === 0) return [problem("Suppression names no rule", "This comment silences nothing: it names no rule.")];
	const problems = rules.flatMap((rule) => {
		const complaint = complaints[useOf(rule)];
		return complaint === null ? [] : [problem(complaint.title, `${code(rule)} ${complaint.message}`)];
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
	deprecatedSyntax
];
/** Every id that a finding can have, a configuration can name and a page can describe. */
const ruleDescriptions = [...rules, suppressionInvalid];
function describeRule(id) {
	return ruleDescriptions.find((rule) => rule.id === id) ?? null;
}

// src/lint/first-where.ts
/** The first item for which `isReached` holds, in a list where it holds for every item behind that one as well. */
function firstWhere(items, isReached) {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = low + high >> 1;
		const item = items[middle];
		if (item !== void 0 && isReached(item)) high = middle;
		else low = middle + 1;
	}
	return items[low];
}

// src/lint/suppress.ts
/** The suppressions of a file, found by the rule and the place they are about. */
var Suppressions = class {
	all;
	#file;
	/** By rule: for the whole file, by the start of their statement, and by each line. The first of a place comes first. */
	#ofFile = /* @__PURE__ */ new Map();
	#ofStatement = /* @__PURE__ */ new Map();
	#ofLine = /* @__PURE__ */ new Map();
	#ofClause = /* @__PURE__ */ new Map();
	#rankOf = /* @__PURE__ */ new Map();
	/** @param rules that there are; a comment may name as many others as it likes */
	constructor(file, all, rules) {
		this.#file = file;
		this.all = all;
		for (const [rank, suppression] of all.entries()) {
			this.#rankOf.set(suppression, rank);
			const named = new Set(suppression.rules);
			for (const rule of rules) if (named.has(rule)) this.#keep(rule, suppression);
		}
	}
	/** The first suppression of the rule that covers this place, or null. */
	of(rule, at) {
		const ordinal = ordinalAt(this.#file, at);
		const statement = ordinal === null ? void 0 : this.#file.statements[ordinal - 1];
		return this.#first([
			this.#ofFile.get(rule),
			statement && this.#ofStatement.get(keyOf(rule, statement.start)),
			this.#ofLine.size === 0 ? void 0 : this.#onLines(rule, this.#clauseAround(at))
		]);
	}
	/** A clause may have many problems and many lines. */
	#onLines(rule, { start, end }) {
		const key = `${keyOf(rule, start)} ${end}`;
		const known = this.#ofClause.get(key);
		if (known !== void 0) return known ?? void 0;
		const last = this.#file.lines.at(end - 1).line;
		const found = [];
		for (let line = this.#file.lines.at(start).line; line <= last; line++) found.push(this.#ofLine.get(keyOf(rule, line)));
		const first = this.#first(found);
		this.#ofClause.set(key, first);
		return first ?? void 0;
	}
	#first(found) {
		const rank = (one) => this.#rankOf.get(one) ?? 0;
		const [first = null] = found.filter((one) => one !== void 0).toSorted((one, other) => rank(one) - rank(other));
		return first;
	}
	#keep(rule, suppression) {
		const { scope } = suppression;
		const put = (places, key) => places.has(key) ? null : places.set(key, suppression);
		if (scope.kind === "file") put(this.#ofFile, rule);
		if (scope.kind === "statement") put(this.#ofStatement, keyOf(rule, scope.start));
		if (scope.kind !== "lines") return;
		for (let line = scope.first; line <= scope.last; line++) put(this.#ofLine, keyOf(rule, line));
	}
	/** A problem may point at a part of a clause, while the comment stands at the clause's last line. */
	#clauseAround(at) {
		const ordinal = ordinalAt(this.#file, at);
		const statement = ordinal === null ? void 0 : this.#file.statements[ordinal - 1];
		if (statement?.kind !== "alter-table" && statement?.kind !== "create-table") return at;
		const clauses = statement.kind === "alter-table" ? statement.clauses : statement.elements;
		const clause = firstWhere(clauses, ({ end }) => end >= at.end);
		return clause !== void 0 && clause.start <= at.start ? clause : at;
	}
};
function keyOf(rule, place) {
	return `${rule} ${place}`;
}

// src/lint/suppression.ts
/**
* The suppressions of a file: `lint:ignore id, id -- reason`, in any style of comment. Next to code it is about the
* clauses on its line, on a line of its own about the statement that follows, and between the clauses of a statement
* about the next of them. `lint:ignore-file` goes before the first statement and is about all of them.
*/
function suppressionsIn(file) {
	const codeBehind = findCodeBehind(file);
	return file.comments.flatMap((comment, index) => {
		const match = lintComment.exec(contentOf(file.text.slice(comment.start, comment.end)));
		if (match === null) return [];
		const [, command = "", ids = "", reason = ""] = match;
		const rules = ids.split(/[\s,]+/).filter((id) => id !== "");
		return [{
			...comment,
			rules,
			reason: reason.trim(),
			scope: scopeOf(file, comment, command, codeBehind[index])
		}];
	});
}
const lintComment = /^lint:\s*([\w-]*)(.*?)(?:\s--(?:\s(.*))?)?$/s;
function contentOf(comment) {
	return comment.replace(/^(?:--|#|\/\*+)/, "").replace(/\*\/$/, "").replace(/(?<!\*)\*+$/, "").trim();
}
function scopeOf(file, comment, command, codeBehind = comment) {
	if (command === "ignore-file") return fileScope(file, comment);
	if (command !== "ignore") return {
		kind: "nothing",
		because: "it must say `lint:ignore` or `lint:ignore-file`"
	};
	if (sharesLineWithCode(file, comment)) return linesOf(file, comment);
	const enclosing = firstWhere(file.statements, ({ end }) => end > comment.end);
	if (enclosing !== void 0 && enclosing.start < comment.start) return linesOf(file, codeBehind);
	const next = firstWhere(file.statements, ({ start }) => start >= comment.end);
	if (next === void 0) return {
		kind: "nothing",
		because: "no statement follows it"
	};
	return {
		kind: "statement",
		start: next.start,
		end: next.end
	};
}
function fileScope(file, comment) {
	const first = file.statements[0];
	if (first === void 0 || comment.end <= first.start) return { kind: "file" };
	return {
		kind: "nothing",
		because: "it must stand before the first statement"
	};
}
/** Only as far as the blanks around the comment: a line may be long, and have many comments. */
function sharesLineWithCode({ text }, comment) {
	let before = comment.start - 1;
	while (isBlank(text[before])) before -= 1;
	let after = comment.end;
	while (isBlank(text[after])) after += 1;
	return isCode(text[before]) || isCode(text[after]);
}
function isBlank(character) {
	return character !== void 0 && character !== "\n" && /[\s\uFEFF]/.test(character);
}
function isCode(character) {
	return character !== void 0 && character !== "\n";
}
function linesOf(file, span) {
	return {
		kind: "lines",
		first: file.lines.at(span.start).line,
		last: file.lines.at(span.end - 1).line
	};
}
/** The first piece of code behind each comment. Comments that follow each other have the same. */
function findCodeBehind({ text, mode, comments }) {
	const found = [];
	let next = null;
	for (const comment of comments.toReversed()) {
		let at = comment.end;
		while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
		const code = next?.comment.start === at ? next.code : at < text.length ? lexemeAt(text, at, false, mode) : comment;
		found.push(code);
		next = {
			comment,
			code
		};
	}
	return found.toReversed();
}

// src/lint/lint-file.ts
/** Findings of the files of one run, which must be given in the order they are applied in. */
function lintFiles(inputs) {
	const files = inputs.map(({ file }) => file);
	const reports = inputs.map((input, index) => {
		const { file, schema = null, home = null, runsData = false } = input;
		return lint$1(input, {
			file,
			earlier: files.slice(0, index),
			schema,
			home,
			runsData
		});
	});
	return {
		findings: reports.flatMap(({ findings }) => findings),
		suppressed: reports.flatMap(({ suppressed }) => suppressed),
		leftOut: files.flatMap(leftOutOf)
	};
}
function leftOutOf({ path, leftOut, lines }) {
	return leftOut.map(({ start, end, why, kind }) => ({
		file: path,
		line: lines.at(start).line,
		endLine: lines.at(end).line,
		why,
		kind
	}));
}
function lint$1(input, context) {
	const active = rules.filter((rule) => isActive(rule, input) && (rule.needs === "sql" || context.schema !== null));
	const suppressions = new Suppressions(context.file, suppressionsIn(context.file), active.map(({ id }) => id));
	const findings = [];
	const suppressed = [];
	for (const rule of active) for (const problem of rule.check(context)) {
		const finding = findingOf(rule, problem, input, context.file);
		const by = rule.suppressible ? suppressions.of(rule.id, problem.at) : null;
		if (by === null) findings.push(finding);
		else suppressed.push({
			finding,
			by
		});
	}
	if (isActive(suppressionInvalid, input)) {
		const used = rulesSilenced(suppressed);
		const invalid = suppressions.all.flatMap((by) => invalidParts(by, (id) => useOf(id, used.get(by)?.has(id) === true, active)));
		for (const problem of invalid) findings.push(findingOf(suppressionInvalid, problem, input, context.file));
	}
	return {
		findings: findings.toSorted(byPlace),
		suppressed
	};
}
__name(lint$1, "lint");
function isActive(rule, input) {
	return input.severities?.[rule.id] !== "off";
}
function findingOf(rule, problem, input, file) {
	const configured = input.severities?.[rule.id] ?? rule.severity;
	const ordinal = ordinalAt(file, problem.at);
	const statement = ordinal === null ? void 0 : file.statements[ordinal - 1];
	return {
		rule: rule.id,
		severity: configured === "off" ? rule.severity : configured,
		file: file.path,
		statement: ordinal,
		table: statement === void 0 ? null : tableOfStatement(statement)?.name ?? null,
		start: file.lines.at(problem.at.start),
		end: file.lines.at(problem.at.end),
		title: clipped(problem.title),
		message: problem.message,
		why: rule.why,
		fix: problem.instead ?? rule.instead
	};
}
function rulesSilenced(suppressed) {
	const rules = /* @__PURE__ */ new Map();
	for (const { by, finding } of suppressed) rules.set(by, (rules.get(by) ?? /* @__PURE__ */ new Set()).add(finding.rule));
	return rules;
}
/** The suppression of a rule that did not run may be needed. */
function useOf(id, isUsed, active) {
	const rule = describeRule(id);
	if (rule === null) return "unknown-rule";
	if (!rule.suppressible) return "not-suppressible";
	return isUsed || !active.some((one) => one.id === id) ? "fine" : "unused";
}
/** GitHub shows about this much of a title. */
const maxTitleLength = 80;
function clipped(title) {
	return title.length <= maxTitleLength ? title : `${title.slice(0, 79)}…`;
}
function byPlace(one, other) {
	return one.start.line - other.start.line || one.start.column - other.start.column;
}

// src/commands/statements/home-database.ts
/** The database that statements are for, as far as it is known without a server. */
function homeOf({ home, values }) {
	return home === null ? null : {
		name: home,
		allowed: values.databases,
		foldsNames: null
	};
}
/**
* The same, for a comparison as the server makes it. The server is asked only where its answer matters.
*
* @param database `null` where there is none to ask
*/
async function askHome(source, settings, database) {
	try {
		var _usingCtx$1 = _usingCtx();
		const home = homeOf(settings);
		const statements = source.files.flatMap((file) => file.statements);
		if (home === null || database === null || !statements.some(({ parsed }) => dependsOnFolding(parsed, home))) return home;
		const [{ connect }, { askNameCase }] = await Promise.all([import("./mysql/session.entry.js"), import("./mysql/name-case.entry.js")]);
		const nameCase = await askNameCase(_usingCtx$1.a(await connect(database, "asking how names are compared")));
		return {
			...home,
			foldsNames: nameCase.same("a", "A")
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

// src/commands/lint/lint.ts
/**
* For a typed statement the findings of suppressible rules are only warnings.
*/
function lint(source, settings, home = homeOf(settings), schemaOf = () => null) {
	const { isTyped } = source;
	const { findings, suppressed, leftOut } = lintFiles(source.files.map(({ path, parsed }) => ({
		file: parsed,
		severities: settings.severitiesFor(parsed.path),
		schema: schemaOf(path),
		home,
		runsData: settings.values["data-statements"] === "run"
	})));
	const isAllowed = ({ file, table, rule }) => settings.valuesFor(isTyped ? null : file, table ?? "").allow.includes(rule);
	const standing = findings.filter((finding) => !isAllowed(finding));
	return {
		findings: isTyped ? standing.map(withoutForce) : standing,
		accepted: findings.filter(isAllowed),
		suppressed,
		leftOut
	};
}
function withoutForce(finding) {
	return finding.severity === "error" && describeRule(finding.rule)?.suppressible === false || finding.severity === "notice" ? finding : {
		...finding,
		severity: "warning"
	};
}

export { tablesElsewhere as i, askHome as n, describeRule as r, lint as t };