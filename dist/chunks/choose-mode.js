import { t as GhostshipError } from "./errors.js";
// src/action/choose-mode.ts
/** @throws GhostshipError `usage` for an event that says nothing */
function chooseMode(wanted, event) {
	if (wanted !== "auto") return { mode: wanted };
	switch (event.kind) {
		case "pull-request": return event.state === "merged" ? { mode: "migrate" } : event.state === "open" ? { mode: "plan" } : { nothing: "The pull request was closed without being merged." };
		case "push": return event.isDefaultBranch ? { mode: "migrate" } : { nothing: `${event.branch ?? "A tag"} is not the default branch; mode: migrate would migrate all the same.` };
		case "comment": return isCommand(event.body) ? { mode: "control" } : { nothing: "The comment is not for Ghostship." };
		case "irrelevant": return { nothing: event.reason };
		case "other": throw new GhostshipError("usage", `The event ${event.name} does not tell what to do.`, { hint: "Give the input mode: lint, plan, migrate, control, status or cleanup." });
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
