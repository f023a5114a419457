import { readDiff } from '../page/diff-line.ts';
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
  readonly start_line?: number;
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
    for (const comment of comments) refuseOutsideDiff(call, comment);
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
    refuseOutsideDiff(call, comment);
    return answer(reviewCommentShape(call.urls, call.repository, addComment(call, comment, null)), 201);
  },
};

function addComment(call: Call, { path, body, line, start_line: startLine }: LineComment, reviewId: number | null) {
  const pull = findPull(call);
  const textNow = (): string | undefined =>
    pull.headCommit.tree
      .get(path)
      ?.split('\n')
      .slice((startLine ?? line ?? 1) - 1, line)
      .join('\n');
  const text = textNow();
  const comment = {
    id: call.repository.nextId(),
    pullNumber: pull.number,
    reviewId,
    author: call.actor,
    path,
    line: line ?? null,
    startLine: startLine ?? null,
    isCurrent: () => textNow() === text,
    body,
    commitSha: pull.headCommit.sha,
    createdAt: new Date(),
  };
  call.repository.reviewComments.push(comment);
  return comment;
}

/** GitHub takes all comments of a review, or none: each on lines of one hunk of the diff. */
function refuseOutsideDiff(call: Call, { path, line, start_line: startLine = line }: LineComment): void {
  const error = { resource: 'PullRequestReviewComment', code: 'invalid' } as const;
  const file = findPull(call)
    .changedFiles()
    .find((each) => each.path === path);
  if (file === undefined) throw validationFailed({ ...error, field: 'path' });
  if (line === undefined || startLine === undefined) return;
  const isIn = file.patch
    .split(/^(?=@@ )/mu)
    .map((hunk) => readDiff(hunk).map((each) => (each.kind === 'hunk' ? null : each.newNumber)))
    .some((numbers) => numbers.includes(line) && numbers.includes(startLine));
  if (!isIn || startLine > line)
    throw validationFailed({ ...error, field: 'pull_request_review_thread.line', message: 'must be part of the diff' });
}
