import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';

/** How far the migration is behind the writers at one moment. */
export interface Backlog {
  readonly atMs: number;
  /** Changes that the stream has delivered since the start. */
  readonly delivered: number;
  /** Changes that were applied since the start. */
  readonly applied: number;
  readonly waiting: number;
  readonly streamLagMs: number;
}

/** If the backlog has not shrunk for so long, the migration would go on for days. */
const giveUpAfterMs = 10 * 60 * 1000;

/** Notices when the writers are faster than the migration, so that the copy would wait for ever. */
export class BacklogTrend {
  readonly #table: TableName;
  #since: Backlog | null = null;

  constructor(table: TableName) {
    this.#table = table;
  }

  /**
   * @param isBehind whether the copy is held because of the backlog
   * @throws GhostshipError `cannot-keep-up`, with numbers
   */
  check(now: Backlog, isBehind: boolean): void {
    if (!isBehind || this.#since === null) {
      this.#since = isBehind ? now : null;
      return;
    }
    const since = this.#since;
    if (now.atMs - since.atMs < giveUpAfterMs) return;
    const shrinks = now.waiting < since.waiting || now.streamLagMs < since.streamLagMs;
    if (!shrinks) throw cannotKeepUp(this.#table, since, now);
    this.#since = now;
  }
}

function cannotKeepUp(table: TableName, since: Backlog, now: Backlog): GhostshipError {
  const seconds = (now.atMs - since.atMs) / 1000;
  const perSecond = (count: number): string => Math.round(count / seconds).toLocaleString('en');
  return new GhostshipError(
    'cannot-keep-up',
    `${table.name} is changed faster than changes can be brought over: in the last ${Math.round(seconds / 60)} minutes ${perSecond(now.delivered - since.delivered)} changes a second came and ${perSecond(now.applied - since.applied)} were applied; ${now.waiting.toLocaleString('en')} wait, and the stream is ${Math.round(now.streamLagMs / 1000)} s behind.`,
    {
      hint: 'Run the migration when the table is written to less, or closer to the server: from the same network, on a machine with more than one free core.',
    },
  );
}
