import { n as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";

// src/action/choose-mode.ts
/** @throws GhostshipError `usage` for an event that says nothing */
function chooseMode(wanted, event) {
	if (wanted !== "auto") return { mode: wanted };
	switch (event.kind) {
		case "pull-request":
			if (event.state.kind === "merged") return { mode: "migrate" };
			return event.state.kind === "open" ? { mode: "plan" } : { nothing: "The pull request was closed without being merged." };
		case "push": return { mode: "migrate" };
		case "comment": return isCommand(event.body) ? { mode: "control" } : { nothing: "The comment is not for Ghostship." };
		case "irrelevant": return { nothing: event.reason };
		case "other":
			if (event.name === "schedule" || event.name === "workflow_dispatch") return { mode: "migrate" };
			throw new GhostshipError("usage", `The event ${event.name} does not tell what to do.`, { hint: "Give the input mode: lint, plan, rehearse, migrate, control, revert, status or cleanup." });
	}
}
/** A comment is a command if its first word says so. */
function isCommand(body) {
	return /^\s*\/ghostship(\s|$)/u.test(body);
}
/** What stands behind `/ghostship` on its line. */
function commandIn(body) {
	return /^\s*\/ghostship[^\S\n]*(.*)/u.exec(body)?.[1]?.trim() ?? "";
}

export { commandIn as n, chooseMode as t };