import type { Values } from '../commands/options/parse-values.ts';
import { GhostshipError } from '../support/errors.ts';
import type { Event } from './event.ts';

export type Mode = Exclude<Values['mode'], 'auto'>;

/** The mode of this run, or why it does nothing. Who may ask for it is looked at elsewhere. */
export type Choice = { readonly mode: Mode } | { readonly nothing: string };

/**
 * @param command the input: with a workflow that somebody starts, or a schedule, it says what to do
 * @throws GhostshipError `usage` for an event that implies no mode
 */
export function chooseMode(wanted: Values['mode'], event: Event, command: string | null = null): Choice {
  if (wanted !== 'auto') return { mode: wanted };
  switch (event.kind) {
    case 'pull-request':
      if (event.state.kind === 'merged') return { mode: 'migrate' };
      return event.state.kind === 'open'
        ? { mode: 'plan' }
        : { nothing: 'The pull request was closed without being merged.' };
    case 'merge-group':
      return { mode: 'plan' };
    case 'push':
      return { mode: 'migrate' };
    case 'comment':
      return isCommand(event.body) ? { mode: 'control' } : { nothing: 'The comment is not for Ghostship.' };
    case 'irrelevant':
      return { nothing: event.reason };
    case 'other':
      if (event.name === 'schedule' || event.name === 'workflow_dispatch') return { mode: modeFor(command) };
      throw new GhostshipError('usage', `The event ${event.name} does not tell what to do.`, {
        hint: 'Give the input mode: lint, plan, rehearse, migrate, control, revert, status or cleanup.',
      });
  }
}

/** `plan` and the like are modes. Any other word is a command for a running migration. */
function modeFor(command: string | null): Mode {
  const word = command?.trim().toLowerCase() ?? '';
  if (word === '') return 'migrate';
  return modesByName.find((mode) => mode === word) ?? 'control';
}

const modesByName = ['lint', 'plan', 'rehearse', 'migrate', 'cleanup'] as const satisfies readonly Mode[];

/** A comment is a command if its first word says so. What is indented by four blanks is code in Markdown: it only shows one. */
export function isCommand(body: string): boolean {
  return written.test(body);
}

/** What stands behind `/ghostship` on its line. */
export function commandIn(body: string): string {
  return written.exec(body)?.[1]?.trim() ?? '';
}

const written = /^(?:[^\S\n]*\n)* {0,3}\/ghostship(?!\S)[^\S\n]*(.*)/iu;
