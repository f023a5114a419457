import type { PullRequest } from '../state/pull-request.ts';
import { notFound } from '../wire/api-error.ts';
import { type Call, numberIn } from '../wire/call.ts';

/** @throws ApiError 404 when the repository has no pull request of the number in the path */
export function findPull(call: Call, parameter: 'pull_number' | 'issue_number' = 'pull_number'): PullRequest {
  const pull = call.repository.pull(numberIn(call, parameter));
  if (pull === null) throw notFound();
  return pull;
}
