import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ruleNames } from '../../lint/rules.ts';
import { presets } from '../../lint/severities.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { type Config, unusableConfig } from './config.ts';
import { optionNamesFor } from './options.ts';
import type { RawValues } from './parse-values.ts';

/** @throws GhostshipError `usage` with everything that is wrong with the file */
export function parseConfig(path: string, text: string): Config {
  const result = configSchema.safeParse(readYaml(path, text) ?? {});
  if (!result.success) throw unusableConfig(path, result.error.issues.map(describeIssue));
  const { extends: preset, rules, overrides, ...values } = result.data;
  return {
    values: withoutGaps(values),
    preset,
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
const ruleName = z.string().superRefine((name, context) => {
  if (name === '*' || ruleNames.includes(name)) return;
  context.addIssue({ code: 'custom', message: `it is no rule.${didYouMean(name, ruleNames)}` });
});
const severities = z.record(ruleName, z.enum(['off', 'notice', 'warning', 'error'])).default({});
const globs = z.union([z.string().transform((glob) => [glob]), z.array(z.string())]).default([]);

const overrideShape = { ...optionalValues('override'), files: globs, tables: globs, rules: severities };

const override = z
  .strictObject(overrideShape)
  .refine(({ files, tables }) => files.length + tables.length > 0, 'name the files or tables it is for');

const configShape = {
  ...optionalValues('config'),
  extends: z.enum(presets).default('recommended'),
  rules: severities,
  overrides: z.array(override).default([]),
};

const configSchema = z.strictObject(configShape);

function optionalValues(place: 'config' | 'override'): Record<string, z.ZodOptional<typeof value>> {
  return Object.fromEntries(optionNamesFor(place).map((name) => [name, value.optional()]));
}

function readYaml(path: string, text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    // One error leads to others behind it.
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw unusableConfig(path, [problem.message.trimEnd()]);
    return document.toJS();
  } catch (error) {
    if (error instanceof GhostshipError) throw error;
    // A valid document can be refused too: aliases of aliases may grow without end, and brackets in brackets.
    const problem = error instanceof RangeError ? 'it is nested too deeply' : messageOf(error).trimEnd();
    throw unusableConfig(path, [`it is no usable YAML (${problem})`]);
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const problem = problemOf(issue);
  return place === '' ? problem : `${place}: ${problem}`;
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const known = Object.keys(issue.path[0] === 'overrides' ? overrideShape : configShape);
  return issue.keys.map((key) => `${key} is not known here.${didYouMean(key, known)}`).join(' ');
}

function withoutGaps(values: Readonly<Record<string, string | undefined>>): RawValues {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined));
}
