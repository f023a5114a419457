import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { cacheFolder, fillOnce } from '../support/servers/cache-folder.ts';
import { canFetchPackages, unpackedCommand, unpackPackages } from '../support/servers/debian-packages.ts';

/** A program with what it needs to run. */
export interface Tool {
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** Debian's stable releases have versions that do not know MySQL 9. */
const suite = 'sid';

/** pt-online-schema-change from Debian, with a Perl of its own, fetched once; `null` where that cannot be. */
export async function fetchOnlineSchemaChange(): Promise<Tool | null> {
  const root = join(cacheFolder('percona-toolkit'), 'root');
  if (!existsSync(root)) {
    if (!canFetchPackages()) return null;
    process.stderr.write(`Fetching percona-toolkit from Debian ${suite}; this happens once.\n`);
    await fillOnce(root, (into) => unpackPackages(suite, ['percona-toolkit'], into));
  }
  const modules = globSync(
    [
      'usr/{share,lib/*-linux-gnu}/perl5',
      'usr/lib/*-linux-gnu/perl5/*',
      'usr/{share,lib/*-linux-gnu}/perl/*',
      'usr/lib/*-linux-gnu/perl-base',
    ],
    {
      cwd: root,
      absolute: true,
      onlyDirectories: true,
    },
  );
  const [plugins = ''] = globSync('usr/lib/*-linux-gnu/libmariadb3/plugin', {
    cwd: root,
    absolute: true,
    onlyDirectories: true,
  });
  const perl = unpackedCommand(root, join(root, 'usr/bin/perl'));
  return {
    command: [...perl, join(root, 'usr/bin/pt-online-schema-change')],
    env: { PERL5LIB: modules.join(':'), MARIADB_PLUGIN_DIR: plugins },
  };
}
