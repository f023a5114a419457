import { r as __name } from "./rolldown-runtime.js";
import { n as reasonOf, o as onAbort, r as sleep, t as nowMs } from "./support/clock.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "./support/errors.js";
import { m as isServerError } from "./mysql/server-errors.js";
import { n as tablesInTokens, t as parseStatement } from "./sql.js";
import { n as tokenize } from "./sql/parser/tokens.js";
import { t as TokenCursor } from "./sql/parser/token-cursor.js";
import { s as tableName } from "./sql/sql.js";
import { t as _usingCtx } from "./usingCtx.js";
import { C as showMasterStatus, N as takeSnapshot, O as showSnapshot, b as showBinlogStatus, i as selectCollations, o as selectExecuted } from "./sql/inspect.js";
import { a as dismissAborts } from "./sql/changelog.js";
import { n as readStatusRow, t as connectionsOn } from "./engine/run/status-row.js";
import { g as setLockWait, m as sentryComment, y as unlockTables } from "./sql/cutover.js";
import { t as ourMark } from "./sql/marker.js";
import { a as ordinary, p as streaming, t as askForHeartbeats } from "./sql/session-settings.js";
import { n as connectDriver, r as connectionsTo } from "./mysql/session.js";
import { t as findProcess } from "./mysql/find-process.js";
import { n as endConnection, r as hasRestartedSince } from "./mysql/end-connection.js";
import { r as dropTriggers } from "./engine/relations/triggers.js";
import { _ as lockTable, g as dropTrigger } from "./mysql/inspect-table.js";
import { f as dropTable } from "./sql/ghost.js";
import { t as digest } from "./support/digest.js";
import { H as refuseNames, I as padded, R as temporalLiteral, V as refuseLeftovers, d as ownGhost, f as readComments, j as bytesLiteral, n as commentsOf, u as forgetSwap } from "./engine/tables/ghost.js";
import { a as readSwapRecord } from "./engine/run/swap-sight.js";
import { r as rollback } from "./sql/data.js";
import { n as dropOwnForeignKeys } from "./engine/relations/foreign-keys.js";
import { a as refuseTakenFromRevert } from "./engine/resume/describe-way-back.js";
import { s as takeRun } from "./engine/resume/checkpoint.js";
import { t as Doorbell } from "./support/doorbell.js";
import { t as inUsualQuotes } from "./sql/parser/usual-quotes.js";
import { t as decompress$1 } from "../packages/fzstd.js";
import { t as ZongJi } from "../packages/vlasky-zongji.js";
import { randomInt } from "node:crypto";
import * as zlib from "node:zlib";
import { inflateSync } from "node:zlib";

// src/binlog/position.ts
/** The dump command has 32 bits for the offset. */
const maxOffset = 2 ** 32 - 1;
/**
* The end of the binlog now.
* @throws GhostshipError `binlog-not-usable`
*/
async function currentPosition(session, flavor) {
	const row = (flavor === "mariadb" ? await session.rows(showMasterStatus) : await session.rows(showBinlogStatus).catch((error) => {
		if (isServerError(error, "ER_PARSE_ERROR")) return session.rows(showMasterStatus);
		throw error;
	}))[0];
	if (row === void 0) throw new GhostshipError("binlog-not-usable", "The server has no binary log.", { hint: "Start the server with log_bin and binlog_format=ROW." });
	return position({
		file: String(row.File),
		offset: Number(row.Position),
		gtids: String(row.Executed_Gtid_Set ?? "").replaceAll(/\s/gu, "")
	});
}
/**
* Behind what readers see, and before what they may not see yet, though it may be in the log. A stream that begins there delivers
* all that is not visible.
*
* @throws GhostshipError `binlog-not-usable`
*/
async function visiblePosition(session, flavor) {
	if (flavor === "mariadb") {
		await session.run(takeSnapshot);
		const rows = await session.rows(showSnapshot);
		await session.run(rollback);
		const value = (name) => String(rows.find((row) => String(row.Variable_name).toLowerCase() === name)?.Value ?? "");
		return filePosition(value("binlog_snapshot_file"), Number(value("binlog_snapshot_position")));
	}
	const [row] = await session.rows(selectExecuted);
	const gtids = String(row?.executed ?? "").replaceAll(/\s/gu, "");
	if (gtids !== "") return { gtids };
	throw new GhostshipError("binlog-not-usable", "gtid_executed is empty: the server has applied nothing yet.", { hint: "Run this again when the replica has applied something of its source." });
}
/** Whether a stream that has read everything before one position has read everything before another, too. */
function hasReached(read, wanted) {
	if (read === null) return false;
	const [at, to] = [read, wanted].map((one) => one);
	const [file, wantedFile] = [fileNumber(at), fileNumber(to)];
	return file > wantedFile || file === wantedFile && at.offset >= to.offset;
}
function filePosition(file, offset) {
	return position({
		file,
		offset,
		gtids: ""
	});
}
/** `binlog.000012`: both servers count the files. */
function fileNumber({ file }) {
	return Number(/\d+$/u.exec(file)?.[0]);
}
/** Whether a stream can be asked for from there by file and offset. */
function canStartAt(from) {
	return from.offset <= maxOffset;
}
/** What the client library wants to hear. */
function startOptions(from) {
	const parts = from;
	if (!("file" in parts)) return { gtidSet: parts.gtids };
	const { file, offset, gtids } = parts;
	if (offset <= maxOffset) return {
		filename: file,
		position: offset
	};
	if (gtids !== "") return { gtidSet: gtids };
	throw new GhostshipError("binlog-not-usable", `The server writes at byte ${offset} of ${file}, beyond what a replica can ask for.`, { hint: "Run FLUSH BINARY LOGS (a transaction had made the file larger than 4 GiB), then run this again." });
}
function position(parts) {
	return parts;
}

