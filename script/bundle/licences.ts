import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'rolldown';
import { packageNameOf, packageOf } from './packages.ts';

const licenceFile = /^(?:licen[cs]e|copying|notice|third-party)/iu;

/** The bundler brings helpers of its own; their ids begin with a zero byte. */
const helper = '\0';
const bundler = 'node_modules/rolldown/package.json';

/**
 * Writes `licences.txt` into the output: the licence texts of all packages of which at least one module was bundled.
 * The build fails when such a package has no licence text.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: describeLicences(modules) });
    },
  };
}

/** @throws Error where a package has no licence text */
function describeLicences(modules: readonly string[]): string {
  const texts = new Map<string, Set<string>>();
  for (const id of modules.map((module) => (module.startsWith(helper) ? resolve(bundler) : module))) {
    if (packageNameOf(id) === null) continue;
    const { folder, name, version, licence } = packageOf(id);
    const title = `${name} ${version} (${licence})`;
    const found = texts.get(title) ?? new Set();
    for (const text of licenceTexts(dirname(id), folder)) found.add(text);
    texts.set(title, found);
  }
  const bare = [...texts].flatMap(([title, found]) => (found.size === 0 ? [title] : []));
  if (bare.length > 0) throw new Error(`Bundled, but without a licence text: ${bare.join(', ')}.`);
  const sections = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, found]) => `${title}\n${'='.repeat(title.length)}\n\n${[...found].join('\n\n')}\n`);
  return ['The files of this folder contain code of the packages below.\n', ...sections].join('\n\n');
}

/** Those in the module's own folder and in all folders above it, up to that of the package. */
function licenceTexts(from: string, packageFolder: string): string[] {
  const here = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFileSync(join(from, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return from === packageFolder ? here : [...licenceTexts(dirname(from), packageFolder), ...here];
}
