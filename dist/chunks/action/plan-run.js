import { n as __name } from "../rolldown-runtime.js";
import { a as plan, i as diffDefinitions, n as planVerdict, r as describeNamedBy, t as planText } from "../report/plan-text.js";
import { a as inOrder, i as globsFrom, n as readSqlFile, r as readSqlFiles, t as faulty } from "../commands/statements/sql-file.js";
import { n as isCertain, t as describeHazard } from "../engine/probes/hazard.js";
import { a as jobSummaryPage, i as fit, n as checkRunPage, r as commentPage, t as keepComment } from "./sticky-comment.js";
import { t as appliedWhen } from "../commands/ledger/applied.js";
import { r as describeRule } from "../lint.js";
import { t as clip } from "../report/clip.js";
import { a as escapeHtml, c as prose, i as details, l as table, n as code, o as link, r as codeBlock, s as onOneLine, t as alert } from "../report/markdown.js";
import { i as formatNumberOf, n as formatCount, t as formatBytes } from "../report/quantity.js";
import { i as describeWayBack, n as describeDeferral, o as severityIcons, r as describeEstimate, t as algorithmWords } from "../report/words.js";
import { t as leftOutTexts } from "../report/left-out.js";
import { t as CheckRun } from "./check-run.js";
import { a as notice, n as fail, r as log, t as annotate } from "./core.js";
import { t as summarize } from "./job-summary.js";
import { r as publishPlan, t as publish } from "./outputs.js";
import { o as toGhostshipError } from "../commands/migrate/run-outcome.js";
import { t as configFrom } from "../commands/options/read-config.js";
import { i as matchPaths, t as readSettings } from "../commands/options/settings.js";
import { r as readRepositoryFile, t as otherBranch } from "./why-not-migrate.js";
import { t as GhostshipError } from "../support/errors.js";
import { t as linksTo } from "./runner-environment.js";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/annotation.ts
/** Findings, refused statements without a finding, and rows that do not fit. Errors come first: some channels show only the first ten. */
function annotationsOf(report) {
	const errors = new Set(report.findings.flatMap(({ file, start, severity }) => severity === "error" ? [`${start.line} ${file}`] : []));
	const hasError = (file, line) => errors.has(`${line} ${file}`);
	const refused = report.statements.flatMap((statement) => {
		if (statement.kind !== "refused" || statement.file === null || hasError(statement.file, statement.line)) return [];
		const { file: path, line, error } = statement;
		const message = `${error.message}\n${error.hint}`;
		return [{
			path,
			startLine: line,
			endLine: line,
			columns: null,
			level: "failure",
			title: `Refused: ${error.code}`,
			message
		}];
	});
	const hazards = report.statements.flatMap(fromHazards);
	return [
		...report.findings.map(fromFinding),
		...refused,
		...hazards
	].toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}
