import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { floors, refuseProduct } from './product.ts';

/*
 * What servers say of themselves, recorded from their documentation and sources. Only MySQL 9.7 and MariaDB 10.11 are asked
 * themselves, by every other test.
 */

const taken: readonly (readonly [string, string])[] = [
  ['9.7.4-2', '(Debian)'],
  ['8.0.13', 'MySQL Community Server - GPL'],
  ['8.0.30', 'MySQL Community Server - GPL'],
  ['8.0.41-0ubuntu0.22.04.1', '(Ubuntu)'],
  ['8.4.3', 'MySQL Community Server - GPL'],
  ['8.0.36-28', 'Percona Server (GPL), Release 28, Revision 47601f19'],
  ['8.0.36-28.1', 'Percona XtraDB Cluster (GPL), Release rel28, Revision bfb687f, WSREP version 26.1.4.3'],
  ['8.0.35', 'Source distribution'],
  ['8.0.31-google', '(Google)'],
  ['8.0.37-azure', 'MySQL Community Server - GPL'],
  ['8.0.28', 'Source distribution'],
  ['10.6.22-MariaDB', 'MariaDB Server'],
  ['10.11.18-MariaDB-0+deb12u1-log', 'Debian 12'],
  ['5.5.5-10.11.6-MariaDB-log', 'MariaDB Server'],
  ['11.8.3-MariaDB-ubu2404', 'mariadb.org binary distribution'],
  ['12.2.1-MariaDB', 'MariaDB Server'],
];

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['5.7.44-log', 'MySQL Community Server (GPL)', /MySQL 5\.7\.44-log, and 8\.0\.13/u],
  ['8.0.12', 'MySQL Community Server - GPL', /8\.0\.12, and 8\.0\.13/u],
  ['8.0.29', 'MySQL Community Server - GPL', /utf8mb3_bin/u],
  ['8.0.29-21', 'Percona Server (GPL), Release 21', /utf8mb3_bin/u],
  ['10.5.27-MariaDB', 'MariaDB Server', /MariaDB 10\.5\.27-MariaDB, and 10\.6\.0/u],
  ['5.5.5-10.3.39-MariaDB-log', 'MariaDB Server', /and 10\.6\.0/u],
  ['12.3.1-MariaDB', 'MariaDB Server', /split/u],
  ['13.0.1-MariaDB', 'MariaDB Server', /split/u],
  ['8.0.11-TiDB-v8.5.0', 'TiDB Server (Apache License 2.0) Community Edition, MySQL 8.0 compatible', /is TiDB/u],
  ['8.0.30-Vitess', 'Version: 21.0.0 (Git revision 1234 branch main)', /Vitess or PlanetScale/u],
  ['8.0.34-PlanetScale', '', /Vitess or PlanetScale/u],
  ['5.7.25-OceanBase_CE-v4.3.0.1', 'OceanBase_CE 4.3.0.1', /is OceanBase/u],
  ['5.7.32', 'SingleStoreDB source distribution (compatible; MySQL Enterprise & MySQL Commercial)', /is SingleStore/u],
  ['5.0.45-Xpand-6.1.1', '', /Xpand/u],
  ['8.0.32-X-Cluster-8.4.19', '', /PolarDB-X/u],
  ['8.0.33', 'StarRocks version 3.3.0', /StarRocks/u],
  ['8.0.33', 'Dolt', /Dolt/u],
];

describe('what a server calls itself, recorded', () => {
  for (const [version, comment] of taken)
    it(`${version} ${comment} is taken`, () => assert.doesNotThrow(() => refuseProduct(version, comment)));
  for (const [version, comment, message] of refused)
    it(`${version} ${comment} is refused by name`, () =>
      assert.throws(() => refuseProduct(version, comment), { code: 'unsupported-server', message }));
});

it('the pages name the oldest versions that are taken', () => {
  for (const page of ['README.md', 'docs/servers.md', 'docs/errors.md']) {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    for (const floor of Object.values(floors))
      assert.ok(text.includes(floor.replace(/\.0$/u, '')), `${floor} in ${page}`);
    assert.ok(text.includes('8.0.29'), page);
  }
});
