/** The parts of a session's `sql_mode` that decide what a quote means and where it ends. */
export interface Quoting {
  /** `"` quotes a name. */
  readonly ansiQuotes: boolean;
  /** A backslash is a character like any other. */
  readonly plainBackslashes: boolean;
}

/** What servers do unless they are told otherwise. */
export const usualQuoting: Quoting = { ansiQuotes: false, plainBackslashes: false };

/** @param modes as servers write them, one by one: they list what ANSI and the like stand for */
export function quotingOf(modes: readonly string[]): Quoting {
  return {
    ansiQuotes: modes.includes('ANSI_QUOTES'),
    plainBackslashes: modes.includes('NO_BACKSLASH_ESCAPES'),
  };
}
