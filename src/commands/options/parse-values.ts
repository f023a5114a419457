import { z } from 'zod';
import { type OptionName, optionNames, options } from './options.ts';

/** Options as people write them, by name; one that is not there was not set. */
export type RawValues = Readonly<Partial<Record<OptionName, string>>>;

export type Values = { readonly [Name in OptionName]: z.output<(typeof options)[Name]['schema']> };

export interface Complaint {
  readonly option: OptionName;
  readonly problem: string;
}

export type ParsedValues =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** All options, those nobody set by their defaults; or everything that is wrong with them. */
export function parseValues(raw: RawValues): ParsedValues {
  const result = schema.safeParse(
    Object.fromEntries(optionNames.map((name) => [name, raw[name] ?? options[name].default])),
  );
  if (result.success) return { ok: true, values: result.data };
  const complaints = result.error.issues.map(({ path, message }) => ({
    option: optionNames.find((name) => name === path[0]) ?? 'config',
    problem: message,
  }));
  return { ok: false, complaints };
}

type Schemas = { readonly [Name in OptionName]: (typeof options)[Name]['schema'] };

const schema = z.object(Object.fromEntries(optionNames.map((name) => [name, options[name].schema])) as Schemas);
