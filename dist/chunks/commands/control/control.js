import { n as __name } from "../../rolldown-runtime.js";
import { i as giveTo, r as findMigrations, t as databasesOf } from "../ledger/places.js";
import { r as spellDatabase, t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as Ledger } from "../ledger/ledger.js";
import { n as requireTarget } from "../options/settings.js";
import { n as labelOf } from "../statements/file-statement.js";
import { t as _usingCtx } from "../../mysql/server-errors.js";

// src/commands/control/control.ts
/**
* Tells a running migration what to do, wherever it runs.
*
* @returns the migration that was told
* @throws GhostshipError `no-running-migration`; `usage` where several are running and none is named
*/
async function control(command, settings, signal) {
	signal.throwIfAborted();
	const { databases, found } = await find(command.table, settings);
	const running = found.filter(({ migration }) => migration.alive);
	const [only, ...others] = running;
	if (only === void 0) throw noneRunning(command.table, databases);
	if (others.length > 0) throw severalRunning(running.map(({ label }) => label));
	await giveTo(only, command.command, requireTarget(settings));
	return {
		...only.migration,
		table: only.label
	};
}
/**
* The migrations in the target's database, in those that the option databases names, and in those where the ledger knows of a
* run: running, or left behind by a process that is gone.
*
* @param table as people are told of it, with its database where that is another one; `null` for all
*/
async function status(table, settings, signal) {
	signal.throwIfAborted();
	const { found } = await find(table, settings);
	return found.map(({ label, migration }) => ({
		...migration,
		table: label
	}));
}
/** Names are compared as the server compares them. */
async function find(table, settings) {
	try {
		var _usingCtx$1 = _usingCtx();
		const given = requireTarget(settings);
		const session = _usingCtx$1.a(await connect(given, "reading the status"));
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const databases = databasesOf(target, settings, await new Ledger(target).labels());
		return {
			databases,
			found: (await findMigrations(session, databases)).map((one) => {
				return {
					...one,
					label: labelOf(one.original.schema, one.original.name, target.database)
				};
			}).filter(({ label }) => table === null || nameCase.same(label, table))
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function noneRunning(table, databases) {
	const what = `No migration${table === null ? "" : ` of ${table}`} is running in ${databases.join(", ")}.`;
	return new GhostshipError("no-running-migration", what, { hint: "Look with `ghostship status`; it may have ended already." });
}
function severalRunning(labels) {
	return new GhostshipError("usage", `${labels.length} migrations are running: ${labels.join(", ")}.`, { hint: "Name one with --table." });
}

export { status as n, control as t };