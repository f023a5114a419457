import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/preflight/refusals.ts
function refusal(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** Throws one error with all refusals. Its code is the one of the first. */
function refuseAll(found) {
	const refusals = found.filter((one) => one !== null);
	const [first] = refusals;
	if (first === void 0) return;
	if (refusals.length === 1) throw first;
	throw new GhostshipError(first.code, refusals.map((one) => one.message).join(" "), { hint: joinHints(refusals.map((one) => one.hint)) });
}
/** Several hints in one, each sentence once. */
function joinHints(hints) {
	return [...new Set(hints.flatMap((hint) => hint.split(/(?<=[.!?]) (?=\p{Lu})/u)))].join(" ");
}

export { refusal as n, refuseAll as r, joinHints as t };