import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { connect } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { GhostshipError } from '../../src/support/errors.ts';
import { startRogueServer, type Trick } from './rogue-server.ts';

const password = 'correct horse battery staple';
const tricks: readonly Trick[] = ['full-authentication', 'sha256_password', 'mysql_clear_password', 'broken-tls'];

/** An address of this machine that is not one for itself alone. */
const address = Object.values(networkInterfaces())
  .flatMap((it) => it ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

describe('a server that is none, or that somebody hides behind', () => {
  for (const trick of tricks) {
    for (const mode of ['preferred', 'disabled', 'required', 'verify-ca']) {
      it(`does not hear the password by ${trick}, with ssl-mode=${mode}`, async () => {
        assert.ok(address, 'this machine has an address of its own in a network');
        await using rogue = await startRogueServer(address, trick);
        const error = await refusal(`mysql://somebody@${address}:${rogue.port}/shop?ssl-mode=${mode}`);
        assert.equal(error.code, trick === 'broken-tls' && mode === 'disabled' ? error.code : 'cannot-connect');
        assert.ok(!rogue.heard().includes(password), rogue.heard().toString('latin1'));
        if (mode !== 'disabled' && trick === 'broken-tls')
          assert.ok(!rogue.heard().includes('somebody'), 'nothing is said in clear where TLS is offered');
        if (mode === 'preferred' && trick !== 'broken-tls')
          assert.match(error.message, /not encrypted, and the server asks for the password itself/u);
      });
    }
  }

  // Otherwise the tests above prove nothing.
  it('would hear it on this machine itself, where nobody is on the way', async () => {
    await using rogue = await startRogueServer('127.0.0.1', 'full-authentication');
    await refusal(`mysql://somebody@127.0.0.1:${rogue.port}/shop`);
    assert.ok(rogue.heard().includes(password));
  });
});

async function refusal(url: string): Promise<GhostshipError> {
  const error: unknown = await connect(parseTarget(url, password), 'testing').catch((it: unknown) => it);
  assert.ok(error instanceof GhostshipError, String(error));
  return error;
}
