import { r as __name } from "../rolldown-runtime.js";
import { D as showSlaveStatus, E as showSlaveHosts, T as showReplicas, g as selectServer, j as showVariable, w as showReplicaStatus } from "../sql/inspect.js";
import { n as nameCaseOf } from "./name-case.js";
import { a as selectGroupMembers, l as showRunningSlaves, o as selectProduct, s as showAllSlavesStatus, u as showVariables } from "../sql/server.js";
import { t as flavorOf } from "./product.js";
import { m as isServerError } from "./server-errors.js";

// src/mysql/replication.ts
/** `null` where the user may not ask: it takes REPLICATION CLIENT on MySQL, SLAVE MONITOR on MariaDB. */
async function readSources(session, flavor) {
	const statements = flavor === "mysql" ? [showReplicaStatus, showSlaveStatus] : [showAllSlavesStatus];
	for (const statement of statements) {
		const rows = await session.rows(statement).catch(() => null);
		if (rows !== null) return rows.map(readSource);
	}
	return null;
}
/** @throws ServerError where the user may not ask */
async function readReplication(session, flavor) {
	if (flavor === "mariadb") return (await session.rows(showAllSlavesStatus)).map(readState);
	return (await session.rows(showReplicaStatus).catch((error) => {
		if (isServerError(error, "ER_PARSE_ERROR")) return session.rows(showSlaveStatus);
		throw error;
	})).map(readState);
}
function readState(row) {
	const value = (...names) => String(names.map((name) => row[name]).find((it) => it !== void 0));
	const behind = row.Seconds_Behind_Source ?? row.Seconds_Behind_Master ?? null;
	const delayMs = Number(row.SQL_Delay ?? 0) * 1e3;
	return {
		place: `${value("Source_Host", "Master_Host")}:${value("Source_Port", "Master_Port")}`,
		isConnected: value("Replica_IO_Running", "Slave_IO_Running") !== "No",
		isApplying: value("Replica_SQL_Running", "Slave_SQL_Running") !== "No",
		lagMs: behind === null ? null : Math.max(0, Number(behind) * 1e3 - delayMs),
		delayMs,
		error: [row.Last_SQL_Error, row.Last_IO_Error].map((it) => String(it ?? "")).find((it) => it !== "") ?? ""
	};
}
/** How many connections to a source run, as everybody may ask. `null` where the server does not tell. */
async function countRunningSources(session) {
	const [row] = await session.rows(showRunningSlaves).catch(() => []);
	return row === void 0 ? null : Number(row.Value);
}
/** Of the group, the server itself included; 0 where it is in none, or does not tell. */
async function countGroupMembers(session) {
	return (await session.rows(selectGroupMembers).catch(() => [])).length;
}
/** Needs REPLICATION SLAVE on MySQL, REPLICATION MASTER ADMIN on MariaDB; who may not ask is taken to have replicas. */
async function hasReplicas(session) {
	const rows = await session.rows(showReplicas).catch(() => session.rows(showSlaveHosts).catch(() => null));
	if (rows === null || rows.length > 0) return true;
	return await countGroupMembers(session) > 1;
}
function readSource(row) {
	const value = (name) => String(row[`Source_${name}`] ?? row[`Master_${name}`] ?? "");
	const isOff = (thread) => String(row[`Replica_${thread}_Running`] ?? row[`Slave_${thread}_Running`]) === "No";
	return {
		place: `${value("Host")}:${value("Port")}`,
		isRunning: !isOff("IO") || !isOff("SQL")
	};
}

// src/mysql/server-facts.ts
const judgedVariables = [
	"read_only",
	"super_read_only",
	"innodb_read_only",
	"wsrep_on",
	"wsrep_provider",
	"group_replication_group_name",
	"group_replication_single_primary_mode",
	"log_replica_updates",
	"log_slave_updates",
	"gtid_slave_pos",
	"gtid_mode",
	"binlog_optimize_thread_scheduling",
	"innodb_version",
	"binlog_order_commits",
	"binlog_storage_engine",
	"binlog_row_image",
	"max_write_lock_count",
	"innodb_native_foreign_keys",
	"binlog_expire_logs_seconds",
	"binlog_expire_logs_auto_purge",
	"expire_logs_days",
	"aurora_version",
	"basedir"
];
/** @throws ServerError, ConnectionLost */
async function readServerFacts(session) {
	const [product] = await session.rows(selectProduct);
	const found = await session.rows(showVariables(judgedVariables));
	const version = String(product?.version);
	const flavor = flavorOf(version);
	const sources = await readSources(session, flavor);
	return {
		flavor,
		version,
		versionComment: String(product?.version_comment),
		variables: Object.fromEntries(found.map((row) => [String(row.Variable_name), String(row.Value)])),
		sources,
		runningSources: sources === null ? await countRunningSources(session) : null,
		groupMembers: flavor === "mysql" ? await countGroupMembers(session) : 0,
		isOnlyWriter: session.target.isOnlyWriter === true
	};
}

// src/mysql/server.ts
async function askServer(session) {
	const [row] = await session.rows(selectServer);
	const facts = await readServerFacts(session);
	const timeZone = String(row?.time_zone);
	return {
		flavor: facts.flavor,
		version: facts.version,
		sqlMode: String(row?.sql_mode),
		timeZone: timeZone === "SYSTEM" ? String(row?.system_time_zone) : timeZone,
		askedAtSeconds: Number(row?.now_seconds),
		binlogEnabled: Number(row?.log_bin) === 1,
		binlogFormat: String(row?.binlog_format),
		nameCase: nameCaseOf(Number(row?.lower_case)),
		maxAllowedPacketBytes: Number(row?.max_allowed_packet),
		facts,
		async variable(name) {
			const [found] = await session.rows(showVariable(name));
			return found === void 0 ? null : String(found.Value);
		}
	};
}

export { hasReplicas as n, readReplication as r, askServer as t };