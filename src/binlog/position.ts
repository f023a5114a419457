import type { Flavor } from '../mysql/server.ts';
import { isServerError } from '../mysql/server-errors.ts';
import type { Session } from '../mysql/session.ts';
import { showBinlogStatus, showMasterStatus } from '../sql/inspect.ts';
import { GhostshipError } from '../support/errors.ts';

declare const opaque: unique symbol;

/** Where the change stream stands. What it is made of is known in this room only. */
export type Position = { readonly [opaque]: true };

interface FilePosition {
  readonly file: string;
  readonly offset: number;
  /** `''` where GTIDs are off. */
  readonly gtids: string;
}

/** The dump command has 32 bits for the offset. */
const maxOffset = 2 ** 32 - 1;

/**
 * The end of the binlog now.
 * @throws GhostshipError `binlog-not-usable`
 */
export async function currentPosition(session: Session, flavor: Flavor): Promise<Position> {
  const rows =
    flavor === 'mariadb'
      ? await session.rows(showMasterStatus)
      : await session.rows(showBinlogStatus).catch((error: unknown) => {
          if (isServerError(error, 'ER_PARSE_ERROR')) return session.rows(showMasterStatus);
          throw error;
        });
  const row = rows[0];
  if (row === undefined) {
    throw new GhostshipError('binlog-not-usable', 'The server has no binary log.', {
      hint: 'Start the server with log_bin and binlog_format=ROW.',
    });
  }
  return position({
    file: String(row.File),
    offset: Number(row.Position),
    gtids: String(row.Executed_Gtid_Set ?? '').replaceAll(/\s/gu, ''),
  });
}

/** What the client library wants to hear. */
export function startOptions(from: Position): { filename: string; position: number } | { gtidSet: string } {
  const { file, offset, gtids } = from as unknown as FilePosition;
  if (offset <= maxOffset) return { filename: file, position: offset };
  if (gtids !== '') return { gtidSet: gtids };
  throw new GhostshipError(
    'binlog-not-usable',
    `The server writes at byte ${offset} of ${file}, beyond what a replica can ask for.`,
    {
      hint: 'Run FLUSH BINARY LOGS (a transaction had made the file larger than 4 GiB), then run this again.',
    },
  );
}

export function describePosition(from: Position): string {
  const { file, offset } = from as unknown as FilePosition;
  return `${file}:${offset}`;
}

function position(parts: FilePosition): Position {
  return parts as unknown as Position;
}
