import { r as __name } from "../rolldown-runtime.js";
import { l as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { n as requireReplica } from "../commands/options/settings.js";
import { t as code } from "../support/code-span.js";
import { a as rehearsalVerdict, i as isOfRun, n as rehearsalAnswer, o as rehearseSource, r as rehearsalRunText, t as besideDelay } from "../report/rehearsal-text.js";
import { a as fit, i as essential, n as commentPage, o as headingOf, s as jobSummaryPage, t as checkRunPage } from "../report/fit.js";
import { t as describeHazard } from "../engine/probes/hazard.js";
import { t as formatMoment } from "../support/moment.js";
import { t as clip } from "../report/clip.js";
import { l as prose, o as link, s as message, t as alert, u as table } from "../report/markdown.js";
import { a as runFailure, n as failure, t as describeVerified } from "../report/outcome-markdown.js";
import { i as formatNumberOf, r as formatDuration, t as formatBytes } from "../report/quantity.js";
import { _ as stateWords, g as stateIcons, t as algorithmWords } from "../report/words.js";
import { n as openRunLog, t as RunRecord } from "../report/run-record/run-record.js";
import { n as checkName, t as CheckRun } from "./check-run.js";
import { a as notice, n as fail, r as log } from "./core.js";
import { i as FileOwners, n as planReader } from "../action.js";
import { t as summarize } from "./job-summary.js";
import { i as whyNoDatabase, r as unreadOf, t as look } from "../action3.js";
import { n as publishOutcome, t as publish } from "./outputs.js";
import { t as writeReport } from "./run-report.js";
import { t as linksTo } from "./runner-environment.js";
import { n as keepComment } from "./sticky-comment.js";
import { t as targetName } from "./target-name.js";

// src/report/rehearsal-markdown.ts
/**
* What a run of rehearsals came to, as a section of the pull request's page.
*
* @param commit that was rehearsed
*/
function rehearsalMarkdown(run, links, commit, page) {
	const { kind, title, sentence } = rehearsalVerdict(run);
	const pieces = [
		essential(headingOf(page, "🎭 Rehearsal", title)),
		essential(alert(alertFor[kind], `**${prose(sentence)}**`)),
		...run.migrations.filter(({ error }) => error !== null).map((one) => essential(failure(one, run.migrations))),
		...run.error !== null && isOfRun(run) ? [essential(`${message(run.error.message)}\n\n${message(run.error.hint)}`)] : [],
		essential(run.migrations.length === 0 ? "" : table(columns, run.migrations.map(row))),
		...run.migrations.map((one) => ({
			markdown: remarks(one),
			weight: "useful"
		})),
		essential(footer(run, links, commit))
	];
	return fit(pieces, page.limit, "The log of the run has all of it.");
}
/** The same section, where a rehearsal was asked for and could not begin. */
function rehearsalRefused(error, page) {
	const pieces = [
		essential(headingOf(page, "🎭 Rehearsal", "Not rehearsed")),
		essential(alert("CAUTION", "**The rehearsal that was asked for did not begin.** No table is changed.")),
		essential(runFailure(error))
	];
	return fit(pieces, page.limit, "The log of the run has all of it.");
}
const alertFor = {
	done: "TIP",
	nothing: "NOTE",
	stopped: "WARNING",
	failed: "CAUTION"
};
/** No more than these, for a telephone. */
const columns = [{
	title: "Statement",
	align: "left"
}, {
	title: "What came of it",
	align: "left"
}];
function row(outcome) {
	const { statement, state, algorithm, durationMs, rowsCopied, changesApplied, verified, rehearsal } = outcome;
	const isCopied = algorithm === "copy";
	const rate = rehearsal === null ? "" : `, ${formatNumberOf(rehearsal.rowsPerSecond, "row")} a second`;
	const lagMs = rehearsal?.mostLagMs ?? null;
	const binlogBytes = rehearsal?.binlogBytes ?? null;
	const what = [
		cameTo(state, isCopied, durationMs),
		...isCopied ? [`${formatNumberOf(rowsCopied, "row")} copied${rate}`] : [],
		...isCopied ? [`${formatNumberOf(changesApplied, "change")} applied`] : [],
		...verified === null ? [] : [describeVerified(verified)],
		...lagMs === null ? [] : [`lag of ${formatDuration(lagMs)} at most${besideDelay(rehearsal?.delayMs ?? 0)}`],
		...binlogBytes === null ? [] : [`≈&nbsp;${formatBytes(binlogBytes)} of binary log`]
	];
	const how = algorithm === null ? [] : [algorithmWords[algorithm].replaceAll(" ", "&nbsp;")];
	return [[code(clip(statement, 90)), ...how].join("<br>"), what.join("<br>")];
}
function cameTo(state, isCopied, durationMs) {
	if (state === "queued") return "⏭️&nbsp;not rehearsed";
	if (state !== "completed") return `${stateIcons[state]}&nbsp;${stateWords[state]} in ${formatDuration(durationMs)}`;
	return isCopied ? `✅&nbsp;rehearsed in ${formatDuration(durationMs)}` : "⏭️&nbsp;nothing to rehearse";
}
/** Why nothing was copied, and what may stand in the way. */
function remarks({ table: name, algorithm, rehearsal }) {
	if (rehearsal === null) return "";
	const { reason, hazards, unsettledRows } = rehearsal;
	return [
		...algorithm === "copy" ? [] : [reason],
		...unsettledRows === 0 ? [] : [`${formatNumberOf(unsettledRows, "row")} changed at every look. The swap compares them under its lock.`],
		...hazards.map((hazard) => `${describeHazard(hazard)} ${hazard.hint}`)
	].map((text) => `- ${code(name)}: ${prose(text)}`).join("\n");
}
function footer({ version, replica, startedAt }, links, commit) {
	const run = links.run === null ? [] : [link("log", links.run)];
	return `<sub>${[
		`Ghostship ${version}`,
		`rehearsed ${commit.slice(0, 8)} on ${code(replica)}`,
		formatMoment(startedAt),
		...run
	].join(" · ")}</sub>`;
}

// src/action/rehearse-run.ts
/** Rehearses the statements of a pull request, or else of all files. A section of its own in the comment says how it went. */
async function rehearseRun(run, signal) {
	try {
		return await rehearse(run, signal);
	} catch (error) {
		const environment = targetName(run.settings.values);
		const told = describeError(toGhostshipError(error));
		await keepSection(run, rehearsalRefused(told, {
			...commentPage,
			environment
		}), "create");
		throw error;
	}
}
async function rehearse(run, signal) {
	const { settings, event, repository, runner, writes } = run;
	const environment = targetName(settings.values);
	const unasked = whyNoDatabase(run);
	if (unasked !== null) {
		publish({ state: "completed" });
		const text = `${unasked}: nothing was rehearsed, and no database was asked.`;
		notice(text);
		return {
			text,
			isGood: false
		};
	}
	requireReplica(settings);
	const looked = await look(run);
	const sha = (event.kind === "pull-request" ? event : null)?.headSha ?? runner.sha;
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, checkName("rehearse", environment), sha, runner.stepKey, runner.runUrl));
	publish({ "check-run-id": check?.id ?? null });
	const linesOf = openRunLog();
	const record = new RunRecord();
	const owners = new FileOwners(run, {
		known: null,
		planOf: planReader(run, check)
	});
	const rehearsed = await rehearseSource({
		settings,
		unread: unreadOf(run, looked, owners)
	}, (event) => {
		record.observe(event);
		for (const line of linesOf(event)) log(line);
	}, signal);
	publishOutcome(rehearsed, []);
	const report = await writeReport(run, rehearsed, record, rehearsalVerdict(rehearsed));
	log(rehearsalRunText(rehearsed));
	const markdown = (page) => rehearsalMarkdown(rehearsed, linksTo(runner, sha), sha, {
		...page,
		environment
	});
	const { kind, title, sentence } = rehearsalVerdict(rehearsed);
	const output = {
		title: `${title}: ${sentence}`,
		summary: markdown(checkRunPage)
	};
	await writes.attempt("finish the check run", async () => check?.finish(conclusions[kind], output, []));
	const whenAbsent = rehearsed.migrations.length === 0 ? "skip" : "create";
	const commentId = await keepSection(run, markdown(commentPage), whenAbsent);
	publish({ "comment-id": commentId });
	await summarize([markdown(jobSummaryPage), report].join("\n\n"), writes);
	const text = rehearsalAnswer(rehearsed);
	const isGood = kind === "done" || kind === "nothing";
	if (!isGood) fail(text);
	return {
		text,
		isGood
	};
}
async function keepSection({ settings, event, repository, writes }, markdown, whenAbsent) {
	if (event.kind !== "pull-request") return null;
	const place = {
		environment: targetName(settings.values),
		section: "rehearsal"
	};
	return await writes.attempt("write the comment", () => keepComment(repository, event.number, place, markdown, whenAbsent));
}
const conclusions = {
	done: "success",
	nothing: "success",
	stopped: "cancelled",
	failed: "failure"
};

export { rehearseRun };