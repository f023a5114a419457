import { n as __name } from "../../rolldown-runtime.js";
import { t as missingPrivileges } from "../../engine/preflight/privileges.js";
import { l as isServerError, t as _usingCtx } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql/session.js";
import { u as dropTable } from "../../sql/ghost.js";
import { n as selectExisting } from "../../sql/inspect.js";
import { o as sql, r as join, s as tableName } from "../../sql/sql.js";

// src/sql/ledger.ts
const ledgerTable = "ghostship_migrations";
/** `utf8mb4_bin`: paths and names that differ in case alone are different files. */
function createLedger(schema) {
	return sql`CREATE TABLE IF NOT EXISTS ${ledger(schema)} (
    id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    file VARCHAR(700),
    ordinal INT UNSIGNED NOT NULL,
    statement_count INT UNSIGNED NOT NULL,
    statement MEDIUMTEXT NOT NULL,
    statement_digest CHAR(64) CHARACTER SET ascii NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    commit_sha VARCHAR(64),
    pull_request INT UNSIGNED,
    actor VARCHAR(255),
    run_url VARCHAR(1024),
    plan_digest CHAR(64) CHARACTER SET ascii,
    state VARCHAR(32) NOT NULL,
    queued_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    started_at TIMESTAMP(3) NULL,
    live_at TIMESTAMP(3) NULL,
    cutover_at TIMESTAMP(3) NULL,
    finished_at TIMESTAMP(3) NULL,
    cutover_position TEXT,
    outcome MEDIUMTEXT,
    KEY file_ordinal (file, ordinal)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC
    COMMENT='Ghostship: what was applied to this database, when, from where'`;
}
/** One row for every statement of a file that was completed; the newest where one was completed twice. */
function selectCompleted(schema) {
	return sql`SELECT file, ordinal, statement_count, statement_digest, id, DATE_FORMAT(finished_at, '%Y-%m-%d %H:%i:%s') AS finished
    FROM ${ledger(schema)} WHERE state = 'completed' AND file IS NOT NULL ORDER BY finished_at, queued_at`;
}
function insertQueued(schema, row) {
	return sql`INSERT INTO ${ledger(schema)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state)
    VALUES (${row.id}, ${row.file}, ${row.ordinal}, ${row.statementCount}, ${row.statement}, ${row.statementDigest},
      ${row.table}, ${row.commit}, ${row.pullRequest}, ${row.actor}, ${row.runUrl}, ${row.planDigest}, 'queued')`;
}
/** A sign of life; the first one is the start, the first one at the cutover its time. */
function advanceMigration(schema, id, state) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, live_at = CURRENT_TIMESTAMP(3),
      started_at = COALESCE(started_at, CURRENT_TIMESTAMP(3)),
      cutover_at = IF(${state} = 'cutting_over', COALESCE(cutover_at, CURRENT_TIMESTAMP(3)), cutover_at)
    WHERE id = ${id} AND finished_at IS NULL`;
}
/** @param outcome JSON */
function finishMigration(schema, id, state, outcome) {
	return sql`UPDATE ${ledger(schema)} SET state = ${state}, outcome = ${outcome}, live_at = CURRENT_TIMESTAMP(3),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id}`;
}
/** Queued, and never started. */
function abandonMigration(schema, id) {
	return sql`UPDATE ${ledger(schema)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${id} AND state = 'queued'`;
}
/** Retired tables that migrations have left behind, as their outcomes name them. */
function selectOutcomes(schema) {
	return sql`SELECT table_name, outcome FROM ${ledger(schema)} WHERE state = 'completed' AND outcome IS NOT NULL ORDER BY finished_at`;
}
function ledger(schema) {
	return tableName({
		schema,
		name: ledgerTable
	});
}
function countOthers(schema, ids) {
	return sql`SELECT COUNT(*) AS others FROM ${ledger(schema)} WHERE id NOT IN (${join(ids.map((id) => sql`${id}`))})`;
}

// src/commands/ledger/ledger.ts
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
	* @throws GhostshipError `missing-privileges`, all of them at once, before anything is made
	*/
	async create() {
		try {
			var _usingCtx$1 = _usingCtx();
			const session = _usingCtx$1.a(await this.#connect());
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
			finished: String(row.finished)
		}));
	}
	/** Tables that completed migrations have kept, oldest first; they may be gone by now. */
	async retiredTables() {
		return (await this.#rows(selectOutcomes)).flatMap((row) => {
			const { retired } = JSON.parse(String(row.outcome));
			return retired === null ? [] : [{
				table: String(row.table_name),
				retired
			}];
		});
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
	async advance(id, state) {
		await this.#run((schema) => advanceMigration(schema, id, state));
	}
	async finish(id, outcome) {
		await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome)));
	}
	/** For a statement that was queued and never started. */
	async abandon(id) {
		await this.#run((schema) => abandonMigration(schema, id));
	}
	async #run(statement) {
		try {
			var _usingCtx5 = _usingCtx();
			await _usingCtx5.a(await this.#connect()).run(statement(this.#target.database));
		} catch (_) {
			_usingCtx5.e = _;
		} finally {
			await _usingCtx5.d();
		}
	}
	async #rows(statement) {
		try {
			var _usingCtx6 = _usingCtx();
			const session = _usingCtx6.a(await this.#connect("reading the ledger"));
			try {
				return await session.rows(statement(this.#target.database));
			} catch (error) {
				if (isServerError(error, "ER_NO_SUCH_TABLE")) return [];
				throw error;
			}
		} catch (_) {
			_usingCtx6.e = _;
		} finally {
			await _usingCtx6.d();
		}
	}
	#connect(purpose = "keeping the ledger") {
		return connect(this.#target, purpose);
	}
};

export { Ledger as t };