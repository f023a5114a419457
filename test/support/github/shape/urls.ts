import type { Repository } from '../state/repository.ts';

/** Where an emulator answers. `api` carries a path of its own, as on GitHub Enterprise Server. */
export interface Urls {
  readonly server: string;
  readonly api: string;
  readonly graphql: string;
}

export const apiPath = '/api/v3';

export function urlsAt(origin: string): Urls {
  return { server: origin, api: `${origin}${apiPath}`, graphql: `${origin}/api/graphql` };
}

export function apiUrlOf(urls: Urls, repository: Repository): string {
  return `${urls.api}/repos/${repository.fullName}`;
}

export function pageUrlOf(urls: Urls, repository: Repository): string {
  return `${urls.server}/${repository.fullName}`;
}

/** GitHub's opaque second name for everything. */
export function nodeIdOf(kind: string, id: number): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/** GitHub's times: ISO 8601, UTC, whole seconds. */
export function timeOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
