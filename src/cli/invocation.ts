import { type ExitCode, exitCodes } from '../commands/migrate/exit-code.ts';
import { options } from '../commands/options/options.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { readConfig } from '../commands/options/read-config.ts';
import { readSettings, type Settings } from '../commands/options/settings.ts';
import { findFiles, globsFrom, tellOtherCase } from '../commands/statements/find-files.ts';
import { requireFiles } from '../commands/statements/require-files.ts';
import { readSqlFiles, type SqlFile } from '../commands/statements/sql-file.ts';
import { writeError } from './write.ts';

/** What somebody typed. */
export interface Invocation {
  readonly command: string;
  /** What follows the command and is no flag. */
  readonly words: readonly string[];
  readonly flags: RawValues;
  readonly alter: string | null;
  readonly table: string | null;
  /** Whether the connections of a migration whose process is gone are to be ended. */
  readonly takeOver: boolean;
  /** Whether a cleanup only tells what it would do. */
  readonly dryRun: boolean;
  /** The age of retired tables that a cleanup may drop. */
  readonly olderThanMs: number;
  /** The last file of a baseline. */
  readonly through: string | null;
  /** Whether the status is shown until nothing runs any more. */
  readonly watch: boolean;
  /** Where the page with charts of the run goes. */
  readonly report: string | null;
  /** How lint writes its findings; `null` for text. */
  readonly format: string | null;
  /** The rule that lint is to explain, instead of reading any file. */
  readonly explain: string | null;
  /** Where the outcome goes as JSON; `-` for standard output. */
  readonly json: string | null;
}

/** A finished command: what scripts get to see of it, and the exit code. */
export interface Finished {
  readonly json: unknown;
  readonly exitCode: ExitCode;
}

/** A command of the command line. Throws GhostshipError for what a person must correct. */
export type Run = (invocation: Invocation, signal: AbortSignal) => Promise<Finished>;

export function done(json: unknown): Finished {
  return { json, exitCode: exitCodes.done };
}

/**
 * The files of a command. A file that a flag names may lie anywhere; all others must lie within the working directory.
 *
 * @throws GhostshipError `usage`
 */
export async function filesOf({ flags }: Invocation, settings: Settings): Promise<SqlFile[]> {
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  const files = await readSqlFiles(globs, process.cwd(), maxBytes, flags.files === undefined ? 'refused' : 'if named');
  const { otherCase } = await findFiles(globsFrom(process.cwd(), globs), process.cwd());
  const notRead = tellOtherCase(otherCase);
  if (notRead !== null) writeError(`Warning: ${notRead}`);
  requireFiles(files, settings);
  if (files.length === 0) writeError(`No file matches the option files: ${globs.join(', ')}.`);
  return files;
}

/**
 * The password may come from the environment, where the process list does not show it.
 *
 * @throws GhostshipError `usage`, `bad-target`
 */
export async function settingsOf({ flags }: Invocation): Promise<Settings> {
  const password = process.env.GHOSTSHIP_PASSWORD;
  const isNamed = flags.config !== undefined;
  const config = await readConfig(flags.config ?? options.config.default, isNamed, isNamed ? null : process.cwd());
  return readSettings(password === undefined ? flags : { password, ...flags }, config);
}
