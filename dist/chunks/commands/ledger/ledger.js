import { r as __name } from "../../rolldown-runtime.js";
import { m as refuseTargetOf, n as missingPrivileges } from "../../engine/preflight/privileges.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql/session.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { i as startTransaction, t as commit } from "../../sql/data.js";
import { f as dropTable } from "../../sql/ghost.js";
import { s as selectExisting } from "../../sql/inspect.js";
import { C as selectEnd, D as selectRuns, E as selectOutcomes, S as selectCompleted, _ as markGone, a as countOthers, d as giveUpMigration, f as insertCompleted, h as ledgerTable, i as countMigrations, j as withdrawMigration, l as finishMigration, m as leaveMigration, n as closeMigration, o as createLedger, p as insertQueued, r as closeSilent, t as advanceMigration, u as giveUpBehind, v as markReverted, w as selectLabels, x as selectChanges, y as moveFile } from "../../sql/ledger.js";
import { o as sql, s as tableName } from "../../sql/sql.js";
import { a as readStatement, i as readRun, n as upgradeLedger, o as textOrNull, t as hasLaterColumn } from "./upgrade-ledger.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/sql/unsaid-ends.ts
/**
* What a migration has come to, while its run is still at work.
*
* @param outcome JSON
* @param wayBack JSON; `null` where no retired table is kept
*/
function noteOutcome(schema, id, outcome, wayBack) {
	return sql`UPDATE ${tableName({
		schema,
		name: ledgerTable
	})} SET outcome = ${outcome},
      cutover_position = COALESCE(${wayBack}, cutover_position), live_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND finished_at IS NULL`;
}
/** Statements of a command line that are done, and whose runs have not said so. Of those of files the ledger itself tells the next run. */
function selectUnsaid(schema) {
	return sql`SELECT id, table_name, outcome FROM ${tableName({
		schema,
		name: ledgerTable
	})}
    WHERE finished_at IS NULL AND outcome IS NOT NULL AND state IN ('completed', 'reverted') AND file IS NULL
    ORDER BY started_at`;
}

// src/commands/ledger/completed-statement.ts
/** @param row of `completedColumns` */
function readCompleted(row) {
	return {
		...readStatement(row),
		isReverted: row.state === "reverted",
		finished: textOrNull(row.finished),
		doneAt: numberOrNull(row.done_at),
		goneSince: numberOrNull(row.gone_since)
	};
}
function numberOrNull(value) {
	return value === null || value === void 0 ? null : Number(value);
}

