import type { Server } from '../../mysql/server.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { refusal } from './refusals.ts';

/** After so many strong locks in a row the server grants weaker ones first, and writers need only weak ones. The default is far larger. */
const minWriteLocks = 1_000_000;

/** Settings with which the binlog lacks changes, or has them in another order than they become visible. */
export async function binlogRefusals(server: Server): Promise<(GhostshipError | null)[]> {
  const [orderCommits, maxWriteLocks] = [
    await server.variable('binlog_order_commits'),
    await server.variable('max_write_lock_count'),
  ];
  return [
    server.binlogEnabled
      ? null
      : refusal(
          'binlog-not-usable',
          'The server writes no binary log.',
          'Start it with log_bin and binlog_format=ROW.',
        ),
    server.binlogFormat === 'ROW'
      ? null
      : refusal(
          'binlog-not-usable',
          `binlog_format is ${server.binlogFormat}.`,
          'SET GLOBAL binlog_format = ROW, and let every session that writes reconnect.',
        ),
    orderCommits === 'OFF'
      ? refusal(
          'binlog-not-usable',
          'binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.',
          'SET GLOBAL binlog_order_commits = ON.',
        )
      : null,
    maxWriteLocks !== null && Number(maxWriteLocks) < minWriteLocks
      ? refusal(
          'unsupported-server',
          `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`,
          'SET GLOBAL max_write_lock_count = DEFAULT.',
        )
      : null,
  ];
}
