import { r as __name } from "../../rolldown-runtime.js";
import { _ as webhook, c as loadLimit, d as positiveNumber, f as retiring, g as text, h as sqlModeName, l as oneOf, m as someTime, n as accountName, o as environmentName, p as shortName, r as byteSize, s as listOf, t as acceptedName, u as optional, v as workers } from "../../lint.js";

// src/commands/options/option.ts
function option(details) {
	return details;
}

// src/commands/options/binding-options.ts
/** What ties a run to the files and plans of one repository. */
const bindingOptions = {
	namespace: option({
		places: ["flag", "config"],
		default: "",
		placeholder: "name",
		description: "Tells the files of this repository from those of others that migrate the same database: the ledger keeps them apart by it. Its check runs and its part of the comment carry the name.",
		schema: shortName
	}),
	"on-plan-change": option({
		places: ["flag", "config"],
		default: "stop",
		placeholder: "stop|proceed",
		description: "What the run after a merge does where a statement would not be carried out as the plan of the pull request has shown it, or that plan cannot be read: stop before anything is run, or proceed.",
		schema: oneOf(["stop", "proceed"])
	})
};

// src/commands/options/lint-options.ts
/** Options that only the linter has. */
const lintOptions = { schema: option({
	places: ["flag", "config"],
	default: "schema/**/*.sql",
	placeholder: "glob",
	description: "Globs of files with the CREATE TABLE of tables as they are before the statements, one a line. Rules about the definition of a table read them where no database is asked.",
	schema: listOf(text)
}) };

// src/commands/options/people-options.ts
const permissions = [
	"write",
	"maintain",
	"admin"
];
/** Who is told of a migration, and who may command it. What decides about people is never an input of a single workflow. */
const peopleOptions = {
	notify: option({
		places: ["flag", "config"],
		default: null,
		placeholder: "url",
		description: "A webhook that is told when a migration waits for a person and when it ends, as JSON with a text, which Slack and others take. Because its address is a secret, write env:NAME for an environment variable that has it.",
		schema: optional(webhook)
	}),
	"notify-reviewers": option({
		places: ["config"],
		default: "",
		placeholder: "name",
		description: "Users and teams that are mentioned when a migration waits for a person, such as mona or acme/databases; one a line.",
		schema: listOf(accountName)
	}),
	"command-permission": option({
		places: ["config"],
		default: "write",
		placeholder: "write|maintain|admin",
		description: "What somebody must be allowed in the repository to command migrations in comments.",
		schema: oneOf(permissions)
	}),
	"abort-permission": option({
		places: ["config"],
		default: "maintain",
		placeholder: "write|maintain|admin",
		description: "The same for abort and revert.",
		schema: oneOf(permissions)
	}),
	"require-approval": option({
		places: ["config"],
		default: "false",
		placeholder: "true|false",
		description: "Whether only pull requests are migrated whose newest commit was approved by somebody else than the author, who may push.",
		schema: oneOf(["true", "false"])
	})
};

// src/commands/options/plain-options.ts
/** Options that are no inputs of the action: most only tune. */
const plainOptions = {
	after: option({
		places: ["config"],
		default: "",
		placeholder: "environment",
		description: "Environments that come first, in their order; one a line. Each waits for those before it, and one that is not among them for all: its migrate does nothing until their check runs on the same commit say that everything is shipped.",
		schema: listOf(environmentName)
	}),
	"max-file-size": option({
		places: ["flag", "config"],
		default: "10MB",
		placeholder: "size",
		description: "A file of statements that is larger is refused by name and not read: a number with KB, MB, KiB or MiB.",
		schema: byteSize
	}),
	"max-data-rows": option({
		places: ["flag", "config"],
		default: "100000",
		placeholder: "n",
		description: "With data-statements: run, how many rows one statement may examine, by the estimate of the server (EXPLAIN). One that would examine more is refused.",
		schema: positiveNumber
	}),
	"sql-mode": option({
		places: ["flag", "config"],
		default: "",
		placeholder: "mode",
		description: "Modes of sql_mode that the statements are written for, such as ANSI_QUOTES, where no server is asked; one a line. Where one is, its global sql_mode counts.",
		schema: listOf(sqlModeName)
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
		description: "What to do: auto, lint, plan, rehearse, migrate, control, revert, status or cleanup. auto goes by the event: a pull request and a merge queue are linted and planned, a push or a merged pull request is migrated, a comment is a command, a run by hand (workflow_dispatch) does what command says, or migrates, and one on schedule goes on with what has yielded. Only what is in one of the branches is ever migrated.",
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
		description: "Globs of the files with the statements, one a line. They are applied in the order of their paths; those of a folder that are named by versions (`V10__x.sql`, `10_x.sql`) in the order of the versions.",
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
	...bindingOptions,
	environment: option({
		places: ["input", "flag"],
		default: null,
		placeholder: "name",
		description: "The name of the target, such as staging or production. It has a check run, a section of the comment and a ledger of its own. A database whose ledger is of another environment is refused.",
		schema: optional(environmentName)
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
	"ssl-ca": option({
		places: [
			"input",
			"flag",
			"config"
		],
		default: null,
		placeholder: "path",
		description: "A file with the certificates, in PEM form, of the authorities that vouch for the databases. It serves every URL without an ssl-ca of its own.",
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
		description: "With mode control, or in a run by hand: cutover, pause, resume, abort, or throttle with a percentage; then the table if more than one migration is running. A run by hand knows lint, plan, rehearse, migrate, status and cleanup as well. With mode revert: the table, if more than one could be reverted.",
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
		schema: someTime
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
		description: "All the time one attempt at the cutover may make writers wait, 1200ms at least. What does not fit is undone and tried again later.",
		schema: someTime
	}),
	"kill-blockers": option({
		places: limits,
		default: "none",
		placeholder: "none|idle|all",
		description: "What becomes of connections whose transactions keep the cutover from its lock: none is ended, or before the next attempt those that have sent nothing for five seconds (idle), or all. Replication and the server itself are never ended, nor is anybody where the server does not show who holds the table.",
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
		schema: optional(someTime)
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
		description: "Lint rules and hazards that a person has accepted for this run, such as drop-column or zero-dates; one a line. With blocking the server itself alters large tables without a usable key, while others wait. With untried-statement a statement is run that could not be tried before.",
		schema: listOf(acceptedName)
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
	...peopleOptions,
	...plainOptions,
	...lintOptions
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

export { options as i, optionNames as n, optionNamesFor as r, describeOption as t };