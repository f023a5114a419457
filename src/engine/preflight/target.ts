import type { ReplicationSource } from '../../mysql/replication.ts';
import { askServer, type Server } from '../../mysql/server.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { Session } from '../../mysql/session.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { refusal, refuseAll } from './refusals.ts';

/**
 * Whether this is a server whose tables can be changed safely, in any way. Everything that changes something on a target asks this
 * first, and a plan that is made on the target. What kind of server it is was judged when the connection was opened.
 *
 * @throws GhostshipError with every refusal at once
 */
export function refuseTarget({ facts }: Pick<Server, 'facts'>): void {
  refuseAll(judgeTarget(facts));
}

/** For who has a session and has not asked the server yet. */
export async function refuseTargetOf(session: Session): Promise<void> {
  refuseTarget(await askServer(session));
}

/** What {@link refuseTarget} says, from what the server has said. */
export function judgeTarget(facts: ServerFacts): GhostshipError[] {
  return [strangeServer(facts), readOnly(facts), galera(facts), severalPrimaries(facts), replicating(facts)].filter(
    (one) => one !== null,
  );
}

/** What rules a server out whatever is done there: it is no MySQL and no MariaDB, or its locks hold on one member of many. */
export function judgeKind(facts: ServerFacts): GhostshipError[] {
  return [strangeServer(facts), galera(facts), severalPrimaries(facts)].filter((one) => one !== null);
}

/** Every MySQL has these; a server that has taken only its name may lack what they stand for. */
function strangeServer({ flavor, version, variables }: ServerFacts): GhostshipError | null {
  if (flavor !== 'mysql') return null;
  const missing = (['innodb_version', 'binlog_order_commits'] as const).filter((name) => variables[name] === undefined);
  if (missing.length === 0) return null;
  return refusal(
    'unsupported-server',
    `The server calls itself MySQL ${version}, and it has no ${missing.join(' and no ')}, as every MySQL has.`,
    'It is another kind of server: run the statement there by its own means.',
  );
}

/** MariaDB 12 has more values than OFF and ON, all of which keep writers out. A reader of Aurora tells by InnoDB's variable alone. */
function readOnly({ variables }: ServerFacts): GhostshipError | null {
  const on = (['read_only', 'super_read_only', 'innodb_read_only'] as const).filter((name) => isOn(variables[name]));
  if (on.length === 0) return null;
  return refusal(
    'unsupported-server',
    `The target is read-only: ${on.map((name) => `${name} is ${variables[name]}`).join(', ')}.`,
    'Point the target at the source, not at a replica.',
  );
}

function galera({ variables }: ServerFacts): GhostshipError | null {
  const provider = variables.wsrep_provider ?? '';
  if (!isOn(variables.wsrep_on) || ['', 'none'].includes(provider.toLowerCase())) return null;
  return refusal(
    'unsupported-server',
    `The server is a node of a Galera cluster (wsrep_on is ON, wsrep_provider is ${provider}). Locks hold on this node alone, and other nodes would write meanwhile.`,
    "Run the statement yourself, in the cluster's own way: wsrep_OSU_method=TOI lets all nodes do it at once.",
  );
}

function severalPrimaries({ variables, groupMembers, isOnlyWriter }: ServerFacts): GhostshipError | null {
  const { group_replication_group_name: group = '', group_replication_single_primary_mode: single } = variables;
  if (group === '' || single !== 'OFF' || isOnlyWriter) return null;
  const count = groupMembers > 1 ? ` There are ${groupMembers}.` : '';
  return refusal(
    'unsupported-server',
    `group_replication_single_primary_mode is OFF: every member of the group takes writes, and locks hold on one member alone.${count}`,
    `SELECT group_replication_switch_to_single_primary_mode() leaves one primary; point the target at it. ${orAccept}`,
  );
}

const orAccept =
  'Or, where this server alone is written to until a migration is over, name one-writer in the option allow.';

/**
 * What the server applies for another one must be in its own binary log, and locks do not hold there: what is written there during
 * the migration arrives after the swap, in the old form.
 */
function replicating(facts: ServerFacts): GhostshipError | null {
  const { flavor, variables, sources, runningSources } = facts;
  const logging = variables.log_replica_updates === undefined ? 'log_slave_updates' : 'log_replica_updates';
  const logs = isOn(variables[logging]);
  const [stop, reset] =
    flavor === 'mysql' ? ['STOP REPLICA', 'RESET REPLICA ALL'] : ['STOP ALL SLAVES', 'RESET SLAVE ALL'];
  const running = sources?.filter(({ isRunning }) => isRunning) ?? [];
  const isRunning = running.length > 0 || (runningSources ?? 0) > 0;
  const place = (of: readonly ReplicationSource[]): string =>
    of.length > 0 ? of.map((it) => it.place).join(', ') : 'another one';
  if (!logs && (isRunning || (sources?.length ?? 0) > 0)) {
    return refusal(
      'unsupported-server',
      `The server replicates from ${place(sources ?? [])}, and ${logging} is OFF: what it applies is missing in its binary log.`,
      `Point the target at the source. Where the replication is over, run ${stop} and ${reset}.`,
    );
  }
  if (isRunning && !facts.isOnlyWriter) {
    return refusal(
      'unsupported-server',
      `The server replicates from ${place(running)}. Rows that are written there meanwhile would arrive in the old form after the swap.`,
      `Point the target at the source. Where nobody writes to that source, run ${stop} for the time of the migration. ${orAccept}`,
    );
  }
  if (!logs && sources === null && (variables.gtid_slave_pos ?? '') !== '') {
    return refusal(
      'missing-privileges',
      `The server has replicated from another one (gtid_slave_pos is not empty) and ${logging} is OFF. This user may not see whether it still does.`,
      'GRANT SLAVE MONITOR ON *.* to the user of the target URL.',
    );
  }
  return null;
}

export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'OFF'].includes(value.toUpperCase());
}
