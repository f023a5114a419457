import { formatPatch, structuredPatch } from 'diff';
import type { Tree } from './commit.ts';

interface Change {
  readonly path: string;
  /** Hunks only, from the first `@@`, as GitHub shows them; empty when no line changed. */
  readonly patch: string;
  readonly additions: number;
  readonly deletions: number;
  /** The file as it is now; as it was, if it was removed. */
  readonly content: string;
}

export type ChangedFile =
  | (Change & { readonly status: 'added' | 'modified' | 'removed' })
  | (Change & { readonly status: 'renamed'; readonly previousPath: string });

/** Sorted by path. A file that went while an alike one came, at least half of its lines the same, was renamed. */
export function changedFiles(before: Tree, after: Tree): readonly ChangedFile[] {
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const changes: ChangedFile[] = [];
  for (const [path, content] of after) {
    const earlier = before.get(path);
    if (earlier === content) continue;
    if (earlier !== undefined) {
      changes.push({ status: 'modified', ...change(path, earlier, content), content });
      continue;
    }
    const previousPath = mostAlike(removed, content);
    const previous = previousPath === null ? undefined : removed.get(previousPath);
    if (previousPath === null || previous === undefined) {
      changes.push({ status: 'added', ...change(path, '', content), content });
      continue;
    }
    removed.delete(previousPath);
    changes.push({ status: 'renamed', previousPath, ...change(path, previous, content), content });
  }
  for (const [path, content] of removed) changes.push({ status: 'removed', ...change(path, content, ''), content });
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function mostAlike(removed: Tree, content: string): string | null {
  const likenesses = [...removed].map(([path, earlier]) => ({ path, likeness: likenessOf(earlier, content) }));
  const best = likenesses.toSorted((one, other) => other.likeness - one.likeness)[0];
  return best !== undefined && best.likeness >= 0.5 ? best.path : null;
}

function likenessOf(earlier: string, later: string): number {
  const earlierLines = new Set(earlier.split('\n').filter((line) => line !== ''));
  const laterLines = new Set(later.split('\n').filter((line) => line !== ''));
  const size = Math.max(earlierLines.size, laterLines.size);
  return size === 0 ? 0 : [...laterLines].filter((line) => earlierLines.has(line)).length / size;
}

function change(path: string, before: string, after: string): Omit<Change, 'content'> {
  const patch = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
  const lines = patch.hunks.flatMap((hunk) => hunk.lines);
  return {
    path,
    patch: hunksOf(formatPatch(patch)),
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
  };
}

function hunksOf(patch: string): string {
  const start = patch.indexOf('@@');
  // git leaves out a count of one.
  return start === -1
    ? ''
    : patch
        .slice(start)
        .trimEnd()
        .replaceAll(/^@@ .* @@/gm, (head) => head.replaceAll(/,1(?= )/g, ''));
}
