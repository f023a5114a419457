import { ConnectionLost, isDenied, isLockConflict, lockConflictHint, ServerError } from '../mysql/server-errors.ts';
import { causesOf, GhostshipError, messageOf, withLater } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';

/** Turns anything that was thrown into the one error that people see. Only for code that is not changing a table. */
export function toGhostshipError(error: unknown): GhostshipError {
  const { first, later } = causesOf(error);
  return withLater(known(first), later);
}

function known(error: unknown): GhostshipError {
  if (error instanceof GhostshipError) return error;
  if (isDenied(error)) {
    return new GhostshipError('missing-privileges', `The user lacks a privilege: ${error.message}`, {
      hint: 'Grant the user of the URL what the message names; docs/privileges.md has all that it needs.',
      cause: error,
    });
  }
  if (error instanceof ServerError) {
    return new GhostshipError('server-error', `The server answered with an error: ${error.message}`, {
      hint: isLockConflict(error) ? lockConflictHint : 'Correct what the server names and run this again.',
      cause: error,
    });
  }
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', sentence(error.message), {
      hint: 'Check that the server is up and run this again.',
      cause: error,
    });
  }
  return new GhostshipError('internal', messageOf(error), {
    hint: 'This is a mistake in Ghostship: please report it with this message. GHOSTSHIP_DEBUG=1 shows where it happened.',
    cause: error,
  });
}
