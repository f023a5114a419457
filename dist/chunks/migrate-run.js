import { r as statementsOf } from "./file-statement.js";
import { n as eventLine, r as migrate, t as openRunLog } from "./run-log.js";
import { n as requireTarget } from "./settings.js";
import { t as readSqlFiles } from "./sql-file.js";
import { a as jobSummaryPage, i as fit, n as checkRunPage, r as commentPage, t as keepComment } from "./sticky-comment.js";
import { t as clip } from "./clip.js";
import { c as table, n as code, o as link, s as prose, t as alert } from "./markdown.js";
import { i as outcomeVerdict, n as migrationText, t as errorText } from "./outcome-text.js";
import { c as tableStateSentence, d as formatDuration, o as stateIcons, s as stateWords, t as algorithmWords, u as formatCount } from "./words.js";
import { t as CheckRun } from "./check-run.js";
import { n as fail, r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { r as sleep, t as nowMs } from "./clock.js";
import { n as publishOutcome, t as publish } from "./outputs.js";
import { n as progressLine } from "./progress-line.js";
import { t as linksTo } from "./surroundings.js";
import { t as _usingCtx } from "./usingCtx.js";
// src/report/outcome-markdown.ts
/** What a run came to, for the pull request it came from. */
function outcomeMarkdown(outcome, links, page) {
	let verdict = outcomeVerdict(outcome), pieces = [
		essential(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ""),
		essential(alert(alertFor[verdict.kind], `**${prose(verdict.sentence)}**`)),
		...outcome.migrations.filter(({ error }) => error !== null).map((migration) => essential(failure(migration))),
		essential(outcome.migrations.length === 0 && outcome.error !== null ? runFailure(outcome.error) : ""),
		essential(outcome.migrations.length === 0 ? "" : outcomeTable(outcome.migrations)),
		essential(footer(outcome, links))
	];
	return fit(pieces, page.limit, "The log of the run has all of it.");
}
/** What was done with each statement, or is being done. */
function outcomeTable(migrations) {
	return table(columns, migrations.map(row));
}
const columns = [
	{
		title: "Statement",
		align: "left"
	},
	{
		title: "State",
		align: "left"
	},
	{
		title: "How",
		align: "left"
	},
	{
		title: "Rows copied",
		align: "right"
	},
	{
		title: "Changes applied",
		align: "right"
	},
	{
		title: "Took",
		align: "right"
	},
	{
		title: "Writers waited",
		align: "right"
	},
	{
		title: "Verified",
		align: "left"
	}
], alertFor = {
	done: "TIP",
	nothing: "NOTE",
	stopped: "WARNING",
	failed: "CAUTION"
};
function essential(markdown) {
	return {
		markdown,
		essential: !0
	};
}
function row(migration) {
	let { statement, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified } = migration, started = state !== "queued";
	return [
		code(clip(statement, 90)),
		`${stateIcons[state]}&nbsp;${stateWords[state]}`,
		algorithm === null ? "" : algorithmWords[algorithm].replaceAll(" ", "&nbsp;"),
		algorithm === "copy" ? formatCount(rowsCopied) : "",
		algorithm === "copy" ? formatCount(changesApplied) : "",
		started ? formatDuration(durationMs) : "",
		lockedMs > 0 ? formatDuration(lockedMs) : "",
		verified === null ? "" : `${formatCount(verified.rows)} rows, ${verified.differences === 0 ? "all equal" : `${formatCount(verified.differences)} differ`}`
	];
}
function failure({ table: name, error, tableState }) {
	return error === null ? "" : [
		`### ${name === "" ? "A statement" : code(name)} · ${code(error.code)}`,
		`- **What happened:** ${inItem(error.message)}`,
		`- **The table:** ${prose(tableStateSentence(tableState, name))}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
function runFailure(error) {
	return [
		`### ${code(error.code)}`,
		`- **What happened:** ${inItem(error.message)}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
/** A message of several lines stays inside its list item. */
function inItem(text) {
	return prose(text).replaceAll("\n", "\n  ");
}
function footer({ version, startedAt, finishedAt }, links) {
	let took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt)), run = links.run === null ? [] : [link("log", links.run)];
	return `<sub>${[
		`Ghostship ${version}`,
		`started ${startedAt}`,
		`took ${took}`,
		...run
	].join(" · ")}</sub>`;
}
// src/action/find-pull-request.ts
/** The pull request a run belongs to: that of the event, or the one whose merge was pushed. */
async function findPullRequest({ octokit, owner, repo }, event, sha) {
	if (event.kind === "pull-request" || event.kind === "comment") return event.number;
	if (event.kind !== "push") return null;
	let { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
		owner,
		repo,
		commit_sha: sha
	});
	return (data.find((pull) => pull.merge_commit_sha === sha) ?? data.find((pull) => pull.merged_at !== null))?.number ?? null;
}
/**
* Keeps a check run up to date while a migration runs, behind its back: whoever is asked for the newest state answers at
* once, and a GitHub that is slow or down costs nothing but the news.
*/
var LiveCheckRun = class {
	#check;
	#look;
	#closing = new AbortController();
	#updating;
	constructor(check, look) {
		this.#check = check, this.#look = look, this.#updating = this.#keepUpdating();
	}
	/** After this nothing is sent any more. */
	async [Symbol.asyncDispose]() {
		this.#closing.abort(), await this.#updating;
	}
	async #keepUpdating() {
		let { signal } = this.#closing, startedAt = nowMs(), sent = "", failures = 0;
		for (; !signal.aborted;) {
			let output = this.#look(), text = JSON.stringify(output);
			if (text !== sent) {
				let arrived = await this.#check.update(output).then(() => !0, () => !1);
				failures = arrived ? 0 : failures + 1, arrived && (sent = text);
			}
			await sleep(pauseMs(nowMs() - startedAt, failures), signal).catch(() => void 0);
		}
	}
};
/** The longer it runs, the less there is new from one second to the next. */
function pauseMs(elapsedMs, failures) {
	let wanted = Math.max(5e3, elapsedMs / 20) * 2 ** failures;
	return Math.min(6e4, wanted);
}
// src/report/run-markdown.ts
/** A run while it goes on, for its check run. */
function runMarkdown(statements, notices) {
	let rows = statements.map(({ statement, outcome, line }) => [
		outcome === null ? line === null ? "⏳" : "🚢" : stateIcons[outcome.state],
		code(clip(statement.text, 90)),
		prose(line ?? "waiting")
	]), columns = [
		"",
		"Statement",
		"Now"
	].map((title) => ({
		title,
		align: "left"
	})), newest = notices.slice(-10).map((notice) => `- ${prose(notice)}`);
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
				this.#current = this.#entries.find(({ statement }) => statement === event.statement) ?? null, this.#table = event.table, this.#ids.push(event.id);
				return;
			case "engine": return this.#advance(event.event);
			case "finished":
				this.#current !== null && Object.assign(this.#current, {
					line: migrationText(event.outcome),
					outcome: event.outcome
				});
				return;
			case "already-applied":
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
		let running = this.#entries.find(({ outcome, line }) => outcome === null && line !== null), done = this.#entries.filter(({ outcome }) => outcome !== null).length;
		return {
			title: (running === void 0 ? "Starting" : `${this.#table}: ${running.line ?? ""}`) + (this.#entries.length > 1 ? ` (${Math.min(done + 1, this.#entries.length)} of ${this.#entries.length})` : ""),
			summary: runMarkdown(this.#entries, this.#notices)
		};
	}
	#advance(event) {
		let entry = this.#current;
		event.type === "progress" && entry !== null ? entry.line = progressLine(event.progress) : event.type === "state" && entry !== null && (entry.line = stateWords[event.state]);
		let notice = eventLine({
			type: "engine",
			event
		});
		notice !== null && this.#notices.push(`${this.#table}: ${notice}`);
	}
};
// src/action/migrate-run.ts
/**
* Migrates what the files hold and the ledger does not. What is certain comes first: the outcome is in the outputs and
* the summary before GitHub is asked for anything, for a cancelled job has only seconds left.
*/
async function migrateRun(run, signal) {
	let { settings, event, hub, surroundings, delivery } = run;
	requireTarget(settings);
	let statements = (await readSqlFiles(settings.values.files, surroundings.workspace)).flatMap(statementsOf), sha = event.kind === "pull-request" ? event.headSha : surroundings.sha, pullRequest = await delivery.attempt("look for the pull request", () => findPullRequest(hub, event, surroundings.sha)), check = await delivery.attempt("write a check run", () => CheckRun.open(hub, "Ghostship migrate", sha, surroundings.stepKey, surroundings.runUrl));
	publish({ "check-run-id": check?.id ?? null });
	let { outcome, ids } = await migrateWatched({
		settings,
		statements,
		origin: {
			commit: surroundings.sha,
			pullRequest,
			actor: surroundings.actor,
			runUrl: surroundings.runUrl,
			planDigest: null
		}
	}, check, signal);
	publishOutcome(outcome, ids);
	let markdown = (page) => outcomeMarkdown(outcome, linksTo(surroundings, sha), page), verdict = outcomeVerdict(outcome);
	await summarize(markdown(jobSummaryPage), delivery);
	let output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	};
	if (await delivery.attempt("finish the check run", async () => check?.finish(conclusionOf(outcome), output)), pullRequest !== null && outcome.migrations.length > 0) {
		let commentId = await delivery.attempt("write the comment", () => keepComment(hub, pullRequest, markdown(commentPage), "create"));
		publish({ "comment-id": commentId });
	}
	complain(outcome);
}
async function migrateWatched(work, check, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		let board = new RunBoard(), linesOf = openRunLog();
		return _usingCtx$1.a(check === null ? null : new LiveCheckRun(check, () => board.look())), {
			outcome: await migrate(work, (event) => {
				board.observe(event), linesOf(event).forEach(log);
			}, signal),
			ids: board.ids
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function conclusionOf({ state }) {
	return state === "completed" ? "success" : state === "yielded" ? "neutral" : state === "aborted" ? "cancelled" : "failure";
}
function complain(outcome) {
	let { title, sentence } = outcomeVerdict(outcome);
	for (let { table, tableState, error } of outcome.migrations) error !== null && log(errorText(error, {
		table,
		state: tableState
	}));
	outcome.state === "completed" || outcome.state === "yielded" ? log(`${title}. ${sentence}`) : fail(`${title}. ${sentence}`);
}
export { migrateRun };
