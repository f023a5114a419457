import { randomBytes } from 'node:crypto';
import { query, type ServerAddress } from '../../support/servers/index.ts';

/* Users with no more than the README asks for, or less. */

export const onSchema = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'DROP',
  'ALTER',
  'INDEX',
  'LOCK TABLES',
  'CREATE TEMPORARY TABLES',
  'TRIGGER',
];
export const onReplication = ['REPLICATION SLAVE', 'REPLICATION CLIENT'];
export const onServer = [...onReplication, 'PROCESS'];

export interface User extends AsyncDisposable {
  readonly name: string;
}

export async function createUser(
  server: ServerAddress,
  database: string,
  schemaPrivileges: readonly string[],
  serverPrivileges: readonly string[],
): Promise<User> {
  const name = `u${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER ${name} IDENTIFIED BY '${server.password}'`);
  await query(server, `GRANT ${schemaPrivileges.join()} ON ${database}.* TO ${name}`);
  if (serverPrivileges.length > 0) await query(server, `GRANT ${serverPrivileges.join()} ON *.* TO ${name}`);
  return {
    name,
    async [Symbol.asyncDispose]() {
      await query(server, `DROP USER ${name}`);
    },
  };
}
