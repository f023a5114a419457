// Exits 0 when node_modules holds what package-lock.json asks for. Plain JavaScript, for the Node of the machine.
import { existsSync, readFileSync } from 'node:fs';

const installedFile = 'node_modules/.package-lock.json';
process.exit(existsSync(installedFile) && isFresh() ? 0 : 1);

function isFresh() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn(installedFile);
  // Optional packages are for other platforms and may be missing.
  return Object.entries(wanted).every(
    ([path, { integrity, optional }]) =>
      path === '' || (path in installed ? installed[path].integrity === integrity : optional === true),
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
