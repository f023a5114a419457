/*
 * Runs commands of the built command line, one after the other, in one process. To start a process for each costs more
 * than most commands do. Plain JavaScript, because the Node that people have runs it.
 *
 * A command has ended when a process of its own would end: when nothing holds the event loop any more, or after
 * `lingerMs`.
 */

import { writeSync } from 'node:fs';
import { isHeldBeyond, pause } from '../event-loop.mjs';

const [, , program, lingerMs] = process.argv;

const terminal = 2;

let output = '';
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => {
    output += String(text);
    return true;
  };
}
process.on('warning', ({ stack, name, message }) => {
  output += `(node:${process.pid}) ${stack ?? `${name}: ${message}`}\n`;
});

// The program ends its process some seconds after its command. This process is still needed then.
const exit = process.exit.bind(process);
process.exit = () => {};
process.on('disconnect', () => exit());
process.on('exit', () => writeSync(terminal, output));

const variables = { ...process.env };

process.on('message', async ({ args, cwd, env }) => {
  const held = process.getActiveResourcesInfo();
  output = '';
  process.exitCode = undefined;
  process.argv = [process.execPath, program, ...args];
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, variables, env);
  // Another address makes it another module: it is evaluated again, and what it imports is not.
  await import(`${program}?${performance.now()}`);
  const endedMs = performance.now();
  do await pause();
  while (isHeldBeyond(held) && performance.now() - endedMs < Number(lingerMs));
  process.send({ exitCode: process.exitCode ?? 0, output, isClean: !isHeldBeyond(held) });
  output = '';
});
