import type { Repository } from '../state/repository.ts';
import type { Approval, WorkflowRun } from '../state/workflow-run.ts';
import { simpleCommitShape } from './commit-shape.ts';
import { minimalPullShape } from './pull-request-shape.ts';
import { repositoryShape } from './repository-shape.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** A `workflow-run`. */
export function workflowRunShape(urls: Urls, repository: Repository, run: WorkflowRun, withPulls: boolean) {
  const { url, html_url, workflow_url } = runUrls(urls, repository, run);
  const pulls = repository.pulls.filter((pull) => withPulls && !pull.isFromFork && pull.headCommit.sha === run.sha);
  return {
    id: run.id,
    name: run.workflow,
    node_id: nodeIdOf('WorkflowRun', run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: `.github/workflows/${run.workflow}`,
    run_number: repository.workflowRuns.indexOf(run) + 1,
    run_attempt: run.attempt,
    event: run.event,
    ...progressShape(run),
    workflow_id: repository.id,
    url,
    html_url,
    pull_requests: pulls.map((pull) => minimalPullShape(urls, pull)),
    created_at: timeOf(run.createdAt),
    updated_at: timeOf(run.createdAt),
    run_started_at: timeOf(run.createdAt),
    actor: userShape(urls, run.actor),
    triggering_actor: userShape(urls, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    check_suite_url: `${apiUrlOf(urls, repository)}/check-suites/${repository.id}`,
    previous_attempt_url: null,
    workflow_url,
    head_commit: simpleCommitShape(repository.network.get(run.sha)),
    repository: repositoryShape(urls, repository),
    head_repository: repositoryShape(urls, repository),
    display_title: run.workflow,
  };
}

/** A `job`. */
export function jobShape(urls: Urls, repository: Repository, run: WorkflowRun, job: { id: number; name: string }) {
  const { url, html_url } = runUrls(urls, repository, run);
  return {
    id: job.id,
    run_id: run.id,
    run_url: url,
    run_attempt: run.attempt,
    node_id: nodeIdOf('Job', job.id),
    head_sha: run.sha,
    head_branch: run.branch,
    url: `${apiUrlOf(urls, repository)}/actions/jobs/${job.id}`,
    html_url: `${html_url}/job/${job.id}`,
    ...progressShape(run),
    created_at: timeOf(run.createdAt),
    started_at: timeOf(run.createdAt),
    completed_at: progressShape(run).conclusion !== null ? timeOf(run.createdAt) : null,
    name: job.name,
    steps: [],
    check_run_url: `${apiUrlOf(urls, repository)}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
    workflow_name: run.workflow,
  };
}

/** An entry of `environment-approvals`. */
export function approvalShape(urls: Urls, approval: Approval) {
  return {
    environments: [{ name: approval.environment }],
    state: approval.state,
    user: userShape(urls, approval.user),
    comment: approval.comment,
  };
}

export function runUrls(urls: Urls, repository: Repository, run: WorkflowRun) {
  const api = apiUrlOf(urls, repository);
  return {
    url: `${api}/actions/runs/${run.id}`,
    html_url: `${pageUrlOf(urls, repository)}/actions/runs/${run.id}`,
    workflow_url: `${api}/actions/workflows/${run.workflow}`,
  };
}

function progressShape({ progress }: WorkflowRun) {
  const isOver = progress !== 'queued' && progress !== 'in_progress';
  return isOver ? { status: 'completed', conclusion: progress } : { status: progress, conclusion: null };
}
