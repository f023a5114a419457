import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JudgedVariable, ServerFacts } from '../../mysql/server-facts.ts';
import { judgeBinlog } from './binlog.ts';
import { judgeTarget } from './target.ts';
import { unprovenServer } from './unproven.ts';

/*
 * Servers that cannot be run here, as their documentation describes them. Those that can be run are asked themselves: a member of a
 * group, replicas and settings in test/servers/.
 */

const mysql: ServerFacts = {
  flavor: 'mysql',
  version: '8.4.3',
  versionComment: 'MySQL Community Server - GPL',
  variables: {
    read_only: 'OFF',
    super_read_only: 'OFF',
    innodb_read_only: 'OFF',
    log_replica_updates: 'ON',
    innodb_version: '8.4.3',
    binlog_order_commits: 'ON',
    binlog_row_image: 'FULL',
    max_write_lock_count: '18446744073709551615',
    basedir: '/usr/',
  },
  sources: [],
  runningSources: null,
  groupMembers: 0,
  isOnlyWriter: false,
};

const mariadb: ServerFacts = {
  ...mysql,
  flavor: 'mariadb',
  version: '12.1.2-MariaDB',
  versionComment: 'MariaDB Server',
  variables: {
    read_only: 'OFF',
    innodb_read_only: 'OFF',
    log_slave_updates: 'OFF',
    wsrep_on: 'OFF',
    wsrep_provider: 'none',
  },
};

function withVariables(facts: ServerFacts, variables: Partial<Record<JudgedVariable, string>>): ServerFacts {
  return { ...facts, variables: { ...facts.variables, ...variables } };
}

