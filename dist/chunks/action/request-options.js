import { r as __name } from "../rolldown-runtime.js";

// src/action/request-options.ts
/** Options for a request that is sent once: it creates something, and creating it twice would be wrong. */
const once = { retries: 0 };
/** Options for a request that may be lost: a newer one follows. */
function missable(timeoutMs) {
	return {
		retries: 0,
		missable: true,
		signal: AbortSignal.timeout(timeoutMs)
	};
}
function isMissable(options) {
	const { request } = options;
	return request?.missable === true;
}

export { missable as n, once as r, isMissable as t };