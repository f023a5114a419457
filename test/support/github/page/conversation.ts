import type { Account } from '../state/account.ts';
import type { Comment, ReactionContent } from '../state/comment.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { avatar, byline } from './avatar.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { markdown } from './markdown.ts';
import { shownTime } from './time.ts';

/** What was said and what was pushed, in the order of time. */
export function conversation(pull: PullRequest): Html {
  const happenings = [
    ...pull.commits().map((commit) => ({
      at: commit.at,
      html: happening(
        html`${avatar(commit.author)} ${commit.message} <code class="sha">${commit.sha.slice(0, 7)}</code>`,
      ),
    })),
    ...pull.base.repository.comments(pull).map((comment) => ({ at: comment.createdAt, html: commentBox(comment) })),
    ...pull.base.repository.reviews
      .filter(({ pullNumber, body }) => pullNumber === pull.number && body !== '')
      .map(({ id, author, at, body }) => ({ at, html: box(`pullrequestreview-${id}`, author, at, body, null) })),
    ...mergeOf(pull),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return html`
    ${box('description', pull.author, pull.createdAt, pull.body ?? '_No description provided._', null)}
    ${happenings.map((each) => each.html)}`;
}

const emoji: Readonly<Record<ReactionContent, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  confused: '😕',
  heart: '❤️',
  hooray: '🎉',
  rocket: '🚀',
  eyes: '👀',
};

function commentBox(comment: Comment): Html {
  const kinds = [...new Set(comment.reactions.map(({ content }) => content))];
  const reactions = kinds.map((kind) => {
    const count = comment.reactions.filter(({ content }) => content === kind).length;
    return html`<span class="reaction">${emoji[kind]} ${count}</span>`;
  });
  const footer = kinds.length === 0 ? null : html`<footer>${reactions}</footer>`;
  return box(`issuecomment-${comment.id}`, comment.author, comment.createdAt, comment.body, footer, isEdited(comment));
}

function isEdited({ createdAt, updatedAt }: Comment): boolean {
  return createdAt.getTime() !== updatedAt.getTime();
}

function box(id: string, author: Account, at: Date, text: string, footer: Html | null, edited = false): Html {
  return html`
    <div class="comment" id="${id}">
      ${avatar(author)}
      <article>
        <header class="bar">${byline(author)} commented ${shownTime(at)}${edited ? ' · edited' : ''}</header>
        <div class="markdown-body">${markdown(text)}</div>
        ${footer}
      </article>
    </div>`;
}

function happening(what: Html): Html {
  return html`<div class="happening">${what}</div>`;
}

function mergeOf({ state, base }: PullRequest) {
  if (state.kind !== 'merged') return [];
  const sha = state.commit.sha.slice(0, 7);
  const words = html`<span class="round merged">${icon('branch')}</span> ${byline(state.by)} merged commit <code class="sha">${sha}</code> into <code>${base.name}</code>`;
  return [{ at: state.at, html: happening(words) }];
}
