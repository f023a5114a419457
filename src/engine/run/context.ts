import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { MigrateRequest } from '../request.ts';
import type { Desk } from '../tables/control-session.ts';
import type { Fingerprint } from '../tables/fingerprint.ts';
import type { NameLock } from '../tables/name-lock.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { Journal } from './recorder.ts';

/** One statement on its way, from the moment its table is known. What each phase finds out it keeps to itself. */
export interface Change {
  readonly request: MigrateRequest;
  readonly desk: Desk;
  readonly alter: AlterStatement;
  /** As it was inspected, and what it was known by then. */
  readonly original: TableDefinition;
  readonly fingerprint: Fingerprint;
  readonly names: TableNames;
  readonly nameLock: NameLock;
  readonly journal: Journal;
}
