import type { Settings } from '../../commands/options/settings.ts';
import { html } from './html.ts';

/** All that opens a door, and that a server or a statement may repeat. */
export function secretsOf({ values, target, replica, lagReplicas }: Settings): string[] {
  const databases = [target, replica, ...lagReplicas].map((database) => database?.password ?? '');
  const all = [values.password ?? '', values['github-token'] ?? '', ...databases];
  return [...new Set(all)].filter((secret) => secret !== '');
}

/** The markup with `***` for every secret in what a person reads: between the tags, and in their titles. */
export function withoutSecrets(markup: string, secrets: readonly string[]): string {
  const written = secrets.map((secret) => html`${secret}`.text).toSorted((one, other) => other.length - one.length);
  const hide = (text: string): string => written.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return markup.replaceAll(/<[^>]*>|[^<]+/gu, (piece) =>
    piece.startsWith('<') ? piece.replaceAll(/(?<=(?:title|aria-label)=")[^"]*/gu, hide) : hide(piece),
  );
}
