import { o as sql } from "./sql.js";

// src/sql/completed-columns.ts
/** Enough to show what a statement was. */
const shownCharacters = 4e3;
const doneAt = sql`TIMESTAMPADD(SECOND, FLOOR(UNIX_TIMESTAMP(COALESCE(finished_at, live_at))), '1970-01-01')`;
/** `2026-01-02 03:04:05 UTC`, whatever the time zone of the session; NULL for what was never started. */
const whenDone = sql`IF(started_at IS NULL, NULL, DATE_FORMAT(${doneAt}, '%Y-%m-%d %H:%i:%s UTC'))`;
/** Of the ledger: what tells a statement of a file that is done. */
const completedColumns = sql`file, ordinal, statement_count, statement_digest, id, state, ${whenDone} AS finished,
      UNIX_TIMESTAMP(COALESCE(finished_at, live_at)) AS done_at,
      LEFT(statement, ${shownCharacters}) AS statement`;

export { shownCharacters as n, completedColumns as t };