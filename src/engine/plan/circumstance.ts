/** What the outcome of a statement hangs on besides its text and its table: where it moves, so does what was planned. */
export interface Circumstance {
  /** Its name for people, which stays the same. */
  readonly what: string;
  /** Lines. */
  readonly is: string;
}

/** The table that the server makes of a CREATE TABLE. */
export const newTable = 'The new table';
