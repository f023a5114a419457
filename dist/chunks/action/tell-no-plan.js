import { r as __name } from "../rolldown-runtime.js";
import { a as environmentName } from "../lint.js";
import { l as headingOf, o as commentPage, r as keepComment } from "./sticky-comment.js";
import { o as firstLine, r as codeBlock, t as alert, u as prose } from "../report/markdown.js";
import { n as checkName, t as CheckRun } from "./check-run.js";
import { t as chooseMode } from "./choose-mode.js";
import { t as publish } from "./outputs.js";

// src/action/tell-no-plan.ts
/**
* For a plan that an option or the config file has prevented. The commit gets a red check, because a required one would be waited for;
* and the comment no longer shows the plan of an earlier commit.
*/
async function tellNoPlan({ event, repository, runner, writes, inputs }, { message, hint }) {
	const mode = plannedBy(inputs.mode ?? "", event);
	const name = inputs.environment ? environmentName.safeParse(inputs.environment) : null;
	if (mode === null || event.kind !== "pull-request" || name?.success === false) return;
	const environment = name?.data ?? null;
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
	const markdown = `${headingOf({
		...commentPage,
		environment
	}, "🚢 Ghostship", title)}\n\n${text}`;
	const commentId = await writes.attempt("write the comment", () => keepComment(repository, number, {
		environment,
		section: "main"
	}, markdown, "skip"));
	publish({
		"check-run-id": check?.id ?? null,
		"comment-id": commentId
	});
}
/** The mode, if it is one that plans; the input may be wrong itself. */
function plannedBy(wanted, event) {
	if (wanted === "lint" || wanted === "plan") return wanted;
	if (wanted !== "" && wanted !== "auto") return null;
	const choice = chooseMode("auto", event);
	return "mode" in choice && choice.mode === "plan" ? choice.mode : null;
}

export { tellNoPlan };