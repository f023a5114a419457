import { randomUUID } from 'node:crypto';
import { waitFor } from '../wait-for.ts';
import type { Stage } from './stage.ts';

/** A prepared XA transaction. One that is not ended is rolled back when disposed: it would hold its tables for ever. */
export interface XaBranch extends AsyncDisposable {
  end(how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Changes both tables in one XA transaction, prepares it and closes the connection, as a slow coordinator does. */
export async function prepareXa(stage: Stage, statements: readonly string[]): Promise<XaBranch> {
  const session = await stage.arena.openSession();
  const xid = `'${randomUUID()}'`;
  await session.query(`XA START ${xid}`);
  await stage.both(session, ...statements);
  await session.query(`XA END ${xid}`);
  await session.query(`XA PREPARE ${xid}`);
  await session.end();
  let ended = false;
  const end = async (how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    const other = await stage.arena.openSession();
    // Until the server has seen the last of the connection that prepared it, nobody else can have it.
    await waitFor(() => knows(other.query(`XA ${how} ${xid}`)), {
      timeoutMs: 10_000,
      what: 'the XA transaction to be free',
    });
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

async function knows(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ER_XAER_NOTA') throw error;
    return false;
  }
}
