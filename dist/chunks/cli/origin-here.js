import { r as __name } from "../rolldown-runtime.js";
import { userInfo } from "node:os";

// src/cli/origin-here.ts
/** Who runs it from a terminal, as the ledger has it. */
function originHere() {
	return {
		commit: null,
		pullRequest: null,
		actor: userName(),
		runUrl: null,
		planDigest: null,
		reviewers: null
	};
}
/** A container may run under a user id that has no name. */
function userName() {
	try {
		return userInfo().username;
	} catch {
		return null;
	}
}

export { originHere as t };