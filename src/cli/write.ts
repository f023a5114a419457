import { visibleInLog } from '../support/visible.ts';

/*
 * The only file of this room that writes to the streams of the process, but for the progress bars on a terminal.
 */

let texts: 'stdout' | 'stderr' = 'stdout';

/** With `--json -` standard output is for the JSON alone, and texts go to the other stream. */
export function sendTextsTo(stream: 'stdout' | 'stderr'): void {
  texts = stream;
}

/** Where texts go. */
export function textStream(): NodeJS.WriteStream {
  return process[texts];
}

/** A text of its own line. */
export function writeOut(text: string): void {
  textStream().write(`${visibleInLog(text)}\n`);
}

export function writeError(text: string): void {
  process.stderr.write(`${visibleInLog(text)}\n`);
}

/** For a program that reads it. Names, statements and messages in it must be escaped. */
export function writeData(text: string): void {
  textStream().write(`${text}\n`);
}

export function writeJsonOut(json: string): void {
  process.stdout.write(`${json}\n`);
}
