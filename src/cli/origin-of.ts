import { userInfo } from 'node:os';
import type { Origin } from '../commands/ledger/origin.ts';

/** Who it was, as the ledger has it. */
export function originOf(): Origin {
  return { commit: null, pullRequest: null, actor: userName(), runUrl: null, planDigest: null };
}

/** A container may run under a user id that has no name. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
