import { r as __name } from "../../rolldown-runtime.js";
import { t as formatMoment } from "../../support/moment.js";
import { t as clip } from "../clip.js";
import { t as isChangedBefore } from "../outcome-verdict.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration } from "../quantity.js";
import { a as nothing, i as html, n as withoutSecrets, r as Html, s as copyRates } from "./secrets.js";
import { d as messagePieces } from "../markdown.js";
import { r as isBegun } from "../../commands/migrate/run-outcome.js";
import { n as blockerText } from "../../engine/cutover/blockers.js";
import { t as diffDefinitions } from "../definition-diff.js";
import { _ as stateWords, t as algorithmWords, v as tableStateSentence } from "../words.js";
import { t as amount } from "../hold-text.js";

// src/report/report-page/message-html.ts
/** A message of several lines: a paragraph for what is said, and diffs as such. */
function messageHtml(text) {
	const pieces = messagePieces(text).map(({ isDiff, lines }) => isDiff ? diffHtml(lines) : html`<p>${lines.map((line, index) => index === 0 ? html`${line}` : html`<br>${line}`)}</p>`);
	return html`${pieces}`;
}
/** What went wrong: its first line stands out, and what follows says more. */
function faultHtml({ message, code }) {
	const [first = "", ...others] = message.split("\n");
	const more = others.length === 0 ? nothing : messageHtml(others.join("\n"));
	return html`<p><strong>${first}</strong> <span class="muted">${code}</span></p>${more}`;
}
/** @param lines each with its sign */
function diffHtml(lines) {
	const rows = lines.map((line) => html`<i class="${kindOf(line)}">${line}</i>`);
	return html`<pre>${new Html(rows.map(({ text }) => text).join(""))}</pre>`;
}
function kindOf(line) {
	if (line.startsWith("+")) return "added";
	return line.startsWith("-") ? "removed" : "";
}

// src/report/report-page/charts.ts
/** Copy rate and lag over time; nothing for a statement that took no time to look at. */
async function charts(record) {
	const { all } = record.samples;
	const rates = ratesOf(record);
	const known = rates.flatMap(({ value }) => value === null ? [] : [value]);
	if (all.length < 3) return nothing;
	const lags = all.map(({ atMs, lagMs }) => ({
		atMs,
		value: lagMs
	}));
	const common = {
		untilMs: Math.round(record.tookMs),
		shaded: record.holds.all,
		marked: record.attempts.all.filter(({ failure }) => failure !== null).map(({ atMs }) => atMs)
	};
	const limit = limitOfLag(record);
	const rate = {
		...common,
		points: rates,
		color: "rate",
		format: formatCount,
		atLeast: 1,
		limit: null
	};
	const lag = {
		...common,
		points: lags,
		color: "lag",
		format: formatDuration,
		atLeast: 100,
		limit
	};
	const most = Math.max(0, ...known);
	const mostLag = Math.max(0, ...lags.map(({ value }) => value));
	const parts = [
		known.length < 2 ? nothing : await figure("Copy rate", `rows per second, up to ${formatCount(most)}`, rate),
		await figure("Lag of the stream of changes", `up to ${formatDuration(mostLag)}`, lag),
		legend$1(record, limit)
	];
	return html`${parts}`;
}
/** From the moment in which the copy began. */
function ratesOf({ phases, samples, kept }) {
	const began = phases.all.find(({ state }) => state === "copying")?.fromMs ?? 0;
	return copyRates(samples.all, {
		atMs: began,
		rowsCopied: kept?.rows ?? 0
	});
}
/** Loaded only where there is something to draw: the library is large. */
async function figure(title, words, chart) {
	const { drawChart, narrow, wide } = await import("./chart.js");
	const label = html`${title}: ${words}`;
	return html`<figure role="img" aria-label="${label}"><figcaption>${title} <span>${words}</span></figcaption>
<div class="wide">${new Html(drawChart(chart, wide))}</div><div class="narrow">${new Html(drawChart(chart, narrow))}</div></figure>`;
}
function limitOfLag({ holds }) {
	return holds.all.find(({ reason, worst }) => reason === "stream-lag" && worst !== null)?.worst?.limit ?? null;
}
function legend$1({ holds, attempts }, limit) {
	const entries = [
		...holds.all.length === 0 ? [] : [html`<li><i style="background:var(--hold);opacity:.45"></i>copy held</li>`],
		...limit === null ? [] : [html`<li><i class="line"></i>limit ${formatDuration(limit)}</li>`],
		...attempts.all.every(({ failure }) => failure === null) ? [] : [html`<li><i style="background:var(--bad);width:2px"></i>cutover attempt undone</li>`]
	];
	return entries.length === 0 ? nothing : html`<ul class="legend">${entries}</ul>`;
}
__name(legend$1, "legend");

