import { r as __name } from "../rolldown-runtime.js";

// src/support/end-soon.ts
/** Whoever started the process waits for it, and everything has been said. */
const lingerMs = 3e3;
/**
* Call it last. Whatever still holds the process then, such as a connection whose other end does not answer, holds it no longer
* than this.
*/
function endSoon() {
	setTimeout(() => process.exit(), lingerMs).unref();
}

export { endSoon as t };