import type { CodeSplittingGroup, PreRenderedChunk } from 'rolldown';
import { packageNameOf } from './packages.ts';

/** One file for each package, named like it. */
export const packageChunks: CodeSplittingGroup = {
  debugName: 'packages',
  test: (id) => packageNameOf(id) !== null,
  name: (id) => `packages/${packageNameOf(id)?.replace('@', '').replace('/', '-')}`,
  includeDependenciesRecursively: false,
};

/** More modules than this are named after their room, not after one of them. */
const fewModules = 10;

/**
 * A file of our own code is named after the module it leads up to, which stands last; a large one that several others share
 * after the room that most of its modules come from. In the file itself the path of each module stands above it.
 */
export function chunkFileName({ name, facadeModuleId, moduleIds }: PreRenderedChunk): string {
  if (name.startsWith('packages/')) return `${name}.js`;
  const own = moduleIds.flatMap((id) => pathInSources(id) ?? []);
  const loaded = facadeModuleId ? pathInSources(facadeModuleId) : null;
  if (loaded !== null) return `chunks/${loaded}${own.length === 0 ? '.entry' : ''}.js`;
  return `chunks/${own.length > fewModules ? mostFrequent(own.map(roomOf)) : (own.at(-1) ?? name)}.js`;
}

function pathInSources(id: string): string | null {
  return /[\\/]src[\\/](.+)\.ts$/u.exec(packageNameOf(id) === null ? id : '')?.[1] ?? null;
}

function roomOf(path: string): string {
  return path.replace(/[\\/].*/u, '');
}

function mostFrequent(names: readonly string[]): string | undefined {
  const count = (name: string): number => names.filter((other) => other === name).length;
  return names.toSorted((a, b) => count(b) - count(a))[0];
}
