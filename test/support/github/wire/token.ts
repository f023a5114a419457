import { randomBytes } from 'node:crypto';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { Permissions } from './permission.ts';
import { RateLimit } from './rate-limit.ts';

/** What a client shows in `Authorization`: valid for one repository, as a workflow's token is. */
export class Token {
  /** Begins with `ghs_`, as GitHub's do. */
  readonly value = `ghs_${randomBytes(27).toString('base64url').replaceAll(/[-_]/g, '0')}`;
  readonly repository: Repository;
  readonly actor: Account;
  readonly permissions: Permissions;
  readonly rateLimit: RateLimit;

  constructor(repository: Repository, actor: Account, permissions: Permissions, requestsPerHour: number) {
    this.repository = repository;
    this.actor = actor;
    this.permissions = permissions;
    this.rateLimit = new RateLimit(requestsPerHour);
  }
}