// src/report/report-page/hold-table.ts
/** What held the copy, for people who have not read the documentation. */
const holdWords = {
	"stream-lag": "The stream of changes lags",
	"replica-lag": "A replica lags",
	"max-load": "The server is loaded",
	"critical-load": "The server is overloaded",
	"commit-latency": "Commits are slow",
	"dirty-keys": "Many changes wait",
	"table-locked": "The table is locked",
	throttled: "Throttled by a person",
	"prepared-xa": "A prepared XA transaction",
	paused: "Paused by a person"
};
/** More of one kind are told as one row: the timeline shows where they are. */
const mostOfKind = 5;
/** What held the copy, when, and what was seen; in the order of time. */
function holdTable(holds) {
	if (holds.length === 0) return nothing;
	const rows = kindsOf(holds).flatMap((kind) => kind.length <= mostOfKind ? kind.map(single) : [together(kind)]).toSorted((one, other) => one.worst.fromMs - other.worst.fromMs);
	return html`<h3>What held the copy</h3><div class="scroll"><table><thead><tr><th>Reason</th><th>When</th><th class="number">Observed</th><th class="number">Limit</th></tr></thead>
<tbody>${rows.map(rowOf)}</tbody></table></div>`;
}
function rowOf({ worst: hold, when }) {
	const { worst, reason } = hold;
	const limit = worst === null ? "" : amount(worst.limit, worst);
	return html`<tr><td>${holdWords[reason]}${nameOf(hold)}</td><td>${when}</td><td class="number" data-label="observed">${seen(worst)}</td><td class="number" data-label="limit">${limit}</td></tr>`;
}
function single(hold) {
	const { fromMs, toMs, times } = hold;
	const often = times > 1 ? `, ${times} times` : "";
	return {
		worst: hold,
		when: `after ${formatDuration(fromMs)}, for ${formatDuration(toMs - fromMs)}${often}`
	};
}
function together(holds) {
	const worst = holds.reduce((one, other) => (other.worst?.observed ?? 0) > (one.worst?.observed ?? 0) ? other : one);
	const times = holds.reduce((sum, hold) => sum + hold.times, 0);
	const tookMs = holds.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
	const fromMs = Math.min(...holds.map((hold) => hold.fromMs));
	const toMs = Math.max(...holds.map((hold) => hold.toMs));
	return {
		worst: {
			...worst,
			fromMs
		},
		when: `${times} times between ${formatDuration(fromMs)} and ${formatDuration(toMs)}, ${formatDuration(tookMs)} in all`
	};
}
function kindsOf(holds) {
	const kinds = /* @__PURE__ */ new Map();
	for (const hold of holds) kinds.set(causeOf(hold), [...kinds.get(causeOf(hold)) ?? [], hold]);
	return [...kinds.values()];
}
function causeOf({ reason, worst, lockedBy }) {
	return JSON.stringify([reason, worst?.of ?? lockedBy]);
}
function nameOf({ worst, lockedBy }) {
	const name = lockedBy ?? worst?.of ?? null;
	return name === null ? nothing : html` <span class="muted">${name}</span>`;
}
function seen(worst) {
	if (worst === null) return "";
	return worst.observed === null ? "unknown" : amount(worst.observed, worst);
}

