import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import type { Settings } from '../options/settings.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlannedStatement } from './planned-statement.ts';
import { digestOfText, type PlanPromise, promisesOf } from './promise.ts';

/** What a plan has promised, for the run that keeps it. */
export interface PlanRecord {
  /** Of the plan, as its page shows it; `null` where a statement has no plan. */
  readonly digest: string | null;
  /** The database that was meant, by its name; `null` where none was. */
  readonly database: string | null;
  /** Product and version of the server that was asked; `null` where none was. */
  readonly server: string | null;
  /** The branch that the pull request was to be merged into; `null` where it is not known. */
  readonly base: string | null;
  readonly statements: readonly PlanPromise[];
  /** Statements of which nothing is promised. */
  readonly open: readonly OpenStatement[];
}

export interface OpenStatement {
  readonly file: string | null;
  /** Digest of its text. */
  readonly statement: string;
  readonly why: 'refused' | 'untried';
  readonly table: string;
  /** Of the refusal; `null` for one that was not tried. */
  readonly code: string | null;
}

/** Of a pull request: what others have brought is not promised by it. */
export function recordOf(
  { digest, server, statements }: PlanReport,
  settings: Settings,
  base: string | null = null,
): PlanRecord {
  const own = statements.filter(({ alsoPending }) => alsoPending !== true);
  return {
    digest,
    server,
    base,
    database: settings.home,
    statements: promisesOf(own, settings),
    open: own.flatMap(openOf),
  };
}

function openOf(planned: PlannedStatement): OpenStatement[] {
  const { kind, file, table } = planned;
  if (kind === 'planned' || kind === 'applied') return [];
  const statement = digestOfText(planned.statement);
  if (kind === 'unplanned') return [{ file, statement, why: 'untried', table, code: null }];
  return [{ file, statement, why: 'refused', table, code: planned.error.code }];
}

/** What a plan promises of a statement, once for each place in its file. */
export function promisedIn({ statements }: PlanRecord, file: string | null, text: string): PlanPromise[] {
  const digest = digestOfText(text);
  return statements.filter((one) => one.file === file && one.statement === digest);
}

/** What a plan says of a statement. */
export function openIn(
  record: PlanRecord,
  file: string | null,
  text: string,
): 'promised' | 'refused' | 'untried' | 'absent' {
  const digest = digestOfText(text);
  const isIt = (one: { readonly file: string | null; readonly statement: string }): boolean =>
    one.file === file && one.statement === digest;
  if (record.statements.some(isIt)) return 'promised';
  return record.open.find(isIt)?.why ?? 'absent';
}

/**
 * The record as text of one line, without definitions where they do not fit, and then without circumstances.
 *
 * @param limit in characters
 * @returns `null` where even that does not fit
 */
export function writeRecord(record: PlanRecord, limit: number): string | null {
  const brief = record.statements.map((statement) => ({
    ...statement,
    definitions: null,
    circumstances: statement.circumstances.map((one) => ({ ...one, is: null })),
  }));
  const briefest = brief.map((statement) => ({ ...statement, circumstances: [] }));
  for (const statements of [record.statements, brief, briefest]) {
    const text = pack({ ...record, statements });
    if (text.length <= limit) return text;
  }
  return null;
}

/** @returns `null` for what is no record */
export function readRecord(text: string): PlanRecord | null {
  try {
    const json = brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: longestRecordBytes });
    return recordSchema.parse(JSON.parse(json.toString()));
  } catch {
    return null;
  }
}

/** Thousands of large tables; what unpacks to more is none of ours. */
const longestRecordBytes = 128 * 1024 * 1024;

/** A record of an earlier version has one word, which is `copy` also where the server altered a table in one piece. */
function waysOfWord(way: string): string[] {
  return way === 'copy' ? ['copy', 'direct'] : [way];
}

const promiseSchema = z
  .object({
    file: z.string().nullable(),
    statement: z.string(),
    table: z.string(),
    way: z.string().default(''),
    ways: z.array(z.string()).optional(),
    key: z.array(z.string()).nullable(),
    options: z.record(z.string(), z.string()),
    circumstances: z.array(z.object({ what: z.string(), digest: z.string(), is: z.string().nullable() })).default([]),
    shape: z.string(),
    definitions: z.object({ before: z.string(), after: z.string() }).nullable(),
  })
  .transform(({ way, ways, ...promise }): PlanPromise => ({ ...promise, ways: ways ?? waysOfWord(way) }));

const openSchema = z.object({
  file: z.string().nullable(),
  statement: z.string(),
  why: z.enum(['refused', 'untried']),
  table: z.string().default(''),
  code: z.string().nullable().default(null),
});

const recordSchema = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
  database: z.string().nullable(),
  server: z.string().nullable(),
  base: z.string().nullable().default(null),
  statements: z.array(promiseSchema),
  open: z.array(openSchema).default([]),
});

function pack(record: PlanRecord): string {
  // The same definition stands in many statements, far apart.
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_QUALITY]: 9,
  };
  return brotliCompressSync(JSON.stringify(record), { params }).toString('base64');
}
