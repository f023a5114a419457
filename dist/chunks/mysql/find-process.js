import { r as __name } from "../rolldown-runtime.js";
import { _ as showProcesses } from "../sql/cutover.js";

// src/mysql/find-process.ts
/** `null` where there is no such connection, or none that this user may see. */
async function findProcess(session, connectionId) {
	const row = (await session.rows(showProcesses)).find(({ Id }) => Number(Id) === connectionId);
	if (row === void 0) return null;
	const percent = Number(row.Progress ?? 0);
	return {
		state: String(row.State ?? ""),
		seconds: Number(row.Time ?? 0),
		statement: String(row.Info ?? ""),
		share: percent > 0 ? percent / 100 : null
	};
}
function waitsForTable({ state }) {
	return /^waiting for table metadata lock/iu.test(state);
}
/** True while some connection that this user may see is in a state like this. */
async function isAnyIn(session, state) {
	return (await session.rows(showProcesses)).some(({ State }) => state.test(String(State ?? "")));
}

export { isAnyIn as n, waitsForTable as r, findProcess as t };