/** Where a report can point to; `null` where there is nothing to point to, as in a terminal. */
export interface Links {
  /** @param lastLine the same as `line` unless it is given */
  file(path: string, line: number, lastLine?: number): string | null;
  readonly run: string | null;
}

export const noLinks: Links = { file: () => null, run: null };
