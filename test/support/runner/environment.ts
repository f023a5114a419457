import { arch } from 'node:os';
import { delimiter } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import { evaluate, type GithubContext } from './expression.ts';
import type { StartedJob } from './job.ts';
import type { JobFolder, StepFiles } from './job-folder.ts';

export type Environment = Readonly<Record<string, string>>;

/** What every step of the job finds: `GITHUB_*`, `RUNNER_*` and what the workflow set itself. */
export function jobEnvironment(started: StartedJob, folder: JobFolder): Environment {
  const { job, github, run } = started;
  const { event } = job;
  const { repository, commit, ref } = event;
  const workflow = `${repository.fullName}/.github/workflows/${run.workflow}@${ref}`;
  return {
    CI: 'true',
    HOME: folder.home,
    LANG: 'C.UTF-8',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: event.actor,
    GITHUB_ACTOR_ID: String(repository.account(event.actor).id),
    GITHUB_API_URL: github.urls.api,
    GITHUB_BASE_REF: event.branches?.base ?? '',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: folder.eventPath,
    GITHUB_GRAPHQL_URL: github.urls.graphql,
    GITHUB_HEAD_REF: event.branches?.head ?? '',
    GITHUB_JOB: 'ghostship',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner.login,
    GITHUB_REPOSITORY_OWNER_ID: String(repository.owner.id),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(repository.workflowRuns.indexOf(run) + 1),
    GITHUB_SERVER_URL: github.urls.server,
    GITHUB_SHA: commit.sha,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_WORKFLOW: run.workflow.replace(/\.ya?ml$/, ''),
    GITHUB_WORKFLOW_REF: workflow,
    GITHUB_WORKFLOW_SHA: commit.sha,
    GITHUB_WORKSPACE: folder.workspace,
    RUNNER_ARCH: arch().toUpperCase(),
    RUNNER_ENVIRONMENT: job.environment ?? 'github-hosted',
    RUNNER_NAME: 'mini-runner',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: folder.temp,
    RUNNER_TOOL_CACHE: folder.temp,
    RUNNER_WORKSPACE: folder.workspace.slice(0, folder.workspace.lastIndexOf('/')),
    ...job.env,
  };
}

/** What one step finds beside that: its inputs, its files, and what was added to the path. */
export function stepEnvironment(
  ofJob: Environment,
  inputs: Environment,
  files: StepFiles,
  addedPaths: readonly string[],
): Environment {
  return {
    ...ofJob,
    ...inputs,
    PATH: [...addedPaths, process.env.PATH ?? ''].join(delimiter),
    GITHUB_ACTION: '__run',
    GITHUB_ENV: files.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
  };
}

/**
 * `INPUT_*` for every input of the action: as given, or its default, or empty.
 *
 * @throws Error when the action has no input of that name; GitHub only warns, but a test has made a mistake
 */
export function inputEnvironment(manifest: ActionManifest, { job, github, token }: StartedJob): Environment {
  const { event, inputs: given = {} } = job;
  const unknown = Object.keys(given).filter((name) => !(name in manifest.inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}.`);
  const context: GithubContext = {
    token,
    repository: event.repository.fullName,
    event_name: event.name,
    actor: event.actor,
    sha: event.commit.sha,
    ref: event.ref,
    server_url: github.urls.server,
    api_url: github.urls.api,
  };
  return Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, declared]) => {
      const value = given[name] ?? evaluate(declared.default ?? '', context);
      return [inputVariable(name), event.isUntrusted ? without(value, job.secrets ?? []) : value];
    }),
  );
}

/** Blanks become underscores, letters capitals; hyphens stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function without(value: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, ''), value);
}
