import { n as __name } from "./rolldown-runtime.js";
import { t as GhostshipError } from "./support/errors.js";
import { a as isDuplicate, c as isPassing, l as isServerError, n as ConnectionLost, o as isForeignKeyRefusal, r as ServerError, t as _usingCtx } from "./mysql/server-errors.js";
import { a as wholeSeconds, i as sleepUncancelled, n as reasonOf, o as onAbort, r as sleep, t as nowMs } from "./support/clock.js";
import { a as raw, c as unquoteIdent, i as quotedNames, n as ident, o as sql, r as join, s as tableName, t as hexLiteral } from "./sql/sql.js";
import { S as withoutBinlog, _ as showSlaveHosts, b as showVariable, c as selectServer, g as showReplicas, h as showReplicaStatus, o as selectInnodbChildren, u as selectTableId, v as showSlaveStatus, x as showWarnings } from "./sql/inspect.js";
import { n as nameCaseOf } from "./mysql/name-case.js";
import { a as serverTimeZone, c as withForeignKeyChecks, d as convertingSqlMode, f as copySqlMode, l as withNotes, p as readableSqlMode, r as migrating, s as utc, t as connect, u as withoutForeignKeyChecks } from "./mysql/session.js";
import { a as planCloneAway, i as planClone, o as withSuffix, s as changelogKey, t as inTheirNames } from "./engine/tables/table-names.js";
import { S as cascades, T as referringTo, _ as selectTables, a as createSchema, b as setComment, h as selectAnyRow, l as dropSchema, n as alterTable, s as createTableLike, u as dropTable, w as readForeignKeys, x as addForeignKeys } from "./sql/ghost.js";
import { A as lockTable, C as inspectTable, D as unknownTable, E as withoutCounter, M as setClientCharset, N as setTriggerSession, O as createTrigger, S as findColumn, T as sameName, a as leftovers, j as selectTriggers, k as dropTrigger, n as createClone, o as readComments, u as killQuery, v as setLockWait, w as readCreateStatement, x as unlockTables, y as showProcesses } from "./engine/tables/ghost.js";
import { t as missingPrivileges } from "./engine/preflight/privileges.js";
import { a as lexemeAt, i as tokenize, n as parseStatement, r as TokenCursor, t as splitFile } from "./sql.js";
import { t as readTable } from "./sql/parser/read-table.js";

// src/engine/mapping/column-map.ts
/**
* Finds the original column of each ghost column. A name alone is not enough: `DROP a, ADD a` makes a new, empty `a`,
* and `RENAME COLUMN a TO b, RENAME COLUMN b TO a` swaps two.
*
* @throws GhostshipError `unsupported-statement` where the origin of a column cannot be found
*/
function mapColumns(original, ghost, changes) {
	return ghost.columns.flatMap((to) => {
		const from = originOf(to, original, changes);
		return from === null || to.generated !== null ? [] : [{
			from,
			to
		}];
	});
}
/** The name that an original column has in the ghost; `undefined` where it is dropped. */
function ghostColumnOf(map, name) {
	return map.find(({ from }) => sameName(from.name, name))?.to.name;
}
function originOf(to, original, changes) {
	const rename = changes.columnRenames.find((candidate) => sameName(candidate.to, to.name));
	if (rename !== void 0) {
		const from = findColumn(original, rename.from);
		if (from !== void 0) return from;
	}
	const gone = changes.droppedColumns.some((name) => sameName(name, to.name)) || changes.columnRenames.some((candidate) => sameName(candidate.from, to.name) && !sameName(candidate.to, to.name));
	const same = findColumn(original, to.name);
	if (same !== void 0 && !gone) return same;
	if (changes.addedColumns.some((name) => sameName(name, to.name))) return null;
	throw new GhostshipError("unsupported-statement", `It is not clear where the values of column ${to.name} come from.`, { hint: "Write the change of this column as ADD COLUMN, CHANGE COLUMN or RENAME COLUMN in a statement of its own." });
}

// src/mysql/server.ts
async function askServer(session) {
	const [row] = await session.rows(selectServer);
	const version = String(row?.version);
	const timeZone = String(row?.time_zone);
	return {
		flavor: /mariadb/iu.test(version) ? "mariadb" : "mysql",
		version,
		sqlMode: String(row?.sql_mode),
		timeZone: timeZone === "SYSTEM" ? String(row?.system_time_zone) : timeZone,
		askedAtSeconds: Number(row?.now_seconds),
		binlogEnabled: Number(row?.log_bin) === 1,
		binlogFormat: String(row?.binlog_format),
		nameCase: nameCaseOf(Number(row?.lower_case)),
		maxAllowedPacketBytes: Number(row?.max_allowed_packet),
		readOnly: Number(row?.read_only) === 1,
		async variable(name) {
			const [found] = await session.rows(showVariable(name));
			return found === void 0 ? null : String(found.Value);
		}
	};
}

