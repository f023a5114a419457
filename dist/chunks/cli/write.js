import { n as __name } from "../rolldown-runtime.js";
import { n as visible } from "../support/visible.js";

// src/cli/write.ts
/** A text of its own line. */
function writeOut(text) {
	process.stdout.write(`${visible(text)}\n`);
}
function writeError(text) {
	process.stderr.write(`${visible(text)}\n`);
}

export { writeOut as n, writeError as t };