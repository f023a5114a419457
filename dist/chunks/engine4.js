import { n as __name } from "./rolldown-runtime.js";
import { A as selectMetadataLockInstrument, C as createSentry, D as lockTables, F as setIdleLimit, I as setLockWait, M as selectPendingExclusive, R as swapTables, T as killQuery, j as selectOpenTransactions, k as selectHolders, r as connectionsTo, w as killConnection, z as unlockTables } from "./mysql2.js";
import { D as refuseStatement, F as giveUpAfterMs, O as addsForeignKeys, P as backOff, a as alterGhost, o as changeOnServer, r as selectAnyNull } from "./engine.js";
import { B as retiredLabel, L as nameTables, P as lockName, _ as dropUncheckedKeys, at as writeCheckpoint, dt as readCreateStatement, i as createGhost, s as dropRetired, st as writeStatus, t as carryAutoIncrement } from "./sql.js";
import { n as causesOf, r as messageOf, t as GhostshipError } from "./support/errors.js";
import { a as startCopy, d as verify, f as verifyKeys, i as outwaitLastRun, l as findKeptWork, m as copyAllRows, n as Recorder, p as reordersKeys, r as adoptGhost, s as prepareCopy, t as limitRuntime, u as buildIndexes } from "./engine3.js";
import { a as wholeSeconds, i as sleepUncancelled, r as sleep, t as nowMs } from "./support/clock.js";
import { c as isLockConflict, d as isServerError, l as isPassing, n as ServerError, t as ConnectionLost, u as isReadOnlyRefusal } from "./mysql/server-errors.js";
import { f as dropTable, g as isUsedLock, h as getLock } from "./sql/ghost.js";
import { t as endConnection } from "./mysql/end-connection.js";
import { n as whichTableIsWhich, t as dropSentry } from "./engine/cutover/which-table.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as describeBlockers, t as blockerText } from "./engine/cutover/blockers.js";
import { o as settleAll, r as openControlConnection } from "./engine/mapping/column-map.js";
import { c as unquoteIdent } from "./sql/sql.js";
import { n as isAnyIn, t as findProcess } from "./mysql/find-process.js";
import { a as Fingerprint, f as currentPosition } from "./binlog.js";
import { i as recordSwap, t as columnsIn } from "./engine/run/swap-record.js";
import { r as SwapWitness, t as describeWayBack } from "./engine/resume/describe-way-back.js";
import { t as readStatusRow } from "./engine/run/status-row.js";
import { a as inspectOriginal, i as requireAlter, n as refuseCopy, t as tryPrivileges } from "./engine2.js";
import { r as refuseTarget, s as refuseAll } from "./engine/preflight/target.js";
import { l as needsOwnSchema, t as keepOutOfBinlog } from "./engine/tables/keep-out-of-binlog.js";
import { c as takeNameLock } from "./engine/relations/triggers.js";

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
const askForMs = 6e4;
const askAgainMs = 500;
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
	await cleanUp(work).catch((error) => {
		if (!isPassing(error)) throw failure ?? error;
	});
	if (renamed?.ok === false && renamed.refusal !== null) throw renamed.refusal;
	if (failure === null) return {
		swapped: false,
		lockedMs,
		why: renamed?.why ?? "the swap did not happen",
		blockers: []
	};
	if (failure instanceof NotNow) return {
		swapped: false,
		lockedMs,
		why: failure.message,
		blockers: failure.blockers
	};
	if (isPassing(failure)) return {
		swapped: false,
		lockedMs,
		why: failure.message,
		blockers: []
	};
	throw failure;
}
/** Asks the server until it answers: the connection broke when the tables may have been swapped. */
async function askUntilAnswered(work, renamer) {
	const deadline = nowMs() + askForMs;
	for (;;) try {
		try {
			var _usingCtx$6 = _usingCtx();
			const session = _usingCtx$6.a(await work.open("asking which table is which"));
			await endConnection(session, renamer, "now");
			return (await whichTableIsWhich(session, work.names)).state;
		} catch (_) {
			_usingCtx$6.e = _;
		} finally {
			await _usingCtx$6.d();
		}
	} catch (error) {
		if (nowMs() > deadline) throw unconfirmed(work.names, error);
		await sleepUncancelled(askAgainMs);
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

// src/engine/cutover/attempt.ts
/** UNLOCK has a deadline of its own. A session that does not answer is cut off, which unlocks as well. */
const unlockDeadlineMs = 2e3;
/** A small part of the idle limit. */
const feedLockerMs = 200;
const pollMs = 2;
const withdrawAgainMs = 500;
/** One attempt, as drawn in `cutover.ts`. */
async function attempt(work, signal) {
	try {
		var _usingCtx$5 = _usingCtx();
		const { names } = work;
		const locker = _usingCtx$5.a(await work.open("holding the lock at the cutover"));
		const renamer = _usingCtx$5.a(await work.open("renaming at the cutover"));
		const watcher = _usingCtx$5.a(await work.open("watching the cutover"));
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
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function swapUnderLock(work, trio, signal) {
	const { locker, renamer, watcher } = trio;
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
		renamer: rename.session,
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
		await locker.run(lockTables(original, ghost, retired, [...work.besides, ...work.oneSession?.parents ?? []]));
	} catch (error) {
		if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT", "ER_QUERY_INTERRUPTED")) throw new NotNow("another transaction holds the table", await work.watch.blockers());
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
		const busy = await work.watch.waitUntilQuiet(signal);
		const result = busy === null ? await attempt(work, signal).catch(notNowIfPassing) : {
			swapped: false,
			lockedMs: 0,
			why: busy.message,
			blockers: busy.blockers
		};
		if (result.swapped) return work.onAttempt(attempts, result.lockedMs, null, []);
		const blockers = result.blockers.length > 0 ? result.blockers : await work.watch.blockers();
		work.onAttempt(attempts, result.lockedMs, result.why, blockers);
		failures.add(result.why, blockers);
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

// src/engine/cutover/end-blockers.ts
/** Transactions are counted in whole seconds. */
const roundingSeconds = 1;
/**
* Ends the connections that kept the last attempt from its lock and hold the table still, in the same transaction: idle ones first,
* and those at work only where that is allowed and they are still in the way then.
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
	await endThose(({ isIdle }) => isIdle);
	if (mode === "all") await endThose(({ isIdle }) => !isIdle);
	return told;
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
const lookEveryMs = {
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
		blockers: () => seeBlockers(session, view, ours),
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
			if (!view.isExact) return null;
			const seconds = Math.round(Number(long.age_ms) / 1e3);
			return new NotNow(`connection ${String(long.id)} has had the table open for ${seconds} s`, await seeBlockers(session, view, ours));
		}
		await sleep(lookEveryMs.least + Math.random() * (lookEveryMs.most - lookEveryMs.least), signal);
	}
}
/** They are told to people, and a question that fails must not stop the cutover. */
async function seeBlockers(session, view, ours) {
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
/** Connects the cutover with the rest of the migration: who applies the last changes, and what must hold under the lock. */
async function prepareCutover(parts) {
	const { context, sessions, proof } = parts;
	const { request, control, names, recorder } = context;
	const ghost = new ProvenGhost(context, proof.ghost);
	const { keeps } = proof.work.tables.copy;
	const watch = await watchLocks(parts);
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
			for (const told of await endBlockers(control.session, look, blockers, killBlockers)) recorder.notice(told);
		},
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
		waitUntilQuiet: async (signal) => await watch.waitUntilQuiet(signal) ?? (stream.hasPreparedChanges ? new NotNow(preparedChanges) : null)
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
		nameLock.confirm()
	]);
	await refuseNull(locker, proof.work.tables.copy);
	await ghost.confirm(locker);
	await verifyKeys(proof.work, locker, proof.unsettled);
	if (keyIndex.isNeeded) await ghost.change(() => keyIndex.drop(locker));
	await triggers.place(locker);
	await foreignKeys.place(locker);
}
async function applyLastChanges({ pipeline: { applier, stream, dirty }, witness, log }, locker, signal) {
	do {
		await applier.applyAllThrough(locker, signal);
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
	#record;
	constructor(session, flavor, record) {
		this.#session = session;
		this.#flavor = flavor;
		this.#record = record;
	}
	/** As it is by now. */
	get record() {
		return this.#record;
	}
	/** Call it before each attempt: the position of an earlier one would make changes look lost that were applied since. */
	async open() {
		this.#record = {
			...this.#record,
			sealedAt: null
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
};

// src/engine/resume/checkpoints.ts
/** What a run that dies has copied since its last checkpoint is copied again. */
const everyMs = 2e3;
/**
* Writes checkpoints:
*
*     position ─ barrier ─ watermark, and the keys that are dirty now ─ these keys are in the ghost ─ written
*
* Behind the barrier every change before the position is known and visible. Once the keys that were dirty then are written, the
* ghost has all of them; keys beyond the watermark are read again by whoever goes on.
*/
var Checkpoints = class {
	#unchanging;
	#run;
	#flavor;
	#recorder;
	/** @param run its number: a run with a greater one has gone on with the work */
	constructor(unchanging, run, flavor, recorder) {
		this.#unchanging = unchanging;
		this.#run = run;
		this.#flavor = flavor;
		this.#recorder = recorder;
	}
	/**
	* Writes one every few seconds until the signal is aborted.
	*
	* @param isBetter whether it would tell of more than the one that is there
	* @throws GhostshipError `lock-lost` where another run has gone on with the work
	*/
	async run(pipeline, isBetter, signal) {
		for (;;) {
			if (isBetter()) await this.write(pipeline, signal);
			await sleep(everyMs, signal);
		}
	}
	/** Where a change cannot be followed just now, the one that is there stays. */
	async write({ spareSession, heartbeat, dirty, gone, chunker, stream, comparison }, signal) {
		try {
			var _usingCtx$4 = _usingCtx();
			const after = heartbeat.marks.committed;
			const position = await currentPosition(spareSession, this.#flavor);
			await heartbeat.passBarrier(signal);
			const left = _usingCtx$4.u(dirty.leftAtBarrier());
			if (stream.hasPreparedChanges) return;
			const { watermark } = chunker;
			const state = {
				position,
				marks: {
					after,
					upTo: heartbeat.marks.seen
				},
				watermark,
				rowsCopied: this.#recorder.copiedRows,
				keptValues: gone.keptValues,
				compared: comparison.part
			};
			while (!left.isEmpty) {
				await heartbeat.next(signal);
				signal.throwIfAborted();
			}
			await this.#write(spareSession, {
				...this.#unchanging,
				...state
			});
		} catch (_) {
			_usingCtx$4.e = _;
		} finally {
			_usingCtx$4.d();
		}
	}
	/** Under a global read lock there is none. The next one is written when it is over. */
	async #write(session, checkpoint) {
		const { changelog, original } = checkpoint.names;
		try {
			const { affectedRows } = await session.run(writeCheckpoint(changelog, this.#run, JSON.stringify(checkpoint)));
			if (affectedRows === 0) throw takenOver$1(original.name);
			this.#recorder.rowsKept = checkpoint.watermark === null ? 0 : checkpoint.rowsCopied;
		} catch (error) {
			if (!isLockConflict(error)) throw error;
		}
	}
};
function takenOver$1(table) {
	return new GhostshipError("lock-lost", `Another run has gone on with the migration of ${table}.`, { hint: "Look at it with `ghostship status`. This run has stopped, and changes nothing any more." });
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
	"cutover-gave-up"
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
/** Whether the run was told to end, and nothing has failed. */
function isYield(error, signal) {
	return !isDecided(error) && (signal.aborted || causesOf(error).first instanceof ClosedGate);
}
/** Whether another run may go on where this one has failed. */
function mayGoOn(error) {
	if (isDecided(error)) return false;
	const { first } = causesOf(error);
	if (first instanceof ConnectionLost || isReadOnlyRefusal(first)) return true;
	return first instanceof GhostshipError && passing.includes(first.code);
}
/**
* Keeps the ghost, and says in the changelog that nobody works on it. Where the server is away, that can be seen there as well.
*
* @throws GhostshipError `lock-lost` where another run has gone on with the work meanwhile: nothing is known here then
*/
async function keepWork({ control, original, names, nameLock, recorder }, tables, hasYielded) {
	try {
		var _usingCtx$3 = _usingCtx();
		tables.keep();
		const session = _usingCtx$3.a(await control.sessions.open("noting how it ended").catch(() => null));
		if (session !== null && await isTakenOver(session, names.changelog, nameLock)) throw takenOver(original.table.name);
		recorder.keepWork();
		const status = recorder.status();
		const ended = {
			...status,
			progress: {
				...status.progress,
				state: hasYielded ? "yielded" : "failed"
			},
			connections: []
		};
		await session?.run(writeStatus(names.changelog, JSON.stringify(ended))).catch(() => {});
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
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
function takenOver(table) {
	return new GhostshipError("lock-lost", `Another run has gone on with the migration of ${table} while this one was out of touch.`, {
		hint: "Look with `ghostship status` what it has come to. This run has nothing more to do.",
		tableState: "unknown"
	});
}

// src/engine/copy-table.ts
async function copyTable(context, found, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { request, control, recorder } = context;
		const { server } = control;
		const { options } = request;
		const { plan, triggers, foreignKeys, keyIndex, deferred, kept, unchanging } = await prepareCopy(context, found, signal);
		const { run, knowsPrepared, suspects, ...started } = await startCopy(context, plan, kept, signal);
		const pipeline = _usingCtx$2.a(started.pipeline);
		const { group, applier, copiers } = pipeline;
		const checkpoints = new Checkpoints({
			...unchanging,
			knowsPrepared
		}, run, server.flavor, recorder);
		const isResumable = !reordersKeys(plan.verify);
		if (isResumable) group.spawn((own) => checkpoints.run(pipeline, () => suspects?.isPassed ?? true, own));
		const copyWork = {
			...pipeline,
			tables: plan.tables,
			onCopied: (rows) => recorder.addCopied(rows),
			onDuplicates: (keys) => pipeline.dirty.addVisible(keys),
			compare: suspects === null ? null : (session, chunk) => suspects.compare(session, chunk)
		};
		await group.lead(copyAllRows(copyWork, copiers, group.signal));
		if (suspects !== null) recorder.notice(suspects.pass());
		recorder.enter("catching_up");
		await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
		await group.lead(applier.catchUp(LockBudget.finishMs(options.lockBudgetMs), group.signal));
		const proof = await prove(context, plan, pipeline);
		if (pipeline.commands.isGateClosed) {
			if (isResumable) await group.lead(checkpoints.write(pipeline, group.signal));
			recorder.enter("waiting_for_cutover");
			if (isResumable && options.gate === "yield") throw new ClosedGate();
			await group.lead(pipeline.commands.gate(group.signal));
		}
		recorder.enter("cutting_over");
		const witness = new SwapWitness(pipeline.stream, context.names);
		const record = await swapRecord(context, plan, {
			knowsPrepared,
			serverStartedAt: unchanging.serverStartedAt
		});
		const log = new SwapLog(pipeline.spareSession, server.flavor, record);
		const cutover = {
			context,
			pipeline,
			sessions: pipeline.sessions,
			proof,
			triggers,
			foreignKeys,
			keyIndex,
			witness,
			log
		};
		await group.lead(cutOver(await prepareCutover(cutover), group.signal));
		recorder.swapped();
		await tidyUp(cutover, signal);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
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
async function tidyUp({ context, triggers, foreignKeys, witness, log }, signal) {
	const { request, names, control, recorder } = context;
	for (const remark of recorder.remarks()) recorder.notice(remark);
	const name = retiredLabel(names);
	recorder.retired = name;
	const isProven = await witness.confirm();
	for (const notice of await triggers.giveNames(control.sessions, signal)) recorder.notice(notice);
	await foreignKeys.dropFromRetired(control.session).catch(() => {
		recorder.notice(`${name} still has its foreign keys. Rows that it refers to cannot be deleted while it exists.`);
	});
	if (!isProven) recorder.notice(`The binary log could not be read up to the swap, so ${name}, the table as it was before, is kept.`);
	else if (request.options.retired === "drop") await dropRetired(control.session, names).then(() => {
		recorder.retired = null;
	}, () => recorder.notice(`${name}, the table as it was before, could not be dropped. \`ghostship cleanup --retired drop\` drops it.`));
	if (recorder.retired !== null) await noteWayBack(context, log.record);
}
async function noteWayBack({ control, recorder }, record) {
	try {
		recorder.wayBack(await describeWayBack(control.session, control.server.flavor, record));
	} catch (error) {
		recorder.notice(`How to bring the retired table back could not be noted: ${messageOf(error)}.`);
	}
}

// src/engine/migrate.ts
/**
* Migrates one table. Never throws: the outcome says whatever happens.
* @param observe is told of every step; it must return at once
*/
async function migrateTable(request, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const recorder = new Recorder(request, observe);
		const limited = _usingCtx$1.u(limitRuntime(request.options.maxRuntimeMs, signal));
		try {
			await runPhases(request, recorder, limited.signal);
			return recorder.completed();
		} catch (error) {
			if (recorder.keepsWork && isYield(error, limited.signal)) return recorder.yielded();
			return recorder.failed(isDecided(error) ? error : limited.reason ?? error);
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
async function runPhases(request, recorder, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		recorder.enter("preflight");
		const { target, options } = request;
		const control = _usingCtx3.a(await openControlConnection(target, options.allow));
		const { server, session, sessions } = control;
		_usingCtx3.u(sessions.stopWhenAborted(signal));
		refuseTarget(server);
		const alter = requireAlter(request.statement, server);
		refuseStatement(alter);
		const table = {
			schema: alter.table.schema ?? target.database,
			name: alter.table.name
		};
		const found = await inspectOriginal(session, server, table, "migration");
		recorder.table = found.table.name;
		recorder.connections = () => connectionsTo(target);
		const nameLock = _usingCtx3.a(await takeNameLock(sessions, found.table));
		const beside = nameTables(found.table, false);
		await outwaitLastRun({
			target,
			session
		}, beside.changelog, (message) => recorder.notice(message), signal);
		const leftUnchecked = await dropUncheckedKeys(session, beside);
		const original = leftUnchecked.length === 0 ? found : await inspectOriginal(session, server, table, "migration");
		if (leftUnchecked.length > 0) recorder.notice(`A run that died had not checked ${leftUnchecked.join(", ")} yet. The foreign key was dropped.`);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		const mayBeCopied = !addsForeignKeys(alter, server);
		if (options.algorithm === "copy" && mayBeCopied) await refuseCopy(control, original, alter, options);
		const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
		await refuseDenied(sessions, original.table, names.ownSchemas.length > 0);
		const context = {
			request,
			control,
			alter,
			original,
			fingerprint,
			names,
			nameLock,
			recorder,
			replication: null,
			forward: null
		};
		const kept = await findKeptWork(context);
		const tables = _usingCtx3.a(kept === null ? await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status())) : await adoptGhost(sessions, names, nameLock));
		const attempt = kept === null ? await changeOnServer(context, signal) : "ghost-altered";
		if (attempt === "done") return;
		try {
			await refuseCopy(control, original, alter, options);
			if (attempt !== "ghost-altered") await alterGhost(context);
			recorder.algorithm = "copy";
			await copyTable(context, kept, signal);
		} catch (error) {
			const hasYielded = isYield(error, signal) || recorder.state === "preflight";
			if (recorder.rowsKept > 0 && (hasYielded || mayGoOn(error))) await keepWork(context, tables, hasYielded);
			throw error;
		}
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Before anything is made that could not be removed any more. */
async function refuseDenied(sessions, original, apart) {
	try {
		var _usingCtx4 = _usingCtx();
		const session = _usingCtx4.a(await sessions.open("trying the privileges"));
		await keepOutOfBinlog(session, false);
		refuseAll([await tryPrivileges(session, original, "migration", apart)]);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}

export { isYield as a, isDecided as i, refuseDenied as n, keepWork as o, copyTable as r, mayGoOn as s, migrateTable as t };