import type { MigrationState } from '../engine/outcome.ts';
import { commandWord, inComment, inTerminal } from '../support/command-words.ts';
import { type Alert, alert, code, codeBlock, link, prose } from './markdown.ts';
import { formatDuration } from './quantity.ts';
import { stateWords } from './words.ts';

/** A migration that waits for a person, and all that person needs to know. */
export interface Gate {
  readonly table: string;
  readonly isRevert: boolean;
  readonly statement: string;
  /** Who started the run; empty where GitHub does not tell. */
  readonly actor: string;
  readonly lockBudgetMs: number;
  readonly retired: 'drop' | 'keep';
  /** Whether the run ends at the gate, and another one swaps. */
  readonly yields: boolean;
  /** Users and teams, such as `mona` or `acme/databases`. */
  readonly reviewers: readonly string[];
  /** The page of the repository on which workflows are started by hand. */
  readonly actionsUrl: string;
  readonly runUrl: string;
}

const kind: Alert = 'IMPORTANT';

/** What is about to happen, and who says when; GitHub notifies the reviewers that are named. */
export function gateMarkdown(gate: Gate): string {
  const { table, statement, reviewers, actionsUrl, runUrl, yields } = gate;
  const mentions = reviewers.map((reviewer) => `@${reviewer}`).join(' ');
  const goingOn = gate.isRevert
    ? `write ${code('/ghostship revert')} again`
    : 'run the workflow again, or wait for its schedule';
  const after = yields ? [`The run has ended meanwhile. Once that is said, ${goingOn}.`] : [];
  return [
    `## ✋ Ghostship · ${prose(table)} waits for a person`,
    alert(kind, `**${prose(gateText(gate))}**`),
    codeBlock('sql', statement),
    [
      'To swap the tables, do one of these:',
      `- write ${inComment('cutover', table)} in a comment of this pull request`,
      `- run ${inTerminal('cutover', table)} in a terminal, with the target`,
      `- run your workflow for commands by hand on ${link('the Actions page', actionsUrl)}, with the command ${code(`cutover ${commandWord(table)}`)}`,
    ].join('\n'),
    `To end it and leave the table as it is: ${inComment('abort', table)}.`,
    ...after,
    ...(mentions === '' ? [] : [`cc ${mentions}`]),
    `<sub>${link('log', runUrl)}</sub>`,
  ].join('\n\n');
}

/** The same in a few sentences of plain text. */
export function gateText({
  table,
  isRevert,
  actor,
  lockBudgetMs,
  retired,
}: Pick<Gate, 'table' | 'isRevert' | 'actor' | 'lockBudgetMs' | 'retired'>): string {
  const who = actor === '' ? '' : ` in the run that ${actor} has started`;
  if (isRevert)
    return `The kept table of ${table} has every change since and is compared${who}. The swap that brings it back waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most.`;
  const old = retired === 'keep' ? 'is kept' : 'is dropped';
  return `Every row of ${table} is copied and compared${who}. The swap waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most, and the old table ${old}.`;
}

/** How a migration has left its gate. */
export type GateEnd = Exclude<MigrationState, 'yielded'> | 'nothing-kept' | 'orphaned';

/** In place of the news that it waits: nothing is left to be said, and the commands would reach nobody. */
export function gateOverMarkdown(table: string, end: GateEnd): string {
  return [`## Ghostship · ${prose(table)} waited for a person`, alert('NOTE', overText(table, end))].join('\n\n');
}

function overText(table: string, end: GateEnd): string {
  if (end === 'orphaned')
    return `**No file has its statement any more, so no run goes on with it.** ${inComment('abort', table)} removes what it has copied.`;
  if (end === 'nothing-kept')
    return '**The run was stopped, and what it had copied could not be kept.** The next run begins anew, and asks again.';
  const how = end === 'completed' ? 'shipped' : stateWords[end];
  // What nobody worked on any more has no end that was told.
  return `**It is over: ${how}**${end === 'aborted' ? '.' : ', see below.'}`;
}
