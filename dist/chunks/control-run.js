import { n as status, t as control } from "./control2.js";
import { t as parseControlCommand } from "./control-command.js";
import { a as toGhostshipError, t as describeError } from "./run-outcome.js";
import { n as code, r as codeBlock } from "./markdown.js";
import { t as errorText } from "./outcome-text.js";
import { t as statusText } from "./status-text.js";
import { t as GhostshipError } from "./errors.js";
import { n as commandIn } from "./choose-mode.js";
import { n as fail, r as log } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { t as publish } from "./outputs.js";
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
export { controlRun };
