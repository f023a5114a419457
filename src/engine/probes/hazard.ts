export type HazardKind =
  | 'duplicate-key'
  | 'null-in-not-null'
  | 'too-long'
  | 'out-of-range'
  | 'label-in-use'
  | 'zero-date'
  | 'not-convertible'
  | 'check-violated'
  | 'orphan';

/** Rows of the original that the altered table cannot hold, or a question about them that stayed open. */
export interface Hazard {
  readonly kind: HazardKind;
  /** Of the altered table. */
  readonly columns: readonly string[];
  /** The key or constraint that would be broken. */
  readonly key: string | null;
  /** Rows in the way; `unknown` where they could not be counted in time, or only the copy itself can tell. */
  readonly count: number | 'unknown';
  /** True where counting was given up at `count`: there are more. */
  readonly atLeast: boolean;
  /** Migration keys of some of the rows, as text, a composite one with commas. Never anything else of a row. */
  readonly sampleKeys: readonly string[];
  /** One sentence. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

/** For a person: the message, and which rows to look at. */
export function describeHazard({ message, sampleKeys }: Hazard): string {
  return sampleKeys.length === 0 ? message : `${message} Keys: ${sampleKeys.join('; ')}.`;
}

/** True where the server would certainly refuse the statement. */
export function isCertain(hazard: Hazard): boolean {
  return hazard.count !== 'unknown' && hazard.count > 0;
}
