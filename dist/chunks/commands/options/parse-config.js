import { r as __name } from "../../rolldown-runtime.js";
import { t as require_dist } from "../../../packages/yaml.js";
import { T as ruleNames } from "../../lint.js";
import { n as presets } from "../../lint/severities.js";
import { a as number, c as strictObject, l as string, n as array, r as boolean, s as record, t as _enum, u as union } from "../../../packages/zod.js";
import { r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { t as didYouMean } from "../../support/nearest.js";
import { n as unusableConfig } from "./config.js";
import { r as optionNamesFor } from "./options.js";

// src/commands/options/parse-config.ts
var import_dist = require_dist();
/** @throws GhostshipError `usage` with everything that is wrong with the file */
function parseConfig(path, text) {
	const result = configSchema.safeParse(readYaml(path, text) ?? {});
	if (!result.success) throw unusableConfig(path, result.error.issues.map(describeIssue));
	const { extends: preset, rules, overrides, ...values } = result.data;
	return {
		values: withoutGaps(values),
		preset,
		rules,
		overrides: overrides.map(({ files, tables, rules, ...values }) => ({
			files,
			tables,
			rules,
			values: withoutGaps(values)
		}))
	};
}
/** A value as the command line would have it: lists become lines. */
const scalar = union([
	string(),
	number(),
	boolean()
]).transform(String);
const value = union([scalar, array(scalar).transform((items) => items.join("\n"))], { error: "write a text, a number or a list of them" });
const ruleName = string().superRefine((name, context) => {
	if (name === "*" || ruleNames.includes(name)) return;
	context.addIssue({
		code: "custom",
		message: `it is no rule.${didYouMean(name, ruleNames)}`
	});
});
const severities = record(ruleName, _enum([
	"off",
	"notice",
	"warning",
	"error"
])).default({});
const globs = union([string().transform((glob) => [glob]), array(string())]).default([]);
const overrideShape = {
	...optionalValues("override"),
	files: globs,
	tables: globs,
	rules: severities
};
const override = strictObject(overrideShape).refine(({ files, tables }) => files.length + tables.length > 0, "name the files or tables it is for");
const configShape = {
	...optionalValues("config"),
	extends: _enum(presets).default("recommended"),
	rules: severities,
	overrides: array(override).default([])
};
const configSchema = strictObject(configShape);
function optionalValues(place) {
	return Object.fromEntries(optionNamesFor(place).map((name) => [name, value.optional()]));
}
function readYaml(path, text) {
	try {
		const document = (0, import_dist.parseDocument)(text, { logLevel: "silent" });
		const [problem] = [...document.errors, ...document.warnings];
		if (problem !== void 0) throw unusableConfig(path, [problem.message.trimEnd()]);
		return document.toJS();
	} catch (error) {
		if (error instanceof GhostshipError) throw error;
		const problem = error instanceof RangeError ? "it is nested too deeply" : messageOf(error).trimEnd();
		throw unusableConfig(path, [`it is no usable YAML (${problem})`]);
	}
}
function describeIssue(issue) {
	const place = issue.path.map(String).join(".");
	const problem = problemOf(issue);
	return place === "" ? problem : `${place}: ${problem}`;
}
function problemOf(issue) {
	if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
	if (issue.code !== "unrecognized_keys") return issue.message;
	const known = Object.keys(issue.path[0] === "overrides" ? overrideShape : configShape);
	return issue.keys.map((key) => `${key} is not known here.${didYouMean(key, known)}`).join(" ");
}
function withoutGaps(values) {
	return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== void 0));
}

export { parseConfig };