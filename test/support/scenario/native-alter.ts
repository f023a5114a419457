import type mysql from 'mysql2/promise';
import type { Flavor } from '../servers/index.ts';
import type { Arena } from './arena.ts';

export type NativeVerdict = { readonly accepted: true } | { readonly accepted: false; readonly why: string };

/** The server's own ALTER, by copying, on the control, in a session as the server gives it. */
export async function alterControl({ server, control, scenario }: Arena): Promise<NativeVerdict> {
  const session = await control.connect();
  for (const statement of scenario.alterSession) await session.query(statement);
  try {
    return await alterByCopying(session, server.flavor, scenario.alter);
  } finally {
    await session.end();
  }
}

export async function alterByCopying(
  session: mysql.Connection,
  flavor: Flavor,
  statement: string,
): Promise<NativeVerdict> {
  // The same wish under two names.
  await session.query(flavor === 'mysql' ? 'SET old_alter_table = 1' : "SET alter_algorithm = 'COPY'");
  try {
    await alter(session, statement);
    return { accepted: true };
  } catch (error) {
    return { accepted: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Commands on partitions do not let themselves be told how. */
async function alter(session: mysql.Connection, statement: string): Promise<void> {
  try {
    await session.query(statement);
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('ER_ALTER_OPERATION_NOT_SUPPORTED')) throw error;
    await session.query("SET alter_algorithm = 'DEFAULT'");
    await session.query(statement);
  }
}
