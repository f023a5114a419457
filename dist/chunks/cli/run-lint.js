import { r as __name } from "../rolldown-runtime.js";
import { i as homeOf, n as lint, t as writtenDifferences } from "../commands/lint/written-differences.js";
import { t as hasErrors } from "../commands/lint/lint-summary.js";
import { r as exitCodes } from "../commands/migrate/exit-code.js";
import { i as readSource, n as modeOf } from "../sql2.js";
import { t as version } from "../commands/version.js";
import { T as ruleNames, w as describeRule } from "../lint.js";
import { t as annotationsOf } from "../report/annotation.js";
import { r as lintText, t as countText } from "../report/lint-text.js";
import { t as GhostshipError } from "../support/errors.js";
import { t as didYouMean } from "../support/nearest.js";
import { i as visibleJson, n as visible } from "../support/visible.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { t as sourceOf } from "./source-of.js";
import { o as writeOut, r as writeData } from "./write.js";

// src/lint/rules-page.ts
/** Where a rule looks, as the page and the findings call it. */
const sources = {
	text: "text: it reads the file alone",
	definition: "definition: it must know the table, from a database or from a file of `schema`",
	data: "data: it must ask a database about the rows"
};
/** One rule as its section of the page. */
function section(rule) {
	const table = rule.example.table === void 0 ? [] : [
		"-- the table",
		`${rule.example.table};`,
		""
	];
	return `## ${rule.id}

${rule.flags} Severity: ${rule.severity}${rule.suppressible ? "" : ", cannot be silenced"}. Source: ${sources[rule.needs]}.

**Bad:**

\`\`\`sql
${[...table, rule.example.flagged].join("\n")}
\`\`\`

**Why:** ${rule.why}

**Instead:** ${rule.instead}

\`\`\`sql
${rule.example.fine}
\`\`\`

**When to ignore:** ${rule.ignoreWhen}`;
}

// src/report/lint-github.ts
/**
* Findings as commands to the runner of GitHub Actions, which shows them beside the lines; errors come first, because it keeps ten of
* a level in a step.
*/
function lintCommands({ findings }) {
	return annotationsOf({
		findings,
		statements: []
	}).map(command);
}
function command({ path, startLine, endLine, columns, level, title, message }) {
	const places = columns === null ? {} : {
		col: columns.start,
		endColumn: columns.end
	};
	const properties = Object.entries({
		title,
		file: path,
		line: startLine,
		endLine,
		...places
	}).map(([name, value]) => `${name}=${inProperty(String(value))}`);
	return `::${level === "failure" ? "error" : level} ${properties.join(",")}::${inData(message)}`;
}
/** As @actions/core writes them. */
function inData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function inProperty(text) {
	return inData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/lint-sarif.ts
/** Findings as SARIF 2.1.0, for code scanning and other tools. What was silenced is there as well, and marked as such. */
function lintSarif(summary, version) {
	const { findings, accepted, suppressed } = summary;
	const all = [
		...findings,
		...accepted,
		...suppressed.map(({ finding }) => finding)
	];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Ghostship",
				version,
				rules: [...new Set(all.map(({ rule }) => rule))].toSorted().map(ruleOf)
			} },
			columnKind: "utf16CodeUnits",
			results: [
				...findings.map((finding) => resultOf(finding, [])),
				...accepted.map((finding) => resultOf(finding, [{
					kind: "external",
					justification: "the option allow"
				}])),
				...suppressed.map(({ finding, by }) => resultOf(finding, [{
					kind: "inSource",
					justification: by.reason
				}]))
			]
		}]
	};
}
function ruleOf(id) {
	const rule = describeRule(id);
	if (rule === null) return { id };
	return {
		id,
		shortDescription: { text: rule.flags },
		fullDescription: { text: rule.why },
		help: { text: `${rule.instead} When to ignore: ${rule.ignoreWhen}` },
		defaultConfiguration: { level: levels[rule.severity] }
	};
}
function resultOf(finding, suppressions) {
	const { rule, severity, file, start, end, title, message, evidence } = finding;
	const isEmpty = start.line === end.line && start.column === end.column;
	return {
		ruleId: rule,
		level: levels[severity],
		message: { text: [
			`${title}.`,
			message,
			...evidence === null ? [] : [evidence]
		].join(" ") },
		locations: [{ physicalLocation: {
			artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
			region: {
				startLine: start.line,
				startColumn: start.column,
				...isEmpty ? {} : {
					endLine: end.line,
					endColumn: end.column
				}
			}
		} }],
		...suppressions.length === 0 ? {} : { suppressions }
	};
}
const levels = {
	error: "error",
	warning: "warning",
	notice: "note"
};

// src/cli/run-lint.ts
const runLint = async (invocation) => {
	if (invocation.explain !== null) return explain(invocation.explain);
	const format = formatOf(invocation.format);
	const settings = await settingsOf(invocation);
	const source = readSource(await sourceOf(invocation, settings), settings, modeOf(settings));
	const parsed = source.files.map((file) => file.parsed);
	const differences = await writtenDifferences(parsed, settings, process.cwd());
	const summary = lint(source, settings, homeOf(settings), { differences });
	formats[format](summary);
	return {
		json: {
			version,
			...summary
		},
		exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done
	};
};
const formats = {
	text: (summary) => writeOut(lintText(summary)),
	json: (summary) => writeData(visibleJson({
		version,
		...summary
	})),
	sarif: (summary) => writeData(visibleJson(lintSarif(summary, version))),
	github: (summary) => {
		for (const command of lintCommands(summary)) writeData(visible(command));
		writeOut(countText(summary));
	}
};
/** @throws GhostshipError `usage` */
function formatOf(written) {
	if (written === null) return "text";
	if (isFormat(written)) return written;
	const names = Object.keys(formats);
	throw new GhostshipError("usage", `--format ${written} is none of the choices.${didYouMean(written, names)}`, { hint: `Write ${names.join(", ")}.` });
}
function isFormat(name) {
	return Object.hasOwn(formats, name);
}
/** @throws GhostshipError `usage` */
function explain(id) {
	const rule = describeRule(id);
	if (rule === null) throw new GhostshipError("usage", `${id} is no rule.${didYouMean(id, ruleNames)}`, { hint: `The rules are ${ruleNames.toSorted().join(", ")}.` });
	writeOut(section(rule));
	return done(rule);
}

export { runLint };