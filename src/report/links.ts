/** Where a report can point to; `null` where there is nothing to point to, as in a terminal. */
export interface Links {
  file(path: string, line: number): string | null;
  readonly run: string | null;
}

export const noLinks: Links = { file: () => null, run: null };
