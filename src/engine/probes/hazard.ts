export type HazardKind =
  | 'duplicate-key'
  | 'null-in-not-null'
  | 'too-long'
  | 'out-of-range'
  | 'label-in-use'
  | 'zero-date'
  | 'not-convertible'
  | 'check-violated'
  | 'orphan'
  | 'outside-partitions';

/** Rows of the original that do not fit the altered table, or a question about rows that could not be answered. */
export interface Hazard {
  readonly kind: HazardKind;
  /** Columns of the altered table. */
  readonly columns: readonly string[];
  /** The key or constraint that the rows violate. */
  readonly key: string | null;
  /** How many rows; `unknown` where they could not be counted in time, or only the copy itself can tell. */
  readonly count: number | 'unknown';
  /** True where counting stopped at `count`, because there are more. */
  readonly atLeast: boolean;
  /** Keys of some of the rows, as text; a composite key has commas. No other value of a row is ever shown. */
  readonly sampleKeys: readonly string[];
  /** One sentence. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

/** The message, and the keys of some rows, for a person. */
export function describeHazard({ message, sampleKeys }: Hazard): string {
  return sampleKeys.length === 0 ? message : `${message} Keys: ${sampleKeys.join('; ')}.`;
}

/** True where the server will certainly refuse the statement. */
export function isCertain(hazard: Hazard): boolean {
  return hazard.count !== 'unknown' && hazard.count > 0;
}
