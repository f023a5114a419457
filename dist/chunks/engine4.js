import { a as __toESM, r as __name } from "./rolldown-runtime.js";
import { a as readForeignKey, d as storedKinds, f as triggerBody, l as selectStoredObjects, m as unknownTable, r as inspectTable, u as showCreateStored } from "./mysql/inspect-table.js";
import { n as selectAllForeignKeys } from "./sql/inspect.js";
import { n as hasReplicas, r as readReplication } from "./mysql/server.js";
import { a as whyNoRowVersions, i as whyNoInstantColumns, r as waysFor } from "./engine/tables/alter-clone.js";
import { c as Sessions, o as openControlConnection } from "./engine/relations/triggers.js";
import { t as keepOutOfBinlog } from "./engine/tables/keep-out-of-binlog.js";
import { n as ServerError } from "./mysql/server-errors.js";
import { f as selectBoundary, i as refuseLimits, l as copyRange, n as tryTriggerRights, s as readKey, t as tryPrivileges } from "./engine/preflight/try-privileges.js";
import { x as renameTable } from "./sql/ghost.js";
import { t as nowMs } from "./support/clock.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { u as planCloneAway } from "./engine/tables/table-names.js";
import { t as TokenCursor } from "./sql/parser/token-cursor.js";
import { i as quotingOf, n as tokenize } from "./sql/parser/tokens.js";
import { u as isChangelog } from "./sql/changelog.js";
import { t as GhostshipError } from "./support/errors.js";
import { n as refuseUnwritable } from "./engine/preflight/binlog.js";
import { f as unknownHint } from "./engine/preflight/foreign-keys.js";
import { n as missingPrivileges, p as refuseTarget } from "./engine/preflight/privileges.js";
import { r as refuseAll } from "./engine/preflight/refusals.js";
import { i as refuseOtherYielded, s as refuseUses } from "./engine/resume/kept-work.js";
import { B as madeByRun, V as refuseLeftovers, f as readComments, m as refuseWaitingRevert, n as commentsOf } from "./engine/tables/ghost.js";
import { i as refuseRunning } from "./engine/tables/name-lock.js";
import { t as _usingCtx } from "./usingCtx.js";

// src/mysql/known-keys.ts
/** Those that this user may see, read at once. */
async function readKnownKeys(session) {
	const byEnd = /* @__PURE__ */ new Map();
	for (const key of (await session.rows(selectAllForeignKeys)).map(readForeignKey)) for (const end of /* @__PURE__ */ new Set([keyOf(key.child), keyOf(key.parent)])) {
		const known = byEnd.get(end);
		if (known === void 0) byEnd.set(end, [key]);
		else known.push(key);
	}
	return { of: (table) => byEnd.get(keyOf(table)) ?? [] };
}
function keyOf({ schema, name }) {
	return JSON.stringify([schema, name]);
}

// src/sql/row-image.ts
/** The mean size of a row image, over up to `rows` rows. A NULL takes no byte. */
function averageImage(table, columns, rows) {
	const sizes = columns.map(({ name, fixedBytes, value }) => {
		const column = ident(name);
		const length = value === "none" ? raw("0") : value === "length" ? sql`LENGTH(${column})` : sql`JSON_STORAGE_SIZE(${column})`;
		return sql`IF(${column} IS NULL, 0, ${fixedBytes} + ${length})`;
	});
	return sql`SELECT COALESCE(AVG(sampled.image), 0) AS image
    FROM (SELECT ${join([raw("0"), ...sizes], " + ")} AS image FROM ${tableName(table)} LIMIT ${rows}) AS sampled`;
}

// src/engine/copy/binlog-volume.ts
const sampledRows = 1e4;
/** `binlog_row_event_max_size` by default. A longer row has an event of its own. */
const eventBytes = 8192;
/** Header, table id, flags, column bitmaps, checksum. */
const perEventBytes = 45;
/**
* What a copy would have written to the binary log. It is estimated from the row images of a sample, because a plan
* and a rehearsal write nothing. A copied row has one image; a changed row is deleted and copied again, which makes two.
*/
async function estimateBinlogBytes(session, ghost, columns, flavor, { rowsCopied, changesApplied }) {
	const sizes = columns.map((column) => imageColumn(column, flavor));
	const [row] = await session.rows(averageImage(ghost, sizes, sampledRows));
	const imageBytes = Number(row?.image ?? 0) + Math.ceil(columns.length / 8);
	const rowsInEvent = Math.max(1, Math.floor(eventBytes / imageBytes));
	return Math.round((rowsCopied + 2 * changesApplied) * (imageBytes + perEventBytes / rowsInEvent));
}
/** As values stand in a row image (MySQL Internals, "Rows_event"; the same in MariaDB). */
function imageColumn({ name, dataType, octets, fraction, digits, scale }, flavor) {
	const fixed = (fixedBytes) => ({
		name,
		fixedBytes,
		value: "none"
	});
	const ofLength = (lengthBytes) => ({
		name,
		fixedBytes: lengthBytes,
		value: "length"
	});
	const fractionBytes = Math.ceil(fraction / 2);
	const fixedBytes = fixedSizes[dataType];
	if (fixedBytes !== void 0) return fixed(fixedBytes);
	switch (dataType) {
		case "decimal": return fixed(decimalBytes(digits - scale) + decimalBytes(scale));
		case "time": return fixed(3 + fractionBytes);
		case "timestamp": return fixed(4 + fractionBytes);
		case "datetime": return fixed(5 + fractionBytes);
		case "json": return flavor === "mysql" ? {
			name,
			fixedBytes: 4,
			value: "document"
		} : ofLength(4);
		default: return ofLength(lengthBytes(octets ?? 0));
	}
}
const fixedSizes = {
	tinyint: 1,
	smallint: 2,
	mediumint: 3,
	int: 4,
	bigint: 8,
	float: 4,
	double: 8,
	year: 1,
	date: 3,
	enum: 1,
	set: 2,
	bit: 2
};
/** Nine digits take four bytes, fewer take as many as they need. */
function decimalBytes(digits) {
	return Math.floor(digits / 9) * 4 + Math.ceil(digits % 9 / 2);
}
function lengthBytes(octets) {
	if (octets < 256) return 1;
	if (octets < 2 ** 16) return 2;
	return octets < 2 ** 24 ? 3 : 4;
}

