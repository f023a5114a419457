import { t as GhostshipError } from "./errors.js";
import { n as matchPaths, t as matchNames } from "./match-paths.js";
import { i as options, l as object, n as optionNames } from "./options.js";
import { n as parseTarget } from "./target.js";
// src/commands/parse-values.ts
/** All options, those nobody set by their defaults; or everything that is wrong with them. */
function parseValues(raw) {
	let result = schema.safeParse(Object.fromEntries(optionNames.map((name) => [name, raw[name] ?? options[name].default])));
	return result.success ? {
		ok: !0,
		values: result.data
	} : {
		ok: !1,
		complaints: result.error.issues.map(({ path, message }) => ({
			option: optionNames.find((name) => name === path[0]) ?? "config",
			problem: message
		}))
	};
}
const schema = object(Object.fromEntries(optionNames.map((name) => [name, options[name].schema])));
// src/commands/read-targets.ts
/** The databases the options point to. The password serves the target, and every replica whose URL has none. */
function readTargets(raw) {
	let complaints = [], password = raw.password ?? null, read = (option, url, winning) => {
		try {
			let target = parseTarget(url, winning);
			return [target.password === "" && password !== null ? {
				...target,
				password
			} : target];
		} catch (error) {
			if (!(error instanceof GhostshipError)) throw error;
			return complaints.push({
				option,
				problem: `${error.message} ${error.hint}`
			}), [];
		}
	}, lagReplicas = options["lag-replicas"].schema.parse(raw["lag-replicas"] ?? ""), [target = null] = raw.target === void 0 ? [] : read("target", raw.target, password), [replica = null] = raw.replica === void 0 ? [] : read("replica", raw.replica, null);
	return {
		targets: {
			target,
			replica,
			lagReplicas: lagReplicas.flatMap((url) => read("lag-replicas", url, null))
		},
		complaints
	};
}
// src/commands/settings.ts
/**
* @param given inputs or flags; empty texts count as not given
* @throws GhostshipError `usage` or `bad-target` with everything that is wrong, option by option
*/
function readSettings(given, config) {
	let flags = withoutEmpty(given), base = {
		...config.values,
		...flags
	}, parsed = parseValues(base), { targets, complaints } = readTargets(base), wrongOverrides = config.overrides.flatMap(({ values }) => complaintsAbout(values));
	if (!parsed.ok) throw wrongUsage([
		...parsed.complaints,
		...complaints,
		...wrongOverrides
	]);
	if (complaints.length + wrongOverrides.length > 0) throw wrongUsage([...complaints, ...wrongOverrides]);
	let overrides = config.overrides.map(prepareOverride);
	return {
		values: parsed.values,
		...targets,
		valuesFor(file, table) {
			let matching = overrides.filter((override) => override.matches(file, table)).map(({ values }) => values), layered = parseValues(Object.assign({}, config.values, ...matching, flags));
			if (!layered.ok) throw wrongUsage(layered.complaints);
			return layered.values;
		},
		severitiesFor(file) {
			let matching = overrides.filter((override) => override.matches(file, null)).map(({ rules }) => rules);
			return Object.assign({}, config.rules, ...matching);
		},
		isSet: (option) => base[option] !== void 0
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
function complaintsAbout(values) {
	let parsed = parseValues(values);
	return parsed.ok ? [] : parsed.complaints;
}
function prepareOverride(override) {
	let matchesFile = matchPaths(override.files), matchesTable = matchNames(override.tables);
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
	let lines = complaints.map(({ option, problem }) => `- ${option}: ${problem.replace(/\.$/u, "")}.`), isAboutUrls = complaints.every(({ option }) => urlOptions.includes(option));
	return new GhostshipError(isAboutUrls ? "bad-target" : "usage", `Some options cannot be used:\n${lines.join("\n")}`, { hint: "Correct them and run this again; nothing was done." });
}
export { requireTarget as n, readSettings as t };
