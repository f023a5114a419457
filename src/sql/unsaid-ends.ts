import { ledgerTable } from './ledger.ts';
import { type Sql, sql, tableName } from './sql.ts';

/**
 * What a migration has come to, while its run is still at work.
 *
 * @param outcome JSON
 * @param wayBack JSON; `null` where no retired table is kept
 */
export function noteOutcome(schema: string, id: string, outcome: string, wayBack: string | null): Sql {
  return sql`UPDATE ${tableName({ schema, name: ledgerTable })} SET outcome = ${outcome},
      cutover_position = COALESCE(${wayBack}, cutover_position), live_at = CURRENT_TIMESTAMP(3)
    WHERE id = ${id} AND finished_at IS NULL`;
}

/** Statements of a command line that are done, and whose runs have not said so. Of those of files the ledger itself tells the next run. */
export function selectUnsaid(schema: string): Sql {
  return sql`SELECT id, table_name, outcome FROM ${tableName({ schema, name: ledgerTable })}
    WHERE finished_at IS NULL AND outcome IS NOT NULL AND state IN ('completed', 'reverted') AND file IS NULL
    ORDER BY started_at`;
}
