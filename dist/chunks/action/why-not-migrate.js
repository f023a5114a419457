import { n as __name } from "../rolldown-runtime.js";
import { i as matchPaths } from "../commands/options/settings.js";
import { i as unreadable, n as textOf, r as tooLarge } from "../support/read-text.js";

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

// src/action/why-not-migrate.ts
/**
* Why an event migrates nothing, as sentences; `null` where it may migrate. `mode: migrate` does not change the answer: only
* what was merged into one of the branches is migrated.
*
* @param branches the option of that name
*/
function whyNotMigrate(event, branches) {
	switch (event.kind) {
		case "pull-request": {
			const { number, state, base } = event;
			if (state.kind === "open") return `Pull request #${number} is open. It is migrated when it is merged.`;
			if (state.kind === "closed") return `Pull request #${number} was closed without being merged.`;
			const elsewhere = otherBranch(base, branches);
			return elsewhere === null ? null : `Pull request #${number} was merged into ${shortName(base)}. ${elsewhere}`;
		}
		case "push": return otherBranch(event.ref, branches);
		case "comment": return "A comment does not migrate. Anybody may write one; start the workflow by a merge or by hand.";
		case "irrelevant": return event.reason;
		case "other":
			if (event.ref !== null) return otherBranch(event.ref, branches);
			return `The event ${event.name} does not tell what was merged. Migrate on push, on pull_request (closed), on workflow_dispatch or on schedule.`;
	}
}
/** What reviewers must know of a merge that will migrate nothing; `null` where it will. */
function otherBranch(ref, branches) {
	if (isAmong(ref, branches)) return null;
	const name = shortName(ref);
	return `${branches.length === 0 ? `${name} is not the default branch` : `${name} is none of the branches that are named: ${branches.join(", ")}`}, so nothing is migrated from it. To migrate from it too, name all such branches in the option branches, with ${ref.name.startsWith("refs/heads/") ? name : ref.name} among them.`;
}

export { isAmong as a, branchRef as i, whyNotMigrate as n, shortName as o, readRepositoryFile as r, otherBranch as t };