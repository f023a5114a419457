import { r as __name } from "../../rolldown-runtime.js";
import { n as reasonOf, o as onAbort, r as sleep } from "../../support/clock.js";
import { i as patience } from "../../mysql/patience.js";
import { t as GhostshipError } from "../../support/errors.js";
import { a as isDenied, m as isServerError, n as ServerError, p as isReadOnlyRefusal } from "../../mysql/server-errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { t as askServer } from "../../mysql/server.js";
import { g as setLockWait, i as killQuery, y as unlockTables } from "../../sql/cutover.js";
import { D as strictSqlMode, O as withZeroDates, S as definingSqlMode, a as ordinary, o as patientSeconds, r as migrating, u as serverTimeZone, w as givenSqlMode } from "../../sql/session-settings.js";
import { a as Naming, t as connect } from "../../mysql/session.js";
import { n as endConnection } from "../../mysql/end-connection.js";
import { _ as lockTable, b as selectTriggers, g as dropTrigger, h as createTrigger, v as renameTrigger, x as setTriggerSession, y as resetTriggerSession } from "../../mysql/inspect-table.js";
import { a as nameOnGhost } from "../tables/table-names.js";

// src/support/settle-all.ts
/** Like Promise.all, but no promise is left running when one fails. */
async function settleAll(promises) {
	return (await Promise.allSettled(promises)).map((result) => {
		if (result.status === "rejected") throw result.reason;
		return result.value;
	});
}

