import type { z } from 'zod';

/** Where a person can set an option: an input of the action, a flag, the config file, an override in it for some tables. */
export type OptionPlace = 'input' | 'flag' | 'config' | 'override';

export interface Option<Schema extends z.ZodType<unknown, string | null>> {
  readonly places: readonly OptionPlace[];
  /** What stands in for it when nobody sets it, as a person would write it; `null` for nothing. */
  readonly default: Schema extends z.ZodType<unknown, string> ? string : string | null;
  /** What the value is, as a usage line shows it. */
  readonly placeholder: string;
  readonly description: string;
  readonly schema: Schema;
}

export function option<Schema extends z.ZodType<unknown, string | null>>(details: Option<Schema>): Option<Schema> {
  return details;
}
