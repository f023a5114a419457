import { GhostshipError } from '../support/errors.ts';

export type SslMode = 'disabled' | 'preferred' | 'required' | 'verify-ca' | 'verify-identity';

/** A database somebody pointed us at: the one that is changed, a test replica or a lag replica. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly sslMode: SslMode;
}

const sslModes: readonly SslMode[] = ['disabled', 'preferred', 'required', 'verify-ca', 'verify-identity'];

/**
 * Reads `mysql://user[:password]@host[:port]/database[?ssl-mode=…]`. `password` wins over one in the URL.
 *
 * @throws GhostshipError `bad-target`, naming everything that is wrong; the message never repeats the password.
 */
export function parseTarget(url: string, password: string | null): Target {
  const parsed = parseUrl(url);
  const database = decode(parsed.pathname.slice(1));
  const sslMode = (parsed.searchParams.get('ssl-mode') ?? 'preferred').toLowerCase().replaceAll('_', '-');
  const complaints: string[] = [];
  if (parsed.protocol !== 'mysql:' && parsed.protocol !== 'mariadb:') complaints.push('it must start with mysql://');
  if (parsed.hostname === '') complaints.push('it names no host');
  if (parsed.username === '') complaints.push('it names no user');
  if (database === '' || database.includes('/')) complaints.push('it must end in /database');
  if (!isSslMode(sslMode)) complaints.push(`ssl-mode must be one of ${sslModes.join(', ')}`);
  for (const name of parsed.searchParams.keys()) {
    if (name !== 'ssl-mode') complaints.push(`${name} is not a known parameter`);
  }
  if (complaints.length > 0 || !isSslMode(sslMode)) throw badTarget(complaints.join('; '));
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: parsed.port === '' ? 3306 : Number(parsed.port),
    user: decode(parsed.username),
    password: password ?? decode(parsed.password),
    database,
    sslMode,
  };
}

/** For logs and messages: everything but the password. */
export function describeTarget(target: Target): string {
  return `${target.user}@${target.host}:${target.port}/${target.database}`;
}

function parseUrl(url: string): URL {
  if (!URL.canParse(url)) throw badTarget('it is not a URL');
  return new URL(url);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badTarget('it has a % that is not followed by two hexadecimal digits');
  }
}

function isSslMode(text: string): text is SslMode {
  return sslModes.some((mode) => mode === text);
}

function badTarget(complaint: string): GhostshipError {
  return new GhostshipError('bad-target', `The database URL cannot be used: ${complaint}.`, {
    hint: 'Write it as mysql://user@host:3306/database and give the password in an input of its own (special characters in a URL need %-encoding).',
  });
}
