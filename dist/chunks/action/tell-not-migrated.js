import { r as __name } from "../rolldown-runtime.js";
import { n as commentPage, o as headingOf } from "../report/fit.js";
import { a as firstLine, l as prose, n as codeBlock, o as link, t as alert } from "../report/markdown.js";
import { n as checkName, t as CheckRun } from "./check-run.js";
import { i as marker, t as findOwnComment } from "./sticky-comment.js";
import { t as findPullRequest } from "./find-pull-request.js";
import { t as publish } from "./outputs.js";
import { i as postOnce, t as keepNote } from "./plan-note.js";

// src/action/tell-not-migrated.ts
/** For a merge after which nothing was begun. Its pull request has a green plan, and nobody would look into the log. */
async function tellNotMigrated({ event, repository, runner, writes, environment }, { code, message, hint }) {
	if (event.kind === "pull-request" && event.state.kind !== "merged") return;
	const pull = await writes.attempt("look for the pull request", () => findPullRequest(repository, event, runner.sha));
	if (pull === null) return;
	const title = "Not started";
	const text = [
		alert("CAUTION", `**${prose(`Nothing of #${pull.number} was run.`)}** ${prose(hint)} Once that is mended, run the workflow again, or write \`/ghostship migrate\` here.`),
		codeBlock("text", message),
		`<sub>${link("log", runner.runUrl)}</sub>`
	].join("\n\n");
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, checkName("migrate", environment), pull.headSha, runner.stepKey, runner.runUrl));
	await writes.attempt("finish the check run", async () => check?.finish("failure", {
		title: `${title}: ${firstLine(message)}`,
		summary: text
	}));
	const markdown = `${headingOf({
		...commentPage,
		environment
	}, "🚢 Ghostship", title)}\n\n${text}`;
	const commentId = await writes.attempt("write the comment", async () => {
		if (await findOwnComment(repository, pull.number, "<!-- ghostship -->") === null) return null;
		const about = [
			environment ?? "",
			"not started",
			code,
			message
		];
		const posted = await postOnce(repository, pull.number, about, markdown);
		const note = `**${title}**, see ${link("below", posted.html_url)}. What was planned:`;
		await keepNote(repository, pull.number, environment, {
			text: note,
			whenAbsent: "skip"
		});
		return posted.id;
	});
	publish({
		"check-run-id": check?.id ?? null,
		"comment-id": commentId
	});
}

export { tellNotMigrated };