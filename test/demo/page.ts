import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GitHubEmulator, PullRequest } from '../support/github/index.ts';

const pageFile = fileURLToPath(new URL('../../out/demo/pull-request.html', import.meta.url));

/** One line for each check run on the pull request, the newest last. */
export function describeChecks({ base, headCommit }: PullRequest): readonly string[] {
  return base.repository
    .checkRuns(headCommit.sha)
    .map(({ name, conclusion, status, title }) => `check run “${name}”: ${conclusion ?? status} · ${title ?? ''}`);
}

/** One line for each comment, with the beginning of what it says. */
export function describeComments(pull: PullRequest): readonly string[] {
  return pull.base.repository
    .comments(pull)
    .map(({ author, body }) => `comment by ${author.login}: ${firstHeading(body)}`);
}

/** Writes the pull request as people see it, and returns where. */
export async function savePage(github: GitHubEmulator, pull: PullRequest): Promise<string> {
  await mkdir(dirname(pageFile), { recursive: true });
  await writeFile(pageFile, await github.renderPage(pull));
  return pageFile;
}

function firstHeading(markdown: string): string {
  return /^#+ +(.*)$/m.exec(markdown)?.[1] ?? '';
}
