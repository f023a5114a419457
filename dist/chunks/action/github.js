import { a as __toESM, r as __name } from "../rolldown-runtime.js";
import { n as getOctokit, t as context } from "../../packages/actions-github.js";
import { t as retry } from "../../packages/octokit-plugin-retry.js";
import { t as throttling } from "../../packages/octokit-plugin-throttling.js";
import { t as require_light } from "../../packages/bottleneck.js";
import { t as pThrottle } from "../../packages/p-throttle.js";
import { t as version } from "../commands/version.js";
import { t as GhostshipError } from "../support/errors.js";
import { u as warn } from "./core.js";
import { t as isMissable } from "./request-options.js";

// src/action/github.ts
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
/** Longer than GitHub asks clients to wait after most refusals, short enough not to keep a runner waiting for nothing. */
const requestTimeoutMs = 9e4;
const longestPauseSeconds = 60;
const attempts = 3;
/**
* GitHub takes 80 requests a minute that create something, and asks for a second between them where they are many. Most runs send
* fewer than ten: nobody waits for those.
*
* Source: "Rate limits for the REST API" and "Best practices for using the REST API" of the documentation of GitHub.
*/
const mostChanges = {
	limit: 10,
	interval: 1e4,
	strict: true
};
/**
* A request that fails for a passing reason is sent again after the pause that GitHub asks for.
*
* @param patience `null` waits as long as it takes
* @throws GhostshipError `usage` without a token
*/
function connectRepository(token, patience = null) {
	if (token === "") throw new GhostshipError("usage", "The input github-token is empty.", { hint: "Leave it out to use the token of the job, or give one." });
	const pause = (retryAfterSeconds, options, _octokit, count) => retryAfterSeconds <= longestPauseSeconds && count < attempts && !isMissable(options);
	const octokit = getOctokit(token, {
		userAgent: `ghostship/${version}`,
		throttle: {
			onRateLimit: pause,
			onSecondaryRateLimit: pause,
			write: oneAtATime(),
			notifications: oneAtATime()
		},
		log: {
			debug() {},
			info() {},
			warn,
			error: warn
		}
	}, retry, throttling);
	const awaitTurn = pThrottle(mostChanges)(() => Promise.resolve());
	octokit.hook.before("request", async (options) => {
		if (options.method !== "GET") await awaitTurn();
		options.request = {
			signal: AbortSignal.timeout(requestTimeoutMs),
			...options.request
		};
	});
	if (patience !== null) octokit.hook.wrap("request", (request, options) => patience.wait(async () => await request(options)));
	return {
		octokit,
		...context.repo
	};
}
/** In place of the pause that the plugin makes after each request, however few there are. */
function oneAtATime() {
	return new import_light.default.Group({ maxConcurrent: 1 });
}

export { connectRepository };