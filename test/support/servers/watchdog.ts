import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Outlives us, and ends the server of a folder when we are gone without having done it ourselves. */
export interface Watchdog {
  /** The process to end, or `null` when none runs. */
  watch(pid: number | null): void;
  /** Stands down: folder and process are left as they are. */
  release(): void;
}

// Reading ends with a word when we release, and without one when we die, however that came about.
const script = `
  if read -r word; then exit 0; fi
  if [ -f "$1/watched.pid" ]; then kill -KILL "$(cat "$1/watched.pid")"; fi
  rm -rf "$1"
`;

/** @param folder removed as well when we die */
export function guard(folder: string): Watchdog {
  const pidFile = join(folder, 'watched.pid');
  // A session of its own, or the Ctrl-C that ends us would end it too.
  const dog = spawn('/bin/sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  keepLoopFree(dog);
  return {
    watch(pid) {
      if (pid === null) rmSync(pidFile, { force: true });
      else writeFileSync(pidFile, String(pid));
    },
    release() {
      dog.stdin?.end('released\n');
    },
  };
}

function keepLoopFree(dog: ChildProcess): void {
  dog.unref();
  const pipe = dog.stdin;
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}
