import { r as __name } from "./rolldown-runtime.js";
import { t as misfits } from "./engine/probes/misfits.js";
import { a as codeFor, t as needsAllow } from "./commands/statements/refusal.js";
import { t as plan } from "./commands/plan/plan.js";
import { a as listChangedFiles, b as recordOf, c as readRemote, d as whyUnshown, h as brokenPromises, i as FileOwners, l as environmentsBefore, n as planReader, o as pathsBrought, p as promisesOfFile, s as pathsTakenAway, t as keptText, x as inComments } from "./action.js";
import { r as isThereIn } from "./sql2.js";
import { a as findFiles, c as tellOtherCase, l as inOrder, n as readSqlFile, o as globsFrom, p as shownPath, r as readSqlFiles, s as inOtherCase } from "./commands/statements/sql-file.js";
import { t as annotationsOf } from "./report/annotation.js";
import { a as fit, c as lengthOfEssential, i as essential, n as commentPage, o as headingOf, s as jobSummaryPage, t as checkRunPage } from "./report/fit.js";
import { a as firstLine, c as onOneLine, i as escapeHtml, l as prose, n as codeBlock, o as link, r as details, s as message, t as alert, u as table } from "./report/markdown.js";
import { t as groupBy } from "./support/group-by.js";
import { t as nameFiles } from "./report/file-names.js";
import { n as isCertain, t as describeHazard } from "./engine/probes/hazard.js";
import { t as clip } from "./report/clip.js";
import { i as formatNumberOf, r as formatDuration, t as formatBytes } from "./report/quantity.js";
import { a as describeDeleted, c as describeNotChecked, d as describeUse, f as describeWayBack, h as severityIcons, i as describeDeferral, l as describeProduct, m as howAgain, o as describeEstimate, p as enumerate, s as describeLastRun, t as algorithmWords, u as describeSpace } from "./report/words.js";
import { t as leftOutTexts } from "./report/left-out.js";
import { a as describeFailing, i as rulesLeftOutText, o as describeNamedBy } from "./report/lint-text.js";
import { t as hasMisfits } from "./commands/plan/plan-report.js";
import { w as describeRule } from "./lint.js";
import { t as code } from "./support/code-span.js";
import { t as appliedWhen } from "./commands/ledger/applied.js";
import { t as newTable } from "./engine/plan/circumstance.js";
import { t as diffDefinitions } from "./report/definition-diff.js";
import { n as planVerdict, r as destroyedBy, t as planText } from "./report/plan-text.js";
import { i as createOnce, n as checkName, t as CheckRun } from "./action/check-run.js";
import { a as notice, n as fail, r as log, t as annotate, u as warn } from "./action/core.js";
import { n as matchPaths } from "./commands/options/match-paths.js";
import { a as sentence, r as messageOf } from "./support/errors.js";
import { r as whyNoFiles, t as filesOfCheckout } from "./action/files-of-checkout.js";
import { r as shortName } from "./action/git-ref.js";
import { t as summarize } from "./action/job-summary.js";
import { r as publishPlan, t as publish } from "./action/outputs.js";
import { l as toGhostshipError, t as describeError } from "./commands/migrate/run-outcome.js";
import { n as getPullRequest } from "./action/find-pull-request.js";
import { t as noConfig } from "./commands/options/config.js";
import { t as configFrom } from "./commands/options/read-config.js";
import { t as readSettings } from "./commands/options/settings.js";
import { t as readRepositoryFile } from "./action/repository-file.js";
import { t as linksTo } from "./action/runner-environment.js";
import { n as keepComment, r as ourComments } from "./action/sticky-comment.js";
import { n as whyNotPlanned, t as isOfOlderHead } from "./action/still-open.js";
import { t as digest } from "./support/digest.js";
import { a as visibleMarkdown } from "./support/visible.js";
import { n as isForbidden } from "./action/github-trouble.js";
import { r as once } from "./action/request-options.js";
import { t as targetName } from "./action/target-name.js";
import { t as otherBranch } from "./action/why-not-migrate.js";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/commands/plan/first-error.ts
/**
* The code that a run of these statements would end with: it looks at the texts of all of them before it asks a server, and at
* what else speaks against them in their order.
*
* @returns `null` where nothing does
*/
function firstErrorCode({ problem, statements, findings }) {
	const unfit = (what) => statements.flatMap((one) => one.kind === "refused" && one.unfit === what ? [one.error.code] : [])[0] ?? null;
	const early = problem?.code ?? unfit("file") ?? unfit("statement");
	if (early !== null) return early;
	const errors = findings.filter(({ severity }) => severity === "error");
	const pending = statements.filter(({ kind }) => kind !== "applied");
	for (const statement of pending) {
		const isFirst = pending.find(({ file }) => file === statement.file) === statement;
		const found = codeOf(statement, errors.find((finding) => isAbout(finding, statement, isFirst)));
		if (found !== null) return found;
	}
	const [unplaced] = errors;
	return unplaced === void 0 ? null : codeFor(unplaced.rule);
}
/** What nobody has allowed comes before the rules, and those before the server. */
function codeOf(statement, finding) {
	const refused = statement.kind === "refused" ? statement.error.code : null;
	if (refused === "statement-not-allowed") return refused;
	if (finding !== void 0) return codeFor(finding.rule);
	return refused ?? (statement.kind === "planned" ? misfits("", statement.hazards)?.code ?? null : null);
}
function isAbout(finding, { file, line, statement }, isFirst) {
	if (file !== null && finding.file !== file) return false;
	if (finding.statement === null) return isFirst;
	const { line: at } = finding.start;
	return line <= at && at < line + statement.split("\n").length;
}

