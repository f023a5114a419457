import type { SeveritiesOf } from '../../lint/lint-file.ts';
import { presetSeverity } from '../../lint/severities.ts';
import type { Target } from '../../mysql/target.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Config, Override, Severities } from './config.ts';
import { matchNames, matchPaths } from './match-paths.ts';
import { type Complaint, parseValues, type RawValues, type Values } from './parse-values.ts';
import { readTargets, type Targets } from './read-targets.ts';

/** Everything a command must know. What was given for this run wins over the config file, and that over the defaults. */
export interface Settings extends Targets {
  readonly values: Values;
  /** The values for one statement, with the overrides of the config file that match it. */
  readonly valuesFor: (file: string | null, table: string) => Values;
  /** How bad a finding is, by the rules of the config file and the overrides that match it. */
  severitiesFor(file: string): SeveritiesOf;
  /** The database that statements are for; `null` where no URL names one. It is known even to a run that may not connect. */
  readonly home: string | null;
  /** True where a person set the option, by whatever means. */
  isSet(option: keyof Values): boolean;
  /** True where it was given for this run, and does not stand in the config file alone. */
  isGiven(option: keyof Values): boolean;
}

/**
 * @param given inputs or flags; empty texts count as not given
 * @throws GhostshipError `usage` or `bad-target` with everything that is wrong, option by option
 */
export function readSettings(given: RawValues, config: Config): Settings {
  const flags = withoutEmpty(given);
  const base = { ...config.values, ...flags };
  const parsed = parseValues(base);
  const { targets, complaints } = readTargets(base);
  const wrongOverrides = config.overrides.flatMap(({ values }) => complaintsAbout(values));
  if (!parsed.ok) throw wrongUsage([...parsed.complaints, ...complaints, ...wrongOverrides]);
  if (complaints.length + wrongOverrides.length > 0) throw wrongUsage([...complaints, ...wrongOverrides]);
  const overrides = config.overrides.map(prepareOverride);
  return {
    values: parsed.values,
    ...targets,
    home: (targets.target ?? targets.replica)?.database ?? null,
    valuesFor(file, table) {
      const matching = overrides.filter((override) => override.matches(file, table)).map(({ values }) => values);
      if (matching.length === 0) return parsed.values;
      const layered = parseValues(Object.assign({}, config.values, ...matching, flags));
      if (!layered.ok) throw wrongUsage(layered.complaints);
      return layered.values;
    },
    severitiesFor(file) {
      const named = new Map<string | null, Severities>();
      const namedFor = (table: string | null): Severities => {
        const matching = overrides.filter((override) => override.matches(file, table)).map(({ rules }) => rules);
        return Object.assign({}, config.rules, ...matching);
      };
      return (rule, own, table) => {
        const rules = named.get(table) ?? namedFor(table);
        named.set(table, rules);
        return rules[rule] ?? rules['*'] ?? presetSeverity(config.preset, own);
      };
    },
    isSet: (option) => base[option] !== undefined,
    isGiven: (option) => flags[option] !== undefined,
  };
}

/** @throws GhostshipError `bad-target` if there is none */
export function requireTarget(settings: Settings): Target {
  if (settings.target !== null) return settings.target;
  throw wrongUsage([
    { option: 'target', problem: 'it is missing. Write the database to change as mysql://user@host:port/database' },
  ]);
}

/** @throws GhostshipError `bad-target` if there is none */
export function requireReplica(settings: Settings): Target {
  if (settings.replica !== null) return settings.replica;
  throw wrongUsage([
    { option: 'replica', problem: 'it is missing. Write the test replica as mysql://user@host:port/database' },
  ]);
}

function complaintsAbout(values: RawValues): readonly Complaint[] {
  const parsed = parseValues(values);
  return parsed.ok ? [] : parsed.complaints;
}

interface PreparedOverride extends Override {
  /** @param table null where only the file is asked about */
  matches(file: string | null, table: string | null): boolean;
}

function prepareOverride(override: Override): PreparedOverride {
  const matchesFile = matchPaths(override.files);
  const matchesTable = matchNames(override.tables);
  return {
    ...override,
    matches: (file, table) =>
      (override.files.length === 0 || (file !== null && matchesFile(file))) &&
      (override.tables.length === 0 || (table !== null && matchesTable(table))),
  };
}

function withoutEmpty(given: RawValues): RawValues {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== ''));
}

const urlOptions: readonly string[] = ['target', 'replica', 'lag-replicas'] satisfies Complaint['option'][];

function wrongUsage(complaints: readonly Complaint[]): GhostshipError {
  const lines = complaints.map(({ option, problem }) => `- ${option}: ${problem.replace(/(?<![.?!])$/u, '.')}`);
  const isAboutUrls = complaints.every(({ option }) => urlOptions.includes(option));
  return new GhostshipError(isAboutUrls ? 'bad-target' : 'usage', `Some options cannot be used:\n${lines.join('\n')}`, {
    hint: 'Correct them and run this again; nothing was done.',
  });
}