function fromHazards(statement) {
	if (statement.kind !== "planned" || statement.file === null) return [];
	const { file: path, line, hazards, table } = statement;
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
	const isOneLine = start.line === end.line;
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
	const listed = findings.toSorted(bySeverity).slice(0, maxListed);
	const files = Map.groupBy(listed, ({ file }) => file);
	const sections = [...new Set(findings.map(({ file }) => file))].flatMap((file) => {
		const own = files.get(file);
		return own === void 0 ? [] : [`**${code(file)}**\n\n${own.map((finding) => item(finding, links)).join("\n")}`];
	});
	const rest = findings.length - listed.length;
	return [...sections, ...rest > 0 ? [`And ${formatNumberOf(rest, "finding")} more.`] : []].join("\n\n");
}
/** More than fit on any page. */
const maxListed = 2e3;
/** Findings that a person has accepted. Reviewers see them all the same. */
function silencedMarkdown({ accepted, suppressed }, links) {
	const lines = [...accepted.slice(0, maxListed).map((finding) => `- ${place(finding, links)} ${code(finding.rule)}: allowed for this run`), ...suppressed.slice(0, maxListed).map(({ finding, by }) => `- ${place(finding, links)} ${code(finding.rule)}: ${reason(by.reason)}`)];
	if (lines.length === 0) return "";
	return details(`${accepted.length + suppressed.length} accepted or silenced`, lines.join("\n"));
}
function item(finding, links) {
	const { severity, rule, title, message, why, fix } = finding;
	const line = link(`line ${finding.start.line}`, links.file(finding.file, finding.start.line));
	const head = `${severityIcons[severity]} ${line} · **${prose(title)}** · ${code(rule)}`;
	const instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
	return `- ${onOneLine([
		head,
		prose(message),
		`*${prose(why)}*`,
		...instead
	].join("<br>"))}`;
}
function place(finding, links) {
	const text = `${finding.file}:${finding.start.line}`;
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
	const { links, remarks } = context;
	const verdict = planVerdict(report, context.obstacle);
	const findings = findingsMarkdown(report.findings, links);
	const pieces = [
		essential(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ""),
		essential(alert(alertFor[verdict.kind], verdictText(report, verdict))),
		...remarks.map((remark) => essential(alert("NOTE", prose(remark)))),
		essential(report.statements.length === 0 ? "" : statementTable(report.statements, links)),
		essential(leftOutTexts(report.leftOut).map((text) => `- ⏭️ ${prose(text)}`).join("\n")),
		...report.statements.map((statement) => ({
			markdown: changeOf(statement),
			essential: false
		})),
		{
			markdown: findings === "" ? "" : `### Findings\n\n${findings}`,
			essential: false
		},
		{
			markdown: silencedMarkdown(report, links),
			essential: false
		},
		essential(nextSteps(report, verdict, context)),
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
		essential: true
	};
}
function verdictText({ problem }, { sentence }) {
	const text = `**${prose(sentence)}**`;
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
	const rest = statements.length - maxRows;
	const rows = statements.slice(0, maxRows).map((statement) => row(statement, links));
	return table(columns, rest > 0 ? [...rows, [
		`And ${formatNumberOf(rest, "statement")} more.`,
		"",
		"",
		"",
		""
	]] : rows);
}
/** More than fit on any page. */
const maxRows = 2e3;
function row(statement, links) {
	const text = code(clip(statement.statement, 90));
	const first = statement.file === null ? text : `${fileLink(statement.file, statement.line, links)}<br>${text}`;
	switch (statement.kind) {
		case "planned": {
			const { algorithm, rows, dataBytes, indexBytes } = statement;
			return [
				first,
				algorithmWords[algorithm].replaceAll(" ", "&nbsp;"),
				formatCount(rows),
				formatBytes(dataBytes + indexBytes),
				whatHappens(statement)
			];
		}
		case "applied": return statement.isReverted ? [
			first,
			"↩️&nbsp;reverted",
			"",
			"",
			`Completed ${appliedWhen(statement)}, and reverted. ${notAgain}`
		] : [
			first,
			"✅&nbsp;applied",
			"",
			"",
			`Completed ${appliedWhen(statement)}; it is not run again.`
		];
		case "unplanned": return [
			first,
			"",
			"",
			"",
			statement.why === null ? "No dry run: no database could be asked." : `⚠️ ${prose(statement.why)}`
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
const notAgain = "It is not run again: a new file makes the change again.";
function whatHappens(statement) {
	const { reason, migrationKey, deferral, estimate, warnings, hazards, namedBy, wayBack } = statement;
	const key = migrationKey === null ? [] : [`Walked by ${code(migrationKey.columns.join(", "))}, ${prose(migrationKey.reason)}.`];
	return [
		...hazards.map((hazard) => `${isCertain(hazard) ? "❌" : "⚠️"} ${prose(describeHazard(hazard))} ${prose(hazard.hint)}`),
		prose(reason),
		...key,
		...deferral === null ? [] : [prose(describeDeferral(deferral))],
		...estimate === null ? [] : [prose(describeEstimate(estimate))],
		...wayBack === null ? [] : [prose(describeWayBack(wayBack))],
		...describeNamedBy(namedBy, code, prose),
		...warnings.map((warning) => `⚠️ ${prose(warning)}`)
	].join("<br>");
}
function fileLink(file, line, links) {
	const name = escapeHtml(file.split("/").at(-1) ?? file).replace(/[[\]_*`]/gu, "\\$&");
	return link(`${name}:${line}`, links.file(file, line));
}
/** What the statement makes of the table, folded up. */
function changeOf(statement) {
	if (statement.kind !== "planned") return "";
	const { before, after, table: name, line } = statement;
	const place = `${name} (line ${line})`;
	if (before === "") return details(`${place}: a new table`, codeBlock("sql", after));
	if (after === "") return details(`${place}: the table that goes`, codeBlock("sql", before));
	const diff = diffDefinitions(before, after);
	if (diff === "") return "";
	const count = (sign) => diff.split("\n").filter((row) => row.startsWith(sign)).length;
	return details(`${place}: +${count("+")} −${count("-")}`, codeBlock("diff", diff));
}
function nextSteps({ findings, problem }, { kind }, { migratesOnMerge, obstacle }) {
	const then = migratesOnMerge ? " The statements run when `migrate` sees the merge." : "";
	switch (kind) {
		case "failed": return [
			"### What next",
			...obstacle === null ? [] : ["- Correct the config file."],
			"- Correct what is marked with ❌.",
			...silencing(findings),
			...problem === null ? [] : ["- Let the runner reach the database, then run this job again."],
			"- Push again; this comment is brought up to date."
		].join("\n");
		case "warned": return `**What next:** look at the warnings, then merge.${then}`;
		case "ready": return `**What next:** merge.${then}`;
		case "nothing": return "";
	}
}
/** How to accept an error on purpose, for rules that allow it. */
function silencing(findings) {
	const errors = findings.filter(({ severity, rule }) => severity === "error" && describeRule(rule)?.suppressible === true);
	const rules = [...new Set(errors.map(({ rule }) => rule))];
	if (rules.length === 0) return [];
	return [`- If this is intended, say why in a comment before the statement (${code(`-- lint:ignore ${rules.join(", ")} -- reason`)}), or name the rule in ${code("allow")}: an input, or an option of the config file on the branch that is merged into.`];
}
/** It is the same in every run of the same plan, so that an unchanged comment is not edited. */
function footer({ version, digest, database }, { commit }) {
	return `<sub>${[
		`Ghostship ${version}`,
		`commit ${commit.slice(0, 7)}`,
		...digest === null ? [] : [`plan ${digest.slice(0, 12)}`],
		...database === null ? [] : [`dry run on ${escapeHtml(database.split("/").at(-1) ?? "")}`]
	].join(" · ")}</sub>`;
}

// src/action/proposed-config.ts
/** @returns `null` for a pull request that leaves the file alone */
async function proposedConfig(repository, event, changed, { path, branch }) {
	const file = changed.find(({ filename, previous_filename }) => filename === path || previous_filename === path);
	if (file === void 0) return null;
	return {
		path,
		remark: `This pull request changes ${path}. The plan goes by the file of ${branch}; what this pull request makes of it counts once it is merged.`,
		problem: file.filename !== path || file.status === "removed" ? null : await problemOf(repository, path, event.headSha)
	};
}
function annotateProblem({ path, problem }) {
	if (problem === null) return [];
	return [{
		path,
		startLine: 1,
		endLine: 1,
		columns: null,
		level: "failure",
		title: "Unusable config",
		message: problem
	}];
}
async function problemOf(repository, path, headSha) {
	try {
		readSettings({}, await configFrom(path, await readRepositoryFile(repository, path, headSha) ?? ""));
		return null;
	} catch (error) {
		const { code, message, hint } = toGhostshipError(error);
		return code === "internal" ? message : `${message}\n${hint}`;
	}
}

// src/action/pull-request-files.ts
function listChangedFiles({ octokit, owner, repo }, number) {
	return octokit.paginate(octokit.rest.pulls.listFiles, {
		owner,
		repo,
		pull_number: number,
		per_page: 100
	});
}
/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order they are applied in. */
async function readPullRequestFiles(repository, event, changed, { globs, maxBytes }, workspace) {
	const matches = matchPaths(globsFrom(workspace, globs));
	const named = changed.filter(({ status, filename }) => status !== "removed" && matches(filename)).map(({ filename }) => filename);
	const files = [];
	for (const path of inOrder(named)) {
		const local = event.isCheckedOut ? await readSqlFile(path, workspace, maxBytes) : null;
		files.push(local ?? await readRemote(repository, path, event.headSha, maxBytes));
	}
	return files;
}
async function readRemote(repository, path, ref, maxBytes) {
	try {
		const text = await readRepositoryFile(repository, path, ref, maxBytes);
		if (text === null) throw new Error(`${path} is not in ${ref}`);
		return {
			path,
			text
		};
	} catch (error) {
		if (error instanceof GhostshipError) return faulty(path, error);
		throw error;
	}
}

// src/action/plan-run.ts
/** Lints and plans: the changed files of a pull request, or else all files. Reviewers see it where they work. */
async function planRun(run, mode, signal) {
	const { repository, event, runner, writes } = run;
	const sha = event.kind === "pull-request" ? event.headSha : runner.sha;
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, `Ghostship ${mode}`, sha, runner.stepKey, runner.runUrl));
	const settings = mode === "plan" && !isFromFork(event) ? run.settings : withoutDatabase(run.settings);
	const { files, proposed } = await look(run);
	const report = await plan({ files }, settings, signal);
	log(planText(report));
	const path = join(runner.temporary, "ghostship-plan.json");
	await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
	publishPlan(report, path);
	const idle = event.kind === "pull-request" ? otherBranch(event.base, settings.values.branches) : null;
	const remarks = [
		...remarksOn(event, settings, mode),
		...idle === null ? [] : [`A merge will migrate nothing: ${idle}`],
		...proposed === null ? [] : [proposed.remark]
	];
	remarks.forEach(notice);
	const obstacle = proposed?.problem ?? null;
	if (obstacle !== null) publish({
		state: "failed",
		"error-code": "usage"
	});
	const verdict = planVerdict(report, obstacle);
	const context = {
		links: linksTo(runner, sha),
		commit: sha,
		remarks,
		obstacle,
		migratesOnMerge: idle === null
	};
	const markdown = (page) => planMarkdown(report, context, page);
	const commentId = event.kind === "pull-request" ? await comment(run, event, report, markdown(commentPage)) : null;
	const annotations = [...proposed === null ? [] : annotateProblem(proposed), ...annotationsOf(report)];
	const failed = verdict.kind === "failed";
	const output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	};
	const finished = await writes.attempt("finish the check run", async () => check?.finish(failed ? "failure" : "success", output, annotations));
	if (check === null || finished === null) annotations.forEach(annotate);
	publish({
		"check-run-id": check?.id ?? null,
		"comment-id": commentId
	});
	await summarize(markdown(jobSummaryPage), writes);
	if (failed) fail(`${verdict.title}. ${verdict.sentence}`);
}
/** If the changed files cannot be listed, all files are planned: too many are better than none. */
async function look(run) {
	const { event, repository, settings, runner, writes } = run;
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	const all = () => readSqlFiles(globs, runner.workspace, maxBytes);
	if (event.kind !== "pull-request") return {
		files: await all(),
		proposed: null
	};
	const changed = await writes.attempt("list the changed files, and looked at all of them", () => listChangedFiles(repository, event.number));
	if (changed === null) return {
		files: await all(),
		proposed: null
	};
	return {
		files: await writes.attempt("read the changed files, and looked at all of them", () => readPullRequestFiles(repository, event, changed, {
			globs,
			maxBytes
		}, runner.workspace)) ?? await all(),
		proposed: await proposedConfig(repository, event, changed, run.config)
	};
}
/** Without statements and findings no comment is written. An existing comment is still brought up to date. */
function comment({ repository, writes }, { number }, { statements, findings, leftOut }, markdown) {
	const isEmpty = statements.length + findings.length + leftOut.length === 0;
	return writes.attempt("write the comment", () => keepComment(repository, number, markdown, isEmpty ? "skip" : "create"));
}
function remarksOn(event, { target, replica }, mode) {
	if (mode === "lint" || target !== null || replica !== null) return [];
	return isFromFork(event) ? ["This pull request comes from a fork: its statements were read and linted, and no database was asked."] : ["Neither target nor replica is given: the statements were read and linted, and no database was asked."];
}
/** GitHub gives such a run no secrets. A workflow may give them all the same: a stranger must not reach a database then. */
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

export { look as n, planRun as r, isFromFork as t };