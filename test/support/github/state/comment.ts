import type { Account } from './account.ts';

export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

export interface Reaction {
  readonly id: number;
  readonly user: Account;
  readonly content: ReactionContent;
  readonly at: Date;
}

/** What was said in the conversation of a pull request. */
export interface Comment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: Account;
  readonly createdAt: Date;
  readonly reactions: Reaction[];
  updatedAt: Date;
  body: string;
}
