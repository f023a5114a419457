import type { Severity } from '../finding.ts';
import type { TableShape } from './table-shape.ts';

/** A table before and after one statement. */
export interface Difference {
  /** Who knows the definition: a server that was asked, or a file of the repository. */
  readonly from: 'server' | 'file';
  readonly before: TableShape;
  readonly after: TableShape;
  readonly rows: RowEvidence;
  /** How a plan would carry the statement out; `null` where nothing was planned. */
  readonly way: PlannedWay | null;
}

/** What is known of the rows that the statement would change. */
export type RowEvidence =
  | { readonly kind: 'none' }
  /** The run counts rows that do not fit before it copies, and stops if there are any. */
  | { readonly kind: 'counted-by-the-run' }
  | { readonly kind: 'counted'; readonly misfits: readonly Misfit[] };

/** Rows that do not fit, or a question about them that has no answer. */
export interface Misfit {
  readonly kind: string;
  /** The key or constraint that they violate. */
  readonly key: string | null;
  /** Of the table afterwards. */
  readonly columns: readonly string[];
  readonly count: number | 'unknown';
  /** One sentence, without any value of a row. */
  readonly message: string;
}

export interface PlannedWay {
  readonly algorithm: string;
  /** Estimates of the server. */
  readonly rows: number;
  readonly bytes: number;
  /** Whether writers must wait while the server does the work. */
  readonly blocksWriters: boolean;
  /** The statement as two, of which the server does the first instantly; `null` where that would gain nothing. */
  readonly split: PlannedSplit | null;
}

/**
 * What was counted of the rows that a new key or constraint does not take, as a sentence; `null` where nobody has counted.
 *
 * @param isOwn of what rows violate
 */
export function rowsInTheWay(difference: Difference | undefined, isOwn: (misfit: Misfit) => boolean): string | null {
  if (difference === undefined || difference.rows.kind !== 'counted') return null;
  const own = difference.rows.misfits.filter(isOwn);
  const worst = own.find(({ count }) => count !== 'unknown' && count > 0) ?? own[0];
  return worst?.message ?? 'No row is in the way now: they were counted.';
}

/** @param name of the constraint; one without a name may be any */
export function violates({ kind, key }: Misfit, what: string, name: { readonly text: string } | null): boolean {
  return kind === what && (name === null || key?.toLowerCase() === name.text.toLowerCase());
}

/** Whether rows violate a key over just these columns. */
export function isOver(columns: readonly string[], { columns: own }: Misfit): boolean {
  const names = new Set(columns.map((name) => name.toLowerCase()));
  return own.length === names.size && own.every((name) => names.has(name.toLowerCase()));
}

export interface PlannedSplit {
  /** The clauses of each, without ALTER TABLE. */
  readonly instant: string;
  readonly rest: string;
  /** Whether the server does the second in place. */
  readonly isRestCheap: boolean;
}

export interface Judgement {
  readonly severity: Severity;
  /** What the rows have to say, as a sentence; `null` where nobody has asked them. */
  readonly evidence: string | null;
}

/**
 * How bad it is that values of these columns may not fit: only a notice where it was counted that all fit.
 *
 * @param severity where nobody knows
 */
export function judgeRows({ rows }: Difference, columns: readonly string[], severity: Severity): Judgement {
  if (rows.kind === 'none') return { severity, evidence: null };
  if (rows.kind === 'counted-by-the-run')
    return { severity: 'notice', evidence: 'The run counts such rows before it copies, and stops if there are any.' };
  const names = columns.map((name) => name.toLowerCase());
  const own = rows.misfits.filter((misfit) => misfit.columns.some((name) => names.includes(name.toLowerCase())));
  const certain = own.find(({ count }) => count !== 'unknown' && count > 0);
  if (certain !== undefined) return { severity: 'error', evidence: certain.message };
  const [open] = own;
  if (open !== undefined) return { severity: 'warning', evidence: open.message };
  return { severity: 'notice', evidence: 'All rows fit: they were counted.' };
}
