import { r as createOnce } from "./check-run.js";
import { r as once } from "./request-options.js";
// src/report/fit.ts
/** The summary of a check run: GitHub takes 65,535 characters. */
const checkRunPage = {
	limit: 65535,
	heading: !1
}, jobSummaryPage = {
	limit: 25e4,
	heading: !0
}, commentPage = {
	limit: 65e3,
	heading: !0
};
/**
* The pieces under each other, in at most `limit` characters. What is left out is said to be left out.
*
* @param leftOut where the rest can be found, as a sentence
*/
function fit(pieces, limit, leftOut) {
	let note = `> [!NOTE]\n> Not everything fits here. ${leftOut}`, kept = pieces.filter((piece) => piece.markdown !== "");
	if (join(kept).length <= limit) return join(kept);
	let room = limit - separator.length - note.length;
	for (; join(kept).length > room;) {
		let longest = kept.filter((piece) => !piece.essential).reduce(longer, null);
		if (longest === null) break;
		kept.splice(kept.indexOf(longest), 1);
	}
	return cutAtLine(join(kept), room) + separator + note;
}
const separator = "\n\n";
function join(pieces) {
	return pieces.map((piece) => piece.markdown).join("\n\n");
}
function longer(longest, piece) {
	return longest === null || piece.markdown.length > longest.markdown.length ? piece : longest;
}
/** Whole lines, so that no table row and no link is cut in two. */
function cutAtLine(text, limit) {
	if (text.length <= limit) return text;
	let end = text.lastIndexOf("\n", limit);
	return text.slice(0, end > 0 ? end : limit);
}
// src/action/sticky-comment.ts
/** Stands in the one comment Ghostship keeps under a pull request, unseen by readers. */
const marker = "<!-- ghostship -->";
/**
* Writes the comment, or edits it where there is one; an unchanged one is left alone, so that nobody is notified of
* nothing.
*
* @param whenAbsent `skip` where a comment alone for this would be noise
* @returns its id; `null` if there is none
*/
async function keepComment(hub, number, markdown, whenAbsent) {
	let body = `${marker}\n${markdown}`, { octokit, owner, repo } = hub, found = await findComment(hub, number);
	if (found === null) {
		if (whenAbsent === "skip") return null;
		let create = {
			owner,
			repo,
			issue_number: number,
			body,
			request: once
		};
		return (await createOnce(async () => (await octokit.rest.issues.createComment(create)).data, () => findComment(hub, number))).id;
	}
	return found.body !== body && await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: found.id,
		body
	}), found.id;
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
* Whoever quotes the comment copies the marker, though not at the very beginning; and a stranger who writes it there
* must not get to keep a comment that speaks for us.
*/
function isOurs({ body, user, author_association: association }) {
	return body?.startsWith(marker) === !0 ? user?.type === "Bot" || [
		"OWNER",
		"MEMBER",
		"COLLABORATOR"
	].includes(association) : !1;
}
export { jobSummaryPage as a, fit as i, checkRunPage as n, commentPage as r, keepComment as t };
