import type { Annotation } from '../report/annotation.ts';
import { clip } from '../report/clip.ts';
import { longestBody, visible, visibleMarkdown } from '../support/visible.ts';
import { saveState } from './core.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { missable, once } from './request-options.ts';

export interface CheckOutput {
  /** Plain text. */
  readonly title: string;
  /** Markdown of at most 65,535 characters. */
  readonly summary: string;
}

export type Conclusion = 'success' | 'neutral' | 'failure' | 'cancelled';

/** Deadline of one update. A later update replaces it anyway. */
const updateTimeoutMs = 10_000;

/** GitHub takes 50 annotations in a request, and adds them to the earlier ones. */
const annotationsPerRequest = 50;

/** The limit of annotations in all. Nobody reads more, and each 50 cost a request. */
const maxAnnotations = 500;

/** Names of the saved state by which the post step finds an unfinished check run. */
export const checkRunState = { id: 'check-run-id', finished: 'check-run-finished' } as const;

/** A check run on a commit, from its start to its conclusion. */
export class CheckRun {
  readonly id: number;
  readonly #repository: GitHubRepository;

  private constructor(repository: GitHubRepository, id: number) {
    this.#repository = repository;
    this.id = id;
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
    const create = async (): Promise<number> => {
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
      return data.id;
    };
    const id = await createOnce(create, () => findByKey(repository, name, headSha, key));
    saveState(checkRunState.id, String(id));
    return new CheckRun(repository, id);
  }

  static opened(repository: GitHubRepository, id: number): CheckRun {
    return new CheckRun(repository, id);
  }

  /** It is sent once: a missed update does no harm. */
  async update(output: CheckOutput): Promise<void> {
    await this.#send({ status: 'in_progress', output: shape(output) }, missable(updateTimeoutMs));
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

type Changes = Omit<
  NonNullable<Parameters<GitHubRepository['octokit']['rest']['checks']['update']>[0]>,
  'owner' | 'repo' | 'check_run_id'
>;

async function findByKey(
  { octokit, owner, repo }: GitHubRepository,
  name: string,
  ref: string,
  key: string,
): Promise<number | null> {
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref,
    check_name: name,
    filter: 'all',
    per_page: 100,
  });
  return data.check_runs.find((run) => run.external_id === key)?.id ?? null;
}

function shape({ title, summary }: CheckOutput): CheckOutput {
  return { title: clip(visible(title), 140), summary: visibleMarkdown(summary).slice(0, longestBody) };
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
