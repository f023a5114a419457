import { n as __name } from "../../rolldown-runtime.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { f as selectChangelogs, m as selectStatusRow, n as lockName, u as giveCommand } from "../tables/table-names.js";
import { p as isUsedLock } from "../../sql/ghost.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../mysql/server-errors.js";

// src/engine/run/control.ts
/** The migrations in the target's database, running or left behind. */
async function readStatus(target, table) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "reading the status"));
		const nameCase = await askNameCase(session);
		const found = [];
		for (const row of await session.rows(selectChangelogs(target.database))) {
			const migration = await readChangelog(session, {
				schema: target.database,
				name: String(row.name)
			});
			if (migration !== null && (table === null || nameCase.same(migration.table, table))) found.push(migration);
		}
		return found;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* Sends a command to a running migration, from any machine that reaches the target.
*
* @param table may be `null` where only one migration is running
* @returns the migration that gets the command
* @throws GhostshipError `no-running-migration`, `usage` where several are running and none is named
*/
async function sendCommand(target, table, command) {
	try {
		var _usingCtx3 = _usingCtx();
		const running = (await readStatus(target, table)).filter((migration) => migration.alive);
		const [only, ...others] = running;
		if (only === void 0) throw new GhostshipError("no-running-migration", `No migration${table === null ? "" : ` of ${table}`} is running in ${target.database}.`, { hint: "Look with `ghostship status`; it may have ended already." });
		if (others.length > 0) throw new GhostshipError("usage", `${running.length} migrations are running: ${running.map((migration) => migration.table).join(", ")}.`, { hint: "Name one with --table." });
		await _usingCtx3.a(await connect(target, "giving a command")).run(giveCommand({
			schema: target.database,
			name: only.changelog
		}, command, null));
		return only;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function readChangelog(session, changelog) {
	const [row] = await session.rows(selectStatusRow(changelog)).catch(() => []);
	if (row === void 0 || row.body === null) return null;
	const status = JSON.parse(String(row.body));
	const [lock] = await session.rows(isUsedLock(lockName({
		schema: changelog.schema,
		name: status.table
	})));
	return {
		...status,
		ageMs: Number(row.age_ms),
		alive: lock?.holder !== null,
		changelog: changelog.name
	};
}

export { sendCommand as n, readStatus as t };