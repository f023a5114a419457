import type { Algorithm } from '../../engine/outcome.ts';
import { withoutCounter } from '../../mysql/inspect-table.ts';
import { digest } from '../../support/digest.ts';
import type { Settings } from '../options/settings.ts';
import type { PlannedStatement } from './planned-statement.ts';

type Planned = Extract<PlannedStatement, { kind: 'planned' }>;

/**
 * What a plan promises of one statement: how it is carried out, under which options, and the table before and after. Estimates
 * are left out: one more row does not make another plan.
 */
export interface PlanPromise {
  readonly file: string | null;
  /** Digest of its text. */
  readonly statement: string;
  readonly table: string;
  /** The algorithms by which it may be carried out. The first is the one that the plan has shown. */
  readonly ways: readonly string[];
  readonly key: readonly string[] | null;
  readonly options: Readonly<Record<string, string>>;
  /** What the outcome hangs on besides. A plan of an earlier version tells none, and then none is compared. */
  readonly circumstances: readonly PromisedCircumstance[];
  /** Digest of the table before and after. */
  readonly shape: string;
  /** The table before and after, as SHOW CREATE TABLE has it; `null` where a record has no room for it. */
  readonly definitions: { readonly before: string; readonly after: string } | null;
}

export interface PromisedCircumstance {
  readonly what: string;
  readonly digest: string;
  /** `null` where a record has no room for it. */
  readonly is: string | null;
}

/** Of a pull request: what others have brought is not promised by it. */
export function promisesOf(statements: readonly PlannedStatement[], settings: Settings): PlanPromise[] {
  return statements.flatMap((statement) =>
    statement.kind === 'planned' && statement.alsoPending !== true ? [promiseOf(statement, settings)] : [],
  );
}

/** SHA-256 over all that a plan promises; `null` while a statement has no plan. */
export function planDigest(statements: readonly PlannedStatement[], settings: Settings): string | null {
  const own = statements.filter(({ kind, alsoPending }) => kind !== 'applied' && alsoPending !== true);
  if (own.some(({ kind }) => kind !== 'planned')) return null;
  return digest(JSON.stringify(promisesOf(own, settings)));
}

export function promiseOf(planned: Planned, settings: Settings): PlanPromise {
  const { file, table, migrationKey } = planned;
  const before = withoutCounter(planned.before);
  const after = withoutCounter(planned.after);
  return {
    file,
    statement: digestOfText(planned.statement),
    table,
    ways: waysOf(planned.algorithm),
    key: migrationKey?.columns ?? null,
    options: optionsOf(file, table, settings),
    circumstances: (planned.circumstances ?? []).map(({ what, is }) => ({ what, digest: short(digest(is)), is })),
    shape: short(digest(JSON.stringify([before, after]))),
    definitions: { before, after },
  };
}

/** Whatever the line endings. */
export function digestOfText(text: string): string {
  return short(digest(text.replaceAll('\r\n', '\n')));
}

/** A record has little room. Nobody gains by a collision: a plan that seems to be kept is what runs without any record. */
function short(hexadecimal: string): string {
  return hexadecimal.slice(0, 16);
}

/** Whether a small table is altered in one piece, or a large one in place, hangs on how many rows there are. Both are the server's. */
function waysOf(algorithm: Algorithm): Algorithm[] {
  return algorithm === 'direct' ? ['direct', 'inplace'] : [algorithm];
}

/** Those that decide what is done, and not how fast. */
export function optionsOf(file: string | null, table: string, settings: Settings): Record<string, string> {
  const values = settings.valuesFor(file, table);
  const { kind, forMs } = values.retired;
  return {
    retired: forMs === null ? kind : `${kind} ${forMs / 1000}s`,
    triggers: values.triggers,
    'foreign-keys': values['foreign-keys'],
    cutover: values.cutover,
    algorithm: values.algorithm,
    verify: values.verify,
    allow: values.allow.toSorted().join(', '),
  };
}
