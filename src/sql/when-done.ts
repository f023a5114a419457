import { sql } from './sql.ts';

const doneAt = sql`TIMESTAMPADD(SECOND, FLOOR(UNIX_TIMESTAMP(COALESCE(finished_at, live_at))), '1970-01-01')`;

/** Of a row of the ledger: `2026-01-02 03:04:05 UTC`, whatever the time zone of the session; NULL for what was never started. */
export const whenDone = sql`IF(started_at IS NULL, NULL, DATE_FORMAT(${doneAt}, '%Y-%m-%d %H:%i:%s UTC'))`;
