import type { Account } from './account.ts';

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environmentUrl: string | null;
  readonly logUrl: string | null;
  readonly creator: Account;
  readonly at: Date;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly creator: Account;
  readonly at: Date;
  readonly statuses: DeploymentStatus[];
}
