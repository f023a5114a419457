import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exitCodes } from '../commands/migrate/exit-code.ts';
import { describeOption, type OptionName, optionNamesFor, options } from '../commands/options/options.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { duration } from '../commands/options/value.ts';
import { version } from '../commands/version.ts';
import { visibleInLog } from '../support/visible.ts';
import type { Invocation } from './invocation.ts';
import { type FlagName, type Subcommand, subcommands } from './subcommands.ts';

/** @returns the exit code */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command('ghostship')
    .description('Changes MySQL and MariaDB tables online.')
    .version(version)
    .configureOutput({ writeErr: (text) => process.stderr.write(visibleInLog(text)) })
    .addHelpText('after', environment)
    .showHelpAfterError('Add --help to see what can be given.')
    .exitOverride();
  for (const subcommand of subcommands) {
    addSubcommand(program, subcommand, async (invocation) => {
      const { invoke } = await import('./invoke.ts');
      exitCode = await invoke(await subcommand.load(), invocation);
    });
  }
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    // Commander has printed the complaint already. Exit code 0 means that help or the version was asked for.
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

function addSubcommand(program: Command, subcommand: Subcommand, run: (invocation: Invocation) => Promise<void>): void {
  const usage = subcommand.argument === null ? '' : ` <${subcommand.argument}>`;
  const command = program.command(`${subcommand.name}${usage}`).description(subcommand.description);
  for (const name of ownFlags) if (subcommand.flags.includes(name)) command.addOption(flag(name));
  for (const name of optionNamesFor('flag')) command.addOption(flag(name).hideHelp(!subcommand.flags.includes(name)));
  command.addOption(
    new Option('--json <path>', 'Write what came of it to this file, as JSON; - writes it to standard output.'),
  );
  command.action(() => {
    const { alter, table, json, takeOver, watch, dryRun, olderThan, through, report, format, explain, ...flags } =
      command.opts<Record<string, string>>();
    return run({
      command: subcommand.name,
      words: command.args,
      flags: byName(flags),
      alter: alter ?? null,
      table: table ?? null,
      takeOver: takeOver !== undefined,
      dryRun: dryRun !== undefined,
      olderThanMs: Number(olderThan ?? 0),
      through: through ?? null,
      report: report ?? null,
      watch: watch !== undefined,
      format: format ?? null,
      explain: explain ?? null,
      json: json ?? null,
    });
  });
}

const ownFlags = [
  'alter',
  'table',
  'take-over',
  'watch',
  'dry-run',
  'older-than',
  'through',
  'report',
  'format',
  'explain',
] as const;

const ownDescriptions: Readonly<Record<(typeof ownFlags)[number], string>> = {
  alter: 'One statement, instead of files.',
  table: 'The table whose migration is meant, if there is more than one.',
  'take-over':
    'End the connections of a migration whose process is gone. One that was heard of within 30 s is left alone.',
  'dry-run': 'Tell what would be dropped, and drop nothing.',
  'older-than': 'With --retired drop: only retired tables of this age, such as 7d.',
  through: 'The last file that was applied before Ghostship came; all files before it were applied as well.',
  report: 'Write a page with charts of the run to this file, as HTML.',
  format: 'How findings are written: text, json, sarif or github.',
  explain: 'Tell what a rule flags, why, and when to ignore it, instead of reading files.',
  watch: 'Show it until nothing runs any more: as bars on a terminal, as lines elsewhere.',
};

function flag(name: FlagName): Option {
  if (name === 'alter') return new Option('--alter <statement>', ownDescriptions.alter);
  if (name === 'table') return named('--table <name>', ownDescriptions.table);
  if (name === 'through') return named('--through <path>', ownDescriptions.through);
  if (name === 'report') return named('--report <path>', ownDescriptions.report);
  if (name === 'format') return new Option('--format <format>', ownDescriptions.format);
  if (name === 'explain') return named('--explain <rule>', ownDescriptions.explain);
  if (name === 'older-than') return new Option('--older-than <duration>', ownDescriptions[name]).argParser(readAge);
  if (name === 'take-over' || name === 'watch' || name === 'dry-run')
    return new Option(`--${name}`, ownDescriptions[name]);
  const usage = `--${name} <${options[name].placeholder}>`;
  if (!lists.includes(name)) return new Option(usage, describeOption(name));
  return new Option(usage, `${describeOption(name)} May be given several times.`).argParser(addLine);
}

function named(usage: string, description: string): Option {
  return new Option(usage, description).argParser((text) => {
    if (text.trim() !== '') return text;
    throw new InvalidArgumentError('It is empty: give a value, or leave the flag out.');
  });
}

/** Milliseconds as text, as all flags are texts. */
function readAge(text: string): string {
  const parsed = duration.safeParse(text);
  if (parsed.success) return String(parsed.data);
  throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join(' '));
}

/** Flags that may be given several times. */
const lists: readonly OptionName[] = [
  'files',
  'lag-replicas',
  'max-load',
  'critical-load',
  'allow',
  'databases',
  'schema',
];

function addLine(value: string, previous: string | undefined): string {
  return previous === undefined ? value : `${previous}\n${value}`;
}

/** Commander names flags in camel case. */
function byName(flags: Readonly<Record<string, string>>): RawValues {
  return Object.fromEntries(
    optionNamesFor('flag').flatMap((name) => {
      const value = flags[flag(name).attributeName()];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
