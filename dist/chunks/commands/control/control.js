import { n as __name } from "../../rolldown-runtime.js";
import { n as sendCommand, t as readStatus } from "../../engine/run/control.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as requireTarget } from "../options/settings.js";
import { n as labelOf } from "../statements/file-statement.js";

// src/commands/control/control.ts
/**
* Tells a running migration what to do, wherever it runs.
*
* @returns the migration that was told
* @throws GhostshipError `no-running-migration`; `usage` where several are running and none is named
*/
async function control(command, settings, signal) {
	if (command.command === "throttle") throw new GhostshipError("usage", "throttle is not available in this version.", { hint: "pause holds the copy back altogether, resume lets it go on." });
	signal.throwIfAborted();
	const target = requireTarget(settings);
	const { database, table } = findDatabase(command.table ?? await onlyElsewhere(target, settings, signal), target, settings);
	const told = await sendCommand({
		...target,
		database
	}, table, command.command);
	return {
		...told,
		table: labelOf(database, told.table, target.database)
	};
}
/**
* The migrations in the target's database, and in those that the option databases names: running, or left behind by a
* process that is gone.
*/
async function status(table, settings, signal) {
	signal.throwIfAborted();
	const target = requireTarget(settings);
	const wanted = table === null ? null : findDatabase(table, target, settings);
	const databases = wanted === null ? [target.database, ...settings.values.databases] : [wanted.database];
	const found = [];
	for (const database of new Set(databases)) {
		const migrations = await readStatus({
			...target,
			database
		}, wanted?.table ?? null);
		found.push(...migrations.map((one) => ({
			...one,
			table: labelOf(database, one.table, target.database)
		})));
	}
	return found;
}
/**
* The label of the one running migration where it is in another database. `null` where none is.
*
* @throws GhostshipError `usage` where others are running too
*/
async function onlyElsewhere(target, settings, signal) {
	if (settings.values.databases.length === 0) return null;
	const labels = (await status(null, settings, signal)).filter(({ alive }) => alive).map(({ table }) => table);
	if (labels.length > 1) throw new GhostshipError("usage", `${labels.length} migrations are running: ${labels.join(", ")}.`, { hint: "Name one with --table." });
	const [label = null] = labels;
	return label !== null && findDatabase(label, target, settings).database !== target.database ? label : null;
}
/** `other.users`, where `other` is one of the databases that statements may name. */
function findDatabase(table, target, settings) {
	const other = settings.values.databases.find((name) => table?.startsWith(`${name}.`) === true);
	if (other === void 0 || table === null) return {
		database: target.database,
		table
	};
	return {
		database: other,
		table: table.slice(other.length + 1)
	};
}

export { status as n, control as t };