import type { Settings } from '../commands/options/settings.ts';
import { isThereIn, type Unread } from '../commands/statements/source.ts';
import { GhostshipError } from '../support/errors.ts';
import { filesOf, type Invocation } from './invocation.ts';

/**
 * The statement of `--alter`, or else the files.
 *
 * @throws GhostshipError `usage`
 */
export async function sourceOf(invocation: Invocation, settings: Settings): Promise<Unread> {
  const { alter, flags } = invocation;
  if (alter === null) return { files: await filesOf(invocation, settings), isThere: isThereIn(process.cwd()) };
  if (flags.files !== undefined) {
    throw new GhostshipError('usage', '--alter and --files are both given.', {
      hint: 'Give the statement, or the files it is in.',
    });
  }
  return { typed: alter };
}
