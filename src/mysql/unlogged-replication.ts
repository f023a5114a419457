import { showStarts } from '../sql/inspect.ts';
import type { ServerFacts } from './server-facts.ts';
import type { Session } from './session.ts';

/** Com_replica_start, Com_slave_start, Com_start_all_slaves, Com_group_replication_start: versions and servers differ. */
const startsReplication = /^Com_(?:.*(?:replica|slave|replication)_start|start_.*(?:replica|slave)s?)$/iu;

/**
 * How often the server has begun to replicate since it was started, where it does not write to its own binary log what it applies.
 * 0 where it does: then nothing is missing.
 */
export async function countUnloggedReplications(session: Session, { variables }: ServerFacts): Promise<number> {
  const logs = variables.log_replica_updates ?? variables.log_slave_updates ?? '';
  if (/^(?:on|1)$/iu.test(logs)) return 0;
  const rows = await session.rows(showStarts);
  return rows
    .filter(({ Variable_name: name }) => startsReplication.test(String(name)))
    .reduce((sum, { Value: value }) => sum + Number(value), 0);
}
