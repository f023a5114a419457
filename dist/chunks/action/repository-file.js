import { r as __name } from "../rolldown-runtime.js";
import { i as unreadable, n as textOf, r as tooLarge } from "../support/read-text.js";
import { a as statusOf } from "./github-trouble.js";

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
	return statusOf(error) === 404;
}

export { readRepositoryFile as t };