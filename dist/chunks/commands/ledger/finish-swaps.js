import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { t as connect } from "../../mysql/session.js";
import { r as labelOf } from "../statements/file-statement.js";
import { n as endConnection } from "../../mysql/end-connection.js";
import { i as serverOf } from "../../mysql/same-server.js";
import { t as askServer } from "../../mysql/server.js";
import { t as nowMs } from "../../support/clock.js";
import { a as sentence, r as messageOf } from "../../support/errors.js";
import { t as notStarted } from "../statements/not-started.js";
import { n as readUnconfirmed, t as clearSent } from "./sent-statements.js";
import { n as unclear, r as whatBecame, t as isAtWork } from "./what-became.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { r as selectUnsaid } from "./ledger.js";
import { n as tablesMeant, t as databasesOf } from "./places.js";

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
		var _usingCtx$3 = _usingCtx();
		const finished = [];
		const found = (await readUnconfirmed(target)).filter(({ table }) => isMeant(table));
		if (found.length === 0) return finished;
		const session = _usingCtx$3.a(await connect(target, "asking what became of a statement"));
		for (const one of found) {
			if (await isAtWork(session, one.sent) && !await comesFree(session, one.sent.names)) continue;
			await outwait(target, session, one);
			const state = await whatBecame(session, one.sent);
			if (state === "unclear") throw unclear(one);
			if (state === "not done") await clearSent(target, one.id);
			else finished.push(await finish(one, session, ledger));
		}
		return finished;
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/**
* The server gives the locks of a run that has died just now back some time after its end.
*
* @param session has those that are free until it ends
*/
async function comesFree(session, names) {
	const { askNameLock } = await import("../../engine/tables/name-lock.entry.js");
	for (const name of names) if (!await askNameLock(session, name)) return false;
	return true;
}
/** The server goes on with a statement whose client is gone. */
async function outwait(target, session, { sent, silentMs }) {
	if (sent.server !== null && sent.server !== serverOf(target)) return;
	await endConnection(session, {
		id: sent.connection,
		openedAtMs: nowMs() - silentMs
	}, "when idle");
}
async function finish(one, session, ledger) {
	const { id, file, statement, table, sent } = one;
	if (sent.retired !== null) {
		const { releaseNames } = await import("../../engine/relations/foreign-keys.entry.js");
		await releaseNames(session, sent.retired, (await askServer(session)).flavor);
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
	const notices = [`The server had carried out the statement on ${table} when its run died. It is not sent again.`, ...await dropLeft(one, session)];
	await ledger.finish(id, outcome);
	return {
		migrationId: id,
		outcome,
		notices,
		wayBack: null,
		reverts: null
	};
}
/**
* Drops the tables in which its run had tried the statement.
*
* @returns notices for a person
*/
async function dropLeft({ id, sent }, session) {
	const { readStatusRow } = await import("../../engine/run/status-row.entry.js");
	const { dropOwn, readComments } = await import("../../engine/tables/ghost.entry.js");
	const { askNameLock } = await import("../../engine/tables/name-lock.entry.js");
	const { nameTables } = await import("../../engine/tables/table-names.entry.js");
	const notices = [];
	for (const { schema, name } of sent.names) {
		const [beside, apart] = [nameTables({
			schema,
			name
		}, false), nameTables({
			schema,
			name
		}, true)];
		try {
			if ((await readStatusRow(session, beside.changelog))?.status.migrationId !== id) continue;
			if (!await askNameLock(session, beside.original)) continue;
			await dropOwn(session, (await readComments(session, [apart.ghost])).size > 0 ? apart : beside);
		} catch (error) {
			notices.push(`What its run had made beside ${name} could not be dropped: ${sentence(messageOf(error))} \`ghostship cleanup\` drops it.`);
		}
	}
	return notices;
}

// src/commands/ledger/finish-unsaid.ts
/**
* Closes what runs have done that died before they could say so. Nothing else tells of it: what they had made is tidied up.
*
* @param isMeant whether it is to be closed, by the label of its table
* @param open ids of migrations that have not tidied up
*/
async function finishUnsaid(session, target, isMeant, open, ledger) {
	try {
		var _usingCtx$2 = _usingCtx();
		const finished = [];
		const rows = await readIfThere(session, selectUnsaid(target.database)) ?? [];
		if (rows.length === 0) return finished;
		const asking = _usingCtx$2.a(await connect(target, "asking whether a run is gone"));
		for (const row of rows) {
			const [migrationId, label] = [String(row.id), String(row.table_name)];
			if (!isMeant(label) || open.includes(migrationId)) continue;
			if (!await comesFree(asking, tablesMeant(label, target))) continue;
			const outcome = {
				...JSON.parse(String(row.outcome)),
				resumed: true
			};
			await ledger.finish(migrationId, outcome);
			finished.push({
				migrationId,
				outcome,
				notices: ["A run has completed this, and died before it could say so."],
				wayBack: null,
				reverts: null
			});
		}
		return finished;
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
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
		const open = found.map(({ migration }) => migration.migrationId);
		finished.push(...await finishUnsaid(session, target, isMeant, open, ledger));
		await ledger.closeSilent(open).catch(() => void 0);
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