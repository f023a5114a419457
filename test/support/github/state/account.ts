export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** Whom everything done with a workflow's token is done by. */
export const actionsBot: Account = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };
