import { r as __name } from "./rolldown-runtime.js";
import { a as wholeSeconds, i as sleepUncancelled, n as reasonOf, r as sleep, s as untilAborted, t as nowMs } from "./support/clock.js";
import { i as patience } from "./mysql/patience.js";
import { a as sentence, i as withLater, n as causesOf, r as messageOf, t as GhostshipError } from "./support/errors.js";
import { a as isDenied, d as isLockConflict, f as isPassing, h as lockConflictHint, m as isServerError, n as ServerError, p as isReadOnlyRefusal, r as deniedHint, s as isDuplicate, t as ConnectionLost } from "./mysql/server-errors.js";
import { i as quotingOf, n as tokenize } from "./sql/parser/tokens.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { t as describeTarget } from "./mysql/target.js";
import { t as _usingCtx } from "./usingCtx.js";
import { A as showStatus, F as xaRecover, I as xaRecoverBytes, L as xaRecoverReadable, M as showWarnings, _ as selectTable, t as areExecuted } from "./sql/inspect.js";
import { t as isBelow } from "./mysql/version.js";
import { n as hasReplicas } from "./mysql/server.js";
import { c as seesTriggers, o as readsAllFunctions, s as seesAllBodies } from "./engine/preflight/privileges.js";
import { D as writeCheckpoint, O as writeHeartbeat, b as selectCommands, k as writeStatus, m as readMark, t as answerCommand } from "./sql/changelog.js";
import { t as isOtherServer } from "./mysql/same-server.js";
import { n as readStatusRow } from "./engine/run/status-row.js";
import { C as o, S as g, _ as showProcesses, d as selectOpenTransactions, f as selectPendingExclusive, g as setLockWait, h as setIdleLimit, i as killQuery, l as selectHolders, n as createSentry, o as lockTables, r as killConnection, s as readNothing, u as selectMetadataLockInstrument, v as swapTables, w as s, x as withoutAutocommit, y as unlockTables } from "./sql/cutover.js";
import { i as endSoon, t as connect } from "./mysql/session.js";
import { n as isAnyIn, r as waitsForTable, t as findProcess } from "./mysql/find-process.js";
import { n as endConnection } from "./mysql/end-connection.js";
import { l as settleAll, t as Triggers } from "./engine/relations/triggers.js";
import { b as selectTriggers, i as readCreateStatement, l as selectStoredObjects, o as sameName, r as inspectTable } from "./mysql/inspect-table.js";
import { D as selectStage, _ as getLock, a as buildWithOneThread, f as dropTable, g as enlargeSortBuffer, n as addIndex, r as addIndexes, u as dropIndexes, v as isUsedLock } from "./sql/ghost.js";
import { t as digest } from "./support/digest.js";
import { d as retiredLabel, i as lockName } from "./engine/tables/table-names.js";
import { A as qualified, C as forgetSetAside, D as keyIn, E as ghostKey, G as takenName, L as selectKeyPart, O as keyRange, S as copyNew, T as bytes, b as bringBack, f as readComments, k as originalKey, l as dropRetired, p as recreateGhost, t as carryAutoIncrement, w as setAside, x as compareMoves } from "./engine/tables/ghost.js";
import { a as givenCommand, r as decide } from "./engine/run/command.js";
import { n as uncontrolled } from "./engine/run/control-state.js";
import { i as columnsIn, o as readTableIds, s as recordSwap } from "./engine/run/swap-sight.js";
import { i as startTransaction, r as rollback, t as commit } from "./sql/data.js";
import { n as whichTableIsWhich, t as dropSentry } from "./engine/cutover/which-table.js";
import { t as ForeignKeys } from "./engine/relations/foreign-keys.js";
import { a as refuseTakenFromRevert, t as describeWayBack } from "./engine/resume/describe-way-back.js";
import { t as Fingerprint } from "./engine/tables/fingerprint.js";
import { a as isSameLog, i as ghostDigest, n as definitionDigest, r as discardCheckpoint, s as takeRun, t as copyDigest } from "./engine/resume/checkpoint.js";
import { t as Doorbell } from "./support/doorbell.js";
import { n as giveUpAfterMs$2, t as backOff } from "./support/back-off.js";
import { _ as selectFunctionsNamed, c as planRevert, f as planCopy, g as selectCascadingParents, h as duplicateRows, l as refuseShortImages, m as dataDoesNotFit, p as deferIndexes, u as refuseMisplaced } from "./engine.js";
import { m as selectAnyNull, u as refuseNewRelations } from "./engine/preflight/foreign-keys.js";
import { n as passingIndexes, o as countUnloggedReplications, r as readServerStart } from "./engine/resume/kept-work.js";
import { d as refuseHazards, p as refuseZeroUnderCounter, r as alterGhost } from "./engine2.js";
import { c as copyKeys, d as deleteRange, l as copyRange, o as Chunker, p as selectKeys, r as leastLockBudgetMs, s as readKey, u as deleteKeys } from "./engine/preflight/try-privileges.js";
import { n as blockerText, r as describeBlockers, t as blockerNames } from "./engine/cutover/blockers.js";
import { a as GtidSet, c as SwapWitness, d as hasReached, f as visiblePosition, i as openChangeStream, o as mentions, r as askCharsets, s as writeXid, u as currentPosition } from "./binlog.js";
import { t as inUsualQuotes } from "./sql/parser/usual-quotes.js";

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

