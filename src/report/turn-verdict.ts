import { isDone, type OutcomeError, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import { firstLine } from './markdown.ts';
import { isInTurn, type OutcomeVerdict, outcomeVerdict, whatFollows } from './outcome-verdict.ts';
import { formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

/** Of a pull request, some statements of a run that has yielded; the others are of other pull requests. */
export interface Turn {
  /** What came of its own statements. */
  readonly part: RunOutcome;
  readonly whole: RunOutcome;
  readonly isOwn: (migration: Outcome) => boolean;
  /** `null` for what is nobody's. */
  readonly pullOf: (migration: Outcome) => number | null;
}

/** What the statements of a pull request were not started for: it is told where that stands, and what follows. */
export function stoppedBy({ file, table, error }: Outcome, pull: number | null): OutcomeError | null {
  if (error === null) return null;
  const whose = pull === null ? 'a statement that is of no pull request' : `#${pull}`;
  const what = file ?? table;
  return {
    code: error.code,
    message: `${what} of ${whose} has stopped the run. ${firstLine(error.message)}`,
    hint: `${pull === null ? 'The log of the run' : `#${pull}`} tells what to do about it. Once that is done, run the workflow again, or write /ghostship migrate here.`,
  };
}

/** The verdict for one pull request: where it waits for another one, or another one for it, that is said. */
export function turnVerdict({ part, whole, isOwn, pullOf }: Turn): OutcomeVerdict {
  const verdict = outcomeVerdict(part);
  const first = whole.migrations.find(({ state }) => state === 'yielded');
  if (part.state !== 'yielded' || first === undefined) return verdict;
  const named = (migration: Outcome): string => {
    const pull = pullOf(migration);
    return pull === null ? migration.table : `${migration.table} (#${pull})`;
  };
  const waiting = whole.migrations.filter((migration) => isInTurn(migration) && migration !== first);
  if (isOwn(first)) {
    const others = waiting.filter((migration) => !isOwn(migration));
    if (others.length === 0) return verdict;
    return { ...verdict, sentence: `${verdict.sentence} ${whatFollows(others, named, 'of other pull requests')}` };
  }
  const own = [...new Set(waiting.filter(isOwn).map(({ table }) => table))];
  if (own.length === 0) return verdict;
  const [waits, is] = own.length === 1 ? ['waits', 'it is'] : ['wait', 'they are'];
  const then = isInTurn(first) ? 'which the next run begins' : 'which goes on in another run';
  const done = part.migrations.filter(({ state }) => isDone(state)).length;
  const sentences = [
    `${enumerate(own)} ${waits} behind the migration of ${named(first)}, ${then}; ${is} begun after it.`,
    ...(done === 0 ? [] : [`${formatNumberOf(done, 'statement is', 'statements are')} completed.`]),
  ];
  return { ...verdict, title: done === 0 ? 'Not begun yet' : verdict.title, sentence: sentences.join(' ') };
}
