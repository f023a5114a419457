import { i as matchPaths, n as requireTarget, o as readConfig, t as readSettings } from "./chunks/settings.js";
import { t as listenForInterruption } from "./chunks/interruption.js";
import { a as toGhostshipError, t as describeError } from "./chunks/run-outcome.js";
import { t as refuseNotYet } from "./chunks/not-yet2.js";
import { i as options, r as optionNamesFor } from "./chunks/options.js";
import { i as outcomeVerdict, n as migrationText, t as errorText } from "./chunks/outcome-text.js";
import { t as GhostshipError } from "./chunks/errors.js";
import { n as status, t as control } from "./chunks/control2.js";
import { t as parseControlCommand } from "./chunks/control-command.js";
import { C as table, S as prose, _ as code, a as once, b as escapeHtml, c as fail, d as readInput, g as alert, h as writeSummary, i as connectHub, l as log, m as warn, o as readEvent, p as setOutput, r as createOnce, s as annotate, t as CheckRun, u as mask, v as codeBlock, x as link, y as details } from "./chunks/check-run.js";
import { t as statusText } from "./chunks/status-text.js";
import { a as planFailed, i as plan, n as planVerdict, r as diffDefinitions, t as planText } from "./chunks/plan-text.js";
import { n as cleanup, t as cleanupText } from "./chunks/cleanup-text.js";
import { $ as statementsOf, nt as isCertain, tt as describeHazard } from "./chunks/engine-options.js";
import { n as eventLine, r as migrate, t as openRunLog } from "./chunks/run-log.js";
import { t as readSqlFiles } from "./chunks/sql-file.js";
import { t as clip } from "./chunks/clip.js";
import { a as severityIcons, c as tableStateSentence, d as formatDuration, l as formatBytes, n as describeDeferral, o as stateIcons, r as describeEstimate, s as stateWords, t as algorithmWords, u as formatCount } from "./chunks/words.js";
import { r as sleep, t as nowMs } from "./chunks/clock.js";
import { n as progressLine } from "./chunks/progress-line.js";
import { t as _usingCtx } from "./chunks/usingCtx.js";
import { r as describeRule } from "./chunks/lint-text.js";
import { join as join$1, resolve } from "node:path";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/action/choose-mode.ts
/** @throws GhostshipError `usage` for an event that says nothing */
function chooseMode(wanted, event) {
	if (wanted !== "auto") return { mode: wanted };
	switch (event.kind) {
		case "pull-request": return event.state === "merged" ? { mode: "migrate" } : event.state === "open" ? { mode: "plan" } : { nothing: "The pull request was closed without being merged." };
		case "push": return event.isDefaultBranch ? { mode: "migrate" } : { nothing: `${event.branch ?? "A tag"} is not the default branch; mode: migrate would migrate all the same.` };
		case "comment": return isCommand(event.body) ? { mode: "control" } : { nothing: "The comment is not for Ghostship." };
		case "irrelevant": return { nothing: event.reason };
		case "other": throw new GhostshipError("usage", `The event ${event.name} does not tell what to do.`, { hint: "Give the input mode: lint, plan, migrate, control, status or cleanup." });
	}
}
/** A comment is a command if its first word says so. */
function isCommand(body) {
	return /^\s*\/ghostship(\s|$)/u.test(body);
}
/** What stands behind `/ghostship` on its line. */
function commandIn(body) {
	return /^\s*\/ghostship[^\S\n]*(.*)/u.exec(body)?.[1]?.trim() ?? "";
}
// src/action/job-summary.ts
/** The summary of the job, with what could not be delivered elsewhere. */
async function summarize(markdown, { failures }) {
	let notes = failures.map((failure) => alert("WARNING", prose(failure)));
	await writeSummary([...notes, markdown].join("\n\n")).catch((error) => {
		warn(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
	});
}
// src/action/outputs.ts
function publish(values) {
	for (let [name, value] of Object.entries(values)) setOutput(name, value ?? "");
}
function publishPlan(report, path) {
	let algorithms = report.statements.flatMap((statement) => statement.kind === "planned" ? [statement.algorithm] : []), refused = report.statements.find((statement) => statement.kind === "refused");
	publish({
		state: planFailed(report) ? "failed" : "completed",
		"table-state": "unchanged",
		algorithm: byWeight.find((algorithm) => algorithms.includes(algorithm)) ?? null,
		"plan-digest": report.digest,
		plan: path,
		"error-code": report.problem?.code ?? refused?.error.code ?? null
	});
}
/** @param ids of the ledger's rows of the statements that were started, in their order */
function publishOutcome(outcome, ids) {
	let { migrations } = outcome, stopped = migrations.findIndex(({ state }) => state !== "completed"), decisive = stopped === -1 ? migrations.length - 1 : stopped, verified = migrations.flatMap((migration) => migration.verified === null ? [] : [migration.verified.differences]), states = migrations.map(({ tableState }) => tableState);
	publish({
		state: outcome.state,
		"table-state": worst.find((state) => states.includes(state)) ?? "unchanged",
		algorithm: migrations[decisive]?.algorithm ?? null,
		"migration-id": ids[decisive] ?? null,
		"rows-copied": sum(migrations.map(({ rowsCopied }) => rowsCopied)),
		"changes-applied": sum(migrations.map(({ changesApplied }) => changesApplied)),
		"locked-ms": Math.max(0, ...migrations.map(({ lockedMs }) => lockedMs)),
		"duration-ms": Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt),
		differences: verified.length === 0 ? null : sum(verified),
		"error-code": outcome.error?.code ?? null
	});
}
const byWeight = [
	"copy",
	"inplace",
	"instant",
	"direct"
], worst = [
	"unknown",
	"changed",
	"unchanged"
];
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
// src/action/control-run.ts
/** Passes a command on to a running migration: that of the input, or that of a comment by somebody who may push. */
async function controlRun(run, signal) {
	let { event, settings, delivery } = run;
	if (event.kind === "comment") return obeyComment(run, event, signal);
	let command = settings.values.command;
	if (command === null) throw new GhostshipError("usage", "The input command is missing.", { hint: "Write cutover, pause, resume, abort or throttle followed by a number." });
	let answer = await obey(command, run, signal);
	log(answer), await summarize(codeBlock("", answer), delivery);
}
async function obeyComment(run, event, signal) {
	let { hub, delivery } = run, react = (content) => delivery.attempt("react to the comment", () => hub.octokit.rest.reactions.createForIssueComment({
		owner: hub.owner,
		repo: hub.repo,
		comment_id: event.commentId,
		content
	})), reply = (body) => delivery.attempt("answer the comment", () => hub.octokit.rest.issues.createComment({
		owner: hub.owner,
		repo: hub.repo,
		issue_number: event.number,
		body
	})), command = commandIn(event.body);
	try {
		await refuseStrangers(hub, event.author);
		let answer = await obey(command, run, signal);
		log(answer), await react("+1"), await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock("", answer)}`), await summarize(codeBlock("", answer), delivery);
	} catch (error) {
		let described = describeError(toGhostshipError(error)), text = errorText(described, null);
		publish({ "error-code": described.code }), await react("confused"), await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock("", text)}`), await summarize(codeBlock("", text), delivery), fail(text);
	}
}
async function obey(command, { settings }, signal) {
	let [verb, table = null] = command.split(/\s+/u);
	if (verb === "status") return statusText(await status(table, settings, signal));
	let migration = await control(parseControlCommand(command), settings, signal);
	return publish({
		"migration-id": migration.migrationId,
		state: migration.progress.state
	}), `The migration of ${migration.table} was told: ${command}.`;
}
/** Anybody may comment on a public repository. */
async function refuseStrangers({ octokit, owner, repo }, username) {
	let { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
		owner,
		repo,
		username
	});
	if (data.permission !== "admin" && data.permission !== "write") throw new GhostshipError("usage", `${username} may not command migrations here.`, { hint: "Ask somebody who may push to this repository." });
}
// src/action/delivery.ts
/**
* Writes to GitHub that may fail without failing the run: the database matters, not the report. What could not be
* delivered is remembered, so that the job summary can say so.
*/
var Delivery = class {
	#failures = [];
	/** @param what as in "Ghostship could not …" */
	async attempt(what, write) {
		try {
			return await write();
		} catch (error) {
			let failure = `Ghostship could not ${what}: ${explain(error)}`;
			return this.#failures.push(failure), warn(failure), null;
		}
	}
	get failures() {
		return this.#failures;
	}
};
function explain(error) {
	let { status } = error, message = error instanceof Error ? error.message : String(error);
	return status !== 403 || !/not accessible/iu.test(message) ? `${message}.` : "the token may not write. Give the job the permissions checks: write and pull-requests: write; in a pull request from a fork GitHub gives no token that may.";
}
// src/action/payload.ts
/** A place in the payload of an event. What is not there, or is something else, is named by its path. */
var Payload = class Payload {
	#event;
	#path;
	#value;
	constructor(event, value, path = "") {
		this.#event = event, this.#value = value, this.#path = path;
	}
	at(...keys) {
		let [key, ...rest] = keys;
		if (key === void 0) return this;
		let child = (typeof this.#value == "object" && this.#value !== null ? this.#value : {})[key];
		return new Payload(this.#event, child, this.#path === "" ? key : `${this.#path}.${key}`).at(...rest);
	}
	get isAbsent() {
		return this.#value === void 0 || this.#value === null;
	}
	get isTrue() {
		return this.#value === !0;
	}
	/** @throws GhostshipError `usage` if it is no text */
	get text() {
		if (typeof this.#value == "string") return this.#value;
		throw this.#unlike("a text");
	}
	/** @throws GhostshipError `usage` if it is no number */
	get number() {
		if (typeof this.#value == "number") return this.#value;
		throw this.#unlike("a number");
	}
	#unlike(wanted) {
		return new GhostshipError("usage", `The payload of the event ${this.#event} has no ${this.#path} that is ${wanted}.`, { hint: "Look at the file GITHUB_EVENT_PATH points to: the event is not what GitHub sends." });
	}
};
// src/action/event.ts
/** @throws GhostshipError `usage` if the payload is not what GitHub sends */
function parseEvent(name, value) {
	let payload = new Payload(name, value);
	switch (name) {
		case "pull_request":
		case "pull_request_target": return pullRequest(payload.at("pull_request"), name === "pull_request");
		case "push": return push(payload);
		case "issue_comment": return comment$1(payload);
		default: return {
			kind: "other",
			name
		};
	}
}
function pullRequest(pull, isCheckedOut) {
	let source = pull.at("head", "repo"), isOpen = pull.at("state").text === "open";
	return {
		kind: "pull-request",
		number: pull.at("number").number,
		headSha: pull.at("head", "sha").text,
		state: pull.at("merged").isTrue ? "merged" : isOpen ? "open" : "closed",
		isFork: source.isAbsent || source.at("full_name").text !== pull.at("base", "repo", "full_name").text,
		isCheckedOut
	};
}
function push(payload) {
	let ref = payload.at("ref").text, branch = ref.startsWith("refs/heads/") ? ref.slice(11) : null;
	return {
		kind: "push",
		branch,
		isDefaultBranch: branch === payload.at("repository", "default_branch").text
	};
}
function comment$1(payload) {
	let action = payload.at("action").text;
	if (action !== "created") return {
		kind: "irrelevant",
		reason: `A comment was ${action}; only new ones are commands.`
	};
	let author = payload.at("comment", "user", "login");
	return {
		kind: "comment",
		commentId: payload.at("comment", "id").number,
		number: payload.at("issue", "number").number,
		author: author.isAbsent ? "" : author.text,
		body: payload.at("comment", "body").text
	};
}
// src/action/inputs.ts
/** The inputs of the action. Every secret among them is masked before anything can be logged. */
function readInputs() {
	let inputs = Object.fromEntries(optionNamesFor("input").map((name) => [name, readInput(name)]));
	mask(inputs["github-token"] ?? ""), mask(inputs.password ?? "");
	for (let urls of [
		inputs.target,
		inputs.replica,
		inputs["lag-replicas"]
	]) for (let password of passwordsIn(urls ?? "")) mask(password);
	return inputs;
}
/** Passwords in URLs, as they are written and as they are meant. A URL need not be right for its password to be one. */
function passwordsIn(urls) {
	return Array.from(urls.matchAll(/\/\/[^:/@\s]*:([^\s]*)@/gu)).flatMap(([, written = ""]) => [written, decode(written)]);
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
// src/action/look-run.ts
async function statusRun({ settings, delivery }, signal) {
	let migrations = await status(null, settings, signal), [first] = migrations;
	first !== void 0 && publish({
		state: first.progress.state,
		"migration-id": first.migrationId
	}), log(statusText(migrations)), await summarize(codeBlock("", statusText(migrations)), delivery);
}
async function cleanupRun({ settings, delivery }, signal) {
	let text = cleanupText(await cleanup(null, settings, signal));
	publish({ state: "completed" }), log(text), await summarize(codeBlock("", text), delivery);
}
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
// src/report/outcome-markdown.ts
/** What a run came to, for the pull request it came from. */
function outcomeMarkdown(outcome, links, page) {
	let verdict = outcomeVerdict(outcome);
	return fit([
		essential$1(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ""),
		essential$1(alert(alertFor$1[verdict.kind], `**${prose(verdict.sentence)}**`)),
		...outcome.migrations.filter(({ error }) => error !== null).map((migration) => essential$1(failure(migration))),
		essential$1(outcome.migrations.length === 0 && outcome.error !== null ? runFailure(outcome.error) : ""),
		essential$1(outcome.migrations.length === 0 ? "" : outcomeTable(outcome.migrations)),
		essential$1(footer$1(outcome, links))
	], page.limit, "The log of the run has all of it.");
}
/** What was done with each statement, or is being done. */
function outcomeTable(migrations) {
	return table(columns$1, migrations.map(row$1));
}
const columns$1 = [
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
], alertFor$1 = {
	done: "TIP",
	nothing: "NOTE",
	stopped: "WARNING",
	failed: "CAUTION"
};
function essential$1(markdown) {
	return {
		markdown,
		essential: !0
	};
}
function row$1(migration) {
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
function footer$1({ version, startedAt, finishedAt }, links) {
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
// src/action/surroundings.ts
function readSurroundings(environment) {
	let { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY = "", GITHUB_RUN_ID = "" } = environment, repositoryUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
	return {
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		temporary: environment.RUNNER_TEMP ?? tmpdir(),
		sha: environment.GITHUB_SHA ?? "",
		actor: environment.GITHUB_ACTOR ?? "",
		repositoryUrl,
		runUrl: `${repositoryUrl}/actions/runs/${GITHUB_RUN_ID}`,
		stepKey: [
			GITHUB_RUN_ID,
			environment.GITHUB_RUN_ATTEMPT,
			environment.GITHUB_JOB,
			environment.GITHUB_ACTION
		].join("/")
	};
}
/** Links to the files of one commit. */
function linksTo({ repositoryUrl, runUrl }, sha) {
	return {
		run: runUrl,
		file: (path, line) => `${repositoryUrl}/blob/${sha}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`
	};
}
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
	await delivery.attempt("finish the check run", async () => check?.finish(conclusionOf(outcome), output)), pullRequest !== null && outcome.migrations.length > 0 && publish({ "comment-id": await delivery.attempt("write the comment", () => keepComment(hub, pullRequest, markdown(commentPage), "create")) }), complain(outcome);
}
async function migrateWatched(work, check, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		let board = new RunBoard(), linesOf = openRunLog();
		return _usingCtx$2.a(check === null ? null : new LiveCheckRun(check, () => board.look())), {
			outcome: await migrate(work, (event) => {
				board.observe(event), linesOf(event).forEach(log);
			}, signal),
			ids: board.ids
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
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
// src/report/annotation.ts
/** Findings, statements that would be refused for something else, and rows that do not fit. Errors come first: some channels show only the first ten. */
function annotationsOf(report) {
	let hasError = (file, line) => report.findings.some((finding) => finding.file === file && finding.start.line === line && finding.severity === "error"), refused = report.statements.flatMap((statement) => {
		if (statement.kind !== "refused" || statement.file === null || hasError(statement.file, statement.line)) return [];
		let { file: path, line, error } = statement, message = `${error.message}\n${error.hint}`;
		return [{
			path,
			startLine: line,
			endLine: line,
			columns: null,
			level: "failure",
			title: `Refused: ${error.code}`,
			message
		}];
	}), hazards = report.statements.flatMap(fromHazards);
	return [
		...report.findings.map(fromFinding),
		...refused,
		...hazards
	].toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}
function fromHazards(statement) {
	if (statement.kind !== "planned" || statement.file === null) return [];
	let { file: path, line, hazards, table } = statement;
	return hazards.map((hazard) => ({
		path,
		startLine: line,
		endLine: line,
		columns: null,
		level: isCertain(hazard) ? "failure" : "warning",
		title: isCertain(hazard) ? `Rows of ${table} do not fit` : `Rows of ${table} may not fit`,
		message: `${describeHazard(hazard)}\n${hazard.hint}`
	}));
}
const levels = [
	"failure",
	"warning",
	"notice"
];
function fromFinding({ file, start, end, severity, rule, title, message, why, fix }) {
	let isOneLine = start.line === end.line;
	return {
		path: file,
		startLine: start.line,
		endLine: end.line,
		columns: isOneLine ? {
			start: start.column,
			end: Math.max(start.column, end.column - 1)
		} : null,
		level: severity === "error" ? "failure" : severity,
		title: `${title} (${rule})`,
		message: [
			message,
			why,
			...fix === null ? [] : [`Instead: ${fix}`]
		].join("\n")
	};
}
// src/report/findings-markdown.ts
/** The findings that stand, by file, errors first; empty where there are none. */
function findingsMarkdown(findings, links) {
	return [...new Set(findings.map(({ file }) => file))].map((file) => {
		let own = findings.filter((finding) => finding.file === file).toSorted(bySeverity);
		return [
			`**${code(file)}**`,
			"",
			...own.map((finding) => item(finding, links))
		].join("\n");
	}).join("\n\n");
}
/** What a person decided not to be stopped by: reviewers see it all the same. */
function silencedMarkdown({ accepted, suppressed }, links) {
	let lines = [...accepted.map((finding) => `- ${place(finding, links)} ${code(finding.rule)}: allowed for this run`), ...suppressed.map(({ finding, by }) => `- ${place(finding, links)} ${code(finding.rule)}: ${reason(by.reason)}`)];
	return lines.length === 0 ? "" : details(`${lines.length} accepted or silenced`, lines.join("\n"));
}
function item(finding, links) {
	let { severity, rule, title, message, why, fix } = finding, line = link(`line ${finding.start.line}`, links.file(finding.file, finding.start.line)), head = `${severityIcons[severity]} ${line} · **${prose(title)}** · ${code(rule)}`, instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
	return `- ${[
		head,
		prose(message),
		`*${prose(why)}*`,
		...instead
	].join("<br>").replace(/\s*\n\s*/gu, " ")}`;
}
function place(finding, links) {
	let text = `${finding.file}:${finding.start.line}`;
	return link(code(text), links.file(finding.file, finding.start.line));
}
function reason(text) {
	return text === "" ? "silenced without a reason" : prose(text);
}
const severities = [
	"error",
	"warning",
	"notice"
];
function bySeverity(one, other) {
	return severities.indexOf(one.severity) - severities.indexOf(other.severity) || one.start.line - other.start.line;
}
// src/report/plan-markdown.ts
/**
* A plan for the eyes of reviewers: the verdict, what each statement does, what is wrong with it, what to do next.
*/
function planMarkdown(report, context, page) {
	let { links, remarks } = context, verdict = planVerdict(report), findings = findingsMarkdown(report.findings, links);
	return fit([
		essential(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ""),
		essential(alert(alertFor[verdict.kind], verdictText(report, verdict))),
		...remarks.map((remark) => essential(alert("NOTE", prose(remark)))),
		essential(report.statements.length === 0 ? "" : statementTable(report.statements, links)),
		...report.statements.map((statement) => ({
			markdown: changeOf(statement),
			essential: !1
		})),
		{
			markdown: findings === "" ? "" : `### Findings\n\n${findings}`,
			essential: !1
		},
		{
			markdown: silencedMarkdown(report, links),
			essential: !1
		},
		essential(nextSteps(report, verdict)),
		essential(footer(report, context))
	], page.limit, "The log of the run has the whole plan.");
}
const alertFor = {
	ready: "TIP",
	warned: "WARNING",
	failed: "CAUTION",
	nothing: "NOTE"
};
function essential(markdown) {
	return {
		markdown,
		essential: !0
	};
}
function verdictText({ problem }, { sentence }) {
	let text = `**${prose(sentence)}**`;
	return problem === null ? text : `${text}\n\n${prose(problem.message)}<br>${prose(problem.hint)}`;
}
const columns = [
	{
		title: "Statement",
		align: "left"
	},
	{
		title: "How",
		align: "left"
	},
	{
		title: "Rows",
		align: "right"
	},
	{
		title: "Size",
		align: "right"
	},
	{
		title: "What happens",
		align: "left"
	}
];
function statementTable(statements, links) {
	return table(columns, statements.map((statement) => row(statement, links)));
}
function row(statement, links) {
	let text = code(clip(statement.statement, 90)), first = statement.file === null ? text : `${fileLink(statement.file, statement.line, links)}<br>${text}`;
	switch (statement.kind) {
		case "planned": {
			let { algorithm, rows, dataBytes, indexBytes } = statement;
			return [
				first,
				algorithmWords[algorithm].replaceAll(" ", "&nbsp;"),
				formatCount(rows),
				formatBytes(dataBytes + indexBytes),
				whatHappens(statement)
			];
		}
		case "applied": return [
			first,
			"✅&nbsp;applied",
			"",
			"",
			`Completed on ${statement.finished}; it is not run again.`
		];
		case "depends": return [
			first,
			"⏭️&nbsp;later",
			"",
			"",
			"It builds on an earlier statement and is planned once that has run."
		];
		case "unplanned": return [
			first,
			"",
			"",
			"",
			"No dry run: there was no database to ask."
		];
		case "refused": return [
			first,
			"❌&nbsp;refused",
			"",
			"",
			`${prose(statement.error.message)} ${prose(statement.error.hint)}`
		];
	}
}
function whatHappens(statement) {
	let { reason, migrationKey, deferral, estimate, warnings, hazards } = statement, key = migrationKey === null ? [] : [`Walked by ${code(migrationKey.columns.join(", "))}, ${prose(migrationKey.reason)}.`];
	return [
		...hazards.map((hazard) => `${isCertain(hazard) ? "❌" : "⚠️"} ${prose(describeHazard(hazard))} ${prose(hazard.hint)}`),
		prose(reason),
		...key,
		...deferral === null ? [] : [prose(describeDeferral(deferral))],
		...estimate === null ? [] : [prose(describeEstimate(estimate))],
		...warnings.map((warning) => `⚠️ ${prose(warning)}`)
	].join("<br>");
}
function fileLink(file, line, links) {
	let name = escapeHtml(file.split("/").at(-1) ?? file).replace(/[[\]_*`]/gu, "\\$&");
	return link(`${name}:${line}`, links.file(file, line));
}
/** What the statement makes of the table, folded up. */
function changeOf(statement) {
	if (statement.kind !== "planned") return "";
	let { before, after, table: name, line } = statement, place = `${name} (line ${line})`;
	if (before === "") return details(`${place}: a new table`, codeBlock("sql", after));
	if (after === "") return details(`${place}: the table that goes`, codeBlock("sql", before));
	let diff = diffDefinitions(before, after);
	if (diff === "") return "";
	let count = (sign) => diff.split("\n").filter((row) => row.startsWith(sign)).length;
	return details(`${place}: +${count("+")} −${count("-")}`, codeBlock("diff", diff));
}
function nextSteps({ findings, problem }, { kind }) {
	switch (kind) {
		case "failed": return [
			"### What next",
			"- Correct what is marked with ❌.",
			...silencing(findings),
			...problem === null ? [] : ["- Let the runner reach the database, then run this job again."],
			"- Push again; this comment is brought up to date."
		].join("\n");
		case "warned": return "**What next:** look at the warnings, then merge. The statements run when `migrate` sees the merge.";
		case "ready": return "**What next:** merge. The statements run when `migrate` sees the merge.";
		case "nothing": return "";
	}
}
/** How to say that an error is meant to be so, for rules that let one. */
function silencing(findings) {
	let errors = findings.filter(({ severity, rule }) => severity === "error" && describeRule(rule)?.suppressible === !0), rules = [...new Set(errors.map(({ rule }) => rule))];
	return rules.length === 0 ? [] : [`- Where it is meant to be so, say why in a comment before the statement (${code(`-- lint:ignore ${rules.join(", ")} -- reason`)}), or name the rule in the option ${code("allow")}.`];
}
/** Nothing in it differs from one run to the next: a comment that says nothing new is not to be edited. */
function footer({ version, digest, database }, { commit }) {
	return `<sub>${[
		`Ghostship ${version}`,
		`commit ${commit.slice(0, 7)}`,
		...digest === null ? [] : [`plan ${digest.slice(0, 12)}`],
		...database === null ? [] : [`dry run on ${escapeHtml(database.split("/").at(-1) ?? "")}`]
	].join(" · ")}</sub>`;
}
// src/action/pull-request-files.ts
/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order of their paths. */
async function readPullRequestFiles(hub, event, globs, workspace) {
	let matches = matchPaths(globs), paths = (await listChanged(hub, event.number)).filter((path) => matches(path)).sort(), files = [];
	for (let path of paths) {
		let local = event.isCheckedOut ? await readLocal(join$1(workspace, path)) : null;
		files.push({
			path,
			text: local ?? await readRemote(hub, path, event.headSha)
		});
	}
	return files;
}
async function listChanged({ octokit, owner, repo }, number) {
	return (await octokit.paginate(octokit.rest.pulls.listFiles, {
		owner,
		repo,
		pull_number: number,
		per_page: 100
	})).filter(({ status }) => status !== "removed").map(({ filename }) => filename);
}
/** `null` where nothing was checked out. */
async function readLocal(path) {
	return readFile(path, "utf8").catch(() => null);
}
async function readRemote({ octokit, owner, repo }, path, ref) {
	let { data } = await octokit.rest.repos.getContent({
		owner,
		repo,
		path,
		ref
	});
	if (Array.isArray(data) || data.type !== "file") throw Error(`${path} is no file`);
	return Buffer.from(data.content, "base64").toString("utf8");
}
// src/action/plan-run.ts
/** Lints and plans: the changed files of a pull request, or else all files. Reviewers see it where they work. */
async function planRun(run, mode, signal) {
	let { hub, event, surroundings, delivery } = run, sha = event.kind === "pull-request" ? event.headSha : surroundings.sha, check = await delivery.attempt("write a check run", () => CheckRun.open(hub, `Ghostship ${mode}`, sha, surroundings.stepKey, surroundings.runUrl)), settings = mode === "plan" && !isFromFork(event) ? run.settings : withoutDatabase(run.settings), report = await plan({ files: await readFiles(run) }, settings, signal);
	log(planText(report));
	let path = join$1(surroundings.temporary, "ghostship-plan.json");
	await writeFile(path, `${JSON.stringify(report, null, 2)}\n`), publishPlan(report, path);
	let verdict = planVerdict(report), context = {
		links: linksTo(surroundings, sha),
		commit: sha,
		remarks: remarksOn(event, settings, mode)
	}, markdown = (page) => planMarkdown(report, context, page), commentId = event.kind === "pull-request" ? await comment(run, event, report, markdown(commentPage)) : null, annotations = annotationsOf(report), conclusion = planFailed(report) ? "failure" : "success", output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	}, finished = await delivery.attempt("finish the check run", async () => check?.finish(conclusion, output, annotations));
	(check === null || finished === null) && annotations.forEach(annotate), publish({
		"check-run-id": check?.id ?? null,
		"comment-id": commentId
	}), await summarize(markdown(jobSummaryPage), delivery), planFailed(report) && fail(`${verdict.title}. ${verdict.sentence}`);
}
/** A pull request whose changed files cannot be listed is judged by all files: better too many than none. */
async function readFiles({ event, hub, settings, surroundings, delivery }) {
	let { files } = settings.values;
	return (event.kind === "pull-request" ? await delivery.attempt("list the changed files, and looked at all of them", () => readPullRequestFiles(hub, event, files, surroundings.workspace)) : null) ?? readSqlFiles(files, surroundings.workspace);
}
/** Nothing is said where there is nothing to say; a comment that is there must not go on telling what no longer is. */
function comment({ hub, delivery }, { number }, { statements, findings }, markdown) {
	let isEmpty = statements.length === 0 && findings.length === 0;
	return delivery.attempt("write the comment", () => keepComment(hub, number, markdown, isEmpty ? "skip" : "create"));
}
function remarksOn(event, { target, replica }, mode) {
	return mode === "lint" || target !== null || replica !== null ? [] : isFromFork(event) ? ["This pull request comes from a fork: its statements were read and linted, and no database was asked."] : ["Neither target nor replica is given: the statements were read and linted, and no database was asked."];
}
/** GitHub gives such a run no secrets; where a workflow gives them all the same, a stranger must not get at a database. */
function isFromFork(event) {
	return event.kind === "pull-request" && event.isFork;
}
function withoutDatabase(settings) {
	return {
		...settings,
		target: null,
		replica: null
	};
}
// src/action/run-action.ts
/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
async function runAction() {
	try {
		var _usingCtx$1 = _usingCtx();
		let interruption = _usingCtx$1.u(listenForInterruption((signal) => log(`${signal}: stopping. Locks are given back and tables tidied up first.`)));
		try {
			let inputs = readInputs(), surroundings = readSurroundings(process.env), { name, payload } = readEvent(), event = parseEvent(name, payload), path = resolve(surroundings.workspace, inputs.config || options.config.default), settings = readSettings(inputs, await readConfig(path, inputs.config !== "")), choice = chooseMode(settings.values.mode, event);
			if ("nothing" in choice) return log(choice.nothing);
			let run = {
				settings,
				event,
				hub: connectHub(inputs["github-token"] ?? ""),
				surroundings,
				delivery: new Delivery()
			};
			await runMode(choice.mode, run, interruption.signal);
		} catch (error) {
			let described = describeError(toGhostshipError(error));
			publish({
				state: described.code === "aborted" ? "aborted" : "failed",
				"error-code": described.code
			}), fail(errorText(described, null));
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function runMode(mode, run, signal) {
	switch (mode) {
		case "lint":
		case "plan": return planRun(run, mode, signal);
		case "migrate": return migrateRun(run, signal);
		case "control": return controlRun(run, signal);
		case "status": return statusRun(run, signal);
		case "cleanup": return cleanupRun(run, signal);
		case "rehearse":
		case "revert": return refuseNotYet(mode);
	}
}
// src/action/main.ts
await runAction();
export {};
