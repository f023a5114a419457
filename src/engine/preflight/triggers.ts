import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { unreadable } from '../relations/triggers.ts';
import type { MigrateOptions } from '../request.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { refusal } from './refusals.ts';

/** What keeps the triggers of the table from being carried over, or from being left where they are. */
export function triggerRefusals(
  original: TableDefinition,
  alter: AlterStatement,
  flavor: Flavor,
  { triggers, foreignKeys }: Pick<MigrateOptions, 'triggers' | 'foreignKeys'>,
): (GhostshipError | null)[] {
  const { name } = original.table;
  if (original.triggers.length === 0) return [];
  if (triggers === 'refuse') {
    return [
      refusal(
        'unsupported-table',
        `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(', ')}.`,
        'They would be lost with the old table. `triggers: carry` carries them over to the altered one.',
      ),
    ];
  }
  const foreign = unreadable(original.triggers);
  return [
    needsOwnSchema(original, alter, flavor, foreignKeys)
      ? refusal(
          'unsupported-table',
          `${name} has triggers, and constraints whose names are to be kept.`,
          'Only one of the two can be carried over by a RENAME of this server (MySQL manual, "RENAME TABLE Statement"). Drop the triggers before the migration and create them again after it.',
        )
      : null,
    foreign.length > 0
      ? refusal(
          'unsupported-table',
          `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(', ')}.`,
          'Create them again in a session with utf8mb4 first.',
        )
      : null,
  ];
}
