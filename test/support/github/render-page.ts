import { byline } from './page/avatar.ts';
import { changedFilesView } from './page/changed-files.ts';
import { checkDetails, checkRunsOf, checksBox } from './page/checks.ts';
import { conversation } from './page/conversation.ts';
import { documentOf } from './page/document.ts';
import { type Html, html } from './page/html.ts';
import { icon } from './page/icon.ts';
import { markdown } from './page/markdown.ts';
import type { PullRequest } from './state/pull-request.ts';

/** The pull request as its readers see it: conversation, checks, changed files; one HTML file that needs nothing else. */
export function renderPage(pull: PullRequest): string {
  const { repository } = pull.base;
  const runs = checkRunsOf(pull);
  const files = pull.changedFiles();
  const body = html`
    <div class="top"><span class="dull">${repository.owner.login} /</span> <strong>${repository.name}</strong></div>
    <main>
      <h1>${pull.title} <span class="dull">#${pull.number}</span></h1>
      <p class="under">${stateOf(pull)} ${byline(pull.author)} ${intention(pull)}</p>
      <h2 id="conversation">Conversation <span class="count">${repository.comments(pull).length}</span></h2>
      <div class="timeline">${conversation(pull)}</div>
      ${checksBox(runs)}
      <h2 id="checks">Checks <span class="count">${runs.length}</span></h2>
      ${runs.map(checkDetails)}
      <h2 id="files">Files changed <span class="count">${files.length}</span></h2>
      ${changedFilesView(pull)}
    </main>`;
  return documentOf(`${pull.title} · Pull Request #${pull.number} · ${repository.fullName}`, body);
}

/** A job summary as the page of a workflow run shows it. */
export function renderSummary(title: string, summary: string): string {
  const body = html`
    <main>
      <h1>${title}</h1>
      <section class="panel"><div class="inside markdown-body">${markdown(summary)}</div></section>
    </main>`;
  return documentOf(title, body);
}

function stateOf({ state }: PullRequest): Html {
  const words = { open: 'Open', closed: 'Closed', merged: 'Merged' }[state.kind];
  return html`<span class="state ${state.kind}">${icon('branch')} ${words}</span>`;
}

function intention(pull: PullRequest): Html {
  const count = pull.commits().length;
  const commits = count === 1 ? '1 commit' : `${count} commits`;
  const head = pull.isFromFork ? `${pull.head.repository.owner.login}:${pull.head.name}` : pull.head.name;
  const verb = pull.state.kind === 'merged' ? 'merged' : 'wants to merge';
  return html`${verb} ${commits} into <code>${pull.base.name}</code> from <code>${head}</code>`;
}
