import { n as __name } from "../../rolldown-runtime.js";
import { d as NEVER, i as nullable, l as string, n as array } from "../../../packages/zod.js";
import { t as quotingOf } from "../../sql/parser/quoting.js";

// src/commands/options/option.ts
function option(details) {
	return details;
}

// src/sql/parser/reading-mode.ts
/** @param modes by name, in capital letters; what ANSI and the like stand for may be listed as well, or not */
function readingMode(modes) {
	const all = modes.flatMap((mode) => [mode, ...standFor[mode] ?? []]);
	const meaning = [...new Set(all)].filter((mode) => meaningModes.includes(mode)).toSorted();
	return {
		...quotingOf(all),
		meaning
	};
}
const usualMode = readingMode([]);
/** Whether a text reads the same in every mode. */
function readsTheSame(text) {
	return !/["\\]|sql_mode/iu.test(text);
}
const asText = [
	"PIPES_AS_CONCAT",
	"ANSI_QUOTES",
	"IGNORE_SPACE"
];
const withoutOptions = [
	"NO_KEY_OPTIONS",
	"NO_TABLE_OPTIONS",
	"NO_FIELD_OPTIONS"
];
/** MySQL manual and MariaDB knowledge base, "SQL Mode", combinations. */
const standFor = {
	ANSI: ["REAL_AS_FLOAT", ...asText],
	DB2: [...asText, ...withoutOptions],
	MAXDB: [
		...asText,
		...withoutOptions,
		"NO_AUTO_CREATE_USER"
	],
	MSSQL: [...asText, ...withoutOptions],
	ORACLE: [
		...asText,
		...withoutOptions,
		"NO_AUTO_CREATE_USER"
	],
	POSTGRESQL: [...asText, ...withoutOptions]
};
const meaningModes = [
	"ORACLE",
	...asText,
	...withoutOptions,
	"ALLOW_INVALID_DATES",
	"EMPTY_STRING_IS_NULL",
	"HIGH_NOT_PRECEDENCE",
	"NO_BACKSLASH_ESCAPES",
	"NO_DIR_IN_CREATE",
	"NO_UNSIGNED_SUBTRACTION",
	"PAD_CHAR_TO_FULL_LENGTH",
	"REAL_AS_FLOAT",
	"SIMULTANEOUS_ASSIGNMENT",
	"TIME_ROUND_FRACTIONAL",
	"TIME_TRUNCATE_FRACTIONAL"
];
/** Every mode that one of the servers knows and that it does not matter whether a statement is read by. */
const otherModes = [
	"ERROR_FOR_DIVISION_BY_ZERO",
	"MYSQL323",
	"MYSQL40",
	"NO_AUTO_CREATE_USER",
	"NO_AUTO_VALUE_ON_ZERO",
	"NO_ENGINE_SUBSTITUTION",
	"NO_ZERO_DATE",
	"NO_ZERO_IN_DATE",
	"ONLY_FULL_GROUP_BY",
	"STRICT_ALL_TABLES",
	"STRICT_TRANS_TABLES",
	"TRADITIONAL"
];
const knownModes = [.../* @__PURE__ */ new Set([
	...Object.keys(standFor),
	...meaningModes,
	...otherModes
])].toSorted();

// src/commands/options/value.ts
/** `1500ms`, `3s`, `5h30m` → milliseconds. */
const duration = string().transform((text, context) => {
	const parts = Array.from(text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu));
	if (!(parts.length > 0 && parts.map((part) => part[0]).join("") === text.replace(/\s+/gu, ""))) return refuse(context, `${quote(text)} is not a duration with a unit. Write 1500ms, 3s or 5h30m`);
	return parts.reduce((sumMs, [, amount, unit]) => sumMs + Number(amount) * (unitMs[unit ?? ""] ?? 0), 0);
});
/** `drop`, `keep`, `keep 7d` */
const retiring = string().transform((text, context) => {
	const [, kind, time = ""] = /^(drop|keep)(?:\s+(\S.*))?$/u.exec(text.trim()) ?? [];
	if (kind === "drop" && time === "") return {
		kind,
		forMs: null
	};
	if (kind === "keep" && time === "") return {
		kind,
		forMs: null
	};
	const parsed = duration.safeParse(time);
	if (kind === "keep" && parsed.success) return {
		kind,
		forMs: parsed.data
	};
	return refuse(context, `${quote(text)} is none of the choices. Write drop, keep, or keep with a time, such as keep 7d`);
});
/** `10MB` → bytes. */
const byteSize = string().transform((text, context) => {
	const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*([KM]i?B)$/iu.exec(text.trim()) ?? [];
	const unitBytes = bytesPerUnit[unit.toLowerCase()];
	if (amount !== void 0 && unitBytes !== void 0) return Math.floor(Number(amount) * unitBytes);
	return refuse(context, `${quote(text)} is not a size with a unit. Write 500KB or 10MB`);
});
const bytesPerUnit = {
	kb: 1e3,
	mb: 1e6,
	kib: 1024,
	mib: 1048576
};
/** `Threads_running=25` */
const loadLimit = string().transform((text, context) => {
	const match = /^([A-Za-z_]\w*)\s*=\s*(\d+(?:\.\d+)?)$/u.exec(text);
	if (match?.[1] === void 0) return refuse(context, `${quote(text)} is not a limit. Write a status variable and a number, such as Threads_running=25`);
	return {
		variable: match[1],
		value: Number(match[2])
	};
});
/** A number of parallel workers, or `auto`. More than 16 only wait for each other's page latches. */
const workers = string().transform((text, context) => {
	if (text === "auto") return "auto";
	const count = Number(text);
	if (Number.isInteger(count) && count >= 1 && count <= 16) return count;
	return refuse(context, `${quote(text)} is not a number of workers. Write auto or a number from 1 to 16`);
});
/** `100000` */
const positiveNumber = string().transform((text, context) => {
	if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
	return refuse(context, `${quote(text)} is not a number of rows. Write a whole number above 0, such as 100000`);
});
/** `ansi_quotes` → `ANSI_QUOTES` */
const sqlModeName = string().transform((text, context) => {
	const name = text.toUpperCase();
	if (knownModes.includes(name)) return name;
	return refuse(context, `${quote(text)} is no mode of sql_mode. Write ${knownModes.join(", ")}`);
});
function oneOf(choices) {
	return string().transform((text, context) => {
		return choices.find((choice) => choice === text) ?? refuse(context, `${quote(text)} is none of the choices. Write ${choices.join(", ")}`);
	});
}
/** One item a line, or several with commas between them; a comma within braces belongs to a glob. */
function listOf(item) {
	return string().transform(splitList).pipe(array(item));
}
const text = string();
function optional(schema) {
	return nullable(schema);
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
function splitList(list) {
	return list.split(/[\n,](?![^{]*\})/u).map((item) => item.trim()).filter((item) => item !== "");
}
function refuse(context, message) {
	context.addIssue({
		code: "custom",
		message
	});
	return NEVER;
}
function quote(value) {
	return `"${value}"`;
}

// src/commands/options/options.ts
const limits = [
	"input",
	"flag",
	"config",
	"override"
];
/**
* Every option there is, for the action, the command line and the config file. `action.yml` and the README repeat the
* inputs among them; a test holds the three together.
*/
const options = {
	mode: option({
		places: ["input"],
		default: "auto",
		placeholder: "mode",
		description: "What to do: auto, lint, plan, rehearse, migrate, control, revert, status or cleanup. auto goes by the event: a pull request is linted and planned, a push or a merged pull request is migrated, a comment is a command, a run by hand (workflow_dispatch) migrates, and one on schedule goes on with what has yielded. Only what is in one of the branches is ever migrated.",
		schema: oneOf([
			"auto",
			"lint",
			"plan",
			"rehearse",
			"migrate",
			"control",
			"revert",
			"status",
			"cleanup"
		])
	}),
	files: option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "migrations/**/*.sql",
		placeholder: "glob",
		description: "Globs of the files with the statements, one a line. They are applied in the order of their paths; where all files of a folder are named by versions (`V10__x.sql`, `10_x.sql`), in the order of the versions.",
		schema: listOf(text)
	}),
	baseline: option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: null,
		placeholder: "path",
		description: "The last file that was applied before Ghostship came. It and all files before it are noted as applied, and not run.",
		schema: optional(text)
	}),
	"max-file-size": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "10MB",
		placeholder: "size",
		description: "A file of statements that is larger is refused by name and not read: a number with KB, MB, KiB or MiB.",
		schema: byteSize
	}),
	target: option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: null,
		placeholder: "url",
		description: "The database to change: mysql://user@host:port/database, with ?ssl-mode=required and the like.",
		schema: optional(text)
	}),
	password: option({
		places: ["input", "flag"],
		default: null,
		placeholder: "password",
		description: "The password for target, and for the replicas whose URL has none.",
		schema: optional(text)
	}),
	replica: option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: null,
		placeholder: "url",
		description: "A test replica on which plans are tried, in the form of target.",
		schema: optional(text)
	}),
	"lag-replicas": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "",
		placeholder: "url",
		description: "Replicas whose lag holds the copy back, one a line, in the form of target.",
		schema: listOf(text)
	}),
	cutover: option({
		places: limits,
		default: "auto",
		placeholder: "auto|wait",
		description: "When the tables are swapped: auto as soon as everything is copied and verified, wait when a person says cutover.",
		schema: oneOf(["auto", "wait"])
	}),
	gate: option({
		places: limits,
		default: "hold",
		placeholder: "hold|yield",
		description: "What a migration does while cutover waits: hold keeps it running, yield ends the run once everything is copied and verified. The next run goes on, and swaps once cutover was said.",
		schema: oneOf(["hold", "yield"])
	}),
	command: option({
		places: ["input"],
		default: null,
		placeholder: "command",
		description: "With mode control: cutover, pause, resume, abort, or throttle with a percentage; then the table if more than one migration is running. With mode revert: the table, if more than one could be reverted.",
		schema: optional(text)
	}),
	"take-over": option({
		places: ["input"],
		default: "false",
		placeholder: "true|false",
		description: "With the modes migrate, revert and cleanup, and with the command abort: end the connections of a migration whose process is gone. One that was heard of within 30 s is left alone.",
		schema: oneOf(["true", "false"])
	}),
	branches: option({
		places: ["input", "config"],
		default: "",
		placeholder: "branch",
		description: "Only merges and pushes to these branches migrate: names or globs, one a line. It is the default branch unless others are named. The config file can set it on the default branch only.",
		schema: listOf(text)
	}),
	"max-lag": option({
		places: limits,
		default: "1500ms",
		placeholder: "duration",
		description: "The copy is held while replicas or its own stream of changes lag more than this.",
		schema: duration
	}),
	"max-load": option({
		places: limits,
		default: "",
		placeholder: "variable=number",
		description: "The copy is held while a status variable is above its limit, such as Threads_running=25; one a line.",
		schema: listOf(loadLimit)
	}),
	"critical-load": option({
		places: limits,
		default: "",
		placeholder: "variable=number",
		description: "The migration is given up when a status variable is above its limit; one a line.",
		schema: listOf(loadLimit)
	}),
	"lock-budget": option({
		places: limits,
		default: "3s",
		placeholder: "duration",
		description: "All the time one attempt at the cutover may make writers wait. What does not fit is undone and tried again later.",
		schema: duration
	}),
	"kill-blockers": option({
		places: limits,
		default: "none",
		placeholder: "none|idle|all",
		description: "What becomes of connections whose transactions keep the cutover from its lock: none is ended, or before the next attempt those that are idle, or all. Replication and the server itself are never ended.",
		schema: oneOf([
			"none",
			"idle",
			"all"
		])
	}),
	"max-runtime": option({
		places: limits,
		default: null,
		placeholder: "duration",
		description: "A run that takes longer than this yields: it keeps what is copied, and the next run goes on. All statements of the run count together. In the action it is 5h30m on a runner of GitHub and 23h30m on one of your own unless it is set; in a terminal there is no limit.",
		schema: optional(duration)
	}),
	retired: option({
		places: limits,
		default: "drop",
		placeholder: "drop|keep [time]",
		description: "What becomes of the original after the swap: drop, or keep under the name of the table followed by _del, so that the migration can be reverted. With a time, such as keep 7d, cleanup drops it once that is over.",
		schema: retiring
	}),
	allow: option({
		places: limits,
		default: "",
		placeholder: "rule",
		description: "Lint rules and hazards that a person has accepted for this run, such as drop-column or zero-dates; one a line. With blocking the server itself alters large tables without a usable key, while others wait.",
		schema: listOf(text)
	}),
	databases: option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "",
		placeholder: "name",
		description: "Other databases of the same server that statements may name, as in ALTER TABLE other.users; one a line. Only these and the database of target are allowed.",
		schema: listOf(text)
	}),
	"data-statements": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "refuse",
		placeholder: "refuse|run",
		description: "INSERT, UPDATE and DELETE in the files: refuse them, or run each in one transaction of its own. REPLACE and LOAD DATA are always refused.",
		schema: oneOf(["refuse", "run"])
	}),
	"max-data-rows": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "100000",
		placeholder: "n",
		description: "With data-statements: run, how many rows one statement may examine, by the estimate of the server (EXPLAIN). One that would examine more is refused.",
		schema: positiveNumber
	}),
	"sql-mode": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: "",
		placeholder: "mode",
		description: "Modes of sql_mode that the statements are written for, such as ANSI_QUOTES, where no server is asked; one a line. Where one is, its global sql_mode counts.",
		schema: listOf(sqlModeName)
	}),
	triggers: option({
		places: limits,
		default: "refuse",
		placeholder: "refuse|carry",
		description: "A table with triggers: refuse it, or carry them over to the altered table.",
		schema: oneOf(["refuse", "carry"])
	}),
	"foreign-keys": option({
		places: limits,
		default: "refuse",
		placeholder: "refuse|carry|drop",
		description: "A table with foreign keys of its own: refuse it, carry them over to the altered table (MySQL), or leave them out.",
		schema: oneOf([
			"refuse",
			"carry",
			"drop"
		])
	}),
	config: option({
		places: ["input", "flag"],
		default: ".github/ghostship.yml",
		placeholder: "path",
		description: "A file with any of these options, the severities of lint rules, and overrides for some tables or files. The action reads it from the branch that is merged into, never from the pull request.",
		schema: text
	}),
	"github-token": option({
		places: ["input"],
		default: "",
		placeholder: "token",
		description: "The token for the comment and the check run, that of the job unless another is given. It needs checks: write, pull-requests: write and contents: read, and actions: write to start the next run of a migration that takes longer than a job.",
		schema: text
	}),
	verify: option({
		places: [
			"flag",
			"config",
			"override"
		],
		default: "full",
		placeholder: "full|off",
		description: "Compare every row of the original with its copy before the swap, or do not.",
		schema: oneOf(["full", "off"])
	}),
	workers: option({
		places: [
			"flag",
			"config",
			"override"
		],
		default: "auto",
		placeholder: "n",
		description: "How many chunks are copied at the same time: auto, or a number from 1 to 16.",
		schema: workers
	}),
	indexes: option({
		places: [
			"flag",
			"config",
			"override"
		],
		default: "auto",
		placeholder: "auto|keep|defer",
		description: "Build secondary indexes after the copy (defer), keep them up to date during it (keep), or decide by the table (auto).",
		schema: oneOf([
			"auto",
			"keep",
			"defer"
		])
	}),
	algorithm: option({
		places: [
			"flag",
			"config",
			"override"
		],
		default: "auto",
		placeholder: "auto|copy",
		description: "auto tries instant and in place first; copy does not.",
		schema: oneOf(["auto", "copy"])
	})
};
const optionNames = Object.keys(options);
function optionNamesFor(place) {
	return optionNames.filter((name) => options[name].places.some((other) => other === place));
}
/** The description with the default behind it, as `action.yml`, the README and `--help` have it. */
function describeOption(name) {
	const { description, default: value } = options[name];
	return value === null || value === "" ? description : `${description} Default: \`${value}\`.`;
}

export { duration as a, usualMode as c, options as i, optionNames as n, readingMode as o, optionNamesFor as r, readsTheSame as s, describeOption as t };