import { n as __name } from "../../rolldown-runtime.js";
import { a as selectIndexColumns, f as showCreateTable, i as selectInAnyCase, l as selectTable, r as selectForeignKeys, t as selectColumns } from "../../sql/inspect.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { D as ourMark, a as createSchema, i as countTables, l as dropSchema, o as createTableAs, s as createTableLike, u as dropTable, y as setAutoIncrement } from "../../sql/ghost.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { l as isServerError, r as ServerError, t as _usingCtx } from "../../mysql/server-errors.js";
import { c as createChangelog, l as fillChangelog } from "./table-names.js";

// src/sql/triggers.ts
/** In the order in which they are run. They are seen only by who has the privilege TRIGGER on the table. */
function selectTriggers(table) {
	return sql`SELECT TRIGGER_NAME AS name, ACTION_TIMING AS timing, EVENT_MANIPULATION AS event, ACTION_STATEMENT AS body,
      DEFINER AS definer, SQL_MODE AS sql_mode, CHARACTER_SET_CLIENT AS charset, COLLATION_CONNECTION AS collation
    FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ${table.schema} AND EVENT_OBJECT_TABLE = ${table.name}
    ORDER BY ACTION_ORDER, TRIGGER_NAME`;
}
/** A trigger remembers the settings of the session that made it. */
function setTriggerSession({ sqlMode, charset, collation }) {
	return sql`SET SESSION sql_mode = ${sqlMode}, character_set_client = ${charset}, collation_connection = ${collation}`;
}
/** Text goes over the wire in this one. */
const setClientCharset = raw("SET SESSION character_set_client = utf8mb4, collation_connection = @@collation_database");
/** The mark stands behind TRIGGER, because the server writes what comes before it anew when it logs the statement. */
function createTrigger(table, name, trigger, isOnGhost) {
	const at = trigger.definer.lastIndexOf("@");
	const definer = at < 0 ? ident(trigger.definer) : sql`${ident(trigger.definer.slice(0, at))}@${ident(trigger.definer.slice(at + 1))}`;
	return sql`CREATE DEFINER = ${definer} TRIGGER ${raw(isOnGhost ? ourMark : "")} ${tableName({
		schema: table.schema,
		name
	})}
    ${raw(trigger.timing)} ${raw(trigger.event)} ON ${tableName(table)} FOR EACH ROW ${raw(trigger.body)}`;
}
function dropTrigger(schema, name) {
	return sql`DROP TRIGGER IF EXISTS ${raw(ourMark)} ${tableName({
		schema,
		name
	})}`;
}
function lockTable(table) {
	return sql`LOCK TABLES ${tableName(table)} WRITE`;
}

