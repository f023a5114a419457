import { r as __name } from "./rolldown-runtime.js";
import { C as usualMode, S as readsTheSame, x as readingMode } from "./lint.js";
import { t as parseStatement } from "./sql.js";
import { a as usualQuoting, n as tokenize, r as lexemeAt, t as codeOf } from "./sql/parser/tokens.js";
import { t as TokenCursor } from "./sql/parser/token-cursor.js";
import { t as splitFile } from "./sql/parser/split-file.js";
import { d as judgeName, u as strangersAmong } from "./commands/statements/sql-file.js";
import { l as toGhostshipError } from "./commands/migrate/run-outcome.js";
import { a as singleStatement, o as statementsOf, s as typedPath } from "./commands/statements/file-statement.js";
import { t as _usingCtx } from "./usingCtx.js";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

// src/sql/parser/line-index.ts
/** Turns offsets of a text into lines and columns. Lines end with LF; the CR of a CRLF belongs to its line. */
var LineIndex = class {
	#lineStarts;
	constructor(text) {
		this.#lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (newline) => newline.index + 1)];
	}
	at(offset) {
		let low = 0;
		let high = this.#lineStarts.length;
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return {
			line: low + 1,
			column: offset - (this.#lineStarts[low] ?? 0) + 1
		};
	}
};

// src/sql/parser/script/rows-session.ts
/**
* What a statement that changes rows would have from the session of its file. It runs in a session of its own, where nothing of
* that is, so it matters far more than for a statement that changes a definition.
*
* @template By the statement that is to blame
*/
var RowsSession = class {
	#settings = /* @__PURE__ */ new Map();
	#assigned = /* @__PURE__ */ new Set();
	#transaction = null;
	#withoutAutocommit = null;
	#first = null;
	/** @param by `null` where the value is that of the sessions that statements run in */
	set(name, by) {
		if (by === null) this.#settings.delete(name);
		else this.#settings.set(name, by);
	}
	autocommit(off) {
		this.#withoutAutocommit = off;
		this.#first = null;
	}
	begin(by) {
		this.#transaction = by;
		this.#first = null;
	}
	/** By COMMIT, or by a statement that commits what was before it. */
	commit() {
		this.#transaction = null;
		this.#first = null;
	}
	/**
	* @param line of the statement
	* @param refuse is told which statement cannot stay, and why, as a sentence; `null` for the one that changes rows itself
	*/
	meet(tokens, line, refuse) {
		for (const [name, by] of this.#settings) refuse(by, `Line ${line} changes rows in a session of its own, in which ${name} has another value.`);
		const transaction = this.#transaction ?? this.#withoutAutocommit;
		if (transaction !== null && this.#first !== null) refuse(transaction, `Each statement is committed by itself, so lines ${this.#first} and ${line} would not be undone together.`);
		this.#first ??= line;
		const read = readsOfSession(tokens, this.#assigned);
		if (read !== null) refuse(null, `It runs in a session of its own, and ${read} tells of the session that it is read in.`);
		for (const name of assignedIn(tokens)) this.#assigned.add(name);
	}
};
/** Rows that are written out are compared with nothing. */
function comparesTexts({ verb, rows }, tokens) {
	return verb !== "INSERT" || rows === 0 || tokens.some(({ keyword }) => keyword === "SELECT" || keyword === "ON");
}
/** They take no arguments where they tell of the statement before. */
const ofLastStatement = [
	"LAST_INSERT_ID",
	"ROW_COUNT",
	"FOUND_ROWS"
];
/** @returns the first thing in the statement that its session alone knows; `null` where there is none */
function readsOfSession(tokens, assigned) {
	for (const cursor = new TokenCursor(tokens); !cursor.done;) {
		const name = cursor.peek()?.keyword ?? "";
		if (ofLastStatement.includes(name) && cursor.take(name, "(", ")")) return `${name}()`;
		if (cursor.take("LASTVAL", "(")) return "LASTVAL()";
		if (cursor.take("PREVIOUS", "VALUE")) return "PREVIOUS VALUE";
		if (cursor.take("@", "@")) {
			const variable = cursor.next()?.text ?? "";
			if (variable.toUpperCase() !== "GLOBAL") return `@@${variable}`;
		} else if (cursor.take("@")) {
			const variable = cursor.next()?.text ?? "";
			if (assigned.has(variable.toLowerCase())) return `@${variable}`;
		} else cursor.next();
	}
	return null;
}
function assignedIn(tokens) {
	return tokens.flatMap(({ text }, index) => {
		const [at, colon, equals] = [
			tokens[index - 1],
			tokens[index + 1],
			tokens[index + 2]
		];
		return at?.text === "@" && colon?.text === ":" && equals?.text === "=" ? [text.toLowerCase()] : [];
	});
}

// src/sql/parser/script/idle-select.ts
/**
* Whether a statement is a SELECT that only shows something. What keeps, locks or assigns has an effect, and so may every function
* that is not known here.
*/
function isIdleSelect(tokens) {
	if (tokens[0]?.keyword !== "SELECT") return false;
	return tokens.every(({ keyword, kind }, at) => {
		const next = tokens[at + 1]?.keyword;
		if (keyword === ":" && next === "=") return false;
		if (kind === "word" && effective.has(keyword)) return false;
		return next !== "(" || kind === "symbol" || kind === "word" && harmless$1.has(keyword);
	});
}
const effective = /* @__PURE__ */ new Set([
	"INTO",
	"FOR",
	"LOCK",
	"PROCEDURE",
	"NEXT",
	"PREVIOUS"
]);
const harmless$1 = new Set(`ALL AND ANY AS BETWEEN BY CASE DISTINCT ELSE EXISTS FROM HAVING IN JOIN LIKE NOT ON OR SELECT THEN UNION USING WHEN WHERE AVG CAST CHAR_LENGTH COALESCE CONCAT CONCAT_WS CONVERT COUNT CURDATE CURRENT_TIMESTAMP CURRENT_USER DATABASE DATE_FORMAT FORMAT GROUP_CONCAT IF IFNULL LEFT LENGTH LOWER MAX MIN NOW NULLIF REPLACE RIGHT ROUND SCHEMA SUBSTRING SUM TRIM UPPER USER VERSION`.split(" "));

// src/sql/parser/script/read-set.ts
/**
* The assignments of a SET that gives values to variables of the session.
*
* @param cursor behind SET
* @returns `null` for any other SET
*/
function readAssignments(cursor) {
	const assignments = [];
	do {
		const assignment = readAssignment(cursor);
		if (assignment === null) return null;
		assignments.push(assignment);
	} while (cursor.take(","));
	return cursor.done ? assignments : null;
}
/** The text of a string or a name, without its quotes. */
function plainText({ kind, text }) {
	return kind === "string" ? text.slice(1, -1) : text;
}
function readAssignment(cursor) {
	const target = readVariable(cursor) ?? readBareVariable(cursor);
	if (target === null || !takeEquals(cursor)) return null;
	const tokens = untilComma(cursor);
	if (tokens.length === 0) return null;
	return {
		variable: target.kind === "own" ? null : target.name,
		own: target.kind === "own" ? target.name : null,
		value: readValue(tokens)
	};
}
function untilComma(cursor) {
	const mark = cursor.mark;
	while (!cursor.done && !cursor.sees(",")) if (cursor.group() === null) cursor.next();
	return cursor.since(mark);
}
function readValue(tokens) {
	const cursor = new TokenCursor(tokens);
	const value = readVariable(cursor) ?? readKept(cursor) ?? readLiteral(cursor);
	return value === null || !cursor.done ? { kind: "expression" } : value;
}
/** `IFNULL(@old, '')` and `IF(@old IS NULL, 1, @old)`, as HeidiSQL gives back what it has kept. */
function readKept(cursor) {
	const asks = cursor.takeAny(["IFNULL", "IF"]);
	if (asks === null) return null;
	const kept = new TokenCursor(cursor.group() ?? []);
	const own = readVariable(kept);
	const isAsked = asks === "IFNULL" || kept.take("IS", "NULL");
	if (own?.kind !== "own" || !isAsked || !kept.take(",") || readLiteral(kept) === null) return null;
	return (asks === "IFNULL" || kept.take(",") && readVariable(kept)?.name === own.name) && kept.done ? own : null;
}
/** `@x`, `@@x`, `@@session.x`; what is of the whole server is not of the session. */
function readVariable(cursor) {
	if (!cursor.take("@")) return null;
	if (!cursor.take("@")) {
		const token = cursor.next();
		return token === void 0 ? null : {
			kind: "own",
			name: plainText(token).toLowerCase()
		};
	}
	if (!cursor.take("SESSION", ".")) cursor.take("LOCAL", ".");
	const name = cursor.name();
	return name === null || cursor.sees(".") ? null : {
		kind: "variable",
		name: name.text.toLowerCase()
	};
}
function readBareVariable(cursor) {
	if (cursor.peek(1)?.kind === "word") cursor.takeAny(["SESSION", "LOCAL"]);
	const name = cursor.name();
	return name === null ? null : {
		kind: "variable",
		name: name.text.toLowerCase()
	};
}
function takeEquals(cursor) {
	return cursor.take(":", "=") || cursor.take("=");
}
function readLiteral(cursor) {
	if (cursor.take("DEFAULT")) return { kind: "default" };
	const sign = cursor.take("-") ? "-" : "";
	const token = cursor.next();
	if (token === void 0 || token.kind === "symbol") return null;
	return {
		kind: "literal",
		text: sign + plainText(token)
	};
}

// src/sql/parser/script/table-locks.ts
/**
* What LOCK TABLES lists.
*
* @param cursor behind TABLES
* @returns `null` for what is no such list
*/
function readLocks(cursor) {
	const locks = [];
	do {
		const table = cursor.tableName();
		if (table === null) return null;
		cursor.take("AS");
		let kind = cursor.takeAny(lockKinds);
		if (kind === null) {
			cursor.name();
			kind = cursor.takeAny(lockKinds);
		}
		if (kind === "LOW_PRIORITY") kind = cursor.takeAny(["WRITE"]);
		if (kind === null) return null;
		cursor.takeAny(["LOCAL", "CONCURRENT"]);
		locks.push({
			table,
			forWriting: kind === "WRITE"
		});
	} while (cursor.take(","));
	return cursor.done ? locks : null;
}
const lockKinds = [
	"READ",
	"WRITE",
	"LOW_PRIORITY"
];
/**
* The tables that a file has locked. Each statement that changes rows locks what it needs by itself. So the lock matters only where
* others could write between two of them, and one of them would find it.
*
* @template By the statement that locks
*/
var TableLocks = class {
	#by = null;
	#tables = /* @__PURE__ */ new Map();
	/** The first statement under the lock that changes rows, and whether it finds nothing that others write. */
	#first = null;
	/** What is locked and not unlocked. */
	get by() {
		return this.#by;
	}
	lock(by, locks) {
		this.unlock();
		this.#by = by;
		this.#tables = new Map(locks.map(({ table, forWriting }) => [keyOf(table), forWriting]));
	}
	unlock() {
		this.#by = null;
		this.#first = null;
	}
	/**
	* A statement that is run.
	*
	* @param isBlind whether what it writes depends on no row
	* @returns why the lock cannot be passed over, as a sentence
	*/
	meet(statement, line, isBlind) {
		if (this.#by === null) return null;
		if (!(statement.kind === "data" && statement.tables.every((table) => this.#tables.has(keyOf(table))) && this.#tables.get(keyOf(statement.table)) === true)) return `Each statement runs in a session of its own, and line ${line} stands under this lock.`;
		const first = this.#first;
		this.#first ??= {
			line,
			isBlind
		};
		if (first === null || first.isBlind && isBlind) return null;
		return `Lines ${first.line} and ${line} run one after the other, and others may write between them.`;
	}
};
function keyOf({ schema, name }) {
	return `${schema ?? ""}.${name}`.toLowerCase();
}

// src/sql/parser/script/session-statement.ts
/** @returns `null` for every other statement */
function readSessionStatement(tokens) {
	const cursor = new TokenCursor(tokens);
	const [first] = tokens;
	switch (first?.keyword) {
		case void 0: return {
			verb: null,
			effects: []
		};
		case "SET":
			cursor.next();
			return readNames(cursor) ?? readSet(cursor);
		case "USE": return readUse(tokens);
		case "START": return cursor.take("START", "TRANSACTION") ? {
			verb: "START TRANSACTION",
			effects: [{ kind: "begin" }]
		} : null;
		case "BEGIN":
		case "COMMIT":
			cursor.next();
			cursor.take("WORK");
			return cursor.done ? {
				verb: first.keyword,
				effects: [{ kind: first.keyword === "BEGIN" ? "begin" : "commit" }]
			} : null;
		case "SELECT": return isIdleSelect(tokens) ? {
			verb: "SELECT",
			effects: []
		} : null;
		case "ROLLBACK": return {
			verb: "ROLLBACK",
			effects: [{
				kind: "refused",
				why: takesNothingBack
			}]
		};
		case "LOCK": {
			const locks = cursor.takeAny(["LOCK"]) !== null && takesTables(cursor) ? readLocks(cursor) : null;
			return locks === null ? null : {
				verb: "LOCK TABLES",
				effects: [{
					kind: "lock",
					locks
				}]
			};
		}
		case "UNLOCK": return cursor.takeAny(["UNLOCK"]) !== null && takesTables(cursor) && cursor.done ? {
			verb: "UNLOCK TABLES",
			effects: [{ kind: "unlock" }]
		} : null;
		default: return null;
	}
}
const takesNothingBack = "Each statement is committed by itself, so that nothing can be taken back.";
function takesTables(cursor) {
	return cursor.takeAny(["TABLES", "TABLE"]) !== null;
}
function readUse([, name, ...more]) {
	if (name === void 0 || more.length > 0) return null;
	return {
		verb: "USE",
		effects: [{
			kind: "use",
			database: plainText(name)
		}]
	};
}
/** `SET NAMES utf8mb4 COLLATE …`, `SET CHARACTER SET utf8`. */
function readNames(cursor) {
	const isNames = cursor.take("NAMES");
	if (!isNames && !cursor.take("CHARACTER", "SET") && !cursor.take("CHARSET")) return null;
	const verb = isNames ? "SET NAMES" : "SET CHARACTER SET";
	const charset = cursor.next();
	const isCollated = cursor.take("COLLATE");
	if (isCollated) cursor.next();
	if (charset === void 0 || !cursor.done) return null;
	if (charset.keyword === "DEFAULT") return {
		verb,
		effects: [{
			kind: "collation",
			isUsual: true
		}]
	};
	const isUsual = !isCollated && usual.test(plainText(charset));
	return {
		verb,
		effects: [...refuseOtherCharset(plainText(charset)), {
			kind: "collation",
			isUsual
		}]
	};
}
/** The first letters of every name of UTF-8, and of its collations. */
const utf8 = /^utf8/iu;
/** The one of the sessions that statements run in, whose collation is the server's choice then. */
const usual = /^utf8mb4$/iu;
function refuseOtherCharset(charset) {
	if (utf8.test(charset)) return [];
	return [{
		kind: "refused",
		why: `It says that what follows is written in ${charset}; Ghostship reads and sends it as UTF-8.`
	}];
}
function readSet(cursor) {
	const assignments = readAssignments(cursor);
	if (assignments === null) return null;
	const effects = assignments.map(effectsOf);
	if (effects.includes(null)) return null;
	const names = assignments.flatMap(({ variable }) => variable === null ? [] : [variable.toUpperCase()]);
	const own = assignments[0]?.own?.toUpperCase();
	return {
		verb: `SET ${names.length > 0 ? names.join(", ") : `@${own}`}`,
		effects: effects.flatMap((some) => some ?? [])
	};
}
/** What changes no row and no definition: how long a session waits, what it is told, how it checks unique keys. */
const idleVariables = [
	"character_set_results",
	"idle_transaction_timeout",
	"information_schema_stats_expiry",
	"innodb_lock_wait_timeout",
	"interactive_timeout",
	"lock_wait_timeout",
	"max_execution_time",
	"max_statement_time",
	"net_read_timeout",
	"net_write_timeout",
	"note_verbosity",
	"show_create_table_skip_secondary_engine",
	"sql_big_selects",
	"sql_notes",
	"sql_quote_show_create",
	"sql_warnings",
	"unique_checks",
	"wait_timeout"
];
const charsetVariables = [
	"character_set_client",
	"character_set_connection",
	"collation_connection"
];
/** Where the engine is one that is not shipped, the statements that make tables say so themselves. */
const engineVariables = ["default_storage_engine", "storage_engine"];
const innodb = /^innodb$/iu;
const off = /^(?:0|OFF|FALSE)$/iu;
const judged = [
	"foreign_key_checks",
	"sql_mode",
	"time_zone"
];
function isKnown(variable) {
	return variable !== null && [
		idleVariables,
		charsetVariables,
		judged,
		engineVariables,
		["autocommit", "sql_safe_updates"]
	].some((list) => list.includes(variable));
}
/** @returns `null` for a variable that is not known here */
function effectsOf({ variable, own, value }) {
	if (value.kind === "expression") return own === null && !isKnown(variable) ? null : [{
		kind: "refused",
		why: "Its value is not known here."
	}];
	if (own !== null) {
		const kept = {
			kind: "for-rows",
			name: `@${own}`,
			isUsual: value.kind === "variable"
		};
		return value.kind === "variable" ? [kept, {
			kind: "saved",
			own,
			variable: value.name
		}] : [kept];
	}
	if (variable === null || idleVariables.includes(variable)) return [];
	const text = value.kind === "literal" ? value.text : null;
	if (variable === "autocommit") return [{
		kind: "autocommit",
		isOn: text === null || !off.test(text)
	}];
	if (variable === "sql_safe_updates") return [{
		kind: "for-rows",
		name: variable,
		isUsual: text === null || off.test(text)
	}];
	if (charsetVariables.includes(variable)) {
		const refused = text === null ? [] : refuseOtherCharset(text);
		if (variable === "character_set_client" || value.kind === "own" || value.kind === "variable") return refused;
		return [...refused, {
			kind: "collation",
			isUsual: text === null || usual.test(text)
		}];
	}
	if (engineVariables.includes(variable) && text !== null && innodb.test(text)) return [];
	const known = judged.find((name) => name === variable);
	return known === void 0 ? null : [{
		kind: "set",
		variable: known,
		value
	}];
}

// src/sql/parser/script/pass-over.ts
/**
* Each statement is run in a session of its own, under settings that are chosen for it. So what a dump or a tool writes
* around the statements (SET, USE, START TRANSACTION, LOCK TABLES) is passed over where it changes nothing; where it would
* change something it stays, with the reason why it cannot be passed over.
*/
function passOver(statements, file) {
	const session = new FileSession(file);
	for (const statement of statements) session.read(statement);
	return session.parted();
}
var FileSession = class {
	#file;
	#read = [];
	#verbs = /* @__PURE__ */ new Map();
	#reasons = /* @__PURE__ */ new Map();
	#saved = /* @__PURE__ */ new Map();
	#rows = new RowsSession();
	#lenientModes = /* @__PURE__ */ new Set();
	#lenient = /* @__PURE__ */ new Map();
	#locks = new TableLocks();
	#now = {
		collation: null,
		foreign_key_checks: null,
		sql_mode: null,
		time_zone: null
	};
	#home;
	#foldsNames;
	constructor(file) {
		this.#file = file;
		this.#home = file.home;
		this.#foldsNames = file.mode.foldsNames;
	}
	read(statement) {
		this.#read.push(statement);
		if (this.#locks.by !== null && switchesKeys(statement)) return void this.#verbs.set(statement, "ALTER TABLE … KEYS");
		const found = statement.kind === "other" && statement.why === null ? readSessionStatement(this.#tokensOf(statement)) : null;
		if (statement.kind !== "other" || found === null) return this.#meet(statement);
		this.#verbs.set(statement, found.verb ?? this.#commentAt(statement));
		for (const effect of found.effects) this.#apply(effect, statement);
	}
	parted() {
		const lock = this.#locks.by;
		if (lock !== null) this.#refuse(lock, "Nothing unlocks what it locks.");
		return {
			statements: this.#read.flatMap((statement) => {
				const verb = this.#verbs.get(statement);
				const why = this.#reasons.get(statement);
				if (verb === void 0) return [statement];
				return why === void 0 ? [] : [{
					kind: "other",
					verb,
					why,
					start: statement.start,
					end: statement.end
				}];
			}),
			idle: this.#read.flatMap((statement) => {
				const verb = this.#verbs.get(statement);
				return verb === void 0 || this.#reasons.has(statement) ? [] : [{
					verb,
					start: statement.start,
					end: statement.end
				}];
			}),
			lenient: this.#lenient
		};
	}
	#isHome(database) {
		const home = this.#home ?? "";
		return this.#foldsNames ? database.toLowerCase() === home.toLowerCase() : database === home;
	}
	#apply(effect, by) {
		switch (effect.kind) {
			case "refused": return this.#refuse(by, effect.why);
			case "use":
				this.#home ??= effect.database;
				if (this.#isHome(effect.database)) return;
				return this.#refuse(by, `It leaves ${this.#home}, the database that the statements are for.`);
			case "lock":
				this.#rows.commit();
				return this.#locks.lock(by, effect.locks);
			case "unlock":
				this.#rows.commit();
				return this.#locks.unlock();
			case "begin": return this.#rows.begin(by);
			case "commit": return this.#rows.commit();
			case "autocommit": return this.#rows.autocommit(effect.isOn ? null : by);
			case "for-rows": return this.#rows.set(effect.name, effect.isUsual ? null : by);
			case "collation":
				this.#now.collation = effect.isUsual ? null : by;
				return;
			case "saved": {
				const value = isJudged(effect.variable) ? this.#now[effect.variable] : null;
				this.#saved.set(effect.own, {
					variable: effect.variable,
					value
				});
				return;
			}
			case "set": return this.#set(effect.variable, effect.value, by);
		}
	}
	#set(variable, value, by) {
		switch (value.kind) {
			case "default":
				this.#now[variable] = null;
				return;
			case "variable":
				if (value.name !== variable) this.#refuse(by, "Its value is not known here.");
				return;
			case "own": {
				const saved = this.#saved.get(value.name);
				if (saved?.variable === variable) this.#now[variable] = saved.value;
				else this.#refuse(by, `What @${value.name} holds is not known here.`);
				return;
			}
			case "expression": return this.#refuse(by, "Its value is not known here.");
			case "literal":
				if (variable === "sql_mode") return this.#setMode(value.text, by);
				this.#now[variable] = isAsEver(variable, value.text) ? null : by;
		}
	}
	/**
	* A definition that the server takes by its own mode it takes by a lenient one too, and makes the same of it. One that it refuses
	* is refused, and the SET is named then: what is lenient would change values in silence.
	*/
	#setMode(text, by) {
		const { meaning, refusing } = this.#file.mode;
		const asked = readingMode(text.toUpperCase().split(","));
		const different = [.../* @__PURE__ */ new Set([...meaning, ...asked.meaning])].filter((mode) => !meaning.includes(mode) || !asked.meaning.includes(mode));
		if (refusing.some((mode) => !asked.refusing.includes(mode))) this.#lenientModes.add(by);
		this.#now.sql_mode = by;
		if (different.length === 0) return;
		this.#refuse(by, `The statements behind it mean another thing in this mode than in the one they run in, which is the server's own: ${different.join(", ")}.`);
	}
	/** A statement that is run: what is in force where it stands must not matter for it. */
	#meet(statement) {
		const { foreign_key_checks: checks, sql_mode: mode, time_zone: zone } = this.#now;
		const line = this.#file.lineOf(statement);
		if (checks !== null && statement.kind === "data") this.#refuse(checks, `Foreign keys are checked all the same, and line ${line} depends on that.`);
		if (zone !== null && this.#dependsOnZone(statement)) this.#refuse(zone, `Line ${line} depends on the time zone, and statements run in that of the server.`);
		const sqlMode = mode !== null && this.#lenientModes.has(mode) ? mode : null;
		const unchecked = checks !== null && dependsOnChecks(statement) ? checks : null;
		if (sqlMode !== null || unchecked !== null) this.#lenient.set(statement, {
			sqlMode,
			unchecked
		});
		const tokens = statement.kind === "data" ? this.#tokensOf(statement) : [];
		const lock = this.#locks.by;
		const isBlind = statement.kind === "data" && !comparesTexts(statement, tokens);
		const why = this.#locks.meet(statement, line, isBlind);
		if (lock !== null && why !== null) this.#refuse(lock, why);
		if (statement.kind === "data") this.#meetRows(statement, line, tokens);
		else this.#rows.commit();
	}
	#meetRows(statement, line, tokens) {
		const { sql_mode: mode, collation } = this.#now;
		if (mode !== null) this.#refuse(mode, `Line ${line} changes rows, in the server's own sql_mode and not in this one.`);
		if (collation !== null && comparesTexts(statement, tokens)) this.#refuse(collation, `Line ${line} compares texts, and runs with the collation that the server has for utf8mb4.`);
		this.#rows.meet(tokens, line, (by, why) => {
			if (by !== null) return this.#refuse(by, why);
			this.#verbs.set(statement, statement.verb);
			this.#refuse(statement, why);
		});
	}
	#refuse(statement, why) {
		if (!this.#reasons.has(statement)) this.#reasons.set(statement, why);
	}
	/** A TIMESTAMP is kept in UTC, and is shown and read in the zone of the session. */
	#dependsOnZone(statement) {
		if (statement.kind === "data") return true;
		if (statement.kind === "create-table") return statement.elements.some(hasFixedTimestamp);
		if (statement.kind !== "alter-table") return false;
		return statement.clauses.some(({ kind }) => kind === "modify-column" || kind === "change-column") || this.#tokensOf(statement).some(({ keyword }) => temporal.test(keyword));
	}
	#commentAt(span) {
		return tokenize(this.#file.text, span, null, this.#file.mode).length > 0 ? "a comment for other servers" : "a comment";
	}
	#tokensOf(span) {
		return tokenize(this.#file.text, span, this.#file.mode.server, this.#file.mode);
	}
};
/** As dumps write it around rows, under their lock. InnoDB has no such switch, and a table of another engine is not changed here. */
function switchesKeys(statement) {
	return statement.kind === "alter-table" && statement.clauses.length > 0 && statement.clauses.every(({ kind }) => kind === "keys");
}
const temporal = /^(?:TIMESTAMP|NOW|CURRENT_\w+|CURDATE|CURTIME|LOCALTIME\w*|SYSDATE|FROM_UNIXTIME|UNIX_TIMESTAMP)$/u;
function hasFixedTimestamp(element) {
	return element.kind === "add-column" && element.column.type.name === "TIMESTAMP" && element.column.default?.kind === "literal";
}
function isJudged(variable) {
	return variable === "foreign_key_checks" || variable === "sql_mode" || variable === "time_zone";
}
function isAsEver(variable, value) {
	return variable === "time_zone" ? value.toUpperCase() === "SYSTEM" : /^(?:1|ON|TRUE)$/iu.test(value);
}
/**
* A new foreign key, and a table that others may refer to: what the server takes with the checks is the same without them. (Not so
* rows: with the checks a DELETE also deletes what refers to them.)
*/
function dependsOnChecks(statement) {
	if (statement.kind === "drop-table") return true;
	return (statement.kind === "alter-table" ? statement.clauses : statement.kind === "create-table" ? statement.elements : []).some((clause) => clause.kind === "add-foreign-key" || (clause.kind === "add-column" || clause.kind === "modify-column" || clause.kind === "change-column") && clause.column.references !== null);
}

