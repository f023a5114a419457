import { r as __name } from "../rolldown-runtime.js";
import { t as status } from "../commands/control/status.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { n as readUntoldEnds } from "../commands/ledger/untold-ends.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { t as orphanedByMerge } from "../report/orphan-text.js";

// src/action/waiting-work.ts
/**
* Migrations of files of this namespace that another run may go on with, as their runs have yielded, or died in the middle; and
* behind them what they have kept from its turn.
*/
async function findWaiting(settings, signal) {
	return (await status(null, settings, signal)).filter((one) => isWaiting(one, settings));
}
function isWaiting({ life, state, file, progress, run }, { values }) {
	return file !== null && (run.namespace ?? "") === values.namespace && (life === "yielded" || life === "dead" && progress !== null && state !== "failed");
}
/** Files of this namespace of which the pull requests do not know yet that they are applied. */
async function findUntold(settings) {
	return (await readUntoldEnds(requireTarget(settings), settings.values.namespace)).map(({ file }) => file);
}
/** Whether the ledger has all of these files, each as a whole. */
async function hasAll(settings, files) {
	const completed = await new Ledger(requireTarget(settings), settings.values.namespace).completed();
	return files.every(({ path }) => {
		const own = completed.filter(({ file }) => file === path);
		return own.length > 0 && new Set(own.map(({ ordinal }) => ordinal)).size >= (own[0]?.statementCount ?? 0);
	});
}
/** Statements of these files that were applied and are reverted since. */
async function findReverted(settings, files) {
	const completed = await new Ledger(requireTarget(settings), settings.values.namespace).completed();
	const paths = new Set(files.map(({ path }) => path));
	return completed.filter(({ file, isReverted }) => isReverted && paths.has(file)).map(({ file, ordinal }) => ({
		file,
		ordinal
	}));
}
/** Whether there is something that takes up room on the server. */
function isCopied({ progress }) {
	return progress !== null;
}
/** What waits, and would be resumed by no run once a pull request that takes its statement away is merged; as sentences. */
async function findOrphans({ statements }, { gone, own }, settings, signal) {
	if (settings.target === null) return [];
	return (await findWaiting(settings, signal).catch(() => [])).filter(isCopied).filter(({ file }) => file !== null && (gone.includes(file) || own.has(file))).filter((one) => !statements.some(({ statement }) => statement === one.statement)).map(orphanedByMerge);
}

export { hasAll as a, findWaiting as i, findReverted as n, isCopied as o, findUntold as r, isWaiting as s, findOrphans as t };