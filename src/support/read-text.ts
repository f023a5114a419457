import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, relative, sep } from 'node:path';
import { decodeText } from './decode-text.ts';
import { GhostshipError, messageOf } from './errors.ts';

/** Where a file may lie: within a folder, wherever links lead to; `null` where a person has named the file. */
export type Bounds = string | null;

/**
 * The text of a regular file.
 *
 * @param path an absolute path
 * @param name what people call it
 * @param maxBytes what has more is not read
 * @returns `null` where there is no such file
 * @throws GhostshipError `unreadable-file`
 */
export async function readText(
  path: string,
  name: string,
  within: Bounds,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<string | null> {
  try {
    await using file = await openWithin(path, name, within);
    if (file === null) return null;
    const { size } = await file.handle.stat();
    if (size > maxBytes) throw tooLarge(name, size, maxBytes);
    return textOf(await file.handle.readFile(), name);
  } catch (error) {
    if (error instanceof GhostshipError) throw error;
    const reason = messageOf(error);
    throw unreadable(`${name} cannot be read: ${reason}.`, 'Check that it may be read.', error);
  }
}

/** @throws GhostshipError `unreadable-file` for what is not UTF-8 */
export function textOf(bytes: Uint8Array, name: string): string {
  const text = decodeText(bytes);
  if (typeof text === 'string') return text;
  const { offset, line, looksLike, encoding } = text;
  throw unreadable(
    `${name} is not UTF-8: see the byte at offset ${offset}, in line ${line}. It looks like ${looksLike}.`,
    encoding === null
      ? 'Save it as UTF-8.'
      : `Save it as UTF-8, for example: iconv -f ${encoding} -t UTF-8 "${name}" > new.sql`,
  );
}

export function tooLarge(name: string, bytes: number, maxBytes: number): GhostshipError {
  return unreadable(
    `${name} has ${bytes} bytes, and files of more than ${maxBytes} bytes are not read.`,
    'Split it, leave it out of the option files, or raise max-file-size in the config file.',
  );
}

export function unreadable(message: string, hint: string, cause?: unknown): GhostshipError {
  return new GhostshipError('unreadable-file', message, { hint, cause });
}

interface OpenFile extends AsyncDisposable {
  readonly handle: FileHandle;
}

/**
 * The path is resolved first, and what was opened must still be what the path leads to afterwards: a link that changes
 * in between gets nobody out of the folder. Opening does not wait, as it would for somebody to write to a named pipe.
 */
async function openWithin(path: string, name: string, within: Bounds): Promise<OpenFile | null> {
  const real = await realpath(path).catch(ifMissing);
  if (real === null) return null;
  if (within !== null) await refuseOutside(real, path, name, within);
  const before = await stat(real);
  if (!before.isFile()) throw irregular(name, before);
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const [opened, now] = await Promise.all([handle.stat(), realpath(path)]);
    const there = await stat(now);
    if (!opened.isFile()) throw irregular(name, opened);
    if (now !== real || there.ino !== opened.ino || there.dev !== opened.dev)
      throw unreadable(`${name} was replaced while it was read.`, 'Run this again.');
  } catch (error) {
    await handle.close();
    throw error;
  }
  return { handle, [Symbol.asyncDispose]: () => handle.close() };
}

async function refuseOutside(real: string, path: string, name: string, within: string): Promise<void> {
  const inside = relative(await realpath(within), real);
  const parts = inside.split(sep);
  const hint = 'Put the file itself in its place.';
  if (isAbsolute(inside) || parts[0] === '..') throw unreadable(`${name} leads out of the folder it belongs to.`, hint);
  // The credentials of a checkout lie there.
  if (parts.some((part) => part.toLowerCase() === '.git')) throw unreadable(`${name} leads into .git.`, hint);
  if (extname(real).toLowerCase() !== extname(path).toLowerCase())
    throw unreadable(`${name} is a link to a file of another kind.`, hint);
}

function irregular(name: string, stats: Stats): GhostshipError {
  return unreadable(`${name} is ${kindOf(stats)}, no file.`, 'Take it away, or leave it out of the option files.');
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

function ifMissing(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}