// src/sql/parser/script/marker.ts
function unclear(tool, problem = "is not understood") {
	return {
		tool,
		role: "unclear",
		problem
	};
}

// src/sql/parser/script/liquibase.ts
/** `--liquibase formatted sql`, the first line of such a file. */
function isLiquibaseHead(line) {
	return /^--\s*liquibase\s+formatted\b/iu.test(line);
}
/**
* A line of Liquibase's formatted SQL. In such a file every line that begins with `--` is a comment, though MySQL asks for
* a blank behind the dashes; elsewhere only what is written without that blank is taken for Liquibase's.
*/
function readLiquibaseLine(line, isLiquibase) {
	if (isLiquibaseHead(line)) return {
		tool: "Liquibase",
		role: "note"
	};
	const match = /^--(\s*)([\w-]+)(.*)$/su.exec(line);
	if (match === null) return isLiquibase && /^--\S/u.test(line) ? {
		tool: "Liquibase",
		role: "note"
	} : null;
	const [, blank = "", word = "", rest = ""] = match;
	const isChangeset = /^changeset$/iu.test(word) && /^\s+\S+:\S+/u.test(rest);
	const isCommand = commands.test(word) && (blank === "" || isLiquibase);
	if (isChangeset) return readChangeset(rest);
	if (isCommand) return readCommand(word.toLowerCase());
	return isLiquibase && blank === "" ? {
		tool: "Liquibase",
		role: "note"
	} : null;
}
/** `/* liquibase rollback …`: what Liquibase reads of a comment that may have several lines. */
function readLiquibaseComment(comment) {
	const word = /^\/\*\s*liquibase\s+(\w+)/iu.exec(comment)?.[1]?.toLowerCase();
	if (word === void 0) return null;
	return word === "rollback" ? {
		tool: "Liquibase",
		role: "undo"
	} : unclear("Liquibase");
}
const commands = /^(?:rollback|comment|preconditions?|precondition-[\w-]+|validchecksum|property|ignorelines|ignore)$/iu;
function readCommand(word) {
	if (word === "rollback") return {
		tool: "Liquibase",
		role: "undo"
	};
	if (word === "comment" || word === "validchecksum") return {
		tool: "Liquibase",
		role: "note"
	};
	return unclear("Liquibase", "asks for something that only Liquibase does");
}
/** `author:id name:value …`. What would have it run at other times, or split in another way, is not for us to guess. */
function readChangeset(rest) {
	const [, ...attributes] = rest.trim().match(/(?:"[^"]*"|'[^']*'|\S)+/gu) ?? [];
	const strange = attributes.filter((attribute) => !harmless.test(attribute));
	if (strange.length > 0) return unclear("Liquibase", `asks with ${strange.join(", ")} for something that only Liquibase does`);
	return {
		tool: "Liquibase",
		role: "up"
	};
}
const harmless = /^(?:(?:logicalFilePath|created|failOnError|runInTransaction|stripComments|objectQuotingStrategy):.*|splitStatements:true|endDelimiter:"?;"?|runOnChange:false|runAlways:false|dbms:"?(?:(?:mysql|mariadb|all),?)+"?)$/iu;

// src/sql/parser/script/placeholders.ts
const dollar = /\$\{[^{}]*\}/u;
/**
* Each as its manual tells it: Flyway, "Placeholders"; Liquibase, "Changelog parameters"; MyBatis Migrations, "Variables"; tern,
* "Template Migrations".
*/
function placeholdersOf(path, text) {
	if (/(?:^|\/)(?:V\d[\d._]*|R)__[^/]*$/u.test(path)) return {
		tool: "Flyway",
		pattern: dollar
	};
	const lines = text.match(/^[ \t\uFEFF]*--.*$/gmu)?.map((line) => line.replace(/^[ \t\uFEFF]+/u, "")) ?? [];
	if (lines.some(isLiquibaseHead)) return {
		tool: "Liquibase",
		pattern: dollar
	};
	if (lines.some((line) => /^--(?:\s*\/\/)?\s*@undo\b/iu.test(line))) return {
		tool: "MyBatis",
		pattern: dollar
	};
	if (lines.some((line) => /^-{4}\s*create above\s*\/\s*drop below/iu.test(line))) return {
		tool: "tern",
		pattern: /\{\{[^{}]*\}\}/u
	};
	return null;
}
/** A statement with a placeholder cannot be run as it is written; in a comment it does no harm. */
function refusePlaceholder(statement, text, { tool, pattern }, tokensOf) {
	if (statement.kind === "other" && !["SET", "USE"].includes(statement.verb)) return statement;
	if (!pattern.test(text.slice(statement.start, statement.end))) return statement;
	const placeholder = pattern.exec(codeOf(text, tokensOf(statement)))?.[0];
	if (placeholder === void 0) return statement;
	const { kind, start, end } = statement;
	const why = `${tool} puts a value in place of ${placeholder}, and here it would stay as it is written.`;
	return {
		kind: "other",
		verb: "verb" in statement ? statement.verb : kind.replaceAll("-", " ").toUpperCase(),
		why,
		start,
		end
	};
}

// src/sql/parser/script/heading.ts
/**
* A comment that a person has put as a heading over a part of the file, in whatever style: `-- rollback`, `# --- !Downs`,
* `-- Down Migration`. A sentence that begins with such a word is a sentence. `null` for any other line.
*/
function readHeading(line) {
	const comment = /^(?:--(?=[\s-]|$)|#|\/\*)(.*)$/su.exec(line)?.[1];
	if (comment === void 0) return null;
	const content = comment.replace(/\*\/\s*$/u, "").replace(/^[-#*=\s@![\]<>()]+/u, "");
	if (!mayBegin.test(content)) return null;
	const words = content.replace(/(?<![-#*=\s@![\]<>():])[-#*=\s@![\]<>():]+$/u, "").toLowerCase();
	if (down.test(words)) return {
		tool: "heading",
		role: "down"
	};
	if (up.test(words)) return {
		tool: "heading",
		role: "up"
	};
	const rest = downWithMore.exec(content)?.[1];
	if (rest === void 0 || sqlVerb.test(rest)) return null;
	return unclear("heading", "may be the heading of a part that undoes the others, or not");
}
/** Everything else need not be looked at to its end. */
const mayBegin = /^(?:downs?|undo|rollback|revert|ups?|forward|migrate)\b/iu;
const part = String.raw`(?:\s+(?:migrations?|script|section|part|sql|statements?))?`;
const down = new RegExp(`^(?:downs?|undo|rollback|revert)${part}$`, "u");
const up = new RegExp(`^(?:ups?|forward|migrate)${part}$`, "u");
const downWithMore = /^(?:down|undo|rollback|revert)\s*[:–—-]\s*(\S.*)$/isu;
/** Then the comment is the whole of it: `-- rollback: ALTER TABLE t DROP a;` */
const sqlVerb = /^(?:alter|create|drop|rename|insert|update|delete|truncate|set|none|n\/a|not)\b/iu;

// src/sql/parser/script/read-marker.ts
/**
* What a line says to a migration tool; `null` if nothing. Whether blanks and capitals matter differs between versions of
* the tools: here they do not.
*
* @param line from its first character that is no blank
* @param isLiquibase whether the file has said that it is written for Liquibase
*/
function readMarker(line, isLiquibase) {
	const liquibase = readLiquibaseLine(line, isLiquibase);
	if (liquibase !== null) return liquibase;
	for (const { pattern, read } of patterns) {
		const match = pattern.exec(line);
		if (match !== null) return read(match[1]?.trim().toLowerCase() ?? "", match[2]?.trim().toLowerCase() ?? "");
	}
	return readHeading(line);
}
const patterns = [
	{
		pattern: /^--\s*\+\s*([\w-]+)(.*)$/su,
		read: readPlus
	},
	{
		pattern: /^--\s*migrate:(\w*)(.*)$/isu,
		read: readDbmate
	},
	{
		pattern: /^--\s*rambler\s+(.*)$/isu,
		read: (action) => readAction("rambler", {
			up: "up",
			down: "down"
		}, action)
	},
	{
		pattern: /^-{4}\s*create above\s*\/\s*drop below\s*-{4}$/isu,
		read: () => ({
			tool: "tern",
			role: "down"
		})
	},
	{
		pattern: /^--(?:\s*\/\/)?\s*@(undo|delimiter)\b/isu,
		read: readMyBatis
	},
	{
		pattern: /^--\s*\/\/(.*)$/su,
		read: () => ({
			tool: "MyBatis",
			role: "note"
		})
	}
];
const statementBlock = {
	statementbegin: "begin",
	statementend: "end"
};
function readPlus(name, action) {
	switch (name) {
		case "goose": {
			const others = {
				"no transaction": "note",
				"envsub off": "note"
			};
			return readAction("goose", {
				up: "up",
				down: "down",
				...statementBlock,
				...others
			}, action);
		}
		case "migrate": {
			const kept = action.replace(/^(up|down)\s+notransaction$/u, "$1");
			return readAction("sql-migrate", {
				up: "up",
				down: "down",
				...statementBlock
			}, kept);
		}
		case "micrate": return readAction("micrate", {
			up: "up",
			down: "down",
			...statementBlock
		}, action);
		default: return /^(?:up|down)\b/u.test(action) ? unclear("another tool", "is of a tool that is not known here") : null;
	}
}
function readDbmate(action, settings) {
	if (!/^(?:transaction:(?:true|false)\s*)*$/u.test(settings)) return unclear("dbmate");
	return readAction("dbmate", {
		up: "up",
		down: "down"
	}, action);
}
function readMyBatis(command) {
	if (command === "undo") return {
		tool: "MyBatis",
		role: "down"
	};
	return unclear("MyBatis", "changes the delimiter, which only MyBatis does in this way");
}
function readAction(tool, roles, action) {
	const role = roles[action.replace(/\s+/gu, " ")];
	return role === void 0 ? unclear(tool) : {
		tool,
		role
	};
}

// src/sql/parser/script/find-markers.ts
/**
* The markers of a file: lines of their own, outside of quotes and of other comments. A line that is a marker is read to
* its end as one, whatever quotes it has. Drizzle's may follow a statement on its line.
*/
function findMarkers(text, quoting) {
	const markers = [];
	let isLineStart = true;
	let isLiquibase = false;
	let insideExecutable = false;
	for (let at = 0; at < text.length;) {
		const line = isLineStart && startsComment(text, at) ? lineAt(text, at) : null;
		if (line !== null) isLiquibase ||= isLiquibaseHead(line);
		const marker = breakpointAt(text, at) ?? (line === null ? null : markerAt(text, at, line, isLiquibase));
		if (marker !== null) {
			markers.push(marker);
			at = marker.end;
			isLineStart = false;
			continue;
		}
		const { kind, start, end } = lexemeAt(text, at, insideExecutable, quoting);
		if (kind === "executable-open") insideExecutable = true;
		if (kind === "executable-close") insideExecutable = false;
		if (kind !== "space") isLineStart = false;
		else if (start === 0 || text.slice(start, end).includes("\n")) isLineStart = true;
		at = end;
	}
	return markers;
}
/** `--> statement-breakpoint`, up to the end of the line. No server takes these three characters for code or for a comment. */
function breakpointAt(text, at) {
	breakpoint.lastIndex = at;
	return breakpoint.test(text) ? {
		tool: "Drizzle",
		role: "break",
		start: at,
		end: breakpoint.lastIndex
	} : null;
}
const breakpoint = /-->[ \t]*statement-breakpoint[ \t]*(?=[\r\n]|$)/y;
function startsComment(text, at) {
	return text.startsWith("--", at) || text.startsWith("/*", at) || text[at] === "#";
}
function markerAt(text, at, line, isLiquibase) {
	const comment = text.startsWith("/*", at) ? blockAt(text, at) : {
		start: at,
		end: at + line.length
	};
	if (comment === null) return null;
	const content = text.slice(comment.start, comment.end);
	const meaning = content.startsWith("/*") ? readLiquibaseComment(content) ?? (content === line ? readMarker(content, false) : null) : readMarker(content, isLiquibase);
	return meaning === null ? null : {
		...meaning,
		...comment
	};
}
function blockAt(text, at) {
	const { kind, end, closed } = lexemeAt(text, at, false, usualQuoting);
	return kind === "comment" && closed ? {
		start: at,
		end
	} : null;
}
/** Without blanks at its end. */
function lineAt(text, at) {
	const newline = text.indexOf("\n", at);
	return text.slice(at, newline === -1 ? text.length : newline).trimEnd();
}

// src/sql/parser/script/read-script.ts
/**
* Reads the file that a migration tool may have been written for: golang-migrate, Flyway and others by the name, goose,
* sql-migrate, micrate, dbmate, Rambler, MyBatis, Liquibase and Drizzle by markers, and headings of people.
*
* @param path of the file, with `/` between its parts
* @param quoting of the sessions it is written for
*/
function readScript(path, text, quoting = usualQuoting) {
	const verdict = judgeName(path);
	if (verdict?.kind === "not-run") return leaveOutAll(text, verdict.convention, quoting);
	const markers = withoutVainHeadings(findMarkers(text, quoting));
	const script = new Parts(text, markers, quoting).script();
	if (verdict === null || script.statements.length === 0) return script;
	const message = "The name looks like that of a file which undoes another one.";
	return {
		...script,
		faults: [{
			at: {
				start: 0,
				end: 0
			},
			message
		}, ...script.faults]
	};
}
function leaveOutAll(text, convention, quoting) {
	const { statements } = splitFile(text, quoting);
	const whole = {
		start: 0,
		end: text.length
	};
	return {
		text: blank(text, [whole]),
		statements: [],
		comments: [],
		unterminated: null,
		brokenName: null,
		leftOut: statements.length === 0 ? [] : [{
			...whole,
			why: convention,
			kind: "file"
		}],
		faults: []
	};
}
/** In the file of a tool a heading is a comment. */
function withoutVainHeadings(markers) {
	return markers.some(({ tool, role }) => tool !== "heading" && ![
		"note",
		"undo",
		"break"
	].includes(role)) ? markers.filter(({ tool }) => tool !== "heading") : markers;
}
/** Tools that run nothing before the first marker. */
const strictTools = [
	"goose",
	"sql-migrate",
	"micrate",
	"dbmate",
	"rambler",
	"Liquibase"
];
/** Tools where a part that undoes may be followed by one that does not. */
const togglingTools = [
	"sql-migrate",
	"Liquibase",
	"heading"
];
/** Walks from marker to marker. */
var Parts = class {
	#text;
	#masked;
	#markers;
	#quoting;
	#statements = [];
	#comments = [];
	#leftOut = [];
	#faults = [];
	#unterminated = null;
	#brokenName = null;
	/** Of what is left out, so that it is masked. */
	#downs = [];
	#tool = null;
	#direction = "up";
	#opening = null;
	#downBy = null;
	#start = 0;
	constructor(text, markers, quoting) {
		this.#text = text;
		this.#quoting = quoting;
		this.#markers = markers;
		this.#masked = withEnds(blank(text, markers), markers);
	}
	script() {
		for (const [index, marker] of this.#markers.entries()) this.#obey(marker, this.#markers[index + 1]);
		if (this.#opening !== null) this.#fault(this.#opening, "has no end");
		this.#close(this.#text.length, null, false);
		return {
			text: blank(this.#masked, this.#downs),
			statements: this.#statements,
			comments: this.#comments,
			unterminated: this.#unterminated,
			brokenName: this.#brokenName,
			leftOut: this.#leftOut,
			faults: this.#faults.toSorted((one, other) => one.at.start - other.at.start)
		};
	}
	#obey(marker, next) {
		switch (marker.role) {
			case "note":
			case "break": return;
			case "unclear": return this.#obeyUnclear(marker, marker.problem, next);
			case "undo": return this.#direction === "up" ? this.#leaveOutLine(marker) : void 0;
			case "begin":
			case "end":
				if (this.#tool === null) this.#fault(marker, "stands before the part it belongs to");
				this.#claim(marker);
				return this.#direction === "up" ? this.#block(marker) : void 0;
			case "up":
			case "down":
				if (marker.tool === "heading" && marker.role === "up" && this.#direction === "up") return;
				return this.#turn(marker, marker.role);
		}
	}
	/** Lines that follow each other are told as one. */
	#leaveOutLine(marker) {
		const last = this.#leftOut.at(-1);
		if (last !== void 0 && this.#masked.slice(last.end, marker.start).trim() === "") {
			this.#leftOut.pop();
			this.#leftOut.push({
				...last,
				end: marker.end
			});
		} else this.#leftOut.push({
			start: marker.start,
			end: marker.end,
			why: this.#quote(marker),
			kind: "part"
		});
	}
	/** A comment that is perhaps a heading matters only where code stands under it. */
	#obeyUnclear(marker, problem, next) {
		if (marker.tool !== "heading") return this.#fault(marker, problem);
		const under = {
			start: marker.end,
			end: next?.start ?? this.#text.length
		};
		if (this.#direction === "up" && this.#split(under).statements.length > 0) this.#fault(marker, problem);
	}
	#turn(marker, direction) {
		const isFirst = this.#tool === null;
		this.#claim(marker);
		if (this.#opening !== null) this.#fault(this.#opening, "has no end");
		this.#opening = null;
		if (direction === "up" && this.#direction === "down" && !togglingTools.includes(marker.tool)) this.#fault(marker, "follows the part that undoes it");
		this.#close(marker.start, marker, isFirst);
		this.#direction = direction;
		this.#downBy = direction === "down" ? marker : null;
		this.#start = marker.end;
	}
	#block(marker) {
		if (marker.role === "begin") {
			if (this.#opening !== null) return this.#fault(marker, "stands within another one");
			this.#close(marker.start, marker, false);
			this.#opening = marker;
		} else {
			if (this.#opening === null) return this.#fault(marker, "has no beginning");
			this.#closeBlock(marker.start, this.#opening);
			this.#opening = null;
		}
		this.#start = marker.end;
	}
	/** A file is written for one tool. */
	#claim(marker) {
		this.#tool ??= marker.tool;
		if (this.#tool !== marker.tool) this.#fault(marker, `is of ${marker.tool}, and others in this file are of ${this.#tool}`);
	}
	/** @param by the marker that ends the part, `null` for the end of the file */
	#close(end, by, isFirst) {
		const span = {
			start: this.#start,
			end
		};
		const part = this.#split(span);
		const last = part.statements.at(-1);
		if (this.#direction === "down") {
			this.#downs.push(span);
			if (this.#downBy !== null && last !== void 0) this.#leftOut.push({
				start: this.#downBy.start,
				end: last.end,
				why: this.#quote(this.#downBy),
				kind: "part"
			});
			if (part.unterminated !== null) this.#unterminated ??= part.unterminated;
			return;
		}
		const [early] = part.statements;
		if (by !== null && isFirst && early !== void 0 && strictTools.includes(by.tool)) {
			const message = `This stands before ${this.#quote(by)}, the first marker: ${by.tool} would not run it.`;
			this.#faults.push({
				at: early,
				message
			});
		}
		if (by?.tool === "heading" && last !== void 0 && this.#isOpen(last, part, end)) this.#fault(by, "stands within a statement, or the statement before it has no end");
		this.#take(part);
	}
	/** What a tool would send in one piece. */
	#closeBlock(end, begin) {
		const part = this.#split({
			start: this.#start,
			end
		});
		const [first] = part.statements;
		const last = part.statements.at(-1);
		if (first === void 0 || last === void 0) return;
		if (first !== last && parseStatement(this.#masked, first, null, this.#quoting).kind !== "other") this.#fault(begin, "holds several statements");
		this.#take({
			...part,
			statements: [{
				start: first.start,
				end: last.end
			}]
		});
	}
	#take({ statements, comments, unterminated, brokenName }) {
		for (const statement of statements) this.#statements.push(statement);
		for (const comment of comments) this.#comments.push(comment);
		this.#unterminated ??= unterminated;
		this.#brokenName ??= brokenName;
	}
	#split({ start, end }) {
		const { statements, comments, unterminated, brokenName } = splitFile(this.#masked.slice(start, end), this.#quoting);
		const moved = (span) => ({
			...span,
			start: span.start + start,
			end: span.end + start
		});
		return {
			statements: statements.map(moved),
			comments: comments.map(moved),
			unterminated: unterminated === null ? null : moved(unterminated),
			brokenName: brokenName === null ? null : moved(brokenName)
		};
	}
	/** Whether nothing has ended the last statement of a part. */
	#isOpen({ end: from }, { comments }, end) {
		const behind = comments.filter(({ start }) => start >= from).map(({ start, end }) => ({
			start: start - from,
			end: end - from
		}));
		return blank(this.#masked.slice(from, end), behind).trim() === "";
	}
	#fault(marker, problem) {
		this.#faults.push({
			at: {
				start: marker.start,
				end: marker.end
			},
			message: `The marker ${this.#quote(marker)} ${problem}.`
		});
	}
	#quote({ start, end }) {
		const line = this.#text.slice(start, end).split("\n", 1)[0]?.trim() ?? "";
		return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
	}
};
/** A statement that a tool ends in its own way needs no delimiter. */
function withEnds(blanked, markers) {
	let ended = "";
	let from = 0;
	for (const { start } of markers.filter(({ role }) => role === "break")) {
		ended += `${blanked.slice(from, start)};`;
		from = start + 1;
	}
	return ended + blanked.slice(from);
}
/** The text with blanks in place of the spans; line breaks stay. */
function blank(text, spans) {
	if (spans.length === 0) return text;
	let blanked = "";
	let from = 0;
	for (const { start, end } of spans) {
		blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
		from = end;
	}
	return blanked + text.slice(from);
}

