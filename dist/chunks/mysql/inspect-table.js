import { r as __name } from "../rolldown-runtime.js";
import { _ as selectTable, a as selectColumns, c as selectForeignKeys, l as selectInAnyCase, p as selectOwnForeignKeys, u as selectIndexColumns, x as showCreateTable } from "../sql/inspect.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "../sql/sql.js";
import { t as ourMark } from "../sql/marker.js";
import { n as clientCollation } from "../sql/session-settings.js";
import { t as GhostshipError } from "../support/errors.js";
import { t as askNameCase } from "./name-case.js";
import { n as readIfThere } from "./read-if-there.js";
import { a as usualQuoting, i as quotingOf, n as tokenize } from "../sql/parser/tokens.js";
import { t as TokenCursor } from "../sql/parser/token-cursor.js";
import { a as isDenied, m as isServerError } from "./server-errors.js";

// src/sql/triggers.ts
/**
* In the order in which they are run. They are seen only by who has the privilege TRIGGER on the table. What they do is asked for with
* `showCreateStored`.
*/
function selectTriggers(table) {
	return sql`SELECT TRIGGER_NAME AS name, ACTION_TIMING AS timing, EVENT_MANIPULATION AS event,
      DEFINER AS definer, SQL_MODE AS sql_mode, CHARACTER_SET_CLIENT AS charset, COLLATION_CONNECTION AS collation
    FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ${table.schema} AND EVENT_OBJECT_TABLE = ${table.name}
    ORDER BY ACTION_ORDER, TRIGGER_NAME`;
}
/** A trigger remembers the settings of the session that made it. Only {@link setTriggerSession} and that belong between. */
function setTriggerSession({ sqlMode, charset, collation }) {
	return sql`SET @own_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ${sqlMode},
    SESSION character_set_client = ${charset}, SESSION collation_connection = ${collation}`;
}
/** What the session had before {@link setTriggerSession}. Text goes over the wire in this character set. */
const resetTriggerSession = sql`SET SESSION sql_mode = @own_sql_mode, SESSION character_set_client = utf8mb4,
  SESSION collation_connection = ${clientCollation}`;
/**
* Without its body it is a statement that no server takes.
*
* The mark stands behind TRIGGER, because the server writes what comes before it anew when it logs the statement.
*/
function createTrigger(table, name, trigger, isOnGhost) {
	const at = trigger.definer.lastIndexOf("@");
	const definer = at < 0 ? ident(trigger.definer) : sql`${ident(trigger.definer.slice(0, at))}@${ident(trigger.definer.slice(at + 1))}`;
	return sql`CREATE DEFINER = ${definer} TRIGGER ${raw(isOnGhost ? ourMark : "")} ${tableName({
		schema: table.schema,
		name
	})}
    ${raw(trigger.timing)} ${raw(trigger.event)} ON ${tableName(table)} FOR EACH ROW ${raw(trigger.body ?? "")}`;
}
function dropTrigger(schema, name) {
	return sql`DROP TRIGGER IF EXISTS ${raw(ourMark)} ${tableName({
		schema,
		name
	})}`;
}
/**
* Two statements in one packet: the server carries out both, also for a process that has died meanwhile. CREATE TRIGGER stands last,
* because MySQL takes a semicolon behind a body as a part of it.
*/
function renameTrigger(table, from, trigger) {
	return sql`${dropTrigger(table.schema, from)}; ${createTrigger(table, trigger.name, trigger, false)}`;
}
function lockTable(table) {
	return sql`LOCK TABLES ${tableName(table)} WRITE`;
}

// src/sql/count-parts.ts
/**
* How many rows the questions about columns, indexes, foreign keys and triggers must answer.
*
* @param withKeys whether foreign keys are asked for with the table
*/
function countParts(table, withKeys) {
	const counts = Object.entries({
		columns: selectColumns(table),
		indexes: selectIndexColumns(table),
		...withKeys ? { foreign_keys: selectForeignKeys(table) } : {},
		triggers: selectTriggers(table)
	}).map(([part, question]) => sql`(SELECT COUNT(*) FROM (${question}) AS ${ident(part)}) AS ${ident(part)}`);
	return sql`SELECT ${join(counts)}`;
}

