import type { ActionRun } from './action-run.ts';

/**
 * Why a run of a pull request may ask no database, as the beginning of a sentence; `null` where it may.
 *
 * GitHub gives a fork no secrets. A workflow may give them all the same: a stranger must not reach a database then. A run of
 * Dependabot has the secrets of Dependabot alone, and where the password is not among them nothing is wrong with the pull request.
 */
export function whyNoDatabase({ event, runner, settings }: ActionRun): string | null {
  if (event.kind !== 'pull-request') return null;
  if (event.isFork) return 'This pull request comes from a fork';
  const asked = settings.replica ?? settings.target;
  if (runner.actor !== 'dependabot[bot]' || (asked !== null && asked.password !== '')) return null;
  return 'Dependabot has started this run, and GitHub gives it no secrets but those of Dependabot';
}
