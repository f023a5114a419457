import { T as connect, p as isUsedLock } from "./ghost.js";
import { f as readStatus$1, l as giveCommand, p as selectChangelogs, t as lockName } from "./table-names.js";
import { t as GhostshipError } from "./errors.js";
import { t as _usingCtx } from "./usingCtx.js";
// src/engine/control.ts
/** The migrations in the target's database, running or left behind. */
async function readStatus(target, table) {
	try {
		var _usingCtx$1 = _usingCtx();
		let session = _usingCtx$1.a(await connect(target, "reading the status")), found = [];
		for (let row of await session.rows(selectChangelogs(target.database))) {
			let migration = await readChangelog(session, {
				schema: target.database,
				name: String(row.name)
			});
			migration !== null && (table === null || migration.table === table) && found.push(migration);
		}
		return found;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* Tells a running migration what to do, from any machine that reaches the target.
*
* @param table may be `null` where only one migration is running
* @returns the migration that was told
* @throws GhostshipError `no-running-migration`, `usage` where several are running and none is named
*/
async function sendCommand(target, table, command) {
	try {
		var _usingCtx3 = _usingCtx();
		let running = (await readStatus(target, table)).filter((migration) => migration.alive), [only, ...others] = running;
		if (only === void 0) throw new GhostshipError("no-running-migration", `No migration${table === null ? "" : ` of ${table}`} is running in ${target.database}.`, { hint: "Look with `ghostship status`; it may have ended already." });
		if (others.length > 0) throw new GhostshipError("usage", `${running.length} migrations are running: ${running.map((migration) => migration.table).join(", ")}.`, { hint: "Name one with --table." });
		return await _usingCtx3.a(await connect(target, "giving a command")).run(giveCommand({
			schema: target.database,
			name: only.changelog
		}, command, null)), only;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function readChangelog(session, changelog) {
	let [row] = await session.rows(readStatus$1(changelog)).catch(() => []);
	if (row === void 0 || row.body === null) return null;
	let status = JSON.parse(String(row.body)), [lock] = await session.rows(isUsedLock(lockName({
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
