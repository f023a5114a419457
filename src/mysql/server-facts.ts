import { selectProduct, showVariables } from '../sql/server.ts';
import { type Flavor, flavorOf } from './product.ts';
import { countGroupMembers, countRunningSources, type ReplicationSource, readSources } from './replication.ts';
import type { Session } from './session.ts';

/** What a server says of itself, for those who judge whether a migration is safe there. */
export interface ServerFacts {
  readonly flavor: Flavor;
  /** VERSION() */
  readonly version: string;
  readonly versionComment: string;
  /** Those of {@link judgedVariables} that the server has. */
  readonly variables: Readonly<Partial<Record<JudgedVariable, string>>>;
  /** `null` where the user may not ask. */
  readonly sources: readonly ReplicationSource[] | null;
  /** Sources that are being replicated from now, by another way of asking; `null` where that does not tell either. */
  readonly runningSources: number | null;
  /** Of its replication group, itself included; 0 where it is in none. */
  readonly groupMembers: number;
  /** A person has said that this server alone is written to. */
  readonly isOnlyWriter: boolean;
}

const judgedVariables = [
  'read_only',
  'super_read_only',
  'innodb_read_only',
  'wsrep_on',
  'wsrep_provider',
  'group_replication_group_name',
  'group_replication_single_primary_mode',
  'log_replica_updates',
  'log_slave_updates',
  'gtid_slave_pos',
  'gtid_mode',
  'binlog_optimize_thread_scheduling',
  'innodb_version',
  'binlog_order_commits',
  'binlog_storage_engine',
  'binlog_row_image',
  'max_write_lock_count',
  'innodb_native_foreign_keys',
  'binlog_expire_logs_seconds',
  'binlog_expire_logs_auto_purge',
  'expire_logs_days',
  'aurora_version',
  'basedir',
] as const;

export type JudgedVariable = (typeof judgedVariables)[number];

/** @throws ServerError, ConnectionLost */
export async function readServerFacts(session: Session): Promise<ServerFacts> {
  const [product] = await session.rows(selectProduct);
  const found = await session.rows(showVariables(judgedVariables));
  const version = String(product?.version);
  const flavor = flavorOf(version);
  const sources = await readSources(session, flavor);
  return {
    flavor,
    version,
    versionComment: String(product?.version_comment),
    variables: Object.fromEntries(found.map((row) => [String(row.Variable_name), String(row.Value)])),
    sources,
    runningSources: sources === null ? await countRunningSources(session) : null,
    groupMembers: flavor === 'mysql' ? await countGroupMembers(session) : 0,
    isOnlyWriter: session.target.isOnlyWriter === true,
  };
}
