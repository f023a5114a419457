import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { associationOf } from './association.ts';
import { labelShape } from './label-shape.ts';
import { repositoryShape } from './repository-shape.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** A `pull-request`: the whole, with counts. */
export function pullRequestShape(urls: Urls, pull: PullRequest) {
  const files = pull.changedFiles();
  const { repository } = pull.base;
  const isMergeable = pull.state.kind === 'open' ? pull.testMerge() !== null : null;
  return {
    ...simplePullShape(urls, pull),
    merged: pull.state.kind === 'merged',
    merged_by: pull.state.kind === 'merged' ? userShape(urls, pull.state.by) : null,
    mergeable: isMergeable,
    rebaseable: isMergeable,
    mergeable_state: isMergeable === null ? 'unknown' : isMergeable ? 'clean' : 'dirty',
    comments: repository.comments(pull).length,
    review_comments: repository.reviewComments.filter(({ pullNumber }) => pullNumber === pull.number).length,
    maintainer_can_modify: pull.isFromFork,
    commits: pull.commits().length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** A `pull-request-simple`: as in lists. */
export function simplePullShape(urls: Urls, pull: PullRequest) {
  const { repository } = pull.base;
  const url = `${apiUrlOf(urls, repository)}/pulls/${pull.number}`;
  const issue = `${apiUrlOf(urls, repository)}/issues/${pull.number}`;
  const page = `${pageUrlOf(urls, repository)}/pull/${pull.number}`;
  const statuses = `${apiUrlOf(urls, repository)}/statuses/${pull.headCommit.sha}`;
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${apiUrlOf(urls, repository)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeIdOf('PullRequest', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state.kind === 'open' ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    user: userShape(urls, pull.author),
    body: pull.body,
    labels: [...pull.labels].map((name) => labelShape(urls, repository, name)),
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: timeOf(pull.createdAt),
    updated_at: timeOf(pull.state.kind === 'open' ? pull.headCommit.at : pull.state.at),
    closed_at: pull.state.kind === 'open' ? null : timeOf(pull.state.at),
    merged_at: pull.state.kind === 'merged' ? timeOf(pull.state.at) : null,
    merge_commit_sha: pull.state.kind === 'merged' ? pull.state.commit.sha : (pull.testMerge()?.sha ?? null),
    head: endShape(urls, pull.head.repository, pull.head.name, pull.headCommit.sha),
    base: endShape(urls, repository, pull.base.name, pull.baseCommit.sha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: statuses,
    author_association: associationOf(repository, pull.author),
    auto_merge: null,
    draft: false,
  };
}

/** A `pull-request-minimal`: as in check runs and workflow runs. */
export function minimalPullShape(urls: Urls, pull: PullRequest) {
  const end = (repository: Repository, ref: string, sha: string) => ({
    ref,
    sha,
    repo: { id: repository.id, url: apiUrlOf(urls, repository), name: repository.name },
  });
  return {
    id: pull.id,
    number: pull.number,
    url: `${apiUrlOf(urls, pull.base.repository)}/pulls/${pull.number}`,
    head: end(pull.head.repository, pull.head.name, pull.headCommit.sha),
    base: end(pull.base.repository, pull.base.name, pull.baseCommit.sha),
  };
}

function endShape(urls: Urls, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: userShape(urls, repository.owner),
    repo: repositoryShape(urls, repository),
  };
}
