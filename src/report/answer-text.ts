import type { ToldMigration } from '../commands/control/control.ts';

/** What a migration was told and what it answered; two sentences or more. */
export function answerText({ table, answer }: ToldMigration, command: string): string {
  return `The migration of ${table} was told: ${command}. ${answer.text}`;
}
