import type { ToldMigration } from '../commands/control/control.ts';
import type { MigrationStatus } from '../commands/control/status.ts';
import { saidTo } from '../report/answer-text.ts';
import { code, prose } from '../report/markdown.ts';
import type { ActionRun } from './action-run.ts';
import { inComments } from './in-comments.ts';
import { postOnce } from './posted-comment.ts';

/** Of these nobody hears by what the migration does next. */
const quiet = ['pause', 'resume', 'throttle'];

/**
 * A migration obeys whoever may command it, in any pull request. The one that has begun it is told what was said elsewhere.
 *
 * @param command as it was given: `pause users`
 * @param migrations of its table
 */
export async function tellElsewhere(
  { event, repository, runner, writes }: ActionRun,
  told: ToldMigration,
  command: string,
  migrations: readonly MigrationStatus[],
): Promise<void> {
  const { migrationId, answer } = told;
  const [verb = ''] = command.split(' ');
  const begun = migrations.find(({ id }) => id === migrationId)?.run;
  const number = begun?.pullRequest ?? null;
  const here = event.kind === 'comment' ? event.number : null;
  if (!quiet.includes(verb) || answer.outcome === 'ended' || number === null || number === here) return;
  if (begun?.url?.startsWith(`${runner.repositoryUrl}/`) !== true) return;
  const who = event.kind === 'comment' ? event.author : runner.actor;
  const where = here === null ? 'in a run that was started by hand' : `in #${here}`;
  const text = `${code(`/ghostship ${command}`)} ${prose(`was said by ${who} ${where}. ${saidTo(told)}`)}`;
  await writes.attempt('tell the pull request of the migration', () =>
    postOnce(repository, number, ['said elsewhere', migrationId, command, runner.runUrl], inComments(text)),
  );
}
