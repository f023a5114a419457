import { GhostshipError } from '../../support/errors.ts';
import { groupBy } from '../../support/group-by.ts';
import type { Refused } from '../ledger/applied.ts';
import { openIn } from '../plan/plan-record.ts';
import { type FileStatement, filesOf, placeOf } from '../statements/file-statement.ts';
import { type FileOrigins, recordOfFile } from './file-origin.ts';
import { howToProceed } from './how-to-proceed.ts';

/** What is run without having been held against a plan. */
export interface NotCompared {
  readonly files: readonly string[];
  /** Sentences. */
  readonly message: string;
}

/**
 * What is run without a look at what was approved, because there is nothing to look at.
 *
 * @param statements those that are begun now
 */
export function nothingApproved(statements: readonly FileStatement[], origins: FileOrigins): NotCompared[] {
  return [...filesWithoutPlan(statements, origins), ...statementsWithoutPlan(statements, origins)];
}

/**
 * Where a plan may be and cannot be read, its first statement is refused with `plan-not-readable`: one of each plan says it.
 *
 * @param statements those that are begun now
 */
export function refuseUnread(statements: readonly FileStatement[], origins: FileOrigins): Refused[] {
  const unread = statements.flatMap((statement) => {
    const own = origins.get(statement.file ?? '');
    const whose = own?.kind === 'pull-request' ? `the plan of #${own.pullRequest}` : 'the pull request that brings it';
    const why = own?.kind === 'pull-request' && own.plan.kind === 'unread' ? own.plan.why : null;
    const reason = own?.kind === 'unread' ? own.why : why;
    return reason === null ? [] : [{ statement, words: `${whose} could not be read: ${reason}.` }];
  });
  return [...groupBy(unread, ({ words }) => words)].flatMap(([words, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            statement: first.statement,
            error: unreadable(
              words,
              [first, ...others].map(({ statement }) => statement),
            ),
          },
        ],
  );
}

function unreadable(words: string, statements: readonly FileStatement[]): GhostshipError {
  return new GhostshipError('plan-not-readable', `What was approved of ${places(statements)} is not known: ${words}`, {
    hint: `Run it again when GitHub answers, and give the job the permissions checks: write and pull-requests: write. To run it without a look at the plan, ${howToProceed}`,
  });
}

function filesWithoutPlan(statements: readonly FileStatement[], origins: FileOrigins): NotCompared[] {
  return filesOf(statements).flatMap((file) => {
    const own = origins.get(file);
    const why =
      own?.kind === 'pull-request'
        ? own.plan.kind === 'none'
          ? `#${own.pullRequest} ${own.plan.why}`
          : null
        : own?.kind === 'unread'
          ? null
          : 'No pull request was found that brings it';
    const message = `${file} is run without a look at what was approved. ${why}.`;
    return why === null ? [] : [{ files: [file], message }];
  });
}

/** Those that a plan shows without an answer; what is said of many alike is said once. */
function statementsWithoutPlan(statements: readonly FileStatement[], origins: FileOrigins): NotCompared[] {
  const found = statements.flatMap((statement) => {
    const own = origins.get(statement.file ?? '');
    const record = recordOfFile(origins, statement.file);
    if (record === null || own?.kind !== 'pull-request') return [];
    const open = openIn(record, statement.file, statement.text);
    if (open === 'promised' || open === 'absent') return [];
    const plan = `the plan of #${own.pullRequest}`;
    const words = {
      refused: `In ${plan} this was refused, so nothing of it was approved`,
      untried: `In ${plan} this was not tried, so nothing of it was approved`,
    };
    return [{ statement, words: words[open] }];
  });
  return [...groupBy(found, ({ words }) => words)].map(([words, alike]) => {
    const own = alike.map(({ statement }) => statement);
    return { files: filesOf(own), message: `${words}: ${places(own)}.` };
  });
}

/** As many are named. */
const mostPlaces = 5;

function places(statements: readonly FileStatement[]): string {
  const named = statements.slice(0, mostPlaces).map(placeOf).join(', ');
  const more = statements.length - mostPlaces;
  return more > 0 ? `${named} and ${more} more` : named;
}
