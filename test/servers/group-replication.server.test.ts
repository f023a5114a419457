import { describe, it } from 'node:test';
import { freePort } from '../support/servers/free-port.ts';
import { query, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectRefusedAlike, expectTaken } from './refused-alike.ts';

/* A group of one member, with the plugin as MySQL brings it. */

describe('group replication on mysql-9.7', { timeout: 600_000 }, () => {
  it('with several primaries', async () => {
    await using server = await startServer({ name: 'mysql-9.7' });
    for (const statement of [
      "INSTALL PLUGIN group_replication SONAME 'group_replication.so'",
      "SET GLOBAL group_replication_group_name = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'",
      `SET GLOBAL group_replication_local_address = '127.0.0.1:${await freePort()}'`,
      'SET GLOBAL group_replication_single_primary_mode = OFF',
      'SET GLOBAL group_replication_enforce_update_everywhere_checks = ON',
      'SET GLOBAL group_replication_bootstrap_group = ON',
      'START GROUP_REPLICATION',
    ])
      await query(server, statement);
    await waitFor(
      async () =>
        (
          await query(
            server,
            "SELECT 1 FROM performance_schema.replication_group_members WHERE MEMBER_STATE = 'ONLINE'",
          )
        ).length === 1,
      { timeoutMs: 60_000, what: 'the member to be online' },
    );
    await expectRefusedAlike(server, /group_replication_single_primary_mode is OFF.*one member/u);
    await expectTaken(server, server, ['--allow', 'one-writer']);
    await query(server, 'SELECT group_replication_switch_to_single_primary_mode()');
    await expectTaken(server);
  });
});
