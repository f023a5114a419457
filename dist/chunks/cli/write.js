import { r as __name } from "../rolldown-runtime.js";
import { n as visible } from "../support/visible.js";

// src/cli/write.ts
let texts = "stdout";
/** With `--json -` standard output is for the JSON alone, and texts go to the other stream. */
function sendTextsTo(stream) {
	texts = stream;
}
/** Where texts go. */
function textStream() {
	return process[texts];
}
/** A text of its own line. */
function writeOut(text) {
	textStream().write(`${visible(text)}\n`);
}
function writeError(text) {
	process.stderr.write(`${visible(text)}\n`);
}
function writeJsonOut(json) {
	process.stdout.write(`${json}\n`);
}

export { writeOut as a, writeJsonOut as i, textStream as n, writeError as r, sendTextsTo as t };