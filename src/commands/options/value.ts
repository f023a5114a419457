import { z } from 'zod';
import type { LoadLimit } from '../../engine/request.ts';
import { ruleNames } from '../../lint/rules.ts';
import { knownModes } from '../../sql/parser/reading-mode.ts';
import { didYouMean } from '../../support/nearest.ts';
import { isWebAddress } from '../notify.ts';

/*
 * How the text of one option becomes a value. A complaint says what is wrong and what to write instead; the name of the
 * option is put in front of it by whoever reads the options.
 */

/** `1500ms`, `3s`, `5h30m` → milliseconds. */
export const duration: z.ZodType<number, string> = z.string().transform((text, context) => {
  const parts = Array.from(text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu));
  const isWhole = parts.length > 0 && parts.map((part) => part[0]).join('') === text.replace(/\s+/gu, '');
  if (!isWhole) return refuse(context, `${quote(text)} is not a duration with a unit. Write 1500ms, 3s or 5h30m`);
  return parts.reduce((sumMs, [, amount, unit]) => sumMs + Number(amount) * unitMs[unit as keyof typeof unitMs], 0);
});

/** As a person would write it: `7d`, `5h30m`. */
export function durationText(wholeSeconds: number): string {
  let rest = wholeSeconds;
  const parts = (['d', 'h', 'm', 's'] as const).flatMap((unit) => {
    const ofUnit = unitMs[unit] / 1000;
    const amount = Math.floor(rest / ofUnit);
    rest -= amount * ofUnit;
    return amount === 0 ? [] : [`${amount}${unit}`];
  });
  return parts.length === 0 ? '0s' : parts.join('');
}

/** A limit of no time at all would let nothing through. */
export const someTime: z.ZodType<number, string> = duration.refine((timeMs) => timeMs > 0, {
  error: 'it leaves no time at all. Write 1500ms, 3s or 5h30m',
});

/** What becomes of a retired table. */
export interface Retiring {
  readonly kind: 'drop' | 'keep';
  /** For how long it is kept; `null` until it is dropped by name. */
  readonly forMs: number | null;
}

/** `drop`, `keep`, `keep 7d` */
export const retiring: z.ZodType<Retiring, string> = z.string().transform((text, context) => {
  const [, kind, time = ''] = /^(drop|keep)(?:\s+(\S.*))?$/u.exec(text.trim()) ?? [];
  if (kind === 'drop' && time === '') return { kind, forMs: null };
  if (kind === 'keep' && time === '') return { kind, forMs: null };
  const parsed = duration.safeParse(time);
  if (kind === 'keep' && parsed.success) return { kind, forMs: parsed.data };
  return refuse(
    context,
    `${quote(text)} is none of the choices. Write drop, keep, or keep with a time, such as keep 7d`,
  );
});

/** As long as a column of the ledger, and an index over it, can be on every server. */
const longestName = 190;

export const shortName: z.ZodType<string, string> = z.string().transform((text, context) => {
  const name = text.trim();
  if (name.length <= longestName) return name;
  return refuse(context, `it has ${name.length} characters. Write at most ${longestName}`);
});

/** `10MB` → bytes. */
export const byteSize: z.ZodType<number, string> = z.string().transform((text, context) => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KM]i?B)$/iu.exec(text.trim()) ?? [];
  const unitBytes = bytesPerUnit[unit.toLowerCase()];
  if (amount !== undefined && unitBytes !== undefined) return Math.floor(Number(amount) * unitBytes);
  return refuse(context, `${quote(text)} is not a size with a unit. Write 500KB or 10MB`);
});

const bytesPerUnit: Readonly<Record<string, number>> = { kb: 1_000, mb: 1_000_000, kib: 1_024, mib: 1_048_576 };

/** `Threads_running=25` */
export const loadLimit: z.ZodType<LoadLimit, string> = z.string().transform((text, context) => {
  const match = /^([A-Za-z_]\w*)\s*=\s*(\d+(?:\.\d+)?)$/u.exec(text);
  if (match?.[1] === undefined) {
    return refuse(
      context,
      `${quote(text)} is not a limit. Write a status variable and a number, such as Threads_running=25`,
    );
  }
  return { variable: match[1], value: Number(match[2]) };
});

