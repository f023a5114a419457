import mysql from 'mysql2';
import type { Target } from './target.ts';

/** One for each target, by which the driver knows what to resume. */
const known = new WeakMap<Target, mysql.SslOptions>();

/** `null`: in clear. */
export function tlsOptions(target: Target, offersTls: boolean): mysql.SslOptions | null {
  // As MySQL's own client has it: where TLS is offered and fails, the connection fails; nobody falls back.
  if (target.sslMode === 'disabled' || (target.sslMode === 'preferred' && !offersTls)) return null;
  const found = known.get(target);
  if (found !== undefined) return found;
  const verifies = provesIdentity(target);
  const options: mysql.SslOptions = {
    rejectUnauthorized: verifies,
    verifyIdentity: target.sslMode === 'verify-identity',
    ...(target.sslCa === undefined ? {} : { ca: target.sslCa }),
  };
  known.set(target, options);
  return options;
}

/** Whether an authority vouches for the server. */
export function provesIdentity({ sslMode }: Target): boolean {
  return sslMode === 'verify-ca' || sslMode === 'verify-identity';
}

/** The server asked, on a connection in clear, for the password itself. */
export class PasswordWithheld extends Error {
  constructor() {
    super('the server asks for the password itself, which is not sent in clear');
    this.name = 'PasswordWithheld';
  }
}

const fullAuthentication = Buffer.of(4);

/**
 * For a connection in clear to another machine: what is sent proves the password and does not tell it. A public key that comes
 * the same way as the question for the password may be anybody's, so nothing is encrypted with it.
 */
export function guardPassword(): NonNullable<mysql.ConnectionOptions['authPlugins']> {
  return {
    caching_sha2_password: (session) => {
      const answer = mysql.authPlugins.caching_sha2_password({})(session);
      return (data) => {
        if (fullAuthentication.equals(data)) throw new PasswordWithheld();
        return answer(data);
      };
    },
    sha256_password: withhold,
    mysql_clear_password: withhold,
  };
}

const withhold = () => (): never => {
  throw new PasswordWithheld();
};
