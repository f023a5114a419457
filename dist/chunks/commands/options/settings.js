import { r as __name } from "../../rolldown-runtime.js";
import { t as presetSeverity } from "../../lint/severities.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as matchPaths, t as matchNames } from "./match-paths.js";
import { o as object } from "../../../packages/zod.js";
import { i as options, n as optionNames } from "./options.js";
import { n as parseTarget } from "../../mysql/target.js";

// src/commands/options/parse-values.ts
/** All options, those nobody set by their defaults; or everything that is wrong with them. */
function parseValues(raw) {
	const result = schema.safeParse(Object.fromEntries(optionNames.map((name) => [name, raw[name] ?? options[name].default])));
	if (result.success) return {
		ok: true,
		values: result.data
	};
	return {
		ok: false,
		complaints: result.error.issues.map(({ path, message }) => ({
			option: optionNames.find((name) => name === path[0]) ?? "config",
			problem: message
		}))
	};
}
const schema = object(Object.fromEntries(optionNames.map((name) => [name, options[name].schema])));

// src/commands/options/read-targets.ts
/** The databases the options point to. The password serves the target, and every replica whose URL has none; so does `ssl-ca`. */
function readTargets(raw) {
	const complaints = [];
	const password = raw.password ?? null;
	const read = (option, url, winning) => {
		try {
			const target = parseTarget(url, winning, raw["ssl-ca"] ?? null);
			return [target.password === "" && password !== null ? {
				...target,
				password
			} : target];
		} catch (error) {
			if (!(error instanceof GhostshipError)) throw error;
			complaints.push({
				option,
				problem: `${error.message} ${error.hint}`
			});
			return [];
		}
	};
	const lagReplicas = options["lag-replicas"].schema.parse(raw["lag-replicas"] ?? "");
	const [found = null] = raw.target === void 0 ? [] : read("target", raw.target, password);
	const accepted = options.allow.schema.safeParse(raw.allow ?? "").data ?? [];
	const target = found !== null && accepted.includes("one-writer") ? {
		...found,
		isOnlyWriter: true
	} : found;
	const [replica = null] = raw.replica === void 0 ? [] : read("replica", raw.replica, null);
	return {
		targets: {
			target,
			replica,
			lagReplicas: lagReplicas.flatMap((url) => read("lag-replicas", url, null))
		},
		complaints
	};
}

// src/commands/options/settings.ts
/**
* @param given inputs or flags; empty texts count as not given
* @throws GhostshipError `usage` or `bad-target` with everything that is wrong, option by option
*/
function readSettings(given, config) {
	const flags = withoutEmpty(given);
	const base = {
		...config.values,
		...flags
	};
	const parsed = parseValues(base);
	const { targets, complaints } = readTargets(base);
	const wrongOverrides = config.overrides.flatMap(({ values }) => complaintsAbout(values));
	if (!parsed.ok) throw wrongUsage([
		...parsed.complaints,
		...complaints,
		...wrongOverrides
	]);
	if (complaints.length + wrongOverrides.length > 0) throw wrongUsage([...complaints, ...wrongOverrides]);
	const overrides = config.overrides.map(prepareOverride);
	return {
		values: parsed.values,
		...targets,
		home: (targets.target ?? targets.replica)?.database ?? null,
		valuesFor(file, table) {
			const matching = overrides.filter((override) => override.matches(file, table)).map(({ values }) => values);
			if (matching.length === 0) return parsed.values;
			const layered = parseValues(Object.assign({}, config.values, ...matching, flags));
			if (!layered.ok) throw wrongUsage(layered.complaints);
			return layered.values;
		},
		severitiesFor(file) {
			const named = /* @__PURE__ */ new Map();
			const namedFor = (table) => {
				const matching = overrides.filter((override) => override.matches(file, table)).map(({ rules }) => rules);
				return Object.assign({}, config.rules, ...matching);
			};
			return (rule, own, table) => {
				const rules = named.get(table) ?? namedFor(table);
				named.set(table, rules);
				return rules[rule] ?? rules["*"] ?? presetSeverity(config.preset, own);
			};
		},
		isSet: (option) => base[option] !== void 0,
		isGiven: (option) => flags[option] !== void 0
	};
}
/** @throws GhostshipError `bad-target` if there is none */
function requireTarget(settings) {
	if (settings.target !== null) return settings.target;
	throw wrongUsage([{
		option: "target",
		problem: "it is missing. Write the database to change as mysql://user@host:port/database"
	}]);
}
/** @throws GhostshipError `bad-target` if there is none */
function requireReplica(settings) {
	if (settings.replica !== null) return settings.replica;
	throw wrongUsage([{
		option: "replica",
		problem: "it is missing. Write the test replica as mysql://user@host:port/database"
	}]);
}
function complaintsAbout(values) {
	const parsed = parseValues(values);
	return parsed.ok ? [] : parsed.complaints;
}
function prepareOverride(override) {
	const matchesFile = matchPaths(override.files);
	const matchesTable = matchNames(override.tables);
	return {
		...override,
		matches: (file, table) => (override.files.length === 0 || file !== null && matchesFile(file)) && (override.tables.length === 0 || table !== null && matchesTable(table))
	};
}
function withoutEmpty(given) {
	return Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== ""));
}
const urlOptions = [
	"target",
	"replica",
	"lag-replicas"
];
function wrongUsage(complaints) {
	const lines = complaints.map(({ option, problem }) => `- ${option}: ${problem.replace(/(?<![.?!])$/u, ".")}`);
	const isAboutUrls = complaints.every(({ option }) => urlOptions.includes(option));
	return new GhostshipError(isAboutUrls ? "bad-target" : "usage", `Some options cannot be used:\n${lines.join("\n")}`, { hint: "Correct them and run this again; nothing was done." });
}

export { requireReplica as n, requireTarget as r, readSettings as t };