import { ledgerTable } from './ledger.ts';
import { type Sql, sql, tableName } from './sql.ts';

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

function rows(schema: string): Sql {
  return tableName({ schema, name: ledgerTable });
}
