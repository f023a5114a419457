import { n as __name } from "../../rolldown-runtime.js";
import { t as askServer } from "../../mysql/server.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/preflight/refusals.ts
function refusal(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** Throws one error with all refusals. Its code is the one of the first. */
function refuseAll(found) {
	const refusals = found.filter((one) => one !== null);
	const [first] = refusals;
	if (first === void 0) return;
	if (refusals.length === 1) throw first;
	throw new GhostshipError(first.code, refusals.map((one) => one.message).join(" "), { hint: joinHints(refusals.map((one) => one.hint)) });
}
/** Several hints in one, each sentence once. */
function joinHints(hints) {
	return [...new Set(hints.flatMap((hint) => hint.split(/(?<=[.!?]) (?=\p{Lu})/u)))].join(" ");
}

// src/engine/preflight/target.ts
/**
* Whether this is a server whose tables can be changed safely, in any way. Everything that changes something on a target asks this
* first, and a plan that is made on the target. What kind of server it is was judged when the connection was opened.
*
* @throws GhostshipError with every refusal at once
*/
function refuseTarget({ facts }) {
	refuseAll(judgeTarget(facts));
}
/** For who has a session and has not asked the server yet. */
async function refuseTargetOf(session) {
	refuseTarget(await askServer(session));
}
/** What {@link refuseTarget} says, from what the server has said. */
function judgeTarget(facts) {
	return [
		strangeServer(facts),
		readOnly(facts),
		galera(facts),
		severalPrimaries(facts),
		replicating(facts)
	].filter((one) => one !== null);
}
/** What rules a server out whatever is done there: it is no MySQL and no MariaDB, or its locks hold on one member of many. */
function judgeKind(facts) {
	return [
		strangeServer(facts),
		galera(facts),
		severalPrimaries(facts)
	].filter((one) => one !== null);
}
/** Every MySQL has these; a server that has taken only its name may lack what they stand for. */
function strangeServer({ flavor, version, variables }) {
	if (flavor !== "mysql") return null;
	const missing = ["innodb_version", "binlog_order_commits"].filter((name) => variables[name] === void 0);
	if (missing.length === 0) return null;
	return refusal("unsupported-server", `The server calls itself MySQL ${version}, and it has no ${missing.join(" and no ")}, as every MySQL has.`, "It is another kind of server: run the statement there by its own means.");
}
/** MariaDB 12 has more values than OFF and ON, all of which keep writers out. A reader of Aurora tells by InnoDB's variable alone. */
function readOnly({ variables }) {
	const on = [
		"read_only",
		"super_read_only",
		"innodb_read_only"
	].filter((name) => isOn(variables[name]));
	if (on.length === 0) return null;
	return refusal("unsupported-server", `The target is read-only: ${on.map((name) => `${name} is ${variables[name]}`).join(", ")}.`, "Point the target at the source, not at a replica.");
}
function galera({ variables }) {
	const provider = variables.wsrep_provider ?? "";
	if (!isOn(variables.wsrep_on) || ["", "none"].includes(provider.toLowerCase())) return null;
	return refusal("unsupported-server", `The server is a node of a Galera cluster (wsrep_on is ON, wsrep_provider is ${provider}). Locks hold on this node alone, and other nodes would write meanwhile.`, "Run the statement yourself, in the cluster's own way: wsrep_OSU_method=TOI lets all nodes do it at once.");
}
function severalPrimaries({ variables, groupMembers }) {
	const { group_replication_group_name: group = "", group_replication_single_primary_mode: single } = variables;
	if (group === "" || single !== "OFF") return null;
	const count = groupMembers > 1 ? ` There are ${groupMembers}.` : "";
	return refusal("unsupported-server", `group_replication_single_primary_mode is OFF: every member of the group takes writes, and locks hold on one member alone.${count}`, "SELECT group_replication_switch_to_single_primary_mode() leaves one primary; point the target at it.");
}
/**
* What the server applies for another one must be in its own binary log, and locks do not hold there: what is written there during
* the migration arrives after the swap, in the old form.
*/
function replicating(facts) {
	const { flavor, variables, sources, runningSources } = facts;
	const logging = variables.log_replica_updates === void 0 ? "log_slave_updates" : "log_replica_updates";
	const logs = isOn(variables[logging]);
	const [stop, reset] = flavor === "mysql" ? ["STOP REPLICA", "RESET REPLICA ALL"] : ["STOP ALL SLAVES", "RESET SLAVE ALL"];
	const running = sources?.filter(({ isRunning }) => isRunning) ?? [];
	const isRunning = running.length > 0 || (runningSources ?? 0) > 0;
	const place = (of) => of.length > 0 ? of.map((it) => it.place).join(", ") : "another one";
	if (!logs && (isRunning || (sources?.length ?? 0) > 0)) return refusal("unsupported-server", `The server replicates from ${place(sources ?? [])}, and ${logging} is OFF: what it applies is missing in its binary log.`, `Point the target at the source. Where the replication is over, run ${stop} and ${reset}.`);
	if (isRunning) return refusal("unsupported-server", `The server replicates from ${place(running)}. Rows that are written there meanwhile would arrive in the old form after the swap.`, `Point the target at the source. Where nobody writes to that source, run ${stop} for the time of the migration.`);
	if (!logs && sources === null && (variables.gtid_slave_pos ?? "") !== "") return refusal("missing-privileges", `The server has replicated from another one (gtid_slave_pos is not empty) and ${logging} is OFF. This user may not see whether it still does.`, "GRANT SLAVE MONITOR ON *.* to the user of the target URL.");
	return null;
}
function isOn(value) {
	return value !== void 0 && ![
		"",
		"0",
		"OFF"
	].includes(value.toUpperCase());
}

export { joinHints as a, refuseTargetOf as i, judgeKind as n, refusal as o, refuseTarget as r, refuseAll as s, isOn as t };