// src/sql/count-parts.ts
/** How many rows the questions about columns, indexes, foreign keys and triggers must answer. */
function countParts(table) {
	const counts = Object.entries({
		columns: selectColumns(table),
		indexes: selectIndexColumns(table),
		foreign_keys: selectForeignKeys(table),
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

// src/mysql/inspect-table.ts
/**
* Asks the server for the table, also for its name: what a person wrote may be in another case.
*
* @returns `null` where there is no such table
*/
async function inspectTable(session, asked) {
	const [found] = await session.rows(selectTable(asked));
	if (found === void 0) return null;
	const table = await spellTable(session, asked, {
		schema: String(found.schema_name),
		name: String(found.name)
	});
	const created = await session.rows(showCreateTable(table)).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
		throw error;
	});
	if (created === null) return null;
	const [columns, indexes, triggers, foreignKeys] = await readParts(session, table);
	return {
		table,
		kind: found.type === "BASE TABLE" ? "table" : found.type === "VIEW" ? "view" : "other",
		engine: String(found.engine ?? ""),
		createStatement: String(created[0]?.["Create Table"] ?? ""),
		columns: columns.map(readColumn),
		indexes: groupIndexes(indexes, String(created[0]?.["Create Table"])),
		triggers: triggers.map(readTrigger),
		foreignKeys: foreignKeys.map(readForeignKey),
		rowsEstimated: Number(found.row_estimate ?? 0),
		dataBytes: Number(found.data_bytes ?? 0),
		indexBytes: Number(found.index_bytes ?? 0),
		rowBytes: Number(found.row_bytes ?? 0)
	};
}
/** Where names are found in any case and kept as they were created, MariaDB shows them in the case of the question. */
async function spellTable(session, asked, shown) {
	if (!(await askNameCase(session)).keepsSpelling) return shown;
	const [spelled] = await findInAnyCase(session, asked);
	return spelled ?? shown;
}
/**
* Columns, indexes, triggers and foreign keys, and that none is missing: a short answer would be taken for a smaller table.
*
* @throws GhostshipError `server-error`
*/
async function readParts(session, table) {
	const columns = await session.rows(selectColumns(table));
	const indexes = await session.rows(selectIndexColumns(table));
	const triggers = await session.rows(selectTriggers(table));
	const foreignKeys = await session.rows(selectForeignKeys(table));
	const [counted] = await session.rows(countParts(table));
	for (const [part, found] of Object.entries({
		columns,
		indexes,
		triggers,
		foreign_keys: foreignKeys
	})) {
		const count = Number(counted?.[part]);
		if (count !== found.length) throw incomplete(table, part.replace("_", " "), found.length, count);
	}
	return [
		columns,
		indexes,
		triggers,
		foreignKeys
	];
}
function incomplete(table, part, found, count) {
	return new GhostshipError("server-error", `The server lists ${found} parts of ${table.name} as its ${part}, and counts ${count}.`, { hint: "Somebody may have altered the table at this moment: run this again. If it stays so, look for a proxy that cuts answers short." });
}
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
	const lines = createStatement.matchAll(/^\s*UNIQUE KEY (`(?:[^`]|``)+`) .*\) IGNORED\b/gmu);
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
function readTrigger(row) {
	return {
		name: String(row.name),
		timing: String(row.timing),
		event: String(row.event),
		body: String(row.body),
		definer: String(row.definer),
		sqlMode: String(row.sql_mode),
		charset: String(row.charset),
		collation: String(row.collation)
	};
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

// src/sql/cutover.ts
/** It exists so that a RENAME that runs too early fails. Known by its comment, so that no other table is dropped for it. */
const sentryComment = "Ghostship sentry";
/**
* In InnoDB, though one in MEMORY is dropped in a third of the time: with that among the locked tables MySQL takes every
* statement under the lock for one that writes to both kinds of tables, which GTIDs forbid.
*/
function createSentry(sentry) {
	return sql`CREATE TABLE ${tableName(sentry)} (id INT PRIMARY KEY) ENGINE=InnoDB COMMENT=${sentryComment}`;
}
function setLockWait(seconds) {
	return sql`SET SESSION lock_wait_timeout = ${seconds}`;
}
/**
* WRITE asks with priority: it waits for the transactions that are open, and new ones queue up behind it. Measured with 16
* writers: 2 to 7 ms; LOCK … READ lets new writers pass while it waits and takes 120 to 460 ms, FLUSH … WITH READ LOCK
* writes the table's changed pages to disk first and takes 100 to 800 ms.
* The aliases are the ones of the verify statements: a session that has locked tables may use nothing else.
*
* @param sequences that columns of the ghost default to: whoever writes to the ghost opens them
*/
function lockTables(original, ghost, sentry, sequences) {
	const written = [
		original,
		ghost,
		sentry,
		...sequences
	].map((table) => sql`${tableName(table)} WRITE`);
	return sql`LOCK TABLES ${join(written)},
    ${tableName(original)} AS s READ, ${tableName(original)} AS o READ, ${tableName(ghost)} AS g READ`;
}
const unlockTables = sql`UNLOCK TABLES`;
function swapTables(original, ghost, retired) {
	return sql`RENAME TABLE ${tableName(original)} TO ${tableName(retired)}, ${tableName(ghost)} TO ${tableName(original)} ${raw(ourMark)}`;
}
/** How long the server lets a session live that asks nothing; what it has locked is given back then. */
function setIdleLimit(seconds) {
	return sql`SET SESSION wait_timeout = ${seconds}`;
}
/**
* What sessions are doing. Not from information_schema, which on MySQL cannot be read as long as any statement on the server
* holds a character beyond the basic plane (error 3854).
*/
const showProcesses = raw("SHOW PROCESSLIST");
/** Locks on one table that another session asks for and does not have. Needs performance_schema. */
function selectPendingExclusive(table, connectionId) {
	return sql`SELECT COUNT(*) AS pending FROM performance_schema.metadata_locks AS l
      JOIN performance_schema.threads AS t ON t.THREAD_ID = l.OWNER_THREAD_ID
    WHERE t.PROCESSLIST_ID = ${connectionId} AND l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = ${table.schema}
      AND l.OBJECT_NAME = ${table.name} AND l.LOCK_TYPE = 'EXCLUSIVE' AND l.LOCK_STATUS = 'PENDING'`;
}
/** Whether the server watches metadata locks at all: without it the question above is always answered with none. */
const selectMetadataLockInstrument = sql`SELECT COUNT(*) AS enabled FROM performance_schema.setup_instruments
  WHERE NAME = 'wait/lock/metadata/sql/mdl' AND ENABLED = 'YES'`;
/**
* Sessions that hold the table in an open transaction or statement; ours left out. Needs performance_schema. On MySQL that
* knows transactions as well; INNODB_TRX cannot be read there for the reason of {@link showProcesses}.
*/
function selectHolders(table, ours, flavor) {
	const [transactions, age] = flavor === "mysql" ? [sql`performance_schema.events_transactions_current AS x ON x.THREAD_ID = t.THREAD_ID AND x.STATE = 'ACTIVE'`, sql`x.TIMER_WAIT DIV 1000000000`] : [sql`information_schema.INNODB_TRX AS x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID`, ageMs(sql`x.trx_started`)];
	return sql`SELECT DISTINCT t.PROCESSLIST_ID AS id, COALESCE(${age}, t.PROCESSLIST_TIME * 1000) AS age_ms
    FROM performance_schema.metadata_locks AS l
      JOIN performance_schema.threads AS t ON t.THREAD_ID = l.OWNER_THREAD_ID
      LEFT JOIN ${transactions}
    WHERE l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = ${table.schema} AND l.OBJECT_NAME = ${table.name}
      AND l.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID IS NOT NULL AND t.PROCESSLIST_ID NOT IN (${numbers(ours)})`;
}
/** The same question where metadata locks cannot be seen: any transaction of other sessions. */
function selectOpenTransactions(ours) {
	return sql`SELECT trx_mysql_thread_id AS id, ${ageMs(sql`trx_started`)} AS age_ms
    FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id NOT IN (${numbers(ours)})`;
}
function killConnection(connectionId) {
	return sql`KILL ${connectionId}`;
}
function killQuery(connectionId) {
	return sql`KILL QUERY ${connectionId}`;
}
/** InnoDB shows times in the zone of the machine, whatever the session's is. */
function ageMs(started) {
	return sql`TIMESTAMPDIFF(MICROSECOND, ${started}, CONVERT_TZ(NOW(6), @@SESSION.time_zone, 'SYSTEM')) DIV 1000`;
}
function numbers(list) {
	return [0, ...list].map((number) => sql`${number}`).reduce((all, number) => sql`${all}, ${number}`);
}
/** Of these tables, the ones that exist, with their comments. */
function selectComments(schema, names) {
	const list = names.map((name) => sql`${name}`).reduce((all, name) => sql`${all}, ${name}`);
	return sql`SELECT TABLE_NAME AS name, TABLE_COMMENT AS comment FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME IN (${list})`;
}

// src/engine/tables/ghost.ts
const changelogComment = "Ghostship changelog";
/** Creates the tables of a migration. They are dropped when it ends, in whichever way. A table that was swapped in stays. */
async function createGhost(sessions, names, original, nameLock, status) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await sessions.open("creating the ghost"));
		await dropLeftovers(session, names);
		const tables = { async [Symbol.asyncDispose]() {
			await tidyUp(sessions, names, nameLock).catch(() => {});
		} };
		try {
			await session.run(createChangelog(names.changelog));
			await session.run(fillChangelog(names.changelog, status));
			for (const schema of names.ownSchemas) await session.run(createSchema(schema));
			await createClone(session, names.ghost, original);
			return tables;
		} catch (error) {
			await tables[Symbol.asyncDispose]();
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* An empty table with the original's definition but for foreign keys; in another schema with the names of its
* constraints, too.
*/
async function createClone(session, clone, original, keepsNames = clone.schema !== original.table.schema) {
	try {
		await session.run(keepsNames ? createTableAs(clone, original.createStatement) : createTableLike(clone, original.table));
	} catch (error) {
		throw error instanceof ServerError ? notCloneable(original.table, error) : error;
	}
}
/** Creates the ghost again, after an algorithm without a copy was tried on it. */
async function recreateGhost(session, names, original) {
	await session.run(dropTable(names.ghost));
	await createClone(session, names.ghost, original);
}
async function dropRetired(session, names) {
	await session.run(dropTable(names.retired));
}
/** The comments of the tables that exist. */
async function readComments(session, tables) {
	const comments = /* @__PURE__ */ new Map();
	for (const table of tables) {
		const [row] = await session.rows(selectComments(table.schema, [table.name]));
		if (row !== void 0) comments.set(table, String(row.comment));
	}
	return comments;
}
/**
* Drops what a dead run of ours left behind. Any other table with one of the names is not ours and is not touched. The changelog
* is created first and dropped last, so a ghost beside a changelog is ours.
*
* @throws GhostshipError `leftover-tables`
*/
async function dropLeftovers(session, names) {
	const { ghost, changelog, retired } = names;
	const comments = await readComments(session, [
		ghost,
		changelog,
		retired
	]);
	const isOurs = comments.get(changelog) === changelogComment;
	const foreign = [
		...comments.has(changelog) && !isOurs ? [changelog] : [],
		...comments.has(ghost) && !isOurs ? [ghost] : [],
		...comments.has(retired) && comments.get(retired) !== "Ghostship sentry" ? [retired] : []
	];
	if (foreign.length > 0) throw leftovers(foreign);
	if (comments.size > 0) await dropOwn(session, names);
}
/** Without the name lock the tables may belong to another run by now. */
async function tidyUp(sessions, names, nameLock) {
	try {
		var _usingCtx3 = _usingCtx();
		await nameLock.confirm();
		await dropOwn(_usingCtx3.a(await sessions.open("dropping the ghost")), names);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function dropOwn(session, names) {
	const { ghost, changelog, retired } = names;
	const comments = await readComments(session, [retired]);
	await session.run(dropTable(ghost));
	if (comments.get(retired) === "Ghostship sentry") await session.run(dropTable(retired));
	for (const schema of names.ownSchemas) {
		const [row] = await session.rows(countTables(schema));
		if (Number(row?.tables_left) === 0) await session.run(dropSchema(schema));
	}
	await session.run(dropTable(changelog));
}
/**
* Gives the AUTO_INCREMENT counter of the original to the ghost. It may be ahead of the rows. Under the cutover lock it no longer
* moves.
*
* @returns true where the ghost was altered. If it has a unique key on a long text, MariaDB then rebuilds it under a new id.
*/
async function carryAutoIncrement(reader, writer, names) {
	const wanted = readAutoIncrement(await readCreateStatement(reader, names.original));
	const present = readAutoIncrement(await readCreateStatement(reader, names.ghost));
	if (wanted === null || present !== null && present >= wanted) return false;
	await writer.run(setAutoIncrement(names.ghost, wanted));
	return true;
}
function readAutoIncrement(createStatement) {
	const found = /^\).*\bAUTO_INCREMENT=(\d+)/mu.exec(createStatement)?.[1];
	return found === void 0 ? null : BigInt(found);
}
function notCloneable(original, error) {
	return new GhostshipError("invalid-statement", `The server cannot make an empty copy of ${original.name}: ${error.message}`, {
		hint: "Its own ALTER TABLE would fail in the same way. Correct the definition first.",
		cause: error
	});
}
function leftovers(tables) {
	const names = tables.map((table) => table.name).join(", ");
	return new GhostshipError("leftover-tables", `${names} exists and Ghostship needs the name.`, { hint: "If it is the retired table of an earlier migration and no longer needed, `ghostship cleanup` drops it. If it is a table of yours, rename it." });
}

export { lockTable as A, inspectTable as C, unknownTable as D, withoutCounter as E, setClientCharset as M, setTriggerSession as N, createTrigger as O, findColumn as S, sameName as T, setIdleLimit as _, leftovers as a, swapTables as b, createSentry as c, lockTables as d, selectHolders as f, sentryComment as g, selectPendingExclusive as h, dropRetired as i, selectTriggers as j, dropTrigger as k, killConnection as l, selectOpenTransactions as m, createClone as n, readComments as o, selectMetadataLockInstrument as p, createGhost as r, recreateGhost as s, carryAutoIncrement as t, killQuery as u, setLockWait as v, readCreateStatement as w, unlockTables as x, showProcesses as y };