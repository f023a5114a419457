import { r as __name } from "../rolldown-runtime.js";
import { s as untilAborted } from "../support/clock.js";

// src/action/patience.ts
/** Even when nothing is left, GitHub may have come back. */
const usualLeastMs = 1e3;
/** How long a run waits for GitHub in all. It is used up by the time that requests take. */
var Patience = class {
	#leastMs;
	#leftMs;
	constructor(limitMs, leastMs = usualLeastMs) {
		this.#leastMs = leastMs;
		this.#leftMs = limitMs;
	}
	/** @throws DOMException `TimeoutError` when it is used up */
	async wait(request) {
		const startedAt = performance.now();
		const timeout = AbortSignal.timeout(Math.ceil(Math.max(this.#leastMs, this.#leftMs)));
		try {
			return await untilAborted(request(), timeout);
		} finally {
			this.#leftMs -= performance.now() - startedAt;
		}
	}
};

export { Patience as t };