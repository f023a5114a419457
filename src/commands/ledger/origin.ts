/** Where a run comes from, for the ledger. */
export interface Origin {
  readonly commit: string | null;
  readonly pullRequest: number | null;
  readonly actor: string | null;
  readonly runUrl: string | null;
  /** Of the plan that was approved, if there was one. */
  readonly planDigest: string | null;
  /** Who approved its pull request, names with commas between them. */
  readonly reviewers: string | null;
}
