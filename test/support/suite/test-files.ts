import { statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

const everywhere = ['src', 'test'];

/**
 * @param paths files, and folders whose tests are all meant; none means everything
 * @throws Error when a path does not exist or nothing is found
 */
export function findTestFiles(paths: readonly string[]): string[] {
  const patterns = (paths.length === 0 ? everywhere : paths).map((path) =>
    statSync(path).isDirectory() ? join(path, '**/*.test.ts') : path,
  );
  const files = globSync(patterns, { absolute: true }).sort();
  if (files.length === 0) throw new Error(`No tests in ${paths.join(', ')}.`);
  return files;
}
