import { r as __name } from "../../rolldown-runtime.js";
import { i as isDone } from "./run-outcome.js";

// src/commands/migrate/exit-code.ts
/** What a process ends with. Scripts rely on these numbers. */
const exitCodes = {
	done: 0,
	/** The table is unchanged. */
	failed: 1,
	wrongUsage: 2,
	/** A table is changed although something failed, or nobody knows: a person must look. */
	mustLook: 3,
	/** There is a checkpoint; run it again to go on. */
	yielded: 75
};
function exitCodeOf(outcome) {
	const stopped = outcome.migrations.find(({ state }) => !isDone(state) && state !== "queued");
	if (stopped !== void 0 && stopped.tableState !== "unchanged") return exitCodes.mustLook;
	if (isDone(outcome.state)) return exitCodes.done;
	if (outcome.state === "yielded") return exitCodes.yielded;
	return exitCodeOfError(outcome.error);
}
/** For a command that ends with an error before there is an outcome. */
function exitCodeOfError(error) {
	return error !== null && usageErrors.includes(error.code) ? exitCodes.wrongUsage : exitCodes.failed;
}
const usageErrors = ["usage", "bad-target"];

export { exitCodeOfError as n, exitCodes as r, exitCodeOf as t };