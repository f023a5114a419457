import { n as __name } from "../rolldown-runtime.js";

// src/mysql/patience.ts
const usual = {
	connectMs: 8e3,
	silenceMs: 5e3,
	againMs: 1500,
	unreachableMs: 1e4,
	lookMs: 8e3
};
/** Whoever stops the process kills it before long: a runner of GitHub after ten seconds. Who answers at all answers in less. */
const short = {
	connectMs: 2e3,
	silenceMs: 1e3,
	againMs: 500,
	unreachableMs: 2e3,
	lookMs: 2e3
};
let current = usual;
function patience() {
	return current;
}
/** For a process that was asked to end: from now on nobody who does not answer is waited for as long as before. */
function losePatience() {
	current = short;
}

export { patience as n, losePatience as t };