/** A number of parallel workers, or `auto`. More than 16 only wait for each other's page latches. */
export const workers: z.ZodType<number | 'auto', string> = z.string().transform((text, context) => {
  if (text === 'auto') return 'auto';
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 16) return count;
  return refuse(context, `${quote(text)} is not a number of workers. Write auto or a number from 1 to 16`);
});

/** `100000` */
export const positiveNumber: z.ZodType<number, string> = z.string().transform((text, context) => {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  return refuse(context, `${quote(text)} is not a number of rows. Write a whole number above 0, such as 100000`);
});

/** `staging`. It stands in names of check runs and in marks of a comment. */
export const environmentName: z.ZodType<string, string> = z.string().transform((text, context) => {
  const name = text.trim();
  if (/^[a-z0-9](?:[-._]?[a-z0-9])*$/iu.test(name) && name.length <= 60) return name;
  return refuse(
    context,
    `${quote(text)} cannot name an environment. Write up to 60 letters, digits and single dots, hyphens or underscores between them, such as staging or prod-eu`,
  );
});

/** `ansi_quotes` → `ANSI_QUOTES` */
export const sqlModeName: z.ZodType<string, string> = z.string().transform((text, context) => {
  const name = text.toUpperCase();
  if (knownModes.includes(name)) return name;
  return refuse(context, `${quote(text)} is no mode of sql_mode. Write ${knownModes.join(', ')}`);
});

/** `https://hooks.example/…`, or `env:NAME`. A wrong one is not repeated: it may hold a secret. */
export const webhook: z.ZodType<string, string> = z.string().transform((text, context) => {
  if (/^env:[A-Za-z_]\w*$/u.test(text) || isWebAddress(text)) return text;
  return refuse(context, 'it is no address. Write https://… or env:NAME for an environment variable that has it');
});

/** `@mona` → `mona`, `acme/databases` */
export const accountName: z.ZodType<string, string> = z.string().transform((text, context) => {
  const name = text.replace(/^@/u, '');
  if (/^[\w-]+(?:\/[\w.-]+)?$/u.test(name)) return name;
  return refuse(context, `${quote(text)} is no user and no team. Write mona, or acme/databases`);
});

/** A rule of the linter, or what else a person can accept. */
export const acceptedName: z.ZodType<string, string> = z.string().transform((name, context) => {
  if (accepted.includes(name)) return name;
  return refuse(context, `${quote(name)} is no rule and no hazard.${didYouMean(name, accepted)}`);
});

/** What a person can accept besides rules, as the page on configuration has it. The engine asks for these names itself. */
export const hazards = {
  'zero-dates':
    'Dates with zeros, such as 0000-00-00, are kept and may be defaults, whatever the sql_mode of the server forbids.',
  blocking:
    'The server itself alters a large table that cannot be copied, such as one without a key, while writers wait.',
  'unproven-server': 'A copy is made on a server of which nobody has shown that it is safe there.',
  'one-writer':
    'Several servers take writes, in a ring of replication or a group with several primaries. You say that only the target is written to until the migration ends. It holds for a whole run, so an override cannot accept it.',
  'untried-statement': 'A statement is run that could not be tried before on an empty clone.',
} as const;

const accepted: readonly string[] = [...ruleNames, ...Object.keys(hazards)];

export function oneOf<const Choice extends string>(choices: readonly Choice[]): z.ZodType<Choice, string> {
  return z.string().transform((text, context) => {
    const found = choices.find((choice) => choice === text);
    return found ?? refuse(context, `${quote(text)} is none of the choices. Write ${choices.join(', ')}`);
  });
}

/** One item a line, or several with commas between them; a comma within braces belongs to a glob. */
export function listOf<Item>(item: z.ZodType<Item, string>): z.ZodType<readonly Item[], string> {
  return z.string().transform(splitList).pipe(z.array(item));
}

export const text: z.ZodType<string, string> = z.string();

export function optional<Value>(schema: z.ZodType<Value, string>): z.ZodType<Value | null, string | null> {
  return z.nullable(schema);
}

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function splitList(list: string): string[] {
  return list
    .split(/[\n,](?![^{]*\})/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function quote(value: string): string {
  return `"${value}"`;
}
