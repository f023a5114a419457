import { r as __name } from "../../rolldown-runtime.js";
import { _ as getLock, b as releaseLock, v as isUsedLock } from "../../sql/ghost.js";
import { t as GhostshipError } from "../../support/errors.js";
import { i as lockName } from "./table-names.js";

// src/engine/tables/name-lock.ts
/** @throws GhostshipError `already-running` */
async function takeNameLock(sessions, original) {
	const session = await sessions.open("holding the name lock");
	try {
		await requireNameLock(session, original);
	} catch (error) {
		await session[Symbol.asyncDispose]();
		throw error;
	}
	return {
		confirm: () => confirm(session, original),
		isTakenOver: async (asking) => {
			const holder = await nameLockHolder(asking, original);
			return holder !== null && holder !== session.id;
		},
		[Symbol.asyncDispose]: () => session[Symbol.asyncDispose]()
	};
}
/**
* The session has the lock until it ends.
*
* @throws GhostshipError `already-running`
*/
async function requireNameLock(session, original) {
	if (!await askNameLock(session, original)) throw isRunning(original);
}
/**
* The same for who does not want the lock.
*
* @throws GhostshipError `already-running`
*/
async function refuseRunning(session, original) {
	if (await nameLockHolder(session, original) !== null) throw isRunning(original);
}
/** The connection that has the lock now. */
async function nameLockHolder(session, original) {
	const [row] = await session.rows(isUsedLock(lockName(original)));
	return row?.holder == null ? null : Number(row.holder);
}
function isRunning(original) {
	return new GhostshipError("already-running", `Another migration of ${original.name} is running on this server.`, { hint: "Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`." });
}
/** @returns whether the session has the lock now; it has it until it ends */
function askNameLock(session, original) {
	return takeLock(session, original, 2);
}
/**
* The lock of a name, whatever has it.
*
* @param seconds for which it is waited for
* @returns whether the session has it now
*/
async function takeLock(session, name, seconds) {
	const [row] = await session.rows(getLock(lockName(name), seconds));
	return Number(row?.taken) === 1;
}
/** Gives one of {@link takeLock} back before the session ends. */
async function giveLockBack(session, name) {
	await session.rows(releaseLock(lockName(name)));
}
/**
* The server gives the lock of a connection back some time after the connection has ended: 3 of 600 sessions that asked at once
* did not get it, on an idle server.
*/
const endedSeconds = 2;
async function confirm(session, original) {
	if (await nameLockHolder(session, original).catch(() => null) === session.id) return;
	throw new GhostshipError("lock-lost", `The lock that prevents a second migration of ${original.name} is gone, because its connection broke.`, { hint: "Look for what kills idle connections (timeouts, a proxy), then run the migration again." });
}

export { requireNameLock as a, refuseRunning as i, giveLockBack as n, takeLock as o, nameLockHolder as r, takeNameLock as s, askNameLock as t };