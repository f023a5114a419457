import { waitFor } from '../wait-for.ts';
import type { RunningServer } from './running-server.ts';
import { query } from './test-database.ts';

/** Resolves when another start of the server would be told from this one: starts are known by their times, in seconds. */
export async function untilOlder(server: RunningServer): Promise<void> {
  const isOlder = async (): Promise<boolean> => {
    const [age] = await query(server, "SHOW GLOBAL STATUS LIKE 'Uptime'");
    return Number(age?.Value) > 5;
  };
  await waitFor(isOlder, { timeoutMs: 30_000, what: 'the server to be older' });
}
