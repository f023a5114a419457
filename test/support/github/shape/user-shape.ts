import type { Account } from '../state/account.ts';
import type { Role } from '../state/collaborator.ts';
import { nodeIdOf, type Urls } from './urls.ts';

/** A `simple-user`. */
export function userShape(urls: Urls, { id, login, type }: Account) {
  const url = `${urls.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeIdOf('User', id),
    avatar_url: `${urls.server}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${urls.server}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** A `repository-collaborator-permission`. `permission` knows four words only, `role_name` all. */
export function permissionShape(urls: Urls, account: Account, role: Role) {
  const permission = { none: 'none', read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' }[
    role
  ];
  return {
    permission,
    role_name: role,
    user: {
      ...userShape(urls, account),
      permissions: {
        pull: role !== 'none',
        triage: ['triage', 'write', 'maintain', 'admin'].includes(role),
        push: ['write', 'maintain', 'admin'].includes(role),
        maintain: ['maintain', 'admin'].includes(role),
        admin: role === 'admin',
      },
      role_name: role,
    },
  };
}
