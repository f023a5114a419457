import { n as __name } from "../rolldown-runtime.js";
import { t as GhostshipError } from "../support/errors.js";

// src/commands/interruption.ts
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/**
* Turns the signals that ask a process to end into one AbortSignal. So locks are released and tables tidied up first. A second
* signal changes nothing. A process that is killed with SIGKILL leaves the tidying up to the next run.
*
* @param onFirst called with the name of the signal
*/
function listenForInterruption(onFirst) {
	const controller = new AbortController();
	const listener = (signal) => {
		if (controller.signal.aborted) return;
		controller.abort(new GhostshipError("aborted", `The run was stopped (${signal}).`, { hint: "Run it again when you like; it starts afresh." }));
		onFirst(signal);
	};
	for (const signal of signals) process.on(signal, listener);
	return {
		signal: controller.signal,
		[Symbol.dispose]() {
			for (const signal of signals) process.off(signal, listener);
		}
	};
}

export { listenForInterruption as t };