// src/engine/plan/estimate.ts
const maxSampleMs = 500;
/** For all statements of a plan. */
const allSamplesMs = 5e3;
/** A sample is a table made and dropped. Among many statements that is a fifth of the time of a plan (measured with 180). */
const manyPlannedMinRows = 1e3;
/** LOCK, DROP of the sentry and RENAME take about three times as long as one RENAME of an empty table. */
const cutoverPerRename = 3;
/** @param statements of the plan; many of them leave little time for each */
function limitSample(statements) {
	const ms = Math.min(maxSampleMs, allSamplesMs / Math.max(1, statements));
	return ms < maxSampleMs / 4 ? {
		ms,
		chunkRows: 200,
		minTableRows: manyPlannedMinRows
	} : {
		ms,
		chunkRows: 2e3,
		minTableRows: 1
	};
}
/**
* Copies the first rows of a table that is not small into the clone, on the test replica and outside its binlog. From that it
* estimates the whole copy. One session without a binlog is taken as a fair measure: two workers are faster, but the binlog,
* indexes and verifying cost time.
*
* @param session with the settings of the copy and no binlog
* @returns `null` where rows do not fit. The plan reports them elsewhere.
*/
async function estimateCopy(session, plan, original, { limit, flavor, measureRename }) {
	try {
		const renameMs = await measureRename();
		const sample = original.rowsEstimated >= limit.minTableRows ? await copySample(session, plan, limit) : {
			rows: 0,
			tookMs: 0
		};
		const msPerRow = sample.rows === 0 ? 0 : sample.tookMs / sample.rows;
		return {
			sampledRows: sample.rows,
			durationMs: original.rowsEstimated * msPerRow,
			diskBytes: original.dataBytes + original.indexBytes,
			binlogBytes: sample.rows === 0 ? original.dataBytes : await estimateBinlog(session, plan, original, flavor),
			cutoverMs: cutoverPerRename * renameMs
		};
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	}
}
/** By the row images of the sample. */
async function estimateBinlog(session, { names }, { rowsEstimated }, flavor) {
	const columns = (await inspectTable(session, names.ghost))?.columns ?? [];
	const work = {
		rowsCopied: rowsEstimated,
		changesApplied: 0
	};
	return await estimateBinlogBytes(session, names.ghost, columns, flavor, work);
}
async function copySample(session, { tables }, { ms, chunkRows }) {
	const startedAt = nowMs();
	let rows = 0;
	let after = null;
	do {
		const [boundary] = await session.rows(selectBoundary(tables, after, chunkRows));
		const upTo = boundary === void 0 ? null : readKey(tables, boundary);
		rows += (await session.run(copyRange(tables, {
			after,
			upTo
		}, null))).affectedRows;
		after = upTo;
	} while (after !== null && nowMs() - startedAt < ms);
	return {
		rows,
		tookMs: nowMs() - startedAt
	};
}
/** The mean of a RENAME to another name and one back, in milliseconds. */
async function timeRename(session, clone) {
	const away = planCloneAway(clone);
	const startedAt = nowMs();
	await session.run(renameTable(clone, away));
	await session.run(renameTable(away, clone));
	return (nowMs() - startedAt) / 2;
}

