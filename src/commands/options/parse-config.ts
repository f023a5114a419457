import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { messageOf } from '../../support/errors.ts';
import { type Config, unusableConfig } from './config.ts';
import { optionNamesFor } from './options.ts';
import type { RawValues } from './parse-values.ts';

/** @throws GhostshipError `usage` with everything that is wrong with the file */
export function parseConfig(path: string, text: string): Config {
  const result = configSchema.safeParse(parseDocument(path, text) ?? {});
  if (!result.success) throw unusableConfig(path, result.error.issues.map(describeIssue));
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
    // A valid document can be refused too: aliases of aliases may grow without end.
    const problem = messageOf(error).trimEnd();
    throw unusableConfig(path, [error instanceof YAMLParseError ? problem : `it is no usable YAML (${problem})`]);
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
