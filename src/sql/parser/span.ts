/** A piece of the text it was read from: UTF-16 offsets, the end not included, so that `text.slice(start, end)` is it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An identifier without its quotes, and where it is written. */
export interface Name extends Span {
  readonly text: string;
}

/** A table as it is written; `schema` is null where the session's database is meant. */
export interface TableReference extends Span {
  readonly schema: string | null;
  readonly name: string;
}
