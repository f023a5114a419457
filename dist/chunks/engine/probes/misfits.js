import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as joinHints } from "../preflight/refusals.js";
import { n as isCertain, t as describeHazard } from "./hazard.js";

// src/engine/probes/misfits.ts
/**
* What is said of rows that certainly do not fit: `duplicate-rows` or `data-does-not-fit`; `null` where none is certain.
*
* @param table its name
*/
function misfits(table, hazards) {
	const [first, ...others] = hazards.filter(isCertain);
	if (first === void 0) return null;
	return new GhostshipError(first.kind === "duplicate-key" ? "duplicate-rows" : "data-does-not-fit", `Rows of ${table} do not fit the altered table: ${[first, ...others].map(describeHazard).join(" ")}`, { hint: joinHints([first, ...others].map(({ hint }) => hint)) });
}

export { misfits as t };