import { r as __name } from "../rolldown-runtime.js";
import { setMaxListeners } from "node:events";

// src/support/on-abort.ts
/**
* Calls `listener` once when the signal is aborted, unless this is disposed before.
*
* All tasks of a migration wait on one signal. They are more than Node 20 allows without a warning; later versions have no
* limit. Without it a leak goes unseen, so all listening goes through here, and whoever waits disposes in the end.
*/
function onAbort(signal, listener) {
	setMaxListeners(0, signal);
	signal.addEventListener("abort", listener, { once: true });
	return { [Symbol.dispose]: () => signal.removeEventListener("abort", listener) };
}
/** Waits for what does not listen to the signal itself: it goes on, and nobody waits for it any more. */
async function untilAborted(work, signal) {
	return await new Promise((resolve, reject) => {
		const listening = onAbort(signal, () => reject(signal.reason));
		work.then(resolve, reject).finally(() => listening[Symbol.dispose]());
		if (signal.aborted) reject(signal.reason);
	});
}

// src/support/clock.ts
/** Milliseconds on a clock that never jumps; only differences mean anything. */
function nowMs() {
	return performance.now();
}
/** Resolves after the time has passed; rejects with the signal's reason as soon as it is aborted. */
function sleep(durationMs, signal) {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const listening = onAbort(signal, () => {
			clearTimeout(timer);
			reject(reasonOf(signal));
		});
		const timer = setTimeout(() => {
			listening[Symbol.dispose]();
			resolve();
		}, durationMs);
	});
}
/** Like {@link sleep}, where the wait must not be cancelled, such as while the end of a RENAME must be known. */
function sleepUncancelled(durationMs) {
	return new Promise((resolve) => {
		setTimeout(resolve, durationMs);
	});
}
/** The servers count lock waits and idle limits in whole seconds, and 1 is the smallest (MySQL manual, "Server System Variables"). */
function wholeSeconds(durationMs) {
	return Math.max(1, Math.floor(durationMs / 1e3));
}
function reasonOf(signal) {
	return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}

export { wholeSeconds as a, sleepUncancelled as i, reasonOf as n, onAbort as o, sleep as r, untilAborted as s, nowMs as t };