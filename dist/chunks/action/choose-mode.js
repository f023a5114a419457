import { r as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";

// src/action/choose-mode.ts
/**
* @param command the input: with a workflow that somebody starts, or a schedule, it says what to do
* @throws GhostshipError `usage` for an event that implies no mode
*/
function chooseMode(wanted, event, command = null) {
	if (wanted !== "auto") return { mode: wanted };
	switch (event.kind) {
		case "pull-request":
			if (event.state.kind === "merged") return { mode: "migrate" };
			return event.state.kind === "open" ? { mode: "plan" } : { nothing: "The pull request was closed without being merged." };
		case "merge-group": return { mode: "plan" };
		case "push": return { mode: "migrate" };
		case "comment": return isCommand(event.body) ? { mode: "control" } : { nothing: "The comment is not for Ghostship." };
		case "irrelevant": return { nothing: event.reason };
		case "other":
			if (event.name === "schedule" || event.name === "workflow_dispatch") return { mode: modeFor(command) };
			throw new GhostshipError("usage", `The event ${event.name} does not tell what to do.`, { hint: "Give the input mode: lint, plan, rehearse, migrate, control, revert, status or cleanup." });
	}
}
/** `plan` and the like are modes. Any other word is a command for a running migration. */
function modeFor(command) {
	const word = command?.trim().toLowerCase() ?? "";
	if (word === "") return "migrate";
	return modesByName.find((mode) => mode === word) ?? "control";
}
const modesByName = [
	"lint",
	"plan",
	"rehearse",
	"migrate",
	"cleanup"
];
/** A comment is a command if its first word says so. What is indented by four blanks is code in Markdown: it only shows one. */
function isCommand(body) {
	return written.test(body);
}
/** What stands behind `/ghostship` on its line. */
function commandIn(body) {
	return written.exec(body)?.[1]?.trim() ?? "";
}
const written = /^(?:[^\S\n]*\n)* {0,3}\/ghostship(?!\S)[^\S\n]*(.*)/iu;

export { commandIn as n, isCommand as r, chooseMode as t };