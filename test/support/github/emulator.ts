import type { Urls } from './shape/urls.ts';
import type { Role } from './state/collaborator.ts';
import type { FileChanges } from './state/commit.ts';
import type { PullRequest } from './state/pull-request.ts';
import type { Repository } from './state/repository.ts';
import type { Fault, FaultTarget, Hold } from './wire/fault.ts';
import type { Permissions } from './wire/permission.ts';
import type { RequestRecord, Violation } from './wire/request-log.ts';

export interface NewRepository {
  /** A login; default `octo`. */
  readonly owner?: string;
  /** Default `shop`. */
  readonly name?: string;
  /** The first commit of the default branch. */
  readonly files?: FileChanges;
  /** Default false. */
  readonly private?: boolean;
  /** Default `main`. */
  readonly defaultBranch?: string;
  /** What people may do, by login; the owner may do everything. */
  readonly collaborators?: Readonly<Record<string, Role>>;
}

export interface NewToken {
  readonly repository: Repository;
  /** As under `permissions:` in a workflow; what is not named is not given. */
  readonly permissions: Permissions;
  /** Whose it is; default `github-actions[bot]`, as for a workflow. */
  readonly login?: string;
  /** Default 1,000, which is what a workflow has. */
  readonly requestsPerHour?: number;
}

/**
 * GitHub, as far as Ghostship talks to it, on a port of its own. It takes nothing its own description does not allow
 * and answers nothing else either.
 *
 * Disposing of it throws when a client broke the rules, so that no test passes over a mistake; `takeViolations` is for
 * tests that want one.
 */
export interface GitHubEmulator extends AsyncDisposable {
  /** For `GITHUB_API_URL`, `GITHUB_SERVER_URL` and `GITHUB_GRAPHQL_URL`. Pages of pull requests can be opened below `server`. */
  readonly urls: Urls;
  /** Everything that was asked, in order. */
  readonly requests: readonly RequestRecord[];
  readonly violations: readonly Violation[];

  createRepository(opening?: NewRepository): Repository;

  /** Returns what a client puts into `Authorization`. */
  token(opening: NewToken): string;

  /** The next request, or the next ones of a kind, go wrong. */
  failNext(fault: Fault, target?: FaultTarget): void;

  /** Whatever was to fail and has not yet does not fail. */
  failNoMore(): void;

  /** Requests are taken in and not answered until the hold is disposed of. */
  hold(operation?: string): Hold;

  /** The violations so far, which then no longer count. */
  takeViolations(): readonly Violation[];

  /** The pull request as people see it: one HTML file that needs nothing else. */
  renderPage(pull: PullRequest): Promise<string>;
}
