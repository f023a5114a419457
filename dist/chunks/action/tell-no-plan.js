import { r as __name } from "../rolldown-runtime.js";
import { n as commentPage, o as headingOf } from "../report/fit.js";
import { a as firstLine, l as prose, n as codeBlock, t as alert } from "../report/markdown.js";
import { n as checkName, t as CheckRun } from "./check-run.js";
import { t as publish } from "./outputs.js";
import { n as keepComment } from "./sticky-comment.js";
import { n as whyNotPlanned, t as isOfOlderHead } from "./still-open.js";

// src/action/tell-no-plan.ts
/**
* For a plan that an option or the config file has prevented. The commit gets a red check, because a required one would be waited for;
* and the comment no longer shows the plan of an earlier commit.
*/
async function tellNoPlan(unbegun, mode, { message, hint }) {
	const { event, repository, runner, writes, environment, isNamed } = unbegun;
	if (event.kind !== "pull-request" || await whyNotPlanned(unbegun) !== null) return;
	const { number, headSha } = event;
	const title = "Not planned";
	const text = [
		alert("CAUTION", `**Nothing was planned for this commit.** ${prose(hint)}`),
		codeBlock("text", message),
		`<sub>commit ${headSha.slice(0, 7)}</sub>`
	].join("\n\n");
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, checkName(mode, environment), headSha, runner.stepKey, runner.runUrl));
	await writes.attempt("finish the check run", async () => check?.finish("failure", {
		title: `${title}: ${firstLine(message)}`,
		summary: text,
		text: null
	}));
	publish({ "check-run-id": check?.id ?? null });
	if (!isNamed || await isOfOlderHead(unbegun)) return;
	const markdown = `${headingOf({
		...commentPage,
		environment
	}, "🚢 Ghostship", title)}\n\n${text}`;
	const commentId = await writes.attempt("write the comment", () => keepComment(repository, number, {
		environment,
		section: "main"
	}, markdown, "skip"));
	publish({ "comment-id": commentId });
}

export { tellNoPlan };