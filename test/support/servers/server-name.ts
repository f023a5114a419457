export type Flavor = 'mysql' | 'mariadb';

export const serverNames = ['mysql-9.7', 'mariadb-10.11', 'mariadb-11.8'] as const;

/** A server the tests can bring up themselves. */
export type ServerName = (typeof serverNames)[number];

export interface Release {
  readonly flavor: Flavor;
  /** The Debian suite that carries this version. */
  readonly suite: string;
  readonly packages: readonly string[];
  /** Names of the server program, the preferred one first. */
  readonly programs: readonly string[];
}

const releases: Readonly<Record<ServerName, Release>> = {
  'mysql-9.7': { flavor: 'mysql', suite: 'sid', packages: ['mysql-server-core'], programs: ['mysqld'] },
  'mariadb-10.11': {
    flavor: 'mariadb',
    suite: 'bookworm',
    packages: ['mariadb-server-core'],
    programs: ['mariadbd', 'mysqld'],
  },
  'mariadb-11.8': {
    flavor: 'mariadb',
    suite: 'trixie',
    packages: ['mariadb-server-core'],
    programs: ['mariadbd', 'mysqld'],
  },
};

export function releaseOf(name: ServerName): Release {
  return releases[name];
}

export function isServerName(text: string): text is ServerName {
  return serverNames.some((name) => name === text);
}
