const minuteMs = 60_000;

/**
 * How long a run may take where max-runtime is not set, in milliseconds: half an hour less than GitHub allows. A hosted job ends
 * after six hours. On a runner of one's own the token of the job ends after 24. `null` where the runner does not tell what it is.
 *
 * @param runnerEnvironment `RUNNER_ENVIRONMENT`
 */
export function jobLimitMs(runnerEnvironment: string): number | null {
  if (runnerEnvironment === 'github-hosted') return (5 * 60 + 30) * minuteMs;
  if (runnerEnvironment === 'self-hosted') return (23 * 60 + 30) * minuteMs;
  return null;
}
