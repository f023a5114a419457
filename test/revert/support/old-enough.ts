import { query, type ServerAddress } from '../../support/servers/index.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A server so young that its next start could not be told from this one has all rows compared. */
const youngSeconds = 6;

export async function untilOldEnough(server: ServerAddress): Promise<void> {
  const isOld = async (): Promise<boolean> => {
    const [row] = await query(server, "SHOW GLOBAL STATUS LIKE 'Uptime'");
    return Number(row?.Value) > youngSeconds;
  };
  await waitFor(isOld, { timeoutMs: 30_000, what: 'the server to be old enough', everyMs: 200 });
}
