export type { GitHubEmulator, NewRepository, NewToken } from './emulator.ts';
export {
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  scheduleEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from './event.ts';
export { startGitHub } from './start-github.ts';
export type { Annotation, CheckRun } from './state/check-run.ts';
export type { Role } from './state/collaborator.ts';
export type { Comment } from './state/comment.ts';
export type { PullRequest } from './state/pull-request.ts';
export type { Repository } from './state/repository.ts';
export type { WorkflowDispatch, WorkflowRun } from './state/workflow-run.ts';
export type { Fault, FaultTarget, Hold } from './wire/fault.ts';
export { type Permissions, readOnly, type Scope } from './wire/permission.ts';
export type { RequestRecord, Violation } from './wire/request-log.ts';
