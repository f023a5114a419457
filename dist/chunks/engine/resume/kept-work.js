import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { A as showStatus, k as showStarts, r as selectClock } from "../../sql/inspect.js";
import { r as refuseAll } from "../preflight/refusals.js";
import { a as missingUses } from "../preflight/privileges.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { n as readStatusRow } from "../run/status-row.js";
import { r as inspectTable } from "../../mysql/inspect-table.js";
import { w as selectAnyRow } from "../../sql/ghost.js";
import { i as inTerminal } from "../../support/command-words.js";
import { t as digest } from "../../support/digest.js";
import { c as nameTables } from "../tables/table-names.js";
import { c as dropOwn, m as refuseWaitingRevert } from "../tables/ghost.js";
import { t as controlStateOf } from "../run/control-state.js";
import { t as Fingerprint } from "../tables/fingerprint.js";
import { i as ghostDigest, n as definitionDigest, o as readCheckpoint } from "./checkpoint.js";
import { t as addsForeignKeys } from "../preflight/foreign-keys.js";
import { isDeepStrictEqual } from "node:util";

// src/engine/preflight/table-uses.ts
/** See the MySQL manual, "CREATE TABLE Statement". */
function usesOfCreating(table, replaces, like, parents) {
	return [
		{
			table,
			privileges: replaces ? ["CREATE", "DROP"] : ["CREATE"]
		},
		...like === null ? [] : [{
			table: like,
			privileges: ["SELECT"]
		}],
		...usesOfReferring(parents)
	];
}
/** See the MySQL manual, "RENAME TABLE Statement". */
function usesOfRenaming(from, to) {
	return [{
		table: from,
		privileges: ["ALTER", "DROP"]
	}, {
		table: to,
		privileges: ["CREATE", "INSERT"]
	}];
}
/** Besides what every migration needs. */
function usesOfAltering(alter, table, server) {
	if (!addsForeignKeys(alter, server)) return [];
	return usesOfReferring(alter.references.map(({ schema, name }) => ({
		schema: schema ?? table.schema,
		name
	})));
}
/** @param parents also the table itself, where it refers to itself */
function usesOfReferring(parents) {
	return parents.map((table) => ({
		table,
		privileges: ["REFERENCES"]
	}));
}
/** @throws GhostshipError `missing-privileges` with all that the user lacks, as far as SHOW GRANTS tells */
async function refuseUses(session, { flavor }, uses) {
	refuseAll(await missingUses(session, flavor === "mysql" ? uses : uses.map(withoutReferring)));
}
/** MariaDB does not ask for it (MariaDB documentation, "GRANT": REFERENCES is unused). */
function withoutReferring({ table, privileges }) {
	return {
		table,
		privileges: privileges.filter((name) => name !== "REFERENCES")
	};
}

// src/mysql/unlogged-replication.ts
/** Com_replica_start, Com_slave_start, Com_start_all_slaves, Com_group_replication_start: versions and servers differ. */
const startsReplication = /^Com_(?:.*(?:replica|slave|replication)_start|start_.*(?:replica|slave)s?)$/iu;
/**
* How often the server has begun to replicate since it was started, where it does not write to its own binary log what it applies.
* 0 where it does: then nothing is missing.
*/
async function countUnloggedReplications(session, { variables }) {
	const logs = variables.log_replica_updates ?? variables.log_slave_updates ?? "";
	if (/^(?:on|1)$/iu.test(logs)) return 0;
	return (await session.rows(showStarts)).filter(({ Variable_name: name }) => startsReplication.test(String(name))).reduce((sum, { Value: value }) => sum + Number(value), 0);
}

