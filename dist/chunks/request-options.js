// src/action/request-options.ts
/** Options for a request that is sent once: it creates something, and creating it twice would be wrong. */
const once = { retries: 0 };
/** Options for a request whose answer nobody waits for: the next one is newer anyway. */
function missable(timeoutMs) {
	return {
		retries: 0,
		missable: !0,
		signal: AbortSignal.timeout(timeoutMs)
	};
}
function isMissable(options) {
	let { request } = options;
	return request?.missable === !0;
}
export { missable as n, once as r, isMissable as t };
