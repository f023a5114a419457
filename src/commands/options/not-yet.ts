import { GhostshipError } from '../../support/errors.ts';

/** @throws GhostshipError `usage`: this version does not know the command, but its name is taken */
export function refuseNotYet(command: 'rehearse' | 'revert'): never {
  throw new GhostshipError('usage', `${command} is not available in this version.`, {
    hint: 'Available are lint, plan, migrate, cutover, pause, resume, abort, status and cleanup.',
  });
}
