import type { Severity } from '../../lint/finding.ts';
import type { Preset } from '../../lint/severities.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { RawValues } from './parse-values.ts';

/** Severities of lint rules, by rule; `*` stands for all that are not named. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What `.github/ghostship.yml` says. */
export interface Config {
  readonly values: RawValues;
  readonly preset: Preset;
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

export const noConfig: Config = { values: {}, preset: 'recommended', rules: {}, overrides: [] };

export function unusableConfig(path: string, complaints: readonly string[]): GhostshipError {
  return new GhostshipError(
    'usage',
    `${path} cannot be used:\n${complaints.map((complaint) => `- ${complaint}`).join('\n')}`,
    {
      hint: 'Correct the file. The options it may hold are those of the command line; passwords and tokens do not belong into it.',
    },
  );
}
