#!/usr/bin/env node
import { r as __name } from "./chunks/rolldown-runtime.js";
import { t as endSoon } from "./chunks/support/end-soon.js";
import { i as Option, n as CommanderError, r as InvalidArgumentError, t as Command } from "./packages/commander.js";
import { r as exitCodes } from "./chunks/commands/migrate/exit-code.js";
import { i as options, r as optionNamesFor, t as describeOption } from "./chunks/commands/options/options.js";
import { i as duration } from "./chunks/lint.js";
import { t as version } from "./chunks/commands/version.js";
import { r as visibleInLog } from "./chunks/support/visible.js";

// src/cli/subcommands.ts
/** What is about the swap, and about what comes after it. */
const unrehearsed = [
	"cutover",
	"gate",
	"retired",
	"lock-budget",
	"kill-blockers",
	"lag-replicas"
];
const reaching = [
	"target",
	"password",
	"ssl-ca",
	"config"
];
const subcommands = [
	{
		name: "lint",
		argument: null,
		description: "Check the statements in the files, without a database.",
		flags: [
			"alter",
			"files",
			"max-file-size",
			"schema",
			"allow",
			"databases",
			"sql-mode",
			"config",
			"format",
			"explain"
		],
		load: async () => (await import("./chunks/cli/run-lint.js")).runLint
	},
	{
		name: "plan",
		argument: null,
		description: "Try every statement on an empty clone of its table and tell what would be done.",
		flags: ["alter", ...optionNamesFor("flag")],
		load: async () => (await import("./chunks/cli/run-plan.js")).runPlan
	},
	{
		name: "rehearse",
		argument: null,
		description: "Do on the test replica all that a migration does, but for the swap, and tell how it went.",
		flags: [
			"alter",
			"report",
			...optionNamesFor("flag").filter((name) => !unrehearsed.includes(name) && name !== "schema")
		],
		load: async () => (await import("./chunks/cli/run-rehearse.js")).runRehearse
	},
	{
		name: "migrate",
		argument: null,
		description: "Carry out the statements that were not carried out yet, one after the other.",
		flags: [
			"alter",
			"take-over",
			"report",
			...optionNamesFor("flag").filter((name) => ![
				"replica",
				"sql-mode",
				"schema"
			].includes(name))
		],
		load: async () => (await import("./chunks/cli/run-migrate.js")).runMigrate
	},
	{
		name: "revert",
		argument: null,
		description: "Bring back the table that the last migration has kept, with everything that was written since.",
		flags: [
			"table",
			"take-over",
			"report",
			...optionNamesFor("flag").filter((name) => ![
				"files",
				"max-file-size",
				"schema",
				"replica",
				"sql-mode"
			].includes(name))
		],
		load: async () => (await import("./chunks/cli/run-revert.js")).runRevert
	},
	{
		name: "baseline",
		argument: null,
		description: "Note files as applied that were applied before Ghostship came.",
		flags: [
			"through",
			"files",
			"max-file-size",
			...reaching,
			"sql-mode"
		],
		load: async () => (await import("./chunks/cli/run-baseline.js")).runBaseline
	},
	control("cutover", "Let a waiting migration swap the tables."),
	control("pause", "Hold the copy of a running migration back."),
	control("resume", "Let a paused migration go on."),
	control("throttle", "Slow the copy of a running migration down: the part of the time that it rests, in percent.", "percent"),
	control("abort", "Stop a running migration and leave the table as it was."),
	{
		name: "status",
		argument: null,
		description: "Show the migrations in the target database: running, yielded, left behind, and finished lately.",
		flags: [
			"table",
			"watch",
			...reaching,
			"databases"
		],
		load: async () => (await import("./chunks/cli/run-status.js")).runStatus
	},
	{
		name: "doctor",
		argument: null,
		description: "Ask target and replica whether anything is in the way, before there is a statement.",
		flags: [
			...reaching,
			"replica",
			"environment",
			"allow"
		],
		load: async () => (await import("./chunks/cli/run-doctor.js")).runDoctor
	},
	{
		name: "cleanup",
		argument: null,
		description: "Drop what migrations have left behind in the target database, and rehearsals on the replica.",
		flags: [
			"table",
			"dry-run",
			"older-than",
			"take-over",
			...reaching,
			"replica",
			"databases",
			"retired"
		],
		load: async () => (await import("./chunks/cli/run-cleanup.entry.js")).runCleanup
	}
];
function control(name, description, argument = null) {
	const load = async () => (await import("./chunks/cli/run-control.js")).runControl;
	return {
		name,
		argument,
		description,
		flags: [
			"table",
			...name === "abort" ? ["take-over"] : [],
			...reaching,
			"databases"
		],
		load
	};
}

