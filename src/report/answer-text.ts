import type { ToldMigration } from '../commands/control/control.ts';
import { isRevert } from '../commands/migrate/run-outcome.ts';
import { inTerminal } from '../support/command-words.ts';

/** What a migration was told and what it answered; two sentences or more. */
export function answerText(told: ToldMigration, command: string): string {
  return `The migration of ${told.table} was told: ${command}. ${saidTo(told)}`;
}

/** No file has the statement of a revert, so no run of the files goes on with it. */
export function saidTo({ table, answer, alive, statement }: ToldMigration): string {
  return answer.outcome === 'kept' && !alive && isRevert({ statement })
    ? `Nobody is working on it. ${inTerminal('revert', table)} goes on with it, and obeys then.`
    : answer.text;
}
