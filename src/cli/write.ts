import { visible } from '../support/visible.ts';

/*
 * The only file of this room that writes to the streams of the process, but for the progress bar on a terminal.
 */

/** A text of its own line. */
export function writeOut(text: string): void {
  process.stdout.write(`${visible(text)}\n`);
}

export function writeError(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}
