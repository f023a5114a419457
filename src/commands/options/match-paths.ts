import picomatch from 'picomatch';

/** Whether a path, with `/` between its parts, is meant by one of the globs; `!glob` takes paths out again. */
export function matchPaths(globs: readonly string[], nocase = false): (path: string) => boolean {
  const included = globs.filter((glob) => !glob.startsWith('!')).map(clean);
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => clean(glob.slice(1)));
  return picomatch(included, { dot: true, ignore: excluded, nocase });
}

/** Names of tables know no folders: `*` matches all of them. */
export function matchNames(globs: readonly string[]): (name: string) => boolean {
  return picomatch([...globs], { dot: true, bash: true });
}

function clean(glob: string): string {
  return glob.replace(/^\.\//u, '');
}
