import { describe, it } from 'node:test';
import { freePort } from '../support/servers/free-port.ts';
import { galeraOptions } from '../support/servers/galera.ts';
import { startServer } from '../support/servers/index.ts';
import { expectRefusedAlike } from './refused-alike.ts';

describe('a Galera cluster of mariadb-10.11', { timeout: 600_000 }, () => {
  it('by its first node, which others may join at any time', async (test) => {
    const options = await galeraOptions(await freePort());
    if (options === null) return test.skip('its provider cannot be fetched here');
    await using server = await startServer({ name: 'mariadb-10.11', options });
    await expectRefusedAlike(server, /node of a Galera cluster .*libgalera_smm\.so/u);
  });
});
