import { r as __name } from "../rolldown-runtime.js";
import { a as isRevert, i as isDone, r as isBegun } from "../commands/migrate/run-outcome.js";
import { t as parseStatement } from "../sql.js";
import { a as sentence } from "../support/errors.js";
import { a as firstLine } from "./markdown.js";
import { i as formatNumberOf, r as formatDuration } from "./quantity.js";
import { p as enumerate, v as tableStateSentence } from "./words.js";

// src/report/outcome-verdict.ts
function outcomeVerdict({ state, migrations, error, notDue }) {
	const done = migrations.filter((migration) => isDone(migration.state));
	if (isDone(state)) {
		if (done.length === 0 && notDue !== void 0) return {
			kind: "nothing",
			title: "Not run",
			sentence: notDue
		};
		if (done.length === 0) return {
			kind: "nothing",
			title: "Nothing to do",
			sentence: "Nothing is left to run. What was applied is not run again, also where it was reverted since."
		};
		const isReverted = done.every((migration) => migration.state === "reverted");
		return {
			kind: "done",
			title: isReverted ? "Reverted" : "Shipped",
			sentence: [isReverted ? brought(done) : shipped(done), ...notDue === void 0 ? [] : [notDue]].join(" ")
		};
	}
	const stopped = migrations.find((migration) => !isDone(migration.state) && migration.state !== "queued");
	const waiting = migrations.filter((migration) => migration.state === "queued").length;
	const following = migrations.filter((migration) => isInTurn(migration) && migration !== stopped);
	const unreached = stopped?.error ?? error;
	const sentence$1 = [
		...stopped !== void 0 && unreached !== null && isUnreached(unreached.code) ? [sentence(unreached.message)] : [],
		stopped === void 0 ? sentence(firstLine(error?.message ?? "It did not start.")) : whatStopped(stopped, isChangedBefore(stopped, migrations)),
		...done.length === 0 ? [] : [`Completed before it: ${formatNumberOf(done.length, "statement")}, ${price(done)}.`],
		...following.length === 0 ? [] : [whatFollows(following)],
		...waiting === 0 ? [] : [`${formatNumberOf(waiting, "statement was", "statements were")} not started.`]
	].join(" ");
	if (state === "aborted") return {
		kind: "stopped",
		title: "Aborted",
		sentence: sentence$1
	};
	if (state === "yielded") return {
		kind: "stopped",
		title: "To be continued",
		sentence: sentence$1
	};
	return {
		kind: "failed",
		title: failedTitle(stopped, done.length > 0 || waiting === 0),
		sentence: sentence$1
	};
}
function failedTitle(stopped, wasBegun) {
	if (stopped?.tableState === "unknown") return "A person must look";
	return (stopped === void 0 ? wasBegun : !isAnothers(stopped.error?.code)) ? "Failed" : "Not started";
}
/** Whether the table is another migration's, alive or waiting to be resumed. */
function isAnothers(code) {
	return code === "already-running";
}
/** Of a run that another one goes on with: it was not begun, and follows. */
function isInTurn(migration) {
	return migration.state === "yielded" && !isBegun(migration);
}
/**
* @param named as a statement is called
* @param whose more about the statements, such as whose they are
*/
function whatFollows(following, named = ({ table }) => table, whose = "") {
	const [wait, follow] = following.length === 1 ? ["waits", "follows"] : ["wait", "follow"];
	const names = [...new Set(following.map(named))];
	const rest = names.length - mostNamed;
	const shown = rest > 1 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
	return `${[formatNumberOf(following.length, "statement"), ...whose === "" ? [] : [whose]].join(" ")} ${wait} behind it and ${follow} in the same order: ${enumerate(shown)}.`;
}
/** A sentence has no room for more. */
const mostNamed = 8;
function isUnreached(code) {
	return code === "cannot-connect" || code === "access-denied";
}
/** `users is changed: 2.8 M rows copied in 42 s, writers waited 23 ms.` */
function shipped(done) {
	const became = new Map(done.filter(({ tableState }) => tableState !== "unchanged").map((outcome) => [outcome.table, verbOf(outcome)]));
	const others = tablesOf(done).filter((table) => !became.has(table));
	const are = (tables) => `${enumerate(tables)} ${tables.length === 1 ? "is" : "are"}`;
	const changes = [...new Set(became.values())].map((verb) => `${are([...became.keys()].filter((table) => became.get(table) === verb))} ${verb}`);
	return [...changes.length === 0 ? [] : [`${enumerate(changes)}: ${price(done)}.`], ...others.length === 0 ? [] : [`${are(others)} as before: the statement had nothing to do.`]].join(" ");
}
const verbs = {
	"create-table": "made",
	"drop-table": "dropped",
	"rename-table": "renamed"
};
/** What a statement has done to its table. */
function verbOf({ statement }) {
	return verbs[parseStatement(statement, {
		start: 0,
		end: statement.length
	}).kind] ?? "changed";
}
function tablesOf(migrations) {
	return [...new Set(migrations.map(({ table }) => table))];
}
/** `users is as it was before, with everything that was written since: …` */
function brought(done) {
	const lost = done.flatMap(({ lostColumns = [] }) => lostColumns);
	const losses = lost.length === 0 ? "" : ` Lost: ${enumerate(lost)}.`;
	const remarks = done.flatMap(({ remarks: some = [] }) => some).map((remark) => ` ${remark}`);
	const changes = done.reduce((total, { changesApplied }) => total + changesApplied, 0);
	const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
	return `${enumerate([...new Set(done.map(({ table }) => table))])} has the definition of before again, with everything that was written since: ${formatNumberOf(changes, "change")} applied, writers waited ${formatDuration(lockedMs)}.${losses}${remarks.join("")}`;
}
/** What comes beside the copy is worth a word where it takes that long: mostly a person was waited for. */
const muchMoreMs = 1e4;
function price(done) {
	const rows = done.reduce((total, { rowsCopied }) => total + rowsCopied, 0);
	const durationMs = done.reduce((total, migration) => total + migration.durationMs, 0);
	const copyMs = done.reduce((total, migration) => total + (migration.copyMs || migration.durationMs), 0);
	const duration = formatDuration(durationMs);
	const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
	const isOfSeveral = done.some(({ resumed, rowsCopied }) => resumed && rowsCopied > 0);
	const copied = `${formatNumberOf(rows, "row")} copied`;
	const work = isOfSeveral ? `${copied}, those of earlier runs among them; this one took ${duration}` : rows > 0 ? `${copied} in ${formatDuration(copyMs)}${durationMs - copyMs < muchMoreMs ? "" : `, ${duration} in all`}` : `done in ${duration}`;
	return lockedMs > 0 ? `${work}, writers waited ${formatDuration(lockedMs)}` : work;
}
/** Whether statements of the run that stand before this one have changed its table. */
function isChangedBefore(outcome, migrations) {
	return migrations.slice(0, migrations.indexOf(outcome)).some(({ table, tableState }) => table === outcome.table && tableState !== "unchanged");
}
function whatStopped(outcome, hasChanged) {
	const { table, tableState, state, error } = outcome;
	if (isInTurn(outcome)) return `The migration of ${table} was not begun, and the next run begins it.`;
	const what = isRevert(outcome) ? "revert" : "migration";
	const migration = table === "" ? "A statement" : `The ${what} of ${table}`;
	const end = state === "aborted" ? "was aborted" : state === "yielded" ? "goes on in another run" : "failed";
	const code = error?.code ?? "";
	if (error !== null && isAnothers(code) && tableState === "unchanged") return `${sentence(firstLine(error.message))} ${tableStateSentence(tableState, table, code, hasChanged)}`;
	const none = table === "" || code === "unknown-table" && !hasChanged ? "nothing was changed" : null;
	const left = hasChanged ? `${table} is as the statements before it have left it` : null;
	if (outcome.resumed && code === "plan-changed") return `${migration} was not resumed; ${table} is as it was, and its copy is kept.`;
	if (state === "failed" && tableState === "unchanged" && wasRefused(outcome) && code !== "original-changed") return `${migration} was refused; ${none ?? left ?? `${table} is as it was`}.`;
	const remarks = (outcome.remarks ?? []).map((remark) => ` ${remark}`).join("");
	if (tableState === "unchanged" && code !== "original-changed") return `${migration} ${end}; ${none ?? left ?? `${table} is as it was before it`}.${remarks}`;
	return `${migration} ${end}. ${tableStateSentence(tableState, table, code)}`;
}
/** Whether nothing at all was tried: to look at the table first takes time as well. */
function wasRefused({ algorithm, durationMs, error }) {
	return algorithm === null && (durationMs === 0 || error !== null && refusals.includes(error.code));
}
/** What is said of a statement only before anything is made for it, as long as no way is chosen. */
const refusals = [
	"usage",
	"unsupported-server",
	"unsupported-statement",
	"unsupported-table",
	"unknown-table",
	"leftover-tables",
	"no-migration-key",
	"binlog-not-usable"
];

export { whatFollows as i, isInTurn as n, outcomeVerdict as r, isChangedBefore as t };