import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { a as mapColumns } from "../relations/foreign-keys.js";
import { c as nameTables } from "../tables/table-names.js";
import { a as backwards, o as lostColumns, s as planBack } from "../../engine.js";

// src/engine/resume/judge-way-back.ts
/** What a revert refuses once the tables are swapped is asked of it now. */
function judgeWayBack(algorithm, { original, after, changes }, server, allow) {
	const reason = whyNoWayBack(algorithm, "keep");
	if (reason !== null) return {
		isOpen: false,
		reason
	};
	const names = nameTables(original.table, false);
	const back = backwards(changes);
	try {
		const map = mapColumns(after, original, back);
		const nullFree = map.filter(({ to }) => original.nullFree.includes(to.name)).map(({ from }) => from.name);
		const altered = {
			...after,
			table: original.table,
			nullFree
		};
		planBack({
			names,
			original: altered,
			retired: original,
			changes: back,
			server,
			allow
		});
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