import { r as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { i as readSource, t as askMode } from "../sql2.js";
import { i as markBaseline, o as nameMeant, r as filesThrough } from "../commands/ledger/baseline.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { i as formatNumberOf } from "../report/quantity.js";
import { n as filesOf, r as settingsOf, t as done } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { o as writeOut } from "./write.js";

// src/commands/ledger/baseline-command.ts
/**
* Notes what was applied before Ghostship came, so that it is not run.
*
* @param through one of the files
* @throws GhostshipError `usage` if it is none of them, `bad-target` if there is no target
*/
async function baseline(files, through, settings, origin) {
	const target = requireTarget(settings);
	const old = filesThrough(files, through);
	if (!old.some(({ path }) => path === through)) {
		const meant = nameMeant(through, files.flatMap(({ path }) => path));
		throw new GhostshipError("usage", `${through} is none of the files.${meant}`, { hint: "Name it as the option files finds it, with its path from the working directory." });
	}
	const unread = { files: old };
	const source = readSource(unread, settings, await askMode(unread, settings, target));
	return {
		through,
		files: old.length,
		namespace: settings.values.namespace,
		noted: await markBaseline(source, through, origin, new Ledger(target, settings.values.namespace))
	};
}

// src/report/baseline-text.ts
function baselineText({ through, files, noted, namespace }) {
	const upTo = `${formatNumberOf(files, "file")} up to ${through}${namespace === "" ? "" : `, in the namespace ${namespace}`}`;
	return noted === 0 ? `The ledger has all statements of ${upTo}.` : `Noted ${formatNumberOf(noted, "statement")} of ${upTo} as applied. None of them will be run.`;
}

// src/cli/run-baseline.ts
const runBaseline = async (invocation) => {
	const settings = await settingsOf(invocation);
	const { through } = invocation;
	if (through === null) throw new GhostshipError("usage", "baseline needs --through.", { hint: "Name the last file that was applied before Ghostship came: --through migrations/0042_users.sql" });
	const report = await baseline(await filesOf(invocation, settings), through, settings, originHere());
	writeOut(baselineText(report));
	return done(report);
};

export { runBaseline };