import { r as __name } from "../rolldown-runtime.js";
import { o as environmentName } from "../lint.js";
import { t as chooseMode } from "./choose-mode.js";
import { t as targetName } from "./target-name.js";

// src/action/tell-unbegun.ts
/** Tells the pull request what its run did not do, and why. The log alone is read by nobody. */
async function tellUnbegun({ inputs, namespace, ...run }, error) {
	const mode = begunBy(inputs.mode ?? "", run.event);
	const name = inputs.environment ? environmentName.safeParse(inputs.environment) : null;
	if (mode === null) return;
	const environment = targetName({
		environment: name?.data ?? null,
		namespace
	});
	const unbegun = {
		...run,
		environment,
		isNamed: name?.success !== false
	};
	if (mode === "migrate") await (await import("./tell-not-migrated.js")).tellNotMigrated(unbegun, error);
	else await (await import("./tell-no-plan.js")).tellNoPlan(unbegun, mode, error);
}
/** The mode, if it is one that a pull request waits for. */
function begunBy(wanted, event) {
	if (wanted === "lint" || wanted === "plan" || wanted === "migrate") return wanted;
	if (wanted !== "" && wanted !== "auto" || event.kind === "other") return null;
	const choice = chooseMode("auto", event);
	return "mode" in choice && (choice.mode === "plan" || choice.mode === "migrate") ? choice.mode : null;
}

export { tellUnbegun };