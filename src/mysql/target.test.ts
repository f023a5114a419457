import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { it } from 'node:test';
import { rootCertificates } from 'node:tls';
import { GhostshipError } from '../support/errors.ts';
import { parseTarget } from './target.ts';

const url = 'mysql://ghostship:secret@db.example:3307/shop';

const misplacedSecrets = [
  'mysql://ghostship@db.example/shop?SECRET',
  'mysql://ghostship@db.example/shop?SECRET=1',
  'mysql://ghostship@db.example/shop?password=SECRET',
  'mysql://ghostship@db.example/shop?ssl-mode=SECRET',
  'mysql://ghostship@db.example/shop#SECRET',
  'mysql://ghostship@db.example/shop%3FSECRET',
  'mysql://ghostship@db.example/shop/SECRET',
  'mysql://ghostship@db.example/shop:SECRET',
  'mysql://ghostship%3ASECRET@db.example/shop',
  'mysql://ghostship:12/SECRET@db.example/shop',
  'mysql://ghostship:12?SECRET@db.example/shop',
  'mysql://ghostship:12#SECRET@db.example/shop',
  'mysql://ghostship:SECRET%@db.example/shop',
  'mysql://ghostship:SECRET@/shop',
  'SECRET',
];

it('a URL says where, who and how', () => {
  assert.deepEqual(parseTarget(url, null), {
    host: 'db.example',
    port: 3307,
    user: 'ghostship',
    password: 'secret',
    database: 'shop',
    sslMode: 'preferred',
  });
  assert.equal(parseTarget(`${url}?ssl-mode=VERIFY_IDENTITY`, null).sslMode, 'verify-identity');
});

it('ssl-ca is a file, found from the working directory, and wants to be asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-target-'));
  try {
    const path = relative(process.cwd(), join(folder, 'ca.pem'));
    const certificate = rootCertificates[0] ?? '';
    await writeFile(path, certificate);
    assert.partialDeepStrictEqual(parseTarget(`${url}?ssl-ca=${path}`, null), {
      sslMode: 'verify-ca',
      sslCa: certificate,
    });
    assert.equal(parseTarget(`${url}?ssl-ca=${path}&ssl-mode=verify-identity`, null).sslMode, 'verify-identity');
    for (const mode of ['disabled', 'preferred', 'required'])
      assert.match(complaint(`${url}?ssl-ca=${path}&ssl-mode=${mode}`), /of no use with ssl-mode=.*verify-identity/u);
    await writeFile(path, 'no certificate');
    assert.match(complaint(`${url}?ssl-ca=${path}`), /is not a file of certificates in PEM form/u);
  } finally {
    await rm(folder, { recursive: true });
  }
  assert.match(complaint(`${url}?ssl-ca=nowhere.pem`), /ssl-ca=nowhere\.pem is not a file .*ENOENT/u);
  assert.match(complaint(`${url}?ssl=1`), /behind the \? only ssl-mode and ssl-ca are known/u);
});

it('what is not understood is not repeated', () => {
  for (const misplaced of misplacedSecrets) {
    const { message, hint } = errorOf(misplaced);
    assert.doesNotMatch(`${message} ${hint}`, /secret/iu, misplaced);
  }
});

function errorOf(text: string): GhostshipError {
  try {
    parseTarget(text, null);
  } catch (error) {
    assert.ok(error instanceof GhostshipError);
    return error;
  }
  throw new Error(`${text} was taken.`);
}

function complaint(text: string): string {
  try {
    parseTarget(text, null);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.ok(!error.message.includes('secret'));
    return error.message;
  }
  throw new Error(`${text} was taken.`);
}