// src/engine/preflight/refusals.ts
function refusal(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** Throws one error with all refusals. Its code is the one of the first. */
function refuseAll(found) {
	const refusals = found.filter((one) => one !== null);
	const [first] = refusals;
	if (first === void 0) return;
	if (refusals.length === 1) throw first;
	throw new GhostshipError(first.code, refusals.map((one) => one.message).join(" "), { hint: refusals.map((one) => one.hint).join(" ") });
}

// src/engine/preflight/foreign-keys.ts
/**
* With its checks on, the server adds a foreign key only by copying the table while writers wait; with them off, or by a copy
* of ours, nobody looks at the rows that are there.
*
* @throws GhostshipError `unsupported-statement`
*/
function refuseForeignKeyAdded(alter, table, server) {
	if (!alter.addsForeignKey || !hasForeignKeyClause(alter) && ignoresReferences(server)) return;
	throw new GhostshipError("unsupported-statement", `The statement adds a foreign key to ${table.name}.`, { hint: "The server looks for rows without a parent only while it copies the table and writers wait. Run the statement yourself, in a session with foreign_key_checks=1, when they may." });
}
function hasForeignKeyClause(alter) {
	return alter.statement.clauses.some(({ kind }) => kind === "add-foreign-key");
}
/** Those of a column, which MySQL makes a foreign key of since 9.0 (MySQL 9.0 release notes). */
function ignoresReferences({ flavor, version }) {
	return flavor === "mysql" && Number.parseInt(version, 10) < 9;
}
/** Since 9.6 MySQL carries foreign keys out above InnoDB, where they reach the binlog (MySQL manual, `innodb_native_foreign_keys`). */
async function knowForeignKeys(server) {
	return {
		flavor: server.flavor,
		cascadesAreLogged: await server.variable("innodb_native_foreign_keys") === "OFF"
	};
}
/** What stands in the way of a copy. */
function foreignKeyRefusals(original, alter, keys, options) {
	const { name } = original.table;
	const others = original.foreignKeys.filter(({ parent }) => sameTable(parent, original.table));
	return [
		others.length > 0 ? refusal("unsupported-table", `Other tables refer to ${name}: ${others.map(describeForeignKey).join(", ")}.`, "Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.") : null,
		...ownKeyRefusals(original, alter, keys, options),
		droppedForeignKeys(original, alter).length > 0 ? refusal("unsupported-statement", `The statement drops a foreign key of ${name}, and does something else for which the table must be copied.`, "The copy has no foreign keys yet. Drop the foreign key in a statement of its own, which the server carries out in place.") : null
	];
}
async function hiddenChildren(session, server, original) {
	const names = await namesOfHiddenChildren(session, server, original);
	if (names.length === 0) return null;
	return refusal("unsupported-table", `Tables that this user may not see refer to ${original.table.name}: ${names.join(", ")}.`, "Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.");
}
/**
* Children in schemas that this user may not look into: only InnoDB's own list has them, and only with PROCESS.
*
* @returns none where all are seen
*/
async function namesOfHiddenChildren(session, { flavor }, { table, foreignKeys }) {
	const rows = await session.rows(selectInnodbChildren(table, flavor)).catch(() => []);
	const seen = foreignKeys.filter(({ parent }) => sameTable(parent, table));
	return rows.length <= seen.length ? [] : rows.map((row) => String(row.child));
}
/** DROP CONSTRAINT may mean a foreign key, too. */
function droppedForeignKeys({ createStatement, table }, alter) {
	const wanted = [...alter.droppedForeignKeys, ...alter.droppedConstraints];
	return readForeignKeys(createStatement, table.schema).map(({ name }) => name).filter((key) => wanted.some((name) => sameName(name, key)));
}
function ownKeyRefusals(original, alter, { flavor, cascadesAreLogged }, { foreignKeys }) {
	const { table } = original;
	const dropped = droppedForeignKeys(original, alter);
	const own = readForeignKeys(original.createStatement, table.schema).filter((key) => !dropped.includes(key.name));
	if (own.length === 0) return [];
	const cascading = own.filter(cascades);
	const list = own.map((key) => `${key.name} (${table.schema}.${table.name} → ${key.parent.name})`).join(", ");
	return [
		foreignKeys === "refuse" ? refusal("unsupported-table", `${table.name} has foreign keys: ${list}.`, flavor === "mysql" ? "`foreign-keys: carry` carries them over to the altered table, `drop` leaves them out." : "Drop them before the migration and add them again after it, or leave them out with `foreign-keys: drop`.") : null,
		foreignKeys === "carry" && flavor === "mariadb" ? refusal("unsupported-table", `${table.name} has foreign keys, which no session of MariaDB can carry over in one step: ${list}.`, "Drop them before the migration and add them again after it.") : null,
		foreignKeys !== "refuse" && cascading.length > 0 && !cascadesAreLogged ? refusal("unsupported-table", `Rows of ${table.name} are changed by ${cascading.map(({ name, actions }) => `${name} (${actions})`).join(", ")}, which this server does not log.`, "Make them RESTRICT for the time of the migration, and let the application delete what depends on a row.") : null
	];
}
function describeForeignKey(key) {
	return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}
function sameTable(left, right) {
	return left.schema.toLowerCase() === right.schema.toLowerCase() && left.name.toLowerCase() === right.name.toLowerCase();
}

// src/engine/direct/refuse-retiring.ts
/**
* What the server would refuse to drop. A foreign key would follow the table to its new name, and its child would go on being
* checked against it.
*
* @param changed names, in lower case, of tables that will be others by then, so that they are not asked
* @throws GhostshipError `unsupported-table`
*/
async function refuseRetiring(session, definition, changed = /* @__PURE__ */ new Set()) {
	const { table, kind, foreignKeys } = definition;
	if (kind !== "table") throw new GhostshipError("unsupported-table", `${table.name} is not a table.`, { hint: "Drop a view by other means." });
	const names = [...foreignKeys.filter(({ parent, child }) => sameTable(parent, table) && !sameTable(child, table)).filter(({ child }) => child.schema !== table.schema || !changed.has(child.name.toLowerCase())).map(({ child, name }) => {
		return `${child.schema === table.schema ? "" : `${child.schema}.`}${child.name} (${name})`;
	}), ...await namesOfHiddenChildren(session, await askServer(session), definition)];
	if (names.length === 0) return;
	throw new GhostshipError("unsupported-table", `Foreign keys point to ${table.name}: ${names.join(", ")}.`, { hint: "Drop these foreign keys, or the tables that have them, first." });
}

// src/mysql/find-process.ts
/** `null` where there is no such connection, or none that this user may see. */
async function findProcess(session, connectionId) {
	const row = (await session.rows(showProcesses)).find(({ Id }) => Number(Id) === connectionId);
	if (row === void 0) return null;
	const percent = Number(row.Progress ?? 0);
	return {
		state: String(row.State ?? ""),
		statement: String(row.Info ?? ""),
		share: percent > 0 ? percent / 100 : null
	};
}
/** True while some connection that this user may see is in a state like this. */
async function isAnyIn(session, state) {
	return (await session.rows(showProcesses)).some(({ State }) => state.test(String(State ?? "")));
}

// src/sql/parser/alter.ts
/**
* Reads one statement; a delimiter at its end and comments around it do not matter. Only what the text tells is known,
* and a clause that is not understood is passed on in `body`: whether it is valid is for the server to say.
*
* @param server decides which executable comments (`/*!80013 …`) are code. Pass it whenever it is known: without one,
*   all of them are taken for code.
*/
function readAlter(sql, server = null) {
	const { statements } = splitFile(sql);
	const [span] = statements;
	if (span === void 0 || statements.length > 1) return {
		kind: "not-one-statement",
		count: statements.length
	};
	const statement = parseStatement(sql, span, server);
	return statement.kind === "alter-table" ? alterStatement(statement) : {
		kind: "not-alter",
		statement
	};
}
/**
* The body with `modifiers` in it, such as `ALGORITHM=INSTANT` or `ALGORITHM=INPLACE, LOCK=NONE`. They go first:
* MySQL takes them before commands on partitions but not behind, and PARTITION BY wants no comma. MariaDB refuses them
* together with commands on partitions wherever they stand.
*/
function bodyWith(alter, modifiers) {
	const { list, partitioning } = alter.statement.body;
	return joined(" ", joined(", ", modifiers, list), partitioning);
}
function alterStatement(statement) {
	const { clauses, body, prefixes, table } = statement;
	const hasPrefix = (word) => prefixes.some((prefix) => prefix.text === word);
	const added = clauses.filter((clause) => clause.kind === "add-column").map((clause) => clause.column);
	const indexes = clauses.filter((clause) => clause.kind === "add-index");
	return {
		kind: "alter",
		table: {
			schema: table.schema,
			name: table.name
		},
		body: joined(" ", body.list, body.partitioning),
		isEmpty: clauses.every(isModifier),
		hasAlgorithm: clauses.some((clause) => clause.kind === "algorithm"),
		hasLock: clauses.some((clause) => clause.kind === "lock") || hasPrefix("ONLINE"),
		hasIgnore: hasPrefix("IGNORE"),
		renamesTo: renamedTo(clauses),
		columnRenames: clauses.flatMap(columnRename),
		addedColumns: added.map((column) => column.name.text),
		droppedColumns: clauses.flatMap((clause) => clause.kind === "drop-column" ? [clause.column.text] : []),
		addedIndexes: [...added.filter((column) => column.key === "unique").map(() => ({
			name: null,
			unique: true
		})), ...indexes.filter((clause) => clause.index !== "primary").map((clause) => ({
			name: clause.name?.text ?? null,
			unique: clause.index === "unique"
		}))],
		droppedIndexes: clauses.flatMap((clause) => clause.kind === "drop-index" ? [clause.name.text] : []),
		addsPrimaryKey: indexes.some((clause) => clause.index === "primary") || added.some((column) => column.key === "primary"),
		dropsPrimaryKey: clauses.some((clause) => clause.kind === "drop-primary-key"),
		touchesPartitions: clauses.some((clause) => clause.kind === "partition"),
		addsForeignKey: clauses.some((clause) => clause.kind === "add-foreign-key") || added.some((column) => column.references !== null),
		droppedForeignKeys: clauses.flatMap((clause) => clause.kind === "drop-foreign-key" ? [clause.name.text] : []),
		droppedConstraints: clauses.flatMap((clause) => clause.kind === "drop-constraint" ? [clause.name.text] : []),
		touchesTablespace: clauses.some((clause) => clause.kind === "tablespace"),
		setsAutoIncrement: clauses.some((clause) => clause.kind === "table-options" && clause.options.some((option) => option.name === "AUTO_INCREMENT")),
		statement
	};
}
function isModifier(clause) {
	return clause.kind === "algorithm" || clause.kind === "lock";
}
function renamedTo(clauses) {
	const last = clauses.findLast((clause) => clause.kind === "rename-table");
	return last === void 0 ? null : {
		schema: last.to.schema,
		name: last.to.name
	};
}
function columnRename(clause) {
	if (clause.kind === "rename-column") return [{
		from: clause.from.text,
		to: clause.to.text
	}];
	if (clause.kind !== "change-column" || clause.from.text === clause.column.name.text) return [];
	return [{
		from: clause.from.text,
		to: clause.column.name.text
	}];
}
function joined(separator, ...parts) {
	return parts.filter((part) => part !== "").join(separator);
}

// src/engine/preflight/statement.ts
/** What the text alone rules out. */
function refuseStatement(alter) {
	const table = alter.table.name;
	refuseAll([
		alter.hasIgnore ? refusal("statement-not-allowed", "ALTER IGNORE throws away rows that do not fit.", "Remove IGNORE; correct or delete these rows first.") : null,
		alter.renamesTo === null ? null : refusal("unsupported-statement", `The statement renames ${table}.`, "Renaming a table is no online change; run it on its own when no application uses the old name."),
		alter.touchesTablespace ? refusal("unsupported-statement", "DISCARD and IMPORT TABLESPACE replace the table’s file.", "Run it by hand.") : null
	]);
}
/** What it does to partitions it does to their rows as well. */
function movesPartitionedRows(alter) {
	return alter.statement.clauses.some((clause) => clause.kind === "partition" && withRows.includes(clause.operation));
}
const withRows = [
	"drop",
	"truncate",
	"exchange",
	"convert",
	"discard",
	"import"
];

// src/engine/tables/alter-clone.ts
const ladder = [{
	way: "instant",
	modifiers: "ALGORITHM=INSTANT"
}, {
	way: "inplace",
	modifiers: "ALGORITHM=INPLACE, LOCK=NONE"
}];
/**
* Alters an empty clone, trying the cheap ways first; a way that is refused leaves the clone as it was. Only a clone may be
* asked like this: on the real table a way that is possible is carried out.
*
* @throws GhostshipError `invalid-statement` with the server's words
*/
async function alterClone(session, clone, original, alter, flavor, tryCheapWays) {
	await session.run(withNotes);
	const idBefore = await tableId(session, clone, flavor);
	let refusal = null;
	if (tryCheapWays) for (const { way, modifiers } of ladder) try {
		await session.run(alterTable(clone, bodyWith(alter, modifiers)));
		const warnings = await readWarnings(session, clone, original);
		const idAfter = await tableId(session, clone, flavor);
		return {
			way,
			rebuilds: idBefore === null || idBefore !== idAfter,
			refusal,
			warnings
		};
	} catch (error) {
		if (!isRefusal(error)) throw invalid(error, clone, original);
		refusal = inTheirNames(error.message, clone, original);
	}
	try {
		await session.run(alterTable(clone, alter.body));
		return {
			way: "copy",
			rebuilds: true,
			refusal,
			warnings: await readWarnings(session, clone, original)
		};
	} catch (error) {
		throw invalid(error, clone, original);
	}
}
/** The server can do it, but not this way. Commands on partitions do not take the clauses at all on MariaDB. */
function isRefusal(error) {
	return isServerError(error, "ER_ALTER_OPERATION_NOT_SUPPORTED", "ER_ALTER_OPERATION_NOT_SUPPORTED_REASON", "ER_INNODB_MAX_ROW_VERSION", "ER_PARSE_ERROR");
}
async function tableId(session, table, flavor) {
	const rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
	return rows[0] === void 0 ? null : String(rows[0].id);
}
async function readWarnings(session, clone, original) {
	return (await session.rows(showWarnings)).map((row) => inTheirNames(String(row.Message), clone, original));
}
function invalid(error, clone, original) {
	if (!(error instanceof ServerError)) return error;
	return new GhostshipError("invalid-statement", `The server refuses the statement on ${original.name}: ${inTheirNames(error.message, clone, original)}`, {
		hint: "Correct the statement.",
		cause: error
	});
}

// src/engine/server-alter.ts
const giveUpAfterMs = 18e5;
const maxBackoffMs = 3e4;
/**
* Lets the server do it, instantly or in place, waiting for the table's lock no longer than the budget at a time.
*
* @returns `null` where the server can do it on an empty clone but not on this table (row versions used up, a FULLTEXT
*   index of the past): then it is copied
* @throws GhostshipError `cutover-gave-up`, `invalid-statement`, `cutover-unconfirmed`
*/
async function letServerAlter(sessions, table, alter, way, lockBudgetMs, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		const statement = alterTable(table, bodyWith(alter, way === "instant" ? "ALGORITHM=INSTANT" : "ALGORITHM=INPLACE, LOCK=NONE"));
		const startedAt = nowMs();
		const reader = _usingCtx$3.a(await sessions.open("reading the definition"));
		const before = withoutCounter(await readCreateStatement(reader, table));
		for (let attempts = 1;; attempts++) try {
			var _usingCtx3 = _usingCtx();
			signal.throwIfAborted();
			const session = _usingCtx3.a(await sessions.openWithChecks("altering the table"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			const attemptedAt = nowMs();
			try {
				await sessions.runLong(session, statement, signal);
				return {
					attempts,
					lockedMs: nowMs() - attemptedAt
				};
			} catch (error) {
				if (isRefusal(error)) return null;
				if (error instanceof ConnectionLost || signal.aborted) {
					if (await wasAltered(sessions, session, table, before)) return {
						attempts,
						lockedMs: nowMs() - attemptedAt
					};
				} else if (!isPassing(error)) throw refused(error, table);
				if (nowMs() - startedAt > giveUpAfterMs) throw gaveUp(table, attempts);
				await sleep(Math.min(maxBackoffMs, 500 * 2 ** attempts), signal);
			}
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** Up to here the server may scan the table to build an index while replicas wait: some seconds. */
const maxIndexedBytes = 268435456;
/**
* Instant always. In place where no row is written anew; where an index is built from all rows, only on small tables or
* where no replica has to run the same statement in one piece.
*/
function isWorthDoingOnServer(altered, alter, table, replicas) {
	if (altered.way === "instant") return true;
	if (altered.way === "inplace" && movesPartitionedRows(alter)) return true;
	if (altered.way === "copy" || altered.rebuilds) return false;
	return alter.addedIndexes.length === 0 || !replicas || table.dataBytes <= maxIndexedBytes;
}
/** Needs REPLICATION SLAVE; who may not ask is taken to have replicas. */
async function hasReplicas(session) {
	const rows = await session.rows(showReplicas).catch(() => session.rows(showSlaveHosts).catch(() => null));
	return rows === null || rows.length > 0;
}
/** Needs REPLICATION CLIENT (MySQL) or REPLICA MONITOR (MariaDB); who may not ask is taken to be on one. */
async function isReplica(session) {
	const rows = await session.rows(showReplicaStatus).catch(() => session.rows(showSlaveStatus).catch(() => null));
	return rows === null || rows.length > 0;
}
/** The statement may be running on without us: it is waited for, and only then the definition tells. */
async function wasAltered(sessions, lost, table, before) {
	const deadline = nowMs() + 6e4;
	for (;;) {
		try {
			try {
				var _usingCtx4 = _usingCtx();
				const session = _usingCtx4.a(await sessions.open("asking whether the table was altered"));
				if (await findProcess(session, lost.id) === null) return withoutCounter(await readCreateStatement(session, table)) !== before;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch (error) {
			if (nowMs() > deadline) throw unconfirmed(table, error);
		}
		await sleepUncancelled(200);
	}
}
function refused(error, table) {
	if (!(error instanceof ServerError)) return error;
	const code = isForeignKeyRefusal(error) ? "invalid-statement" : isDuplicate(error) ? "duplicate-rows" : "data-does-not-fit";
	return new GhostshipError(code, `The server refuses to alter ${table.name}: ${error.message}`, {
		hint: "Correct the rows or the statement and run the migration again.",
		cause: error
	});
}
function gaveUp(table, attempts) {
	return new GhostshipError("cutover-gave-up", `${table.name} was in use at each of ${attempts} attempts to alter it.`, { hint: "Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
}
function unconfirmed(table, cause) {
	return new GhostshipError("cutover-unconfirmed", `The connection broke while the server altered ${table.name}, and it cannot be asked whether it did.`, {
		hint: `Look with SHOW CREATE TABLE ${table.name}.`,
		tableState: "unknown",
		cause
	});
}

// src/engine/tables/family.ts
/** True where foreign keys lead from the table, or to it. */
function hasRelatives({ foreignKeys }) {
	return foreignKeys.length > 0;
}
/** A clone among its relatives, all of them in a schema that holds nothing else. */
var Family = class {
	#original;
	#clone;
	/** Clones by the key of their originals. */
	#clones = /* @__PURE__ */ new Map();
	constructor(original, clone) {
		this.#original = original;
		this.#clone = clone;
		this.#clones.set(keyOf(original.table), {
			original: original.table,
			clone
		});
		const taken = /* @__PURE__ */ new Set([clone.name.toLowerCase()]);
		for (const { child, parent } of original.foreignKeys) for (const relative of [child, parent]) this.#name(relative, taken);
	}
	/** @param keepsNames of CHECK constraints, see `own-schema.ts` */
	async create(session, keepsNames) {
		await session.run(withoutForeignKeyChecks);
		await createClone(session, this.#clone, this.#original, keepsNames);
		const made = /* @__PURE__ */ new Set([keyOf(this.#original.table)]);
		for (const [key, { original, clone }] of this.#clones) if (!made.has(key) && await createRelative(session, clone, original)) made.add(key);
		const children = new Map(this.#original.foreignKeys.map(({ child }) => [keyOf(child), child]));
		for (const [key, child] of children) if (made.has(key)) await this.#relate(session, child);
		await session.run(withForeignKeyChecks);
	}
	/** A definition of the clone as the original would have it. */
	inTheirNames(createStatement) {
		const { schema } = this.#original.table;
		return referringTo(createStatement, {
			from: this.#clone.schema,
			to: schema
		}, (parent) => {
			return [...this.#clones.values()].find(({ clone }) => keyOf(clone) === keyOf(parent))?.original ?? parent;
		});
	}
	/** Gives the clone of `child` those of its foreign keys that lead from the table, or to it. */
	async #relate(session, child) {
		const all = readForeignKeys(await readCreateStatement(session, child), child.schema);
		const isOwn = keyOf(child) === keyOf(this.#original.table);
		const keys = all.filter(({ parent }) => isOwn || keyOf(parent) === keyOf(this.#original.table)).map((key) => ({
			...key,
			parent: this.#clones.get(keyOf(key.parent))?.clone ?? key.parent
		}));
		const clone = this.#clones.get(keyOf(child))?.clone;
		if (keys.length > 0 && clone !== void 0) await session.run(addForeignKeys(clone, keys, "COPY"));
	}
	/** Tables of other schemas may have the same name. */
	#name(relative, taken) {
		const key = keyOf(relative);
		if (this.#clones.has(key)) return;
		let name = relative.name;
		for (let number = 2; taken.has(name.toLowerCase()); number++) name = withSuffix(relative.name, `_${number}`);
		taken.add(name.toLowerCase());
		this.#clones.set(key, {
			original: relative,
			clone: {
				schema: this.#clone.schema,
				name
			}
		});
	}
};
/** @returns false for a table that is not there, or that this user may not read: the original itself will tell */
async function createRelative(session, clone, original) {
	try {
		await session.run(createTableLike(clone, original));
		return true;
	} catch (error) {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR", "ER_TABLEACCESS_DENIED_ERROR")) return false;
		throw error;
	}
}
/** Both servers compare the names of these tables without regard to case, or have no two that differ by case alone. */
function keyOf({ schema, name }) {
	return JSON.stringify([schema.toLowerCase(), name.toLowerCase()]);
}

// src/engine/tables/own-schema.ts
/**
* True where the ghost must be in a schema of its own, to keep names that are unique in a schema. On MySQL these are the names
* of CHECK constraints and of foreign keys. RENAME then carries them over, while the old table goes to a third schema. On
* MariaDB names of CHECKs belong to the table, and foreign keys are not carried over.
*/
function needsOwnSchema(original, alter, flavor, foreignKeys) {
	if (flavor === "mariadb") return false;
	return hasNamedChecks(original, alter) || foreignKeys === "carry" && hasOwnForeignKeys(original);
}
function hasOwnForeignKeys({ createStatement, table }) {
	return readForeignKeys(createStatement, table.schema).length > 0;
}
/** CREATE TABLE … LIKE makes up new names. Only the pattern `<table>_chk_<n>` follows a RENAME (MySQL manual, "CHECK Constraints"). */
function hasNamedChecks(original, alter) {
	const names = checkNames(original.createStatement);
	if (names.length === 0) return false;
	return !names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`) || alter.statement.clauses.some(({ kind }) => kind === "alter-check" || kind === "drop-constraint");
}
/** In the order of the definition. */
function checkNames(createStatement) {
	return [...createStatement.matchAll(/^\s*CONSTRAINT (`(?:[^`]|``)+`) CHECK /gmu)].map((line) => unquoteIdent(line[1] ?? ""));
}

// src/engine/tables/empty-clone.ts
/** A later dry run recognizes a clone with rows by this comment. */
const comment = "Ghostship dry run";
/**
* A table with foreign keys has them on the clone as well, where the user may make a schema for it: see `family.ts`.
*
* @throws GhostshipError `leftover-tables` where somebody else's table has the name, `missing-privileges`
*/
async function openClone(session, request) {
	const { original, alter, flavor, foreignKeys, purpose } = request;
	if (hasRelatives(original)) {
		const family = await openFamily(session, request);
		if (family !== null) return family;
		refuseUnseenKeys(request);
	}
	const apart = needsOwnSchema(original, alter, flavor, foreignKeys);
	const name = planClone(original.table, apart, purpose);
	const own = [name, planCloneAway(name)];
	const drop = async () => {
		for (const table of own) await session.run(dropTable(table));
		if (apart && (await tablesIn(session, name.schema)).length === 0) await session.run(dropSchema(name.schema));
	};
	await refuseForeign(session, await readComments(session, own));
	await drop();
	if (apart) await session.run(createSchema(name.schema));
	await createClone(session, name, original);
	return {
		name,
		inTheirNames: (createStatement) => inTheirNames(createStatement, name, original.table),
		[Symbol.asyncDispose]: drop
	};
}
/** Call it before rows are written to the clone. */
async function markClone(session, clone) {
	await session.run(setComment(clone, comment));
}
/** @returns `null` where the user may not make the schema */
async function openFamily(session, { original, alter, flavor, purpose }) {
	const name = planClone(original.table, true, purpose);
	const drop = async () => {
		await session.run(withoutForeignKeyChecks);
		for (const [table] of await tablesIn(session, name.schema)) await session.run(dropTable(table));
		await session.run(dropSchema(name.schema));
	};
	await refuseForeign(session, await tablesIn(session, name.schema));
	try {
		await drop();
		await session.run(createSchema(name.schema));
	} catch (error) {
		if (isServerError(error, "ER_DBACCESS_DENIED_ERROR")) return null;
		throw error;
	}
	const family = new Family(original, name);
	try {
		await family.create(session, flavor === "mysql" && hasNamedChecks(original, alter));
	} catch (error) {
		await drop();
		if (isServerError(error, "ER_TABLEACCESS_DENIED_ERROR")) return null;
		throw error;
	}
	return {
		name,
		inTheirNames: (text) => family.inTheirNames(text),
		[Symbol.asyncDispose]: drop
	};
}
/** A clone without its foreign keys cannot tell what becomes of a statement that names one. */
function refuseUnseenKeys({ original, alter }) {
	if (alter.droppedForeignKeys.length + alter.droppedConstraints.length === 0) return;
	const { schema, name } = original.table;
	throw new GhostshipError("missing-privileges", `To try a statement that drops foreign keys of ${name}, Ghostship needs a short-lived schema beside ${schema}.`, { hint: `GRANT ALL ON \`${schema.replaceAll("_", "\\_")}\\_%\`.* to the user of the target URL.` });
}
/** What a dry run left that was cut off is empty or has the mark. */
async function refuseForeign(session, tables) {
	for (const [table, found] of tables) if (found !== comment && (await session.rows(selectAnyRow(table))).length > 0) throw leftovers([table]);
}
async function tablesIn(session, schema) {
	return (await session.rows(selectTables(schema))).map((row) => [{
		schema,
		name: String(row.name)
	}, String(row.comment)]);
}

// src/engine/tables/keep-out-of-binlog.ts
/** On a replica a clone in the binlog would be a transaction that its source never had. */
async function keepOutOfBinlog(session, isReplica) {
	try {
		await session.run(withoutBinlog);
	} catch (error) {
		if (!isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR") || !isReplica) return;
		throw new GhostshipError("missing-privileges", "The user of the test replica may not switch its binary log off.", {
			hint: "Grant SYSTEM_VARIABLES_ADMIN (MySQL) or BINLOG ADMIN (MariaDB) on the replica: otherwise the dry run would leave transactions there that the source never had.",
			cause: error
		});
	}
}

// src/sql/key-column.ts
/** The expression that selects a key column in the form {@link literalFromSelected} reads. */
function selectKeyPart(column, qualifier = null) {
	const name = qualifier === null ? ident(column.name) : sql`${qualifier}.${ident(column.name)}`;
	switch (column.kind) {
		case "integer": return sql`CAST(${name} + 0 AS CHAR)`;
		case "decimal":
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return sql`CAST(${name} AS CHAR)`;
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return sql`HEX(${name})`;
	}
}
/** @param text of the original's column, or of the ghost's that holds the same value */
function literalFromSelected(column, text) {
	switch (column.kind) {
		case "integer": return text;
		case "decimal": return withoutZeros(text, column.fraction);
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return temporalLiteral(withoutZeros(text, column.fraction));
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return bytesLiteral(column, Buffer.from(text, "hex"));
	}
}
/** The ghost's column may have more digits than the original's, and a key is its text. */
function withoutZeros(text, digits) {
	const point = text.indexOf(".");
	if (point === -1) return text;
	const end = digits === 0 ? point : point + 1 + digits;
	return /^\.?0*$/u.test(text.slice(end)) ? text.slice(0, end) : text;
}
/** @param text as the server prints it: digits, `-`, `:`, `.` and a space */
function temporalLiteral(text) {
	return `'${text}'`;
}
function bytesLiteral(column, bytes) {
	return hexLiteral(padded(column, bytes), column.charset);
}
/** All the bytes of a value, also those the binlog leaves away. */
function padded(column, bytes) {
	if (bytes.length >= column.paddedBytes) return bytes;
	const whole = Buffer.alloc(column.paddedBytes);
	whole.set(bytes);
	return whole;
}
/** A literal of a `text` column as the ghost has it. */
function convertLiteral(literal, { charset, collation }) {
	return sql`CONVERT(${raw(literal)} USING ${raw(charset)}) COLLATE ${raw(collation)}`;
}
/** A literal that compares as a value of the column does, also away from the column. */
function collated(column, literal) {
	if (isNative(column.kind)) return sql`CAST(${raw(literal)} AS ${raw(column.kind)})`;
	return column.collation === null ? raw(literal) : sql`(${raw(literal)} COLLATE ${raw(column.collation)})`;
}
/**
* True where {@link compareLiterals} orders values exactly as the server does. Strings follow a collation: never. A UUID is
* ordered by version and by the parts of it, in ways that differ between releases.
*/
function isOrderedHere(column) {
	return column.kind !== "text" && !isNative(column.kind);
}
function isNative(kind) {
	return kind === "uuid" || kind === "inet4" || kind === "inet6";
}
/**
* Negative, zero or positive, as the server compares the two values.
* Bytes: `BINARY` is of one length and `VARBINARY` does not pad, so hexadecimal text sorts as memcmp does.
* Dates: fixed width, zero-padded text.
*/
function compareLiterals(column, left, right) {
	if (left === right) return 0;
	switch (column.kind) {
		case "integer": return compareIntegers(left, right);
		case "decimal": return compareBigInts(scaled(left), scaled(right));
		case "time": return compareBigInts(ticks(left), ticks(right));
		case "date":
		case "datetime":
		case "timestamp":
		case "binary":
		case "varbinary": return left < right ? -1 : 1;
		case "text":
		case "uuid":
		case "inet4":
		case "inet6": throw new TypeError(`${column.name} is ordered by the server alone`);
	}
}
/** 15 digits are below 2^53 with or without a sign. */
function compareIntegers(left, right) {
	if (left.length <= 15 && right.length <= 15) return Number(left) - Number(right);
	return compareBigInts(BigInt(left), BigInt(right));
}
function compareBigInts(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
/** Two values of one DECIMAL column have the same number of digits after the point. */
function scaled(literal) {
	return BigInt(literal.replace(".", ""));
}
/** `'-838:59:59.000000'` of one TIME column: same number of digits after the point, hours of any width. */
function ticks(literal) {
	const [hours = "0", minutes = "0", rest = "0"] = literal.replaceAll(/['.]/gu, "").split(":");
	const negative = hours.startsWith("-");
	const scale = 10n ** BigInt(Math.max(rest.length - 2, 0));
	const total = (BigInt(hours.replace("-", "")) * 3600n + BigInt(minutes) * 60n) * scale + BigInt(rest);
	return negative ? -total : total;
}

// src/sql/keys.ts
/** The key on the original; `alias` qualifies its columns. */
function originalKey(key, alias = null) {
	return key.map(({ original, exact }) => ({
		column: qualified(original.name, alias),
		write: raw,
		exact
	}));
}
/** The key on the ghost, under the names and in the character set it has there. */
function ghostKey(key, alias = null) {
	return key.map(({ ghostName, convertTo, exact }) => ({
		column: qualified(ghostName, alias),
		write: convertTo === null ? raw : (literal) => convertLiteral(literal, convertTo),
		exact
	}));
}
function qualified(name, alias) {
	return alias === null ? ident(name) : sql`${alias}.${ident(name)}`;
}
/**
* `column IN (…)`, or for a composite key `a = 1 AND b IN (…) OR a = 2 AND b IN (…)`: row constructors lose the range on
* MariaDB, and keys that share their leading columns are found together.
*/
function keyIn(operands, keys) {
	return literalsIn(operands, keys.map((key) => key.split(",")));
}
function literalsIn([lead, ...others], keys) {
	if (lead === void 0) return raw("TRUE");
	if (others.length === 0) return isOneOf(lead, keys.map(([literal = "NULL"]) => literal));
	const groups = /* @__PURE__ */ new Map();
	for (const [literal = "NULL", ...rest] of keys) groups.set(literal, [...groups.get(literal) ?? [], rest]);
	const alternatives = [...groups].map(([literal, members]) => sql`${isOneOf(lead, [literal])} AND ${literalsIn(others, members)}`);
	return sql`(${join(alternatives, " OR ")})`;
}
function isOneOf({ column, write, exact }, literals) {
	const values = literals.map(write);
	const found = sql`${column} IN (${join(values)})`;
	return exact ? sql`${found} AND ${bytes(column)} IN (${join(values.map(bytes))})` : found;
}
/**
* Composite keys are expanded: `a > 1 OR (a = 1 AND b > 2)`. A row constructor `(a, b) > (1, 2)` says the same, but
* neither server walks the index for it.
*/
function keyRange(operands, range) {
	const conditions = [];
	if (range.after !== null) conditions.push(...beyond$1(operands, range.after.split(","), ">", ">"));
	if (range.upTo !== null) conditions.push(...beyond$1(operands, range.upTo.split(","), "<", "<="));
	return conditions.length === 0 ? raw("TRUE") : join(conditions, " AND ");
}
/**
* The first condition is implied by the second; it is what lets the optimizer see one range on the leading column.
*/
function beyond$1(operands, literals, inner, last) {
	const alternatives = operands.map((operand, depth) => {
		const equals = operands.slice(0, depth).map(({ column, write }, index) => sql`${column} = ${write(literals[index] ?? "NULL")}`);
		const comparison = depth === operands.length - 1 ? last : inner;
		const step = sql`${operand.column} ${raw(comparison)} ${operand.write(literals[depth] ?? "NULL")}`;
		return sql`(${join([...equals, step], " AND ")})`;
	});
	const lead = operands[0];
	if (lead === void 0 || operands.length === 1) return alternatives;
	return [sql`${lead.column} ${raw(`${inner}=`)} ${lead.write(literals[0] ?? "NULL")}`, sql`(${join(alternatives, " OR ")})`];
}
__name(beyond$1, "beyond");
function bytes(value) {
	return sql`CAST(${value} AS BINARY)`;
}

// src/sql/copy.ts
const o = raw("o");
/**
* Copies a range; runs under READ COMMITTED and then locks nothing on the original.
* @param restEvery it sleeps for a moment about once in so many rows; `null` is never
*/
function copyRange(tables, range, restEvery) {
	const resting = restEvery === null ? raw("") : sql` AND ${restingOnceIn(restEvery)}`;
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyRange(originalKey(tables.key), range)}${resting}`;
}
/** Brings these keys over as they are in the original now. Their old rows must have been deleted from the ghost. */
function copyKeys(tables, keys) {
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyIn(originalKey(tables.key), keys)}`;
}
function deleteKeys(tables, keys) {
	return sql`DELETE FROM ${tableName(tables.ghost)} WHERE ${keyIn(ghostKey(tables.key), keys)}`;
}
/**
* The key `rows` rows behind `after`; no row where fewer are left. One column for each key column: `k0`, `k1`, …
* Not from a derived table, which takes MySQL another millisecond (measured); what is ordered by is qualified, because a
* column may be called `k0`, too.
*/
function selectBoundary(tables, after, rows) {
	const key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(key, {
		after,
		upTo: null
	})} ORDER BY ${join(key.map(({ column }) => column))} LIMIT 1 OFFSET ${rows - 1}`;
}
/** The greatest key of all, as {@link selectBoundary} has it; no row where the table is empty. */
function selectLast(tables) {
	const key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    ORDER BY ${join(key.map(({ column }) => sql`${column} DESC`))} LIMIT 1`;
}
/** Every key in the range, as {@link selectBoundary} has them. */
function selectKeys(tables, range) {
	return sql`SELECT ${keyParts(tables)} FROM ${tableName(tables.original)} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(originalKey(tables.key), range)}`;
}
/**
* Where keys lie that JavaScript cannot compare, asked of the server that can. One row a key, `n` its number and `place`
* the number of the first range that holds it, or NULL.
*/
function locateKeys(tables, keys, ranges) {
	const located = keys.map((key, n) => {
		const literals = key.split(",");
		const operands = tables.key.map(({ original }, index) => ({
			column: collated(original, literals[index] ?? "NULL"),
			write: raw,
			exact: false
		}));
		const cases = ranges.map((range, index) => sql`WHEN ${keyRange(operands, range)} THEN ${index}`);
		return sql`SELECT ${n} AS n, CASE ${join(cases, " ")} END AS place`;
	});
	return join(located, " UNION ALL ");
}
/**
* True of every row, whatever SLEEP says: a row must not depend on it. Of shorter times than 10 µs MySQL makes nothing at all;
* this one takes some 60 µs, as the operating system will have it.
*/
function restingOnceIn(rows) {
	return sql`(RAND() * ${rows} >= 1 OR SLEEP(0.00001) >= 0)`;
}
function insertSelect(tables) {
	const to = tables.columns.map((column) => ident(column.to));
	const values = tables.columns.map((column) => column.value);
	return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)} FROM ${tableName(tables.original)}`;
}
function keyParts(tables, alias = null) {
	return join(tables.key.map(({ original }, index) => sql`${selectKeyPart(original, alias)} AS ${raw(`k${index}`)}`));
}

// src/engine/copy/dense-keys.ts
/** With a smaller share of the numbers in use, a chunk of so many numbers would have too few rows. */
const minDensity = .5;
/**
* Finds ends of chunks without a question to the server. Where the key is one whole number, the next n numbers hold no more
* than n rows. That is used while most numbers are in use, up to the last key of the table. The last key is read only once.
*/
var DenseKeys = class {
	#tables;
	#isNumber;
	#last = null;
	#isDense = false;
	constructor(tables) {
		this.#tables = tables;
		this.#isNumber = tables.key.length === 1 && tables.key.every(({ original }) => original.consecutive);
	}
	/** @returns `null` where the end must be looked up */
	async endOf(session, after, rows) {
		if (after === null || !this.#isDense) return null;
		this.#last ??= await this.#readLast(session);
		const end = BigInt(after) + BigInt(rows);
		return end <= this.#last ? String(end) : null;
	}
	/** Call it for every chunk, with the number of rows that were found in it. */
	learn({ after, upTo }, rows) {
		if (!this.#isNumber || after === null || upTo === null) return;
		this.#isDense = rows >= minDensity * Number(BigInt(upTo) - BigInt(after));
	}
	async #readLast(session) {
		const [row] = await session.rows(selectLast(this.#tables));
		return row === void 0 ? 0n : BigInt(String(row.k0));
	}
};

// src/engine/copy/chunker.ts
/**
* Gives out chunks in key order. So one key, the end of the newest chunk, divides the keys that a chunk has reached from the
* keys that no chunk has reached.
*/
var Chunker = class {
	#tables;
	#orderedHere;
	#denseKeys;
	#inFlight = /* @__PURE__ */ new Set();
	#claimedUpTo = null;
	#allClaimed = false;
	#claims = 0;
	#lastClaim = Promise.resolve();
	/** @param orderedHere whether keys can be compared in JavaScript exactly as the server compares them */
	constructor(tables, orderedHere) {
		this.#tables = tables;
		this.#orderedHere = orderedHere;
		this.#denseKeys = new DenseKeys(tables);
	}
	/** The next chunk of about `rows` rows, or `null` when every key is claimed. Claims are made one after the other. */
	claim(session, rows) {
		const claim = this.#lastClaim.then(() => this.#claim(session, rows));
		this.#lastClaim = claim.catch(() => null);
		return claim;
	}
	/** @param rows how many rows were found in the chunk */
	complete(chunk, rows) {
		this.#inFlight.delete(chunk);
		this.#denseKeys.learn(chunk, rows);
	}
	get chunksInFlight() {
		return [...this.#inFlight];
	}
	isInFlight(chunk) {
		return this.#inFlight.has(chunk);
	}
	/** True once every key belongs to a chunk. */
	get isClaimed() {
		return this.#allClaimed;
	}
	get isDone() {
		return this.#allClaimed && this.#inFlight.size === 0;
	}
	/**
	* The stage of each key. A chunk that is claimed while the server is asked does no harm: a key found ahead was visible before
	* that claim, so the chunk reads it.
	*/
	async stagesOf(session, keys) {
		if (this.isDone) return keys.map(() => "copied");
		const inFlight = [...this.#inFlight];
		const ahead = this.#allClaimed ? [] : [{
			after: this.#claimedUpTo,
			upTo: null
		}];
		const ranges = [...inFlight, ...ahead];
		return (this.#orderedHere ? keys.map((key) => this.#findRange(key, ranges)) : await this.#askForRanges(session, keys, ranges)).map((range) => range === -1 ? "copied" : range < inFlight.length ? "in-flight" : "ahead");
	}
	async #claim(session, rows) {
		if (this.#allClaimed) return null;
		const after = this.#claimedUpTo;
		const upTo = await this.#denseKeys.endOf(session, after, rows) ?? await this.#lookUpEnd(session, after, rows);
		const chunk = {
			number: this.#claims++,
			after,
			upTo
		};
		this.#inFlight.add(chunk);
		this.#claimedUpTo = upTo;
		this.#allClaimed = upTo === null;
		return chunk;
	}
	async #lookUpEnd(session, after, rows) {
		const [boundary] = await session.rows(selectBoundary(this.#tables, after, rows));
		return boundary === void 0 ? null : readKey(this.#tables, boundary);
	}
	/** The index of the range that has the key, or -1. */
	#findRange(key, ranges) {
		return ranges.findIndex(({ after, upTo }) => (after === null || this.#compare(key, after) > 0) && (upTo === null || this.#compare(key, upTo) <= 0));
	}
	#compare(left, right) {
		const lefts = left.split(",");
		const rights = right.split(",");
		for (const [index, { original: column }] of this.#tables.key.entries()) {
			const order = compareLiterals(column, lefts[index] ?? "", rights[index] ?? "");
			if (order !== 0) return order;
		}
		return 0;
	}
	/** Like {@link #findRange}, where only the server knows the order of keys. */
	async #askForRanges(session, keys, ranges) {
		const found = keys.map(() => -1);
		for (let start = 0; start < keys.length; start += keysPerQuestion) {
			const asked = keys.slice(start, start + keysPerQuestion);
			for (const row of await session.rows(locateKeys(this.#tables, asked, ranges))) if (row.place !== null) found[start + Number(row.n)] = Number(row.place);
		}
		return found;
	}
};
/** The key in a row that has it as `k0`, `k1`, … */
function readKey(tables, row) {
	return tables.key.map(({ original }, index) => literalFromSelected(original, String(row[`k${index}`]))).join(",");
}
/** A longer UNION ALL costs the parser more time than fewer round trips save. */
const keysPerQuestion = 200;

// src/engine/indexes/deferral.ts
/** In smaller tables it is faster to fill an index row by row than to build it afterwards. */
const smallTableBytes = 8388608;
/** Replicas run ADD INDEX as one event. At about 50 MB/s they fall behind by about 20 s. */
const maxBytesWithReplicas = 1073741824;
/**
* Filling a table with its secondary indexes takes about twice as long as building them at the end (measured: 20.1 s
* against 14.2 s for two million rows and one index). But for a replica the build is one long statement.
*
* @returns `null` where there is no index that could be deferred
*/
function chooseDeferral(ghost, original, wish, hasReplicas) {
	const keep = (reason) => ({
		indexes: [],
		reason
	});
	const all = deferrableIndexes(ghost.createStatement);
	const indexes = all.slice(all.findIndex(({ name }) => name === counterIndex(ghost)) + 1);
	if (indexes.length === 0) return null;
	if (/^\s*SPATIAL KEY /mu.test(ghost.createStatement)) return keep("the table has a spatial index");
	if (wish === "keep") return keep("it is asked for");
	if (wish === "defer") return {
		indexes,
		reason: "it is asked for"
	};
	if (original.dataBytes < smallTableBytes) return keep("the table is small");
	if (hasReplicas && original.indexBytes > maxBytesWithReplicas) return keep("replicas would fall behind while they build large indexes");
	return {
		indexes,
		reason: "that is faster than to fill them row by row"
	};
}
/** Unique indexes are not deferred, because they find duplicates during the copy. */
function deferrableIndexes(createStatement) {
	return createStatement.split("\n").flatMap((line) => {
		const definition = line.trim().replace(/,$/u, "");
		const name = /^KEY (`(?:[^`]|``)+`)/u.exec(definition)?.[1];
		return name === void 0 ? [] : [{
			name: unquoteIdent(name),
			definition
		}];
	});
}
/** An AUTO_INCREMENT column needs an index that begins with it. Unique indexes stay anyway. */
function counterIndex({ columns, indexes }) {
	const counter = columns.find((column) => column.autoIncrement)?.name;
	if (counter === void 0) return void 0;
	const serving = indexes.filter((index) => index.columns[0]?.column === counter);
	return serving.some(({ unique }) => unique) ? void 0 : serving[0]?.name;
}

// src/sql/parser/column-value.ts
/** A value as SELECT shows it. */
function asShown(column) {
	return sql`CONCAT(${ident(column)})`;
}
/** The number that a date or a time stands for. */
function asNumber$1(column) {
	return sql`${ident(column)} + 0`;
}
__name(asNumber$1, "asNumber");
/** The whole number a string holds. One that holds anything else is an error on both servers; `+ 0` makes it 0 on MariaDB. */
function asInteger(column) {
	return sql`CAST(${ident(column)} AS SIGNED)`;
}
function asRounded(column, digits) {
	return sql`ROUND(${ident(column)}, ${digits})`;
}
/**
* What ALTER TABLE fills a new NOT NULL column with that has no default (MySQL manual, "Data Type Default Values").
* `null` where there is no such value: the server reports it then.
*/
function emptyValue(dataType, zeroDatesAllowed) {
	switch (dataType) {
		case "date":
		case "datetime":
		case "timestamp": return zeroDatesAllowed ? sql`'0000-00-00'` : null;
		case "time": return sql`'00:00:00'`;
		case "enum": return sql`1`;
		case "json": return sql`'null'`;
		case "geometry":
		case "point":
		case "linestring":
		case "polygon":
		case "multipoint":
		case "multilinestring":
		case "multipolygon":
		case "geomcollection":
		case "geometrycollection":
		case "vector": return null;
		case "char":
		case "varchar":
		case "binary":
		case "varbinary":
		case "tinytext":
		case "text":
		case "mediumtext":
		case "longtext":
		case "tinyblob":
		case "blob":
		case "mediumblob":
		case "longblob":
		case "set": return sql`''`;
		default: return sql`0`;
	}
}

// src/engine/mapping/type-families.ts
const numbers = [
	"integer",
	"decimal",
	"float"
];
function familyOf(column) {
	return families[column.dataType] ?? "other";
}
function isUnsigned(column) {
	return /unsigned|zerofill/iu.test(column.columnType);
}
/** The number in `varchar(40)`; `null` where the type has none. */
function lengthOf(column) {
	const length = /\((\d+)/u.exec(column.columnType)?.[1];
	return length === void 0 ? null : Number(length);
}
/** The labels of an ENUM or SET, quoted as in the definition. */
function labelsOf(column) {
	return column.columnType.match(/'(?:[^']|'')*'/gu) ?? [];
}
/** True where the server must convert the values. */
function changesType({ from, to }) {
	return from.columnType !== to.columnType || from.charset !== to.charset;
}
const families = {
	tinyint: "integer",
	smallint: "integer",
	mediumint: "integer",
	int: "integer",
	bigint: "integer",
	decimal: "decimal",
	float: "float",
	double: "float",
	bit: "bit",
	year: "year",
	char: "text",
	varchar: "text",
	tinytext: "text",
	text: "text",
	mediumtext: "text",
	longtext: "text",
	binary: "binary",
	varbinary: "binary",
	tinyblob: "binary",
	blob: "binary",
	mediumblob: "binary",
	longblob: "binary",
	date: "date",
	datetime: "date",
	timestamp: "date",
	time: "time",
	enum: "enum",
	set: "set",
	json: "json"
};

// src/engine/mapping/conversion.ts
/** The expression that fills a ghost column, so that it gets the value that ALTER TABLE would give it. */
function convertedValue$1({ from, to }, flavor) {
	const [source, target] = [familyOf(from), familyOf(to)];
	if (isShownOtherwise(from) && strings$1.includes(target)) return asShown(from.name);
	if (flavor === "mysql" && isNumber(source) && readAsText.includes(target)) return asShown(from.name);
	if (strings$1.includes(source) && target === "bit") return asInteger(from.name);
	if (times.includes(source) && target === "bit") return asNumber$1(from.name);
	const digits = from.dataType === to.dataType && from.columnType !== to.columnType ? roundedDigits(to) : null;
	return digits === null ? ident(from.name) : asRounded(from.name, digits);
}
__name(convertedValue$1, "convertedValue");
/** @throws GhostshipError `unsupported-statement` for a conversion of ALTER TABLE that no expression can repeat */
function refuseConversions(map, flavor) {
	const refused = map.filter((column) => isUnlikeAlter(column, flavor));
	if (refused.length === 0) return;
	const words = refused.map(({ from, to }) => `${from.name} from ${from.columnType} to ${to.columnType}`);
	throw new GhostshipError("unsupported-statement", `The statement changes ${words.join(", ")}: copied rows would get other values than the server's own ALTER gives them.`, { hint: "Add a column of the new type, fill it with an expression of your own, and drop the old column." });
}
const strings$1 = ["text", "binary"];
const times = ["date", "time"];
const readAsText = [
	"enum",
	"set",
	"json"
];
function isUnlikeAlter({ from, to }, flavor) {
	const [source, target] = [familyOf(from), familyOf(to)];
	const becomes = (...families) => families.includes(target);
	switch (source) {
		case "float": return becomes("bit", "year", "date", "time") || becomes("set") && flavor === "mariadb";
		case "decimal": return becomes("set") && flavor === "mariadb";
		case "bit": return becomes("float") && from.digits > 63;
		case "json": return becomes("bit", "date");
		case "year": return becomes("date") && flavor === "mariadb";
		case "date": return becomes("bit") && from.fraction > 0 || becomes("year") && flavor === "mysql";
		case "time": return becomes("bit") && from.fraction > 0;
		case "integer":
		case "text":
		case "binary":
		case "enum":
		case "set":
		case "other": return false;
	}
}
function isNumber(family) {
	return numbers.includes(family) || family === "year";
}
/** INSERT … SELECT leaves out leading zeros, and gives a FLOAT the digits of a DOUBLE. */
function isShownOtherwise(column) {
	return column.dataType === "float" || column.dataType === "year" || /zerofill/iu.test(column.columnType);
}
/** `FLOAT(10, 2)` keeps two digits. INSERT … SELECT from another FLOAT keeps all of them. */
function roundedDigits({ columnType }) {
	const digits = /^(?:float|double)\(\d+,(\d+)\)/iu.exec(columnType)?.[1];
	return digits === void 0 ? null : Number(digits);
}

// src/engine/mapping/copied-columns.ts
/**
* The values that fill each ghost column.
*
* @param server its sql_mode decides whether ALTER TABLE fills new date columns with zero dates
*/
function copiedColumns(map, ghost, { flavor, sqlMode }) {
	const copied = map.map((column) => ({
		to: column.to.name,
		value: convertedValue$1(column, flavor)
	}));
	const filled = ghost.columns.filter((column) => !map.some(({ to }) => to === column) && needsValue(column)).flatMap((column) => {
		const value = emptyValue(column.dataType, allowsZeroDates(sqlMode));
		return value === null ? [] : [{
			to: column.name,
			value
		}];
	});
	return [...copied, ...filled];
}
/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT with the empty value of its type. */
function needsValue(column) {
	return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}
function allowsZeroDates(serverMode) {
	const modes = serverMode.split(",");
	return !(modes.some((mode) => mode.startsWith("STRICT_")) && modes.includes("NO_ZERO_DATE"));
}

// src/engine/mapping/filled-columns.ts
/**
* True where the server reads the clock for rows that are copied. ALTER TABLE is one statement with one NOW(); a copy is many, and
* a row that is applied again would change.
*
* Not pinned everywhere: the binary log would show an old time for every statement, and replicas would seem to lag.
*/
function readsClock(map, ghost) {
	return filledColumns(map, ghost).some(({ default: by }) => by?.kind === "now" || by?.kind === "expression") || map.some(({ from, to }) => from.dataType === "time" && dated.includes(to.dataType));
}
const dated = [
	"date",
	"datetime",
	"timestamp",
	"year"
];
/** @throws GhostshipError `unsupported-statement` where a default gives another value at each call or connection */
function refuseUnpinnable(map, ghost, table) {
	for (const column of filledColumns(map, ghost)) {
		const called = column.default?.functions.find((name) => unpinnable.has(name.toUpperCase()));
		const reads = called === void 0 ? readVariable(column, ghost) : `${called.toUpperCase()}()`;
		if (reads === null) continue;
		throw new GhostshipError("unsupported-statement", `Rows of ${table} would get ${column.name.text} from ${reads}, which is not the same in every statement of a copy.`, { hint: `Add ${column.name.text} as NULL without a default, fill it by UPDATE, and set the default in a second migration.` });
	}
}
/** What SET timestamp does not pin. */
const unpinnable = /* @__PURE__ */ new Set([
	"CONNECTION_ID",
	"FOUND_ROWS",
	"LAST_INSERT_ID",
	"LASTVAL",
	"NEXTVAL",
	"RAND",
	"RANDOM_BYTES",
	"ROW_COUNT",
	"SETVAL",
	"SYSDATE",
	"SYS_GUID",
	"UUID",
	"UUID_SHORT",
	"UUID_V4",
	"UUID_V7"
]);
/** The servers write variables with `@`, which a text may have in it as well. */
function readVariable(column, ghost) {
	if (column.default === null) return null;
	const text = ghost.createStatement.slice(column.default.start, column.end).replace(/'(?:[^'\\]|\\.|'')*'/gsu, "");
	return /@{1,2}[\w.`]+/u.exec(text)?.[0] ?? null;
}
/** The columns that the copy leaves to their defaults. */
function filledColumns(map, ghost) {
	const copied = new Set(map.map(({ to }) => to.name.toLowerCase()));
	return (readTable(ghost.createStatement)?.elements ?? []).flatMap((element) => element.kind === "add-column" && !copied.has(element.column.name.text.toLowerCase()) ? [element.column] : []);
}

// src/engine/mapping/migration-key.ts
/**
* Prefers the primary key, then keys that can be ordered in JavaScript, then short ones.
*
* @throws GhostshipError `no-migration-key`, with the reason against each unique key of the table
*/
function chooseMigrationKey(original, ghost, map, server) {
	const refusals = [];
	const usable = [];
	for (const index of original.indexes.filter((candidate) => candidate.unique)) {
		const result = tryIndex(index, original, ghost, map, server);
		if (typeof result === "string") refusals.push(`${index.name}: ${result}`);
		else usable.push(result);
	}
	const [best] = usable.sort((left, right) => rank(left) - rank(right));
	if (best === void 0) throw noKey(original, refusals);
	const rejected = refusals.length === 0 ? "" : ` (not usable: ${refusals.join("; ")})`;
	return {
		...best,
		reason: `${best.reason}${rejected}`
	};
}
function tryIndex(index, original, ghost, map, server) {
	const columns = [];
	const ghostColumns = [];
	if (index.ignored) return "the optimizer ignores it";
	for (const part of index.columns) {
		if (part.column === null) return "it is on an expression";
		if (part.isPrefix) return `it covers only a prefix of ${part.column}`;
		const column = findColumn(original, part.column);
		if (column === void 0) return `${part.column} is hidden`;
		if (column.nullable) return `${column.name} may be NULL`;
		if (column.generated !== null) return `${column.name} is generated`;
		const kind = keyKind(column);
		if (kind === null) return `${column.name} is ${column.columnType}, which has no exact order`;
		if (kind === "uuid" && !storesUuidsInOneWay(server)) return `${column.name} is UUID, which MariaDB before 10.11.5 stores in another way`;
		const onGhost = ghostColumnOf(map, column.name);
		if (onGhost === void 0) return `the statement drops ${column.name}`;
		const ghostColumn = findColumn(ghost, onGhost);
		if (ghostColumn === void 0) return `the statement drops ${column.name}`;
		if (!keepsItsValues(column, ghostColumn)) return `${column.name} changes from ${column.columnType} to ${ghostColumn.columnType}`;
		columns.push({
			original: {
				name: column.name,
				ordinal: column.ordinal,
				kind,
				unsigned: /unsigned|zerofill/iu.test(column.columnType),
				consecutive: integers$1.includes(column.dataType),
				charset: kind === "text" ? column.charset : null,
				collation: kind === "text" ? column.collation : null,
				paddedBytes: paddedBytes(kind, column),
				fraction: kind === "decimal" ? column.scale : column.fraction
			},
			ghostName: ghostColumn.name,
			convertTo: newCollation(column, ghostColumn),
			exact: ghostColumn.collation !== column.collation
		});
		ghostColumns.push(ghostColumn);
	}
	const ghostIndex = ghost.indexes.find((candidate) => serves(candidate, ghostColumns));
	if (ghostIndex === void 0) return "no unique key of the altered table has the same columns";
	return {
		index: index.name,
		ghostIndex: ghostIndex.name,
		columns,
		orderedHere: columns.every(({ original: column }) => isOrderedHere(column)),
		reason: index.name === "PRIMARY" ? "the primary key" : `the unique, not-null key ${index.name}`
	};
}
function newCollation(from, to) {
	if (to.charset === null || to.collation === null || to.collation === from.collation) return null;
	return {
		charset: to.charset,
		collation: to.collation
	};
}
function serves(index, columns) {
	return index.unique && index.type !== "HASH" && !index.ignored && index.columns.length === columns.length && columns.every((column) => !column.nullable && index.columns.some((part) => part.column === column.name && !part.isPrefix));
}
function rank(key) {
	return (key.index === "PRIMARY" ? 0 : 1e3) + (key.orderedHere ? 0 : 100) + key.columns.length;
}
const kinds = {
	tinyint: "integer",
	smallint: "integer",
	mediumint: "integer",
	int: "integer",
	bigint: "integer",
	year: "integer",
	bit: "integer",
	enum: "integer",
	set: "integer",
	decimal: "decimal",
	date: "date",
	datetime: "datetime",
	timestamp: "timestamp",
	time: "time",
	char: "text",
	varchar: "text",
	tinytext: "text",
	text: "text",
	binary: "binary",
	varbinary: "varbinary",
	uuid: "uuid",
	inet4: "inet4",
	inet6: "inet6"
};
/** FLOAT and DOUBLE are left out: the printed value is not the stored value. */
function keyKind(column) {
	return kinds[column.dataType] ?? null;
}
function paddedBytes(kind, column) {
	if (kind === "binary") return column.octets ?? 0;
	if (kind === "inet4") return 4;
	return kind === "uuid" || kind === "inet6" ? 16 : 0;
}
/** Before 10.11.5 the parts of every UUID were stored back to front (MDEV-29959). Nothing in a row tells which it is. */
function storesUuidsInOneWay({ version }) {
	const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/u).map(Number);
	return major > 10 || major === 10 && (minor > 11 || minor === 11 && patch >= 5);
}
const integers$1 = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const strings = ["char", "varchar"];
/**
* True where a copied value equals the same literal on the ghost. A conversion may fail, because then the copy stops. It must
* not change the value without an error.
*/
function keepsItsValues(from, to) {
	if (from.columnType === to.columnType) return true;
	const both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	if (both(integers$1)) return true;
	if (both(["varbinary"])) return true;
	if (both(strings)) return !(from.dataType === "varchar" && to.dataType === "char");
	if (both(["decimal"])) return to.scale >= from.scale;
	return from.dataType === to.dataType && [
		"datetime",
		"timestamp",
		"time"
	].includes(from.dataType) && to.fraction >= from.fraction;
}
function noKey(original, refusals) {
	const name = original.table.name;
	const found = refusals.length === 0 ? `${name} has no primary key and no unique key.` : `No unique key of ${name} can be used: ${refusals.join("; ")}.`;
	return new GhostshipError("no-migration-key", `${found} Rows could not be told apart while they are copied.`, { hint: "Give the table a primary key, or a unique key on NOT NULL columns, that the statement leaves in place. Then run this again." });
}

// src/engine/mapping/verified-columns.ts
function verifiedColumns(map, flavor) {
	return map.map((column) => ({
		from: column.from.name,
		to: column.to.name,
		comparison: comparison(column.from, column.to),
		value: convertedValue$1(column, flavor)
	}));
}
/** With longer rows a hash costs as much as the comparison that it saves (measured with rows of 100 to 2,000 bytes). */
const maxHashedRowBytes = 400;
function hashedColumns(map, rowBytes) {
	if (rowBytes > maxHashedRowBytes || converts(map)) return null;
	const original = [];
	const ghost = [];
	for (const { from, to } of map) {
		const hash = hashOf(from, to);
		if (hash === null) return null;
		const nullable = from.nullable || to.nullable;
		original.push({
			name: from.name,
			hash,
			nullable
		});
		ghost.push({
			name: to.name,
			hash,
			nullable
		});
	}
	return {
		original,
		ghost
	};
}
/** True where the copy converts a value, so that values of original and ghost cannot be compared directly. */
function converts(map) {
	return map.some((column) => !isComparable(column));
}
/** True where the result of a conversion depends on the time zone of the session. */
function dependsOnTimeZone(map) {
	return map.some(({ from, to }) => from.dataType !== to.dataType && [from.dataType, to.dataType].includes("timestamp"));
}
/** True where a date or time is converted. Then the server's sql_mode decides whether zero dates are accepted. */
function convertsTemporals(map) {
	return map.some(({ from, to }) => from.columnType !== to.columnType && [from, to].some(isTemporal));
}
/** Types that may have digits after the second. */
const fractional = [
	"time",
	"datetime",
	"timestamp"
];
const integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const texts = [
	"char",
	"varchar",
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
/** True for the same type, and for two types in which equal values compare as equal. */
function isComparable({ from, to }) {
	if (from.charset !== to.charset || from.collation !== to.collation) return false;
	if (from.columnType === to.columnType) return true;
	const both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	if (both(["decimal"])) return to.scale >= from.scale;
	if (from.dataType === to.dataType && fractional.includes(to.dataType)) return to.fraction >= from.fraction;
	return both(integers) || both(texts.filter((type) => type !== "char")) || both(["enum"]);
}
/**
* How two values are compared. Strings are not compared by their collation, which calls different strings equal. ENUM and SET
* are compared by number where the definition is the same, else by label. JSON and spatial values have no exact comparison of
* their own.
*/
function comparison(from, to) {
	if (to.dataType === "set" || to.dataType === "enum" && from.columnType === to.columnType) return { by: "number" };
	if (to.dataType === "year") return { by: "number" };
	if (to.dataType === "enum") return { by: "bytes" };
	if (to.dataType === "json") return { by: "text" };
	if (to.charset !== null) return {
		by: "characters",
		charset: to.charset
	};
	return { by: wholeBytes.includes(to.dataType) ? "bytes" : "value" };
}
/** `null` where equal values may have different bytes. */
function hashOf(from, to) {
	if (integers.includes(to.dataType)) return [from, to].some(({ dataType }) => dataType === "bigint") ? "big integer" : "integer";
	if (to.dataType === "enum") return from.columnType === to.columnType ? "number" : "bytes";
	if (texts.includes(to.dataType)) return "bytes";
	if (from.columnType !== to.columnType) return null;
	if (to.dataType === "year") return "integer";
	if (["set", "bit"].includes(to.dataType)) return "number";
	if (to.dataType === "float") return "float";
	return to.dataType === "json" ? "text" : "bytes";
}
const wholeBytes = [
	"geometry",
	"point",
	"linestring",
	"polygon",
	"multipoint",
	"multilinestring",
	"multipolygon",
	"geomcollection",
	"geometrycollection",
	"vector"
];
function isTemporal(column) {
	return [
		"date",
		"datetime",
		"timestamp",
		"time",
		"year"
	].includes(column.dataType);
}

// src/engine/mapping/copy-plan.ts
/** @throws GhostshipError `no-migration-key`, `unsupported-statement`, `unsupported-table` */
function planCopy(names, original, ghost, alter, server, allow) {
	const map = mapColumns(original, ghost, alter);
	refuseNewCounter(ghost, map);
	refuseEngine(ghost);
	refuseConversions(map, server.flavor);
	refuseDocumentIds(original);
	refuseUnpinnable(map, ghost, original.table.name);
	const key = chooseMigrationKey(original, ghost, map, server);
	const tables = {
		original: names.original,
		ghost: names.ghost,
		columns: copiedColumns(map, ghost, server),
		index: key.index,
		ghostIndex: key.ghostIndex,
		key: key.columns
	};
	return {
		names,
		map,
		key,
		tables,
		verify: {
			copy: tables,
			columns: verifiedColumns(map, server.flavor),
			converts: converts(map),
			sums: key.columns.some(({ exact }) => exact) ? null : hashedColumns(map, original.rowBytes)
		},
		watched: {
			original: {
				table: names.original,
				key: key.columns.map((column) => column.original),
				width: original.columns.length
			},
			changelog: {
				table: names.changelog,
				key: changelogKey,
				width: 5
			},
			ghost: names.ghost,
			nameCase: server.nameCase
		},
		settings: {
			timeZone: timeZoneFor(map, key, server),
			sqlMode: sqlModeFor(map, server, allow),
			pinnedSeconds: readsClock(map, ghost) ? server.askedAtSeconds : null
		},
		rowsEstimated: original.rowsEstimated,
		rowBytes: original.rowBytes,
		hasCounter: ghost.columns.some((column) => column.autoIncrement)
	};
}
/** ALTER TABLE numbers rows in the order of the primary key. A copy among writers cannot keep that order. */
function refuseNewCounter(ghost, map) {
	const counter = ghost.columns.find((column) => column.autoIncrement);
	if (counter === void 0 || map.some(({ to }) => to === counter)) return;
	throw new GhostshipError("unsupported-statement", `The statement adds the AUTO_INCREMENT column ${counter.name}; existing rows would get numbers in no particular order.`, { hint: "Add the column without AUTO_INCREMENT, number the rows, and make it AUTO_INCREMENT in a second migration." });
}
/** Applying changes needs transactions. */
function refuseEngine(ghost) {
	if (ghost.engine.toLowerCase() === "innodb") return;
	throw new GhostshipError("unsupported-statement", `The statement moves the table to ${ghost.engine}.`, { hint: "Only InnoDB tables can be filled while writers go on. Run the statement directly." });
}
/** InnoDB requires that the ids of a full-text index ascend in the order in which rows are written. */
function refuseDocumentIds(original) {
	if (!original.columns.some((column) => column.name.toUpperCase() === "FTS_DOC_ID")) return;
	throw new GhostshipError("unsupported-table", `${original.table.name} has a column FTS_DOC_ID, whose values must be written in ascending order.`, { hint: "A table that is copied in parallel cannot promise that. Run the statement directly." });
}
/**
* Sessions use UTC, because in UTC no hour comes twice. But where the statement turns TIMESTAMP into another type, or back, the
* values depend on the time zone. Then sessions use the server's zone, as the server's own ALTER does.
*/
function timeZoneFor(map, key, server) {
	if (!dependsOnTimeZone(map)) return utc;
	if (!["UTC", "+00:00"].includes(server.timeZone.toUpperCase()) && key.columns.some(({ original }) => original.kind === "timestamp")) throw new GhostshipError("unsupported-table", `The migration key ${key.index} has a TIMESTAMP, and the statement converts one in the time zone ${server.timeZone}.`, { hint: "Convert the column in a migration of its own, or give the table a unique key without a TIMESTAMP." });
	return serverTimeZone;
}
/**
* Values are converted in the sql_mode of the server, as its own ALTER does. If that mode forbids zero dates, MySQL's ALTER
* refuses them also in columns that do not change. A person may allow them. MariaDB's ALTER keeps them.
*/
function sqlModeFor(map, server, allow) {
	if ((server.flavor === "mariadb" || allow.includes("zero-dates") || !map.some(({ from }) => isDate(from))) && !convertsTemporals(map)) return copySqlMode;
	return convertingSqlMode(server.sqlMode, allow.includes("zero-dates"));
}
function isDate(column) {
	return [
		"date",
		"datetime",
		"timestamp"
	].includes(column.dataType);
}

// src/engine/preflight/original.ts
/**
* What must be so before anything is created, for any algorithm.
*
* @throws GhostshipError with every refusal at once; its code is the first one's
*/
async function inspectOriginal(session, server, asked, purpose) {
	const definition = await inspectTable(session, asked);
	if (definition === null) throw await unknownTable(session, asked, "Check the name in the statement and the database in the target URL.");
	const { table } = definition;
	refuseAll([
		definition.kind === "table" ? null : refusal("unsupported-table", `${table.name} is no base table.`, "Only tables can be migrated; a view is replaced with CREATE OR REPLACE VIEW."),
		definition.kind === "table" && definition.engine.toLowerCase() !== "innodb" ? refusal("unsupported-table", `${table.name} is stored by ${definition.engine}.`, "Only InnoDB tables can be changed online.") : null,
		purpose === "migration" && server.readOnly ? refusal("unsupported-server", "The target is read-only.", "Point the target at the source, not at a replica.") : null,
		...purpose === "migration" ? await missingPrivileges(session, table, server.flavor) : []
	]);
	return definition;
}
/**
* What belongs to the table is looked at before the stream begins, which tells of every change from then on; in between
* somebody may have added something.
*
* @throws GhostshipError `original-changed`
*/
async function refuseNewRelations(session, original) {
	const now = await inspectTable(session, original.table);
	const relations = (table) => JSON.stringify([table?.triggers, table?.foreignKeys]);
	if (relations(now) === relations(original)) return;
	throw new GhostshipError("original-changed", `Somebody changed triggers of ${original.table.name}, or foreign keys from or to it, while its migration began.`, { hint: "Run the migration again when nobody else is changing the table." });
}

// src/engine/preflight/read-alter.ts
/**
* Reads the one statement of a request, which must alter a table.
* @param server `null` before the server is known; then executable comments count as code
* @throws GhostshipError `unsupported-statement`, `usage`
*/
function requireAlter(text, server) {
	const statement = readAlter(text, server);
	switch (statement.kind) {
		case "alter": return statement;
		case "not-one-statement": throw new GhostshipError("usage", `Expected one statement and found ${statement.count}.`, { hint: "Give one ALTER TABLE, CREATE INDEX or DROP INDEX." });
		case "not-alter": {
			const { statement: other } = statement;
			const verb = other.kind === "other" ? other.verb : other.kind.replaceAll("-", " ").toUpperCase();
			throw new GhostshipError("unsupported-statement", `${verb} is no online change of a table.`, { hint: "ALTER TABLE, CREATE INDEX and DROP INDEX are. Run anything else by other means." });
		}
	}
}

// src/engine/preflight/binlog.ts
/** After so many strong locks in a row the server grants weaker ones first, and writers need only weak ones. The default is far larger. */
const minWriteLocks = 1e6;
/** Settings with which the binlog lacks changes, or has them in another order than they become visible. */
async function binlogRefusals(server) {
	const [orderCommits, maxWriteLocks] = [await server.variable("binlog_order_commits"), await server.variable("max_write_lock_count")];
	return [
		server.binlogEnabled ? null : refusal("binlog-not-usable", "The server writes no binary log.", "Start it with log_bin and binlog_format=ROW."),
		server.binlogFormat === "ROW" ? null : refusal("binlog-not-usable", `binlog_format is ${server.binlogFormat}.`, "SET GLOBAL binlog_format = ROW, and let every session that writes reconnect."),
		orderCommits === "OFF" ? refusal("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.", "SET GLOBAL binlog_order_commits = ON.") : null,
		maxWriteLocks !== null && Number(maxWriteLocks) < minWriteLocks ? refusal("unsupported-server", `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`, "SET GLOBAL max_write_lock_count = DEFAULT.") : null
	];
}

// src/engine/relations/triggers.ts
const suffix = "_gho";
/** Writers wait no longer than this while triggers get their names. */
const namesLockSeconds = 1;
const namesAttempts = 120;
const namesPauseMs = 1e3;
/** Carries the triggers of the original over to the altered table. */
var Triggers = class {
	#names;
	#triggers;
	constructor(names, triggers) {
		this.#names = names;
		this.#triggers = triggers;
	}
	/**
	* Creates them on the empty ghost and drops them again. So anything that prevents them shows before a row is copied.
	*
	* @throws GhostshipError `missing-privileges`, `unsupported-table`
	*/
	async tryOut(sessions) {
		try {
			var _usingCtx$2 = _usingCtx();
			if (this.#triggers.length === 0) return;
			const session = _usingCtx$2.a(await sessions.open("trying the triggers out"));
			try {
				await this.place(session);
			} catch (error) {
				throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
			} finally {
				await this.#takeBackThrough(session);
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	}
	/** @param session under the cutover lock, the session that holds it */
	async place(session) {
		if (this.#triggers.length === 0) return;
		for (const trigger of this.#triggers) {
			await session.run(setTriggerSession(trigger));
			await session.run(createTrigger(this.#names.ghost, otherName(trigger), trigger, true));
		}
		await session.run(setClientCharset);
	}
	/**
	* Drops them from the ghost after an attempt that failed, before anything is written to the ghost again. After a swap no table
	* has the ghost's name, and there is nothing to drop.
	*/
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#triggers.length === 0) return;
			const session = _usingCtx3.a(await open("taking the triggers back from the ghost"));
			await this.#takeBackThrough(session);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/**
	* Gives the triggers of the altered table their own names. It is tried again until it is done. Between two tries each trigger
	* works under one of its two names.
	*
	* @returns notices for a person
	*/
	async giveNames(sessions, signal) {
		const notices = [];
		for (let attempt = 1; this.#triggers.length > 0; attempt++) try {
			try {
				var _usingCtx4 = _usingCtx();
				const session = _usingCtx4.a(await sessions.open("naming the triggers"));
				const doubled = await this.#dropDoubles(session);
				if (doubled.length > 0) notices.push(`The connection broke while triggers were renamed: ${doubled.join()} ran twice until it was back.`);
				await this.#swapNames(session);
				break;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch {
			if (attempt === namesAttempts || signal.aborted) return [...notices, this.#unnamed()];
			if (attempt > 1) await sleep(namesPauseMs, signal).catch(() => {});
		}
		return notices;
	}
	/** Drops the second copy of a trigger where an earlier try was interrupted. */
	async #dropDoubles(session) {
		const { original } = this.#names;
		const present = await this.#presentNames(session);
		const doubled = this.#triggers.filter((trigger) => present.has(trigger.name) && present.has(otherName(trigger)));
		for (const trigger of doubled) await session.run(dropTrigger(original.schema, otherName(trigger)));
		return doubled.map(({ name }) => name);
	}
	async #swapNames(session) {
		const { original, retired } = this.#names;
		const present = await this.#presentNames(session);
		const unnamed = this.#triggers.filter(({ name }) => !present.has(name));
		for (const { name } of unnamed) await session.run(dropTrigger(retired.schema, name));
		await session.run(setLockWait(namesLockSeconds));
		await session.run(lockTable(original));
		for (const trigger of unnamed) {
			await session.run(setTriggerSession(trigger));
			await session.run(createTrigger(original, trigger.name, trigger, false));
			await session.run(setClientCharset);
			await session.run(dropTrigger(original.schema, otherName(trigger)));
		}
		await session.run(unlockTables);
	}
	async #presentNames(session) {
		return new Set((await session.rows(selectTriggers(this.#names.original))).map((row) => String(row.name)));
	}
	#unnamed() {
		return `The triggers could not be given their own names. They work under the names ${this.#triggers.map(otherName).join(", ")}.`;
	}
	async #takeBackThrough(session) {
		await session.run(setClientCharset);
		for (const row of await session.rows(selectTriggers(this.#names.ghost))) await session.run(dropTrigger(this.#names.ghost.schema, String(row.name)));
	}
};
/** The name on the ghost. It is free unless somebody else carries over a trigger of the same name. */
function otherName({ name }) {
	return withSuffix(name, suffix);
}
function notCarried(table, error) {
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_SPECIFIC_ACCESS_DENIED_ERROR", "ER_BINLOG_CREATE_ROUTINE_NEED_SUPER");
	return new GhostshipError(isDenied ? "missing-privileges" : "unsupported-table", `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`, {
		hint: isDenied ? "Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others. A server with a binary log also needs log_bin_trust_function_creators=ON, or SUPER." : "Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.",
		cause: error
	});
}
/** Names of the triggers whose text cannot be sent unchanged, because we send text as UTF-8. */
function unreadable(triggers) {
	return triggers.filter(({ body, charset }) => !charset.startsWith("utf8") && /[^\0-\x7F]/u.test(body)).map(({ name }) => name);
}

// src/engine/preflight/triggers.ts
/** What keeps the triggers of the table from being carried over, or from being left where they are. */
function triggerRefusals(original, alter, flavor, { triggers, foreignKeys }) {
	const { name } = original.table;
	if (original.triggers.length === 0) return [];
	if (triggers === "refuse") return [refusal("unsupported-table", `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(", ")}.`, "They would be lost with the old table. `triggers: carry` carries them over to the altered one.")];
	const foreign = unreadable(original.triggers);
	return [needsOwnSchema(original, alter, flavor, foreignKeys) ? refusal("unsupported-table", `${name} has triggers, and constraints whose names are to be kept.`, "Only one of the two can be carried over by a RENAME of this server (MySQL manual, \"RENAME TABLE Statement\"). Drop the triggers before the migration and create them again after it.") : null, foreign.length > 0 ? refusal("unsupported-table", `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(", ")}.`, "Create them again in a session with utf8mb4 first.") : null];
}

// src/engine/preflight/table.ts
/**
* What must be so for the ghost-table copy.
*
* @throws GhostshipError with every refusal at once
*/
async function refuseCopy({ server, session }, original, alter, options) {
	refuseAll([
		...await binlogRefusals(server),
		...tableRefusals(original, alter, await knowForeignKeys(server), options),
		await hiddenChildren(session, server, original)
	]);
}
/** The part of {@link refuseCopy} that a replica can tell as well. */
async function refuseTable({ server, session }, original, alter, options) {
	refuseAll([...tableRefusals(original, alter, await knowForeignKeys(server), options), await hiddenChildren(session, server, original)]);
}
function tableRefusals(original, alter, keys, options) {
	const { name } = original.table;
	return [
		...triggerRefusals(original, alter, keys.flavor, options),
		...foreignKeyRefusals(original, alter, keys, options),
		movesPartitionedRows(alter) ? refusal("unsupported-statement", "The statement drops, empties or exchanges partitions with their rows.", "A copy would bring the rows back. Run it directly: the server does it without copying.") : null,
		/\bWITH SYSTEM VERSIONING\b/u.test(original.createStatement) ? refusal("unsupported-table", `${name} is system-versioned.`, "A copy has no history. Run the statement directly.") : null
	];
}

// src/sql/probes.ts
/** A probe that takes longer than this is given up: it must never become a load of its own. */
const probeTimeoutMs = 1e4;
/** Enough to say that a person has work to do; counting on would only cost. */
const maxCounted = 1e4;
/** Enough to find the cause by. */
const maxSamples = 6;
const maxSampleLetters = 100;
/** Separates sample keys; no key that a person could read has it. */
const sampleSeparator = "";
/** One row: `found` up to one more than {@link maxCounted}, `samples`. Plain reads, no locks. */
function countRowsWhere(flavor, rows, condition) {
	return timed(flavor, sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT ${clipped(rows.key)} AS sample FROM ${rows.from} WHERE ${condition} LIMIT ${10001}) AS hits`);
}
/**
* As {@link countRowsWhere}, of rows that have the same value as another one. Each value's first row is not counted: what
* is found must go, or change. NULL is equal to nothing.
*/
function countRepeated(flavor, rows, parts) {
	const known = parts.map((part) => sql`${part} IS NOT NULL`);
	return timed(flavor, sql`COALESCE(SUM(surplus), 0) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT COUNT(*) - 1 AS surplus, CONCAT(MIN(${clipped(rows.key)}), ${""}, MAX(${clipped(rows.key)})) AS sample
      FROM ${rows.from} WHERE ${join(known, " AND ")}
      GROUP BY ${join(parts)} HAVING COUNT(*) > 1 LIMIT ${10001}) AS hits`);
}
/** A table as it stands. */
function tableRows(table, key) {
	return {
		from: tableName(table),
		key
	};
}
const keyAlias = ident("ghostship_key");
/** Rows with other columns than the ones they are made from. The servers merge it; nothing is materialized. */
function derivedRows(rows, columns) {
	const list = columns.map(({ value, name }) => sql`${value} AS ${ident(name)}`);
	return {
		from: sql`(SELECT ${join([...list, sql`${rows.key} AS ${keyAlias}`])} FROM ${rows.from}) AS probed`,
		key: keyAlias
	};
}
/** How a key is shown to a person. */
function keyText(columns) {
	if (columns.length === 0) return raw("NULL");
	const parts = columns.map(({ name, dataType }) => {
		if (dataType === "bit") return sql`${ident(name)} + 0`;
		if (dataType.endsWith("binary")) return sql`CONCAT('0x', HEX(${ident(name)}))`;
		return sql`CAST(${ident(name)} AS CHAR)`;
	});
	return sql`CONCAT_WS(', ', ${join(parts)})`;
}
const samples = sql`SUBSTRING_INDEX(GROUP_CONCAT(sample SEPARATOR ${""}), ${""}, ${maxSamples})`;
function clipped(key) {
	return sql`LEFT(${key}, ${maxSampleLetters})`;
}
/** The server itself stops the statement; MySQL counts in milliseconds, MariaDB in seconds. */
function timed(flavor, rest) {
	return flavor === "mysql" ? sql`SELECT /*+ MAX_EXECUTION_TIME(${probeTimeoutMs}) */ ${rest}` : sql`SET STATEMENT max_statement_time = ${probeTimeoutMs / 1e3} FOR SELECT ${rest}`;
}

// src/sql/probe-conditions.ts
function isNull(value) {
	return sql`${value} IS NULL`;
}
/** @param spacesCount false where the server cuts trailing spaces off without complaint */
function isLonger(value, limit, unit, spacesCount) {
	const counted = spacesCount ? value : sql`TRIM(TRAILING ' ' FROM ${value})`;
	return unit === "characters" ? sql`CHAR_LENGTH(${counted}) > ${limit}` : sql`LENGTH(${counted}) > ${limit}`;
}
/** @param lowest `null` for no bound; texts of digits, so that nothing is rounded on the way */
function isOutside(value, lowest, highest) {
	const above = sql`${value} > ${raw(highest)}`;
	return lowest === null ? above : sql`(${value} < ${raw(lowest)} OR ${above})`;
}
function rounded(value, digits) {
	return sql`ROUND(${value}, ${digits})`;
}
/** Number of an ENUM label, bits of a SET or BIT, digits of a date. */
function asNumber(value) {
	return sql`(${value} + 0)`;
}
function asText(value) {
	return sql`CAST(${value} AS CHAR)`;
}
/** The number a text says, with more digits than any column of the table could hold. */
function numberInText(value) {
	return sql`CAST(TRIM(${value}) AS DECIMAL(65,20))`;
}
/** @param integersOnly MariaDB takes no point and no exponent for an integer column */
function isNoNumber(value, integersOnly) {
	return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP ${`^[[:space:]]*[-+]?${integersOnly ? "[0-9]+" : "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]*)?"}[[:space:]]*$`}`;
}
/** @param type DATE, DATETIME, TIME */
function isNoTemporal(value, type) {
	return sql`(${value} IS NOT NULL AND CAST(${value} AS ${raw(type)}) IS NULL)`;
}
/** The T of ISO 8601 is the only letter the servers take. */
function hasStrayCharacter(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '[^0-9[:punct:][:space:]Tt]'`;
}
/** Such as +02:00 behind the time. */
function hasOffset(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '[-+][0-9]{1,2}:[0-9]{2}[[:space:]]*$'`;
}
/** @param labels as a column definition writes them, quoted */
function isNoLabel(value, labels) {
	return sql`${value} NOT IN (${join(labels.map(raw))})`;
}
/** The text as a column of this collation would compare it. */
function collatedText(text, { charset, collation }) {
	return sql`(CONVERT(${text} USING ${raw(charset)}) COLLATE ${raw(collation)})`;
}
/** A member of a SET that the new type has under no spelling its collation calls equal. */
function hasLostMember(value, lost, kept, collation) {
	const conditions = lost.map((member) => sql`(FIND_IN_SET(${raw(member)}, ${value}) > 0 AND ${isNoLabel(collatedText(raw(member), collation), kept)})`);
	return sql`(${join(conditions, " OR ")})`;
}
/** Text that lists something else than members. Beyond ASCII a collation may call more equal than a pattern does. */
function isNoSet(value, members) {
	const text = sql`CONVERT(${value} USING utf8mb4)`;
	const one = `(${members.map((member) => escapePattern(member.slice(1, -1).replaceAll("''", "'"))).join("|")})`;
	return sql`(${text} REGEXP '^[ -~]+$' AND ${text} NOT REGEXP ${`^(${one}(,${one})*)? *$`} AND (${isNoNumeral(value)} OR ${numberInText(value)} >= ${1n << BigInt(members.length)}))`;
}
function escapePattern(text) {
	return text.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter}`);
}
/** Digits alone stand for the number of a label. */
function isNoNumeral(value) {
	return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP '^[[:space:]]*[0-9]+[[:space:]]*$'`;
}
/** CONVERT puts a question mark for what the character set lacks. */
function hasForeignCharacter(value, charset) {
	const marks = (text) => sql`(CHAR_LENGTH(${text}) - CHAR_LENGTH(REPLACE(${text}, '?', '')))`;
	return sql`${marks(sql`CONVERT(${value} USING ${raw(charset)})`)} > ${marks(value)}`;
}
/** Bytes that are no text in the character set. */
function isMalformed(value, charset) {
	const text = sql`CONVERT(${value} USING ${raw(charset)})`;
	return sql`(${value} IS NOT NULL AND (${text} IS NULL OR CAST(${text} AS BINARY) <> ${value}))`;
}
function isNoJson(value) {
	return sql`NOT JSON_VALID(${value})`;
}
function isKnown(value) {
	return sql`${value} IS NOT NULL`;
}
/** A check is violated where it is false; NULL passes. */
function violates(check) {
	return sql`NOT (${raw(check)})`;
}
/** '0000-00-00', and dates with a month or a day of 0. */
function isZeroDate(value, modes) {
	const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
	const hasZero = sql`(CAST(${value} AS CHAR) LIKE '____-00-%' OR CAST(${value} AS CHAR) LIKE '____-__-00%')`;
	if (modes.zeroDate && modes.zeroInDate) return sql`(${isZero} OR ${hasZero})`;
	return modes.zeroDate ? isZero : sql`(${hasZero} AND NOT ${isZero})`;
}
/** Seconds since 1970 in the session's time zone, which must be the one the ALTER runs in; zero dates are not counted. */
function isNoTimestamp(value, lastSecond) {
	const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
	return sql`(NOT ${isZero} AND (${value} < FROM_UNIXTIME(1) OR ${value} >= ${lastSecond} + INTERVAL 1 SECOND))`;
}
/** 2038-01-19 03:14:07 UTC; MariaDB since 11.5 goes on to 2106, and says so by not answering NULL. */
const lastTimestamp = {
	mysql: sql`FROM_UNIXTIME(2147483647)`,
	mariadb: sql`COALESCE(FROM_UNIXTIME(4294967295), FROM_UNIXTIME(2147483647))`
};
/** @param pairs column of the child, column of the parent */
function isOrphan(parent, pairs) {
	const known = pairs.map(({ child }) => sql`probed.${ident(child)} IS NOT NULL`);
	const same = pairs.map((pair) => sql`parent.${ident(pair.parent)} = probed.${ident(pair.child)}`);
	return sql`${join(known, " AND ")} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS parent WHERE ${join(same, " AND ")})`;
}

// src/engine/probes/probe.ts
function probeColumn(alter, { to }, column) {
	const { condition, ...words } = column;
	const statement = countRowsWhere(alter.server.flavor, rowsOf(alter.original), condition);
	return {
		...words,
		columns: [to.name],
		key: null,
		statement
	};
}
/** The rows with a text that identifies each: of the primary key, or of a unique key without prefixes and NULLs. */
function rowsOf(original) {
	const column = (name) => original.columns.find((candidate) => candidate.name === name);
	const parts = (original.indexes.filter(({ unique, columns }) => unique && columns.every((part) => !part.isPrefix && column(part.column)?.nullable === false)).toSorted((one, other) => Number(other.name === "PRIMARY") - Number(one.name === "PRIMARY"))[0]?.columns ?? []).flatMap((part) => column(part.column) ?? []);
	return tableRows(original.table, keyText(parts));
}

// src/engine/probes/characters.ts
/** Finds characters that the new character set does not have, and bytes that are no text in it. */
function probeCharacters(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor$2(column);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} has characters that ${to.charset ?? "the new type"} lacks`,
			because: `${to.name} becomes ${to.columnType} in ${to.charset ?? "another character set"}`,
			hint: "Correct these texts first, or choose utf8mb4."
		});
	});
}
/** In other character sets MariaDB replaces any byte beyond ASCII with a question mark and refuses nothing. */
const textsOfBytes = ["utf8mb4", "utf8mb3"];
const wholeUnicode = [
	"utf8mb4",
	"utf16",
	"utf16le",
	"utf32",
	"gb18030"
];
function conditionFor$2({ from, to }) {
	if (familyOf(to) !== "text" || to.charset === null || from.charset === to.charset) return null;
	const value = ident(from.name);
	if (familyOf(from) === "binary") return textsOfBytes.includes(to.charset) ? isMalformed(value, to.charset) : null;
	const holdsAll = wholeUnicode.includes(to.charset) || from.charset === "ascii";
	return familyOf(from) === "text" && !holdsAll ? hasForeignCharacter(value, to.charset) : null;
}
__name(conditionFor$2, "conditionFor");

// src/engine/probes/converted-value.ts
/**
* The value that the altered column will have, for a value that fits. `null` where no expression repeats the conversion of the
* server.
*/
function convertedValue({ from, to }) {
	const value = ident(from.name);
	if (!changesType({
		from,
		to
	}) && from.collation === to.collation) return value;
	const [source, target] = [familyOf(from), familyOf(to)];
	switch (target) {
		case "integer":
		case "decimal": return number(value, from, to);
		case "text": return [
			"other",
			"binary",
			"bit"
		].includes(source) ? null : text(source === "text" ? value : asText(value), to);
		case "enum":
		case "set": return source === target ? text(asText(value), to) : null;
		case "date": return source === "date" || source === "text" ? sql`CAST(${value} AS ${raw(dateType(to))})` : null;
		case "time": return source === "time" ? sql`CAST(${value} AS TIME(${to.fraction}))` : null;
		case "binary": return source === "binary" && !to.dataType.startsWith("binary") ? value : null;
		case "float":
		case "bit":
		case "year":
		case "json":
		case "other": return null;
	}
}
/** True where two different values are still different after the conversion. */
function keepsDistinct({ from, to }) {
	if (!changesType({
		from,
		to
	})) return from.collation === to.collation;
	const [source, target] = [familyOf(from), familyOf(to)];
	if (source === "integer") return target === "integer" || target === "decimal";
	if (source !== target) return false;
	switch (source) {
		case "decimal": return to.scale >= from.scale;
		case "text": return from.collation === to.collation && to.dataType !== "char";
		case "enum":
		case "set": return from.collation === to.collation;
		case "date":
		case "time": return from.dataType === to.dataType && to.fraction >= from.fraction;
		case "float":
		case "bit":
		case "year":
		case "binary":
		case "json":
		case "other": return false;
	}
}
function number(value, from, to) {
	const source = familyOf(from);
	if (source === "integer") return value;
	if (numbers.includes(source)) return sql`ROUND(${value}, ${to.scale})`;
	if (source === "text") return sql`ROUND(${numberInText(value)}, ${to.scale})`;
	return source === "enum" || source === "year" ? asNumber(value) : null;
}
/** The server cuts off trailing spaces that do not fit. A CHAR has no trailing spaces. */
function text(value, to) {
	if (to.charset === null || to.collation === null) return null;
	const collated = collatedText(value, {
		charset: to.charset,
		collation: to.collation
	});
	if (to.dataType === "char") return sql`TRIM(TRAILING ' ' FROM ${collated})`;
	return to.dataType === "varchar" ? sql`LEFT(${collated}, ${lengthOf(to) ?? 1})` : collated;
}
function dateType({ dataType, fraction }) {
	return dataType === "date" ? "DATE" : `DATETIME(${fraction})`;
}

// src/sql/parser/read-expression.ts
/** What the first parentheses behind `keyword` hold, as written; null where there are none in the span. */
function readExpressionBehind(keyword, text, span) {
	return readGroupsBehind(keyword, text, span)[0] ?? null;
}
/** What each of the parentheses behind `keyword` holds, in order; nested ones stay inside theirs. */
function readGroupsBehind(keyword, text, span) {
	const cursor = new TokenCursor(tokenize(text, span, null));
	while (!cursor.done && !cursor.take(keyword)) cursor.next();
	const groups = [];
	while (!cursor.done) {
		const group = cursor.group();
		if (group === null) cursor.next();
		else groups.push(text.slice(group[0]?.start ?? span.end, group.at(-1)?.end ?? span.end));
	}
	return groups;
}

// src/engine/probes/parsed-table.ts
function parseTable({ createStatement }) {
	const elements = readTable(createStatement)?.elements ?? [];
	const text = (span) => createStatement.slice(span.start, span.end);
	const columns = elements.flatMap((element) => element.kind === "add-column" ? [element.column] : []);
	return {
		uniqueKeys: elements.flatMap((element) => element.kind === "add-index" && (element.index === "unique" || element.index === "primary") ? [{
			name: element.name?.text ?? "PRIMARY",
			parts: element.parts.map((part) => readPart(part.column?.text ?? null, text(part)))
		}] : []),
		checks: [...elements.flatMap((element) => element.kind === "add-check" && element.enforced ? [{
			name: element.name?.text ?? "",
			span: element
		}] : []), ...columns.flatMap(({ name, checks }) => checks.filter(({ enforced }) => enforced).map((span) => ({
			name: span.name?.text ?? name.text,
			span
		})))].flatMap(({ name, span }) => {
			const expression = readExpressionBehind("CHECK", createStatement, span);
			return expression === null ? [] : [{
				name,
				expression
			}];
		}),
		foreignKeys: elements.flatMap((element) => {
			if (element.kind !== "add-foreign-key") return [];
			const [own = "", others = ""] = readGroupsBehind("FOREIGN", createStatement, element);
			return [{
				name: element.name?.text ?? "",
				columns: quotedNames(own),
				parentColumns: quotedNames(others)
			}];
		}),
		generated: new Map(columns.flatMap((column) => {
			const expression = column.generated === null ? null : readExpressionBehind("AS", createStatement, column);
			return expression === null ? [] : [[column.name.text.toLowerCase(), expression]];
		})),
		defaults: new Map(columns.flatMap((column) => column.default === null ? [] : [[column.name.text.toLowerCase(), text(column.default)]]))
	};
}
/** True where an expression that the server wrote mentions the column. The server quotes all names. */
function mentions(expression, column) {
	return expression.toLowerCase().includes(ident(column).text.toLowerCase());
}
function readPart(column, text) {
	if (column === null) return {
		column,
		expression: text.replace(/\s+(?:ASC|DESC)$/iu, "")
	};
	const prefix = /\((\d+)\)\s*(?:ASC|DESC)?$/iu.exec(text)?.[1];
	return {
		column,
		prefix: prefix === void 0 ? null : Number(prefix)
	};
}

// src/engine/probes/altered-rows.ts
/**
* The rows of the original as the altered table will have them, with the named columns: values are converted, added columns have
* their default, generated columns are computed.
*
* @returns `null` where the value of a column cannot be predicted
*/
function alteredRows(alter, parsed, names) {
	const isGenerated = (name) => parsed.generated.has(name.toLowerCase());
	const generated = names.filter(isGenerated);
	const plain = names.filter((name) => !isGenerated(name));
	if (generated.length === 0) return plainRows(alter, parsed, plain);
	const expressions = generated.map((name) => parsed.generated.get(name.toLowerCase()) ?? "NULL");
	const needed = alter.altered.columns.map(({ name }) => name).filter((name) => plain.includes(name) || expressions.some((expression) => mentions(expression, name)));
	const inner = generated.some((name) => needed.includes(name)) ? null : alteredRows(alter, parsed, needed);
	if (inner === null) return null;
	return derivedRows(inner, [...plain.map((name) => ({
		name,
		value: ident(name)
	})), ...generated.map((name, index) => ({
		name,
		value: raw(`(${expressions[index] ?? "NULL"})`)
	}))]);
}
function plainRows(alter, parsed, names) {
	const columns = [];
	for (const name of names) {
		const value = predictedValue(alter, parsed, name);
		if (value === null) return null;
		columns.push({
			name,
			value
		});
	}
	return derivedRows(rowsOf(alter.original), columns);
}
function predictedValue({ altered, map }, parsed, name) {
	const mapped = map.find(({ to }) => sameName(to.name, name));
	if (mapped !== void 0) return convertedValue(mapped);
	const fallback = parsed.defaults.get(name.toLowerCase());
	if (fallback !== void 0) return /nextval|lastval/iu.test(fallback) ? null : raw(fallback);
	const column = findColumn(altered, name);
	return column?.nullable === true && !column.autoIncrement ? raw("NULL") : null;
}

// src/engine/probes/checks.ts
/** Finds rows that violate a CHECK constraint. It looks at those that are new, newly enforced, or see other values than before. */
function probeChecks(alter) {
	const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
	return after.checks.filter((check) => !(isEnforcedAlready(before.checks, check.expression) && seesSameValues(check.expression, alter))).map(({ name, expression }) => {
		const columns = alter.altered.columns.map((column) => column.name).filter((column) => mentions(expression, column));
		const rows = alteredRows(alter, after, columns);
		return {
			kind: "check-violated",
			columns,
			key: name,
			statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, violates(expression)),
			fault: `the CHECK constraint ${name} is violated`,
			because: "the altered table enforces it",
			hint: "Correct these rows first, or change the constraint."
		};
	});
}
function isEnforcedAlready(checks, expression) {
	return checks.some((check) => check.expression === expression);
}
/** A check gives the same answer as before where its columns are neither renamed nor converted. */
function seesSameValues(expression, { altered, map }) {
	return altered.columns.filter(({ name }) => mentions(expression, name)).every(({ name }) => map.some((column) => column.to.name === name && sameName(column.from.name, name) && !changesType(column) && column.from.collation === column.to.collation));
}

// src/engine/probes/duplicates.ts
/**
* Finds rows with the same values in a unique key of the altered table. It skips keys that are unique because of a unique key of
* the original. What is left are new keys, keys that lost a column, and keys with values that become equal.
*/
function probeDuplicates(alter) {
	const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
	return after.uniqueKeys.filter((key) => !isNumbered(key, alter) && !before.uniqueKeys.some((old) => promises(old, key, alter))).map((key) => duplicatesUnder(key, after, alter));
}
function duplicatesUnder(key, parsed, alter) {
	const columns = columnsOf(key, alter);
	const rows = key.parts.some((part) => part.column === null && /\bARRAY\)/iu.test(part.expression)) ? null : alteredRows(alter, parsed, columns);
	return {
		kind: "duplicate-key",
		columns,
		key: key.name,
		statement: rows === null ? null : countRepeated(alter.server.flavor, rows, key.parts.map(partValue)),
		fault: `${columns.join(", ")} repeats the value of another row`,
		because: `${key.name === "PRIMARY" ? "the primary key" : `the key ${key.name}`} is to be unique`,
		hint: "Remove or change these rows first, or leave the key as it is."
	};
}
/** In an added AUTO_INCREMENT column every row gets a number of its own. */
function isNumbered(key, { altered, map }) {
	return key.parts.some(({ column }) => column !== null && findColumn(altered, column)?.autoIncrement === true && !map.some(({ to }) => sameName(to.name, column)));
}
/** True where the old key makes the new one unique. A key stays unique when columns are added to it. */
function promises(old, key, alter) {
	return old.parts.every((part) => key.parts.some((candidate) => isAsStrict(part, candidate, alter)));
}
function isAsStrict(old, part, { map, original }) {
	if (old.column === null) {
		const isUntouched = original.columns.filter(({ name }) => mentions(old.expression, name)).every(({ name }) => map.some((column) => column.from.name === name && column.to.name === name && column.from.columnType === column.to.columnType && keepsDistinct(column)));
		return part.column === null && part.expression === old.expression && isUntouched;
	}
	if (part.column === null || part.prefix !== old.prefix) return false;
	const mapped = map.find(({ from }) => sameName(from.name, old.column ?? ""));
	if (mapped === void 0 || !sameName(ghostColumnOf(map, old.column) ?? "", part.column)) return false;
	return part.prefix === null ? keepsDistinct(mapped) : mapped.from.charset === mapped.to.charset && keepsDistinct(mapped);
}
function columnsOf(key, { altered }) {
	return altered.columns.map(({ name }) => name).filter((name) => key.parts.some((part) => part.column === null ? mentions(part.expression, name) : sameName(part.column, name)));
}
function partValue(part) {
	if (part.column === null) return raw(part.expression);
	return part.prefix === null ? ident(part.column) : sql`LEFT(${ident(part.column)}, ${part.prefix})`;
}

// src/engine/probes/enum-members.ts
/** Finds values that use a label which the altered ENUM or SET does not have. */
function probeEnumMembers(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor$1(column, alter.server.flavor);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "label-in-use",
			condition,
			fault: `${from.name} has a value that is no label of the new type`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Keep the labels that are in use, or give these rows another one first."
		});
	});
}
function conditionFor$1({ from, to }, flavor) {
	const value = ident(from.name);
	const [old, kept] = [labelsOf(from), labelsOf(to)];
	switch (`${familyOf(from)} to ${familyOf(to)}`) {
		case "enum to enum":
		case "enum to set":
			if (old.every((label) => kept.includes(label))) return null;
			return sql`(${asNumber(value)} > 0 AND ${lacks(asText(value), to, kept, flavor)})`;
		case "set to set": {
			const lost = old.filter((label) => !kept.includes(label));
			return lost.length === 0 ? null : hasLostMember(value, lost, kept, collationOf(to));
		}
		case "set to enum": return lacks(asText(value), to, kept, flavor);
		case "text to enum": return lacks(sql`TRIM(TRAILING ' ' FROM ${value})`, to, kept, flavor);
		case "text to set": return isNoSet(value, kept);
		default: return null;
	}
}
__name(conditionFor$1, "conditionFor");
/** A text of digits stands for the label with that number, unless a label has the same text. On MySQL, 0 stands for no label. */
function lacks(text, to, labels, flavor) {
	const noNumber = isOutside(numberInText(text), flavor === "mysql" ? "0" : "1", String(labels.length));
	return sql`(${isNoLabel(collatedText(text, collationOf(to)), labels)} AND (${isNoNumeral(text)} OR ${noNumber}))`;
}
function collationOf(column) {
	return {
		charset: column.charset ?? "utf8mb4",
		collation: column.collation ?? "utf8mb4_bin"
	};
}

// src/engine/probes/not-convertible.ts
/** Finds texts and numbers that have no meaning in the new type: they are no number, no date or no JSON. */
function probeNotConvertible(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor(column, alter.server.flavor);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} is no ${nounFor(to)}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or add a new column and fill it as they should be read."
		});
	});
}
function conditionFor({ from, to }, flavor) {
	const value = ident(from.name);
	const [source, target] = [familyOf(from), familyOf(to)];
	if (source === "text" || source === "json") {
		if (numbers.includes(target) || target === "year") return isNoNumber(asText(value), flavor === "mariadb" && target === "integer");
	}
	if (target === "date" || target === "time") {
		if (source === "integer") return noTemporalNumber(value, to);
		if (source === "text") return noTemporalText(value, to, flavor);
	}
	if (target === "json") return notJson(value, from);
	return null;
}
function noTemporalNumber(value, to) {
	const misfit = isNoTemporal(value, castTypeOf(to));
	return to.dataType === "time" ? sql`(${misfit} OR ${isOutside(value, "-8385959", "8385959")})` : misfit;
}
/** MySQL reads an empty text as midnight. MySQL accepts an offset such as +02:00 behind a time, MariaDB does not. */
function noTemporalText(value, to, flavor) {
	const misfit = sql`(${isNoTemporal(value, castTypeOf(to))} OR ${hasStrayCharacter(value)})`;
	if (to.dataType === "time") return sql`(TRIM(${value}) <> '' AND ${misfit})`;
	return flavor === "mysql" ? sql`(${misfit} AND NOT ${hasOffset(value)})` : sql`(${misfit} OR ${hasOffset(value)})`;
}
/** The servers refuse to make JSON of bytes, whatever the bytes are. */
function notJson(value, from) {
	switch (familyOf(from)) {
		case "binary": return isKnown(value);
		case "text":
		case "enum":
		case "set":
		case "date":
		case "time": return isNoJson(asText(value));
		case "integer":
		case "decimal":
		case "float":
		case "bit":
		case "year":
		case "json":
		case "other": return null;
	}
}
function castTypeOf({ dataType }) {
	return dataType === "date" || dataType === "time" ? dataType.toUpperCase() : "DATETIME";
}
function nounFor(to) {
	const family = familyOf(to);
	if (family === "json") return "JSON";
	return family === "date" || family === "time" ? family : "number";
}

// src/engine/probes/nulls.ts
/**
* Finds NULLs in a column that becomes NOT NULL, also as part of a new primary key. An AUTO_INCREMENT column replaces NULL with a
* number, and a TIMESTAMP with the current time (measured: both servers, ALGORITHM=COPY).
*/
function probeNulls(alter) {
	return alter.map.filter(({ from, to }) => from.nullable && !to.nullable && !to.autoIncrement && to.dataType !== "timestamp").map((column) => probeColumn(alter, column, {
		kind: "null-in-not-null",
		condition: isNull(ident(column.from.name)),
		fault: `${column.from.name} is NULL`,
		because: `${column.to.name} becomes NOT NULL`,
		hint: "Give these rows a value first."
	}));
}

// src/engine/probes/orphans.ts
/** Finds rows whose new foreign key refers to a missing row. A foreign key with a NULL refers to no row. */
function probeOrphans(alter) {
	const { original, altered, server } = alter;
	const old = parseTable(original).foreignKeys.map(({ name }) => name);
	const after = parseTable(altered);
	return after.foreignKeys.filter(({ name }) => !old.includes(name)).flatMap((key) => {
		const parent = altered.foreignKeys.find((candidate) => candidate.name === key.name && candidate.child.name === altered.table.name)?.parent;
		if (parent === void 0) return [];
		const table = sameName(parent.name, altered.table.name) ? original.table : parent;
		const rows = alteredRows(alter, after, key.columns);
		const pairs = key.columns.map((child, index) => ({
			child,
			parent: key.parentColumns[index] ?? ""
		}));
		return [{
			kind: "orphan",
			columns: key.columns,
			key: key.name,
			statement: rows === null ? null : countRowsWhere(server.flavor, rows, isOrphan(table, pairs)),
			fault: `${key.columns.join(", ")} refers to no row of ${table.name}`,
			because: `the foreign key ${key.name} is added`,
			hint: "Add the missing rows, or remove these, first."
		}];
	});
}

// src/engine/probes/ranges.ts
/** `null` for a type that is no number, and for a type whose range has every number. */
function rangeOf(column) {
	const unsigned = isUnsigned(column);
	switch (familyOf(column)) {
		case "integer": {
			const bits = BigInt(integerBits[column.dataType] ?? 64);
			return unsigned ? between(0n, (1n << bits) - 1n) : between(-(1n << bits - 1n), (1n << bits - 1n) - 1n);
		}
		case "decimal": return fixedPoint(column.digits, column.scale, unsigned);
		case "float": return floatingPoint(column, unsigned);
		case "year": return between(0n, 2155n);
		case "bit": {
			const bits = lengthOf(column) ?? 1;
			return bits >= 64 ? null : between(0n, (1n << BigInt(bits)) - 1n);
		}
		case "enum": return {
			...between(0n, BigInt(labelsOf(column).length)),
			isLabel: true
		};
		case "set": {
			const members = BigInt(labelsOf(column).length);
			return members >= 64n ? null : between(0n, (1n << members) - 1n);
		}
		case "text":
		case "binary":
		case "date":
		case "time":
		case "json":
		case "other": return null;
	}
}
/** True where every value of the old column is in the range, also after rounding. */
function isWithin(from, range) {
	const family = familyOf(from);
	if (family !== "integer" && family !== "decimal" && family !== "bit") return false;
	const own = family === "decimal" ? wholeNumbersOf(from, fractionOf(range.highest)) : rangeOf(from);
	if (own === null) return false;
	if (!isDigits(range)) return own.lowest === "0" || range.lowest !== "0";
	return integerPart(own.lowest) >= integerPart(range.lowest) && integerPart(own.highest) <= integerPart(range.highest);
}
const integerBits = {
	tinyint: 8,
	smallint: 16,
	mediumint: 24,
	int: 32,
	bigint: 64
};
function between(lowest, highest) {
	return {
		lowest: String(lowest),
		highest: String(highest),
		refusesNegativeFractions: false,
		isLabel: false
	};
}
function fixedPoint(digits, scale, unsigned) {
	const whole = "9".repeat(digits - scale) || "0";
	const highest = scale === 0 ? whole : `${whole}.${"9".repeat(scale)}`;
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: true,
		isLabel: false
	};
}
/** FLT_MAX and DBL_MAX, made a little larger, so that rounding the literal never excludes the largest value. */
function floatingPoint(column, unsigned) {
	const [, digits, scale] = /\((\d+),(\d+)\)/u.exec(column.columnType) ?? [];
	if (digits !== void 0 && scale !== void 0) return fixedPoint(Number(digits), Number(scale), unsigned);
	const highest = column.dataType === "float" ? "3.4028235e38" : "1.7976931348623157e308";
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: true,
		isLabel: false
	};
}
/** The range is larger by one where a fraction may be rounded up. */
function wholeNumbersOf(column, keptDigits) {
	const bound = 10n ** BigInt(column.digits - column.scale);
	const highest = column.scale <= keptDigits ? bound - 1n : bound;
	return between(isUnsigned(column) ? 0n : -highest, highest);
}
function fractionOf(number) {
	return (number.split(".")[1] ?? "").length;
}
function isDigits(range) {
	return /^-?[\d.]+$/u.test(range.highest);
}
function integerPart(number) {
	return BigInt(number.split(".")[0] ?? "0");
}

// src/engine/probes/out-of-range.ts
/** Finds numbers, and values that become numbers, outside the range of the new type, and times outside that of a TIMESTAMP. */
function probeOutOfRange(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = to.dataType === "timestamp" ? notInTime(column, alter) : beyond(column, alter);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "out-of-range",
			condition,
			fault: `${from.name} is out of range`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or choose a wider type."
		});
	});
}
function beyond({ from, to }, { server }) {
	const range = rangeOf(to);
	if (range === null || isWithin(from, range)) return null;
	const value = numberOf(from, to);
	if (value === null) return null;
	const outside = isOutside(rounding(value, from, to), lowest(range, from, server.flavor), range.highest);
	const negative = range.refusesNegativeFractions || server.flavor === "mariadb" && from.dataType === "decimal";
	const condition = range.lowest === "0" && negative ? sql`(${outside} OR ${value} < 0)` : outside;
	const yearless = to.dataType === "year" ? sql`(${condition} OR ${rounded(value, 0)} BETWEEN 100 AND 1900)` : condition;
	return isWritten(from) ? sql`(NOT (${isNoNumber(asText(ident(from.name)), server.flavor === "mariadb" && familyOf(to) === "integer")}) AND ${yearless})` : yearless;
}
/** On MariaDB the number 0 stands for no label. */
function lowest(range, from, flavor) {
	return range.isLabel && flavor === "mariadb" && familyOf(from) === "integer" ? "1" : range.lowest;
}
/** `null` where it is not known how the server converts the value to a number. */
function numberOf(from, to) {
	const value = ident(from.name);
	const isNumber = [
		"integer",
		"decimal",
		"float",
		"year",
		"text",
		"json"
	].includes(familyOf(to));
	switch (familyOf(from)) {
		case "integer":
		case "decimal": return value;
		case "float": return familyOf(to) === "decimal" ? sql`CAST(${value} AS DECIMAL(65,20))` : value;
		case "bit": return asNumber(value);
		case "year":
		case "date":
		case "time":
		case "enum":
		case "set": return isNumber && to.dataType !== "year" ? asNumber(value) : null;
		case "text":
		case "json":
			if (familyOf(to) === "float") return sql`(TRIM(${asText(value)}) + 0)`;
			return isNumber ? numberInText(asText(value)) : null;
		case "binary":
		case "other": return null;
	}
}
/** Rounds to the digits of the new type, because the server rounds before it checks the range. */
function rounding(value, from, to) {
	if (familyOf(from) === "integer") return value;
	const fraction = /\(\d+,(\d+)\)/u.exec(to.columnType)?.[1];
	if (familyOf(to) === "float") return fraction === void 0 ? value : rounded(value, Number(fraction));
	return rounded(value, to.scale);
}
function isWritten(column) {
	return familyOf(column) === "text" || familyOf(column) === "json";
}
function notInTime({ from }, { server }) {
	if (from.dataType === "timestamp") return null;
	const value = ident(from.name);
	const last = lastTimestamp[server.flavor];
	if (familyOf(from) === "date") return isNoTimestamp(value, last);
	if (familyOf(from) !== "text") return null;
	return sql`(NOT (${hasStrayCharacter(value)}) AND ${isNoTimestamp(sql`CAST(${value} AS DATETIME(6))`, last)})`;
}

// src/engine/probes/too-long.ts
/** Finds values that do not fit a shorter text or binary column. Values of other types count as the server writes them. */
function probeTooLong(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const limit = limitOf(to);
		const value = written(column);
		if (limit === null || value === null || longest(from, limit.unit, to) <= limit.length) return [];
		const { length, unit } = limit;
		return probeColumn(alter, column, {
			kind: "too-long",
			condition: isLonger(value, length, unit, spacesCount(column, alter.server.flavor)),
			fault: `${from.name} is longer than ${length} ${unit === "characters" ? "characters" : "bytes"}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Shorten these values first, or leave the column longer."
		});
	});
}
function limitOf(to) {
	const family = familyOf(to);
	if (family !== "text" && family !== "binary") return null;
	if (to.dataType === "char" || to.dataType === "varchar") return {
		length: lengthOf(to) ?? 1,
		unit: "characters"
	};
	return {
		length: to.octets ?? 0,
		unit: "bytes"
	};
}
/** The value as a string of the new type; `null` where it is not known how the server writes it. */
function written({ from, to }) {
	const value = ident(from.name);
	switch (familyOf(from)) {
		case "text": return to.charset === null || to.charset === from.charset ? value : converted(value, to.charset);
		case "binary": return to.charset === null ? value : converted(value, to.charset);
		case "bit": return to.charset === null ? null : asText(asNumber(value));
		case "other": return null;
		case "integer":
		case "decimal":
		case "year":
		case "date":
		case "time": return asText(value);
		case "float":
		case "enum":
		case "set":
		case "json": return to.charset === null ? null : asText(value);
	}
}
function converted(value, charset) {
	return sql`CONVERT(${value} USING ${raw(charset)})`;
}
/** An upper limit for values of the old type. If they always fit, nothing needs to be asked. */
function longest(from, unit, to) {
	switch (familyOf(from)) {
		case "text": {
			const characters = from.dataType.endsWith("char") ? lengthOf(from) ?? 1 : from.octets ?? 0;
			if (unit === "characters") return characters;
			return to.charset === null || to.charset === from.charset ? from.octets ?? 0 : characters * maxBytesPerCharacter;
		}
		case "binary": return from.octets ?? 0;
		case "integer": return from.digits + 1;
		case "decimal": return from.digits + 3;
		case "bit": return 20;
		case "year": return 4;
		case "date":
		case "time": return 26;
		case "float":
		case "enum":
		case "set":
		case "json":
		case "other": return Number.MAX_SAFE_INTEGER;
	}
}
const maxBytesPerCharacter = 4;
/**
* The server cuts off trailing spaces that do not fit, without an error. But between two VARCHARs of one character set, and on
* MySQL between two TEXTs, it counts all bytes (measured: both servers, ALGORITHM=COPY).
*/
function spacesCount({ from, to }, flavor) {
	if (familyOf(to) === "binary" || familyOf(from) !== "text") return true;
	if (from.dataType === "varchar" && to.dataType === "varchar") {
		const lengthBytes = (column) => (column.octets ?? 0) < 256 ? 1 : 2;
		return from.charset === to.charset && from.collation === to.collation && lengthBytes(from) === lengthBytes(to);
	}
	return flavor === "mysql" && from.dataType.endsWith("text") && to.dataType.endsWith("text");
}

// src/engine/probes/undecidable.ts
/** Conversions that no probe can check. Only the copy will tell. */
function probeUndecidable(alter) {
	return alter.map.filter((column) => changesType(column) && !isDecidable(column)).map(({ from, to }) => ({
		kind: "not-convertible",
		columns: [to.name],
		key: null,
		statement: null,
		fault: `${from.name} cannot be converted`,
		because: `${to.name} becomes ${to.columnType}`,
		hint: "The copy stops at the first value that does not fit, and the table stays as it was."
	}));
}
const temporal = ["date", "time"];
/** The families that each family can become, either checked by another probe or without any danger. */
const decidable = {
	integer: [
		...numbers,
		...temporal,
		"year",
		"bit",
		"text",
		"binary",
		"enum",
		"set",
		"json"
	],
	decimal: [
		...numbers,
		"text",
		"binary",
		"json"
	],
	float: [
		...numbers,
		"text",
		"json"
	],
	bit: [
		...numbers,
		"bit",
		"text"
	],
	year: [
		...numbers,
		"year",
		"text",
		"binary"
	],
	text: [
		...numbers,
		...temporal,
		"year",
		"text",
		"binary",
		"enum",
		"set",
		"json"
	],
	binary: ["binary", "json"],
	date: [
		...numbers,
		...temporal,
		"text",
		"binary",
		"json"
	],
	time: [
		...numbers,
		...temporal,
		"text",
		"binary",
		"json"
	],
	enum: [
		...numbers,
		"enum",
		"set",
		"text",
		"json"
	],
	set: [
		...numbers,
		"enum",
		"set",
		"text",
		"json"
	],
	json: [
		...numbers,
		"text",
		"json"
	],
	other: []
};
function isDecidable({ from, to }) {
	const [source, target] = [familyOf(from), familyOf(to)];
	if (source === "binary" && target === "text") return [...textsOfBytes, "latin1"].includes(to.charset ?? "");
	if (source === "text" && target === "time") return false;
	return decidable[source].includes(target);
}

// src/engine/probes/zero-dates.ts
/**
* Finds dates with zeros where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. Dates that are not converted are
* not checked. A TIMESTAMP can never have a month or a day of 0.
*/
function probeZeroDates(alter) {
	const modes = alter.server.sqlMode.split(",");
	return alter.map.filter(({ from, to }) => familyOf(from) === "date" && familyOf(to) === "date" && from.columnType !== to.columnType).flatMap((column) => {
		const { from, to } = column;
		const zeroDate = modes.includes("NO_ZERO_DATE");
		const zeroInDate = modes.includes("NO_ZERO_IN_DATE") || to.dataType === "timestamp";
		if (!zeroDate && !zeroInDate) return [];
		return probeColumn(alter, column, {
			kind: "zero-date",
			condition: isZeroDate(ident(from.name), {
				zeroDate,
				zeroInDate
			}),
			fault: `${from.name} has a zero for the year, the month or the day`,
			because: `the server does not convert such dates to ${to.columnType}`,
			hint: "Give these rows a real date, or NULL, first."
		});
	});
}

// src/engine/probes/probe-rows.ts
/**
* Asks the server, without a lock, which rows of the original do not fit the altered table. It asks only about what the statement
* changes, and waits at most ten seconds for each answer. A question without an answer becomes a hazard with the count `unknown`,
* never an error.
*
* @param session has the server's own time zone, like the ALTER
* @param altered the definition of an empty clone that the statement has changed
*/
async function probeRows(session, server, original, altered, map, signal) {
	const alter = {
		server,
		original,
		altered,
		map
	};
	const hazards = [];
	for (const probe of probesFor(alter)) {
		signal.throwIfAborted();
		const hazard = await ask(session, probe);
		if (hazard.count !== 0) hazards.push(hazard);
	}
	return hazards;
}
function probesFor(alter) {
	return [
		probeNulls,
		probeTooLong,
		probeOutOfRange,
		probeEnumMembers,
		probeCharacters,
		probeNotConvertible,
		probeZeroDates,
		probeUndecidable,
		probeChecks,
		probeOrphans,
		probeDuplicates
	].flatMap((probesOfKind) => probesOfKind(alter));
}
async function ask(session, probe) {
	if (probe.statement === null) return open(probe, "only the copy itself can tell");
	try {
		const [row] = await session.rows(probe.statement);
		return answered(probe, row);
	} catch (error) {
		if (error instanceof ServerError || error instanceof ConnectionLost) return open(probe, "it could not be found out in time");
		throw error;
	}
}
function answered(probe, row) {
	const found = Number(row?.found ?? 0);
	const atLeast = Number(row?.hits ?? 0) > maxCounted;
	const count = atLeast ? Math.max(found - 1, maxCounted) : found;
	const rows = `${atLeast ? "at least " : ""}${count} ${count === 1 ? "row" : "rows"}`;
	const samples = String(row?.samples ?? "");
	return {
		...common(probe),
		count,
		atLeast,
		sampleKeys: samples === "" ? [] : samples.split(""),
		message: `${capitalized(probe.fault)} in ${rows}, and ${probe.because}.`
	};
}
function open(probe, reason) {
	const message = `It is not known whether ${probe.fault} in any row, and ${probe.because}: ${reason}.`;
	return {
		...common(probe),
		count: "unknown",
		atLeast: false,
		sampleKeys: [],
		message
	};
}
function common({ kind, columns, key, hint }) {
	return {
		kind,
		columns,
		key,
		hint
	};
}
/** Only the word `the` gets a capital. The name of a column stays as it is. */
function capitalized(fault) {
	return fault.startsWith("the ") ? `T${fault.slice(1)}` : fault;
}

// src/sql/parser/usual-quotes.ts
/** The same statement as a session without these modes would write it. */
function inUsualQuotes(text, { ansiQuotes, plainBackslashes }) {
	const escaped = plainBackslashes ? text.replaceAll("\\", "\\\\") : text;
	if (!ansiQuotes || !escaped.includes("\"")) return escaped;
	let usual = "";
	for (let at = 0; at < escaped.length;) {
		const { kind, start, end } = lexemeAt(escaped, at, true);
		const piece = escaped.slice(start, end);
		usual += kind === "string" && piece.startsWith("\"") ? nameOf(piece) : piece;
		at = end;
	}
	return usual;
}
function nameOf(quoted) {
	return `\`${quoted.slice(1, -1).replaceAll("\"\"", "\"").replaceAll("`", "``")}\``;
}

// src/engine/tables/sessions.ts
/** Opens connections that all have the same settings, and closes them all. */
var Sessions = class {
	#target;
	#opened = /* @__PURE__ */ new Set();
	#settings;
	constructor(target, settings) {
		this.#target = target;
		this.#settings = migrating(settings);
	}
	/** @throws GhostshipError as {@link connect} does */
	open(purpose) {
		return this.#open(purpose, this.#settings);
	}
	/** For what tells the time itself, such as a heartbeat: by the server's clock even where the others have it pinned. */
	openWithClock(purpose) {
		return this.#open(purpose, {
			...this.#settings,
			pinnedSeconds: null
		});
	}
	/**
	* For a statement of a person, to be taken or refused by the server as if that person had typed it.
	*
	* With the checks off, MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that foreign keys need.
	*
	* @throws GhostshipError as {@link connect} does
	*/
	openWithChecks(purpose) {
		return this.#open(purpose, {
			...this.#settings,
			foreignKeyChecks: true,
			notes: true
		});
	}
	async openMany(count, purpose) {
		return Promise.all(Array.from({ length: count }, () => this.open(purpose)));
	}
	/** Runs a long statement. An abort also stops it on the server. */
	async runLong(session, statement, signal) {
		try {
			var _usingCtx$1 = _usingCtx();
			signal.throwIfAborted();
			_usingCtx$1.u(onAbort(signal, () => void this.#stop(session)));
			try {
				return await session.run(statement);
			} catch (error) {
				throw signal.aborted ? reasonOf(signal) : error;
			}
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			_usingCtx$1.d();
		}
	}
	async #open(purpose, settings) {
		const session = await connect(this.#target, purpose, settings);
		this.#opened.add(session);
		return session;
	}
	async #stop(session) {
		try {
			try {
				var _usingCtx3 = _usingCtx();
				await _usingCtx3.a(await connect(this.#target, "stopping a statement")).run(killQuery(session.id));
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		} catch {
			session.destroy();
		}
	}
	/** The ids of our open connections on the server. */
	get ids() {
		return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
	}
	/** How many statements were sent so far, also on sessions that are closed now. */
	get statementCount() {
		return [...this.#opened].reduce((sum, session) => sum + session.statementCount, 0);
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
	}
};

// src/engine/tables/control-connection.ts
/**
* @param allow with `zero-dates`, definitions may have them as defaults
* @throws GhostshipError `cannot-connect`, `access-denied`
*/
async function openControlConnection(target, allow = []) {
	const session = await connect(target, "asking the server");
	const server = await askServer(session);
	const sessions = new Sessions(target, {
		timeZone: serverTimeZone,
		sqlMode: readableSqlMode(server.sqlMode, allow.includes("zero-dates")),
		pinnedSeconds: null
	});
	return {
		server,
		session,
		sessions,
		async [Symbol.asyncDispose]() {
			await sessions[Symbol.asyncDispose]();
			await session[Symbol.asyncDispose]();
		}
	};
}

// src/commands/options/engine-options.ts
/** The options of one statement, in the engine's words. */
function engineOptions(values, settings) {
	return {
		cutover: values.cutover,
		retired: values.retired,
		verify: values.verify,
		workers: values.workers,
		indexes: values.indexes,
		algorithm: values.algorithm,
		lockBudgetMs: values["lock-budget"],
		maxRuntimeMs: values["max-runtime"],
		maxLagMs: values["max-lag"],
		maxLoad: values["max-load"],
		criticalLoad: values["critical-load"],
		lagReplicas: settings.lagReplicas,
		triggers: values.triggers,
		foreignKeys: values["foreign-keys"],
		allow: values.allow
	};
}

export { temporalLiteral as A, alterClone as B, keyIn as C, bytesLiteral as D, qualified as E, hasRelatives as F, refuseForeignKeyAdded as G, findProcess as H, hasReplicas as I, ghostColumnOf as K, isReplica as L, markClone as M, openClone as N, padded as O, needsOwnSchema as P, isWorthDoingOnServer as R, ghostKey as S, originalKey as T, isAnyIn as U, refuseStatement as V, refuseRetiring as W, copyRange as _, probeRows as a, selectKeys as b, Triggers as c, refuseNewRelations as d, planCopy as f, copyKeys as g, readKey as h, inUsualQuotes as i, keepOutOfBinlog as j, selectKeyPart as k, requireAlter as l, Chunker as m, openControlConnection as n, refuseCopy as o, chooseDeferral as p, mapColumns as q, Sessions as r, refuseTable as s, engineOptions as t, inspectOriginal as u, deleteKeys as v, keyRange as w, bytes as x, selectBoundary as y, letServerAlter as z };