import { r as __name } from "../rolldown-runtime.js";
import { i as matchPaths } from "../commands/options/settings.js";
import { i as unreadable, n as textOf, r as tooLarge } from "../support/read-text.js";
import { tmpdir } from "node:os";

// src/action/git-ref.ts
function branchRef(branch) {
	return `refs/heads/${branch}`;
}
/** As people call it: `main`. */
function shortName({ name }) {
	return name.replace(/^refs\/(?:heads|tags)\//u, "");
}
/**
* Whether a merge into the ref migrates. A branch of a merge queue never migrates: its commits are not merged yet.
*
* @param branches names or globs of branches; what begins with `refs/` is a ref in full, so that tags can be meant.
*   Without any, the default branch is meant.
*/
function isAmong(ref, branches) {
	if (ref.name.startsWith("refs/heads/gh-readonly-queue/")) return false;
	return branches.length === 0 ? ref.isDefaultBranch : matchPaths(branches.map(inFull))(ref.name);
}
function inFull(glob) {
	const [, not = "", name = ""] = /^(!?)(.*)$/u.exec(glob) ?? [];
	return not + (name.startsWith("refs/") ? name : branchRef(name));
}

// src/action/repository-file.ts
/**
* The text of a file as it stands on GitHub.
*
* @param ref a commit, a branch or a tag; `null` for the newest commit of the default branch
* @param maxBytes what has more is not fetched
* @returns `null` if it is certain that there is no such file
* @throws GhostshipError `unreadable-file` for what is no file, too large or not UTF-8
* @throws Error for everything else: no answer, no right to read
*/
async function readRepositoryFile(repository, path, ref, maxBytes = Number.POSITIVE_INFINITY) {
	const content = await contentAt(repository, path, ref).catch(async (error) => {
		if (!isNotFound(error)) throw error;
		await contentAt(repository, "", ref);
		return null;
	});
	if (content === null) return null;
	if (Array.isArray(content) || content.type !== "file") {
		const what = Array.isArray(content) ? "a directory" : `a ${content.type}`;
		throw unreadable(`${path} is ${what}, no file.`, "Take it away, or leave it out of the option files.");
	}
	if (content.size > maxBytes) throw tooLarge(path, content.size, maxBytes);
	const isWhole = content.encoding === "base64" && (content.content !== "" || content.size === 0);
	return textOf(isWhole ? Buffer.from(content.content, "base64") : await rawBytesOf(repository, path, ref, content.size), path);
}
async function contentAt({ octokit, owner, repo }, path, ref) {
	return (await octokit.rest.repos.getContent({
		owner,
		repo,
		path,
		...at(ref)
	})).data;
}
/** The bytes as they are: the client would decode them, and replace what is not UTF-8. */
async function rawBytesOf({ octokit, owner, repo }, path, ref, size) {
	const { data } = await octokit.rest.repos.getContent({
		owner,
		repo,
		path,
		...at(ref),
		mediaType: { format: "raw" },
		request: { parseSuccessResponseBody: false }
	});
	const bytes = new Uint8Array(await new Response(data).arrayBuffer());
	if (bytes.length !== size) throw new Error(`GitHub gave ${bytes.length} of the ${size} bytes of ${path}`);
	return bytes;
}
function at(ref) {
	return ref === null ? {} : { ref };
}
function isNotFound(error) {
	return error.status === 404;
}

// src/action/job-limit.ts
const minuteMs = 6e4;
/**
* How long a run may take where max-runtime is not set, in milliseconds: half an hour less than GitHub allows. A hosted job ends
* after six hours. On a runner of one's own the token of the job ends after 24. `null` where the runner does not tell what it is.
*
* @param runnerEnvironment `RUNNER_ENVIRONMENT`
*/
function jobLimitMs(runnerEnvironment) {
	if (runnerEnvironment === "github-hosted") return 330 * minuteMs;
	if (runnerEnvironment === "self-hosted") return 1410 * minuteMs;
	return null;
}

// src/action/runner-environment.ts
function readRunnerEnvironment(environment) {
	const { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY = "", GITHUB_RUN_ID = "" } = environment;
	const repositoryUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
	return {
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		temporary: environment.RUNNER_TEMP ?? tmpdir(),
		sha: environment.GITHUB_SHA ?? "",
		ref: environment.GITHUB_REF ?? "",
		workflowRef: environment.GITHUB_WORKFLOW_REF ?? "",
		limitMs: jobLimitMs(environment.RUNNER_ENVIRONMENT ?? ""),
		actor: environment.GITHUB_ACTOR ?? "",
		repositoryUrl,
		runUrl: `${repositoryUrl}/actions/runs/${GITHUB_RUN_ID}`,
		stepKey: [
			GITHUB_RUN_ID,
			environment.GITHUB_RUN_ATTEMPT,
			environment.GITHUB_JOB,
			environment.GITHUB_ACTION
		].join("/")
	};
}
/** Links to the files of one commit. */
function linksTo({ repositoryUrl, runUrl }, sha) {
	return {
		run: runUrl,
		file(path, line, lastLine = line) {
			const lines = lastLine === line ? `L${line}` : `L${line}-L${lastLine}`;
			return `${repositoryUrl}/blob/${sha}/${path.split("/").map(encodeURIComponent).join("/")}#${lines}`;
		}
	};
}

export { isAmong as a, branchRef as i, readRunnerEnvironment as n, shortName as o, readRepositoryFile as r, linksTo as t };