import { GhostshipError, messageOf } from '../support/errors.ts';
import { serverErrors } from './server-errors.ts';
import { describeTarget, type Target } from './target.ts';
import { PasswordWithheld } from './transport.ts';

/**
 * What kept a connection from being made, for the person who can do something about it.
 *
 * @param isEncrypted `null` where it did not come to that
 */
export function explainConnectError(
  error: unknown,
  target: Target,
  purpose: string,
  isEncrypted: boolean | null,
): GhostshipError {
  const { errno, code } = error as { errno?: unknown; code?: unknown };
  const words = messageOf(error) || String(code);
  const place = `${describeTarget(target)} for ${purpose}`;
  const say = (kind: 'cannot-connect' | 'access-denied', message: string, hint: string): GhostshipError =>
    new GhostshipError(kind, message, { hint, cause: error });

  if (error instanceof PasswordWithheld) {
    const isChosen = target.sslMode === 'disabled';
    return say(
      'cannot-connect',
      `The connection to ${place} is not encrypted, and ${words}.`,
      isChosen
        ? `Take ssl-mode=disabled out of the URL, so that the connection is encrypted.`
        : 'Let the server offer TLS. (This one offers none, or somebody on the way hides it.)',
    );
  }
  const plugin = unknownPlugin(code, words);
  if (plugin !== null) {
    const message = `The server wants ${place} to prove who it is by ${plugin}, which Ghostship cannot do.`;
    return say('access-denied', message, loginHint);
  }
  const tls = explainTls(error, target, place);
  if (tls !== null) return say('cannot-connect', ...tls);
  if (errno === serverErrors.ER_USER_LIMIT_REACHED && ofAnHour.test(words)) {
    return say(
      'cannot-connect',
      `The server does no more for ${place} within this hour: ${words}`,
      'Raise that limit of the user (ALTER USER … WITH …), or run this again in the next hour.',
    );
  }
  if (fullHouse.some((number) => number === errno)) {
    return say(
      'cannot-connect',
      `The server has no connection left for ${place}: ${words}`,
      'Raise max_connections, or the limit of this user; fewer `workers` need fewer connections.',
    );
  }
  if (errno === serverErrors.ER_NET_PACKET_TOO_LARGE)
    return say(
      'cannot-connect',
      `The server was reached as ${place}, and takes no statements of the usual length: ${words}`,
      'Raise its max_allowed_packet; servers have 16 MB or more unless they are told otherwise.',
    );
  if (denials.some((number) => number === errno))
    return say('access-denied', `The server refused ${place}: ${words}`, denialHint(errno, isEncrypted));
  return say(
    'cannot-connect',
    `Cannot reach ${place}: ${words}`,
    'Check host and port, that the server is up, and that this machine may reach it.',
  );
}

/** What TLS has to do with it, and what helps; `null` where it has nothing to do with it. */
function explainTls(error: unknown, target: Target, place: string): [message: string, hint: string] | null {
  const { errno, code } = error as { errno?: unknown; code?: unknown };
  const words = messageOf(error) || String(code);
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') {
    return [
      `The server offers no TLS to ${place}, and ssl-mode=${target.sslMode} asks for it.`,
      'Let the server offer TLS. If this is a server on a network that you trust, ssl-mode=preferred goes without.',
    ];
  }
  if (code === 'HANDSHAKE_SSL_ERROR' && answeredInClear.test(words)) {
    return [
      `Cannot reach ${place}: it answered in clear where encryption was to begin, as a server does that has waited in vain.`,
      'Look whether anything on the way holds packets back (a firewall, a proxy, a tunnel).',
    ];
  }
  if (code === 'HANDSHAKE_SSL_ERROR') return [`No encrypted connection to ${place}: ${words}`, tlsHint(words, target)];
  if (errno === serverErrors.ER_SECURE_TRANSPORT_REQUIRED) {
    return [
      `The server lets nobody in without TLS, and the connection to ${place} is not encrypted: ${words}`,
      'Take ssl-mode=disabled out of the URL, or write ssl-mode=required.',
    ];
  }
  return null;
}

/** As OpenSSL says it of bytes that are no TLS. */
const answeredInClear = /wrong version number/iu;

const loginHint =
  'Give it a user with a password of its own, IDENTIFIED WITH caching_sha2_password (MySQL) or mysql_native_password (MariaDB). Logins for which the server must read the password itself, as those by IAM and Entra ID, take ssl-mode=verify-identity in the URL. Those by PAM, Kerberos, ed25519 and parsec are not supported.';

/** The way to prove oneself that the driver has not. It sends a password itself only where it is told to. */
function unknownPlugin(code: unknown, words: string): string | null {
  if (code === 'MYSQL_CLEAR_PASSWORD_NOT_ENABLED') return 'mysql_clear_password';
  return /unknown plugin (\w+)/u.exec(words)?.[1] ?? null;
}

/** Whose account the server knows, and lets in no more. */
const barred: readonly number[] = [
  serverErrors.ER_ACCOUNT_HAS_BEEN_LOCKED,
  serverErrors.ER_ACCOUNT_HAS_BEEN_LOCKED_OF_MARIADB,
  serverErrors.ER_MUST_CHANGE_PASSWORD,
  serverErrors.ER_MUST_CHANGE_PASSWORD_LOGIN,
];

const ofAnHour = /'max_(?:questions|updates|\w+_per_hour)'/iu;

const denials: readonly number[] = [
  serverErrors.ER_ACCESS_DENIED_ERROR,
  serverErrors.ER_DBACCESS_DENIED_ERROR,
  serverErrors.ER_BAD_DB_ERROR,
  ...barred,
];

const fullHouse: readonly number[] = [
  serverErrors.ER_CON_COUNT_ERROR,
  serverErrors.ER_TOO_MANY_USER_CONNECTIONS,
  serverErrors.ER_USER_LIMIT_REACHED,
];

function denialHint(errno: unknown, isEncrypted: boolean | null): string {
  if (errno === serverErrors.ER_BAD_DB_ERROR)
    return 'Check the database name in the URL, upper and lower case too: most servers tell them apart.';
  if (barred.some((number) => number === errno))
    return 'Unlock the account (ALTER USER … ACCOUNT UNLOCK), or give it a new password (ALTER USER … IDENTIFIED BY …).';
  const tls =
    isEncrypted === false
      ? ' This connection is not encrypted, and a server may want that: try ssl-mode=required.'
      : '';
  return `Check the user, the password, the database name and from which hosts the user may connect.${tls}`;
}

function tlsHint(words: string, { host, sslMode }: Target): string {
  if (/altnames|does not match/iu.test(words))
    return `The certificate is for another name than ${host}. Connect by a name that it has, or write ssl-mode=verify-ca.`;
  if (sslMode.startsWith('verify-') && /certificate|issuer/iu.test(words)) {
    return 'Nobody known vouches for the certificate. Give the certificate of who does with ssl-ca=<file> in the URL or the input ssl-ca; ssl-mode=required encrypts without asking who the server is.';
  }
  return 'Look in the log of the server. ssl-mode=disabled goes without TLS, where the network is yours alone.';
}
