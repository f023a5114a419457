import { blobSha, type Commit, treeSha } from '../state/commit.ts';
import type { Repository } from '../state/repository.ts';
import { apiUrlOf, pageUrlOf, type Urls } from './urls.ts';

// Up to this size the content comes along; beyond it GitHub says `encoding: none` and wants the raw media type.
const largestInlineBytes = 1024 * 1024;

/** A `content-file`. */
export function fileShape(urls: Urls, repository: Repository, commit: Commit, path: string, content: string) {
  const bytes = repository.bytes.get(path) ?? Buffer.from(content);
  const isInline = bytes.length <= largestInlineBytes;
  return {
    ...entryShape(urls, repository, commit, path, content),
    type: 'file',
    encoding: isInline ? 'base64' : 'none',
    content: isInline ? base64Of(bytes) : '',
  };
}

/** One entry of a `content-directory`; a folder has no content. */
export function entryShape(urls: Urls, repository: Repository, commit: Commit, path: string, content: string | null) {
  const place = path.split('/').map(encodeURIComponent).join('/');
  const sha = content === null ? treeSha(inside(commit, path)) : blobSha(content);
  const self = `${apiUrlOf(urls, repository)}/contents/${place}?ref=${commit.sha}`;
  const git = `${apiUrlOf(urls, repository)}/git/${content === null ? 'trees' : 'blobs'}/${sha}`;
  const html = `${pageUrlOf(urls, repository)}/${content === null ? 'tree' : 'blob'}/${commit.sha}/${place}`;
  return {
    type: content === null ? 'dir' : 'file',
    size: content === null ? 0 : Buffer.byteLength(content),
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: content === null ? null : `${pageUrlOf(urls, repository)}/raw/${commit.sha}/${place}`,
    _links: { self, git, html },
  };
}

function inside(commit: Commit, folder: string): ReadonlyMap<string, string> {
  return new Map([...commit.tree].filter(([path]) => path.startsWith(`${folder}/`)));
}

// GitHub breaks base64 into lines of 60.
function base64Of(content: Uint8Array): string {
  return Buffer.from(content).toString('base64').replaceAll(/.{60}/g, '$&\n').concat('\n');
}
