import { readdir } from 'node:fs/promises';
import { noFiles, requireFiles } from '../commands/statements/require-files.ts';
import { readSqlFiles, type SqlFile } from '../commands/statements/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';

/**
 * All files of the checkout that the globs mean.
 *
 * @throws GhostshipError `usage` where there is no checkout, or globs that were given match nothing
 */
export async function filesOfCheckout({ settings, runner: { workspace } }: ActionRun): Promise<SqlFile[]> {
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  if (!(await isCheckedOut(workspace))) {
    throw new GhostshipError('usage', `There are no files in ${workspace}: nothing is checked out.`, {
      hint: 'Put actions/checkout before this step.',
    });
  }
  const files = await readSqlFiles(globs, workspace, maxBytes);
  requireFiles(files, settings);
  return files;
}

/**
 * What is in the way of the run after the merge, in two sentences: a checkout without the files.
 *
 * @param isConcerned whether the pull request changes such files
 */
export async function whyNoFiles(
  { settings, event, runner: { workspace } }: ActionRun,
  isConcerned: boolean,
): Promise<string | null> {
  if (event.kind !== 'pull-request' || !event.isCheckedOut || !(await isCheckedOut(workspace))) return null;
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  const found = await readSqlFiles(globs, workspace, maxBytes);
  if (isConcerned)
    return found.length > 0
      ? null
      : `The run after the merge would find nothing to run: ${workspace} has no file of the option files (${globs.join(', ')}). Check the repository out there, without the input path.`;
  const missing = noFiles(found, settings);
  return missing === null ? null : `${missing.message} ${missing.hint}`;
}

export async function isCheckedOut(workspace: string): Promise<boolean> {
  return (await readdir(workspace).catch(() => [])).length > 0;
}
