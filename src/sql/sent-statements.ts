import { completedColumns } from './completed-columns.ts';
import { ledgerTable } from './ledger.ts';
import { raw, type Sql, sql, tableName } from './sql.ts';

/** What is about to be sent to the server, before it is. */
export function noteSent(schema: string, id: string, sent: string): Sql {
  return sql`UPDATE ${rows(schema)} SET sent = ${sent}, live_at = CURRENT_TIMESTAMP(3) WHERE id = ${id}`;
}

export function forgetSent(schema: string, id: string): Sql {
  return sql`UPDATE ${rows(schema)} SET sent = NULL WHERE id = ${id}`;
}

/** Statements that were sent, and whose rows do not say what became of them. */
export function selectUnconfirmed(schema: string): Sql {
  return sql`SELECT id, file, statement, table_name, sent,
      TIMESTAMPDIFF(MICROSECOND, live_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms
    FROM ${rows(schema)} WHERE sent IS NOT NULL AND state NOT IN ('completed', 'reverted')
      AND (outcome IS NULL OR outcome LIKE '%"tableState":"unknown"%') ORDER BY queued_at`;
}

/**
 * The newest other row of a statement of a file that is done, or was sent to the server and does not say what became of it: `is_done`
 * and what `selectCompleted` gives.
 */
export function selectSame(
  schema: string,
  namespace: string,
  { id, file, ordinal, digest }: { readonly [name in 'id' | 'file' | 'digest']: string } & { readonly ordinal: number },
): Sql {
  const isDone = raw("state IN ('completed', 'reverted')");
  return sql`SELECT ${completedColumns}, ${isDone} AS is_done
    FROM ${rows(schema)}
    WHERE file = ${file} AND ordinal = ${ordinal} AND statement_digest = ${digest} AND namespace = ${namespace} AND id <> ${id}
      AND (${isDone} OR (sent IS NOT NULL AND outcome IS NULL AND state <> 'queued'))
    ORDER BY is_done DESC, queued_at DESC LIMIT 1`;
}

function rows(schema: string): Sql {
  return tableName({ schema, name: ledgerTable });
}
