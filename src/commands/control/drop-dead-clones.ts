import { dropDead, findPlaces } from '../../engine/tables/dead-clones.ts';
import { keepOutOfBinlog } from '../../engine/tables/keep-out-of-binlog.ts';
import { askNameCase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { dropTables } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { CleanupReport } from './cleanup-report.ts';

export interface CloneWork {
  /** Only clones of this table; `null` for everything. */
  readonly table: string | null;
  readonly isReplica: boolean;
  /** Whether it is only told what would be dropped. */
  readonly isDry: boolean;
}

const onTarget = ['plan', 'migration', 'rehearsal'] as const;

/** The clone of a migration comes there from the source, if at all, and the replica needs it for what the source does next. */
const onReplica = ['plan', 'rehearsal'] as const;

/**
 * Drops what dry runs that died have left beside the tables of some databases. As it was made, outside the binary log where that
 * is allowed: a dry run on a replica of this server may live and have its clone under the same name.
 */
export async function dropDeadClones(
  server: Target,
  databases: readonly string[],
  { table, isReplica, isDry }: CloneWork,
): Promise<Pick<CleanupReport, 'dropped' | 'kept'>> {
  const dropped: string[] = [];
  const kept: { table: string; reason: string }[] = [];
  const label = ({ schema, name }: TableName): string =>
    name === '' ? schema : labelOf(schema, name, server.database);
  await using session = await connect(server, 'looking for clones');
  const nameCase = await askNameCase(session);
  const schemas = new Set(databases.map((name) => nameCase.spell(name)));
  const purposes = isReplica ? onReplica : onTarget;
  for (const found of await findPlaces(session, [...schemas], purposes)) {
    const { original, place } = found;
    if (table !== null && (original === null || !nameCase.same(table, label(original)))) continue;
    // The lock ends with the session.
    await using own = await connect(server, 'dropping a clone');
    if (!isDry) await keepOutOfBinlog(own, isReplica);
    const fate = await dropDead(own, found, isDry);
    if (fate.kind === 'running') kept.push({ table: label(place), reason: 'its dry run is running' });
    else if (fate.kind === 'schema-kept')
      kept.push({
        table: place.schema,
        reason: 'not all that is in it has a mark of Ghostship. Look into it, and drop it if nobody needs it',
      });
    else if (fate.kind === 'schema-dropped') dropped.push(place.schema);
    else {
      dropped.push(...fate.tables.map(label));
      for (const table of fate.unmarked) kept.push({ table: label(table), reason: unmarked(table) });
    }
  }
  return { dropped, kept };
}

/** Versions before the mark have left clones without one. */
function unmarked(table: TableName): string {
  return `it has no mark of Ghostship. If an older version has left it, and nobody needs it, \`\` ${dropTables([table]).text} \`\` drops it`;
}
