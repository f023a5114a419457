#!/usr/bin/env node
import { n as __name } from "./chunks/rolldown-runtime.js";
import { n as CommanderError, r as Option, t as Command } from "./packages/commander.js";
import { r as exitCodes } from "./chunks/commands/migrate/exit-code.js";
import { i as options, r as optionNamesFor, t as describeOption } from "./chunks/commands/options/options.js";
import { t as version } from "./chunks/commands/version.js";
import { n as visible } from "./chunks/support/visible.js";

// src/cli/subcommands.ts
const reaching = [
	"target",
	"password",
	"config"
];
const subcommands = [
	{
		name: "lint",
		description: "Check the statements in the files, without a database.",
		flags: [
			"files",
			"max-file-size",
			"allow",
			"databases",
			"sql-mode",
			"config"
		],
		load: async () => (await import("./chunks/cli/run-lint.js")).runLint
	},
	{
		name: "plan",
		description: "Try every statement on an empty clone of its table and tell what would be done.",
		flags: [
			"files",
			"max-file-size",
			"alter",
			...reaching,
			"replica",
			"allow",
			"databases",
			"sql-mode"
		],
		load: async () => (await import("./chunks/cli/run-plan.js")).runPlan
	},
	{
		name: "migrate",
		description: "Carry out the statements that were not carried out yet, one after the other.",
		flags: ["alter", ...optionNamesFor("flag").filter((name) => name !== "replica" && name !== "sql-mode")],
		load: async () => (await import("./chunks/cli/run-migrate.js")).runMigrate
	},
	control("cutover", "Let a waiting migration swap the tables."),
	control("pause", "Hold the copy of a running migration back."),
	control("resume", "Let a paused migration go on."),
	control("abort", "Stop a running migration and leave the table as it was."),
	{
		name: "status",
		description: "Show the migrations in the target database.",
		flags: [
			"table",
			...reaching,
			"databases"
		],
		load: async () => (await import("./chunks/cli/run-status.js")).runStatus
	},
	{
		name: "cleanup",
		description: "Drop what migrations have left behind in the target database.",
		flags: [
			"table",
			...reaching,
			"databases",
			"retired"
		],
		load: async () => (await import("./chunks/cli/run-cleanup.js")).runCleanup
	}
];
function control(name, description) {
	const load = async () => (await import("./chunks/cli/run-control.js")).runControl;
	return {
		name,
		description,
		flags: [
			"table",
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
	const program = new Command("ghostship").description("Changes MySQL and MariaDB tables online.").version(version).configureOutput({ writeErr: (text) => process.stderr.write(visible(text)) }).addHelpText("after", environment).showHelpAfterError("Add --help to see what can be given.").exitOverride();
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
	const command = program.command(subcommand.name).description(subcommand.description);
	for (const name of [...ownFlags, ...optionNamesFor("flag")]) command.addOption(flag(name).hideHelp(!subcommand.flags.includes(name)));
	command.addOption(new Option("--json <path>", "Write what came of it to this file, as JSON."));
	command.action(() => {
		const { alter, table, json, ...flags } = command.opts();
		return run({
			command: subcommand.name,
			words: command.args,
			flags: byName(flags),
			alter: alter ?? null,
			table: table ?? null,
			json: json ?? null
		});
	});
}
const ownFlags = ["alter", "table"];
const ownDescriptions = {
	alter: "One statement, instead of files.",
	table: "The table whose migration is meant, if there is more than one."
};
function flag(name) {
	if (name === "alter") return new Option("--alter <statement>", ownDescriptions.alter);
	if (name === "table") return new Option("--table <name>", ownDescriptions.table);
	const usage = `--${name} <${options[name].placeholder}>`;
	if (!lists.includes(name)) return new Option(usage, describeOption(name));
	return new Option(usage, `${describeOption(name)} May be given several times.`).argParser(addLine);
}
/** Flags that may be given several times. */
const lists = [
	"files",
	"lag-replicas",
	"max-load",
	"critical-load",
	"allow",
	"databases"
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

export {  };