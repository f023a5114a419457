import { r as __name } from "../../rolldown-runtime.js";
import { t as askServer } from "../../mysql/server.js";
import { C as strictSqlMode, a as Naming, b as definingSqlMode, c as ordinary, d as serverTimeZone, l as patientSeconds, s as migrating, t as connect, w as withZeroDates, x as givenSqlMode } from "../../mysql2.js";
import { t as endConnection } from "../../mysql/end-connection.js";
import { i as patience } from "../../mysql/patience.js";
import { r as killQuery } from "../../sql/cutover.js";
import { n as reasonOf, o as onAbort } from "../../support/clock.js";
import { t as _usingCtx } from "../../usingCtx.js";

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
		for (const session of this.#all) if (!session.alive) await endConnection(asker, session, "now", withinMs);
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

export { settleAll as i, openStrictSessions as n, Sessions as r, openControlConnection as t };