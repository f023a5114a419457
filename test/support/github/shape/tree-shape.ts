import { blobSha, type Commit, treeSha } from '../state/commit.ts';
import type { Repository } from '../state/repository.ts';
import { apiUrlOf, type Urls } from './urls.ts';

/** A `git-tree`. */
export function treeShape(urls: Urls, repository: Repository, commit: Commit, isRecursive: boolean) {
  const git = `${apiUrlOf(urls, repository)}/git`;
  const sha = treeSha(commit.tree);
  const files = [...commit.tree].map(([path, content]) => {
    const blob = blobSha(content);
    const size = Buffer.byteLength(content);
    return { path, mode: '100644', type: 'blob', sha: blob, size, url: `${git}/blobs/${blob}` };
  });
  const folders = [...new Set([...commit.tree.keys()].flatMap(foldersAbove))].map((path) => {
    const inside = treeSha(new Map([...commit.tree].filter(([name]) => name.startsWith(`${path}/`))));
    return { path, mode: '040000', type: 'tree', sha: inside, url: `${git}/trees/${inside}` };
  });
  const tree = [...folders, ...files].filter(({ path }) => isRecursive || !path.includes('/'));
  return { sha, url: `${git}/trees/${sha}`, tree, truncated: false };
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
