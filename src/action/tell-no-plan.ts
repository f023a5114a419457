import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { environmentName } from '../commands/options/value.ts';
import { commentPage, headingOf } from '../report/fit.ts';
import { alert, codeBlock, firstLine, prose } from '../report/markdown.ts';
import { CheckRun, checkName } from './check-run.ts';
import { chooseMode } from './choose-mode.ts';
import type { Event } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { publish } from './outputs.ts';
import type { RunnerEnvironment } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';
import type { TolerantWrites } from './tolerant-writes.ts';

interface Unplanned {
  readonly event: Event;
  readonly repository: GitHubRepository;
  readonly runner: RunnerEnvironment;
  readonly writes: TolerantWrites;
  /** Not read yet, or wrong. */
  readonly inputs: RawValues;
}

/**
 * For a plan that an option or the config file has prevented. The commit gets a red check, because a required one would be waited for;
 * and the comment no longer shows the plan of an earlier commit.
 */
export async function tellNoPlan(
  { event, repository, runner, writes, inputs }: Unplanned,
  { message, hint }: Pick<OutcomeError, 'message' | 'hint'>,
): Promise<void> {
  const mode = plannedBy(inputs.mode ?? '', event);
  const name = inputs.environment ? environmentName.safeParse(inputs.environment) : null;
  if (mode === null || event.kind !== 'pull-request' || name?.success === false) return;
  const environment = name?.data ?? null;
  const { number, headSha } = event;
  const title = 'Not planned';
  const text = [
    alert('CAUTION', `**Nothing was planned for this commit.** ${prose(hint)}`),
    codeBlock('text', message),
    `<sub>commit ${headSha.slice(0, 7)}</sub>`,
  ].join('\n\n');
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName(mode, environment), headSha, runner.stepKey, runner.runUrl),
  );
  await writes.attempt('finish the check run', async () =>
    check?.finish('failure', { title: `${title}: ${firstLine(message)}`, summary: text, text: null }),
  );
  const markdown = `${headingOf({ ...commentPage, environment }, '🚢 Ghostship', title)}\n\n${text}`;
  const commentId = await writes.attempt('write the comment', () =>
    keepComment(repository, number, { environment, section: 'main' }, markdown, 'skip'),
  );
  publish({ 'check-run-id': check?.id ?? null, 'comment-id': commentId });
}

/** The mode, if it is one that plans; the input may be wrong itself. */
function plannedBy(wanted: string, event: Event): 'lint' | 'plan' | null {
  if (wanted === 'lint' || wanted === 'plan') return wanted;
  if (wanted !== '' && wanted !== 'auto') return null;
  const choice = chooseMode('auto', event);
  return 'mode' in choice && choice.mode === 'plan' ? choice.mode : null;
}
