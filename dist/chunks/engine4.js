import { i as __toESM, n as __name } from "./rolldown-runtime.js";
import { a as retiredNameTaken, d as checkData, f as refusedByServer, n as engineOptions, o as refuseRetiring, r as goneHint, s as checkRenames, t as dataWork, u as explainCreating } from "./commands/statements/data-work.js";
import { n as ServerError } from "./mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { i as TokenCursor, n as tokenize } from "./sql.js";
import { t as quotingOf } from "./sql/parser/quoting.js";
import { t as inUsualQuotes } from "./sql/parser/usual-quotes.js";
import { t as nowMs } from "./support/clock.js";
import { D as refuseStatement, N as sameTable, T as whyNoInstantColumns, b as probeRows, i as algorithmOf, s as tryOnClone, u as chooseWay, w as cheapWays } from "./engine.js";
import { S as selectBoundary, _ as readKey, a as inspectOriginal, h as deferIndexes, i as requireAlter, m as planCopy, n as refuseCopy, o as refuseKind, p as refuseShortImages, r as refuseTable, t as tryPrivileges, y as copyRange } from "./engine2.js";
import { l as Sessions, n as mapColumns, s as openControlConnection } from "./engine/mapping/column-map.js";
import { i as refuseTargetOf, r as refuseTarget, s as refuseAll } from "./engine/preflight/target.js";
import { a as openClone, i as markClone, l as needsOwnSchema, t as keepOutOfBinlog } from "./engine/tables/keep-out-of-binlog.js";
import { D as withoutForeignKeys, L as nameTables, O as withoutKeys, g as dropFromClone, n as commentsOf, p as refuseLeftovers, v as findUncheckedKeys, z as planCloneAway } from "./engine/tables/ghost.js";
import { v as renameTable } from "./sql/ghost.js";
import { n as hasReplicas } from "./mysql/server.js";
import { t as judgeWayBack } from "./engine/resume/judge-way-back.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as isCertain } from "./engine/probes/hazard.js";
import { c as unknownTable, r as inspectTable } from "./support/digest.js";
import { t as connect } from "./mysql2.js";
import { n as replaceSpans } from "./sql/parser/references.js";
import { n as labelOf, r as placeOf } from "./commands/statements/file-statement.js";
import { t as qualify } from "./commands/statements/task.js";
import { n as namedTables } from "./commands/plan/named-tables.js";

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

