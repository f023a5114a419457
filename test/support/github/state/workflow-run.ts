import type { Account } from './account.ts';

export interface Approval {
  readonly environment: string;
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly user: Account;
  readonly comment: string;
}

export interface WorkflowRunBeginning {
  readonly event: string;
  /** File name below `.github/workflows`. */
  readonly workflow: string;
  readonly branch: string;
  readonly sha: string;
  readonly actor: Account;
}

export interface WorkflowRun extends WorkflowRunBeginning {
  readonly id: number;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly jobs: readonly { readonly id: number; readonly name: string }[];
  /** What people said where an environment asked them; a test adds to it as they would. */
  readonly approvals: Approval[];
  /** How far it is, and once it is over, how it went. */
  progress: 'queued' | 'in_progress' | 'success' | 'failure' | 'cancelled';
}

/** A `workflow_dispatch` that was asked for through the API, and the run it started. */
export interface WorkflowDispatch {
  readonly run: WorkflowRun;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A `repository_dispatch` that was asked for through the API. */
export interface RepositoryDispatch {
  readonly eventType: string;
  readonly clientPayload: unknown;
}
