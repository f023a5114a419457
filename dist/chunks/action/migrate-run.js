import { n as __name } from "../rolldown-runtime.js";
import { n as findOwner, t as ownerText } from "../report/owner-text.js";
import { t as migrateSource } from "../commands/migrate/migrate-source.js";
import { r as isDone } from "../commands/migrate/run-outcome.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { r as readSqlFiles } from "../commands/statements/sql-file.js";
import { a as jobSummaryPage, n as checkRunPage, r as commentPage, t as keepComment } from "./sticky-comment.js";
import { c as prose, l as table, n as code, o as link } from "../report/markdown.js";
import { n as outcomeMarkdown } from "../report/outcome-markdown.js";
import { a as outcomeVerdict, n as migrationText, r as runErrorTexts } from "../report/outcome-text.js";
import { n as eventLine, t as openRunLog } from "../report/run-log.js";
import { t as CheckRun } from "./check-run.js";
import { a as notice, n as fail, r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { r as sleep, t as nowMs } from "../support/clock.js";
import { r as messageOf } from "../support/errors.js";
import { n as publishOutcome, t as publish } from "./outputs.js";
import { n as progressLine } from "../report/progress-line.js";
import { t as clip } from "../report/clip.js";
import { c as stateWords, s as stateIcons } from "../report/words.js";
import { t as linksTo } from "./runner-environment.js";
import { t as status } from "../commands/control/status.js";
import { t as _usingCtx } from "../usingCtx.js";

// src/action/find-pull-request.ts
/** The pull request a run belongs to: that of the event, or the one whose merge was pushed. */
async function findPullRequest({ octokit, owner, repo }, event, sha) {
	if (event.kind === "pull-request" || event.kind === "comment") return event.number;
	if (event.kind !== "push") return null;
	const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
		owner,
		repo,
		commit_sha: sha
	});
	return (data.find((pull) => pull.merge_commit_sha === sha) ?? data.find((pull) => pull.merged_at !== null))?.number ?? null;
}

// src/action/live-check-run.ts
/** As often as anybody looks. */
const shortestPauseMs = 5e3;
/** A migration of days must leave the token's 1,000 requests an hour to others. */
const longestPauseMs = 6e4;
/**
* Keeps a check run up to date while a migration runs. The migration never waits for it: when GitHub is slow or down, only the
* updates are late.
*/
var LiveCheckRun = class {
	#check;
	#look;
	#closing = new AbortController();
	#updating;
	constructor(check, look) {
		this.#check = check;
		this.#look = look;
		this.#updating = this.#keepUpdating();
	}
	/** After this nothing is sent any more. */
	async [Symbol.asyncDispose]() {
		this.#closing.abort();
		await this.#updating;
	}
	async #keepUpdating() {
		const { signal } = this.#closing;
		const startedAt = nowMs();
		let sent = "";
		let failures = 0;
		while (!signal.aborted) {
			const output = this.#look();
			const text = JSON.stringify(output);
			if (text !== sent) {
				const arrived = await this.#check.update(output).then(() => true, () => false);
				failures = arrived ? 0 : failures + 1;
				if (arrived) sent = text;
			}
			await sleep(pauseMs(nowMs() - startedAt, failures), signal).catch(() => void 0);
		}
	}
};
/** The longer a migration runs, the slower its progress changes. */
function pauseMs(elapsedMs, failures) {
	const wanted = Math.max(shortestPauseMs, elapsedMs / 20) * 2 ** failures;
	return Math.min(longestPauseMs, wanted);
}

