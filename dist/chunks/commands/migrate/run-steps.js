import { n as __name } from "../../rolldown-runtime.js";
import { n as messageOf, t as GhostshipError } from "../../support/errors.js";
import { a as wholeSeconds, i as sleepUncancelled, n as reasonOf, o as onAbort, r as sleep, t as nowMs } from "../../support/clock.js";
import { a as isDuplicate, c as isPassing, i as isBadData, l as isServerError, n as ConnectionLost, r as ServerError, s as isLockConflict, t as _usingCtx } from "../../mysql/server-errors.js";
import { i as personal, n as connectDriver, o as streaming, t as connect } from "../../mysql/session.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { C as inspectTable, D as unknownTable, E as withoutCounter, _ as setIdleLimit, b as swapTables, c as createSentry, d as lockTables, f as selectHolders, g as sentryComment, h as selectPendingExclusive, i as dropRetired, l as killConnection, m as selectOpenTransactions, o as readComments, p as selectMetadataLockInstrument, r as createGhost, s as recreateGhost, t as carryAutoIncrement, u as killQuery, v as setLockWait, w as readCreateStatement, x as unlockTables } from "../../engine/tables/ghost.js";
import { C as dropForeignKeys, D as ourMark, c as dropIndexes, d as enlargeSortBuffer, f as getLock, g as selectStage, p as isUsedLock, r as buildWithOneThread, t as addIndexes, u as dropTable, v as selectZero, w as readForeignKeys, x as addForeignKeys } from "../../sql/ghost.js";
import { A as temporalLiteral, B as alterClone, C as keyIn, D as bytesLiteral, E as qualified, F as hasRelatives, G as refuseForeignKeyAdded, H as findProcess, I as hasReplicas, K as ghostColumnOf, N as openClone, O as padded, P as needsOwnSchema, R as isWorthDoingOnServer, S as ghostKey, T as originalKey, U as isAnyIn, V as refuseStatement, W as refuseRetiring, _ as copyRange, a as probeRows, b as selectKeys, c as Triggers, d as refuseNewRelations, f as planCopy, g as copyKeys, h as readKey, i as inUsualQuotes, j as keepOutOfBinlog, k as selectKeyPart, l as requireAlter, m as Chunker, n as openControlConnection, o as refuseCopy, p as chooseDeferral, r as Sessions, t as engineOptions, u as inspectOriginal, v as deleteKeys, w as keyRange, x as bytes, z as letServerAlter } from "../../engine.js";
import { d as readMark, g as writeStatus, h as writeHeartbeat, n as lockName, p as selectCommands, r as nameTables } from "../../engine/tables/table-names.js";
import { C as xaRecover, d as showBinlogStatus, m as showMasterStatus, u as selectTableId, w as xaRecoverReadable, x as showWarnings, y as showStatus } from "../../sql/inspect.js";
import { i as tokenize, n as parseStatement } from "../../sql.js";
import { n as isCertain, t as describeHazard } from "../../engine/probes/hazard.js";
import { t as decompress$1 } from "../../../packages/fzstd.js";
import { t as ZongJi } from "../../../packages/vlasky-zongji.js";
import { t as describeTarget } from "../../mysql/target.js";
import { n as labelOf, r as placeOf } from "../statements/file-statement.js";
import { t as qualify } from "../statements/task.js";
import { n as failed, r as notStarted } from "./run-outcome.js";
import { randomInt } from "node:crypto";
import * as zlib from "node:zlib";
import { inflateSync } from "node:zlib";

// src/support/doorbell.ts
/**
* Wakes those who wait for news, without saying what the news is: they look for themselves. A ring with nobody at the
* door is remembered, so that news between a look and a wait is not missed.
*/
var Doorbell = class {
	#rung = false;
	#waiting = /* @__PURE__ */ new Set();
	ring() {
		if (this.#waiting.size === 0) {
			this.#rung = true;
			return;
		}
		const waiting = this.#waiting;
		this.#waiting = /* @__PURE__ */ new Set();
		for (const wake of waiting) wake();
	}
	/** Resolves at the next ring, after `timeoutMs`, or when the signal is aborted; the caller looks which it was. */
	async wait(signal, timeoutMs = null) {
		if (this.#rung || signal.aborted) {
			this.#rung = false;
			return;
		}
		await new Promise((resolve) => {
			const timer = timeoutMs === null ? null : setTimeout(() => done(), timeoutMs);
			const done = () => {
				if (timer !== null) clearTimeout(timer);
				this.#waiting.delete(done);
				listening[Symbol.dispose]();
				resolve();
			};
			const listening = onAbort(signal, done);
			this.#waiting.add(done);
		});
	}
};

// src/commands/ledger/ledger-entry.ts
/** A running migration gives a sign of life at least this often. */
const livenessMs = 1e4;
/** Pauses before each further try to write the end of a migration. Their sum is longer than the restart of a server. */
const retryPausesMs = [
	500,
	1e3,
	2e3,
	4e3,
	8e3,
	16e3
];
/**
* The ledger's row of a running migration. Notes are written while the engine works on, one at a time, and only the newest
* state. A note that cannot be written does not disturb the migration.
*/
var LedgerEntry = class {
	#ledger;
	#id;
	#news = new Doorbell();
	#closing = new AbortController();
	#writing;
	#state = "preflight";
	constructor(ledger, id) {
		this.#ledger = ledger;
		this.#id = id;
		this.#writing = this.#keepWriting();
	}
	note(event) {
		if (event.type !== "state" || event.state === this.#state) return;
		this.#state = event.state;
		this.#news.ring();
	}
	/**
	* Writes how it ended. With an older state in its row, the statement would be run again. So this is tried for half a minute.
	*
	* @returns why it could not be written, `null` when it was
	*/
	async finish(outcome) {
		await this[Symbol.asyncDispose]();
		for (let attempt = 0;; attempt += 1) try {
			await this.#ledger.finish(this.#id, outcome);
			return null;
		} catch (error) {
			const pauseMs = retryPausesMs[attempt];
			if (pauseMs === void 0) return messageOf(error);
			await sleep(pauseMs, new AbortController().signal);
		}
	}
	async [Symbol.asyncDispose]() {
		this.#closing.abort();
		await this.#writing;
	}
	async #keepWriting() {
		while (!this.#closing.signal.aborted) {
			await this.#ledger.advance(this.#id, this.#state).catch(() => void 0);
			await this.#news.wait(this.#closing.signal, livenessMs);
		}
	}
};

