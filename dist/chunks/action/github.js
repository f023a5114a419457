import { r as __name } from "../rolldown-runtime.js";
import { n as getOctokit, t as context } from "../../packages/actions-github.js";
import { t as retry } from "../../packages/octokit-plugin-retry.js";
import { t as throttling } from "../../packages/octokit-plugin-throttling.js";
import { t as version } from "../commands/version.js";
import { t as GhostshipError } from "../support/errors.js";
import { u as warn } from "./core.js";
import { t as isMissable } from "./request-options.js";

// src/action/github.ts
/** Longer than GitHub asks clients to wait after most refusals, short enough not to keep a runner waiting for nothing. */
const requestTimeoutMs = 9e4;
const longestPauseSeconds = 60;
const attempts = 3;
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
			onSecondaryRateLimit: pause
		},
		log: {
			debug() {},
			info() {},
			warn,
			error: warn
		}
	}, retry, throttling);
	octokit.hook.before("request", (options) => {
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

export { connectRepository };