// src/engine/cutover/swap-witness.ts
/** The swap comes to the binlog within moments. After this time it is not waited for any more. */
const timeoutMs = 5e3;
/**
* Asks the binlog whether anything was written to the original between the last change that was applied and the swap. The
* lock should prevent that. But if a server gives the lock to somebody else before the RENAME, this shows it. On MariaDB that
* can happen when a backup asks for its lock in the very moment of UNLOCK, and the process dies before it can stop the RENAME.
*/
var SwapWitness = class {
	#stream;
	#names;
	#appliedChanges = 0;
	constructor(stream, names) {
		this.#stream = stream;
		this.#names = names;
	}
	/** Call it under the lock, when every change that was committed before has been delivered. */
	markLastChange() {
		this.#appliedChanges = this.#stream.changeCount;
	}
	/**
	* Call it after the swap. It has a time limit of its own and no signal: a person who stops a migration while the tables are
	* swapped needs this answer most.
	*
	* @returns whether the stream could be read up to the swap
	* @throws GhostshipError `rows-differ` where the retired table has changes that the altered table lacks
	*/
	async confirm() {
		const atSwap = await this.#stream.changesAtSwap(AbortSignal.timeout(timeoutMs)).catch(() => null);
		if (atSwap === null) return false;
		if (atSwap > this.#appliedChanges) throw changesLost(this.#names, atSwap - this.#appliedChanges);
		return true;
	}
};
/** The altered table lacks changes that were written between the last one applied and the swap. */
function changesLost({ original, retired }, count) {
	return new GhostshipError("rows-differ", `${count} changes of ${original.name} were written in the moment of the swap and are only in ${retired.name}.`, {
		hint: `${original.name} is the altered table, and ${retired.name} the table as it was, with these changes. Compare the two by their key and bring over what differs before you drop ${retired.name}. Do not let a backup begin while a migration cuts over.`,
		tableState: "changed"
	});
}

// src/binlog/built-in-functions.ts
/**
* Whether both servers have a function of this name built in. Without a schema before its name it is never a stored one (MySQL
* manual, "Function Name Parsing and Resolution"; MariaDB Knowledge Base, "Stored Function Overview").
*
* @param name in upper case; empty for a quoted name
*/
function isBuiltIn(name) {
	return functions.has(name);
}
/** Whether a parenthesis may follow this word though it calls nothing. Both servers reserve it, so no function has the name. */
function isReservedBeforeParenthesis(word) {
	return reserved.has(word);
}
const reserved = words(`
  ALL AND AS BETWEEN BY CASE DISTINCT DIV ELSE EXCEPT EXISTS FROM HAVING IN INDEX INTERSECT INTO IS JOIN KEY LIKE NOT ON OR OVER
  PARTITION PRIMARY REGEXP RLIKE SELECT SET TABLE THEN UNION UNIQUE UPDATE USING VALUES WHEN WHERE XOR
  BIGINT CHAR DECIMAL DOUBLE FLOAT INT INTEGER MEDIUMINT NUMERIC SMALLINT TINYINT VARBINARY VARCHAR`);
const functions = words(`
  ABS ACOS ADDDATE ADDTIME AES_DECRYPT AES_ENCRYPT ASCII ASIN ATAN ATAN2 AVG BENCHMARK BIN BIT_AND BIT_COUNT BIT_LENGTH BIT_OR
  BIT_XOR CAST CEIL CEILING CHARACTER_LENGTH CHARSET CHAR_LENGTH COALESCE COERCIBILITY COLLATION COMPRESS CONCAT CONCAT_WS
  CONNECTION_ID CONV CONVERT CONVERT_TZ COS COT COUNT CRC32 CUME_DIST CURDATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP
  CURRENT_USER CURTIME DATABASE DATE DATEDIFF DATE_ADD DATE_FORMAT DATE_SUB DAY DAYNAME DAYOFMONTH DAYOFWEEK DAYOFYEAR DEFAULT
  DEGREES DENSE_RANK ELT EXP EXPORT_SET EXTRACT EXTRACTVALUE FIELD FIND_IN_SET FIRST_VALUE FLOOR FORMAT FOUND_ROWS FROM_BASE64
  FROM_DAYS FROM_UNIXTIME GET_FORMAT GET_LOCK GREATEST GROUP_CONCAT HEX HOUR IF IFNULL INET6_ATON INET6_NTOA INET_ATON
  INET_NTOA INSERT INSTR INTERVAL IS_FREE_LOCK IS_IPV4 IS_IPV6 IS_USED_LOCK JSON_ARRAY JSON_ARRAYAGG JSON_ARRAY_APPEND
  JSON_ARRAY_INSERT JSON_CONTAINS JSON_CONTAINS_PATH JSON_DEPTH JSON_EXTRACT JSON_INSERT JSON_KEYS JSON_LENGTH JSON_MERGE
  JSON_MERGE_PATCH JSON_MERGE_PRESERVE JSON_OBJECT JSON_OBJECTAGG JSON_OVERLAPS JSON_QUOTE JSON_REMOVE JSON_REPLACE
  JSON_SEARCH JSON_SET JSON_TYPE JSON_UNQUOTE JSON_VALID JSON_VALUE LAG LAST_DAY LAST_INSERT_ID LAST_VALUE LCASE LEAD LEAST
  LEFT LENGTH LN LOCALTIME LOCALTIMESTAMP LOCATE LOG LOG10 LOG2 LOWER LPAD LTRIM MAKEDATE MAKETIME MAKE_SET MAX MICROSECOND
  MID MIN MINUTE MOD MONTH MONTHNAME NOW NTH_VALUE NTILE NULLIF OCT OCTET_LENGTH ORD PERCENT_RANK PERIOD_ADD PERIOD_DIFF PI
  POSITION POW POWER QUARTER QUOTE RADIANS RAND RANDOM_BYTES RANK REGEXP_INSTR REGEXP_REPLACE REGEXP_SUBSTR RELEASE_LOCK
  REPEAT REPLACE REVERSE RIGHT ROUND ROW_COUNT ROW_NUMBER RPAD RTRIM SCHEMA SECOND SEC_TO_TIME SESSION_USER SHA2 SIGN SIN
  SLEEP SOUNDEX SPACE SQRT STD STDDEV STDDEV_POP STDDEV_SAMP STRCMP STR_TO_DATE SUBDATE SUBSTR SUBSTRING SUBSTRING_INDEX
  SUBTIME SUM SYSDATE SYSTEM_USER TAN TIME TIMEDIFF TIMESTAMP TIMESTAMPADD TIMESTAMPDIFF TIME_FORMAT TIME_TO_SEC TO_BASE64
  TO_DAYS TO_SECONDS TRIM TRUNCATE UCASE UNCOMPRESS UNCOMPRESSED_LENGTH UNHEX UNIX_TIMESTAMP UPDATEXML UPPER USER UTC_DATE
  UTC_TIME UTC_TIMESTAMP UUID UUID_SHORT VARIANCE VAR_POP VAR_SAMP VERSION WEEK WEEKDAY WEEKOFYEAR WEIGHT_STRING YEAR YEARWEEK`);
function words(list) {
	return new Set(list.trim().split(/\s+/u));
}

// src/binlog/statement-reach.ts
/**
* Everything that a statement which writes rows names, with the tables that it only reads: a view of those may call a function.
*
* @param tokens of the whole statement
* @param schema the default schema of the session that ran it
* @returns `null` where that cannot be told for sure
*/
function readReach(statement, text, tokens, schema) {
	if (/\/\*M?!/u.test(text)) return null;
	const references = referencesOf(statement, tokens);
	if (references === null) return null;
	const created = statement.kind === "create-table" ? [statement.table] : [];
	const ends = new Set([...references, ...created].map(({ end }) => end));
	return {
		tables: references.map((table) => ({
			schema: table.schema ?? schema,
			name: table.name
		})),
		functions: calledFunctions(tokens, ends)
	};
}
function referencesOf(statement, tokens) {
	if (statement.kind === "data") return statement.tables;
	const rest = tokens.slice(1);
	if (statement.kind === "create-table") {
		const query = tokens.findIndex(({ keyword }) => keyword === "SELECT");
		return query < 0 ? null : tablesInTokens("SELECT", tokens.slice(query));
	}
	switch (tokens[0]?.keyword ?? "") {
		case "REPLACE": return tablesInTokens("INSERT", rest);
		case "SELECT": return tablesInTokens("SELECT", tokens);
		case "DO": return rest.some(({ keyword }) => keyword === "SELECT") ? null : [];
		case "LOAD": return loadedTable(rest);
		default: return null;
	}
}
/** `LOAD DATA … INTO TABLE t …`, without a query in its SET. */
function loadedTable(tokens) {
	const at = tokens.findIndex(({ keyword }, index) => keyword === "INTO" && tokens[index + 1]?.keyword === "TABLE");
	const table = at < 0 ? null : new TokenCursor(tokens.slice(at + 2)).tableName();
	return table === null || tokens.some(({ keyword }) => keyword === "SELECT") ? null : [table];
}
/** A server looks for a stored function where it has none of that name built in. Some of its own it only knows without a blank. */
function calledFunctions(tokens, ends) {
	return tokens.flatMap((name, at) => {
		const parenthesis = tokens[at + 1];
		if (parenthesis?.keyword !== "(" || name.kind !== "word" && name.kind !== "identifier") return [];
		if (ends.has(name.end) || isReservedBeforeParenthesis(name.keyword)) return [];
		return parenthesis.start === name.end && isBuiltIn(name.keyword) ? [] : [name.text];
	});
}

// src/binlog/statement-event.ts
/**
* Reads a statement the way it is logged: comments and all. Whatever mentions the table and is not known to change no
* rows is taken to change them, because stopping a migration costs time and missing a change costs rows; definitions are
* recognised by the table they name, because other tables have columns and indexes of the same name.
*
* A statement that does not mention it may change it all the same: through a view, a stored function, or a trigger of another
* table. It is handed on with all that it names.
*
* @param schema the default schema of the session that ran it
*/
function readStatement(text, schema, watched, nameCase) {
	const same = (left, right) => nameCase.same(left, right);
	if (text === "BEGIN" || text === "COMMIT") return nothing$1;
	const tokens = behindSetStatement(tokenize(text, {
		start: 0,
		end: text.length
	}, null));
	const [first, second, third] = tokens;
	if (first === void 0) return nothing$1;
	if (first.keyword === "XA") return readXa(second?.keyword ?? "", text.slice(third?.start ?? text.length));
	const touching = (table, what) => table === void 0 ? nothing$1 : {
		kind: "touches",
		table,
		what
	};
	const named = (names) => watched.find((table) => names.some((name) => isOf(name, table, schema, same)));
	/** Whom a new foreign key refers to; its name alone means one beside the child. */
	const parentOf = (child) => watched.find((table) => refersTo(tokens, table, child.schema ?? schema, same));
	const statement = parseStatement(text, {
		start: first.start,
		end: text.length
	});
	const mentioned = watched.find((table) => mayWrite(table, statement, {
		text,
		tokens,
		schema,
		same
	}));
	const touched = touchedBy(statement);
	return touched.kind === "nothing" ? readUnnamed(statement, text, tokens, schema) : touched;
	function touchedBy(statement) {
		switch (statement.kind) {
			case "alter-table": return touching(named([statement.table, ...partitionTables(statement)]) ?? parentOf(statement.table), "definition");
			case "truncate-table": return touching(named([statement.table]), "definition");
			case "create-table":
				if (statement.temporary) return nothing$1;
				return touching((statement.replaces ? named([statement.table]) : void 0) ?? parentOf(statement.table), "definition");
			case "drop-table": return statement.temporary ? nothing$1 : touching(named(statement.tables), "definition");
			case "rename-table": return touching(named(statement.renames.flatMap(({ from, to }) => [from, to])), "definition");
			case "drop-database": return touching(watched.find((table) => same(statement.name.text, table.schema)), "definition");
			case "data": return touching(mentioned, "rows");
			case "other":
				if (statement.verb === "CREATE TRIGGER") return touching(named(triggeredTable(tokens)), "definition");
				if (otherDefinitions.some((verb) => statement.verb.startsWith(verb))) return touching(mentioned, "definition");
				return changesNoRows(tokens) ? nothing$1 : touching(mentioned, "rows");
		}
	}
}
/** INSERT and REPLACE write the table that they name first, and read what else they name, though that may lead somewhere. */
function mayWrite(table, statement, { text, tokens, schema, same }) {
	const written = ["INSERT", "REPLACE"].includes(tokens[0]?.keyword ?? "") ? readReach(statement, text, tokens, schema)?.tables[0] : void 0;
	return written === void 0 ? mentions(tokens, table, schema, same) : isOf(written, table, schema, same);
}
/** What is no matter by the names in it. */
function readUnnamed(statement, text, tokens, schema) {
	const mayReach = () => ({
		kind: "may-reach",
		reach: readReach(statement, text, tokens, schema)
	});
	const defines = (adds, tables) => ({
		kind: "defines",
		adds,
		removes: true,
		tables: tables.map((table) => ({
			schema: table.schema ?? schema,
			name: table.name
		}))
	});
	switch (statement.kind) {
		case "data": return mayReach();
		case "truncate-table": return nothing$1;
		case "create-table":
			if (statement.selects) return statement.replaces ? {
				kind: "may-reach",
				reach: null
			} : mayReach();
			return statement.replaces && !statement.temporary ? defines(false, [statement.table]) : nothing$1;
		case "drop-table": return statement.temporary ? nothing$1 : defines(false, statement.tables);
		case "alter-table": return tokens.some(({ keyword }) => changesWays.has(keyword)) ? defines(true, [statement.table]) : nothing$1;
		case "rename-table": return defines(true, statement.renames.flatMap(({ from, to }) => [from, to]));
		case "drop-database": return {
			kind: "defines",
			adds: false,
			removes: true,
			tables: null
		};
		case "other":
			if (!changesNoRows(tokens)) return rewrites.has(tokens[0]?.keyword ?? "") ? nothing$1 : mayReach();
			if (!isDefinition(statement.verb)) return nothing$1;
			return {
				kind: "defines",
				adds: tokens[0]?.keyword !== "DROP",
				removes: !/^CREATE (?!OR\b)/u.test(headOf(tokens)),
				tables: null
			};
	}
}
/** Triggers go with the name of a table, and foreign keys change rows with those of another one. */
const changesWays = /* @__PURE__ */ new Set([
	"RENAME",
	"REFERENCES",
	"FOREIGN",
	"CONSTRAINT"
]);
/** They write a table anew, with the rows that it has. */
const rewrites = /* @__PURE__ */ new Set(["OPTIMIZE", "REPAIR"]);
/** No statement that writes rows goes through one of these. */
const besides = new Set("EVENT INDEX INSTANCE ROLE SEQUENCE SERVER TABLESPACE UNDO USER".split(" "));
function isDefinition(verb) {
	const [action = "", object = ""] = verb.split(" ");
	return [
		"ALTER",
		"CREATE",
		"DROP",
		"RENAME"
	].includes(action) && !besides.has(object);
}
function headOf(tokens) {
	return tokens.slice(0, 2).map(({ keyword }) => keyword).join(" ");
}
const nothing$1 = { kind: "nothing" };
/** What else is logged and changes no row of a table that was there before. */
const rowlessVerbs = new Set("ALTER BEGIN COMMIT CREATE DROP FLUSH GRANT INSTALL RELEASE RENAME REVOKE ROLLBACK SAVEPOINT SET START UNINSTALL".split(" "));
/** MariaDB's ANALYZE in front of a statement runs it. */
function changesNoRows([first, second]) {
	if (first?.keyword === "ANALYZE") return ["TABLE", "TABLES"].includes(second?.keyword ?? "");
	return rowlessVerbs.has(first?.keyword ?? "");
}
/** They write the tables anew that they name. */
const otherDefinitions = ["OPTIMIZE", "REPAIR"];
/** EXCHANGE PARTITION and CONVERT name a second table behind the clause. */
function partitionTables({ clauses }) {
	return clauses.flatMap((clause) => clause.kind === "partition" && clause.table !== null ? [clause.table] : []);
}
/** The table that a trigger is of, which would be lost with the old table. Its body may name any others. */
function triggeredTable(tokens) {
	const cursor = new TokenCursor(tokens);
	for (const word of ["TRIGGER", "ON"]) while (!cursor.done && !cursor.take(word)) cursor.next();
	const table = cursor.tableName();
	return table === null ? [] : [table];
}
/** MariaDB: `SET STATEMENT variable = value FOR statement`. */
function behindSetStatement(tokens) {
	if (tokens[0]?.keyword !== "SET" || tokens[1]?.keyword !== "STATEMENT") return tokens;
	return tokens.slice(tokens.findIndex((token) => token.keyword === "FOR") + 1);
}
/** The name of an XA transaction, however an event spells it. */
function writeXid(global, branch, formatId) {
	return [
		Buffer.from(global).toString("hex"),
		Buffer.from(branch).toString("hex"),
		formatId
	].join(",");
}
function readXa(verb, rest) {
	const [, global = "", branch = "", formatId = 0] = /X'([0-9a-f]*)'\s*,\s*X'([0-9a-f]*)'\s*,\s*(\d+)/iu.exec(rest) ?? [];
	const xid = writeXid(Buffer.from(global, "hex"), Buffer.from(branch, "hex"), Number(formatId));
	switch (verb) {
		case "COMMIT": return {
			kind: "xa-commit",
			xid
		};
		case "ROLLBACK": return {
			kind: "xa-rollback",
			xid
		};
		case "START":
		case "BEGIN": return { kind: "xa-start" };
		default: return nothing$1;
	}
}
/** @param schema what names without a schema belong to */
function mentions(tokens, table, schema, same = sameInAnyCase) {
	return tokens.some((token, at) => {
		if (token.kind !== "word" && token.kind !== "identifier") return false;
		const qualifier = tokens[at - 1]?.text === "." ? tokens[at - 2]?.text : void 0;
		return same(token.text, table.name) && same(qualifier ?? schema, table.schema);
	});
}
/** The schemas of what the statement may name: the one of its session, and whatever stands before a dot or after DATABASE. */
function schemasIn(text, schema) {
	const tokens = tokenize(text, {
		start: 0,
		end: text.length
	}, null);
	const schemas = [schema, ...tokens.filter((_, at) => tokens[at + 1]?.text === "." || [
		"DATABASE",
		"SCHEMA",
		"EXISTS"
	].includes(tokens[at - 1]?.keyword ?? "")).map(({ text: name }) => name)].filter((name) => name !== "");
	return new Set(schemas.map((name) => name.toLowerCase()));
}
function refersTo(tokens, table, schema, same) {
	return tokens.some((token, at) => {
		if (token.keyword !== "REFERENCES") return false;
		const [first, dot, second] = tokens.slice(at + 1, at + 4);
		const parent = dot?.text === "." ? {
			schema: first?.text,
			name: second?.text
		} : {
			schema,
			name: first?.text
		};
		return same(parent.name ?? "", table.name) && same(parent.schema ?? "", table.schema);
	});
}
/** @param schema what a name without a schema belongs to */
function isOf(name, table, schema, same) {
	return same(name.name, table.name) && same(name.schema ?? schema, table.schema);
}
/** For names of whatever kind: a stop too many does no harm. */
function sameInAnyCase(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}

// src/binlog/binlog-event.ts
const headerBytes = 19;
/** `LOG_EVENT_IGNORABLE_F`; MariaDB has the same. */
const ignorable = 128;
/** `LOG_EVENT_ARTIFICIAL_F`: it stands in no file. */
const artificial = 32;
/**
* Layout as in MySQL Internals, "Binlog Event Header": time, type, server, length, position and flags.
*
* @param bytes the event with its header, without its checksum
* @throws RangeError where there is no whole header
*/
function splitEvent(bytes) {
	if (bytes.length < 19) throw new RangeError("a binlog event is shorter than its header");
	return {
		type: typeOf(bytes),
		isIgnorable: (flagsIn(bytes) & ignorable) !== 0,
		body: bytes.subarray(19)
	};
}
/** @returns 0, which is no event's, where the bytes end before it */
function typeOf(bytes) {
	return bytes[4] ?? 0;
}
/** Where it ends in its file, in 32 bits; 0 for one that the server has made up for the reader. */
function positionIn(bytes) {
	return bytes.readUInt32LE(13);
}
/** Of a rotate event. */
function nextFile(bytes) {
	return {
		file: bytes.subarray(27).toString("utf8"),
		offset: Number(bytes.readBigUInt64LE(19))
	};
}
/** Whether the server has made it up for the reader. */
function isArtificial(bytes) {
	return positionIn(bytes) === 0 || (flagsIn(bytes) & artificial) !== 0;
}
function flagsIn(bytes) {
	return bytes.readUInt16LE(17);
}

// src/binlog/carried-triggers.ts
/**
* Behind the swap that made the table its triggers were given their own names: each was dropped by the name that it had on the ghost,
* and made anew. What a server keeps of a trigger is its statement, which therefore has no mark of ours; the one before it has.
*/
var CarriedTriggers = class {
	#schema;
	/** Own names, by the name on the ghost. */
	#names;
	/** Names on the ghost of those that were dropped and not made yet. */
	#dropped = /* @__PURE__ */ new Set();
	constructor(schema, names) {
		this.#schema = schema;
		this.#names = names;
	}
	/** @param text of a statement of ours */
	readOwn(text) {
		if (!text.startsWith(`DROP TRIGGER IF EXISTS ${"/* by Ghostship */"}`)) return;
		for (const name of this.#names.keys()) if (text.startsWith(dropTrigger(this.#schema, name).text)) this.#dropped.add(name);
	}
	/** Whether a statement makes one of them that was just dropped. A trigger that is refused its own name gets the other one back. */
	isMade(text) {
		if (this.#dropped.size === 0) return false;
		const cursor = new TokenCursor(tokenize(text, {
			start: 0,
			end: text.length
		}, null));
		if (!cursor.take("CREATE")) return false;
		while (!cursor.done && !cursor.take("TRIGGER")) cursor.next();
		const made = cursor.tableName()?.name;
		const dropped = [...this.#dropped].find((name) => name === made || this.#names.get(name) === made);
		return dropped !== void 0 && this.#dropped.delete(dropped);
	}
};

// src/binlog/event-types.ts
/**
* Numbers of the binlog events that are read, beside those with rows (MySQL Internals, "Binlog Event Type"; MariaDB
* Knowledge Base, "Replication Protocol").
*/
const eventTypes = {
	query: 2,
	rotate: 4,
	formatDescription: 15,
	/** LOAD DATA of a session with `binlog_format=STATEMENT`. */
	executeLoadQuery: 18,
	tableMap: 19,
	incident: 26,
	/** The server has nothing to send; it says how far it is. */
	heartbeat: 27,
	gtid: 33,
	anonymousGtid: 34,
	xaPrepare: 38,
	transactionPayload: 40,
	/** MySQL since 8.4. */
	taggedGtid: 42,
	mariadbGtid: 162,
	/** MariaDB's `log_bin_compress`. */
	compressedQuery: 165
};
const kind = (what, hasExtraData, isCompressed = false, isPartial = false) => ({
	hasExtraData,
	isUpdate: what === "update",
	isDelete: what === "delete",
	isCompressed,
	isPartial
});
const rowsEvents = /* @__PURE__ */ new Map([
	[23, kind("insert", false)],
	[24, kind("update", false)],
	[25, kind("delete", false)],
	[30, kind("insert", true)],
	[31, kind("update", true)],
	[32, kind("delete", true)],
	[39, kind("update", true, false, true)],
	[166, kind("insert", false, true)],
	[167, kind("update", false, true)],
	[168, kind("delete", false, true)],
	[169, kind("insert", true, true)],
	[170, kind("update", true, true)],
	[171, kind("delete", true, true)]
]);
function rowsEventKind(type) {
	return rowsEvents.get(type);
}

// src/binlog/harmless-events.ts
/**
* Events that say nothing of a change of rows, with the reason for each. An event that is neither here nor read stops the
* migration, because it may be a change that is not understood. Numbers and meanings are those of MySQL Internals,
* "Binlog Event Type", and of the MariaDB Knowledge Base, "Replication Protocol".
*/
function isHarmless(type) {
	return harmless.has(type);
}
/** @returns the number, and the name where it is known */
function describeType(type) {
	const name = unread.get(type);
	return name === void 0 ? `${type}` : `${type} (${name})`;
}
const harmless = /* @__PURE__ */ new Map([
	[3, "STOP: the server was stopped; it goes on in another file"],
	[4, "ROTATE: another file comes next; its bytes follow by themselves"],
	[5, "INTVAR: a value for the statement behind it, which is read"],
	[9, "APPEND_BLOCK: a piece of the file that the LOAD DATA behind it loads, which is read"],
	[11, "DELETE_FILE: the file is not loaded after all"],
	[13, "RAND: a value for the statement behind it, which is read"],
	[14, "USER_VAR: a value for the statement behind it, which is read"],
	[15, "FORMAT_DESCRIPTION: how the file is written; what matters of it, the checksum, is read with the packet"],
	[16, "XID: the commit of changes that have been read"],
	[17, "BEGIN_LOAD_QUERY: the first piece of a file, as APPEND_BLOCK"],
	[27, "HEARTBEAT: the server has nothing to send"],
	[29, "ROWS_QUERY: the text of a statement whose rows follow"],
	[33, "GTID: the name of the transaction behind it"],
	[34, "ANONYMOUS_GTID: a transaction without a name follows"],
	[35, "PREVIOUS_GTIDS: the names of transactions in earlier files"],
	[36, "TRANSACTION_CONTEXT: what a replication group compares to find conflicts; the changes are events of their own"],
	[37, "VIEW_CHANGE: who is in the replication group now"],
	[41, "HEARTBEAT_V2: as HEARTBEAT"],
	[42, "GTID_TAGGED: as GTID"],
	[160, "MariaDB, ANNOTATE_ROWS: the text of a statement whose rows follow"],
	[161, "MariaDB, BINLOG_CHECKPOINT: from which file on the server would recover"],
	[163, "MariaDB, GTID_LIST: the names of transactions in earlier files"],
	[164, "MariaDB, START_ENCRYPTION: how the file is encrypted; the server decrypts what it sends"]
]);
/** Names of events that are known and not read: for messages only. */
const unread = /* @__PURE__ */ new Map([
	[0, "UNKNOWN"],
	[1, "START_V3"],
	[6, "LOAD"],
	[8, "CREATE_FILE"],
	[10, "EXEC_LOAD"],
	[12, "NEW_LOAD"],
	[7, "SLAVE"],
	[20, "PRE_GA_WRITE_ROWS"],
	[21, "PRE_GA_UPDATE_ROWS"],
	[22, "PRE_GA_DELETE_ROWS"],
	[28, "IGNORABLE"],
	[172, "PARTIAL_ROW_DATA"]
]);

// src/binlog/byte-reader.ts
/** Walks over bytes from front to back. Integers are little-endian, as everywhere in the protocol. */
var ByteReader = class {
	offset = 0;
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	get atEnd() {
		return this.offset >= this.#bytes.length;
	}
	get length() {
		return this.#bytes.length;
	}
	/** @param size 1 to 6 bytes */
	uint(size) {
		const value = this.#bytes.readUIntLE(this.offset, size);
		this.offset += size;
		return value;
	}
	/** Length-encoded integer; the row format never needs more than 2^53. */
	lengthEncoded() {
		const first = this.uint(1);
		if (first < 251) return first;
		if (first === 252) return this.uint(2);
		if (first === 253) return this.uint(3);
		const value = this.#bytes.readBigUInt64LE(this.offset);
		this.offset += 8;
		return Number(value);
	}
	/** A view, not a copy. */
	take(size) {
		if (this.offset + size > this.#bytes.length) throw new RangeError("a binlog event is shorter than it says");
		const bytes = this.#bytes.subarray(this.offset, this.offset + size);
		this.offset += size;
		return bytes;
	}
	skip(size) {
		if (this.offset + size > this.#bytes.length) throw new RangeError("a binlog event is shorter than it says");
		this.offset += size;
	}
	rest() {
		return this.take(this.#bytes.length - this.offset);
	}
};

// src/binlog/payload.ts
/** Where a compressed transaction keeps its fields (MySQL Internals, "Transaction_payload_event"). */
const fields = {
	end: 0,
	compression: 2
};
const compressions = {
	zstd: 0,
	none: 255
};
/**
* @returns the events in it, with their headers; they carry no checksums
* @throws RangeError where it cannot be decompressed, or does not add up
*/
function readPayload(body) {
	const reader = new ByteReader(body);
	let compression = compressions.zstd;
	for (let field = reader.lengthEncoded(); field !== fields.end; field = reader.lengthEncoded()) {
		const value = new ByteReader(reader.take(reader.lengthEncoded()));
		if (field === fields.compression) compression = value.lengthEncoded();
	}
	return splitEvents(decompress(reader.rest(), compression));
}
function decompress(bytes, compression) {
	switch (compression) {
		case compressions.none: return bytes;
		case compressions.zstd: return inflateZstd(bytes);
		default: throw new RangeError(`a transaction compressed in a way (${compression}) that is not known`);
	}
}
function inflateZstd(bytes) {
	try {
		const inflated = typeof zlib.zstdDecompressSync === "function" ? zlib.zstdDecompressSync(bytes) : decompress$1(bytes);
		return Buffer.from(inflated.buffer, inflated.byteOffset, inflated.byteLength);
	} catch (error) {
		throw new RangeError(`a compressed transaction that cannot be decompressed (${String(error)})`);
	}
}
function splitEvents(bytes) {
	const events = [];
	for (let start = 0; start < bytes.length;) {
		const length = bytes.readUInt32LE(start + 9);
		if (length < 19 || start + length > bytes.length) throw new RangeError("a compressed transaction does not add up");
		events.push(bytes.subarray(start, start + length));
		start += length;
	}
	return events;
}

// src/binlog/inflate.ts
/**
* What MariaDB compresses: a byte that says how many bytes hold the length, the length, then zlib.
* @throws RangeError where it cannot be decompressed
*/
function inflate(bytes) {
	const lengthBytes = (bytes[0] ?? 0) & 7;
	try {
		return inflateSync(bytes.subarray(1 + lengthBytes));
	} catch (error) {
		throw new RangeError(`what is compressed in it cannot be decompressed (${String(error)})`);
	}
}

// src/binlog/query-event.ts
/**
* Layout as in MySQL Internals, "Query_event"; the same in MariaDB.
*
* @param body the event without header and checksum
* @throws RangeError where the bytes do not add up
*/
function readQuery(body, isCompressed) {
	const reader = new ByteReader(body);
	return readBehind(reader, readLengths(reader), isCompressed ? inflate : (text) => text);
}
/**
* Layout as in MySQL Internals, "Execute_load_query_event"; the same in MariaDB: between the lengths and the rest of a
* query stand the number of the file, where the text names it, and what to do with duplicates.
*
* @param body the event without header and checksum
* @throws RangeError where the bytes do not add up
*/
function readLoadQuery(body) {
	const reader = new ByteReader(body);
	const lengths = readLengths(reader);
	reader.skip(4);
	const [nameStart, nameEnd] = [reader.uint(4), reader.uint(4)];
	reader.skip(1);
	return readBehind(reader, lengths, (text) => withoutFileName(text, nameStart, nameEnd));
}
/**
* Replicas replace the same part. Servers put backslashes in the name even where the session's mode takes them literally,
* so that a quote in it would hide what follows.
*/
function withoutFileName(text, start, end) {
	if (start > end || end > text.length) throw new RangeError("a LOAD DATA does not add up");
	return Buffer.concat([
		text.subarray(0, start),
		Buffer.from(" INFILE '' INTO"),
		text.subarray(end)
	]);
}
function readLengths(reader) {
	reader.skip(8);
	const schemaBytes = reader.uint(1);
	reader.skip(2);
	return {
		schemaBytes,
		variableBytes: reader.uint(2)
	};
}
function readBehind(reader, lengths, readText) {
	const { sqlMode, collationId } = readVariables(reader.take(lengths.variableBytes));
	const schema = reader.take(lengths.schemaBytes).toString("utf8");
	reader.skip(1);
	return {
		bytes: readText(reader.rest()),
		collationId,
		schema,
		quoting: quotingOf(sqlMode),
		isOracle: (sqlMode & modes.oracle) !== 0
	};
}
const codes = {
	flags: 0,
	sqlMode: 1,
	catalogWithZero: 2,
	autoIncrement: 3,
	charset: 4,
	timeZone: 5,
	catalog: 6
};
/** Each is a number and what belongs to it. Both servers write those that matter before all that are not listed above. */
function readVariables(bytes) {
	const reader = new ByteReader(bytes);
	let sqlMode = 0;
	while (!reader.atEnd) switch (reader.uint(1)) {
		case codes.flags:
		case codes.autoIncrement:
			reader.skip(4);
			break;
		case codes.sqlMode:
			sqlMode = reader.uint(4);
			reader.skip(4);
			break;
		case codes.catalogWithZero:
			reader.skip(reader.uint(1) + 1);
			break;
		case codes.catalog:
		case codes.timeZone:
			reader.skip(reader.uint(1));
			break;
		case codes.charset: return {
			sqlMode,
			collationId: reader.uint(2)
		};
		default: return {
			sqlMode,
			collationId: null
		};
	}
	return {
		sqlMode,
		collationId: null
	};
}
/** The bit of MariaDB's ORACLE is not in use in MySQL. */
const modes = {
	ansiQuotes: 4,
	oracle: 512,
	noBackslashEscapes: 1 << 20
};
function quotingOf(sqlMode) {
	return {
		ansiQuotes: (sqlMode & modes.ansiQuotes) !== 0,
		plainBackslashes: (sqlMode & modes.noBackslashEscapes) !== 0
	};
}

// src/binlog/table-map.ts
/** Type numbers in a row image (`enum_field_types`; 140 and 141 are MariaDB's compressed columns). */
const wireTypes = {
	tiny: 1,
	short: 2,
	long: 3,
	float: 4,
	double: 5,
	null: 6,
	timestamp: 7,
	longlong: 8,
	int24: 9,
	date: 10,
	time: 11,
	datetime: 12,
	year: 13,
	newDate: 14,
	varchar: 15,
	bit: 16,
	timestamp2: 17,
	datetime2: 18,
	time2: 19,
	blobCompressed: 140,
	varcharCompressed: 141,
	vector: 242,
	json: 245,
	newDecimal: 246,
	enum: 247,
	set: 248,
	tinyBlob: 249,
	mediumBlob: 250,
	longBlob: 251,
	blob: 252,
	varString: 253,
	string: 254,
	geometry: 255
};
const oneByteOfMeta = /* @__PURE__ */ new Set([
	wireTypes.float,
	wireTypes.double,
	wireTypes.timestamp2,
	wireTypes.datetime2,
	wireTypes.time2,
	wireTypes.blobCompressed,
	wireTypes.vector,
	wireTypes.json,
	wireTypes.tinyBlob,
	wireTypes.mediumBlob,
	wireTypes.longBlob,
	wireTypes.blob,
	wireTypes.geometry
]);
const twoBytesOfMeta = /* @__PURE__ */ new Set([
	wireTypes.varchar,
	wireTypes.bit,
	wireTypes.varcharCompressed,
	wireTypes.newDecimal,
	wireTypes.enum,
	wireTypes.set,
	wireTypes.varString,
	wireTypes.string
]);
/** @param body the event without header and checksum */
function readTableMap(body) {
	const reader = new ByteReader(body);
	const tableId = reader.uint(6);
	reader.skip(2);
	const schema = reader.take(reader.uint(1)).toString("utf8");
	reader.skip(1);
	const name = reader.take(reader.uint(1)).toString("utf8");
	reader.skip(1);
	const types = reader.take(reader.lengthEncoded());
	const metadata = new ByteReader(reader.take(reader.lengthEncoded()));
	return {
		tableId,
		schema,
		name,
		columns: [...types].map((type) => ({
			type,
			meta: readMeta(type, metadata)
		}))
	};
}
function readTableId(body) {
	return body.readUIntLE(0, 6);
}
/** `NO_FOREIGN_KEY_CHECKS_F` of both servers. */
const noForeignKeyChecks = 2;
/**
* Whether the session that changed these rows ran with `foreign_key_checks=1`, as no session of ours does that writes the ghost.
*
* @param body of an event with rows: the number of the table, then two bytes of flags
*/
function checksForeignKeys(body) {
	return (body.readUInt16LE(6) & noForeignKeyChecks) === 0;
}
function readMeta(type, metadata) {
	if (oneByteOfMeta.has(type)) return metadata.uint(1);
	if (twoBytesOfMeta.has(type)) return metadata.uint(2);
	return 0;
}

// src/binlog/column-size.ts
/**
* How many bytes the value under the reader takes; a length prefix is read off on the way. Only so much is known of
* columns that are not part of the key: how far to step over them.
*/
function readSize(column, reader) {
	const { type, meta } = column;
	switch (type) {
		case wireTypes.null: return 0;
		case wireTypes.tiny:
		case wireTypes.year: return 1;
		case wireTypes.short: return 2;
		case wireTypes.int24:
		case wireTypes.date:
		case wireTypes.newDate:
		case wireTypes.time: return 3;
		case wireTypes.long:
		case wireTypes.float:
		case wireTypes.timestamp: return 4;
		case wireTypes.longlong:
		case wireTypes.double:
		case wireTypes.datetime: return 8;
		case wireTypes.timestamp2: return 4 + fractionBytes(meta);
		case wireTypes.datetime2: return 5 + fractionBytes(meta);
		case wireTypes.time2: return 3 + fractionBytes(meta);
		case wireTypes.bit: return bitBytes(meta);
		case wireTypes.newDecimal: return decimalBytes(meta & 255, meta >> 8);
		case wireTypes.varchar:
		case wireTypes.varString:
		case wireTypes.varcharCompressed: return reader.uint(meta > 255 ? 2 : 1);
		case wireTypes.string: return stringSize(meta, reader);
		case wireTypes.enum:
		case wireTypes.set: return meta >> 8;
		case wireTypes.json:
		case wireTypes.geometry:
		case wireTypes.vector:
		case wireTypes.blob:
		case wireTypes.tinyBlob:
		case wireTypes.mediumBlob:
		case wireTypes.longBlob:
		case wireTypes.blobCompressed: return reader.uint(meta);
		default: throw new RangeError(`the binlog has a column of type ${type}, which is not known`);
	}
}
/** ENUM and SET hide behind STRING: the first byte of metadata tells. */
function realType(column) {
	if (column.type !== wireTypes.string) return column.type;
	const declared = column.meta & 255;
	return declared === wireTypes.enum || declared === wireTypes.set ? declared : wireTypes.string;
}
function fractionBytes(digits) {
	return Math.ceil(digits / 2);
}
/** Bytes for so many decimal digits that do not fill a group of nine. */
const leftoverBytes = [
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	4
];
function decimalBytes(precision, scale) {
	const size = (digits) => Math.floor(digits / 9) * 4 + (leftoverBytes[digits % 9] ?? 0);
	return size(precision - scale) + size(scale);
}
function bitBytes(meta) {
	return (meta >> 8) + ((meta & 255) > 0 ? 1 : 0);
}
/** For a CHAR longer than 255 bytes two bits of the length are folded, inverted, into the type byte. */
function stringSize(meta, reader) {
	const low = meta & 255;
	const high = meta >> 8;
	if (low === wireTypes.enum || low === wireTypes.set) return high;
	const maximum = (low & 48) === 48 ? high : high | (low & 48 ^ 48) << 4;
	return reader.uint(maximum > 255 ? 2 : 1);
}

// src/binlog/key-value.ts
/**
* A key value as a SQL literal, straight from the bytes of the row image: exactly what the server holds.
* @throws RangeError where the wire type is not the one the table's definition promised
*/
function readKeyValue(column, wire, bytes) {
	switch (column.kind) {
		case "integer": return readInteger(column, wire, bytes);
		case "decimal":
			if (wire.type === wireTypes.newDecimal) return readDecimal(bytes, wire.meta & 255, wire.meta >> 8);
			break;
		case "date":
			if (wire.type === wireTypes.date || wire.type === wireTypes.newDate) return temporalLiteral(readDate(bytes));
			break;
		case "datetime":
			if (wire.type === wireTypes.datetime2) return temporalLiteral(readDatetime(bytes, wire.meta));
			break;
		case "timestamp":
			if (wire.type === wireTypes.timestamp2) return temporalLiteral(readTimestamp(bytes, wire.meta));
			break;
		case "time":
			if (wire.type === wireTypes.time2) return temporalLiteral(readTime(bytes, wire.meta));
			break;
		case "text":
		case "binary":
		case "varbinary":
		case "inet4":
		case "inet6": return bytesLiteral(column, bytes);
		case "uuid": return bytesLiteral(column, uuidFromRecord(Buffer.from(padded(column, bytes))));
	}
	throw new RangeError(`key column ${column.name} arrives as type ${wire.type}, which does not fit its definition`);
}
function readInteger(column, wire, bytes) {
	switch (realType(wire)) {
		case wireTypes.year: return bytes[0] === 0 ? "0" : String(1900 + (bytes[0] ?? 0));
		case wireTypes.bit: return BigInt(`0x${bytes.toString("hex")}`).toString();
		case wireTypes.enum:
		case wireTypes.set: return unsignedLittleEndian(bytes);
		case wireTypes.longlong: return (column.unsigned ? bytes.readBigUInt64LE() : bytes.readBigInt64LE()).toString();
		case wireTypes.tiny:
		case wireTypes.short:
		case wireTypes.int24:
		case wireTypes.long: return String(column.unsigned ? bytes.readUIntLE(0, bytes.length) : bytes.readIntLE(0, bytes.length));
		default: throw new RangeError(`key column ${column.name} arrives as type ${wire.type}, which is no integer`);
	}
}
/**
* MariaDB stores the parts of a UUID of version 1 to 5 back to front, so that its node and its variant come first. The bytes
* of version and variant tell how a record is to be read (MariaDB since 10.11.5, `sql_type_uuid.h`).
*/
function uuidFromRecord(record) {
	if (!((record.readInt8(6) & -record.readInt8(8) & 128) !== 0)) return record;
	const parts = [
		record.subarray(12),
		record.subarray(10, 12),
		record.subarray(8, 10),
		record.subarray(6, 8)
	];
	return Buffer.concat([...parts, record.subarray(0, 6)]);
}
function unsignedLittleEndian(bytes) {
	return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`).toString();
}
/**
* DECIMAL: groups of nine digits in four big-endian bytes, left-over digits in fewer; the top bit is set for a positive
* number and every bit is inverted for a negative one (MySQL Internals, `decimal2bin`).
*/
function readDecimal(bytes, precision, scale) {
	const negative = ((bytes[0] ?? 0) & 128) === 0;
	const plain = Buffer.from(bytes);
	if (negative) for (let at = 0; at < plain.length; at++) plain[at] = ~(plain[at] ?? 0) & 255;
	plain[0] = (plain[0] ?? 0) ^ 128;
	const whole = precision - scale;
	let offset = 0;
	const group = (digits) => {
		const size = leftoverBytes[digits] ?? 4;
		const value = size === 0 ? "" : String(plain.readUIntBE(offset, size)).padStart(digits, "0");
		offset += size;
		return value;
	};
	let text = group(whole % 9);
	for (let left = Math.floor(whole / 9); left > 0; left--) text += group(9);
	text = text.replace(/^0+(?=\d)/u, "") || "0";
	if (scale > 0) {
		text += ".";
		for (let left = Math.floor(scale / 9); left > 0; left--) text += group(9);
		text += group(scale % 9);
	}
	return negative ? `-${text}` : text;
}
function readDate(bytes) {
	const packed = bytes.readUIntLE(0, 3);
	return date(packed >> 9, packed >> 5 & 15, packed & 31);
}
/** Five big-endian bytes: year and month as year × 13 + month, then day, hour, minute, second; then the fraction. */
function readDatetime(bytes, fraction) {
	const packed = BigInt(bytes.readUIntBE(0, 5)) - 549755813888n;
	const months = Number(packed >> 22n);
	const clock = Number(packed & 131071n);
	const day = Number(packed >> 17n & 31n);
	const time = [
		clock >> 12,
		clock >> 6 & 63,
		clock & 63
	].map(two).join(":");
	return `${date(Math.floor(months / 13), months % 13, day)} ${time}${readFraction(bytes.subarray(5), fraction)}`;
}
/** Seconds since 1970, big-endian; sessions run in UTC, so UTC is what is written. 0 is the zero date. */
function readTimestamp(bytes, fraction) {
	const seconds = bytes.readUInt32BE(0);
	const parts = readFraction(bytes.subarray(4), fraction);
	if (seconds === 0) return `0000-00-00 00:00:00${parts}`;
	return `${(/* @__PURE__ */ new Date(seconds * 1e3)).toISOString().slice(0, 19).replace("T", " ")}${parts}`;
}
/** Hours, minutes and seconds with the fraction as one number that is offset so that it sorts; negative below it. */
function readTime(bytes, fraction) {
	const size = bytes.length;
	const packed = bytes.readUIntBE(0, size) - 2 ** (size * 8 - 1);
	const magnitude = Math.abs(packed);
	const unit = 2 ** ((size - 3) * 8);
	const clock = Math.floor(magnitude / unit);
	const time = [
		clock >> 12 & 1023,
		clock >> 6 & 63,
		clock & 63
	].map(two).join(":");
	return `${packed < 0 ? "-" : ""}${time}${writeFraction(magnitude % unit, (size - 3) * 2, fraction)}`;
}
function readFraction(bytes, digits) {
	return digits === 0 ? "" : writeFraction(bytes.readUIntBE(0, bytes.length), bytes.length * 2, digits);
}
/** The stored fraction has an even number of digits; the column may show one less. */
function writeFraction(value, stored, shown) {
	return shown === 0 ? "" : `.${String(value).padStart(stored, "0").slice(0, shown)}`;
}
function date(year, month, day) {
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
function two(value) {
	return String(value).padStart(2, "0");
}

// src/binlog/rows-event.ts
/** A row image does not hold the whole key: the writer runs with a short `binlog_row_image` and the key is no primary key. */
var KeyMissing = class extends Error {
	constructor(column) {
		super(`a row image lacks the key column ${column}`);
		this.name = "KeyMissing";
	}
};
/** A row image holds NULL in a column of the key. That is no row that a key stands for. */
var NullInKey = class extends Error {
	column;
	constructor(column) {
		super(`NULL in the key column ${column}`);
		this.name = "NullInKey";
		this.column = column;
	}
};
/**
* The keys a row event touches, before and after images alike, in order. Other columns are stepped over unread.
*
* @param body the event without header and checksum
* @param images `latest`: of an update the row as it is afterwards, and nothing else
* @param onGone is told of each row that has its key no more; `null` where nobody asks
* @throws KeyMissing, NullInKey
* @throws RangeError where the bytes do not add up: the table is not the one that was inspected
*/
function readKeys(body, kind, table, key, images = "both", onGone = null) {
	const reader = new ByteReader(body);
	reader.skip(8);
	if (kind.hasExtraData) reader.skip(reader.uint(2) - 2);
	const width = reader.lengthEncoded();
	if (width !== table.columns.length) throw new RangeError("a row event and its table map disagree about the columns");
	const bitmapBytes = Math.ceil(width / 8);
	const before = reader.take(bitmapBytes);
	const after = kind.isUpdate ? reader.take(bitmapBytes) : null;
	const rows = kind.isCompressed ? new ByteReader(inflate(reader.rest())) : reader;
	const keys = [];
	while (!rows.atEnd) {
		const old = readImage(rows, before, table, key);
		const was = after === null || images === "both" ? complete(old, old, key) : null;
		if (was !== null) keys.push(was);
		if (was !== null && kind.isDelete) onGone?.({
			key: was,
			movedTo: null
		});
		if (after !== null) {
			if (kind.isPartial) skipValueOptions(rows, table);
			const changed = complete(readImage(rows, after, table, key), old, key);
			if (changed === was) continue;
			keys.push(changed);
			if (was !== null) onGone?.({
				key: was,
				movedTo: changed
			});
		}
	}
	return keys;
}
const partialJsonUpdates = 1;
/**
* Which documents of the row are differences, one bit for each JSON column of the table (MySQL's `unpack_row`). A
* difference is framed as a document is, so stepping over it takes no more.
*/
function skipValueOptions(reader, table) {
	if ((reader.lengthEncoded() & partialJsonUpdates) === 0) return;
	const documents = table.columns.filter((wire) => wire.type === wireTypes.json).length;
	reader.skip(Math.ceil(documents / 8));
}
/** One literal for each key column; `null` where the image does not hold it. */
function readImage(reader, present, table, key) {
	const presentCount = countBits(present, table.columns.length);
	const nulls = reader.take(Math.ceil(presentCount / 8));
	const values = key.map(() => null);
	let at = 0;
	for (const [ordinal, wire] of table.columns.entries()) {
		if (!hasBit(present, ordinal)) continue;
		const position = key.findIndex((column) => column.ordinal === ordinal);
		const column = key[position];
		if (hasBit(nulls, at++)) {
			if (column !== void 0) throw new NullInKey(column.name);
			continue;
		}
		const bytes = reader.take(readSize(wire, reader));
		if (column !== void 0) values[position] = readKeyValue(column, wire, bytes);
	}
	return values;
}
/** An after-image may hold changed columns only; what it leaves out is as it was before. */
function complete(image, old, key) {
	return image.map((value, index) => {
		const known = value ?? old[index] ?? null;
		if (known === null) throw new KeyMissing(key[index]?.name ?? "");
		return known;
	}).join(",");
}
function hasBit(bitmap, position) {
	return ((bitmap[position >> 3] ?? 0) & 1 << (position & 7)) !== 0;
}
function countBits(bitmap, width) {
	let count = 0;
	for (let at = 0; at < width; at++) if (hasBit(bitmap, at)) count++;
	return count;
}

// src/binlog/statement-text.ts
/**
* What the WHATWG calls the character sets that a client can send. `latin1` of MySQL is the one of Windows. A text in a set
* that is not here cannot be read beyond ASCII.
*/
const labels = {
	ascii: "utf-8",
	binary: "utf-8",
	utf8: "utf-8",
	utf8mb3: "utf-8",
	utf8mb4: "utf-8",
	latin1: "windows-1252",
	latin2: "iso-8859-2",
	latin5: "windows-1254",
	latin7: "iso-8859-13",
	greek: "iso-8859-7",
	hebrew: "iso-8859-8",
	cp1250: "windows-1250",
	cp1251: "windows-1251",
	cp1256: "windows-1256",
	cp1257: "windows-1257",
	cp866: "ibm866",
	koi8r: "koi8-r",
	koi8u: "koi8-u",
	macroman: "macintosh",
	tis620: "windows-874",
	big5: "big5",
	cp932: "shift_jis",
	sjis: "shift_jis",
	eucjpms: "euc-jp",
	ujis: "euc-jp",
	euckr: "euc-kr",
	gb18030: "gb18030",
	gb2312: "gbk",
	gbk: "gbk"
};
/** Beyond ASCII a byte of these stands alone, so one that cannot be read hides nothing behind it. */
const selfContained = (label) => !/^(?:big5|shift_jis|euc-|gb)/u.test(label);
/**
* Reads a statement as the server did. Where a letter has two bytes, the second may be a backslash, a quote in appearance or
* part of a name, so that a guess could miss the name of a table.
*
* @param charset `undefined` where the event or the server does not tell: then only what is sound UTF-8 is read
* @returns `null` where it cannot be read
*/
function decodeStatement(bytes, charset) {
	if (bytes.every((byte) => byte < 128)) return bytes.toString("latin1");
	const label = charset === void 0 ? "utf-8" : labels[charset];
	if (label === void 0) return null;
	const fatal = charset === void 0 || !selfContained(label);
	try {
		return new TextDecoder(label, {
			fatal,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return null;
	}
}
/**
* Whether a statement that cannot be read surely changes no row of these tables: it defines something, by a word that both servers
* know, and names none of them. In every set that a client can send, ASCII stays as it is.
*/
function changesNoRowsUnread(bytes, tables) {
	const text = bytes.toString("latin1");
	if (!/^\s*(?:ALTER|CREATE|DROP|GRANT|RENAME|REVOKE|SET PASSWORD|TRUNCATE)\b/iu.test(text) || /\bSELECT\b/iu.test(text)) return false;
	return !tables.some(({ name }) => mayName(text, name));
}
function mayName(text, name) {
	return /[^\x20-\x7e]/u.test(name) || text.toLowerCase().includes(name.toLowerCase());
}

// src/binlog/stream-errors.ts
function broken(message) {
	return new GhostshipError("stream-broken", message, { hint: "Run the migration again; if it stops here once more, look at the writer the message names." });
}
function unknownEvent(type) {
	return new GhostshipError("stream-broken", `The binary log holds an event of type ${describeType(type)}, which Ghostship does not read; it may be a change of rows.`, { hint: "Run the migration again. If it stops here once more, the server writes what this version cannot read: try a newer one." });
}
function unknownXa() {
	return new GhostshipError("stream-broken", "An XA transaction was committed that had been prepared before this migration began; what it changed is not known.", { hint: "Run the migration again. Where XA is in use, grant XA_RECOVER_ADMIN to the user of the target URL (MySQL): with it, the migration waits for such transactions before it begins." });
}
function shortImage(table, error) {
	return new GhostshipError("stream-broken", `A session changes ${table.name} with a short binlog_row_image: ${sentence(error.message)}`, { hint: "Set binlog_row_image=FULL for all sessions while the migration runs, then run it again." });
}
function nullInKey({ name }, { column }) {
	return new GhostshipError("no-migration-key", `A session changed a row of ${name} that has NULL in ${column}, or writes NULL there. It is part of the migration key, and must not be NULL.`, { hint: "Give such rows a value there, and run the migration again when nobody writes NULL." });
}
function statementFormat(table, text) {
	return new GhostshipError("stream-broken", `A session changes ${table.name} with binlog_format=STATEMENT or MIXED; which rows it touched is not known: ${excerpt(text)}`, { hint: "Let that session use binlog_format=ROW, then run the migration again." });
}
/** @param why half a sentence */
function mayChange(table, why, text) {
	return new GhostshipError("stream-broken", `A session wrote with binlog_format=STATEMENT or MIXED, and what it wrote may have changed ${table.name}, because ${why}: ${excerpt(text)}`, { hint: "Let that session use binlog_format=ROW, then run the migration again." });
}
function copyWritten(copy, original) {
	return new GhostshipError("rows-differ", `Somebody wrote rows to ${copy.name}, which is the copy of ${original.name} that takes its place.`, { hint: `Find the session that writes to ${copy.name} and stop it, then run the migration again: it begins with a new copy.` });
}
function unreadable(table, charset) {
	const what = charset === void 0 ? "in an unknown character set" : `in the character set ${charset}`;
	return new GhostshipError("stream-broken", `The binary log holds a statement ${what} that cannot be read, and it may change ${table.name}.`, { hint: "Let the session that sends it use utf8mb4 and binlog_format=ROW, then run the migration again." });
}
function definitionChanged(table, text) {
	const what = excerpt(text);
	return new GhostshipError("original-changed", `Somebody changed ${table.name} while it was being migrated: ${what}`, { hint: "Run the migration again when nobody else is changing it." });
}
function otherWidth({ table, width, functionalKeys = [] }, found) {
	if (functionalKeys.length === 0 || found < width) return definitionChanged(table, `it has ${found} columns now, and had ${width}`);
	return new GhostshipError("stream-broken", `Rows of ${table.name} have ${found} columns in the binary log, and the table has ${width}: this server seems to log the hidden columns of its functional keys (${functionalKeys.join(", ")}).`, { hint: "Drop these keys before the migration and add them again after it, or upgrade the server." });
}
/** The statement's head; literals in it are left out, they may be anybody's data. */
function excerpt(text) {
	const plain = text.replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/gsu, "'…'").replaceAll(/\s+/gu, " ");
	return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}

// src/binlog/xa-events.ts
/**
* Layout as in MySQL Internals, "XA_prepare_event"; the same in MariaDB: one phase, format id, two lengths, two parts.
*
* @returns the name under which the transaction in progress was prepared; `null` where it was committed at once
*/
function readXaPrepare(body) {
	const reader = new ByteReader(body);
	const onePhase = reader.uint(1) !== 0;
	const formatId = reader.uint(4);
	const lengths = [reader.uint(4), reader.uint(4)];
	const parts = [reader.take(lengths[0]), reader.take(lengths[1])];
	return onePhase ? null : writeXid(parts[0], parts[1], formatId);
}
/** `FL_PREPARED_XA` of MariaDB. */
const preparedXa = 64;
/**
* MariaDB tells the start of an XA transaction by its GTID event, MySQL by a statement. Layout as in the MariaDB Knowledge
* Base, "GTID_EVENT": sequence number, domain, flags.
*/
function startsXa(body) {
	const reader = new ByteReader(body);
	reader.skip(12);
	return (reader.uint(1) & preparedXa) !== 0;
}

// src/binlog/xa-transactions.ts
/**
* Keys of XA transactions. Their rows are logged at XA PREPARE but become visible only at XA COMMIT, maybe hours later;
* until then they must neither be re-read nor forgotten.
*/
var XaTransactions = class {
	#prepared = /* @__PURE__ */ new Map();
	#release;
	#open = null;
	constructor(release) {
		this.#release = release;
	}
	start() {
		this.#open = nothing();
	}
	/** True where the key belongs to an open XA transaction and was kept. */
	hold(key) {
		this.#open?.keys.push(key);
		return this.#open !== null;
	}
	/** As {@link hold}, for a row that is gone once the transaction is committed. */
	holdGone(gone) {
		this.#open?.gone.push(gone);
		return this.#open !== null;
	}
	/** @param xid under which it was prepared; `null` where it was committed at once */
	end(xid) {
		const changes = this.#open ?? nothing();
		if (xid === null) this.#release(changes);
		else this.#prepared.set(xid, changes);
		this.#open = null;
	}
	/** @returns whether it changed anything; `null` where its XA PREPARE was never seen */
	commit(xid) {
		const changes = this.#prepared.get(xid);
		this.#prepared.delete(xid);
		if (changes === void 0) return null;
		this.#release(changes);
		return changes.keys.length > 0;
	}
	get hasPreparedChanges() {
		return [...this.#prepared.values()].some(({ keys }) => keys.length > 0);
	}
	rollback(xid) {
		this.#prepared.delete(xid);
	}
};
function nothing() {
	return {
		keys: [],
		gone: []
	};
}

// src/binlog/event-reader.ts
/**
* Turns binlog events into changed keys, and refuses everything it does not understand: an event that is skipped by
* mistake is a lost row.
*/
var EventReader = class {
	#watched;
	#charsets;
	#listener;
	#tables = /* @__PURE__ */ new Map();
	/** Numbers that stand for the copy of the original. */
	#copyIds = /* @__PURE__ */ new Set();
	#xa;
	#heartbeatSeen = false;
	/** Whether the watched names stand for the watched tables yet. */
	#isMade;
	#isGhostThere;
	#carried;
	constructor(watched, charsets, listener) {
		this.#watched = watched;
		this.#charsets = charsets;
		this.#listener = listener;
		this.#isMade = watched.startsBeforeSwap !== true;
		this.#isGhostThere = this.#isMade;
		const { original, startsBeforeSwap, carriedTriggers } = watched;
		this.#carried = new CarriedTriggers(original.table.schema, (startsBeforeSwap === true ? carriedTriggers : null) ?? /* @__PURE__ */ new Map());
		this.#xa = new XaTransactions(({ keys, gone }) => {
			for (const one of gone) listener.onGone(one);
			for (const key of keys) listener.onChange(key);
		});
	}
	/**
	* @param bytes the event with its header, without its checksum
	* @throws GhostshipError `original-changed`, `stream-broken`
	*/
	readEvent(bytes) {
		try {
			this.#read(splitEvent(bytes));
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw broken(`An event of type ${typeOf(bytes)} in the binary log cannot be read: ${sentence(error.message)}`);
		}
	}
	#read({ type, isIgnorable, body }) {
		const rows = rowsEventKind(type);
		if (rows !== void 0) return this.#readRows(body, rows);
		switch (type) {
			case eventTypes.tableMap: return this.#rememberTable(readTableMap(body));
			case eventTypes.transactionPayload: return this.#readAll(readPayload(body));
			case eventTypes.incident: throw broken("The server reports an incident: its binary log has a gap.");
			case eventTypes.query:
			case eventTypes.compressedQuery: return this.#readStatement(readQuery(body, type === eventTypes.compressedQuery));
			case eventTypes.executeLoadQuery: return this.#readStatement(readLoadQuery(body));
			case eventTypes.mariadbGtid: return startsXa(body) ? this.#xa.start() : void 0;
			case eventTypes.xaPrepare: return this.#xa.end(readXaPrepare(body));
			default: if (!isHarmless(type) && !isIgnorable) throw unknownEvent(type);
		}
	}
	#readAll(events) {
		for (const event of events) this.readEvent(event);
	}
	#readStatement({ bytes, collationId, schema, quoting, isOracle }) {
		const charset = this.#charsets.get(collationId ?? -1);
		const text = decodeStatement(bytes, charset);
		if (text === null) return this.#refuseUnreadable(bytes, charset);
		if (text.includes("/* by Ghostship */") && !this.#watched.isUnlogged) return this.#readOwn(text);
		const usual = inUsualQuotes(text, quoting);
		if (this.#isMade && this.#carried.isMade(usual)) return;
		const meaning = readStatement(usual, schema, this.#present, this.#watched.nameCase);
		switch (meaning.kind) {
			case "nothing": return;
			case "xa-start": return this.#xa.start();
			case "xa-commit": return this.#commitXa(meaning.xid);
			case "xa-rollback": return this.#xa.rollback(meaning.xid);
			case "may-reach": return this.#readUnnamed(isOracle ? null : meaning.reach, usual, schema);
			case "defines": return this.#listener.onUnnamed({
				...meaning,
				schemas: schemasIn(usual, schema)
			});
			case "touches": throw meaning.what === "rows" ? statementFormat(meaning.table, usual) : definitionChanged(meaning.table, usual);
		}
	}
	/** What was changed before the original was made, or before the first row is copied, is no matter. */
	#readUnnamed(reach, text, schema) {
		if (!this.#isMade || this.#watched.startsAfresh === true && !this.#heartbeatSeen) return;
		this.#listener.onUnnamed({
			kind: "may-reach",
			reach,
			schemas: schemasIn(text, schema),
			mentions: (name) => mentions(tokenize(text, {
				start: 0,
				end: text.length
			}, null), name, schema),
			refuse: (why) => mayChange(this.#watched.original.table, why, text)
		});
	}
	/** Another migration's swap has the mark as well. */
	#readOwn(text) {
		const { original, ghost } = this.#watched;
		if (this.#isMade) this.#carried.readOwn(text);
		if (text.startsWith(`RENAME TABLE ${tableName(original.table).text} TO `)) {
			if (this.#isMade) return this.#listener.onSwap();
			this.#isMade = true;
			this.#listener.onMade();
		} else if (text.startsWith("RENAME TABLE ") && this.#watched.startsBeforeSwap === true) {
			if (text.includes(` TO ${tableName(ghost).text} `)) this.#isGhostThere = true;
			else if (text.startsWith(`RENAME TABLE ${tableName(ghost).text} TO `)) this.#isGhostThere = false;
		}
	}
	get #present() {
		const copy = this.#copy;
		return [...this.#isMade ? [this.#watched.original.table] : [], ...copy === null ? [] : [copy]];
	}
	/** The ghost, or what becomes it. */
	get #copy() {
		const { ghost, retired = null } = this.#watched;
		if (this.#isGhostThere) return ghost;
		return this.#isMade ? retired : null;
	}
	#refuseUnreadable(bytes, charset) {
		const [touched] = this.#present;
		if (touched !== void 0 && !changesNoRowsUnread(bytes, this.#present)) throw unreadable(touched, charset);
	}
	/** True while an XA transaction is prepared that changed the original: its rows may become visible at any time. */
	get hasPreparedChanges() {
		return this.#xa.hasPreparedChanges;
	}
	#commitXa(xid) {
		const hasChanges = this.#xa.commit(xid);
		if (hasChanges === null && !this.#isHarmless) throw unknownXa();
		if (hasChanges === true) this.#listener.onXaCommit(xid);
	}
	/** Before the first heartbeat came back no row has been copied: whatever such a transaction has changed will be read. */
	get #isHarmless() {
		const { preparedBefore } = this.#watched;
		return preparedBefore === "harmless" || preparedBefore === "ended" && !this.#heartbeatSeen;
	}
	#rememberTable(map) {
		const { original, changelog, ghost, nameCase } = this.#watched;
		const isMapped = ({ name, schema }) => nameCase.same(name, map.name) && nameCase.same(schema, map.schema);
		const watch = (this.#isMade ? [original, changelog] : [changelog]).find(({ table }) => isMapped(table));
		const isGhost = isMapped(ghost);
		if (watch !== changelog && !isGhost) this.#listener.onForeignWrite();
		const copy = this.#copy;
		if (copy !== null && isMapped(copy)) this.#copyIds.add(map.tableId);
		else this.#copyIds.delete(map.tableId);
		if (watch === void 0) {
			this.#tables.delete(map.tableId);
			return;
		}
		if (map.columns.length !== watch.width && map.columns.length !== watch.width + (watch.hashes ?? 0)) throw otherWidth(watch, map.columns.length);
		this.#tables.set(map.tableId, {
			map,
			watch
		});
	}
	#readRows(body, kind) {
		const tableId = readTableId(body);
		if (this.#copyIds.has(tableId) && checksForeignKeys(body)) throw copyWritten(this.#copy ?? this.#watched.ghost, this.#watched.original.table);
		const known = this.#tables.get(tableId);
		if (known === void 0) return;
		for (const key of this.#keysOf(body, kind, known.map, known.watch)) if (known.watch === this.#watched.changelog) this.#heartbeat(key);
		else if (!this.#xa.hold(key)) this.#listener.onChange(key);
	}
	#keysOf(body, kind, map, watch) {
		const { original, changelog, tellsGone } = this.#watched;
		const onGone = watch === original && tellsGone === true ? this.#onGone : null;
		try {
			return readKeys(body, kind, map, watch.key, watch === changelog ? "latest" : "both", onGone);
		} catch (error) {
			if (error instanceof KeyMissing) throw shortImage(watch.table, error);
			if (error instanceof NullInKey) throw nullInKey(watch.table, error);
			throw broken(`A change of ${watch.table.name} cannot be read: ${sentence(messageOf(error))}`);
		}
	}
	#onGone = (gone) => {
		if (!this.#xa.holdGone(gone)) this.#listener.onGone(gone);
	};
	#heartbeat(key) {
		const [id, mark] = key.split(",");
		if (id !== "1") return;
		if (this.#watched.startsBeforeSwap === true && Number(mark) <= this.#watched.marksAfter) return;
		if (Number(mark) > this.#watched.marksAfter) this.#heartbeatSeen = true;
		this.#listener.onHeartbeat(Number(mark));
	}
};
/** `id` of the changelog row that heartbeats are written to. */
const heartbeatRow = "1";

// src/binlog/intercept-packets.ts
/** The first byte of a packet. */
const markers = {
	event: 0,
	failure: 255
};
const noChecksum = 0;
/**
* Takes every event out of the packet stream before the library sees it, for three reasons: it passes in silence over
* types that it does not know, it turns values into JavaScript ones, which is lossy (ENUM labels with commas, integers
* beyond 2^53 in JSON, FLOAT), and it would spend a core on the rows that our own copy writes to the ghost.
*
* @param read is given each event with its header, without its checksum
* @param onEnd is called where the server sends something that is neither an event nor an error: the end of the dump,
*   which comes when somebody kills its query and over which the library passes in silence as well
*/
function interceptPackets(library, read, onEnd) {
	const dump = library.BinlogClass.prototype;
	const passOn = dump.binlogData;
	dump.binlogData = function intercepted(packet, connection) {
		const { buffer, offset, end } = packet;
		if (buffer[offset] !== markers.event) {
			if (buffer[offset] !== markers.failure) onEnd();
			return passOn.call(this, packet, connection);
		}
		const event = buffer.subarray(offset + 1, end);
		if (typeOf(event) === eventTypes.formatDescription) library.useChecksum = event.at(-5) !== noChecksum;
		read(library.useChecksum ? event.subarray(0, -4) : event);
		return dump.binlogData;
	};
}

// src/binlog/replica-client.ts
/** While there is nothing to send, the server says so this often. */
const serverHeartbeatMs = 5e3;
/** Server ids of replicas must differ; people choose small ones. */
const serverIds = {
	min: 2 ** 31,
	max: 2 ** 32 - 1
};
/**
* Asks a server for its binary log, as a replica does. This is the only place that knows the client library,
* `@vlasky/zongji`. The library speaks the replication protocol for us; it decodes nothing.
*
* Its public events are used (`ready`, `error`, `stopped`), and `start` and `stop`. These internals of version 0.9 are relied
* on as well:
*  - `ctrlConnection`, `ctrlConnectionOwner`, `connection`: the two connections it works with, which are replaced by ours;
*  - `connection.pause()` and `resume()`: to hold the server back;
*  - `BinlogClass.prototype.binlogData` and `useChecksum`: where packets arrive, see `intercept-packets.ts`.
*
* An upgrade that changes one of them fails `change-stream.server.test.ts` (events arrive, a stream ends), the tests of
* `test/tls/` (connections are ours), `test/faults/slow-stream.server.test.ts` (the server is held back) and
* `test/invariants/i7-every-event.server.test.ts` (every event is seen, with checksums and without).
*/
var ReplicaClient = class ReplicaClient {
	#library;
	#sessions;
	constructor(library, sessions) {
		this.#library = library;
		this.#sessions = sessions;
	}
	/**
	* The library would make its two connections in its own way, and ask questions on them at once. It is given ours, which are
	* encrypted as the others are and run under settings that we chose.
	*
	* @throws GhostshipError as `connect` does
	*/
	static async connect(target) {
		const opened = [];
		try {
			const asking = await connectDriver(target, "asking about the binary log", ordinary, true);
			opened.push(asking);
			const reading = await connectDriver(target, "reading the binary log", streaming, false);
			opened.push(reading);
			await reading.session.run(askForHeartbeats(serverHeartbeatMs));
			const library = new ZongJi({});
			for (const { driver } of opened) driver.on("error", (error) => library.emit("error", error));
			const connections = {
				ctrlConnection: asking.driver,
				ctrlConnectionOwner: true,
				connection: reading.driver
			};
			return new ReplicaClient(Object.assign(library, connections), opened.map(({ session }) => session));
		} catch (error) {
			for (const { session } of opened) session.destroy();
			throw error;
		}
	}
	/** Resolves when the server has accepted the request; rejects with what the library, or the server, says against it. */
	async start(from, { onEvent, onBroken }, signal) {
		this.#library.on("error", onBroken);
		await new Promise((resolve, reject) => {
			const listening = onAbort(signal, () => reject(reasonOf(signal)));
			this.#library.once("ready", () => {
				listening[Symbol.dispose]();
				interceptPackets(this.#library, onEvent, () => onBroken(/* @__PURE__ */ new Error("the server ended it")));
				resolve();
			});
			this.#library.once("error", (error) => {
				listening[Symbol.dispose]();
				reject(error);
			});
			this.#library.start({
				...startOptions(from),
				serverId: randomInt(serverIds.min, serverIds.max)
			});
		});
	}
	/** Reads nothing more from the network, so that the server must wait. */
	pause() {
		this.#library.connection?.pause();
	}
	resume() {
		this.#library.connection?.resume();
	}
	async [Symbol.asyncDispose]() {
		await new Promise((resolve) => {
			this.#library.once("stopped", () => resolve());
			this.#library.stop();
		});
		for (const session of this.#sessions) session.destroy();
	}
};

// src/binlog/gtid-set.ts
/** GTIDs of MySQL, as they come one by one. The server is asked about them by their text. */
var GtidSet = class {
	/** By the server that has made the transactions: ranges of numbers, each with both ends. */
	#ranges = /* @__PURE__ */ new Map();
	add(server, number) {
		const ranges = this.#ranges.get(server) ?? [];
		this.#ranges.set(server, ranges);
		const newest = ranges.at(-1);
		if (newest !== void 0 && number === newest[1] + 1) newest[1] = number;
		else ranges.push([number, number]);
	}
	addAll(other) {
		for (const [server, ranges] of other.#ranges) {
			const own = this.#ranges.get(server) ?? [];
			this.#ranges.set(server, own);
			for (const [first, last] of ranges) own.push([first, last]);
		}
	}
	get isEmpty() {
		return this.#ranges.size === 0;
	}
	/** `uuid:1-5:9,uuid:3`; a range may come twice. */
	get text() {
		return [...this.#ranges].map(([server, ranges]) => [server, ...ranges.map(([first, last]) => `${first}-${last}`)].join(":")).join();
	}
};

// src/binlog/log-offset.ts
const low32Bits = 2 ** 32;
/** A place in the log of a server, as its events tell it. */
var LogOffset = class {
	#file = null;
	#offset = 0;
	/** `null` until a file is known. */
	get position() {
		return this.#file === null ? null : filePosition(this.#file, this.#offset);
	}
	enter(file, offset) {
		this.#file = file;
		this.#offset = offset ?? this.#offset;
	}
	/** @param low of the position in a header, which has 32 bits for it; a file with one very large transaction is longer */
	advance(low) {
		if (low === 0) return;
		const offset = Math.floor(this.#offset / low32Bits) * low32Bits + low;
		this.#offset = offset < this.#offset ? offset + low32Bits : offset;
	}
};

// src/binlog/stream-progress.ts
/** Lengths and places in a GTID event (MySQL Internals, "Gtid_log_event"): flags, UUID, number. */
const gtid = {
	serverAt: 19 + 1,
	numberAt: 19 + 17
};
/**
* How far a stream has come in the log of its server, from the headers of events alone. It is for a run that has nothing of its
* own in the log.
*/
var StreamProgress = class {
	#at = new LogOffset();
	#gtids = new GtidSet();
	/**
	* @param event with its header, without its checksum
	* @throws GhostshipError `stream-broken` for a transaction that cannot be named
	*/
	read(event) {
		switch (typeOf(event)) {
			case eventTypes.rotate: return this.#rotate(event);
			case eventTypes.heartbeat:
				this.#at.enter(event.subarray(19).toString("utf8"), null);
				break;
			case eventTypes.gtid:
				this.#gtids.add(uuidIn(event), Number(event.readBigUInt64LE(gtid.numberAt)));
				break;
			case eventTypes.anonymousGtid:
			case eventTypes.taggedGtid: throw unnamed(typeOf(event) === eventTypes.taggedGtid ? "a GTID with a tag" : "no GTID");
		}
		this.#at.advance(positionIn(event));
	}
	/** Everything before it has been read; `null` until that is known. */
	get position() {
		return this.#at.position;
	}
	/** The transactions that have begun since the last call. On MariaDB there are none. */
	takeGtids() {
		const taken = this.#gtids;
		this.#gtids = new GtidSet();
		return taken;
	}
	/** The one at the end of a file has a position of its own; the one that the server makes up for a reader has none. */
	#rotate(event) {
		if (positionIn(event) !== 0) return;
		const { file, offset } = nextFile(event);
		this.#at.enter(file, offset);
	}
};
function uuidIn(event) {
	const hex = event.subarray(gtid.serverAt, gtid.numberAt).toString("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join("-");
}
function unnamed(what) {
	return new GhostshipError("stream-broken", `A transaction in the binary log has ${what}. It cannot be seen when its changes become visible.`, { hint: "Rehearse while gtid_mode is ON everywhere and nobody tags GTIDs." });
}

// src/binlog/transaction-starts.ts
/** Each transaction begins with one of these, with GTIDs switched off as well. */
const begins = /* @__PURE__ */ new Set([
	eventTypes.gtid,
	eventTypes.anonymousGtid,
	eventTypes.taggedGtid,
	eventTypes.mariadbGtid
]);
/** The places in the log in front of transactions, from the headers of events. */
var TransactionStarts = class {
	#at = new LogOffset();
	#first = null;
	#newest = null;
	#taken = null;
	#passed = null;
	/**
	* @param event with its header, without its checksum
	* @param mark of the newest heartbeat that has arrived
	* @param isUnfinished whether something before it is prepared and not committed: a stream that starts there would not know of it
	*/
	read(event, mark, isUnfinished) {
		const type = typeOf(event);
		if (type === eventTypes.rotate) {
			const { file, offset } = nextFile(event);
			return this.#at.enter(file, offset);
		}
		if (begins.has(type)) {
			this.#first ??= digest(event);
			const { position } = this.#at;
			if (position !== null && canStartAt(position) && !isUnfinished()) this.#newest = {
				position,
				mark,
				event: Buffer.from(event)
			};
		}
		if (type !== eventTypes.heartbeat && !isArtificial(event)) this.#at.advance(positionIn(event));
	}
	/** All that was read is handed out. */
	take() {
		this.#taken = this.#newest;
	}
	/** Whoever it was handed out to is done with it. */
	pass() {
		this.#passed = this.#taken;
	}
	/** SHA-256 of the event with which the first transaction begins, hexadecimal; `null` before. */
	get first() {
		return this.#first;
	}
	/** The newest place that was passed. */
	get passed() {
		if (this.#passed === null) return null;
		const { position, mark, event } = this.#passed;
		return {
			position,
			mark,
			nextEvent: digest(event)
		};
	}
};

// src/binlog/change-stream.ts
/** Above so many keys not taken yet the server is made to wait. */
const maxPendingKeys = 5e4;
const lookEveryMs$1 = 5;
/** The server itself speaks more often than that, whatever happens to tables. */
const silenceMs = 3 * serverHeartbeatMs;
/** @throws GhostshipError `stream-broken`, and as `connect` does */
async function openChangeStream(target, from, watched, charsets, signal) {
	const stream = new ReplicaStream(await ReplicaClient.connect(target), watched, charsets);
	try {
		await stream.start(from, signal);
	} catch (error) {
		await stream[Symbol.asyncDispose]();
		throw error;
	}
	return stream;
}
var ReplicaStream = class {
	#client;
	#reader;
	#progress;
	/** `null` where nobody will ask how far a gap was read. */
	#starts;
	#arrived = nothingSince(0);
	#failure = null;
	#held = false;
	#fresh = false;
	#changes = 0;
	#foreignWrites = 0;
	#changesAtSwap = null;
	#firstMark = null;
	#changedUpTo = null;
	#hasReadSwap = false;
	#news = new Doorbell();
	constructor(client, watched, charsets) {
		this.#client = client;
		this.#progress = watched.isUnlogged ? new StreamProgress() : null;
		this.#starts = watched.isUnlogged || watched.startsAfresh === true ? null : new TransactionStarts();
		this.#reader = new EventReader(watched, charsets, {
			onChange: (key) => {
				this.#changes++;
				this.#arrived.keys.push(key);
			},
			onGone: (gone) => {
				this.#arrived.gone.push(gone);
			},
			onXaCommit: (xid) => {
				this.#arrived.xaCommits.push(xid);
			},
			onSwap: () => {
				this.#changesAtSwap ??= this.#changes;
			},
			onMade: () => {
				this.#hasReadSwap = true;
			},
			onHeartbeat: (mark) => {
				this.#firstMark ??= mark;
				this.#arrived.heartbeat = mark;
				this.#arrived.beforeHeartbeat = this.#arrived.keys.length;
			},
			onForeignWrite: () => {
				this.#foreignWrites++;
			},
			onUnnamed: (statement) => {
				this.#arrived.unnamed.push(statement);
			}
		});
	}
	async start(from, signal) {
		await this.#client.start(from, {
			onEvent: (event) => this.#guard(() => {
				const before = this.#changes;
				this.#starts?.read(event, this.#arrived.heartbeat, () => this.hasPreparedChanges);
				this.#reader.readEvent(event);
				this.#progress?.read(event);
				if (this.#changes > before) this.#changedUpTo = this.#progress?.position ?? null;
			}),
			onBroken: (error) => this.#fail(lost(error))
		}, signal).catch((error) => {
			throw signal.aborted ? error : lost(error);
		});
	}
	async take(signal) {
		this.#starts?.pass();
		const waitsUntil = nowMs() + silenceMs;
		while (!this.#fresh && this.#failure === null) {
			const leftMs = Math.ceil(waitsUntil - nowMs());
			if (leftMs > 0) await this.#news.wait(signal, leftMs);
			else this.#fail(lost(/* @__PURE__ */ new Error(`it has been silent for ${Math.round(silenceMs / 1e3)} s`)));
			signal.throwIfAborted();
		}
		if (this.#failure !== null) throw this.#failure;
		this.#fresh = false;
		this.#starts?.take();
		const changes = this.#arrived;
		this.#arrived = nothingSince(changes.heartbeat);
		if (this.#held) {
			this.#held = false;
			this.#client.resume();
		}
		return {
			...changes,
			progress: this.#takeProgress()
		};
	}
	#takeProgress() {
		if (this.#progress === null) return null;
		return {
			readUpTo: this.#progress.position,
			changedUpTo: this.#changedUpTo,
			gtids: this.#progress.takeGtids()
		};
	}
	get hasPreparedChanges() {
		return this.#reader.hasPreparedChanges;
	}
	get readUpTo() {
		return this.#starts?.passed ?? null;
	}
	get firstEvent() {
		return this.#starts?.first ?? null;
	}
	get firstMark() {
		return this.#firstMark;
	}
	get hasReadSwap() {
		return this.#hasReadSwap;
	}
	get changeCount() {
		return this.#changes;
	}
	get foreignWriteCount() {
		return this.#foreignWrites;
	}
	async changesAtSwap(signal) {
		for (;;) {
			if (this.#changesAtSwap !== null) return this.#changesAtSwap;
			if (this.#failure !== null) throw this.#failure;
			await sleep(lookEveryMs$1, signal);
		}
	}
	async [Symbol.asyncDispose]() {
		this.#failure ??= /* @__PURE__ */ new Error("the change stream is closed");
		await this.#client[Symbol.asyncDispose]();
	}
	/** Whatever goes wrong while reading an event must stop the migration, not the event loop. */
	#guard(read) {
		if (this.#failure !== null || this.#changesAtSwap !== null) return;
		try {
			read();
		} catch (error) {
			return this.#fail(error);
		}
		if (!this.#held && this.#arrived.keys.length + this.#arrived.unnamed.length > maxPendingKeys) {
			this.#held = true;
			this.#client.pause();
		}
		this.#fresh = true;
		this.#news.ring();
	}
	#fail(error) {
		this.#failure ??= error;
		this.#news.ring();
	}
};
function nothingSince(heartbeat) {
	return {
		keys: [],
		gone: [],
		heartbeat,
		beforeHeartbeat: 0,
		xaCommits: [],
		unnamed: []
	};
}
function lost(error) {
	if (error instanceof GhostshipError) return error;
	return new GhostshipError("stream-broken", `The change stream from the server broke: ${messageOf(error)}`, {
		hint: "Check that binary logs are kept long enough and the connection is stable, then run the migration again.",
		cause: error
	});
}

// src/mysql/charsets.ts
/** The name of a character set by the number of each of its collations. */
async function askCharsets(session) {
	const rows = await session.rows(selectCollations);
	return new Map(rows.map(({ id, charset }) => [Number(id), String(charset)]));
}

// src/engine/resume/adopt-ghost.ts
/** For what a connection that is gone already still has locked. */
const lockWaitSeconds = 60;
const tellAfterMs = 3e3;
const lookEveryMs = 100;
/**
* Takes over the tables of a run that is gone, as they must be before anything is written to them: without sentry, triggers and
* foreign keys, which belong there only under the cutover lock.
*
* @throws GhostshipError `leftover-tables` where somebody has taken a name that the swap needs; nothing is touched then
*/
async function adoptGhost(sessions, names, nameLock) {
	try {
		var _usingCtx$1 = _usingCtx();
		sessions.naming.add(names.ghost, names.original);
		const session = _usingCtx$1.a(await sessions.openWithChecks("taking over the ghost"));
		const comments = await commentsOf(session, names);
		refuseLeftovers(names, comments);
		await refuseTakenFromRevert(session, names.original);
		refuseNames(names, comments);
		await takeRun(session, names.changelog);
		await session.run(dismissAborts(names.changelog));
		await forgetSwap(session, names.changelog);
		const { ghost, retired } = names;
		await session.run(setLockWait(lockWaitSeconds));
		await session.run(lockTable(ghost));
		await session.run(unlockTables);
		await dropTriggers(session, ghost);
		await dropOwnForeignKeys(session, ghost);
		if ((await readComments(session, [retired])).get(retired) === "Ghostship sentry") await session.run(dropTable(retired));
		return ownGhost(sessions, names, nameLock);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* Waits until the connections of the run before are gone, and ends those that do nothing. It has lost the name lock, so it is
* dead, or about to stop. What it had sent may still be at work: a chunk, an index.
*
* @param tell is told once what it waits for, where that takes long
*/
async function outwaitLastRun({ target, session }, changelog, tell, signal) {
	const found = await readStatusRow(session, changelog).catch(() => null);
	if (found === null) return;
	const record = await readSwapRecord(session, changelog).catch(() => null);
	const { connections: known, server = null } = found.status;
	const noted = /* @__PURE__ */ new Set([...known, ...record?.connections ?? []]);
	const connections = connectionsOn(target, {
		connections: [...noted],
		server
	});
	const openedAtMs = nowMs() - found.ageMs;
	if (await hasRestartedSince(session, openedAtMs)) return;
	const own = connectionsTo(target);
	for (const id of connections.filter((other) => !own.includes(other))) {
		const waitsFrom = nowMs();
		let isTold = false;
		for (;;) {
			const process = await findProcess(session, id);
			if (process === null) break;
			if (process.statement === "") {
				await endConnection(session, {
					id,
					openedAtMs
				}, "now");
				break;
			}
			if (!isTold && nowMs() - waitsFrom > tellAfterMs) {
				tell(`The last run had sent a statement that is still at work, and is waited for: ${process.statement}`);
				isTold = true;
			}
			await sleep(lookEveryMs, signal);
		}
	}
}

export { GtidSet as a, SwapWitness as c, hasReached as d, visiblePosition as f, openChangeStream as i, changesLost as l, outwaitLastRun as n, mentions as o, askCharsets as r, writeXid as s, adoptGhost as t, currentPosition as u };