import { findFiles, globsFrom, inOtherCase, tellOtherCase } from '../commands/statements/find-files.ts';
import type { ActionRun } from './action-run.ts';
import type { ChangedFile } from './pull-request-files.ts';

/**
 * Which files nobody reads because of the case of their names, as a sentence; `null` where there are none.
 *
 * @param changed of the pull request; `null` where all files count
 */
export async function tellUnread(
  { settings, runner: { workspace } }: ActionRun,
  changed: readonly ChangedFile[] | null,
): Promise<string | null> {
  const globs = globsFrom(workspace, settings.values.files);
  if (changed === null) return tellOtherCase((await findFiles(globs, workspace)).otherCase);
  const paths = changed.filter(({ status }) => status !== 'removed').map(({ filename }) => filename);
  return tellOtherCase(inOtherCase(paths, globs));
}
