import { checkRunHandlers } from './check-runs.ts';
import { collaboratorHandlers } from './collaborators.ts';
import { commentHandlers } from './comments.ts';
import { commitHandlers } from './commits.ts';
import { comparisonHandlers } from './comparisons.ts';
import { contentHandlers } from './contents.ts';
import { deploymentHandlers } from './deployments.ts';
import type { Handlers } from './handlers.ts';
import { labelHandlers } from './labels.ts';
import { pullRequestHandlers } from './pull-requests.ts';
import { reviewHandlers } from './reviews.ts';
import { workflowHandlers } from './workflows.ts';

/** Every operation of the description but `rate-limit/get`, which concerns no repository. */
export const handlers: Handlers = {
  ...checkRunHandlers,
  ...collaboratorHandlers,
  ...commentHandlers,
  ...commitHandlers,
  ...comparisonHandlers,
  ...contentHandlers,
  ...deploymentHandlers,
  ...labelHandlers,
  ...pullRequestHandlers,
  ...reviewHandlers,
  ...workflowHandlers,
};
