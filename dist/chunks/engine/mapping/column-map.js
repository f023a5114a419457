import { r as __name } from "../../rolldown-runtime.js";
import { o as sameName, t as findColumn } from "../../mysql/inspect-table.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/mapping/column-map.ts
const noChanges = {
	columnRenames: [],
	droppedColumns: [],
	addedColumns: []
};
/**
* Finds the original column of each ghost column. A name alone is not enough: `DROP a, ADD a` makes a new, empty `a`,
* and `RENAME COLUMN a TO b, RENAME COLUMN b TO a` swaps two.
*
* @throws GhostshipError `unsupported-statement` where the origin of a column cannot be found
*/
function mapColumns(original, ghost, changes) {
	return ghost.columns.flatMap((to) => {
		const from = originOf(to, original, changes);
		return from === null || to.generated !== null ? [] : [{
			from,
			to
		}];
	});
}
/** The name that an original column has in the ghost; `undefined` where it is dropped. */
function ghostColumnOf(map, name) {
	return map.find(({ from }) => sameName(from.name, name))?.to.name;
}
function originOf(to, original, changes) {
	const rename = changes.columnRenames.find((candidate) => sameName(candidate.to, to.name));
	if (rename !== void 0) {
		const from = findColumn(original, rename.from);
		if (from !== void 0) return from;
	}
	const gone = changes.droppedColumns.some((name) => sameName(name, to.name)) || changes.columnRenames.some((candidate) => sameName(candidate.from, to.name) && !sameName(candidate.to, to.name));
	const same = findColumn(original, to.name);
	if (same !== void 0 && !gone) return same;
	if (changes.addedColumns.some((name) => sameName(name, to.name))) return null;
	throw new GhostshipError("unsupported-statement", `It is not clear where the values of column ${to.name} come from.`, { hint: "Write the change of this column as ADD COLUMN, CHANGE COLUMN or RENAME COLUMN in a statement of its own." });
}

export { mapColumns as n, noChanges as r, ghostColumnOf as t };