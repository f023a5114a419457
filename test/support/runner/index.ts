export type { ActionRun, RunningAction, StepResult } from './action-run.ts';
export type { Job } from './job.ts';
export { type ActionRunner, type RunnerOptions, startRunner } from './start-runner.ts';
export type { LogAnnotation } from './step-log.ts';
export type { Grace, StopSignal } from './stop-process.ts';
