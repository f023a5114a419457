import { r as __name } from "../rolldown-runtime.js";
import { r as visibleInLog } from "../support/visible.js";

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
	textStream().write(`${visibleInLog(text)}\n`);
}
function writeError(text) {
	process.stderr.write(`${visibleInLog(text)}\n`);
}
/** For a program that reads it. Names, statements and messages in it must be escaped. */
function writeData(text) {
	textStream().write(`${text}\n`);
}
function writeJsonOut(json) {
	process.stdout.write(`${json}\n`);
}

export { writeJsonOut as a, writeError as i, textStream as n, writeOut as o, writeData as r, sendTextsTo as t };