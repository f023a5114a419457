import type { GitHubEmulator, Permissions, WorkflowEvent, WorkflowRun } from '../github/index.ts';

/** One job with one step in it: the action. */
export interface Job {
  readonly event: WorkflowEvent;
  /** As under `with:`; secrets already put in. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** As under `permissions:`. An outsider's pull request leaves only the reading of them. */
  readonly permissions: Permissions;
  /**
   * Texts nobody may read, the job's token always among them. Only what the action masks itself counts as masked: the
   * runner would hide a secret as it was stored, but not the password taken out of a URL. The run fails when one of them shows up where it can be read. Of an outsider's pull request
   * they are taken out of the inputs, as GitHub does.
   */
  readonly secrets?: readonly string[];
  /** As under `env:`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether `actions/checkout` ran before; default true. */
  readonly checkout?: boolean;
  /** What earlier steps of the job do in the checkout. */
  readonly before?: (workspace: string) => Promise<void>;
  /** File name below `.github/workflows`; default `ghostship.yml`. */
  readonly workflow?: string;
  /** The run GitHub has for it already, as after a dispatch; a new one when left out. */
  readonly run?: WorkflowRun;
  /** Default `github-hosted`. */
  readonly environment?: 'github-hosted' | 'self-hosted';
}

/** What the runner is about to run: the job, the run GitHub has for it, and its token. */
export interface StartedJob {
  readonly job: Job;
  readonly github: GitHubEmulator;
  readonly run: WorkflowRun;
  readonly token: string;
}
