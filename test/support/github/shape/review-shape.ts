import type { Repository } from '../state/repository.ts';
import type { Review, ReviewComment } from '../state/review.ts';
import { associationOf } from './association.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** A `pull-request-review`. */
export function reviewShape(urls: Urls, repository: Repository, review: Review) {
  const pull = `${apiUrlOf(urls, repository)}/pulls/${review.pullNumber}`;
  const page = `${pageUrlOf(urls, repository)}/pull/${review.pullNumber}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeIdOf('PullRequestReview', review.id),
    user: userShape(urls, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: timeOf(review.at),
    commit_id: review.commitSha,
    author_association: associationOf(repository, review.author),
  };
}

/** A `pull-request-review-comment`. */
export function reviewCommentShape(urls: Urls, repository: Repository, comment: ReviewComment) {
  const pull = `${apiUrlOf(urls, repository)}/pulls/${comment.pullNumber}`;
  const self = `${apiUrlOf(urls, repository)}/pulls/comments/${comment.id}`;
  const page = `${pageUrlOf(urls, repository)}/pull/${comment.pullNumber}#discussion_r${comment.id}`;
  return {
    url: self,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: nodeIdOf('PullRequestReviewComment', comment.id),
    diff_hunk: '',
    path: comment.path,
    commit_id: comment.commitSha,
    original_commit_id: comment.commitSha,
    user: userShape(urls, comment.author),
    body: comment.body,
    created_at: timeOf(comment.createdAt),
    updated_at: timeOf(comment.createdAt),
    html_url: page,
    pull_request_url: pull,
    author_association: associationOf(repository, comment.author),
    _links: { self: { href: self }, html: { href: page }, pull_request: { href: pull } },
    ...placeOf(comment),
    subject_type: comment.line === null ? 'file' : 'line',
  };
}

/** A comment on lines that have changed since has no line any more. GitHub writes `null` then, which its description forbids. */
function placeOf({ line, startLine, isCurrent }: ReviewComment) {
  if (line === null) return {};
  const now = isCurrent() ? { line, ...(startLine === null ? {} : { start_line: startLine }) } : {};
  return { ...now, original_line: line, side: 'RIGHT' };
}
