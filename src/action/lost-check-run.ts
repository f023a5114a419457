import { code } from '../report/markdown.ts';
import { CheckRun, checkName, checkRunState } from './check-run.ts';
import { readInput, readState, warn } from './core.ts';
import { githubTrouble } from './github-trouble.ts';

/** A killed step leaves its check run in progress for ever. This ends it, and says what is not known. */
export async function finishLostCheckRun(): Promise<void> {
  const id = readState(checkRunState.id);
  if (id === '' || readState(checkRunState.finished) !== '') return;
  try {
    const { connectRepository } = await import('./github.ts');
    const check = CheckRun.opened(connectRepository(readInput('github-token')), Number(id));
    await check.finish('cancelled', {
      title: 'The job ended before it could report',
      summary: whatBecame(readState(checkRunState.name)),
    });
  } catch (error) {
    warn(`The check run ${id} could not be finished: ${githubTrouble(error)}.`);
  }
}

/** @param name of the check run */
function whatBecame(name: string): string {
  if (changesNothing.some((mode) => name.startsWith(checkName(mode, null))))
    return 'Nothing was changed, and there is no result for this commit: run the job again.';
  return `What became of it stands in the database: look with ${code('mode: status')}, or in the table ${code('ghostship_migrations')}. The next run goes on with what this one has left.`;
}

/** Of the target. */
const changesNothing = ['lint', 'plan', 'rehearse'];