// src/engine/copy/warnings.ts
/**
* Warnings that the server will not take something for ever, which it takes as it always did. Of words in our own SQL
* (`_utf8mb3`, an old collation): ER_WARN_DEPRECATED_SYNTAX, …_NO_REPLACEMENT, ER_DEPRECATED_UTF8_ALIAS,
* ER_WARN_DEPRECATED_UTF8MB3_COLLATION. Of values that it reads as a date all the same, in its own ALTER too (`2024/1/2`):
* ER_WARN_DEPRECATED_DATETIME_DELIMITER, ER_WARN_DEPRECATED_SUPERFLUOUS_DELIMITER.
*/
const deprecations = /* @__PURE__ */ new Set([
	1287,
	1681,
	3719,
	3778,
	4095,
	4096
]);
/**
* Stops the migration at a warning that is not a Note. In strict mode most harmful conversions are errors. A Note is harmless:
* the server's own ALTER gives the same ones (a DECIMAL that loses digits after the point, a DATETIME that loses its time).
*
* @param warningCount the number in the statement's own answer. The list of warnings can be cut short, this number cannot.
* @returns false where the list is cut short, and nothing in it is harmful
* @throws GhostshipError `unexpected-warning` with the server's words
*/
async function areHarmless(session, warningCount, doing) {
	if (warningCount === 0) return true;
	const listed = await session.rows(showWarnings);
	const harmful = listed.filter((row) => row.Level !== "Note" && !deprecations.has(Number(row.Code)));
	if (harmful.length === 0) return listed.length >= Math.min(warningCount, 65535);
	throw unexpectedWarning(doing, [...new Set(harmful.map(describe))].slice(0, 3).join("; "), "The server would change values on the way. Change the statement or the data so that it does not warn.");
}
/** The same, of a statement that cannot be carried out in smaller parts: what is not in the list stops the migration as well. */
async function refuseWarnings(session, warningCount, doing) {
	if (await areHarmless(session, warningCount, doing)) return;
	throw unexpectedWarning(doing, `${warningCount} warnings, and not all of them could be read`, "The server keeps as many warnings of a statement as its setting max_error_count says. Set it higher, or change the data so that it does not warn.");
}
function unexpectedWarning(doing, words, hint) {
	return new GhostshipError("unexpected-warning", `The server warned while ${doing}: ${words}`, { hint });
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
		const startedAt = nowMs();
		const equal = await compareChunk$1(work, session, chunk, signal);
		if (equal !== null) work.onCopied(equal);
		work.chunker.complete(chunk, equal ?? await copyChunk(work, session, chunk, signal));
		if (!work.chunker.isClaimed) await work.throttle.rest(nowMs() - startedAt, signal);
	}
}
async function compareChunk$1({ compare, tables }, session, chunk, signal) {
	for (const budget = new RetryBudget(); compare !== null;) {
		signal.throwIfAborted();
		try {
			return await compare(session, chunk);
		} catch (error) {
			if (!isLockConflict(error) || budget.isSpent()) throw dataDoesNotFit(error, tables.original);
		}
	}
	return null;
}
__name(compareChunk$1, "compareChunk");
/** @returns how many rows the chunk has */
async function copyChunk(work, session, chunk, signal) {
	for (const budget = new RetryBudget();;) {
		signal.throwIfAborted();
		try {
			const startedAt = nowMs();
			const { affectedRows, warningCount } = await session.run(copyRange(work.tables, chunk, work.sizer.restEvery));
			if (!await areHarmless(session, warningCount, "copying rows")) return handToApplier(work, session, chunk);
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
* Where a row of the ghost holds a unique value that its row in the original may have given up since (I6), the applier can resolve
* that row by row. So every key of the chunk becomes a changed key, and its row is counted when it is applied.
*/
async function handToApplier(work, session, chunk) {
	const rows = await session.rows(selectKeys(work.tables, chunk));
	work.onDuplicates(rows.map((row) => readKey(work.tables, row)));
	return rows.length;
}

// src/engine/cutover/errors.ts
/** This attempt does not fit; a later one may. */
var NotNow = class extends Error {
	blockers;
	/** @param blockers who was in the way, where that was seen */
	constructor(message, blockers = []) {
		super(message);
		this.blockers = blockers;
	}
};
/** For errors while nothing is locked and nothing is swapped: before the lock, or once it is known that nothing changed. */
function notNowIfPassing(error) {
	if (!isPassing(error)) throw error;
	return {
		swapped: false,
		lockedMs: 0,
		why: error.message,
		blockers: []
	};
}
/** @param why whole sentences */
function gaveUp(names, attempts, why) {
	return new GhostshipError("cutover-gave-up", `The cutover of ${names.original.name} found no moment in ${attempts} attempts: ${why}`, { hint: "End what is in the way, let kill-blockers end it, or raise the lock budget, and run the migration again." });
}
function unconfirmed(names, cause) {
	const { original, ghost, retired } = names;
	return new GhostshipError("cutover-unconfirmed", `The connection broke during the swap and the server cannot be asked whether ${original.name} was swapped.`, {
		hint: `Look with SHOW TABLES: if ${ghost.name} is gone, ${original.name} is the altered table and ${retired.name} the old one; if ${ghost.name} is there, nothing was changed.`,
		tableState: "unknown",
		cause
	});
}

// src/engine/cutover/conclude-attempt.ts
const askAgainMs$1 = 500;
/**
* What the attempt came to. Which table is which is asked of the server: the answer of the RENAME may have been lost.
* @throws GhostshipError `cutover-unconfirmed`
*/
async function concludeAttempt(work, ended) {
	const { renamer, renamed, failure, lockedMs } = ended;
	if (renamed?.ok === true && failure === null) return {
		swapped: true,
		lockedMs
	};
	const state = renamed === null ? "unchanged" : await askUntilAnswered(work, renamer);
	if (state === "swapped") return {
		swapped: true,
		lockedMs
	};
	if (state === "unclear") throw unconfirmed(work.names, failure);
	const refusal = renamed?.ok === false ? renamed.refusal : null;
	await cleanUp(work).catch((error) => {
		if (!isPassing(error)) throw refusal ?? (failure instanceof NotNow ? error : failure ?? error);
	});
	if (refusal !== null) throw refusal;
	if (failure instanceof NotNow) return {
		swapped: false,
		lockedMs,
		why: failure.message,
		blockers: failure.blockers
	};
	if (failure !== null && !isPassing(failure)) throw failure;
	return {
		swapped: false,
		lockedMs,
		why: failure?.message ?? renamed?.why ?? "the swap did not happen",
		blockers: failure === null || isLockConflict(failure) ? await work.watch.blockers() : []
	};
}
/** Asks the server until it answers: the connection broke when the tables may have been swapped. */
async function askUntilAnswered(work, renamer) {
	const startedAt = nowMs();
	for (;;) try {
		try {
			var _usingCtx$11 = _usingCtx();
			const session = _usingCtx$11.a(await work.open("asking which table is which"));
			await endConnection(session, renamer, "now");
			return (await whichTableIsWhich(session, work.names)).state;
		} catch (_) {
			_usingCtx$11.e = _;
		} finally {
			await _usingCtx$11.d();
		}
	} catch (error) {
		if (nowMs() - startedAt > patience().settleMs) throw unconfirmed(work.names, error);
		await sleepUncancelled(askAgainMs$1);
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
const minStepsMs = leastLockBudgetMs - minRenameMs;
/** All the time that one attempt may make writers wait, counted from its creation. */
var LockBudget = class {
	/** How long the last changes may take where the lock is had at once. */
	static finishMs(totalMs) {
		return Math.max(0, totalMs - minRenameMs - minStepsMs);
	}
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
	/** After so long without a sign of life the server closes the connection that holds the lock. */
	get idleLimitSeconds() {
		return wholeSeconds(this.#totalMs * 2 / 3);
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

// src/engine/cutover/second-in-line.ts
const pollMs$1 = 2;
/**
* A reader that waits for the original right behind the RENAME, and keeps it once it has it. MariaDB's RENAME asks for the lock of
* backups when it has the tables. Where a backup, FLUSH TABLES WITH READ LOCK or SET GLOBAL read_only waits for that lock, RENAME
* gives the tables back, waits, and takes them again; what is written in between the ghost would lack. The reader gets the table when
* RENAME has swapped it, or has given it back, and then RENAME cannot take it again.
*/
var SecondInLine = class {
	#session;
	#names;
	#reading = null;
	/** @param session for nothing else */
	constructor(session, names) {
		this.#session = session;
		this.#names = names;
	}
	/**
	* Returns when it waits. Call it while the table is locked and RENAME is first in line.
	* @throws NotNow
	*/
	async lineUp(watcher, budget) {
		await this.#session.run(withoutAutocommit);
		await this.#session.run(setLockWait(wholeSeconds(budget.leftMs)));
		let hasEnded = false;
		this.#reading = this.#session.rows(readNothing(this.#names.original)).then(() => true, () => false).finally(() => {
			hasEnded = true;
		});
		while (!await this.#isWaiting(watcher)) {
			if (hasEnded || budget.leftMs <= 0) throw new NotNow("nobody could stand in line behind the swap");
			await sleepUncancelled(pollMs$1);
		}
	}
	/**
	* Call it after UNLOCK.
	* @returns true where RENAME has given the tables back. Until the reader is disposed of it cannot swap them.
	*/
	async keepsOut(rename) {
		if (this.#reading === null) return false;
		if (!await Promise.race([this.#reading, rename.end().then(() => false)])) return false;
		return (await whichTableIsWhich(this.#session, this.#names).catch(() => null))?.state === "unchanged";
	}
	async #isWaiting(watcher) {
		const process = await findProcess(watcher, this.#session.id);
		return process !== null && waitsForTable(process);
	}
	async [Symbol.asyncDispose]() {
		await this.#session[Symbol.asyncDispose]();
	}
};

// src/engine/cutover/attempt.ts
/** UNLOCK has a deadline of its own. A session that does not answer is cut off, which unlocks as well. */
const unlockDeadlineMs = 2e3;
/** A small part of the idle limit. */
const feedLockerMs = 200;
const pollMs = 2;
const tellEveryMs = 500;
const withdrawAgainMs = 500;
/** One attempt, as drawn in `cutover.ts`. */
async function attempt(work, signal) {
	try {
		var _usingCtx$10 = _usingCtx();
		const { names } = work;
		const locker = _usingCtx$10.a(await work.open("holding the lock at the cutover"));
		const renamer = _usingCtx$10.a(await work.open("renaming at the cutover"));
		const watcher = _usingCtx$10.a(await work.open("watching the cutover"));
		await dropSentry(watcher, names);
		await locker.run(createSentry(names.retired)).catch(async (error) => {
			if (!isServerError(error, "ER_TABLE_EXISTS_ERROR")) throw error;
			await refuseTakenFromRevert(watcher, names.original);
			throw takenName(names, await readComments(watcher, [names.retired]));
		});
		const approach = await work.approach(signal);
		const result = await swapUnderLock(work, {
			locker,
			renamer,
			watcher
		}, signal).catch(notNowIfPassing);
		if (!result.swapped) await withdraw(approach, signal);
		return result;
	} catch (_) {
		_usingCtx$10.e = _;
	} finally {
		await _usingCtx$10.d();
	}
}
async function swapUnderLock(work, trio, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		const { locker, renamer, watcher } = trio;
		const second = _usingCtx3.a(await openSecond(work));
		const budget = new LockBudget(work.lockBudgetMs);
		const rename = new Rename(work.oneSession === null ? renamer : locker, work.names);
		await locker.run(setIdleLimit(budget.idleLimitSeconds));
		locker.feedEvery(feedLockerMs);
		const cutOff = setTimeout(() => locker.destroy(), work.lockBudgetMs + unlockDeadlineMs);
		let failure = null;
		try {
			await lock(work, trio, budget);
			await finishInTime(work, locker, budget, signal);
			if (!budget.allowsRename) throw new NotNow("the last changes took too long");
			await (work.oneSession === null ? queueRename(work, trio, {
				rename,
				second
			}, budget) : renameAlone(work, locker, rename, budget));
		} catch (error) {
			failure = error;
			if (rename.isStarted) await watcher.run(killQuery(renamer.id)).catch(() => {});
			if (locker.alive) await rename.end();
		}
		await unlock(locker);
		clearTimeout(cutOff);
		if (await second?.keepsOut(rename)) {
			failure ??= new NotNow("a backup, or a change of read_only, came before the swap");
			await watcher.run(killQuery(renamer.id)).catch(() => {});
		}
		const renamed = await rename.end();
		return concludeAttempt(work, {
			renamer: rename.session,
			renamed,
			failure,
			lockedMs: budget.usedMs
		});
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function openSecond({ oneSession, watch, names, open }) {
	if (oneSession !== null || !watch.mayBeOvertaken) return null;
	return new SecondInLine(await open("waiting behind the rename"), names);
}
/** A timer is finer than the whole seconds of `lock_wait_timeout`. A LOCK statement that is killed has locked nothing. */
async function lock(work, { locker, watcher }, { maxLockMs }) {
	await locker.run(setLockWait(wholeSeconds(maxLockMs + 999)));
	const timer = setTimeout(() => void watcher.run(killQuery(locker.id)).catch(() => {}), maxLockMs);
	const telling = tellWhileItWaits(work);
	try {
		const { original, ghost, retired } = work.names;
		await locker.run(lockTables(original, ghost, retired, [...work.besides, ...work.oneSession?.parents ?? []]));
	} catch (error) {
		if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT", "ER_QUERY_INTERRUPTED")) throw new NotNow("another transaction holds the table", await work.watch.blockers());
		throw error;
	} finally {
		clearTimeout(timer);
		telling.end();
	}
}
/** A lock that is had at once is nothing to tell of. */
function tellWhileItWaits({ watch, onWait }) {
	let isWaiting = true;
	let isLooking = false;
	const timer = setInterval(() => {
		if (isLooking) return;
		isLooking = true;
		watch.blockers().then((blockers) => {
			isLooking = false;
			if (isWaiting) onWait(blockers);
		});
	}, tellEveryMs);
	return { end() {
		isWaiting = false;
		clearInterval(timer);
		onWait(null);
	} };
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
async function queueRename(work, { locker, watcher }, { rename, second }, budget) {
	rename.start(budget.leftMs);
	await seeFirstInLine(work, rename, watcher, budget);
	await work.watch.confirmHolder(watcher, locker);
	await locker.run(dropTable(work.names.retired));
	await seeFirstInLine(work, rename, watcher, budget);
	await second?.lineUp(watcher, budget);
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

// src/engine/cutover/attempt-failures.ts
/** Why the attempts at a cutover failed, and who was in the way: what a person needs once it is given up. */
var AttemptFailures = class {
	#reasons = /* @__PURE__ */ new Map();
	#blockers = /* @__PURE__ */ new Map();
	add(why, blockers) {
		const kind = why.replaceAll(/\d+/gu, "#");
		const count = this.#reasons.get(kind)?.count ?? 0;
		this.#reasons.set(kind, {
			why,
			count: count + 1
		});
		for (const blocker of blockers) this.#blockers.set(blocker.connectionId, blocker);
	}
	/** Every reason with how often it came, and the blockers that were seen last. */
	get text() {
		const reasons = [...this.#reasons.values()].map(({ why, count }) => `${why} (${count} ${count === 1 ? "attempt" : "attempts"})`);
		const blockers = [...this.#blockers.values()].slice(-8).map(blockerText);
		return [`${reasons.join("; ")}.`, ...blockers.length === 0 ? [] : [`In the way were: ${blockers.join("; ")}.`]].join(" ");
	}
};

// src/engine/cutover/cutover.ts
/**
* Swaps ghost and original. While an attempt does not fit into its lock budget, the next one follows after a longer and longer
* pause.
*
* @throws GhostshipError `cutover-gave-up` (nothing changed), `cutover-unconfirmed` (a person must look)
*/
async function cutOver(work, signal) {
	const startedAt = nowMs();
	const failures = new AttemptFailures();
	for (let attempts = 1;; attempts++) {
		const busy = await work.watch.waitUntilQuiet(work.onWait, signal).finally(() => work.onWait(null));
		const result = busy === null ? await attempt(work, signal).catch(notNowIfPassing) : {
			swapped: false,
			lockedMs: 0,
			why: busy.message,
			blockers: busy.blockers
		};
		if (result.swapped) return work.onAttempt(attempts, result.lockedMs, null, []);
		const { lockedMs, why, blockers } = result;
		work.onAttempt(attempts, lockedMs, why, blockers);
		failures.add(why, blockers);
		if (nowMs() - startedAt > 18e5) throw gaveUp(work.names, attempts, failures.text);
		await backOff(attempts, signal);
		await work.endBlockers(blockers);
	}
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
	#mostRows;
	#rows = firstRows;
	/**
	* @param rowBytes the average length of a row, as the server estimates it
	* @param rowsPerInsert more may not be in one statement, see `rowsPerInsert` of CopyTables
	*/
	constructor(pace, rowBytes, rowsPerInsert = Number.POSITIVE_INFINITY) {
		this.#pace = pace;
		this.#rowBytes = Math.max(rowBytes, 1);
		this.#mostRows = Math.min(mostRows, rowsPerInsert);
	}
	get rows() {
		return Math.max(this.#leastRows, Math.min(this.#allowedRows, this.#rows));
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
		this.#rows = Math.round(Math.max(this.#leastRows, Math.min(this.#allowedRows, this.rows * factor)));
	}
	get #leastRows() {
		return Math.min(minRows, this.#mostRows);
	}
	get #allowedRows() {
		const { maxBytes, maxRows } = this.#pace.goal;
		return Math.min(this.#mostRows, Math.floor(Math.min(maxRows, maxBytes / this.#rowBytes)));
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
const converted = ident("ghostship_converted");
const keptKey = (index) => `ghostship_key_${index}`;
/**
* Whether both sides have the same sum and number of rows; one snapshot. Measured at 0.35 to 0.45 of the time that
* comparing row by row takes.
*/
function compareSums({ copy }, sums, range) {
	return sql`SELECT ${o}.row_count AS original_rows, ${o}.row_count = ${g}.row_count AND ${o}.row_sum = ${g}.row_sum AS same FROM
    (SELECT COUNT(*) AS row_count, ${sumOfRows(sums.original, s)} AS row_sum FROM ${tableName(copy.original)} AS ${s}
      FORCE INDEX (${ident(copy.index)}) WHERE ${keyRange(originalKey(copy.key, s), range)}) AS ${o},
    (SELECT COUNT(*) AS row_count, ${sumOfRows(sums.ghost, g)} AS row_sum FROM ${tableName(copy.ghost)} AS ${g}
      FORCE INDEX (${ident(copy.ghostIndex)}) WHERE ${keyRange(ghostKey(copy.key, g), range)}) AS ${g}`;
}
/** Rows in the range on both sides, and how many of them differ; one snapshot. */
function compareRange(tables, range) {
	const { copy } = tables;
	const ghostRows = sql`SELECT COUNT(*) FROM ${tableName(copy.ghost)} FORCE INDEX (${ident(copy.ghostIndex)})
    WHERE ${keyRange(ghostKey(copy.key), range)}`;
	return sql`SELECT COUNT(*) AS original_rows, COALESCE(SUM(${differs(tables)}), 0) AS different_rows,
      COUNT(${g}.${ident(copy.key[0]?.ghostName ?? "")}) AS copied_rows, (${ghostRows}) AS ghost_rows
    FROM ${joined(tables)} WHERE ${within(tables, { range })}`;
}
/**
* Types of the ghost, with the original's key beside them. It is only ever read from end to end; the primary key is there because
* `sql_require_primary_key` (MySQL) asks for one of temporary tables, too.
*/
function createConverted({ copy, columns }) {
	const values = columns.map(({ to }) => sql`${g}.${ident(to)}`);
	const keys = copy.key.map(({ original }, index) => sql`${o}.${ident(original.name)} AS ${ident(keptKey(index))}`);
	return sql`CREATE TEMPORARY TABLE IF NOT EXISTS ${converted}
    (ghostship_row BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB SELECT ${join([...values, ...keys])}
    FROM ${tableName(copy.ghost)} AS ${g} JOIN ${tableName(copy.original)} AS ${o} WHERE FALSE`;
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
		const name = exact ? sql`CONVERT(${g}.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})` : null;
		return sql`${name === null ? selectKeyPart({
			...original,
			name: ghostName
		}, g) : sql`HEX(${name})`} AS ${raw(`k${index}`)}`;
	});
	const there = copy.key.map(({ original, ghostName, exact }) => {
		if (!exact) return sameValue(original, sql`${o}.${ident(original.name)}`, sql`${g}.${ident(ghostName)}`);
		return sql`${bytes(sql`${o}.${ident(original.name)}`)} <=> ${bytes(sql`CONVERT(${g}.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})`)}`;
	});
	const on = copy.key.flatMap(({ original, ghostName, exact }) => {
		const own = sql`${o}.${ident(original.name)}`;
		if (!exact) return [sql`${own} = ${g}.${ident(ghostName)}`];
		const back = sql`CONVERT(${g}.${ident(ghostName)} USING ${raw(original.charset ?? "utf8mb4")})`;
		return [sql`${own} = ${back} COLLATE ${raw(original.collation ?? "utf8mb4_bin")}`, sql`${bytes(own)} = ${bytes(back)}`];
	});
	return sql`SELECT ${join(keys)} FROM ${tableName(copy.ghost)} AS ${g} FORCE INDEX (${ident(copy.ghostIndex)})
    LEFT JOIN ${tableName(copy.original)} AS ${o} FORCE INDEX (${ident(copy.index)}) ON ${join(on, " AND ")}
    WHERE ${part === null ? raw("TRUE") : condition(ghostKey(copy.key, g), part)}
      AND NOT (${join(there, " AND ")}) LIMIT ${limit}`;
}
/** Keys, as {@link selectSurplusRows} has them, of which the ghost has more than one row. */
function selectRepeatedKeys({ copy }, part, limit) {
	const keys = copy.key.map(({ original, ghostName }, index) => sql`${selectKeyPart({
		...original,
		name: ghostName
	}, g)} AS ${raw(`k${index}`)}`);
	const operands = ghostKey(copy.key, g);
	return sql`SELECT ${join(keys)} FROM ${tableName(copy.ghost)} AS ${g} FORCE INDEX (${ident(copy.ghostIndex)})
    WHERE ${condition(operands, part)} GROUP BY ${join(operands.map(({ column }) => column))} HAVING COUNT(*) > 1 LIMIT ${limit}`;
}
/** Every source row with its copy, or with NULLs. */
function joined({ copy, converts }) {
	const source = converts ? sql`${converted} AS ${s}` : sql`${tableName(copy.original)} AS ${s} FORCE INDEX (${ident(copy.index)})`;
	const same = copy.key.flatMap((pair, index) => sameKey(pair, ownName(pair, index, converts)));
	return sql`${source} LEFT JOIN ${tableName(copy.ghost)} AS ${g} FORCE INDEX (${ident(copy.ghostIndex)}) ON ${join(same, " AND ")}`;
}
/** The temporary table holds the part and nothing else. */
function within({ copy, converts }, part) {
	return converts ? raw("TRUE") : condition(originalKey(copy.key, s), part);
}
function differs({ copy, columns, converts }) {
	const same = columns.map(({ from, to, comparison }) => compared(qualified(converts ? to : from, s), qualified(to, g), comparison));
	const missing = copy.key.slice(0, 1).map((pair, index) => {
		const own = ownName(pair, index, converts);
		return sql`NOT (${sameValue(pair.original, qualified(pair.ghostName, g), qualified(own, s))})`;
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
/** What the source calls a key column. A generated one is not converted, so only the key beside the converted row has it. */
function ownName({ original, ghostName, isGenerated }, index, converts) {
	if (!converts) return original.name;
	return isGenerated ? keptKey(index) : ghostName;
}
function sameKey(pair, ownName) {
	const ghostColumn = sql`${g}.${ident(pair.ghostName)}`;
	const own = sql`${s}.${ident(ownName)}`;
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
	suspects.push(...await repeatedKeys(tables, session, { range }));
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
	const surplus = await surplusRows(tables, session, part);
	return [.../* @__PURE__ */ new Set([
		...different,
		...surplus,
		...await repeatedKeys(tables, session, part)
	])];
}
/**
* Keys that only the ghost has.
* @param part `null` for the whole table
*/
async function surplusRows(tables, session, part) {
	return (await session.rows(selectSurplusRows(tables, part, 500))).map((row) => readKey(tables.copy, row));
}
/** A row that is in the ghost twice is like its original both times. */
async function repeatedKeys(tables, session, part) {
	if (tables.copy.ghostIsUnique) return [];
	return (await session.rows(selectRepeatedKeys(tables, part, 500))).map((row) => readKey(tables.copy, row));
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
/**
* Where values are converted, the server converts those of the original once more, so that equal types are compared.
* @throws GhostshipError `data-does-not-fit`
*/
async function convert(tables, session, part) {
	if (!tables.converts) return;
	await session.run(createConverted(tables));
	await session.run(emptyConverted);
	try {
		await session.run(fillConverted(tables, part));
	} catch (error) {
		throw dataDoesNotFit(error, tables.copy.original);
	}
}

// src/engine/verify/verify.ts
/** So often a key is looked at again before it counts as unsettled. */
const maxLooks$1 = 5;
/** So often a chunk with too many suspects is compared again. */
const maxComparisons = 20;
const keysAtOnce = 500;
/** More keys than this cannot be compared within a lock budget. */
const maxUnsettled = 2e3;
/**
* Compares the whole ghost with the original without a lock, while writers go on. Rows that differ are looked at again behind
* a barrier. A difference that was only a change on its way is gone then; one that stays is real.
*
* @throws GhostshipError `rows-differ`, `cannot-keep-up`
*/
async function verify(work, sessions, signal) {
	const { comparison } = work;
	const before = comparison.begin();
	const chunker = new Chunker(work.tables.copy, work.orderedHere, before);
	const totals = {
		rows: before?.rows ?? 0,
		chunks: before?.chunks ?? 0,
		unsettled: /* @__PURE__ */ new Set()
	};
	comparison.follow(chunker, totals.unsettled);
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
	if (session !== void 0 && before !== null) {
		const { changed } = comparison;
		if (changed === null) {
			comparison.forget();
			return await verify(work, sessions, signal);
		}
		const unsettled = await compareAgain(work, session, changed, signal);
		for (const key of unsettled) totals.unsettled.add(key);
		comparison.settle(unsettled);
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
		const startedAt = nowMs();
		const rows = await verifyChunk(work, session, chunk, signal);
		chunker.complete(chunk, rows);
		totals.rows += rows;
		totals.chunks += 1;
		if (!chunker.isClaimed) await throttle.rest(nowMs() - startedAt, signal);
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
/** @returns keys that changed again at every look */
async function compareAgain(work, session, keys, signal) {
	const unsettled = [];
	for (let start = 0; start < keys.length; start += keysAtOnce) {
		await work.throttle.pass(signal);
		const different = await compareKeys(work.tables, session, keys.slice(start, start + keysAtOnce));
		unsettled.push(...await lookAgain(work, session, different, signal));
	}
	return unsettled;
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
	for (let looks = 0; open.length > 0 && looks < maxLooks$1; looks++) try {
		var _usingCtx$9 = _usingCtx();
		const changed = _usingCtx$9.u(work.dirty.record());
		await work.barriers.passBarrier(signal);
		await work.applier.waitForReadyKeys(signal);
		const pending = work.dirty.all();
		open = await compareKeys(work.tables, session, open);
		if (open.length === 0) return [];
		await work.barriers.passBarrier(signal);
		const certain = open.filter((key) => !changed.keys.has(key) && !pending.has(key));
		if (certain.length > 0) throw rowsDiffer(work, certain);
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		_usingCtx$9.d();
	}
	return open;
}
function rowsDiffer(work, keys) {
	const shown = keys.slice(0, 5).map((key) => `(${key})`).join(", ");
	const names = work.tables.copy.key.map(({ original }) => original.name).join(", ");
	return new GhostshipError("rows-differ", `${differing(keys.length, work.tables.copy.original.name)}; ${names} of the first: ${shown}.`, { hint: "The copy was not swapped in. This should not happen: please report it with the statement and the table definition." });
}
function differing(count, table) {
	return count === 1 ? `1 row of ${table} differs from its copy` : `${count} rows of ${table} differ from their copies`;
}
function changesTooOften(work, count) {
	return new GhostshipError("cannot-keep-up", `Rows of ${work.tables.copy.original.name} change so often that ${count === 1 ? "one" : count} of them could not be verified.`, { hint: "Run the migration when the table is written to less." });
}

// src/engine/cutover/end-blockers.ts
/** Transactions are counted in whole seconds. */
const roundingSeconds = 1;
/** An application at work pauses between two statements for less than this. Who is idle for longer was probably forgotten. */
const idleForSeconds = 5;
/**
* Ends the connections that kept the last attempt from its lock and hold the table still, in the same transaction: first those that
* have sent nothing for five seconds, and the others only where that is allowed and they are still in the way then.
*
* @param look who holds the table now, without our own connections
* @returns what was done, a sentence for each connection
*/
async function endBlockers(session, look, blockers, mode) {
	if (mode === "none") return [];
	const told = [];
	const endThose = async (isMeant) => {
		for (const blocker of await look()) {
			if (blocker.isProtected || !blocker.isCertain || !isMeant(blocker) || !wasInTheWay(blocker, blockers)) continue;
			told.push(await end(session, blocker, mode));
		}
	};
	const isLeftAlone = ({ isIdle, idleSeconds }) => isIdle && idleSeconds >= idleForSeconds;
	await endThose(isLeftAlone);
	if (mode === "all") await endThose((blocker) => !isLeftAlone(blocker));
	return told;
}
/** @returns a sentence if nobody can be ended because who is in the way is only guessed; `null` if one is certain, or nobody may be ended */
function whyNobodyIsEnded(blockers, { mode, flavor }) {
	if (mode === "none" || blockers.length === 0 || blockers.some(({ isCertain }) => isCertain)) return null;
	return `Who holds the table is only guessed, so kill-blockers: ${mode} ends nobody. Ghostship sees it on a server that was started with ${[...flavor === "mysql" ? [] : ["performance_schema=ON"], "performance_schema_instrument='wait/lock/metadata/sql/mdl=ON'"].join(" and ")}, as a user with SELECT on performance_schema.*.`;
}
/** A younger transaction of the same connection is another one. */
function wasInTheWay({ connectionId, seconds }, blockers) {
	return blockers.some((other) => other.connectionId === connectionId && seconds + roundingSeconds >= other.seconds);
}
async function end(session, blocker, mode) {
	const who = blockerText(blocker);
	try {
		await session.run(killConnection(blocker.connectionId));
		return `Ended what held the table, as kill-blockers: ${mode} allows: ${who}`;
	} catch (error) {
		if (isServerError(error, "ER_NO_SUCH_THREAD")) return `Gone by itself: ${who}`;
		return `What held the table could not be ended (${messageOf(error)}): ${who}`;
	}
}

// src/engine/cutover/lock-view.ts
async function openLockView(session, names, flavor) {
	const [found] = await session.rows(selectMetadataLockInstrument).catch(() => []);
	return Number(found?.enabled ?? 0) > 0 && await canSelect(session, names, flavor) ? exactView(names, flavor) : guessingView;
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
		return process !== null && waitsForTable(process) && /^rename/iu.test(process.statement);
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

// src/engine/cutover/lock-watch.ts
/** Younger transactions end within the lock budget, as a rule. */
const longMs$2 = 500;
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
	const mayBeOvertaken = flavor === "mariadb";
	return {
		waitUntilQuiet: (tell, signal) => waitUntilQuiet({
			session,
			view,
			ours
		}, tell, signal),
		blockers: () => seeBlockers({
			session,
			view,
			ours
		}),
		isFirstInLine: (watcher, renamer) => view.isFirstInLine(watcher, renamer),
		mayBeOvertaken,
		isOvertaken: async (watcher) => mayBeOvertaken && await isAnyIn(watcher, /^waiting for backup lock/iu),
		confirmHolder: (watcher, locker) => confirmHolder(watcher, locker, names)
	};
}
async function waitUntilQuiet(lookout, tell, signal) {
	const { session, view, ours } = lookout;
	const until = nowMs() + (view.isExact ? maxWaitMs : maxBlindWaitMs);
	for (;;) {
		const allLong = (await view.holders(session, ours())).filter(isLong);
		const [long] = allLong;
		if (long === void 0) return null;
		if (nowMs() > until) {
			if (!view.isExact) return null;
			const seconds = Math.round(Number(long.age_ms) / 1e3);
			return new NotNow(`connection ${String(long.id)} has had the table open for ${seconds} s`, await seeBlockers(lookout));
		}
		tell(await describeBlockers(session, allLong, view.isExact).catch(() => []));
		await sleep(lookEveryMs$4.least + Math.random() * (lookEveryMs$4.most - lookEveryMs$4.least), signal);
	}
}
function isLong({ age_ms }) {
	return Number(age_ms) > longMs$2;
}
/** They are told to people, and a question that fails must not stop the cutover. */
async function seeBlockers({ session, view, ours }) {
	try {
		return await describeBlockers(session, await view.holders(session, ours()), view.isExact);
	} catch {
		return [];
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
		if (await carryAutoIncrement(control.session, writer, names)) await this.#renew();
	}
	/** For an ALTER of ours that touches no row: the ghost as it is afterwards counts as proven. */
	async change(alter) {
		await alter();
		await this.#renew();
	}
	async #renew() {
		this.#fingerprint = await this.#fingerprint.renewed(this.#context.control.session);
	}
};

// src/engine/cutover/refuse-null.ts
/**
* A row with NULL in the migration key is found by no range of it, so it would be neither copied nor compared. One that comes while
* the stream is read stops the run; this is for one that came between the first look and the beginning of the stream.
*
* @param locker holds the cutover lock, so none can come any more
* @throws GhostshipError `no-migration-key`
*/
async function refuseNull(locker, { original, index, neverNull }) {
	if (neverNull === null) return;
	if ((await locker.rows(selectAnyNull(original, index, neverNull))).length === 0) return;
	throw new GhostshipError("no-migration-key", `A row of ${original.name} has NULL in ${neverNull}, which is part of the migration key ${index}.`, { hint: "Give the row a value there, and run the migration again when nobody writes NULL." });
}

// src/engine/cutover/prepare-cutover.ts
const preparedChanges = "an XA transaction that changed the table is prepared, and neither committed nor rolled back (XA RECOVER lists it)";
/** The next attempt finds out, before it locks, whether that is for good. */
const takenValues = "rows that came last have values of a unique key that other rows have";
/** Connects the cutover with the rest of the migration: who applies the last changes, and what must hold under the lock. */
async function prepareCutover(parts) {
	const { context, sessions, proof } = parts;
	const { request, control, names, recorder } = context;
	const ghost = new ProvenGhost(context, proof.ghost);
	const { keeps } = proof.work.tables.copy;
	const watch = await watchLocks(parts);
	let isNobodyToldOf = false;
	return {
		names,
		besides: [...sequencesIn(await readCreateStatement(control.session, names.ghost)), ...keeps === null ? [] : [keeps.setAside]],
		lockBudgetMs: request.options.lockBudgetMs,
		oneSession: oneSessionSwap(parts),
		open: (purpose) => sessions.open(purpose),
		watch,
		approach: (signal) => approach(parts, ghost, signal),
		finish: (locker, signal) => finish(parts, ghost, locker, signal),
		async endBlockers(blockers) {
			const look = () => watch.blockers();
			const { killBlockers } = request.options;
			const nobody = whyNobodyIsEnded(blockers, {
				mode: killBlockers,
				flavor: control.server.flavor
			});
			if (nobody !== null && !isNobodyToldOf) recorder.notice(nobody);
			isNobodyToldOf ||= nobody !== null;
			for (const told of await endBlockers(control.session, look, blockers, killBlockers)) recorder.notice(told);
		},
		onWait: (blockers) => recorder.waits.tell(blockers, blockers === null ? null : blockerNames(blockers)),
		onAttempt: (...attempt) => recorder.cutoverAttempt(...attempt)
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
		waitUntilQuiet: async (tell, signal) => await watch.waitUntilQuiet(tell, signal) ?? (stream.hasPreparedChanges ? new NotNow(preparedChanges) : null)
	};
}
async function approach(parts, ghost, signal) {
	const { sessions, triggers, foreignKeys, keyIndex, context } = parts;
	const { applier, spareSession } = parts.pipeline;
	await ghost.confirm(spareSession);
	await parts.log.open();
	await applier.catchUp(LockBudget.finishMs(context.request.options.lockBudgetMs), signal);
	const suspended = await applier.suspend(signal);
	return { async withdraw() {
		await triggers.takeBack((purpose) => sessions.open(purpose));
		await foreignKeys.takeBack((purpose) => sessions.open(purpose));
		if (keyIndex.mayBeGone) await ghost.change(() => keyIndex.restore(spareSession));
		await suspended[Symbol.asyncDispose]();
	} };
}
async function finish(parts, ghost, locker, signal) {
	const { context, proof, triggers, foreignKeys, keyIndex } = parts;
	const { fingerprint, control, nameLock } = context;
	await settleAll([
		applyLastChanges(parts, locker, signal),
		fingerprint.confirm(control.session),
		refuseUnlogged(parts),
		nameLock.confirm()
	]);
	await refuseNull(locker, proof.work.tables.copy);
	await ghost.confirm(locker);
	await verifyKeys(proof.work, locker, proof.unsettled);
	if (keyIndex.isNeeded) {
		await ghost.change(() => keyIndex.drop(locker));
		await parts.log.renewIds();
	}
	await triggers.place(locker);
	await foreignKeys.place(locker);
}
/** Nothing is applied to a table that is locked. So what is not known by now is not in it. */
async function refuseUnlogged({ context: { control, names }, unloggedReplications }) {
	if (await countUnloggedReplications(control.session, control.server.facts) === unloggedReplications) return;
	throw new GhostshipError("stream-broken", `The server has begun to replicate, and does not log what it applies, so changes of ${names.original.name} may be missing in the copy.`, { hint: "Run the migration again when the replication is over: it compares what is copied." });
}
async function applyLastChanges({ pipeline: { applier, stream, dirty }, witness, log }, locker, signal) {
	do {
		if (await applier.applyAllThrough(locker, signal) === "blocked") throw new NotNow(takenValues);
		if (stream.hasPreparedChanges) throw new NotNow(preparedChanges);
	} while (stream.changeCount > dirty.addedCount || dirty.count > 0);
	witness.markLastChange();
	await log.seal();
}

// src/engine/cutover/swap-log.ts
/** Keeps the record by which another process can finish the swap. */
var SwapLog = class {
	#session;
	#flavor;
	#connections;
	#record;
	/** @param connections the ids of those that are open */
	constructor(session, flavor, connections, record) {
		this.#session = session;
		this.#flavor = flavor;
		this.#connections = connections;
		this.#record = record;
	}
	/** As it is by now. */
	get record() {
		return this.#record;
	}
	/** Call it in each attempt, when its connections are open, before the lock: the position of an earlier one would make changes look lost that were applied since. */
	async open() {
		const ids = await readTableIds(this.#session, this.#record.names, this.#flavor);
		this.#record = {
			...this.#record,
			ids,
			sealedAt: null,
			connections: this.#connections()
		};
		await recordSwap(this.#session, this.#record);
	}
	/**
	* Call it under the lock, when every change is applied. Nobody waits for the note itself: without it a swap is finished as
	* well, and the retired table is kept.
	*/
	async seal() {
		const sealedAt = await currentPosition(this.#session, this.#flavor);
		this.#record = {
			...this.#record,
			sealedAt
		};
		recordSwap(this.#session, this.#record).catch(() => {});
	}
	/** Call it under the lock, when an index of the ghost was dropped: MariaDB may have rebuilt it for that. */
	async renewIds() {
		if (this.#flavor !== "mariadb") return;
		this.#record = {
			...this.#record,
			ids: await readTableIds(this.#session, this.#record.names, this.#flavor)
		};
		recordSwap(this.#session, this.#record).catch(() => {});
	}
	/**
	* Call it once it is known that the tables are swapped, before anything else: what is done then, and what somebody does to them, takes
	* away what they tell. Where the server takes no writes they tell it still.
	*/
	async confirm() {
		this.#record = {
			...this.#record,
			isSwapped: true
		};
		await recordSwap(this.#session, this.#record).catch(() => {});
	}
};

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
		var _usingCtx$8 = _usingCtx();
		if (indexes.length === 0) return;
		const session = _usingCtx$8.a(await sessions.open("building indexes"));
		await set(session, enlargeSortBuffer);
		if (pace.isAmongOthers) await set(session, buildWithOneThread);
		const statement = addIndexes(names.ghost, indexes.map(({ definition }) => definition));
		_usingCtx$8.a(watch(observer, session.id, (share) => {
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
		_usingCtx$8.e = _;
	} finally {
		await _usingCtx$8.d();
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

// src/engine/indexes/key-index.ts
/**
* The temporary index of the ghost, where the altered table has none by which rows could be found. It is there as long as changes
* are applied.
*/
var KeyIndex = class {
	#plan;
	#mayBeGone = false;
	constructor(plan) {
		this.#plan = plan;
	}
	get isNeeded() {
		return this.#plan.key.onGhost.isTemporary;
	}
	/** True once {@link drop} was called, however that ended. */
	get mayBeGone() {
		return this.#mayBeGone;
	}
	async add(session) {
		const { key, names } = this.#plan;
		const columns = key.columns.map(({ ghostName }) => ghostName);
		await session.run(addIndex(names.ghost, key.onGhost.name, columns));
	}
	async drop(session) {
		this.#mayBeGone = true;
		await session.run(dropIndexes(this.#plan.names.ghost, [this.#plan.key.onGhost.name]));
	}
	async restore(session) {
		await this.add(session).catch((error) => {
			if (!isServerError(error, "ER_DUP_KEYNAME")) throw error;
		});
		this.#mayBeGone = false;
	}
};

// src/engine/resume/describe-copy.ts
/** What every checkpoint of a copy says alike. The ghost must be as it is while rows are copied. */
async function describeCopy({ request, control, original, fingerprint, names }, plan, deferred, keyIndex) {
	const { session, server } = control;
	const created = await readCreateStatement(session, names.ghost);
	const ghost = await Fingerprint.take(session, names.ghost, created, server.flavor);
	return {
		format: 1,
		migrationId: request.migrationId,
		statementDigest: digest(request.statement),
		copyDigest: copyDigest(plan, server.timeZone),
		names,
		original: {
			id: fingerprint.id,
			definitionDigest: definitionDigest(original.createStatement)
		},
		ghost: {
			id: ghost.id,
			definitionDigest: ghostDigest(created, passingIndexes({
				deferred,
				keyIndex
			}))
		},
		deferred,
		keyIndex,
		pinnedSeconds: plan.settings.pinnedSeconds,
		timeZone: server.timeZone,
		sqlMode: server.sqlMode,
		serverStartedAt: await readServerStart(session),
		unloggedReplications: await countUnloggedReplications(session, server.facts)
	};
}

// src/engine/prepare-copy.ts
/**
* Makes the ghost ready, or looks how the run before has made it ready.
*
* @throws GhostshipError what cannot be copied, whichever part finds it first
*/
async function prepareCopy(context, found, signal) {
	const { request, control, original, names, replication } = context;
	const { session, server, sessions } = control;
	const { options } = request;
	const { plan, ghost, kept } = await planWith(context, found);
	refuseShortImages(server.facts, original, plan.key);
	if (kept === null) {
		await refuseHazards(control, original, ghost, plan.map, true, signal);
		await refuseMisplaced(sessions, original, plan.key, signal);
	}
	await refuseZeroUnderCounter(session, original, plan.map);
	const triggers = new Triggers(names, original.triggers);
	const foreignKeys = new ForeignKeys(names, original, plan.map, options.foreignKeys);
	if (replication === null) {
		await triggers.tryOut(sessions);
		await foreignKeys.tryOut(sessions, options.lockBudgetMs);
	}
	const deferred = kept?.checkpoint.deferred ?? await removeDeferred(context, plan, ghost);
	const keyIndex = new KeyIndex(plan);
	if (keyIndex.isNeeded) await keyIndex.restore(session);
	const isBuilt = ({ name }) => kept !== null && ghost.indexes.some((index) => sameName(index.name, name));
	return {
		plan,
		triggers,
		foreignKeys,
		keyIndex,
		deferred: deferred.filter((index) => !isBuilt(index)),
		kept,
		unchanging: await describeCopy(context, plan, deferred, keyIndex.isNeeded ? plan.key.onGhost.name : null)
	};
}
/**
* Columns in the plan are those of the ghost that it gives, and are known by identity.
* Where the copy would be another one now, such as by a newer version of Ghostship, the ghost is made anew.
*/
async function planWith(context, kept) {
	try {
		var _usingCtx$7 = _usingCtx();
		const { request, control, original, alter, names, recorder, forward } = context;
		const { server } = control;
		const planFor = (ghost) => forward === null ? planCopy(names, original, ghost, alter, server, request.options.allow) : planRevert(context, ghost);
		const found = await inspectGhost(context);
		if (kept === null) return {
			plan: planFor(found),
			ghost: found,
			kept
		};
		const { keyIndex, pinnedSeconds } = kept.checkpoint;
		const ghost = {
			...found,
			indexes: found.indexes.filter(({ name }) => name !== keyIndex)
		};
		const plan = planFor(ghost);
		if (copyDigest(plan, server.timeZone) === kept.checkpoint.copyDigest) return {
			plan: {
				...plan,
				settings: {
					...plan.settings,
					pinnedSeconds
				}
			},
			ghost,
			kept
		};
		if (forward !== null) {
			const doubt = {
				lacks: "all",
				reason: whyAnother(kept.checkpoint, server)
			};
			return {
				plan,
				ghost,
				kept: {
					...kept,
					doubt
				}
			};
		}
		recorder.notice(`What the last run has copied cannot be used: ${whyAnother(kept.checkpoint, server)}.`);
		recorder.keepsChunks = false;
		const session = _usingCtx$7.a(await control.sessions.open("making the ghost anew"));
		await discardCheckpoint(session, names.changelog);
		await recreateGhost(session, names, original);
		await alterGhost(context);
		const anew = await inspectGhost(context);
		return {
			plan: planFor(anew),
			ghost: anew,
			kept: null
		};
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
	}
}
/** Why values would be copied in another way than the last run has copied them. */
function whyAnother({ sqlMode: before }, { sqlMode: now }) {
	const said = (mode) => mode === "" ? "empty" : mode;
	return before === void 0 || before === now ? "values would be copied in another way now" : `the server’s sql_mode was ${said(before)} then, and is ${said(now)} now`;
}
async function inspectGhost({ control, names, original }) {
	return await inspectTable(control.session, names.ghost) ?? original;
}
async function removeDeferred({ control: { session }, names, original, request: { options } }, plan, ghost) {
	const replicas = await hasReplicas(session);
	const deferred = (await deferIndexes(session, ghost, original, options.indexes, replicas, plan.key.onGhost.name))?.indexes ?? [];
	await removeIndexes(session, names.ghost, deferred);
	return deferred;
}

// src/engine/resume/checkpoints.ts
/** Changes since the position are read again by whoever goes on. */
const positionEveryMs = 2e3;
/** What a run that dies has copied since is copied again. */
const watermarkEveryMs = 250;
/**
* Writes checkpoints. Each has a position and a watermark. A new position takes a barrier:
*
*     position ─ barrier ─ the keys that are dirty now ─ these keys are in the ghost ─ written
*
* Behind the barrier every change before the position is known and visible. Once the keys that were dirty then are written, the
* ghost has all of them. From then on the position holds for every chunk that is completed, because it was read later. So the
* watermark moves on more often, for the price of one small commit.
*/
var Checkpoints = class {
	#unchanging;
	#run;
	#rowsBefore;
	#flavor;
	#recorder;
	#suspects;
	/** What the run before has come to. */
	#before;
	#standing;
	#written = null;
	constructor(unchanging, beginning, flavor, recorder) {
		const { run, standing, rowsBefore, suspects } = beginning;
		this.#unchanging = unchanging;
		this.#run = run;
		this.#standing = standing;
		this.#before = {
			standing,
			reached: null
		};
		this.#rowsBefore = rowsBefore;
		this.#suspects = suspects;
		this.#flavor = flavor;
		this.#recorder = recorder;
	}
	/**
	* Writes them until the signal is aborted.
	*
	* @throws GhostshipError `lock-lost` where another run has taken the work over
	*/
	async run(pipeline, signal) {
		this.#before.reached = this.#reached(pipeline);
		const repeat = async (write, everyMs) => {
			for (;;) {
				if (!this.#isComparing || pipeline.chunker.watermark !== null) await write();
				await sleep(everyMs, signal);
			}
		};
		await Promise.all([repeat(() => this.write(pipeline, signal), positionEveryMs), repeat(() => this.#moveOn(pipeline), watermarkEveryMs)]);
	}
	/** One with a new position. Where a change cannot be followed just now, the one that is there stays. */
	async write(pipeline, signal) {
		try {
			var _usingCtx$6 = _usingCtx();
			const { spareSession, barriers, dirty, chunker, stream } = pipeline;
			const after = barriers.marks.committed;
			const position = await currentPosition(spareSession, this.#flavor);
			await barriers.passBarrier(signal);
			const left = _usingCtx$6.u(dirty.leftAtBarrier());
			if (stream.hasPreparedChanges) return;
			const standing = {
				position,
				marks: {
					after,
					upTo: barriers.marks.seen
				}
			};
			const reached = this.#reached(pipeline);
			const startedAt = nowMs();
			while (!left.isDone && !(left.isEmpty && chunker.watermark === reached.watermark)) {
				if (left.isEmpty && nowMs() - startedAt > 2e3) return;
				await barriers.next(signal);
			}
			if (left.isDone) this.#standing = standing;
			const isLater = left.isDone && !dirty.hasHandedKeys;
			await this.#write(spareSession, standing, isLater ? this.#reached(pipeline) : reached);
		} catch (_) {
			_usingCtx$6.e = _;
		} finally {
			_usingCtx$6.d();
		}
	}
	/** Tells of the chunks that were completed since. */
	async #moveOn(pipeline) {
		const { dirty, spareSession } = pipeline;
		if (this.#standing === null || dirty.hasHandedKeys) return;
		const reached = this.#reached(pipeline);
		if (this.#tellsMore(reached)) await this.#write(spareSession, this.#standing, reached);
	}
	#tellsMore(reached) {
		return this.#written === null || isFurther(reached, this.#written);
	}
	get #isComparing() {
		return this.#suspects?.isPassed === false;
	}
	#reached({ chunker, gone, comparison }) {
		return {
			watermark: chunker.watermark,
			rowsCopied: this.#rowsBefore + chunker.completed.rows,
			...this.#isComparing ? { isComparing: true } : {},
			keptValues: gone.keptValues,
			compared: comparison.part
		};
	}
	async #write(session, standing, reached) {
		if (!await putCheckpoint(session, {
			...this.#unchanging,
			...standing,
			...reached
		}, this.#run)) return;
		this.#written = reached;
		const { standing: stood, reached: had } = this.#before;
		if (standing !== stood || had === null || isFurther(reached, had)) this.#recorder.cameFurther = true;
		this.#recorder.keepsChunks = reached.watermark !== null;
	}
};
/**
* Under a global read lock none is written. The next one is when that is over.
*
* @returns whether it is written
* @throws GhostshipError `lock-lost` where another run has taken the work over
*/
async function putCheckpoint(session, checkpoint, run) {
	const { changelog, original } = checkpoint.names;
	try {
		const { affectedRows } = await session.run(writeCheckpoint(changelog, run, JSON.stringify(checkpoint)));
		if (affectedRows === 0) throw takenOver$1(original.name);
		return true;
	} catch (error) {
		if (isLockConflict(error)) return false;
		throw error;
	}
}
/** The position of a checkpoint, with all by which it is known again. */
function standingOf({ position, marks, nextEvent }) {
	return {
		position,
		marks,
		...nextEvent === void 0 ? {} : { nextEvent }
	};
}
function isFurther({ watermark, compared }, than) {
	if (watermark !== than.watermark) return true;
	return compared != null && compared.chunks !== than.compared?.chunks;
}
function takenOver$1(table) {
	return new GhostshipError("lock-lost", `Another run has resumed the migration of ${table}.`, { hint: "Look at it with `ghostship status`. This run has stopped, and changes nothing any more." });
}
__name(takenOver$1, "takenOver");

// src/engine/resume/keep-work.ts
/** What says nothing against the rows that are copied, and may be over when the next run comes. */
const passing = [
	"cannot-connect",
	"connection-lost",
	"no-answer",
	"lock-lost",
	"stream-broken",
	"cannot-keep-up",
	"critical-load",
	"cutover-gave-up",
	"leftover-tables",
	"missing-privileges"
];
/** Everything is copied and verified, nobody has ordered the cutover, and the run is not to wait for that. */
var ClosedGate = class extends Error {
	constructor() {
		super("The cutover waits for a person");
		this.name = "ClosedGate";
	}
};
/** Whether the table was changed, or nobody knows: no run goes on then. */
function isDecided(error) {
	const { first } = causesOf(error);
	return first instanceof GhostshipError && first.tableState !== "unchanged";
}
/** Whether nobody knows if the tables were swapped. All must stay then: by the ghost a person sees which it is, and the next run too. */
function isUnconfirmed(error) {
	const { first } = causesOf(error);
	return first instanceof GhostshipError && first.tableState === "unknown";
}
/** Whether the run was told to end, and nothing has failed. */
function isYield(error, signal) {
	return !isDecided(error) && (signal.aborted || isAtClosedGate(error));
}
/** Whether another run is to swap the tables. There is always one that can, though it may have to copy again. */
function isAtClosedGate(error) {
	return causesOf(error).first instanceof ClosedGate;
}
/** Whether a migration, which could begin anew as well, leaves its ghost to another run. */
function isWorthKeeping(error, { keepsChunks }, hasYielded) {
	return (keepsChunks || isAtClosedGate(error)) && (hasYielded || mayGoOn(error));
}
/** Whether another run may go on where this one has failed. */
function mayGoOn(error) {
	if (isDecided(error)) return false;
	const { first } = causesOf(error);
	if (first instanceof ConnectionLost || isReadOnlyRefusal(first) || isOtherServer(first)) return true;
	if (isDenied(first) || isPassing(first)) return true;
	return first instanceof GhostshipError && passing.includes(first.code);
}
/**
* Keeps the ghost, and says in the changelog that nobody works on it. Where the server is away, that can be seen there as well.
*
* @throws GhostshipError `unsupported-server` where another server answers at the address by now
* @throws GhostshipError where another run has taken the work over meanwhile: `lock-lost`, or `original-changed` where the table is
* not as it was, and this run has sent nothing that could have changed it
*/
async function keepWork({ control, original, fingerprint, names, nameLock, recorder }, tables, hasYielded) {
	try {
		var _usingCtx$5 = _usingCtx();
		tables.keep();
		let refusal = null;
		const session = _usingCtx$5.a(await control.sessions.open("noting how it ended").catch((error) => {
			refusal = error;
			return null;
		}));
		if (session !== null && await isTakenOver(session, names.changelog, nameLock)) {
			const isAsBefore = await fingerprint.confirm(session).then(() => true, () => false);
			throw takenOver(original.table.name, isAsBefore, recorder.state === "cutting_over" || !session.alive);
		}
		recorder.keepWork();
		if (isOtherServer(refusal)) throw movedAway(original.table.name, refusal);
		const status = recorder.status();
		const ended = {
			...status,
			progress: {
				...status.progress,
				state: hasYielded ? "yielded" : "failed"
			},
			isAtGate: hasYielded && status.progress.state === "waiting_for_cutover",
			connections: []
		};
		await session?.run(writeStatus(names.changelog, JSON.stringify(ended))).catch(() => {});
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
/** A run that was out of touch has lost the name lock. Whoever goes on has it, or has done with the changelog. */
async function isTakenOver(session, changelog, nameLock) {
	try {
		return await nameLock.isTakenOver(session) || await readStatusRow(session, changelog) === null;
	} catch {
		return false;
	}
}
/**
* @param isUnknown whether the run had come to its cutover, or could not look at the table; before its cutover it has sent nothing
* that swaps the tables
*/
function takenOver(table, isAsBefore, isUnknown) {
	const hint = "Look with `ghostship status` what it has come to. This run has nothing more to do.";
	const what = `Another run has resumed the migration of ${table} while this one was out of touch`;
	if (isAsBefore) return new GhostshipError("lock-lost", `${what}.`, { hint });
	if (isUnknown) return new GhostshipError("lock-lost", `${what}.`, {
		hint,
		tableState: "unknown"
	});
	return new GhostshipError("original-changed", `${what}, and ${table} was changed meanwhile, not by this run.`, { hint });
}
function movedAway(table, cause) {
	return new GhostshipError("unsupported-server", `Another server has taken the place of the one on which the migration of ${table} was running. ${cause.message}`, {
		hint: `If it is the source now, run the same statement there: it goes on with what was replicated.`,
		cause
	});
}

// src/engine/changes/gone-keys.ts
/** At the beginning. */
const allKept = {
	moved: 0,
	isCompared: false
};
const movesAtOnce = 500;
/**
* Keys whose rows are gone since the swap that a revert undoes. A row that has such a key now came later: it must not get what the
* ghost has kept of the other. That stays true, so it does no harm to hear of it too early, or once more.
*/
var GoneKeys = class {
	#tables;
	#session;
	#keys = /* @__PURE__ */ new Set();
	#isCompared;
	#moved;
	/**
	* @param session compares keys, where only the server can
	* @param before as the run before knew it
	*/
	constructor(tables, session, before) {
		this.#tables = tables;
		this.#session = session;
		this.#moved = before.moved;
		this.#isCompared = before.isCompared;
	}
	/** Call it before the keys are added to those that are dirty. */
	async add(rows) {
		const moves = [];
		for (const { key, movedTo } of rows) if (movedTo === null) this.#keys.add(key);
		else moves.push({
			from: key,
			to: movedTo
		});
		for (let start = 0; start < moves.length; start += movesAtOnce) for (const { from } of await this.#toOthers(moves.slice(start, start + movesAtOnce))) {
			this.#keys.add(from);
			this.#moved++;
		}
	}
	get keptValues() {
		return {
			moved: this.#moved,
			isCompared: this.#isCompared
		};
	}
	get all() {
		return [...this.#keys];
	}
	among(keys) {
		return this.#keys.size === 0 ? none : new Set(keys.filter((key) => this.#keys.has(key)));
	}
	/** Call it once their rows were deleted from the ghost for good. From then on it has nothing of them. */
	forget(keys) {
		for (const key of keys) this.#keys.delete(key);
	}
	/** A text that the collation calls the same is the same key. */
	async #toOthers(moves) {
		const { key } = this.#tables;
		if (!key.some(({ original }) => original.kind === "text")) return moves;
		const rows = await this.#session.rows(compareMoves(key, moves));
		const same = new Set(rows.filter((row) => Number(row.same) === 1).map((row) => Number(row.n)));
		return moves.filter((_, n) => !same.has(n));
	}
};
const none = /* @__PURE__ */ new Set();

// src/engine/changes/prepared-xa.ts
/**
* Waits until all XA transactions that are prepared now have ended. Their rows are in the binlog before the position where the
* stream starts, and become visible after it, so no row event will tell of them. They must end before the first row is copied.
* The stream ignores their commits until the first heartbeat has come back. Later it stops at an unknown commit.
* Call it once the position is known.
*
* @param tell is told of those that it still waits for after two seconds
* @returns false where the user may not see them. Then only the stream checks for such transactions
* @throws GhostshipError `binlog-not-usable`
*/
async function waitForPreparedXa(session, tell, signal) {
	const waitingFor = await listAll(session).catch(() => null);
	if (waitingFor === null) return false;
	const list = () => listAll(session);
	await waitUntilGone(waitingFor, list, {
		timeoutMs: 1e4,
		lookEveryMs: 200,
		tellAfterMs: 2e3,
		tell
	}, (left) => stillPrepared(left.map(nameIn)), signal);
	return true;
}
/**
* Waits until readers see what these XA transactions changed. The stream has delivered their commits.
*
* MariaDB writes the commit of a prepared XA transaction to the binlog first and then tells the engine, in no order with other
* commits. So a later heartbeat in the binlog proves nothing (measured on 10.11, with little processor time for the committing
* thread: one in ten was not visible when the heartbeat was). The transaction leaves XA RECOVER after the engine has committed it.
* MySQL commits in order since 8.0.30 (its release notes: XA transactions take part in the ordered commit); before, it is waited
* for in the same way.
*
* @param xids as {@link writeXid} writes them
* @throws GhostshipError `stream-broken` where one is still listed after a minute, or where this user may not see the list
*/
async function waitForXaCommits(xids, server, session, signal) {
	if (xids.length === 0 || server.flavor === "mysql" && !isBelow(server.version, "8.0.30")) return;
	const list = () => server.flavor === "mysql" ? listByBytes(session, server.version) : listByName(session);
	await waitUntilGone(xids, list, {
		timeoutMs: 6e4,
		lookEveryMs: 2,
		tellAfterMs: null
	}, notSeenToEnd, signal);
}
async function waitUntilGone(waitingFor, list, patience, tooLate, signal) {
	if (waitingFor.length === 0) return;
	const { timeoutMs, lookEveryMs } = patience;
	const startedAt = nowMs();
	let isTold = patience.tellAfterMs === null;
	for (;;) {
		const listed = new Set(await list());
		const left = waitingFor.filter((xid) => listed.has(xid));
		if (left.length === 0) return;
		if (nowMs() - startedAt > timeoutMs) throw tooLate(left);
		if (patience.tellAfterMs !== null && !isTold && nowMs() - startedAt > patience.tellAfterMs) {
			isTold = true;
			await patience.tell(left.map(nameIn));
		}
		await sleep(lookEveryMs, signal);
	}
}
async function listAll(session) {
	return (await session.rows(xaRecover)).map((row) => JSON.stringify(row));
}
/** @param row as {@link listAll} gives it. `data` is all of the xid in one: text on MySQL, bytes on MariaDB. */
function nameIn(row) {
	const { data } = JSON.parse(row);
	const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data.data);
	return bytes.every((byte) => byte >= 32 && byte < 127) ? `'${bytes.toString("latin1")}'` : `X'${bytes.toString("hex")}'`;
}
/** On MariaDB every user may ask. */
async function listByName(session) {
	return (await session.rows(xaRecoverReadable)).map(({ formatID, data }) => readXid(String(data), Number(formatID)));
}
/** It takes XA_RECOVER_ADMIN. */
async function listByBytes(session, version) {
	return (await session.rows(xaRecoverBytes).catch((error) => {
		throw isServerError(error, "ER_XAER_RMERR", "ER_SPECIFIC_ACCESS_DENIED_ERROR") ? notShown(version) : error;
	})).map(({ formatID, gtrid_length: length, data }) => {
		const bytes = Buffer.from(String(data).replace(/^0x/iu, ""), "hex");
		return writeXid(bytes.subarray(0, Number(length)), bytes.subarray(Number(length)), Number(formatID));
	});
}
/** The server writes `X'6162',X'63'`, or plain text where nothing has to be escaped. It leaves out an empty branch. */
function readXid(data, formatId) {
	const parts = [...data.matchAll(/(X?)'([^']*)'/gu)].map(([, isHex, text]) => Buffer.from(text ?? "", isHex === "X" ? "hex" : "latin1"));
	return writeXid(parts[0] ?? Buffer.of(), parts[1] ?? Buffer.of(), formatId);
}
function stillPrepared(xids) {
	return new GhostshipError("binlog-not-usable", `XA transactions are prepared and neither committed nor rolled back: ${listed(xids)}. Their changes cannot be followed.`, { hint: "Commit or roll them back (XA RECOVER lists them), then run the migration again." });
}
/** @returns the first few of them, and how many more there are */
function listed(xids) {
	const more = xids.length - maxListed;
	return `${xids.slice(0, maxListed).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
const maxListed = 5;
function notShown(version) {
	return new GhostshipError("stream-broken", `A prepared XA transaction that changed the table was committed. MySQL ${version} makes its rows visible at some later moment, and this user may not see when.`, { hint: "Grant XA_RECOVER_ADMIN to the user of the target URL, then run the migration again." });
}
function notSeenToEnd() {
	return new GhostshipError("stream-broken", "An XA transaction was committed. A minute later it, or another with the same xid, was still prepared. It is not known whether its changes can be read.", { hint: "Commit or roll back what XA RECOVER lists, give every XA transaction an xid of its own, and run the migration again." });
}

// src/engine/run/pass-prepared-xa.ts
/**
* Waits for the XA transactions that are prepared now. What takes long is a hold with their names, in the log and in `status`.
*
* @returns as {@link waitForPreparedXa} does
* @throws GhostshipError as {@link waitForPreparedXa} does
*/
async function passPreparedXa({ control: { session }, names, recorder }, signal) {
	const startedAtMs = nowMs();
	const since = (/* @__PURE__ */ new Date()).toISOString().slice(11, 19);
	const show = async (lockedBy) => {
		recorder.heldBefore = lockedBy === null ? [] : [{
			reason: "prepared-xa",
			forMs: Math.round(nowMs() - startedAtMs),
			reading: null
		}];
		recorder.lockedBy = lockedBy;
		recorder.reportProgress();
		await session.run(writeStatus(names.changelog, JSON.stringify(recorder.status())));
	};
	let isShown = false;
	const tell = async (xids) => {
		isShown = true;
		await show(`XA ${listed(xids)}, since ${since} UTC`);
		recorder.notice(`XA transactions are prepared and neither committed nor rolled back: ${listed(xids)}. The migration has waited for them since ${since} UTC, and gives up after ten seconds.`);
	};
	const isKnown = await waitForPreparedXa(session, tell, signal);
	if (isShown) await show(null);
	return isKnown;
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
	#barriers;
	#gone;
	/** Keys whose unique values another row of the ghost has, each with the time it may take. */
	#blocked = /* @__PURE__ */ new Map();
	#applied = 0;
	/** Writes that met a lock of another session. */
	#thrownBack = 0;
	constructor(tables, dirty, chunker, barriers, gone) {
		this.#tables = tables;
		this.#dirty = dirty;
		this.#chunker = chunker;
		this.#barriers = barriers;
		this.#gone = gone;
	}
	/** How many keys were written so far. */
	get applied() {
		return this.#applied;
	}
	/** True while another row of the ghost has a unique value of one of the keys. */
	get hasBlocked() {
		return this.#blocked.size > 0;
	}
	/** @returns whether a key that is blocked now still is, by the same row; each is written, or its budget is spent */
	watchBlocked() {
		const before = [...this.#blocked];
		return () => before.some(([key, { budget }]) => this.#blocked.get(key)?.budget === budget);
	}
	/**
	* Writes the keys and finishes them. Keys that cannot be written now are put back and stay dirty.
	*
	* @returns `thrown-back` where all of them were put back, because another session has locked something that this needs
	* @throws GhostshipError `data-does-not-fit`, `duplicate-rows`, `unexpected-warning`
	*/
	async write(session, keys, mode) {
		if (keys.length === 0) return "tried";
		try {
			await this.#replaceOrUntangle(session, {
				keys,
				gone: this.#gone.among(keys)
			}, mode);
			return "tried";
		} catch (error) {
			this.#dirty.putBack(keys);
			if (!isLockConflict(error)) throw dataDoesNotFit(error, this.#tables.original);
			this.#thrownBack++;
			return "thrown-back";
		}
	}
	/** Finishes keys without writing them: a later chunk will read their rows. */
	skip(keys) {
		this.#dirty.finish(keys);
		for (const key of keys) this.#blocked.delete(key);
	}
	async #replaceOrUntangle(session, batch, mode) {
		try {
			await (mode === "transaction" ? this.#replaceInTransaction(session, batch) : this.#replace(session, batch));
			this.#finish(batch);
		} catch (error) {
			if (!isDuplicate(error)) throw error;
			await this.#untangle(session, batch);
		}
	}
	async #replaceInTransaction(session, batch) {
		try {
			await session.run(startTransaction);
			await this.#replace(session, batch);
			await session.run(commit);
		} catch (error) {
			if (session.alive) await session.run(rollback);
			throw error;
		}
	}
	async #replace(session, batch) {
		await this.#delete(session, batch);
		await this.#insert(session, batch);
	}
	/** Where it is repeated, rows that are gone lose nothing more: what the ghost has by then under their keys is new. */
	async #delete(session, { keys, gone }) {
		const { keeps } = this.#tables;
		if (keeps !== null) {
			if (gone.size > 0) {
				await session.run(deleteKeys(this.#tables, [...gone]));
				await session.run(forgetSetAside(this.#tables, keeps, [...gone]));
			}
			await session.run(setAside(this.#tables, keeps, keys));
		}
		await session.run(deleteKeys(this.#tables, keys));
	}
	async #insert(session, { keys }) {
		const { keeps, rowsPerInsert } = this.#tables;
		for (let at = 0; at < keys.length; at += rowsPerInsert) {
			const some = keys.slice(at, at + rowsPerInsert);
			const statements = keeps === null ? [copyKeys(this.#tables, some)] : [bringBack(this.#tables, keeps, some), copyNew(this.#tables, keeps, some)];
			for (const statement of statements) {
				const { warningCount } = await session.run(statement);
				await refuseWarnings(session, warningCount, "applying changes");
			}
		}
		if (keeps !== null) await session.run(forgetSetAside(this.#tables, keeps, keys));
	}
	/**
	* Another row of the ghost holds a unique value that one of these keys has now (I6). As a rule that row has given up the
	* value in the original, and its own change is on the way. So all old rows of these keys are deleted first, which frees the
	* values that they hold. Then the new rows are inserted, in smaller and smaller groups where a group does not fit. A key whose
	* value is still taken stays dirty and is tried again. In this way two rows can swap their values, whichever comes first.
	*/
	async #untangle(session, batch) {
		await this.#delete(session, batch);
		await this.#insertWhatFits(session, batch);
	}
	async #insertWhatFits(session, batch) {
		const { keys } = batch;
		try {
			await this.#insert(session, batch);
			this.#finish(batch);
		} catch (error) {
			if (!isDuplicate(error)) throw error;
			if (keys.length === 1) return this.#block(keys, error);
			const middle = keys.length >> 1;
			for (const half of [part(batch, 0, middle), part(batch, middle)]) {
				if (this.#mayRepeat) await this.#delete(session, half);
				await this.#insertWhatFits(session, half);
			}
		}
	}
	get #mayRepeat() {
		const { keeps, rowsPerInsert, key } = this.#tables;
		return keeps !== null || Number.isFinite(rowsPerInsert) || key.some(({ original }) => original.kind === "text");
	}
	#block(keys, error) {
		for (const key of keys) {
			const before = this.#blocked.get(key);
			const isSame = before !== void 0 && before.message === error.message;
			const budget = isSame ? before.budget : this.#newBudget();
			const counts = !isSame || before.thrownBack === this.#thrownBack;
			this.#blocked.set(key, {
				message: error.message,
				budget,
				thrownBack: this.#thrownBack
			});
			if (counts && budget.isSpent()) throw duplicateRows(error, this.#tables.original);
		}
		this.#dirty.putBack(keys);
	}
	/**
	* The row in the way may be out of date: its own change may still be in the stream, a chunk in flight may hold it back, or it is
	* of a run before and is not compared yet. A failure counts only when none of these can be the reason any more.
	*/
	#newBudget() {
		const mark = this.#barriers.marks.sent + minHeartbeats;
		const chunks = this.#chunker.chunksInFlight;
		return new RetryBudget(() => !this.#chunker.mayHaveStaleRows && this.#barriers.marks.seen >= mark && chunks.every((chunk) => !this.#chunker.isInFlight(chunk)));
	}
	#finish({ keys, gone }) {
		this.#gone.forget(gone);
		this.#dirty.finish(keys);
		this.#applied += keys.length;
		if (this.#blocked.size > 0) for (const key of keys) this.#blocked.delete(key);
	}
};
function part({ keys, gone }, from, to = keys.length) {
	const some = keys.slice(from, to);
	return {
		keys: some,
		gone: new Set(some.filter((key) => gone.has(key)))
	};
}

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
/** For so long writers are given the chance to leave few keys, because they wait while the last ones are applied. */
const patienceMs = 5e3;
const tryAnywayMs = 3e4;
/** Takes keys that are ready, in rounds, and lets {@link GhostWriter} write those that the copy has passed. */
var Applier = class {
	#dirty;
	#chunker;
	#barriers;
	#sessions;
	#writer;
	#roundEnded = new Doorbell();
	#stopped = new Doorbell();
	/** Keys of all rounds that have ended. A key that was tried twice counts twice. */
	#keysTried = 0;
	/** True where sessions have stood in each other's way in the round before. */
	#wasThrownBack = false;
	#suspended = false;
	#working = false;
	/** True once it took too long to come to few keys. */
	#isHot = false;
	constructor(tables, dirty, chunker, barriers, sessions, gone) {
		this.#dirty = dirty;
		this.#chunker = chunker;
		this.#barriers = barriers;
		this.#sessions = needsOneSession(tables) ? sessions.slice(0, 1) : sessions;
		this.#writer = new GhostWriter(tables, dirty, chunker, barriers, gone);
	}
	/** Applies changes until the signal is aborted. */
	async run(signal) {
		while (!signal.aborted) {
			const before = this.applied;
			if (!this.#suspended) await this.#workOnce();
			if (this.applied === before) await this.#barriers.next(signal);
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
	/** Waits until every key that was ready at the call was tried once. Keys are taken in turn: what was tried in vain comes last. */
	async waitForReadyKeys(signal) {
		const enough = this.#keysTried + this.#dirty.takenCount + this.#dirty.visibleCount;
		while (this.#dirty.visibleCount > 0 && this.#keysTried < enough) await this.#roundEnded.wait(signal);
	}
	/**
	* Waits until few enough keys are left for the cutover. Rows that change all the time never let it come to none. Where it does
	* not come to few either, as many may be left as are applied within `finishMs`, and in the end as many as there are.
	*
	* @throws GhostshipError `duplicate-rows`
	*/
	async catchUp(finishMs, signal) {
		await this.#barriers.passBarrier(signal);
		await this.waitForReadyKeys(signal);
		await this.#waitForBlockedKeys(signal);
		const [startedAt, before] = [nowMs(), this.applied];
		let fewest = {
			count: Number.POSITIVE_INFINITY,
			at: startedAt
		};
		for (;;) {
			await this.#barriers.passBarrier(signal);
			await this.waitForReadyKeys(signal);
			const now = nowMs();
			if (this.#dirty.count < fewest.count) fewest = {
				count: this.#dirty.count,
				at: now
			};
			const elapsedMs = now - startedAt;
			const perMs = (this.applied - before) / elapsedMs;
			if (this.#dirty.count <= caughtUpKeys) return;
			if (elapsedMs > patienceMs) this.#isHot = true;
			if (this.#isHot && this.#dirty.count <= perMs * finishMs) return;
			if (now - fewest.at > tryAnywayMs) return;
		}
	}
	/** Whether rows collide for good is found out while writers go on: a lock could not help them. */
	async #waitForBlockedKeys(signal) {
		const isStillBlocked = this.#writer.watchBlocked();
		while (isStillBlocked()) await this.#roundEnded.wait(signal);
	}
	/** Stops the sessions of the applier until disposed of: they must not wait for a lock that is about to be taken. */
	async suspend(signal) {
		this.#suspended = true;
		while (this.#working) await this.#stopped.wait(signal);
		return { [Symbol.asyncDispose]: async () => {
			this.#suspended = false;
		} };
	}
	/**
	* Applies everything that was committed before the call, through the one session that has locked both tables. Nobody reads
	* the ghost meanwhile, so its statements need no transaction.
	*
	* @returns `blocked` where it ends with keys whose unique values other rows have
	*/
	async applyAllThrough(locker, signal) {
		await this.#barriers.passBarrier(signal);
		let fruitless = 0;
		while (this.#dirty.visibleCount > 0) {
			const before = this.applied;
			for (let left = this.#dirty.visibleCount; left > 0; left -= keysPerBatch) {
				signal.throwIfAborted();
				await this.#round([locker], "locked");
			}
			fruitless = this.applied === before && this.#writer.hasBlocked ? fruitless + 1 : 0;
			if (fruitless === 2) return "blocked";
		}
		return "applied";
	}
	async #workOnce() {
		this.#working = true;
		try {
			await this.#round(this.#sessions, "transaction");
		} finally {
			this.#working = false;
			this.#stopped.ring();
			this.#roundEnded.ring();
		}
	}
	/** Writes keys at once, whatever chunk they lie in. What cannot be written now becomes a changed key. */
	async writeNow(session, keys) {
		await this.#writer.write(session, keys, "transaction");
	}
	/** After a round in which sessions were in each other's way one of them goes on alone, so that no row is kept back for long. */
	async #round(allSessions, mode) {
		const sessions = this.#wasThrownBack ? allSessions.slice(0, 1) : allSessions;
		const taken = this.#dirty.take(keysPerBatch * sessions.length);
		if (taken.length === 0) return;
		const copied = await this.#sortOut(taken, sessions);
		const size = Math.max(minKeysPerBatch, Math.min(keysPerBatch, Math.ceil(copied.length / sessions.length)));
		const results = await settleAll(sessions.map((session, index) => this.#writer.write(session, copied.slice(index * size, (index + 1) * size), mode)));
		this.#wasThrownBack = results.includes("thrown-back");
		this.#keysTried += taken.length;
	}
	/**
	* Puts back the keys of chunks in flight, and skips keys that a later chunk will read.
	* @returns the keys that the copy has passed
	*/
	async #sortOut(keys, [session]) {
		if (session === void 0) return [];
		const stages = await this.#chunker.stagesOf(session, keys);
		this.#dirty.postpone(keys.filter((_, index) => stages[index] === "in-flight"));
		this.#writer.skip(keys.filter((_, index) => stages[index] === "ahead"));
		return keys.filter((_, index) => stages[index] === "copied");
	}
};
/**
* Two keys may be one for the collation, and each of two sessions may bring the same row over. Where no unique index of the ghost
* refuses the second one, one session applies everything. So it is where rows keep values: one session could set aside what another has just deleted for good.
*/
function needsOneSession({ ghostIsUnique, keeps, key }) {
	return (!ghostIsUnique || keeps !== null) && key.some(({ original }) => original.kind === "text");
}

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
	#leftovers = /* @__PURE__ */ new Set();
	#handed = /* @__PURE__ */ new Set();
	#shrunk = new Doorbell();
	#added = 0;
	add(keys) {
		this.#added += keys.length;
		for (const key of keys) this.#arriving.add(key);
		for (const recording of this.#recordings) recording.add(keys);
	}
	/** How many keys were added so far. A key that was added twice counts twice. */
	get addedCount() {
		return this.#added;
	}
	/** Adds keys of completed chunks whose rows are not in the ghost. No change in the stream needs to stand for them. */
	addVisible(keys) {
		for (const key of keys) this.#ready.add(key);
		this.#forgetWritten();
		const handed = new LeftKeys(new Set(keys), /* @__PURE__ */ new Set());
		this.#handed.add(handed);
		this.#leftovers.add(handed);
	}
	/** True while a key of {@link addVisible} was not written to the ghost since. */
	get hasHandedKeys() {
		this.#forgetWritten();
		return this.#handed.size > 0;
	}
	#forgetWritten() {
		for (const handed of this.#handed) {
			if (!handed.isDone) continue;
			this.#handed.delete(handed);
			this.#leftovers.delete(handed);
		}
	}
	/**
	* Remembers every key that is added from now on, until it is disposed of.
	*
	* @param maxKeys with more, none of them is remembered any more
	*/
	record(maxKeys = Number.POSITIVE_INFINITY) {
		const recording = new Recording(maxKeys);
		this.#recordings.add(recording);
		return Object.assign(recording, { [Symbol.dispose]: () => void this.#recordings.delete(recording) });
	}
	/**
	* The keys that a barrier has made ready, until each was written to the ghost, or is found to lie beyond the chunks that are
	* completed now. Call it when the barrier has just been passed. What comes later does not count, not even for a key that
	* changes all the time.
	*/
	leftAtBarrier() {
		const left = new LeftKeys(this.#ready, this.#taken);
		this.#leftovers.add(left);
		return {
			get isEmpty() {
				return left.isEmpty;
			},
			get isDone() {
				return left.isDone;
			},
			[Symbol.dispose]: () => void this.#leftovers.delete(left)
		};
	}
	/** All keys that are dirty at this moment. */
	all() {
		return /* @__PURE__ */ new Set([
			...this.#arriving,
			...this.#sealed,
			...this.#ready,
			...this.#taken
		]);
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
		for (const left of this.#leftovers) left.take(taken);
		return taken;
	}
	putBack(keys) {
		for (const left of this.#leftovers) left.putBack(keys);
		this.#release(keys);
		for (const key of keys) this.#ready.add(key);
	}
	/** Puts keys back that wait for a chunk in flight. */
	postpone(keys) {
		for (const left of this.#leftovers) left.postpone(keys);
		this.#release(keys);
		for (const key of keys) this.#ready.add(key);
	}
	/** For keys that are in the ghost now, or that a later chunk will read. */
	finish(keys) {
		for (const left of this.#leftovers) left.finish(keys);
		this.#release(keys);
	}
	#release(keys) {
		for (const key of keys) this.#taken.delete(key);
		this.#shrunk.ring();
	}
	/** Waits until no more than `maxCount` keys are left. Only one caller may wait at a time. */
	async waitForRoom(maxCount, signal) {
		while (this.count > maxCount) await this.#shrunk.wait(signal);
	}
	/** Keys whose changes are visible and that are waiting to be applied or being applied. */
	get visibleCount() {
		return this.#ready.size + this.#taken.size;
	}
	/** Keys that are being applied. */
	get takenCount() {
		return this.#taken.size;
	}
	get count() {
		return this.#arriving.size + this.#sealed.size + this.visibleCount;
	}
};
var Recording = class {
	keys = /* @__PURE__ */ new Set();
	#maxKeys;
	#isCut = false;
	constructor(maxKeys) {
		this.#maxKeys = maxKeys;
	}
	get isCut() {
		return this.#isCut;
	}
	add(keys) {
		if (this.#isCut) return;
		for (const key of keys) this.keys.add(key);
		if (this.keys.size <= this.#maxKeys) return;
		this.#isCut = true;
		this.keys.clear();
	}
};
/** A key that was ready and taken at once has changed since it was taken: it must be taken once more. */
var LeftKeys = class {
	#ready;
	/** Taken when the barrier was passed. Where it was looked up in a chunk in flight, that chunk may have been completed by then. */
	#takenBefore;
	#taken = /* @__PURE__ */ new Set();
	/** Beyond the chunks that were completed at the barrier. */
	#beyond = /* @__PURE__ */ new Set();
	constructor(ready, taken) {
		this.#ready = new Set(ready);
		this.#takenBefore = new Set([...taken].filter((key) => !ready.has(key)));
	}
	take(keys) {
		for (const key of keys) if (this.#ready.delete(key)) this.#taken.add(key);
	}
	putBack(keys) {
		for (const key of keys) if (this.#forget(key)) this.#ready.add(key);
	}
	/** A chunk that is in flight behind the barrier lies beyond those that were completed before. */
	postpone(keys) {
		for (const key of keys) {
			if (this.#taken.delete(key)) this.#beyond.add(key);
			if (this.#takenBefore.delete(key)) this.#ready.add(key);
		}
	}
	finish(keys) {
		for (const key of keys) {
			this.#forget(key);
			this.#beyond.delete(key);
		}
	}
	get isEmpty() {
		return this.#ready.size === 0 && this.#taken.size === 0 && this.#takenBefore.size === 0;
	}
	/** Also those beyond: whatever chunk is completed later, none of its keys is left. */
	get isDone() {
		return this.isEmpty && this.#beyond.size === 0;
	}
	#forget(key) {
		return this.#taken.delete(key) || this.#takenBefore.delete(key);
	}
};

// src/engine/changes/heartbeat.ts
/** Heartbeats this often make barriers short and keep the lag known. Each is one small commit. */
const intervalMs$2 = 100;
const historyLength = 36e3;
/** When none has come back for so long, none will. */
const silenceMs = 6e4;
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
	#marksAfter;
	#readsGap;
	#mark;
	#committed;
	#seen;
	#lagMs = 0;
	#commitMs = 0;
	#firstCommittedAt = null;
	/**
	* @param marksAfter its marks are greater than this; heartbeats with other marks are those of an earlier run
	* @param readsGap whether the stream starts in the past, so that it may take long until a heartbeat comes back
	*/
	constructor(session, changelog, dirty, marksAfter = 0, readsGap = false) {
		this.#session = session;
		this.#changelog = changelog;
		this.#dirty = dirty;
		this.#marksAfter = marksAfter;
		this.#readsGap = readsGap;
		this.#mark = marksAfter;
		this.#committed = marksAfter;
		this.#seen = marksAfter;
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
			if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs$2);
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
		while (this.#committed < needed || this.#seen < needed) await this.#news.wait(signal);
	}
	/** Waits until a heartbeat is committed or comes back. */
	async next(signal) {
		await this.#news.wait(signal);
	}
	/** The reader of the stream calls it for every heartbeat that came back, after all changes before it became dirty keys. */
	see(mark) {
		if (mark <= this.#seen || mark > this.#mark) return;
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
		return Math.max(this.#lagMs, waiting > intervalMs$2 ? waiting : 0);
	}
	/** The newest heartbeat that was sent, that is committed, and that came back. */
	get marks() {
		return {
			sent: this.#mark,
			committed: this.#committed,
			seen: this.#seen
		};
	}
	/** How far behind a server is that has this heartbeat and not the next one. */
	ageMs(found) {
		const mark = Math.max(found, this.#marksAfter);
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
		if (this.#readsGap || this.#seen > this.#marksAfter || waitedMs < silenceMs) return;
		const { schema, name } = this.#changelog;
		throw new GhostshipError("stream-broken", `The server committed ${this.#committed - this.#marksAfter} changes of ${schema}.${name} in ${Math.round(waitedMs / 1e3)} s, and its change stream brought none of them.`, { hint: `Look whether binlog_do_db or binlog_ignore_db keeps ${schema} out of the binary log (SHOW BINARY LOG STATUS; before MySQL 8.4 and on MariaDB SHOW MASTER STATUS), then run the migration again.` });
	}
};

// src/engine/changes/read-changes.ts
/** With more keys in memory than this the stream is not read. A key takes about 100 bytes. */
const maxDirtyKeys = 2e5;
/** Moves changed keys from the stream into the set of dirty keys until the signal is aborted. Waits while that set is full. */
async function readChanges({ stream, untilVisible, unnamed, dirty, gone, barriers }, signal) {
	while (!signal.aborted) {
		const changes = await stream.take(signal);
		const { keys, gone: rows, heartbeat: mark, beforeHeartbeat, xaCommits, progress } = changes;
		await unnamed.prove(changes.unnamed, signal);
		await untilVisible(xaCommits, signal);
		await gone.add(rows);
		dirty.add(keys.slice(0, beforeHeartbeat));
		barriers.see(mark, progress);
		dirty.add(keys.slice(beforeHeartbeat));
		await dirty.waitForRoom(maxDirtyKeys, signal);
	}
}

// src/engine/changes/ways-to-table.ts
/** More than so many bodies that may name one table are not read. */
const maxBodies = 500;
/**
* All that a statement can name to change rows of the table, the table itself first: views, functions and procedures that name it,
* tables with triggers that do, parents that cascade to it, and whatever leads to one of these.
*
* @returns `null` where this user does not see everything that may lead there
*/
async function askWaysToTable(session, { flavor }, table) {
	if (!await seesAllBodies(session)) return null;
	const ways = [table];
	const add = (way) => {
		if (!ways.some(({ schema, name }) => schema === way.schema && name === way.name)) ways.push(way);
	};
	try {
		for (const way of ways) {
			for (const kind of [
				"view",
				"routine",
				"trigger"
			]) {
				const rows = await session.rows(selectStoredObjects(flavor, kind, way, maxBodies));
				if (rows.length === maxBodies || rows.some(({ body }) => body === null || body === "")) return null;
				for (const row of rows.filter((found) => leadsTo(found, way))) add(entranceOf(row));
			}
			for (const row of await session.rows(selectCascadingParents(way))) add({
				schema: String(row.schema_name),
				name: String(row.name)
			});
		}
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	}
	return ways;
}
function leadsTo({ body, sql_mode, schema_name }, way) {
	const text = inUsualQuotes(String(body), quotingOf(String(sql_mode).split(",")));
	const tokens = tokenize(text, {
		start: 0,
		end: text.length
	}, null);
	if (mentions(tokens, way, String(schema_name)) || tokens.some((token) => isSentText(token, way))) return true;
	return /['"\\]/u.test(text) && hasWord(text, way.name);
}
/**
* Also within quotes. information_schema shows the texts of a body without their escapes, so nobody can tell where one ends: of
* `'it\'s'` it has `'it's'`.
*/
function hasWord(text, name) {
	const pattern = name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/[`"]/gu, ".+");
	return new RegExp(String.raw`(?<![\w$])${pattern}(?![\w$])`, "iu").test(text);
}
/** A function in another language than SQL has its statements in texts. */
function isSentText({ kind, text }, { name }) {
	if (kind !== "string" && !(kind === "identifier" && /\s/u.test(text))) return false;
	return text.toLowerCase().includes(name.toLowerCase());
}
/** Who writes the table of a trigger does not name the trigger. */
function entranceOf({ on_schema, on_table, schema_name, name }) {
	return on_table === void 0 ? {
		schema: String(schema_name),
		name: String(name)
	} : {
		schema: String(on_schema),
		name: String(on_table)
	};
}

// src/engine/changes/unnamed-statements.ts
/**
* Statements of sessions with `binlog_format=STATEMENT` that do not name the original. Each must be proved to leave its rows alone.
* A user who sees everything on the server knows all ways to the table, and the statement names none of them. For any other the
* statement must name nothing but tables without triggers, that have no way to the original by foreign keys, and call no stored function.
*
* The server says what is there *now*, and the statement ran earlier. What was there then and is gone was dropped in between, so
* that stands behind the statement in the binary log, and a heartbeat that is sent now stands behind that. Until such a heartbeat
* has come back, a definition that takes something away stops the run, where it may be what the statement went through. An answer
* is good until a definition is read that opens a way.
*/
var UnnamedStatements = class {
	#session;
	#original;
	#server;
	#marks;
	/** What the server was asked about, as JSON. */
	#proved = /* @__PURE__ */ new Set();
	#parents = null;
	/** `undefined` until it is asked. */
	#ways;
	/** What was proved by an answer, until no definition from before that answer can be read any more. */
	#recent = /* @__PURE__ */ new Map();
	#answeredAt = 0;
	/** Schemas in which something was made since the answer that may open a way. */
	#added = /* @__PURE__ */ new Set();
	/** Schemas of what a recent statement may have gone through and the answer lacks; `null` for all. */
	#mayBeGone = null;
	constructor(session, original, server, marks) {
		this.#session = session;
		this.#original = original;
		this.#server = server;
		this.#marks = marks;
	}
	/**
	* Call it with all statements in the order of the stream, before the heartbeat behind them is believed.
	*
	* @throws GhostshipError `stream-broken` where one may have changed rows of the original
	*/
	async prove(statements, signal) {
		if (this.#ways === void 0) await this.#ask();
		if (this.#marks.marks.seen > this.#answeredAt) this.#recent.clear();
		for (const statement of statements) {
			signal.throwIfAborted();
			if (statement.kind === "defines") this.#see(statement);
			else await this.#proveOne(statement);
		}
	}
	async #ask() {
		const isFirst = this.#ways === void 0;
		const before = this.#recent.size > 0 ? this.#mayBeGone : /* @__PURE__ */ new Set();
		this.#ways = await askWaysToTable(this.#session, this.#server, this.#original);
		this.#answeredAt = this.#marks.marks.sent;
		const isAll = isFirst || this.#ways === null || before === null;
		this.#mayBeGone = isAll ? null : /* @__PURE__ */ new Set([...before, ...this.#added]);
		this.#added.clear();
		this.#proved.clear();
		this.#parents = null;
	}
	#see(definition) {
		const doubtful = definition.removes ? this.#doubtedBy(definition) : void 0;
		if (doubtful !== void 0) throw doubtful.refuse("a view, a trigger or a table was dropped or changed right after it");
		if (!definition.adds) return;
		for (const schema of definition.schemas) this.#added.add(schema);
	}
	/** What went through a table names it, or leads on from it. Triggers, views and functions belong to a schema. */
	#doubtedBy({ tables, schemas }) {
		const gone = this.#mayBeGone;
		if (gone !== null && ![...schemas].some((schema) => gone.has(schema))) return void 0;
		const recent = [...this.#recent.values()];
		const ways = [
			this.#original,
			...this.#ways ?? [],
			...this.#parents ?? []
		];
		if (tables === null) return recent.find((statement) => [...statement.schemas, ...ways.map(({ schema }) => schema.toLowerCase())].some((schema) => schemas.has(schema)));
		const isWay = tables.some((table) => ways.some((way) => this.#isSame(way, table)));
		return recent.find(({ mentions }) => isWay || tables.some((table) => mentions(table)));
	}
	async #proveOne(statement) {
		if (this.#added.size > 0) await this.#ask();
		const why = await this.#whyNot(statement);
		if (why !== null) throw statement.refuse(why);
		if (this.#marks.marks.seen > this.#answeredAt) return;
		this.#recent.set(JSON.stringify(statement.reach ?? this.#recent.size), statement);
	}
	async #whyNot({ reach, mentions }) {
		if (this.#ways !== null && this.#ways !== void 0) {
			const way = this.#ways.slice(1).find((name) => mentions(name));
			return way === void 0 ? null : `${way.schema}.${way.name} leads to it`;
		}
		return reach === null ? "it is written in a way that Ghostship does not read" : await this.#whyNotReach(reach);
	}
	async #whyNotReach({ tables, functions }) {
		const unknown = tables.filter((table) => !this.#isOriginal(table) && !this.#proved.has(JSON.stringify(table)));
		const called = functions.filter((name) => !this.#proved.has(JSON.stringify(name)));
		if (unknown.length + called.length === 0) return null;
		const why = await this.#whyFunctions(called) ?? await this.#whyAny(unknown);
		for (const name of [...unknown, ...called]) this.#proved.add(JSON.stringify(name));
		this.#answeredAt = this.#marks.marks.sent;
		return why;
	}
	/** It is only read: who writes it is stopped before. */
	#isOriginal(table) {
		return this.#isSame(table, this.#original);
	}
	#isSame(left, right) {
		const { nameCase } = this.#server;
		return nameCase.same(left.schema, right.schema) && nameCase.same(left.name, right.name);
	}
	async #whyFunctions(names) {
		if (names.length === 0) return null;
		if (!await readsAllFunctions(this.#session)) return `${names.join(", ")} may be a stored function`;
		const [found] = await this.#session.rows(selectFunctionsNamed(names));
		return found === void 0 ? null : `${String(found.name)} is a stored function`;
	}
	async #whyAny(tables) {
		for (const table of tables) {
			const why = await this.#whyTable(table);
			if (why !== null) return why;
		}
		return null;
	}
	async #whyTable(table) {
		const shown = `${table.schema}.${table.name}`;
		if (!await this.#isTable(table)) return `${shown} is no table that this user can see`;
		if (!await seesTriggers(this.#session, table)) return `${shown} may have triggers that this user cannot see`;
		const [trigger] = await this.#session.rows(selectTriggers(table));
		if (trigger !== void 0) return `${shown} has a trigger (${String(trigger.name)})`;
		this.#parents ??= await this.#allParents();
		if (this.#parents === null) return "a parent of it by foreign keys cannot be seen, and what leads to that";
		return this.#parents.some((parent) => this.#isSame(parent, table)) ? `foreign keys lead to ${shown}, and change rows with it` : null;
	}
	/** A view, and what is not there, are no tables. */
	async #isTable(table) {
		const found = await this.#session.rows(selectTable(table));
		const [only] = found;
		return found.length === 1 && ["BASE TABLE", "SYSTEM VERSIONED"].includes(String(only?.type));
	}
	/** Also those of the parents. `null` where this user cannot see one of them, and so not what leads to it. */
	async #allParents() {
		const all = [this.#original];
		for (const table of all) {
			if (!await this.#isTable(table)) return null;
			for (const row of await this.#session.rows(selectCascadingParents(table))) {
				const parent = {
					schema: String(row.schema_name),
					name: String(row.name)
				};
				if (!all.some(({ schema, name }) => schema === parent.schema && name === parent.name)) all.push(parent);
			}
		}
		return all;
	}
};

// src/engine/changes/visible-transactions.ts
const intervalMs$1 = 100;
const askAgainMs = 5;
/** A commit that takes longer waits for something that does not come, such as an answer of a semi-synchronous replica. */
const visibleWithinMs = 6e4;
/**
* Barriers for a run that writes nothing to the binary log, and so has no heartbeats in it.
*
* *Visible*: MySQL adds a transaction to `gtid_executed` when its engine has committed it; MariaDB tells, for a snapshot that it
* takes while no engine commits, where in the log the last visible transaction ends.
* *Delivered*: a transaction that is acknowledged is in the log; once the stream is past the end that the log had then, it has
* brought it.
*/
var VisibleTransactions = class {
	#session;
	#flavor;
	#dirty;
	#hurry = new Doorbell();
	#news = new Doorbell();
	/** Looks whose end the stream has not reached. */
	#looks = /* @__PURE__ */ new Map();
	#gtids = new GtidSet();
	#changedUpTo = null;
	#readUpTo = null;
	#wanted = 0;
	#mark = 0;
	#confirmed = 0;
	#reached = 0;
	#lagMs = 0;
	#lookMs = 0;
	/** @param session asks nothing else */
	constructor(session, flavor, dirty) {
		this.#session = session;
		this.#flavor = flavor;
		this.#dirty = dirty;
	}
	/** @throws GhostshipError `stream-broken` where a change does not become visible */
	async run(signal) {
		while (!signal.aborted) {
			await this.#look(signal);
			if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs$1);
		}
	}
	/** What was in the log at the first look has been delivered when its end is reached. The second one makes all of that ready. */
	async passBarrier(signal) {
		const first = this.#askForLook();
		await this.#until(() => this.#confirmed >= first && this.#reached >= first, signal);
		const second = this.#askForLook();
		await this.#until(() => this.#confirmed >= second, signal);
	}
	async next(signal) {
		await this.#news.wait(signal);
	}
	see(_mark, progress) {
		if (progress === null) return;
		this.#gtids.addAll(progress.gtids);
		this.#changedUpTo = progress.changedUpTo;
		this.#readUpTo = progress.readUpTo;
		this.#reach();
	}
	get streamLagMs() {
		const [oldest] = this.#looks.values();
		const waiting = oldest === void 0 ? 0 : nowMs() - oldest.atMs;
		return Math.max(this.#lagMs, waiting > intervalMs$1 ? waiting : 0);
	}
	get marks() {
		return {
			sent: this.#mark,
			committed: this.#confirmed,
			seen: this.#reached
		};
	}
	/** There are none of our heartbeats that another server could have. */
	ageMs() {
		return 0;
	}
	get commitMs() {
		return this.#lookMs;
	}
	/** @returns a look that begins after this call */
	#askForLook() {
		const needed = this.#mark + 1;
		this.#wanted = Math.max(this.#wanted, needed);
		if (this.#mark === this.#confirmed) this.#hurry.ring();
		return needed;
	}
	async #until(isSo, signal) {
		while (!isSo()) await this.#news.wait(signal);
	}
	async #look(signal) {
		this.#dirty.seal();
		const gtids = this.#gtids;
		const changedUpTo = this.#changedUpTo;
		this.#gtids = new GtidSet();
		const mark = ++this.#mark;
		const atMs = nowMs();
		this.#looks.set(mark, {
			end: await currentPosition(this.#session, this.#flavor),
			atMs
		});
		await this.#untilVisible(gtids, changedUpTo, signal);
		this.#lookMs = nowMs() - atMs;
		this.#dirty.confirm();
		this.#confirmed = mark;
		this.#reach();
	}
	async #untilVisible(gtids, changedUpTo, signal) {
		const isVisible = () => this.#flavor === "mysql" ? this.#areExecuted(gtids) : this.#isInSnapshot(changedUpTo);
		for (const startedAt = nowMs(); !await isVisible();) {
			if (nowMs() - startedAt > visibleWithinMs) throw notVisible();
			await sleep(askAgainMs, signal);
		}
		signal.throwIfAborted();
	}
	async #areExecuted(gtids) {
		if (gtids.isEmpty) return true;
		const [row] = await this.#session.rows(areExecuted(gtids.text));
		return Number(row?.executed) === 1;
	}
	async #isInSnapshot(changedUpTo) {
		if (changedUpTo === null) return true;
		return hasReached(await visiblePosition(this.#session, this.#flavor), changedUpTo);
	}
	#reach() {
		for (const [mark, { end, atMs }] of this.#looks) {
			if (!hasReached(this.#readUpTo, end)) break;
			this.#reached = mark;
			this.#lagMs = nowMs() - atMs;
			this.#looks.delete(mark);
		}
		this.#news.ring();
	}
};
function notVisible() {
	return new GhostshipError("stream-broken", `A change is in the binary log of the replica, and is not visible there after ${visibleWithinMs / 1e3} s.`, { hint: "Look with SHOW PROCESSLIST what its commit waits for, then rehearse again." });
}

// src/engine/copy/load-watch.ts
const lookEveryMs$3 = 500;
/** One look above the critical load may be a short peak. So many in a row are none. */
const criticalLooks = 4;
/**
* Holds the copy while the server is busier than the user allows.
* @throws GhostshipError `critical-load`
*/
async function watchLoad(throttle, session, options, signal) {
	if (options.maxLoad.length + options.criticalLoad.length === 0) return;
	const looked = throttle.awaitFirstLook();
	for (let critical = 0;;) {
		const over = await exceeded(session, options.criticalLoad);
		critical = over === null ? 0 : critical + 1;
		throttle.set("critical-load", over !== null, over);
		const above = await exceeded(session, options.maxLoad);
		throttle.set("max-load", above !== null, above);
		looked();
		if (over !== null && critical >= criticalLooks) throw overloaded(over);
		await sleep(lookEveryMs$3, signal);
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
			await sleep(lookEveryMs$3, signal);
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
		var _usingCtx$4 = _usingCtx();
		if (options.lagReplicas.length === 0) return;
		const looked = throttle.awaitFirstLook();
		const replicas = _usingCtx$4.a(new Replicas(options.lagReplicas));
		for (;;) {
			const lagsMs = (await replicas.marks(changelog)).map((mark) => mark === null ? Number.POSITIVE_INFINITY : ageMs(mark));
			const worst = lagsMs.indexOf(Math.max(...lagsMs));
			const lagMs = lagsMs[worst] ?? 0;
			throttle.set("replica-lag", lagMs > options.maxLagMs, {
				of: options.lagReplicas.length > 1 ? addressOf(options.lagReplicas[worst]) : null,
				observed: Number.isFinite(lagMs) ? Math.round(lagMs) : null,
				limit: options.maxLagMs,
				unit: "ms"
			});
			looked();
			await sleep(lookEveryMs$3, signal);
		}
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
function addressOf(target) {
	return target === void 0 ? null : `${target.host}:${target.port}`;
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
			session = await connect({ ...target }, `reading the lag of ${describeTarget(target)}`);
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
		if (!(value <= limit.value)) return {
			of: limit.variable,
			observed: Number.isNaN(value) ? null : value,
			limit: limit.value,
			unit: "count"
		};
	}
	return null;
}
function overloaded({ of, observed, limit }) {
	return new GhostshipError("critical-load", `The server is too busy to go on: ${of} is ${observed === null ? "unknown to the server" : String(observed)} and may be ${limit}.`, { hint: "Run the migration when the server has less to do, or raise critical-load." });
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
const lookEveryMs$2 = 100;
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
		while (worker >= this.#workersFor(work) && !chunker.isClaimed) await this.#more.wait(signal, lookEveryMs$2);
	}
	/** Wakes the workers that wait in {@link pass}, because no chunk is left. */
	endTurns() {
		this.#more.ring();
	}
	/** Looks and decides until the signal is aborted. */
	async run(signal) {
		const looks = [this.#traffic()];
		while (!signal.aborted) {
			await sleep(lookEveryMs$2, signal);
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
		const commits = this.#lookAtCommits();
		const isSlow = commits.ms > commits.limitMs && this.isAmongOthers;
		this.#throttle.set("commit-latency", isSlow && this.#bytes === leastBytes, {
			of: null,
			observed: Math.round(commits.ms),
			limit: Math.round(commits.limitMs),
			unit: "ms"
		});
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
		const isSlowed = this.#throttle.isHeld || this.#throttle.percent > 0;
		if (this.isAmongOthers || !allWork || isSlowed) return this.#workerCount.discard();
		this.#workerCount.measure(now, copiedRows);
		this.#setWorkers(this.#workerCount.current);
	}
	#lookAtCommits() {
		this.#commitsMs.push(this.#commitMs());
		if (this.#commitsMs.length > usualLooks) this.#commitsMs.shift();
		const usual = quantile(this.#commitsMs, .2);
		return {
			ms: quantile(this.#commitsMs.slice(-5), .5),
			limitMs: Math.max(slowAtLeastMs, usual * slowFactor)
		};
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

// src/engine/copy/table-lock-watch.ts
const lookEveryMs$1 = 500;
/** Whoever waits for less is not worth a question. */
const longMs$1 = 1e3;
/** Gives the hold a name while statements of ours wait because somebody has locked the table. They go on when the lock goes. */
async function watchTableLocks(watch, asker, signal) {
	const { throttle, readers, tell } = watch;
	for (;;) {
		const waiting = readers.filter(({ underWayMs }) => underWayMs > longMs$1).map(({ id }) => id);
		const processes = waiting.length === 0 ? [] : await asker.rows(showProcesses);
		const isLocked = processes.some(({ Id, State }) => waiting.includes(Number(Id)) && isLockWait(State));
		throttle.set("table-locked", isLocked);
		tell(isLocked ? await describeHolder(watch, asker, processes) : null);
		await sleep(lookEveryMs$1, signal);
	}
}
function isLockWait(state) {
	return /^waiting for .*lock/iu.test(String(state ?? ""));
}
async function describeHolder({ table, flavor, ours }, asker, processes) {
	const [holder] = await asker.rows(selectHolders(table, ours(), flavor)).catch(() => []);
	if (holder === void 0) return null;
	const process = processes.find(({ Id }) => Number(Id) === Number(holder.id));
	const account = process === void 0 ? "" : ` (${String(process.User)}@${String(process.Host)})`;
	return `connection ${String(holder.id)}${account}`;
}

// src/engine/copy/throttle.ts
/** A statement that waits for a lock takes long and works little. The rest after it is that of a statement of this length. */
const mostWorkMs = 2e3;
/** Holds the copy, never the apply. Every hold has a reason with a name, so that a person sees why the copy waits. */
var Throttle = class {
	#holds = /* @__PURE__ */ new Map();
	#news = new Doorbell();
	#watchesToLook = 0;
	#percent = 0;
	get holds() {
		return [...this.#holds].map(([reason, { sinceMs, reading }]) => ({
			reason,
			forMs: Math.round(nowMs() - sinceMs),
			reading
		}));
	}
	get isHeld() {
		return this.#holds.size > 0;
	}
	isHeldBy(reason) {
		return this.#holds.has(reason);
	}
	/**
	* Lets the copy wait until a watch has looked for the first time: what it would hold must not begin before.
	* @returns what the watch calls after each look
	*/
	awaitFirstLook() {
		let isAwaited = true;
		this.#watchesToLook++;
		return () => {
			if (!isAwaited) return;
			isAwaited = false;
			this.#watchesToLook--;
			this.#news.ring();
		};
	}
	/** @param reading what was seen at this look, where it is a number */
	set(reason, held, reading = null) {
		if (held) this.#holds.set(reason, {
			sinceMs: this.#holds.get(reason)?.sinceMs ?? nowMs(),
			reading
		});
		else if (this.#holds.delete(reason) && this.#holds.size === 0) this.#news.ring();
	}
	/** The part of the time that the copy rests by command, in percent. */
	get percent() {
		return this.#percent;
	}
	/** @param percent 0 to 100; 100 holds the copy */
	slowTo(percent) {
		this.#percent = percent;
		this.set("throttled", percent === 100);
		this.#news.ring();
	}
	/** Waits until nothing holds the copy. */
	async pass(signal) {
		signal.throwIfAborted();
		while (this.#holds.size > 0 || this.#watchesToLook > 0) await this.#news.wait(signal);
	}
	/** Rests after a statement, so that its share of the time is what the throttle leaves. */
	async rest(workedMs, signal) {
		const countedMs = Math.min(workedMs, mostWorkMs);
		for (const startedAt = nowMs(); this.#percent > 0 && this.#percent < 100;) {
			const leftMs = countedMs * this.#percent / (100 - this.#percent) - (nowMs() - startedAt);
			if (leftMs <= 0) return;
			await this.#news.wait(signal, leftMs);
		}
	}
};

// src/engine/copy/worker-count.ts
/** Two workers use two cores fully. More are for servers with more cores (measured: engine benchmark, idle copy). */
const usual = 2;
const most = 4;
/** About ten chunks of two workers, so that one chunk more or less does not decide. */
const windowMs$1 = 2500;
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
		if (atMs - this.#window.atMs < windowMs$1) return;
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
	const { throttle, dirty, barriers, applier, trend, recorder, maxLagMs } = watch;
	for (let reportedAt = 0;;) {
		const [waiting, streamLagMs] = [dirty.count, barriers.streamLagMs];
		throttle.set("dirty-keys", waiting > holdCopyAboveKeys, {
			of: null,
			observed: waiting,
			limit: holdCopyAboveKeys,
			unit: "keys"
		});
		throttle.set("stream-lag", streamLagMs > maxLagMs, {
			of: null,
			observed: Math.round(streamLagMs),
			limit: maxLagMs,
			unit: "ms"
		});
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
		}, isBehind && !applier.isSuspended && !throttle.isHeldBy("table-locked"));
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
/** Whoever gave the command looks for the answer this often at least. After an abort the changelog goes, and the answer with it. */
const readWithinMs = 500;
/** Reads the commands of people, which arrive as rows in the changelog, obeys them and answers. Holds the gate. */
var CommandListener = class {
	#changelog;
	#throttle;
	#recorder;
	#hasGate;
	#news = new Doorbell();
	#lastCommand = 0;
	/** Answers that are not written yet, as JSON. */
	#owed = /* @__PURE__ */ new Map();
	/**
	* What the recorder has as told by people counts from the start: a run that goes on with a migration finds it in the changelog.
	*
	* @param hasGate whether the cutover waits for a person
	*/
	constructor(changelog, throttle, recorder, hasGate) {
		this.#changelog = changelog;
		this.#throttle = throttle;
		this.#recorder = recorder;
		this.#hasGate = hasGate;
		this.#apply(recorder.control);
	}
	/**
	* Writes the status row and obeys commands until the signal is aborted.
	* @throws GhostshipError `aborted` when a person says so
	*/
	async run(session, signal) {
		for (;;) {
			await this.#writeStatus(session);
			await this.#writeAnswers(session);
			for (const command of await this.#newCommands(session)) await this.#obey(session, command, signal);
			await sleep(intervalMs, signal);
		}
	}
	/** True while nothing may be swapped: a person has not ordered it yet, or has paused the migration. */
	get isGateClosed() {
		const { paused, cutoverOrdered } = this.#recorder.control;
		return paused || this.#hasGate && !cutoverOrdered;
	}
	/** Returns once the tables may be swapped. */
	async gate(signal) {
		while (this.isGateClosed) await this.#news.wait(signal);
	}
	async #newCommands(session) {
		return (await session.rows(selectCommands(this.#changelog, this.#lastCommand))).map((row) => ({
			number: Number(row.id),
			...givenCommand(row)
		}));
	}
	/** What a command changes is in the status row before its answer is: a run that dies in between takes nothing back. */
	async #obey(session, command, signal) {
		const { state } = this.#recorder;
		const { answer, control } = decide(command, this.#recorder.control, {
			state,
			isSwapped: this.#recorder.isSwapped,
			hasGate: this.#hasGate,
			holds: this.#throttle.holds.map(({ reason }) => reason)
		});
		this.#lastCommand = command.number;
		this.#recorder.obeyed = command.number;
		this.#apply(control);
		await this.#writeStatus(session);
		this.#owed.set(command.number, JSON.stringify({
			argument: command.argument,
			...answer
		}));
		await this.#writeAnswers(session);
		if (command.kind === "abort" && answer.outcome === "done") {
			await sleep(readWithinMs, signal);
			const who = command.argument === null ? "a command" : clipped(command.argument);
			throw new GhostshipError("aborted", `The migration was aborted by ${who}.`, { hint: "Nothing is left behind." });
		}
	}
	#apply(control) {
		this.#recorder.control = control;
		this.#throttle.set("paused", control.paused);
		this.#throttle.slowTo(control.throttlePercent);
		this.#news.ring();
	}
	async #writeStatus(session) {
		await wrote(session, writeStatus(this.#changelog, JSON.stringify(this.#recorder.status())));
	}
	async #writeAnswers(session) {
		for (const [number, answer] of this.#owed) if (await wrote(session, answerCommand(this.#changelog, number, answer))) this.#owed.delete(number);
	}
};
/** Whoever can write into the changelog may have written anything. */
function clipped(who) {
	return who.replaceAll(/\s+/gu, " ").slice(0, 100);
}
/** False while a global read lock, of a backup for instance, keeps everybody from writing. */
async function wrote(session, statement) {
	try {
		await session.run(statement);
		return true;
	} catch (error) {
		if (isLockConflict(error)) return false;
		throw error;
	}
}

// src/engine/run/comparison.ts
/** With more changed keys, chunks are compared again: that is faster then. */
const maxChangedKeys = 5e4;
/** With more of them a checkpoint would take longer to write. */
const maxCarriedKeys = 1e3;
/**
* How far the comparison before the cutover has come, over all runs. What a run before has found equal holds for all keys but those
* that have changed since. The stream brings these, and they are compared one by one.
*/
var Comparison = class {
	#recorded;
	#before;
	#following = null;
	/** Once the changed keys were compared again. */
	#unsettled = null;
	#claimed;
	/**
	* @param before what the run before has found equal
	* @param recorded every key that has changed since its checkpoint; `null` where nobody knows them: then nothing holds
	*/
	constructor(before, recorded) {
		this.#recorded = recorded;
		this.#before = recorded === null ? null : before;
		this.#claimed = this.#before;
	}
	/** @returns what need not be compared again, but for {@link changed} */
	begin() {
		if (this.changed === null) this.forget();
		return this.#before;
	}
	/** Keys of that part that must be compared again; `null` where they are too many. */
	get changed() {
		if (this.#before === null || this.#recorded === null) return [];
		if (this.#unsettled !== null) return this.#unsettled;
		return this.#recorded.isCut ? null : [.../* @__PURE__ */ new Set([...this.#before.changed, ...this.#recorded.keys])];
	}
	follow(chunker, unsettled) {
		this.#following = {
			chunker,
			unsettled
		};
	}
	/**
	* Call it when the changed keys were compared again.
	*
	* @param unsettled those that changed at every look
	*/
	settle(unsettled) {
		this.#unsettled = unsettled;
	}
	/** All of it is compared again, by this run. */
	forget() {
		this.#before = null;
		this.#following = null;
		this.#claimed = null;
	}
	/** For the checkpoint. It does not grow any more once a key is unsettled. */
	get part() {
		const { chunker, unsettled } = this.#following ?? {};
		if (chunker?.watermark != null && unsettled?.size === 0) {
			const { rows, chunks } = chunker.completed;
			const { rows: rowsBefore = 0, chunks: chunksBefore = 0 } = this.#before ?? {};
			this.#claimed = {
				...chunker.watermark,
				rows: rowsBefore + rows,
				chunks: chunksBefore + chunks
			};
		}
		if (this.#claimed === null) return null;
		const { changed } = this;
		if (changed === null || changed.length > maxCarriedKeys) return null;
		return {
			...this.#claimed,
			changed
		};
	}
};

// src/engine/run/open-both.ts
/**
* Waits for both, whichever fails first: an error that nobody waits for would end the process.
*
* @param first belongs to somebody who closes it, also where the second fails
* @param second is closed here where the first fails
*/
async function openBoth(first, second) {
	const [one, other] = await Promise.allSettled([first, second]);
	if (one.status === "fulfilled" && other.status === "fulfilled") return [one.value, other.value];
	if (other.status === "fulfilled") await other.value[Symbol.asyncDispose]();
	throw [one, other].find((result) => result.status === "rejected")?.reason;
}

// src/engine/run/pipeline.ts
/** Between the marks of a run and those of the next one: ten a second for more than twenty years. */
const marksOfOneRun = 2 ** 33;
/** The marks of its heartbeats are greater than this, and those of earlier runs are not. */
function marksBefore(run) {
	return (run - 1) * marksOfOneRun;
}
const applySessions = 4;
const confirmLockEveryMs = 5e3;
/** Opens the sessions and the change stream, and starts all that runs beside the phases. */
async function openPipeline(context, plan, start, signal) {
	const sessions = context.control.sessions.forCopy(plan.settings);
	try {
		return await assemble(context, plan, sessions, start, signal);
	} catch (error) {
		await sessions[Symbol.asyncDispose]();
		throw error;
	}
}
async function assemble(context, plan, sessions, start, signal) {
	const { request, control, recorder } = context;
	const { target, options } = request;
	const workerCount = new WorkerCount(options.workers, await commitsMayStall(control.server));
	const copiesSerially = options.workers === "auto" && await numbersSerially(control.server, plan);
	const watched = watchedFrom(start, plan, context);
	const charsets = await askCharsets(control.session);
	const [opened, stream] = await openBoth(openSessions(sessions, workerCount.max), openChangeStream(target, start.position, watched, charsets, signal));
	const copiers = copiesSerially ? opened.workers.slice(0, 1) : opened.workers;
	const parts = connectParts(context, plan, {
		sessions,
		opened,
		stream,
		workerCount,
		start
	});
	const { applier, dirty, barriers, throttle, pace } = parts;
	const group = new TaskGroup(signal);
	sessions.stopWhenAborted(group.signal);
	startTasks(group, context, plan, parts, opened, stream);
	const lockWatch = {
		throttle,
		table: plan.names.original,
		flavor: control.server.flavor,
		readers: [...opened.workers, ...opened.appliers],
		ours: () => recorder.connections(),
		tell: (holder) => {
			recorder.lockedBy = holder;
		}
	};
	group.spawn((own) => watchTableLocks(lockWatch, opened.load, own));
	recorder.readGauges({
		rowsEstimated: plan.rowsEstimated,
		changesApplied: () => applier.applied,
		dirtyKeys: () => dirty.count,
		streamLagMs: () => barriers.streamLagMs,
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
		sessions,
		async [Symbol.asyncDispose]() {
			await stream[Symbol.asyncDispose]();
			await group[Symbol.asyncDispose]();
			await sessions[Symbol.asyncDispose]();
		}
	};
}
function watchedFrom(start, { watched }, { replication, forward }) {
	const isUnlogged = replication !== null;
	return {
		...watched,
		marksAfter: marksBefore(start.run),
		preparedBefore: start.preparedBefore,
		startsBeforeSwap: start.isBeforeSwap ?? false,
		retired: start.isBeforeSwap === true ? forward?.wayBack.retired ?? null : null,
		startsAfresh: !start.isPast && !isUnlogged,
		isUnlogged
	};
}
/** All at once, and beside the stream: each takes several answers of the server, and a run that goes on with another begins with them. */
async function openSessions(sessions, workerCount) {
	const workers = sessions.openMany(workerCount, "copying rows");
	const appliers = sessions.openMany(applySessions, "applying changes");
	const others = [
		sessions.openWithClock("writing heartbeats"),
		sessions.openWithClock("listening for commands"),
		sessions.openWithClock("watching the load"),
		sessions.openWithClock("asking the server")
	];
	await Promise.allSettled([
		workers,
		appliers,
		...others
	]);
	const [heartbeat, commands, load, spare] = await Promise.all(others);
	return {
		heartbeat,
		commands,
		load,
		spare,
		workers: await workers,
		appliers: await appliers
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
function connectParts({ request, control, recorder, replication }, plan, { sessions, opened, stream, workerCount, start: { run, watermark, isPast, isComparing, compared, keptValues } }) {
	const dirty = new DirtyKeys();
	const gone = new GoneKeys(plan.tables, opened.load, keptValues);
	const comparison = new Comparison(compared, compared === null ? null : dirty.record(maxChangedKeys));
	const barriers = replication === null ? new Heartbeat(opened.heartbeat, plan.names.changelog, dirty, marksBefore(run), isPast) : new VisibleTransactions(opened.heartbeat, control.server.flavor, dirty);
	const chunker = new Chunker(plan.tables, plan.key.orderedHere, watermark, isComparing);
	const applier = new Applier(plan.tables, dirty, chunker, barriers, opened.appliers, gone);
	const throttle = new Throttle();
	const foreignStatements = new ForeignStatements(opened.load, [
		sessions,
		control.sessions,
		control.session
	]);
	const pace = new Pace(() => barriers.commitMs, throttle, workerCount, () => ({
		foreignWrites: stream.foreignWriteCount,
		foreignStatements: foreignStatements.count,
		copiedRows: recorder.copiedRows
	}));
	const sizer = new ChunkSizer(pace, plan.rowBytes, plan.tables.rowsPerInsert);
	const hasGate = request.options.cutover === "wait";
	return {
		dirty,
		gone,
		barriers,
		chunker,
		applier,
		throttle,
		pace,
		sizer,
		comparison,
		commands: new CommandListener(plan.names.changelog, throttle, recorder, hasGate),
		foreignStatements
	};
}
function startTasks(group, { request: { options }, control: { server }, recorder, nameLock, replication }, { names }, parts, opened, stream) {
	const { dirty, gone, barriers, applier, throttle, pace, commands, foreignStatements } = parts;
	const trend = new BacklogTrend(names.original);
	const untilVisible = (xids, signal) => waitForXaCommits(xids, server, opened.load, signal);
	const ageMs = (mark) => barriers.ageMs(mark);
	const backlog = {
		throttle,
		dirty,
		barriers,
		applier,
		trend,
		recorder,
		maxLagMs: options.maxLagMs
	};
	const unnamed = new UnnamedStatements(opened.load, names.original, server, barriers);
	group.spawn((signal) => readChanges({
		stream,
		untilVisible,
		unnamed,
		dirty,
		gone,
		barriers
	}, signal));
	group.spawn((signal) => barriers.run(signal));
	group.spawn((signal) => pace.run(signal));
	group.spawn((signal) => applier.run(signal));
	group.spawn((signal) => commands.run(opened.commands, signal));
	group.spawn((signal) => watchLoad(throttle, opened.load, options, signal));
	group.spawn((signal) => foreignStatements.run(signal));
	if (replication === null) group.spawn((signal) => watchReplicas(throttle, ageMs, names.changelog, options, signal));
	else group.spawn((signal) => replication.holdWhileBehind(throttle, options.maxLagMs, signal));
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

// src/engine/resume/gap-checkpoints.ts
/**
* Moves the position of a checkpoint on while a run reads what was changed since: that may take hours, and a run that dies
* meanwhile would leave all of it to the next one. No chunk is copied yet, so the watermark stays.
*
*     place ─ a heartbeat is sent and committed ─ the keys that are dirty now ─ these keys are in the ghost ─ written
*
* The keys before the place were in the log long ago, so they are visible once that heartbeat is committed. It is at the end of the
* log, and those of the run before are behind the place or before it. So the first one behind the place has a mark between the
* newest before it and the newest that is committed.
*/
var GapCheckpoints = class {
	#before;
	#run;
	#recorder;
	#standing;
	/** @param before of the run that is resumed */
	constructor(before, run, recorder) {
		this.#before = before;
		this.#run = run;
		this.#recorder = recorder;
		this.#standing = standingOf(before);
	}
	/** What holds by now. */
	get standing() {
		return this.#standing;
	}
	/**
	* Nothing is written before it is known that this is the log that was read then: what has stood there is lost with that.
	*
	* @param signal aborted when everything is read
	* @throws GhostshipError `lock-lost` where another run has taken the work over
	*/
	async run(pipeline, signal) {
		try {
			for (;;) {
				await sleep(positionEveryMs, signal);
				const { readUpTo } = pipeline.stream;
				if (readUpTo === null || readUpTo.position === this.#standing.position) continue;
				if (isSameLog(this.#before, pipeline.stream)) await this.#write(readUpTo, pipeline, signal);
			}
		} catch (error) {
			if (!signal.aborted || error !== reasonOf(signal)) throw error;
		}
	}
	async #write({ position, mark, nextEvent }, { barriers, dirty, gone, comparison, spareSession }, signal) {
		try {
			var _usingCtx$3 = _usingCtx();
			const sent = barriers.marks.sent + 1;
			while (barriers.marks.committed < sent) await barriers.next(signal);
			const left = _usingCtx$3.u(dirty.leftAtBarrier());
			while (!left.isDone) await barriers.next(signal);
			const standing = {
				position,
				marks: {
					after: Math.max(mark, this.#before.marks.after),
					upTo: barriers.marks.committed
				},
				nextEvent
			};
			const reached = {
				keptValues: gone.keptValues,
				compared: comparison.part
			};
			const checkpoint = {
				...this.#before,
				...standing,
				...reached
			};
			if (!await putCheckpoint(spareSession, checkpoint, this.#run)) return;
			this.#standing = standing;
			this.#recorder.cameFurther = true;
		} catch (_) {
			_usingCtx$3.e = _;
		} finally {
			_usingCtx$3.d();
		}
	}
};

// src/engine/resume/kept-values.ts
/**
* What a person must know of rows that may not have the values of before, in sentences.
*
* @param before as the run before knew it
*/
function describeKept(keeps, before, { moved, isCompared }) {
	if (keeps === null) return [];
	const haveMoved = `${`${before.moved > 0 ? "Up to " : ""}${moved} time${moved === 1 ? "" : "s"}`} a row got another key since the swap. Such a row has the default in ${keeps.columns.join(", ")}.`;
	return [...moved === 0 ? [] : [haveMoved], ...isCompared ? [mayBeOthers(keeps)] : []];
}
/** Where all rows are compared. */
function mayBeOthers({ columns }) {
	return `It is not known which rows were deleted since the swap. A row that has the key of a deleted one now may have its values in ${columns.join(", ")}, and one that got a new key has the default there.`;
}

// src/engine/resume/suspects.ts
/** So many rows are deleted by one statement. */
const rowsAtOnce = 1e3;
/** Far more than any chunk has rows. */
const maxLooks = 1e3;
/**
* What another run has copied, where nobody can tell what has changed since. Chunk by chunk it is compared with the original. A
* chunk that differs is deleted and copied again. As with every chunk in flight, its changes wait until that is done (I2).
*/
var Suspects = class {
	#tables;
	#chunker;
	#applier;
	#watermark;
	#compared = 0;
	#different = 0;
	#isPassed = false;
	constructor(tables, { chunker, applier }, watermark) {
		this.#tables = tables;
		this.#chunker = chunker;
		this.#applier = applier;
		this.#watermark = watermark;
	}
	/** True once the copy has come beyond them. */
	get isPassed() {
		return this.#isPassed;
	}
	/** @returns what was found, for a person */
	pass() {
		this.#isPassed = true;
		const chunks = `Of the last run, ${this.#compared} ${this.#compared === 1 ? "chunk was" : "chunks were"} compared`;
		if (this.#different === 0) return `${chunks}, and none differed.`;
		return `${chunks}. ${this.#different} of them differed and ${this.#different === 1 ? "was" : "were"} copied again.`;
	}
	/**
	* Writes rows that came later than another one with the same key was deleted. A change of a row is passed over while its chunk is
	* still to be compared, and such a row may be the same in all columns that can be compared.
	*/
	async writeLater(session, { barriers, gone }, signal) {
		if (this.#tables.copy.keeps === null) return;
		await barriers.passBarrier(signal);
		const keys = gone.all;
		for (let start = 0; start < keys.length; start += 500) await this.#applier.writeNow(session, keys.slice(start, start + 500));
	}
	/** @returns how many rows the chunk has, or `null` where it must be copied: the ghost has no row of it then */
	async compare(session, chunk) {
		if (!await this.#chunker.reachesInto(session, chunk, this.#watermark)) {
			this.#isPassed = true;
			return null;
		}
		const isWhole = await this.#isWithin(session, chunk);
		const { rows, suspects } = await compareChunk(this.#tables, session, chunk);
		const isKept = suspects.length === 0 || this.#tables.copy.keeps !== null;
		if (!isKept) await deleteAll(session, this.#tables.copy, chunk);
		if (isWhole) this.#compared++;
		if (isWhole && suspects.length > 0) this.#different++;
		if (suspects.length === 0) return rows;
		return isKept ? await this.#writeAnew(session, chunk, suspects) : null;
	}
	/** Row by row. A list that may have been cut short is followed by another look. */
	async #writeAnew(session, chunk, suspects) {
		let different = suspects;
		for (let looks = 1; looks < maxLooks; looks++) {
			await this.#applier.writeNow(session, different);
			const now = await compareChunk(this.#tables, session, chunk);
			if (different.length < 500 || now.suspects.length === 0) return now.rows;
			different = now.suspects;
		}
		throw neverEqual(this.#tables.copy.original.name);
	}
	async #isWithin(session, { upTo }) {
		if (this.#watermark.upTo === null) return true;
		return upTo !== null && await this.#chunker.reachesInto(session, { after: upTo }, this.#watermark);
	}
};
/** Deletes all rows of a range from the ghost, some at a time. */
async function deleteAll(session, tables, range) {
	for (;;) {
		const { affectedRows } = await session.run(deleteRange(tables, range, rowsAtOnce));
		if (affectedRows < rowsAtOnce) return;
	}
}
function neverEqual(table) {
	return new GhostshipError("cannot-keep-up", `Rows of ${table} change so often that they could not be written anew.`, { hint: "Run it again when the table is written to less." });
}

// src/engine/resume/start-copy.ts
/** Begins to copy, or goes on where the run before has stopped. */
async function startCopy(context, plan, kept, signal) {
	const { request, control, original, recorder, replication } = context;
	const { session, server } = control;
	if (kept === null) {
		const position = await (replication === null ? currentPosition : visiblePosition)(session, server.flavor);
		await refuseNewRelations(session, original);
		const knowsPrepared = await passPreparedXa(context, signal);
		const run = await takeRun(session, context.names.changelog);
		const pipeline = await open(context, plan, {
			position,
			run,
			watermark: null,
			isPast: false,
			preparedBefore: "ended",
			isComparing: false,
			compared: null,
			keptValues: allKept
		}, signal);
		return {
			pipeline,
			run,
			knowsPrepared,
			suspects: null,
			standing: {
				position,
				marks: {
					after: marksBefore(run),
					upTo: pipeline.barriers.marks.seen
				}
			},
			rowsBefore: 0
		};
	}
	const { watermark, isComparing = false } = kept.checkpoint;
	if (!isComparing) await clearBeyond(context, plan, watermark);
	if (kept.checkpoint.migrationId !== request.migrationId) recorder.resume(kept.checkpoint.migrationId, rowsBehind(kept.checkpoint), kept.ageMs);
	const { doubt } = kept;
	const continued = doubt?.lacks === "all" ? unread(kept.checkpoint, doubt.reason) : await goOn(context, plan, kept, signal);
	if (typeof continued !== "string") return continued;
	return await compareAll(context, plan, kept.checkpoint, continued, signal);
}
/** What lies above the watermark of a run that was comparing. */
const everything = { upTo: null };
function rowsBehind({ watermark, rowsCopied }) {
	return watermark === null ? 0 : rowsCopied;
}
/** What was in flight when the run before ended. */
async function clearBeyond(context, plan, watermark) {
	try {
		var _usingCtx$2 = _usingCtx();
		if (watermark !== null && watermark.upTo === null) return;
		const sessions = _usingCtx$2.a(context.control.sessions.forCopy(plan.settings));
		const session = _usingCtx$2.a(await sessions.open("clearing what is copied again"));
		await deleteAll(session, plan.tables, {
			after: watermark?.upTo ?? null,
			upTo: null
		});
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/**
* Reads the changes since the checkpoint. Where the log may lack some, everything that is copied is compared besides.
*
* @returns why that cannot be done, where it is a text
*/
async function goOn(context, plan, { checkpoint, doubt }, signal) {
	const { control, original, forward } = context;
	const { position, knowsPrepared, isBeforeSwap = false } = checkpoint;
	const { watermark, compared, keptValues, isComparing, suspected } = whereToBegin(checkpoint, doubt);
	const preparedBefore = knowsPrepared ? "harmless" : "unknown";
	await refuseNewRelations(control.session, original);
	const run = await takeRun(control.session, context.names.changelog);
	try {
		const start = {
			position,
			run,
			watermark,
			isPast: true,
			isBeforeSwap,
			preparedBefore,
			isComparing,
			compared,
			keptValues
		};
		const inGap = !isComparing && doubt === null && !isBeforeSwap ? new GapCheckpoints(checkpoint, run, context.recorder) : null;
		const pipeline = await open(context, plan, start, signal, inGap);
		const { stream } = pipeline;
		const isTheSame = isBeforeSwap ? stream.hasReadSwap : isSameLog(checkpoint, stream);
		const standing = isBeforeSwap ? null : inGap?.standing ?? standingOf(checkpoint);
		const suspects = suspected === null ? null : new Suspects(plan.verify, pipeline, suspected);
		const rowsBefore = doubt === null ? rowsBehind(checkpoint) : 0;
		if (isTheSame && doubt !== null) tellDoubt(context, plan, doubt.reason);
		if (isTheSame) return {
			pipeline,
			run,
			knowsPrepared,
			suspects,
			standing,
			rowsBefore
		};
		await pipeline[Symbol.asyncDispose]();
		return unread(checkpoint, "the binary log is not the one that was read then");
	} catch (error) {
		if (signal.aborted) throw error;
		if (tellsOfLostChanges(error)) return unread(checkpoint, messageOf(error));
		if (forward !== null && isCopyWritten(error)) return messageOf(error);
		throw error;
	}
}
function whereToBegin(checkpoint, doubt) {
	const { watermark, compared = null, keptValues = allKept, isComparing = false } = checkpoint;
	if (doubt === null) return {
		watermark,
		compared,
		keptValues,
		isComparing,
		suspected: isComparing ? everything : null
	};
	const suspected = isComparing ? everything : watermark;
	return {
		watermark: null,
		compared: null,
		keptValues: {
			...keptValues,
			isCompared: true
		},
		isComparing: suspected !== null,
		suspected
	};
}
function unread({ isBeforeSwap = false }, reason) {
	return `The changes since ${isBeforeSwap ? "the swap" : "the last run"} cannot be read: ${reason}`;
}
/** A copy that is the retired table cannot be made anew. */
function isCopyWritten(error) {
	return error instanceof GhostshipError && error.code === "rows-differ";
}
function tellsOfLostChanges(error) {
	return error instanceof GhostshipError && ["stream-broken", "original-changed"].includes(error.code);
}
/** Nobody can tell what has changed since the checkpoint: so everything that is copied is compared. */
async function compareAll(context, plan, { watermark, isComparing = false, keptValues: before = allKept }, doubt, signal) {
	const { control, original, names } = context;
	const { session, server } = control;
	tellDoubt(context, plan, doubt);
	const run = await takeRun(session, names.changelog);
	const position = await currentPosition(session, server.flavor);
	await refuseNewRelations(session, original);
	const knowsPrepared = await passPreparedXa(context, signal);
	const pipeline = await open(context, plan, {
		position,
		run,
		watermark: null,
		isPast: false,
		preparedBefore: "ended",
		isComparing: true,
		compared: null,
		keptValues: {
			...before,
			isCompared: true
		}
	}, signal);
	const upTo = isComparing ? everything : watermark;
	return {
		pipeline,
		run,
		knowsPrepared,
		suspects: upTo === null ? null : new Suspects(plan.verify, pipeline, upTo),
		standing: null,
		rowsBefore: 0
	};
}
function tellDoubt({ original, recorder }, { tables: { keeps } }, doubt) {
	recorder.keepNothingYet();
	recorder.notice(`${doubt.replace(/\.$/u, "")}. All that is copied is compared with ${original.table.name}, and what differs is copied again.`);
	if (keeps !== null) recorder.notice(mayBeOthers(keeps));
}
async function open(context, plan, start, signal, inGap = null) {
	const pipeline = await openPipeline(context, plan, start, signal);
	try {
		const { recorder } = context;
		recorder.remarks = () => describeKept(plan.tables.keeps, start.keptValues, pipeline.gone.keptValues);
		recorder.enter("copying");
		await pipeline.group.lead(readAll(pipeline, inGap));
		return pipeline;
	} catch (error) {
		await pipeline[Symbol.asyncDispose]();
		throw error;
	}
}
/** Reads all that is in the log by now. */
async function readAll(pipeline, inGap) {
	const { barriers, group } = pipeline;
	const isRead = new AbortController();
	const read = barriers.passBarrier(group.signal).finally(() => isRead.abort());
	const until = AbortSignal.any([group.signal, isRead.signal]);
	await Promise.all([read, inGap?.run(pipeline, until)]);
}

// src/engine/copy-table.ts
/**
* Copies the table, and swaps the names.
*
* @returns `left` where the server takes no writes any more since the swap: the next run needs the changelog to do the rest
*/
async function copyTable(context, found, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { request, control, recorder } = context;
		const { server } = control;
		const { options } = request;
		const { plan, triggers, foreignKeys, keyIndex, deferred, kept, unchanging } = await prepareCopy(context, found, signal);
		const { knowsPrepared, ...started } = await startCopy(context, plan, kept, signal);
		const pipeline = _usingCtx$1.a(started.pipeline);
		const { group, applier } = pipeline;
		const checkpoints = new Checkpoints({
			...unchanging,
			knowsPrepared
		}, started, server.flavor, recorder);
		const isResumable = !reordersKeys(plan.verify);
		if (isResumable) group.spawn((own) => checkpoints.run(pipeline, own));
		await group.lead(copyRows(context, plan, started, group.signal));
		recorder.enter("catching_up");
		await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
		await group.lead(applier.catchUp(LockBudget.finishMs(options.lockBudgetMs), group.signal));
		const proof = await prove(context, plan, pipeline);
		await waitForLeave(context, pipeline, isResumable ? checkpoints : null);
		recorder.enter("cutting_over");
		const witness = new SwapWitness(pipeline.stream, context.names);
		const record = await swapRecord(context, plan, {
			knowsPrepared,
			serverStartedAt: unchanging.serverStartedAt
		});
		const log = new SwapLog(pipeline.spareSession, server.flavor, recorder.connections, record);
		const cutover = {
			context,
			pipeline,
			sessions: pipeline.sessions,
			proof,
			triggers,
			foreignKeys,
			keyIndex,
			witness,
			log,
			unloggedReplications: unchanging.unloggedReplications ?? 0
		};
		await group.lead(cutOver(await prepareCutover(cutover), group.signal));
		recorder.swapped();
		return await tidyUp(cutover, signal);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Copies all rows, and compares what another run has copied where the log may not tell of all changes since. */
async function copyRows(context, plan, { pipeline, suspects }, signal) {
	await copyAllRows(copyWork(context, plan, pipeline, suspects === null ? null : (session, chunk) => suspects.compare(session, chunk)), pipeline.copiers, signal);
	if (suspects === null) return;
	await suspects.writeLater(pipeline.spareSession, pipeline, signal);
	context.recorder.notice(suspects.pass());
}
/**
* Returns once nothing keeps the tables from being swapped: a person, or a newer commit.
*
* @param checkpoints `null` where no other run can go on
* @throws ClosedGate where another run is to swap them
*/
async function waitForLeave({ request, recorder }, pipeline, checkpoints) {
	const { group, commands } = pipeline;
	const keep = async () => await checkpoints?.write(pipeline, group.signal);
	const hasWaited = commands.isGateClosed;
	if (hasWaited) {
		await group.lead(keep());
		recorder.enter("waiting_for_cutover");
		if (checkpoints !== null && request.options.gate === "yield") throw new ClosedGate();
		await group.lead(commands.gate(group.signal));
	}
	const asked = request.beforeSwap?.({
		mayWait: checkpoints !== null,
		hasWaited
	}) ?? Promise.resolve("swap");
	if (await group.lead(untilAborted(asked, group.signal)) === "swap") return;
	await group.lead(keep());
	throw new ClosedGate();
}
/** What copying asks of the rest of the run, for a rehearsal as well. */
function copyWork({ recorder }, plan, pipeline, compare) {
	return {
		...pipeline,
		tables: plan.tables,
		onCopied: (rows) => recorder.addCopied(rows),
		onDuplicates: (keys) => pipeline.dirty.addVisible(keys),
		compare
	};
}
/** The ghost that is proven here must still be the same when the tables are swapped. */
async function prove(context, plan, pipeline) {
	const { control, names } = context;
	const createStatement = await readCreateStatement(control.session, names.ghost);
	const ghost = await Fingerprint.take(control.session, names.ghost, createStatement, control.server.flavor);
	return {
		...await compareTables(context, plan, pipeline),
		ghost
	};
}
/** Compares original and ghost, unless nobody wants that. */
async function compareTables({ request, recorder }, plan, pipeline) {
	const { orderedHere } = plan.key;
	const work = {
		...pipeline,
		tables: plan.verify,
		orderedHere,
		rowBytes: plan.rowBytes
	};
	if (request.options.verify === "off") return {
		work,
		unsettled: []
	};
	recorder.enter("verifying");
	const { group, workers } = pipeline;
	const { unsettled, ...verified } = await group.lead(verify(work, workers, group.signal));
	recorder.verified = verified;
	return {
		work,
		unsettled
	};
}
/** What the next run needs if this one dies after the swap. */
async function swapRecord({ control, names, original, request, recorder, forward }, plan, known) {
	const { key, width } = plan.watched.original;
	return {
		format: 1,
		migrationId: request.migrationId,
		names,
		columns: {
			before: columnsIn(original.createStatement),
			after: columnsIn(await readCreateStatement(control.session, names.ghost))
		},
		key,
		width,
		triggers: original.triggers,
		keepsRetired: request.options.retired === "keep",
		retiredForMs: request.options.retiredForMs ?? null,
		...known,
		reverts: forward?.id ?? null,
		outcome: recorder.expected(),
		sealedAt: null
	};
}
/** The swap is done. A failure from here on leaves something to clean up, but no doubt about the table. */
async function tidyUp(cutover, signal) {
	const { context, witness, log } = cutover;
	const { names, recorder } = context;
	recorder.retired = retiredLabel(names);
	await log.confirm();
	await tellDefinition(context);
	const isProven = await witness.confirm();
	try {
		await finishSwapped(cutover, isProven, signal);
	} catch (error) {
		if (!isReadOnlyRefusal(causesOf(error).first)) throw error;
		recorder.notice(`The server takes no writes since ${names.original.name} was swapped: ${names.original.name} is the altered table, and what is left to do for it is done by the next run, or by \`ghostship cleanup\`.`);
		return "left";
	}
	if (recorder.retired !== null) await noteWayBack(context, log.record);
	await context.request.noteDone?.(recorder.expected());
	return "finished";
}
/** @throws GhostshipError where the server takes no writes */
async function finishSwapped({ context, triggers, foreignKeys }, isProven, signal) {
	const { request, names, control, recorder } = context;
	const name = retiredLabel(names);
	for (const notice of await triggers.giveNames(control.sessions, signal)) recorder.notice(notice);
	await foreignKeys.dropFromRetired(control.session).catch((error) => tell(recorder, error, `${name} still has its foreign keys. Rows that it refers to cannot be deleted while it exists.`));
	if (!isProven) recorder.notice(`The binary log could not be read up to the swap, so ${name}, the table as it was before, is kept.`);
	else if (request.options.retired === "drop") await dropRetired(control.session, names).then(() => {
		recorder.retired = null;
	}, (error) => tell(recorder, error, `${name}, the table as it was before, could not be dropped. \`ghostship cleanup --retired drop\` drops it.`));
}
/** Nothing else can be done either where the server takes no writes. */
function tell(recorder, error, notice) {
	if (isReadOnlyRefusal(error)) throw error;
	recorder.notice(notice);
}
/** A run that goes on with the work of another has not tried the statement. Whoever cannot be told is not worth a failure. */
async function tellDefinition({ control, original, recorder }) {
	const after = await readCreateStatement(control.session, original.table).catch(() => null);
	if (after !== null) recorder.define(original.createStatement, after);
}
async function noteWayBack({ control, recorder }, record) {
	try {
		recorder.wayBack(await describeWayBack(control.session, control.server.flavor, record));
	} catch (error) {
		recorder.notice(`How to bring the retired table back could not be noted: ${sentence(messageOf(error))}`);
	}
}

// src/engine/run/runtime-limit.ts
/**
* When the time is up, no statement on the target is waited for much longer either.
*
* @param maxRuntimeMs what is left of `max-runtime`; `null` where there is no limit
*/
function limitRuntime(maxRuntimeMs, target, parent) {
	const controller = new AbortController();
	const signal = AbortSignal.any([parent, controller.signal]);
	const stop = (limitMs) => {
		endSoon(target);
		controller.abort(timeIsUp(limitMs));
	};
	const timer = maxRuntimeMs === null ? null : setTimeout(stop, maxRuntimeMs, maxRuntimeMs);
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
	return new GhostshipError("time-limit", `The migration did not finish within the ${Math.round(maxRuntimeMs / 1e3)} s that were left of max-runtime.`, { hint: "Raise max-runtime, or run it when the server has less to do." });
}

// src/engine/run/copy-rate.ts
/** So long a look back smooths single chunks out, and still follows the server's load. */
const windowMs = 2e4;
/** How fast rows are copied now: over the last seconds, and since the copy was let go on. */
var CopyRate = class {
	#samples = [];
	/** @param isStopped whether a person holds the copy: that time says nothing about how long the rest takes */
	add(atMs, rows, isStopped) {
		if (isStopped) this.#samples.length = 0;
		this.#samples.push({
			atMs,
			rows
		});
		while ((this.#samples[1]?.atMs ?? atMs) <= atMs - windowMs) this.#samples.shift();
	}
	/** 0 until a second sample is there. */
	get rowsPerSecond() {
		const [first] = this.#samples;
		const last = this.#samples.at(-1);
		if (first === void 0 || last === void 0 || last.atMs <= first.atMs) return 0;
		return (last.rows - first.rows) * 1e3 / (last.atMs - first.atMs);
	}
};

// src/engine/run/cutover-waits.ts
/** For whom the cutover waits, and since when. */
var CutoverWaits = class {
	#now = null;
	/**
	* @param blockers of the table; `null` where it does not wait any more
	* @param names theirs, for a line; `null` where the server does not show any
	*/
	tell(blockers, names) {
		this.#now = blockers === null ? null : {
			sinceMs: this.#now?.sinceMs ?? nowMs(),
			blockers,
			names
		};
	}
	get wait() {
		if (this.#now === null) return null;
		const { sinceMs, blockers } = this.#now;
		return {
			forMs: Math.round(nowMs() - sinceMs),
			blockers
		};
	}
	/** What holds the copy, and who has locked the table, where a wait of the cutover goes before. */
	over(holds, lockedBy) {
		const { wait } = this;
		if (wait === null || this.#now === null) return {
			holds,
			lockedBy
		};
		const others = holds.filter(({ reason }) => reason !== "table-locked");
		const waits = {
			reason: "table-locked",
			forMs: wait.forMs,
			reading: null
		};
		return {
			holds: [...others, waits],
			lockedBy: this.#now.names
		};
	}
};

// src/engine/run/known-error.ts
/** For errors without a code of ours: of the connection, of the server, or a mistake of ours. Before the rename the table is unchanged. */
function asKnownError(error) {
	const message = messageOf(error);
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", message, {
		hint: "Check that the server is up and run the migration again.",
		cause: error
	});
	if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_FIELD_ERROR")) return new GhostshipError("original-changed", `A table of the migration is gone, or a column: ${message}`, {
		hint: "The migration changed nothing. Find out who dropped or renamed the table, then run the migration again.",
		cause: error
	});
	if (isDenied(error)) return new GhostshipError("missing-privileges", `The user lacks a privilege: ${message}`, {
		hint: deniedHint,
		cause: error
	});
	if (isServerError(error, "ER_RECORD_FILE_FULL", "ER_DISK_FULL")) return new GhostshipError("server-error", `The server has no room left for what the migration writes: ${message}`, {
		hint: "Make room on the disk of the server: a copy needs as much as the table with its indexes, and the binary log grows by as much. Then run the migration again.",
		cause: error
	});
	if (error instanceof ServerError) return new GhostshipError("server-error", `The server answered with an error: ${message}`, {
		hint: isLockConflict(error) ? lockConflictHint : "Correct what the server names and run the migration again.",
		cause: error
	});
	return new GhostshipError("internal", message, {
		hint: "This is a mistake in Ghostship: please report it with this message.",
		cause: error
	});
}

// src/engine/run/tell-holds.ts
/** A shorter one is part of how fast the copy is. */
const longMs = 5e3;
/** What the copy was held by when the run ended, as a sentence; `null` for nothing worth telling. */
function tellHolds(holds) {
	const long = holds.filter(({ forMs }) => forMs >= longMs);
	if (long.length === 0) return null;
	return `It was held to the end by ${long.map(({ reason, reading, forMs }) => `${reason}${reading === null ? "" : seen(reading)} for ${seconds(forMs)}`).join(", and by ")}.`;
}
function seen({ of, observed, limit, unit }) {
	const whose = of === null ? "" : ` of ${of}`;
	const amount = (value) => unit === "ms" ? seconds(value) : String(value);
	if (observed === null) return `${whose}, which could not be measured,`;
	return `${whose} (${amount(observed)}, the limit is ${amount(limit)})`;
}
function seconds(ms) {
	return `${ms < 1e4 ? (ms / 1e3).toFixed(1) : Math.round(ms / 1e3)} s`;
}
/** Of a run that has ended at its gate. */
const waitsForPerson = "All is copied, and the swap waits for a person: the command cutover orders it.";

// src/engine/run/recorder.ts
/** A hold that lasts longer stops the estimate of the time that is left. */
const longHoldMs = 5e3;
/** Records what has happened so far. When the migration ends, in whichever way, that becomes its outcome. */
var Recorder = class {
	#request;
	#observe;
	#ends;
	#startedAt = nowMs();
	#startedDate = /* @__PURE__ */ new Date();
	#copyRate = new CopyRate();
	#lastFailure = null;
	/** Of the cutover, for others' transactions. */
	waits = new CutoverWaits();
	#state = "queued";
	#gauges = null;
	#copyStartedAt = null;
	#copyMs = 0;
	#rowsCopied = 0;
	/** Of the copied rows, those that an earlier run has copied. */
	#rowsOfBefore = 0;
	#resumed = false;
	#keepsWork = false;
	/** Whether the next run will find more than this one has found. */
	cameFurther = false;
	/** Whether another run would have less to do: a checkpoint tells of a chunk, be it that of a table without rows. */
	keepsChunks = false;
	#isSwapped = false;
	algorithm = null;
	verified = null;
	lockedMs = 0;
	attempts = 0;
	indexBuild = null;
	retired = null;
	lockedBy = null;
	/** Until there are gauges to read. */
	heldBefore = [];
	/** The newest command of a person that was obeyed. */
	obeyed = 0;
	/** What people have told this migration so far. */
	control = uncontrolled;
	/** The ids of our connections on the server. */
	connections = () => [];
	/** Where they are. */
	server = () => null;
	/** The name as the server spells it; empty until the server was asked. */
	table = "";
	/** Columns that a revert cannot bring back. */
	lostColumns = [];
	/** What a person must know of the rows that it brings back, in sentences. */
	remarks = () => [];
	/** @param ends what it comes to if nothing fails */
	constructor(request, observe, ends = "completed") {
		this.#ends = ends;
		this.#request = request;
		this.#observe = observe;
	}
	get state() {
		return this.#state;
	}
	get isSwapped() {
		return this.#isSwapped;
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
	/** @param after of the table or its ghost, whose own name is told as that of the table */
	define(before, after) {
		const named = `${headOf(before)}${after.slice(headOf(after).length)}`;
		this.#observe({
			type: "definition",
			table: this.table,
			before,
			after: named
		});
	}
	/** @param failure `null` where the tables were swapped */
	cutoverAttempt(attempt, lockedMs, failure, blockers) {
		this.attempts = attempt;
		this.lockedMs = Math.round(lockedMs);
		this.#lastFailure = failure === null ? null : {
			atMs: nowMs(),
			why: failure,
			blockers
		};
		this.#observe({
			type: "cutover-attempt",
			table: this.table,
			attempt,
			lockedMs,
			failure,
			blockers
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
	/** Goes on with what another run has copied. */
	resume(migrationId, rows, ageMs) {
		this.#resumed = true;
		this.#rowsOfBefore = rows;
		this.#rowsCopied = rows;
		const copied = this.#ends === "reverted" ? null : rows;
		this.#observe({
			type: "resumed",
			table: this.table,
			migrationId,
			rows: copied,
			ageMs
		});
	}
	/** What that run has copied must be compared before it counts. */
	keepNothingYet() {
		this.#rowsOfBefore = 0;
		this.#rowsCopied = 0;
	}
	/** The ghost stays, for a run that goes on. */
	keepWork() {
		this.#keepsWork = true;
	}
	get keepsWork() {
		return this.#keepsWork;
	}
	reportProgress() {
		this.#observe({
			type: "progress",
			table: this.table,
			progress: this.progress()
		});
	}
	progress() {
		const copyingMs = this.#copyStartedAt === null ? 0 : this.#copyMs || nowMs() - this.#copyStartedAt;
		const { holds, lockedBy } = this.waits.over(this.#gauges?.holds() ?? this.heldBefore, this.lockedBy);
		const rowsPerSecond = this.#rowsPerSecond(copyingMs, holds);
		const left = Math.max(0, (this.#gauges?.rowsEstimated ?? 0) - this.#rowsCopied);
		const isMoving = this.#state === "copying" && rowsPerSecond > 0 && !isStopped(holds);
		return {
			state: this.#state,
			rowsCopied: this.#rowsCopied,
			rowsEstimated: this.#gauges?.rowsEstimated ?? 0,
			changesApplied: this.#gauges?.changesApplied() ?? 0,
			dirtyKeys: this.#gauges?.dirtyKeys() ?? 0,
			streamLagMs: Math.round(this.#gauges?.streamLagMs() ?? 0),
			elapsedMs: Math.round(nowMs() - this.#startedAt),
			remainingMs: isMoving ? Math.round(left * 1e3 / rowsPerSecond) : null,
			rowsPerSecond: Math.round(rowsPerSecond),
			workers: this.#gauges?.workers() ?? 0,
			indexBuild: this.indexBuild,
			holds,
			throttlePercent: this.control.throttlePercent,
			lockedBy
		};
	}
	status() {
		return {
			migrationId: this.#request.migrationId,
			table: this.table,
			statement: this.#request.statement,
			startedAt: this.#startedDate.toISOString(),
			progress: this.progress(),
			obeyed: this.obeyed,
			...this.control,
			cutover: {
				attempts: this.attempts,
				lastFailure: this.#describeFailure(),
				waiting: this.waits.wait
			},
			connections: this.connections(),
			server: this.server()
		};
	}
	/** While rows are copied: of the last seconds. Afterwards: of the whole copy. */
	#rowsPerSecond(copyingMs, holds) {
		if (this.#state !== "copying") return copyingMs > 0 ? (this.#rowsCopied - this.#rowsOfBefore) * 1e3 / copyingMs : 0;
		this.#copyRate.add(nowMs(), this.#rowsCopied, holds.some(isByCommand));
		return this.#copyRate.rowsPerSecond;
	}
	#describeFailure() {
		if (this.#lastFailure === null) return null;
		const { atMs, why, blockers } = this.#lastFailure;
		return {
			why,
			blockers,
			agoMs: Math.round(nowMs() - atMs)
		};
	}
	/** The tables are swapped. Whatever fails from here on, the statement must not be run again. */
	swapped() {
		this.#isSwapped = true;
		this.#observe({
			type: "swapped",
			table: this.table,
			state: this.#ends
		});
	}
	/** What it will have come to if nothing fails from here on. */
	expected() {
		return {
			...this.#outcome("changed", null),
			state: this.#ends
		};
	}
	/** The retired table stays, and a revert knows how to bring it back. */
	wayBack(wayBack) {
		this.#observe({
			type: "way-back",
			table: this.table,
			wayBack
		});
	}
	completed() {
		this.enter(this.#ends);
		return this.#outcome("changed", null);
	}
	/** Everything but the swap. */
	rehearsed() {
		this.enter("completed");
		return this.#outcome("unchanged", null);
	}
	/** Another run goes on. */
	yielded() {
		const isAtGate = this.#state === "waiting_for_cutover";
		this.enter("yielded");
		const remark = isAtGate ? waitsForPerson : tellHolds(this.progress().holds);
		return {
			...this.#outcome("unchanged", null),
			...remark === null ? {} : { remarks: [remark] }
		};
	}
	failed(error) {
		const { first, later } = causesOf(error);
		const known = withLater(first instanceof GhostshipError ? first : asKnownError(first), later);
		this.enter(known.code === "aborted" ? "aborted" : "failed");
		const hint = this.#keepsWork ? `${known.hint} ${goesOn[this.#ends]}` : known.hint;
		const held = known.code === "time-limit" ? tellHolds(this.progress().holds) : null;
		const message = held === null ? known.message : `${known.message} ${held}`;
		return this.#outcome(known.tableState, {
			code: known.code,
			message,
			hint
		});
	}
	#outcome(tableState, error) {
		const { rowsCopied, changesApplied } = this.progress();
		const remarks = tableState === "changed" ? this.remarks() : [];
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
			resumed: this.#resumed,
			...this.lostColumns.length === 0 ? {} : { lostColumns: this.lostColumns },
			...remarks.length === 0 ? {} : { remarks },
			error
		};
	}
};
const goesOn = {
	completed: "What is copied is kept, and the next run goes on with it. `ghostship abort` removes it.",
	reverted: "The next `ghostship revert` goes on with it. `ghostship abort` ends it, and keeps the retired table."
};
/** `CREATE TABLE \`users\``, up to the columns. */
function headOf(createStatement) {
	return createStatement.slice(0, Math.max(0, createStatement.indexOf(" (\n")));
}
/** A short hold, as among slow commits, is part of how fast the copy is. */
function isStopped(holds) {
	return holds.some((hold) => isByCommand(hold) || hold.forMs > longHoldMs);
}
function isByCommand({ reason }) {
	return reason === "paused" || reason === "throttled";
}

export { copyAllRows as _, copyWork as a, isDecided as c, isYield as d, keepWork as f, buildIndexes as g, describeCopy as h, copyTable as i, isUnconfirmed as l, prepareCopy as m, limitRuntime as n, startCopy as o, mayGoOn as p, compareTables as r, TaskGroup as s, Recorder as t, isWorthKeeping as u };