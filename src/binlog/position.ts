import type { Flavor } from '../mysql/server.ts';
import { isServerError } from '../mysql/server-errors.ts';
import type { Session } from '../mysql/session.ts';
import { rollback } from '../sql/data.ts';
import { selectExecuted, showBinlogStatus, showMasterStatus, showSnapshot, takeSnapshot } from '../sql/inspect.ts';
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

/** Everything but these transactions. They are committed, and not only written to the log. */
interface GtidPosition {
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

/**
 * Behind what readers see, and before what they may not see yet, though it may be in the log. A stream that begins there delivers
 * all that is not visible.
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export async function visiblePosition(session: Session, flavor: Flavor): Promise<Position> {
  if (flavor === 'mariadb') {
    await session.run(takeSnapshot);
    const rows = await session.rows(showSnapshot);
    await session.run(rollback);
    const value = (name: string): string =>
      String(rows.find((row) => String(row.Variable_name).toLowerCase() === name)?.Value ?? '');
    return filePosition(value('binlog_snapshot_file'), Number(value('binlog_snapshot_position')));
  }
  const [row] = await session.rows(selectExecuted);
  const gtids = String(row?.executed ?? '').replaceAll(/\s/gu, '');
  if (gtids !== '') return { gtids } as unknown as Position;
  throw new GhostshipError('binlog-not-usable', 'gtid_executed is empty: the server has applied nothing yet.', {
    hint: 'Run this again when the replica has applied something of its source.',
  });
}

/** Whether a stream that has read everything before one position has read everything before another, too. */
export function hasReached(read: Position | null, wanted: Position): boolean {
  if (read === null) return false;
  const [at, to] = [read, wanted].map((one) => one as unknown as FilePosition) as [FilePosition, FilePosition];
  const [file, wantedFile] = [fileNumber(at), fileNumber(to)];
  return file > wantedFile || (file === wantedFile && at.offset >= to.offset);
}

export function filePosition(file: string, offset: number): Position {
  return position({ file, offset, gtids: '' });
}

/** `binlog.000012`: both servers count the files. */
function fileNumber({ file }: FilePosition): number {
  return Number(/\d+$/u.exec(file)?.[0]);
}

/** Whether a stream can be asked for from there by file and offset. */
export function canStartAt(from: Position): boolean {
  return (from as unknown as FilePosition).offset <= maxOffset;
}

/** What the client library wants to hear. */
export function startOptions(from: Position): { filename: string; position: number } | { gtidSet: string } {
  const parts = from as unknown as FilePosition | GtidPosition;
  if (!('file' in parts)) return { gtidSet: parts.gtids };
  const { file, offset, gtids } = parts;
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

function position(parts: FilePosition): Position {
  return parts as unknown as Position;
}
