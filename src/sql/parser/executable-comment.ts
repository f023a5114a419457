/** Who will run the text. */
export interface ServerDialect {
  readonly flavor: 'mysql' | 'mariadb';
  /** As VERSION() tells it: `8.4.3`, `10.11.6-MariaDB-log`. */
  readonly version: string;
}

/**
 * Whether the server runs what follows this head (`/*!`, `/*!80013`, `/*M!100100`). Without a server the answer is yes,
 * because a warning too many does less harm than one too few. MariaDB skips 50700 to 99999, the numbers only MySQL uses.
 */
export function executes(head: string, server: ServerDialect | null): boolean {
  const since = Number(/\d+$/.exec(head)?.[0] ?? 0);
  // Dumps begin with such a one, which no server runs.
  if (since === 999_999) return false;
  if (server === null) return true;
  const forMariadbOnly = head.startsWith('/*M');
  if (forMariadbOnly && server.flavor === 'mysql') return false;
  if (server.flavor === 'mariadb' && !forMariadbOnly && since >= 50700 && since <= 99999) return false;
  return since <= versionNumber(server.version);
}

/** 80403 for 8.4.3, as executable comments write it. */
function versionNumber(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(/\D+/, 3).map(Number);
  return major * 10_000 + minor * 100 + patch;
}
