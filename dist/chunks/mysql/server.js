import { n as __name } from "../rolldown-runtime.js";
import { s as selectServer, y as showVariable } from "../sql/inspect.js";

// src/mysql/server.ts
async function askServer(session) {
	const [row] = await session.rows(selectServer);
	const version = String(row?.version);
	const timeZone = String(row?.time_zone);
	return {
		flavor: /mariadb/iu.test(version) ? "mariadb" : "mysql",
		version,
		sqlMode: String(row?.sql_mode),
		timeZone: timeZone === "SYSTEM" ? String(row?.system_time_zone) : timeZone,
		binlogEnabled: Number(row?.log_bin) === 1,
		binlogFormat: String(row?.binlog_format),
		lowerCaseTableNames: Number(row?.lower_case),
		maxAllowedPacketBytes: Number(row?.max_allowed_packet),
		readOnly: Number(row?.read_only) === 1,
		async variable(name) {
			const [found] = await session.rows(showVariable(name));
			return found === void 0 ? null : String(found.Value);
		}
	};
}

export { askServer as t };