// src/sql/stored-objects.ts
/** A statement that looks for stored objects is given up after this: a plan does not wait for it. */
const storedObjectsTimeoutMs = 5e3;
const ownSchemas = sql`('mysql', 'sys', 'information_schema', 'performance_schema')`;
/**
* Views, routines, events, and triggers of other tables whose body has the name of the table somewhere in it or may not be
* read by this user. One statement a kind, with rows of `kind`, `schema_name`, `name`, `sql_mode` and `body`; `body` is
* NULL or empty where the user may not read it. Objects that the user may not see at all give no row.
*
* @param limit of rows for each kind
*/
function selectStoredObjects(flavor, table, limit) {
	return [
		{
			kind: sql`'view'`,
			schema: raw("TABLE_SCHEMA"),
			name: raw("TABLE_NAME"),
			mode: sql`''`,
			body: raw("VIEW_DEFINITION"),
			from: sql`information_schema.VIEWS WHERE TRUE`
		},
		{
			kind: sql`LOWER(ROUTINE_TYPE)`,
			schema: raw("ROUTINE_SCHEMA"),
			name: raw("ROUTINE_NAME"),
			mode: raw("SQL_MODE"),
			body: raw("ROUTINE_DEFINITION"),
			from: sql`information_schema.ROUTINES WHERE TRUE`
		},
		{
			kind: sql`'event'`,
			schema: raw("EVENT_SCHEMA"),
			name: raw("EVENT_NAME"),
			mode: raw("SQL_MODE"),
			body: raw("EVENT_DEFINITION"),
			from: sql`information_schema.EVENTS WHERE TRUE`
		},
		{
			kind: sql`'trigger'`,
			schema: raw("TRIGGER_SCHEMA"),
			name: raw("TRIGGER_NAME"),
			mode: raw("SQL_MODE"),
			body: raw("ACTION_STATEMENT"),
			from: sql`information_schema.TRIGGERS
        WHERE NOT (EVENT_OBJECT_SCHEMA = ${table.schema} AND EVENT_OBJECT_TABLE = ${table.name})`
		}
	].map(({ kind, schema, name, mode, body, from }) => timed(flavor, sql`${kind} AS kind, ${schema} AS schema_name, ${name} AS name, ${mode} AS sql_mode, ${body} AS body
      FROM ${from} AND ${schema} NOT IN ${ownSchemas}
        AND (${body} IS NULL OR ${body} = '' OR ${holds(body, table.name)})
      ORDER BY ${schema} <> ${table.schema}, ${schema}, ${name} LIMIT ${limit}`));
}
/** Parameters of routines with one of these names: `schema_name`, `routine`, `name`. */
function selectParametersNamed(flavor, names) {
	const list = join(names.map((name) => sql`${name}`));
	return timed(flavor, sql`SPECIFIC_SCHEMA AS schema_name, SPECIFIC_NAME AS routine, PARAMETER_NAME AS name
    FROM information_schema.PARAMETERS WHERE PARAMETER_NAME IN (${list})`);
}
/** Any case; a quote within a name may be doubled in the body. */
function holds(body, name) {
	const pattern = name.replaceAll(/[\\%_]/gu, String.raw`\$&`).replaceAll(/[`"]/gu, "%");
	return sql`CONVERT(${body} USING utf8mb4) COLLATE utf8mb4_general_ci LIKE ${`%${pattern}%`}`;
}
function timed(flavor, rest) {
	return flavor === "mysql" ? sql`SELECT /*+ MAX_EXECUTION_TIME(${storedObjectsTimeoutMs}) */ ${rest}` : sql`SET STATEMENT max_statement_time = ${storedObjectsTimeoutMs / 1e3} FOR SELECT ${rest}`;
}

// src/engine/plan/judge-naming.ts
/**
* @param bodySchema the schema of tables that the body names without one
* @returns `null` where no statement names the table
*/
function judgeNaming(statements, bodySchema, wanted) {
	const search = new Search(bodySchema, wanted);
	const naming = statements.map((statement) => ({
		statement,
		verdict: search.table(statement)
	})).filter(({ verdict }) => verdict !== "no");
	const verdict = surest(naming.map((each) => each.verdict));
	if (verdict === "no") return null;
	const columns = wanted.columns.flatMap((name) => {
		const column = surest(naming.map((each) => search.column(name, each.statement, each.verdict)));
		return column === "no" ? [] : [{
			name,
			doubt: doubtOf(column)
		}];
	});
	return {
		doubt: doubtOf(verdict),
		columns
	};
}
var Search = class {
	#bodySchema;
	#wanted;
	constructor(bodySchema, wanted) {
		this.#bodySchema = bodySchema;
		this.#wanted = wanted;
	}
	table(statement) {
		if (!statement.words.some(({ text, qualifier }) => this.#isTable(qualifier, text))) return "no";
		if (statement.kind === "cannot-read") return { doubt: statement.reason };
		const tables = statement.tables.filter(({ schema, name }) => this.#isTable(schema, name));
		if (tables.some(({ certain }) => certain)) return "yes";
		if (statement.columns.some(({ table }) => table?.schema != null && this.#isTable(table.schema, table.name))) return "yes";
		if (tables.length > 0) return { doubt: "An alias or a common table expression has the same name." };
		if (statement.otherNames.has(this.#wanted.table.name.toLowerCase())) return "no";
		return { doubt: "The name is there, but the parser does not say what for." };
	}
	column(name, statement, ofTable) {
		const isWord = statement.words.some(({ text }) => sameColumn(text, name));
		if (statement.kind === "cannot-read") return isWord ? { doubt: statement.reason } : "no";
		const verdict = isWord ? this.#namedColumn(name, statement) : this.#allColumns(statement);
		return verdict === "yes" && ofTable !== "yes" ? ofTable : verdict;
	}
	#namedColumn(name, statement) {
		const columns = statement.columns.filter((column) => sameColumn(column.name, name));
		if (columns.some((column) => this.#isOf(column))) return "yes";
		if (columns.some(({ table }) => table === null)) return { doubt: "It may be a column of another table." };
		if (columns.length > 0 || statement.otherNames.has(name.toLowerCase())) return this.#allColumns(statement);
		return { doubt: "The name is there, but the parser does not say what for." };
	}
	#allColumns({ columns }) {
		return columns.some((column) => column.name === "*" && (column.table === null || this.#isOf(column))) ? { doubt: "It takes all columns, whichever they are." } : "no";
	}
	#isOf({ table }) {
		return table !== null && this.#isTable(table.schema, table.name);
	}
	#isTable(schema, name) {
		const { table, nameCase } = this.#wanted;
		return nameCase.same(name, table.name) && nameCase.same(schema ?? this.#bodySchema, table.schema);
	}
};
function surest(verdicts) {
	return verdicts.find((verdict) => verdict === "yes") ?? verdicts.find((verdict) => verdict !== "no") ?? "no";
}
function doubtOf(verdict) {
	return typeof verdict === "string" ? null : verdict.doubt;
}
function sameColumn(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}

// src/engine/plan/named-by.ts
/** For a table that nobody can name yet. */
const namedByNobody = {
	objects: {
		listed: [],
		more: 0
	},
	unreadable: {
		listed: [],
		more: 0
	},
	complete: true,
	problem: null
};
/** Who names any of several tables, each once. */
function joinNaming(all) {
	return {
		objects: joinListed(all.map(({ objects }) => objects)),
		unreadable: joinListed(all.map(({ unreadable }) => unreadable)),
		complete: all.every(({ complete }) => complete),
		problem: all.find(({ problem }) => problem !== null)?.problem ?? null
	};
}
function joinListed(lists) {
	const keyOf = ({ kind, schema, name }) => JSON.stringify([
		kind,
		schema,
		name
	]);
	return {
		listed: [...new Map(lists.flatMap((list) => list.listed).map((object) => [keyOf(object), object])).values()],
		more: lists.reduce((sum, { more }) => sum + more, 0)
	};
}

// src/engine/plan/find-naming.ts
/** Bodies that are looked at, of each kind. */
const maxBodies = 200;
const maxListed = 50;
/** Reading bodies keeps the process from everything else. */
const readingBudgetMs = 3e3;
/**
* Who names the table, as far as this user may see. It only tells, so what the server will not answer is no reason to
* refuse anything.
*
* @param columns that the statement drops or renames
*/
async function findNaming(session, server, table, columns, signal) {
	try {
		const found = [];
		let complete = true;
		for (const statement of selectStoredObjects(server.flavor, table, 201)) {
			signal.throwIfAborted();
			const rows = await session.rows(statement);
			complete &&= rows.length <= maxBodies;
			found.push(...rows.slice(0, maxBodies));
		}
		const readable = found.filter(isReadable);
		const judged = await judgeAll(readable, await parametersNamed(session, server, readable, columns), server, {
			table,
			columns,
			nameCase: server.nameCase
		}, signal);
		return {
			objects: firstOf(judged.objects.toSorted((a, b) => rank(a) - rank(b))),
			unreadable: firstOf(found.filter((row) => !isReadable(row)).map((row) => objectOf(row, table.schema))),
			complete: complete && judged.complete,
			problem: null
		};
	} catch (error) {
		if (error instanceof ServerError) return {
			...namedByNobody,
			complete: false,
			problem: error.message
		};
		throw error;
	}
}
async function judgeAll(rows, parameters, server, wanted, signal) {
	const startedAt = nowMs();
	const objects = [];
	for (const row of rows) {
		signal.throwIfAborted();
		if (nowMs() - startedAt > readingBudgetMs) return {
			objects,
			complete: false
		};
		const names = parameters.filter(({ schema_name, routine }) => schema_name === row.schema_name && routine === row.name).map(({ name }) => String(name));
		const statements = await namesInBody(bodyOf(row), server, names);
		const naming = judgeNaming(statements, String(row.schema_name), wanted);
		if (naming !== null) objects.push({
			...objectOf(row, wanted.table.schema),
			...naming
		});
	}
	return {
		objects,
		complete: true
	};
}
/** A parameter hides the column of its name. */
async function parametersNamed(session, { flavor }, rows, columns) {
	return columns.length > 0 && rows.some(({ kind }) => kind === "procedure" || kind === "function") ? session.rows(selectParametersNamed(flavor, columns)) : [];
}
function isReadable({ body }) {
	return body !== null && body !== "";
}
function bodyOf({ body, sql_mode }) {
	return inUsualQuotes(String(body), quotingOf(String(sql_mode).split(",")));
}
function objectOf({ kind, schema_name, name }, tableSchema) {
	return {
		kind: String(kind),
		schema: schema_name === tableSchema ? null : String(schema_name),
		name: String(name)
	};
}
function rank({ doubt, columns }) {
	if (columns.some((column) => column.doubt === null)) return 0;
	if (columns.length > 0) return 1;
	return doubt === null ? 2 : 3;
}
function firstOf(all) {
	return {
		listed: all.slice(0, maxListed),
		more: Math.max(0, all.length - maxListed)
	};
}

// src/engine/plan/estimate.ts
const sampleMs = 500;
const sampleRows = 2e3;
/** LOCK, DROP of the sentry and RENAME take about three times as long as one RENAME of an empty table. */
const cutoverPerRename = 3;
/**
* Copies the first rows into the clone, on the test replica and outside its binlog. From that it estimates the whole copy. One
* session without a binlog is taken as a fair measure: two workers are faster, but the binlog, indexes and verifying cost time.
*
* @param session with the settings of the copy and no binlog
* @returns `null` where rows do not fit. The plan reports them elsewhere.
*/
async function estimateCopy(session, plan, original) {
	try {
		await markClone(session, plan.names.ghost);
		const sample = await copySample(session, plan);
		const msPerRow = sample.rows === 0 ? 0 : sample.tookMs / sample.rows;
		return {
			sampledRows: sample.rows,
			durationMs: original.rowsEstimated * msPerRow,
			diskBytes: original.dataBytes + original.indexBytes,
			binlogBytes: original.dataBytes,
			cutoverMs: cutoverPerRename * await timeRename(session, plan.names.ghost)
		};
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	}
}
async function copySample(session, { tables }) {
	const startedAt = nowMs();
	let rows = 0;
	let after = null;
	do {
		const [boundary] = await session.rows(selectBoundary(tables, after, sampleRows));
		const upTo = boundary === void 0 ? null : readKey(tables, boundary);
		rows += (await session.run(copyRange(tables, {
			after,
			upTo
		}, null))).affectedRows;
		after = upTo;
	} while (after !== null && nowMs() - startedAt < sampleMs);
	return {
		rows,
		tookMs: nowMs() - startedAt
	};
}
/** The mean of a RENAME to another name and one back. */
async function timeRename(session, clone) {
	const away = planCloneAway(clone);
	const startedAt = nowMs();
	await session.run(renameTable(clone, away));
	await session.run(renameTable(away, clone));
	return (nowMs() - startedAt) / 2;
}

// src/engine/plan/judge-statement.ts
/**
* @param asking tells whether the server has replicas
* @throws GhostshipError for what the migration itself refuses once it knows how it would be done
*/
async function judgeStatement(request, control, asking, original, alter, { altered, after }) {
	const { file, line, statement, options, replica } = request;
	const { server } = control;
	const replicas = await hasReplicas(asking) || replica !== null && isReplica(server.facts);
	const way = await chooseWay(control, {
		original,
		alter,
		altered,
		after
	}, options, replicas);
	const work = way.kind === "copy" ? await planWork(control, original, after, alter, request) : null;
	const leavesKeysOut = work !== null && options.foreignKeys === "drop";
	const notInstant = whyNoInstantColumns(server, alter);
	return {
		work,
		replicas,
		columnsGone: [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)],
		plan: {
			file,
			line,
			statement,
			table: original.table.name,
			algorithm: algorithmOf(way),
			reason: reasonFor(altered, way),
			rows: original.rowsEstimated,
			dataBytes: original.dataBytes,
			indexBytes: original.indexBytes,
			before: original.createStatement,
			after: leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement,
			migrationKey: work === null ? null : describeKey(work),
			warnings: [...notInstant === null ? [] : [notInstant], ...altered.warnings],
			wayBack: judgeWayBack(algorithmOf(way), original, after, alter)
		}
	};
}
/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
async function planWork(control, original, after, alter, { options, replica }) {
	await (replica === null ? refuseCopy : refuseTable)(control, original, alter, options);
	const names = {
		...nameTables(original.table, false),
		ghost: after.table
	};
	const plan = planCopy(names, original, after, alter, control.server, options.allow);
	if (replica === null) refuseShortImages(control.server.facts, original, plan.key);
	return plan;
}
function describeKey({ key }) {
	return {
		name: key.index,
		columns: key.columns.map((column) => column.original.name),
		reason: key.reason
	};
}
function reasonFor(altered, way) {
	if (way.kind === "add-keys") return "The server adds the foreign key in place while writers go on, and then every row is checked. It is dropped again where a row refers to none.";
	if (way.kind === "only-server") return way.only.reason;
	const onServer = way.kind !== "copy";
	if (onServer && way.way === "whole") return "The server itself copies the table, which is small. Writers wait for less than the lock budget.";
	if (altered.way === "instant") return "The server changes only the definition. It touches no row.";
	if (altered.way === "inplace" && onServer) return "The server changes the table in place while writers go on. It rewrites no row.";
	if (altered.way === "inplace" && altered.rebuilds) return "The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind. The table is copied instead.";
	if (altered.way === "inplace") return "Replicas would fall behind while they build the index in one piece. The table is copied instead.";
	return altered.refusal === null ? "The server would copy the table and block writers." : `The server would copy the table and block writers: ${altered.refusal}`;
}
/** Who may not ask is taken to be on one. */
function isReplica({ sources }) {
	return sources === null || sources.length > 0;
}

// src/engine/plan/next-original.ts
async function nextOriginal(session, found) {
	const unchecked = await findUncheckedKeys(session, nameTables(found.table, false));
	const { foreignKeys, indexes } = unchecked;
	if (foreignKeys.length === 0) return {
		original: found,
		unchecked,
		warnings: []
	};
	const { table } = found;
	return {
		original: {
			...found,
			createStatement: withoutKeys(found.createStatement, foreignKeys, indexes),
			indexes: found.indexes.filter(({ name }) => !indexes.includes(name)),
			foreignKeys: found.foreignKeys.filter(({ child, name }) => !(sameTable(child, table) && foreignKeys.includes(name)))
		},
		unchecked,
		warnings: [`A run has added ${foreignKeys.join(", ")} to ${table.name}, and has not checked its rows. If that run is gone, the next one drops the foreign key first, and so does \`ghostship cleanup\`; the plan is for the table without it.`]
	};
}

