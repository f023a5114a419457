import type { Session } from '../../mysql/session.ts';
import { sentryComment } from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import { readComments } from '../tables/ghost.ts';
import type { TableNames } from '../tables/table-names.ts';

export interface WhichTable {
  readonly state: 'swapped' | 'unchanged' | 'unclear';
  /** True where the sentry has its name. */
  readonly sentry: boolean;
}

/** Reads from the tables themselves what each name stands for at this moment. */
export async function whichTableIsWhich(session: Session, names: TableNames): Promise<WhichTable> {
  const { original, ghost, retired } = names;
  const comments = await readComments(session, [original, ghost, retired]);
  const sentry = comments.get(retired) === sentryComment;
  if (!comments.has(original)) return { state: 'unclear', sentry };
  if (comments.has(ghost)) return { state: 'unchanged', sentry };
  return { state: comments.has(retired) && !sentry ? 'swapped' : 'unclear', sentry };
}

/** Drops the sentry and nothing else: by now the retired original may have its name. */
export async function dropSentry(session: Session, names: TableNames): Promise<void> {
  const { sentry } = await whichTableIsWhich(session, names);
  if (sentry) await session.run(dropTable(names.retired));
}
