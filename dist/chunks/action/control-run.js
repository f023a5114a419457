import { n as __name } from "../rolldown-runtime.js";
import { n as cleanup, t as cleanupText } from "../report/cleanup-text.js";
import { i as control, n as parseControlCommand, r as whatToWrite, t as answerText } from "../report/answer-text.js";
import { t as status } from "../commands/control/status.js";
import { o as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { n as code, r as codeBlock } from "../report/markdown.js";
import { i as runText, t as errorText } from "../report/outcome-text.js";
import { n as statusText } from "../report/status-text.js";
import { c as unquoteIdent } from "../sql/sql.js";
import { t as GhostshipError } from "../support/errors.js";
import { r as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { n as commandIn } from "./choose-mode.js";
import { n as fail, r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";
import { n as revertWatched } from "./revert-run.js";

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
	const { repository, writes } = run;
	const react = (content) => writes.attempt("react to the comment", () => repository.octokit.rest.reactions.createForIssueComment({
		owner: repository.owner,
		repo: repository.repo,
		comment_id: event.commentId,
		content
	}));
	const reply = (body) => writes.attempt("answer the comment", () => repository.octokit.rest.issues.createComment({
		owner: repository.owner,
		repo: repository.repo,
		issue_number: event.number,
		body: visibleMarkdown(body).slice(0, longestBody)
	}));
	const command = commandIn(event.body);
	try {
		await refuseStrangers(repository, event.author);
		const answer = await obey(command, run, signal);
		log(answer);
		await react("+1");
		await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock("", answer)}`);
		await summarize(codeBlock("", answer), writes);
	} catch (error) {
		const described = describeError(toGhostshipError(error));
		const text = errorText(described, null);
		publish({ "error-code": described.code });
		await react("confused");
		await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock("", text)}`);
		await summarize(codeBlock("", text), writes);
		fail(text);
	}
}
const takeOverFlag = "--take-over";
const takingOver = {
	dryRun: false,
	takesOver: true,
	olderThanMs: 0
};
async function obey(given, run, signal) {
	const { settings } = run;
	const words = given.split(/\s+/u);
	const [verb, table = null] = words;
	if (verb === "status") return statusText(await status(table, settings, signal));
	if (verb === "revert") return await obeyRevert(run, words.slice(1), signal);
	const command = words.filter((word) => verb !== "abort" || word !== takeOverFlag).join(" ");
	const parsed = parseControlCommand(command);
	if (verb === "abort" && (settings.values["take-over"] === "true" || words.includes(takeOverFlag))) {
		publish({ state: "completed" });
		return cleanupText(await cleanup(parsed.table, settings, signal, takingOver));
	}
	const told = await control(parsed, settings, signal);
	publish({
		"migration-id": told.migrationId,
		state: told.progress.state
	});
	return answerText(told, command);
}
/** In this very job: a revert has no other that could be told. */
async function obeyRevert(run, words, signal) {
	const [table, ...more] = words;
	if (more.length > 0) throw new GhostshipError("usage", `"${words.join(" ")}" is not one table.`, { hint: "Write revert, and behind it the table." });
	const outcome = await revertWatched(run, table === void 0 ? null : unquoteIdent(table), signal);
	if (outcome.error === null) return runText(outcome);
	const { code, message, hint } = outcome.error;
	const tableState = outcome.migrations.at(-1)?.tableState ?? "unchanged";
	throw new GhostshipError(code, message, {
		hint,
		tableState
	});
}
/** Anybody may comment on a public repository. */
async function refuseStrangers({ octokit, owner, repo }, username) {
	const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
		owner,
		repo,
		username
	});
	if (data.permission === "admin" || data.permission === "write") return;
	throw new GhostshipError("usage", `${username} may not command migrations here.`, { hint: "Ask somebody who may push to this repository." });
}

export { controlRun };