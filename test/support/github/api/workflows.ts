import { approvalShape, jobShape, runUrls, workflowRunShape } from '../shape/workflow-run-shape.ts';
import type { Commit } from '../state/commit.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';
import { answer, answerList, noContent } from '../wire/answer.ts';
import { ApiError, notFound } from '../wire/api-error.ts';
import { bodyOf, type Call, numberIn, textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';
import { dispatchInputs } from './workflow-file.ts';

interface DispatchBody {
  readonly ref: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly return_run_details?: boolean;
}

export const workflowHandlers: Handlers = {
  'actions/create-workflow-dispatch': (call) => {
    const { ref, inputs = {}, return_run_details: wantsRun } = bodyOf<DispatchBody>(call);
    const workflow = textIn(call, 'workflow_id');
    const { repository } = call;
    const path = `.github/workflows/${workflow}`;
    if (!repository.tip().tree.has(path)) throw notFound();
    const commit = repository.resolve(ref);
    if (commit === null) throw new ApiError(422, `No ref found for: ${ref}`);
    const given = readInputs(commit, path, inputs);
    const branch = ref.replace(/^refs\/heads\//, '');
    const run = repository.startRun({
      event: 'workflow_dispatch',
      workflow,
      branch,
      sha: commit.sha,
      actor: call.actor,
    });
    repository.workflowDispatches.push({ run, ref, inputs: given });
    const { url, html_url } = runUrls(call.urls, repository, run);
    return wantsRun === true ? answer({ workflow_run_id: run.id, run_url: url, html_url }) : noContent();
  },

  'repos/create-dispatch-event': (call) => {
    const { event_type, client_payload } = bodyOf<{ event_type: string; client_payload?: unknown }>(call);
    call.repository.repositoryDispatches.push({ eventType: event_type, clientPayload: client_payload ?? {} });
    return noContent();
  },

  'actions/get-workflow-run': (call) => {
    const withPulls = call.query.exclude_pull_requests !== true;
    return answer(workflowRunShape(call.urls, call.repository, findRun(call), withPulls));
  },

  'actions/delete-workflow-run': (call) => {
    const { workflowRuns } = call.repository;
    workflowRuns.splice(workflowRuns.indexOf(findRun(call)), 1);
    return noContent();
  },

  'actions/list-jobs-for-workflow-run': (call) => {
    const run = findRun(call);
    return answerList(
      call,
      run.jobs,
      (job) => jobShape(call.urls, call.repository, run, job),
      (jobs, total_count) => ({ total_count, jobs }),
    );
  },

  'actions/get-reviews-for-run': (call) =>
    answer(findRun(call).approvals.map((approval) => approvalShape(call.urls, approval))),
};

function readInputs(commit: Commit, path: string, given: Readonly<Record<string, unknown>>): Record<string, string> {
  const declared = dispatchInputs(commit.tree.get(path) ?? '');
  if (declared === null) throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger");
  const unexpected = Object.keys(given).filter((name) => !declared.has(name));
  if (unexpected.length > 0) throw new ApiError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  return Object.fromEntries(
    [...declared].map(([name, { isRequired, byDefault }]) => {
      const value = given[name] ?? byDefault;
      if (value === null && isRequired) throw new ApiError(422, `Required input '${name}' not provided`);
      return [name, inputText(value)];
    }),
  );
}

// A workflow sees text, whatever was sent: `true` as "true", nothing as "".
function inputText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function findRun(call: Call): WorkflowRun {
  const id = numberIn(call, 'run_id');
  const run = call.repository.workflowRuns.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}
