import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import type { ServerOptions } from '../support/servers/index.ts';

/**
 * Makes an authority and a certificate of a server, by which nobody else is known.
 *
 * @param subject what the certificate is for, as `IP:127.0.0.1` or `DNS:db.example`
 * @returns options of a server that shows it; `ca.pem` is in the folder
 */
export async function makeCertificates(folder: string, subject: string): Promise<ServerOptions> {
  const openssl = (...args: string[]) => execa('openssl', args, { cwd: folder });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  await openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca-key.pem',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test authority',
    '-days',
    '2',
  );
  await openssl('req', ...key, '-keyout', 'server-key.pem', '-out', 'server.csr', '-subj', '/CN=test server');
  await writeFile(join(folder, 'server.ext'), `subjectAltName=${subject}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-extfile', 'server.ext', '-days', '2'];
  await openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.pem', ...signed);
  return {
    ssl_ca: join(folder, 'ca.pem'),
    ssl_cert: join(folder, 'server.pem'),
    ssl_key: join(folder, 'server-key.pem'),
  };
}
