import type { WorkflowRun } from '../github/index.ts';
import type { StepExit } from './step.ts';
import type { LogAnnotation } from './step-log.ts';

export interface StepResult extends StepExit {
  /** Both streams, masked as the runner masks them, commands turned into `##[error]…` and the like. */
  readonly log: string;
  /** At most ten of a level, as people see them. */
  readonly annotations: readonly LogAnnotation[];
  readonly droppedAnnotations: readonly LogAnnotation[];
  /** Markdown, masked. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly addedPaths: readonly string[];
}

/** How a run of the action ended. */
export interface ActionRun {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly main: StepResult;
  /** `null` when the action has none, or it was not due. */
  readonly post: StepResult | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly run: WorkflowRun;
  /** `GITHUB_WORKSPACE` and `RUNNER_TEMP`: there until the runner is disposed of. */
  readonly workspace: string;
  readonly temp: string;
}

export interface RunningAction {
  readonly run: WorkflowRun;
  /** What the main step wrote so far, masked. */
  readonly log: string;
  /** Cancels the run, as the button does. */
  cancel(): void;
  /** The runner is lost: whatever step runs is gone at once. */
  kill(): void;
  /** Rejects when a secret leaked, or a step took too long. */
  readonly finished: Promise<ActionRun>;
}
