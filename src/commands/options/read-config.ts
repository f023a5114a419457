import { readFile } from 'node:fs/promises';
import { type Config, noConfig, unusableConfig } from './config.ts';

/**
 * @param mustExist whether a person named the file; the default path may well not exist
 * @throws GhostshipError `usage` with everything that is wrong with the file
 */
export async function readConfig(path: string, mustExist: boolean): Promise<Config> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (!mustExist && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unusableConfig(path, [`it cannot be read (${error instanceof Error ? error.message : String(error)})`]);
  });
  return text === null ? noConfig : configFrom(path, text);
}

/**
 * @param name of the file, for whoever must correct it
 * @throws GhostshipError `usage` with everything that is wrong with it
 */
export async function configFrom(name: string, text: string): Promise<Config> {
  // Most have no such file, and need not wait for what reads YAML.
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(name, text);
}
