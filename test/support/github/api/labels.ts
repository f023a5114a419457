import { labelShape } from '../shape/label-shape.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { answer, answerList, noContent } from '../wire/answer.ts';
import { bodyOf, type Call } from '../wire/call.ts';
import { findPull } from './find-pull.ts';
import type { Handlers } from './handlers.ts';

export const labelHandlers: Handlers = {
  'issues/list-labels-on-issue': (call) => {
    const pull = findPull(call, 'issue_number');
    return answerList(call, [...pull.labels], (name) => labelShape(call.urls, call.repository, name));
  },

  'issues/add-labels': (call) => {
    const pull = findPull(call, 'issue_number');
    for (const name of namesIn(call)) pull.labels.add(name);
    return allOf(call, pull);
  },

  'issues/set-labels': (call) => {
    const pull = findPull(call, 'issue_number');
    pull.labels.clear();
    for (const name of namesIn(call)) pull.labels.add(name);
    return allOf(call, pull);
  },

  'issues/remove-all-labels': (call) => {
    findPull(call, 'issue_number').labels.clear();
    return noContent();
  },
};

function namesIn(call: Call): string[] {
  const { labels = [] } = bodyOf<{ labels?: readonly (string | { name: string })[] }>(call);
  return labels.map((label) => (typeof label === 'string' ? label : label.name));
}

function allOf({ urls, repository }: Call, pull: PullRequest) {
  return answer([...pull.labels].map((name) => labelShape(urls, repository, name)));
}
