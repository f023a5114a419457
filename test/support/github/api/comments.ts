import { commentShape, reactionShape } from '../shape/comment-shape.ts';
import type { Comment, ReactionContent } from '../state/comment.ts';
import { answer, answerList, noContent } from '../wire/answer.ts';
import { notFound, validationFailed } from '../wire/api-error.ts';
import { bodyOf, type Call, numberIn } from '../wire/call.ts';
import { findPull } from './find-pull.ts';
import type { Handlers } from './handlers.ts';

// GitHub's limit for every text people write.
const longestBody = 65_536;

export const commentHandlers: Handlers = {
  'issues/create-comment': (call) => {
    const pull = findPull(call, 'issue_number');
    const { body } = bodyOf<{ body: string }>(call);
    refuseBody(body);
    const comment = call.repository.addComment(pull.number, call.actor, body);
    return answer(commentShape(call.urls, call.repository, comment), 201);
  },

  'issues/list-comments': (call) => {
    const pull = findPull(call, 'issue_number');
    const { since } = call.query;
    const comments = call.repository
      .comments(pull)
      .filter(({ updatedAt }) => since === undefined || updatedAt >= new Date(String(since)));
    return answerList(call, comments, (comment) => commentShape(call.urls, call.repository, comment));
  },

  'issues/get-comment': (call) => answer(commentShape(call.urls, call.repository, findComment(call))),

  'issues/update-comment': (call) => {
    const comment = findComment(call);
    const { body } = bodyOf<{ body: string }>(call);
    refuseBody(body);
    comment.body = body;
    comment.updatedAt = new Date();
    return answer(commentShape(call.urls, call.repository, comment));
  },

  'issues/delete-comment': (call) => {
    const { issueComments } = call.repository;
    issueComments.splice(issueComments.indexOf(findComment(call)), 1);
    return noContent();
  },

  'reactions/list-for-issue-comment': (call) => {
    const wanted = call.query.content;
    const reactions = findComment(call).reactions.filter(({ content }) => wanted === undefined || content === wanted);
    return answerList(call, reactions, (reaction) => reactionShape(call.urls, reaction));
  },

  'reactions/create-for-issue-comment': (call) => {
    const { reactions } = findComment(call);
    const { content } = bodyOf<{ content: ReactionContent }>(call);
    const known = reactions.find((reaction) => reaction.user === call.actor && reaction.content === content);
    if (known !== undefined) return answer(reactionShape(call.urls, known));
    const reaction = { id: call.repository.nextId(), user: call.actor, content, at: new Date() };
    reactions.push(reaction);
    return answer(reactionShape(call.urls, reaction), 201);
  },
};

function findComment(call: Call): Comment {
  const id = numberIn(call, 'comment_id');
  const comment = call.repository.issueComments.find((candidate) => candidate.id === id);
  if (comment === undefined) throw notFound();
  return comment;
}

function refuseBody(body: string): void {
  const error = { resource: 'IssueComment', field: 'body', code: 'unprocessable' } as const;
  if (body.trim() === '') throw validationFailed({ ...error, message: 'Body cannot be blank' });
  if (body.length > longestBody) {
    throw validationFailed({ ...error, message: `Body is too long (maximum is ${longestBody} characters)` });
  }
}
