import { actionsBot } from '../state/account.ts';
import type { Comment, Reaction } from '../state/comment.ts';
import type { Repository } from '../state/repository.ts';
import { appShape } from './app-shape.ts';
import { associationOf } from './association.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** An `issue-comment`. */
export function commentShape(urls: Urls, repository: Repository, comment: Comment) {
  const api = apiUrlOf(urls, repository);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: nodeIdOf('IssueComment', comment.id),
    url,
    html_url: `${pageUrlOf(urls, repository)}/pull/${comment.issueNumber}#issuecomment-${comment.id}`,
    body: comment.body,
    user: userShape(urls, comment.author),
    created_at: timeOf(comment.createdAt),
    updated_at: timeOf(comment.updatedAt),
    issue_url: `${api}/issues/${comment.issueNumber}`,
    author_association: associationOf(repository, comment.author),
    performed_via_github_app: comment.author === actionsBot ? appShape(urls) : null,
    reactions: { url: `${url}/reactions`, ...countsOf(comment.reactions) },
  };
}

/** A `reaction`. */
export function reactionShape(urls: Urls, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: nodeIdOf('Reaction', reaction.id),
    user: userShape(urls, reaction.user),
    content: reaction.content,
    created_at: timeOf(reaction.at),
  };
}

function countsOf(reactions: readonly Reaction[]) {
  const counts = { '+1': 0, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };
  for (const { content } of reactions) counts[content] += 1;
  return { total_count: reactions.length, ...counts };
}
