import { r as __name } from "../../rolldown-runtime.js";
import { i as endSoon, t as connect } from "../../mysql/session.js";
import { a as wholeSeconds, n as reasonOf, o as onAbort, r as sleep, t as nowMs } from "../../support/clock.js";
import { a as sentence, i as withLater, n as causesOf, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { l as toGhostshipError, n as failed, o as notBegun } from "./run-outcome.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { t as databasesOf } from "../ledger/places.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { t as LedgerEntry } from "../ledger/ledger-entry.js";
import { i as selectSame, r as writeSent } from "../ledger/sent-statements.js";
import { d as tellWhoKeeps, i as createTable, l as refusedByServer, n as isPassedOver, o as checkData, t as dataWork } from "../statements/data-work.js";
import { n as tellNotForGood } from "../statements/kept-from-running.js";
import { t as notStarted } from "../statements/not-started.js";
import { t as tellLenient } from "../statements/tell-lenient.js";
import { t as askAfterLoss } from "../../mysql/end-connection.js";
import { f as isPassing, n as ServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { i as killQuery } from "../../sql/cutover.js";
import { i as startTransaction, t as commit } from "../../sql/data.js";
import { _ as withSettingsOfPersons, a as ordinary, g as withOurSettings } from "../../sql/session-settings.js";
import { a as raw } from "../../sql/sql.js";
import { r as tryUntilGivenUp } from "../../support/back-off.js";
import { t as renameTables } from "../../engine/direct/rename-tables.js";
import { r as retireTable, t as creationOf } from "../statements/creation-of.js";
import { t as migrateTable } from "../../engine/migrate.js";
import { c as nameTables } from "../../engine/tables/table-names.js";
import { _ as selectTable } from "../../sql/inspect.js";
import { O as selectState, g as lockStatement, h as ledgerTable, l as finishMigration } from "../../sql/ledger.js";
import { i as placeOf, r as labelOf } from "../statements/file-statement.js";
import { t as engineOptions } from "../options/engine-options.js";
import { r as renamesIn, t as qualify } from "../statements/task.js";
import { n as giveLockBack, o as takeLock } from "../../engine/tables/name-lock.js";
import { n as readCompleted } from "../ledger/ledger.js";
import { n as maySwap, t as isStillDue } from "./still-due.js";

// src/commands/ledger/end-not-written.ts
const recentRuns = 100;
/** What could not be written, and what the next run makes of that. It is asked of the server, which may be read still. */
async function tellUnwritten({ id, label, outcome, complaint }, target, settings, ledger) {
	const told = `How ${label} ended (${outcome.state}) could not be written to ghostship_migrations, id ${id}: ${sentence(complaint)}`;
	if (outcome.tableState !== "changed") return `${told} The row shows an older state.`;
	if (await isSwapRecorded(id, target, settings, ledger).catch(() => false)) return `${told} The next run finds the tables swapped, and writes it down. So does \`ghostship cleanup\`.`;
	if ((await ledger.runs(recentRuns).catch(() => [])).find((run) => run.id === id)?.state === outcome.state) return `${told} The row has its state, and lacks its end and its numbers.`;
	return outcome.state === "completed" && outcome.file !== null ? `${told} The next run would carry it out again: set state = 'completed' and finished_at of that row before.` : `${told} The row shows an older state.`;
}
/** The changelog of a swap stays where it could not be dropped, and tells the next run of it. */
async function isSwapRecorded(id, target, settings, ledger) {
	try {
		var _usingCtx$3 = _usingCtx();
		const session = _usingCtx$3.a(await connect(target, "looking whether the swap is recorded"));
		const places = databasesOf(target, settings, await ledger.labels(session));
		return (await findMigrations(session, places)).some(({ migration }) => migration.migrationId === id && migration.swapped);
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}

// src/engine/direct/change-rows.ts
/**
* Runs a statement that changes rows, once and in one transaction, with the checks of a session of a person. For a lock it
* waits no longer than the budget at a time, and holds none between two attempts.
*
* @throws GhostshipError `cutover-gave-up`, `time-limit`, `connection-lost`, what {@link checkData} throws, and
*   `invalid-statement` with the server's words
*/
async function changeRows(work, note, target, lockBudgetMs, signal) {
	await tryUntilGivenUp(async () => await attempt(work, note, target, lockBudgetMs, signal) ? "done" : null, (attempts) => gaveUp(work, attempts), signal);
}
/** @returns false where somebody was in the way and nothing is changed */
async function attempt(work, note, target, lockBudgetMs, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const seconds = wholeSeconds(lockBudgetMs);
		const settings = {
			...ordinary,
			lockWaitSeconds: seconds,
			rowLockWaitSeconds: seconds
		};
		const session = _usingCtx$2.a(await connect(target, "changing rows", settings));
		let limit = null;
		try {
			await checkData(session, work);
			await session.run(startTransaction);
			if (!await note.claim(session)) return true;
			await session.run(withSettingsOfPersons);
			limit = AbortSignal.timeout(work.maxStatementMs);
			await runLimited(session, work.statement, target, AbortSignal.any([signal, limit]));
			await session.run(withOurSettings);
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
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
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
function wasCommitted(lost, note, target) {
	return askAfterLoss(() => connect(target, "looking whether the rows were changed"), lost, "now", (session) => note.isWritten(session), (error) => {
		throw unconfirmed(error);
	});
}
function tooLong({ place, maxStatementMs }, cause) {
	return new GhostshipError("time-limit", `${place} ran for more than ${maxStatementMs / 1e3} s, and was undone.`, {
		hint: "It examines more rows than the server expected. Write several statements that examine fewer rows each.",
		cause
	});
}
function gaveUp({ place }, attempts) {
	return new GhostshipError("cutover-gave-up", `At each of ${attempts} attempts rows of ${place} were in use.`, { hint: "Look for the transaction that keeps them locked, then run this again; or give a larger lock-budget." });
}
function unconfirmed(cause) {
	return new GhostshipError("connection-lost", "The connection broke while rows were changed, and the server cannot be asked whether that was committed.", {
		hint: "Run this again: the ledger has what was committed, and only what it has not is run.",
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
function dataNote({ schema, namespace }, id, statement, outcome) {
	return {
		async claim(session) {
			await refuseOtherEngine(session, schema);
			const { file, ordinal } = statement;
			if (file === null) return true;
			const done = (await session.rows(lockStatement(schema, file, ordinal, namespace))).find(({ state }) => state === "completed");
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
function directlyDone(statement, { isChanged, retired }) {
	return {
		...notStarted(statement, statement.label),
		state: "completed",
		tableState: isChanged ? "changed" : "unchanged",
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
async function carryOut({ id, statement, task, mustCopy }, { target, foldsNames, leftMs, noteSent, noteDone, beforeSwap }, settings, observe, signal) {
	const { file, text, label } = statement;
	const options = engineOptions(settings.valuesFor(file, statement.table), settings, leftMs);
	const { schema, name } = qualify(task.table, target.database);
	const isHome = foldsNames && schema.toLowerCase() === target.database.toLowerCase();
	const inWords = (table) => labelOf(isHome ? null : schema, table, target.database);
	switch (task.kind) {
		case "create": return runDirectly(statement, observe, async () => ({
			isChanged: await createTable(creationOf(statement, target.database), target, options.allow, noteSent),
			retired: null
		}));
		case "drop": return runDirectly(statement, observe, async () => {
			const retirement = {
				table: {
					schema,
					name
				},
				ifExists: task.ifExists
			};
			const retired = await retireTable(retirement, target, options.lockBudgetMs, noteSent);
			return {
				isChanged: retired !== null,
				retired: retired === null ? null : inWords(retired)
			};
		});
		case "rename": return runDirectly(statement, observe, async () => {
			const renaming = {
				renames: renamesIn(task, target.database),
				ifExists: task.ifExists
			};
			return {
				isChanged: await renameTables(renaming, target, options.lockBudgetMs, noteSent, signal),
				retired: null
			};
		});
		case "data": return runDirectly(statement, observe, async () => {
			const changed = {
				isChanged: true,
				retired: null
			};
			const place = {
				schema: target.database,
				namespace: settings.values.namespace
			};
			const note = dataNote(place, id, statement, () => JSON.stringify(directlyDone(statement, changed)));
			await changeRows(dataWork(statement, task, target, settings), note, target, options.lockBudgetMs, signal);
			return changed;
		});
		case "change": {
			if (task.ifExists && await isPassedOver({
				schema,
				name
			}, target).catch(() => false)) return runDirectly(statement, observe, () => Promise.resolve({
				isChanged: false,
				retired: null
			}));
			const told = (outcome) => {
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
			};
			return told(await migrateTable({
				target,
				file,
				statement: text,
				migrationId: id,
				options,
				mustCopy,
				noteSent,
				noteDone: (outcome) => noteDone(told(outcome)),
				beforeSwap
			}, observe, signal));
		}
	}
}

// src/commands/migrate/claim-statement.ts
/** One run has it, and others wait for as long as a statement takes that the server carries out at once. */
const turnMs = 1e4;
const askEveryMs = 100;
/**
* Two runs of one merge read the same files, and neither may carry out what the other one has. A statement is this run's until it
* is given back, after its end is written to the ledger. All claims of a run are on one connection.
*/
var Claims = class {
	#target;
	#namespace;
	#opened = null;
	constructor(target, namespace) {
		this.#target = target;
		this.#namespace = namespace;
	}
	/**
	* @param id of this run's row
	* @throws GhostshipError `already-running` where another run carries it out, or has died at it just now
	*/
	async take({ id, statement }, signal) {
		const { file, ordinal, digest, label } = statement;
		if (file === null) return {
			kind: "ours",
			async [Symbol.asyncDispose]() {}
		};
		const session = await this.#session();
		const schema = this.#target.database;
		const lock = {
			schema,
			name: [
				this.#namespace,
				file,
				ordinal,
				digest
			].join("\n")
		};
		if (!await waitForLock(session, lock, signal)) throw isRunning(label);
		const giveBack = () => giveLockBack(session, lock).catch(() => session.destroy());
		try {
			const [other] = await session.rows(selectSame(schema, this.#namespace, {
				id,
				file,
				ordinal,
				digest
			}));
			if (other === void 0) return {
				kind: "ours",
				[Symbol.asyncDispose]: giveBack
			};
			if (Number(other.is_done) !== 1) throw hasDied(label);
			await giveBack();
			return {
				kind: "applied",
				statement: {
					...statement,
					applied: readCompleted(other)
				}
			};
		} catch (error) {
			await giveBack();
			throw error;
		}
	}
	async [Symbol.asyncDispose]() {
		await this.#opened?.[Symbol.asyncDispose]();
	}
	async #session() {
		if (this.#opened?.alive !== true) this.#opened = await connect(this.#target, "carrying out statements of files");
		return this.#opened;
	}
};
/** @returns `false` also where the run is told to stop meanwhile */
async function waitForLock(session, lock, signal) {
	const untilMs = nowMs() + turnMs;
	while (!await takeLock(session, lock, 0)) {
		if (signal.aborted || nowMs() >= untilMs) return false;
		await sleep(askEveryMs, signal).catch(() => void 0);
	}
	return true;
}
function isRunning(label) {
	return new GhostshipError("already-running", `Another run carries out this statement on ${label}.`, { hint: "Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`." });
}
function hasDied(label) {
	return new GhostshipError("already-running", `Another run has died while it carried out this statement on ${label}.`, { hint: "Run this again: it looks first at what became of it." });
}

// src/commands/migrate/run-steps.ts
/**
* One after the other until one fails or yields, the run is told to stop, or `max-runtime` is over. Gives an outcome for every step.
* Those not reached are `yielded` where the next run goes on with them, and `queued` behind a failure.
*/
async function runSteps(steps, context, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const claims = _usingCtx$1.a(new Claims(context.target, context.settings.values.namespace));
		const outcomes = [];
		let reached = 0;
		for (const [index, step] of steps.entries()) {
			const leftMs = leftOf(step, context);
			if (index > 0 && (leftMs === 0 || signal.aborted)) break;
			reached++;
			const statements = steps.slice(index).map((one) => one.statement);
			const hasDone = outcomes.length > 0;
			const outcome = await runStep(step, {
				number: index + 1,
				total: steps.length,
				leftMs,
				statements,
				claims,
				hasDone
			}, context, observe, signal);
			if (outcome === "not-due") {
				await context.ledger.leave(idsOf(steps.slice(index + 1)), "withdrawn").catch(() => void 0);
				return outcomes;
			}
			if (outcome === "applied") continue;
			observe({
				type: "finished",
				outcome
			});
			outcomes.push(outcome);
			if (outcome.state !== "completed") break;
		}
		const rest = steps.slice(reached);
		const end = endOfRest(outcomes.at(-1));
		await context.ledger.leave(idsOf(rest), end).catch(() => void 0);
		const left = rest.map(({ statement }) => notStarted(statement, statement.label));
		return [...outcomes, ...left.map((outcome) => end === "yielded" ? notBegun(outcome) : outcome)];
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function idsOf(steps) {
	return steps.map(({ id }) => id);
}
/** @param last outcome before them */
function endOfRest(last) {
	if (last?.error?.code === "already-running") return "withdrawn";
	return last?.state === "completed" || last?.state === "yielded" ? "yielded" : "aborted";
}
function leftOf({ statement }, { settings, startedAtMs }) {
	const limitMs = settings.valuesFor(statement.file, statement.table)["max-runtime"];
	return limitMs === null ? null : Math.max(0, limitMs - (nowMs() - startedAtMs));
}
/** @returns `applied` where another run has done it meanwhile, `not-due` where it and all behind it are not this run's any more */
async function runStep(step, turn, context, observe, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		const { ledger } = context;
		const { id, statement } = step;
		const start = () => {
			const { number, total } = turn;
			observe({
				type: "started",
				statement,
				id,
				table: statement.label,
				number,
				total
			});
		};
		let claim;
		try {
			if (!await isStillDue(turn.statements, context.whyNotDue, observe)) {
				await ledger.leave([id], "withdrawn");
				return "not-due";
			}
			claim = await turn.claims.take(step, signal);
		} catch (error) {
			start();
			const known = toGhostshipError(error);
			if (signal.aborted && statement.file !== null && known.code !== "already-running") return await putOff(step, ledger);
			await ledger.leave([id], "withdrawn").catch(() => void 0);
			return failed(statement, statement.label, known);
		}
		if (claim.kind === "applied") {
			observe({
				type: "already-applied",
				statement: claim.statement
			});
			await ledger.leave([id], "withdrawn");
			return "applied";
		}
		_usingCtx3.a(claim);
		start();
		return await runClaimed(step, turn, context, observe, signal);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function runClaimed(step, turn, { target, ledger, settings, foldsNames, startedAtMs, whyNotDue }, observe, signal) {
	try {
		var _usingCtx4 = _usingCtx();
		const { leftMs, statements } = turn;
		let isDue = true;
		const observeDue = (event) => {
			if (event.type === "not-due") isDue = false;
			observe(event);
		};
		const entry = _usingCtx4.a(new LedgerEntry(ledger, step.id));
		const end = await carryOut(step, {
			target,
			foldsNames,
			leftMs,
			noteSent: (sent) => writeSent(target, step.id, sent),
			noteDone: (outcome) => entry.noteDone(outcome),
			beforeSwap: (moment) => maySwap(statements, whyNotDue, observeDue, moment)
		}, settings, (event) => {
			entry.note(event);
			observe({
				type: "engine",
				event
			});
		}, signal).catch((error) => failed(step.statement, step.statement.label, unforeseen(error)));
		const told = (error) => tellWhoKeeps(error, [step.statement.label], target);
		const outcome = {
			...end,
			error: end.error && tellNotForGood(tellLenient(await told(end.error), step.statement), step.statement)
		};
		if (leftMs !== null && leftOf(step, {
			settings,
			startedAtMs
		}) === 0) endSoon(target);
		if (step.statement.file !== null && isPutOff(outcome, turn, signal)) {
			await entry[Symbol.asyncDispose]();
			return await putOff(step, ledger);
		}
		if (outcome.error?.code === "already-running") {
			await entry[Symbol.asyncDispose]();
			await ledger.leave([step.id], "withdrawn").catch(() => void 0);
			return outcome;
		}
		const complaint = await entry.finish(outcome);
		if (complaint !== null) {
			const unwritten = {
				id: step.id,
				label: step.statement.label,
				outcome,
				complaint
			};
			observe({
				type: "warning",
				message: await tellUnwritten(unwritten, target, settings, ledger)
			});
		}
		if (isDue || outcome.state !== "aborted" || outcome.tableState !== "unchanged") return outcome;
		observe({
			type: "finished",
			outcome
		});
		return "not-due";
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/**
* Whether a statement of a file that has come to nothing is the next run's. One that had all the time there is would not come further there.
*/
function isPutOff({ tableState, error }, { hasDone }, signal) {
	if (tableState !== "unchanged") return false;
	return signal.aborted && error?.code === "aborted" || hasDone && error?.code === "time-limit";
}
async function putOff({ id, statement }, ledger) {
	await ledger.leave([id], "yielded").catch(() => void 0);
	return notBegun(notStarted(statement, statement.label));
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

export { unforeseen as n, tellUnwritten as r, runSteps as t };