const pxc = withVariables(mysql, { wsrep_on: 'ON', wsrep_provider: '/usr/lib64/galera4/libgalera_smm.so' });
const group = { group_replication_group_name: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' };
const unseen: ServerFacts = { ...mariadb, sources: null, runningSources: 0 };

const targets: readonly (readonly [string, ServerFacts, readonly RegExp[]])[] = [
  ['MySQL as it comes', mysql, []],
  ['MariaDB as it comes', mariadb, []],
  ['Percona XtraDB Cluster', pxc, [/node of a Galera cluster .*libgalera_smm/u]],
  [
    'MariaDB Galera',
    withVariables(mariadb, { wsrep_on: 'ON', wsrep_provider: '/usr/lib/galera/libgalera_smm.so' }),
    [/Galera/u],
  ],
  ['wsrep_on without a provider', withVariables(mariadb, { wsrep_on: 'ON' }), []],
  ['a provider that is switched off', withVariables(pxc, { wsrep_on: 'OFF' }), []],
  [
    'several primaries in a group of three',
    { ...withVariables(mysql, { ...group, group_replication_single_primary_mode: 'OFF' }), groupMembers: 3 },
    [/single_primary_mode is OFF.*There are 3/u],
  ],
  ['the primary of a group', withVariables(mysql, { ...group, group_replication_single_primary_mode: 'ON' }), []],
  [
    'the plugin without a group',
    withVariables(mysql, { group_replication_group_name: '', group_replication_single_primary_mode: 'OFF' }),
    [],
  ],
  [
    'a replica of MariaDB 12',
    withVariables(mariadb, { read_only: 'NO_LOCK_NO_ADMIN' }),
    [/read_only is NO_LOCK_NO_ADMIN/u],
  ],
  [
    'a reader of Aurora',
    withVariables(mysql, { innodb_read_only: 'ON', aurora_version: '3.08.0' }),
    [/innodb_read_only is ON/u],
  ],
  [
    'a secondary of a group',
    withVariables(mysql, {
      ...group,
      group_replication_single_primary_mode: 'ON',
      read_only: 'ON',
      super_read_only: 'ON',
    }),
    [/read_only is ON, super_read_only is ON/u],
  ],
  ['values in figures', withVariables(mysql, { read_only: '0', innodb_read_only: '1' }), [/innodb_read_only is 1/u]],
  [
    'a server before 8.0.26, which has the older name only',
    {
      ...mysql,
      variables: { innodb_version: '8.0.25', binlog_order_commits: 'ON', log_slave_updates: 'OFF' },
      sources: [{ place: 'a:3306', isRunning: true }],
    },
    [/replicates from a:3306, and log_slave_updates is OFF/u],
  ],
  [
    'MariaDB that does not let us see a source that runs',
    { ...unseen, runningSources: 1 },
    [/replicates from another one/u],
  ],
  ['MariaDB that has never replicated, to who may not see', unseen, []],
  [
    'MariaDB that may replicate, to who may not see',
    withVariables(unseen, { gtid_slave_pos: '0-1-7' }),
    [/has replicated/u],
  ],
  [
    'the same where it logs what it applies',
    withVariables(unseen, { gtid_slave_pos: '0-1-7', log_slave_updates: 'ON' }),
    [],
  ],
  [
    'what takes only the name of MySQL',
    { ...mysql, variables: {} },
    [/no innodb_version and no binlog_order_commits/u],
  ],
];

describe('a target, from recorded answers', () => {
  for (const [about, facts, messages] of targets) {
    it(about, () => {
      const found = judgeTarget(facts).map(({ message }) => message);
      assert.equal(found.length, messages.length, found.join(' '));
      for (const [index, message] of messages.entries()) assert.match(found[index] ?? '', message);
    });
  }
});

describe('a copy, from recorded answers', () => {
  const aurora = withVariables(mysql, { aurora_version: '3.08.0' });
  it('on Aurora is refused unless a person accepts it', () => {
    assert.match(unprovenServer(aurora, { allow: [] })?.message ?? '', /is Aurora 3\.08\.0/u);
    assert.equal(unprovenServer(aurora, { allow: ['unproven-server'] }), null);
    assert.deepEqual(judgeTarget(aurora), [], 'what is no copy is not refused');
  });
  it('elsewhere is not', () => assert.equal(unprovenServer(mysql, { allow: [] }), null));
});

const binlogs: readonly (readonly [string, ServerFacts, { enabled?: boolean; format?: string }, RegExp, RegExp])[] = [
  [
    'RDS',
    withVariables(mysql, { basedir: '/rdsdbbin/mysql-8.4.3.R1/' }),
    { format: 'MIXED' },
    /is MIXED/u,
    /to ROW in the DB parameter group/u,
  ],
  [
    'RDS without backups',
    withVariables(mysql, { basedir: '/rdsdbbin/mysql/' }),
    { enabled: false },
    /no binary log/u,
    /automated backups/u,
  ],
  [
    'Aurora',
    withVariables(mysql, { aurora_version: '3.08.0' }),
    { enabled: false },
    /no binary log/u,
    /cluster parameter group/u,
  ],
  [
    'Cloud SQL',
    { ...mysql, version: '8.0.31-google' },
    { format: 'MIXED' },
    /is MIXED/u,
    /database flag binlog_format/u,
  ],
  ['Azure', { ...mysql, version: '8.0.37-azure' }, { format: 'MIXED' }, /is MIXED/u, /server parameter binlog_format/u],
  ['anything else', mysql, { format: 'MIXED' }, /is MIXED/u, /SET GLOBAL binlog_format = ROW .*parameter group/u],
  [
    'MariaDB 12.3',
    withVariables(mariadb, { binlog_storage_engine: 'innodb' }),
    {},
    /binlog_storage_engine is innodb/u,
    /without/u,
  ],
];

describe('its binary log, from recorded answers', () => {
  for (const [about, facts, { enabled = true, format = 'ROW' }, message, hint] of binlogs) {
    it(about, () => {
      const found = judgeBinlog({ binlogEnabled: enabled, binlogFormat: format, facts }).filter((it) => it !== null);
      assert.equal(found.length, 1);
      assert.match(found[0]?.message ?? '', message);
      assert.match(found[0]?.hint ?? '', hint);
    });
  }

  it('of a server as it comes', () => {
    const found = judgeBinlog({ binlogEnabled: true, binlogFormat: 'ROW', facts: mysql });
    assert.deepEqual(
      found.filter((it) => it !== null),
      [],
    );
  });
});
