import { n as __name } from "../../rolldown-runtime.js";
import { n as reasonOf, o as onAbort } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { S as withZeroDates, T as killQuery, b as givenSqlMode, c as patientSeconds, i as Naming, o as migrating, s as ordinary, t as connect, u as serverTimeZone, x as strictSqlMode, y as definingSqlMode } from "../../mysql2.js";
import { g as isUsedLock, h as getLock } from "../../sql/ghost.js";
import { a as sameName, n as findColumn } from "../../support/digest.js";
import { P as lockName } from "../tables/ghost.js";
import { t as askServer } from "../../mysql/server.js";

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
/** Opens connections that all have the same settings, and closes them all: those, too, that are still being opened when it ends. */
var Sessions = class Sessions {
	#target;
	#opened = /* @__PURE__ */ new Set();
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
	constructor(target, settings, { naming = new Naming(), givenSqlMode = settings.sqlMode, isLogged = true } = {}) {
		this.naming = naming;
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
			isLogged: this.#isLogged
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
			var _usingCtx$1 = _usingCtx();
			signal.throwIfAborted();
			_usingCtx$1.u(onAbort(signal, () => void this.#stop(session)));
			try {
				return await work();
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
		const opening = connect(this.#target, purpose, settings, this.naming);
		this.#opening.add(opening);
		try {
			const session = await opening;
			this.#opened.add(session);
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
	async #stop(session) {
		const timer = setTimeout(() => session.destroy(), stopWithinMs);
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
		} finally {
			clearTimeout(timer);
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

// src/engine/tables/name-lock.ts
/** @throws GhostshipError `already-running` */
async function takeNameLock(sessions, original) {
	const session = await sessions.open("holding the name lock");
	try {
		await requireNameLock(session, original);
	} catch (error) {
		await session[Symbol.asyncDispose]();
		throw error;
	}
	return {
		confirm: () => confirm(session, lockName(original), original),
		isTakenOver: async (asking) => {
			const [row] = await asking.rows(isUsedLock(lockName(original)));
			return row?.holder != null && Number(row.holder) !== session.id;
		},
		[Symbol.asyncDispose]: () => session[Symbol.asyncDispose]()
	};
}
/**
* The session has the lock until it ends.
*
* @throws GhostshipError `already-running`
*/
async function requireNameLock(session, original) {
	if (await askNameLock(session, original)) return;
	throw new GhostshipError("already-running", `Another migration of ${original.name} is running on this server.`, { hint: "Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`." });
}
/** @returns whether the session has the lock now; it has it until it ends */
function askNameLock(session, original) {
	return takeLock(session, original, 2);
}
/**
* The lock of a name, whatever has it.
*
* @param seconds for which it is waited for
* @returns whether the session has it now
*/
async function takeLock(session, name, seconds) {
	const [row] = await session.rows(getLock(lockName(name), seconds));
	return Number(row?.taken) === 1;
}
/**
* The server gives the lock of a connection back some time after the connection has ended: 3 of 600 sessions that asked at once
* did not get it, on an idle server.
*/
const endedSeconds = 2;
async function confirm(session, name, original) {
	const holder = await session.rows(isUsedLock(name)).catch(() => []);
	if (Number(holder[0]?.holder) === session.id) return;
	throw new GhostshipError("lock-lost", `The lock that prevents a second migration of ${original.name} is gone, because its connection broke.`, { hint: "Look for what kills idle connections (timeouts, a proxy), then run the migration again." });
}

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

export { takeLock as a, openStrictSessions as c, requireNameLock as i, Sessions as l, mapColumns as n, takeNameLock as o, askNameLock as r, openControlConnection as s, ghostColumnOf as t, settleAll as u };