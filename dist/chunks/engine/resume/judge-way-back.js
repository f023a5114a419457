import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as mapColumns } from "../mapping/column-map.js";
import { a as findColumnWithoutValue, i as backwards, o as hasNoValue, s as lostColumns } from "../preflight/retention.js";

// src/engine/resume/judge-way-back.ts
/** @param after the definition that the statement makes of the original */
function judgeWayBack(algorithm, original, after, changes) {
	const reason = whyNoWayBack(algorithm, "keep");
	if (reason !== null) return {
		isOpen: false,
		reason
	};
	try {
		const map = mapColumns(after, original, backwards(changes));
		const empty = findColumnWithoutValue(original, map);
		if (empty !== null) return {
			isOpen: false,
			reason: hasNoValue(original.table.name, empty)
		};
		return {
			isOpen: true,
			lostColumns: lostColumns(after, map)
		};
	} catch (error) {
		if (error instanceof GhostshipError) return {
			isOpen: false,
			reason: error.message
		};
		throw error;
	}
}
/**
* Why a statement that is carried out in this way cannot be reverted; `null` where it can. The plan says it beforehand, and a revert
* as the reason of its refusal.
*
* @param retired what becomes of the table as it was
*/
function whyNoWayBack(algorithm, retired) {
	switch (algorithm) {
		case "instant":
		case "inplace": return "The server changes the table itself, so there is no table as it was.";
		case "direct": return "It is done directly, so there is no table as it was with everything that is written since.";
		case "copy":
		case null: return retired === "keep" ? null : "The table as it was is dropped: `retired` is not `keep`.";
	}
}

export { whyNoWayBack as n, judgeWayBack as t };