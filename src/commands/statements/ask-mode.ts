import type { Target } from '../../mysql/target.ts';
import { type ReadingMode, readingMode, readsTheSame } from '../../sql/parser/reading-mode.ts';
import type { Settings } from '../options/settings.ts';
import { textsOf, type Unread } from './source.ts';

/** The mode that statements are written for, as far as it is known without a server. */
export function modeOf({ values }: Settings): ReadingMode {
  return readingMode(values['sql-mode']);
}

/**
 * The same as the server has it: a person's session begins with its global sql_mode. The server is asked only where its answer
 * matters.
 *
 * @param database `null` where there is none to ask
 */
export async function askMode(unread: Unread, settings: Settings, database: Target | null): Promise<ReadingMode> {
  if (database === null || textsOf(unread).every(readsTheSame)) return modeOf(settings);
  const [{ connect }, { askServer }] = await Promise.all([
    import('../../mysql/session.ts'),
    import('../../mysql/server.ts'),
  ]);
  await using session = await connect(database, 'asking how it reads statements');
  const { sqlMode, nameCase, flavor, version } = await askServer(session);
  return readingMode(sqlMode.split(','), nameCase.same('a', 'A'), { flavor, version });
}
