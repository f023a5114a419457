import { a as __toESM, r as __name } from "../../rolldown-runtime.js";
import { t as require_picomatch } from "../../../packages/picomatch.js";

// src/commands/options/match-paths.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Whether a path, with `/` between its parts, is meant by one of the globs; `!glob` takes paths out again. */
function matchPaths(globs, nocase = false) {
	const included = globs.filter((glob) => !glob.startsWith("!")).map(clean);
	const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => clean(glob.slice(1)));
	return (0, import_picomatch.default)(included, {
		dot: true,
		ignore: excluded,
		nocase
	});
}
/** Names of tables know no folders: `*` matches all of them. */
function matchNames(globs) {
	return (0, import_picomatch.default)([...globs], {
		dot: true,
		bash: true
	});
}
function clean(glob) {
	return glob.replace(/^\.\//u, "");
}

export { matchPaths as n, matchNames as t };