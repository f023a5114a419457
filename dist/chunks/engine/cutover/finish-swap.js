import { r as __name } from "../../rolldown-runtime.js";
import { i as openChangeStream, l as changesLost, n as outwaitLastRun, r as askCharsets } from "../../binlog.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { n as changelogKey } from "../../sql/changelog.js";
import { f as dropTable } from "../../sql/ghost.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as dropOwnForeignKeys } from "../relations/foreign-keys.js";
import { o as openControlConnection, t as Triggers } from "../relations/triggers.js";
import { t as describeWayBack } from "../resume/describe-way-back.js";
import { a as readSwapRecord, i as columnsIn, r as swapUnclear, s as recordSwap, t as lookAtSwap } from "../run/swap-sight.js";
import { a as dropEmptySchemas, h as dropSetAside } from "../tables/ghost.js";
import { s as takeNameLock } from "../tables/name-lock.js";
import { d as retiredLabel } from "../tables/table-names.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/cutover/finish-swap.ts
/** The binlog from the lock to the swap is short. */
const proveWithinMs = 6e4;
/**
* Finishes what a run that died after its swap has left: names of triggers, foreign keys of the retired table, and that table
* itself. It can be interrupted and called again at every point, because the changelog goes last.
*
* @param tell is called with the outcome before anything is changed, so that the ledger has it first
* @returns `null` where the tables were not swapped, or where somebody else is at work on the table
* @throws GhostshipError `rows-differ` where the retired table has changes that the altered table lacks; `cutover-unconfirmed` where
* the tables do not tell whether they were swapped
*/
async function finishSwap(target, changelog, tell, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const control = _usingCtx$1.a(await openControlConnection(target));
		const record = await readSwapRecord(control.session, changelog);
		if (record === null) return null;
		const { names, migrationId } = record;
		if (_usingCtx$1.a(await takeNameLock(control.sessions, names.original).catch((error) => {
			if (error instanceof GhostshipError && error.code === "already-running") return null;
			throw error;
		})) === null) return null;
		const waited = [];
		await outwaitLastRun({
			target,
			session: control.session
		}, changelog, (told) => waited.push(told), signal);
		const sight = await lookAtSwap(control.session, record);
		if (sight.state === "unclear") throw swapUnclear(names, migrationId);
		if (sight.state === "not swapped") return null;
		await recordSwap(control.session, {
			...record,
			isSwapped: true
		});
		const isThere = sight.retired !== "gone" && sight.retired !== "other";
		const lost = isThere ? await countLost(target, control, record, signal) : 0;
		if (lost !== null && lost > 0) throw changesLost(names, lost);
		const isTouched = sight.retired === "changed" || sight.altered === "changed" || sight.altered === "gone";
		const keeps = isThere && (record.keepsRetired || lost === null || isTouched);
		const outcome = {
			...record.outcome,
			retired: keeps ? retiredLabel(record.names) : null,
			resumed: true
		};
		const wayBack = keeps && sight.altered !== "gone" && columnsIn(await readCreateStatement(control.session, names.original)) === record.columns.after ? await describeWayBack(control.session, control.server.flavor, record) : null;
		const swap = {
			migrationId,
			outcome,
			notices: noticesOf(record, lost, sight, keeps),
			wayBack,
			reverts: record.reverts ?? null
		};
		await tell(swap);
		const triggers = new Triggers(names, record.triggers);
		const notices = sight.altered === "gone" ? [] : await (sight.altered === "changed" ? await triggers.thoseOnAltered(control.session) : triggers).giveNames(control.sessions, signal);
		if (isThere) await dropOwnForeignKeys(control.session, names.retired);
		if (isThere && !keeps) await control.session.run(dropTable(names.retired));
		await dropSetAside(control.session, names, null);
		await dropEmptySchemas(control.session, names);
		await control.session.run(dropTable(names.changelog));
		return {
			...swap,
			notices: [
				...waited,
				...swap.notices,
				...notices
			]
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Changes that only the retired table has; `null` where the binlog cannot tell any more. */
async function countLost(target, { server, session }, record, signal) {
	if (record.sealedAt === null) return null;
	const { original, ghost, changelog } = record.names;
	const watched = {
		original: {
			table: original,
			key: record.key,
			width: record.width
		},
		changelog: {
			table: changelog,
			key: changelogKey,
			width: 5
		},
		ghost,
		nameCase: server.nameCase,
		marksAfter: 0,
		preparedBefore: "ended",
		isUnlogged: false
	};
	const limited = AbortSignal.any([signal, AbortSignal.timeout(proveWithinMs)]);
	try {
		try {
			var _usingCtx3 = _usingCtx();
			const from = record.sealedAt;
			return await _usingCtx3.a(await openChangeStream(target, from, watched, await askCharsets(session), limited)).changesAtSwap(limited);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		if (signal.aborted) throw error;
		return null;
	}
}
function noticesOf(record, lost, sight, keeps) {
	const { original, retired } = record.names;
	const label = retiredLabel(record.names);
	const isKeptForTouch = keeps && !record.keepsRetired && lost !== null;
	return [
		`The tables were swapped by a run that died before it could say so. What it had left to do for ${original.name} is done now.`,
		...lost === null ? [`The binary log could not be read up to the swap, so ${label}, the table as it was before, is kept.`] : [],
		...sight.altered === "gone" ? [`Somebody has renamed or dropped ${original.name} since.`] : [],
		...sight.altered === "changed" || sight.altered === "altered in place" ? [`Somebody has altered or replaced ${original.name} since. It is left as it is.`] : [],
		...sight.retired === "changed" ? [`Somebody has altered or replaced ${label} since.`] : [],
		...sight.retired === "other" ? [`${retired.name} is not known to be the table as it was before, and is left as it is.`] : [],
		...isKeptForTouch ? [`So ${label}, the table as it was before, is kept.`] : []
	];
}

export { finishSwap };