// src/engine/plan/judge-replication.ts
/** A replica tells its lag in whole seconds, and is a few behind now and then. */
const mostLagMs = 1e4;
/** Why the tables of a replica may be older than those of its source, in sentences. Who may not ask is not told. */
async function judgeReplication(session, flavor) {
	return (await readReplication(session, flavor).catch((error) => {
		if (error instanceof ServerError) return [];
		throw error;
	})).flatMap((state) => {
		const why = whyOld(state);
		return why === null ? [] : [`The test replica ${why}. What was changed there since is not in this plan, and the merge may meet another table.`];
	});
}
function whyOld({ place, isApplying, isConnected, lagMs, delayMs, error }) {
	const words = error === "" ? "" : ` (${error.replace(/\.$/u, "")})`;
	if (!isApplying) return `does not apply what comes from its source ${place}: that thread is stopped${words}`;
	if (!isConnected) return `does not hear from its source ${place}: that thread is stopped${words}`;
	if (lagMs === null) return `does not know how far it is behind its source ${place}${words}`;
	if (delayMs > mostLagMs) return `is set to a delay of ${delayMs / 1e3} s behind its source ${place}`;
	return lagMs > mostLagMs ? `is ${lagMs / 1e3} s behind its source ${place}` : null;
}

// src/sql/parser/body-statements.ts
/**
* The statements of a stored body in their order, taken out of BEGIN, IF, CASE, loops, cursors and handlers. What has
* another form than the servers document stays one statement, whatever is in it.
*/
function bodyStatements(text, server) {
	const body = {
		statements: [],
		variables: []
	};
	for (const tokens of splitAtSemicolons(tokenize(text, {
		start: 0,
		end: text.length
	}, server))) readPiece(new TokenCursor(tokens), body);
	return body;
}
function splitAtSemicolons(tokens) {
	const pieces = [[]];
	for (const token of tokens) if (token.keyword === ";") pieces.push([]);
	else pieces.at(-1)?.push(token);
	return pieces;
}
/** Heads of compound statements, then the statement that follows them. */
function readPiece(cursor, body) {
	while (takeHead(cursor, body));
	if (cursor.done || namesNothing.has(cursor.peek()?.keyword ?? "")) return;
	if (cursor.take("DECLARE")) readVariables(cursor, body);
	else if (cursor.take("UNTIL")) keep(body, "expression", takeUpTo(cursor, "END") ?? cursor.rest());
	else if (cursor.take("RETURN") || cursor.take("DO")) keep(body, "expression", cursor.rest());
	else keep(body, "statement", cursor.rest());
}
/** How statements begin that can name neither a table nor a column of one. */
const namesNothing = /* @__PURE__ */ new Set([
	"END",
	"OPEN",
	"FETCH",
	"CLOSE",
	"LEAVE",
	"ITERATE",
	"COMMIT",
	"ROLLBACK",
	"START"
]);
function takeHead(cursor, body) {
	if (cursor.peek(1)?.keyword === ":" && cursor.name() !== null) return cursor.take(":");
	if (cursor.take("BEGIN", "NOT", "ATOMIC")) return true;
	if (cursor.takeAny([
		"BEGIN",
		"ELSE",
		"LOOP",
		"REPEAT"
	]) !== null) return true;
	if (cursor.sees("DECLARE")) return takeCursor(cursor) || takeHandler(cursor);
	return takeCondition(cursor, body, [
		"IF",
		"ELSEIF",
		"WHEN"
	], "THEN") || takeCondition(cursor, body, ["WHILE"], "DO") || takeCondition(cursor, body, ["CASE"], "WHEN") || takeFor(cursor, body);
}
/** `CASE x WHEN y THEN`: WHEN stays, for the next head. */
function takeCondition(cursor, body, heads, end) {
	if (!heads.some((head) => cursor.sees(head))) return false;
	const condition = takeUpTo(cursor, end, 1);
	if (condition === null) return false;
	keep(body, "expression", condition);
	if (end !== "WHEN") cursor.take(end);
	return true;
}
/** MariaDB's `FOR r IN (SELECT …) DO` and `FOR i IN 1..9 DO`. */
function takeFor(cursor, body) {
	if (!cursor.sees("FOR") || cursor.peek(2)?.keyword !== "IN") return false;
	const source = takeUpTo(cursor, "DO", 3);
	if (source === null) return false;
	keep(body, "statement", source);
	return cursor.take("DO");
}
/** `DECLARE c CURSOR FOR`, with MariaDB's parameters. */
function takeCursor(cursor) {
	if (cursor.peek(2)?.keyword !== "CURSOR") return false;
	return takeUpTo(cursor, "FOR", 3) !== null && cursor.take("FOR");
}
function takeHandler(cursor) {
	if (cursor.peek(2)?.keyword !== "HANDLER") return false;
	if (takeUpTo(cursor, "FOR", 3) === null || !cursor.take("FOR")) return false;
	do {
		if (cursor.take("SQLSTATE")) cursor.take("VALUE");
		else cursor.take("NOT");
		cursor.next();
	} while (cursor.take(","));
	return true;
}
/** `a, b INT DEFAULT …`, and MariaDB's `a TYPE OF t.c`; a CONDITION names nothing. */
function readVariables(cursor, body) {
	if (cursor.peek(1)?.keyword === "CONDITION") return;
	do {
		const name = cursor.name();
		if (name !== null) body.variables.push(name.text);
	} while (cursor.take(","));
	cursor.take("ROW");
	if (cursor.sees("TYPE")) return keep(body, "statement", cursor.rest());
	if (takeUpTo(cursor, "DEFAULT") !== null && cursor.take("DEFAULT")) keep(body, "expression", cursor.rest());
}
/**
* What comes before the keyword, without the first `skipped` tokens; the keyword stays. It is looked for outside of
* parentheses and of CASE … END. Null if it does not come, and then nothing is taken.
*/
function takeUpTo(cursor, keyword, skipped = 0) {
	let parentheses = 0;
	let cases = 0;
	let ahead = skipped;
	for (let token = cursor.peek(ahead); token !== void 0; token = cursor.peek(++ahead)) {
		if (parentheses === 0 && cases === 0 && token.keyword === keyword) {
			const mark = cursor.mark;
			for (let taken = 0; taken < ahead; taken++) cursor.next();
			return cursor.since(mark).slice(skipped);
		}
		if (token.keyword === "(") parentheses++;
		else if (token.keyword === ")") parentheses--;
		else if (token.keyword === "CASE") cases++;
		else if (token.keyword === "END") cases--;
	}
	return null;
}
function keep(body, kind, tokens) {
	if (tokens.length > 0) body.statements.push({
		kind,
		tokens
	});
}

