/**
 * May do everything, from anywhere; the servers listen on 127.0.0.1 only. Not root: MariaDB makes entries of its own for
 * that name and particular hosts, which win over ours.
 */
export const account = { user: 'admin', password: 'ghostship' } as const;

/** Statements that make the account on a freshly initialised server, one per line as an init file wants them. */
export const accountSql = [
  `CREATE USER '${account.user}'@'%' IDENTIFIED BY '${account.password}';`,
  `GRANT ALL PRIVILEGES ON *.* TO '${account.user}'@'%' WITH GRANT OPTION;`,
  '',
].join('\n');
