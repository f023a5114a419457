import { i as plan, n as planVerdict, r as diffDefinitions, t as planText } from "./plan-text.js";
import { n as planFailed } from "./plan-report.js";
import { t as readSqlFiles } from "./sql-file.js";
import { n as isCertain, t as describeHazard } from "./hazard.js";
import { a as jobSummaryPage, i as fit, n as checkRunPage, r as commentPage, t as keepComment } from "./sticky-comment.js";
import { r as describeRule } from "./lint-text.js";
import { t as clip } from "./clip.js";
import { a as escapeHtml, c as table, i as details, n as code, o as link, r as codeBlock, s as prose, t as alert } from "./markdown.js";
import { a as severityIcons, l as formatBytes, n as describeDeferral, r as describeEstimate, t as algorithmWords, u as formatCount } from "./words.js";
import { t as CheckRun } from "./check-run.js";
import { n as fail, r as log, t as annotate } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { r as publishPlan, t as publish } from "./outputs.js";
import { n as matchPaths } from "./match-paths.js";
import { t as linksTo } from "./surroundings.js";
import { join } from "node:path";
import { readFile, writeFile } from "node:fs/promises";
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
	let { links, remarks } = context, verdict = planVerdict(report), findings = findingsMarkdown(report.findings, links), pieces = [
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
	];
	return fit(pieces, page.limit, "The log of the run has the whole plan.");
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
		let local = event.isCheckedOut ? await readLocal(join(workspace, path)) : null;
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
	let path = join(surroundings.temporary, "ghostship-plan.json");
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
export { planRun };
