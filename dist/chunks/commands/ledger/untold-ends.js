import { r as __name } from "../../rolldown-runtime.js";
import { t as notStarted } from "../statements/not-started.js";
import { o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { n as code, r as codeBlock, s as link, t as alert, u as prose } from "../../report/markdown.js";
import { r as formatDuration } from "../../report/quantity.js";
import { _ as stateWords } from "../../report/words.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql/session.js";
import { h as ledgerTable } from "../../sql/ledger.js";
import { o as textOrNull, t as hasLaterColumn } from "./upgrade-ledger.js";

// src/report/gate-markdown.ts
const kind = "IMPORTANT";
/** What is about to happen, and who says when; GitHub notifies the reviewers that are named. */
function gateMarkdown(gate) {
	const { table, statement, reviewers, actionsUrl, runUrl, yields } = gate;
	const name = quotedTable(table);
	const mentions = reviewers.map((reviewer) => `@${reviewer}`).join(" ");
	const goingOn = gate.isRevert ? `write ${code("/ghostship revert")} again` : "run the workflow again, or wait for its schedule";
	const after = yields ? [`The run has ended meanwhile. Once that is said, ${goingOn}.`] : [];
	return [
		`## ✋ Ghostship · ${prose(table)} waits for a person`,
		alert(kind, `**${prose(gateText(gate))}**`),
		codeBlock("sql", statement),
		[
			"To swap the tables, do one of these:",
			`- write ${code(`/ghostship cutover ${name}`)} in a comment of this pull request`,
			`- run ${code(`ghostship cutover --table ${name}`)} in a terminal, with the target`,
			`- run your workflow for commands by hand on ${link("the Actions page", actionsUrl)}, with the command ${code(`cutover ${name}`)}`
		].join("\n"),
		`To end it and leave the table as it is: ${code(`/ghostship abort ${name}`)}.`,
		...after,
		...mentions === "" ? [] : [`cc ${mentions}`],
		`<sub>${link("log", runUrl)}</sub>`
	].join("\n\n");
}
/** The same in a few sentences of plain text. */
function gateText({ table, isRevert, actor, lockBudgetMs, retired }) {
	const who = actor === "" ? "" : ` in the run that ${actor} has started`;
	if (isRevert) return `The kept table of ${table} has every change since and is compared${who}. The swap that brings it back waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most.`;
	const old = retired === "keep" ? "is kept" : "is dropped";
	return `Every row of ${table} is copied and compared${who}. The swap waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most, and the old table ${old}.`;
}
/** In place of the news that it waits: nothing is left to be said, and the commands would reach nobody. */
function gateOverMarkdown(table, end) {
	const how = end === "completed" ? "shipped" : stateWords[end];
	return [`## Ghostship · ${prose(table)} waited for a person`, alert("NOTE", `**It is over: ${how}**${end === "aborted" ? "." : ", see below."}`)].join("\n\n");
}
/** As a command takes it. */
function quotedTable(table) {
	return /^[\w$.]+$/u.test(table) ? table : `\`${table.replaceAll("`", "``")}\``;
}

// src/sql/untold-ends.ts
/** What jobs have completed, and have not told their pull requests. A run that has more to do tells of it at its end. */
function selectUntold(schema, namespace) {
	const ledger = tableName({
		schema,
		name: ledgerTable
	});
	return sql`SELECT id, file, statement, table_name, outcome FROM ${ledger} AS done
    WHERE untold AND state = 'completed' AND namespace = ${namespace} AND NOT EXISTS (
      SELECT 1 FROM ${ledger} AS more WHERE more.run_url = done.run_url AND more.id <> done.id AND more.finished_at IS NULL)
    ORDER BY started_at`;
}
function markTold(schema, ids) {
	const list = join(ids.map((id) => sql`${id}`));
	return sql`UPDATE ${tableName({
		schema,
		name: ledgerTable
	})} SET untold = FALSE WHERE untold AND id IN (${list})`;
}

// src/commands/ledger/untold-ends.ts
/** What jobs have completed that were lost before they could tell it. */
async function readUntoldEnds(target, namespace) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "reading the ledger"));
		if (!await hasLaterColumn(session, target.database, "untold")) return [];
		return (await readIfThere(session, selectUntold(target.database, namespace)) ?? []).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			outcome: outcomeOf(row)
		}));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Whoever has to hear of these has heard of them. */
async function noteTold(target, ids) {
	try {
		var _usingCtx3 = _usingCtx();
		if (ids.length === 0) return;
		await _usingCtx3.a(await connect(target, "keeping the ledger")).run(markTold(target.database, ids));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** A run may be lost between the state and the outcome. */
function outcomeOf(row) {
	const text = textOrNull(row.outcome);
	if (text !== null) return JSON.parse(text);
	const statement = {
		file: textOrNull(row.file),
		text: String(row.statement)
	};
	return {
		...notStarted(statement, String(row.table_name)),
		state: "completed",
		tableState: "changed"
	};
}

export { gateText as a, gateOverMarkdown as i, readUntoldEnds as n, quotedTable as o, gateMarkdown as r, noteTold as t };