import { join } from 'node:path';
import { cacheFolder, fillOnce } from './cache-folder.ts';
import { canFetchPackages, unpackPackages } from './debian-packages.ts';
import type { ServerOptions } from './server-flags.ts';
import { releaseOf } from './server-name.ts';

/** Options with which mariadb-10.11 is the first node of a cluster; `null` where its provider cannot be fetched. */
export async function galeraOptions(port: number): Promise<ServerOptions | null> {
  if (!canFetchPackages()) return null;
  const { suite } = releaseOf('mariadb-10.11');
  const folder = await fillOnce(cacheFolder(`galera-${suite}`), (into) => unpackPackages(suite, ['galera-4'], into));
  return {
    wsrep_on: 'ON',
    wsrep_provider: join(folder, 'usr', 'lib', 'galera', 'libgalera_smm.so'),
    wsrep_cluster_address: 'gcomm://',
    wsrep_node_address: '127.0.0.1',
    wsrep_provider_options: `gmcast.listen_addr=tcp://127.0.0.1:${port}`,
  };
}
