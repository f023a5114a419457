import type { Account } from './account.ts';

export interface Review {
  readonly id: number;
  readonly pullNumber: number;
  readonly author: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
  readonly body: string;
  readonly commitSha: string;
  readonly at: Date;
}

/** Said of one line of a changed file. */
export interface ReviewComment {
  readonly id: number;
  readonly pullNumber: number;
  readonly reviewId: number | null;
  readonly author: Account;
  readonly path: string;
  /** In the file as it was after the change; `null` for a comment on the whole file. */
  readonly line: number | null;
  /** The first of several lines; `null` where it is only one. */
  readonly startLine: number | null;
  /** Whether the lines are the same still. */
  readonly isCurrent: () => boolean;
  readonly body: string;
  readonly commitSha: string;
  readonly createdAt: Date;
}
