import { r as __name } from "../../rolldown-runtime.js";
import { i as isGhostOfRevert, n as identify } from "../../engine/resume/describe-way-back.js";
import { f as readComments } from "../../engine/tables/ghost.js";
import { c as nameTables, r as ghostLabel } from "../../engine/tables/table-names.js";
import { t as flavorOf } from "../../mysql/product.js";
import { b as viewComment, m as sentryComment } from "../../sql/cutover.js";
import { o as selectProduct } from "../../sql/server.js";
import { n as tablesMeant } from "../ledger/places.js";
import { r as labelOf } from "../statements/file-statement.js";

// src/commands/control/retired-tables.ts
/** Labels do not tell a dot from a database, so there may be several. */
async function findRetired(session, entry, target, nameCase) {
	const candidates = tablesMeant(nameCase.spell(entry.table), target).flatMap((original) => [nameTables(original, false), nameTables(original, true)]).filter(({ retired: { schema, name } }) => nameCase.same(labelOf(schema, name, target.database), entry.retired));
	const comments = await readComments(session, candidates.map(({ retired }) => retired));
	const found = [];
	for (const names of candidates) {
		const comment = comments.get(names.retired);
		if (comment === void 0 || comment === "Ghostship sentry" || comment === "VIEW") continue;
		found.push({
			names,
			whyOther: await whyOther(session, names, entry)
		});
	}
	return found;
}
async function whyOther(session, names, { identity }) {
	if (await isGhostOfRevert(session, names)) return `it is somebody's, as ${names.original.name} as it was is called ${ghostLabel(names)} until its revert is over`;
	if (identity === null) return null;
	const [product] = await session.rows(selectProduct);
	return (await identify(session, names.retired, flavorOf(String(product?.version)))).definitionDigest !== identity.definitionDigest ? "it is not the table that the migration has kept, or somebody has altered it since; drop it yourself if nobody needs it" : null;
}

export { findRetired as t };