// src/cli/program.ts
/** @returns the exit code */
async function runProgram(argv) {
	let exitCode = exitCodes.done;
	const program = new Command("ghostship").description("Changes MySQL and MariaDB tables online.").version(version).configureOutput({ writeErr: (text) => process.stderr.write(visibleInLog(text)) }).addHelpText("after", environment).showHelpAfterError("Add --help to see what can be given.").exitOverride();
	for (const subcommand of subcommands) addSubcommand(program, subcommand, async (invocation) => {
		const { invoke } = await import("./chunks/cli/invoke.js");
		exitCode = await invoke(await subcommand.load(), invocation);
	});
	try {
		await program.parseAsync(argv);
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
		throw error;
	}
}
const environment = `
Environment:
  GHOSTSHIP_PASSWORD  the password, out of sight of the process list
  GHOSTSHIP_DEBUG     set to anything, shows where an error comes from

Exit codes:
  0 done, or nothing to do   1 failed, the table is unchanged   2 wrong usage
  3 changed or unknown: a person must look   75 yielded, run it again to go on`;
function addSubcommand(program, subcommand, run) {
	const usage = subcommand.argument === null ? "" : ` <${subcommand.argument}>`;
	const command = program.command(`${subcommand.name}${usage}`).description(subcommand.description);
	for (const name of ownFlags) if (subcommand.flags.includes(name)) command.addOption(flag(name));
	for (const name of optionNamesFor("flag")) command.addOption(flag(name).hideHelp(!subcommand.flags.includes(name)));
	command.addOption(new Option("--json <path>", "Write what came of it to this file, as JSON; - writes it to standard output."));
	command.action(() => {
		const { alter, table, json, takeOver, watch, dryRun, olderThan, through, report, format, explain, ...flags } = command.opts();
		return run({
			command: subcommand.name,
			words: command.args,
			flags: byName(flags),
			alter: alter ?? null,
			table: table ?? null,
			takeOver: takeOver !== void 0,
			dryRun: dryRun !== void 0,
			olderThanMs: Number(olderThan ?? 0),
			through: through ?? null,
			report: report ?? null,
			watch: watch !== void 0,
			format: format ?? null,
			explain: explain ?? null,
			json: json ?? null
		});
	});
}
const ownFlags = [
	"alter",
	"table",
	"take-over",
	"watch",
	"dry-run",
	"older-than",
	"through",
	"report",
	"format",
	"explain"
];
const ownDescriptions = {
	alter: "One statement, instead of files.",
	table: "The table whose migration is meant, if there is more than one.",
	"take-over": "End the connections of a migration whose process is gone. One that was heard of within 30 s is left alone.",
	"dry-run": "Tell what would be dropped, and drop nothing.",
	"older-than": "With --retired drop: only retired tables of this age, such as 7d.",
	through: "The last file that was applied before Ghostship came; all files before it were applied as well.",
	report: "Write a page with charts of the run to this file, as HTML.",
	format: "How findings are written: text, json, sarif or github.",
	explain: "Tell what a rule flags, why, and when to ignore it, instead of reading files.",
	watch: "Show it until nothing runs any more: as bars on a terminal, as lines elsewhere."
};
function flag(name) {
	if (name === "alter") return new Option("--alter <statement>", ownDescriptions.alter);
	if (name === "table") return named("--table <name>", ownDescriptions.table);
	if (name === "through") return named("--through <path>", ownDescriptions.through);
	if (name === "report") return named("--report <path>", ownDescriptions.report);
	if (name === "format") return new Option("--format <format>", ownDescriptions.format);
	if (name === "explain") return named("--explain <rule>", ownDescriptions.explain);
	if (name === "older-than") return new Option("--older-than <duration>", ownDescriptions[name]).argParser(readAge);
	if (name === "take-over" || name === "watch" || name === "dry-run") return new Option(`--${name}`, ownDescriptions[name]);
	const usage = `--${name} <${options[name].placeholder}>`;
	if (!lists.includes(name)) return new Option(usage, describeOption(name));
	return new Option(usage, `${describeOption(name)} May be given several times.`).argParser(addLine);
}
function named(usage, description) {
	return new Option(usage, description).argParser((text) => {
		if (text.trim() !== "") return text;
		throw new InvalidArgumentError("It is empty: give a value, or leave the flag out.");
	});
}
/** Milliseconds as text, as all flags are texts. */
function readAge(text) {
	const parsed = duration.safeParse(text);
	if (parsed.success) return String(parsed.data);
	throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join(" "));
}
/** Flags that may be given several times. */
const lists = [
	"files",
	"lag-replicas",
	"max-load",
	"critical-load",
	"allow",
	"databases",
	"schema"
];
function addLine(value, previous) {
	return previous === void 0 ? value : `${previous}\n${value}`;
}
/** Commander names flags in camel case. */
function byName(flags) {
	return Object.fromEntries(optionNamesFor("flag").flatMap((name) => {
		const value = flags[flag(name).attributeName()];
		return value === void 0 ? [] : [[name, value]];
	}));
}

// src/cli/main.ts
process.exitCode = await runProgram(process.argv);
endSoon();

export {  };