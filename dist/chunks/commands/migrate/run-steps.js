import { n as __name } from "../../rolldown-runtime.js";
import { a as wholeSeconds, i as sleepUncancelled, n as reasonOf, o as onAbort, r as sleep, t as nowMs } from "../../support/clock.js";
import { i as withLater, n as causesOf, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { y as Doorbell } from "../../binlog.js";
import { t as endConnection } from "../../mysql/end-connection.js";
import { d as isServerError, l as isPassing, n as ServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { T as killQuery, h as withServerSqlMode, m as withPlainSqlMode, s as ordinary, t as connect } from "../../mysql2.js";
import { r as startTransaction, t as commit } from "../../sql/data.js";
import { a as raw } from "../../sql/sql.js";
import { F as giveUpAfterMs, P as backOff } from "../../engine.js";
import { c as renameAll, d as checkData, f as refusedByServer, i as retireTable, l as createTable, n as engineOptions, s as checkRenames, t as dataWork } from "../statements/data-work.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { h as selectTable, o as selectExisting } from "../../sql/inspect.js";
import { i as requireNameLock } from "../../engine/mapping/column-map.js";
import { L as nameTables, P as lockName } from "../../engine/tables/ghost.js";
import { t as migrateTable } from "../../engine/migrate.js";
import { d as lockStatement, s as finishMigration, u as ledgerTable, y as selectState } from "../../sql/ledger.js";
import { n as labelOf, r as placeOf } from "../statements/file-statement.js";
import { t as qualify } from "../statements/task.js";
import { i as notStarted, n as failed } from "./run-outcome.js";

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
/** Where the server cannot be reached, each try takes long. */
const maxTryingMs = 4e4;
const maxTryingUnchangedMs = 5e3;
/**
* The ledger's row of a running migration. Notes are written while the engine works on, one at a time, and only the newest
* state. A note that cannot be written does not disturb the migration.
*/
var LedgerEntry = class {
	#ledger;
	#id;
	#reverts;
	#wayBack = null;
	#news = new Doorbell();
	#closing = new AbortController();
	#writing;
	#state = "preflight";
	/** The run that this one goes on with. */
	#before = null;
	/** @param reverts the id of the migration that this one reverts */
	constructor(ledger, id, reverts = null) {
		this.#reverts = reverts;
		this.#ledger = ledger;
		this.#id = id;
		this.#writing = this.#keepWriting();
	}
	note(event) {
		if (event.type === "resumed") this.#before = event.migrationId;
		if (event.type === "way-back") this.#wayBack = event.wayBack;
		const state = event.type === "swapped" || event.type === "state" ? event.state : this.#state;
		if (state === this.#state) return;
		this.#state = state;
		this.#news.ring();
	}
	/**
	* Writes how it ended. With an older state in its row, the statement would be run again. So this is tried for half a minute.
	*
	* @returns why it could not be written, `null` when it was
	*/
	async finish(outcome) {
		await this[Symbol.asyncDispose]();
		const patienceMs = outcome.tableState === "unchanged" ? maxTryingUnchangedMs : maxTryingMs;
		const startedAt = nowMs();
		for (let attempt = 0;; attempt += 1) try {
			await this.#ledger.finish(this.#id, outcome, {
				wayBack: this.#wayBack,
				reverts: this.#reverts
			});
			return null;
		} catch (error) {
			const pauseMs = retryPausesMs[attempt];
			if (pauseMs === void 0 || nowMs() - startedAt > patienceMs) return messageOf(error);
			await sleep(pauseMs, new AbortController().signal);
		}
	}
	async [Symbol.asyncDispose]() {
		this.#closing.abort();
		await this.#writing;
	}
	async #closeBefore(id) {
		await this.#ledger.close(id);
		this.#before = null;
	}
	async #keepWriting() {
		while (!this.#closing.signal.aborted) {
			await this.#ledger.advance(this.#id, this.#state).catch(() => void 0);
			if (this.#state === "reverted" && this.#reverts !== null) await this.#ledger.markReverted(this.#reverts).catch(() => void 0);
			if (this.#before !== null) await this.#closeBefore(this.#before).catch(() => void 0);
			await this.#news.wait(this.#closing.signal, livenessMs);
		}
	}
};

// src/engine/direct/change-rows.ts
/** How long the server may go on with a transaction whose connection is gone, before nobody asks any more. */
const confirmingMs$1 = 6e4;
/**
* Runs a statement that changes rows, once and in one transaction, with the checks of a session of a person. For a lock it
* waits no longer than the budget at a time, and holds none between two attempts.
*
* @throws GhostshipError `cutover-gave-up`, `time-limit`, `connection-lost`, what {@link checkData} throws, and
*   `invalid-statement` with the server's words
*/
async function changeRows(work, note, target, lockBudgetMs, signal) {
	const startedAt = nowMs();
	for (let attempts = 1;; attempts++) {
		signal.throwIfAborted();
		if (await attempt$1(work, note, target, lockBudgetMs, signal)) return;
		if (nowMs() - startedAt > 18e5) throw gaveUp$1(work, attempts);
		await backOff(attempts, signal);
	}
}
/** @returns false where somebody was in the way and nothing is changed */
async function attempt$1(work, note, target, lockBudgetMs, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		const seconds = wholeSeconds(lockBudgetMs);
		const settings = {
			...ordinary,
			lockWaitSeconds: seconds,
			rowLockWaitSeconds: seconds
		};
		const session = _usingCtx$3.a(await connect(target, "changing rows", settings));
		let limit = null;
		try {
			await checkData(session, work);
			await session.run(startTransaction);
			if (!await note.claim(session)) return true;
			await session.run(withServerSqlMode);
			limit = AbortSignal.timeout(work.maxStatementMs);
			await runLimited(session, work.statement, target, AbortSignal.any([signal, limit]));
			await session.run(withPlainSqlMode);
			await note.write(session);
			await session.run(commit);
			return true;
		} catch (error) {
			if (error instanceof ConnectionLost) return wasCommitted(session, note, target);
			if (signal.aborted) throw reasonOf(signal);
			if (limit?.aborted === true && error instanceof ServerError) throw tooLong(work, error);
			if (isPassing(error)) return false;
			throw error instanceof ServerError ? refusedByServer(error, work.place) : error;
		}
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
__name(attempt$1, "attempt");
/** The server goes on with a statement whose client has gone away, so it is told to stop. */
async function runLimited(session, statement, target, limit) {
	try {
		var _usingCtx3 = _usingCtx();
		const stop = async () => {
			try {
				try {
					var _usingCtx4 = _usingCtx();
					await _usingCtx4.a(await connect(target, "stopping a statement")).run(killQuery(session.id));
				} catch (_) {
					_usingCtx4.e = _;
				} finally {
					await _usingCtx4.d();
				}
			} catch {
				session.destroy();
			}
		};
		_usingCtx3.u(onAbort(limit, () => void stop()));
		await session.run(raw(statement));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		_usingCtx3.d();
	}
}
/** The transaction is undone, or was committed just before the connection broke: the note tells, once the session is gone. */
async function wasCommitted(lost, note, target) {
	const deadline = nowMs() + confirmingMs$1;
	for (;;) {
		try {
			try {
				var _usingCtx5 = _usingCtx();
				const session = _usingCtx5.a(await connect(target, "looking whether the rows were changed"));
				await endConnection(session, lost, "now");
				return await note.isWritten(session);
			} catch (_) {
				_usingCtx5.e = _;
			} finally {
				await _usingCtx5.d();
			}
		} catch (error) {
			if (nowMs() > deadline) throw unconfirmed$1(error);
		}
		await sleepUncancelled(200);
	}
}
function tooLong({ place, maxStatementMs }, cause) {
	return new GhostshipError("time-limit", `${place} ran for more than ${maxStatementMs / 1e3} s, and was undone.`, {
		hint: "It examines more rows than the server expected. Write several statements that examine fewer rows each.",
		cause
	});
}
function gaveUp$1({ place }, attempts) {
	return new GhostshipError("cutover-gave-up", `At each of ${attempts} attempts rows of ${place} were in use.`, { hint: "Look for the transaction that keeps them locked, then run this again; or give a larger lock-budget." });
}
__name(gaveUp$1, "gaveUp");
function unconfirmed$1(cause) {
	return new GhostshipError("connection-lost", "The connection broke while rows were changed, and the server cannot be asked whether that was committed.", {
		hint: "Run this again: the ledger has what was committed, and only what it has not is run.",
		tableState: "unknown",
		cause
	});
}
__name(unconfirmed$1, "unconfirmed");

// src/engine/direct/rename-tables.ts
/** How long the server may go on with a statement whose connection is gone, before nobody asks any more. */
const confirmingMs = 6e4;
/**
* The server gives the tables their new names, all at once or none, waiting for their locks no longer than the budget at a time.
* Nobody waits behind it between two attempts.
*
* @throws GhostshipError `already-running`, `cutover-gave-up`, `cutover-unconfirmed`, `missing-privileges`,
*   `invalid-statement` with the server's words, and what {@link checkRenames} throws
*/
async function renameTables(renaming, target, lockBudgetMs, signal) {
	const startedAt = nowMs();
	for (let attempts = 1;; attempts++) {
		signal.throwIfAborted();
		if (await attempt(renaming, target, lockBudgetMs)) return;
		if (nowMs() - startedAt > 18e5) throw gaveUp(renaming, attempts);
		await backOff(attempts, signal);
	}
}
/** @returns false where somebody was in the way and nothing is renamed */
async function attempt(renaming, target, lockBudgetMs) {
	try {
		var _usingCtx$2 = _usingCtx();
		const settings = {
			...ordinary,
			lockWaitSeconds: wholeSeconds(lockBudgetMs)
		};
		const session = _usingCtx$2.a(await connect(target, "renaming tables", settings));
		let checked = null;
		try {
			await takeNameLocks(session, renaming);
			checked = await checkRenames(session, renaming);
			if (checked.renames.length > 0) await session.run(renameAll(checked.renames));
			return true;
		} catch (error) {
			if (error instanceof ConnectionLost && checked !== null) return wereRenamed(session, checked, target, error);
			if (isPassing(error)) return false;
			throw error instanceof ServerError ? refused(error) : error;
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** The locks that migrations of these tables would hold, in one order for everybody; they go with the session. */
async function takeNameLocks(session, { renames }) {
	const tables = new Map(renames.flatMap(({ from, to }) => [from, to]).map((table) => [lockName(table), table]));
	for (const [, table] of [...tables].toSorted(([one], [other]) => one < other ? -1 : 1)) await requireNameLock(session, table);
}
/** The connection broke while the server was renaming. Once its session is gone the names tell. */
async function wereRenamed(lost, { freed, taken }, target, cause) {
	const [sign] = [...taken, ...freed];
	if (sign === void 0) throw unconfirmed(cause);
	const deadline = nowMs() + confirmingMs;
	for (;;) {
		try {
			try {
				var _usingCtx3 = _usingCtx();
				const session = _usingCtx3.a(await connect(target, "looking whether the rename happened"));
				await endConnection(session, lost, "now");
				return await exists(session, sign) === taken.includes(sign);
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		} catch (error) {
			if (nowMs() > deadline) throw unconfirmed(error);
		}
		await sleepUncancelled(200);
	}
}
async function exists(session, { schema, name }) {
	return (await session.rows(selectExisting(schema, [name]))).length > 0;
}
function refused(error) {
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_DBACCESS_DENIED_ERROR");
	return new GhostshipError(isDenied ? "missing-privileges" : "invalid-statement", `The server refused to rename: ${error.message}`, {
		hint: isDenied ? "Grant ALTER and DROP on the old names, and CREATE and INSERT on the new ones. No table was renamed." : "Correct the statement; no table was renamed.",
		cause: error
	});
}
function gaveUp({ renames }, attempts) {
	const names = renames.map(({ from }) => from.name).join(", ");
	return new GhostshipError("cutover-gave-up", `${names} was in use at each of ${attempts} attempts to rename it.`, { hint: "Look for the transaction that keeps it open, then run this again; or give a larger lock-budget." });
}
function unconfirmed(cause) {
	return new GhostshipError("cutover-unconfirmed", "The connection broke while the server renamed tables, and the names alone do not tell whether it did.", {
		hint: "Look which table has which name before anything else is run.",
		tableState: "unknown",
		cause
	});
}

// src/commands/ledger/data-note.ts
/**
* The ledger's row of a statement that changes rows, as completed. It is written in the statement's own transaction, so that no death
* of anybody comes between the two.
*
* @param id of the ledger's row
* @param outcome JSON
*/
function dataNote(schema, id, statement, outcome) {
	return {
		async claim(session) {
			await refuseOtherEngine(session, schema);
			const { file, ordinal } = statement;
			if (file === null) return true;
			const done = (await session.rows(lockStatement(schema, file, ordinal))).find(({ state }) => state === "completed");
			if (done !== void 0 && done.statement_digest !== statement.digest) throw changedMeanwhile(statement);
			return done === void 0;
		},
		async write(session) {
			await session.run(finishMigration(schema, id, "completed", outcome()));
		},
		async isWritten(session) {
			const [row] = await session.rows(selectState(schema, id));
			return row?.state === "completed";
		}
	};
}
async function refuseOtherEngine(session, schema) {
	const [ledger] = await session.rows(selectTable({
		schema,
		name: ledgerTable
	}));
	if (ledger?.engine === "InnoDB") return;
	throw new GhostshipError("unsupported-table", `${ledgerTable} is not InnoDB, so a statement could be run twice.`, { hint: `ALTER TABLE ${ledgerTable} ENGINE=InnoDB` });
}
function changedMeanwhile(statement) {
	return new GhostshipError("file-changed-after-apply", `Another run has just applied ${placeOf(statement)} with another text.`, { hint: "Put the file back as it was and write the new change into a new file." });
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
function directlyDone(statement, retired) {
	return {
		...notStarted(statement, statement.label),
		state: "completed",
		tableState: "changed",
		algorithm: "direct",
		retired
	};
}
async function outcomeOf(statement, run) {
	try {
		return directlyDone(statement, await run());
	} catch (error) {
		return failed(statement, statement.label, error);
	}
}

// src/commands/migrate/carry-out.ts
/** One statement, by the way that fits it. Never throws for a failed migration. */
async function carryOut({ id, statement, task }, { target, foldsNames, leftMs }, settings, observe, signal) {
	const { file, text, label } = statement;
	const options = engineOptions(settings.valuesFor(file, statement.table), settings, leftMs);
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
		case "rename": return runDirectly(statement, observe, async () => {
			const renames = task.renames.map(({ from, to }) => ({
				from: qualify(from, target.database),
				to: qualify(to, target.database)
			}));
			await renameTables({
				renames,
				ifExists: task.ifExists
			}, target, options.lockBudgetMs, signal);
			return null;
		});
		case "data": return runDirectly(statement, observe, async () => {
			const note = dataNote(target.database, id, statement, () => JSON.stringify(directlyDone(statement, null)));
			await changeRows(dataWork(statement, task, target, settings), note, target, options.lockBudgetMs, signal);
			return null;
		});
		case "change": {
			const outcome = await migrateTable({
				target,
				file,
				statement: text,
				migrationId: id,
				options
			}, observe, signal);
			const { table, retired } = outcome;
			const isBeside = table !== "" && retired === nameTables({
				schema,
				name: table
			}, false).retired.name;
			return {
				...outcome,
				table: table === "" ? label : inWords(table),
				retired: isBeside ? inWords(retired) : retired
			};
		}
	}
}

// src/commands/migrate/run-steps.ts
/** One after the other until one fails, or `max-runtime` is over. Gives an outcome for every step; those not reached are `queued`. */
async function runSteps(steps, context, observe, signal) {
	const outcomes = [];
	for (const [index, step] of steps.entries()) {
		const { id, statement } = step;
		const leftMs = leftOf(step, context);
		if (index > 0 && leftMs === 0) break;
		observe({
			type: "started",
			statement,
			id,
			table: statement.label,
			number: index + 1,
			total: steps.length
		});
		const outcome = await runStep(step, leftMs, context, observe, signal);
		observe({
			type: "finished",
			outcome
		});
		outcomes.push(outcome);
		if (outcome.state !== "completed") break;
	}
	const rest = steps.slice(outcomes.length);
	await Promise.all(rest.map(({ id }) => context.ledger.abandon(id).catch(() => void 0)));
	const isTimeUp = outcomes.every(({ state }) => state === "completed");
	const left = rest.map(({ statement }) => notStarted(statement, statement.label));
	return [...outcomes, ...left.map((outcome, index) => isTimeUp && index === 0 ? goesOn(outcome) : outcome)];
}
/** It was not begun, and the next run begins it. */
function goesOn(outcome) {
	return {
		...outcome,
		state: "yielded"
	};
}
function leftOf({ statement }, { settings, startedAtMs }) {
	const limitMs = settings.valuesFor(statement.file, statement.table)["max-runtime"];
	return limitMs === null ? null : Math.max(0, limitMs - (nowMs() - startedAtMs));
}
async function runStep(step, leftMs, { target, ledger, settings, foldsNames }, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const entry = _usingCtx$1.a(new LedgerEntry(ledger, step.id));
		const outcome = await carryOut(step, {
			target,
			foldsNames,
			leftMs
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
	const { first, later } = causesOf(error);
	if (first instanceof GhostshipError) return withLater(first, later);
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

export { unforeseen as n, LedgerEntry as r, runSteps as t };