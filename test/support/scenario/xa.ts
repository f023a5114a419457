import { randomUUID } from 'node:crypto';
import { endXa, leavePrepared, prepareXa } from '../prepared-xa.ts';
import type { Stage } from './stage.ts';

/** A prepared XA transaction. One that is not ended is rolled back when disposed: it would hold its tables for ever. */
export interface XaBranch extends AsyncDisposable {
  end(how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Changes both tables in one XA transaction, prepares it and closes the connection, as a slow coordinator does. */
export async function openXaBranch(stage: Stage, statements: readonly string[]): Promise<XaBranch> {
  const { arena } = stage;
  const xid = `'${randomUUID()}'`;
  const session = await arena.openSession();
  const everywhere = [arena.original, arena.control].flatMap(({ name }) => [`USE ${name}`, ...statements]);
  await prepareXa(session, xid, everywhere);
  const other = await arena.openSession();
  await leavePrepared(session, other);
  let ended = false;
  const end = async (how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    await endXa(other, how, xid);
    await other.end();
    ended = true;
  };
  return {
    end,
    async [Symbol.asyncDispose]() {
      if (!ended) await end('ROLLBACK');
    },
  };
}
