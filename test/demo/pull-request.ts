import { type GitHubEmulator, type PullRequest, pullRequestEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import type { Databases } from './databases.ts';

const migrationFile = 'migrations/2026-11-21-order-currency.sql';

export const alterStatement = `ALTER TABLE orders
  MODIFY amount DECIMAL(12,2) NOT NULL,
  ADD COLUMN currency CHAR(3) NOT NULL DEFAULT 'EUR',
  ADD INDEX by_status (status, placed_at)`;

export const newColumn = 'currency';

const description = `We start to sell in other currencies in January.

- \`currency\` is new; every order so far was paid in euros
- \`amount\` gets room for more than 999,999.99
- the packing list goes through open orders by status, hence the index`;

/** What a workflow for Ghostship asks for. */
const permissions = { contents: 'read', checks: 'write', 'pull-requests': 'write' } as const;

export function openPullRequest(github: GitHubEmulator): PullRequest {
  const repository = github.createRepository({
    files: { 'README.md': '# Shop\n' },
    collaborators: { mona: 'maintain' },
  });
  return repository.openPullRequest({
    title: 'Keep a currency with every order',
    body: description,
    author: 'mona',
    branch: 'order-currency',
    files: { [migrationFile]: `${alterStatement};\n` },
  });
}

/** The job of the workflow that runs when it is opened. */
export function openedJob(github: GitHubEmulator, pull: PullRequest, databases: Databases): Job {
  return { event: pullRequestEvent(github.urls, pull, 'opened'), ...withDatabases(databases) };
}

/** The job of the workflow that runs when it has been merged. */
export function mergedJob(github: GitHubEmulator, pull: PullRequest, databases: Databases): Job {
  return { event: pullRequestEvent(github.urls, pull, 'closed'), ...withDatabases(databases) };
}

/** @throws Error with the end of the log */
export function mustSucceed(run: ActionRun): ActionRun {
  if (run.conclusion === 'success') return run;
  const end = run.main.log.split('\n').slice(-20).join('\n');
  throw new Error(`The action ended with ${run.conclusion}:\n${end}`);
}

function withDatabases({ targetUrl, replicaUrl, password }: Databases): Omit<Job, 'event'> {
  return { permissions, inputs: { target: targetUrl, replica: replicaUrl, password }, secrets: [password] };
}
