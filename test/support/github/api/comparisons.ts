import { changedFileShape } from '../shape/changed-file-shape.ts';
import { commitShape } from '../shape/commit-shape.ts';
import { apiUrlOf, pageUrlOf } from '../shape/urls.ts';
import { changedFiles } from '../state/changed-files.ts';
import type { Commit } from '../state/commit.ts';
import type { Repository } from '../state/repository.ts';
import { answerList } from '../wire/answer.ts';
import { notFound } from '../wire/api-error.ts';
import { type Call, textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

// A comparison shows this many files, and all of them on the first page.
const mostFiles = 300;

export const comparisonHandlers: Handlers = {
  'repos/compare-commits-with-basehead': (call) => {
    const { urls, repository } = call;
    const basehead = textIn(call, 'basehead');
    const [base, head] = basehead.split('...').map((end) => resolveEnd(call, end));
    if (base === undefined || head === undefined) throw notFound();
    const { network } = repository;
    const mergeBase = network.mergeBase(base, head);
    const ahead = network.between(base, head);
    const behind = network.between(head, base);
    const files = changedFiles(mergeBase.tree, head.tree).slice(0, mostFiles);
    const isFirstPage = Number(call.query.page ?? 1) === 1;
    const page = `${pageUrlOf(urls, repository)}/compare/${basehead}`;
    return answerList(
      call,
      ahead,
      (commit) => commitShape(urls, repository, commit),
      (commits) => ({
        url: `${apiUrlOf(urls, repository)}/compare/${basehead}`,
        html_url: page,
        permalink_url: `${pageUrlOf(urls, repository)}/compare/${base.sha}...${head.sha}`,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        base_commit: commitShape(urls, repository, base),
        merge_base_commit: commitShape(urls, repository, mergeBase),
        status: statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits,
        files: isFirstPage ? files.map((file) => changedFileShape(urls, repository, head, file)) : [],
      }),
    );
  },
};

/** `ref`, or `owner:ref` for a fork. */
function resolveEnd(call: Call, end: string): Commit {
  const [, owner, ref = ''] = /^(?:([^:]+):)?(.+)$/.exec(end) ?? [];
  const source: Repository | null =
    owner === undefined ? call.repository : call.world.repository(owner, call.repository.name);
  const commit = source?.resolve(ref) ?? null;
  if (commit === null) throw notFound();
  return commit;
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
