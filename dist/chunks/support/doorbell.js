import { r as __name } from "../rolldown-runtime.js";
import { n as reasonOf, o as onAbort } from "./clock.js";

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
	/**
	* Resolves at the next ring or after `timeoutMs`; the caller looks which it was.
	*
	* @throws the signal's reason as soon as it is aborted: whoever waits in a loop would never leave it
	*/
	async wait(signal, timeoutMs = null) {
		signal.throwIfAborted();
		if (this.#rung) {
			this.#rung = false;
			return;
		}
		await new Promise((resolve, reject) => {
			const timer = timeoutMs === null ? null : setTimeout(() => wake(), timeoutMs);
			const leave = () => {
				if (timer !== null) clearTimeout(timer);
				this.#waiting.delete(wake);
				listening[Symbol.dispose]();
			};
			const wake = () => {
				leave();
				resolve();
			};
			const listening = onAbort(signal, () => {
				leave();
				reject(reasonOf(signal));
			});
			this.#waiting.add(wake);
		});
	}
};

export { Doorbell as t };