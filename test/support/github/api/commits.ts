import { commitShape } from '../shape/commit-shape.ts';
import { treeShape } from '../shape/tree-shape.ts';
import { answer, answerList } from '../wire/answer.ts';
import { notFound } from '../wire/api-error.ts';
import { textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

export const commitHandlers: Handlers = {
  'repos/list-commits': (call) => {
    const { query, repository, urls } = call;
    const tip = repository.resolve(String(query.sha ?? repository.defaultBranch));
    if (tip === null) throw notFound();
    const commits = repository.network.history(tip, query.path === undefined ? null : String(query.path));
    return answerList(call, commits, (commit) => commitShape(urls, repository, commit));
  },

  'git/get-tree': (call) => {
    const commit = call.repository.resolve(textIn(call, 'tree_sha'));
    if (commit === null) throw notFound();
    return answer(treeShape(call.urls, call.repository, commit, call.query.recursive !== undefined));
  },
};
