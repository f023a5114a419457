import { n as __name } from "../../rolldown-runtime.js";
import { n as missingPrivileges } from "../../engine/preflight/privileges.js";
import { i as refuseTargetOf } from "../../engine/preflight/target.js";
import { t as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql2.js";
import { r as startTransaction, t as commit } from "../../sql/data.js";
import { f as dropTable } from "../../sql/ghost.js";
import { o as selectExisting } from "../../sql/inspect.js";
import { _ as selectOutcomes, a as countOthers, c as insertCompleted, f as markReverted, g as selectLabels, h as selectEnd, i as countMigrations, l as insertQueued, m as selectCompleted, n as advanceMigration, o as createLedger, p as selectChanges, r as closeMigration, s as finishMigration, t as abandonMigration, u as ledgerTable, v as selectRuns } from "../../sql/ledger.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/ledger/ledger.ts
const plainly = {
	wayBack: null,
	reverts: null
};
/**
* The table `ghostship_migrations` in the target database: who applied what, when, from which commit. Each
* note has a connection of its own: hours may pass between two notes, and a lost connection must not lose one.
*/
var Ledger = class {
	#target;
	constructor(target) {
		this.#target = target;
	}
	/**
	* Makes the table where it is not there yet.
	* @returns whether it was not
	* @throws GhostshipError before anything is made: `unsupported-server`, `missing-privileges` with all of them at once
	*/
	async create() {
		try {
			var _usingCtx$1 = _usingCtx();
			const session = _usingCtx$1.a(await this.#connect());
			await refuseTargetOf(session);
			const schema = this.#target.database;
			const [missing] = await missingPrivileges(session, {
				schema,
				name: ledgerTable
			});
			if (missing !== void 0) throw missing;
			const existing = await session.rows(selectExisting(schema, [ledgerTable]));
			await session.run(createLedger(schema));
			return existing.length === 0;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** Drops the table again, unless others have written to it. A run that changed nothing leaves nothing behind. */
	async remove(ids) {
		try {
			var _usingCtx3 = _usingCtx();
			const session = _usingCtx3.a(await this.#connect());
			const schema = this.#target.database;
			const [row] = await session.rows(countOthers(schema, ids));
			if (Number(row?.others) === 0) await session.run(dropTable({
				schema,
				name: ledgerTable
			}));
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/** Empty where no migration was ever run. */
	async completed() {
		return (await this.#rows(selectCompleted)).map((row) => ({
			id: String(row.id),
			file: String(row.file),
			ordinal: Number(row.ordinal),
			statementCount: Number(row.statement_count),
			digest: String(row.statement_digest),
			isReverted: row.state === "reverted",
			finished: textOrNull(row.finished)
		}));
	}
	/** Tables that migrations have kept, oldest first; they may be gone by now. Of two with one name the newer one counts. */
	async retiredTables() {
		const newest = /* @__PURE__ */ new Map();
		for (const row of await this.#rows(selectOutcomes)) {
			const { retired, state } = JSON.parse(String(row.outcome));
			if (retired === null) continue;
			const table = String(row.table_name);
			const forMs = wayBackIn(row)?.retiredForMs ?? null;
			const found = {
				table,
				retired,
				ageMs: Number(row.age_ms ?? 0),
				forMs
			};
			newest.delete(`${table}\n${retired}`);
			newest.set(`${table}\n${retired}`, state === row.state ? found : null);
		}
		return [...newest.values()].filter((one) => one !== null);
	}
	/**
	* Tables of another database than the target's that any run was about, each once. A name of its own may have a dot, too.
	*
	* @param session that is there already
	*/
	async labels(session) {
		return (await this.#read(session, selectLabels)).map((row) => String(row.table_name));
	}
	/** The runs that were started last, newest first. */
	async runs(limit) {
		return (await this.#rows((schema) => selectRuns(schema, limit))).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			statement: String(row.statement),
			table: String(row.table_name),
			state: String(row.state),
			startedAt: dateOf(row.started),
			finishedAt: dateOf(row.finished),
			silentMs: Number(row.silent_ms ?? 0),
			commit: textOrNull(row.commit_sha),
			pullRequest: row.pull_request === null || row.pull_request === void 0 ? null : Number(row.pull_request),
			actor: textOrNull(row.actor),
			runUrl: textOrNull(row.run_url),
			outcome: row.outcome === null ? null : JSON.parse(String(row.outcome))
		}));
	}
	/** As what a run has ended; `null` where it has not, or is not known. */
	async endOf(id) {
		const [row] = await this.#rows((schema) => selectEnd(schema, id));
		return row === void 0 ? null : String(row.state);
	}
	async queue(migrations) {
		try {
			var _usingCtx4 = _usingCtx();
			const session = _usingCtx4.a(await this.#connect());
			for (const migration of migrations) await session.run(insertQueued(this.#target.database, migration));
		} catch (_) {
			_usingCtx4.e = _;
		} finally {
			await _usingCtx4.d();
		}
	}
	/** Notes statements as completed that were carried out by other means: all of them, or none. */
	async markCompleted(migrations) {
		try {
			var _usingCtx5 = _usingCtx();
			const session = _usingCtx5.a(await this.#connect());
			await session.run(startTransaction);
			for (const migration of migrations) await session.run(insertCompleted(this.#target.database, migration));
			await session.run(commit);
		} catch (_) {
			_usingCtx5.e = _;
		} finally {
			await _usingCtx5.d();
		}
	}
	async advance(id, state) {
		await this.#run((schema) => advanceMigration(schema, id, state));
	}
	async finish(id, outcome, { wayBack, reverts } = plainly) {
		if (outcome.state === "reverted" && reverts !== null) await this.markReverted(reverts);
		const kept = wayBack === null ? null : JSON.stringify(wayBack);
		await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome), kept));
	}
	async markReverted(id) {
		await this.#run((schema) => markReverted(schema, id));
	}
	/** What has changed tables, newest first. */
	async changes() {
		return (await this.#rows(selectChanges)).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			statement: String(row.statement),
			table: String(row.table_name),
			isReverted: row.state === "reverted",
			outcome: JSON.parse(String(row.outcome)),
			wayBack: wayBackIn(row)
		}));
	}
	/** How many rows it has. */
	async count() {
		const [row] = await this.#rows(countMigrations);
		return Number(row?.migrations ?? 0);
	}
	/** For a run that could not say itself how it ended, and that another one goes on with. */
	async close(id) {
		await this.#run((schema) => closeMigration(schema, id));
	}
	/** For a statement that was queued and never started. */
	async abandon(id) {
		await this.#run((schema) => abandonMigration(schema, id));
	}
	async #run(statement) {
		try {
			var _usingCtx6 = _usingCtx();
			await _usingCtx6.a(await this.#connect()).run(statement(this.#target.database));
		} catch (_) {
			_usingCtx6.e = _;
		} finally {
			await _usingCtx6.d();
		}
	}
	async #rows(statement) {
		try {
			var _usingCtx7 = _usingCtx();
			const session = _usingCtx7.a(await this.#connect("reading the ledger"));
			return await this.#read(session, statement);
		} catch (_) {
			_usingCtx7.e = _;
		} finally {
			await _usingCtx7.d();
		}
	}
	async #read(session, statement) {
		return await readIfThere(session, statement(this.#target.database)) ?? [];
	}
	#connect(purpose = "keeping the ledger") {
		return connect(this.#target, purpose);
	}
};
function wayBackIn(row) {
	const text = textOrNull(row.way_back);
	return text === null ? null : JSON.parse(text);
}
function textOrNull(value) {
	return value === null || value === void 0 ? null : String(value);
}
/** @param seconds since 1970 */
function dateOf(seconds) {
	return seconds === null || seconds === void 0 ? null : (/* @__PURE__ */ new Date(Number(seconds) * 1e3)).toISOString();
}

export { Ledger as t };