// src/sql/parser/script/parsed-file.ts
/** Each is read, judged and told about by itself, so that a file of short ones costs many times its length. */
const maxStatements = 1e4;
/**
* @param path with `/` between its parts; its name may say that the file undoes another one
* @param home the database that the statements are for; `null` if it is not known
*/
function parseFile(path, content, mode = usualMode, home = null) {
	const { text, statements: spans, leftOut, brokenName, ...script } = readScript(path, content, mode);
	if (spans.length > 1e4) return unparsedFile(path, tooMany(spans.length));
	const lines = new LineIndex(text);
	if (brokenName !== null) return {
		...unparsedFile(path, ""),
		text,
		lines,
		faults: [{
			at: brokenName,
			message: unshownName
		}]
	};
	const placeholders = placeholdersOf(path, content);
	const tokensOf = (span) => tokenize(text, span, mode.server, mode);
	const parsed = spans.map((span) => {
		const statement = parseStatement(text, span, mode.server, mode);
		return placeholders === null ? statement : refusePlaceholder(statement, text, placeholders, tokensOf);
	});
	const { statements, idle, lenient } = passOver(parsed, {
		text,
		mode,
		home,
		lineOf: ({ start }) => lines.at(start).line
	});
	const left = [...leftOut, ...together(idle, text, mode)];
	return {
		path,
		text,
		mode,
		statements,
		lines,
		...script,
		leftOut: left,
		lenient
	};
}
/** Those that follow each other are told as one. */
function together(idle, text, mode) {
	const parts = [];
	for (const { start, end, verb } of idle) {
		const last = parts.at(-1);
		const isNext = last !== void 0 && tokenize(text, {
			start: last.end,
			end: start
		}, mode.server, mode).length <= 1;
		if (isNext) parts.pop();
		const verbs = isNext ? last.verbs : /* @__PURE__ */ new Set();
		parts.push({
			start: isNext ? last.start : start,
			end,
			verbs: verbs.add(verb)
		});
	}
	return parts.map(({ start, end, verbs }) => ({
		start,
		end,
		why: [...verbs].join(", "),
		kind: "idle"
	}));
}
/**
* A file that cannot be read.
*
* @param message why, as a sentence
*/
function unparsedFile(path, message) {
	return {
		...parseFile(path, ""),
		faults: [{
			at: {
				start: 0,
				end: 0
			},
			message
		}]
	};
}
const unshownName = "A line break stands in this name, and no log can show it. Give it another name.";
function tooMany(count) {
	return `It holds ${count} statements, and a file of more than ${maxStatements} is not read. Split it into several files.`;
}
/** Which statement holds the span, from 1; `null` where none does. */
function ordinalAt({ statements }, span) {
	let low = 0;
	let high = statements.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((statements[middle]?.end ?? 0) < span.end) low = middle + 1;
		else high = middle;
	}
	const found = statements[low];
	return found !== void 0 && found.start <= span.start ? low + 1 : null;
}

