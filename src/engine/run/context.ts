import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { ForwardMigration, MigrateRequest } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import type { Fingerprint } from '../tables/fingerprint.ts';
import type { NameLock } from '../tables/name-lock.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { Recorder } from './recorder.ts';
import type { ReplicationWatch } from './replication-watch.ts';

/** What every phase of one migration knows, from the moment its table is known. What one phase finds out is not in it. */
export interface MigrationContext {
  readonly request: MigrateRequest;
  readonly control: ControlConnection;
  readonly alter: AlterStatement;
  /** The table as it was inspected before anything was created. */
  readonly original: TableDefinition;
  /** Taken together with {@link original}. */
  readonly fingerprint: Fingerprint;
  readonly names: TableNames;
  readonly nameLock: NameLock;
  readonly recorder: Recorder;
  /** Of a rehearsal: the replication of the server it is on. `null` for a migration. */
  readonly replication: ReplicationWatch | null;
  /** The migration that is reverted, where this is a revert. */
  readonly forward: ForwardMigration | null;
}
