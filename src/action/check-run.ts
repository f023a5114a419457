import type { Annotation } from '../report/annotation.ts';
import { clip } from '../report/clip.ts';
import { longestBody, visible, visibleMarkdown } from '../support/visible.ts';
import { checkRunsOn } from './check-runs-on.ts';
import { saveState } from './core.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { missable, once } from './request-options.ts';

export interface CheckOutput {
  /** Plain text. */
  readonly title: string;
  /** Markdown of at most 65,535 characters. */
  readonly summary: string;
  /** Markdown of at most 65,535 characters, below the summary; unlike it, sent as it is. */
  readonly text?: string | null;
}

export type Conclusion = 'success' | 'neutral' | 'failure' | 'cancelled' | 'action_required';

/** As it stands in the list of checks, and as a ruleset requires it: `Ghostship plan (staging)`. */
export function checkName(mode: string, environment: string | null): string {
  return environment === null ? `Ghostship ${mode}` : `Ghostship ${mode} (${environment})`;
}

/** Deadline of one update. A later update replaces it anyway. */
const updateTimeoutMs = 10_000;

/** GitHub takes 50 annotations in a request, and adds them to the earlier ones. */
const annotationsPerRequest = 50;

/** The limit of annotations in all. Nobody reads more, and each 50 cost a request. */
const maxAnnotations = 500;

/** Names of the saved state by which the post step finds an unfinished check run. */
export const checkRunState = { id: 'check-run-id', name: 'check-run-name', finished: 'check-run-finished' } as const;

/** A check run on a commit, from its start to its conclusion. */
export class CheckRun {
  readonly id: number;
  /** Of the app whose token has made it; `null` where GitHub does not tell. */
  readonly appId: number | null;
  readonly #repository: GitHubRepository;

  private constructor(repository: GitHubRepository, { id, appId }: CheckRunRef) {
    this.#repository = repository;
    this.id = id;
    this.appId = appId;
  }

  /** @param key tells this step's check run from all others on the commit */
  static async open(
    repository: GitHubRepository,
    name: string,
    headSha: string,
    key: string,
    runUrl: string,
  ): Promise<CheckRun> {
    const { octokit, owner, repo } = repository;
    const create = async (): Promise<CheckRunRef> => {
      const { data } = await octokit.rest.checks.create({
        owner,
        repo,
        name,
        head_sha: headSha,
        external_id: key,
        status: 'in_progress',
        started_at: new Date().toISOString(),
        details_url: runUrl,
        request: once,
      });
      return refOf(data);
    };
    const made = await createOnce(create, () => findByKey(repository, name, headSha, key));
    saveState(checkRunState.id, String(made.id));
    saveState(checkRunState.name, name);
    // A step may have ended another one before.
    saveState(checkRunState.finished, '');
    return new CheckRun(repository, made);
  }

  /**
   * Ends the check runs of earlier runs on the same commit that were killed before they could. Those of the same run are left
   * alone: its other jobs may be at work.
   */
  async closeEarlier(name: string, headSha: string, key: string): Promise<void> {
    const { octokit, owner, repo } = this.#repository;
    const open = await checkRunsOn(this.#repository, headSha, { check_name: name, status: 'in_progress' });
    const lost = open.filter(({ id, external_id: other }) => id < this.id && isOfEarlierRun(other, key));
    for (const { id } of lost) {
      await octokit.rest.checks.update({
        owner,
        repo,
        check_run_id: id,
        status: 'completed',
        conclusion: 'neutral',
        output: {
          title: 'Killed before it could report',
          summary: 'Its process was killed. A later run on this commit has finished.',
        },
      });
    }
  }

  /** Whether an older check run of this mode, for another environment, is still in progress on the commit. */
  async isBehindAnother(mode: string, headSha: string): Promise<boolean> {
    const open = await checkRunsOn(this.#repository, headSha, { status: 'in_progress' });
    const beginning = `${checkName(mode, null)} (`;
    return open.some(({ id, name }) => id < this.id && name.startsWith(beginning));
  }

  static opened(repository: GitHubRepository, id: number): CheckRun {
    return new CheckRun(repository, { id, appId: null });
  }

  /**
   * It is sent once: a missed update does no harm. Annotations are added to those that are there.
   *
   * @returns how many of the annotations were sent
   */
  async update(output: CheckOutput, annotations: readonly Annotation[] = []): Promise<number> {
    const batch = annotations.slice(0, annotationsPerRequest);
    const changes = { ...shape(output), annotations: batch.map(toGitHub) };
    await this.#send({ status: 'in_progress', output: changes }, missable(updateTimeoutMs));
    return batch.length;
  }

  /** How many annotations it has: after an answer that was lost nobody else can tell. */
  async countAnnotations(): Promise<number> {
    const { octokit, owner, repo } = this.#repository;
    const request = missable(updateTimeoutMs);
    const { data } = await octokit.rest.checks.get({ owner, repo, check_run_id: this.id, request });
    return data.output.annotations_count;
  }

  async finish(conclusion: Conclusion, output: CheckOutput, annotations: readonly Annotation[] = []): Promise<void> {
    const batches = inBatches(annotations.slice(0, maxAnnotations));
    const last = batches.pop() ?? [];
    for (const batch of batches)
      await this.#send({ output: { ...shape(output), annotations: batch.map(toGitHub) } }, {});
    await this.#send(
      {
        status: 'completed',
        conclusion,
        completed_at: new Date().toISOString(),
        output: { ...shape(output), annotations: last.map(toGitHub) },
      },
      {},
    );
    saveState(checkRunState.finished, 'true');
  }

  async #send(changes: Changes, request: object): Promise<void> {
    const { octokit, owner, repo } = this.#repository;
    await octokit.rest.checks.update({ owner, repo, check_run_id: this.id, ...changes, request });
  }
}

/** Keys begin with the id of the workflow's run, see `RunnerEnvironment.stepKey`. */
function isOfEarlierRun(other: string | null, key: string): boolean {
  const runOf = (text: string): string => /^(\d+)\//u.exec(text)?.[1] ?? '';
  return other !== null && runOf(other) !== '' && runOf(other) !== runOf(key);
}

interface CheckRunRef {
  readonly id: number;
  readonly appId: number | null;
}

type Changes = Omit<
  NonNullable<Parameters<GitHubRepository['octokit']['rest']['checks']['update']>[0]>,
  'owner' | 'repo' | 'check_run_id'
>;

async function findByKey(
  repository: GitHubRepository,
  name: string,
  ref: string,
  key: string,
): Promise<CheckRunRef | null> {
  const found = (await checkRunsOn(repository, ref, { check_name: name })).find((run) => run.external_id === key);
  return found === undefined ? null : refOf(found);
}

function refOf({ id, app }: { readonly id: number; readonly app: { readonly id: number } | null }): CheckRunRef {
  return { id, appId: app?.id ?? null };
}

function shape({ title, summary, text = null }: CheckOutput) {
  return {
    title: clip(visible(title), 140),
    summary: visibleMarkdown(summary).slice(0, longestBody),
    ...(text === null ? {} : { text }),
  };
}

function inBatches(annotations: readonly Annotation[]): Annotation[][] {
  const count = Math.ceil(annotations.length / annotationsPerRequest);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * annotationsPerRequest, (index + 1) * annotationsPerRequest),
  );
}

function toGitHub({ path, startLine, endLine, columns, level, title, message }: Annotation) {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(columns === null ? {} : { start_column: columns.start, end_column: columns.end }),
    annotation_level: level,
    title: clip(visible(title), 255),
    message: visible(message),
  };
}
