import { r as __name } from "../rolldown-runtime.js";
import { n as isAmong, r as shortName } from "./git-ref.js";

// src/action/why-not-migrate.ts
/**
* Why an event migrates nothing, as sentences; `null` where it may migrate. `mode: migrate` does not change the answer: only
* what was merged into one of the branches is migrated.
*
* @param branches the option of that name
*/
function whyNotMigrate(event, branches) {
	switch (event.kind) {
		case "pull-request": {
			const { number, state, base } = event;
			if (state.kind === "open") return `Pull request #${number} is open. It is migrated when it is merged.`;
			if (state.kind === "closed") return `Pull request #${number} was closed without being merged.`;
			const elsewhere = otherBranch(base, branches);
			return elsewhere === null ? null : `Pull request #${number} was merged into ${shortName(base)}. ${elsewhere}`;
		}
		case "merge-group": return "A merge queue only asks: what is in it is not merged yet. It is migrated once it is.";
		case "push": return otherBranch(event.ref, branches);
		case "comment": return "With mode: migrate a comment migrates nothing, because anybody may write one. Leave the mode at auto and write /ghostship migrate.";
		case "irrelevant": return event.reason;
		case "other":
			if (event.ref !== null) return otherBranch(event.ref, branches);
			return `The event ${event.name} does not tell what was merged. Migrate on push, on pull_request (closed), on workflow_dispatch or on schedule.`;
	}
}
/** What reviewers must know of a merge that will migrate nothing; `null` where it will. */
function otherBranch(ref, branches) {
	if (isAmong(ref, branches)) return null;
	const name = shortName(ref);
	return `${branches.length === 0 ? `${name} is not the default branch` : `${name} is none of the branches that are named: ${branches.join(", ")}`}, so nothing is migrated from it. To migrate from it too, name all such branches in the option branches, with ${ref.name.startsWith("refs/heads/") ? name : ref.name} among them.`;
}

export { whyNotMigrate as n, otherBranch as t };