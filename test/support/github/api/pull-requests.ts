import { changedFileShape } from '../shape/changed-file-shape.ts';
import { pullRequestShape, simplePullShape } from '../shape/pull-request-shape.ts';
import { answer, answerList } from '../wire/answer.ts';
import { notFound, validationFailed } from '../wire/api-error.ts';
import { bodyOf, textIn } from '../wire/call.ts';
import { findPull } from './find-pull.ts';
import type { Handlers } from './handlers.ts';

// GitHub shows this many files of a pull request, and no more.
const mostFiles = 3000;

export const pullRequestHandlers: Handlers = {
  'pulls/get': (call) => answer(pullRequestShape(call.urls, findPull(call))),

  'pulls/update': (call) => {
    const pull = findPull(call);
    const { title, body, state, base } = bodyOf<{ title?: string; body?: string; state?: string; base?: string }>(call);
    if (base !== undefined && base !== pull.base.name) {
      throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    }
    pull.title = title ?? pull.title;
    pull.body = body ?? pull.body;
    if (state === 'closed' && pull.state.kind === 'open') pull.close();
    if (state === 'open' && pull.state.kind === 'closed') pull.reopen();
    return answer(pullRequestShape(call.urls, pull));
  },

  'pulls/list': (call) => {
    const { state = 'open', base, direction = 'desc' } = call.query;
    const found = call.repository.pulls
      .filter((pull) => state === 'all' || state === (pull.state.kind === 'open' ? 'open' : 'closed'))
      .filter((pull) => base === undefined || pull.base.name === base)
      .toSorted((one, other) => (direction === 'asc' ? 1 : -1) * (one.number - other.number));
    return answerList(call, found, (pull) => simplePullShape(call.urls, pull));
  },

  'pulls/list-files': (call) => {
    const pull = findPull(call);
    const { repository } = pull.head;
    return answerList(call, pull.changedFiles().slice(0, mostFiles), (file) =>
      changedFileShape(call.urls, repository, pull.headCommit, file),
    );
  },

  'repos/list-pull-requests-associated-with-commit': (call) => {
    const commit = call.repository.resolve(textIn(call, 'commit_sha'));
    if (commit === null) throw notFound();
    const pulls = call.repository.pulls.filter(
      (pull) =>
        (pull.state.kind === 'merged' && pull.state.commit.sha === commit.sha) ||
        pull.commits().some(({ sha }) => sha === commit.sha),
    );
    return answerList(call, pulls, (pull) => simplePullShape(call.urls, pull));
  },
};
