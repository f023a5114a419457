import { r as __name } from "../rolldown-runtime.js";
import { r as shortName } from "./git-ref.js";

// src/action/find-pull-request.ts
/** The pull request a run belongs to: that of the event, or the one whose merge was pushed. */
async function findPullRequest({ octokit, owner, repo }, event, sha) {
	if (event.kind === "pull-request") return {
		number: event.number,
		headSha: event.headSha,
		baseBranch: shortName(event.base)
	};
	if (event.kind !== "push") return null;
	const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
		owner,
		repo,
		commit_sha: sha
	});
	const merged = data.find((pull) => pull.merge_commit_sha === sha) ?? data.find((pull) => pull.merged_at !== null);
	return merged === void 0 ? null : {
		number: merged.number,
		headSha: merged.head.sha,
		baseBranch: merged.base.ref
	};
}
async function getPullRequest({ octokit, owner, repo }, number) {
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	return {
		number,
		headSha: data.head.sha,
		baseBranch: data.base.ref
	};
}

export { getPullRequest as n, findPullRequest as t };