// src/engine/resume/kept-work.ts
/**
* Looks whether the work of another run fits what this one is about to do. Only the holder of the name lock may ask. What does
* not fit is said, and dropped where its names are others.
*
* @throws GhostshipError `already-running` where another statement, or another version, waits to be resumed
*/
async function findKeptWork(context) {
	const { control, fingerprint, names, recorder, request, forward } = context;
	const { session, server, sessions } = control;
	const found = await readCheckpoint(session, names.changelog);
	if (found === null) return forward === null && await hasRows(session, names.ghost) ? notKept(recorder, "it has left no checkpoint") : null;
	const status = (await readStatusRow(session, names.changelog))?.status ?? null;
	const hasYielded = status?.progress.state === "yielded";
	if (typeof found === "string") {
		if (hasYielded) throw unreadable(names, found);
		return notKept(recorder, found);
	}
	const { checkpoint } = found;
	const isSame = checkpoint.statementDigest === digest(request.statement);
	if (!isSame && hasYielded) {
		await refuseWaitingRevert(session, names);
		throw otherHasYielded(names);
	}
	const ghost = await inspectTable(session, checkpoint.names.ghost);
	const reason = isSame ? whyItDoesNotFit(checkpoint, context, ghost) : "its statement was another one";
	if (reason === null && ghost !== null) {
		const { id } = await Fingerprint.take(session, ghost.table, ghost.createStatement, server.flavor);
		if (status !== null) recorder.control = controlStateOf(status);
		recorder.keepsChunks = checkpoint.watermark !== null;
		return {
			...found,
			doubt: await findDoubt(checkpoint, fingerprint.id, id, session, server)
		};
	}
	if (forward !== null) throw cannotGoOn(names, reason ?? "");
	if (!isDeepStrictEqual(checkpoint.names.ghost, names.ghost)) try {
		var _usingCtx$1 = _usingCtx();
		const dropping = _usingCtx$1.a(await sessions.open("dropping the ghost of the last run"));
		await dropOwn(dropping, checkpoint.names);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
	return notKept(recorder, reason ?? "");
}
async function hasRows(session, ghost) {
	return (await readIfThere(session, selectAnyRow(ghost)) ?? []).length > 0;
}
/**
* For who does not go on with it.
*
* @throws GhostshipError `already-running` where another statement, or another version, waits to be resumed
*/
async function refuseOtherYielded(session, names, statement) {
	const found = await readCheckpoint(session, names.changelog);
	if (found === null) return;
	if ((await readStatusRow(session, names.changelog))?.status.progress.state !== "yielded") return;
	if (typeof found === "string") throw unreadable(names, found);
	if (found.checkpoint.statementDigest !== digest(statement)) throw otherHasYielded(names);
}
/**
* For who takes the table away, or gives it another name.
*
* @throws GhostshipError `already-running` where a migration of the table, or its revert, waits to be resumed
*/
async function refuseYielded(session, table) {
	const names = nameTables(table, false);
	if ((await readStatusRow(session, names.changelog))?.status.progress.state !== "yielded") return;
	await refuseWaitingRevert(session, names);
	throw otherHasYielded(names);
}
function notKept(recorder, reason) {
	recorder.notice(`What the last run has copied cannot be used: ${reason}. The migration starts afresh.`);
	return null;
}
function cannotGoOn({ original: { name } }, reason) {
	return new GhostshipError("already-running", `A revert of ${name} is not finished, and cannot be resumed: ${reason}.`, { hint: `End it with ${inTerminal("abort", name)}: the retired table gets its name back. Then look what has become of the tables.` });
}
function otherHasYielded({ original }) {
	return new GhostshipError("already-running", `A migration of ${original.name} with another statement has yielded, and waits to be resumed.`, { hint: "Remove what it has copied with `ghostship abort`, or run that statement again to go on with it." });
}
function unreadable({ original }, reason) {
	return new GhostshipError("already-running", `A migration of ${original.name} has yielded, and this version of Ghostship cannot go on with it: ${reason}.`, { hint: "Go on with the version that began it, or remove what it has copied with `ghostship abort`." });
}
function whyItDoesNotFit(checkpoint, { original, names, control: { server } }, ghost) {
	if (!isDeepStrictEqual(checkpoint.names, JSON.parse(JSON.stringify(names)))) return "its options were others";
	if (definitionDigest(original.createStatement) !== checkpoint.original.definitionDigest) {
		const { timeZone = server.timeZone } = checkpoint;
		if (timeZone !== server.timeZone) return `the server’s time zone was ${timeZone} then, and is ${server.timeZone} now`;
		return "the table was altered since";
	}
	if (ghost === null) return "its ghost table is gone";
	if (ghostDigest(ghost.createStatement, passingIndexes(checkpoint)) !== checkpoint.ghost.definitionDigest) return "its ghost table was altered since";
	return null;
}
/** Indexes of the ghost that may be there or not. */
function passingIndexes({ deferred, keyIndex }) {
	return [...deferred.map(({ name }) => name), ...keyIndex === null ? [] : [keyIndex]];
}
async function findDoubt(checkpoint, originalId, ghostId, session, server) {
	const lacksAll = (reason) => ({
		lacks: "all",
		reason
	});
	if (originalId !== checkpoint.original.id) return lacksAll("the table was rebuilt since, or this is another server");
	if (ghostId !== checkpoint.ghost.id) return lacksAll("the ghost table was rebuilt since, or this is another server");
	const moment = checkpoint.isBeforeSwap === true ? "the swap" : "the last run";
	const startedAt = await readServerStart(session);
	const isKnown = startedAt !== 0 && checkpoint.serverStartedAt !== 0;
	if (isKnown && Math.abs(startedAt - checkpoint.serverStartedAt) <= roundingSeconds) {
		const { unloggedReplications = 0 } = checkpoint;
		if (await countUnloggedReplications(session, server.facts) === unloggedReplications) return null;
		return {
			lacks: "unlogged",
			reason: `The server has replicated since ${moment}, and its binary log lacks what it has applied`
		};
	}
	const restarted = isKnown ? "was restarted" : "may have been restarted";
	const [syncsBinlog, syncsLog] = [await server.variable("sync_binlog"), await server.variable("innodb_flush_log_at_trx_commit")];
	if (syncsBinlog !== "1" || syncsLog !== "1") return lacksAll(`the server ${restarted} since, and does not write each commit to disk at once`);
	return {
		lacks: "unlogged",
		reason: `The server ${restarted} since ${moment}, and may have run without its binary log for a while`
	};
}
/** The server counts its age in whole seconds, and clocks are set. */
const roundingSeconds = 3;
/**
* In seconds since 1970, by the server's clock. 0 where the server is so young that its next start could not be told from this one:
* then whoever goes on takes it for another.
*/
async function readServerStart(session) {
	const [clock] = await session.rows(selectClock);
	const [uptime] = await session.rows(showStatus("Uptime"));
	const ageSeconds = Number(uptime?.Value ?? 0);
	return ageSeconds <= 4 ? 0 : Number(clock?.now_seconds ?? 0) - ageSeconds;
}

export { refuseYielded as a, usesOfAltering as c, refuseOtherYielded as i, usesOfCreating as l, passingIndexes as n, countUnloggedReplications as o, readServerStart as r, refuseUses as s, findKeptWork as t, usesOfRenaming as u };