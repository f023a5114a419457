import { r as __name } from "../rolldown-runtime.js";
import { t as alert } from "../report/markdown.js";
import { a as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { i as createOnce } from "./check-run.js";
import { r as once } from "./request-options.js";
import { t as digest } from "../support/digest.js";
import { n as keepComment, t as findOwnComment } from "./sticky-comment.js";
import { t as targetName } from "./target-name.js";

// src/action/posted-comment.ts
/**
* Writes a comment of its own for something that people must hear of: GitHub notifies nobody of an edit. A comment that was
* written for the same is edited, so that a run that goes on with another one does not say it again.
*
* @param about what tells this from all else that is said in the pull request
*/
async function postOnce(repository, number, about, markdown) {
	const { octokit, owner, repo } = repository;
	const marker = markerOf(about);
	const body = `${marker}\n${visibleMarkdown(markdown)}`.slice(0, longestBody);
	const find = () => findOwnComment(repository, number, marker);
	const found = await find();
	if (found === null) {
		const create = {
			owner,
			repo,
			issue_number: number,
			body,
			request: once
		};
		return await createOnce(async () => (await octokit.rest.issues.createComment(create)).data, find);
	}
	if (found.body !== body) await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: found.id,
		body
	});
	return found;
}
/**
* Says in place that something is over. What is said of the same later is a new comment, so that people hear of it.
*
* @param about as `postOnce` was given it
* @param mayGoOn whether the comment is to be found again, by whoever goes on with it or ends it
*/
async function endPosted(repository, number, about, markdown, mayGoOn = false) {
	const { octokit, owner, repo } = repository;
	const found = await findOwnComment(repository, number, markerOf(about));
	if (found === null) return;
	const body = `${mayGoOn ? markerOf(about) : "<!-- ghostship news that is over -->"}\n${visibleMarkdown(markdown)}`.slice(0, longestBody);
	if (found.body === body) return;
	await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: found.id,
		body
	});
}
function markerOf(about) {
	return `<!-- ghostship news ${digest(about.join("\n")).slice(0, 32)} -->`;
}

// src/action/plan-note.ts
/** Writes it where GitHub lets it. The answer has the comment's id; `null` where there is none. */
function notePlan(run, number, note) {
	const { repository, settings, writes } = run;
	return writes.ask("bring the comment up to date", () => keepNote(repository, number, targetName(settings.values), note));
}
/** @returns the comment's id; `null` where there is none */
function keepNote(repository, number, environment, { text, kind = "NOTE", whenAbsent }) {
	return keepComment(repository, number, {
		environment,
		section: "note"
	}, alert(kind, text), whenAbsent);
}

export { postOnce as i, notePlan as n, endPosted as r, keepNote as t };