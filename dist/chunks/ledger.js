import { t as GhostshipError } from "./errors.js";
import { c as isServerError, r as ServerError, t as _usingCtx } from "./usingCtx.js";
import { $ as raw, B as connect, C as setAutoIncrement, M as fillChangelog, Q as join, Z as ident, d as createTableAs, et as sql, f as createTableLike, h as dropTable, j as createChangelog, k as ourMark, l as countTables, m as dropSchema, tt as tableName, u as createSchema } from "./table-names.js";
// src/sql/inspect.ts
const selectServer = sql`SELECT VERSION() AS version, @@GLOBAL.server_id AS server_id, @@GLOBAL.sql_mode AS sql_mode,
  @@GLOBAL.time_zone AS time_zone, @@system_time_zone AS system_time_zone, @@GLOBAL.lower_case_table_names AS lower_case,
  @@GLOBAL.log_bin AS log_bin, @@GLOBAL.binlog_format AS binlog_format, @@GLOBAL.max_allowed_packet AS max_allowed_packet,
  @@GLOBAL.read_only AS read_only`;
/** One variable, or no row where the server does not have it. */
function showVariable(name) {
	return sql`SHOW GLOBAL VARIABLES LIKE ${name.replaceAll("_", "\\_")}`;
}
function showCreateTable(table) {
	return sql`SHOW CREATE TABLE ${tableName(table)}`;
}
/** `engine` is NULL for a view. `table_rows` and the lengths are estimates. */
function selectTable(table) {
	return sql`SELECT TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, TABLE_ROWS AS row_estimate, DATA_LENGTH AS data_bytes,
      INDEX_LENGTH AS index_bytes, AVG_ROW_LENGTH AS row_bytes, TABLE_COLLATION AS collation, CREATE_OPTIONS AS create_options
    FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}`;
}
function selectColumns(table) {
	return sql`SELECT COLUMN_NAME AS name, ORDINAL_POSITION AS position, DATA_TYPE AS data_type, COLUMN_TYPE AS column_type,
      IS_NULLABLE AS nullable, COLUMN_DEFAULT AS default_value, CHARACTER_SET_NAME AS charset, COLLATION_NAME AS collation, EXTRA AS extra,
      CHARACTER_OCTET_LENGTH AS octets, DATETIME_PRECISION AS fraction, NUMERIC_PRECISION AS digits, NUMERIC_SCALE AS scale,
      GENERATION_EXPRESSION AS generated_as
    FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name} ORDER BY ORDINAL_POSITION`;
}
/** `column_name` is NULL for an expression (functional index). */
function selectIndexColumns(table) {
	return sql`SELECT INDEX_NAME AS name, NON_UNIQUE AS non_unique, COLUMN_NAME AS column_name, SUB_PART AS prefix, INDEX_TYPE AS type
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}
    ORDER BY INDEX_NAME, SEQ_IN_INDEX`;
}
/** Both directions, and children in other schemas too. */
function selectForeignKeys(table) {
	return sql`SELECT DISTINCT CONSTRAINT_NAME AS name, TABLE_SCHEMA AS child_schema, TABLE_NAME AS child,
      REFERENCED_TABLE_SCHEMA AS parent_schema, REFERENCED_TABLE_NAME AS parent
    FROM information_schema.KEY_COLUMN_USAGE
    WHERE (REFERENCED_TABLE_SCHEMA = ${table.schema} AND REFERENCED_TABLE_NAME = ${table.name})
       OR (REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name})
    ORDER BY child_schema, child, name`;
}
/**
* Tables that refer to this one, whoever may see them. Needs PROCESS. MySQL shows names as they are, MariaDB as InnoDB keeps
* them.
*/
function selectInnodbChildren(table, flavor) {
	let [source, name] = flavor === "mysql" ? [sql`information_schema.INNODB_FOREIGN`, sql`${`${table.schema}/${table.name}`}`] : [sql`information_schema.INNODB_SYS_FOREIGN`, innodbName(table, flavor)];
	return sql`SELECT ID AS name, FOR_NAME AS child FROM ${source} WHERE REF_NAME = ${name}`;
}
/** Which of these tables exist. */
function selectExisting(schema, names) {
	let list = names.map((name) => sql`${name}`);
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME IN (${sqlList(list)})`;
}
const showGrants = sql`SHOW GRANTS`;
/** The id InnoDB gave the table: a rebuilt or replaced table has another. Needs PROCESS. MySQL's name, then MariaDB's. */
function selectTableId(table, flavor) {
	let source = flavor === "mysql" ? sql`information_schema.INNODB_TABLES` : sql`information_schema.INNODB_SYS_TABLES`;
	return sql`SELECT TABLE_ID AS id FROM ${source} WHERE NAME = ${innodbName(table, flavor)}`;
}
/** Since MySQL 8.4; older servers and MariaDB know the other name only. */
const showBinlogStatus = sql`SHOW BINARY LOG STATUS`, showMasterStatus = sql`SHOW MASTER STATUS`, withoutBinlog = sql`SET SESSION sql_log_bin = 0`, showReplicas = sql`SHOW REPLICAS`, showSlaveHosts = sql`SHOW SLAVE HOSTS`, showReplicaStatus = sql`SHOW REPLICA STATUS`, showSlaveStatus = sql`SHOW SLAVE STATUS`, xaRecover = sql`XA RECOVER`, xaRecoverReadable = sql`XA RECOVER FORMAT = 'SQL'`, showWarnings = sql`SHOW WARNINGS`;
function showStatus(variable) {
	return sql`SHOW GLOBAL STATUS LIKE ${variable.replaceAll("_", "\\_")}`;
}
function sqlList(parts) {
	return parts.reduce((list, part) => sql`${list}, ${part}`);
}
/**
* InnoDB knows tables by their file names. MariaDB can be asked for them. MySQL cannot: there everything but letters,
* digits and _ is written as @ and four digits, and names with accented letters are not found.
*/
function innodbName({ schema, name }, flavor) {
	if (flavor === "mysql") return sql`${`${fileName(schema)}/${fileName(name)}`}`;
	let parts = [schema, name].map((part) => sql`CONVERT(CAST(CONVERT(${part} USING filename) AS BINARY) USING utf8mb4)`);
	return sql`CONCAT_WS('/', ${sqlList(parts)})`;
}
function fileName(name) {
	return name.replaceAll(/[^A-Za-z0-9_]/gu, (char) => `@${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
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
	let at = trigger.definer.lastIndexOf("@"), definer = at < 0 ? ident(trigger.definer) : sql`${ident(trigger.definer.slice(0, at))}@${ident(trigger.definer.slice(at + 1))}`;
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
// src/mysql/inspect-table.ts
/** `null` where there is no such table. */
async function inspectTable(session, table) {
	let [found] = await session.rows(selectTable(table));
	if (found === void 0) return null;
	let created = await session.rows(showCreateTable(table)).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
		throw error;
	});
	return created === null ? null : {
		table: {
			schema: table.schema,
			name: String(found.name)
		},
		kind: found.type === "BASE TABLE" ? "table" : found.type === "VIEW" ? "view" : "other",
		engine: String(found.engine ?? ""),
		createStatement: String(created[0]?.["Create Table"] ?? ""),
		columns: (await session.rows(selectColumns(table))).map(readColumn),
		indexes: groupIndexes(await session.rows(selectIndexColumns(table)), String(created[0]?.["Create Table"])),
		triggers: (await session.rows(selectTriggers(table))).map(readTrigger),
		foreignKeys: (await session.rows(selectForeignKeys(table))).map(readForeignKey),
		rowsEstimated: Number(found.row_estimate ?? 0),
		dataBytes: Number(found.data_bytes ?? 0),
		indexBytes: Number(found.index_bytes ?? 0),
		rowBytes: Number(found.row_bytes ?? 0)
	};
}
/** The definition alone, for comparing. */
async function readCreateStatement(session, table) {
	let [row] = await session.rows(showCreateTable(table));
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
	let extra = String(row.extra).toLowerCase();
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
	return extra.includes("virtual generated") ? "virtual" : extra.includes("stored generated") || extra.includes("persistent") ? "stored" : null;
}
function groupIndexes(rows, createStatement) {
	let lines = createStatement.matchAll(/^\s*UNIQUE KEY `((?:[^`]|``)+)` .*\) IGNORED\b/gmu), ignored = new Set([...lines].map((line) => (line[1] ?? "").replaceAll("``", "`"))), indexes = /* @__PURE__ */ new Map();
	for (let row of rows) {
		let name = String(row.name), index = indexes.get(name) ?? {
			name,
			unique: Number(row.non_unique) === 0,
			type: String(row.type),
			ignored: ignored.has(name),
			columns: []
		};
		index.columns.push({
			column: row.column_name === null ? null : String(row.column_name),
			isPrefix: row.prefix !== null
		}), indexes.set(name, index);
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
	let written = [
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
	let [transactions, age] = flavor === "mysql" ? [sql`performance_schema.events_transactions_current AS x ON x.THREAD_ID = t.THREAD_ID AND x.STATE = 'ACTIVE'`, sql`x.TIMER_WAIT DIV 1000000000`] : [sql`information_schema.INNODB_TRX AS x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID`, ageMs(sql`x.trx_started`)];
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
	let list = names.map((name) => sql`${name}`).reduce((all, name) => sql`${all}, ${name}`);
	return sql`SELECT TABLE_NAME AS name, TABLE_COMMENT AS comment FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME IN (${list})`;
}
/** The tables of a migration, dropped again when it ends, whichever way; what was swapped in is no longer among them. */
async function createGhost(sessions, names, original, nameLock, status) {
	try {
		var _usingCtx$2 = _usingCtx();
		let session = _usingCtx$2.a(await sessions.open("creating the ghost"));
		await dropLeftovers(session, names);
		let tables = { async [Symbol.asyncDispose]() {
			await tidyUp(sessions, names, nameLock).catch(() => {});
		} };
		try {
			await session.run(createChangelog(names.changelog)), await session.run(fillChangelog(names.changelog, status));
			for (let schema of names.ownSchemas) await session.run(createSchema(schema));
			return await createClone(session, names.ghost, original), tables;
		} catch (error) {
			throw await tables[Symbol.asyncDispose](), error;
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** An empty table with the original's definition; in another schema with the names of its constraints, too. */
async function createClone(session, clone, original) {
	let isSibling = clone.schema === original.table.schema;
	try {
		await session.run(isSibling ? createTableLike(clone, original.table) : createTableAs(clone, original.createStatement));
	} catch (error) {
		throw error instanceof ServerError ? notCloneable(original.table, error) : error;
	}
}
/** Once more from the empty table, after a cheap way was tried on it. */
async function recreateGhost(session, names, original) {
	await session.run(dropTable(names.ghost)), await createClone(session, names.ghost, original);
}
async function dropRetired(session, names) {
	await session.run(dropTable(names.retired));
}
/** The comments of those of the tables that exist. */
async function readComments(session, tables) {
	let comments = /* @__PURE__ */ new Map();
	for (let table of tables) {
		let [row] = await session.rows(selectComments(table.schema, [table.name]));
		row !== void 0 && comments.set(table, String(row.comment));
	}
	return comments;
}
/**
* Makes room: what a dead run of ours left behind is dropped, anything else that has one of the names is not ours to
* touch. The changelog is created first and dropped last, so a ghost beside a changelog is ours.
*
* @throws GhostshipError `leftover-tables`
*/
async function dropLeftovers(session, names) {
	let { ghost, changelog, retired } = names, comments = await readComments(session, [
		ghost,
		changelog,
		retired
	]), isOurs = comments.get(changelog) === "Ghostship changelog", foreign = [
		...comments.has(changelog) && !isOurs ? [changelog] : [],
		...comments.has(ghost) && !isOurs ? [ghost] : [],
		...comments.has(retired) && comments.get(retired) !== "Ghostship sentry" ? [retired] : []
	];
	if (foreign.length > 0) throw leftovers(foreign);
	comments.size > 0 && await dropOwn(session, names);
}
/** Without the name lock the tables may be those of another run by now. */
async function tidyUp(sessions, names, nameLock) {
	try {
		var _usingCtx3 = _usingCtx();
		await nameLock.confirm(), await dropOwn(_usingCtx3.a(await sessions.open("dropping the ghost")), names);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function dropOwn(session, names) {
	let { ghost, changelog, retired } = names, comments = await readComments(session, [retired]);
	await session.run(dropTable(ghost)), comments.get(retired) === "Ghostship sentry" && await session.run(dropTable(retired));
	for (let schema of names.ownSchemas) {
		let [row] = await session.rows(countTables(schema));
		Number(row?.tables_left) === 0 && await session.run(dropSchema(schema));
	}
	await session.run(dropTable(changelog));
}
/**
* The counter of the original, which may be ahead of its rows, goes over to the ghost unless the statement sets one.
* Read under the cutover lock, when it no longer moves.
*
* @returns true where the ghost was altered; MariaDB then copies a table that has a unique key on a long text, under a new id
*/
async function carryAutoIncrement(reader, writer, names) {
	let wanted = readAutoIncrement(await readCreateStatement(reader, names.original)), present = readAutoIncrement(await readCreateStatement(reader, names.ghost));
	return wanted === null || present !== null && present >= wanted ? !1 : (await writer.run(setAutoIncrement(names.ghost, wanted)), !0);
}
function readAutoIncrement(createStatement) {
	let found = /^\).*\bAUTO_INCREMENT=(\d+)/mu.exec(createStatement)?.[1];
	return found === void 0 ? null : BigInt(found);
}
function notCloneable(original, error) {
	return new GhostshipError("invalid-statement", `The server cannot make an empty copy of ${original.name}: ${error.message}`, {
		hint: "Its own ALTER TABLE would fail in the same way; correct the definition first.",
		cause: error
	});
}
function leftovers(tables) {
	let names = tables.map((table) => table.name).join(", ");
	return new GhostshipError("leftover-tables", `${names} exists and Ghostship needs the name.`, { hint: "If it is the retired table of an earlier migration and no longer needed, `ghostship cleanup` drops it. If it is a table of yours, rename it." });
}
// src/engine/privileges.ts
/** On the table and its siblings; MySQL manual, "Privileges Provided by MySQL". */
const onTable = [
	"SELECT",
	"INSERT",
	"UPDATE",
	"DELETE",
	"CREATE",
	"DROP",
	"ALTER",
	"INDEX",
	"LOCK TABLES",
	"CREATE TEMPORARY TABLES",
	"TRIGGER"
], onServer = [["REPLICATION SLAVE"], ["REPLICATION CLIENT", "BINLOG MONITOR"]], toSeeKeys = ["PROCESS", "SELECT"], toSeeBackups = ["PROCESS"];
/**
* Read from SHOW GRANTS. Privileges that come by a role cannot be read there; who has a role is believed, and learns
* from the server itself.
*/
async function missingPrivileges(session, table, flavor = null) {
	let grants = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
	if (grants.some((grant) => !/^GRANT .* ON /iu.test(grant))) return [];
	let held = grants.flatMap(readGrant).filter(({ scope }) => scope.covers(table)), has = (privilege, serverWide) => held.some(({ names, scope }) => (!serverWide || scope.serverWide) && (names.includes(privilege) || names.includes("ALL PRIVILEGES"))), missing = [...onTable.filter((name) => !has(name, !1)).map((name) => `${name} on ${table.schema}.*`), ...[...onServer, flavor === "mariadb" ? toSeeBackups : toSeeKeys].filter((names) => !names.some((name) => has(name, !0))).map(([name]) => `${name} on *.*`)];
	return missing.length === 0 ? [] : [new GhostshipError("missing-privileges", `The user lacks ${missing.join(", ")}.`, { hint: "Grant these privileges to the user of the target URL; `GRANT … TO …` with the names above." })];
}
/** `GRANT SELECT, INSERT (a, b) ON `shop`.* TO …`; a schema may be a LIKE pattern. Column grants do not count. */
function readGrant(grant) {
	let match = /^GRANT (.*?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) TO /iu.exec(grant);
	if (match === null) return [];
	let [, list = "", schema = "*", name = "*"] = match;
	return [{
		names: list.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((privilege) => !privilege.includes("()")),
		scope: {
			serverWide: schema === "*",
			covers: (table) => schema === "*" || name === "*" && matchesPattern(unquote(schema), table.schema)
		}
	}];
}
function matchesPattern(pattern, name) {
	let source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => part === "%" ? ".*" : part === "_" ? "." : part.replace(/^\\/u, "").replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
	return RegExp(`^${source}$`, "isu").test(name);
}
function unquote(name) {
	return name.slice(1, -1).replaceAll("``", "`");
}
// src/sql/ledger.ts
const ledgerTable = "ghostship_migrations";
/** `utf8mb4_bin`: paths and names that differ in case alone are different files. */
function createLedger(schema) {
	return sql`CREATE TABLE IF NOT EXISTS ${ledger(schema)} (
    id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    file VARCHAR(700),
    ordinal INT UNSIGNED NOT NULL,
    statement_count INT UNSIGNED NOT NULL,
    statement MEDIUMTEXT NOT NULL,
    statement_digest CHAR(64) CHARACTER SET ascii NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    commit_sha VARCHAR(64),
    pull_request INT UNSIGNED,
    actor VARCHAR(255),
    run_url VARCHAR(1024),
    plan_digest CHAR(64) CHARACTER SET ascii,
    state VARCHAR(32) NOT NULL,
    queued_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    started_at TIMESTAMP(3) NULL,
    live_at TIMESTAMP(3) NULL,
    cutover_at TIMESTAMP(3) NULL,
    finished_at TIMESTAMP(3) NULL,
    cutover_position TEXT,
    outcome MEDIUMTEXT,
    KEY file_ordinal (file, ordinal)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC
    COMMENT='Ghostship: what was applied to this database, when, from where'`;
}
/** One row for every statement of a file that was completed; the newest where one was completed twice. */
function selectCompleted(schema) {
	return sql`SELECT file, ordinal, statement_count, statement_digest, id, DATE_FORMAT(finished_at, '%Y-%m-%d %H:%i:%s') AS finished
    FROM ${ledger(schema)} WHERE state = 'completed' AND file IS NOT NULL ORDER BY finished_at, queued_at`;
}
function insertQueued(schema, row) {
	return sql`INSERT INTO ${ledger(schema)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state)
    VALUES (${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, 'queued')`;
}
/** A sign of life; the first one is the start, the first one at the cutover its time. */
function advanceMigration(schema, id, state) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, live_at = CURRENT_TIMESTAMP(3),
      started_at = COALESCE(started_at, CURRENT_TIMESTAMP(3)),
      cutover_at = IF(${state} = 'cutting_over', COALESCE(cutover_at, CURRENT_TIMESTAMP(3)), cutover_at)
    WHERE id = ${id} AND finished_at IS NULL`;
}
/** @param outcome JSON */
function finishMigration(schema, id, state, outcome) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome}, live_at = CURRENT_TIMESTAMP(3),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id}`;
}
/** Queued, and never started. */
function abandonMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND state = 'queued'`;
}
/** Retired tables that migrations have left behind, as their outcomes name them. */
function selectOutcomes(schema) {
	return sql`SELECT table_name, outcome FROM ${ledger(schema)} WHERE state = 'completed' AND outcome IS NOT NULL ORDER BY finished_at`;
}
function ledger(schema) {
	return tableName({
		schema,
		name: ledgerTable
	});
}
function countOthers(schema, ids) {
	return sql`SELECT COUNT(*) AS others FROM ${ledger(schema)} WHERE id NOT IN (${join(ids.map((id) => sql`${id}`))})`;
}
// src/commands/ledger.ts
/**
* The table `ghostship_migrations` in the target database: who applied what, when, from which commit. It connects for
* each note anew: hours may lie between two of them, and a lost connection must not cost one.
*/
var Ledger = class {
	#target;
	constructor(target) {
		this.#target = target;
	}
	/**
	* Makes the table where it is not there yet.
	* @returns whether it was not
	* @throws GhostshipError `missing-privileges`, all of them at once, before anything is made
	*/
	async create() {
		try {
			var _usingCtx$1 = _usingCtx();
			let session = _usingCtx$1.a(await this.#connect()), schema = this.#target.database, [missing] = await missingPrivileges(session, {
				schema,
				name: ledgerTable
			});
			if (missing !== void 0) throw missing;
			let existing = await session.rows(selectExisting(schema, [ledgerTable]));
			return await session.run(createLedger(schema)), existing.length === 0;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** Takes the table away again, unless others have written to it: a run that changed nothing leaves nothing behind. */
	async remove(ids) {
		try {
			var _usingCtx3 = _usingCtx();
			let session = _usingCtx3.a(await this.#connect()), schema = this.#target.database, [row] = await session.rows(countOthers(schema, ids));
			Number(row?.others) === 0 && await session.run(dropTable({
				schema,
				name: ledgerTable
			}));
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/** Empty where no migration was ever run. */
	async completed() {
		return (await this.#rows(selectCompleted)).map((row) => ({
			id: String(row.id),
			file: String(row.file),
			ordinal: Number(row.ordinal),
			statementCount: Number(row.statement_count),
			digest: String(row.statement_digest),
			finished: String(row.finished)
		}));
	}
	/** Tables that completed migrations have kept, oldest first; they may be gone by now. */
	async retiredTables() {
		return (await this.#rows(selectOutcomes)).flatMap((row) => {
			let { retired } = JSON.parse(String(row.outcome));
			return retired === null ? [] : [{
				table: String(row.table_name),
				retired
			}];
		});
	}
	async queue(migrations) {
		try {
			var _usingCtx4 = _usingCtx();
			let session = _usingCtx4.a(await this.#connect());
			for (let migration of migrations) await session.run(insertQueued(this.#target.database, migration));
		} catch (_) {
			_usingCtx4.e = _;
		} finally {
			await _usingCtx4.d();
		}
	}
	async advance(id, state) {
		await this.#run((schema) => advanceMigration(schema, id, state));
	}
	async finish(id, outcome) {
		await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome)));
	}
	/** For a statement that was queued and never started. */
	async abandon(id) {
		await this.#run((schema) => abandonMigration(schema, id));
	}
	async #run(statement) {
		try {
			var _usingCtx5 = _usingCtx();
			await _usingCtx5.a(await this.#connect()).run(statement(this.#target.database));
		} catch (_) {
			_usingCtx5.e = _;
		} finally {
			await _usingCtx5.d();
		}
	}
	async #rows(statement) {
		try {
			var _usingCtx6 = _usingCtx();
			let session = _usingCtx6.a(await this.#connect());
			try {
				return await session.rows(statement(this.#target.database));
			} catch (error) {
				if (isServerError(error, "ER_NO_SUCH_TABLE")) return [];
				throw error;
			}
		} catch (_) {
			_usingCtx6.e = _;
		} finally {
			await _usingCtx6.d();
		}
	}
	#connect() {
		return connect(this.#target, "keeping the ledger");
	}
};
export { dropTrigger as A, showReplicaStatus as B, unlockTables as C, sameName as D, readCreateStatement as E, selectInnodbChildren as F, showVariable as G, showSlaveHosts as H, selectServer as I, xaRecover as J, showWarnings as K, selectTableId as L, selectTriggers as M, setClientCharset as N, withoutCounter as O, setTriggerSession as P, showBinlogStatus as R, swapTables as S, inspectTable as T, showSlaveStatus as U, showReplicas as V, showStatus as W, xaRecoverReadable as Y, selectPendingExclusive as _, createGhost as a, setLockWait as b, readComments as c, killConnection as d, killQuery as f, selectOpenTransactions as g, selectMetadataLockInstrument as h, createClone as i, lockTable as j, createTrigger as k, recreateGhost as l, selectHolders as m, missingPrivileges as n, dropRetired as o, lockTables as p, withoutBinlog as q, carryAutoIncrement as r, leftovers as s, Ledger as t, createSentry as u, sentryComment as v, findColumn as w, showProcesses as x, setIdleLimit as y, showMasterStatus as z };
