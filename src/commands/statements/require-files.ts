import { GhostshipError } from '../../support/errors.ts';
import type { Settings } from '../options/settings.ts';
import type { SqlFile } from './sql-file.ts';

/**
 * Nothing to do is good news only where somebody has looked in the right place: globs that a person has given mean something.
 *
 * @throws GhostshipError `usage`
 */
export function requireFiles(files: readonly SqlFile[], settings: Settings): void {
  const missing = noFiles(files, settings);
  if (missing !== null) throw missing;
}

/** The same, for who tells it otherwise; `null` where there is nothing to tell. */
export function noFiles(files: readonly SqlFile[], settings: Settings): GhostshipError | null {
  if (files.length > 0 || !settings.isSet('files')) return null;
  return new GhostshipError('usage', `No file matches the option files: ${settings.values.files.join(', ')}.`, {
    hint: 'Correct the globs; they count from the working directory. Where there are no migrations yet, leave the option out.',
  });
}
