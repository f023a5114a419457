import { GhostshipError } from '../../support/errors.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { askMode } from '../statements/ask-mode.ts';
import { readSource } from '../statements/source.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import { filesThrough, markBaseline, nameMeant } from './baseline.ts';
import { Ledger } from './ledger.ts';
import type { Origin } from './origin.ts';

export interface BaselineReport {
  /** The last file that was applied before Ghostship came. */
  readonly through: string;
  /** How many files that are. */
  readonly files: number;
  /** How many of their statements the ledger did not have yet. */
  readonly noted: number;
  /** Empty where none is given. */
  readonly namespace: string;
}

/**
 * Notes what was applied before Ghostship came, so that it is not run.
 *
 * @param through one of the files
 * @throws GhostshipError `usage` if it is none of them, `bad-target` if there is no target
 */
export async function baseline(
  files: readonly SqlFile[],
  through: string,
  settings: Settings,
  origin: Origin,
): Promise<BaselineReport> {
  const target = requireTarget(settings);
  const old = filesThrough(files, through);
  if (!old.some(({ path }) => path === through)) {
    const meant = nameMeant(
      through,
      files.flatMap(({ path }) => path),
    );
    throw new GhostshipError('usage', `${through} is none of the files.${meant}`, {
      hint: 'Name it as the option files finds it, with its path from the working directory.',
    });
  }
  const unread = { files: old };
  const source = readSource(unread, settings, await askMode(unread, settings, target));
  return {
    through,
    files: old.length,
    namespace: settings.values.namespace,
    noted: await markBaseline(source, through, origin, new Ledger(target, settings.values.namespace)),
  };
}
