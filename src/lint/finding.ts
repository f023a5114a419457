export type Severity = 'notice' | 'warning' | 'error';

/** Line and column count from 1; the column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One lint result at a place in a file. Messages name objects and types, never data values. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Which statement of the file it is about, from 1; `null` for the file as a whole. */
  readonly statement: number | null;
  /** The table of that statement; `null` where there is none. */
  readonly table: string | null;
  readonly start: Place;
  readonly end: Place;
  /** At most 80 characters. */
  readonly title: string;
  /** What happens, to which object. */
  readonly message: string;
  /** Why that is a danger, in one sentence. */
  readonly why: string;
  /** What to do instead, or `null` where the message says it all. */
  readonly fix: string | null;
  /** What it was read from: the text of the file, the definition of the table, or its rows as well. */
  readonly source: 'text' | 'definition' | 'data';
  /** What the rows have to say, as a sentence; `null` where they were not asked. */
  readonly evidence: string | null;
  /** Where the mend is mechanical: the lines, from 1, and the text to put in their place. */
  readonly suggestion: Suggestion | null;
}

export interface Suggestion {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}