// src/engine/direct/create-table.ts
/**
* A new table has no rows and no users: the server makes it as the statement says.
*
* @returns that no table was retired
* @throws GhostshipError `invalid-statement` with the server's words, `connection-lost`, `cannot-connect`
*/
async function createTable(creation, target) {
	try {
		var _usingCtx$12 = _usingCtx();
		const session = _usingCtx$12.a(await connect(target, "creating a table", personal));
		try {
			await session.run(raw(creation.statement));
			return null;
		} catch (error) {
			throw explain(error, creation);
		}
	} catch (_) {
		_usingCtx$12.e = _;
	} finally {
		await _usingCtx$12.d();
	}
}
function explain(error, { table, place }) {
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

// src/engine/relations/foreign-keys.ts
/** The foreign keys of the table itself, on their way to the altered table; none of those of other tables. */
var ForeignKeys = class {
	#names;
	#own;
	#carried;
	/** @throws GhostshipError `invalid-statement` where the statement drops a column that a carried key needs */
	constructor(names, original, map, option) {
		this.#names = names;
		this.#own = readForeignKeys(original.createStatement, original.table.schema);
		this.#carried = option === "carry" ? this.#own.map((key) => follow(key, map, original.table)) : [];
	}
	/** What a RENAME of the original locks besides, and must have locked before. */
	get parents() {
		return [...new Map(this.#own.map(({ parent }) => [`${parent.schema}.${parent.name}`, parent])).values()];
	}
	/**
	* Adds them to the empty ghost and takes them back.
	*
	* @throws GhostshipError `invalid-statement`, `missing-privileges`, `cutover-gave-up`
	*/
	async tryOut(sessions, lockBudgetMs) {
		try {
			var _usingCtx$11 = _usingCtx();
			if (this.#carried.length === 0) return;
			const session = _usingCtx$11.a(await sessions.open("trying the foreign keys out"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			try {
				await this.place(session);
				await session.run(dropForeignKeys(this.#names.ghost, namesOf(this.#carried)));
			} catch (error) {
				throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
			}
		} catch (_) {
			_usingCtx$11.e = _;
		} finally {
			await _usingCtx$11.d();
		}
	}
	/** @param session under the cutover lock the one that holds it */
	async place(session) {
		if (this.#carried.length > 0) await session.run(addForeignKeys(this.#names.ghost, this.#carried));
	}
	/** After an attempt that failed, before anything is written to the ghost again. */
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#carried.length === 0) return;
			await dropOwnForeignKeys(_usingCtx3.a(await open("taking the foreign keys back from the ghost")), this.#names.ghost);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/** Or else parents could not be deleted because of rows that nobody uses any more. */
	async dropFromRetired(session) {
		if (this.#own.length > 0) await dropOwnForeignKeys(session, this.#names.retired);
	}
};
/** Those that the table has now; a table that is not there has none. */
async function dropOwnForeignKeys(session, table) {
	const createStatement = await readCreateStatement(session, table).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR")) return "";
		throw error;
	});
	const present = readForeignKeys(createStatement, table.schema);
	if (present.length > 0) await session.run(dropForeignKeys(table, namesOf(present)));
}
function follow(key, map, table) {
	const columns = key.columns.map((column) => {
		const now = ghostColumnOf(map, column);
		if (now !== void 0) return now;
		throw new GhostshipError("invalid-statement", `The foreign key ${key.name} of ${table.name} needs the column ${column}, which the statement drops.`, { hint: "Drop the foreign key first." });
	});
	return {
		...key,
		columns
	};
}
function namesOf(keys) {
	return keys.map(({ name }) => name);
}
function notCarried(table, error) {
	const words = error.message;
	if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) return new GhostshipError("cutover-gave-up", `A table that ${table.name} refers to was in use for too long.`, {
		hint: "Look for long transactions on it and run the migration again.",
		cause: error
	});
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR");
	return new GhostshipError(isDenied ? "missing-privileges" : "invalid-statement", `The foreign keys of ${table.name} cannot be carried over to the altered table: ${words}`, {
		hint: isDenied ? "Grant REFERENCES on the tables it refers to." : "Its own ALTER TABLE would fail in the same way.",
		cause: error
	});
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
		var _usingCtx$10 = _usingCtx();
		const session = _usingCtx$10.a(await connect(target, "retiring a table"));
		await takeNameLock$1(session, asked);
		const definition = await inspectTable(session, asked);
		if (definition === null) {
			if (ifExists) return null;
			throw await unknownTable(session, asked, "Check its name, and the database of target. DROP TABLE IF EXISTS accepts that it is gone.");
		}
		const { table } = definition;
		const { retired } = nameTables(table, false);
		await refuseRetiring(session, definition);
		if (await inspectTable(session, retired) !== null) throw new GhostshipError("leftover-tables", `${retired.name} exists already.`, { hint: `Look whether its rows are still needed. Run cleanup, or drop ${retired.name} yourself, then run this again.` });
		await rename(session, table, retired, target, lockBudgetMs);
		await releaseParents(session, table, retired, target);
		return retired.name;
	} catch (_) {
		_usingCtx$10.e = _;
	} finally {
		await _usingCtx$10.d();
	}
}
/** The lock a migration of this table would hold; it goes with the session. */
async function takeNameLock$1(session, table) {
	const [row] = await session.rows(getLock(lockName(table), 0));
	if (Number(row?.taken) === 1) return;
	throw new GhostshipError("already-running", `A migration of ${table.name} is running on this server.`, { hint: "Look at it with `ghostship status`; wait for it, or stop it with `ghostship abort`." });
}
__name(takeNameLock$1, "takeNameLock");
async function rename(session, table, retired, target, lockBudgetMs) {
	await session.run(setLockWait(Math.max(1, Math.floor(lockBudgetMs / 1e3))));
	try {
		await session.run(renameTable(table, retired));
	} catch (error) {
		if (error instanceof ConnectionLost) return confirmRename(table, retired, target, error);
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
async function confirmRename(table, retired, target, cause) {
	const found = await lookAgain$1(table, retired, target);
	if (found?.retired === true && !found.original) return;
	throw new GhostshipError("connection-lost", `${cause.message}.`, {
		hint: found === null ? `Look whether ${table.name} is there or ${retired.name}, before anything else is run.` : `${table.name} is as it was. Run this again.`,
		tableState: found === null ? "unknown" : "unchanged",
		cause
	});
}
async function lookAgain$1(table, retired, target) {
	try {
		try {
			var _usingCtx4 = _usingCtx();
			const session = _usingCtx4.a(await connect(target, "looking whether the rename happened"));
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
__name(lookAgain$1, "lookAgain");

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
/** What the client library wants to hear. */
function startOptions(from) {
	const { file, offset, gtids } = from;
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

// src/engine/change-on-server.ts
/**
* Lets the server do what it can do instantly, or in place at little cost.
*
* @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter} throws
*/
async function changeOnServer(context, signal) {
	const { request, control, original, alter, names, recorder } = context;
	const { lockBudgetMs } = request.options;
	const isRehearsed = hasRelatives(original);
	const altered = isRehearsed ? await rehearse(context) : await tryOnGhost(context);
	if (altered.way === "copy" || !isWorthDoingOnServer(altered, alter, original, await hasReplicas(control.session))) return isRehearsed ? "ghost-not-altered" : "ghost-altered";
	const done = await letServerAlter(control.sessions, original.table, alter, altered.way, lockBudgetMs, signal);
	if (done === null) try {
		var _usingCtx$9 = _usingCtx();
		recorder.notice("The server can do this on an empty table but not on this one; it is copied.");
		const session = _usingCtx$9.a(await control.sessions.open("making the ghost anew"));
		await recreateGhost(session, names, original);
		return "ghost-not-altered";
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		await _usingCtx$9.d();
	}
	recorder.algorithm = altered.way;
	recorder.cutoverAttempt(done.attempts, done.lockedMs, null);
	return "done";
}
/** @throws GhostshipError `invalid-statement` with the server's words */
async function alterGhost({ control, original, alter, names }) {
	try {
		var _usingCtx3 = _usingCtx();
		const session = _usingCtx3.a(await control.sessions.open("altering the ghost"));
		await alterClone(session, names.ghost, original.table, alter, control.server.flavor, false);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** What the server says depends on foreign keys too, which the ghost has not. */
async function rehearse({ request, control, original, alter }) {
	try {
		var _usingCtx4 = _usingCtx();
		const { algorithm, foreignKeys } = request.options;
		const { flavor } = control.server;
		const session = _usingCtx4.a(await control.sessions.openWithChecks("trying the statement"));
		await keepOutOfBinlog(session, false);
		const clone = _usingCtx4.a(await openClone(session, {
			original,
			alter,
			flavor,
			foreignKeys,
			purpose: "migration"
		}));
		return await alterClone(session, clone.name, original.table, alter, flavor, algorithm === "auto");
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function tryOnGhost({ request, control, original, alter, names }) {
	try {
		var _usingCtx5 = _usingCtx();
		const session = _usingCtx5.a(await control.sessions.open("altering the ghost"));
		const tryCheapWays = request.options.algorithm === "auto";
		return await alterClone(session, names.ghost, original.table, alter, control.server.flavor, tryCheapWays);
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}

// src/binlog/statement-event.ts
/**
* Reads a statement the way it is logged: comments and all. Whatever mentions the table and is not known to change no
* rows is taken to change them, because stopping a migration costs time and missing a change costs rows; definitions are
* recognised by the table they name, because other tables have columns and indexes of the same name.
*
* Out of reach are statements that change the table without naming it: through a view, a stored function, or a trigger of
* another table, by a session with `binlog_format=STATEMENT`.
*
* @param schema the default schema of the session that ran it
*/
function readStatement(text, schema, watched) {
	if (text === "BEGIN" || text === "COMMIT") return nothing;
	const tokens = behindSetStatement(tokenize(text, {
		start: 0,
		end: text.length
	}, null));
	const [first, second, third] = tokens;
	if (first === void 0) return nothing;
	if (first.keyword === "XA") return readXa(second?.keyword ?? "", text.slice(third?.start ?? text.length));
	const touching = (table, what) => table === void 0 ? nothing : {
		kind: "touches",
		table,
		what
	};
	const mentioned = watched.find((table) => mentions(tokens, table, schema));
	const named = (names) => watched.find((table) => names.some((name) => same(name.name, table.name) && same(name.schema ?? schema, table.schema)));
	/** Whom a new foreign key refers to; its name alone means one beside the child. */
	const parentOf = (child) => watched.find((table) => refersTo(tokens, table, child.schema ?? schema));
	const statement = parseStatement(text, {
		start: first.start,
		end: text.length
	});
	switch (statement.kind) {
		case "alter-table":
			if (statement.clauses.some(({ kind }) => kind === "partition")) return touching(mentioned, "definition");
			return touching(named([statement.table]) ?? parentOf(statement.table), "definition");
		case "truncate-table": return touching(named([statement.table]), "definition");
		case "create-table":
			if (statement.temporary) return nothing;
			return touching((statement.replaces ? named([statement.table]) : void 0) ?? parentOf(statement.table), "definition");
		case "drop-table": return statement.temporary ? nothing : touching(named(statement.tables), "definition");
		case "rename-table": return touching(named(statement.renames.flatMap(({ from, to }) => [from, to])), "definition");
		case "drop-database": return touching(watched.find((table) => same(statement.name.text, table.schema)), "definition");
		case "other":
			if (otherDefinitions.some((verb) => statement.verb.startsWith(verb))) return touching(mentioned, "definition");
			return changesNoRows(tokens) ? nothing : touching(mentioned, "rows");
	}
}
const nothing = { kind: "nothing" };
/** What else is logged and changes no row of a table that was there before. */
const rowlessVerbs = new Set("ALTER BEGIN COMMIT CREATE DROP FLUSH GRANT INSTALL RELEASE RENAME REVOKE ROLLBACK SAVEPOINT SET START UNINSTALL".split(" "));
/** MariaDB's ANALYZE in front of a statement runs it. */
function changesNoRows([first, second]) {
	if (first?.keyword === "ANALYZE") return ["TABLE", "TABLES"].includes(second?.keyword ?? "");
	return rowlessVerbs.has(first?.keyword ?? "");
}
/** A trigger would be lost with the old table; the others write the table anew. */
const otherDefinitions = [
	"CREATE TRIGGER",
	"DROP TRIGGER",
	"OPTIMIZE",
	"REPAIR"
];
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
		default: return nothing;
	}
}
function mentions(tokens, table, schema) {
	return tokens.some((token, at) => {
		if (token.kind !== "word" && token.kind !== "identifier") return false;
		const qualifier = tokens[at - 1]?.text === "." ? tokens[at - 2]?.text : void 0;
		return same(token.text, table.name) && same(qualifier ?? schema, table.schema);
	});
}
function refersTo(tokens, table, schema) {
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
/** Without case: on some machines the servers fold it, and a stop too many does no harm. */
function same(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}

// src/engine/changes/prepared-xa.ts
/**
* Waits until all XA transactions that are prepared now have ended. Their rows are in the binlog before the position where the
* stream starts, and become visible after it, so no row event will tell of them. They must end before the first row is copied.
* The stream ignores their commits until the first heartbeat has come back. Later it stops at an unknown commit.
* Call it once the position is known.
*
* @throws GhostshipError `binlog-not-usable`
*/
async function waitForPreparedXa(session, signal) {
	const list = () => listAll(session);
	await waitUntilGone(await list(), list, {
		timeoutMs: 1e4,
		lookEveryMs: 200
	}, stillPrepared, signal);
}
/**
* Waits until readers see what these XA transactions changed. The stream has delivered their commits.
*
* MariaDB writes the commit of a prepared XA transaction to the binlog first and then tells the engine, in no order with other
* commits. So a later heartbeat in the binlog proves nothing (measured on 10.11, with little processor time for the committing
* thread: one in ten was not visible when the heartbeat was). The transaction leaves XA RECOVER after the engine has committed it.
* MySQL commits in order.
*
* @param xids as {@link writeXid} writes them
* @throws GhostshipError `stream-broken` where one is still listed after a minute
*/
async function waitForXaCommits(xids, flavor, session, signal) {
	if (flavor === "mysql") return;
	const list = () => listByName(session);
	await waitUntilGone(xids, list, {
		timeoutMs: 6e4,
		lookEveryMs: 2
	}, notSeenToEnd, signal);
}
async function waitUntilGone(waitingFor, list, { timeoutMs, lookEveryMs }, tooLate, signal) {
	if (waitingFor.length === 0) return;
	const until = nowMs() + timeoutMs;
	for (;;) {
		const listed = new Set(await list());
		const left = waitingFor.filter((xid) => listed.has(xid));
		if (left.length === 0) return;
		if (nowMs() > until) throw tooLate(left.length);
		await sleep(lookEveryMs, signal);
	}
}
/** A user who may not ask gets an empty list. Then only the stream checks for such transactions. */
async function listAll(session) {
	return (await session.rows(xaRecover).catch(() => [])).map((row) => JSON.stringify(row));
}
/** On MariaDB every user may ask. */
async function listByName(session) {
	return (await session.rows(xaRecoverReadable)).map(({ formatID, data }) => readXid(String(data), Number(formatID)));
}
/** The server writes `X'6162',X'63'`, or plain text where nothing has to be escaped. It leaves out an empty branch. */
function readXid(data, formatId) {
	const parts = [...data.matchAll(/(X?)'([^']*)'/gu)].map(([, isHex, text]) => Buffer.from(text ?? "", isHex === "X" ? "hex" : "latin1"));
	return writeXid(parts[0] ?? Buffer.of(), parts[1] ?? Buffer.of(), formatId);
}
function stillPrepared(count) {
	return new GhostshipError("binlog-not-usable", `${count} XA transactions are prepared and neither committed nor rolled back. Their changes cannot be followed.`, { hint: "Commit or roll them back (XA RECOVER lists them), then run the migration again." });
}
function notSeenToEnd() {
	return new GhostshipError("stream-broken", "An XA transaction was committed. A minute later it, or another with the same xid, was still prepared. It is not known whether its changes can be read.", { hint: "Commit or roll back what XA RECOVER lists, give every XA transaction an xid of its own, and run the migration again." });
}

// src/engine/copy/retry-budget.ts
const budgetMs = 1e4;
const minAttempts = 8;
/** How long and how often something is tried again before its failure counts. */
var RetryBudget = class {
	#counts;
	#startedAt = null;
	#attempts = 0;
	/** @param counts false while a failure proves nothing; time and attempts are counted from when it first is true */
	constructor(counts = () => true) {
		this.#counts = counts;
	}
	/** Call it once for each attempt that failed. */
	isSpent() {
		if (this.#startedAt === null && !this.#counts()) return false;
		this.#startedAt ??= nowMs();
		this.#attempts++;
		return this.#attempts >= minAttempts && nowMs() - this.#startedAt > budgetMs;
	}
};

// src/engine/copy/row-errors.ts
/** Explains an error about a row of the original that cannot be a row of the ghost. Returns any other error as it is. */
function dataDoesNotFit(error, original) {
	if (!isBadData(error)) return error;
	return new GhostshipError("data-does-not-fit", `A row of ${original.name} does not fit the altered table: ${error.message}`, {
		hint: "Correct the rows, or change the statement, and run the migration again.",
		cause: error
	});
}
function duplicateRows(error, original) {
	return new GhostshipError("duplicate-rows", `Rows of ${original.name} collide under a unique key of the altered table: ${error.message}`, {
		hint: "Remove the duplicates (SELECT … GROUP BY the key’s columns HAVING COUNT(*) > 1 lists them) and run the migration again.",
		cause: error
	});
}

// src/engine/copy/warnings.ts
/**
* Warnings about words in our own SQL that the server will not support for ever (`_utf8mb3`, an old collation):
* ER_WARN_DEPRECATED_SYNTAX, …_NO_REPLACEMENT, ER_DEPRECATED_UTF8_ALIAS, ER_WARN_DEPRECATED_UTF8MB3_COLLATION. They say
* nothing about rows.
*/
const deprecations = /* @__PURE__ */ new Set([
	1287,
	1681,
	3719,
	3778
]);
/**
* Stops the migration at a warning that is not a Note. In strict mode most harmful conversions are errors. A Note is harmless:
* the server's own ALTER gives the same ones (a DECIMAL that loses digits after the point, a DATETIME that loses its time).
*
* @param warningCount the number in the statement's own answer. The list of warnings can be cut short, this number cannot.
* @throws GhostshipError `unexpected-warning` with the server's words
*/
async function refuseWarnings(session, warningCount, doing) {
	if (warningCount === 0) return;
	const listed = await session.rows(showWarnings);
	const harmful = listed.filter((row) => row.Level !== "Note" && !deprecations.has(Number(row.Code)));
	if (harmful.length === 0 && listed.length >= Math.min(warningCount, 65535)) return;
	const words = [...new Set(harmful.map(describe))].slice(0, 3).join("; ") || `${warningCount} warnings, and not all of them could be read`;
	throw new GhostshipError("unexpected-warning", `The server warned while ${doing}: ${words}`, { hint: "The server would change values on the way. Change the statement or the data so that it does not warn." });
}
function describe(row) {
	return `${String(row.Message)} (${String(row.Code)})`;
}

// src/engine/copy/copier.ts
/** Copies the whole table. Each session is one worker. */
async function copyAllRows(work, sessions, signal) {
	await Promise.all(sessions.map((session, worker) => copyChunks(work, session, worker, signal)));
}
/** One worker: claims chunks and copies them until none is left. */
async function copyChunks(work, session, worker, signal) {
	for (;;) {
		await work.throttle.pass(signal);
		await work.pace.pass(worker, "copying", work.chunker, signal);
		const chunk = await work.chunker.claim(session, work.sizer.rows);
		if (chunk === null) return work.pace.endTurns();
		work.chunker.complete(chunk, await copyChunk(work, session, chunk, signal));
	}
}
/** @returns how many rows the chunk has */
async function copyChunk(work, session, chunk, signal) {
	for (const budget = new RetryBudget();;) {
		signal.throwIfAborted();
		try {
			const startedAt = nowMs();
			const { affectedRows, warningCount } = await session.run(copyRange(work.tables, chunk, work.sizer.restEvery));
			await refuseWarnings(session, warningCount, "copying rows");
			work.sizer.learn(affectedRows, nowMs() - startedAt);
			work.onCopied(affectedRows);
			return affectedRows;
		} catch (error) {
			if (isDuplicate(error)) return handToApplier(work, session, chunk);
			if (!isLockConflict(error) || budget.isSpent()) throw dataDoesNotFit(error, work.tables.original);
		}
	}
}
/**
* A row of the ghost holds a unique value that its row in the original may have given up since (I6). The applier can resolve
* that row by row. So every key of the chunk becomes a changed key, and its row is counted when it is applied.
*/
async function handToApplier(work, session, chunk) {
	const rows = await session.rows(selectKeys(work.tables, chunk));
	work.onDuplicates(rows.map((row) => readKey(work.tables, row)));
	return rows.length;
}

// src/engine/cutover/errors.ts
/** This attempt does not fit; a later one may. */
var NotNow = class extends Error {};
/** For errors while nothing is locked and nothing is swapped: before the lock, or once it is known that nothing changed. */
function notNowIfPassing(error) {
	if (!isPassing(error)) throw error;
	return {
		swapped: false,
		lockedMs: 0,
		why: error.message
	};
}
function gaveUp(names, attempts, why) {
	return new GhostshipError("cutover-gave-up", `The cutover of ${names.original.name} found no moment in ${attempts} attempts: ${why}.`, { hint: "Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
}
function unconfirmed(names, cause) {
	const { original, ghost, retired } = names;
	return new GhostshipError("cutover-unconfirmed", `The connection broke during the swap and the server cannot be asked whether ${original.name} was swapped.`, {
		hint: `Look with SHOW TABLES: if ${ghost.name} is gone, ${original.name} is the altered table and ${retired.name} the old one; if ${ghost.name} is there, nothing was changed.`,
		tableState: "unknown",
		cause
	});
}

// src/engine/cutover/which-table.ts
/** Reads from the tables themselves what each name stands for at this moment. */
async function whichTableIsWhich(session, names) {
	const { original, ghost, retired } = names;
	const comments = await readComments(session, [
		original,
		ghost,
		retired
	]);
	const sentry = comments.get(retired) === sentryComment;
	if (!comments.has(original)) return {
		state: "unclear",
		sentry
	};
	if (comments.has(ghost)) return {
		state: "unchanged",
		sentry
	};
	return {
		state: comments.has(retired) && !sentry ? "swapped" : "unclear",
		sentry
	};
}
/** Drops the sentry and nothing else: by now the retired original may have its name. */
async function dropSentry(session, names) {
	const { sentry } = await whichTableIsWhich(session, names);
	if (sentry) await session.run(dropTable(names.retired));
}

// src/engine/cutover/conclude-attempt.ts
const askForMs = 6e4;
const askAgainMs = 500;
const killAgainMs = 20;
/**
* What the attempt came to. Which table is which is asked of the server: the answer of the RENAME may have been lost.
* @throws GhostshipError `cutover-unconfirmed`
*/
async function concludeAttempt(work, ended) {
	const { renamerId, renamed, failure, lockedMs } = ended;
	if (renamed?.ok === true && failure === null) return {
		swapped: true,
		lockedMs
	};
	const state = await askUntilAnswered(work, renamerId);
	if (state === "swapped") return {
		swapped: true,
		lockedMs
	};
	if (state === "unclear") throw unconfirmed(work.names, failure);
	await cleanUp(work).catch((error) => {
		if (!isPassing(error)) throw error;
	});
	if (renamed?.ok === false && renamed.refusal !== null) throw renamed.refusal;
	if (failure === null) return {
		swapped: false,
		lockedMs,
		why: renamed?.why ?? "the swap did not happen"
	};
	if (failure instanceof NotNow || isPassing(failure)) return {
		swapped: false,
		lockedMs,
		why: failure.message
	};
	throw failure;
}
/** Asks the server until it answers: the connection broke when the tables may have been swapped. */
async function askUntilAnswered(work, renamerId) {
	const deadline = nowMs() + askForMs;
	for (;;) try {
		try {
			var _usingCtx$8 = _usingCtx();
			const session = _usingCtx$8.a(await work.open("asking which table is which"));
			await waitForEndOf(session, renamerId);
			return (await whichTableIsWhich(session, work.names)).state;
		} catch (_) {
			_usingCtx$8.e = _;
		} finally {
			await _usingCtx$8.d();
		}
	} catch (error) {
		if (nowMs() > deadline) throw unconfirmed(work.names, error);
		await sleepUncancelled(askAgainMs);
	}
}
/** A RENAME whose answer was lost may still wait on the server. Nothing is certain before it is gone. */
async function waitForEndOf(session, renamerId) {
	for (;;) {
		const process = await findProcess(session, renamerId);
		if (process === null || !/^rename/iu.test(process.statement)) return;
		await session.run(killConnection(renamerId)).catch((error) => {
			if (!isServerError(error, "ER_NO_SUCH_THREAD")) throw error;
		});
		await sleepUncancelled(killAgainMs);
	}
}
async function cleanUp(work) {
	try {
		var _usingCtx3 = _usingCtx();
		const session = _usingCtx3.a(await work.open("cleaning up after a cutover attempt"));
		await dropSentry(session, work.names);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}

// src/engine/cutover/lock-budget.ts
/** The shortest time that a RENAME can be told to wait for its locks: one second of lock_wait_timeout. */
const minRenameMs = 1e3;
const minLockMs = 50;
/** What the steps between the lock and the RENAME need at least. */
const minStepsMs = 200;
/** All the time that one attempt may make writers wait, counted from its creation. */
var LockBudget = class {
	#totalMs;
	#startedAt = nowMs();
	constructor(totalMs) {
		this.#totalMs = totalMs;
	}
	get usedMs() {
		return nowMs() - this.#startedAt;
	}
	get leftMs() {
		return this.#totalMs - this.usedMs;
	}
	/** How long the attempt may wait for the lock. */
	get maxLockMs() {
		return Math.max(minLockMs, Math.min(this.#totalMs / 2, this.#totalMs - minRenameMs - minStepsMs));
	}
	/** How long the last changes may take from now on, so that enough is left for the RENAME. */
	get maxFinishMs() {
		return Math.max(0, Math.floor(this.leftMs - minRenameMs));
	}
	get allowsRename() {
		return this.leftMs >= minRenameMs;
	}
	/** After so long without a statement the server closes the connection that holds the lock. */
	get idleLimitSeconds() {
		return wholeSeconds(this.#totalMs) + 1;
	}
};

// src/engine/cutover/rename.ts
/** The RENAME of one attempt. */
var Rename = class {
	#session;
	#names;
	#running = null;
	#result = null;
	/** @param session the one that renames */
	constructor(session, names) {
		this.#session = session;
		this.#names = names;
	}
	get session() {
		return this.#session;
	}
	start(budgetMs) {
		this.#running = this.#run(budgetMs).then((result) => {
			this.#result = result;
			return result;
		});
	}
	get isStarted() {
		return this.#running !== null;
	}
	get isEnded() {
		return this.#result !== null;
	}
	/** Waits for the end; `null` where it was never started. Never rejects. */
	async end() {
		return await this.#running;
	}
	async throwUnlessDone() {
		const result = await this.end();
		if (result?.ok === false) throw result.refusal ?? new NotNow(result.why);
	}
	async #run(budgetMs) {
		const { original, ghost, retired } = this.#names;
		try {
			await this.#session.run(setLockWait(wholeSeconds(budgetMs)));
			await this.#session.run(swapTables(original, ghost, retired));
			return {
				ok: true,
				why: null
			};
		} catch (error) {
			if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) return {
				ok: false,
				why: "a transaction that reads the table did not end in time",
				refusal: null
			};
			return {
				ok: false,
				why: messageOf(error),
				refusal: isRefusal(error) ? error : null
			};
		}
	}
};
/** ER_TABLE_EXISTS_ERROR is no refusal: the sentry was still there, as it should be. */
function isRefusal(error) {
	return error instanceof ServerError && !isPassing(error) && !isServerError(error, "ER_TABLE_EXISTS_ERROR");
}

// src/engine/cutover/attempt.ts
/** UNLOCK has a deadline of its own. A session that does not answer is cut off, which unlocks as well. */
const unlockDeadlineMs = 2e3;
const pollMs = 2;
const withdrawAgainMs = 500;
/** One attempt, as drawn in `cutover.ts`. */
async function attempt(work, signal) {
	try {
		var _usingCtx$7 = _usingCtx();
		const { names } = work;
		const locker = _usingCtx$7.a(await work.open("holding the lock at the cutover"));
		const renamer = _usingCtx$7.a(await work.open("renaming at the cutover"));
		const watcher = _usingCtx$7.a(await work.open("watching the cutover"));
		await dropSentry(watcher, names);
		await locker.run(createSentry(names.retired));
		const approach = await work.approach(signal);
		const result = await swapUnderLock(work, {
			locker,
			renamer,
			watcher
		}, signal).catch(notNowIfPassing);
		if (!result.swapped) await withdraw(approach, signal);
		return result;
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
	}
}
async function swapUnderLock(work, trio, signal) {
	const { locker, renamer, watcher } = trio;
	const budget = new LockBudget(work.lockBudgetMs);
	const rename = new Rename(work.oneSession === null ? renamer : locker, work.names);
	await locker.run(setIdleLimit(budget.idleLimitSeconds));
	const cutOff = setTimeout(() => locker.destroy(), work.lockBudgetMs + unlockDeadlineMs);
	let failure = null;
	try {
		await lock(work, trio, budget);
		await finishInTime(work, locker, budget, signal);
		if (!budget.allowsRename) throw new NotNow("the last changes took too long");
		await (work.oneSession === null ? queueRename(work, trio, rename, budget) : renameAlone(work, locker, rename, budget));
	} catch (error) {
		failure = error;
		if (rename.isStarted) await watcher.run(killQuery(renamer.id)).catch(() => {});
		if (locker.alive) await rename.end();
	}
	await unlock(locker);
	clearTimeout(cutOff);
	const renamed = await rename.end();
	return concludeAttempt(work, {
		renamerId: rename.session.id,
		renamed,
		failure,
		lockedMs: budget.usedMs
	});
}
/** A timer is finer than the whole seconds of `lock_wait_timeout`. A LOCK statement that is killed has locked nothing. */
async function lock(work, { locker, watcher }, { maxLockMs }) {
	await locker.run(setLockWait(wholeSeconds(maxLockMs + 999)));
	const timer = setTimeout(() => void watcher.run(killQuery(locker.id)).catch(() => {}), maxLockMs);
	try {
		const { original, ghost, retired } = work.names;
		await locker.run(lockTables(original, ghost, retired, [...work.sequences, ...work.oneSession?.parents ?? []]));
	} catch (error) {
		if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT", "ER_QUERY_INTERRUPTED")) throw new NotNow("another transaction holds the table");
		throw error;
	} finally {
		clearTimeout(timer);
	}
}
async function finishInTime(work, locker, budget, signal) {
	const deadline = AbortSignal.timeout(budget.maxFinishMs);
	try {
		await work.finish(locker, AbortSignal.any([signal, deadline]));
	} catch (error) {
		if (deadline.aborted && !signal.aborted) throw new NotNow("the last changes did not arrive within the lock budget");
		throw error;
	}
}
/** Puts the RENAME into the queue behind the lock, and drops the sentry once the RENAME waits there. */
async function queueRename(work, { locker, watcher }, rename, budget) {
	rename.start(budget.leftMs);
	await seeFirstInLine(work, rename, watcher, budget);
	await work.watch.confirmHolder(watcher, locker);
	await locker.run(dropTable(work.names.retired));
	await seeFirstInLine(work, rename, watcher, budget);
	if (await work.watch.isOvertaken(watcher)) throw new NotNow("a backup waits for the lock that the swap needs");
}
/** The session that holds the lock renames by itself. */
async function renameAlone(work, locker, rename, budget) {
	await locker.run(dropTable(work.names.retired));
	rename.start(budget.leftMs);
	await rename.throwUnlessDone();
	await work.oneSession?.afterSwap(locker);
}
async function seeFirstInLine(work, rename, watcher, budget) {
	while (!await work.watch.isFirstInLine(watcher, rename.session)) {
		if (rename.isEnded) throw new NotNow("the swap ended before its turn");
		if (budget.leftMs <= 0) throw new NotNow("the swap did not queue up in time");
		await sleepUncancelled(pollMs);
	}
}
async function unlock(locker) {
	const timer = setTimeout(() => locker.destroy(), unlockDeadlineMs);
	await locker.run(unlockTables).catch(() => locker.destroy());
	clearTimeout(timer);
}
/** Something may be in its way for a while. Until it is done nothing is applied and no other attempt is made. */
async function withdraw(approach, signal) {
	for (;;) try {
		await approach.withdraw();
		return;
	} catch (error) {
		if (!isPassing(error)) throw error;
		await sleep(withdrawAgainMs, signal);
	}
}

// src/engine/cutover/cutover.ts
/** After so long without a success the table is left as it is. */
const giveUpAfterMs$2 = 18e5;
const maxBackoffMs = 3e4;
/**
* Swaps ghost and original. While an attempt does not fit into its lock budget, the next one follows after a longer and longer
* pause.
*
* @throws GhostshipError `cutover-gave-up` (nothing changed), `cutover-unconfirmed` (a person must look)
*/
async function cutOver(work, signal) {
	const startedAt = nowMs();
	for (let attempts = 1;; attempts++) {
		const busy = await work.watch.waitUntilQuiet(signal);
		const result = busy === null ? await attempt(work, signal).catch(notNowIfPassing) : {
			swapped: false,
			lockedMs: 0,
			why: busy
		};
		const failure = result.swapped ? null : result.why;
		work.onAttempt(attempts, result.lockedMs, failure);
		if (failure === null) return;
		if (nowMs() - startedAt > giveUpAfterMs$2) throw gaveUp(work.names, attempts, failure);
		await sleep(Math.min(maxBackoffMs, 500 * 2 ** attempts), signal);
	}
}

// src/support/settle-all.ts
/** Like Promise.all, but no promise is left running when one fails. */
async function settleAll(promises) {
	const results = await Promise.allSettled(promises);
	for (const result of results) if (result.status === "rejected") throw result.reason;
}

// src/engine/relations/sequences.ts
/** The sequences (MariaDB) that columns default to. SHOW CREATE TABLE always writes them with their schema. */
function sequencesIn(createStatement) {
	const found = /* @__PURE__ */ new Map();
	for (const [name, schema = "", sequence = ""] of createStatement.matchAll(reference)) found.set(name, {
		schema: unquoteIdent(schema),
		name: unquoteIdent(sequence)
	});
	return [...found.values()];
}
const reference = /(?<=\b(?:next|last)val\()(`(?:[^`]|``)+`)\.(`(?:[^`]|``)+`)/gu;

// src/engine/copy/chunk-sizer.ts
const minRows = 50;
const mostRows = 2e4;
const firstRows = 1e3;
/** Decides how many rows a chunk has, by the time that the last chunks took and by the bytes of a row. */
var ChunkSizer = class {
	#pace;
	#rowBytes;
	#rows = firstRows;
	/** @param rowBytes the average length of a row, as the server estimates it */
	constructor(pace, rowBytes) {
		this.#pace = pace;
		this.#rowBytes = Math.max(rowBytes, 1);
	}
	get rows() {
		return Math.max(minRows, Math.min(this.#allowedRows, this.#rows));
	}
	/** How many rows a statement copies between two rests; `null` for a statement without rests. */
	get restEvery() {
		const { restRows, restBytes } = this.#pace.goal;
		const rows = Math.max(1, Math.floor(Math.min(restRows, restBytes / this.#rowBytes)));
		return Number.isFinite(rows) ? rows : null;
	}
	/** Chunks grow by at most half at a time and shrink at once. The time of a chunk with few rows says nothing. */
	learn(copiedRows, tookMs) {
		const { targetMs } = this.#pace.goal;
		if (copiedRows < this.rows / 2 && tookMs < targetMs) return;
		const factor = Math.min(1.5, targetMs / Math.max(tookMs, 1));
		this.#rows = Math.round(Math.max(minRows, Math.min(this.#allowedRows, this.rows * factor)));
	}
	get #allowedRows() {
		const { maxBytes, maxRows } = this.#pace.goal;
		return Math.min(mostRows, Math.floor(Math.min(maxRows, maxBytes / this.#rowBytes)));
	}
};

// src/sql/row-hash.ts
const low32 = raw("4294967295");
/** Odd, and different for every column, so that two values in each other's place are noticed. Knuth's and xxHash's primes to begin with. */
const multipliers = [
	2654435761,
	2246822519,
	3266489917,
	668265263,
	374761393,
	2870177451,
	1640531527,
	3432918353
];
/** Small numbers would leave the upper half of a product empty, and sums of such hashes are alike too often. */
const spread = raw("2146121005");
const spreadHigh = raw("1103515245");
/** Unsigned as the hashes are, or COALESCE would make a DECIMAL of both, which bit operations cut off at 2^63. */
const nullHash = raw("CAST(2718281829 AS UNSIGNED)");
/**
* The sum of a hash of each row: equal for equal rows in any order. Two sets of rows that differ in one value have the same
* sum with a probability of 2^-32. (SUM and not BIT_XOR, to which two equal differences are none.)
*/
function sumOfRows(columns, alias) {
	const terms = columns.map((column, index) => sql`(${hashed(column, alias)} * ${multiplier(index)})`);
	return sql`COALESCE(SUM(${join(terms, " ^ ")}), 0)`;
}
function multiplier(index) {
	return ((multipliers[index % multipliers.length] ?? 1) + 2 * Math.floor(index / multipliers.length) * 40503) % 2 ** 32;
}
function hashed({ name, hash, nullable }, alias) {
	const value = hashOf(qualified(name, alias), hash);
	return nullable ? sql`COALESCE(${value}, ${nullHash})` : value;
}
function hashOf(value, hash) {
	switch (hash) {
		case "integer": return spreadOut(sql`(${value} & ${low32})`, spread);
		case "big integer": return sql`(${spreadOut(sql`(${value} & ${low32})`, spread)} ^ ${spreadOut(sql`(${value} >> 32)`, spreadHigh)})`;
		case "number": return sql`CRC32(${value} + 0)`;
		case "bytes": return sql`CRC32(${value})`;
		case "float": return sql`CRC32(${value} + 0e0)`;
		case "text": return sql`CRC32(CAST(${value} AS CHAR))`;
	}
}
function spreadOut(value, by) {
	return sql`(${value} * ${by} & ${low32})`;
}

// src/sql/verify.ts
const s = raw("s");
const g = raw("g");
const converted = ident("ghostship_converted");
const keptKey = (index) => `ghostship_key_${index}`;
/**
* Whether both sides have the same sum and number of rows; one snapshot. Measured at 0.35 to 0.45 of the time that
* comparing row by row takes.
*/
function compareSums({ copy }, sums, range) {
	return sql`SELECT o.row_count AS original_rows, o.row_count = g.row_count AND o.row_sum = g.row_sum AS same FROM
    (SELECT COUNT(*) AS row_count, ${sumOfRows(sums.original, s)} AS row_sum FROM ${tableName(copy.original)} AS s
      FORCE INDEX (${ident(copy.index)}) WHERE ${keyRange(originalKey(copy.key, s), range)}) AS o,
    (SELECT COUNT(*) AS row_count, ${sumOfRows(sums.ghost, g)} AS row_sum FROM ${tableName(copy.ghost)} AS g
      FORCE INDEX (${ident(copy.ghostIndex)}) WHERE ${keyRange(ghostKey(copy.key, g), range)}) AS g`;
}
/** Rows in the range on both sides, and how many of them differ; one snapshot. */
function compareRange(tables, range) {
	const { copy } = tables;
	const ghostRows = sql`SELECT COUNT(*) FROM ${tableName(copy.ghost)} FORCE INDEX (${ident(copy.ghostIndex)})
    WHERE ${keyRange(ghostKey(copy.key), range)}`;
	return sql`SELECT COUNT(*) AS original_rows, COALESCE(SUM(${differs(tables)}), 0) AS different_rows,
      COUNT(g.${ident(copy.key[0]?.ghostName ?? "")}) AS copied_rows, (${ghostRows}) AS ghost_rows
    FROM ${joined(tables)} WHERE ${within(tables, { range })}`;
}
/**
* Types of the ghost, with the original's key beside them. It is only ever read from end to end; the primary key is there because
* `sql_require_primary_key` (MySQL) asks for one of temporary tables, too.
*/
function createConverted({ copy, columns }) {
	const values = columns.map(({ to }) => sql`g.${ident(to)}`);
	const keys = copy.key.map(({ original }, index) => sql`o.${ident(original.name)} AS ${ident(keptKey(index))}`);
	return sql`CREATE TEMPORARY TABLE IF NOT EXISTS ${converted}
    (ghostship_row BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB SELECT ${join([...values, ...keys])}
    FROM ${tableName(copy.ghost)} AS g JOIN ${tableName(copy.original)} AS o WHERE FALSE`;
}
const emptyConverted = sql`DELETE FROM ${converted}`;
function fillConverted({ copy, columns }, part) {
	const to = [...columns.map((column) => column.to), ...copy.key.map((_, index) => keptKey(index))].map(ident);
	const values = [...columns.map((column) => column.value), ...copy.key.map(({ original }) => ident(original.name))];
	return sql`INSERT INTO ${converted} (${join(to)}) SELECT ${join(values)} FROM ${tableName(copy.original)}
    FORCE INDEX (${ident(copy.index)}) WHERE ${condition(originalKey(copy.key), part)}`;
}
/** Keys (`k0`, `k1`, … as in the original) of rows that the ghost lacks or has with other values. */
function selectDifferences(tables, part, limit) {
	const { copy, converts } = tables;
	const keys = copy.key.map(({ original }, index) => {
		const column = converts ? {
			...original,
			name: keptKey(index)
		} : original;
		return sql`${selectKeyPart(column, s)} AS ${raw(`k${index}`)}`;
	});
	return sql`SELECT ${join(keys)} FROM ${joined(tables)}
    WHERE ${within(tables, part)} AND (${differs(tables)}) LIMIT ${limit}`;
}
/** Keys (as in the original) of ghost rows that the original does not have; the whole ghost where `part` is null. */
function selectSurplusRows({ copy }, part, limit) {
	const keys = copy.key.map(({ original, ghostName, exact }, index) => {
		const name = exact ? sql`CONVERT(g.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})` : null;
		return sql`${name === null ? selectKeyPart({
			...original,
			name: ghostName
		}, g) : sql`HEX(${name})`} AS ${raw(`k${index}`)}`;
	});
	const there = copy.key.map(({ original, ghostName, exact }) => {
		if (!exact) return sameValue(original, sql`o.${ident(original.name)}`, sql`g.${ident(ghostName)}`);
		return sql`${bytes(sql`o.${ident(original.name)}`)} <=> ${bytes(sql`CONVERT(g.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})`)}`;
	});
	const on = copy.key.flatMap(({ original, ghostName, exact }) => {
		const own = sql`o.${ident(original.name)}`;
		if (!exact) return [sql`${own} = g.${ident(ghostName)}`];
		const back = sql`CONVERT(g.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})`;
		return [sql`${own} = ${back} COLLATE ${raw(original.collation ?? "utf8mb4_bin")}`, sql`${bytes(own)} = ${bytes(back)}`];
	});
	return sql`SELECT ${join(keys)} FROM ${tableName(copy.ghost)} AS g FORCE INDEX (${ident(copy.ghostIndex)})
    LEFT JOIN ${tableName(copy.original)} AS o FORCE INDEX (${ident(copy.index)}) ON ${join(on, " AND ")}
    WHERE ${part === null ? raw("TRUE") : condition(ghostKey(copy.key, g), part)}
      AND NOT (${join(there, " AND ")}) LIMIT ${limit}`;
}
/** Every source row with its copy, or with NULLs. */
function joined({ copy, converts }) {
	const source = converts ? sql`${converted} AS s` : sql`${tableName(copy.original)} AS s FORCE INDEX (${ident(copy.index)})`;
	const same = copy.key.flatMap((pair) => sameKey(pair, converts));
	return sql`${source} LEFT JOIN ${tableName(copy.ghost)} AS g FORCE INDEX (${ident(copy.ghostIndex)}) ON ${join(same, " AND ")}`;
}
/** The temporary table holds the part and nothing else. */
function within({ copy, converts }, part) {
	return converts ? raw("TRUE") : condition(originalKey(copy.key, s), part);
}
function differs({ copy, columns, converts }) {
	const same = columns.map(({ from, to, comparison }) => compared(qualified(converts ? to : from, s), qualified(to, g), comparison));
	const missing = copy.key.slice(0, 1).map(({ original, ghostName }) => {
		const own = converts ? ghostName : original.name;
		return sql`NOT (${sameValue(original, qualified(ghostName, g), qualified(own, s))})`;
	});
	return join([...missing, sql`NOT (${join(same, " AND ")})`], " OR ");
}
/** MariaDB finds a YEAR unlike itself where it has put a constant in its place; a number it does not. */
function sameValue({ kind }, left, right) {
	return compared(left, right, { by: kind === "integer" ? "number" : "value" });
}
function condition(operands, part) {
	return "range" in part ? keyRange(operands, part.range) : keyIn(operands, part.keys);
}
function sameKey(pair, converts) {
	const ghostColumn = sql`g.${ident(pair.ghostName)}`;
	const own = converts ? sql`s.${ident(pair.ghostName)}` : sql`s.${ident(pair.original.name)}`;
	const equal = sql`${ghostColumn} = ${own}`;
	return pair.exact ? [equal, sql`${bytes(ghostColumn)} = ${bytes(own)}`] : [equal];
}
function compared(left, right, comparison) {
	switch (comparison.by) {
		case "value": return sql`${left} <=> ${right}`;
		case "characters": return sql`${left} <=> ${right} COLLATE ${raw(`${comparison.charset}_bin`)} AND LENGTH(${left}) <=> LENGTH(${right})`;
		case "bytes": return sql`${bytes(left)} <=> ${bytes(right)}`;
		case "number": return sql`${left} + 0 <=> ${right} + 0`;
		case "text": return sql`${bytes(sql`CAST(${left} AS CHAR)`)} <=> ${bytes(sql`CAST(${right} AS CHAR)`)}`;
	}
}

// src/engine/verify/compare.ts
/** One look finds at most so many different rows. A list of this length may have been cut short. */
const maxSuspects = 500;
/** Compares sums of hashes first where the table has them, and row by row where they differ. */
async function compareChunk(tables, session, range) {
	const [look] = tables.sums === null ? [] : await session.rows(compareSums(tables, tables.sums, range));
	if (Number(look?.same) === 1) return {
		rows: Number(look?.original_rows),
		suspects: []
	};
	await convert(tables, session, { range });
	const [count] = await session.rows(compareRange(tables, range));
	const suspects = Number(count?.different_rows) > 0 ? await differentRows(tables, session, { range }) : [];
	if (!reordersKeys(tables) && Number(count?.ghost_rows) !== Number(count?.copied_rows)) suspects.push(...await surplusRows(tables, session, { range }));
	return {
		rows: Number(count?.original_rows),
		suspects
	};
}
/** @returns the keys among them whose rows differ */
async function compareKeys(tables, session, keys) {
	if (keys.length === 0) return [];
	const part = { keys };
	await convert(tables, session, part);
	const different = await differentRows(tables, session, part);
	return [.../* @__PURE__ */ new Set([...different, ...await surplusRows(tables, session, part)])];
}
/**
* Keys that only the ghost has.
* @param part `null` for the whole table
*/
async function surplusRows(tables, session, part) {
	return (await session.rows(selectSurplusRows(tables, part, 500))).map((row) => readKey(tables.copy, row));
}
/**
* True where the ghost's collation puts keys into another order. Then a range of the original is no range of the ghost, and
* rows that only the ghost has are looked for in the whole table.
*/
function reordersKeys({ copy }) {
	return copy.key.some(({ exact }) => exact);
}
async function differentRows(tables, session, part) {
	return (await session.rows(selectDifferences(tables, part, 500))).map((row) => readKey(tables.copy, row));
}
/** Where values are converted, the server converts those of the original once more, so that equal types are compared. */
async function convert(tables, session, part) {
	if (!tables.converts) return;
	await session.run(createConverted(tables));
	await session.run(emptyConverted);
	await session.run(fillConverted(tables, part));
}

// src/engine/verify/verify.ts
/** So often a key is looked at again before it counts as unsettled. */
const maxLooks = 5;
/** So often a chunk with too many suspects is compared again. */
const maxComparisons = 20;
/** More keys than this cannot be compared within a lock budget. */
const maxUnsettled = 2e3;
/**
* Compares the whole ghost with the original without a lock, while writers go on. Rows that differ are looked at again behind
* a barrier. A difference that was only a change on its way is gone then; one that stays is real.
*
* @throws GhostshipError `rows-differ`, `cannot-keep-up`
*/
async function verify(work, sessions, signal) {
	const chunker = new Chunker(work.tables.copy, work.orderedHere);
	const totals = {
		rows: 0,
		chunks: 0,
		unsettled: /* @__PURE__ */ new Set()
	};
	const sizer = new ChunkSizer(work.pace, work.rowBytes);
	await Promise.all(sessions.map((session, worker) => verifyChunks({
		...work,
		chunker,
		sizer,
		totals
	}, session, worker, signal)));
	const [session] = sessions;
	if (session !== void 0 && reordersKeys(work.tables)) {
		const surplus = await surplusRows(work.tables, session, null);
		for (const key of await lookAgain(work, session, surplus, signal)) totals.unsettled.add(key);
	}
	if (totals.unsettled.size > maxUnsettled) throw changesTooOften(work, totals.unsettled.size);
	return {
		rows: totals.rows,
		chunks: totals.chunks,
		differences: 0,
		unsettled: [...totals.unsettled]
	};
}
/**
* Compares the keys that were unsettled. Nothing may change while it runs.
* @throws GhostshipError `rows-differ`
*/
async function verifyKeys(work, session, keys) {
	const different = await compareKeys(work.tables, session, keys);
	if (different.length > 0) throw rowsDiffer(work, different);
}
/** One worker: claims chunks and verifies them until none is left. */
async function verifyChunks(work, session, worker, signal) {
	const { chunker, sizer, pace, throttle, totals } = work;
	for (;;) {
		await throttle.pass(signal);
		await pace.pass(worker, "reading", chunker, signal);
		const chunk = await chunker.claim(session, sizer.rows);
		if (chunk === null) return pace.endTurns();
		const rows = await verifyChunk(work, session, chunk, signal);
		chunker.complete(chunk, rows);
		totals.rows += rows;
		totals.chunks += 1;
	}
}
/** @returns how many rows the chunk has */
async function verifyChunk(work, session, chunk, signal) {
	for (let comparisons = 1;; comparisons++) {
		const startedAt = nowMs();
		const { rows, suspects } = await compareChunk(work.tables, session, chunk);
		if (comparisons === 1) work.sizer.learn(rows, nowMs() - startedAt);
		for (const key of await lookAgain(work, session, suspects, signal)) work.totals.unsettled.add(key);
		if (suspects.length < 500) return rows;
		if (comparisons > maxComparisons) throw changesTooOften(work, suspects.length);
	}
}
/**
* A key differs for certain if every change of it had been applied before the look, none came in until after it, and its rows
* differed nevertheless.
*
* @returns keys that changed again at every look
* @throws GhostshipError `rows-differ`
*/
async function lookAgain(work, session, suspects, signal) {
	let open = [...new Set(suspects)];
	for (let looks = 0; open.length > 0 && looks < maxLooks; looks++) try {
		var _usingCtx$6 = _usingCtx();
		const changed = _usingCtx$6.u(work.dirty.record());
		await work.heartbeat.passBarrier(signal);
		await work.applier.waitForReadyKeys(signal);
		const pending = new Set(open.filter((key) => work.dirty.has(key)));
		open = await compareKeys(work.tables, session, open);
		if (open.length === 0) return [];
		await work.heartbeat.passBarrier(signal);
		const certain = open.filter((key) => !changed.keys.has(key) && !pending.has(key));
		if (certain.length > 0) throw rowsDiffer(work, certain);
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		_usingCtx$6.d();
	}
	return open;
}
function rowsDiffer(work, keys) {
	const shown = keys.slice(0, 5).map((key) => `(${key})`).join(", ");
	const names = work.tables.copy.key.map(({ original }) => original.name).join(", ");
	return new GhostshipError("rows-differ", `${keys.length} rows of ${work.tables.copy.original.name} differ from their copies; ${names} of the first: ${shown}.`, { hint: "The copy was not swapped in. This should not happen: please report it with the statement and the table definition." });
}
function changesTooOften(work, count) {
	return new GhostshipError("cannot-keep-up", `${count} rows of ${work.tables.copy.original.name} change so often that they could not be verified.`, { hint: "Run the migration when the table is written to less." });
}

// src/engine/cutover/lock-view.ts
/** @throws GhostshipError `unsupported-server` where nothing on this server can tell whether a swap is safe */
async function openLockView(session, names, flavor) {
	const [found] = await session.rows(selectMetadataLockInstrument).catch(() => []);
	if (Number(found?.enabled ?? 0) > 0 && await canSelect(session, names, flavor)) return exactView(names, flavor);
	if (names.originalSortsFirst) return guessingView;
	throw cannotSeeLocks(names);
}
function exactView({ original, ghost }, flavor) {
	return {
		isExact: true,
		async holders(session, ours) {
			return [...await session.rows(selectHolders(original, ours, flavor)), ...await session.rows(selectHolders(ghost, ours, flavor))];
		},
		async isFirstInLine(watcher, renamer) {
			const [row] = await watcher.rows(selectPendingExclusive(original, renamer.id));
			return Number(row?.pending) > 0;
		}
	};
}
const guessingView = {
	isExact: false,
	holders: (session, ours) => openTransactions(session, ours),
	async isFirstInLine(watcher, renamer) {
		const process = await findProcess(watcher, renamer.id);
		return process !== null && /^waiting for table metadata lock/iu.test(process.state) && /^rename/iu.test(process.statement);
	}
};
/** A user who may not see transactions does not wait for them. The lock budget limits what an attempt costs. */
async function openTransactions(session, ours) {
	return session.rows(selectOpenTransactions(ours)).catch((error) => {
		if (isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR", "ER_CANNOT_CONVERT_STRING")) return [];
		throw error;
	});
}
/** MariaDB refuses access to transactions only when the question comes to read one. So they are asked for alone as well. */
async function canSelect(session, names, flavor) {
	try {
		await session.rows(selectHolders(names.original, [], flavor));
		if (flavor === "mariadb") await session.rows(selectOpenTransactions([]));
		return true;
	} catch {
		return false;
	}
}
function cannotSeeLocks(names) {
	return new GhostshipError("unsupported-server", `The name ${names.original.name} is so long that the swap is safe only where metadata locks can be seen, and here they cannot.`, { hint: "Turn on performance_schema and its instrument wait/lock/metadata/sql/mdl, and let the user read it; or give the table a name of at most 60 characters." });
}

// src/engine/cutover/lock-watch.ts
/** Younger transactions end within the lock budget, as a rule. */
const longMs = 500;
/** After this time without a lock list the wait ends: a transaction of another table looks like one of ours. */
const maxBlindWaitMs = 1e4;
/** After this time the attempt counts as failed, and says why. */
const maxWaitMs = 3e4;
/**
* InnoDB makes its list of transactions anew only when nobody has read it for 100 ms. Two readers at the same pace would see
* the same old list for ever, so the time between two looks is drawn at random.
*/
const lookEveryMs$4 = {
	least: 120,
	most: 400
};
/**
* @param ours the ids of our own connections
* @throws GhostshipError `unsupported-server` where nothing on this server can tell whether a swap is safe
*/
async function openLockWatch({ session, server: { flavor } }, names, ours) {
	const view = await openLockView(session, names, flavor);
	return {
		waitUntilQuiet: (signal) => waitUntilQuiet(session, view, ours, signal),
		isFirstInLine: (watcher, renamer) => view.isFirstInLine(watcher, renamer),
		isOvertaken: async (watcher) => flavor === "mariadb" && await isAnyIn(watcher, /^waiting for backup lock/iu),
		confirmHolder: (watcher, locker) => confirmHolder(watcher, locker, names)
	};
}
async function waitUntilQuiet(session, view, ours, signal) {
	const until = nowMs() + (view.isExact ? maxWaitMs : maxBlindWaitMs);
	for (;;) {
		const long = (await view.holders(session, ours())).find((row) => Number(row.age_ms) > longMs);
		if (long === void 0) return null;
		if (nowMs() > until) {
			const seconds = Math.round(Number(long.age_ms) / 1e3);
			return view.isExact ? `connection ${String(long.id)} has had the table open for ${seconds} s` : null;
		}
		await sleep(lookEveryMs$4.least + Math.random() * (lookEveryMs$4.most - lookEveryMs$4.least), signal);
	}
}
async function confirmHolder(watcher, locker, { original }) {
	const name = `${lockName(original)}:c`;
	await locker.rows(getLock(name, 0));
	const [row] = await watcher.rows(isUsedLock(name));
	if (Number(row?.holder) === locker.id) return;
	throw new GhostshipError("lock-lost", `The session that locked ${original.name} for the cutover is gone.`, { hint: "Look for what kills connections (timeouts, a proxy), then run the migration again." });
}

// src/engine/cutover/proven-ghost.ts
/** The ghost that was compared with the original. Only this one may be swapped in. */
var ProvenGhost = class {
	#context;
	#fingerprint;
	constructor(context, fingerprint) {
		this.#context = context;
		this.#fingerprint = fingerprint;
	}
	/**
	* Confirms that the ghost is still the proven one, then sets its AUTO_INCREMENT counter. The ghost with that counter counts
	* as proven from then on.
	*
	* @param writer sets the counter
	* @throws GhostshipError `original-changed`
	*/
	async confirm(writer) {
		const { alter, names, control } = this.#context;
		await this.#fingerprint.confirm(control.session);
		if (alter.setsAutoIncrement) return;
		if (await carryAutoIncrement(control.session, writer, names)) this.#fingerprint = await this.#fingerprint.renewed(control.session);
	}
};

// src/engine/cutover/prepare-cutover.ts
const preparedChanges = "an XA transaction that changed the table is prepared, and neither committed nor rolled back (XA RECOVER lists it)";
/** Connects the cutover with the rest of the migration: who applies the last changes, and what must hold under the lock. */
async function prepareCutover(parts) {
	const { context, sessions, proof } = parts;
	const { request, control, names, recorder } = context;
	const ghost = new ProvenGhost(context, proof.ghost);
	return {
		names,
		sequences: sequencesIn(await readCreateStatement(control.session, names.ghost)),
		lockBudgetMs: request.options.lockBudgetMs,
		oneSession: oneSessionSwap(parts),
		open: (purpose) => sessions.open(purpose),
		watch: await watchLocks(parts),
		approach: (signal) => approach(parts, ghost, signal),
		finish: (locker, signal) => finish(parts, ghost, locker, signal),
		onAttempt: (attempt, lockedMs, failure) => recorder.cutoverAttempt(attempt, lockedMs, failure)
	};
}
function oneSessionSwap({ context: { control }, foreignKeys }) {
	if (control.server.flavor !== "mysql" || foreignKeys.parents.length === 0) return null;
	return {
		parents: foreignKeys.parents,
		afterSwap: (locker) => foreignKeys.dropFromRetired(locker)
	};
}
async function watchLocks({ context, sessions, pipeline: { stream } }) {
	const { control, names } = context;
	const watch = await openLockWatch(control, names, () => [...sessions.ids, ...control.sessions.ids]);
	return {
		...watch,
		waitUntilQuiet: async (signal) => await watch.waitUntilQuiet(signal) ?? (stream.hasPreparedChanges ? preparedChanges : null)
	};
}
async function approach(parts, ghost, signal) {
	const { sessions, triggers, foreignKeys } = parts;
	const { applier, spareSession } = parts.pipeline;
	await ghost.confirm(spareSession);
	await applier.catchUp(signal);
	const suspended = await applier.suspend(signal);
	return { async withdraw() {
		await triggers.takeBack((purpose) => sessions.open(purpose));
		await foreignKeys.takeBack((purpose) => sessions.open(purpose));
		await suspended[Symbol.asyncDispose]();
	} };
}
async function finish(parts, ghost, locker, signal) {
	const { context, proof, triggers, foreignKeys } = parts;
	const { fingerprint, control, nameLock } = context;
	await settleAll([
		applyLastChanges(parts, locker, signal),
		fingerprint.confirm(control.session),
		nameLock.confirm()
	]);
	await ghost.confirm(locker);
	await verifyKeys(proof.work, locker, proof.unsettled);
	await triggers.place(locker);
	await foreignKeys.place(locker);
}
async function applyLastChanges({ pipeline: { applier, stream, dirty }, witness }, locker, signal) {
	do {
		await applier.applyAllThrough(locker, signal);
		if (stream.hasPreparedChanges) throw new NotNow(preparedChanges);
	} while (stream.changeCount > dirty.addedCount || dirty.count > 0);
	witness.markLastChange();
}

// src/engine/cutover/swap-witness.ts
/** The swap comes to the binlog within moments. After this time it is not waited for any more. */
const timeoutMs = 5e3;
/**
* Asks the binlog whether anything was written to the original between the last change that was applied and the swap. The
* lock should prevent that. But if a server gives the lock to somebody else before the RENAME, this shows it. On MariaDB that
* can happen when a backup asks for its lock in the very moment of UNLOCK.
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
function changesLost({ original, retired }, count) {
	return new GhostshipError("rows-differ", `${count} changes of ${original.name} were written in the moment of the swap and are only in ${retired.name}.`, {
		hint: `${original.name} is the altered table, and ${retired.name} the table as it was, with these changes. Compare the two by their key and bring over what differs before you drop ${retired.name}. Do not let a backup begin while a migration cuts over.`,
		tableState: "changed"
	});
}

// src/engine/indexes/index-build.ts
/** Somebody who reads the ghost, or a backup that locks definitions, may take long. To copy again would take longer. */
const giveUpAfterMs$1 = 18e5;
const retryMs = 1e3;
const askEveryMs = 250;
const almostDone = .99;
async function removeIndexes(session, ghost, indexes) {
	if (indexes.length === 0) return;
	const names = indexes.map(({ name }) => name);
	await session.run(dropIndexes(ghost, names));
}
/**
* Builds the deferred indexes in one statement, while changes are applied. The server keeps these changes in a log of limited
* size (`innodb_online_alter_log_max_size`). If there are too many, the build begins again and changes wait in the stream.
*/
async function buildIndexes({ control: { sessions }, names, recorder }, indexes, { pace, applier, spareSession: observer }, signal) {
	try {
		var _usingCtx$5 = _usingCtx();
		if (indexes.length === 0) return;
		const session = _usingCtx$5.a(await sessions.open("building indexes"));
		await set(session, enlargeSortBuffer);
		if (pace.isAmongOthers) await set(session, buildWithOneThread);
		const statement = addIndexes(names.ghost, indexes.map(({ definition }) => definition));
		_usingCtx$5.a(watch(observer, session.id, (share) => {
			recorder.indexBuild = share === "ended" ? null : {
				indexes: indexes.length,
				share
			};
		}));
		const build = () => buildOnce(sessions, session, statement, signal);
		try {
			await build();
		} catch (error) {
			try {
				var _usingCtx3 = _usingCtx();
				if (!isServerError(error, "ER_INNODB_ONLINE_LOG_TOO_BIG")) throw error;
				_usingCtx3.a(await applier.suspend(signal));
				await build();
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		}
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function buildOnce(sessions, session, statement, signal) {
	for (const startedAt = nowMs();;) try {
		await sessions.runLong(session, statement, signal);
		return;
	} catch (error) {
		if (!isLockConflict(error) || nowMs() - startedAt > giveUpAfterMs$1) throw error;
		await sleep(retryMs, signal);
	}
}
/** Reports, until disposed of, what share of its work a session has done; `null` where the server does not say. */
function watch(observer, connectionId, tell) {
	const ended = new AbortController();
	const watching = (async () => {
		for (;;) {
			tell(await shareDone(observer, connectionId));
			await sleep(askEveryMs, ended.signal);
		}
	})().catch(() => {});
	return { async [Symbol.asyncDispose]() {
		ended.abort();
		await watching;
		tell("ended");
	} };
}
/** MySQL tells it in its stage events, if they are collected. MariaDB tells it in its process list. */
async function shareDone(observer, connectionId) {
	const share = (await findProcess(observer, connectionId))?.share ?? null;
	if (share !== null) return share;
	const [stage] = await observer.rows(selectStage(connectionId));
	const [done, whole] = [Number(stage?.done), Number(stage?.whole)];
	return whole > 0 ? Math.min(almostDone, done / whole) : null;
}
async function set(session, setting) {
	await session.run(setting).catch((error) => {
		if (!isServerError(error, "ER_UNKNOWN_SYSTEM_VARIABLE")) throw error;
	});
}

// src/engine/mapping/auto-increment.ts
/**
* Where a column becomes AUTO_INCREMENT, ALTER TABLE gives rows with a 0 a new number. A copy would keep the 0, so it is refused.
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseZeroUnderCounter(session, original, map) {
	const before = map.find(({ to }) => to.autoIncrement)?.from;
	if (before === void 0 || before.autoIncrement) return;
	if ((await session.rows(selectZero(original.table, before.name))).length === 0) return;
	throw new GhostshipError("data-does-not-fit", `A row of ${original.table.name} has 0 in ${before.name}, which becomes AUTO_INCREMENT: the server would give it another number.`, { hint: "Give the row a number of your own first." });
}

// src/engine/probes/refuse-hazards.ts
/**
* Refuses, before a row is copied, rows that certainly cannot be copied. A question without an answer refuses nothing, because
* the copy itself will tell.
*
* @throws GhostshipError `duplicate-rows`, `data-does-not-fit`
*/
async function refuseHazards(control, original, ghost, map, signal) {
	try {
		var _usingCtx$4 = _usingCtx();
		const session = _usingCtx$4.a(await control.sessions.open("probing rows"));
		const [first, ...others] = (await probeRows(session, control.server, original, ghost, map, signal)).filter(isCertain);
		if (first === void 0) return;
		throw new GhostshipError(first.kind === "duplicate-key" ? "duplicate-rows" : "data-does-not-fit", `Rows of ${original.table.name} do not fit the altered table: ${[first, ...others].map(describeHazard).join(" ")}`, { hint: `${[...new Set([first, ...others].map(({ hint }) => hint))].join(" ")}` });
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}

// src/binlog/binlog-event.ts
const headerBytes = 19;
/** `LOG_EVENT_IGNORABLE_F`; MariaDB has the same. */
const ignorable = 128;
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
		isIgnorable: (bytes.readUInt16LE(17) & ignorable) !== 0,
		body: bytes.subarray(19)
	};
}
/** @returns 0, which is no event's, where the bytes end before it */
function typeOf(bytes) {
	return bytes[4] ?? 0;
}

// src/binlog/event-types.ts
/**
* Numbers of the binlog events that are read, beside those with rows (MySQL Internals, "Binlog Event Type"; MariaDB
* Knowledge Base, "Replication Protocol").
*/
const eventTypes = {
	query: 2,
	formatDescription: 15,
	/** LOAD DATA of a session with `binlog_format=STATEMENT`. */
	executeLoadQuery: 18,
	tableMap: 19,
	incident: 26,
	xaPrepare: 38,
	transactionPayload: 40,
	mariadbGtid: 162,
	/** MariaDB's `log_bin_compress`. */
	compressedQuery: 165
};
const kind = (hasExtraData, isUpdate, isCompressed = false, isPartial = false) => ({
	hasExtraData,
	isUpdate,
	isCompressed,
	isPartial
});
const rowsEvents = /* @__PURE__ */ new Map([
	[23, kind(false, false)],
	[24, kind(false, true)],
	[25, kind(false, false)],
	[30, kind(true, false)],
	[31, kind(true, true)],
	[32, kind(true, false)],
	[39, kind(true, true, false, true)],
	[166, kind(false, false, true)],
	[167, kind(false, true, true)],
	[168, kind(false, false, true)],
	[169, kind(true, false, true)],
	[170, kind(true, true, true)],
	[171, kind(true, false, true)]
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
	const quoting = readQuoting(reader.take(lengths.variableBytes));
	const schema = reader.take(lengths.schemaBytes).toString("utf8");
	reader.skip(1);
	return {
		text: readText(reader.rest()).toString("utf8"),
		schema,
		quoting
	};
}
const codes = {
	flags: 0,
	sqlMode: 1
};
const flagsEnd = 5;
const modes = {
	ansiQuotes: 4,
	noBackslashEscapes: 1 << 20
};
/** Servers write the flags first and the mode after them, or neither. */
function readQuoting(variables) {
	const at = variables[0] === codes.flags ? flagsEnd : 0;
	const mode = variables[at] === codes.sqlMode ? variables.readUInt32LE(at + 1) : 0;
	return {
		ansiQuotes: (mode & modes.ansiQuotes) !== 0,
		plainBackslashes: (mode & modes.noBackslashEscapes) !== 0
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
/**
* The keys a row event touches, before and after images alike, in order. Other columns are stepped over unread.
*
* @param body the event without header and checksum
* @param images `latest`: of an update the row as it is afterwards, and nothing else
* @throws KeyMissing
* @throws RangeError where the bytes do not add up: the table is not the one that was inspected
*/
function readKeys(body, kind, table, key, images = "both") {
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
		if (after === null || images === "both") keys.push(complete(old, old, key));
		if (after !== null) {
			if (kind.isPartial) skipValueOptions(rows, table);
			const changed = complete(readImage(rows, after, table, key), old, key);
			if (changed !== keys[keys.length - 1]) keys.push(changed);
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
		if (hasBit(nulls, at++)) continue;
		const bytes = reader.take(readSize(wire, reader));
		const position = key.findIndex((column) => column.ordinal === ordinal);
		const column = key[position];
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
		this.#open = [];
	}
	/** True where the key belongs to an open XA transaction and was kept. */
	hold(key) {
		this.#open?.push(key);
		return this.#open !== null;
	}
	/** @param xid under which it was prepared; `null` where it was committed at once */
	end(xid) {
		const keys = this.#open ?? [];
		if (xid === null) keys.forEach(this.#release);
		else this.#prepared.set(xid, keys);
		this.#open = null;
	}
	/** @returns whether it changed anything; `null` where its XA PREPARE was never seen */
	commit(xid) {
		const keys = this.#prepared.get(xid);
		this.#prepared.delete(xid);
		if (keys === void 0) return null;
		keys.forEach(this.#release);
		return keys.length > 0;
	}
	get hasPreparedChanges() {
		return [...this.#prepared.values()].some((keys) => keys.length > 0);
	}
	rollback(xid) {
		this.#prepared.delete(xid);
	}
};

// src/binlog/event-reader.ts
/**
* Turns binlog events into changed keys, and refuses everything it does not understand: an event that is skipped by
* mistake is a lost row.
*/
var EventReader = class {
	#watched;
	#listener;
	#tables = /* @__PURE__ */ new Map();
	#xa;
	#heartbeatSeen = false;
	constructor(watched, listener) {
		this.#watched = watched;
		this.#listener = listener;
		this.#xa = new XaTransactions((key) => listener.onChange(key));
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
			throw broken(`An event of type ${typeOf(bytes)} in the binary log cannot be read: ${error.message}.`);
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
	#readStatement({ text, schema, quoting }) {
		if (text.includes("/* by Ghostship */")) {
			if (text.startsWith(`RENAME TABLE ${tableName(this.#watched.original.table).text} TO `)) this.#listener.onSwap();
			return;
		}
		const { original, ghost } = this.#watched;
		const usual = inUsualQuotes(text, quoting);
		const meaning = readStatement(usual, schema, [original.table, ghost]);
		switch (meaning.kind) {
			case "nothing": return;
			case "xa-start": return this.#xa.start();
			case "xa-commit": return this.#commitXa(meaning.xid);
			case "xa-rollback": return this.#xa.rollback(meaning.xid);
			case "touches": throw meaning.what === "rows" ? statementFormat(meaning.table, usual) : definitionChanged(meaning.table, usual);
		}
	}
	/** True while an XA transaction is prepared that changed the original: its rows may become visible at any time. */
	get hasPreparedChanges() {
		return this.#xa.hasPreparedChanges;
	}
	#commitXa(xid) {
		const hasChanges = this.#xa.commit(xid);
		if (hasChanges === null && this.#heartbeatSeen) throw unknownXa();
		if (hasChanges === true) this.#listener.onXaCommit(xid);
	}
	#rememberTable(map) {
		const { original, changelog, ghost, nameCase } = this.#watched;
		const isMapped = ({ name, schema }) => nameCase.same(name, map.name) && nameCase.same(schema, map.schema);
		const watch = [original, changelog].find(({ table }) => isMapped(table));
		if (watch !== changelog && !isMapped(ghost)) this.#listener.onForeignWrite();
		if (watch === void 0) {
			this.#tables.delete(map.tableId);
			return;
		}
		if (map.columns.length !== watch.width) throw definitionChanged(watch.table, null);
		this.#tables.set(map.tableId, {
			map,
			watch
		});
	}
	#readRows(body, kind) {
		const known = this.#tables.get(readTableId(body));
		if (known === void 0) return;
		for (const key of this.#keysOf(body, kind, known.map, known.watch)) if (known.watch === this.#watched.changelog) this.#heartbeat(key);
		else if (!this.#xa.hold(key)) this.#listener.onChange(key);
	}
	#keysOf(body, kind, map, watch) {
		try {
			return readKeys(body, kind, map, watch.key, watch === this.#watched.changelog ? "latest" : "both");
		} catch (error) {
			if (error instanceof KeyMissing) throw shortImage(watch.table, error);
			throw broken(`A change of ${watch.table.name} cannot be read: ${messageOf(error)}.`);
		}
	}
	#heartbeat(key) {
		const [id, mark] = key.split(",");
		if (id !== "1") return;
		this.#heartbeatSeen = true;
		this.#listener.onHeartbeat(Number(mark));
	}
};
/** `id` of the changelog row that heartbeats are written to. */
const heartbeatRow = "1";
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
	return new GhostshipError("stream-broken", `A session changes ${table.name} with a short binlog_row_image: ${error.message}.`, { hint: "Set binlog_row_image=FULL for all sessions while the migration runs, then run it again." });
}
function statementFormat(table, text) {
	return new GhostshipError("stream-broken", `A session changes ${table.name} with binlog_format=STATEMENT; which rows it touched is not known: ${excerpt(text)}`, { hint: "Let that session use binlog_format=ROW, then run the migration again." });
}
function definitionChanged(table, text) {
	const what = text === null ? "it has another number of columns now" : excerpt(text);
	return new GhostshipError("original-changed", `Somebody changed ${table.name} while it was being migrated: ${what}`, { hint: "The table is as that statement left it. Run the migration again when nobody else is changing the table." });
}
/** The statement's head; literals in it are left out, they may be anybody's data. */
function excerpt(text) {
	const plain = text.replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/gsu, "'…'").replaceAll(/\s+/gu, " ");
	return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}

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
	constructor(library) {
		this.#library = library;
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
			for (const purpose of ["asking about the binary log", "reading the binary log"]) opened.push(await connectDriver(target, purpose, streaming));
		} catch (error) {
			for (const connection of opened) connection.destroy();
			throw error;
		}
		const library = new ZongJi({});
		const [ctrlConnection = null, connection = null] = opened;
		for (const each of opened) each.on("error", (error) => library.emit("error", error));
		return new ReplicaClient(Object.assign(library, {
			ctrlConnection,
			ctrlConnectionOwner: true,
			connection
		}));
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
	}
};

// src/binlog/change-stream.ts
/** Above so many keys not taken yet the server is made to wait. */
const maxPendingKeys = 5e4;
const lookEveryMs$3 = 5;
/** Our own heartbeats come ten times a second: when none has come for so long, none will. */
const silenceMs = 6e4;
/** @throws GhostshipError `stream-broken`, and as `connect` does */
async function openChangeStream(target, from, watched, signal) {
	const stream = new ReplicaStream(await ReplicaClient.connect(target), watched);
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
	#arrived = nothingSince(0);
	#failure = null;
	#held = false;
	#fresh = false;
	#changes = 0;
	#foreignWrites = 0;
	#changesAtSwap = null;
	#news = new Doorbell();
	constructor(client, watched) {
		this.#client = client;
		this.#reader = new EventReader(watched, {
			onChange: (key) => {
				this.#changes++;
				this.#arrived.keys.push(key);
			},
			onXaCommit: (xid) => {
				this.#arrived.xaCommits.push(xid);
			},
			onSwap: () => {
				this.#changesAtSwap ??= this.#changes;
			},
			onHeartbeat: (mark) => {
				this.#arrived.heartbeat = mark;
				this.#arrived.beforeHeartbeat = this.#arrived.keys.length;
			},
			onForeignWrite: () => {
				this.#foreignWrites++;
			}
		});
	}
	async start(from, signal) {
		await this.#client.start(from, {
			onEvent: (event) => this.#guard(() => this.#reader.readEvent(event)),
			onBroken: (error) => this.#fail(lost(error))
		}, signal).catch((error) => {
			throw signal.aborted ? error : lost(error);
		});
	}
	async take(signal) {
		while (!this.#fresh && this.#failure === null) {
			const waitedFrom = nowMs();
			await this.#news.wait(signal, silenceMs);
			signal.throwIfAborted();
			if (!this.#fresh && nowMs() - waitedFrom >= 6e4) this.#fail(lost(/* @__PURE__ */ new Error("it has been silent for a minute")));
		}
		if (this.#failure !== null) throw this.#failure;
		this.#fresh = false;
		const changes = this.#arrived;
		this.#arrived = nothingSince(changes.heartbeat);
		if (this.#held) {
			this.#held = false;
			this.#client.resume();
		}
		return changes;
	}
	get hasPreparedChanges() {
		return this.#reader.hasPreparedChanges;
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
			await sleep(lookEveryMs$3, signal);
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
		if (!this.#held && this.#arrived.keys.length > maxPendingKeys) {
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
		heartbeat,
		beforeHeartbeat: 0,
		xaCommits: []
	};
}
function lost(error) {
	return new GhostshipError("stream-broken", `The change stream from the server broke: ${messageOf(error)}`, {
		hint: "Check that binary logs are kept long enough and the connection is stable, then run the migration again.",
		cause: error
	});
}

// src/support/task-group.ts
/**
* Tasks that stand and fall together: the first one to fail aborts the signal all of them share, and leaving the group
* waits until every one of them has ended. No task outlives its group, no failure goes unheard.
*
*     await using group = new TaskGroup(signal);
*     group.spawn((signal) => keepReading(signal));
*     await group.lead(copyEverything(group.signal));
*/
var TaskGroup = class {
	signal;
	#controller = new AbortController();
	#tasks = /* @__PURE__ */ new Set();
	#failure = null;
	constructor(parent) {
		this.signal = AbortSignal.any([parent, this.#controller.signal]);
	}
	spawn(task) {
		const running = task(this.signal).catch((error) => this.#fail(error)).finally(() => this.#tasks.delete(running));
		this.#tasks.add(running);
	}
	/**
	* The result of `work`, which must listen to {@link signal}: the first task to fail ends it, and it is that failure
	* which is thrown. Work that succeeds returns its result even if a task fails meanwhile. The next call then throws.
	*/
	async lead(work) {
		try {
			return await work;
		} catch (error) {
			this.#fail(error);
			if (error instanceof GhostshipError && error.tableState !== "unchanged") throw error;
			throw this.#failure?.error ?? error;
		}
	}
	async [Symbol.asyncDispose]() {
		this.#controller.abort(new TaskGroupClosed());
		await Promise.all(this.#tasks);
	}
	#fail(error) {
		if (this.signal.aborted && (error === reasonOf(this.signal) || error instanceof TaskGroupClosed)) return;
		if (this.#failure === null && !this.#controller.signal.aborted) this.#failure = { error };
		this.#controller.abort(error);
	}
};
var TaskGroupClosed = class extends Error {
	constructor() {
		super("The task group is closed");
		this.name = "TaskGroupClosed";
	}
};

// src/engine/changes/ghost-writer.ts
/**
* A row found in the way counts only after this many heartbeats, sent since, have come back. The change of that row, if it is
* on its way, came before them.
*/
const minHeartbeats = 10;
/** Writes changed keys to the ghost: deletes their rows there and reads them again from the original. */
var GhostWriter = class {
	#tables;
	#dirty;
	#chunker;
	#heartbeat;
	/** Keys whose unique values another row of the ghost has, each with the time it may take. */
	#blocked = /* @__PURE__ */ new Map();
	#applied = 0;
	constructor(tables, dirty, chunker, heartbeat) {
		this.#tables = tables;
		this.#dirty = dirty;
		this.#chunker = chunker;
		this.#heartbeat = heartbeat;
	}
	/** How many keys were written so far. */
	get applied() {
		return this.#applied;
	}
	/**
	* Writes the keys and finishes them. Keys that cannot be written now are put back and stay dirty.
	* @throws GhostshipError `data-does-not-fit`, `duplicate-rows`, `unexpected-warning`
	*/
	async write(session, keys, mode) {
		if (keys.length === 0) return;
		try {
			await this.#replaceOrUntangle(session, keys, mode);
		} catch (error) {
			this.#dirty.putBack(keys);
			if (!isLockConflict(error)) throw dataDoesNotFit(error, this.#tables.original);
		}
	}
	/** Finishes keys without writing them: a later chunk will read their rows. */
	skip(keys) {
		this.#dirty.finish(keys);
		for (const key of keys) this.#blocked.delete(key);
	}
	async #replaceOrUntangle(session, keys, mode) {
		try {
			await (mode === "transaction" ? this.#replaceInTransaction(session, keys) : this.#replace(session, keys));
			this.#finish(keys);
		} catch (error) {
			if (!isDuplicate(error)) throw error;
			await this.#untangle(session, keys);
		}
	}
	async #replaceInTransaction(session, keys) {
		try {
			await session.run(raw("BEGIN"));
			await this.#replace(session, keys);
			await session.run(raw("COMMIT"));
		} catch (error) {
			if (session.alive) await session.run(raw("ROLLBACK"));
			throw error;
		}
	}
	async #replace(session, keys) {
		await session.run(deleteKeys(this.#tables, keys));
		await this.#insert(session, keys);
	}
	async #insert(session, keys) {
		const { warningCount } = await session.run(copyKeys(this.#tables, keys));
		await refuseWarnings(session, warningCount, "applying changes");
	}
	/**
	* Another row of the ghost holds a unique value that one of these keys has now (I6). As a rule that row has given up the
	* value in the original, and its own change is on the way. So all old rows of these keys are deleted first, which frees the
	* values that they hold. Then the new rows are inserted, in smaller and smaller groups where a group does not fit. A key whose
	* value is still taken stays dirty and is tried again. In this way two rows can swap their values, whichever comes first.
	*/
	async #untangle(session, keys) {
		await session.run(deleteKeys(this.#tables, keys));
		await this.#insertWhatFits(session, keys);
	}
	async #insertWhatFits(session, keys) {
		try {
			await this.#insert(session, keys);
			this.#finish(keys);
		} catch (error) {
			if (!isDuplicate(error)) throw error;
			if (keys.length === 1) return this.#block(keys, error);
			const middle = keys.length >> 1;
			await this.#insertWhatFits(session, keys.slice(0, middle));
			await this.#insertWhatFits(session, keys.slice(middle));
		}
	}
	#block(keys, error) {
		for (const key of keys) {
			const budget = this.#blocked.get(key) ?? this.#newBudget();
			this.#blocked.set(key, budget);
			if (budget.isSpent()) throw duplicateRows(error, this.#tables.original);
		}
		this.#dirty.putBack(keys);
	}
	/**
	* The row in the way may be out of date: its own change may still be in the stream, or a chunk in flight may hold it back.
	* A failure counts only when neither can be the reason any more.
	*/
	#newBudget() {
		const mark = this.#heartbeat.marks.sent + minHeartbeats;
		const chunks = this.#chunker.chunksInFlight;
		return new RetryBudget(() => this.#heartbeat.marks.seen >= mark && chunks.every((chunk) => !this.#chunker.isInFlight(chunk)));
	}
	#finish(keys) {
		this.#dirty.finish(keys);
		this.#applied += keys.length;
		if (this.#blocked.size > 0) for (const key of keys) this.#blocked.delete(key);
	}
};

// src/engine/changes/applier.ts
/** Keys in one transaction on the ghost. With more, row locks are held longer and nothing is gained. */
const keysPerBatch = 500;
/**
* Fewer keys get no transaction of their own. With 20 keys at a time, four sessions waited for each other at the pages of an
* index, and writers waited for them at the log (seen in the scheduler's trace).
*/
const minKeysPerBatch = 100;
/** About as many keys as are applied in a tenth of a second. */
const caughtUpKeys = 2e3;
/** Takes keys that are ready, in rounds, and lets {@link GhostWriter} write those that the copy has passed. */
var Applier = class {
	#dirty;
	#chunker;
	#heartbeat;
	#sessions;
	#writer;
	#roundEnded = new Doorbell();
	#stopped = new Doorbell();
	#roundsEnded = 0;
	#suspended = false;
	#working = false;
	constructor(tables, dirty, chunker, heartbeat, sessions) {
		this.#dirty = dirty;
		this.#chunker = chunker;
		this.#heartbeat = heartbeat;
		this.#sessions = sessions;
		this.#writer = new GhostWriter(tables, dirty, chunker, heartbeat);
	}
	/** Applies changes until the signal is aborted. */
	async run(signal) {
		while (!signal.aborted) {
			const before = this.applied;
			if (!this.#suspended) await this.#workOnce();
			if (this.applied === before) await this.#heartbeat.next(signal);
		}
	}
	/** How many changed keys were applied so far. */
	get applied() {
		return this.#writer.applied;
	}
	/** True from a call of {@link suspend} until its result is disposed of. */
	get isSuspended() {
		return this.#suspended;
	}
	/** Waits until every key that was ready at the call was tried once. */
	async waitForReadyKeys(signal) {
		if (this.#dirty.visibleCount === 0) return;
		const ending = this.#roundsEnded + 2;
		while (this.#roundsEnded < ending) {
			await this.#roundEnded.wait(signal);
			signal.throwIfAborted();
		}
	}
	/** Waits until few enough keys are left for the cutover. Rows that change all the time never let it come to none. */
	async catchUp(signal) {
		do {
			await this.#heartbeat.passBarrier(signal);
			await this.waitForReadyKeys(signal);
		} while (this.#dirty.count > caughtUpKeys);
	}
	/** Stops the sessions of the applier until disposed of: they must not wait for a lock that is about to be taken. */
	async suspend(signal) {
		this.#suspended = true;
		while (this.#working) {
			await this.#stopped.wait(signal);
			signal.throwIfAborted();
		}
		return { [Symbol.asyncDispose]: async () => {
			this.#suspended = false;
		} };
	}
	/**
	* Applies everything that was committed before the call, through the one session that has locked both tables. Nobody reads
	* the ghost meanwhile, so its statements need no transaction.
	*/
	async applyAllThrough(locker, signal) {
		await this.#heartbeat.passBarrier(signal);
		while (this.#dirty.visibleCount > 0) {
			signal.throwIfAborted();
			await this.#round([locker], "locked");
		}
	}
	async #workOnce() {
		this.#working = true;
		try {
			await this.#round(this.#sessions, "transaction");
		} finally {
			this.#working = false;
			this.#roundsEnded++;
			this.#stopped.ring();
			this.#roundEnded.ring();
		}
	}
	async #round(sessions, mode) {
		const taken = this.#dirty.take(keysPerBatch * sessions.length);
		if (taken.length === 0) return;
		const copied = await this.#sortOut(taken, sessions);
		const size = Math.max(minKeysPerBatch, Math.min(keysPerBatch, Math.ceil(copied.length / sessions.length)));
		await settleAll(sessions.map((session, index) => this.#writer.write(session, copied.slice(index * size, (index + 1) * size), mode)));
	}
	/**
	* Puts back the keys of chunks in flight, and skips keys that a later chunk will read.
	* @returns the keys that the copy has passed
	*/
	async #sortOut(keys, [session]) {
		if (session === void 0) return [];
		const stages = await this.#chunker.stagesOf(session, keys);
		this.#dirty.putBack(keys.filter((_, index) => stages[index] === "in-flight"));
		this.#writer.skip(keys.filter((_, index) => stages[index] === "ahead"));
		return keys.filter((_, index) => stages[index] === "copied");
	}
};

// src/engine/changes/backlog-trend.ts
/** If the backlog has not shrunk for so long, the migration would go on for days. */
const giveUpAfterMs = 6e5;
/** Notices when the writers are faster than the migration, so that the copy would wait for ever. */
var BacklogTrend = class {
	#table;
	#since = null;
	constructor(table) {
		this.#table = table;
	}
	/**
	* @param isBehind whether the copy is held because of the backlog
	* @throws GhostshipError `cannot-keep-up`, with numbers
	*/
	check(now, isBehind) {
		if (!isBehind || this.#since === null) {
			this.#since = isBehind ? now : null;
			return;
		}
		const since = this.#since;
		if (now.atMs - since.atMs < giveUpAfterMs) return;
		if (!(now.waiting < since.waiting || now.streamLagMs < since.streamLagMs)) throw cannotKeepUp(this.#table, since, now);
		this.#since = now;
	}
};
function cannotKeepUp(table, since, now) {
	const seconds = (now.atMs - since.atMs) / 1e3;
	const perSecond = (count) => Math.round(count / seconds).toLocaleString("en");
	return new GhostshipError("cannot-keep-up", `${table.name} is changed faster than changes can be brought over: in the last ${Math.round(seconds / 60)} minutes ${perSecond(now.delivered - since.delivered)} changes a second came and ${perSecond(now.applied - since.applied)} were applied; ${now.waiting.toLocaleString("en")} wait, and the stream is ${Math.round(now.streamLagMs / 1e3)} s behind.`, { hint: "Run the migration when the table is written to less, or closer to the server: from the same network, on a machine with more than one free core." });
}

// src/engine/changes/dirty-keys.ts
/**
* Changed keys that are not in the ghost yet, from the moment the stream delivers them:
*
*     arriving ──seal──▶ sealed ──confirm──▶ ready ──take──▶ taken ──finish──▶ (in the ghost)
*                                              ▲               │
*                                              └────putBack────┘
*
* A key is sealed before a heartbeat is sent and confirmed when that heartbeat is committed. Only then can readers certainly
* see the change: the binlog can deliver a change before the engine commits it, but the heartbeat comes later in the binlog
* than anything already delivered, and engines commit in binlog order. When the heartbeat has come back as well, the same
* holds for everything that was delivered before it.
* A hot key may be ready and arriving at once: it is applied now, and once more later.
*/
var DirtyKeys = class {
	#arriving = /* @__PURE__ */ new Set();
	#sealed = /* @__PURE__ */ new Set();
	#ready = /* @__PURE__ */ new Set();
	#taken = /* @__PURE__ */ new Set();
	#recordings = /* @__PURE__ */ new Set();
	#shrunk = new Doorbell();
	#added = 0;
	add(keys) {
		this.#added += keys.length;
		for (const key of keys) this.#arriving.add(key);
		for (const recording of this.#recordings) for (const key of keys) recording.add(key);
	}
	/** How many keys were added so far. A key that was added twice counts twice. */
	get addedCount() {
		return this.#added;
	}
	/** Adds keys whose changes a reader has seen already. */
	addVisible(keys) {
		for (const key of keys) this.#ready.add(key);
	}
	/** Remembers every key that is added from now on, until it is disposed of. */
	record() {
		const keys = /* @__PURE__ */ new Set();
		this.#recordings.add(keys);
		return {
			keys,
			[Symbol.dispose]: () => void this.#recordings.delete(keys)
		};
	}
	has(key) {
		return [
			this.#arriving,
			this.#sealed,
			this.#ready,
			this.#taken
		].some((keys) => keys.has(key));
	}
	/** Call it before a heartbeat is sent, or when one came back. Call {@link confirm} once that heartbeat is committed. */
	seal() {
		for (const key of this.#arriving) this.#sealed.add(key);
		this.#arriving = /* @__PURE__ */ new Set();
		this.#shrunk.ring();
	}
	confirm() {
		for (const key of this.#sealed) this.#ready.add(key);
		this.#sealed = /* @__PURE__ */ new Set();
		this.#shrunk.ring();
	}
	/** Takes up to `count` keys whose changes are visible. */
	take(count) {
		const taken = [];
		for (const key of this.#ready) {
			if (taken.length === count) break;
			this.#ready.delete(key);
			taken.push(key);
			this.#taken.add(key);
		}
		return taken;
	}
	putBack(keys) {
		this.finish(keys);
		for (const key of keys) this.#ready.add(key);
	}
	/** For keys that are in the ghost now, or that a later chunk will read. */
	finish(keys) {
		for (const key of keys) this.#taken.delete(key);
		this.#shrunk.ring();
	}
	/** Waits until no more than `maxCount` keys are left. Only one caller may wait at a time. */
	async waitForRoom(maxCount, signal) {
		while (this.count > maxCount) {
			await this.#shrunk.wait(signal);
			signal.throwIfAborted();
		}
	}
	/** Keys whose changes are visible and that are waiting to be applied or being applied. */
	get visibleCount() {
		return this.#ready.size + this.#taken.size;
	}
	get count() {
		return this.#arriving.size + this.#sealed.size + this.visibleCount;
	}
};

// src/engine/changes/heartbeat.ts
/** Heartbeats this often make barriers short and keep the lag known. Each is one small commit. */
const intervalMs$1 = 100;
const historyLength = 36e3;
/**
* Writes heartbeats to the changelog. Barriers and the stream lag are made of them. One connection writes one heartbeat at a
* time, so heartbeats commit in order.
*/
var Heartbeat = class {
	#session;
	#changelog;
	#dirty;
	#hurry = new Doorbell();
	#news = new Doorbell();
	#sentAt = /* @__PURE__ */ new Map();
	/** When heartbeats were sent, by mark modulo the length. An hour is enough for any lag that is worth a number. */
	#history = new Float64Array(historyLength);
	/** Somebody waits until this mark is committed and has come back, unless that has happened. */
	#wanted = 0;
	#mark = 0;
	#committed = 0;
	#seen = 0;
	#lagMs = 0;
	#commitMs = 0;
	#firstCommittedAt = null;
	constructor(session, changelog, dirty) {
		this.#session = session;
		this.#changelog = changelog;
		this.#dirty = dirty;
	}
	/**
	* Writes heartbeats until the signal is aborted.
	*
	* @throws GhostshipError `stream-broken` where none of them ever comes back
	*/
	async run(signal) {
		while (!signal.aborted) {
			await this.#send(signal);
			this.#refuseSilence();
			if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs$1);
		}
	}
	/**
	* The barrier. When it returns, every change that was committed before the call has been delivered by the stream, is
	* visible to readers and is `ready`.
	*/
	async passBarrier(signal) {
		const needed = this.#mark + 1;
		this.#wanted = needed;
		if (this.#mark === this.#committed) this.#hurry.ring();
		while (this.#committed < needed || this.#seen < needed) {
			await this.#news.wait(signal);
			signal.throwIfAborted();
		}
	}
	/** Waits until a heartbeat is committed or comes back. */
	async next(signal) {
		await this.#news.wait(signal);
	}
	/** The reader of the stream calls it for every heartbeat that came back, after all changes before it became dirty keys. */
	see(mark) {
		if (mark <= this.#seen) return;
		if (Math.min(this.#committed, this.#seen) < this.#wanted) {
			this.#dirty.seal();
			if (mark <= this.#committed) this.#dirty.confirm();
		}
		this.#seen = mark;
		for (const [sent, at] of this.#sentAt) {
			if (sent > mark) break;
			if (sent === mark) this.#lagMs = nowMs() - at;
			this.#sentAt.delete(sent);
		}
		this.#news.ring();
	}
	/** How long the newest heartbeat that came back was under way, or the age of the oldest that has not, if that is more. */
	get streamLagMs() {
		const [oldest] = this.#sentAt.values();
		const waiting = oldest === void 0 ? 0 : nowMs() - oldest;
		return Math.max(this.#lagMs, waiting > intervalMs$1 ? waiting : 0);
	}
	/** The newest heartbeat that was sent, and the newest that came back. */
	get marks() {
		return {
			sent: this.#mark,
			seen: this.#seen
		};
	}
	/** How far behind a server is that has this heartbeat and not the next one. */
	ageMs(mark) {
		if (mark >= this.#committed) return 0;
		if (mark <= this.#mark - historyLength) return Number.POSITIVE_INFINITY;
		return nowMs() - (this.#history[(mark + 1) % historyLength] ?? 0);
	}
	/** How long the latest heartbeat took to commit. */
	get commitMs() {
		return this.#commitMs;
	}
	/** A global read lock, of a backup for instance, holds heartbeats back as it holds every write. */
	async #write(mark, signal) {
		for (;;) {
			signal.throwIfAborted();
			try {
				await this.#session.run(writeHeartbeat(this.#changelog, mark));
				return;
			} catch (error) {
				if (!isLockConflict(error)) throw error;
			}
		}
	}
	async #send(signal) {
		this.#dirty.seal();
		const mark = ++this.#mark;
		const sentAt = nowMs();
		this.#sentAt.set(mark, sentAt);
		this.#history[mark % historyLength] = sentAt;
		await this.#write(mark, signal);
		this.#commitMs = nowMs() - sentAt;
		this.#dirty.confirm();
		this.#committed = mark;
		this.#firstCommittedAt ??= nowMs();
		this.#news.ring();
	}
	/** Without the first heartbeat nothing goes on, and whatever else the stream brings looks like lag. */
	#refuseSilence() {
		const waitedMs = nowMs() - (this.#firstCommittedAt ?? nowMs());
		if (this.#seen > 0 || waitedMs < 6e4) return;
		const { schema, name } = this.#changelog;
		throw new GhostshipError("stream-broken", `The server committed ${this.#committed} changes of ${schema}.${name} in ${Math.round(waitedMs / 1e3)} s, and its change stream brought none of them.`, { hint: `Look whether binlog_do_db or binlog_ignore_db keeps ${schema} out of the binary log (SHOW BINARY LOG STATUS; before MySQL 8.4 and on MariaDB SHOW MASTER STATUS), then run the migration again.` });
	}
};

// src/engine/changes/read-changes.ts
/** With more keys in memory than this the stream is not read. A key takes about 100 bytes. */
const maxDirtyKeys = 2e5;
/** Moves changed keys from the stream into the set of dirty keys until the signal is aborted. Waits while that set is full. */
async function readChanges({ stream, untilVisible, dirty, heartbeat }, signal) {
	while (!signal.aborted) {
		const { keys, heartbeat: mark, beforeHeartbeat, xaCommits } = await stream.take(signal);
		await untilVisible(xaCommits, signal);
		dirty.add(keys.slice(0, beforeHeartbeat));
		heartbeat.see(mark);
		dirty.add(keys.slice(beforeHeartbeat));
		await dirty.waitForRoom(maxDirtyKeys, signal);
	}
}

// src/engine/copy/load-watch.ts
const lookEveryMs$2 = 500;
/** One look above the critical load may be a short peak. So many in a row are none. */
const criticalLooks = 4;
/**
* Holds the copy while the server is busier than the user allows.
* @throws GhostshipError `critical-load`
*/
async function watchLoad(throttle, session, options, signal) {
	if (options.maxLoad.length + options.criticalLoad.length === 0) return;
	for (let critical = 0;;) {
		const over = await exceeded(session, options.criticalLoad);
		critical = over === null ? 0 : critical + 1;
		throttle.set("critical-load", over !== null);
		throttle.set("max-load", await exceeded(session, options.maxLoad) !== null);
		if (over !== null && critical >= criticalLooks) throw overloaded(over);
		await sleep(lookEveryMs$2, signal);
	}
}
/** Counts the statements of others on the server. Reads are among them, and no binlog shows reads. */
var ForeignStatements = class {
	#session;
	#ours;
	#count = 0;
	/** @param ours everything through which we send statements */
	constructor(session, ours) {
		this.#session = session;
		this.#ours = ours;
	}
	/** The number since the first look. */
	get count() {
		return this.#count;
	}
	/** Counts until the signal is aborted. */
	async run(signal) {
		for (let first = null;;) {
			const [row] = await this.#session.rows(showStatus("Questions"));
			const foreign = Number(row?.Value ?? 0) - this.#ours.reduce((sum, { statementCount }) => sum + statementCount, 0);
			first ??= foreign;
			this.#count = foreign - first;
			await sleep(lookEveryMs$2, signal);
		}
	}
};
/**
* Holds the copy while a replica lags. A replica that cannot be asked counts as one that lags.
* Lag is measured with our own heartbeats, in milliseconds, and needs no two clocks to agree.
*
* @param ageMs how far behind a replica is that has applied the heartbeat with this mark and not the next
*/
async function watchReplicas(throttle, ageMs, changelog, options, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		if (options.lagReplicas.length === 0) return;
		const replicas = _usingCtx$3.a(new Replicas(options.lagReplicas));
		for (;;) {
			const lagsMs = (await replicas.marks(changelog)).map((mark) => mark === null ? Number.POSITIVE_INFINITY : ageMs(mark));
			throttle.set("replica-lag", Math.max(...lagsMs) > options.maxLagMs);
			await sleep(lookEveryMs$2, signal);
		}
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** Connections to the replicas. One that breaks is opened again. */
var Replicas = class {
	#targets;
	#sessions = /* @__PURE__ */ new Map();
	constructor(targets) {
		this.#targets = targets;
	}
	/** The newest heartbeat that each replica has applied; `null` for one that cannot be asked. */
	marks(changelog) {
		return Promise.all(this.#targets.map((target) => this.#mark(target, changelog).catch(() => null)));
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#sessions.values()].map((session) => session[Symbol.asyncDispose]()));
	}
	async #mark(target, changelog) {
		let session = this.#sessions.get(target);
		if (session === void 0 || !session.alive) {
			session = await connect(target, `reading the lag of ${describeTarget(target)}`);
			this.#sessions.set(target, session);
		}
		const [row] = await session.rows(readMark(changelog));
		return row === void 0 ? null : Number(row.mark);
	}
};
async function exceeded(session, limits) {
	for (const limit of limits) {
		const [row] = await session.rows(showStatus(limit.variable));
		const value = Number(row?.Value);
		if (!(value <= limit.value)) return `${limit.variable} is ${row === void 0 ? "unknown to the server" : value} and may be ${limit.value}`;
	}
	return null;
}
function overloaded(what) {
	return new GhostshipError("critical-load", `The server is too busy to go on: ${what}.`, { hint: "Run the migration when the server has less to do, or raise critical-load." });
}

// src/engine/copy/pace.ts
/**
* For a server where nobody else is at work. Statements are so long that round trips and commits take next to none of the time,
* and so short that undo stays small and replicas get the table in pieces.
*/
const alone = {
	targetMs: 400,
	maxBytes: 8388608,
	maxRows: Number.POSITIVE_INFINITY,
	restRows: Number.POSITIVE_INFINITY,
	restBytes: Number.POSITIVE_INFINITY
};
/**
* For a server where others are at work. Two things make writers wait:
*
* - A commit holds the binlog's locks while its bytes are written, and the commits of writers wait behind it (measured: 1 ms,
*   and another 4.4 ms for each megabyte). So chunks are small.
* - A thread that uses its processor up to the end of a time slice, about 3 ms, is interrupted at any place, perhaps while it
*   holds a lock that others wait for. So statements rest. Measured: MySQL's stalls of 100 ms (benchmarks.md) came 3 times in
*   132 s with rests and 7 times in 123 s without, and the writers' p99 was a quarter lower.
*/
const amongOthers = {
	targetMs: 60,
	maxBytes: 262144,
	maxRows: 2e3,
	restRows: 50,
	restBytes: 16384
};
/** Where even that is too much for the server's disk, chunks go down to this, and then the copy waits. */
const leastBytes = 32768;
const lookEveryMs$1 = 100;
/** The looks of one minute. Commits that stay slow for longer count as usual, and the copy goes on. */
const usualLooks = 600;
/** Our heartbeats wait in the same queue as all commits. If they take this many times longer than usual, the queue is long. */
const slowFactor = 3;
const slowAtLeastMs = 10;
/** With so many statements of others in the last second, others are at work. Monitoring sends fewer. */
const busyWrites = 5;
const busyStatements = 50;
const calmAfterMs = 3e3;
const minReaders = 2;
/** The pace goes down at once and goes up after this time. */
const upAfterMs = 2e3;
/**
* How hard the copy may work: the number of its workers and the size of its chunks. It depends on what others ask of the
* server and on how long our own small commits take. It needs no setting.
*/
var Pace = class {
	#commitMs;
	#throttle;
	#workerCount;
	#traffic;
	#more = new Doorbell();
	#commitsMs = [];
	#workers;
	#bytes = amongOthers.maxBytes;
	#busyAt = Number.NEGATIVE_INFINITY;
	#changedAt = 0;
	/** @param commitMs how long our latest heartbeat took to commit */
	constructor(commitMs, throttle, workerCount, traffic) {
		this.#commitMs = commitMs;
		this.#throttle = throttle;
		this.#workerCount = workerCount;
		this.#traffic = traffic;
		this.#workers = workerCount.current;
	}
	get goal() {
		return this.isAmongOthers ? {
			...amongOthers,
			maxBytes: this.#bytes
		} : alone;
	}
	get isAmongOthers() {
		return nowMs() - this.#busyAt < calmAfterMs;
	}
	get workers() {
		return this.#workers;
	}
	/** Waits while this worker may not do such work, as long as there is work. Workers are numbered from 0. */
	async pass(worker, work, chunker, signal) {
		while (worker >= this.#workersFor(work) && !chunker.isClaimed) {
			await this.#more.wait(signal, lookEveryMs$1);
			signal.throwIfAborted();
		}
	}
	/** Wakes the workers that wait in {@link pass}, because no chunk is left. */
	endTurns() {
		this.#more.ring();
	}
	/** Looks and decides until the signal is aborted. */
	async run(signal) {
		const looks = [this.#traffic()];
		while (!signal.aborted) {
			await sleep(lookEveryMs$1, signal);
			looks.push(this.#traffic());
			if (looks.length > 11) looks.shift();
			this.#look(looks);
		}
	}
	/** While nobody else is at work, slow commits are our own large ones. They do no harm. */
	#look(looks) {
		const now = nowMs();
		if (isBusy(looks)) {
			this.#busyAt = now;
			this.#setWorkers(this.#workers);
		}
		const isSlow = this.#commitsAreSlow() && this.isAmongOthers;
		this.#throttle.set("commit-latency", isSlow && this.#bytes === leastBytes);
		this.#tryMoreWorkers(now, looks.at(-1)?.copiedRows ?? 0);
		if (isSlow) {
			this.#setWorkers(1);
			this.#setBytes(Math.max(leastBytes, this.#bytes / 2));
		} else if (now - this.#changedAt > upAfterMs) this.#goUp();
	}
	#goUp() {
		if (this.isAmongOthers && this.#bytes < amongOthers.maxBytes) this.#setBytes(this.#bytes * 2);
		else this.#setWorkers(this.#workers + 1);
	}
	#tryMoreWorkers(now, copiedRows) {
		const allWork = this.#workers === this.#workerCount.current;
		if (this.isAmongOthers || !allWork || this.#throttle.holds.length > 0) return this.#workerCount.discard();
		this.#workerCount.measure(now, copiedRows);
		this.#setWorkers(this.#workerCount.current);
	}
	#commitsAreSlow() {
		this.#commitsMs.push(this.#commitMs());
		if (this.#commitsMs.length > usualLooks) this.#commitsMs.shift();
		const usual = quantile(this.#commitsMs, .2);
		return quantile(this.#commitsMs.slice(-5), .5) > Math.max(slowAtLeastMs, usual * slowFactor);
	}
	/** Readers commit nothing that writers would have to wait for. Two harm writers no more than one (measured: p99 of writers). */
	#workersFor(work) {
		return work === "copying" ? this.#workers : Math.max(this.#workers, Math.min(minReaders, this.#workerCount.current));
	}
	#setBytes(bytes) {
		this.#bytes = bytes;
		this.#changedAt = nowMs();
	}
	/** Sets their number, or the largest number allowed now if that is smaller. */
	#setWorkers(count) {
		const { current, maxAmongOthers } = this.#workerCount;
		const allowed = Math.min(count, this.isAmongOthers ? maxAmongOthers : current);
		if (allowed === this.#workers) return;
		const isMore = allowed > this.#workers;
		this.#workers = allowed;
		this.#changedAt = nowMs();
		if (isMore) this.#more.ring();
	}
};
function isBusy(looks) {
	const [first] = looks;
	const last = looks.at(-1);
	if (first === void 0 || last === void 0) return false;
	return last.foreignWrites - first.foreignWrites >= busyWrites || last.foreignStatements - first.foreignStatements >= busyStatements;
}
function quantile(values, share) {
	return values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;
}

// src/engine/copy/throttle.ts
/** Holds the copy, never the apply. Every hold has a reason with a name, so that a person sees why the copy waits. */
var Throttle = class {
	#holds = /* @__PURE__ */ new Set();
	#released = new Doorbell();
	get holds() {
		return [...this.#holds];
	}
	set(reason, held) {
		if (held) this.#holds.add(reason);
		else if (this.#holds.delete(reason) && this.#holds.size === 0) this.#released.ring();
	}
	/** Waits until nothing holds the copy. */
	async pass(signal) {
		signal.throwIfAborted();
		while (this.#holds.size > 0) {
			await this.#released.wait(signal);
			signal.throwIfAborted();
		}
	}
};

// src/engine/copy/worker-count.ts
/** Two workers use two cores fully. More are for servers with more cores (measured: engine benchmark, idle copy). */
const usual = 2;
const most = 4;
/** About ten chunks of two workers, so that one chunk more or less does not decide. */
const windowMs = 2500;
/**
* A worker stays if the copy is faster by this factor. On a free core a third worker makes it faster by half, a fourth by a
* third. Without a free core they make it hardly faster.
*/
const worthwhile = 1.2;
/** How many workers the copy has. A server does not tell everybody how many cores it has. So one more is tried, and stays if it helps. */
var WorkerCount = class {
	max;
	/** The limit while others are at work. */
	maxAmongOthers;
	#current;
	#window = null;
	/** Rows a millisecond before the last worker was added; `null` while there is nothing to compare with. */
	#rateBefore = null;
	#isSettled;
	/** @param commitsMayStall the answer of {@link commitsMayStall} */
	constructor(wish, commitsMayStall) {
		this.max = wish === "auto" ? most : wish;
		this.#current = wish === "auto" ? usual : wish;
		this.maxAmongOthers = commitsMayStall ? 1 : Math.min(usual, this.max);
		this.#isSettled = wish !== "auto";
	}
	get current() {
		return this.#current;
	}
	/** Call it again and again while all workers copy and nobody else is at work. */
	measure(atMs, rows) {
		if (this.#isSettled) return;
		this.#window ??= {
			atMs,
			rows
		};
		if (atMs - this.#window.atMs < windowMs) return;
		const rate = (rows - this.#window.rows) / (atMs - this.#window.atMs);
		this.#window = null;
		if (rate === 0) return;
		const helped = this.#rateBefore === null || rate > this.#rateBefore * worthwhile;
		if (!helped) this.#current--;
		this.#isSettled = !helped || this.#current === this.max;
		if (this.#isSettled) return;
		this.#rateBefore = rate;
		this.#current++;
	}
	/** Forgets the measurement under way: not all workers copied, or others were at work. */
	discard() {
		this.#window = null;
		if (this.#isSettled || this.#rateBefore === null) return;
		this.#rateBefore = null;
		this.#current--;
	}
};
/**
* True where each session that commits writes the redo log itself: MySQL with `innodb_log_writer_threads=OFF`, its default
* below 32 processors. There, when a session is interrupted while it writes to the log, commits behind it sleep for 100 ms. Two
* copying sessions make that three to four times as frequent as one. Elsewhere two sessions need three quarters of the time of
* one, and the longest waits of writers do not grow (measured: docs/benchmarks.md).
*/
async function commitsMayStall(server) {
	return await server.variable("innodb_log_writer_threads") === "OFF";
}

// src/engine/run/backlog-watch.ts
/** With a backlog like this the copy waits, so that the apply gets the server. */
const holdCopyAboveKeys = 2e4;
const lookEveryMs = 100;
const reportEveryMs = 1e3;
/**
* Holds the copy while the apply is behind, and reports the progress.
* @throws GhostshipError `cannot-keep-up`
*/
async function watchBacklog(watch, signal) {
	const { throttle, dirty, heartbeat, applier, trend, recorder, maxLagMs } = watch;
	for (let reportedAt = 0;;) {
		const [waiting, streamLagMs] = [dirty.count, heartbeat.streamLagMs];
		throttle.set("dirty-keys", waiting > holdCopyAboveKeys);
		throttle.set("stream-lag", streamLagMs > maxLagMs);
		const isBehind = waiting > holdCopyAboveKeys || streamLagMs > maxLagMs;
		const backlog = {
			delivered: dirty.addedCount,
			applied: applier.applied,
			waiting,
			streamLagMs
		};
		trend.check({
			...backlog,
			atMs: nowMs()
		}, isBehind && !applier.isSuspended);
		if (nowMs() - reportedAt >= reportEveryMs) {
			recorder.reportProgress();
			reportedAt = nowMs();
		}
		await sleep(lookEveryMs, signal);
	}
}

// src/engine/run/command-listener.ts
/** A command takes effect within this time, and the status that `status` shows is no older. */
const intervalMs = 500;
/** Reads the commands of people, which arrive as rows in the changelog, and obeys them. Holds the gate. */
var CommandListener = class {
	#changelog;
	#throttle;
	#cutoverBell = new Doorbell();
	#lastCommand = 0;
	#cutoverOrdered = false;
	constructor(changelog, throttle) {
		this.#changelog = changelog;
		this.#throttle = throttle;
	}
	/**
	* Writes the status row and obeys commands until the signal is aborted.
	* @throws GhostshipError `aborted` when a person says so
	*/
	async run(session, status, signal) {
		for (;;) {
			for (const row of await this.#exchange(session, status())) {
				this.#lastCommand = Number(row.id);
				this.#obey(String(row.kind));
			}
			await sleep(intervalMs, signal);
		}
	}
	/** Returns once a person has ordered the cutover. */
	async gate(signal) {
		while (!this.#cutoverOrdered) {
			await this.#cutoverBell.wait(signal);
			signal.throwIfAborted();
		}
	}
	/** A global read lock, of a backup for instance, keeps everybody from writing. Then there are no new commands either. */
	async #exchange(session, status) {
		try {
			await session.run(writeStatus(this.#changelog, JSON.stringify(status)));
			return await session.rows(selectCommands(this.#changelog, this.#lastCommand));
		} catch (error) {
			if (isLockConflict(error)) return [];
			throw error;
		}
	}
	#obey(command) {
		switch (command) {
			case "cutover":
				this.#cutoverOrdered = true;
				return this.#cutoverBell.ring();
			case "pause": return this.#throttle.set("paused", true);
			case "resume": return this.#throttle.set("paused", false);
			case "abort": throw new GhostshipError("aborted", "The migration was aborted by a command.", { hint: "Nothing is left behind." });
		}
	}
};

// src/engine/run/pipeline.ts
const applySessions = 4;
const confirmLockEveryMs = 5e3;
/** Opens the sessions and the change stream, and starts all that runs beside the phases. */
async function openPipeline(context, plan, sessions, from, signal) {
	const { request, control, recorder } = context;
	const { target, options } = request;
	const workerCount = new WorkerCount(options.workers, await commitsMayStall(control.server));
	const opened = await openSessions(sessions, workerCount.max);
	const copiers = options.workers === "auto" && await numbersSerially(control.server, plan) ? opened.workers.slice(0, 1) : opened.workers;
	const stream = await openChangeStream(target, from, plan.watched, signal);
	const parts = connectParts(context, plan, sessions, opened, stream, workerCount);
	const { applier, dirty, heartbeat, throttle, pace } = parts;
	const group = new TaskGroup(signal);
	startTasks(group, context, plan, parts, opened, stream);
	recorder.readGauges({
		rowsEstimated: plan.rowsEstimated,
		changesApplied: () => applier.applied,
		dirtyKeys: () => dirty.count,
		streamLagMs: () => heartbeat.streamLagMs,
		holds: () => throttle.holds,
		workers: () => Math.min(pace.workers, copiers.length)
	});
	return {
		...parts,
		group,
		stream,
		workers: opened.workers,
		copiers,
		spareSession: opened.spare,
		async [Symbol.asyncDispose]() {
			await stream[Symbol.asyncDispose]();
			await group[Symbol.asyncDispose]();
		}
	};
}
async function openSessions(sessions, workerCount) {
	const [heartbeat, commands, load, spare] = await Promise.all([
		sessions.openWithClock("writing heartbeats"),
		sessions.openWithClock("listening for commands"),
		sessions.openWithClock("watching the load"),
		sessions.openWithClock("asking the server")
	]);
	return {
		heartbeat,
		commands,
		load,
		spare,
		workers: await sessions.openMany(workerCount, "copying rows"),
		appliers: await sessions.openMany(applySessions, "applying changes")
	};
}
/**
* Where `innodb_autoinc_lock_mode` is not 2 ("interleaved"; MariaDB's default is 1), only one INSERT … SELECT at a time may
* write to a table that numbers its rows, even when the rows bring their numbers. A second worker then makes the copy slower
* (measured).
*/
async function numbersSerially(server, { hasCounter }) {
	return hasCounter && await server.variable("innodb_autoinc_lock_mode") !== "2";
}
function connectParts({ control, recorder }, plan, sessions, opened, stream, workerCount) {
	const dirty = new DirtyKeys();
	const heartbeat = new Heartbeat(opened.heartbeat, plan.names.changelog, dirty);
	const chunker = new Chunker(plan.tables, plan.key.orderedHere);
	const applier = new Applier(plan.tables, dirty, chunker, heartbeat, opened.appliers);
	const throttle = new Throttle();
	const foreignStatements = new ForeignStatements(opened.load, [
		sessions,
		control.sessions,
		control.session
	]);
	const pace = new Pace(() => heartbeat.commitMs, throttle, workerCount, () => ({
		foreignWrites: stream.foreignWriteCount,
		foreignStatements: foreignStatements.count,
		copiedRows: recorder.copiedRows
	}));
	return {
		dirty,
		heartbeat,
		chunker,
		applier,
		throttle,
		pace,
		sizer: new ChunkSizer(pace, plan.rowBytes),
		commands: new CommandListener(plan.names.changelog, throttle),
		foreignStatements
	};
}
function startTasks(group, { request: { options }, control: { server }, recorder, nameLock }, { names }, parts, opened, stream) {
	const { dirty, heartbeat, applier, throttle, pace, commands, foreignStatements } = parts;
	const trend = new BacklogTrend(names.original);
	const untilVisible = (xids, signal) => waitForXaCommits(xids, server.flavor, opened.load, signal);
	const ageMs = (mark) => heartbeat.ageMs(mark);
	const backlog = {
		throttle,
		dirty,
		heartbeat,
		applier,
		trend,
		recorder,
		maxLagMs: options.maxLagMs
	};
	group.spawn((signal) => readChanges({
		stream,
		untilVisible,
		dirty,
		heartbeat
	}, signal));
	group.spawn((signal) => heartbeat.run(signal));
	group.spawn((signal) => pace.run(signal));
	group.spawn((signal) => applier.run(signal));
	group.spawn((signal) => commands.run(opened.commands, () => recorder.status(), signal));
	group.spawn((signal) => watchLoad(throttle, opened.load, options, signal));
	group.spawn((signal) => foreignStatements.run(signal));
	group.spawn((signal) => watchReplicas(throttle, ageMs, names.changelog, options, signal));
	group.spawn((signal) => keepNameLock(nameLock, signal));
	group.spawn((signal) => watchBacklog(backlog, signal));
}
/** A run that has lost the lock must not go on: another run may take the lock, and our tables with it. */
async function keepNameLock(nameLock, signal) {
	for (;;) {
		await nameLock.confirm();
		await sleep(confirmLockEveryMs, signal);
	}
}

// src/engine/run/recorder.ts
/** Records what has happened so far. When the migration ends, in whichever way, that becomes its outcome. */
var Recorder = class {
	#request;
	#observe;
	#startedAt = nowMs();
	#startedDate = /* @__PURE__ */ new Date();
	#state = "queued";
	#gauges = null;
	#copyStartedAt = null;
	#copyMs = 0;
	#rowsCopied = 0;
	algorithm = null;
	verified = null;
	lockedMs = 0;
	attempts = 0;
	indexBuild = null;
	retired = null;
	/** The name as the server spells it; empty until the server was asked. */
	table = "";
	constructor(request, observe) {
		this.#request = request;
		this.#observe = observe;
	}
	get state() {
		return this.#state;
	}
	enter(state) {
		if (state === "copying") this.#copyStartedAt = nowMs();
		if (this.#state === "copying" && this.#copyStartedAt !== null) this.#copyMs = nowMs() - this.#copyStartedAt;
		this.#state = state;
		this.#observe({
			type: "state",
			table: this.table,
			state
		});
	}
	notice(message) {
		this.#observe({
			type: "notice",
			table: this.table,
			message
		});
	}
	cutoverAttempt(attempt, lockedMs, failure) {
		this.attempts = attempt;
		this.lockedMs = Math.round(lockedMs);
		this.#observe({
			type: "cutover-attempt",
			table: this.table,
			attempt,
			lockedMs,
			failure
		});
	}
	readGauges(gauges) {
		this.#gauges = gauges;
	}
	get copiedRows() {
		return this.#rowsCopied;
	}
	addCopied(rows) {
		this.#rowsCopied += rows;
	}
	reportProgress() {
		this.#observe({
			type: "progress",
			table: this.table,
			progress: this.progress()
		});
	}
	progress() {
		const elapsedMs = nowMs() - this.#startedAt;
		const copyingMs = this.#copyStartedAt === null ? 0 : this.#copyMs || nowMs() - this.#copyStartedAt;
		const rowsPerSecond = copyingMs > 0 ? this.#rowsCopied * 1e3 / copyingMs : 0;
		const left = Math.max(0, (this.#gauges?.rowsEstimated ?? 0) - this.#rowsCopied);
		return {
			state: this.#state,
			rowsCopied: this.#rowsCopied,
			rowsEstimated: this.#gauges?.rowsEstimated ?? 0,
			changesApplied: this.#gauges?.changesApplied() ?? 0,
			dirtyKeys: this.#gauges?.dirtyKeys() ?? 0,
			streamLagMs: Math.round(this.#gauges?.streamLagMs() ?? 0),
			elapsedMs: Math.round(elapsedMs),
			remainingMs: this.#state === "copying" && rowsPerSecond > 0 ? Math.round(left * 1e3 / rowsPerSecond) : null,
			rowsPerSecond: Math.round(rowsPerSecond),
			workers: this.#gauges?.workers() ?? 0,
			indexBuild: this.indexBuild,
			holds: this.#gauges?.holds() ?? []
		};
	}
	status() {
		return {
			migrationId: this.#request.migrationId,
			table: this.table,
			statement: this.#request.statement,
			startedAt: this.#startedDate.toISOString(),
			progress: this.progress()
		};
	}
	completed() {
		this.enter("completed");
		return this.#outcome("changed", null);
	}
	failed(error) {
		const known = error instanceof GhostshipError ? error : wrap(error);
		this.enter(known.code === "aborted" ? "aborted" : "failed");
		return this.#outcome(known.tableState, {
			code: known.code,
			message: known.message,
			hint: known.hint
		});
	}
	#outcome(tableState, error) {
		const { rowsCopied, changesApplied } = this.progress();
		return {
			file: this.#request.file,
			statement: this.#request.statement,
			table: this.table,
			state: this.#state,
			tableState,
			algorithm: this.algorithm,
			rowsCopied,
			changesApplied,
			durationMs: Math.round(nowMs() - this.#startedAt),
			copyMs: Math.round(this.#copyMs),
			lockedMs: Math.round(this.lockedMs),
			attempts: this.attempts,
			verified: this.verified,
			retired: this.retired,
			resumed: false,
			error
		};
	}
};
/** For errors without a code of ours: of the connection, of the server, or a mistake of ours. Before the rename the table is unchanged. */
function wrap(error) {
	const message = messageOf(error);
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", message, {
		hint: "Check that the server is up and run the migration again.",
		cause: error
	});
	if (isServerError(error, "ER_NO_SUCH_TABLE")) return new GhostshipError("original-changed", `A table of the migration is gone: ${message}`, {
		hint: "The migration changed nothing. Find out who dropped or renamed the table, then run the migration again.",
		cause: error
	});
	if (error instanceof ServerError) return new GhostshipError("server-error", `The server answered with an error: ${message}`, {
		hint: "Correct what the server names and run the migration again.",
		cause: error
	});
	return new GhostshipError("internal", message, {
		hint: "This is a mistake in Ghostship: please report it with this message.",
		cause: error
	});
}

// src/engine/run/runtime-limit.ts
function limitRuntime(maxRuntimeMs, parent) {
	const controller = new AbortController();
	const signal = AbortSignal.any([parent, controller.signal]);
	const timer = maxRuntimeMs === null ? null : setTimeout(() => controller.abort(timeIsUp(maxRuntimeMs)), maxRuntimeMs);
	return {
		signal,
		get reason() {
			return signal.aborted ? asAborted(reasonOf(signal)) : null;
		},
		[Symbol.dispose]() {
			if (timer !== null) clearTimeout(timer);
		}
	};
}
function asAborted(reason) {
	if (reason instanceof GhostshipError) return reason;
	return new GhostshipError("aborted", "The migration was stopped.", {
		hint: "Run it again when you like.",
		cause: reason
	});
}
function timeIsUp(maxRuntimeMs) {
	return new GhostshipError("time-limit", `The migration did not finish within ${Math.round(maxRuntimeMs / 1e3)} s.`, { hint: "Raise max-runtime, or run it when the server has less to do." });
}

// src/engine/tables/fingerprint.ts
/** Identifies a table by its definition, and by its id in InnoDB where the user may see that. */
var Fingerprint = class Fingerprint {
	#table;
	#flavor;
	#taken;
	constructor(table, flavor, taken) {
		this.#table = table;
		this.#flavor = flavor;
		this.#taken = taken;
	}
	/** @param createStatement the definition that was read together with everything else about the table */
	static async take(session, table, createStatement, flavor) {
		return new Fingerprint(table, flavor, `${await readId(session, table, flavor)}\n${withoutCounter(createStatement)}`);
	}
	/** The fingerprint of the same table as it is now. */
	async renewed(session) {
		return new Fingerprint(this.#table, this.#flavor, await read(session, this.#table, this.#flavor));
	}
	/** @throws GhostshipError `original-changed` */
	async confirm(session) {
		if (await read(session, this.#table, this.#flavor).catch((error) => String(error)) === this.#taken) return;
		throw new GhostshipError("original-changed", `${this.#table.name} was altered, replaced or dropped while it was being migrated.`, { hint: "The table is as that change left it. Run the migration again when nobody else changes the table." });
	}
};
async function read(session, table, flavor) {
	const definition = withoutCounter(await readCreateStatement(session, table));
	return `${await readId(session, table, flavor)}\n${definition}`;
}
/** `''` where the user may not see it. */
async function readId(session, table, flavor) {
	const rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
	return String(rows[0]?.id ?? "");
}

// src/engine/tables/name-lock.ts
/** @throws GhostshipError `already-running` */
async function takeNameLock(sessions, original) {
	const session = await sessions.open("holding the name lock");
	const name = lockName(original);
	const [row] = await session.rows(getLock(name, 0));
	if (Number(row?.taken) !== 1) {
		await session[Symbol.asyncDispose]();
		throw new GhostshipError("already-running", `Another migration of ${original.name} is running on this server.`, { hint: "Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`." });
	}
	return {
		confirm: () => confirm(session, name, original),
		[Symbol.asyncDispose]: () => session[Symbol.asyncDispose]()
	};
}
async function confirm(session, name, original) {
	const holder = await session.rows(isUsedLock(name)).catch(() => []);
	if (Number(holder[0]?.holder) === session.id) return;
	throw new GhostshipError("lock-lost", `The lock that prevents a second migration of ${original.name} is gone, because its connection broke.`, { hint: "Look for what kills idle connections (timeouts, a proxy), then run the migration again." });
}

// src/engine/migrate.ts
/**
* Migrates one table. Never throws: the outcome says whatever happens.
* @param observe is told of every step; it must return at once
*/
async function migrateTable(request, observe, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const recorder = new Recorder(request, observe);
		const limited = _usingCtx$2.u(limitRuntime(request.options.maxRuntimeMs, signal));
		try {
			await runPhases(request, recorder, limited.signal);
			return recorder.completed();
		} catch (error) {
			const isDecided = error instanceof GhostshipError && error.tableState !== "unchanged";
			return recorder.failed(isDecided ? error : limited.reason ?? error);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
async function runPhases(request, recorder, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		recorder.enter("preflight");
		const { target, options } = request;
		refuseStatement(requireAlter(request.statement, null));
		const control = _usingCtx3.a(await openControlConnection(target, options.allow));
		const { server, session, sessions } = control;
		const alter = requireAlter(request.statement, server);
		const table = {
			schema: alter.table.schema ?? target.database,
			name: alter.table.name
		};
		const original = await inspectOriginal(session, server, table, "migration");
		recorder.table = original.table.name;
		refuseForeignKeyAdded(alter, original.table, server);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		if (options.algorithm === "copy") await refuseCopy(control, original, alter, options);
		const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
		const nameLock = _usingCtx3.a(await takeNameLock(sessions, original.table));
		_usingCtx3.a(await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status())));
		const context = {
			request,
			control,
			alter,
			original,
			fingerprint,
			names,
			nameLock,
			recorder
		};
		const attempt = await changeOnServer(context, signal);
		if (attempt === "done") return;
		await refuseCopy(control, original, alter, options);
		if (attempt !== "ghost-altered") await alterGhost(context);
		recorder.algorithm = "copy";
		await copyTable(context, signal);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function copyTable(context, signal) {
	try {
		var _usingCtx4 = _usingCtx();
		const { request, control, alter, original, names, recorder } = context;
		const { server, session } = control;
		const { options } = request;
		const ghost = await inspectTable(session, names.ghost) ?? original;
		const plan = planCopy(names, original, ghost, alter, server, options.allow);
		await refuseHazards(control, original, ghost, plan.map, signal);
		await refuseZeroUnderCounter(session, original, plan.map);
		const triggers = new Triggers(names, original.triggers);
		await triggers.tryOut(control.sessions);
		const foreignKeys = new ForeignKeys(names, original, plan.map, options.foreignKeys);
		await foreignKeys.tryOut(control.sessions, options.lockBudgetMs);
		const deferred = chooseDeferral(ghost, original, options.indexes, await hasReplicas(session))?.indexes ?? [];
		await removeIndexes(session, names.ghost, deferred);
		const sessions = _usingCtx4.a(new Sessions(request.target, plan.settings));
		const position = await currentPosition(session, server.flavor);
		await refuseNewRelations(session, original);
		await waitForPreparedXa(session, signal);
		const pipeline = _usingCtx4.a(await openPipeline(context, plan, sessions, position, signal));
		const { group, heartbeat, applier, copiers } = pipeline;
		recorder.enter("copying");
		await group.lead(heartbeat.passBarrier(group.signal));
		const copyWork = {
			...pipeline,
			tables: plan.tables,
			onCopied: (rows) => recorder.addCopied(rows),
			onDuplicates: (keys) => pipeline.dirty.addVisible(keys)
		};
		await group.lead(copyAllRows(copyWork, copiers, group.signal));
		recorder.enter("catching_up");
		await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
		await group.lead(applier.catchUp(group.signal));
		const proof = await prove(context, plan, pipeline);
		if (options.cutover === "wait") {
			recorder.enter("waiting_for_cutover");
			await group.lead(pipeline.commands.gate(group.signal));
		}
		recorder.enter("cutting_over");
		const cutover = {
			context,
			pipeline,
			sessions,
			proof,
			triggers,
			foreignKeys,
			witness: new SwapWitness(pipeline.stream, names)
		};
		await group.lead(cutOver(await prepareCutover(cutover), group.signal));
		await tidyUp(cutover, signal);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/** Compares original and ghost. The ghost that is proven here must still be the same when the tables are swapped. */
async function prove(context, plan, pipeline) {
	const { control, names, recorder, request } = context;
	const createStatement = await readCreateStatement(control.session, names.ghost);
	const ghost = await Fingerprint.take(control.session, names.ghost, createStatement, control.server.flavor);
	const { orderedHere } = plan.key;
	const work = {
		...pipeline,
		tables: plan.verify,
		orderedHere,
		rowBytes: plan.rowBytes
	};
	if (request.options.verify === "off") return {
		work,
		ghost,
		unsettled: []
	};
	recorder.enter("verifying");
	const { group, workers } = pipeline;
	const { unsettled, ...verified } = await group.lead(verify(work, workers, group.signal));
	recorder.verified = verified;
	return {
		work,
		ghost,
		unsettled
	};
}
/** The swap is done. A failure from here on leaves something to clean up, but no doubt about the table. */
async function tidyUp({ context, triggers, foreignKeys, witness }, signal) {
	const { request, names, control, recorder } = context;
	const { retired, original } = names;
	const name = retired.schema === original.schema ? retired.name : `${retired.schema}.${retired.name}`;
	recorder.retired = name;
	const isProven = await witness.confirm();
	for (const notice of await triggers.giveNames(control.sessions, signal)) recorder.notice(notice);
	await foreignKeys.dropFromRetired(control.session).catch(() => {
		recorder.notice(`${name} still has its foreign keys. Rows that it refers to cannot be deleted while it exists.`);
	});
	if (!isProven) recorder.notice(`The binary log could not be read up to the swap, so ${name}, the table as it was before, is kept.`);
	else if (request.options.retired === "drop") await dropRetired(control.session, names).then(() => {
		recorder.retired = null;
	}, () => recorder.notice(`${name}, the table as it was before, could not be dropped. \`ghostship cleanup\` drops it.`));
}

// src/commands/migrate/direct-outcome.ts
/**
* Carries out a statement that needs no copy, and tells it like any other migration.
*
* @param run what to do; gives the name of the retired table, if there is one
*/
async function runDirectly(statement, observe, run) {
	const startedAt = nowMs();
	const outcome = await outcomeOf(statement, run);
	observe({
		type: "state",
		table: statement.label,
		state: outcome.state
	});
	return {
		...outcome,
		algorithm: "direct",
		durationMs: Math.round(nowMs() - startedAt)
	};
}
async function outcomeOf(statement, run) {
	try {
		const retired = await run();
		return {
			...notStarted(statement, statement.label),
			state: "completed",
			tableState: "changed",
			retired
		};
	} catch (error) {
		return failed(statement, statement.label, error);
	}
}

// src/commands/migrate/carry-out.ts
/** One statement, by the way that fits it. Never throws for a failed migration. */
async function carryOut({ id, statement, task }, { target, foldsNames }, settings, observe, signal) {
	const { file, text, label } = statement;
	const options = engineOptions(settings.valuesFor(file, statement.table), settings);
	const { schema, name } = qualify(task.table, target.database);
	const isHome = foldsNames && schema.toLowerCase() === target.database.toLowerCase();
	const inWords = (table) => labelOf(isHome ? null : schema, table, target.database);
	switch (task.kind) {
		case "create": return runDirectly(statement, observe, () => createTable({
			statement: text,
			table: label,
			place: placeOf(statement)
		}, target));
		case "drop": return runDirectly(statement, observe, async () => {
			const retirement = {
				table: {
					schema,
					name
				},
				ifExists: task.ifExists
			};
			const retired = await retireTable(retirement, target, options.lockBudgetMs);
			return retired === null ? null : inWords(retired);
		});
		case "change": {
			const outcome = await migrateTable({
				target,
				file,
				statement: text,
				migrationId: id,
				options
			}, observe, signal);
			return {
				...outcome,
				table: outcome.table === "" ? label : inWords(outcome.table)
			};
		}
	}
}

// src/commands/migrate/run-steps.ts
/** One after the other until one fails. Gives an outcome for every step; those not reached are `queued`. */
async function runSteps(steps, context, observe, signal) {
	const outcomes = [];
	for (const [index, step] of steps.entries()) {
		const { id, statement } = step;
		observe({
			type: "started",
			statement,
			id,
			table: statement.label,
			number: index + 1,
			total: steps.length
		});
		const outcome = await runStep(step, context, observe, signal);
		observe({
			type: "finished",
			outcome
		});
		outcomes.push(outcome);
		if (outcome.state !== "completed") break;
	}
	const rest = steps.slice(outcomes.length);
	await Promise.all(rest.map(({ id }) => context.ledger.abandon(id).catch(() => void 0)));
	return [...outcomes, ...rest.map(({ statement }) => notStarted(statement, statement.label))];
}
async function runStep(step, { target, ledger, settings, foldsNames }, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const entry = _usingCtx$1.a(new LedgerEntry(ledger, step.id));
		const outcome = await carryOut(step, {
			target,
			foldsNames
		}, settings, (event) => {
			entry.note(event);
			observe({
				type: "engine",
				event
			});
		}, signal).catch((error) => failed(step.statement, step.statement.label, unforeseen(error)));
		const complaint = await entry.finish(outcome);
		if (complaint !== null) observe({
			type: "warning",
			message: notWritten(step, outcome, complaint)
		});
		return outcome;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** After such an error nothing is known about the table, and the outcome must say so. */
function unforeseen(error) {
	if (error instanceof GhostshipError) return error;
	return new GhostshipError("internal", messageOf(error), {
		hint: "Look at the table before anything else is run. This is a mistake in Ghostship: please report it with this message.",
		tableState: "unknown",
		cause: error
	});
}
function notWritten({ id, statement }, outcome, complaint) {
	const consequence = outcome.state === "completed" && outcome.file !== null ? `The next run would carry it out again: set state = 'completed' and finished_at of that row before.` : "The row shows an older state.";
	return `How ${statement.label} ended (${outcome.state}) could not be written to ghostship_migrations, id ${id}: ${complaint}. ${consequence}`;
}

export { runSteps };