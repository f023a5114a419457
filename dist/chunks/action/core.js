import { r as __name } from "../rolldown-runtime.js";
import { a as notice$1, c as setOutput$1, d as summary, i as info, l as setSecret, n as getInput, o as saveState$1, r as getState, s as setFailed, t as error, u as warning } from "../../packages/actions-core.js";
import { a as visibleMarkdown, n as visible, r as visibleInLog } from "../support/visible.js";

// src/action/core.ts
/** Empty if it is not given. */
function readInput(name) {
	return getInput(name);
}
/** From now on the runner shows `***` instead. */
function mask(secret) {
	if (secret !== "") setSecret(secret);
}
function setOutput(name, value) {
	setOutput$1(name, value);
}
/** For the post step of the same job step. */
function saveState(name, value) {
	saveState$1(name, value);
}
/** Empty if it was not saved. */
function readState(name) {
	return getState(name);
}
/** Statements and server messages are not trusted: the runner must not take one of their lines for a command. */
function log(text) {
	info(visibleInLog(text));
}
/** What people should see without reading the log. */
function notice(message) {
	notice$1(visible(message));
}
function warn(message) {
	warning(visible(message));
}
/** Ends the step as failed, once everything else is done. */
function fail(message) {
	setFailed(visible(message));
}
/** A remark beside a line of a file. The runner keeps ten of a level in a step. */
function annotate({ path, startLine, endLine, columns, level, ...words }) {
	const [title, message] = [visible(words.title), visible(words.message)];
	const properties = {
		title,
		file: path,
		startLine,
		endLine,
		...columns === null ? {} : {
			startColumn: columns.start,
			endColumn: columns.end
		}
	};
	if (level === "failure") error(message, properties);
	else if (level === "warning") warning(message, properties);
	else notice$1(message, properties);
}
/** @throws Error where the runner has no place for it */
async function writeSummary(markdown) {
	await summary.addRaw(visibleMarkdown(markdown), true).write();
}

export { notice as a, saveState as c, writeSummary as d, mask as i, setOutput as l, fail as n, readInput as o, log as r, readState as s, annotate as t, warn as u };