// src/report/report-page/timeline.ts
/** Phases, holds and cutover attempts of one statement, on the time axis of its charts. */
function timeline(record) {
	const spans = spansOf(record);
	if (spans.length < 2 && record.attempts.all.length < 2) return nothing;
	const untilMs = record.tookMs;
	const place = (fromMs, toMs) => {
		const share = (ms) => (100 * Math.max(0, ms) / Math.max(1, untilMs)).toFixed(3);
		return new Html(`left:${share(fromMs)}%;width:${share(Math.min(toMs, untilMs) - fromMs)}%`);
	};
	const phases = spans.map(({ state, fromMs, toMs }) => html`<i style="${place(fromMs, toMs)};background:var(--${state})" title="${titleOf(state, fromMs, toMs)}"></i>`);
	const holds = record.holds.all.map((hold) => html`<i style="${place(hold.fromMs, hold.toMs)};background:var(--hold)" title="${holdTitle(hold)}"></i>`);
	const attempts = record.attempts.all.map(({ number, atMs, failure }) => html`<i class="moment" style="${place(atMs, atMs)};width:3px;background:var(--${failure === null ? "good" : "bad"})" title="attempt ${number}, after ${formatDuration(atMs)}: ${failure ?? "done"}"></i>`);
	return html`<figure><figcaption>Timeline</figcaption>
${lane("Phases", phases, "")}${lane("Held", holds, "thin")}${lane("Cutover", attempts, "thin")}
<div class="ends"><span>0</span><span>${formatDuration(untilMs)}</span></div>
${legend(spans)}</figure>`;
}
function lane(label, marks, kind) {
	return marks.length === 0 ? nothing : html`<div class="lane ${kind}"><b>${label}</b>${marks}</div>`;
}
function spansOf({ phases, tookMs }) {
	const all = phases.all;
	return all.map(({ state, fromMs }, index) => ({
		state,
		fromMs,
		toMs: all[index + 1]?.fromMs ?? tookMs
	}));
}
/** Each phase once, with all of its time. */
function legend(spans) {
	const entries = [...new Set(spans.map(({ state }) => state))].map((state) => {
		const tookMs = spans.filter((span) => span.state === state).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
		return html`<li><i style="background:var(--${state})"></i>${stateWords[state]} ${formatDuration(tookMs)}</li>`;
	});
	return html`<ul class="legend">${entries}</ul>`;
}
function titleOf(state, fromMs, toMs) {
	return `${stateWords[state]}: ${formatDuration(toMs - fromMs)}, from ${formatDuration(fromMs)} on`;
}
function holdTitle(hold) {
	return `${holdWords[hold.reason]}: ${formatDuration(hold.toMs - hold.fromMs)}, from ${formatDuration(hold.fromMs)} on`;
}

// src/report/report-page/statement-card.ts
/**
* All that is known of one statement.
* @param record `null` where it was not started, or where another run did the work
*/
async function statementCard(outcome, record, { hasCharts, hasChanged }) {
	const { table, state, file, statement } = outcome;
	const parts = [
		html`<div class="head"><h2>${table === "" ? "A statement" : table}</h2><span class="state ${toneOf(outcome)}">${stateWords[state]}</span><span class="muted small">${[howOf(outcome), ...file === null ? [] : [file]].filter((words) => words !== "").join(" · ")}</span></div>`,
		html`<pre>${clipped(statement)}</pre>`,
		fault(outcome, hasChanged),
		record === null ? nothing : kept(record),
		isBegun(outcome) ? numbers(outcome) : nothing,
		...record === null ? [] : [
			timeline(record),
			hasCharts ? await charts(record) : nothing,
			holdTable(record.holds.all),
			attempts(record)
		],
		record === null ? nothing : definition(record),
		record === null ? nothing : notices(record)
	];
	return html`<section class="card">${parts}</section>`;
}
/** A statement may be as long as a file. */
function clipped(statement) {
	return statement.length <= 2e4 ? statement : `${statement.slice(0, 2e4)}…`;
}
function toneOf({ state, tableState }) {
	if (state === "completed" || state === "reverted") return "good";
	if (state === "failed" || tableState === "unknown") return "bad";
	return state === "queued" ? "muted" : "held";
}
/** Words without their pictures: a page on paper has no emoji. */
function howOf({ algorithm }) {
	return algorithm === null ? "" : algorithmWords[algorithm].replace(/^\S+ /u, "");
}
function fault({ error, table, tableState }, hasChanged) {
	if (error === null) return nothing;
	return html`<div class="fault">${faultHtml(error)}<p>${tableStateSentence(tableState, table, error.code, hasChanged)}</p>${messageHtml(error.hint)}</div>`;
}
function kept({ kept: found }) {
	if (found === null) return nothing;
	const rows = found.rows === 0 ? "No row was noted as copied yet" : `${formatNumberOf(found.rows, "row")} copied by then ${found.rows === 1 ? "is" : "are"} kept`;
	return html`<div class="fault kept"><p>This run goes on with the migration ${found.migrationId}, whose last sign of life was ${formatDuration(found.ageMs)} before it. ${rows}.</p></div>`;
}
function numbers({ algorithm, rowsCopied, changesApplied, lockedMs, verified, durationMs, attempts: count }) {
	const tiles = [
		...algorithm === "copy" ? [tile("Rows copied", formatCount(rowsCopied)), tile("Changes applied", formatCount(changesApplied))] : [],
		...lockedMs === 0 ? [] : [tile("Writers waited", formatDuration(lockedMs), count > 1 ? `in the last of ${count} attempts` : "")],
		...verified === null ? [] : [tile("Differences", formatCount(verified.differences), `of ${formatNumberOf(verified.rows, "row")} compared`)],
		tile("Duration", formatDuration(durationMs))
	];
	return html`<dl class="numbers">${tiles}</dl>`;
}
function tile(title, value, words = "") {
	return html`<div><dt>${title}</dt><dd>${value}${words === "" ? nothing : html`<small>${words}</small>`}</dd></div>`;
}
function attempts({ attempts: found }) {
	if (found.all.every(({ failure }) => failure === null)) return nothing;
	const rows = found.all.map(({ number, atMs, lockedMs, failure, blockers }) => html`<tr><td class="number" data-label="attempt">${number}</td><td class="time">after ${formatDuration(atMs)}</td><td class="number" data-label="writers waited">${formatDuration(lockedMs)}</td><td>${failure ?? "The tables were swapped."}${blockers.map((blocker) => html`<br><span class="muted">${blockerText(blocker)}</span>`)}</td></tr>`);
	return html`<h3>Cutover attempts</h3><div class="scroll"><table><thead><tr><th class="number">No.</th><th>When</th><th class="number">Writers waited</th><th>What came of it, and who was waited for</th></tr></thead>
<tbody>${rows}</tbody></table></div>${leftOut(found.leftOut, "attempt")}`;
}
function definition({ definition: found }) {
	if (found === null) return nothing;
	const diff = diffDefinitions(found.before, found.after);
	if (diff === "") return html`<h3>Definition</h3><p class="muted">It stays the same.</p>`;
	return html`<h3>Definition</h3>${diffHtml(diff.split("\n"))}`;
}
function notices({ notices: found }) {
	if (found.all.length === 0) return nothing;
	const rows = found.all.map(({ atMs, message }) => html`<tr><td class="time">after ${formatDuration(atMs)}</td><td>${messageHtml(message)}</td></tr>`);
	return html`<h3>Notices</h3><div class="scroll"><table><tbody>${rows}</tbody></table></div>${leftOut(found.leftOut, "notice")}`;
}
function leftOut(count, singular) {
	return count === 0 ? nothing : html`<p class="muted small">${formatNumberOf(count, singular)} between the first and the last are not listed.</p>`;
}