// src/commands/ledger/ledger.ts
/** Much longer than a run is silent that has lost the server for a while. */
const silentForMs = 3e5;
/** Of all tables, so that those of one migration are among them. */
const mostRunsOfOne = 100;
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
	#namespace;
	/** @param namespace tells the files of one repository from those of others on the same database */
	constructor(target, namespace = "") {
		this.#target = target;
		this.#namespace = namespace;
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
			await (existing.length === 0 ? session.run(createLedger(schema)) : upgradeLedger(session, schema));
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
	/** Of this namespace; empty where no migration was ever run. */
	async completed() {
		try {
			var _usingCtx4 = _usingCtx();
			const session = _usingCtx4.a(await this.#connect("reading the ledger"));
			const hasNamespaces = await hasLaterColumn(session, this.#target.database, "namespace");
			if (!hasNamespaces && this.#namespace !== "") return [];
			const namespace = hasNamespaces ? this.#namespace : null;
			const knowsGone = await hasLaterColumn(session, this.#target.database, "gone_at");
			return (await this.#read(session, (schema) => selectCompleted(schema, namespace, knowsGone))).map(readCompleted);
		} catch (_) {
			_usingCtx4.e = _;
		} finally {
			await _usingCtx4.d();
		}
	}
	/** Tables that migrations have kept, oldest first; they may be gone by now. Of two with one name the newer one counts. */
	async retiredTables() {
		const newest = /* @__PURE__ */ new Map();
		for (const row of await this.#rows(selectOutcomes)) {
			const { retired, state } = JSON.parse(String(row.outcome));
			if (retired === null) continue;
			const table = String(row.table_name);
			const wayBack = wayBackIn(row);
			const [forMs, identity] = [wayBack?.retiredForMs ?? null, wayBack?.identities.retired ?? null];
			const pullRequest = row.pull_request === null ? null : Number(row.pull_request);
			const found = {
				id: String(row.id),
				table,
				retired,
				ageMs: Number(row.age_ms ?? 0),
				forMs,
				identity,
				isByRevert: state === "reverted",
				pullRequest
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
		try {
			var _usingCtx5 = _usingCtx();
			const session = _usingCtx5.a(await this.#connect("reading the ledger"));
			const hasNamespaces = await hasLaterColumn(session, this.#target.database, "namespace");
			return (await this.#read(session, (schema) => selectRuns(schema, limit, hasNamespaces))).map(readRun);
		} catch (_) {
			_usingCtx5.e = _;
		} finally {
			await _usingCtx5.d();
		}
	}
	/** As what a run has ended; `null` where it has not, or is not known. */
	async endOf(id) {
		const [row] = await this.#rows((schema) => selectEnd(schema, id));
		return row === void 0 ? null : String(row.state);
	}
	async queue(migrations) {
		try {
			var _usingCtx6 = _usingCtx();
			const session = _usingCtx6.a(await this.#connect());
			for (const migration of migrations) await session.run(insertQueued(this.#target.database, migration, this.#namespace));
		} catch (_) {
			_usingCtx6.e = _;
		} finally {
			await _usingCtx6.d();
		}
	}
	/** Notes statements as completed that were carried out by other means: all of them, or none. */
	async markCompleted(migrations) {
		try {
			var _usingCtx7 = _usingCtx();
			const session = _usingCtx7.a(await this.#connect());
			await session.run(startTransaction);
			for (const migration of migrations) await session.run(insertCompleted(this.#target.database, migration, this.#namespace));
			await session.run(commit);
		} catch (_) {
			_usingCtx7.e = _;
		} finally {
			await _usingCtx7.d();
		}
	}
	/** A file that was applied under another path. */
	async move(from, to) {
		await this.#run((schema) => moveFile(schema, from, to, this.#namespace));
	}
	/** Files of statements that are completed: whether there is such a file. */
	async noteThere(files, isThere) {
		for (const file of files) await this.#run((schema) => markGone(schema, file, this.#namespace, !isThere));
	}
	async advance(id, state) {
		await this.#run((schema) => advanceMigration(schema, id, state));
	}
	async finish(id, outcome, { wayBack, reverts } = plainly) {
		if (outcome.state === "reverted" && reverts !== null) await this.markReverted(reverts);
		const kept = wayBack === null ? null : JSON.stringify(wayBack);
		await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome), kept));
	}
	/** Should its run die before it can finish it, the next one does. */
	async noteOutcome(id, outcome, wayBack) {
		const kept = wayBack === null ? null : JSON.stringify(wayBack);
		await this.#run((schema) => noteOutcome(schema, id, JSON.stringify(outcome), kept));
	}
	async markReverted(id) {
		await this.#run((schema) => markReverted(schema, id));
	}
	/** What has changed tables, newest first. */
	async changes() {
		return (await this.#rows(selectChanges)).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			ordinal: Number(row.ordinal),
			commit: textOrNull(row.commit_sha),
			statement: String(row.statement),
			table: String(row.table_name),
			isReverted: row.state === "reverted",
			outcome: JSON.parse(String(row.outcome)),
			wayBack: wayBackIn(row),
			pullRequest: row.pull_request === null ? null : Number(row.pull_request),
			runUrl: textOrNull(row.run_url)
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
	/**
	* For runs that were killed and that nobody goes on with. A run that is alive after all writes its end all the same.
	*
	* @param kept ids of those that left something behind to go on with
	*/
	async closeSilent(kept) {
		try {
			var _usingCtx8 = _usingCtx();
			const session = _usingCtx8.a(await this.#connect());
			await session.run(setLockWait(1));
			await session.run(closeSilent(this.#target.database, kept, silentForMs));
		} catch (_) {
			_usingCtx8.e = _;
		} finally {
			await _usingCtx8.d();
		}
	}
	/**
	* For a migration whose work is removed: its last run, and those before that had yielded.
	*
	* @param isOf whether a run is of that migration
	*/
	async giveUp(isOf) {
		const runs = (await this.runs(mostRunsOfOne)).filter(isOf);
		const ended = runs.findIndex(({ finishedAt, state }) => finishedAt !== null && state !== "yielded");
		for (const { id } of ended < 0 ? runs : runs.slice(0, ended)) {
			await this.#run((schema) => giveUpMigration(schema, id));
			await this.#run((schema) => giveUpBehind(schema, id));
		}
	}
	/**
	* For statements that were queued and never started, or have come to nothing.
	*
	* @param how `yielded` where the next run begins them, `withdrawn` where they are not this run's
	*/
	async leave(ids, how) {
		try {
			var _usingCtx9 = _usingCtx();
			if (ids.length === 0) return;
			const session = _usingCtx9.a(await this.#connect());
			const schema = this.#target.database;
			for (const id of ids) await session.run(how === "withdrawn" ? withdrawMigration(schema, id) : leaveMigration(schema, id, how));
		} catch (_) {
			_usingCtx9.e = _;
		} finally {
			await _usingCtx9.d();
		}
	}
	async #run(statement) {
		try {
			var _usingCtx10 = _usingCtx();
			await _usingCtx10.a(await this.#connect()).run(statement(this.#target.database));
		} catch (_) {
			_usingCtx10.e = _;
		} finally {
			await _usingCtx10.d();
		}
	}
	async #rows(statement) {
		try {
			var _usingCtx11 = _usingCtx();
			const session = _usingCtx11.a(await this.#connect("reading the ledger"));
			return await this.#read(session, statement);
		} catch (_) {
			_usingCtx11.e = _;
		} finally {
			await _usingCtx11.d();
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

export { readCompleted as n, selectUnsaid as r, Ledger as t };