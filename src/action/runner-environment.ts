import { tmpdir } from 'node:os';
import type { Links } from '../report/links.ts';
import { jobLimitMs } from './job-limit.ts';

/** Where a step runs, from the environment of the runner. */
export interface RunnerEnvironment {
  /** The checkout, an absolute path. */
  readonly workspace: string;
  /** A folder that is gone after the job. */
  readonly temporary: string;
  readonly sha: string;
  /** What the workflow runs on, in full: `refs/heads/main`. */
  readonly ref: string;
  /** The file of the workflow and its ref: `owner/shop/.github/workflows/ghostship.yml@refs/heads/main`. */
  readonly workflowRef: string;
  /** How long this run may take where max-runtime is not set, in milliseconds. */
  readonly limitMs: number | null;
  readonly actor: string;
  readonly repositoryUrl: string;
  readonly runUrl: string;
  /** Tells this step from every other, that of another attempt of the same run too. */
  readonly stepKey: string;
}

export function readRunnerEnvironment(environment: NodeJS.ProcessEnv): RunnerEnvironment {
  const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '' } = environment;
  const repositoryUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  return {
    workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
    temporary: environment.RUNNER_TEMP ?? tmpdir(),
    sha: environment.GITHUB_SHA ?? '',
    ref: environment.GITHUB_REF ?? '',
    workflowRef: environment.GITHUB_WORKFLOW_REF ?? '',
    limitMs: jobLimitMs(environment.RUNNER_ENVIRONMENT ?? ''),
    actor: environment.GITHUB_ACTOR ?? '',
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/${GITHUB_RUN_ID}`,
    stepKey: [GITHUB_RUN_ID, environment.GITHUB_RUN_ATTEMPT, environment.GITHUB_JOB, environment.GITHUB_ACTION].join(
      '/',
    ),
  };
}

/** Links to the files of one commit. */
export function linksTo({ repositoryUrl, runUrl }: RunnerEnvironment, sha: string): Links {
  return {
    run: runUrl,
    file(path, line, lastLine = line) {
      const lines = lastLine === line ? `L${line}` : `L${line}-L${lastLine}`;
      return `${repositoryUrl}/blob/${sha}/${path.split('/').map(encodeURIComponent).join('/')}#${lines}`;
    },
  };
}
