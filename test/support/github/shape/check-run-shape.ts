import type { Annotation, CheckRun } from '../state/check-run.ts';
import type { Repository } from '../state/repository.ts';
import { appShape } from './app-shape.ts';
import { minimalPullShape } from './pull-request-shape.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './urls.ts';

/** A `check-run`. */
export function checkRunShape(urls: Urls, repository: Repository, run: CheckRun) {
  const url = `${apiUrlOf(urls, repository)}/check-runs/${run.id}`;
  const page = `${pageUrlOf(urls, repository)}/runs/${run.id}`;
  const pulls = repository.pulls.filter((pull) => !pull.isFromFork && pull.headCommit.sha === run.headSha);
  return {
    id: run.id,
    node_id: nodeIdOf('CheckRun', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt === null ? null : timeOf(run.startedAt),
    completed_at: run.completedAt === null ? null : timeOf(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: repository.id },
    app: appShape(urls, run.appId),
    pull_requests: pulls.map((pull) => minimalPullShape(urls, pull)),
  };
}

/** A `check-annotation`. */
export function annotationShape(urls: Urls, repository: Repository, run: CheckRun, annotation: Annotation) {
  return {
    path: annotation.path,
    blob_href: `${pageUrlOf(urls, repository)}/blob/${run.headSha}/${annotation.path}`,
    start_line: annotation.start_line,
    end_line: annotation.end_line,
    start_column: annotation.start_column ?? null,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.raw_details ?? null,
  };
}
