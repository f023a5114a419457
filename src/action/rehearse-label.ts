import type { Event } from './event.ts';

/** Asks for a rehearsal behind each plan of the pull request that has it. */
const label = 'ghostship:rehearse';

export function isLabelled(event: Event): boolean {
  return event.kind === 'pull-request' && event.labels.includes(label);
}