// src/report/findings-markdown.ts
/**
* What stands against the statements: those that would be refused, rows that do not fit, and the findings, errors first. Of each
* rule in a file the first finding is told in full, and the others in a line. Where there is no room the lines go before the full
* ones. Lines of errors stay: all that is red must be named.
*/
function findingPieces({ findings, statements }, links) {
	const refused = refusalPieces(statements, new Set(findings.filter(({ severity }) => severity === "error").map((one) => placeKey(one.file, one.start.line))), links).slice(0, maxGroups);
	const told = new Set(findings.map(({ evidence }) => evidence));
	const misfits = statements.flatMap((statement) => misfitItems(statement, told, links));
	if (findings.length + misfits.length + refused.length === 0) return [];
	const shown = groupsOf(findings).map((group) => group.toSorted(bySeverity)).toSorted(([one], [other]) => one === void 0 || other === void 0 ? 0 : bySeverity(one, other)).slice(0, maxGroups);
	const rest = findings.length - shown.flat().length;
	const room = { left: errorRoom };
	return [
		{
			markdown: "### Findings",
			weight: "essential"
		},
		...refused,
		{
			markdown: misfits.slice(0, maxGroups).join("\n"),
			weight: "essential"
		},
		...shown.flatMap((group) => groupPieces(group, links, room)),
		{
			markdown: rest > 0 ? `And ${formatNumberOf(rest, "finding")} more.` : "",
			weight: "essential"
		}
	];
}
/** For the lines of errors, in characters; it leaves the most of a page to the statements. */
const errorRoom = 25e3;
/** By rule and file. Where a rule has found the same in very many files, they are one group. */
function groupsOf(findings) {
	return [...groupBy(findings, ({ rule }) => rule).values()].flatMap((ofRule) => {
		const byFile = [...groupBy(ofRule, ({ file }) => file).values()];
		return byFile.length <= maxFilesApart ? byFile : [...groupBy(ofRule, ({ title }) => title).values()];
	});
}
const maxFilesApart = 10;
/** More than fit on any page in full. */
const maxGroups = 100;
/** More than fit on any page. */
const maxListed = 2e3;
/** Findings that a person has accepted. Reviewers see them all the same. */
function silencedMarkdown({ accepted, suppressed }, links) {
	const lines = [...accepted.slice(0, maxListed).map((finding) => `- ${place(finding, links)} ${code(finding.rule)}: allowed for this run`), ...suppressed.slice(0, maxListed).map(({ finding, by }) => `- ${place(finding, links)} ${code(finding.rule)}: ${reason(by.reason)}`)];
	if (lines.length === 0) return "";
	return details(`${accepted.length + suppressed.length} accepted or silenced`, lines.join("\n"));
}
function placeKey(file, line) {
	return `${line}\n${file ?? ""}`;
}
/**
* Where an error of a rule stands against the statement already, its refusal would only repeat that. What is in the way of several
* statements alike is told once.
*
* @param errors the places of such errors
*/
function refusalPieces(statements, errors, links) {
	const untold = statements.filter((statement) => statement.kind === "refused").filter(({ file, line: at }) => !errors.has(placeKey(file, at)));
	return [...groupBy(untold, ({ error }) => [
		error.code,
		error.message,
		error.hint
	].join("\n")).values()].flatMap(([first, ...others]) => {
		if (first === void 0) return [];
		const { code: name, message: text, hint } = first.error;
		const told = {
			markdown: refusal(`❌ ${whereIs(first, links)} · **Refused** · ${code(name)}`, text, `**Instead:** ${prose(hint)}`),
			weight: "essential"
		};
		const lines = others.slice(0, maxListed).map((other) => `- ❌ ${whereIs(other, links)}`);
		const title = `${formatNumberOf(others.length, "more statement")} refused for the same reason`;
		return others.length === 0 ? [told] : [told, {
			markdown: details(title, lines.join("\n")),
			weight: "useful"
		}];
	});
}
function whereIs({ file, line: at, table }, links) {
	return file === null ? code(table) : link(code(`${file}:${at}`), links.file(file, at));
}
/** @param told what findings say already */
function misfitItems(statement, told, links) {
	if (statement.kind !== "planned") return [];
	const { table } = statement;
	const where = whereIs(statement, links);
	return statement.hazards.filter((hazard) => isCertain(hazard) && !told.has(hazard.message)).map((hazard) => full([
		`❌ ${where} · **Rows of ${prose(table)} do not fit**`,
		prose(describeHazard(hazard)),
		`**Instead:** ${prose(hazard.hint)}`
	]));
}
/** A diff needs lines of its own. */
function refusal(head, text, instead) {
	if (!text.includes("\n")) return full([
		head,
		prose(text),
		instead
	]);
	return `- ${head}\n\n  ${message(text, "  ")}\n\n  ${instead}`;
}
/**
* @param group findings of one rule in one file
* @param room what is left for the lines of errors
*/
function groupPieces([first, ...others], links, room) {
	if (first === void 0) return [];
	const told = {
		markdown: item(first, links),
		weight: "essential"
	};
	if (others.length === 0) return [told];
	const isOneFile = others.every(({ file }) => file === first.file);
	const of = `of ${first.rule}${isOneFile ? ` in ${first.file}` : ""}`;
	const list = (listed, what, weight) => {
		const lines = listed.slice(0, maxListed).map((finding) => line(finding, links, isOneFile));
		const shown = weight === "essential" ? whatFits$1(lines, room) : lines;
		const rest = listed.length - shown.length;
		const more = rest === 0 ? [] : [`- And ${formatNumberOf(rest, "more", "more")}.`];
		const title = `${formatNumberOf(listed.length, what)} ${of}`;
		return listed.length === 0 ? [] : [{
			markdown: details(title, [...shown, ...more].join("\n")),
			weight
		}];
	};
	const errors = others.filter(({ severity }) => severity === "error");
	const lesser = others.filter(({ severity }) => severity !== "error");
	return [
		told,
		...list(errors, "more error", "essential"),
		...list(lesser, "more finding", "useful")
	];
}
function whatFits$1(lines, room) {
	return lines.filter((text) => {
		room.left -= text.length + 1;
		return room.left >= 0;
	});
}
__name(whatFits$1, "whatFits");
function item(finding, links) {
	const { severity, rule, title, why, fix, evidence } = finding;
	const head = `${severityIcons[severity]} ${place(finding, links)} · **${prose(title)}** · ${code(rule)}`;
	const instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
	const proof = evidence === null ? [] : [prose(evidence)];
	return full([
		head,
		prose(finding.message),
		...proof,
		`*${prose(why)}*`,
		...instead
	]);
}
/** Comments break lines where the text does, check runs do not: <br> on one line reads the same in both. */
function full(lines) {
	return `- ${onOneLine(lines.join("<br>"))}`;
}
function line(finding, links, isOneFile) {
	const { severity, start, file, title } = finding;
	const where = isOneFile ? `line ${start.line}` : code(`${file}:${start.line}`);
	return `- ${severityIcons[severity]} ${link(where, links.file(file, start.line))} · ${prose(clip(title, 120))}`;
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

// src/report/next-steps.ts
/**
* What is to be done about a plan that is red, as Markdown. What is said must be there: not every red plan has something marked in
* its files.
*
* @param obstacle what is in the way beside the statements
*/
function redSteps(report, obstacle) {
	const { findings, statements, problem } = report;
	const refused = statements.filter((statement) => statement.kind === "refused");
	const misfits = statements.filter(hasMisfits);
	const own = [...refused, ...misfits].filter(({ alsoPending }) => alsoPending !== true);
	const moved = own.filter(hasMoved);
	const faulty = own.filter((one) => one.kind === "refused" && !isOutside(one) && !hasMoved(one));
	const outside = refused.filter(isOutside);
	const others = [...refused, ...misfits].filter((one) => one.alsoPending === true && !isOutside(one));
	const isMarked = findings.some(({ severity }) => severity === "error") || faulty.length > 0;
	const lines = [
		...problem === null ? [] : [problemStep(problem.code)],
		...obstacle === null ? [] : ["Correct the option, or the config file."],
		...namesBaseline(refused) ? [baselineStep] : [],
		...isMarked ? ["Correct what is marked with ❌."] : [],
		...silencing(report),
		...own.some(hasMisfits) ? ["Correct the rows that do not fit, or the statement: what is marked with ❌ says which."] : [],
		...moved.length === 0 ? [] : [`Do what stands beside ${code("plan-changed")}: a merge would stop there.`],
		...outside.length === 0 ? [] : [outsideStep(outside)],
		...others.length === 0 ? [] : [othersStep(others)]
	];
	const isOfDatabase = own.some(hasMisfits) || faulty.length > 0;
	const changesFiles = isMarked || obstacle !== null || own.some(hasMisfits);
	const again = changesFiles ? `Push again: every push is planned anew, and shown in the same places.${isOfDatabase ? ` Where there is nothing to push, run this job again, or write ${code("/ghostship plan")} in a comment.` : ""}` : "Then run this job again; nothing need be pushed.";
	return ["### What next", ...(moved.length > 0 && !changesFiles ? lines : [...lines, again]).map((line) => `- ${line}`)].join("\n");
}
/** Of what a merge queue brings itself: its own plan has shown it on another table. */
function hasMoved(statement) {
	return statement.kind === "refused" && statement.error.code === "plan-changed";
}
/** Whether files may have been applied before there was a ledger. */
function namesBaseline(refused) {
	return refused.some((one) => one.kind === "refused" && one.error.hint.includes("ghostship baseline"));
}
const baselineStep = `If the files were applied before Ghostship came, correct nothing: name the last of them in the option ${code("baseline")}, an input, or an option of the config file on the branch that is merged into. Then plan anew.`;
/** What an option, a server or another run stands in the way with. The statement may be right. */
const outsideCodes = [
	"usage",
	"cannot-connect",
	"access-denied",
	"missing-privileges",
	"unsupported-server",
	"binlog-not-usable",
	"leftover-tables",
	"already-running",
	"no-answer",
	"connection-lost",
	"internal"
];
function isOutside(statement) {
	return statement.kind === "refused" && outsideCodes.includes(statement.error.code);
}
function problemStep(problem) {
	return problem === "cannot-connect" || problem === "access-denied" ? "Let the runner reach the database, as the box at the top says." : "Do what the box at the top says.";
}
function outsideStep(outside) {
	const codes = new Set(outside.flatMap((one) => one.kind === "refused" ? [one.error.code] : []));
	return `${enumerate([...codes].map(code))} is no fault of the files: do what stands beside it.`;
}
function othersStep(others) {
	const files = [...new Set(others.flatMap(({ file }) => file === null ? [] : [code(file)]))];
	const shown = files.length > mostFiles$1 ? [...files.slice(0, mostFiles$1), `${files.length - mostFiles$1} more`] : files;
	return `${formatNumberOf(others.length, "statement")} marked with ❌ ${others.length === 1 ? "is" : "are"} in files that this pull request does not change, and would stop its run as well. Correct ${enumerate(shown)}, here or in a pull request that is merged first.`;
}
const mostFiles$1 = 5;
/** How to accept an error on purpose, for rules that allow it. */
function silencing({ findings }) {
	const errors = findings.filter(({ severity, rule }) => severity === "error" && describeRule(rule)?.suppressible === true);
	const rules = [...new Set(errors.map(({ rule }) => rule))];
	const byComment = rules.filter((rule) => !needsAllow.includes(rule));
	const byOption = rules.filter((rule) => needsAllow.includes(rule));
	const allow = `${code("allow")}: an input, or an option of the config file on the branch that is merged into`;
	const comment = code(`-- lint:ignore ${byComment.join(", ")} -- reason`);
	return [...byComment.length === 0 ? [] : [`If this is intended, say why in a comment before the statement (${comment}), or name the rule in ${allow}.`], ...byOption.length === 0 ? [] : [`If this is intended, name ${enumerate(byOption.map(code))} in ${allow}.`]];
}

// src/report/terms.ts
/** Who swaps the tables, what becomes of the old table, and whether there is a way back; a sentence or two each. */
function describeEnd({ algorithm, wayBack }, { cutover, gate, retired }) {
	const way = wayBack === null ? [] : [wayBack.isOpen ? oldTable(wayBack.lostColumns, retired) : describeWayBack(wayBack)];
	if (algorithm !== "copy" || cutover === "auto") return way;
	return [`The swap waits for a person: somebody who may push writes \`/ghostship cutover\` in a comment.${gate === "yield" ? " The run ends there, and the next one goes on." : ""}`, ...way];
}
function oldTable(lostColumns, { kind, forMs }) {
	const way = describeWayBack({
		isOpen: true,
		lostColumns
	});
	if (kind === "drop") return `The old table is dropped after the swap: then there is no way back. ${way}`;
	const lost = lostColumns.length === 0 ? "" : `; the column${lostColumns.length === 1 ? "" : "s"} ${enumerate(lostColumns)} would be lost`;
	return `The old table is kept ${forMs === null ? "until somebody drops it" : `for ${formatDuration(forMs)}`}: until then \`/ghostship revert\` brings it back${lost}.`;
}
/** The limits of a copy, a phrase each: `max-lag 1.5 s`. */
function describeLimits(terms) {
	const loads = (name) => terms[name].length === 0 ? [] : [`${name} ${terms[name].map(({ variable, value }) => `${variable}=${value}`).join(", ")}`];
	return [
		`max-lag ${formatDuration(terms["max-lag"])}`,
		`lock-budget ${formatDuration(terms["lock-budget"])}`,
		...loads("max-load"),
		...loads("critical-load"),
		...terms["kill-blockers"] === "none" ? [] : [`kill-blockers ${terms["kill-blockers"]}`],
		...terms["max-runtime"] === null ? [] : [`max-runtime ${formatDuration(terms["max-runtime"])}`]
	];
}

// src/report/plan-table.ts
/** No more than these: the table must be read on a telephone, too, without pushing it to and fro. */
const columns = [{
	title: "Statement",
	align: "left"
}, {
	title: "What happens",
	align: "left"
}];
/** More than fit on any page. */
const maxRows = 2e3;
/**
* A row for each statement. What is said of a table is said in its first row. Where not all fit, those stay that are refused, or
* destroy something.
*
* @param room in characters
*/
function planTable(statements, links, termsFor, room) {
	const said = /* @__PURE__ */ new Set();
	const nameOf = nameFiles(statements.map(({ file }) => file));
	const shown = whatFits(statements.slice(0, maxRows).map((statement) => ({
		cells: row(statement, (one) => fileLink(one, links, nameOf), termsFor, said),
		isGrave: isGrave(statement)
	})), room);
	const rest = statements.length - shown.length;
	const more = [`And ${formatNumberOf(rest, "statement")} more.`, ""];
	return table(columns, [...shown.map(({ cells }) => cells), ...rest > 0 ? [more] : []]);
}
/** Head, rule, and the row that counts the others. */
const frameLength = 250;
function whatFits(rows, room) {
	let left = room - frameLength;
	const kept = /* @__PURE__ */ new Set();
	for (const one of [...rows.filter(({ isGrave }) => isGrave), ...rows.filter(({ isGrave }) => !isGrave)]) {
		left -= one.cells.reduce((sum, text) => sum + text.length + 3, 2);
		if (left < 0) break;
		kept.add(one);
	}
	return rows.filter((one) => kept.has(one));
}
function isGrave(statement) {
	if (statement.kind !== "planned") return statement.kind === "refused";
	return statement.hazards.some(isCertain) || destroyedBy(statement.facts.destroyed, code).length > 0;
}
function row(statement, linkOf, termsFor, said) {
	const text = code(clip(statement.statement, 90));
	const place = statement.file === null ? [] : [linkOf(statement)];
	const mark = statement.alsoPending === true ? ["⏳ <sub>also pending</sub>"] : [];
	const ended = statement.lastRun === void 0 ? [] : [`⚠️ ${prose(describeLastRun(statement.lastRun, statement))}`];
	return [[
		...place,
		text,
		...mark,
		...howOf(statement)
	].join("<br>"), [...ended, endOf(statement, termsFor, said)].join("<br>")];
}
/** The way, and how much there is of the table, in few words. */
function howOf(statement) {
	switch (statement.kind) {
		case "planned": {
			const { algorithm, rows, dataBytes, indexBytes } = statement;
			const bytes = dataBytes + indexBytes;
			const size = [formatNumberOf(rows, "row"), ...bytes === 0 ? [] : [formatBytes(bytes)]];
			return [[algorithmWords[algorithm], ...rows === 0 && bytes === 0 ? [] : size].map((part) => part.replaceAll(" ", "&nbsp;")).join(" · ")];
		}
		case "applied":
			if (statement.isUnwritten === true) return ["✅&nbsp;carried&nbsp;out"];
			return [statement.isReverted ? "↩️&nbsp;reverted" : "✅&nbsp;applied"];
		case "unplanned": return [];
		case "refused": return ["❌&nbsp;refused"];
	}
}
function endOf(statement, termsFor, said) {
	switch (statement.kind) {
		case "planned": return whatHappens(statement, termsFor(statement.file, statement.table), said).join("<br>");
		case "applied": {
			if (statement.isUnwritten === true) return unwritten;
			const completed = `Completed ${appliedWhen(statement)}`;
			return statement.isReverted ? `${completed}, and reverted. It is not run again. ${prose(howAgain(statement))}` : `${completed}; it is not run again.`;
		}
		case "unplanned": return statement.why === null ? "No dry run: no database could be asked." : `⚠️ ${prose(statement.why)}`;
		case "refused": {
			const why = prose(firstLine(statement.error.message));
			const isSaid = why.length > longReason && said.has(why);
			said.add(why);
			return isSaid ? "For the same reason as the one above." : why;
		}
	}
}
const unwritten = "Already carried out by a run that died before it could say so. The next run writes that down, and does not run it again.";
/** A shorter one is read faster than looked up. */
const longReason = 120;
/** What is in the way comes first, then what is lost, then how it is done. */
function whatHappens(statement, terms, said) {
	const { reason, migrationKey, deferral, estimate, warnings, hazards, namedBy, facts } = statement;
	const once = (line, about = statement.table) => {
		const key = `${about}\n${line}`;
		if (said.has(key)) return [];
		said.add(key);
		return [line];
	};
	const destroyed = destroyedBy(facts.destroyed, code);
	const failing = describeFailing(namedBy, code, prose);
	const key = migrationKey === null ? [] : [`Walked by ${code(migrationKey.columns.join(", "))}, ${prose(migrationKey.reason)}.`];
	return [
		...hazards.map((hazard) => isCertain(hazard) ? `❌ ${prose(describeHazard(hazard))}` : `⚠️ ${prose(describeHazard(hazard))} ${prose(hazard.hint)}`),
		...destroyed.map((sentence) => `🗑️ **${sentence}**`),
		...warnings.flatMap((warning) => once(`⚠️ ${prose(warning)}`)),
		...failing === null ? [] : [`⚠️ **${failing}**`],
		...describeNamedBy(namedBy, code, prose).flatMap((line) => once(line)),
		prose(destroyed.length > 0 && statement.algorithm === "instant" ? "The server does it at once." : reason),
		...key.flatMap((line) => once(line)),
		...deferral === null ? [] : [prose(describeDeferral(deferral))],
		...estimate === null ? [] : [prose(describeEstimate(estimate))],
		...facts.space === null ? [] : [prose(describeSpace(facts.space))],
		...facts.unmeasured === null ? [] : once(prose(facts.unmeasured), ""),
		...facts.use === null ? [] : [prose(describeUse(facts.use, facts.destroyed))],
		...describeEnd(statement, terms).flatMap((sentence) => once(prose(sentence)))
	];
}
/** To all lines of the statement, because the table has room for its beginning only. */
function fileLink({ file, line, statement }, links, nameOf) {
	if (file === null) return "";
	const name = escapeHtml(nameOf(file)).replace(/[[\]_*`]/gu, "\\$&").replace(/[_-](?=.)/gu, "$&<wbr>");
	const lastLine = line + statement.trimEnd().split("\n").length - 1;
	return link(`${name}:${line}`, links.file(file, line, lastLine));
}
/**
* What the statement makes of the table, folded up.
*
* @param nameOf a file among those of the plan
*/
function changeOf(statement, nameOf) {
	if (statement.kind !== "planned") return "";
	const { before, after, table: name, file, line, circumstances } = statement;
	const place = file === null ? name : `${nameOf(file)}:${line} · ${name}`;
	if (before === "" && after === "") return "";
	const made = circumstances?.find(({ what }) => what === newTable)?.is;
	if (before === "") return details(`${place}: a new table`, codeBlock("sql", made ?? after));
	if (after === "") return details(`${place}: the table that goes`, codeBlock("sql", before));
	const diff = diffDefinitions(before, after);
	if (diff === "") return "";
	const count = (sign) => diff.split("\n").filter((row) => row.startsWith(sign)).length;
	return details(`${place}: +${count("+")} −${count("-")}`, codeBlock("diff", diff));
}

// src/report/plan-markdown.ts
/**
* A plan for the eyes of reviewers: the verdict, what is wrong, what each statement does, the details, what to do next.
*/
function planMarkdown(report, context, page) {
	const { links, remarks } = context;
	const verdict = planVerdict(report, context.obstacle);
	const nameOf = nameFiles(report.statements.map(({ file }) => file));
	const above = [
		essential(headingOf(page, "🚢 Ghostship", verdict.title)),
		essential(alert(alertOf(verdict, context), verdictText(report, verdict))),
		...[...remarks, ...report.onlyChanged === null ? [] : [report.onlyChanged]].map((remark) => essential(alert("NOTE", prose(remark)))),
		...findingPieces(report, links),
		...report.deleted.map((file) => essential(alert("WARNING", prose(describeDeleted(file)))))
	];
	const below = [
		essential(leftOutTexts(report.leftOut).map((text) => `- ⏭️ ${prose(text)}`).join("\n")),
		essential(circumstances(report, context)),
		...report.statements.map((statement) => ({
			markdown: changeOf(statement, nameOf),
			weight: "repeating"
		})),
		{
			markdown: silencedMarkdown(report, links),
			weight: "useful"
		},
		{
			markdown: unasked(report),
			weight: "useful"
		},
		essential(nextSteps(report, verdict, context)),
		essential(footer(report, context))
	];
	const room = page.limit - lengthOfEssential([...above, ...below]);
	const rows = report.statements.length === 0 ? "" : planTable(report.statements, links, context.termsFor, room);
	return fit([
		...above,
		essential(rows),
		...below
	], page.limit, "The log of the run has the whole plan.");
}
function unasked(report) {
	const text = report.database === null ? rulesLeftOutText(report) : null;
	return text === null ? "" : prose(text);
}
const alertFor = {
	ready: "TIP",
	warned: "WARNING",
	failed: "CAUTION",
	nothing: "NOTE"
};
/** What nobody has tried is no good news. */
function alertOf({ kind }, { isUntried }) {
	return kind === "ready" && isUntried === true ? "WARNING" : alertFor[kind];
}
function verdictText({ problem }, { sentence }) {
	const text = `**${prose(sentence)}**`;
	return problem === null ? text : `${text}\n\n${prose(problem.hint)}`;
}
/** Where it was tried and under which limits it will run, once for the whole page. */
function circumstances({ database, statements }, { asked, termsFor }) {
	const where = database === null ? null : database.slice(database.lastIndexOf("@") + 1);
	const copies = statements.filter((statement) => statement.kind === "planned" && statement.algorithm === "copy");
	const limits = groupBy(copies, ({ file, table }) => describeLimits(termsFor(file, table)).join(" · "));
	const lines = [...limits].map(([text, own]) => {
		const tables = [...new Set(own.map(({ table }) => code(table)))];
		return `- **Limits${limits.size > 1 ? ` for ${enumerate(tables)}` : ""}:** ${prose(text)}`;
	});
	const server = statements.find((statement) => statement.kind === "planned")?.facts.asked ?? null;
	const product = server === null ? "" : `, ${prose(describeProduct(server))}`;
	const place = where === null ? [] : [`- **Asked:** ${asked === "replica" ? "the test replica" : "the target"} ${code(where)}${product}`];
	const unchecked = server === null ? null : describeNotChecked(server);
	return [
		...place,
		...unchecked === null ? [] : [`- ⚠️ ${prose(unchecked)}`],
		...lines
	].join("\n");
}
function nextSteps(report, { kind }, context) {
	const { migratesOnMerge, needsApproval, obstacle } = context;
	const then = migratesOnMerge ? " The statements run when `migrate` sees the merge." : "";
	const merge = migratesOnMerge && needsApproval ? `${approve} Then merge.${then}` : `merge.${then}`;
	if (context.isUntried === true && (kind === "ready" || kind === "warned")) return untriedSteps(merge);
	switch (kind) {
		case "failed": return redSteps(report, obstacle);
		case "warned": return `**What next:** look at the warnings, then ${merge}`;
		case "ready": return `**What next:** ${merge}`;
		case "nothing": return "";
	}
}
function untriedSteps(merge) {
	return `**What next:** give this job ${code("target")} or ${code("replica")}, and run it again: nothing was tried. A secret that is missing, or whose name is misspelt, is empty. Without that, ${merge} They may be refused there.`;
}
const approve = "let somebody who may push, and is not the author, approve the newest commit: without that nothing is run (`require-approval`).";
/** It is the same in every run of the same plan, so that an unchanged comment is not edited. */
function footer({ version, digest }, { commit }) {
	return `<sub>${[
		`Ghostship ${version}`,
		`commit ${commit.slice(0, 7)}`,
		...digest === null ? [] : [`plan ${digest.slice(0, 12)}`]
	].join(" · ")}</sub>`;
}

// src/commands/plan/after-merge.ts
/** Paths of the files of which the ledger has every statement. */
function filesInLedger(completed) {
	const ordinals = /* @__PURE__ */ new Map();
	const whole = /* @__PURE__ */ new Set();
	for (const { file, ordinal, statementCount } of completed) {
		const own = ordinals.get(file) ?? /* @__PURE__ */ new Set();
		ordinals.set(file, own.add(ordinal));
		if (own.size >= statementCount) whole.add(file);
	}
	return whole;
}

// src/action/files-after-merge.ts
/**
* A merge is of the base branch as it is now: a checkout of the event `pull_request` is that merge. Where there is none, the
* files come from GitHub.
*
* @throws Error where GitHub does not give the changed files
*/
async function filesAfterMerge(changed, looking) {
	const { globs, workspace, maxBytes, event } = looking;
	const matches = matchPaths(globsFrom(workspace, globs));
	const paths = changed.filter(({ status }) => status !== "removed").map(({ filename }) => filename);
	const own = new Set(inOrder(paths.filter((path) => matches(path))));
	const gone = pathsTakenAway(changed).filter((path) => matches(path));
	if (own.size === 0 && gone.length === 0) return {
		own: [],
		after: null
	};
	const local = event.isCheckedOut ? await filesIfMerged(own, globs, workspace, maxBytes) : null;
	if (local !== null) {
		const after = {
			own,
			gone,
			isThere: isThereIn(workspace),
			paths: local.map(({ path }) => path),
			read: async () => local
		};
		return {
			own: local.filter(({ path }) => own.has(path)),
			after
		};
	}
	const ownFiles = [];
	for (const path of own) ownFiles.push((event.isCheckedOut ? await readSqlFile(path, workspace, maxBytes) : null) ?? await readRemote(looking.repository, path, event.headSha, maxBytes));
	return {
		own: ownFiles,
		after: await filesOnGitHub(ownFiles, gone, matches, looking)
	};
}
/** @returns `null` where the checkout is not the merge */
async function filesIfMerged(own, globs, workspace, maxBytes) {
	for (const path of own) if (await readSqlFile(path, workspace, maxBytes) === null) return null;
	const files = await readSqlFiles(globs, workspace, maxBytes);
	const found = new Set(files.map(({ path }) => path));
	return files.length > 0 && [...own].every((path) => found.has(path)) ? files : null;
}
/** Each is a request, and a job has 1,000 of them an hour. */
const mostRequests = 200;
async function filesOnGitHub(ownFiles, gone, matches, { repository, sha, maxBytes }) {
	const own = new Map(ownFiles.map((file) => [file.path, file]));
	const listed = await listPaths(repository, sha).catch((error) => `GitHub did not list them: ${sentence(messageOf(error))}`);
	if (typeof listed === "string") return {
		own: new Set(own.keys()),
		gone,
		isThere: (path) => !gone.includes(path),
		paths: [...own.keys()],
		read: async () => listed
	};
	const paths = inOrder([.../* @__PURE__ */ new Set([...listed.filter((path) => matches(path) && !gone.includes(path)), ...own.keys()])]);
	const all = /* @__PURE__ */ new Set([...listed.filter((path) => !gone.includes(path)), ...own.keys()]);
	return {
		own: new Set(own.keys()),
		gone,
		isThere: (path) => all.has(path),
		paths,
		async read(completed) {
			const whole = filesInLedger(completed);
			const wanted = paths.filter((path) => own.has(path) || !whole.has(path));
			const others = wanted.length - own.size;
			if (others > mostRequests) return `There are ${others} of them, and without a checkout each is a request to GitHub. Check the files out before this step.`;
			try {
				const files = [];
				for (const path of wanted) files.push(own.get(path) ?? await readRemote(repository, path, sha, maxBytes));
				return files;
			} catch (error) {
				return `GitHub did not give them: ${sentence(messageOf(error))}`;
			}
		}
	};
}
/** The paths of all files of a commit. */
async function listPaths({ octokit, owner, repo }, sha) {
	const { data } = await octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha: sha,
		recursive: "true"
	});
	if (data.truncated) throw new Error("the repository has too many files");
	return data.tree.flatMap(({ path, type }) => type === "blob" ? [shownPath(path)] : []);
}

// src/action/no-secrets.ts
/**
* Why a run of a pull request may ask no database, as the beginning of a sentence; `null` where it may.
*
* GitHub gives a fork no secrets. A workflow may give them all the same: a stranger must not reach a database then. A run of
* Dependabot has the secrets of Dependabot alone, and where the password is not among them nothing is wrong with the pull request.
*/
function whyNoDatabase({ event, runner, settings }) {
	if (event.kind !== "pull-request") return null;
	if (event.isFork) return "This pull request comes from a fork";
	const asked = settings.replica ?? settings.target;
	if (runner.actor !== "dependabot[bot]" || asked !== null && asked.password !== "") return null;
	return "Dependabot has started this run, and GitHub gives it no secrets but those of Dependabot";
}

// src/action/other-case.ts
/**
* Which files nobody reads because of the case of their names, as a sentence; `null` where there are none.
*
* @param changed of the pull request; `null` where all files count
*/
async function tellUnread({ settings, runner: { workspace } }, changed) {
	const globs = globsFrom(workspace, settings.values.files);
	if (changed === null) return tellOtherCase((await findFiles(globs, workspace)).otherCase);
	const paths = changed.filter(({ status }) => status !== "removed").map(({ filename }) => filename);
	return tellOtherCase(inOtherCase(paths, globs));
}

// src/commands/binding/show-moved-plans.ts
/**
* A plan, with what would stop the run after the merge: what would not be carried out as its own pull request has shown it. The plan of
* a pull request is held against what others have brought, that of a merge queue against all.
*
* @param queued the pull request whose turn it is in a merge queue; `null` where this is no queue
*/
async function showMovedPlans(report, settings, origins, queued) {
	const proceeds = settings.values["on-plan-change"] === "proceed";
	const broken = await brokenPromises({
		planned: report.statements,
		server: report.server,
		settings,
		recordOf: (file) => promisesOfFile(origins, file),
		isBegun: () => false,
		lookUp: async () => ({ kind: "unknown" }),
		isQueued: (file) => queued !== null && isOf(queued, origins.get(file))
	});
	return {
		...report,
		statements: report.statements.map((planned) => {
			if (queued === null && planned.alsoPending !== true) return planned;
			const error = unshownError(planned, origins, proceeds) ?? (proceeds ? void 0 : broken.get(planned));
			if (error === void 0) return planned;
			const { file, line, statement, table, alsoPending } = planned;
			return {
				kind: "refused",
				file,
				line,
				statement,
				table,
				...alsoPending === true ? { alsoPending } : {},
				error: describeError(error)
			};
		})
	};
}
function isOf(pullRequest, origin) {
	return origin?.kind === "pull-request" && origin.pullRequest === pullRequest;
}
function unshownError(planned, origins, proceeds) {
	if (planned.kind === "applied" || planned.kind === "refused") return void 0;
	const unshown = whyUnshown(planned, origins);
	return unshown === null || proceeds && !unshown.isOfConfig ? void 0 : unshown.error;
}

// src/action/plans-of-others.ts
/** Those of a queue that its own pull request has brought are known to be its own. */
async function ownersFor(run, check) {
	const { event, repository, writes } = run;
	const queued = event.kind === "merge-group" ? event.pullRequest : null;
	const known = queued === null ? null : await writes.attempt("read the pull request of the queue", () => getPullRequest(repository, queued));
	return new FileOwners(run, {
		known,
		planOf: planReader(run, check)
	});
}
/** What others have brought must be kept as well, or the run after the merge stops. Of a queue that holds for what it brings itself. */
async function withPlansOfOthers(planned, run, owners) {
	const queued = run.event.kind === "merge-group" ? run.event.pullRequest : null;
	const held = planned.statements.flatMap(({ file, kind, alsoPending }) => file !== null && kind !== "applied" && (queued !== null || alsoPending === true) ? [file] : []);
	if (held.length === 0) return planned;
	return await showMovedPlans(planned, run.settings, await owners.originsOf([...new Set(held)]), queued);
}

// src/action/proposed-config.ts
/** @returns `null` for a pull request that leaves the file alone */
async function proposedConfig(repository, event, changed, { path, branch, globs, workspace }) {
	const file = changed.find(({ filename, previous_filename }) => filename === path || previous_filename === path);
	if (file === void 0) return null;
	const remark = `This pull request changes ${path}. The plan goes by the file of ${branch}; what this pull request makes of it counts once it is merged.`;
	const read = file.filename !== path || file.status === "removed" ? defaults : await readProposed(repository, path, event.headSha);
	const matches = [globs, read.globs].map((one) => matchPaths(globsFrom(workspace, one)));
	const bringsStatements = changed.some((one) => isWritten(one) && matches.some((matchesOne) => matchesOne(one.filename)));
	const conflict = `Change ${path} in a pull request of its own: a merge with it would run these statements by the changed file, and the plan goes by that of ${branch}.`;
	return {
		path,
		remark,
		problem: read.problem,
		conflict: bringsStatements ? conflict : null
	};
}
/** What was only moved was applied under its old name, or is stopped at the merge. */
function isWritten({ status, changes }) {
	return status !== "removed" && (status !== "renamed" || changes > 0);
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
const defaults = {
	globs: readSettings({}, noConfig).values.files,
	problem: null
};
async function readProposed(repository, path, headSha) {
	try {
		const { values } = readSettings({}, await configFrom(path, await readRepositoryFile(repository, path, headSha) ?? ""));
		return {
			globs: values.files,
			problem: null
		};
	} catch (error) {
		const { code, message, hint } = toGhostshipError(error);
		return {
			...defaults,
			problem: code === "internal" ? message : `${message}\n${hint}`
		};
	}
}

// src/action/queue-files.ts
/** GitHub shows no more files of a comparison. */
const mostFiles = 300;
/** Whether a merge queue holds changes of files that the globs mean; `true` where there are too many to tell. */
async function queueHasStatements({ octokit, owner, repo }, { baseSha, headSha }, globs, workspace) {
	const matches = matchPaths(globsFrom(workspace, globs));
	const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
		owner,
		repo,
		basehead: `${baseSha}...${headSha}`
	});
	const files = data.files ?? [];
	if (files.length >= mostFiles) return true;
	return files.some(({ filename, previous_filename: previous }) => matches(filename) || matches(previous ?? filename));
}

// src/report/suggestion-markdown.ts
/** What a reviewer reads beside the lines: GitHub puts a button below it that writes the mend into the branch. */
function suggestionMarkdown({ rule, message, why }, { text }) {
	return `**${prose(message)}** ${prose(why)}\n\n${codeBlock("suggestion", text)}\n\n<sub>${rule}</sub>`;
}

// src/action/lines-of-diff.ts
/**
* What the diff of a file shows of the file as it is afterwards, by line, from 1.
*
* @param patch as GitHub gives it, from the first `@@`
*/
function linesOfDiff(patch) {
	const lines = /* @__PURE__ */ new Map();
	let number = 0;
	let hunk = 0;
	for (const line of patch.split("\n")) {
		const head = /^@@ -\d+(?:,\d+)? \+(\d+)/u.exec(line);
		if (head !== null) {
			number = Number(head[1]);
			hunk += 1;
		} else if (line.startsWith("+") || line.startsWith(" ")) {
			lines.set(number, {
				text: line.slice(1).replace(/\r$/u, ""),
				isAdded: line.startsWith("+"),
				hunk
			});
			number += 1;
		}
	}
	return lines;
}

// src/action/suggest-mends.ts
/** As many lie open in a pull request at a time. The plan has all findings. */
const mostOpen = 10;
/**
* One review with a comment for each finding whose mend is mechanical, on lines that the pull request changes. What lies open is not
* said again; a comment lies open until its lines change. Without anything new to say there is no review, and with a token that may
* not write one there is none either.
*
* @param files as they were read: a line that GitHub shows otherwise is left alone
* @param isSaid whether somebody else is about to say the same
*/
async function suggestMends(repository, { number, headSha }, findings, files, changed, isSaid) {
	const mends = mendsIn(findings, files, changed);
	if (mends.length === 0 || await isSaid()) return;
	const open = await findOpen(repository, number);
	const isOpen = ({ marker }) => open.some((body) => body.startsWith(marker));
	const missing = mends.filter((mend) => !isOpen(mend)).slice(0, Math.max(0, mostOpen - open.length));
	const [first] = missing;
	if (first === void 0) return;
	try {
		await createOnce(() => review(repository, number, headSha, missing), async () => (await findOpen(repository, number)).find((body) => body.startsWith(first.marker)) ?? null);
	} catch (error) {
		if (!isForbidden(error)) throw error;
	}
}
/** Those of which one is on a changed line, and all lines are shown; of two for the same line the first. */
function mendsIn(findings, files, changed) {
	const diffs = new Map(changed.map(({ filename, patch }) => [filename, linesOfDiff(patch ?? "")]));
	const texts = new Map(files.map((file) => [file.path, "text" in file ? file.text.split(/\r?\n/u) : []]));
	const taken = /* @__PURE__ */ new Set();
	const told = /* @__PURE__ */ new Map();
	const mends = [];
	for (const finding of findings) {
		const { file: path, suggestion } = finding;
		const diff = diffs.get(path);
		if (suggestion === null || diff === void 0 || !mayBeShown(suggestion, diff, texts.get(path) ?? [])) continue;
		const places = linesOf(suggestion).map((line) => `${line} ${path}`);
		if (places.some((place) => taken.has(place))) continue;
		for (const place of places) taken.add(place);
		const about = [
			path,
			finding.rule,
			suggestion.text
		].join("\n");
		const turn = (told.get(about) ?? 0) + 1;
		told.set(about, turn);
		const marker = `<!-- ghostship mend ${digest(`${about}\n${turn}`).slice(0, 32)} -->`;
		mends.push({
			path,
			suggestion,
			marker,
			body: `${marker}\n${suggestionMarkdown(finding, suggestion)}`
		});
	}
	return mends;
}
function mayBeShown(suggestion, diff, text) {
	const numbers = linesOf(suggestion);
	const lines = numbers.map((number) => diff.get(number)).filter((line) => line !== void 0);
	const isWhole = lines.length === numbers.length && new Set(lines.map(({ hunk }) => hunk)).size === 1;
	const isSame = lines.every((line, index) => line.text === text[suggestion.startLine - 1 + index]);
	const isPlain = visibleMarkdown(suggestion.text) === suggestion.text;
	return isWhole && isSame && isPlain && lines.some(({ isAdded }) => isAdded);
}
function linesOf({ startLine, endLine }) {
	return Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index);
}
/** Comments of ours whose lines are as they were. */
async function findOpen(repository, number) {
	const { octokit, owner, repo } = repository;
	const marked = (await octokit.paginate(octokit.rest.pulls.listReviewComments, {
		owner,
		repo,
		pull_number: number,
		per_page: 100
	})).filter(({ body, line }) => body.startsWith("<!-- ghostship mend ") && typeof line === "number");
	return (await ourComments(repository, marked)).map(({ body }) => body);
}
async function review({ octokit, owner, repo }, number, headSha, mends) {
	await octokit.rest.pulls.createReview({
		owner,
		repo,
		pull_number: number,
		commit_id: headSha,
		event: "COMMENT",
		body: mends.length === 1 ? "One finding of the plan can be mended with a click." : `${mends.length} findings of the plan can be mended with a click each.`,
		comments: mends.map(({ path, body, suggestion: { startLine, endLine } }) => ({
			path,
			body,
			line: endLine,
			side: "RIGHT",
			...startLine === endLine ? {} : {
				start_line: startLine,
				start_side: "RIGHT"
			}
		})),
		request: once
	});
	return headSha;
}

// src/action/plan-run.ts
/** Lints and plans: what the merge of a pull request will run, or else all files. Reviewers see it where they work. */
async function planRun(run, mode, signal) {
	const { repository, event, runner, writes } = run;
	const environment = targetName(run.settings.values);
	const sha = event.kind === "pull-request" ? event.headSha : runner.sha;
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, checkName(mode, environment), sha, runner.stepKey, runner.runUrl));
	const unasked = whyNoDatabase(run);
	const looked = await look(run);
	const { files, proposed, after, changed } = looked;
	const isConcerned = files.length > 0 || after !== null;
	const settings = mode === "plan" && unasked === null && isConcerned ? run.settings : withoutDatabase(run.settings);
	const report = await planLooked({
		...run,
		settings
	}, looked, check, whyUntried(mode, unasked), signal);
	const idle = "base" in event ? otherBranch(event.base, settings.values.branches) : null;
	const notRead = await tellUnread(run, changed);
	const orphans = after === null ? [] : await orphansOf(report, after, settings, signal);
	const remarks = [
		...notRead === null ? [] : [notRead],
		...isConcerned ? remarksOn(unasked, settings, mode) : noneMatches(changed, settings),
		...idle === null ? [] : [`A merge will migrate nothing: ${idle}`],
		...proposed === null ? [] : [proposed.remark],
		...orderRemark(settings.values),
		...orphans
	];
	remarks.forEach(notice);
	const noFiles = isConcerned && files.length === 0 ? null : await whyNoFiles(run, isConcerned);
	const obstacle = proposed?.problem ?? proposed?.conflict ?? noFiles;
	if (obstacle !== null) publish({
		state: "failed",
		"error-code": "usage"
	});
	const verdict = planVerdict(report, obstacle);
	const known = {
		links: linksTo(runner, sha),
		commit: sha,
		obstacle,
		migratesOnMerge: idle === null
	};
	const context = {
		...underSettings(settings, mode === "plan" && unasked === null),
		...known
	};
	const markdown = (page, more = []) => planMarkdown(report, {
		...context,
		remarks: [...remarks, ...more]
	}, {
		...page,
		environment
	});
	const hasOthers = run.settings.values.environment !== null;
	const isSaid = async () => hasOthers && await check?.isBehindAnother(mode, sha) === true;
	const late = await whyNotPlanned(run);
	if (late !== null) return await leaveUnplanned(run, check, late);
	await suggest(run, {
		files,
		changed
	}, report, isSaid);
	const annotations = [...proposed === null ? [] : annotateProblem(proposed), ...annotationsOf(report)];
	const isGood = verdict.kind !== "failed";
	const kept = mode === "plan" ? keptText(recordOf(report, settings, "base" in event ? shortName(event.base) : null)) : null;
	const output = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage),
		text: kept
	};
	const isFinished = await finish(run, check, isGood ? "success" : "failure", output, annotations);
	const unkept = (settings.target !== null || settings.replica !== null) && isGood && event.kind === "pull-request" ? whyNotKept(kept, isFinished) : [];
	unkept.forEach(warn);
	const isNews = notRead !== null || orphans.length > 0 || obstacle !== null;
	const commentId = await tell(run, report, markdown(commentPage, unkept), isNews);
	const closeEarlier = async () => check?.closeEarlier(checkName(mode, environment), sha, runner.stepKey);
	if (isFinished) await writes.attempt("look for check runs that were left open", closeEarlier);
	publish({
		"check-run-id": check?.id ?? null,
		"comment-id": commentId
	});
	await summarize(markdown(jobSummaryPage), writes);
	const text = `${verdict.title}. ${verdict.sentence}`;
	if (!isGood) fail(text);
	return {
		text,
		isGood
	};
}
async function planLooked(run, looked, check, untried, signal) {
	const owners = await ownersFor(run, check);
	const planned = await plan(unreadOf(run, looked, owners), run.settings, signal, looked.after);
	const report = await withPlansOfOthers(planned, run, owners);
	await show(run, report, untried);
	return report;
}
/** `undefined` where the settings tell it. */
function whyUntried(mode, unasked) {
	return mode === "lint" ? "the mode lint asks no database" : unasked?.replace(/^This/u, "this");
}
/** In the log, and in a file for the steps behind this one. */
async function show({ runner }, report, untried) {
	log(planText(report, untried));
	const path = join(runner.temporary, "ghostship-plan.json");
	await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
	publishPlan(report, path, firstErrorCode(report));
}
/** It was merged, or closed, while it was planned: a plan that nobody saw before must bind nothing. */
async function leaveUnplanned({ writes }, check, why) {
	notice(why);
	const output = {
		title: why,
		summary: prose(why),
		text: null
	};
	await writes.attempt("finish the check run", async () => check?.finish("neutral", output));
	await summarize(prose(why), writes);
	return {
		text: why,
		isGood: false
	};
}
/** @param mayAsk whether a database would be asked, were one given */
function underSettings({ values, valuesFor, target, replica }, mayAsk) {
	return {
		needsApproval: values["require-approval"] === "true",
		asked: replica === null ? "target" : "replica",
		isUntried: mayAsk && target === null && replica === null,
		termsFor: valuesFor
	};
}
function noneMatches(changed, { values }) {
	return changed === null ? [] : [`No changed file matches the option files: ${values.files.join(", ")}.`];
}
/** Loaded only where there is a target to ask: it brings the driver with it. */
async function orphansOf(...asked) {
	const [, , { target }] = asked;
	return target === null ? [] : await (await import("./action/waiting-work.entry.js")).findOrphans(...asked);
}
/** With what tells whether one of the files has moved: the changes of the pull request, or else of that which has brought it. */
function unreadOf({ runner }, { files, after, changed }, owners) {
	return {
		files,
		isThere: after?.isThere ?? isThereIn(runner.workspace),
		takenWith: async (path) => changed !== null && pathsBrought(changed).includes(path) ? new Set(pathsTakenAway(changed)) : await owners.takenWith(path)
	};
}
/** If the changed files cannot be listed, all files are planned: too many are better than none. */
async function look(run) {
	const { event, repository, settings, runner, writes } = run;
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	const all = () => readSqlFiles(globs, runner.workspace, maxBytes);
	if (event.kind === "merge-group") return {
		files: await queuedFiles(run, event),
		after: null,
		proposed: null,
		changed: null
	};
	if (event.kind !== "pull-request") return {
		files: await filesOfCheckout(run),
		after: null,
		proposed: null,
		changed: null
	};
	const changed = await writes.attempt("list the changed files, and looked at all of them", () => listChangedFiles(repository, event.number));
	if (changed === null) return {
		files: await all(),
		after: null,
		proposed: null,
		changed: null
	};
	const { workspace, sha } = runner;
	const merged = await writes.attempt("read the changed files, and looked at all of them", () => filesAfterMerge(changed, {
		repository,
		event,
		globs,
		maxBytes,
		workspace,
		sha
	}));
	const proposed = await proposedConfig(repository, event, changed, {
		...run.config,
		globs,
		workspace
	});
	return {
		files: merged?.own ?? await all(),
		after: merged?.after ?? null,
		proposed,
		changed
	};
}
/** @throws GhostshipError `usage` without a checkout: a queue must not go on because nobody looked */
async function queuedFiles(run, event) {
	const { repository, settings, runner, writes } = run;
	return await writes.attempt("list the changed files, and looked at all of them", () => queueHasStatements(repository, event, settings.values.files, runner.workspace)) === false ? [] : await filesOfCheckout(run);
}
/** @returns whether GitHub has it now. Where it has not, its annotations are written to the log. */
async function finish({ writes }, check, ...end) {
	const finished = await writes.ask("finish the check run", async () => check?.finish(...end));
	const isFinished = check !== null && finished.kind === "answer";
	const [, , annotations = []] = end;
	if (!isFinished) annotations.forEach(annotate);
	return isFinished;
}
/** Before the check run ends: another environment that sees it open leaves the suggestions to this one. */
async function suggest({ repository, writes, settings, event }, { files, changed }, { findings }, isSaid) {
	if (event.kind !== "pull-request" || changed === null || !isFirst(settings.values)) return;
	await writes.attempt("suggest mends", () => suggestMends(repository, event, findings, files, changed, isSaid));
}
/**
* Without statements and findings no comment is written. An existing comment is still brought up to date.
*
* @param hasNews whether there is something else to tell
* @returns the id of the comment; `null` where there is none
*/
async function tell(run, { statements, findings, leftOut, deleted }, markdown, hasNews) {
	const { repository, writes, settings, event } = run;
	if (event.kind !== "pull-request") return null;
	if (await isOfOlderHead(run)) {
		notice(`Pull request #${event.number} has a newer commit than this plan, so its comment stays as it is.`);
		return null;
	}
	const environment = targetName(settings.values);
	const isEmpty = !hasNews && statements.length + findings.length + leftOut.length + deleted.length === 0;
	const place = {
		environment,
		section: "main",
		newPlanOf: event.state.kind === "open" ? event.headSha : null
	};
	return await writes.attempt("write the comment", () => keepComment(repository, event.number, place, inComments(markdown), isEmpty ? "skip" : "create"));
}
/** What is not kept does not bind: the run after the merge has nothing to compare with. */
function whyNotKept(kept, isFinished) {
	const then = "so the merge runs the files without comparing them with it";
	if (kept === null) return [`This plan is too long to be kept, ${then}.`];
	if (isFinished) return [];
	return [`This plan could not be kept in a check run, ${then}. Plan once more before you merge: run this job again.`];
}
function remarksOn(unasked, { target, replica }, mode) {
	if (mode === "lint" || target !== null || replica !== null) return [];
	return [`${unasked ?? "Neither target nor replica is given"}: the statements were read and linted, and no database was asked.`];
}
/** The jobs of several environments find the same, and one of them says it. */
function isFirst({ environment, after }) {
	return environment === null || environmentsBefore(environment, after).length === 0;
}
function orderRemark({ environment, after }) {
	const first = environment === null ? [] : environmentsBefore(environment, after);
	return first.length === 0 ? [] : [`After the merge ${enumerate(first)} must ship it before ${environment} does.`];
}
function withoutDatabase(settings) {
	return {
		...settings,
		target: null,
		replica: null
	};
}

export { whyNoDatabase as i, planRun as n, unreadOf as r, look as t };