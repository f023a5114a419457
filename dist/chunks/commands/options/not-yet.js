import { n as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/options/not-yet.ts
/** @throws GhostshipError `usage`: this version does not know the command, but its name is taken */
function refuseNotYet(command) {
	throw new GhostshipError("usage", `${command} is not available in this version.`, { hint: "Available are lint, plan, migrate, cutover, pause, resume, abort, status and cleanup." });
}

export { refuseNotYet as t };