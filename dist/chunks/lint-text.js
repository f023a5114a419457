import { f as formatNumberOf, i as enumerate } from "./words.js";
import { t as LineIndex } from "./line-index.js";
import { i as lexemeAt, n as readStatement, r as tokenize, t as splitFile } from "./split-file.js";
// src/lint/linted-file.ts
function readFile(path, text) {
	let { statements, comments, unterminated } = splitFile(text);
	return {
		path,
		text,
		statements: statements.map((span) => readStatement(text, span)),
		comments,
		unterminated,
		lines: new LineIndex(text)
	};
}
// src/lint/clauses-of.ts
/** All clauses of these kinds in the file, in order, CREATE INDEX and DROP INDEX included. */
function* clausesOf(file, ...kinds) {
	for (let alter of altersOf(file)) for (let clause of alter.clauses) isOneOf(clause, kinds) && (yield {
		alter,
		clause
	});
}
function altersOf(file) {
	return file.statements.filter((statement) => statement.kind === "alter-table");
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
	suppressible: !0,
	flags: "A CHECK constraint that is enforced from the start.",
	why: "One row that breaks it stops the migration, and code that still writes such rows fails at the cutover.",
	instead: "Repair the rows first. On MySQL add it NOT ENFORCED, and enforce it once nothing breaks it any more.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0);",
		fine: "ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0) NOT ENFORCED;"
	},
	*check({ file }) {
		for (let alter of altersOf(file)) for (let at of alter.clauses.flatMap(enforcedChecks)) yield {
			at,
			title: `Checks the rows of ${nameOfTable(alter.table)}`,
			message: `Every row of ${codeOfTable(alter.table)} must meet a new condition; nothing here proves that all do.`
		};
	}
};
function enforcedChecks(clause) {
	return clause.kind === "add-check" || clause.kind === "alter-check" ? clause.enforced ? [clause] : [] : definedColumn(clause)?.checks.filter((check) => check.enforced) ?? [];
}
// src/lint/rules/add-foreign-key.ts
const addForeignKey = {
	id: "add-foreign-key",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "A foreign key, also one that a column brings with REFERENCES.",
	why: "A row without a parent stops the migration, writes to either table lock rows of the other, and a table with foreign keys is hard to change online from then on.",
	instead: "Index the column and keep the reference in the application. If the key must be, remove orphans first.",
	example: {
		flagged: "ALTER TABLE orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id);",
		fine: "ALTER TABLE orders ADD INDEX idx_user (user_id);"
	},
	*check({ file }) {
		for (let alter of altersOf(file)) for (let clause of alter.clauses) {
			let parent = parentOf(clause);
			if (parent === null) continue;
			let note = clause.kind === "add-foreign-key" ? "" : " Older MySQL versions read REFERENCES on a column and ignore it.";
			yield {
				at: clause,
				title: `Adds a foreign key to ${nameOfTable(alter.table)}`,
				message: `Every row of ${codeOfTable(alter.table)} must have a parent in ${codeOfTable(parent)}.${note}`
			};
		}
	}
};
function parentOf(clause) {
	return clause.kind === "add-foreign-key" ? clause.references : definedColumn(clause)?.references ?? null;
}
// src/lint/rules/add-not-null-no-default.ts
const addNotNullNoDefault = {
	id: "add-not-null-no-default",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "A column added NOT NULL without a DEFAULT, unless it is generated or AUTO_INCREMENT.",
	why: "Every INSERT of code that does not know the column yet fails, and rows that exist already get a value nobody chose.",
	instead: "Give it a DEFAULT, or add it NULL, backfill, and make it NOT NULL once all code fills it in.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL;",
		fine: "ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL DEFAULT 0;"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "add-column")) {
			let { column } = clause;
			column.nullability === "not-null" && column.default === null && (column.autoIncrement || column.generated !== null || (yield {
				at: clause,
				title: `Adds required column ${alter.table.name}.${column.name.text}`,
				message: `${codeOfColumn(alter.table, column.name)} has no DEFAULT; rows that exist already ${fateOfRows(column)}.`
			}));
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
	suppressible: !0,
	flags: "A unique index over columns that have data already.",
	why: "One duplicate, there already or written while the copy runs, stops the migration; later ones fail in the application.",
	instead: "Look for duplicates (GROUP BY … HAVING COUNT(*) > 1), remove them, make the application refuse new ones, then add it.",
	example: {
		flagged: "CREATE UNIQUE INDEX uk_email ON users (email);",
		fine: "ALTER TABLE users ADD INDEX idx_email (email);"
	},
	*check({ file }) {
		for (let alter of altersOf(file)) for (let clause of alter.clauses) {
			let columns = uniqueColumns(clause);
			columns.length === 0 || columns.some((column) => cannotCollide(alter, column)) || (yield {
				at: clause,
				title: `Makes columns of ${nameOfTable(alter.table)} unique`,
				message: `Rows of ${codeOfTable(alter.table)} may be equal in ${columns.map((column) => code(column.text)).join(", ")}; nothing here proves that none are.`
			});
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
	let column = definedColumn(clause);
	return column?.key === "unique" ? [column.name] : [];
}
/** Values that the server counts up never collide, and neither do NULLs. */
function cannotCollide(alter, name) {
	return alter.clauses.some((clause) => clause.kind === "add-column" && sameName(clause.column.name, name) && startsDistinct(clause.column));
}
function startsDistinct(column) {
	let startsNull = column.nullability !== "not-null" && (column.default === null || column.default.kind === "null");
	return column.autoIncrement || startsNull && column.generated === null;
}
// src/lint/rules/deprecated-syntax.ts
const deprecatedSyntax = {
	id: "deprecated-syntax",
	severity: "notice",
	needs: "sql",
	suppressible: !0,
	flags: "What MySQL has announced to remove: display widths, ZEROFILL, utf8 and utf8mb3, digits on FLOAT and DOUBLE, BINARY as an attribute, UNSIGNED on anything but integers.",
	why: "It does less than it seems to, and a later version of the server will refuse it.",
	instead: "Write the type that is meant.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN visits INT(11) NULL;",
		fine: "ALTER TABLE users ADD COLUMN visits INT NULL;"
	},
	*check({ file }) {
		for (let statement of file.statements) for (let habit of habitsIn(statement)) yield {
			...habit,
			title: "Uses deprecated syntax"
		};
	}
};
function habitsIn(statement) {
	return statement.kind === "alter-table" ? statement.clauses.flatMap(habitsOfClause) : statement.kind === "create-table" ? [...statement.elements.flatMap(habitsOfClause), ...habitsOfOptions(statement.options)] : [];
}
function habitsOfClause(clause) {
	let column = definedColumn(clause);
	return column === null ? clause.kind === "convert-charset" ? habitsOfCharset(clause.charset) : clause.kind === "table-options" ? habitsOfOptions(clause.options) : [] : [...habitsOfType(column.type), ...habitsOfCharset(column.charset)];
}
function habitsOfOptions(options) {
	let charset = options.find((option) => option.name === "CHARSET");
	return charset === void 0 ? [] : habitsOfCharset({
		...charset,
		text: charset.value
	});
}
function habitsOfCharset(charset) {
	let name = charset?.text.toLowerCase();
	if (charset === null || name !== "utf8" && name !== "utf8mb3") return [];
	let message = `${code(charset.text)} has three bytes for a character, which is too short for emoji and some names.`;
	return [{
		at: {
			start: charset.start,
			end: charset.end
		},
		message,
		instead: "Use utf8mb4."
	}];
}
const integers = "TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT INT1 INT2 INT3 INT4 INT8".split(" "), floats = [
	"FLOAT",
	"DOUBLE",
	"DOUBLE PRECISION",
	"REAL"
], fixedPoints = [
	"DECIMAL",
	"DEC",
	"NUMERIC",
	"FIXED"
];
function habitsOfType(type) {
	let { name, arguments: args, attributes } = type, isBoolean = name === "TINYINT" && args[0] === "1", habits = [], add = (message, instead) => habits.push({
		at: type,
		message,
		instead
	});
	return integers.includes(name) && args.length > 0 && !isBoolean && add("The display width of an integer does not limit its values.", `Write ${code(name)}.`), floats.includes(name) && args.length > 1 && add(`Digits on ${code(name)} round every value.`, "Use DECIMAL, or leave them out."), attributes.includes("ZEROFILL") && add("ZEROFILL only pads what is shown.", "Pad the number where it is shown."), attributes.includes("UNSIGNED") && [...floats, ...fixedPoints].includes(name) && add(`UNSIGNED on ${code(name)} only refuses negative values.`, "Use a CHECK constraint."), attributes.includes("BINARY") && add("BINARY as an attribute stands for a `_bin` collation.", "Name it with COLLATE."), habits;
}
// src/lint/rules/drop-and-add-column.ts
const dropAndAddColumn = {
	id: "drop-and-add-column",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "A column that one ALTER TABLE both drops and adds.",
	why: "This does not convert the column: the old data is lost and every row starts with the default.",
	instead: "To keep the data use MODIFY COLUMN; to start afresh add a column of another name.",
	example: {
		flagged: "ALTER TABLE users DROP COLUMN age, ADD COLUMN age SMALLINT NULL;",
		fine: "ALTER TABLE users MODIFY COLUMN age SMALLINT NULL;"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "add-column")) {
			let { name } = clause.column;
			alter.clauses.some((other) => other.kind === "drop-column" && sameName(other.column, name)) && (yield {
				at: clause,
				title: `Empties column ${alter.table.name}.${name.text}`,
				message: `${codeOfColumn(alter.table, name)} is dropped and added again, without its data.`
			});
		}
	}
}, dropColumn = {
	id: "drop-column",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "DROP COLUMN, unless the column is known to be a virtual generated one.",
	why: "Its data cannot be brought back, and application instances that still name the column fail at the cutover.",
	instead: "First deploy code that neither reads nor writes the column, then drop it and say so in a `lint:ignore`.",
	example: {
		flagged: "ALTER TABLE users DROP COLUMN nickname;",
		fine: "ALTER TABLE users\n  DROP COLUMN nickname; -- lint:ignore drop-column -- unused since v4.2"
	},
	*check({ file, schema }) {
		for (let { alter, clause } of clausesOf(file, "drop-column")) alter.clauses.some((other) => other.kind === "add-column" && sameName(other.column.name, clause.column)) || isVirtual(schema?.get(alter.start)?.before, clause.column) || (yield {
			at: clause,
			title: `Drops column ${alter.table.name}.${clause.column.text}`,
			message: `${codeOfColumn(alter.table, clause.column)} is dropped with the data of every row.`
		});
	}
};
/** A virtual column holds no data: it can be added again as it was. */
function isVirtual(table, name) {
	let definition = table?.elements.find((element) => element.kind === "add-column" && sameName(element.column.name, name));
	return definition?.kind === "add-column" && definition.column.generated === "virtual";
}
// src/lint/rules/drop-database.ts
const dropDatabase = {
	id: "drop-database",
	severity: "error",
	needs: "sql",
	suppressible: !1,
	flags: "DROP DATABASE and DROP SCHEMA.",
	why: "Every table in it is lost at once, and Ghostship refuses to run it.",
	instead: "Take it out of the migration. If the database really must go, drop it by hand, with a backup in reach.",
	example: {
		flagged: "DROP DATABASE shop;",
		fine: "-- shop is dropped by hand after the last backup"
	},
	*check({ file }) {
		for (let statement of file.statements) {
			if (statement.kind !== "drop-database") continue;
			let { name } = statement;
			yield {
				at: statement,
				title: `Drops database ${name.text}`,
				message: `The database ${code(name.text)} and all its tables are dropped.`
			};
		}
	}
}, dropIndexWithoutInvisible = {
	id: "drop-index-without-invisible",
	severity: "warning",
	needs: "sql",
	suppressible: !0,
	flags: "An index that is dropped though nothing says that queries were tried without it.",
	why: "If a query still needs the index, building it again takes hours while that query scans the table.",
	instead: "First make it INVISIBLE (MySQL) or IGNORED (MariaDB), which is undone at once, and drop it a few days later.",
	example: {
		flagged: "ALTER TABLE users DROP INDEX idx_email;",
		fine: "ALTER TABLE users ALTER INDEX idx_email INVISIBLE;"
	},
	*check({ file, schema }) {
		for (let { alter, clause } of clausesOf(file, "drop-index")) alter.clauses.some((other) => other.kind === "add-index" && isNamed(other.name, clause.name)) || isUnused(schema?.get(alter.start)?.before, clause.name) || (yield {
			at: clause,
			title: `Drops index ${clause.name.text} that may be in use`,
			message: `${code(clause.name.text)} of ${codeOfTable(alter.table)} is dropped while queries may still rely on it.`
		});
	}
};
function isUnused(table, name) {
	return table?.elements.some((element) => element.kind === "add-index" && isNamed(element.name, name) && !element.used) ?? !1;
}
function isNamed(one, other) {
	return one !== null && sameName(one, other);
}
// src/lint/rules/drop-partition.ts
const dropPartition = {
	id: "drop-partition",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "Commands that take the rows of a partition out of the table: DROP, TRUNCATE, EXCHANGE, DISCARD, IMPORT, CONVERT.",
	why: "All rows of the partition leave the table at once, and cannot be brought back where they are not kept elsewhere.",
	instead: "Make sure that the rows are archived or no longer wanted, and say so in a `lint:ignore`.",
	example: {
		flagged: "ALTER TABLE events DROP PARTITION p2023;",
		fine: "ALTER TABLE events DROP PARTITION p2023; -- lint:ignore drop-partition -- archived in March"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "partition")) {
			let effect = effects[clause.operation];
			if (effect === void 0) continue;
			let partitions = clause.names.map((name) => code(name.text)).join(", ") || "a partition";
			yield {
				at: clause,
				title: `${effect.title} of ${nameOfTable(alter.table)}`,
				message: `The rows in ${partitions} of ${codeOfTable(alter.table)} are ${effect.fate}.`
			};
		}
	}
}, effects = {
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
}, dropPrimaryKey = {
	id: "drop-primary-key",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "DROP PRIMARY KEY without a new primary key in the same statement.",
	why: "Without a primary key replicas search the whole table for every changed row, and no later migration can walk it.",
	instead: "Drop and add the primary key in one statement.",
	example: {
		flagged: "ALTER TABLE orders DROP PRIMARY KEY;",
		fine: "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, id);"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "drop-primary-key")) addsPrimaryKey(alter) || (yield {
			at: clause,
			title: `Drops the primary key of ${nameOfTable(alter.table)}`,
			message: `${codeOfTable(alter.table)} is left without a primary key.`
		});
	}
};
function addsPrimaryKey(alter) {
	return alter.clauses.some((clause) => clause.kind === "add-index" ? clause.index === "primary" : definedColumn(clause)?.key === "primary");
}
// src/lint/rules/drop-table.ts
const dropTable = {
	id: "drop-table",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "DROP TABLE, and CREATE OR REPLACE TABLE, which drops first.",
	why: "The rows cannot be brought back, and every query that still names the table fails at once.",
	instead: "Deploy code that no longer uses the table, make sure that nothing else does, and accept `drop-table` for the run; Ghostship then renames the table instead of dropping it outright.",
	example: {
		flagged: "DROP TABLE old_orders;",
		fine: "-- lint:ignore drop-table -- nothing has read it since the March release\nDROP TABLE old_orders;"
	},
	*check({ file }) {
		for (let statement of file.statements) {
			if (statement.kind === "create-table" && statement.replaces) {
				let { table } = statement;
				yield {
					at: table,
					title: `Replaces table ${nameOfTable(table)}`,
					message: `If ${codeOfTable(table)} exists, it is dropped with all its rows.`
				};
			}
			if (!(statement.kind !== "drop-table" || statement.temporary)) for (let table of statement.tables) yield {
				at: table,
				title: `Drops table ${nameOfTable(table)}`,
				message: `${codeOfTable(table)} is dropped with all its rows.`
			};
		}
	}
}, explicitAlgorithmLock = {
	id: "explicit-algorithm-lock",
	severity: "warning",
	needs: "sql",
	suppressible: !0,
	flags: "ALGORITHM, LOCK, and the words ONLINE, OFFLINE and IGNORE of MariaDB.",
	why: "Ghostship tries the cheapest way that does not block and leaves such words out, so they promise what will not happen.",
	instead: "Leave it out. The plan shows which algorithm each statement will use.",
	example: {
		flagged: "ALTER TABLE users ADD INDEX idx_email (email), ALGORITHM=INPLACE;",
		fine: "ALTER TABLE users ADD INDEX idx_email (email);"
	},
	*check({ file }) {
		for (let alter of altersOf(file)) for (let at of requestsOf(alter)) yield {
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
	suppressible: !0,
	flags: "A table that one run alters more than once, in one file or in several.",
	why: "Each statement may copy the whole table, and one copy could make all the changes.",
	instead: "Put all clauses into one ALTER TABLE. Keep apart only what must be seen working in between.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN a INT NULL;\nALTER TABLE users ADD COLUMN b INT NULL;",
		fine: "ALTER TABLE users ADD COLUMN a INT NULL, ADD COLUMN b INT NULL;"
	},
	*check({ file, earlier }) {
		let seen = /* @__PURE__ */ new Map();
		for (let before of earlier) for (let alter of mergeable(before)) remember(seen, alter, before, code(before.path));
		for (let alter of mergeable(file)) {
			let first = seen.get(keyOf(alter));
			remember(seen, alter, file, "this file"), first !== void 0 && (yield {
				at: alter.table,
				title: `Alters ${nameOfTable(alter.table)} again`,
				message: `${codeOfTable(alter.table)} is already altered in ${first}.`
			});
		}
	}
};
/** Commands on partitions stand alone by the rules of the grammar, and what is created in the same file is empty. */
function mergeable(file) {
	let created = new Set(file.statements.flatMap((statement) => statement.kind === "create-table" ? nameOfTable(statement.table) : []));
	return altersOf(file).filter((alter) => !created.has(keyOf(alter)) && !alter.clauses.some(standsAlone));
}
function standsAlone(clause) {
	return clause.kind === "partition" && clause.operation !== "partition-by" && clause.operation !== "remove";
}
function remember(seen, alter, file, where) {
	seen.has(keyOf(alter)) || seen.set(keyOf(alter), `line ${file.lines.at(alter.start).line} of ${where}`);
}
function keyOf(alter) {
	return nameOfTable(alter.table);
}
// src/lint/rules/nondeterministic-default.ts
const nondeterministicDefault = {
	id: "nondeterministic-default",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "A column added with a default that is another value every time, such as UUID().",
	why: "Rows that exist already must each be given a value, which is not the same wherever the statement runs again, so MySQL refuses it when it writes a binary log.",
	instead: "Add the column NULL, set the default in a second ALTER, and backfill the old rows from the application.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN token CHAR(36) NOT NULL DEFAULT (UUID());",
		fine: "ALTER TABLE users ADD COLUMN token CHAR(36) NULL;"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "add-column")) {
			let { column } = clause, called = column.default?.functions.find((name) => nondeterministic.has(name));
			column.default !== null && called !== void 0 && (yield {
				at: column.default,
				title: `Random default for ${alter.table.name}.${column.name.text}`,
				message: `${codeOfColumn(alter.table, column.name)} gets its default from ${code(`${called}()`)}, a new value for each row.`
			});
		}
	}
}, nondeterministic = /* @__PURE__ */ new Set([
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
]), renameColumn = {
	id: "rename-column",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "RENAME COLUMN, and CHANGE COLUMN with another name.",
	why: "Old and new application code never run on the same schema: whichever is not meant for it fails.",
	instead: "Add the new column, write both, backfill, switch the reads, and drop the old column in a later migration.",
	example: {
		flagged: "ALTER TABLE users RENAME COLUMN name TO full_name;",
		fine: "ALTER TABLE users ADD COLUMN full_name VARCHAR(255) NULL;"
	},
	*check({ file }) {
		for (let { alter, clause } of clausesOf(file, "rename-column", "change-column")) {
			let to = clause.kind === "rename-column" ? clause.to : clause.column.name;
			sameName(clause.from, to) || (yield {
				at: clause,
				title: `Renames column ${alter.table.name}.${clause.from.text}`,
				message: `${codeOfColumn(alter.table, clause.from)} becomes ${code(to.text)}; code that still says ${code(clause.from.text)} fails at the cutover.`
			});
		}
	}
}, renameTable = {
	id: "rename-table",
	severity: "error",
	needs: "sql",
	suppressible: !0,
	flags: "ALTER TABLE … RENAME TO and RENAME TABLE.",
	why: "Application instances that use the old name fail from that moment, those with the new name until then.",
	instead: "Keep the name, or create a view under the other name while both versions of the code are running.",
	example: {
		flagged: "ALTER TABLE users RENAME TO customers;",
		fine: "ALTER TABLE users COMMENT = \"customers\";"
	},
	*check({ file }) {
		for (let statement of file.statements) if (statement.kind === "rename-table") for (let { from, to } of statement.renames) yield problem(from, to);
		for (let { alter, clause } of clausesOf(file, "rename-table")) yield {
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
		message: `${codeOfTable(from)} becomes ${codeOfTable(to)}; code that still uses the old name fails.`
	};
}
// src/sql/stray-parenthesis.ts
/** The first parenthesis in the span that has no partner, or null if all of them do. */
function strayParenthesis(text, span) {
	let open = [];
	for (let token of tokenize(text, span, null)) if (token.keyword === "(") open.push(token);
	else if (token.keyword === ")" && open.pop() === void 0) return {
		start: token.start,
		end: token.end
	};
	let unclosed = open[0];
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
	suppressible: !1,
	flags: "A quote, comment or parenthesis without its partner. Everything else about syntax is for the server to say.",
	why: "No server accepts it, and everything up to the end of the file is read as part of it.",
	instead: "Close what is open.",
	example: {
		flagged: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a;",
		fine: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a';"
	},
	*check({ file }) {
		if (file.unterminated !== null) {
			let { kind, start } = file.unterminated, what = kind === "comment" ? "comment" : "quote";
			yield {
				at: {
					start,
					end: start + 1
				},
				title: `This ${what} never ends`,
				message: `The ${what} that starts here is not closed.`
			};
		} else for (let statement of file.statements) {
			let at = strayParenthesis(file.text, statement);
			at !== null && (yield {
				at,
				title: "This parenthesis has no partner",
				message: "The parentheses of this statement do not match."
			});
		}
	}
}, truncateTable = {
	id: "truncate-table",
	severity: "error",
	needs: "sql",
	suppressible: !1,
	flags: "TRUNCATE TABLE.",
	why: "It empties the table without a way back and is no schema change, so Ghostship refuses to run it.",
	instead: "Delete the rows from the application or a maintenance job, in small batches.",
	example: {
		flagged: "TRUNCATE TABLE sessions;",
		fine: "ALTER TABLE sessions ADD COLUMN expired_at DATETIME NULL;"
	},
	*check({ file }) {
		for (let statement of file.statements) {
			if (statement.kind !== "truncate-table") continue;
			let { table } = statement;
			yield {
				at: table,
				title: `Empties table ${nameOfTable(table)}`,
				message: `All rows of ${codeOfTable(table)} are removed.`
			};
		}
	}
}, unsupportedStatement = {
	id: "unsupported-statement",
	severity: "error",
	needs: "sql",
	suppressible: !1,
	flags: "Everything but ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE, and what no copy of a table can take part in.",
	why: "Ghostship changes tables and refuses to run anything else, so the migration would stop here.",
	instead: "Run it where the rest of such work is run: data changes from the application, views and routines with the deployment.",
	example: {
		flagged: "UPDATE users SET active = 1;",
		fine: "ALTER TABLE users ADD COLUMN active TINYINT NOT NULL DEFAULT 1;"
	},
	*check({ file }) {
		for (let statement of file.statements) for (let { what, at } of unsupportedParts(statement)) yield {
			at,
			title: `${what} is not supported`,
			message: `${code(what)} cannot be run as an online migration.`
		};
	}
};
/** RENAME TABLE, TRUNCATE and DROP DATABASE have rules of their own. */
function unsupportedParts(statement) {
	switch (statement.kind) {
		case "other": return [{
			what: statement.verb || "This statement",
			at: statement
		}];
		case "create-table": return statement.temporary ? [{
			what: "CREATE TEMPORARY TABLE",
			at: statement
		}] : [];
		case "drop-table": return statement.temporary ? [{
			what: "DROP TEMPORARY TABLE",
			at: statement
		}] : [];
		case "alter-table": return statement.clauses.flatMap(unsupportedClause);
		case "rename-table":
		case "truncate-table":
		case "drop-database": return [];
	}
}
function unsupportedClause(clause) {
	return clause.kind === "tablespace" ? [{
		what: `${clause.operation.toUpperCase()} TABLESPACE`,
		at: clause
	}] : clause.kind === "secondary-engine" ? [{
		what: "Loading into a secondary engine",
		at: clause
	}] : [];
}
// src/lint/suppression-invalid.ts
/** It has no check of its own: whether a suppression is of any use is known only after all other rules have run. */
const suppressionInvalid = {
	id: "suppression-invalid",
	severity: "warning",
	needs: "sql",
	suppressible: !1,
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
	let { scope, rules, reason } = suppression, problem = (title, message) => ({
		at: suppression,
		title,
		message
	});
	if (scope.kind === "nothing") return [problem("Suppression is out of place", `This comment silences nothing: ${scope.because}.`)];
	if (rules.length === 0) return [problem("Suppression names no rule", "This comment silences nothing: it names no rule.")];
	let problems = rules.flatMap((rule) => {
		let complaint = complaints[useOf(rule)];
		return complaint === null ? [] : [problem(complaint.title, `${code(rule)} ${complaint.message}`)];
	});
	return reason === "" ? [...problems, problem("Suppression gives no reason", "Reviewers cannot see why this was accepted.")] : problems;
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
}, rules = [
	syntaxError,
	unsupportedStatement,
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
], ruleDescriptions = [...rules, suppressionInvalid];
function describeRule(id) {
	return ruleDescriptions.find((rule) => rule.id === id) ?? null;
}
// src/lint/suppress.ts
/** The first suppression of the rule that covers this place, or null. */
function suppressionOf(rule, at, file, suppressions) {
	return suppressions.find((suppression) => suppression.rules.includes(rule) && covers(suppression, at, file)) ?? null;
}
function covers({ scope }, at, file) {
	switch (scope.kind) {
		case "file": return !0;
		case "statement": return scope.start <= at.start && at.end <= scope.end;
		case "lines": {
			let { start, end } = clauseAround(at, file);
			return file.lines.at(start).line <= scope.last && scope.first <= file.lines.at(end - 1).line;
		}
		case "nothing": return !1;
	}
}
/** A problem may point at a part of a clause, while the comment stands at the clause's last line. */
function clauseAround(at, file) {
	for (let statement of file.statements) {
		if (statement.kind !== "alter-table" && statement.kind !== "create-table") continue;
		let around = (statement.kind === "alter-table" ? statement.clauses : statement.elements).find((clause) => clause.start <= at.start && at.end <= clause.end);
		if (around !== void 0) return around;
	}
	return at;
}
// src/lint/suppression.ts
/**
* The suppressions of a file: `lint:ignore id, id -- reason`, in any style of comment. Next to code it is about the
* clauses on its line, on a line of its own about the statement that follows, and between the clauses of a statement
* about the next of them. `lint:ignore-file` goes before the first statement and is about all of them.
*/
function suppressionsIn(file) {
	return file.comments.flatMap((comment) => {
		let match = lintComment.exec(contentOf(file.text.slice(comment.start, comment.end)));
		if (match === null) return [];
		let [, command = "", ids = "", reason = ""] = match, rules = ids.split(/[\s,]+/).filter((id) => id !== "");
		return [{
			...comment,
			rules,
			reason: reason.trim(),
			scope: scopeOf(file, comment, command)
		}];
	});
}
const lintComment = /^lint:\s*([\w-]*)(.*?)(?:\s--(?:\s(.*))?)?$/s;
function contentOf(comment) {
	return comment.replace(/^(?:--|#|\/\*+)/, "").replace(/\*+\/$/, "").trim();
}
function scopeOf(file, comment, command) {
	if (command === "ignore-file") return fileScope(file, comment);
	if (command !== "ignore") return {
		kind: "nothing",
		because: "it must say `lint:ignore` or `lint:ignore-file`"
	};
	if (sharesLineWithCode(file.text, comment)) return linesOf(file, comment);
	if (file.statements.find((statement) => statement.start < comment.start && comment.end < statement.end) !== void 0) return linesOf(file, nextCode(file.text, comment.end));
	let next = file.statements.find((statement) => statement.start >= comment.end);
	return next === void 0 ? {
		kind: "nothing",
		because: "no statement follows it"
	} : {
		kind: "statement",
		start: next.start,
		end: next.end
	};
}
function fileScope(file, comment) {
	let first = file.statements[0];
	return first === void 0 || comment.end <= first.start ? { kind: "file" } : {
		kind: "nothing",
		because: "it must stand before the first statement"
	};
}
function sharesLineWithCode(text, comment) {
	let lineStart = text.lastIndexOf("\n", comment.start - 1) + 1, newline = text.indexOf("\n", comment.end), before = text.slice(lineStart, comment.start), after = text.slice(comment.end, newline === -1 ? text.length : newline);
	return /[^\s\uFEFF]/.test(before + after);
}
function linesOf(file, span) {
	return {
		kind: "lines",
		first: file.lines.at(span.start).line,
		last: file.lines.at(span.end - 1).line
	};
}
function nextCode(text, from) {
	let lexeme = lexemeAt(text, from, !1);
	for (; (lexeme.kind === "space" || lexeme.kind === "comment") && lexeme.end < text.length;) lexeme = lexemeAt(text, lexeme.end, !1);
	return lexeme;
}
// src/lint/lint-file.ts
/** Findings of the files of one run, which must be given in the order they are applied in. */
function lintFiles(inputs) {
	let findings = [], suppressed = [], earlier = [];
	for (let input of inputs) {
		let file = readFile(input.path, input.text), report = lint$1(input, {
			file,
			earlier: [...earlier],
			schema: input.schema ?? null
		});
		findings.push(...report.findings), suppressed.push(...report.suppressed), earlier.push(file);
	}
	return {
		findings,
		suppressed
	};
}
function lint$1(input, context) {
	let active = rules.filter((rule) => isActive(rule, input) && (rule.needs === "sql" || context.schema !== null)), suppressions = suppressionsIn(context.file), findings = [], suppressed = [];
	for (let rule of active) for (let problem of rule.check(context)) {
		let finding = findingOf(rule, problem, input, context.file), by = rule.suppressible ? suppressionOf(rule.id, problem.at, context.file, suppressions) : null;
		by === null ? findings.push(finding) : suppressed.push({
			finding,
			by
		});
	}
	if (isActive(suppressionInvalid, input)) {
		let invalid = suppressions.flatMap((by) => invalidParts(by, (id) => useOf(id, by, suppressed, active)));
		findings.push(...invalid.map((problem) => findingOf(suppressionInvalid, problem, input, context.file)));
	}
	return {
		findings: findings.toSorted(byPlace),
		suppressed
	};
}
function isActive(rule, input) {
	return input.severities?.[rule.id] !== "off";
}
function findingOf(rule, problem, input, file) {
	let configured = input.severities?.[rule.id] ?? rule.severity;
	return {
		rule: rule.id,
		severity: configured === "off" ? rule.severity : configured,
		file: file.path,
		start: file.lines.at(problem.at.start),
		end: file.lines.at(problem.at.end),
		title: clipped(problem.title),
		message: problem.message,
		why: rule.why,
		fix: problem.instead ?? rule.instead
	};
}
/** A rule that was not asked cannot say whether its suppression is needed. */
function useOf(id, by, suppressed, active) {
	let rule = describeRule(id);
	return rule === null ? "unknown-rule" : rule.suppressible ? suppressed.some((one) => one.by === by && one.finding.rule === id) || !active.some((one) => one.id === id) ? "fine" : "unused" : "not-suppressible";
}
function clipped(title) {
	return title.length <= 80 ? title : `${title.slice(0, 79)}…`;
}
function byPlace(one, other) {
	return one.start.line - other.start.line || one.start.column - other.start.column;
}
// src/commands/lint.ts
/**
* @param files in the order they are applied in
* @param schemaOf what a server said about the tables of a file; `null` where none was asked
*/
function lint(files, settings, schemaOf = () => null) {
	let { findings, suppressed } = lintFiles(files.map((file) => ({
		...file,
		severities: settings.severitiesFor(file.path),
		schema: schemaOf(file)
	}))), isAllowed = ({ file, rule }) => settings.valuesFor(file, "").allow.includes(rule);
	return {
		findings: findings.filter((finding) => !isAllowed(finding)),
		accepted: findings.filter(isAllowed),
		suppressed
	};
}
// src/report/lint-text.ts
/** Findings for a terminal, as editors can follow them: `file:line:column`. */
function lintText({ findings, accepted, suppressed }) {
	let count = (severity) => findings.filter((finding) => finding.severity === severity).length, silent = accepted.length + suppressed.length, parts = [
		...some(count("error"), "error"),
		...some(count("warning"), "warning"),
		...some(count("notice"), "notice"),
		...silent === 0 ? [] : [`${silent} accepted or silenced`]
	], sum = parts.length === 0 ? "No findings." : `${enumerate(parts)}.`;
	return [...findings.map(findingText), sum].join("\n\n");
}
function findingText({ file, start, severity, rule, title, message, why, fix }) {
	let lines = [
		message,
		why,
		...fix === null ? [] : [`Instead: ${fix}`]
	];
	return [`${file}:${start.line}:${start.column} ${severity} ${rule}: ${title}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
function some(count, what) {
	return count === 0 ? [] : [formatNumberOf(count, what)];
}
export { lint as n, describeRule as r, lintText as t };
