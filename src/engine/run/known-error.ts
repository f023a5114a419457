import {
  ConnectionLost,
  deniedHint,
  isDenied,
  isLockConflict,
  isServerError,
  lockConflictHint,
  ServerError,
} from '../../mysql/server-errors.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';

/** For errors without a code of ours: of the connection, of the server, or a mistake of ours. Before the rename the table is unchanged. */
export function asKnownError(error: unknown): GhostshipError {
  const message = messageOf(error);
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', message, {
      hint: 'Check that the server is up and run the migration again.',
      cause: error,
    });
  }
  // Somebody dropped or renamed a table of the migration, or a column. A statement may notice that before the stream does.
  if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR')) {
    return new GhostshipError('original-changed', `A table of the migration is gone, or a column: ${message}`, {
      hint: 'The migration changed nothing. Find out who dropped or renamed the table, then run the migration again.',
      cause: error,
    });
  }
  if (isDenied(error)) {
    return new GhostshipError('missing-privileges', `The user lacks a privilege: ${message}`, {
      hint: deniedHint,
      cause: error,
    });
  }
  if (isServerError(error, 'ER_RECORD_FILE_FULL', 'ER_DISK_FULL')) {
    const what = 'The server has no room left for what the migration writes';
    return new GhostshipError('server-error', `${what}: ${message}`, {
      hint: 'Make room on the disk of the server: a copy needs as much as the table with its indexes, and the binary log grows by as much. Then run the migration again.',
      cause: error,
    });
  }
  if (error instanceof ServerError) {
    return new GhostshipError('server-error', `The server answered with an error: ${message}`, {
      hint: isLockConflict(error) ? lockConflictHint : 'Correct what the server names and run the migration again.',
      cause: error,
    });
  }
  return new GhostshipError('internal', message, {
    hint: 'This is a mistake in Ghostship: please report it with this message.',
    cause: error,
  });
}
