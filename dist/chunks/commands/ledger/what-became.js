import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/ledger/what-became.ts
/**
* What became of a statement whose run has died, for whoever tells of it or goes by it. A foreign key that is there and not checked yet
* is none: the next run drops it.
*
* @param place a replica tells less
*/
async function whatBecame(session, { names, ...sent }, place = "target") {
	const { whatBecameOf, whatReplicaHas } = await import("../../engine/tables/describe-sent.entry.js");
	const { findUncheckedKeys } = await import("../../engine/tables/unchecked-keys.entry.js");
	const { nameTables } = await import("../../engine/tables/table-names.entry.js");
	for (const name of names) if ((await findUncheckedKeys(session, nameTables(name, false))).foreignKeys.length > 0) return "not done";
	return await (place === "replica" ? whatReplicaHas : whatBecameOf)(session, {
		...sent,
		names
	});
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
function unclear({ id, table }) {
	return new GhostshipError("cutover-unconfirmed", `A run died when it had sent its statement on ${table} to the server, and the tables do not tell whether it was carried out.`, {
		hint: `Look at ${table}. If it was: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${id}'. If it was not: UPDATE ghostship_migrations SET sent = NULL WHERE id = '${id}'.`,
		tableState: "unknown"
	});
}

export { unclear as n, whatBecame as r, isAtWork as t };