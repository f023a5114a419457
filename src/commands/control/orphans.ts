import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { askMode } from '../statements/ask-mode.ts';
import { readSource } from '../statements/source.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import type { MigrationStatus } from './status.ts';

export interface PartedWork {
  /** What a run of the files goes on with. */
  readonly wanted: readonly MigrationStatus[];
  /** The files that have it. */
  readonly paths: ReadonlySet<string>;
  /** What no file has the statement of any more. */
  readonly orphaned: readonly MigrationStatus[];
}

/** @param waiting migrations of files */
export async function partOrphans(
  waiting: readonly MigrationStatus[],
  files: readonly SqlFile[],
  settings: Settings,
  target: Target,
): Promise<PartedWork> {
  if (waiting.length === 0) return { wanted: [], paths: new Set(), orphaned: [] };
  const unread = { files };
  const source = readSource(unread, settings, await askMode(unread, settings, target));
  const paths = new Set<string>();
  const isWanted = ({ file: own, statement }: MigrationStatus): boolean => {
    // Of a file that cannot be read it is not known.
    const having = source.files.filter(
      ({ path, statements, fault }) =>
        (path === own && fault !== null) || statements.some(({ text }) => text === statement),
    );
    const found = having.find(({ path }) => path === own) ?? having[0];
    if (found?.path != null) paths.add(found.path);
    return found !== undefined;
  };
  const wanted = waiting.filter(isWanted);
  return { wanted, paths, orphaned: waiting.filter((one) => !wanted.includes(one)) };
}
