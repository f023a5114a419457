import type { Account } from '../state/account.ts';
import { type Commit, treeSha } from '../state/commit.ts';
import type { Repository } from '../state/repository.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** A `commit`. */
export function commitShape(urls: Urls, repository: Repository, commit: Commit) {
  const url = `${apiUrlOf(urls, repository)}/commits/${commit.sha}`;
  const page = `${pageUrlOf(urls, repository)}/commit/${commit.sha}`;
  const author = userShape(urls, commit.author);
  return {
    url,
    sha: commit.sha,
    node_id: nodeIdOf('Commit', Number.parseInt(commit.sha.slice(0, 8), 16)),
    html_url: page,
    comments_url: `${url}/comments`,
    commit: { ...gitCommitShape(urls, repository, commit), comment_count: 0 },
    author,
    committer: author,
    parents: parentShapes(urls, repository, commit),
  };
}

/** What git itself knows of a commit: part of a `commit` and of a `file-commit`. */
export function gitCommitShape(urls: Urls, repository: Repository, commit: Commit) {
  const git = `${apiUrlOf(urls, repository)}/git`;
  const sha = treeSha(commit.tree);
  const author = { name: commit.author.login, email: emailOf(commit.author), date: timeOf(commit.at) };
  return {
    url: `${git}/commits/${commit.sha}`,
    author,
    committer: author,
    message: commit.message,
    tree: { sha, url: `${git}/trees/${sha}` },
  };
}

export function parentShapes(urls: Urls, repository: Repository, commit: Commit) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${apiUrlOf(urls, repository)}/commits/${sha}`,
    html_url: `${pageUrlOf(urls, repository)}/commit/${sha}`,
  }));
}

/** A `nullable-simple-commit`: the form of workflow runs and push events. */
export function simpleCommitShape(commit: Commit) {
  const author = { name: commit.author.login, email: emailOf(commit.author) };
  return {
    id: commit.sha,
    tree_id: treeSha(commit.tree),
    message: commit.message,
    timestamp: timeOf(commit.at),
    author,
    committer: author,
  };
}

function emailOf({ id, login }: Account): string {
  return `${id}+${login.replaceAll(/[^\w-]/g, '')}@users.noreply.example.com`;
}
