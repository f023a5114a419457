import { r as __name } from "../rolldown-runtime.js";
import { r as isThereIn } from "../sql2.js";
import { t as GhostshipError } from "../support/errors.js";
import { n as filesOf } from "./invocation.js";

// src/cli/source-of.ts
/**
* The statement of `--alter`, or else the files.
*
* @throws GhostshipError `usage`
*/
async function sourceOf(invocation, settings) {
	const { alter, flags } = invocation;
	if (alter === null) return {
		files: await filesOf(invocation, settings),
		isThere: isThereIn(process.cwd())
	};
	if (flags.files !== void 0) throw new GhostshipError("usage", "--alter and --files are both given.", { hint: "Give the statement, or the files it is in." });
	return { typed: alter };
}

export { sourceOf as t };