// src/action/next-run.ts
/** For a run that a person has stopped: that person decides when it goes on. */
const startedByHand = {
	id: null,
	text: "Run the workflow again to go on. A run on schedule goes on by itself.",
	url: null
};
/** For a run that has come to its gate and is not to wait there. */
const startedByCutover = {
	id: null,
	text: "Everything is copied and verified. Say /ghostship cutover, then run the workflow again to swap the tables; a run on schedule does it by itself.",
	url: null
};
/** Starts the workflow again, with the inputs that this run had. A refusal is told, and says what to do. */
async function startNextRun({ repository, event, runner, dispatchInputs }) {
	const { octokit, owner, repo } = repository;
	const workflow = /\/([^/@]+)@/u.exec(runner.workflowRef)?.[1] ?? "";
	try {
		const started = (await octokit.rest.actions.createWorkflowDispatch({
			owner,
			repo,
			workflow_id: workflow,
			ref: refOf(event, runner.ref),
			inputs: { ...dispatchInputs },
			return_run_details: true
		})).data;
		const url = started?.html_url ?? `${runner.repositoryUrl}/actions/workflows/${workflow}`;
		return {
			id: started?.workflow_run_id ?? null,
			text: "The next run is started, and goes on.",
			url
		};
	} catch (error) {
		return {
			id: null,
			text: `The next run could not be started: ${explain(error)} Until then, run the workflow again to go on; a run on schedule goes on by itself.`,
			url: null
		};
	}
}
function nextRunMarkdown({ text, url }) {
	return url === null ? prose(text) : `${prose(text)} ${link("Next run", url)}`;
}
/** A merged pull request has a ref of its own, which is gone or not the branch that has its files. */
function refOf(event, runRef) {
	return event.kind === "pull-request" ? event.base.name : runRef;
}
function explain(error) {
	const { status } = error;
	const message = messageOf(error).replace(/\.?$/u, ".");
	if (status === 403) return "the token may not. Give the job the permission actions: write.";
	if (status === 422 && /workflow_dispatch/u.test(message)) return "the workflow has no workflow_dispatch. Add it to the triggers under on.";
	return message;
}

// src/report/run-markdown.ts
/** A run while it goes on, for its check run. */
function runMarkdown(statements, notices) {
	const rows = statements.map(({ statement, outcome, line }) => {
		return [
			outcome === null ? line === null ? "⏳" : "🚢" : stateIcons[outcome.state],
			code(clip(statement.text, 90)),
			prose(line ?? "waiting")
		];
	});
	const columns = [
		"",
		"Statement",
		"Now"
	].map((title) => ({
		title,
		align: "left"
	}));
	const newest = notices.slice(-10).map((notice) => `- ${prose(notice)}`);
	return [table(columns, rows), ...newest.length === 0 ? [] : [newest.join("\n")]].join("\n\n");
}

// src/action/run-board.ts
/** What is known of a run at any moment. It takes news in at once and is looked at whenever somebody has the time. */
var RunBoard = class {
	#entries = [];
	#current = null;
	#table = "";
	#notices = [];
	#ids = [];
	observe(event) {
		switch (event.type) {
			case "queued":
				this.#entries = event.statements.map((statement) => ({
					statement,
					line: null,
					outcome: null
				}));
				return;
			case "started":
				this.#current = this.#entries.find(({ statement }) => statement === event.statement) ?? null;
				this.#table = event.table;
				this.#ids.push(event.id);
				return;
			case "engine": return this.#advance(event.event);
			case "finished":
				if (this.#current !== null) Object.assign(this.#current, {
					line: migrationText(event.outcome),
					outcome: event.outcome
				});
				return;
			case "already-applied":
			case "finding":
			case "left-out":
			case "resumed":
			case "warning":
				this.#notices.push(eventLine(event) ?? "");
				return;
		}
	}
	/** Of the ledger's rows of the statements that were started. */
	get ids() {
		return this.#ids;
	}
	look() {
		const running = this.#entries.find(({ outcome, line }) => outcome === null && line !== null);
		const done = this.#entries.filter(({ outcome }) => outcome !== null).length;
		return {
			title: (running === void 0 ? "Starting" : `${this.#table}: ${running.line ?? ""}`) + (this.#entries.length > 1 ? ` (${Math.min(done + 1, this.#entries.length)} of ${this.#entries.length})` : ""),
			summary: runMarkdown(this.#entries, this.#notices)
		};
	}
	#advance(event) {
		const entry = this.#current;
		if (event.type === "progress" && entry !== null) entry.line = progressLine(event.progress);
		else if (event.type === "state" && entry !== null) entry.line = stateWords[event.state];
		const notice = eventLine({
			type: "engine",
			event
		});
		if (notice !== null) this.#notices.push(`${this.#table}: ${notice}`);
	}
};

// src/action/waiting-work.ts
/** Migrations of files that another run may go on with: their runs have yielded, or died in the middle. */
async function findWaiting(settings, signal) {
	return (await status(null, settings, signal)).filter(({ life, state, file, progress }) => file !== null && (life === "yielded" || life === "dead" && progress !== null && state !== "failed"));
}

