import { t as GhostshipError } from "./errors.js";
// src/commands/interruption.ts
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/**
* Turns the ways a process is asked to end into one AbortSignal, so that locks are given back and tables tidied up
* before it does. A second request changes nothing: whoever cannot wait sends SIGKILL, and the next run tidies up.
*
* @param onFirst called with the name of the signal
*/
function listenForInterruption(onFirst) {
	let controller = new AbortController(), listener = (signal) => {
		controller.signal.aborted || (controller.abort(new GhostshipError("aborted", `The run was stopped (${signal}).`, { hint: "Run it again when you like; it starts afresh." })), onFirst(signal));
	};
	for (let signal of signals) process.on(signal, listener);
	return {
		signal: controller.signal,
		[Symbol.dispose]() {
			for (let signal of signals) process.off(signal, listener);
		}
	};
}
export { listenForInterruption as t };