// src/sql/parser/flat-joins.ts
/**
* The tokens without parentheses that group joins. Servers write the joins of a view as `((a join b on(x)) join c on(y))`,
* which node-sql-parser cannot read. What is left names the same tables and columns; it does not mean the same:
* `a left join (b join c on(x)) on(y)` becomes `a left join b join c on(x) AND (y)`.
*/
function withoutJoinGroups(tokens) {
	const flat = [];
	/** For each open parenthesis whether it groups joins, and whether the last join in it has its ON. */
	const open = [{
		isGroup: false,
		hasOn: false
	}];
	let endsGroupWithOn = false;
	for (const [index, token] of tokens.entries()) {
		const current = open.at(-1);
		const { keyword } = token;
		const followsOn = endsGroupWithOn;
		endsGroupWithOn = false;
		if (keyword === "(") {
			const isGroup = mayGroup(flat.at(-1)) && groupsJoins(tokens, index);
			open.push({
				isGroup,
				hasOn: false
			});
			if (isGroup) continue;
		} else if (keyword === ")" && open.length > 1) {
			open.pop();
			endsGroupWithOn = current?.isGroup === true && current.hasOn;
			if (current?.isGroup === true) continue;
		} else if (keyword.endsWith("JOIN") && current !== void 0) current.hasOn = false;
		else if (keyword === "ON" && current !== void 0) current.hasOn = true;
		flat.push(keyword === "ON" && followsOn ? {
			...token,
			text: "AND",
			keyword: "AND"
		} : token);
	}
	return flat;
}
function mayGroup(before) {
	return before !== void 0 && (before.keyword === "FROM" || before.keyword.endsWith("JOIN"));
}
/** False for what holds a query. */
function groupsJoins(tokens, at) {
	const first = tokens.slice(at).find((token) => token.keyword !== "(");
	return first !== void 0 && ![
		"SELECT",
		"WITH",
		"VALUES",
		"TABLE"
	].includes(first.keyword);
}

// src/sql/parser/other-parser-aliases.ts
/** @param tree whatever the parser made of one statement */
function collectAliases(tree) {
	const all = /* @__PURE__ */ new Set();
	const shadows = /* @__PURE__ */ new Set();
	const tablesOf = /* @__PURE__ */ new Map();
	let hasDerivedTables = false;
	for (const node of nodesIn(tree)) {
		const alias = typeof node.as === "string" ? fold(node.as) : null;
		const cte = isNode(node.stmt) && isNode(node.name) && typeof node.name.value === "string" ? node.name.value : null;
		const isDerived = isNode(node.expr) && isNode(node.expr.ast);
		if (cte !== null) hasDerivedTables = true;
		if (cte !== null) shadows.add(fold(cte));
		if (alias === null) continue;
		all.add(alias);
		if (typeof node.table === "string") {
			const table = fold(node.table);
			tablesOf.set(alias, (tablesOf.get(alias) ?? /* @__PURE__ */ new Set()).add(table));
			if (table !== alias) shadows.add(alias);
		} else if (isDerived) {
			hasDerivedTables = true;
			shadows.add(alias);
		}
	}
	const shared = [...tablesOf.values()].filter((tables) => tables.size > 1);
	return {
		all: /* @__PURE__ */ new Set([...all, ...shadows]),
		shadows,
		ambiguous: new Set(shared.flatMap((tables) => [...tables])),
		hasDerivedTables
	};
}
/** Names of columns and aliases do not heed case. */
function fold(name) {
	return name.replaceAll("``", "`").toLowerCase();
}
function isNode(value) {
	return typeof value === "object" && value !== null;
}
function* nodesIn(tree) {
	const open = [tree];
	for (let value = open.pop(); value !== void 0; value = open.pop()) {
		if (!isNode(value)) continue;
		yield value;
		open.push(...Object.values(value).filter((child) => child !== void 0));
	}
}

