import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Screen } from './screen.ts';

/** What is there is run as it is: that is what users of the action get. */
export async function buildIfMissing(screen: Screen, repositoryFolder: string): Promise<void> {
  if (existsSync(join(repositoryFolder, 'dist', 'main.js'))) return;
  await screen.step(
    'Building dist/',
    () => execa('npm', ['run', 'build'], { cwd: repositoryFolder, preferLocal: true }),
    () => 'dist/ built',
  );
}