// src/report/report-page/style.ts
/** Few colours, which are others in the dark. Nothing is loaded: not a letter, not an image. */
const style = `
:root { color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1c2530; --muted: #5b6776; --rule: #e6e9ee; --axis: #aab3bf; --code: #f3f5f8;
  --rate: #1a62d6; --lag: #0f8577; --hold: #d98a00; --stopped: #8a5700; --good: #1a7f4b; --bad: #c9303c;
  --preflight: #b6bfca; --copying: #1a62d6; --catching_up: #57a5f5; --verifying: #0f8577;
  --waiting_for_cutover: #cfd6df; --cutting_over: #7a45c9; --paused: #d98a00; --added: #e3f5ea; --removed: #fdebec; }
@media (prefers-color-scheme: dark) { :root {
  --page: #0e1318; --card: #161d24; --text: #e3e8ee; --muted: #97a4b3; --rule: #26303a; --axis: #4b5866; --code: #1b242d;
  --rate: #5b9dff; --lag: #3fb8a6; --hold: #e0a83a; --stopped: #e0a83a; --good: #4cc283; --bad: #ff7680;
  --preflight: #5d6976; --copying: #4d8ff0; --catching_up: #86baf7; --verifying: #2f9d8d;
  --waiting_for_cutover: #3d4854; --cutting_over: #a47bea; --paused: #e0a83a; --added: #173326; --removed: #3b1e23; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 940px; margin: 0 auto; padding: 28px 16px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; } h2 { font-size: 19px; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 14px; margin: 26px 0 8px; } p { margin: 6px 0; overflow-wrap: anywhere; }
.muted, figcaption span { color: var(--muted); font-weight: 400; } .small { font-size: 13px; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 22px 24px; margin: 20px 0; }
.head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.state { font-size: 13px; font-weight: 600; } .state.good { color: var(--good); } .state.bad { color: var(--bad); } .state.held { color: var(--stopped); }
pre { background: var(--code); border-radius: 6px; padding: 10px 12px; margin: 10px 0; font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 420px; overflow: auto; }
pre i { display: block; font-style: normal; padding: 0 4px; min-height: 1.5em; } pre .added { background: var(--added); } pre .removed { background: var(--removed); }
.numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 14px 16px; margin: 16px 0 0; }
.numbers dt { color: var(--muted); font-size: 13px; } .numbers dd { margin: 0; font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; }
.numbers small { display: block; font-size: 12.5px; font-weight: 400; color: var(--muted); }
.fault { border-left: 3px solid var(--bad); padding: 2px 0 2px 14px; margin: 16px 0; } .kept { border-left-color: var(--rate); }
figure { margin: 22px 0 0; } figcaption { font-size: 14px; font-weight: 600; margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; font-family: inherit; } .narrow { display: none; }
.lane { position: relative; height: 24px; margin: 6px 1.628% 6px 8.605%; background: var(--code); border-radius: 4px; }
.lane.thin { height: 16px; } .lane > b { position: absolute; right: 100%; margin-right: 10px; font-size: 12px; line-height: 24px; font-weight: 400; color: var(--muted); }
.lane.thin > b { line-height: 16px; } .lane > i { position: absolute; top: 0; bottom: 0; min-width: 2px; border-radius: 2px; }
.lane > i.moment { width: 3px; margin-left: -1px; min-width: 0; } .ends { display: flex; justify-content: space-between; margin: 0 1.628% 0 8.605%; font-size: 12px; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 6px 0 0; padding: 0; list-style: none; font-size: 13px; color: var(--muted); }
.legend i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 6px; } .legend i.line { height: 0; border-top: 2px dashed var(--hold); border-radius: 0; vertical-align: middle; width: 14px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13.5px; } th { text-align: left; font-weight: 600; color: var(--muted); }
th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td p { margin: 0; } td.time { white-space: nowrap; font-variant-numeric: tabular-nums; } a { color: var(--rate); } footer { color: var(--muted); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 10px 32px; } .card { padding: 16px 14px; margin: 14px 0; } h1 { font-size: 21px; }
  .wide { display: none; } .narrow { display: block; } .lane, .ends { margin-left: 17.714%; margin-right: 5.714%; }
  thead { display: none; } tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--rule); } td, td.number { display: block; text-align: left; padding: 0; border: 0; }
  td[data-label]:not(:empty)::before { content: attr(data-label) " "; color: var(--muted); } .numbers { grid-template-columns: 1fr 1fr; } }
@media print { .card { break-inside: avoid; } pre { max-height: none; } }
`;

