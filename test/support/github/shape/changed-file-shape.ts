import type { ChangedFile } from '../state/changed-files.ts';
import { blobSha, type Commit } from '../state/commit.ts';
import type { Repository } from '../state/repository.ts';
import { apiUrlOf, pageUrlOf, type Urls } from './urls.ts';

// GitHub leaves the patch out when it is too large; this is the size from which a file's diff is not shown.
const largestPatchLength = 512 * 1024;

/** A `diff-entry`. */
export function changedFileShape(urls: Urls, repository: Repository, head: Commit, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = pageUrlOf(urls, repository);
  return {
    sha: blobSha(file.content),
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${head.sha}/${path}`,
    raw_url: `${page}/raw/${head.sha}/${path}`,
    contents_url: `${apiUrlOf(urls, repository)}/contents/${path}?ref=${head.sha}`,
    ...(file.patch === '' || file.patch.length > largestPatchLength ? {} : { patch: file.patch }),
    ...(file.status === 'renamed' ? { previous_filename: file.previousPath } : {}),
  };
}
