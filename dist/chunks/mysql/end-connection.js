import { r as __name } from "../rolldown-runtime.js";
import { r as killConnection } from "../sql/cutover.js";
import { A as showStatus } from "../sql/inspect.js";
import { i as sleepUncancelled, t as nowMs } from "../support/clock.js";
import { t as findProcess } from "./find-process.js";
import { i as patience } from "./patience.js";
import { m as isServerError } from "./server-errors.js";
import { t as _usingCtx } from "../usingCtx.js";

// src/mysql/end-connection.ts
const lookEveryMs = 20;
const askAgainMs = 200;
/** The server counts its age in whole seconds. */
const roundingMs = 2e3;
/**
* Ends a connection of ours on the server. Once it is gone, nothing that was sent on it is carried out any more: until then a
* statement may still be on its way there.
*
* @param withinMs how long it may take
* @param ending `now`, or `when idle`: a statement at work is let finish
* @throws ServerError, ConnectionLost, Error where it does not end
*/
async function endConnection(session, ended, ending, withinMs = patience().settleMs) {
	for (let since = nowMs();;) {
		if (await hasRestartedSince(session, ended.openedAtMs)) return;
		const process = await findProcess(session, ended.id);
		if (process === null) return;
		if (ending === "when idle" && process.statement !== "") since = nowMs();
		else await kill(session, ended.id);
		if (nowMs() - since > withinMs) throw new Error(`Connection ${ended.id} does not end`);
		await sleepUncancelled(lookEveryMs);
	}
}
/**
* What became of a statement whose answer was lost: its connection is ended first, and as long as the server cannot be asked it is
* asked once more.
*
* @param open a connection to ask on
* @param giveUp throws, or answers, when nobody can tell
*/
async function askAfterLoss(open, lost, ending, ask, giveUp) {
	for (const until = nowMs() + patience().settleMs;;) {
		try {
			try {
				var _usingCtx$1 = _usingCtx();
				const session = _usingCtx$1.a(await open());
				await endConnection(session, lost, ending);
				return await ask(session);
			} catch (_) {
				_usingCtx$1.e = _;
			} finally {
				await _usingCtx$1.d();
			}
		} catch (error) {
			if (nowMs() > until) return giveUp(error);
		}
		await sleepUncancelled(askAgainMs);
	}
}
/** @param momentMs on the clock of `nowMs` */
async function hasRestartedSince(session, momentMs) {
	const [row] = await session.rows(showStatus("Uptime"));
	return Number(row?.Value ?? 0) * 1e3 + roundingMs < nowMs() - momentMs;
}
/** It may be gone already. */
async function kill(session, id) {
	await session.run(killConnection(id)).catch((error) => {
		if (!isServerError(error, "ER_NO_SUCH_THREAD")) throw error;
	});
}

export { kill as i, endConnection as n, hasRestartedSince as r, askAfterLoss as t };