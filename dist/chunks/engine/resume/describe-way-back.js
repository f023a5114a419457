import { r as __name } from "../../rolldown-runtime.js";
import { m as sentryComment } from "../../sql/cutover.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { c as nameTables } from "../tables/table-names.js";
import { W as takenFromRevert, _ as readKeptName, f as readComments } from "../tables/ghost.js";
import { t as Fingerprint } from "../tables/fingerprint.js";
import { i as ghostDigest } from "./checkpoint.js";

// src/engine/tables/name-taken.ts
/** The tables of a migration that nobody works on, if a table of somebody else has its name `…_del`; `null` if it is free. */
async function findTakenName(session, original) {
	for (const isApart of [false, true]) {
		const names = nameTables(original, isApart);
		const comments = await readComments(session, [names.ghost, names.retired]);
		const comment = comments.get(names.retired);
		if (comments.has(names.ghost) && comment !== void 0 && comment !== "Ghostship sentry") return names;
	}
	return null;
}
/** Whether the ghost is the retired table of a revert. A table called `…_del` is not ours then. */
async function isGhostOfRevert(session, names) {
	return (await readComments(session, [names.ghost])).size > 0 && await readKeptName(session, names) !== null;
}
/**
* Refuses to end, or to swap, a revert whose name `…_del` is taken.
*
* @throws GhostshipError `leftover-tables` where somebody has the name of the table as it was
*/
async function refuseTakenFromRevert(session, original) {
	const taken = await findTakenName(session, original);
	if (taken !== null && await readKeptName(session, taken) !== null) throw takenFromRevert(taken);
}

// src/engine/resume/describe-way-back.ts
/** Call it once the tables are swapped. */
async function describeWayBack(session, flavor, record) {
	const { names, sealedAt, knowsPrepared = false, serverStartedAt = 0, retiredForMs = null } = record;
	return {
		format: 1,
		table: names.original,
		retired: names.retired,
		retiredForMs,
		identities: {
			table: await identify(session, names.original, flavor),
			retired: await identify(session, names.retired, flavor)
		},
		position: sealedAt,
		knowsPrepared,
		serverStartedAt
	};
}
/** Foreign keys do not count: they come and go at a swap. */
async function identify(session, table, flavor) {
	const createStatement = await readCreateStatement(session, table);
	const { id } = await Fingerprint.take(session, table, createStatement, flavor);
	return {
		id,
		definitionDigest: ghostDigest(createStatement, [])
	};
}

export { refuseTakenFromRevert as a, isGhostOfRevert as i, identify as n, findTakenName as r, describeWayBack as t };