// src/support/clock.ts
/** Milliseconds on a clock that never jumps; only differences mean anything. */
function nowMs() {
	return performance.now();
}
/** Resolves after the time has passed; rejects with the signal's reason as soon as it is aborted. */
function sleep(durationMs, signal) {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		let onAbort = () => {
			clearTimeout(timer), reject(reasonOf(signal));
		}, timer = setTimeout(() => {
			signal.removeEventListener("abort", onAbort), resolve();
		}, durationMs);
		signal.addEventListener("abort", onAbort, { once: !0 });
	});
}
function reasonOf(signal) {
	return signal.reason instanceof Error ? signal.reason : Error(String(signal.reason));
}
export { reasonOf as n, sleep as r, nowMs as t };
