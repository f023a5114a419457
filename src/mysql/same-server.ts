import { identityColumn, identityVariables } from '../sql/server.ts';
import { GhostshipError } from '../support/errors.ts';
import { describeTarget, type Target } from './target.ts';

/** By which such a refusal is known. */
class OtherServer extends Error {}

export function isOtherServer(error: unknown): error is GhostshipError {
  return error instanceof GhostshipError && error.cause instanceof OtherServer;
}

/** The server that the first session reached. */
const reached = new WeakMap<Target, string>();

/** The server that the sessions of a target reach, as it calls itself; `null` before the first one. */
export function serverOf(target: Target): string | null {
  return reached.get(target) ?? null;
}

/** The server of each session, as it calls itself. */
const servers = new WeakMap<object, string>();

/** The server that a session has reached; `null` where it was not asked. */
export function serverBehind(session: object): string | null {
  return servers.get(session) ?? null;
}

/**
 * Locks, prepared changes and the order of commits are those of one server. A proxy, a name for several servers or a failover may
 * bring sessions to different ones.
 *
 * @param row has the variables of `identityVariables`, as far as the server has them
 * @throws GhostshipError `unsupported-server`
 */
export function refuseOtherServer(
  row: Readonly<Record<string, string | number | null>>,
  session: { readonly purpose: string },
  target: Target,
): void {
  const known = identityVariables.map(({ name }) => ({ name, value: row[identityColumn(name)] ?? null }));
  const here = known.flatMap(({ name, value }) => (value === null ? [] : [`${name} ${value}`])).join(', ');
  servers.set(session, here);
  const first = reached.get(target) ?? here;
  reached.set(target, first);
  if (first === here) return;
  throw new GhostshipError(
    'unsupported-server',
    `The connection to ${describeTarget(target)} for ${session.purpose} reached another server than the first one did: ${here}. The first one was ${first}.`,
    {
      hint: 'All connections of a run must reach one server. Name the server itself in the URL: no proxy, no load balancer, no reader endpoint. After a failover, run this again.',
      cause: new OtherServer(here),
    },
  );
}
