import { reviewCommentShape, reviewShape } from '../shape/review-shape.ts';
import type { Review } from '../state/review.ts';
import { answer, answerList } from '../wire/answer.ts';
import { validationFailed } from '../wire/api-error.ts';
import { bodyOf, type Call } from '../wire/call.ts';
import { findPull } from './find-pull.ts';
import type { Handlers } from './handlers.ts';

interface LineComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
}

interface ReviewBody {
  readonly body?: string;
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly comments?: readonly LineComment[];
}

const stateAfter = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

export const reviewHandlers: Handlers = {
  'pulls/list-reviews': (call) => {
    const pull = findPull(call);
    const reviews = call.repository.reviews.filter(({ pullNumber }) => pullNumber === pull.number);
    return answerList(call, reviews, (review) => reviewShape(call.urls, call.repository, review));
  },

  'pulls/create-review': (call) => {
    const pull = findPull(call);
    const { body = '', event, comments = [] } = bodyOf<ReviewBody>(call);
    for (const comment of comments) refuseUnchangedPath(call, comment.path);
    const review: Review = {
      id: call.repository.nextId(),
      pullNumber: pull.number,
      author: call.actor,
      state: event === undefined ? 'PENDING' : stateAfter[event],
      body,
      commitSha: pull.headCommit.sha,
      at: new Date(),
    };
    call.repository.reviews.push(review);
    for (const comment of comments) addComment(call, comment, review.id);
    return answer(reviewShape(call.urls, call.repository, review));
  },

  'pulls/list-review-comments': (call) => {
    const pull = findPull(call);
    const comments = call.repository.reviewComments.filter(({ pullNumber }) => pullNumber === pull.number);
    return answerList(call, comments, (comment) => reviewCommentShape(call.urls, call.repository, comment));
  },

  'pulls/create-review-comment': (call) => {
    const comment = bodyOf<LineComment>(call);
    refuseUnchangedPath(call, comment.path);
    return answer(reviewCommentShape(call.urls, call.repository, addComment(call, comment, null)), 201);
  },
};

function addComment(call: Call, { path, body, line }: LineComment, reviewId: number | null) {
  const pull = findPull(call);
  const comment = {
    id: call.repository.nextId(),
    pullNumber: pull.number,
    reviewId,
    author: call.actor,
    path,
    line: line ?? null,
    body,
    commitSha: pull.headCommit.sha,
    createdAt: new Date(),
  };
  call.repository.reviewComments.push(comment);
  return comment;
}

function refuseUnchangedPath(call: Call, path: string): void {
  const isChanged = findPull(call)
    .changedFiles()
    .some((file) => file.path === path);
  if (!isChanged) throw validationFailed({ resource: 'PullRequestReviewComment', field: 'path', code: 'invalid' });
}
