import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations, t as deadAfterMs } from "../../engine/run/control.js";
import { i as kill, r as hasRestartedSince } from "../../mysql/end-connection.js";
import { r as sleep, t as nowMs } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { r as nameLockHolder } from "../../engine/tables/name-lock.js";
import { t as connectionsOn } from "../../engine/run/status-row.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { r as labelOf } from "../statements/file-statement.js";
import { t as databasesOf } from "./places.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/run/take-over.ts
const endsWithinMs = 6e4;
const lookEveryMs = 100;
/**
* Ends the connections of a migration whose process is gone, whatever they were for, so that the server gives its locks back.
*
* The numbers in the changelog are its own as long as one of them holds the name lock: a server gives no number twice while it
* runs. Those from before a restart may be anybody's.
*
* @param label how people are told of the table
* @throws GhostshipError `already-running` where the process lives, or the lock is somebody else's
*/
async function endDeadOwner({ target, session }, { original, migration }, label, signal) {
	const { holder, silentMs, ageMs } = migration;
	const connections = connectionsOn(target, migration);
	if (holder === null) return;
	if (silentMs < 3e4) throw stillAlive(label, silentMs);
	if (!(connections.includes(holder) && !await hasRestartedSince(session, nowMs() - ageMs))) throw heldByAnother(label, holder);
	for (const id of [...connections.filter((other) => other !== holder), holder]) await kill(session, id);
	for (const until = nowMs() + endsWithinMs;;) {
		if (await nameLockHolder(session, original) !== holder) return;
		if (nowMs() > until) throw notEnded(label);
		await sleep(lookEveryMs, signal);
	}
}
function stillAlive(table, silentMs) {
	const seconds = Math.round(silentMs / 1e3);
	return new GhostshipError("already-running", `The migration of ${table} cannot be taken over: its last sign of life was ${seconds} s ago.`, { hint: `Stop it with \`ghostship abort\`. It can be taken over once it has been silent for ${deadAfterMs / 1e3} s.` });
}
/** Such a connection may be of a run that has just begun, of somebody else, or on a server that was restarted. */
function heldByAnother(table, holder) {
	return new GhostshipError("already-running", `The migration of ${table} cannot be taken over: connection ${holder} holds its lock, and the migration has not noted it as one of its own. It was not ended.`, { hint: `SHOW PROCESSLIST shows whose it is. End it there, then run this again.` });
}
function notEnded(table) {
	return new GhostshipError("already-running", `The connections of the migration of ${table} were killed, and one of them still holds its lock after ${endsWithinMs / 1e3} s.`, { hint: "The server is undoing what it did. Run this again when SHOW PROCESSLIST shows it no more." });
}

// src/commands/ledger/take-over.ts
/**
* Ends the connections of migrations whose process is gone without a farewell. The server would end them after two minutes.
*
* @param tables of which migrations, as people are told of them; `null` for all
* @throws GhostshipError `already-running` where one of them lives
*/
async function takeOver(target, tables, settings, ledger, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "taking a migration over"));
		const nameCase = await askNameCase(session);
		for (const found of await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)))) {
			const label = labelOf(found.original.schema, found.original.name, target.database);
			if ((tables === null || tables.some((table) => nameCase.same(table, label))) && found.migration.alive) await endDeadOwner({
				target,
				session
			}, found, label, signal);
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { takeOver as t };