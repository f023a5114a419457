import { r as __name } from "../../rolldown-runtime.js";
import { r as readReplication } from "../../mysql/server.js";
import { m as isServerError } from "../../mysql/server-errors.js";
import { t as GhostshipError } from "../../support/errors.js";
import { f as readComments } from "../tables/ghost.js";
import { c as nameTables } from "../tables/table-names.js";
import { d as judgeKind, l as writesReadOnly, u as isOn } from "./privileges.js";
import { n as refusal, r as refuseAll } from "./refusals.js";

// src/engine/preflight/replica.ts
/**
* Whether a migration can be rehearsed on this server: it replicates, its log has what it applies, and it can be seen there when
* a change becomes visible.
*
* @returns how its replication is doing
* @throws GhostshipError with every refusal at once
*/
async function refuseReplica(session, { facts }) {
	const states = await askReplication(session, facts);
	refuseAll([
		...judgeKind(facts),
		...judgeStates(states, facts),
		notLogging(facts),
		invisible(facts),
		await readOnlyReplica(session, facts)
	]);
	return states;
}
/** @throws GhostshipError `already-running` where the source is migrating the table */
async function refuseMigrationOfSource(session, original) {
	const [beside, apart] = [nameTables(original, false), nameTables(original, true)];
	const tables = [
		beside.ghost,
		beside.changelog,
		apart.ghost
	];
	const [first] = [...(await readComments(session, tables)).keys()];
	if (first === void 0) return;
	throw new GhostshipError("already-running", `The source is migrating ${original.name}, or a migration was left behind there: ${first.name} has been replicated.`, { hint: "Look at the source with `ghostship status`. Rehearse again when its migration has ended." });
}
async function askReplication(session, { flavor }) {
	try {
		return await readReplication(session, flavor);
	} catch (error) {
		if (!isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR")) throw error;
		throw new GhostshipError("missing-privileges", "The user of the test replica may not see whether it replicates.", {
			hint: `GRANT ${flavor === "mysql" ? "REPLICATION CLIENT" : "SLAVE MONITOR"} ON *.* to the user of the replica URL.`,
			cause: error
		});
	}
}
function judgeStates(states, { flavor }) {
	if (states.length === 0) return [refusal("unsupported-server", "The server that replica names replicates from no other server.", "Rehearse on a replica of the target. A migration is rehearsed among the changes that arrive there.")];
	const start = flavor === "mysql" ? "START REPLICA" : "START ALL SLAVES";
	return states.filter(({ isConnected, isApplying }) => !isConnected || !isApplying).map(({ place, error }) => refusal("unsupported-server", `Replication from ${place} is stopped on the test replica.${error === "" ? "" : ` ${error}`}`, `Run ${start} on the replica, and rehearse again.`));
}
function notLogging({ variables }) {
	const logging = variables.log_replica_updates === void 0 ? "log_slave_updates" : "log_replica_updates";
	if (isOn(variables[logging])) return null;
	return refusal("binlog-not-usable", `${logging} is OFF on the test replica: what it applies is missing in its binary log.`, `Start the replica with ${logging}=ON.`);
}
/** Without heartbeats only these tell when readers see a change. */
function invisible({ flavor, variables }) {
	if (flavor === "mysql" && variables.gtid_mode !== "ON") return refusal("binlog-not-usable", `gtid_mode is ${variables.gtid_mode ?? "unknown"} on the test replica: without GTIDs it cannot be seen when readers see a change.`, "Turn GTIDs on, on the source as well (MySQL manual, \"Enabling GTID Transactions Online\").");
	if (flavor === "mariadb" && variables.binlog_optimize_thread_scheduling === "OFF") return refusal("binlog-not-usable", "binlog_optimize_thread_scheduling is OFF on the test replica: it cannot be seen there when readers see a change.", "Start the replica without binlog_optimize_thread_scheduling=OFF.");
	return null;
}
/** Whoever has turned it on has a reason. It is not turned off for a rehearsal. */
async function readOnlyReplica(session, { variables }) {
	const { read_only: readOnly, super_read_only: superReadOnly, innodb_read_only: innodb } = variables;
	if (isOn(innodb)) return refusal("unsupported-server", "innodb_read_only is ON on the test replica: nobody can write there.", "Rehearse on another replica.");
	if (isOn(superReadOnly) || isOn(readOnly) && readOnly !== "ON" && readOnly !== "1") {
		const [name, value] = isOn(superReadOnly) ? ["super_read_only", superReadOnly] : ["read_only", readOnly];
		return refusal("unsupported-server", `${name} is ${value} on the test replica: no user can write there, and Ghostship does not turn it off.`, `Rehearse on a replica with read_only=ON alone: SET GLOBAL super_read_only = OFF leaves that.`);
	}
	if (!isOn(readOnly) || await writesReadOnly(session)) return null;
	return refusal("missing-privileges", "read_only is ON on the test replica, and this user may not write there.", "Grant CONNECTION_ADMIN (MySQL) or READ_ONLY ADMIN (MariaDB) to the user of the replica URL.");
}

export { refuseReplica as n, refuseMigrationOfSource as t };