// src/action/migrate-run.ts
/**
* Runs the statements of the files that the ledger does not have. The outcome is written to the outputs and the summary before
* any request to GitHub, because a cancelled job has only seconds left.
*/
async function migrateRun(run, signal) {
	const { settings, event, repository, runner, writes } = run;
	requireTarget(settings);
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	const waiting = event.kind === "other" ? await findWaiting(settings, signal) : [];
	if (run.goesOnOnly && waiting.length === 0) {
		publish({ state: "completed" });
		return notice("No migration has yielded: there is nothing to go on with.");
	}
	const all = await readSqlFiles(globs, runner.workspace, maxBytes);
	const files = run.goesOnOnly ? all.filter(({ path }) => waiting.some(({ file }) => file === path)) : all;
	const before = waiting[0]?.run ?? null;
	const sha = event.kind === "pull-request" ? event.headSha : before?.commit ?? runner.sha;
	const pullRequest = await writes.attempt("look for the pull request", () => findPullRequest(repository, event, runner.sha)) ?? before?.pullRequest ?? null;
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, "Ghostship migrate", sha, runner.stepKey, runner.runUrl));
	publish({ "check-run-id": check?.id ?? null });
	const origin = {
		commit: before?.commit ?? runner.sha,
		pullRequest,
		actor: runner.actor,
		runUrl: runner.runUrl,
		planDigest: null
	};
	const takesOver = settings.values["take-over"] === "true";
	const { outcome, ids, isAtGate } = await migrateWatched({
		settings,
		unread: { files },
		origin,
		takesOver
	}, check, signal);
	publishOutcome(outcome, ids);
	const owner = outcome.error?.code === "already-running" ? await findOwner(outcome, settings, signal) : null;
	if (owner !== null) return await leaveToOwner(owner, check, writes);
	const next = await nextOf(run, outcome, isAtGate, signal);
	if (next !== null) {
		publish({ "next-run-id": next.id });
		notice(next.text);
	}
	const words = next === null ? "" : nextRunMarkdown(next);
	const markdown = (page) => outcomeMarkdown(outcome, linksTo(runner, sha), page, words);
	const verdict = outcomeVerdict(outcome);
	await summarize(markdown(jobSummaryPage), writes);
	const output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	};
	await writes.attempt("finish the check run", async () => check?.finish(conclusionOf(outcome), output));
	if (pullRequest !== null && (outcome.migrations.length > 0 || outcome.error !== null)) {
		const commentId = await writes.attempt("write the comment", () => keepComment(repository, pullRequest, markdown(commentPage), "create"));
		publish({ "comment-id": commentId });
	}
	complain(outcome);
}
/** A run that a person has stopped is not started again, and has only seconds left. */
async function nextOf(run, { state }, isAtGate, signal) {
	if (state !== "yielded") return null;
	if (signal.aborted) return startedByHand;
	return isAtGate && run.settings.values.gate === "yield" ? startedByCutover : await startNextRun(run);
}
/** The comment is that of the run that is at work, and stays as it is. */
async function leaveToOwner(owner, check, writes) {
	const text = ownerText(owner);
	notice(text);
	await summarize(prose(text), writes);
	const output = {
		title: text,
		summary: prose(text)
	};
	await writes.attempt("finish the check run", async () => check?.finish("neutral", output));
}
async function migrateWatched(work, check, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		let isAtGate = false;
		const board = new RunBoard();
		const linesOf = openRunLog();
		_usingCtx$1.a(check === null ? null : new LiveCheckRun(check, () => board.look()));
		return {
			outcome: await migrateSource(work, (event) => {
				board.observe(event);
				if (event.type === "engine" && event.event.type === "state" && event.event.state !== "yielded") isAtGate = event.event.state === "waiting_for_cutover";
				linesOf(event).forEach(log);
			}, signal),
			ids: board.ids,
			isAtGate
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function conclusionOf({ state }) {
	if (isDone(state)) return "success";
	if (state === "yielded") return "neutral";
	return state === "aborted" ? "cancelled" : "failure";
}
function complain(outcome) {
	const { title, sentence } = outcomeVerdict(outcome);
	runErrorTexts(outcome).forEach(log);
	if (isDone(outcome.state) || outcome.state === "yielded") log(`${title}. ${sentence}`);
	else fail(`${title}. ${sentence}`);
}

export { migrateRun as n, complain as t };