import { readFile } from 'node:fs/promises';

/** What set the workflow off, as the runner wrote it down. Where it did not, whoever needs the payload says what is missing. */
export async function readEvent(
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly name: string; readonly payload: unknown }> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '' } = environment;
  try {
    return { name, payload: JSON.parse(await readFile(path, 'utf8')) as unknown };
  } catch {
    return { name, payload: {} };
  }
}
