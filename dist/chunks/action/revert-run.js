import { r as __name } from "../rolldown-runtime.js";
import { l as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { t as revert } from "../commands/revert/revert.js";
import { n as commentPage, s as jobSummaryPage, t as checkRunPage } from "../report/fit.js";
import { n as codeBlock } from "../report/markdown.js";
import { r as outcomeMarkdown } from "../report/outcome-markdown.js";
import { t as errorText } from "../report/outcome-text.js";
import { r as outcomeVerdict } from "../report/outcome-verdict.js";
import { n as openRunLog, t as RunRecord } from "../report/run-record/run-record.js";
import { a as readCommandWord } from "../support/command-words.js";
import { t as GhostshipError } from "../support/errors.js";
import { n as checkName, t as CheckRun } from "./check-run.js";
import { i as closeLeftOpen } from "./tell-orphaned.js";
import { r as log } from "./core.js";
import { n as getPullRequest } from "./find-pull-request.js";
import { a as tellEnd, c as LiveCheckRun, i as RunBoard, l as Herald, n as conclusionOf, o as tellOutdated, s as tellCommits, t as complain, u as tellWebhook } from "../action2.js";
import { t as summarize } from "./job-summary.js";
import { n as publishOutcome, t as publish } from "./outputs.js";
import { t as writeReport } from "./run-report.js";
import { t as linksTo } from "./runner-environment.js";
import { t as targetName } from "./target-name.js";
import { t as code } from "../support/code-span.js";
import { t as _usingCtx } from "../usingCtx.js";

// src/action/tell-reverted.ts
/** Tells the end of a revert as that of a migration: in its check run, and in the pull requests that it is about. */
async function tellReverted(run, outcome, { check, sha, isAtGate, forwardPull }) {
	const { event, runner, settings, writes } = run;
	const environment = targetName(settings.values);
	const verdict = outcomeVerdict(outcome);
	const next = outcome.state === "yielded" ? `${code("/ghostship revert")} goes on with it.` : "";
	const markdown = (page) => outcomeMarkdown(outcome, linksTo(runner, sha), {
		...page,
		environment
	}, next);
	const output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	};
	await writes.attempt("finish the check run", async () => check?.finish(conclusionOf(outcome, isAtGate), output));
	const commented = event.kind === "comment" ? event.number : null;
	for (const number of /* @__PURE__ */ new Set([commented, forwardPull])) {
		if (number === null) continue;
		const { commentId } = await tellEnd(run, number, outcome, verdict, {
			how: markdown(commentPage),
			next
		});
		if (number === (commented ?? forwardPull)) publish({ "comment-id": commentId });
	}
	if (outcome.state !== "yielded") await tellWebhook(run, `${verdict.title}. ${verdict.sentence}`, commented ?? forwardPull);
}

// src/action/revert-run.ts
/** Brings back the table that the input command names, or else the one that can be brought back. */
async function revertRun(run, signal) {
	if (run.event.kind !== "other") throw new GhostshipError("usage", "The mode revert is for a workflow that somebody starts (workflow_dispatch).", { hint: "Write /ghostship revert in a comment of the pull request, with the mode auto." });
	const { command } = run.settings.values;
	const { outcome, report } = await revertWatched(run, command === null ? null : readCommandWord(command.trim()), signal);
	const markdown = outcomeMarkdown(outcome, linksTo(run.runner, run.runner.sha), jobSummaryPage, "");
	await summarize([markdown, report].join("\n\n"), run.writes);
	complain(outcome);
}
/**
* Shows how it goes in a check run, and tells the pull requests how it ended.
*
* @param table `null` for the only one that can be brought back
* @returns with what the job summary says of how it went
*/
async function revertWatched(run, table, signal) {
	const { settings, runner, event, repository, writes } = run;
	const sha = (event.kind === "comment" ? await writes.attempt("look for the pull request", () => getPullRequest(repository, event.number)) : null)?.headSha ?? runner.sha;
	const name = checkName("revert", targetName(settings.values));
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, name, sha, runner.stepKey, runner.runUrl));
	publish({ "check-run-id": check?.id ?? null });
	const { isAtGate, record, ids, forward, outcome } = await revertShown(run, table, check, signal).catch(async (error) => {
		const described = describeError(toGhostshipError(error));
		const output = {
			title: described.message,
			summary: codeBlock("", errorText(described, null))
		};
		const conclusion = described.code === "cannot-revert" ? "neutral" : "failure";
		await writes.attempt("finish the check run", async () => check?.finish(conclusion, output));
		throw error;
	});
	publishOutcome(outcome, ids);
	const report = await writeReport(run, outcome, record, outcomeVerdict(outcome));
	await tellReverted(run, outcome, {
		check,
		sha,
		isAtGate,
		forwardPull: forward?.pullRequest ?? null
	});
	if (outcome.state === "reverted" && forward !== null) await tellForwardCommits(run, forward);
	await writes.attempt("look for check runs left open", async () => check?.closeEarlier(name, sha, runner.stepKey));
	if (outcome.state !== "yielded") await closeLeftOpen(run, {
		appId: check?.appId ?? null,
		isShipped: true
	});
	const shipped = {
		appId: check?.appId ?? null,
		pullOf: () => null
	};
	if (!signal.aborted) await tellOutdated(run, outcome, shipped);
	return {
		outcome,
		report
	};
}
async function tellForwardCommits(run, { file, ordinal, commit }) {
	if (file !== null && commit !== null) await tellCommits(run, {
		file,
		ordinal
	}, commit);
}
async function revertShown(run, table, check, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { settings, runner, event } = run;
		const record = new RunRecord();
		const board = new RunBoard("Reverting");
		const linesOf = openRunLog();
		const origin = {
			commit: runner.sha,
			pullRequest: event.kind === "comment" ? event.number : null,
			actor: event.kind === "comment" ? event.author : runner.actor,
			runUrl: runner.runUrl,
			planDigest: null,
			reviewers: null
		};
		let isAtGate = false;
		let forward = null;
		_usingCtx$1.a(check === null ? null : new LiveCheckRun(check, () => ({
			output: board.look(),
			annotations: []
		})));
		const herald = _usingCtx$1.a(new Herald(run, () => origin.pullRequest ?? forward?.pullRequest ?? null, null));
		return {
			outcome: await revert({
				table,
				settings,
				origin,
				takesOver: settings.values["take-over"] === "true",
				onFound(found) {
					if (found.runUrl?.startsWith(`${runner.repositoryUrl}/`) === true) forward = found;
				}
			}, (news) => {
				board.observe(news);
				record.observe(news);
				herald.observe(news);
				if (news.type === "engine" && news.event.type === "state" && news.event.state !== "yielded") isAtGate = news.event.state === "waiting_for_cutover";
				linesOf(news).forEach(log);
			}, signal),
			record,
			ids: board.ids,
			isAtGate,
			forward
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { revertWatched as n, revertRun as t };