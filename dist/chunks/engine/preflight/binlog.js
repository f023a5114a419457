import { r as __name } from "../../rolldown-runtime.js";
import { n as refusal } from "./refusals.js";

// src/mysql/managed-service.ts
/** `null` for a server that nobody manages, and for a service that cannot be told from one. */
function managedService({ version, versionComment, variables }) {
	if (variables.aurora_version !== void 0) return "Aurora";
	if (variables.basedir?.startsWith("/rdsdbbin/") === true) return "RDS";
	if (/google/iu.test(`${version} ${versionComment}`)) return "Cloud SQL";
	return /azure/iu.test(version) ? "Azure" : null;
}
/** How a person changes a global variable there: most services forbid SET GLOBAL. */
function adviceToSet(facts, variable, value) {
	switch (managedService(facts)) {
		case "Aurora": return `Set ${variable} to ${value} in the DB cluster parameter group, and restart where it asks for that.`;
		case "RDS": return `Set ${variable} to ${value} in the DB parameter group.`;
		case "Cloud SQL": return `Set the database flag ${variable} to ${value}.`;
		case "Azure": return `Set the server parameter ${variable} to ${value}.`;
		case null: return `SET GLOBAL ${variable} = ${value} (where somebody manages the server for you: in the parameter group, as a flag or as a server parameter).`;
	}
}

// src/engine/preflight/binlog.ts
/** After so many strong locks in a row the server grants weaker ones first, and writers need only weak ones. The default is far larger. */
const minWriteLocks = 1e6;
/** Settings with which the binlog lacks changes, or has them in another order than they become visible. */
function judgeBinlog({ binlogEnabled, binlogFormat, facts }) {
	const { variables } = facts;
	const { max_write_lock_count: maxWriteLocks, binlog_storage_engine: engine = "" } = variables;
	return [
		binlogEnabled ? null : refusal("binlog-not-usable", "The server writes no binary log.", adviceToLog(facts)),
		binlogFormat === "ROW" ? null : otherFormat({
			binlogFormat,
			facts
		}),
		variables.binlog_order_commits === "OFF" ? refusal("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.", adviceToSet(facts, "binlog_order_commits", "ON")) : null,
		engine === "" ? null : refusal("binlog-not-usable", `binlog_storage_engine is ${engine}: such a binary log has no positions in files, by which it is read here.`, "Start the server without binlog_storage_engine."),
		maxWriteLocks !== void 0 && Number(maxWriteLocks) < minWriteLocks ? refusal("unsupported-server", `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`, adviceToSet(facts, "max_write_lock_count", "DEFAULT")) : null
	];
}
/**
* No session of a migration can write by statements, not even its notes (MySQL manual, "Binary Logging Formats": InnoDB under READ
* COMMITTED).
*
* @throws GhostshipError `binlog-not-usable`
*/
function refuseUnwritable({ binlogEnabled, binlogFormat, facts }) {
	if (binlogEnabled && binlogFormat === "STATEMENT") throw otherFormat({
		binlogFormat,
		facts
	});
}
function otherFormat({ binlogFormat, facts }) {
	return refusal("binlog-not-usable", `binlog_format is ${binlogFormat}.`, `${adviceToSet(facts, "binlog_format", "ROW")} Then let every session that writes reconnect.`);
}
function adviceToLog(facts) {
	switch (managedService(facts)) {
		case "Aurora": return "Set binlog_format to ROW in the DB cluster parameter group, and restart.";
		case "RDS": return "Turn automated backups on.";
		case "Cloud SQL": return "Turn point-in-time recovery on.";
		case "Azure":
		case null: return "Start it with log_bin and binlog_format=ROW.";
	}
}

export { managedService as i, refuseUnwritable as n, adviceToSet as r, judgeBinlog as t };