import { GhostshipError } from '../../support/errors.ts';
import type { SourceFile } from '../statements/source.ts';
import { appliedWhen } from './applied.ts';
import type { CompletedStatement } from './completed-statement.ts';

/* Files of which nobody can tell whether they are applied. A person says so by what is done to them. */

/** The text of an applied file that went away by another change. */
export function unseenMove(...[file, to, from, rows]: MoveAsked): GhostshipError {
  return askedMove([file, to, from, rows], `taken away by an earlier change than the one that brings ${to}`);
}

/** What the old file did may be undone by what stands between the two. */
export function moveBehind(...[file, to, from, rows]: MoveAsked): GhostshipError {
  return askedMove([file, to, from, rows], `now stands behind a file that has changed the same table since`);
}

type MoveAsked = [file: SourceFile, to: string, from: string, rows: readonly CompletedStatement[]];

/** @param since what else is known of the applied file; without a full stop */
function askedMove([{ statements }, to, from, [row]]: MoveAsked, since: string): GhostshipError {
  const when = row === undefined ? 'before' : appliedWhen(row);
  return new GhostshipError(
    'file-changed-after-apply',
    `${to} has the statements of ${from}, which was applied ${when} and ${since}. Whether it is that file, moved, or is to be run once more, is not known.`,
    {
      hint: `If it was moved, name it ${from} again: it is not run. To run it once more, ${howToRenew(statements[0]?.text ?? row?.statement ?? '')}.`,
    },
  );
}

/** A statement of an applied file that is gone, in a file that has not all of them. */
export function unseenPart(statement: string, to: string, row: CompletedStatement): GhostshipError {
  return new GhostshipError(
    'file-changed-after-apply',
    `${to} has a statement of ${row.file}, which was applied ${appliedWhen(row)} and is gone. Whether the statement was moved, or is to be run once more, is not known.`,
    {
      hint: `If it was moved, put it back into ${row.file}, with what stood there beside it: it is not run. To run it once more, ${howToRenew(statement)}.`,
    },
  );
}

/** @param why without a full stop */
export function unknownMove(to: string, from: string, why: string): GhostshipError {
  return new GhostshipError(
    'file-changed-after-apply',
    `${to} has the statements of ${from}, which is gone, and which change has brought ${to} is not known: ${why}.`,
    {
      hint: 'Run it again when GitHub answers, and give the job the permissions contents: read and pull-requests: write.',
    },
  );
}

/** @param row of a file that was away for a while */
export function undoneSince(row: CompletedStatement, since: CompletedStatement): GhostshipError {
  return new GhostshipError(
    'file-changed-after-apply',
    `${row.file} was applied ${appliedWhen(row)}, and then it was deleted. ${since.file}, which was applied ${appliedWhen(since)} and is gone now, has changed its table since, so what ${row.file} has done may be undone.`,
    {
      hint: `To make the change again, delete ${row.file}, write it into a new file, and ${howToRenew(row.statement)}. If nothing of it is undone, put ${since.file} back.`,
    },
  );
}

/** A statement with another text is another statement. */
function howToRenew(statement: string): string {
  const [verb = 'ALTER'] = /^\w+/u.exec(statement) ?? [];
  return `write a comment into the statement, such as ${verb.toUpperCase()} /* once more */`;
}
