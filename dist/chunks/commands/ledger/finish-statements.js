import { r as __name } from "../../rolldown-runtime.js";
import { t as endConnection } from "../../mysql/end-connection.js";
import { s as serverOf, t as connect } from "../../mysql/session.js";
import { t as askServer } from "../../mysql/server.js";
import { t as nowMs } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as notStarted } from "../statements/not-started.js";
import { n as readUnconfirmed, t as clearSent } from "./sent-statements.js";
import { t as _usingCtx } from "../../usingCtx.js";

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
		var _usingCtx$1 = _usingCtx();
		const finished = [];
		const found = (await readUnconfirmed(target)).filter(({ table }) => isMeant(table));
		if (found.length === 0) return finished;
		const session = _usingCtx$1.a(await connect(target, "asking what became of a statement"));
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
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Another connection than that of the statement holds the name lock: whoever has sent it is alive. */
async function isAtWork(session, { names, connection }) {
	const { nameLockHolder } = await import("../../engine/tables/name-lock.entry.js");
	for (const name of names) {
		const holder = await nameLockHolder(session, name);
		if (holder !== null && holder !== connection) return true;
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

export { isAtWork as n, unclear as r, finishStatements as t };