// src/commands/statements/source.ts
/** @param root an absolute path */
function isThereIn(root) {
	return (path) => existsSync(resolve(root, path));
}
/** The texts that can be read at all. */
function textsOf(unread) {
	return "typed" in unread ? [unread.typed] : unread.files.flatMap((file) => "text" in file ? [file.text] : []);
}
/** @throws GhostshipError `usage` unless what was typed is exactly one statement */
function readSource(unread, { home }, mode) {
	if ("files" in unread) {
		const { files, isThere = (path) => files.some((file) => file.path === path), ...more } = unread;
		const strangers = strangersAmong(files.map(({ path }) => path));
		return {
			isTyped: false,
			files: files.map((file) => withOrder(readSourceFile(file, home, mode), strangers)),
			isThere,
			...more
		};
	}
	const parsed = parseFile(typedPath, unread.typed, mode, home);
	return {
		isTyped: true,
		files: [{
			path: null,
			parsed,
			statements: [singleStatement(parsed, home)],
			fault: null
		}],
		isThere: () => true
	};
}
function withOrder(file, strangers) {
	const why = strangers.get(file.path ?? "");
	if (why === void 0 || file.statements.length === 0) return file;
	const { leftOut } = file.parsed;
	return {
		...file,
		parsed: {
			...file.parsed,
			leftOut: [...leftOut, {
				start: 0,
				end: 0,
				why,
				kind: "order"
			}]
		}
	};
}
function readSourceFile(file, home, mode) {
	const { path } = file;
	if ("fault" in file) return {
		path,
		parsed: unparsedFile(path, file.fault.message),
		statements: [],
		fault: file.fault
	};
	const parsed = parseFile(path, file.text, mode, home);
	try {
		return {
			path,
			parsed,
			statements: statementsOf(parsed, home),
			fault: null
		};
	} catch (error) {
		return {
			path,
			parsed,
			statements: [],
			fault: toGhostshipError(error)
		};
	}
}

// src/commands/statements/ask-mode.ts
/** The mode that statements are written for, as far as it is known without a server. */
function modeOf({ values }) {
	return readingMode(values["sql-mode"]);
}
/**
* The same as the server has it: a person's session begins with its global sql_mode. The server is asked only where its answer
* matters.
*
* @param database `null` where there is none to ask
*/
async function askMode(unread, settings, database) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (database === null || textsOf(unread).every(readsTheSame)) return modeOf(settings);
		const [{ connect }, { askServer }] = await Promise.all([import("./mysql/session.entry.js"), import("./mysql/server.entry.js")]);
		const { sqlMode, nameCase, flavor, version } = await askServer(_usingCtx$1.a(await connect(database, "asking how it reads statements")));
		return readingMode(sqlMode.split(","), nameCase.same("a", "A"), {
			flavor,
			version
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { ordinalAt as a, readSource as i, modeOf as n, parseFile as o, isThereIn as r, askMode as t };