import { r as __name } from "../rolldown-runtime.js";

// src/action/still-open.ts
/**
* Why nothing is planned any more, as a sentence: a job that is run again has the event as it was, and what was approved and merged
* must not be replaced. `null` while the pull request is open, or where GitHub does not tell.
*/
async function whyNotPlanned({ event, repository, writes }) {
	if (event.kind !== "pull-request") return null;
	const { number, state } = event;
	const now = state.kind === "open" ? await writes.attempt("ask whether the pull request is open", () => stateNow(repository, number)) : state.kind;
	if (now === "merged") return `Pull request #${number} is merged: its plan stays as it was approved, and nothing is planned.`;
	return now === "closed" ? `Pull request #${number} is closed, so nothing is planned.` : null;
}
/**
* Whether the pull request has other commits by now than those that were planned: a job that is run again has the event as it was. The
* comment is of the newest. What GitHub has not heard of yet is newer.
*/
async function isOfOlderHead({ event, repository, writes }) {
	if (event.kind !== "pull-request") return false;
	const { octokit, owner, repo } = repository;
	const { number, headSha } = event;
	const newest = await writes.attempt("ask for the newest commit of the pull request", async () => {
		const { data } = await octokit.rest.pulls.get({
			owner,
			repo,
			pull_number: number
		});
		return data.head.sha;
	});
	if (newest === null || newest === headSha) return false;
	const basehead = `${headSha}...${newest}`;
	return (await octokit.rest.repos.compareCommitsWithBasehead({
		owner,
		repo,
		basehead
	}).catch(() => null))?.data.status !== "behind";
}
async function stateNow({ octokit, owner, repo }, number) {
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	return data.merged ? "merged" : data.state;
}

export { whyNotPlanned as n, isOfOlderHead as t };