import { actionsAppId } from '../shape/app-shape.ts';
import { annotationShape, checkRunShape } from '../shape/check-run-shape.ts';
import type { Annotation, CheckConclusion, CheckRun, CheckStatus } from '../state/check-run.ts';
import { answer, answerList } from '../wire/answer.ts';
import { invalidRequest, notFound, validationFailed } from '../wire/api-error.ts';
import { bodyOf, type Call, numberIn, textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

interface CheckRunBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: CheckStatus;
  readonly conclusion?: CheckConclusion;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly Annotation[];
  };
}

export const checkRunHandlers: Handlers = {
  'checks/create': (call) => {
    const body = bodyOf<CheckRunBody>(call);
    const headSha = call.repository.network.find(body.head_sha ?? '')?.sha;
    if (headSha === undefined) {
      throw validationFailed({
        resource: 'CheckRun',
        field: 'head_sha',
        code: 'custom',
        message: `No commit found for SHA: ${body.head_sha}`,
      });
    }
    const run = newCheckRun(call, headSha);
    change(run, body);
    call.repository.allCheckRuns.push(run);
    return answer(checkRunShape(call.urls, call.repository, run), 201);
  },

  'checks/update': (call) => {
    const run = findCheckRun(call);
    change(run, bodyOf<CheckRunBody>(call));
    return answer(checkRunShape(call.urls, call.repository, run));
  },

  'checks/get': (call) => answer(checkRunShape(call.urls, call.repository, findCheckRun(call))),

  'checks/list-annotations': (call) => {
    const run = findCheckRun(call);
    return answerList(call, run.annotations, (annotation) =>
      annotationShape(call.urls, call.repository, run, annotation),
    );
  },

  'checks/list-for-ref': (call) => {
    const { query, repository } = call;
    const commit = repository.resolve(textIn(call, 'ref'));
    if (commit === null) throw notFound();
    const runs = repository
      .checkRuns(commit.sha)
      .filter((run) => query.check_name === undefined || run.name === query.check_name)
      .filter((run) => query.status === undefined || run.status === query.status);
    const shown = query.filter === 'all' ? runs : latestOfEachName(runs);
    return answerList(
      call,
      shown,
      (run) => checkRunShape(call.urls, repository, run),
      (check_runs, total_count) => ({ total_count, check_runs }),
    );
  },
};

function newCheckRun({ repository }: Call, headSha: string): CheckRun {
  return {
    id: repository.nextId(),
    headSha,
    appId: actionsAppId,
    name: '',
    status: 'queued',
    conclusion: null,
    startedAt: new Date(),
    completedAt: null,
    detailsUrl: null,
    externalId: '',
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
}

/** All or nothing: what is refused has changed nothing. */
function change(run: CheckRun, body: CheckRunBody): void {
  const { output } = body;
  const isCompleted = body.status === 'completed' || body.completed_at !== undefined;
  if (isCompleted && body.conclusion === undefined) throw invalidRequest('"conclusion" wasn\'t supplied.');
  if (body.conclusion === 'stale') throw invalidRequest('Only GitHub can call a check run stale.');
  for (const annotation of output?.annotations ?? []) refuseWrongPlace(annotation);

  run.name = body.name ?? run.name;
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.externalId = body.external_id ?? run.externalId;
  run.startedAt = dateOf(body.started_at) ?? run.startedAt;
  run.status = body.conclusion === undefined ? (body.status ?? run.status) : 'completed';
  run.conclusion = body.conclusion ?? (run.status === 'completed' ? run.conclusion : null);
  run.completedAt = run.status === 'completed' ? (dateOf(body.completed_at) ?? run.completedAt ?? new Date()) : null;
  if (output === undefined) return;
  run.title = output.title ?? run.title;
  run.summary = output.summary;
  run.text = output.text ?? run.text;
  run.annotations.push(...(output.annotations ?? []));
}

const annotationTextBytes = 64 * 1024;

// What the description says of annotations in words only.
function refuseWrongPlace(annotation: Annotation): void {
  const { start_line, end_line, start_column, end_column, title = '', message, raw_details = '' } = annotation;
  if (start_line < 1 || end_line < start_line) throw invalidRequest(`Lines ${start_line} to ${end_line} are no lines.`);
  if (start_line !== end_line && (start_column !== undefined || end_column !== undefined)) {
    throw invalidRequest('Columns are for annotations of one line.');
  }
  if (title.length > 255) throw invalidRequest('Only 255 characters are allowed in a title.');
  if (Buffer.byteLength(message) > annotationTextBytes || Buffer.byteLength(raw_details) > annotationTextBytes) {
    throw invalidRequest('Only 64 KB are allowed in message and raw_details.');
  }
  if (message.trim() === '') throw invalidRequest('An annotation needs a message.');
}

function findCheckRun(call: Call): CheckRun {
  const id = numberIn(call, 'check_run_id');
  const run = call.repository.allCheckRuns.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

function latestOfEachName(runs: readonly CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [run.name, run])).values()];
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
