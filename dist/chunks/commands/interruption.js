import { r as __name } from "../rolldown-runtime.js";
import { r as losePatience } from "../mysql/patience.js";
import { t as nowMs } from "../support/clock.js";
import { t as GhostshipError } from "../support/errors.js";

// src/commands/interruption.ts
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** A terminal, and what runs the process for it, both pass the same keystroke on. */
const sameStrokeMs = 500;
/**
* Turns the signals that ask a process to end into one AbortSignal. So locks are released and a checkpoint is left first. A process
* that is killed with SIGKILL leaves the tidying up to the next run.
*
* @param onFirst called with the name of the signal
* @param onAgain called for each further one, of a person who does not want to wait
*/
function listenForInterruption(onFirst, onAgain = () => {}) {
	const controller = new AbortController();
	let firstAt = Number.POSITIVE_INFINITY;
	const listener = (signal) => {
		if (controller.signal.aborted) {
			if (nowMs() - firstAt > sameStrokeMs) onAgain(signal);
			return;
		}
		firstAt = nowMs();
		losePatience();
		controller.abort(new GhostshipError("aborted", `The run was stopped (${signal}).`, { hint: "Run it again when you like." }));
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