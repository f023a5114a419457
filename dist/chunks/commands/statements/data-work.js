import { r as __name } from "../../rolldown-runtime.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { a as isDenied, m as isServerError, n as ServerError, r as deniedHint, t as ConnectionLost } from "../../mysql/server-errors.js";
import { i as quotingOf } from "../../sql/parser/tokens.js";
import { a as raw } from "../../sql/sql.js";
import { n as replaceSpans } from "../../sql/parser/references.js";
import { t as qualify } from "./task.js";
import { i as placeOf } from "./file-statement.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { _ as selectTable } from "../../sql/inspect.js";
import { t as askServer } from "../../mysql/server.js";
import { p as refuseTarget } from "../../engine/preflight/privileges.js";
import { O as withZeroDates, _ as withSettingsOfPersons, g as withOurSettings, s as personal, v as withSqlMode, w as givenSqlMode } from "../../sql/session-settings.js";
import { t as connect } from "../../mysql/session.js";
import { m as unknownTable, r as inspectTable } from "../../mysql/inspect-table.js";
import { i as inTerminal } from "../../support/command-words.js";
import { r as hintFor } from "../../engine/tables/zero-dates.js";
import { t as Ledger } from "../ledger/ledger.js";
import { n as explain } from "../../sql/data.js";
import { l as refuseLedger } from "./creation-of.js";
import { t as callsIn } from "../../sql/parser/calls.js";
import { v as selectRoutinesNamed } from "../../engine.js";
import { s as refuseUses } from "../../engine/resume/kept-work.js";
import { i as settleSent, n as sentCreation } from "../../engine/tables/describe-sent.js";

