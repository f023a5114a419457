import type { SqlFile } from '../commands/statements/sql-file.ts';
import type { Finding, Suggestion } from '../lint/finding.ts';
import { suggestionMarkdown } from '../report/suggestion-markdown.ts';
import { digest } from '../support/digest.ts';
import { visibleMarkdown } from '../support/visible.ts';
import { createOnce } from './create-once.ts';
import type { PullRequestEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { isForbidden } from './github-trouble.ts';
import { type DiffLine, linesOfDiff } from './lines-of-diff.ts';
import { ourComments } from './our-comments.ts';
import type { ChangedFile } from './pull-request-files.ts';
import { once } from './request-options.ts';

/** As many lie open in a pull request at a time. The plan has all findings. */
const mostOpen = 10;

interface Mend {
  readonly path: string;
  readonly suggestion: Suggestion;
  readonly marker: string;
  readonly body: string;
}

/**
 * One review with a comment for each finding whose mend is mechanical, on lines that the pull request changes. What lies open is not
 * said again; a comment lies open until its lines change. Without anything new to say there is no review, and with a token that may
 * not write one there is none either.
 *
 * @param files as they were read: a line that GitHub shows otherwise is left alone
 * @param isSaid whether somebody else is about to say the same
 */
export async function suggestMends(
  repository: GitHubRepository,
  { number, headSha }: Pick<PullRequestEvent, 'number' | 'headSha'>,
  findings: readonly Finding[],
  files: readonly SqlFile[],
  changed: readonly ChangedFile[],
  isSaid: () => Promise<boolean>,
): Promise<void> {
  const mends = mendsIn(findings, files, changed);
  // Asked before the comments are: who was first may have written them meanwhile.
  if (mends.length === 0 || (await isSaid())) return;
  const open = await findOpen(repository, number);
  const isOpen = ({ marker }: Mend): boolean => open.some((body) => body.startsWith(marker));
  const missing = mends.filter((mend) => !isOpen(mend)).slice(0, Math.max(0, mostOpen - open.length));
  const [first] = missing;
  if (first === undefined) return;
  try {
    await createOnce(
      () => review(repository, number, headSha, missing),
      async () => (await findOpen(repository, number)).find((body) => body.startsWith(first.marker)) ?? null,
    );
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
}

/** Those of which one is on a changed line, and all lines are shown; of two for the same line the first. */
function mendsIn(
  findings: readonly Finding[],
  files: readonly SqlFile[],
  changed: readonly ChangedFile[],
): readonly Mend[] {
  const diffs = new Map(changed.map(({ filename, patch }) => [filename, linesOfDiff(patch ?? '')]));
  const texts = new Map(files.map((file) => [file.path, 'text' in file ? file.text.split(/\r?\n/u) : []]));
  const taken = new Set<string>();
  const told = new Map<string, number>();
  const mends: Mend[] = [];
  for (const finding of findings) {
    const { file: path, suggestion } = finding;
    const diff = diffs.get(path);
    if (suggestion === null || diff === undefined || !mayBeShown(suggestion, diff, texts.get(path) ?? [])) continue;
    const places = linesOf(suggestion).map((line) => `${line} ${path}`);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    const about = [path, finding.rule, suggestion.text].join('\n');
    const turn = (told.get(about) ?? 0) + 1;
    told.set(about, turn);
    const marker = `<!-- ghostship mend ${digest(`${about}\n${turn}`).slice(0, 32)} -->`;
    mends.push({ path, suggestion, marker, body: `${marker}\n${suggestionMarkdown(finding, suggestion)}` });
  }
  return mends;
}

function mayBeShown(suggestion: Suggestion, diff: ReadonlyMap<number, DiffLine>, text: readonly string[]): boolean {
  const numbers = linesOf(suggestion);
  const lines = numbers.map((number) => diff.get(number)).filter((line) => line !== undefined);
  const isWhole = lines.length === numbers.length && new Set(lines.map(({ hunk }) => hunk)).size === 1;
  const isSame = lines.every((line, index) => line.text === text[suggestion.startLine - 1 + index]);
  // A character that nobody sees would be written out, and taken over like this.
  const isPlain = visibleMarkdown(suggestion.text) === suggestion.text;
  return isWhole && isSame && isPlain && lines.some(({ isAdded }) => isAdded);
}

function linesOf({ startLine, endLine }: Suggestion): number[] {
  return Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index);
}

/** Comments of ours whose lines are as they were. */
async function findOpen(repository: GitHubRepository, number: number): Promise<string[]> {
  const { octokit, owner, repo } = repository;
  const comments = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  const marked = comments.filter(
    ({ body, line }) => body.startsWith('<!-- ghostship mend ') && typeof line === 'number',
  );
  return (await ourComments(repository, marked)).map(({ body }) => body);
}

async function review(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
  headSha: string,
  mends: readonly Mend[],
): Promise<string> {
  await octokit.rest.pulls.createReview({
    owner,
    repo,
    pull_number: number,
    commit_id: headSha,
    event: 'COMMENT',
    body:
      mends.length === 1
        ? 'One finding of the plan can be mended with a click.'
        : `${mends.length} findings of the plan can be mended with a click each.`,
    comments: mends.map(({ path, body, suggestion: { startLine, endLine } }) => ({
      path,
      body,
      line: endLine,
      side: 'RIGHT',
      ...(startLine === endLine ? {} : { start_line: startLine, start_side: 'RIGHT' }),
    })),
    request: once,
  });
  return headSha;
}
