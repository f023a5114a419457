import { resolve } from 'node:path';
import { GhostshipError } from '../../support/errors.ts';
import { type Bounds, readText } from '../../support/read-text.ts';
import { type Config, noConfig, unusableConfig } from './config.ts';

/**
 * @param mustExist whether a person named the file; the default path may well not exist
 * @param within as for every file: a link in a checkout must not lead out of it
 * @throws GhostshipError `usage` with everything that is wrong with the file
 */
export async function readConfig(path: string, mustExist: boolean, within: Bounds): Promise<Config> {
  const text = await readText(resolve(path), path, within).catch((error: unknown) => {
    if (error instanceof GhostshipError) throw unusableConfig(path, [error.message]);
    throw error;
  });
  if (text === null && mustExist) throw unusableConfig(path, ['there is no such file']);
  return text === null ? noConfig : configFrom(path, text);
}

/**
 * @param name of the file, for whoever must correct it
 * @throws GhostshipError `usage` with everything that is wrong with it
 */
export async function configFrom(name: string, text: string): Promise<Config> {
  // The YAML parser is loaded only for a config file: most people have none.
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(name, text);
}
