import { nodeIdOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

export const actionsAppId = 15368;

/** GitHub Actions as an app: whose a workflow's token, check runs and comments are. */
export function appShape(urls: Urls, id = actionsAppId) {
  return {
    id,
    slug: 'github-actions',
    node_id: nodeIdOf('App', id),
    owner: userShape(urls, { id: 9919, login: 'github', type: 'Organization' }),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: `${urls.server}/features/actions`,
    html_url: `${urls.server}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: {},
    events: [],
  };
}
