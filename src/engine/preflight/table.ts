import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor, Server } from '../../mysql/server.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { judgeBinlog } from './binlog.ts';
import {
  addsForeignKeys,
  foreignKeyRefusals,
  hiddenChildren,
  type KeyHandling,
  knowForeignKeys,
} from './foreign-keys.ts';
import { parentPrivileges } from './parent-privileges.ts';
import { refusal, refuseAll } from './refusals.ts';
import { movesPartitionedRows } from './statement.ts';
import { triggerRefusals } from './triggers.ts';
import { unprovenServer } from './unproven.ts';

/**
 * What must be so for the ghost-table copy.
 *
 * @throws GhostshipError with every refusal at once
 */
export async function refuseCopy(
  control: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  options: TableOptions,
): Promise<void> {
  refuseAll([
    ...judgeBinlog(control.server),
    ...(await copyRefusals(control, original, alter, options)),
    await parentPrivileges(control, original, options),
  ]);
}

/** The part of {@link refuseCopy} that a replica can tell as well. */
export async function refuseTable(
  control: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  options: TableOptions,
): Promise<void> {
  refuseAll(await copyRefusals(control, original, alter, options));
}

async function copyRefusals(
  control: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  options: TableOptions,
): Promise<readonly (GhostshipError | null)[]> {
  const { server, session } = control;
  return [
    unprovenServer(server.facts, options),
    ...tableRefusals(original, alter, await knowForeignKeys(control, original), options),
    await hiddenChildren(session, server, original),
  ];
}

/** Whether a copy can do what the statement asks for at all. */
export function hasCopy(alter: AlterStatement, server: Server): boolean {
  return !addsForeignKeys(alter, server) && !movesPartitionedRows(alter);
}

/** Whether what belongs to the table, or to others, stands in the way of a copy. */
export async function mayNotBeCopied(
  { server, session }: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  keys: KeyHandling,
  options: TableOptions,
): Promise<boolean> {
  return (
    tableRefusals(original, alter, keys, options).some((one) => one !== null) ||
    (await hiddenChildren(session, server, original)) !== null
  );
}

/** What a person has said is to become of what belongs to the table. */
export type TableOptions = Pick<MigrateOptions, 'triggers' | 'foreignKeys' | 'allow'>;

function tableRefusals(
  original: TableDefinition,
  alter: AlterStatement,
  keys: KeyHandling,
  options: TableOptions,
): (GhostshipError | null)[] {
  return [
    ...triggerRefusals(original, alter, keys.flavor, options),
    ...foreignKeyRefusals(original, alter, keys, options),
    losesPlace(original, keys.flavor)
      ? refusal(
          'unsupported-table',
          `${original.table.name} has a DATA DIRECTORY, which a copy would not have.`,
          "Run the statement directly: the server's own ALTER TABLE keeps the place of its files.",
        )
      : null,
  ];
}

/** CREATE TABLE … LIKE leaves out where the files of a table are; MariaDB's also those of partitions. */
function losesPlace({ createStatement }: TableDefinition, flavor: Flavor): boolean {
  const lines = createStatement.replaceAll(/`(?:[^`]|``)*`|'(?:[^'\\]|\\.|'')*'/gsu, '').split('\n');
  const hasPlace = (line: string): boolean => /\bDATA DIRECTORY\s*=/u.test(line);
  return lines.some((line) => hasPlace(line) && (flavor === 'mariadb' || line.startsWith(')')));
}
