import type { Settings } from '../commands/options/settings.ts';
import type { PlanSubject } from '../commands/plan/plan.ts';
import { singleStatement } from '../commands/statements/file-statement.ts';
import { readSqlFiles } from '../commands/statements/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import type { Invocation } from './invocation.ts';

/**
 * The statement of `--alter`, or else the files.
 *
 * @throws GhostshipError `usage`
 */
export async function readSource({ alter, flags }: Invocation, settings: Settings): Promise<PlanSubject> {
  if (alter === null) return { files: await readSqlFiles(settings.values.files, process.cwd()) };
  if (flags.files !== undefined) {
    throw new GhostshipError('usage', '--alter and --files are both given.', {
      hint: 'Give the statement, or the files it is in.',
    });
  }
  return { alter: singleStatement(alter) };
}
