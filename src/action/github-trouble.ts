import { STATUS_CODES } from 'node:http';
import { messageOf } from '../support/errors.ts';

/**
 * Why GitHub did not do what it was asked, in words and without the last full stop. GitHub's own trouble comes as a web page,
 * and the client gives the whole page as its message.
 */
export function githubTrouble(error: unknown): string {
  const status = statusOf(error);
  const message = messageOf(error).trim().replace(withItsManual, '').replace(/\.$/u, '');
  const isPage = /<[a-z!]/iu.test(message);
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name))
    return 'GitHub did not answer in time';
  if (!isPage && message !== '') return message;
  if (status === null) return 'GitHub gave no answer';
  const words = STATUS_CODES[status];
  return `GitHub answered ${status}${words === undefined ? '' : ` (${words})`}`;
}

/** GitHub's client puts the address of a page about the request behind the words. */
const withItsManual = / - https:\/\/docs\.github\.com\/\S*$/u;

/** Of the answer by which GitHub refuses; `null` where there was none. */
export function statusOf(error: unknown): number | null {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : null;
}

/** Whether the token lacks a right that it could have. */
export function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403;
}

/** Whether the same request may succeed later: the trouble is GitHub's own, or the network's. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500 || status === 429;
}

/** As GitHub names them in the answer by which it refuses; as a workflow file has them. */
export function neededPermissions(error: unknown): string {
  const { response } = error as { response?: { headers?: Readonly<Record<string, unknown>> } };
  const accepted = response?.headers?.['x-accepted-github-permissions'];
  if (typeof accepted !== 'string' || accepted === '') return 'more permissions';
  const one = (text: string): string => text.trim().replaceAll('_', '-').replaceAll('=', ': ').replaceAll(',', ' and ');
  return `the permission ${accepted.split(';').map(one).join(' or ')}`;
}
