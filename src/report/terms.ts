import type { Values } from '../commands/options/parse-values.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { formatDuration } from './quantity.ts';
import { describeWayBack, enumerate } from './words.ts';

type Planned = Extract<PlannedStatement, { kind: 'planned' }>;

/** What a statement is carried out under. */
export type Terms = Pick<
  Values,
  | 'cutover'
  | 'gate'
  | 'retired'
  | 'max-lag'
  | 'max-load'
  | 'critical-load'
  | 'lock-budget'
  | 'kill-blockers'
  | 'max-runtime'
>;

/** Who swaps the tables, what becomes of the old table, and whether there is a way back; a sentence or two each. */
export function describeEnd(
  { algorithm, wayBack }: Pick<Planned, 'algorithm' | 'wayBack'>,
  { cutover, gate, retired }: Terms,
): string[] {
  const way =
    wayBack === null ? [] : [wayBack.isOpen ? oldTable(wayBack.lostColumns, retired) : describeWayBack(wayBack)];
  if (algorithm !== 'copy' || cutover === 'auto') return way;
  const meanwhile = gate === 'yield' ? ' The run ends there, and the next one goes on.' : '';
  return [
    `The swap waits for a person: somebody who may push writes \`/ghostship cutover\` in a comment.${meanwhile}`,
    ...way,
  ];
}

function oldTable(lostColumns: readonly string[], { kind, forMs }: Terms['retired']): string {
  const way = describeWayBack({ isOpen: true, lostColumns });
  if (kind === 'drop') return `The old table is dropped after the swap: then there is no way back. ${way}`;
  const lost =
    lostColumns.length === 0
      ? ''
      : `; the column${lostColumns.length === 1 ? '' : 's'} ${enumerate(lostColumns)} would be lost`;
  const time = forMs === null ? 'until somebody drops it' : `for ${formatDuration(forMs)}`;
  return `The old table is kept ${time}: until then \`/ghostship revert\` brings it back${lost}.`;
}

/** The limits of a copy, a phrase each: `max-lag 1.5 s`. */
export function describeLimits(terms: Terms): string[] {
  const loads = (name: 'max-load' | 'critical-load'): string[] =>
    terms[name].length === 0
      ? []
      : [`${name} ${terms[name].map(({ variable, value }) => `${variable}=${value}`).join(', ')}`];
  return [
    `max-lag ${formatDuration(terms['max-lag'])}`,
    `lock-budget ${formatDuration(terms['lock-budget'])}`,
    ...loads('max-load'),
    ...loads('critical-load'),
    ...(terms['kill-blockers'] === 'none' ? [] : [`kill-blockers ${terms['kill-blockers']}`]),
    ...(terms['max-runtime'] === null ? [] : [`max-runtime ${formatDuration(terms['max-runtime'])}`]),
  ];
}
