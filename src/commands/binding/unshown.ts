import { GhostshipError } from '../../support/errors.ts';
import type { Refused } from '../ledger/applied.ts';
import { openIn } from '../plan/plan-record.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';
import { type FileOrigins, recordOfFile } from './file-origin.ts';

interface Unshown {
  /** No plan of its pull request lists it. */
  readonly absent: readonly Refused[];
  /** Its pull request has changed the config file, so its plan went by another one than the merge. */
  readonly withConfig: readonly Refused[];
}

/**
 * What the plan of its own pull request has not shown as the merge would do it, each with `plan-changed`.
 *
 * @param statements those that are begun now
 * @param orderedFor the pull request whose statements a person has ordered to be run all the same
 */
export function refuseUnshown(
  statements: readonly FileStatement[],
  origins: FileOrigins,
  orderedFor: number | null,
): Unshown {
  const all = statements.flatMap((statement) => {
    const { file, line, text } = statement;
    const found = whyUnshown({ file, line, statement: text }, origins);
    return found === null || found.pullRequest === orderedFor ? [] : [{ statement, ...found }];
  });
  const which = (isOfConfig: boolean): Refused[] => all.filter((one) => one.isOfConfig === isOfConfig);
  return { absent: which(false), withConfig: which(true) };
}

export function whyUnshown(
  statement: { readonly file: string | null; readonly line: number; readonly statement: string },
  origins: FileOrigins,
): { readonly pullRequest: number; readonly isOfConfig: boolean; readonly error: GhostshipError } | null {
  const { file, statement: text } = statement;
  const own = file === null ? undefined : origins.get(file);
  if (own?.kind !== 'pull-request') return null;
  const { pullRequest, changedConfig } = own;
  const order = `Look at the statement, then write /ghostship migrate in a comment of #${pullRequest} to run it`;
  if (changedConfig !== null) {
    const why = `${placeOf(statement)} has come with a change of ${changedConfig} in #${pullRequest}, whose plan went by the file before it.`;
    return {
      pullRequest,
      isOfConfig: true,
      error: new GhostshipError('plan-changed', `${why}\n${text}`, {
        hint: `${order} by ${changedConfig} as it is now.`,
      }),
    };
  }
  const record = recordOfFile(origins, file);
  if (record === null || openIn(record, file, text) !== 'absent') return null;
  const isElsewhere = record.base !== null && record.statements.length + record.open.length === 0;
  const where = isElsewhere ? `, which was made for a merge into ${record.base}` : '';
  return {
    pullRequest,
    isOfConfig: false,
    error: new GhostshipError(
      'plan-changed',
      `${placeOf(statement)} is not in the plan of #${pullRequest}${where}, so nothing of it was approved.\n${text}`,
      {
        hint: `${order}.`,
      },
    ),
  };
}