// src/commands/ledger/who-keeps.ts
/**
* The refusal of a table whose retired name is taken, with what has kept it, as far as the ledger tells.
*
* @param labels of the tables that the statement names
*/
async function tellWhoKeeps(error, labels, target) {
	const { code, message, hint } = error;
	if (code !== "leftover-tables") return error;
	const all = await new Ledger(target).retiredTables().catch(() => []);
	const names = labels.map((label) => label.toLowerCase());
	const kept = all.findLast(({ table, retired }) => names.includes(table.toLowerCase()) && message.startsWith(`${baseName(retired)} exists`));
	if (kept === void 0) return {
		code,
		message,
		hint
	};
	const { table, pullRequest, isByRevert } = kept;
	const of = `${table}${pullRequest === null ? "" : ` (#${pullRequest})`}`;
	return {
		code,
		message: `${message} ${isByRevert ? `The revert of ${of} has kept it: ${table} as it was before the revert.` : `The migration of ${of} has kept it, so that it can be reverted.`}`,
		hint: `Once nobody needs it, ${inTerminal("cleanup", table, "--retired drop")} drops it, or drop it yourself. Then run this again.`
	};
}
function baseName(label) {
	return label.slice(label.lastIndexOf(".") + 1);
}

// src/engine/direct/without-calls.ts
/**
* EXPLAIN carries calls out where it takes their values for constants, and it is without effect on the stage where there are no
* routines and no sequences. So what a person has stored is not called: a value that changes with each row stands for it, so
* that no index can be used for it and no fewer rows are expected. What there is none of stays, and the server says so.
*
* @param database of the session of a person
* @param theirs the table of the user that another one stands for
*/
async function withoutCalls(session, { statement, quoting }, database, flavor, theirs = (table) => table) {
	const found = callsIn(statement, quoting);
	if (found.length === 0) return {
		text: statement,
		calls: []
	};
	const names = [...new Set(found.flatMap(({ schema, name }) => schema === null ? [name] : [schema, name]))];
	const stored = (await session.rows(selectRoutinesNamed(names))).map((row) => keyOf({
		schema: String(row.schema_name),
		name: String(row.name)
	}));
	const isStored = async ({ schema, name, sequence }) => {
		if (schema === null && acting.has(name.toUpperCase())) return true;
		if (stored.includes(keyOf({
			schema: schema ?? database,
			name
		}))) return true;
		if (schema !== null && stored.includes(keyOf({
			schema: database,
			name: schema
		}))) return true;
		if (sequence === null || flavor === "mysql") return false;
		const named = theirs({
			schema: sequence.schema ?? database,
			name: sequence.name
		});
		const [row] = await session.rows(selectTable(named));
		return row?.type === "SEQUENCE";
	};
	const calls = [];
	for (const call of found) if (!calls.some(({ start, end }) => start <= call.start && call.end <= end) && await isStored(call)) calls.push(call);
	return {
		text: replaceSpans(statement, calls.map(({ start, end }) => ({
			start,
			end,
			by: "RAND()"
		}))),
		calls: [...new Set(calls.map(({ name, sequence }) => (sequence ?? { name }).name))]
	};
}
/** Functions of the server that do something. */
const acting = new Set("BENCHMARK GET_LOCK MASTER_GTID_WAIT MASTER_POS_WAIT RELEASE_ALL_LOCKS RELEASE_LOCK SLEEP SOURCE_POS_WAIT WAIT_FOR_EXECUTED_GTID_SET".split(" "));
function keyOf({ schema, name }) {
	return JSON.stringify([schema, name.toLowerCase()]).toLowerCase();
}

// src/engine/direct/check-data.ts
/**
* What stands in the way of a statement, and what it costs.
*
* @param session with our settings, which it has again afterwards
* @param known what the server has said of itself already
* @throws GhostshipError `unsupported-statement`, `unknown-table`, `unsupported-table`, `invalid-statement`,
*   `missing-privileges`, `statement-not-allowed` above the limit
*/
async function checkData(session, work, known = null) {
	const server = known ?? await askServer(session);
	refuseOtherQuotes(work, server);
	for (const table of work.tables) await refuseTable(session, table);
	const { rows, calls } = await estimate(session, server, work);
	if (rows === null) return {
		rows,
		calls
	};
	const examined = work.rows + rows;
	refuseTooMany(work, examined, calls);
	return {
		rows: examined,
		calls
	};
}
/** @throws GhostshipError `statement-not-allowed` above the limit */
function refuseTooMany(work, examined, calls = []) {
	if (examined <= work.maxRows) return;
	const unlessCalls = calls.length === 0 ? "" : ` What ${calls.join(", ")} would give is not asked for this.`;
	throw new GhostshipError("statement-not-allowed", `${work.place} would examine about ${examined} rows, more than the ${work.maxRows} of max-data-rows.${unlessCalls}`, { hint: "Its rows would be locked until all of it is done. Write several statements that examine fewer rows each, such as one for each of some ranges of the key, or set a larger max-data-rows in the config file." });
}
/** A server that reads the statement in another way than it was read would run something else. */
function refuseOtherQuotes({ statement, quoting, place }, { sqlMode }) {
	const now = quotingOf(sqlMode.split(","));
	if (!(statement.includes("\"") && now.ansiQuotes !== quoting.ansiQuotes || statement.includes("\\") && now.plainBackslashes !== quoting.plainBackslashes)) return;
	throw new GhostshipError("unsupported-statement", `The quotes and backslashes of ${place} were read by another sql_mode than the server has now, which is ${sqlMode === "" ? "empty" : sqlMode}.`, { hint: "The sql_mode was changed meanwhile. Run this again." });
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
async function estimate(session, { flavor }, work) {
	const { text, calls } = await withoutCalls(session, work, work.database, flavor);
	try {
		await session.run(withSettingsOfPersons);
		return {
			rows: rowsExamined(await session.rows(explain(raw(text), flavor))),
			calls
		};
	} catch (error) {
		if (isUnreadable(error, calls)) return {
			rows: null,
			calls
		};
		throw error instanceof ServerError ? refusedByServer(error, work.place) : error;
	} finally {
		if (session.alive) await session.run(withOurSettings);
	}
}
/** Whether the server does not read what stands for calls: then the statement itself may be right. */
function isUnreadable(error, calls) {
	return calls.length > 0 && isServerError(error, "ER_PARSE_ERROR");
}
function refusedByServer(error, place) {
	const denied = isDenied(error);
	return new GhostshipError(denied ? "missing-privileges" : "invalid-statement", `The server refuses ${place}: ${error.message}`, {
		hint: denied ? "Grant what the message names. No row was changed." : "Correct the statement or the rows; this statement has changed nothing.",
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
* @param allow with `zero-dates`, columns may have them for their defaults whatever the server's sql_mode
* @returns whether it was made
* @throws GhostshipError `missing-privileges`, `invalid-statement` with the server's words, `connection-lost`,
*   `cannot-connect`
*/
async function createTable(creation, target, allow, noteSent) {
	try {
		var _usingCtx$2 = _usingCtx();
		const session = _usingCtx$2.a(await connect(target, "creating a table", personal));
		const server = await askServer(session);
		refuseTarget(server);
		await refuseUses(session, server, creation.uses);
		const { unlessThere } = creation;
		let sent = null;
		try {
			const isThere = unlessThere !== null && await inspectTable(session, unlessThere) !== null;
			const { madeAnew } = creation;
			if (madeAnew !== null && await inspectTable(session, madeAnew) === null) {
				sent = sentCreation(target, session, madeAnew);
				await noteSent(sent);
			}
			if (allow.includes("zero-dates")) await session.run(withSqlMode(givenSqlMode(withZeroDates(server.sqlMode))));
			await session.run(raw(creation.statement));
			return !isThere;
		} catch (error) {
			const became = error instanceof ConnectionLost && sent !== null ? await settleSent(target, session, sent) : null;
			if (became === "done") return true;
			throw became === "not done" ? notCreated(error, creation) : explainCreating(error, creation);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function notCreated(cause, { table }) {
	return new GhostshipError("connection-lost", `${sentence(messageOf(cause))} ${table} was not created.`, {
		hint: "Check that the server is up and run this again.",
		cause
	});
}
/** What the server says of the statement, for the person who wrote it. */
function explainCreating(error, { table, place, statement }) {
	if (error instanceof ServerError) {
		const denied = isDenied(error);
		return new GhostshipError(denied ? "missing-privileges" : "invalid-statement", `The server refused ${place}: ${error.message}`, {
			hint: denied ? deniedHint : hintFor(error, "Correct the statement; no table was created.", statement),
			cause: error
		});
	}
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", `${sentence(error.message)}`, {
		hint: `Look whether ${table} exists. If it does not, run this again; if it does, drop it first or leave the statement out.`,
		tableState: "unknown",
		cause: error
	});
	return error;
}

// src/engine/direct/look-for-table.ts
/** Whether the server takes ALTER TABLE IF EXISTS, and only notes that the table is not there. */
function takesIfExists({ flavor }) {
	return flavor === "mariadb";
}
/** Whether there is nothing to alter, where the statement says IF EXISTS. */
async function isPassedOver(table, target) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "looking for a table"));
		return takesIfExists(await askServer(session)) && await inspectTable(session, table) === null;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

// src/commands/statements/data-work.ts
/** What the engine must know of a statement that changes rows, for plan and migrate alike. */
function dataWork(statement, task, target, { values }) {
	return {
		statement: statement.text,
		quoting: statement.quoting,
		place: placeOf(statement),
		tables: task.tables.map((table) => qualify(table, target.database)),
		database: target.database,
		rows: task.rows,
		maxRows: values["max-data-rows"],
		maxStatementMs: 3e4
	};
}

export { explainCreating as a, refuseTooMany as c, tellWhoKeeps as d, createTable as i, refusedByServer as l, isPassedOver as n, checkData as o, takesIfExists as r, isUnreadable as s, dataWork as t, withoutCalls as u };