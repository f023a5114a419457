import { n as __name } from "../rolldown-runtime.js";
import { r as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { r as createOnce } from "./check-run.js";
import { r as once } from "./request-options.js";

// src/report/fit.ts
/** The summary of a check run: GitHub takes 65,535 characters. */
const checkRunPage = {
	limit: 65535,
	heading: false
};
/** The summary of a job: GitHub takes 1 MiB, and a character may take four bytes. Some room is left for remarks. */
const jobSummaryPage = {
	limit: 25e4,
	heading: true
};
/** A comment: GitHub takes 65,536 characters. Some room is left for the mark that tells it from others. */
const commentPage = {
	limit: 65e3,
	heading: true
};
/**
* The pieces under each other, in at most `limit` characters. What is left out is said to be left out.
*
* @param leftOut where the rest can be found, as a sentence
*/
function fit(pieces, limit, leftOut) {
	const note = `> [!NOTE]\n> Not everything fits here. ${leftOut}`;
	const kept = pieces.filter((piece) => piece.markdown !== "");
	if (join(kept).length <= limit) return join(kept);
	const room = limit - separator.length - note.length;
	let length = join(kept).length;
	const dropped = /* @__PURE__ */ new Set();
	for (const piece of kept.filter(({ essential }) => !essential).toSorted(longestFirst)) {
		if (length <= room) break;
		dropped.add(piece);
		length -= piece.markdown.length + separator.length;
	}
	return cutAtLine(join(kept.filter((piece) => !dropped.has(piece))), room) + separator + note;
}
const separator = "\n\n";
function join(pieces) {
	return pieces.map((piece) => piece.markdown).join(separator);
}
function longestFirst(one, other) {
	return other.markdown.length - one.markdown.length;
}
/** Whole lines, so that no table row and no link is cut in two. */
function cutAtLine(text, limit) {
	if (text.length <= limit) return text;
	const end = text.lastIndexOf("\n", limit);
	return text.slice(0, end > 0 ? end : limit);
}

// src/action/sticky-comment.ts
/** Stands in the one comment Ghostship keeps under a pull request, unseen by readers. */
const marker = "<!-- ghostship -->";
/** Stands on a line of its own before the last section. */
const rehearsalMarker = "<!-- ghostship rehearsal -->";
/**
* Writes the comment, or edits the one that is there. A comment that would not change is not edited, because an edit notifies
* people.
*
* @param whenAbsent `skip` where a comment alone for this would be noise
* @param section what the Markdown is for
* @returns its id; `null` if there is none
*/
async function keepComment(repository, number, markdown, whenAbsent, section = "main") {
	const { octokit, owner, repo } = repository;
	const found = await findComment(repository, number);
	const text = visibleMarkdown(markdown).replaceAll(rehearsalMarker, "");
	const body = bodyOf({
		...sectionsOf(found?.body ?? ""),
		[section]: text
	});
	if (found === null) {
		if (whenAbsent === "skip") return null;
		const create = {
			owner,
			repo,
			issue_number: number,
			body,
			request: once
		};
		return (await createOnce(async () => (await octokit.rest.issues.createComment(create)).data, () => findComment(repository, number))).id;
	}
	if (found.body !== body) await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: found.id,
		body
	});
	return found.id;
}
function sectionsOf(body) {
	const text = body.startsWith(`${marker}\n`) ? body.slice(19) : "";
	const at = text.indexOf(`${rehearsalMarker}\n`);
	if (at === -1) return {
		main: text,
		rehearsal: ""
	};
	return {
		main: text.slice(0, at).trimEnd(),
		rehearsal: text.slice(at + 28 + 1)
	};
}
/** Where both do not fit, the rehearsal makes way: its check run has all of it. */
function bodyOf({ main, rehearsal }) {
	const alone = `${marker}\n${main}`.slice(0, longestBody);
	if (rehearsal === "") return alone;
	const both = [
		alone.trimEnd(),
		"",
		rehearsalMarker,
		rehearsal
	].join("\n");
	return both.length <= 65535 ? both : alone;
}
async function findComment({ octokit, owner, repo }, number) {
	return (await octokit.paginate(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	})).find(isOurs) ?? null;
}
/**
* Somebody who quotes the comment copies the marker too, but not to the very beginning. A stranger may write the marker at the
* beginning: such a comment is not ours, and must not pass for ours.
*/
function isOurs({ body, user, author_association: association }) {
	if (body?.startsWith(marker) !== true) return false;
	return user?.type === "Bot" || [
		"OWNER",
		"MEMBER",
		"COLLABORATOR"
	].includes(association);
}

export { jobSummaryPage as a, fit as i, checkRunPage as n, commentPage as r, keepComment as t };