import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readGrants } from './grants.ts';

/* Lines as MySQL 9.7 and MariaDB 10.11 print them. What they mean is tried with real users in test/servers/roles.server.test.ts. */

const table = { schema: 'my_shop', name: 't' };

describe('SHOW GRANTS', () => {
  const cases: readonly [string, readonly string[], { covers: readonly string[]; not: readonly string[] }][] = [
    ['on everything', ['GRANT SELECT, TRIGGER ON *.* TO `u`@`%`'], { covers: ['SELECT', 'TRIGGER'], not: ['DROP'] }],
    [
      'all privileges, with a password behind them',
      ["GRANT ALL PRIVILEGES ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*24F2' WITH GRANT OPTION"],
      { covers: ['TRIGGER', 'DROP'], not: [] },
    ],
    ['on a schema', ['GRANT DROP ON `my_shop`.* TO `u`@`%`'], { covers: ['DROP'], not: ['SELECT'] }],
    ['on another', ['GRANT DROP ON `shop`.* TO `u`@`%`'], { covers: [], not: ['DROP'] }],
    ['on a pattern', ['GRANT DROP ON `my\\_%`.* TO `u`@`%`'], { covers: ['DROP'], not: [] }],
    ['on the table alone', ['GRANT DROP ON `my_shop`.`t` TO `u`@`%`'], { covers: [], not: ['DROP'] }],
    ['on columns', ['GRANT INSERT (`a`, `b`), DROP ON `my_shop`.* TO `u`@`%`'], { covers: ['DROP'], not: ['INSERT'] }],
    ['of a role', ['GRANT `r` TO `u`@`%`', 'GRANT TRIGGER ON `my_shop`.* TO `r`'], { covers: ['TRIGGER'], not: [] }],
    ['to everybody', ['GRANT TRIGGER ON `my_shop`.* TO PUBLIC'], { covers: ['TRIGGER'], not: [] }],
    ['of a role that is not active', ['GRANT `r`@`%` TO `u`@`%`'], { covers: [], not: ['TRIGGER'] }],
    [
      'revoked in part',
      ['GRANT SELECT, DROP ON *.* TO `u`@`%`', 'REVOKE DROP ON `my_shop`.* FROM `u`@`%`'],
      { covers: ['SELECT'], not: ['DROP'] },
    ],
    [
      'revoked elsewhere',
      ['GRANT SELECT, DROP ON *.* TO `u`@`%`', 'REVOKE DROP ON `mysql`.* FROM `u`@`%`'],
      { covers: ['SELECT', 'DROP'], not: [] },
    ],
    ['to be somebody else', ['GRANT PROXY ON ``@`%` TO `u`@`%`'], { covers: [], not: ['PROXY'] }],
  ];
  for (const [about, lines, { covers, not }] of cases) {
    it(about, () => {
      const grants = readGrants(lines, true);
      for (const privilege of covers) assert.equal(grants.covers(privilege, table), true, privilege);
      for (const privilege of not) assert.equal(grants.covers(privilege, table), false, privilege);
    });
  }

  it('on the whole server, and not where a schema is left out', () => {
    const lines = ['GRANT PROCESS, SELECT ON *.* TO `u`@`%`', 'REVOKE SELECT ON `mysql`.* FROM `u`@`%`'];
    assert.equal(readGrants(lines, true).coversServer('PROCESS'), true);
    assert.equal(readGrants(lines, true).coversServer('SELECT'), false);
    assert.equal(readGrants(['GRANT SELECT ON `s`.* TO `u`@`%`'], true).coversServer('SELECT'), false);
  });

  it('a pattern is a name where partial revokes are allowed', () => {
    const lines = ['GRANT DROP ON `my%`.* TO `u`@`%`'];
    assert.equal(readGrants(lines, true).covers('DROP', table), true);
    assert.equal(readGrants(lines, false).covers('DROP', table), false);
    assert.equal(readGrants(['GRANT DROP ON `my\\_shop`.* TO `u`@`%`'], false).covers('DROP', table), true);
  });

  it('on one table, for what is done to that table alone', () => {
    const grants = readGrants(['GRANT ALTER, SELECT (`id`) ON `my_shop`.`t` TO `u`@`%`'], true);
    assert.equal(grants.coversTable('ALTER', table), true);
    assert.equal(grants.coversTable('ALTER', { ...table, name: 'u' }), false);
    assert.equal(grants.coversTable('ALTER', { ...table, schema: 'shop' }), false);
    assert.equal(grants.coversTable('SELECT', table), false);
    assert.equal(readGrants(['GRANT ALTER ON *.* TO `u`@`%`'], true).coversTable('ALTER', table), true);
  });

  it('names the roles', () => {
    assert.deepEqual(readGrants(['GRANT `a`@`%`,`b`@`%` TO `u`@`%`', 'GRANT `c` TO `u`@`%`'], true).roles, [
      '`a`@`%`,`b`@`%`',
      '`c`',
    ]);
  });
});
