import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { t as connect } from "../../mysql2.js";
import { n as labelOf } from "../statements/file-statement.js";
import { t as endConnection } from "../../mysql/end-connection.js";
import { r as serverOf } from "../../mysql/same-server.js";
import { _ as isUsedLock } from "../../sql/ghost.js";
import { t as nowMs } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { l as notStarted } from "../migrate/run-outcome.js";
import { n as readUnconfirmed, t as clearSent } from "./sent-statements.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { t as databasesOf } from "./places.js";

// src/commands/ledger/finish-statements.ts
/**
* Finds out what became of statements that the server carries out by itself, and whose run died before it could say so. Those that
* are done are written to the ledger; the others are run as ever.
*
* @param isMeant whether it is to be asked after, by the label of its table
* @throws GhostshipError `cutover-unconfirmed` where the tables do not tell
*/
async function finishStatements(target, isMeant, ledger) {
	try {
		var _usingCtx$2 = _usingCtx();
		const finished = [];
		const found = (await readUnconfirmed(target)).filter(({ table }) => isMeant(table));
		if (found.length === 0) return finished;
		const session = _usingCtx$2.a(await connect(target, "asking what became of a statement"));
		const { whatBecameOf } = await import("../../engine/tables/describe-sent.entry.js");
		for (const one of found) {
			if (await isAtWork(session, one.sent)) continue;
			await outwait(target, session, one);
			const state = await whatBecameOf(session, one.sent);
			if (state === "unclear") throw unclear(one);
			if (state === "not done") await clearSent(target, one.id);
			else finished.push(await finish(one, session, ledger));
		}
		return finished;
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Another connection than that of the statement holds the name lock: whoever has sent it is alive. */
async function isAtWork(session, { names, connection }) {
	const { lockName } = await import("../../engine/tables/table-names.entry.js");
	for (const name of names) {
		const [lock] = await session.rows(isUsedLock(lockName(name)));
		const holder = lock?.holder ?? null;
		if (holder !== null && Number(holder) !== connection) return true;
	}
	return false;
}
/** The server goes on with a statement whose client is gone. */
async function outwait(target, session, { sent, silentMs }) {
	if (sent.server !== null && sent.server !== serverOf(target)) return;
	await endConnection(session, {
		id: sent.connection,
		openedAtMs: nowMs() - silentMs
	}, "when idle");
}
async function finish({ id, file, statement, table, sent }, session, ledger) {
	if (sent.retired !== null) {
		const { dropOwnForeignKeys } = await import("../../engine/relations/foreign-keys.entry.js");
		await dropOwnForeignKeys(session, sent.retired);
	}
	const outcome = {
		...notStarted({
			file,
			text: statement
		}, table),
		state: "completed",
		tableState: "changed",
		algorithm: sent.algorithm,
		retired: sent.retired?.name ?? null,
		resumed: true
	};
	await ledger.finish(id, outcome);
	return {
		migrationId: id,
		outcome,
		notices: [`The server had carried out the statement on ${table} when its run died. It is not sent again.`],
		wayBack: null,
		reverts: null
	};
}
function unclear({ id, table }) {
	return new GhostshipError("cutover-unconfirmed", `A run died when it had sent its statement on ${table} to the server, and the tables do not tell whether it was carried out.`, {
		hint: `Look at ${table}. If it was: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${id}'. If it was not: UPDATE ghostship_migrations SET sent = NULL WHERE id = '${id}'.`,
		tableState: "unknown"
	});
}

// src/commands/ledger/finish-swaps.ts
/**
* Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger. Those
* that died once all was done are closed there. So it is with statements that the server carries out by itself.
*
* @param isMeant whether it is to be finished, by the label of its table
*/
async function finishSwaps(target, isMeant, settings, ledger, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "looking for swaps that are not finished"));
		const finished = [];
		const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
		await ledger.closeSilent(found.map(({ migration }) => migration.migrationId)).catch(() => void 0);
		for (const { original, migration } of found) {
			const label = labelOf(original.schema, original.name, target.database);
			if (!migration.mayBeSwapped || !isMeant(label)) continue;
			const { finishSwap } = await import("../../engine/cutover/finish-swap.js");
			const changelog = {
				schema: original.schema,
				name: migration.changelog
			};
			const swap = await finishSwap({
				...target,
				database: original.schema
			}, changelog, ({ migrationId, outcome, wayBack, reverts }) => ledger.finish(migrationId, {
				...outcome,
				table: label
			}, {
				wayBack,
				reverts
			}), signal);
			if (swap !== null) finished.push({
				...swap,
				outcome: {
					...swap.outcome,
					table: label
				}
			});
		}
		finished.push(...await finishStatements(target, isMeant, ledger));
		return finished;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { finishSwaps as t };