import { r as __name } from "../rolldown-runtime.js";
import { t as nowMs } from "../support/clock.js";

// src/mysql/patience.ts
const usual = {
	connectMs: 8e3,
	silenceMs: 5e3,
	againMs: 1500,
	unreachableMs: 1e4,
	lookMs: 8e3,
	settleMs: 6e4,
	rewriteMs: 4e4
};
/** Whoever stops the process kills it before long: a runner of GitHub after ten seconds. Who answers at all answers in less. */
const short = {
	connectMs: 1e3,
	silenceMs: 1e3,
	againMs: 500,
	unreachableMs: 1e3,
	lookMs: 1e3,
	settleMs: 1e3,
	rewriteMs: 0
};
let current = usual;
function patience() {
	return current;
}
/** For a process that was asked to end: from now on nobody who does not answer is waited for as long as before. */
function losePatience() {
	current = short;
	endOfProcess.begin();
}
/** What the server is still at so long after the end has begun is left to it: its commits may stop altogether. */
const leaveAfterMs = 4e3;
/** Once that time is over, this is what each further statement has. */
const lastWordMs = 700;
/** The end of a process, or of what it does on one target: from its beginning on no statement may take long. */
var Ending = class {
	#begunAtMs = null;
	#waiting = /* @__PURE__ */ new Set();
	begin() {
		this.#begunAtMs ??= nowMs();
		for (const count of this.#waiting) count();
	}
	/** Calls back when nobody may wait any longer for the answer to a statement that is sent now. */
	watch(giveUp) {
		let timer = null;
		const count = () => {
			if (this.#begunAtMs === null) return;
			timer ??= setTimeout(giveUp, Math.max(lastWordMs, this.#begunAtMs + leaveAfterMs - nowMs()));
		};
		this.#waiting.add(count);
		count();
		return { [Symbol.dispose]: () => {
			this.#waiting.delete(count);
			if (timer !== null) clearTimeout(timer);
		} };
	}
};
const endOfProcess = new Ending();

export { patience as i, endOfProcess as n, losePatience as r, Ending as t };