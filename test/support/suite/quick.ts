import { type Check, quickChecks, runChecks } from './checks.ts';
import { keepCompiled } from './keep-compiled.ts';
import { findTestFiles, isSlow, needsServer } from './test-files.ts';

/* Whatever needs no server, in seconds; what a change is checked with while it is written. */

/** One process each: the tests of a folder share what they load, and a core is kept busy by each. */
const folders = ['src', 'test'] as const;

const unitTests: Check[] = folders.map((folder) => ({
  name: `unit tests of ${folder}/`,
  command: [
    process.execPath,
    '--test',
    '--test-isolation=none',
    '--test-reporter=dot',
    ...findTestFiles([folder]).filter((file) => !needsServer(file) && !isSlow(file)),
  ],
}));

keepCompiled();
const failed = await runChecks([...unitTests, ...quickChecks], AbortSignal.timeout(5 * 60 * 1000));
process.exitCode = failed.length === 0 ? 0 : 1;
