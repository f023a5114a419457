import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';

/** What GitHub says of whoever wrote something, beside the name. */
export function associationOf(repository: Repository, account: Account): string {
  if (account.login === repository.owner.login) return 'OWNER';
  if (repository.collaborators.has(account.login)) return 'COLLABORATOR';
  return 'NONE';
}
