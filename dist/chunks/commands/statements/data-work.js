import { n as __name } from "../../rolldown-runtime.js";
import { r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { d as isServerError, n as ServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { a as raw, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { I as setLockWait, h as withServerSqlMode, l as personal, m as withPlainSqlMode, t as connect } from "../../mysql2.js";
import { f as selectSchema, h as selectTable } from "../../sql/inspect.js";
import { c as unknownTable, r as inspectTable } from "../../support/digest.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { L as nameTables } from "../../engine/tables/ghost.js";
import { t as askServer } from "../../mysql/server.js";
import { i as refuseTargetOf } from "../../engine/preflight/target.js";
import { i as requireNameLock } from "../../engine/mapping/column-map.js";
import { a as dropOwnForeignKeys } from "../../engine/relations/triggers.js";
import { r as placeOf } from "./file-statement.js";
import { t as qualify } from "./task.js";
import { n as explain } from "../../sql/data.js";
import { u as ledgerTable } from "../../sql/ledger.js";
import { t as endConnection } from "../../mysql/end-connection.js";
import { M as namesOfHiddenChildren, N as sameTable } from "../../engine.js";

// src/engine/direct/refuse-ledger.ts
/** @throws GhostshipError `unsupported-table` for what says which statements were applied */
function refuseLedger({ name }) {
	if (name.toLowerCase() !== "ghostship_migrations") return;
	throw new GhostshipError("unsupported-table", `${name} is the ledger of Ghostship, which no file changes.`, { hint: "Take the statement out." });
}

// src/engine/direct/check-data.ts
/**
* What stands in the way of a statement, and what it costs.
*
* @param session in the plain mode, which it has again afterwards
* @returns how many rows the server expects to examine
* @throws GhostshipError `unsupported-statement`, `unknown-table`, `unsupported-table`, `invalid-statement`,
*   `missing-privileges`, `statement-not-allowed` above the limit
*/
async function checkData(session, work) {
	const server = await askServer(session);
	refuseOtherQuotes(work, server);
	for (const table of work.tables) await refuseTable(session, table);
	const examined = work.rows + await estimate(session, server, work);
	if (examined <= work.maxRows) return examined;
	throw new GhostshipError("statement-not-allowed", `${work.place} would examine about ${examined} rows, more than the ${work.maxRows} of max-data-rows.`, { hint: "Its rows would be locked until all of it is done. Write several statements that examine fewer rows each, such as one for each of some ranges of the key, or give a larger max-data-rows." });
}
/** The statement was read as most servers read it. A server that reads it in another way would run something else. */
function refuseOtherQuotes({ statement, place }, { sqlMode }) {
	const modes = sqlMode.split(",");
	const quote = modes.includes("ANSI_QUOTES") && statement.includes("\"") ? "ANSI_QUOTES" : null;
	const backslash = modes.includes("NO_BACKSLASH_ESCAPES") && statement.includes("\\") ? "NO_BACKSLASH_ESCAPES" : null;
	const mode = quote ?? backslash;
	if (mode === null) return;
	const sign = mode === "ANSI_QUOTES" ? "double quotes" : "backslashes";
	throw new GhostshipError("unsupported-statement", `${place} has ${sign}, and the server has ${mode}.`, { hint: `Write it without ${sign}.` });
}
/** A statement that is not undone together with its note in the ledger could be run twice. */
async function refuseTable(session, table) {
	refuseLedger(table);
	const [found] = await session.rows(selectTable(table));
	if (found === void 0) throw await unknownTable(session, table, "Check its name, and the database of target.");
	if (found.type === "VIEW") throw new GhostshipError("unsupported-table", `${table.name} is a view, which may show tables that nobody has allowed.`, { hint: "Name its tables instead." });
	if (found.engine === "InnoDB") return;
	throw new GhostshipError("unsupported-table", `${table.name} is not InnoDB, so what is done to it cannot be undone.`, { hint: "Run the statement yourself, or change the engine of the table first." });
}
async function estimate(session, { flavor }, { statement, place }) {
	try {
		await session.run(withServerSqlMode);
		const plan = await session.rows(explain(raw(statement), flavor));
		await session.run(withPlainSqlMode);
		return rowsExamined(plan);
	} catch (error) {
		throw error instanceof ServerError ? refusedByServer(error, place) : error;
	}
}
function refusedByServer(error, place) {
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_DBACCESS_DENIED_ERROR");
	return new GhostshipError(isDenied ? "missing-privileges" : "invalid-statement", `The server refuses ${place}: ${error.message}`, {
		hint: isDenied ? "Grant what the message names. No row was changed." : "Correct the statement or the rows; nothing was changed.",
		cause: error
	});
}
/**
* Tables of one SELECT are joined in loops, each for every row of those before it. A subquery that depends on others may run once
* for each of their rows.
*/
function rowsExamined(plan) {
	const queries = /* @__PURE__ */ new Map();
	for (const { id, select_type, rows } of plan) {
		if (id === null || id === void 0 || rows === null || rows === void 0) continue;
		const query = queries.get(Number(id)) ?? {
			rows: 1,
			depends: /DEPENDENT|UNCACHEABLE/u.test(String(select_type))
		};
		queries.set(Number(id), {
			...query,
			rows: query.rows * Math.max(1, Number(rows))
		});
	}
	const all = [...queries.values()];
	const outer = all.filter(({ depends }) => !depends).reduce((sum, { rows }) => sum + rows, 0);
	return outer + all.filter(({ depends }) => depends).reduce((sum, { rows }) => sum + rows, 0) * Math.max(1, outer);
}

// src/engine/direct/create-table.ts
/**
* A new table has no rows and no users: the server makes it as the statement says.
*
* @returns that no table was retired
* @throws GhostshipError `invalid-statement` with the server's words, `connection-lost`, `cannot-connect`
*/
async function createTable(creation, target) {
	try {
		var _usingCtx$2 = _usingCtx();
		const session = _usingCtx$2.a(await connect(target, "creating a table", personal));
		await refuseTargetOf(session);
		try {
			await session.run(raw(creation.statement));
			return null;
		} catch (error) {
			throw explainCreating(error, creation);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** What the server says of the statement, for the person who wrote it. */
function explainCreating(error, { table, place }) {
	if (error instanceof ServerError) return new GhostshipError("invalid-statement", `The server refused ${place}: ${error.message}`, {
		hint: "Correct the statement; no table was created.",
		cause: error
	});
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", `${error.message}.`, {
		hint: `Look whether ${table} exists. If it does not, run this again; if it does, drop it first or leave the statement out.`,
		tableState: "unknown",
		cause: error
	});
	return error;
}

// src/sql/retire.ts
function renameTable(from, to) {
	return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}
/** All of them or none, one after the other: a name that one gives up another can take. */
function renameAll(renames) {
	return sql`RENAME TABLE ${join(renames.map(({ from, to }) => sql`${tableName(from)} TO ${tableName(to)}`))}`;
}

// src/engine/direct/check-renames.ts
/**
* What the server would refuse, said before it is asked. A name counts as free or taken as it will be when its turn comes.
*
* @param look where earlier statements of the run are only tried, it tells what they leave
* @throws GhostshipError `unknown-table`, `invalid-statement`, `unsupported-table`
*/
async function checkRenames(session, { renames, ifExists }, look = (name) => inspectTable(session, name)) {
	const names = new Names(look, await askNameCase(session));
	const kept = [];
	for (const { from, to } of renames) {
		refuseLedger(from);
		const source = await names.at(from);
		if (source === null && ifExists) continue;
		if (source === null) throw await missing(session, from, await names.at(to) === null ? null : to);
		if (await names.at(to) !== null) throw nameTaken(to);
		if (from.schema !== to.schema) await refuseMove(session, source, to);
		names.move(source, from, to);
		kept.push({
			from,
			to
		});
	}
	return {
		renames: kept,
		...names.change()
	};
}
/** Which table has which name, as the statement goes on. */
var Names = class {
	#look;
	#nameCase;
	#entries = [];
	constructor(look, nameCase) {
		this.#look = look;
		this.#nameCase = nameCase;
	}
	async at(name) {
		const known = this.#find(name);
		if (known !== void 0) return known.now;
		const before = await this.#look(name);
		this.#entries.push({
			name,
			before,
			now: before
		});
		return before;
	}
	move(table, from, to) {
		const [old, next] = [this.#find(from), this.#find(to)];
		if (old !== void 0) old.now = null;
		if (next !== void 0) next.now = table;
	}
	change() {
		return {
			tables: this.#entries.flatMap(({ before, now }) => before === null || before === now ? [] : [before]),
			freed: this.#entries.filter(({ before, now }) => before !== null && now === null).map(({ name }) => name),
			taken: this.#entries.filter(({ before, now }) => before === null && now !== null).map(({ name }) => name)
		};
	}
	#find({ schema, name }) {
		return this.#entries.find((entry) => this.#nameCase.same(entry.name.schema, schema) && this.#nameCase.same(entry.name.name, name));
	}
};
/** A run that was cut off between the rename and its note in the ledger leaves just this. */
async function missing(session, from, to) {
	const error = await unknownTable(session, from, "Check its name, and the database of target.");
	if (to === null) return error;
	return new GhostshipError("unknown-table", `${error.message.replace(/\.$/u, "")}, and ${to.name} is there.`, { hint: "If an earlier run renamed it and was cut off before it could note that, take the statement out of the file." });
}
function nameTaken(to) {
	return new GhostshipError("invalid-statement", `There is ${to.name} already in ${to.schema}.`, { hint: "Choose another name, or rename or drop what has this one first. No table was renamed." });
}
/** Into another database. */
async function refuseMove(session, { table, kind, triggers }, to) {
	if ((await session.rows(selectSchema(to.schema))).length === 0) throw new GhostshipError("invalid-statement", `There is no database ${to.schema}.`, { hint: "Check its name, or create it first. No table was renamed." });
	if (kind === "view") throw new GhostshipError("unsupported-table", `${table.name} is a view, which cannot leave its database.`, { hint: "Create it there and drop it here by other means." });
	if (triggers.length > 0) {
		const names = triggers.map(({ name }) => name).join(", ");
		throw new GhostshipError("unsupported-table", `${table.name} has triggers (${names}), and cannot leave its database with them.`, { hint: "Drop them first, and create them again where it goes." });
	}
}

// src/engine/direct/refuse-retiring.ts
/**
* What the server would refuse to drop. A foreign key would follow the table to its new name, and its child would go on being
* checked against it.
*
* @throws GhostshipError `unsupported-table`
*/
async function refuseRetiring(session, definition) {
	const { table, kind, foreignKeys } = definition;
	if (kind !== "table") throw new GhostshipError("unsupported-table", `${table.name} is not a table.`, { hint: "Drop a view by other means." });
	const names = [...foreignKeys.filter(({ parent, child }) => sameTable(parent, table) && !sameTable(child, table)).map(({ child, name }) => {
		return `${child.schema === table.schema ? "" : `${child.schema}.`}${child.name} (${name})`;
	}), ...await namesOfHiddenChildren(session, await askServer(session), definition)];
	if (names.length === 0) return;
	throw new GhostshipError("unsupported-table", `Foreign keys point to ${table.name}: ${names.join(", ")}.`, { hint: "Drop these foreign keys, or the tables that have them, first." });
}

// src/engine/direct/retire-table.ts
/**
* What DROP TABLE becomes: the table is renamed out of sight, with all its rows and without its foreign keys, until `cleanup`
* drops it.
*
* @param lockBudgetMs how long statements that use the table may wait for the rename
* @returns the new name; `null` for a table that does not exist and need not (IF EXISTS)
* @throws GhostshipError
*/
async function retireTable({ table: asked, ifExists }, target, lockBudgetMs) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "retiring a table"));
		await refuseTargetOf(session);
		await requireNameLock(session, asked);
		const definition = await inspectTable(session, asked);
		if (definition === null) {
			if (ifExists) return null;
			throw await unknownTable(session, asked, goneHint);
		}
		const { table } = definition;
		const { retired } = nameTables(table, false);
		await refuseRetiring(session, definition);
		if (await inspectTable(session, retired) !== null) throw retiredNameTaken(retired);
		await rename(session, table, retired, target, lockBudgetMs);
		await releaseParents(session, table, retired, target);
		return retired.name;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function retiredNameTaken({ name }) {
	return new GhostshipError("leftover-tables", `${name} exists already.`, { hint: `Look whether its rows are still needed. Run cleanup, or drop ${name} yourself, then run this again.` });
}
const goneHint = "Check its name, and the database of target. DROP TABLE IF EXISTS accepts that it is gone.";
async function rename(session, table, retired, target, lockBudgetMs) {
	await session.run(setLockWait(Math.max(1, Math.floor(lockBudgetMs / 1e3))));
	try {
		await session.run(renameTable(table, retired));
	} catch (error) {
		if (error instanceof ConnectionLost) return confirmRename(session, table, retired, target, error);
		if (!isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) throw error;
		throw new GhostshipError("cutover-gave-up", `${table.name} was in use for longer than the lock budget.`, {
			hint: "Look for the transaction that keeps it open, then run this again; or give a larger lock-budget.",
			cause: error
		});
	}
}
/**
* With its foreign keys a table that nobody uses would keep rows of others from being deleted, and their names from being used
* again. After DROP TABLE both are free.
*/
async function releaseParents(session, table, retired, target) {
	try {
		try {
			var _usingCtx3 = _usingCtx();
			if (session.alive) return await dropOwnForeignKeys(session, retired);
			const other = _usingCtx3.a(await connect(target, "dropping the foreign keys of a retired table"));
			await dropOwnForeignKeys(other, retired);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		throw new GhostshipError("server-error", `${table.name} is ${retired.name} now and still has its foreign keys: ${messageOf(error)}`, {
			hint: `As long as it has them, rows it refers to cannot be deleted. Drop ${retired.name}, or its foreign keys.`,
			tableState: "changed",
			cause: error
		});
	}
}
/** The connection broke while the server was renaming: it may have, or not. Only the server can tell. */
async function confirmRename(lost, table, retired, target, cause) {
	const found = await lookAgain(lost, table, retired, target);
	if (found?.retired === true && !found.original) return;
	throw new GhostshipError("connection-lost", `${cause.message}.`, {
		hint: found === null ? `Look whether ${table.name} is there or ${retired.name}, before anything else is run.` : `${table.name} is as it was. Run this again.`,
		tableState: found === null ? "unknown" : "unchanged",
		cause
	});
}
async function lookAgain(lost, table, retired, target) {
	try {
		try {
			var _usingCtx4 = _usingCtx();
			const session = _usingCtx4.a(await connect(target, "looking whether the rename happened"));
			await endConnection(session, lost, "now");
			return {
				original: await inspectTable(session, table) !== null,
				retired: await inspectTable(session, retired) !== null
			};
		} catch (_) {
			_usingCtx4.e = _;
		} finally {
			await _usingCtx4.d();
		}
	} catch {
		return null;
	}
}

// src/commands/options/engine-options.ts
/**
* The options of one statement, in the engine's words.
*
* @param leftMs what is left of `max-runtime`
*/
function engineOptions(values, settings, leftMs = values["max-runtime"]) {
	return {
		cutover: values.cutover,
		gate: values.gate,
		retired: values.retired.kind,
		retiredForMs: values.retired.forMs,
		verify: values.verify,
		workers: values.workers,
		indexes: values.indexes,
		algorithm: values.algorithm,
		lockBudgetMs: values["lock-budget"],
		killBlockers: values["kill-blockers"],
		maxRuntimeMs: leftMs,
		maxLagMs: values["max-lag"],
		maxLoad: values["max-load"],
		criticalLoad: values["critical-load"],
		lagReplicas: settings.lagReplicas,
		triggers: values.triggers,
		foreignKeys: values["foreign-keys"],
		allow: values.allow
	};
}

// src/commands/statements/data-work.ts
/** What the engine must know of a statement that changes rows, for plan and migrate alike. */
function dataWork(statement, task, target, { values }) {
	return {
		statement: statement.text,
		place: placeOf(statement),
		tables: task.tables.map((table) => qualify(table, target.database)),
		rows: task.rows,
		maxRows: values["max-data-rows"],
		maxStatementMs: 3e4
	};
}

export { retiredNameTaken as a, renameAll as c, checkData as d, refusedByServer as f, retireTable as i, createTable as l, engineOptions as n, refuseRetiring as o, goneHint as r, checkRenames as s, dataWork as t, explainCreating as u };