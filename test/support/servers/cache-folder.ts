import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Longer than any download or initialisation takes: a partial folder older than this belongs to nobody. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Where everything about one server version, or a tool it is compared by, is kept between runs. */
export function cacheFolder(name: string): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'ghostship', 'servers', name);
}

/**
 * Returns `folder`, filled. It is filled under another name and renamed when complete, so a reader never sees half of
 * it and runs that start at the same moment do not disturb each other: the first to finish wins.
 */
export async function fillOnce(folder: string, fill: (into: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const partial = await mkdtemp(partialPrefix(folder));
  try {
    await fill(partial);
    await rename(partial, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

function partialPrefix(folder: string): string {
  return `${folder}.partial-`;
}

async function removeAbandoned(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = basename(partialPrefix(folder));
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(prefix)) continue;
    const path = join(parent, entry);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > abandonedAfterMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
