import { r as __name } from "../../rolldown-runtime.js";
import { m as sentryComment } from "../../sql/cutover.js";
import { f as dropTable } from "../../sql/ghost.js";
import { f as readComments } from "../tables/ghost.js";

// src/engine/cutover/which-table.ts
/** Reads from the tables themselves what each name stands for at this moment. */
async function whichTableIsWhich(session, names) {
	const { original, ghost, retired } = names;
	const comments = await readComments(session, [
		original,
		ghost,
		retired
	]);
	const sentry = comments.get(retired) === sentryComment;
	if (!comments.has(original)) return {
		state: "unclear",
		sentry
	};
	if (comments.has(ghost)) return {
		state: "unchanged",
		sentry
	};
	return {
		state: comments.has(retired) && !sentry ? "swapped" : "unclear",
		sentry
	};
}
/** Drops the sentry and nothing else: by now the retired original may have its name. */
async function dropSentry(session, names) {
	const { sentry } = await whichTableIsWhich(session, names);
	if (sentry) await session.run(dropTable(names.retired));
}

export { whichTableIsWhich as n, dropSentry as t };