import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isStorable } from '../sql/parser/unstorable-name.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';

/** In the words of MySQL's client. Only the last two make sure who the server is. */
export type SslMode = 'disabled' | 'preferred' | 'required' | 'verify-ca' | 'verify-identity';

/** A database somebody pointed us at: the one that is changed, a test replica or a lag replica. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly sslMode: SslMode;
  /** Certificates, PEM, of who may vouch for the server; without them the well-known authorities do. */
  readonly sslCa?: string;
  /** A person has said that this server alone is written to, though others could be. */
  readonly isOnlyWriter?: boolean;
}

const sslModes: readonly SslMode[] = ['disabled', 'preferred', 'required', 'verify-ca', 'verify-identity'];

const parameters = ['ssl-mode', 'ssl-ca'];

/**
 * Reads `mysql://user[:password]@host[:port]/database[?ssl-mode=…&ssl-ca=…]`. `password` wins over one in the URL; a relative
 * path starts at the working directory.
 *
 * @param usualCa path of the certificates where the URL names none and does not do without TLS
 * @throws GhostshipError `bad-target`, naming everything that is wrong; the message never repeats the password.
 */
export function parseTarget(url: string, password: string | null, usualCa: string | null = null): Target {
  const parsed = parseUrl(url);
  const database = decode(parsed.pathname.slice(1));
  const wantedMode = parsed.searchParams.get('ssl-mode')?.toLowerCase().replaceAll('_', '-');
  const caPath = parsed.searchParams.get('ssl-ca') ?? (wantedMode === 'disabled' ? null : usualCa);
  // Who names an authority wants it asked, as MySQL's client sees it.
  const sslMode = wantedMode ?? (caPath === null ? 'preferred' : 'verify-ca');
  const complaints: string[] = [];
  if (parsed.protocol !== 'mysql:' && parsed.protocol !== 'mariadb:') complaints.push('it must start with mysql://');
  if (parsed.hostname === '') complaints.push('it names no host');
  if (parsed.username === '') complaints.push('it names no user');
  if (database === '' || database.includes('/')) complaints.push('it must end in /database');
  if (!isSslMode(sslMode)) complaints.push(`ssl-mode must be one of ${sslModes.join(', ')}`);
  if (caPath !== null && isSslMode(sslMode) && !sslMode.startsWith('verify-'))
    complaints.push(`ssl-ca is of no use with ssl-mode=${sslMode}: leave ssl-mode out, or make it verify-identity`);
  // What is not understood is never repeated: it may be a part of a password.
  if ([...parsed.searchParams.keys()].some((name) => !parameters.includes(name)))
    complaints.push(`behind the ? only ${parameters.join(' and ')} are known`);
  if (parsed.hash !== '') complaints.push('it has a #, which must be written %23');
  if (decode(parsed.username).includes(':')) complaints.push('the user has a colon in it (%3A)');
  if (/[?#@:&]/u.test(database)) complaints.push('the database has one of ? # @ : & in it');
  if (!isStorable(database)) complaints.push('the database has a character in it that no name can hold');
  if (complaints.length > 0 || !isSslMode(sslMode)) throw badTarget(complaints.join('; '));
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: parsed.port === '' ? 3306 : Number(parsed.port),
    user: decode(parsed.username),
    password: password ?? decode(parsed.password),
    database,
    sslMode,
    ...(caPath === null ? {} : { sslCa: readCertificates(caPath) }),
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

function readCertificates(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    void new X509Certificate(text);
    return text;
  } catch (error) {
    const words = messageOf(error);
    throw badTarget(`ssl-ca=${path} is not a file of certificates in PEM form (${words})`);
  }
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
