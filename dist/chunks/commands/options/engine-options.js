import { r as __name } from "../../rolldown-runtime.js";

// src/commands/options/engine-options.ts
/**
* The options of one statement, in the engine's words.
*
* @param leftMs what is left of `max-runtime`
*/
function engineOptions(values, settings, leftMs = values["max-runtime"]) {
	return {
		cutover: values.cutover,
		gate: values.gate,
		retired: values.retired.kind,
		retiredForMs: values.retired.forMs,
		verify: values.verify,
		workers: values.workers,
		indexes: values.indexes,
		algorithm: values.algorithm,
		lockBudgetMs: values["lock-budget"],
		killBlockers: values["kill-blockers"],
		maxRuntimeMs: leftMs,
		maxLagMs: values["max-lag"],
		maxLoad: values["max-load"],
		criticalLoad: values["critical-load"],
		lagReplicas: settings.lagReplicas,
		triggers: values.triggers,
		foreignKeys: values["foreign-keys"],
		allow: values.allow
	};
}

export { engineOptions as t };