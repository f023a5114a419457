import { userInfo } from 'node:os';
import type { Origin } from '../commands/ledger/origin.ts';

/** Who runs it from a terminal, as the ledger has it. */
export function originHere(): Origin {
  return { commit: null, pullRequest: null, actor: userName(), runUrl: null, planDigest: null, reviewers: null };
}

/** A container may run under a user id that has no name. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
