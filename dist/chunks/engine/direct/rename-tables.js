import { r as __name } from "../../rolldown-runtime.js";
import { t as askServer } from "../../mysql/server.js";
import { a as isDenied, f as isPassing, n as ServerError, r as deniedHint, t as ConnectionLost } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql/session.js";
import { c as renameAll, s as checkRenames } from "../../commands/statements/creation-of.js";
import { a as ordinary } from "../../sql/session-settings.js";
import { r as tryUntilGivenUp } from "../../support/back-off.js";
import { a as wholeSeconds } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { a as refuseYielded, s as refuseUses, u as usesOfRenaming } from "../resume/kept-work.js";
import { p as refuseTarget } from "../preflight/privileges.js";
import { i as settleSent, r as sentRenames } from "../tables/describe-sent.js";
import { a as requireNameLock } from "../tables/name-lock.js";
import { i as lockName } from "../tables/table-names.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/direct/rename-tables.ts
/**
* The server gives the tables their new names, all at once or none, waiting for their locks no longer than the budget at a time.
* Nobody waits behind it between two attempts.
*
* @returns whether any table has another name now
* @throws GhostshipError `already-running`, `cutover-gave-up`, `cutover-unconfirmed`, `missing-privileges`,
*   `invalid-statement` with the server's words, and what {@link checkRenames} throws
*/
async function renameTables(renaming, target, lockBudgetMs, noteSent, signal) {
	return await tryUntilGivenUp(async () => {
		const came = await attempt(renaming, target, lockBudgetMs, noteSent);
		return came === "in the way" ? null : came;
	}, (attempts) => gaveUp(renaming, attempts), signal) === "renamed";
}
async function attempt(renaming, target, lockBudgetMs, noteSent) {
	try {
		var _usingCtx$1 = _usingCtx();
		const settings = {
			...ordinary,
			lockWaitSeconds: wholeSeconds(lockBudgetMs)
		};
		const session = _usingCtx$1.a(await connect(target, "renaming tables", settings));
		let sent = null;
		try {
			const server = await askServer(session);
			refuseTarget(server);
			await refuseUses(session, server, usesOfRenamings(renaming));
			await takeNameLocks(session, renaming);
			const { renames } = await checkRenames(session, renaming);
			if (renames.length === 0) return "nothing to rename";
			for (const { from } of renames) await refuseYielded(session, from);
			sent = await sentRenames(target, session, renames);
			await noteSent(sent);
			await session.run(renameAll(renames));
			return "renamed";
		} catch (error) {
			if (error instanceof ConnectionLost && sent !== null) return await wereRenamed(target, session, sent, error) ? "renamed" : "in the way";
			if (isPassing(error)) return "in the way";
			throw error instanceof ServerError ? refused(error) : error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function usesOfRenamings({ renames }) {
	return renames.flatMap(({ from, to }) => usesOfRenaming(from, to));
}
/** The locks that migrations of these tables would hold, in one order for everybody; they go with the session. */
async function takeNameLocks(session, { renames }) {
	const tables = new Map(renames.flatMap(({ from, to }) => [from, to]).map((table) => [lockName(table), table]));
	for (const [, table] of [...tables].toSorted(([one], [other]) => one < other ? -1 : 1)) await requireNameLock(session, table);
}
/** @returns whether the tables have their new names */
async function wereRenamed(target, lost, sent, cause) {
	const state = await settleSent(target, lost, sent);
	if (state === "unclear") throw unconfirmed(cause);
	return state === "done";
}
function refused(error) {
	const denied = isDenied(error);
	return new GhostshipError(denied ? "missing-privileges" : "invalid-statement", `The server refused to rename: ${error.message}`, {
		hint: denied ? deniedHint : "Correct the statement; no table was renamed.",
		cause: error
	});
}
function gaveUp({ renames }, attempts) {
	const names = renames.map(({ from }) => from.name).join(", ");
	return new GhostshipError("cutover-gave-up", `${names} was in use at each of ${attempts} attempts to rename it.`, { hint: "Look for the transaction that keeps it open, then run this again; or give a larger lock-budget." });
}
function unconfirmed(cause) {
	return new GhostshipError("cutover-unconfirmed", "The connection broke while the server renamed tables, and the tables do not tell whether it did.", {
		hint: "Look which table has which name before anything else is run.",
		tableState: "unknown",
		cause
	});
}

export { usesOfRenamings as n, renameTables as t };