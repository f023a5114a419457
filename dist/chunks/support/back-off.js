import { r as __name } from "../rolldown-runtime.js";
import { r as sleep } from "./clock.js";

// src/support/back-off.ts
/** After so long without a success nothing is tried any more. */
const giveUpAfterMs = 18e5;
const maxPauseMs = 3e4;
/** A longer and longer pause: 1 s after the first attempt, 30 s from the sixth on. */
function backOff(attempts, signal) {
	return sleep(Math.min(maxPauseMs, 500 * 2 ** attempts), signal);
}

export { giveUpAfterMs as n, backOff as t };