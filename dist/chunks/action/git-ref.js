import { r as __name } from "../rolldown-runtime.js";
import { n as matchPaths } from "../commands/options/match-paths.js";

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

export { isAmong as n, shortName as r, branchRef as t };