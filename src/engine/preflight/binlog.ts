import { adviceToSet, managedService } from '../../mysql/managed-service.ts';
import type { Server } from '../../mysql/server.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { refusal } from './refusals.ts';

/** After so many strong locks in a row the server grants weaker ones first, and writers need only weak ones. The default is far larger. */
const minWriteLocks = 1_000_000;

/** What is said of the binary log. */
export type BinlogFacts = Pick<Server, 'binlogEnabled' | 'binlogFormat' | 'facts'>;

/** Settings with which the binlog lacks changes, or has them in another order than they become visible. */
export function judgeBinlog({ binlogEnabled, binlogFormat, facts }: BinlogFacts): (GhostshipError | null)[] {
  const { variables } = facts;
  const { max_write_lock_count: maxWriteLocks, binlog_storage_engine: engine = '' } = variables;
  return [
    binlogEnabled ? null : refusal('binlog-not-usable', 'The server writes no binary log.', adviceToLog(facts)),
    binlogFormat === 'ROW' ? null : otherFormat({ binlogFormat, facts }),
    variables.binlog_order_commits === 'OFF'
      ? refusal(
          'binlog-not-usable',
          'binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.',
          adviceToSet(facts, 'binlog_order_commits', 'ON'),
        )
      : null,
    engine === ''
      ? null
      : refusal(
          'binlog-not-usable',
          `binlog_storage_engine is ${engine}: such a binary log has no positions in files, by which it is read here.`,
          'Start the server without binlog_storage_engine.',
        ),
    maxWriteLocks !== undefined && Number(maxWriteLocks) < minWriteLocks
      ? refusal(
          'unsupported-server',
          `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`,
          adviceToSet(facts, 'max_write_lock_count', 'DEFAULT'),
        )
      : null,
  ];
}

/**
 * No session of a migration can write by statements, not even its notes (MySQL manual, "Binary Logging Formats": InnoDB under READ
 * COMMITTED).
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export function refuseUnwritable({ binlogEnabled, binlogFormat, facts }: BinlogFacts): void {
  if (binlogEnabled && binlogFormat === 'STATEMENT') throw otherFormat({ binlogFormat, facts });
}

function otherFormat({ binlogFormat, facts }: Pick<BinlogFacts, 'binlogFormat' | 'facts'>): GhostshipError {
  return refusal(
    'binlog-not-usable',
    `binlog_format is ${binlogFormat}.`,
    `${adviceToSet(facts, 'binlog_format', 'ROW')} Then let every session that writes reconnect.`,
  );
}

function adviceToLog(facts: BinlogFacts['facts']): string {
  switch (managedService(facts)) {
    case 'Aurora':
      return 'Set binlog_format to ROW in the DB cluster parameter group, and restart.';
    case 'RDS':
      return 'Turn automated backups on.';
    case 'Cloud SQL':
      return 'Turn point-in-time recovery on.';
    case 'Azure':
    case null:
      return 'Start it with log_bin and binlog_format=ROW.';
  }
}
