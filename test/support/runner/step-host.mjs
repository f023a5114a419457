/*
 * Runs built scripts, one after the other, in one process. To start a process for each costs more than most of them do.
 *
 * A script has ended when a process of its own would end: when nothing holds the event loop any more, or some seconds later.
 */

import { pathToFileURL } from 'node:url';
import { isHeldBeyond, pause } from '../event-loop.mjs';

/** Above the limit in `src/support/end-soon.ts`. */
const lingerMs = 4_000;

// They hold the event loop from their first use on, so that is now.
const streams = [process.stdout, process.stderr];

const exit = process.exit.bind(process);
// Without a code a script only means that it has nothing more to do. This process has.
process.exit = (code) => {
  if (code !== undefined) exit(code);
};
process.on('disconnect', () => exit());

process.on('message', async ({ script, cwd, env, end }) => {
  const held = process.getActiveResourcesInfo();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.exitCode = undefined;
  // Another address makes it another module: it is evaluated again, and what it imports is not.
  await import(`${pathToFileURL(script)}?${performance.now()}`);
  const endedMs = performance.now();
  do await pause();
  while (isHeldBeyond(held) && performance.now() - endedMs < lingerMs);
  for (const stream of streams) stream.write(`${end}\n`);
  process.send({ exitCode: process.exitCode ?? 0, isClean: !isHeldBeyond(held) });
});
