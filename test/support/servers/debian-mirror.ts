import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const defaultMirror = 'http://deb.debian.org/debian';
const aptFolder = '/etc/apt';

/** The mirror this machine takes Debian from, or Debian's default one where it names none. */
export async function findDebianMirror(): Promise<string> {
  for (const file of await sourceFiles()) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const mirror = debianMirrorIn(text);
    if (mirror !== null) return mirror;
  }
  return defaultMirror;
}

/**
 * @param text an apt source list, in the one-line or the deb822 form
 * @returns the first enabled archive whose path ends in `/debian`: neither security updates, nor a dated snapshot, which
 * lacks the newer suites, nor another vendor's packages
 */
export function debianMirrorIn(text: string): string | null {
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const lines = paragraph.split('\n').filter((line) => !line.startsWith('#'));
    if (lines.some((line) => /^enabled:\s*(?:no|false)\b/iu.test(line))) continue;
    // One file may list sources apart from programs.
    if (lines.some((line) => /^types:(?!.*\bdeb(?!-))/iu.test(line))) continue;
    for (const line of lines) {
      const uri = urisIn(line).find((candidate) => /^https?:\/\/.+\/debian\/?$/u.test(candidate));
      if (uri !== undefined) return uri.replace(/\/$/u, '');
    }
  }
  return null;
}

function urisIn(line: string): string[] {
  const match = /^(?:uris:|deb\s+(?:\[[^\]]*\]\s+)?)\s*(?<uris>.*)$/iu.exec(line);
  return match?.groups?.uris?.split(/\s+/u) ?? [];
}

async function sourceFiles(): Promise<string[]> {
  const parts = join(aptFolder, 'sources.list.d');
  const names = await readdir(parts).catch(() => []);
  const enabled = names.filter((name) => name.endsWith('.list') || name.endsWith('.sources')).sort();
  return [join(aptFolder, 'sources.list'), ...enabled.map((name) => join(parts, name))];
}
