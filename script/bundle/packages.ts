import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package that was bundled, or a part of one. */
export interface BundledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** As the package itself names it, such as `MIT`. */
  readonly licence: string;
}

/** The name of the package that a module belongs to; `null` for our own. What a package brings below itself is part of it. */
export function packageNameOf(moduleId: string): string | null {
  return /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/u.exec(moduleId)?.[1] ?? null;
}

/**
 * The package whose folder a module is in.
 *
 * @throws Error where no `package.json` with a name and a version stands above the module
 */
export function packageOf(moduleId: string): BundledPackage {
  for (let folder = dirname(moduleId); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    // Some packages have a package.json in a folder of theirs, only to say what kind of modules are in it.
    if (typeof name !== 'string' || typeof version !== 'string') continue;
    return { folder, name, version, licence: typeof license === 'string' ? license : 'see below' };
  }
  throw new Error(`${moduleId} is in no package.`);
}