// src/report/report-page/report-page.ts
/** Beyond that a page would be too large to open; the outcome as JSON has all of them. */
const mostCards = 200;
/** Each has charts of some 50 kB. */
const mostWithCharts = 40;
/** A page of its own: it loads nothing and runs nothing. */
async function reportPage({ outcome, record, verdict, runUrl, secrets }) {
	const { migrations, error, startedAt, finishedAt, version } = outcome;
	const unused = [...record.statements];
	const cards = [];
	for (const [index, migration] of migrations.slice(0, mostCards).entries()) cards.push(await statementCard(migration, takeRecord(unused, migration), {
		hasCharts: index < mostWithCharts,
		hasChanged: isChangedBefore(migration, migrations)
	}));
	const left = migrations.length - cards.length;
	const own = migrations.some((migration) => migration.error !== null) ? null : error;
	const took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
	const run = runUrl?.startsWith("https://") ? html` · <a href="${runUrl}">run</a>` : nothing;
	const body = html`<header><h1>${verdict.title}</h1><p>${clip(verdict.sentence, 600)}</p>
<p class="muted small">Started ${formatMoment(startedAt)} · took ${took}${run}</p></header>
${own === null ? nothing : html`<section class="card"><div class="fault">${faultHtml(own)}${messageHtml(own.hint)}</div></section>`}
${cards}
${left > 0 ? html`<p class="muted">${formatNumberOf(left, "statement")} more are not shown here.</p>` : nothing}
<footer>Ghostship ${version}</footer>`;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ghostship · ${verdict.title}</title>
<style>${new Html(style)}</style>
</head>
<body><main>
${new Html(withoutSecrets(body.text, secrets))}
</main></body>
</html>
`.text;
}
/** Also of one that has come to nothing: what has held it is worth a look. */
function takeRecord(unused, { file, statement }) {
	const index = unused.findIndex((record) => record.file === file && record.text === statement);
	return index === -1 ? null : unused.splice(index, 1)[0] ?? null;
}
/** `2026-11-29 08:15:00 UTC` */

export { reportPage };