// src/engine/tables/sessions.ts
/** What is almost done is let finish. */
const graceMs = 1e3;
const stopWithinMs = 4e3;
/** What takes longer is left to the next run. */
const lostEndsWithinMs = 5e3;
/** Opens connections that all have the same settings, and closes them all: those, too, that are still being opened when it ends. */
var Sessions = class Sessions {
	#target;
	#opened = /* @__PURE__ */ new Set();
	#all;
	#opening = /* @__PURE__ */ new Set();
	#settings;
	#givenSqlMode;
	#isLogged;
	/** Of all its sessions. */
	naming;
	/**
	* @param givenSqlMode of the sessions that run a statement of a person; the others never have it
	* @param isLogged whether what they write goes to the binary log
	*/
	constructor(target, settings, { naming = new Naming(), givenSqlMode = settings.sqlMode, isLogged = true, all = /* @__PURE__ */ new Set() } = {}) {
		this.naming = naming;
		this.#all = all;
		this.#target = target;
		this.#givenSqlMode = givenSqlMode;
		this.#isLogged = isLogged;
		this.#settings = {
			...migrating(settings),
			isLogged
		};
	}
	/** Others on the same server, with the same names, that copy by these settings. */
	forCopy(settings) {
		return new Sessions(this.#target, settings, {
			naming: this.naming,
			isLogged: this.#isLogged,
			all: this.#all
		});
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
	/** For two statements that are sent as one. */
	openForPairs(purpose) {
		return this.#open(purpose, {
			...this.#settings,
			takesPairs: true
		});
	}
	/**
	* For what stands in for the table and its foreign keys.
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
	/**
	* For a statement of a person, to be read, and taken or refused, by the server as if that person had typed it. Statements of
	* ours have no business there: where the mode says so, a backslash or a double quote means another thing.
	*
	* Without foreign_key_checks MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that foreign keys
	* need.
	*
	* @throws GhostshipError as {@link connect} does
	*/
	openAsGiven(purpose, foreignKeyChecks) {
		return this.#open(purpose, {
			...this.#settings,
			sqlMode: this.#givenSqlMode,
			foreignKeyChecks: foreignKeyChecks === "with checks",
			anyParentKey: false,
			notes: true
		});
	}
	/** Many that wait for the lock of a table for as long as somebody has it. */
	openMany(count, purpose) {
		const settings = {
			...this.#settings,
			lockWaitSeconds: patientSeconds
		};
		return settleAll(Array.from({ length: count }, () => this.#open(purpose, settings)));
	}
	/** Runs a long statement. An abort also stops it on the server. */
	runLong(session, statement, signal) {
		return this.#stoppable(session, () => session.run(statement), signal);
	}
	/** The same for a question. */
	rowsLong(session, statement, signal) {
		return this.#stoppable(session, () => session.rows(statement), signal);
	}
	async #stoppable(session, work, signal) {
		try {
			var _usingCtx$2 = _usingCtx();
			signal.throwIfAborted();
			_usingCtx$2.u(onAbort(signal, () => void this.#stop(session)));
			try {
				return await work();
			} catch (error) {
				throw signal.aborted ? reasonOf(signal) : error;
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			_usingCtx$2.d();
		}
	}
	async #open(purpose, settings) {
		const opening = connect(this.#target, purpose, settings, this.naming);
		this.#opening.add(opening);
		try {
			const session = await opening;
			this.#opened.add(session);
			this.#all.add(session);
			return session;
		} finally {
			this.#opening.delete(opening);
		}
	}
	/**
	* A statement that was under way when the signal was aborted, and still is a moment later, is stopped on the server: it may wait
	* there for a lock, and whoever waits for its answer does not hear the signal.
	*/
	stopWhenAborted(signal) {
		return onAbort(signal, () => {
			const before = [...this.#opened].map((session) => ({
				session,
				count: session.statementCount
			}));
			setTimeout(() => {
				const stuck = before.filter(({ session, count }) => session.statementCount === count);
				for (const { session } of stuck) if (session.underWayMs > graceMs / 2) this.#stop(session);
			}, graceMs).unref();
		});
	}
	/**
	* Where the server cannot be reached it has stopped the statement already, or will notice that the connection is gone. A commit
	* that waits for a replica or for room on the disk is not stopped, though the server says so.
	*/
	async #stop(session) {
		const { statementCount } = session;
		const isAtIt = () => session.statementCount === statementCount && session.underWayMs > 0;
		setTimeout(() => {
			if (isAtIt()) session.destroy();
		}, stopWithinMs).unref();
		try {
			try {
				var _usingCtx3 = _usingCtx();
				const killer = _usingCtx3.a(await connect(this.#target, "stopping a statement"));
				if (isAtIt()) await killer.run(killQuery(session.id));
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		} catch {
			session.destroy();
		}
	}
	/**
	* Sees to it that nothing is carried out any more that was sent on connections of the migration which were lost: the server may
	* make a table after it was looked for.
	*
	* @throws Error where one of them does not end
	*/
	async endLost(asker) {
		const withinMs = Math.min(lostEndsWithinMs, patience().settleMs);
		for (const session of this.#all) {
			if (session.alive) continue;
			if (session.isUnanswered) await endConnection(asker, session, "now", withinMs);
			this.#all.delete(session);
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
		while (this.#opening.size > 0) await Promise.allSettled(this.#opening);
		await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
	}
};

// src/engine/tables/control-connection.ts
/** Like those of a control connection, for a statement of a person that converts rows. */
function openStrictSessions(target, { server, sessions }) {
	const settings = {
		timeZone: serverTimeZone,
		sqlMode: definingSqlMode(server.sqlMode),
		pinnedSeconds: null
	};
	return new Sessions(target, settings, {
		naming: sessions.naming,
		givenSqlMode: strictSqlMode(server.sqlMode)
	});
}
/**
* @param allow with `zero-dates`, the server's sql_mode is taken to be without what forbids them
* @param isLogged whether what its sessions write goes to the binary log
* @throws GhostshipError `cannot-connect`, `access-denied`
*/
async function openControlConnection(target, allow = [], isLogged = true) {
	const session = await connect(target, "asking the server", {
		...ordinary,
		isLogged
	});
	const asked = await askServer(session).catch(async (error) => {
		await session[Symbol.asyncDispose]();
		throw error;
	});
	const server = allow.includes("zero-dates") ? {
		...asked,
		sqlMode: withZeroDates(asked.sqlMode)
	} : asked;
	const settings = {
		timeZone: serverTimeZone,
		sqlMode: definingSqlMode(server.sqlMode),
		pinnedSeconds: null
	};
	const sessions = new Sessions(target, settings, {
		givenSqlMode: givenSqlMode(server.sqlMode),
		isLogged
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

// src/engine/relations/triggers.ts
/** Writers wait no longer than this while triggers get their names. */
const namesLockSeconds = 1;
const namesAttempts = 120;
const namesPauseMs = 1e3;
/** Carries the triggers of the original over to the altered table. */
var Triggers = class Triggers {
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
			var _usingCtx$1 = _usingCtx();
			if (this.#triggers.length === 0) return;
			const session = _usingCtx$1.a(await sessions.open("trying the triggers out"));
			await this.tryOn(session);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** The same in a session that is there. */
	async tryOn(session) {
		if (this.#triggers.length === 0) return;
		try {
			await this.place(session);
		} catch (error) {
			throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
		} finally {
			await dropTriggers(session, this.#names.ghost);
		}
	}
	/** @param session under the cutover lock, the session that holds it */
	async place(session) {
		if (this.#triggers.length === 0) return;
		for (const trigger of this.#triggers) await create(session, this.#names.ghost, otherName(trigger), trigger, true);
	}
	/**
	* Drops them from the ghost after an attempt that failed, before anything is written to the ghost again. After a swap no table
	* has the ghost's name, and there is nothing to drop.
	*/
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#triggers.length === 0) return;
			await dropTriggers(_usingCtx3.a(await open("taking the triggers back from the ghost")), this.#names.ghost);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/** Of a table that somebody has altered or replaced since the swap: those that it still has under their other names. */
	async thoseOnAltered(session) {
		const present = await presentNames(session, this.#names.original);
		return new Triggers(this.#names, this.#triggers.filter((trigger) => present.has(otherName(trigger))));
	}
	/**
	* Gives the triggers of the altered table their own names. It is tried again until it is done. Between two tries each trigger
	* works under one of its two names, also where this process has died. Only a session or a server that is ended between the two
	* statements for a trigger leaves none, until the next try or the next run.
	*
	* @returns notices for a person
	* @throws GhostshipError where the server takes no writes
	*/
	async giveNames(sessions, signal) {
		const gone = /* @__PURE__ */ new Set();
		for (let attempt = 1; this.#triggers.length > 0; attempt++) try {
			try {
				var _usingCtx4 = _usingCtx();
				const session = _usingCtx4.a(await sessions.openForPairs("naming the triggers"));
				await this.#swapNames(session, gone);
				break;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch (error) {
			if (isReadOnlyRefusal(error)) throw error;
			if (attempt === namesAttempts || signal.aborted) return [this.#unnamed(gone)];
			if (attempt > 1) await sleep(namesPauseMs, signal).catch(() => {});
		}
		return wereGone(gone);
	}
	/** @param gone takes the names of those that are not there under any name */
	async #swapNames(session, gone) {
		const { original, retired } = this.#names;
		const present = await presentNames(session, original);
		const unnamed = this.#triggers.filter(({ name }) => !present.has(name));
		for (const trigger of unnamed) if (!present.has(otherName(trigger))) gone.add(trigger.name);
		const left = await presentNames(session, retired);
		for (const { name } of unnamed) if (left.has(name)) await session.run(dropTrigger(retired.schema, name));
		await session.run(setLockWait(namesLockSeconds));
		await session.run(lockTable(original));
		for (const trigger of unnamed) await rename(session, original, trigger);
		await session.run(unlockTables);
	}
	#unnamed(gone) {
		const names = this.#triggers.filter(({ name }) => !gone.has(name)).map(otherName);
		return `The triggers could not be given their own names.${names.length === 0 ? "" : ` They work under the names ${names.join(", ")}.`}${gone.size === 0 ? "" : ` Look after these, which were gone after the swap: ${[...gone].join(", ")}.`}`;
	}
};
function wereGone(names) {
	if (names.size === 0) return [];
	return [`Triggers were gone after the swap and are made again; until then they did not run: ${[...names].join(", ")}.`];
}
/**
* Creates one on an empty table of ours, and drops it again.
*
* @returns what the server says against it; `null` for nothing
*/
async function tryTrigger(session, table, trigger) {
	try {
		await create(session, table, otherName(trigger), trigger, true);
	} catch (error) {
		if (error instanceof ServerError) return error;
		throw error;
	}
	await session.run(dropTrigger(table.schema, otherName(trigger)));
	return null;
}
/** Whether it is the user, and not the trigger, that the server refuses. */
function deniesTriggers(error) {
	return isDenied(error) || isServerError(error, "ER_BINLOG_CREATE_ROUTINE_NEED_SUPER");
}
/** All that the table has. */
async function dropTriggers(session, table) {
	for (const row of await session.rows(selectTriggers(table))) {
		const name = String(row.name);
		await session.run(dropTrigger(table.schema, name)).catch((error) => {
			throw error instanceof ServerError && deniesTriggers(error) ? notOurs(table, name, error) : error;
		});
	}
}
/** Ours are never there between two runs, unless one was lost under the lock of its cutover. */
function notOurs(table, trigger, cause) {
	return new GhostshipError("missing-privileges", `${table.name} has the trigger ${trigger}, and this user may not drop it.`, {
		hint: `Run DROP TRIGGER ${trigger} yourself, and then this again.`,
		cause
	});
}
async function create(session, ...[table, name, trigger, isOnGhost]) {
	await runAsMade(session, trigger, createTrigger(table, name, trigger, isOnGhost));
}
/** A trigger that is refused its name keeps the other one. Nobody can write meanwhile. */
async function rename(session, table, trigger) {
	try {
		await runAsMade(session, trigger, renameTrigger(table, otherName(trigger), trigger));
	} catch (error) {
		await create(session, table, otherName(trigger), trigger, false).catch(() => {});
		throw error;
	}
}
/** What follows in the session is in its own mode again. */
async function runAsMade(session, trigger, statement) {
	await session.run(setTriggerSession(trigger));
	try {
		await session.run(statement);
	} finally {
		await session.run(resetTriggerSession);
	}
}
async function presentNames(session, table) {
	return new Set((await session.rows(selectTriggers(table))).map((row) => String(row.name)));
}
function otherName({ name }) {
	return nameOnGhost(name);
}
/** MySQL asks for it where the definer of a trigger has it, and says so. */
function lacksSystemUser(error) {
	return isDenied(error) && /\bSYSTEM_USER\b/u.test(error.message);
}
function notCarried(table, error) {
	const denied = deniesTriggers(error);
	if (lacksSystemUser(error)) return new GhostshipError("missing-privileges", `A trigger of ${table.name} cannot be carried over to the altered table, because it belongs to a user who has SYSTEM_USER: ${error.message}`, {
		hint: "Grant SYSTEM_USER on *.* to the user of the target URL, or make the trigger again with a definer who does not have it.",
		cause: error
	});
	return new GhostshipError(denied ? "missing-privileges" : "unsupported-table", `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`, {
		hint: denied ? "Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others. A server with a binary log also needs log_bin_trust_function_creators=ON, or SUPER." : "Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.",
		cause: error
	});
}
/** Names of the triggers whose text cannot be sent unchanged, because we send text as UTF-8. */
function unreadable(triggers) {
	return triggers.filter(({ body, charset }) => !charset.startsWith("utf8") && /[^\0-\x7F]/u.test(body ?? "")).map(({ name }) => name);
}

export { unreadable as a, Sessions as c, tryTrigger as i, settleAll as l, deniesTriggers as n, openControlConnection as o, dropTriggers as r, openStrictSessions as s, Triggers as t };