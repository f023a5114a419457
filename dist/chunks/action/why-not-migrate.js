import { r as __name } from "../rolldown-runtime.js";
import { i as matchPaths } from "../commands/options/settings.js";

// src/action/git-ref.ts
function branchRef(branch) {
	return `refs/heads/${branch}`;
}
/** As people call it: `main`. */
function shortName({ name }) {
	return name.replace(/^refs\/(?:heads|tags)\//u, "");
}
/**
* Whether a merge into the ref migrates. A branch of a merge queue never migrates: its commits are not merged yet.
*
* @param branches names or globs of branches; what begins with `refs/` is a ref in full, so that tags can be meant.
*   Without any, the default branch is meant.
*/
function isAmong(ref, branches) {
	if (ref.name.startsWith("refs/heads/gh-readonly-queue/")) return false;
	return branches.length === 0 ? ref.isDefaultBranch : matchPaths(branches.map(inFull))(ref.name);
}
function inFull(glob) {
	const [, not = "", name = ""] = /^(!?)(.*)$/u.exec(glob) ?? [];
	return not + (name.startsWith("refs/") ? name : branchRef(name));
}

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

export { shortName as a, isAmong as i, whyNotMigrate as n, branchRef as r, otherBranch as t };