// src/sql/parser/names-in-body.ts
/**
* The tables and columns that a view, trigger, routine or event names, statement by statement. Reads with
* node-sql-parser, and this is the only module that knows it. What it hands over is not believed where it is known to
* be wrong: its lists take strings for columns and common table expressions for tables, and it cannot read groups of joins
* (see `flat-joins.ts`). Its build for MySQL reads for MariaDB too: the other one loses qualified names.
*
* @param body with the usual quotes (see `usual-quotes.ts`)
* @param parameters of the routine
*/
async function namesInBody(body, server, parameters) {
	const { Parser } = (await import("./mysql.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1))).default;
	const parser = new Parser();
	const { statements, variables } = bodyStatements(body, server);
	const notColumns = new Set([...variables, ...parameters].map(fold));
	return statements.map((statement) => {
		const words = wordsOf(statement.tokens);
		const text = plainText(statement);
		const reason = whyUnreadable(text, statement.tokens);
		if (reason !== null) return {
			kind: "cannot-read",
			reason,
			words
		};
		try {
			return {
				kind: "read",
				words,
				...namesOf(parser.parse(text, { database: "MySQL" }), notColumns)
			};
		} catch {
			return {
				kind: "cannot-read",
				reason: "It is written in a way that the parser does not know.",
				words
			};
		}
	});
}
/** More would hold the plan up: the parser takes some milliseconds for each 1,000 letters. */
const maxLength = 5e4;
function whyUnreadable(text, tokens) {
	if (text.length > maxLength) return `It has more than ${maxLength} characters.`;
	return tokens.some((token) => token.kind === "identifier" && token.text.includes(":")) ? "It has a name with a colon." : null;
}
/** Without comments, and with empty strings: the parser would take their text for names. */
function plainText({ kind, tokens }) {
	let text = kind === "expression" ? "SELECT " : "";
	let end = tokens[0]?.start ?? 0;
	for (const token of withoutJoinGroups(tokens)) {
		if (token.start > end) text += " ";
		text += written(token);
		end = token.end;
	}
	return text;
}
function written({ kind, text }) {
	if (kind === "identifier") return ident(text).text;
	return kind === "string" ? "''" : text;
}
function wordsOf(tokens) {
	return tokens.flatMap((token, index) => {
		if (token.kind !== "word" && token.kind !== "identifier") return [];
		const isQualified = tokens[index - 1]?.keyword === ".";
		return [{
			text: token.text,
			qualifier: isQualified ? tokens[index - 2]?.text ?? null : null
		}];
	});
}
function namesOf({ tableList, columnList, ast }, notColumns) {
	const aliases = collectAliases(ast);
	const tables = tableList.map((entry) => {
		const [, schema = null, name = ""] = entry.split("::").map(unquoted);
		return {
			schema,
			name: name ?? "",
			certain: !aliases.shadows.has(fold(name ?? ""))
		};
	});
	const columns = columnList.flatMap((entry) => columnOf(entry, tables, aliases, notColumns));
	const names = [...tables, ...columns].map(({ name }) => fold(name));
	return {
		tables,
		columns,
		otherNames: /* @__PURE__ */ new Set([...aliases.all, ...names])
	};
}
/** `select::table::column` or `select::schema::table::column`, with `null` for what is not given. */
function columnOf(entry, tables, aliases, notColumns) {
	const parts = entry.split("::").map(unquoted);
	const [verb] = parts;
	const name = parts.at(-1) ?? "";
	const table = parts.at(-2) ?? null;
	const schema = parts.length > 3 ? parts.at(-3) ?? null : null;
	if (name === "" || name === allColumns && verb === "delete") return [];
	const column = { name: name === allColumns ? "*" : name };
	if (table === null) {
		const [only] = tables;
		const isOnly = tables.length === 1 && !aliases.hasDerivedTables && !notColumns.has(fold(name));
		return [{
			...column,
			table: isOnly && only !== void 0 ? only : null
		}];
	}
	if (schema !== null) return [{
		...column,
		table: {
			schema,
			name: table
		}
	}];
	const [first, ...others] = tables.filter((candidate) => fold(candidate.name) === fold(table));
	const isKnown = others.length === 0 && !aliases.shadows.has(fold(table)) && !aliases.ambiguous.has(fold(table));
	return [{
		...column,
		table: isKnown ? first ?? {
			schema: null,
			name: table
		} : null
	}];
}
const allColumns = "(.*)";
/** Names come as they are written between backticks. */
function unquoted(name) {
	return name === "null" ? null : name.replaceAll("``", "`");
}

// src/engine/plan/exact-bodies.ts
/**
* Bodies of routines, events and triggers as they were sent. information_schema shows their texts without escapes: of `'it\'s'` it
* has `'it's'`, and what follows cannot be told from a text. Each is asked for once.
*/
var ExactBodies = class {
	#session;
	#bodies = /* @__PURE__ */ new Map();
	constructor(session) {
		this.#session = session;
	}
	/** @returns the rows of `selectStoredObjects` with these bodies, as far as the server shows them */
	async in(rows) {
		const exact = [];
		for (const row of rows) {
			const body = mayDiffer(row) ? await this.#bodyOf(row) : null;
			exact.push(body === null ? row : {
				...row,
				body
			});
		}
		return exact;
	}
	#bodyOf(row) {
		const key = JSON.stringify([
			row.kind,
			row.schema_name,
			row.name
		]);
		const body = this.#bodies.get(key) ?? this.#ask(row);
		this.#bodies.set(key, body);
		return body;
	}
	async #ask({ kind, schema_name, name, sql_mode, body }) {
		const place = {
			schema: String(schema_name),
			name: String(name)
		};
		try {
			const [shown] = await this.#session.rows(showCreateStored(String(kind), place));
			const statement = Object.entries(shown ?? {}).find(([title]) => /^(?:Create|SQL Original) /iu.test(title))?.[1];
			if (typeof statement !== "string") return null;
			if (kind === "trigger") return triggerBody(statement, quotingOf(String(sql_mode).split(",")));
			return bodyWithin(statement, String(body));
		} catch (error) {
			if (error instanceof ServerError) return null;
			throw error;
		}
	}
};
/** The body of a view is written anew by the server. */
function mayDiffer({ kind, body }) {
	return kind !== "view" && body !== null && /['"\\]/u.test(String(body));
}
/**
* @param statement ends with the body
* @param shown the body without escapes, so no longer than the body: both begin alike, up to the first text
*/
function bodyWithin(statement, shown) {
	const beginning = shown.slice(0, shown.search(/['"\\]/u));
	const at = statement.lastIndexOf(beginning, statement.length - shown.length);
	return beginning.trim() === "" || at < 0 ? null : statement.slice(at);
}

// src/engine/plan/stored-bodies.ts
/** Bodies that are looked at, of each kind. */
const maxBodies = 200;
/**
* What may name a table. A plan asks for many tables: where there are few bodies all of them are read once, and where there are
* many the server looks through them for each table.
*/
var StoredBodies = class {
	#session;
	#server;
	#exact;
	#all = /* @__PURE__ */ new Map();
	#names = /* @__PURE__ */ new Map();
	constructor(session, server) {
		this.#session = session;
		this.#server = server;
		this.#exact = new ExactBodies(session);
	}
	/**
	* Those that may name the table or may not be read, the ones of its own schema first.
	*
	* @throws ServerError
	*/
	async thatMayName(table, signal) {
		const found = [];
		let complete = true;
		for (const kind of storedKinds) {
			signal.throwIfAborted();
			const rows = await this.#ofKind(kind, table);
			complete &&= rows.length <= maxBodies;
			found.push(...rows.slice(0, maxBodies));
		}
		return {
			rows: await this.#exact.in(found),
			complete
		};
	}
	/** @param body with the usual quotes */
	names(body, parameters) {
		const key = JSON.stringify([body, parameters]);
		const names = this.#names.get(key) ?? namesInBody(body, this.#server, parameters);
		this.#names.set(key, names);
		return names;
	}
	async #ofKind(kind, table) {
		const { flavor } = this.#server;
		const reading = this.#all.get(kind) ?? this.#session.rows(selectStoredObjects(flavor, kind, null, 201));
		this.#all.set(kind, reading);
		const all = await reading;
		if (all.length > maxBodies) return this.#session.rows(selectStoredObjects(flavor, kind, table, 201));
		const candidates = all.filter((row) => mayName(row, table));
		const isOwn = ({ schema_name }) => schema_name === table.schema;
		return [...candidates.filter(isOwn), ...candidates.filter((row) => !isOwn(row))];
	}
};
/** As the server looks through them; a quote within a name may be doubled in the body. */
function mayName({ body, on_schema, on_table }, { schema, name }) {
	if (on_schema === schema && on_table === name) return false;
	if (body === null || body === "") return true;
	const text = String(body).toLowerCase();
	return name.toLowerCase().split(/[`"]/u).every((part) => text.includes(part));
}

// src/engine/plan/target-side.ts
/**
* The server that will be migrated, for what only it can tell: what its user may do, what it logs, what migrates there now and
* what earlier migrations left. It is asked the questions of a migration, by the functions that ask them there.
*/
var TargetSide = class TargetSide {
	control;
	/** Makes the table on which privileges are tried, outside the binlog where that is allowed. */
	#trying;
	/** `null` where these connections are those of the dry run. */
	#own;
	/** By the loads; the replicas are those of the run. */
	#limits = /* @__PURE__ */ new Map();
	#begun = [];
	#tried = /* @__PURE__ */ new Map();
	constructor(control, trying, own) {
		this.control = control;
		this.#trying = trying;
		this.#own = own;
	}
	/** @throws GhostshipError `cannot-connect`, `access-denied` */
	static async open(target, allow) {
		const control = await openControlConnection(target, allow);
		try {
			const trying = await control.sessions.open("trying the privileges");
			await keepOutOfBinlog(trying, false);
			return new TargetSide(control, trying, control);
		} catch (error) {
			await control[Symbol.asyncDispose]();
			throw error;
		}
	}
	/**
	* What a migration refuses before it makes anything.
	*
	* @param statement `null` where the table is not altered first by this one
	* @param stage what earlier statements of the run leave; `null` where there are none
	* @throws GhostshipError as the migration does
	*/
	async refuse(original, names, statement, stage) {
		const { session, server } = this.control;
		refuseTarget(server);
		await this.#refuseUnknown(original, stage);
		refuseAll(await missingPrivileges(session, original.table, server.flavor));
		await refuseRunning(session, original.table);
		const comments = await commentsOf(session, names);
		const isWaiting = isChangelog(comments.get(names.changelog));
		if (isWaiting) await refuseWaitingRevert(session, names);
		if (isWaiting && statement !== null) {
			await refuseOtherYielded(session, names, statement);
			this.#begun.push(original.table);
		}
		takeStage(comments, names, stage);
		refuseLeftovers(names, comments);
		refuseUnwritable(server);
		refuseAll([await this.#tryPrivileges(original.table, names.ownSchemas.length > 0)]);
	}
	/**
	* What every run refuses before its first statement.
	*
	* @param ledger where it keeps its notes
	* @throws GhostshipError `unsupported-server`, `missing-privileges`
	*/
	async refuseRun(ledger) {
		const { session, server } = this.control;
		refuseTarget(server);
		refuseAll(await missingPrivileges(session, ledger));
	}
	/**
	* Limits that cannot be kept.
	*
	* @throws GhostshipError `usage`, `cannot-connect`, `access-denied`
	*/
	async refuseLimits(options) {
		const { maxLoad, criticalLoad, lockBudgetMs } = options;
		const key = JSON.stringify([
			maxLoad,
			criticalLoad,
			lockBudgetMs
		]);
		const asked = this.#limits.get(key) ?? refuseLimits(this.control.session, options);
		this.#limits.set(key, asked);
		await asked;
	}
	/**
	* What is asked before a statement is looked at any closer.
	*
	* @param locked tables that the statement takes from everybody
	* @throws GhostshipError `missing-privileges`, `already-running`
	*/
	async refuseUses(uses, locked) {
		const { session, server } = this.control;
		await refuseUses(session, server, uses);
		for (const table of locked) await refuseRunning(session, table);
	}
	/**
	* The triggers of a table, tried for want of the right to make them: the user of a replica is another one.
	*
	* @throws GhostshipError `missing-privileges`
	*/
	async tryTriggers(original) {
		await tryTriggerRights(this.#trying, original, this.#purpose);
	}
	/** Whether a statement of the plan has been begun on the table. */
	hasBegun({ schema, name }) {
		return this.#begun.some((table) => table.schema === schema && table.name === name);
	}
	async has(table) {
		return (await readComments(this.control.session, [table])).size > 0;
	}
	async [Symbol.asyncDispose]() {
		await this.#own?.[Symbol.asyncDispose]();
	}
	/** Where it must be logged it comes to the replica, and there the clones of this plan have the names of a plan. */
	get #purpose() {
		return this.#own === null ? "plan" : "migration";
	}
	/** The test replica may have what the target has not. */
	async #refuseUnknown({ table }, stage) {
		if (this.#own === null || stage !== null && stage.standingOf(table)?.source?.table.name !== table.name) return;
		const { session } = this.control;
		if ((await readComments(session, [table])).size === 0) throw await unknownTable(session, table, unknownHint);
	}
	/** The same for all tables of a schema, unless one needs a schema of its own. */
	#tryPrivileges(table, apart) {
		const key = JSON.stringify([table.schema, apart ? table.name : null]);
		const tried = this.#tried.get(key) ?? tryPrivileges(this.#trying, table, this.#purpose, apart);
		this.#tried.set(key, tried);
		return tried;
	}
};
/** An earlier statement of the run may have taken a name, or freed it. */
function takeStage(comments, names, stage) {
	if (stage === null) return;
	for (const name of [
		names.ghost,
		names.changelog,
		names.retired
	]) if (stage.isGone(name)) comments.delete(name);
	else if (stage.isTaken(name) && !comments.has(name)) comments.set(name, madeByRun);
}
/** Why the target could not be asked, as a sentence. */
function whyNotAsked(error) {
	if (error instanceof GhostshipError) return error.message;
	throw error;
}

// src/engine/plan/dry-run.ts
/**
* What all statements of one plan share: sessions that are opened once, and what is asked once because the answer holds for all
* of them.
*/
var DryRun = class DryRun {
	place;
	control;
	/** Of ours, with checks and outside the binlog: it makes clones. */
	asking;
	/** Bodies of views and the like. */
	bodies;
	#answers = /* @__PURE__ */ new Map();
	#copySessions = [];
	#allow;
	#statements;
	#side = null;
	constructor(place, control, asking, allow, statements) {
		this.#allow = allow;
		this.place = place;
		this.control = control;
		this.asking = asking;
		this.#statements = statements;
		this.bodies = new StoredBodies(control.session, control.server);
	}
	/**
	* @param statements how many there are in the plan
	* @throws GhostshipError `cannot-connect`, `access-denied`, `missing-privileges`
	*/
	static async open(place, allow, statements = 1) {
		const control = await openControlConnection(place.replica ?? place.target, allow);
		try {
			const asking = await control.sessions.openWithChecks("the dry run");
			await keepOutOfBinlog(asking, place.replica !== null);
			return new DryRun(place, control, asking, allow, statements);
		} catch (error) {
			await control[Symbol.asyncDispose]();
			throw error;
		}
	}
	/** The server on which it happens. */
	get asked() {
		return this.place.replica ?? this.place.target;
	}
	get isOnReplica() {
		return this.place.replica !== null;
	}
	/** Who alters the clones; see `Sessions.openAsGiven`. */
	altering() {
		return this.#once("altering", async () => {
			const session = await this.control.sessions.openAsGiven("trying the statement", "with checks");
			await keepOutOfBinlog(session, this.isOnReplica);
			return session;
		});
	}
	/** Who writes rows into clones, and takes them back. */
	writing() {
		return this.#once("writing", async () => {
			const session = await this.control.sessions.open("trying rows");
			await keepOutOfBinlog(session, this.isOnReplica);
			return session;
		});
	}
	/** The table as it is. */
	async look(table) {
		return await inspectTable(this.control.session, table, await this.#knownKeys());
	}
	/** Whether the target has replicas. If the test replica is a replica, it is one of the target's. */
	hasReplicas() {
		const { facts } = this.control.server;
		return this.#once("replicas", async () => await hasReplicas(this.asking) || this.isOnReplica && isReplica(facts));
	}
	/** The target, or, where that is another server and cannot be asked, why not, as a sentence. */
	target() {
		return this.#once("target", async () => {
			const { target, replica } = this.place;
			if (replica === null) return new TargetSide(this.control, this.asking, null);
			if (replica === target) return "No target is given.";
			try {
				this.#side = await TargetSide.open(target, this.#allow);
				return this.#side;
			} catch (error) {
				return whyNotAsked(error);
			}
		});
	}
	/** What is tried on a clone of the table before a copy: the clone has all row versions before it. */
	async waysFor(original, alter, options) {
		const notInstant = options.algorithm === "auto" ? await this.whyNotInstant(original, alter) : null;
		return waysFor(options).filter((way) => notInstant === null || way !== "instant");
	}
	/** Of columns, on the server that will be migrated: its replica may have made its table in another way. */
	whyNotInstant(original, alter) {
		const { schema, name } = original.table;
		return this.#once(JSON.stringify([
			"instant",
			schema,
			name,
			original.createStatement,
			alter.text
		]), async () => {
			const target = await this.target();
			const control = typeof target === "string" ? this.control : target.control;
			return whyNoInstantColumns(control.server, alter) ?? await whyNoRowVersions(control, original, alter);
		});
	}
	/** The server that is asked, for people. */
	async describe() {
		const { host, port } = this.asked;
		const { facts } = this.control.server;
		const target = await this.target();
		return {
			host,
			port,
			flavor: facts.flavor,
			version: facts.version,
			role: facts.sources === null ? this.isOnReplica ? "replica" : "primary" : isReplica(facts) ? "replica" : "primary",
			notChecked: typeof target === "string" ? target : null
		};
	}
	/** Where the tables of the test replica may be older than those of the target; what is said once is not said again. */
	async warnOfReplication() {
		if (!this.isOnReplica || this.#answers.has("replication")) return [];
		return await this.#once("replication", () => judgeReplication(this.control.session, this.control.server.flavor));
	}
	/** What a copy would cost; `null` where there is no replica to measure on, because the target must not do this work. */
	async estimate(work, original) {
		if (!this.isOnReplica) return null;
		const session = await this.#copySession(work.settings);
		const measureRename = () => this.#once("rename", () => timeRename(session, work.names.ghost));
		const { flavor } = this.control.server;
		return await estimateCopy(session, work, original, {
			limit: limitSample(this.#statements),
			flavor,
			measureRename
		});
	}
	/** Whether {@link estimate} copies rows of the table into the clone. */
	samples(original) {
		return this.isOnReplica && original.rowsEstimated >= limitSample(this.#statements).minTableRows;
	}
	#copySession(settings) {
		return this.#once(JSON.stringify(["copy", settings]), async () => {
			const sessions = new Sessions(this.asked, settings, { naming: this.control.sessions.naming });
			this.#copySessions.push(sessions);
			const session = await sessions.open("measuring a sample");
			await keepOutOfBinlog(session, true);
			return session;
		});
	}
	async [Symbol.asyncDispose]() {
		try {
			var _usingCtx$1 = _usingCtx();
			_usingCtx$1.a(this.control);
			_usingCtx$1.a(this.#side);
			for (const sessions of this.#copySessions) await sessions[Symbol.asyncDispose]();
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** One look at all foreign keys costs a server as much as one look for those that lead to one table. */
	#knownKeys() {
		return this.#once("keys", () => readKnownKeys(this.control.session));
	}
	#once(question, ask) {
		const answer = this.#answers.get(question) ?? ask();
		this.#answers.set(question, answer);
		return answer;
	}
};
/** Who may not ask is taken to be on one. */
function isReplica({ sources }) {
	return sources === null || sources.length > 0;
}

export { takeStage as n, estimateBinlogBytes as r, DryRun as t };