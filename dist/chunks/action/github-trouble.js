import { r as __name } from "../rolldown-runtime.js";
import { r as messageOf } from "../support/errors.js";
import { STATUS_CODES } from "node:http";

// src/action/github-trouble.ts
/**
* Why GitHub did not do what it was asked, in words and without the last full stop. GitHub's own trouble comes as a web page,
* and the client gives the whole page as its message.
*/
function githubTrouble(error) {
	const status = statusOf(error);
	const message = messageOf(error).trim().replace(withItsManual, "").replace(/\.$/u, "");
	const isPage = /<[a-z!]/iu.test(message);
	if (error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name)) return "GitHub did not answer in time";
	if (!isPage && message !== "") return message;
	if (status === null) return "GitHub gave no answer";
	const words = STATUS_CODES[status];
	return `GitHub answered ${status}${words === void 0 ? "" : ` (${words})`}`;
}
/** GitHub's client puts the address of a page about the request behind the words. */
const withItsManual = / - https:\/\/docs\.github\.com\/\S*$/u;
/** Of the answer by which GitHub refuses; `null` where there was none. */
function statusOf(error) {
	const { status } = error;
	return typeof status === "number" ? status : null;
}
/** Whether the token lacks a right that it could have. */
function isForbidden(error) {
	return statusOf(error) === 403;
}
/** Whether the same request may succeed later: the trouble is GitHub's own, or the network's. */
function mayPass(error) {
	const status = statusOf(error);
	return status === null || status >= 500 || status === 429;
}
/** As GitHub names them in the answer by which it refuses; as a workflow file has them. */
function neededPermissions(error) {
	const { response } = error;
	const accepted = response?.headers?.["x-accepted-github-permissions"];
	if (typeof accepted !== "string" || accepted === "") return "more permissions";
	const one = (text) => text.trim().replaceAll("_", "-").replaceAll("=", ": ").replaceAll(",", " and ");
	return `the permission ${accepted.split(";").map(one).join(" or ")}`;
}

export { statusOf as a, neededPermissions as i, isForbidden as n, mayPass as r, githubTrouble as t };