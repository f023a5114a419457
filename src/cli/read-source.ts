import type { Settings } from '../commands/options/settings.ts';
import { singleStatement } from '../commands/statements/file-statement.ts';
import type { Source } from '../commands/statements/source.ts';
import { GhostshipError } from '../support/errors.ts';
import { filesOf, type Invocation } from './invocation.ts';

/**
 * The statement of `--alter`, or else the files.
 *
 * @throws GhostshipError `usage`
 */
export async function readSource(invocation: Invocation, settings: Settings): Promise<Source> {
  const { alter, flags } = invocation;
  if (alter === null) return { files: await filesOf(invocation, settings) };
  if (flags.files !== undefined) {
    throw new GhostshipError('usage', '--alter and --files are both given.', {
      hint: 'Give the statement, or the files it is in.',
    });
  }
  return { alter: singleStatement(alter), text: alter };
}
