import { type Alert, alert } from '../report/markdown.ts';
import type { ActionRun } from './action-run.ts';
import type { GitHubRepository } from './github.ts';
import { keepComment } from './sticky-comment.ts';
import { targetName } from './target-name.ts';
import type { Answer } from './tolerant-writes.ts';

/** Stands above the plan, in its comment: what has become of it. */
interface PlanNote {
  /** Markdown. */
  readonly text: string;
  /** `NOTE` by default. */
  readonly kind?: Alert;
  /** `skip` where a comment alone for this would be noise */
  readonly whenAbsent: 'create' | 'skip';
}

/** Writes it where GitHub lets it. The answer has the comment's id; `null` where there is none. */
export function notePlan(run: ActionRun, number: number, note: PlanNote): Promise<Answer<number | null>> {
  const { repository, settings, writes } = run;
  return writes.ask('bring the comment up to date', () =>
    keepNote(repository, number, targetName(settings.values), note),
  );
}

/** @returns the comment's id; `null` where there is none */
export function keepNote(
  repository: GitHubRepository,
  number: number,
  environment: string | null,
  { text, kind = 'NOTE', whenAbsent }: PlanNote,
): Promise<number | null> {
  return keepComment(repository, number, { environment, section: 'note' }, alert(kind, text), whenAbsent);
}