// src/engine/plan/plan.ts
/**
* The dry run: alters an empty clone, outside the binlog, and says what the migration will do. It only reads the original.
*
* @throws GhostshipError for everything that the migration itself refuses before it copies, and `leftover-tables`
*/
async function planStatement(request, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		signal.throwIfAborted();
		const { database } = request.target;
		const control = _usingCtx$2.a(await openControlConnection(request.replica ?? request.target, request.options.allow));
		if (request.replica === null) refuseTarget(control.server);
		const alter = requireAlter(request.statement, control.server);
		refuseStatement(alter);
		const table = {
			schema: alter.table.schema ?? database,
			name: alter.table.name
		};
		const purpose = request.replica === null ? "migration" : "dry run";
		const found = await inspectOriginal(control.session, control.server, table, purpose);
		const { original, unchecked, warnings } = await nextOriginal(control.session, found);
		const session = _usingCtx$2.a(await control.sessions.openWithChecks("the dry run"));
		const altering = _usingCtx$2.a(await control.sessions.openAsGiven("trying the statement", "with checks"));
		for (const own of [session, altering]) await keepOutOfBinlog(own, request.replica !== null);
		const { server } = control;
		const { foreignKeys } = request.options;
		const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
		const names = nameTables(original.table, apart);
		refuseLeftovers(names, await commentsOf(control.session, names));
		if (request.replica === null) refuseAll([await tryPrivileges(session, original.table, "plan", apart)]);
		const asked = {
			original,
			alter,
			server,
			foreignKeys,
			purpose: "plan"
		};
		const clone = _usingCtx$2.a(await openClone(session, asked));
		await dropFromClone(session, clone.name, unchecked);
		const { altered, after } = await tryOnClone({
			asking: session,
			altering
		}, clone, asked, cheapWays);
		const judged = await judgeStatement(request, control, session, original, alter, {
			altered,
			after
		});
		const { work, replicas, columnsGone } = judged;
		const keyIndexName = work?.key.onGhost.name ?? "";
		const deferral = work && await deferIndexes(session, after, original, request.options.indexes, replicas, keyIndexName);
		const map = mapColumns(original, after, alter);
		const hazards = await probeRows(session, control.server, original, after, map, signal);
		const namedBy = await findNaming(control.session, control.server, original.table, columnsGone, signal);
		return {
			...judged.plan,
			deferral: deferral && {
				...deferral,
				indexes: deferral.indexes.map(({ name }) => name)
			},
			warnings: [...warnings, ...judged.plan.warnings],
			hazards,
			namedBy,
			estimate: work === null ? null : await estimate(request, work, original, control)
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Only on the replica: the target must not do this work. */
async function estimate({ replica }, work, original, { sessions: { naming } }) {
	try {
		var _usingCtx3 = _usingCtx();
		if (replica === null) return null;
		const sessions = _usingCtx3.a(new Sessions(replica, work.settings, { naming }));
		const session = _usingCtx3.a(await sessions.open("measuring a sample"));
		await keepOutOfBinlog(session, true);
		return await estimateCopy(session, work, original);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}

// src/engine/plan/plan-on-stage.ts
/**
* As `planStatement`, for a table that earlier statements of the run make, or change: the statement is tried on what they leave.
*
* @throws GhostshipError for everything that the migration itself refuses before it copies
*/
async function planOnStage(request, stage, signal) {
	signal.throwIfAborted();
	const { control } = stage;
	const alter = requireAlter(request.statement, control.server);
	refuseStatement(alter);
	const table = {
		schema: alter.table.schema ?? request.target.database,
		name: alter.table.name
	};
	await stage.tables.bring(table);
	const original = await stage.tables.look(table);
	if (original === null) throw await stage.tables.unknown(table, "Check the name in the statement and the database in the target URL.");
	refuseKind(original);
	await refuseTakenNames(request, stage, original, alter);
	const tried = await stage.alter(original, alter);
	try {
		return await judge(request, stage, original, alter, tried, signal);
	} catch (error) {
		await tried.undo();
		throw error;
	}
}
/** Of the tables of the migration: an earlier statement may have taken one, or freed it. */
async function refuseTakenNames({ options }, stage, original, alter) {
	const { session, server } = stage.control;
	const apart = needsOwnSchema(original, alter, server.flavor, options.foreignKeys);
	const names = nameTables(original.table, apart);
	const comments = await commentsOf(session, names);
	for (const name of [
		names.ghost,
		names.changelog,
		names.retired
	]) if (stage.tables.isGone(name)) comments.delete(name);
	else if (stage.tables.standingOf(name) !== null && !comments.has(name)) comments.set(name, "");
	refuseLeftovers(names, comments);
}
async function judge(request, stage, original, alter, tried, signal) {
	const { control, asking } = stage;
	const { plan, columnsGone } = await judgeStatement(request, control, asking, original, alter, tried);
	const standing = stage.tables.standingOf(original.table);
	const source = standing?.source ?? null;
	const { after } = tried;
	return {
		...plan,
		deferral: null,
		hazards: standing === null ? [] : await hazardsOn(stage, standing, original, after, mapColumns(original, after, alter), signal),
		namedBy: source === null ? namedByNobody : await findNaming(control.session, control.server, source.table, columnsGone, signal),
		estimate: null
	};
}
/** What the rows that are there by now say of the table as it will be, and what only those that will be there could say. */
async function hazardsOn(stage, standing, original, after, step, signal) {
	const { source, map, rowsChanged } = standing;
	if (source === null) return rowsChanged ? unknowable(original, after, step, false) : [];
	const { asking, control } = stage;
	const counted = (await probeRows(asking, control.server, source, after, map, signal)).filter(({ message }) => !standing.told.has(message));
	for (const { message } of counted) standing.told.add(message);
	const added = step.filter(({ to }) => !map.some((pair) => pair.to.name === to.name));
	const open = source.rowsEstimated === 0 && !rowsChanged ? [] : unknowable(original, after, added, !rowsChanged);
	return [...counted.map((hazard) => rowsChanged ? inDoubt(hazard) : hazard), ...open];
}
const onlyThen = "that can only be counted once the statements before it have run";
/** A statement in between may mend it. */
function inDoubt(hazard) {
	if (!isCertain(hazard)) return hazard;
	const message = `${hazard.message} A statement before it changes rows, so ${onlyThen}.`;
	return {
		...hazard,
		count: "unknown",
		message
	};
}
/** Questions about columns that no row has yet. */
function unknowable(original, after, columns, isFilledByDefault) {
	return columns.flatMap(({ from, to }) => {
		const becomesUnique = after.indexes.some(({ name, unique, columns: parts }) => unique && parts.some(({ column }) => column === to.name) && !original.indexes.some((index) => index.name === name && index.unique));
		const changes = from.columnType !== to.columnType || from.nullable && !to.nullable || becomesUnique;
		const common = {
			columns: [to.name],
			key: null,
			atLeast: false,
			sampleKeys: [],
			hint: `Look at ${to.name} between the two.`
		};
		if (!changes) return [];
		if (isFilledByDefault && from.nullable && !from.hasDefault && !to.nullable && original.rowsEstimated > 0) {
			const count = original.rowsEstimated;
			const message = `${to.name} is NULL in all rows, about ${count}, and it becomes NOT NULL.`;
			return [{
				...common,
				kind: "null-in-not-null",
				count,
				message,
				hint: "Give the column a default where it is added, or fill it before."
			}];
		}
		const kind = becomesUnique ? "duplicate-key" : from.nullable && !to.nullable ? "null-in-not-null" : "not-convertible";
		const message = `It is not known whether ${to.name} fits in every row: statements before it add or fill this column, and ${onlyThen}.`;
		return [{
			...common,
			kind,
			count: "unknown",
			message
		}];
	});
}
/** Does on the stage what has been tried elsewhere, for the statements that follow. */
async function repeatOnStage(plan, table, stage) {
	const standing = await stage.tables.bring(table);
	const original = await stage.tables.look(table);
	if (standing === null || original === null) return;
	await stage.alter(original, requireAlter(plan.statement, stage.control.server));
	for (const { message } of plan.hazards) standing.told.add(message);
}
/**
* A CREATE TABLE, tried.
*
* @param tables that it names
* @param inPlace gives the statement with every table as the function says
* @throws GhostshipError `invalid-statement` with the server's words
*/
async function createOnStage(stage, table, tables, creation, inPlace) {
	for (const named of tables) await stage.tables.bring(named);
	await stage.tables.prepare(table.schema);
	try {
		await stage.create(table, inPlace((named) => tableName(stage.tables.staged(named)).text));
	} catch (error) {
		throw explainCreating(error, creation);
	}
}
/**
* A statement that changes rows of tables that are not there yet, or not like this: only its text and its names can be tried.
*
* @throws GhostshipError `unknown-table`, `invalid-statement` with the server's words
*/
async function explainOnStage(stage, { tables, place }, inPlace) {
	for (const table of tables) if (await stage.tables.bring(table) === null) throw await stage.tables.unknown(table, "Check its name, and the database of target.");
	try {
		await stage.explain(inPlace((named) => tableName(stage.tables.staged(named)).text));
	} catch (error) {
		throw error instanceof ServerError ? refusedByServer(error, place) : error;
	}
}
/** What is known of the rows of these tables is in doubt from now on. */
async function changeRowsOnStage(stage, tables) {
	for (const table of tables) {
		const standing = await stage.tables.bring(table);
		if (standing !== null) standing.rowsChanged = true;
	}
}

// src/commands/plan/plan-task.ts
/** @throws GhostshipError for what the migration itself would refuse before it changes anything */
async function planTask(statement, task, planning, signal) {
	switch (task.kind) {
		case "change": return planChange(statement, task, planning, signal);
		case "create":
			await refuseForCreating(planning);
			await tryCreating(statement, task, planning);
			return {
				...emptyPlan(statement),
				reason: "A new table: it has no rows, and nobody uses it yet.",
				after: statement.text
			};
		case "drop": return planDrop(statement, task, planning, signal);
		case "rename": return planRename(statement, task, planning, signal);
		case "data": return planData(statement, task, planning);
	}
}
async function planChange(statement, task, { database, settings, stage }, signal) {
	const { file, line, text, table, parsed } = statement;
	const { target } = database;
	const options = engineOptions(settings.valuesFor(file, table), settings);
	const request = {
		...database,
		file,
		line,
		statement: text,
		options
	};
	const names = namedTables(parsed).map((named) => qualify(named, target.database));
	const isKnown = stage?.tables.knows(names) === true;
	const plan = stage !== null && isKnown ? await planOnStage(request, stage, signal) : await planStatement(request, signal);
	if (stage !== null && !isKnown) await repeatOnStage(plan, qualify(task.table, target.database), stage);
	return {
		...plan,
		table: labelOf(task.table.schema, plan.table, target.database)
	};
}
/** Only the target can tell, and it is not asked where there is a replica. */
async function refuseForCreating({ database: { target, replica }, stage }) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (replica !== null) return;
		if (stage !== null) return refuseTarget(stage.control.server);
		const session = _usingCtx$1.a(await connect(target, "planning a new table"));
		await refuseTargetOf(session);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function tryCreating(statement, task, { database: { target }, stage }) {
	if (stage === null) return;
	const tables = namedTables(statement.parsed).map((table) => qualify(table, target.database));
	const creation = {
		statement: statement.text,
		table: statement.label,
		place: placeOf(statement)
	};
	const table = qualify(task.table, target.database);
	await createOnStage(stage, table, tables, creation, (name) => withTables(statement, target.database, name));
}
/** The text of the statement with other tables in it. */
function withTables({ parsed, text }, database, name) {
	const spans = namedTables(parsed).map((table) => ({
		start: table.start - parsed.start,
		end: table.end - parsed.start,
		by: name(qualify(table, database))
	}));
	return replaceSpans(text, spans);
}
async function planDrop(statement, task, planning, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		const { stage } = planning;
		const { target, replica } = planning.database;
		const asked = qualify(task.table, target.database);
		const { control } = _usingCtx3.a(await openControl(planning));
		if (replica === null) refuseTarget(control.server);
		const look = (name) => stage === null ? inspectTable(control.session, name) : stage.tables.look(name);
		const definition = await look(asked);
		if (definition === null) {
			if (task.ifExists) return {
				...emptyPlan(statement),
				reason: "The table is not there, so nothing is done."
			};
			throw await (stage === null ? unknownTable(control.session, asked, goneHint) : stage.tables.unknown(asked, goneHint));
		}
		const { table } = definition;
		await refuseRetiring(control.session, definition);
		const { retired } = nameTables(table, false);
		if (await look(retired) !== null) throw retiredNameTaken(retired);
		await stage?.retire(table, retired);
		return {
			...emptyPlan(statement),
			table: labelOf(asked.schema, table.name, target.database),
			reason: `It is renamed to ${labelOf(asked.schema, retired.name, target.database)} and keeps its rows until cleanup drops it.`,
			rows: definition.rowsEstimated,
			dataBytes: definition.dataBytes,
			indexBytes: definition.indexBytes,
			before: definition.createStatement,
			namedBy: await findNaming(control.session, control.server, table, [], signal)
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function planRename(statement, { renames, ifExists }, planning, signal) {
	try {
		var _usingCtx4 = _usingCtx();
		const { stage } = planning;
		const { database } = planning.database.target;
		const { control } = _usingCtx4.a(await openControl(planning));
		const look = (name) => stage === null ? inspectTable(control.session, name) : stage.tables.look(name);
		const asked = renames.map(({ from, to }) => ({
			from: qualify(from, database),
			to: qualify(to, database)
		}));
		const checked = await checkRenames(control.session, {
			renames: asked,
			ifExists
		}, look);
		for (const { from, to } of checked.renames) await stage?.rename(from, to);
		const inWords = ({ schema, name }) => labelOf(schema, name, database);
		const changes = checked.renames.map(({ from, to }) => `${inWords(from)} becomes ${inWords(to)}`);
		const naming = [];
		for (const { table } of checked.tables) naming.push(await findNaming(control.session, control.server, table, [], signal));
		return {
			...emptyPlan(statement),
			reason: changes.length === 0 ? "None of the tables is there, so nothing is done." : `The server changes names alone, all at once: ${changes.join(", ")}.`,
			namedBy: joinNaming(naming)
		};
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/** That of the stage where there is one: it is open already. */
async function openControl({ database: { target, replica }, stage }) {
	const control = stage?.control ?? await openControlConnection(replica ?? target);
	return {
		control,
		[Symbol.asyncDispose]: () => stage === null ? control[Symbol.asyncDispose]() : Promise.resolve()
	};
}
async function planData(statement, task, { database: { target, replica }, settings, stage }) {
	try {
		var _usingCtx5 = _usingCtx();
		const work = dataWork(statement, task, target, settings);
		const isKnown = stage?.tables.knows(work.tables) === true;
		const transaction = "It changes rows, in one transaction of its own.";
		const limit = `up to ${work.maxRows} are allowed`;
		if (stage !== null && isKnown) {
			await explainOnStage(stage, work, (name) => withTables(statement, target.database, name));
			await changeRowsOnStage(stage, work.tables);
			const reason = `${transaction} How many it examines can only be counted once the statements before it have run; ${limit}.`;
			return {
				...emptyPlan(statement),
				reason,
				rows: work.rows
			};
		}
		const session = _usingCtx5.a(await connect(replica ?? target, "asking what a statement examines"));
		const rows = await checkData(session, work);
		if (stage !== null) await changeRowsOnStage(stage, work.tables);
		const reason = `${transaction} It examines about ${formatted(rows, "row")}, by the estimate of the server; ${limit}.`;
		return {
			...emptyPlan(statement),
			reason,
			rows
		};
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}
function formatted(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function emptyPlan({ file, line, text, label }) {
	return {
		file,
		line,
		statement: text,
		table: label,
		algorithm: "direct",
		reason: "",
		rows: 0,
		dataBytes: 0,
		indexBytes: 0,
		before: "",
		after: "",
		migrationKey: null,
		deferral: null,
		warnings: [],
		hazards: [],
		wayBack: null,
		namedBy: namedByNobody,
		estimate: null
	};
}

export { planStatement as n, planTask as t };