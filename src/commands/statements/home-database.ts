import { dependsOnFolding, type HomeDatabase } from '../../lint/home-database.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import type { Source } from './source.ts';

/** The database that statements are for, as far as it is known without a server. */
export function homeOf({ home, values }: Settings): HomeDatabase | null {
  return home === null ? null : { name: home, allowed: values.databases, foldsNames: null };
}

/**
 * The same, for a comparison as the server makes it. The server is asked only where its answer matters.
 *
 * @param database `null` where there is none to ask
 */
export async function askHome(
  source: Source,
  settings: Settings,
  database: Target | null,
): Promise<HomeDatabase | null> {
  const home = homeOf(settings);
  const statements = source.files.flatMap((file) => file.statements);
  if (home === null || database === null || !statements.some(({ parsed }) => dependsOnFolding(parsed, home)))
    return home;
  const [{ connect }, { askNameCase }] = await Promise.all([
    import('../../mysql/session.ts'),
    import('../../mysql/name-case.ts'),
  ]);
  await using session = await connect(database, 'asking how names are compared');
  const nameCase = await askNameCase(session);
  return { ...home, foldsNames: nameCase.same('a', 'A') };
}
