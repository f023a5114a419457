import { r as __name } from "../rolldown-runtime.js";
import { o as onAbort } from "./clock.js";

// src/support/doorbell.ts
/**
* Wakes those who wait for news, without saying what the news is: they look for themselves. A ring with nobody at the
* door is remembered, so that news between a look and a wait is not missed.
*/
var Doorbell = class {
	#rung = false;
	#waiting = /* @__PURE__ */ new Set();
	ring() {
		if (this.#waiting.size === 0) {
			this.#rung = true;
			return;
		}
		const waiting = this.#waiting;
		this.#waiting = /* @__PURE__ */ new Set();
		for (const wake of waiting) wake();
	}
	/** Resolves at the next ring, after `timeoutMs`, or when the signal is aborted; the caller looks which it was. */
	async wait(signal, timeoutMs = null) {
		if (this.#rung || signal.aborted) {
			this.#rung = false;
			return;
		}
		await new Promise((resolve) => {
			const timer = timeoutMs === null ? null : setTimeout(() => done(), timeoutMs);
			const done = () => {
				if (timer !== null) clearTimeout(timer);
				this.#waiting.delete(done);
				listening[Symbol.dispose]();
				resolve();
			};
			const listening = onAbort(signal, done);
			this.#waiting.add(done);
		});
	}
};

export { Doorbell as t };