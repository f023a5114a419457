import { n as sendCommand, t as readStatus } from "./control.js";
import { t as GhostshipError } from "./errors.js";
import { n as requireTarget } from "./settings.js";
// src/commands/control.ts
/**
* Tells a running migration what to do, wherever it runs.
*
* @returns the migration that was told
* @throws GhostshipError `no-running-migration`; `usage` where several are running and none is named
*/
async function control(command, settings, signal) {
	if (command.command === "throttle") throw new GhostshipError("usage", "throttle is not available in this version.", { hint: "pause holds the copy back altogether, resume lets it go on." });
	return signal.throwIfAborted(), sendCommand(requireTarget(settings), command.table, command.command);
}
/** The migrations in the target's database, running or left behind by a process that is gone. */
async function status(table, settings, signal) {
	return signal.throwIfAborted(), readStatus(requireTarget(settings), table);
}
export { status as n, control as t };
