import { showReplicaStatus, showReplicas, showSlaveHosts, showSlaveStatus } from '../sql/inspect.ts';
import { selectGroupMembers, showAllSlavesStatus, showRunningSlaves } from '../sql/server.ts';
import type { Flavor } from './product.ts';
import { isServerError } from './server-errors.ts';
import type { Row, Session } from './session.ts';

/** A server that this one replicates from. */
export interface ReplicationSource {
  /** `db.internal:3306` */
  readonly place: string;
  /** False where it was stopped. */
  readonly isRunning: boolean;
}

/** `null` where the user may not ask: it takes REPLICATION CLIENT on MySQL, SLAVE MONITOR on MariaDB. */
export async function readSources(session: Session, flavor: Flavor): Promise<ReplicationSource[] | null> {
  const statements = flavor === 'mysql' ? [showReplicaStatus, showSlaveStatus] : [showAllSlavesStatus];
  for (const statement of statements) {
    const rows = await session.rows(statement).catch(() => null);
    if (rows !== null) return rows.map(readSource);
  }
  return null;
}

/** How a replica is doing, for one of its sources. */
export interface ReplicationState {
  /** `db.internal:3306` */
  readonly place: string;
  /** Whether both of its threads run, or are about to. */
  readonly isConnected: boolean;
  readonly isApplying: boolean;
  /** How far it is behind, beside a delay that a person has chosen. `null` where the server does not know. */
  readonly lagMs: number | null;
  /** What a person has chosen; 0 for none. */
  readonly delayMs: number;
  /** What went wrong last; `''` for nothing. */
  readonly error: string;
}

/** @throws ServerError where the user may not ask */
export async function readReplication(session: Session, flavor: Flavor): Promise<ReplicationState[]> {
  if (flavor === 'mariadb') return (await session.rows(showAllSlavesStatus)).map(readState);
  const rows = await session.rows(showReplicaStatus).catch((error: unknown) => {
    if (isServerError(error, 'ER_PARSE_ERROR')) return session.rows(showSlaveStatus);
    throw error;
  });
  return rows.map(readState);
}

function readState(row: Row): ReplicationState {
  const value = (...names: string[]): string => String(names.map((name) => row[name]).find((it) => it !== undefined));
  const behind = row.Seconds_Behind_Source ?? row.Seconds_Behind_Master ?? null;
  const delayMs = Number(row.SQL_Delay ?? 0) * 1_000;
  return {
    place: `${value('Source_Host', 'Master_Host')}:${value('Source_Port', 'Master_Port')}`,
    isConnected: value('Replica_IO_Running', 'Slave_IO_Running') !== 'No',
    isApplying: value('Replica_SQL_Running', 'Slave_SQL_Running') !== 'No',
    lagMs: behind === null ? null : Math.max(0, Number(behind) * 1_000 - delayMs),
    delayMs,
    error: [row.Last_SQL_Error, row.Last_IO_Error].map((it) => String(it ?? '')).find((it) => it !== '') ?? '',
  };
}

/** How many connections to a source run, as everybody may ask. `null` where the server does not tell. */
export async function countRunningSources(session: Session): Promise<number | null> {
  const [row] = await session.rows(showRunningSlaves).catch(() => []);
  return row === undefined ? null : Number(row.Value);
}

/** Of the group, the server itself included; 0 where it is in none, or does not tell. */
export async function countGroupMembers(session: Session): Promise<number> {
  return (await session.rows(selectGroupMembers).catch(() => [])).length;
}

/** Needs REPLICATION SLAVE on MySQL, REPLICATION MASTER ADMIN on MariaDB; who may not ask is taken to have replicas. */
export async function hasReplicas(session: Session): Promise<boolean> {
  const rows = await session.rows(showReplicas).catch(() => session.rows(showSlaveHosts).catch(() => null));
  if (rows === null || rows.length > 0) return true;
  // Members of a group are in no list of replicas.
  return (await countGroupMembers(session)) > 1;
}

function readSource(row: Row): ReplicationSource {
  const value = (name: string): string => String(row[`Source_${name}`] ?? row[`Master_${name}`] ?? '');
  const isOff = (thread: string): boolean =>
    String(row[`Replica_${thread}_Running`] ?? row[`Slave_${thread}_Running`]) === 'No';
  return { place: `${value('Host')}:${value('Port')}`, isRunning: !isOff('IO') || !isOff('SQL') };
}
