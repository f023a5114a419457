import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { type Plugin, startRogueServer } from './rogue-server.ts';

/* How managed services and MariaDB let people in who have no password of the usual kinds. The servers are played: none of them runs here. */

const plugins: Readonly<Partial<Record<Plugin, string>>> = {
  mysql_clear_password: 'IAM of RDS and Cloud SQL, Entra ID, LDAP',
  client_ed25519: 'MariaDB',
  parsec: 'MariaDB since 11.6',
  auth_gssapi_client: 'Kerberos',
  dialog: 'PAM',
  authentication_ldap_sasl_client: 'LDAP',
  authentication_openid_connect_client: 'OpenID Connect',
};

describe('a login that Ghostship cannot do is told as that', () => {
  for (const [plugin, whose] of Object.entries(plugins)) {
    it(`${plugin}: ${whose}`, async () => {
      await using server = await startRogueServer('127.0.0.1', plugin as Plugin);
      await assert.rejects(connect(parseTarget(`mysql://u@127.0.0.1:${server.port}/shop`, 'secret'), 'testing'), {
        code: 'access-denied',
        message: new RegExp(`wants u@127\\.0\\.0\\.1.* by ${plugin}, which Ghostship cannot do\\.$`, 'u'),
        hint: /IDENTIFIED WITH caching_sha2_password/u,
      });
      assert.ok(!server.heard().includes('secret'));
    });
  }
});