// src/mysql/find-table.ts
/** What has the name of the table but for upper and lower case. Those in its own schema come first. */
async function findInAnyCase(session, table) {
	return (await session.rows(selectInAnyCase(table))).map((row) => ({
		schema: String(row.schema_name),
		name: String(row.name)
	})).toSorted((left, right) => Number(right.schema === table.schema) - Number(left.schema === table.schema));
}
/** For a table that is not there: with those that are there in another case. */
async function unknownTable(session, table, hint) {
	const names = (await findInAnyCase(session, table).catch(() => [])).map(({ schema, name }) => schema === table.schema ? name : `${schema}.${name}`);
	const others = names.length === 0 ? "" : `; there ${names.length === 1 ? "is" : "are"} ${names.join(" and ")}`;
	return new GhostshipError("unknown-table", `There is no table ${table.name} in ${table.schema}${others}.`, { hint: names.length === 0 ? hint : "This server tells names apart by upper and lower case: write the name as it is there." });
}

// src/sql/parser/trigger-body.ts
/**
* What a trigger does, letter for letter: information_schema shows it without the escapes of its texts.
*
* @param statement of SHOW CREATE TRIGGER
* @param quoting of the mode that the trigger was made in
* @returns `null` where it is no such statement
*/
function triggerBody(statement, quoting = usualQuoting) {
	const cursor = new TokenCursor(tokenize(statement, {
		start: 0,
		end: statement.length
	}, null, quoting));
	while (!cursor.take("FOR", "EACH", "ROW")) if (cursor.next() === void 0) return null;
	if (cursor.takeAny(["FOLLOWS", "PRECEDES"]) !== null) cursor.tableName();
	const head = cursor.since(0).at(-1)?.end ?? 0;
	return cursor.done ? null : statement.slice(head).trimStart();
}

