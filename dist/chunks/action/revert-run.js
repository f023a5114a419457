import { n as __name } from "../rolldown-runtime.js";
import { t as revert } from "../commands/revert/revert.js";
import { a as jobSummaryPage } from "./sticky-comment.js";
import { n as outcomeMarkdown } from "../report/outcome-markdown.js";
import { t as openRunLog } from "../report/run-log.js";
import { c as unquoteIdent } from "../sql/sql.js";
import { t as GhostshipError } from "../support/errors.js";
import { r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as complain } from "./migrate-run.js";
import { n as publishOutcome } from "./outputs.js";
import { t as linksTo } from "./runner-environment.js";

// src/action/revert-run.ts
/** Brings back the table that the input command names, or else the one that can be brought back. */
async function revertRun(run, signal) {
	if (run.event.kind !== "other") throw new GhostshipError("usage", "The mode revert is for a workflow that somebody starts (workflow_dispatch).", { hint: "Write /ghostship revert in a comment of the pull request, with the mode auto." });
	const { command } = run.settings.values;
	const outcome = await revertWatched(run, command === null ? null : unquoteIdent(command.trim()), signal);
	await summarize(outcomeMarkdown(outcome, linksTo(run.runner, run.runner.sha), jobSummaryPage, ""), run.writes);
	complain(outcome);
}
/** @param table `null` for the only one that can be brought back */
async function revertWatched({ settings, runner, event }, table, signal) {
	const linesOf = openRunLog();
	const ids = [];
	const origin = {
		commit: runner.sha,
		pullRequest: event.kind === "comment" ? event.number : null,
		actor: event.kind === "comment" ? event.author : runner.actor,
		runUrl: runner.runUrl,
		planDigest: null
	};
	const takesOver = settings.values["take-over"] === "true";
	const outcome = await revert({
		table,
		settings,
		origin,
		takesOver
	}, (news) => {
		if (news.type === "started") ids.push(news.id);
		linesOf(news).forEach(log);
	}, signal);
	publishOutcome(outcome, ids);
	return outcome;
}

export { revertWatched as n, revertRun as t };