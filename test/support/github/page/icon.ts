import type { CheckRun } from '../state/check-run.ts';
import { Html, html } from './html.ts';

const shapes = {
  check: '<path d="M3.5 8.5 6.5 11.5 12.5 4.5"/>',
  cross: '<path d="M4 4 12 12M12 4 4 12"/>',
  dot: '<circle cx="8" cy="8" r="3.5" fill="currentColor"/>',
  dash: '<path d="M4 8h8"/>',
  branch:
    '<circle cx="4.5" cy="3.5" r="1.8"/><circle cx="4.5" cy="12.5" r="1.8"/><circle cx="11.5" cy="3.5" r="1.8"/><path d="M4.5 5.3v5.4M11.5 5.3c0 3-7 1.5-7 4.5"/>',
  warning: '<path d="M8 2.5 14.2 13.5H1.8ZM8 6.5v3M8 11.4v.4"/>',
  note: '<circle cx="8" cy="8" r="6.2"/><path d="M8 7.2v4M8 4.7v.4"/>',
  file: '<path d="M4 1.8h5l3 3v9.4H4ZM9 1.8v3h3"/>',
};

export type Icon = keyof typeof shapes;

/** A line drawing of 16 by 16 pixels, in the colour of the text around it. */
export function icon(name: Icon): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${new Html(shapes[name])}</svg>`;
}

export interface Mark {
  readonly icon: Icon;
  readonly tone: 'good' | 'bad' | 'busy' | 'dull' | 'warn';
  readonly words: string;
}

/** How a check run shows that it went well, badly, or is not over. */
export function markOf(run: CheckRun): Mark {
  switch (run.conclusion) {
    case null:
      return { icon: 'dot', tone: 'busy', words: run.status === 'queued' ? 'Queued' : 'In progress' };
    case 'success':
      return { icon: 'check', tone: 'good', words: 'Successful' };
    case 'neutral':
    case 'skipped':
    case 'stale':
      return { icon: 'dash', tone: 'dull', words: run.conclusion === 'neutral' ? 'Neutral' : 'Skipped' };
    case 'action_required':
      return { icon: 'warning', tone: 'warn', words: 'Action required' };
    case 'cancelled':
    case 'failure':
    case 'timed_out':
      return { icon: 'cross', tone: 'bad', words: run.conclusion === 'failure' ? 'Failing' : 'Stopped' };
  }
}
