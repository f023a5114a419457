import { readFile } from 'node:fs/promises';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Severity } from '../lint/finding.ts';
import { GhostshipError } from '../support/errors.ts';
import { optionNamesFor } from './options.ts';
import type { RawValues } from './parse-values.ts';

/** Severities of lint rules, by rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What `.github/ghostship.yml` says. */
export interface Config {
  readonly values: RawValues;
  readonly rules: Severities;
  readonly overrides: readonly Override[];
}

/** Other options for some files or tables. It holds where both lists match; an empty list matches everything. */
export interface Override {
  readonly files: readonly string[];
  readonly tables: readonly string[];
  readonly rules: Severities;
  readonly values: RawValues;
}

export const noConfig: Config = { values: {}, rules: {}, overrides: [] };

/**
 * @param mustExist whether a person named the file; the default path may well not exist
 * @throws GhostshipError `usage` with everything that is wrong with the file
 */
export async function readConfig(path: string, mustExist: boolean): Promise<Config> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (!mustExist && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unusable(path, [`it cannot be read (${error instanceof Error ? error.message : String(error)})`]);
  });
  return text === null ? noConfig : parseConfig(path, text);
}

/** @throws GhostshipError `usage` with everything that is wrong with the file */
export function parseConfig(path: string, text: string): Config {
  const result = configSchema.safeParse(parseDocument(path, text) ?? {});
  if (!result.success) throw unusable(path, result.error.issues.map(describeIssue));
  const { rules, overrides, ...values } = result.data;
  return {
    values: withoutGaps(values),
    rules,
    overrides: overrides.map(({ files, tables, rules, ...values }) => ({
      files,
      tables,
      rules,
      values: withoutGaps(values),
    })),
  };
}

/** A value as the command line would have it: lists become lines. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const value = z.union([scalar, z.array(scalar).transform((items) => items.join('\n'))], {
  error: 'write a text, a number or a list of them',
});
const severities = z.record(z.string(), z.enum(['off', 'notice', 'warning', 'error'])).default({});
const globs = z.union([z.string().transform((glob) => [glob]), z.array(z.string())]).default([]);

const override = z
  .strictObject({ ...optionalValues('override'), files: globs, tables: globs, rules: severities })
  .refine(({ files, tables }) => files.length + tables.length > 0, 'name the files or tables it is for')
  .refine(
    ({ tables, rules }) => tables.length === 0 || Object.keys(rules).length === 0,
    'rules can differ by files, not by tables: put them under an override with files alone',
  );

const configSchema = z.strictObject({
  ...optionalValues('config'),
  rules: severities,
  overrides: z.array(override).default([]),
});

function optionalValues(place: 'config' | 'override'): Record<string, z.ZodOptional<typeof value>> {
  return Object.fromEntries(optionNamesFor(place).map((name) => [name, value.optional()]));
}

function parseDocument(path: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof YAMLParseError) throw unusable(path, [error.message.trimEnd()]);
    throw error;
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const names = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : null;
  const problem = names === null ? issue.message : `${names} ${names.includes(',') ? 'are' : 'is'} not known here`;
  return place === '' ? problem : `${place}: ${problem}`;
}

function withoutGaps(values: Readonly<Record<string, string | undefined>>): RawValues {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined));
}

function unusable(path: string, complaints: readonly string[]): GhostshipError {
  return new GhostshipError(
    'usage',
    `${path} cannot be used:\n${complaints.map((complaint) => `- ${complaint}`).join('\n')}`,
    {
      hint: 'Correct the file. The options it may hold are those of the command line; passwords and tokens do not belong into it.',
    },
  );
}