// src/sql/stored-objects.ts
/** A statement that looks for stored objects is given up after this: a plan does not wait for it. */
const storedObjectsTimeoutMs = 5e3;
const ownSchemas = sql`('mysql', 'sys', 'information_schema', 'performance_schema')`;
const storedKinds = [
	"view",
	"routine",
	"event",
	"trigger"
];
const sources = {
	view: {
		kind: sql`'view'`,
		schema: raw("TABLE_SCHEMA"),
		name: raw("TABLE_NAME"),
		mode: sql`''`,
		body: raw("VIEW_DEFINITION"),
		on: null,
		from: raw("information_schema.VIEWS")
	},
	routine: {
		kind: sql`LOWER(ROUTINE_TYPE)`,
		schema: raw("ROUTINE_SCHEMA"),
		name: raw("ROUTINE_NAME"),
		mode: raw("SQL_MODE"),
		body: raw("ROUTINE_DEFINITION"),
		on: null,
		from: raw("information_schema.ROUTINES")
	},
	event: {
		kind: sql`'event'`,
		schema: raw("EVENT_SCHEMA"),
		name: raw("EVENT_NAME"),
		mode: raw("SQL_MODE"),
		body: raw("EVENT_DEFINITION"),
		on: null,
		from: raw("information_schema.EVENTS")
	},
	trigger: {
		kind: sql`'trigger'`,
		schema: raw("TRIGGER_SCHEMA"),
		name: raw("TRIGGER_NAME"),
		mode: raw("SQL_MODE"),
		body: raw("ACTION_STATEMENT"),
		on: {
			schema: raw("EVENT_OBJECT_SCHEMA"),
			table: raw("EVENT_OBJECT_TABLE")
		},
		from: raw("information_schema.TRIGGERS")
	}
};
/**
* Views, routines, events, or triggers of other tables whose body has the name of the table somewhere in it or may not be
* read by this user: rows of `kind`, `schema_name`, `name`, `sql_mode`, `body`, and of a trigger `on_schema` and `on_table`; `body`
* is NULL or empty where the user may not read it. Objects that the user may not see at all give no row.
*
* @param table `null` for all of this kind
*/
function selectStoredObjects(flavor, stored, table, limit) {
	const { kind, schema, name, mode, body, on, from } = sources[stored];
	const owner = on === null ? sql`` : sql`, ${on.schema} AS on_schema, ${on.table} AS on_table`;
	const columns = sql`${kind} AS kind, ${schema} AS schema_name, ${name} AS name, ${mode} AS sql_mode, ${body} AS body${owner}`;
	const place = sql`FROM ${from} WHERE ${schema} NOT IN ${ownSchemas}`;
	if (table === null) return timed(flavor, sql`${columns} ${place} ORDER BY ${schema}, ${name} LIMIT ${limit}`);
	const others = on === null ? sql`` : sql`AND NOT (${on.schema} = ${table.schema} AND ${on.table} = ${table.name})`;
	return timed(flavor, sql`${columns} ${place} ${others} AND (${body} IS NULL OR ${body} = '' OR ${holds(body, table.name)})
      ORDER BY ${schema} <> ${table.schema}, ${schema}, ${name} LIMIT ${limit}`);
}
/** Its statement as it was sent, in the column `SQL Original Statement` or `Create …`; NULL for a user who may not see it. */
function showCreateStored(kind, place) {
	return sql`SHOW CREATE ${raw(kind.toUpperCase())} ${tableName(place)}`;
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

// src/mysql/read-triggers.ts
/**
* Some servers list triggers also for those who may not see what they do.
*
* @param rows of `selectTriggers`
* @throws GhostshipError `server-error` where one is gone, or shown in a way that cannot be read
*/
async function readTriggers(session, table, rows) {
	const triggers = [];
	for (const row of rows) {
		const name = String(row.name);
		const sqlMode = String(row.sql_mode);
		const statement = await askStatement(session, table, name);
		const body = statement === null ? null : triggerBody(statement, quotingOf(sqlMode.split(",")));
		if (statement !== null && body === null) throw unread(table, name);
		triggers.push({
			name,
			timing: String(row.timing),
			event: String(row.event),
			body,
			definer: String(row.definer),
			sqlMode,
			charset: String(row.charset),
			collation: String(row.collation)
		});
	}
	return triggers;
}
async function askStatement(session, table, name) {
	try {
		const [shown] = await session.rows(showCreateStored("trigger", {
			schema: table.schema,
			name
		}));
		const statement = shown?.["SQL Original Statement"];
		return typeof statement === "string" ? statement : null;
	} catch (error) {
		if (isDenied(error)) return null;
		throw isServerError(error, "ER_TRG_DOES_NOT_EXIST") ? unread(table, name) : error;
	}
}
function unread(table, trigger) {
	return new GhostshipError("server-error", `The server does not show what the trigger ${trigger} of ${table.name} does.`, { hint: "Somebody may have dropped it at this moment: run this again." });
}

// src/mysql/inspect-table.ts
/** A table that is another one at each of them is altered all the time. */
const mostLooks = 3;
/**
* Asks the server for the table, also for its name: what a person wrote may be in another case.
*
* @param known foreign keys that need not be asked for
* @returns `null` where there is no such table
* @throws GhostshipError `server-error`
*/
async function inspectTable(session, asked, known = null) {
	for (let looks = 1;; looks += 1) try {
		return await inspect(session, asked, (table, created) => readWhole(session, table, created, known));
	} catch (error) {
		if (looks === mostLooks || !(error instanceof HalfSeen)) throw error;
	}
}
/**
* The same for an empty table of ours, which has no triggers.
*
* @param keys only those that lead from it, or also those that lead to it
*/
async function inspectClone(session, clone, keys) {
	return await inspect(session, clone, async (table) => ({
		columns: await session.rows(selectColumns(table)),
		indexes: await session.rows(selectIndexColumns(table)),
		triggers: [],
		foreignKeys: (await session.rows(keys === "own keys" ? selectOwnForeignKeys(table) : selectForeignKeys(table))).map(readForeignKey)
	}));
}
async function inspect(session, asked, read) {
	const [found] = await session.rows(selectTable(asked));
	if (found === void 0) return null;
	const table = await spellTable(session, asked, {
		schema: String(found.schema_name),
		name: String(found.name)
	});
	const created = await readIfThere(session, showCreateTable(table));
	if (created === null) return null;
	const createStatement = String(created[0]?.["Create Table"] ?? "");
	const { columns, indexes, triggers, foreignKeys } = await read(table, createStatement);
	return {
		table,
		kind: kinds[String(found.type)] ?? "other",
		engine: String(found.engine ?? ""),
		createStatement,
		columns: columns.map(readColumn),
		indexes: groupIndexes(indexes, createStatement),
		triggers: await readTriggers(session, table, triggers),
		foreignKeys,
		nullFree: [],
		rowsEstimated: Number(found.row_estimate ?? 0),
		dataBytes: Number(found.data_bytes ?? 0),
		indexBytes: Number(found.index_bytes ?? 0),
		rowBytes: Number(found.row_bytes ?? 0)
	};
}
/** TABLE_TYPE of information_schema.TABLES; the last two on MariaDB. */
const kinds = {
	"BASE TABLE": "table",
	VIEW: "view",
	"SYSTEM VERSIONED": "versioned",
	SEQUENCE: "sequence"
};
/** Where names are found in any case and kept as they were created, MariaDB shows them in the case of the question. */
async function spellTable(session, asked, shown) {
	if (!(await askNameCase(session)).keepsSpelling) return shown;
	const [spelled] = await findInAnyCase(session, asked);
	return spelled ?? shown;
}
/**
* Columns, indexes, triggers and foreign keys, and that none is missing: a short answer would be taken for a smaller table.
*
* @throws HalfSeen also where an ALTER, or a swap, came between two questions: the answers are of two tables then
*/
async function readWhole(session, table, created, known) {
	const columns = await session.rows(selectColumns(table));
	const indexes = await session.rows(selectIndexColumns(table));
	const triggers = await session.rows(selectTriggers(table));
	const keys = known === null ? await session.rows(selectForeignKeys(table)) : null;
	const [counted] = await session.rows(countParts(table, keys !== null));
	const now = await readIfThere(session, showCreateTable(table));
	if (now === null || withoutCounter(String(now[0]?.["Create Table"] ?? "")) !== withoutCounter(created)) throw new HalfSeen(`${table.name} was altered while it was looked at.`);
	const parts = {
		columns,
		indexes,
		triggers,
		...keys === null ? {} : { foreign_keys: keys }
	};
	for (const [part, found] of Object.entries(parts)) {
		const count = Number(counted?.[part]);
		const name = part.replace("_", " ");
		if (count !== found.length) throw new HalfSeen(`The server lists ${found.length} parts of ${table.name} as its ${name}, and counts ${count}.`);
	}
	return {
		columns,
		indexes,
		triggers,
		foreignKeys: keys?.map(readForeignKey) ?? known?.of(table) ?? []
	};
}
var HalfSeen = class extends GhostshipError {
	constructor(message) {
		super("server-error", message, { hint: "Somebody may have altered the table at this moment: run this again. If it stays so, look for a proxy that cuts answers short." });
	}
};
/** The definition alone, for comparing. */
async function readCreateStatement(session, table) {
	const [row] = await session.rows(showCreateTable(table));
	return String(row?.["Create Table"] ?? "");
}
/** The AUTO_INCREMENT counter moves with every insert; it is no part of the definition. */
function withoutCounter(createStatement) {
	return createStatement.replace(/ AUTO_INCREMENT=\d+/u, "");
}
/** Column names are compared as the servers do: without case. */
function findColumn(definition, name) {
	return definition.columns.find((column) => sameName(column.name, name));
}
function sameName(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}
function readColumn(row) {
	const extra = String(row.extra).toLowerCase();
	return {
		name: String(row.name),
		ordinal: Number(row.position) - 1,
		dataType: String(row.data_type).toLowerCase(),
		columnType: String(row.column_type),
		nullable: row.nullable === "YES",
		charset: row.charset === null ? null : String(row.charset),
		collation: row.collation === null ? null : String(row.collation),
		octets: row.octets === null ? null : Number(row.octets),
		fraction: Number(row.fraction ?? 0),
		digits: Number(row.digits ?? 0),
		scale: Number(row.scale ?? 0),
		generated: readGenerated(extra),
		autoIncrement: extra.includes("auto_increment"),
		hasDefault: row.default_value !== null && row.default_value !== "NULL"
	};
}
/** MySQL says DEFAULT_GENERATED for a default by expression, which is no generated column. */
function readGenerated(extra) {
	if (extra.includes("virtual generated")) return "virtual";
	return extra.includes("stored generated") || extra.includes("persistent") ? "stored" : null;
}
function groupIndexes(rows, createStatement) {
	const lines = createStatement.matchAll(/^\s*(?:UNIQUE )?KEY (`(?:[^`]|``)+`) .* IGNORED,?$/gmu);
	const ignored = new Set([...lines].map((line) => unquoteIdent(line[1] ?? "")));
	const indexes = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const name = String(row.name);
		const index = indexes.get(name) ?? {
			name,
			unique: Number(row.non_unique) === 0,
			type: String(row.type),
			ignored: ignored.has(name),
			columns: []
		};
		index.columns.push({
			column: row.column_name === null ? null : String(row.column_name),
			isPrefix: row.prefix !== null
		});
		indexes.set(name, index);
	}
	return [...indexes.values()];
}
function readForeignKey(row) {
	return {
		name: String(row.name),
		child: {
			schema: String(row.child_schema),
			name: String(row.child)
		},
		parent: {
			schema: String(row.parent_schema),
			name: String(row.parent)
		}
	};
}

export { lockTable as _, readForeignKey as a, selectTriggers as b, selectParametersNamed as c, storedKinds as d, triggerBody as f, dropTrigger as g, createTrigger as h, readCreateStatement as i, selectStoredObjects as l, unknownTable as m, inspectClone as n, sameName as o, findInAnyCase as p, inspectTable as r, withoutCounter as s, findColumn as t, showCreateStored as u, renameTrigger as v, setTriggerSession as x, resetTriggerSession as y };