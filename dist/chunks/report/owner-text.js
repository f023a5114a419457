import { r as __name } from "../rolldown-runtime.js";
import { r as formatDuration } from "./quantity.js";
import { t as status } from "../commands/control/status.js";

// src/commands/control/owner.ts
/** The live migration of the table that this run could not have; `null` where it is over meanwhile. */
async function findOwner({ migrations }, settings, signal) {
	const refused = migrations.find(({ error }) => error?.code === "already-running");
	if (refused === void 0) return null;
	return (await status(refused.table === "" ? null : refused.table, settings, signal).catch(() => [])).find(({ life }) => life === "running") ?? null;
}

// src/report/owner-text.ts
/** Who migrates a table that another run wants to migrate, too; for people, in one line. */
function ownerText({ table, run, ageMs, silentMs }) {
	return `${run.pullRequest === null ? `Another run${run.actor === null ? "" : ` (of ${run.actor})`}` : `Pull request #${run.pullRequest}`} has been migrating ${table}${ageMs === null ? "" : ` for ${formatDuration(ageMs)}`}${run.url === null ? "" : ` (${run.url})`}; its last sign of life was ${formatDuration(silentMs)} ago. This run leaves it alone.`;
}

export { findOwner as n, ownerText as t };