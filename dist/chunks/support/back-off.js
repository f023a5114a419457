import { r as __name } from "../rolldown-runtime.js";
import { r as sleep, t as nowMs } from "./clock.js";

// src/support/back-off.ts
/** After so long without a success nothing is tried any more. */
const giveUpAfterMs = 18e5;
const maxPauseMs = 3e4;
/**
* Tries, with a longer and longer pause, until something comes of it.
*
* @param attempt its answer is `null` where somebody was in the way
* @throws what `gaveUp` gives, after half an hour
*/
async function tryUntilGivenUp(attempt, gaveUp, signal) {
	const startedAt = nowMs();
	for (let attempts = 1;; attempts += 1) {
		signal.throwIfAborted();
		const answer = await attempt();
		if (answer !== null) return answer;
		if (nowMs() - startedAt > 18e5) throw gaveUp(attempts);
		await backOff(attempts, signal);
	}
}
/** A longer and longer pause: 1 s after the first attempt, 30 s from the sixth on. */
function backOff(attempts, signal) {
	return sleep(Math.min(maxPauseMs, 500 * 2 ** attempts), signal);
}

export { giveUpAfterMs as n, tryUntilGivenUp as r, backOff as t };