import { type Account, actionsBot } from './account.ts';
import { Ids } from './ids.ts';
import { Repository, type RepositoryOpening } from './repository.ts';

/** Everything there is: who, and which repositories. */
export class World {
  readonly ids = new Ids();
  readonly repositories: Repository[] = [];
  readonly #accounts = new Map<string, Account>([[actionsBot.login, actionsBot]]);

  /** The person of that name, who comes into being when first named. */
  account(login: string): Account {
    const known = this.findAccount(login);
    if (known !== null) return known;
    const type = login.endsWith('[bot]') ? 'Bot' : 'User';
    const account: Account = { id: this.ids.next(), login, type };
    this.#accounts.set(login, account);
    return account;
  }

  findAccount(login: string): Account | null {
    return this.#accounts.get(login) ?? null;
  }

  addRepository(opening: RepositoryOpening): Repository {
    const repository = new Repository(opening, this);
    this.repositories.push(repository);
    return repository;
  }

  /** Owner and name are found in any spelling of upper and lower case. */
  repository(owner: string, name: string): Repository | null {
    const wanted = `${owner}/${name}`.toLowerCase();
    return this.repositories.find(({ fullName }) => fullName.toLowerCase() === wanted) ?? null;
  }

  /** The person's copy of a repository, made when first asked for. */
  fork(origin: Repository, login: string): Repository {
    const known = this.repository(login, origin.name);
    if (known !== null) return known;
    const { name, private: isPrivate, defaultBranch, network } = origin;
    const opening = { owner: login, name, private: isPrivate, defaultBranch, collaborators: {} };
    const fork = new Repository(opening, this, network);
    fork.moveBranch(defaultBranch, origin.tip());
    this.repositories.push(fork);
    return fork;
  }
}
