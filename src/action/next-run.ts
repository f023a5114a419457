import { link, prose } from '../report/markdown.ts';
import type { ActionRun } from './action-run.ts';
import type { Event } from './event.ts';
import { githubTrouble, statusOf } from './github-trouble.ts';

/** How a migration goes on that has yielded. */
export interface NextRun {
  /** `null` where no run was started, or GitHub does not tell which. */
  readonly id: number | null;
  /** A sentence or two, plain text. */
  readonly text: string;
  readonly url: string | null;
}

/** What GitHub tells of a run that was started; an older server tells nothing. */
interface StartedRun {
  readonly workflow_run_id: number;
  readonly html_url: string;
}

/** For a run that a person has stopped: that person decides when it goes on. */
export const startedByHand: NextRun = {
  id: null,
  text: 'Run the workflow again to go on. A run on schedule goes on by itself.',
  url: null,
};

/** For a run that has come to its gate and is not to wait there. Those who wait behind it read this as well. */
export function startedByCutover(table: string): NextRun {
  return {
    id: null,
    text: `Every row of ${table} is copied and verified. Say /ghostship cutover, then run the workflow again to swap the tables; a run on schedule does it by itself, and goes on with what waits.`,
    url: null,
  };
}

/** Starts the workflow again, with the inputs that this run had. A refusal is told, and says what to do. */
export async function startNextRun({ repository, event, runner, dispatchInputs }: ActionRun): Promise<NextRun> {
  const { octokit, owner, repo } = repository;
  const workflow = /\/([^/@]+)@/u.exec(runner.workflowRef)?.[1] ?? '';
  try {
    const answer = await octokit.rest.actions.createWorkflowDispatch({
      owner,
      repo,
      workflow_id: workflow,
      ref: refOf(event, runner.ref),
      inputs: { ...dispatchInputs },
      return_run_details: true,
    });
    const started = answer.data as Partial<StartedRun> | undefined;
    const url = started?.html_url ?? `${runner.repositoryUrl}/actions/workflows/${workflow}`;
    return { id: started?.workflow_run_id ?? null, text: 'The next run is started, and goes on.', url };
  } catch (error) {
    return {
      id: null,
      text: `The next run could not be started: ${explain(error)} Until then, run the workflow again to go on; a run on schedule goes on by itself.`,
      url: null,
    };
  }
}

export function nextRunMarkdown({ text, url }: NextRun): string {
  return url === null ? prose(text) : `${prose(text)} ${link('Next run', url)}`;
}

/** A merged pull request has a ref of its own, which is gone or not the branch that has its files. */
function refOf(event: Event, runRef: string): string {
  return event.kind === 'pull-request' ? event.base.name : runRef;
}

function explain(error: unknown): string {
  const status = statusOf(error);
  const message = `${githubTrouble(error)}.`;
  if (status === 403) return 'the token may not. Give the job the permission actions: write.';
  if (status === 404) return 'GitHub finds no such workflow with workflow_dispatch. Add it to the triggers under on.';
  if (status === 422 && /workflow_dispatch/u.test(message))
    return 'the workflow has no workflow_dispatch. Add it to the triggers under on.';
  return message;
}
