import { ledgerTable } from './ledger.ts';
import { join, type Sql, sql, tableName } from './sql.ts';

/** What jobs have completed, and have not told their pull requests. A run that has more to do tells of it at its end. */
export function selectUntold(schema: string, namespace: string): Sql {
  const ledger = tableName({ schema, name: ledgerTable });
  return sql`SELECT id, file, statement, table_name, outcome FROM ${ledger} AS done
    WHERE untold AND state = 'completed' AND namespace = ${namespace} AND NOT EXISTS (
      SELECT 1 FROM ${ledger} AS more WHERE more.run_url = done.run_url AND more.id <> done.id AND more.finished_at IS NULL)
    ORDER BY started_at`;
}

export function markTold(schema: string, ids: readonly string[]): Sql {
  const list = join(ids.map((id) => sql`${id}`));
  return sql`UPDATE ${tableName({ schema, name: ledgerTable })} SET untold = FALSE WHERE untold AND id IN (${list})`;
}
