import { r as __name } from "../rolldown-runtime.js";
import { n as cleanup, t as cleanupText } from "../report/cleanup-text.js";
import { a as signedBy, i as parseControlCommand, n as saidTo, o as whatToWrite, r as onlyTable, s as control, t as answerText } from "../report/answer-text.js";
import { t as status } from "../commands/control/status.js";
import { t as code } from "../support/code-span.js";
import { i as closeLeftOpen, s as withdrawCutover, t as findOrphaned } from "./tell-orphaned.js";
import { l as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { l as prose, n as codeBlock, o as link } from "../report/markdown.js";
import { n as orphanedText } from "../report/orphan-text.js";
import { i as runText, t as errorText } from "../report/outcome-text.js";
import { a as readCommandWord, n as commandWords } from "../support/command-words.js";
import { t as GhostshipError } from "../support/errors.js";
import { t as didYouMean } from "../support/nearest.js";
import { n as commandIn, r as isCommand } from "./choose-mode.js";
import { C as commentVerbs, E as refuseStrangers, S as commandHelp, T as permissionFor, x as inComments } from "../action.js";
import { a as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { n as fail, r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";
import { n as isCheckedOut } from "./files-of-checkout.js";
import { t as branchRef } from "./git-ref.js";
import { n as whyNotMigrate } from "./why-not-migrate.js";
import { n as revertWatched } from "./revert-run.js";
import { n as statusWords } from "./status-run.js";
import { i as postOnce } from "./plan-note.js";

// src/action/comment-reply.ts
/** The answer to a comment: one comment, which is edited when there is more to say, and reactions. */
var CommentReply = class {
	#run;
	#event;
	#command;
	#id = null;
	constructor(run, event, command) {
		this.#run = run;
		this.#event = event;
		this.#command = command;
	}
	async react(content) {
		const { repository, writes } = this.#run;
		const { octokit, owner, repo } = repository;
		const comment_id = this.#event.commentId;
		await writes.attempt("react to the comment", () => octokit.rest.reactions.createForIssueComment({
			owner,
			repo,
			comment_id,
			content
		}));
	}
	/** In place of what was answered before. */
	async say(text) {
		await this.sayMarkdown(codeBlock("", text));
	}
	async sayMarkdown(markdown) {
		const { repository, writes } = this.#run;
		const { octokit, owner, repo } = repository;
		const more = hasMoreCommands(this.#event.body) ? `\n\n${onlyFirst}` : "";
		const answer = `${code(`/ghostship ${this.#command}`)}\n\n${markdown}${more}`;
		const body = visibleMarkdown(answer).slice(0, longestBody);
		const id = this.#id;
		const written = await writes.attempt("answer the comment", async () => id === null ? await octokit.rest.issues.createComment({
			owner,
			repo,
			issue_number: this.#event.number,
			body
		}) : await octokit.rest.issues.updateComment({
			owner,
			repo,
			comment_id: id,
			body
		}));
		this.#id ??= written?.data.id ?? null;
	}
};
const onlyFirst = "Only the first command of a comment is obeyed: write each other one in a comment of its own.";
function hasMoreCommands(body) {
	return body.trimStart().split("\n").slice(1).some((line) => isCommand(line));
}

// src/action/pull-command.ts
const pullVerbs = [
	"plan",
	"rehearse",
	"migrate",
	"retry"
];
function isPullVerb(verb) {
	return pullVerbs.some((one) => one === verb);
}
/**
* Does for the pull request of a comment what its own event would do. Its newest commit is asked for once, and everything goes by
* that one: what is pushed meanwhile has been seen by nobody.
*
* @throws GhostshipError `usage`
*/
async function obeyForPull(run, verb, comment, signal) {
	const { event, defaultBranch } = await askPull(run.repository, comment.number);
	const own = {
		...run,
		event
	};
	if (verb === "plan" || verb === "rehearse") {
		if (event.state.kind !== "open") throw notOpen(event, verb);
		if (verb === "rehearse") return (await import("./rehearse-run.js")).rehearseRun(own, signal);
		return (await import("./plan-run.entry.js")).planRun(own, "plan", signal);
	}
	const objection = whyNotMigrate(event, run.settings.values.branches);
	if (objection !== null) throw new GhostshipError("usage", objection, { hint: "Nothing was run." });
	if (event.base.name !== branchRef(defaultBranch)) throw new GhostshipError("usage", `Comments run the workflow of ${defaultBranch}, and this was merged elsewhere.`, { hint: `Run the workflow by hand on ${event.base.name}.` });
	await refuseNoFiles(run);
	const orderedFor = verb === "migrate" ? comment.number : null;
	return (await import("./migrate-run.entry.js")).migrateRun({
		...own,
		orderedFor
	}, signal);
}
function notOpen({ number }, verb) {
	return new GhostshipError("usage", `Pull request #${number} is not open, so there is nothing to ${verb}.`, { hint: "Write /ghostship status to see what became of it." });
}
/** A workflow for commands need not have a checkout, and then there would seem to be nothing to do. */
async function refuseNoFiles({ runner: { workspace } }) {
	if (await isCheckedOut(workspace)) return;
	throw new GhostshipError("usage", "Nothing is checked out, so there is no file to migrate.", { hint: "Let the job check the repository out before this step (actions/checkout)." });
}
async function askPull({ octokit, owner, repo }, number) {
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const { head, base, merged, state, merge_commit_sha: mergeSha } = data;
	const defaultBranch = base.repo.default_branch;
	return {
		defaultBranch,
		event: {
			kind: "pull-request",
			number,
			headSha: head.sha,
			state: merged && mergeSha !== null ? {
				kind: "merged",
				sha: mergeSha
			} : { kind: state === "open" ? "open" : "closed" },
			base: {
				name: branchRef(base.ref),
				isDefaultBranch: base.ref === defaultBranch
			},
			labels: data.labels.map(({ name }) => name),
			isFork: head.repo?.full_name !== base.repo.full_name,
			isCheckedOut: false
		}
	};
}

// src/action/tell-elsewhere.ts
/** Of these nobody hears by what the migration does next. */
const quiet = [
	"pause",
	"resume",
	"throttle"
];
/**
* A migration obeys whoever may command it, in any pull request. The one that has begun it is told what was said elsewhere.
*
* @param command as it was given: `pause users`
* @param migrations of its table
*/
async function tellElsewhere({ event, repository, runner, writes }, told, command, migrations) {
	const { migrationId, answer } = told;
	const [verb = ""] = command.split(" ");
	const begun = migrations.find(({ id }) => id === migrationId)?.run;
	const number = begun?.pullRequest ?? null;
	const here = event.kind === "comment" ? event.number : null;
	if (!quiet.includes(verb) || answer.outcome === "ended" || number === null || number === here) return;
	if (begun?.url?.startsWith(`${runner.repositoryUrl}/`) !== true) return;
	const who = event.kind === "comment" ? event.author : runner.actor;
	const where = here === null ? "in a run that was started by hand" : `in #${here}`;
	const text = `${code(`/ghostship ${command}`)} ${prose(`was said by ${who} ${where}. ${saidTo(told)}`)}`;
	await writes.attempt("tell the pull request of the migration", () => postOnce(repository, number, [
		"said elsewhere",
		migrationId,
		command,
		runner.runUrl
	], inComments(text)));
}

// src/action/control-run.ts
/** Passes a command on to a running migration: that of the input, or that of a comment by somebody who may push. */
async function controlRun(run, signal) {
	const { event, settings, writes } = run;
	if (event.kind === "comment") return obeyComment(run, event, signal);
	const command = settings.values.command;
	if (command === null) throw new GhostshipError("usage", "The input command is missing.", { hint: `Write ${whatToWrite}.` });
	const answer = await obey(command, run, signal);
	log(answer);
	await summarize(codeBlock("", answer), writes);
}
async function obeyComment(run, event, signal) {
	const { repository, writes, settings } = run;
	const command = commandIn(event.body);
	const verb = verbOf(command);
	const reply = new CommentReply(run, event, command);
	await reply.react("eyes");
	try {
		await refuseStrangers(repository, event.author, permissionFor(verb, settings.values), verb);
		if (verb !== "") refuseUnknown(verb);
		if (verb === "help" || verb === "") return await reply.sayMarkdown(commandHelp(settings.values));
		if (isPullVerb(verb) || verb === "revert") await reply.sayMarkdown(`It is under way: ${link("log", run.runner.runUrl)}.`);
		if (isPullVerb(verb)) {
			refuseMore(command);
			const { text, isGood } = await obeyForPull(run, verb, event, signal);
			await reply.say(text);
			return await reply.react(isGood ? "+1" : "confused");
		}
		const answer = await obey(command, run, signal);
		log(answer);
		await reply.react("+1");
		await reply.say(inComments(answer));
		await summarize(codeBlock("", answer), writes);
	} catch (error) {
		const described = describeError(toGhostshipError(error));
		const text = inComments(errorText(described, null));
		publish({ "error-code": described.code });
		await reply.react("confused");
		await reply.say(text);
		await summarize(codeBlock("", text), writes);
		fail(text);
	}
}
function refuseUnknown(verb) {
	if (commentVerbs.includes(verb)) return;
	throw new GhostshipError("usage", `"${verb}" is not a command.${didYouMean(verb, commentVerbs)}`, { hint: `Write one of ${commentVerbs.join(", ")}. \`/ghostship help\` says what each of them does.` });
}
function verbOf(command) {
	return (command.split(/\s+/u)[0] ?? "").toLowerCase();
}
function refuseMore(command) {
	if (!/\s/u.test(command)) return;
	throw new GhostshipError("usage", `"${command}" is not a command.`, { hint: `Write ${verbOf(command)} alone: it is about the files of this pull request. /ghostship help shows what else can be written.` });
}
const takeOverFlag = "--take-over";
const takingOver = {
	dryRun: false,
	takesOver: true,
	olderThanMs: 0
};
async function obey(given, run, signal) {
	const { settings } = run;
	const [first = "", ...others] = commandWords(given);
	const verb = first.toLowerCase();
	const words = [verb, ...others];
	if (verb === "status") return await statusWords(run, await status(onlyTable(others, given), settings, signal));
	if (verb === "revert") return await obeyRevert(run, others, signal);
	const command = words.filter((word) => verb !== "abort" || word !== takeOverFlag).join(" ");
	const parsed = parseControlCommand(command);
	if (verb === "abort" && (settings.values["take-over"] === "true" || words.includes(takeOverFlag))) {
		publish({ state: "completed" });
		return cleanupText(await cleanup(parsed.table, settings, signal, takingOver));
	}
	const who = run.event.kind === "comment" ? run.event.author : run.runner.actor;
	const told = await control(signedBy(parsed, who), settings, signal);
	publish({
		"migration-id": told.migrationId,
		state: told.progress.state
	});
	if (verb === "abort") await closeLeftOpen(run, {
		appId: null,
		isShipped: false,
		aborted: told
	});
	await tellElsewhere(run, told, command, await statusOf(told.table, run, signal));
	const [orphaned] = told.answer.outcome === "kept" && !told.alive ? await orphanedAmong(run, told.table, signal) : [];
	if (orphaned === void 0) return answerText(told, command);
	if (verb === "cutover") await withdrawCutover(orphaned, settings);
	const kept = verb === "cutover" ? "Then the swap is to be ordered anew." : "What was said is kept until then.";
	const text = `${orphanedText(orphaned)} ${kept}`;
	return answerText({
		...told,
		answer: {
			outcome: "kept",
			text
		}
	}, command);
}
async function orphanedAmong(run, table, signal) {
	return await findOrphaned(run, await statusOf(table, run, signal)).catch(() => []);
}
/** What was said counts, though nothing can be told of it. */
async function statusOf(table, { settings }, signal) {
	return await status(table, settings, signal).catch(() => []);
}
/** In this very job: a revert has no other that could be told. */
async function obeyRevert(run, words, signal) {
	const [table = null, ...more] = words.map(readCommandWord);
	if (more.length > 0) throw new GhostshipError("usage", `"${words.join(" ")}" is not one table.`, { hint: "Write revert, and behind it the table." });
	const { outcome } = await revertWatched(run, table, signal);
	if (outcome.error === null) return runText(outcome);
	const { code, message, hint } = outcome.error;
	const tableState = outcome.migrations.at(-1)?.tableState ?? "unchanged";
	throw new GhostshipError(code, message, {
		hint,
		tableState
	});
}

export { controlRun };