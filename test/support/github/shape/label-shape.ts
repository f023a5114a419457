import type { Repository } from '../state/repository.ts';
import { apiUrlOf, nodeIdOf, type Urls } from './urls.ts';

/** A `label`. */
export function labelShape(urls: Urls, repository: Repository, name: string) {
  return {
    id: idOf(name),
    node_id: nodeIdOf('Label', idOf(name)),
    url: `${apiUrlOf(urls, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  };
}

// A label is nothing but its name here; GitHub has a number for it.
function idOf(name: string): number {
  return Buffer.from(name).reduce((id, byte) => (id * 31 + byte) % 1_000_000_007, 7);
}
