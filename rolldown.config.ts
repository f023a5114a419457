import type { RolldownOptions } from 'rolldown';
import { chunkFileName, packageChunks } from './script/bundle/chunk-names.ts';
import { licences } from './script/bundle/licences.ts';

// All that a run needs is in dist/: the action runs from a checkout without node_modules.
// Node 20.19 is the oldest runtime dist/ promises to start on, so newer syntax (`await using`) is lowered.
export default {
  input: { main: 'src/action/main.ts', post: 'src/action/post.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  // Nothing of theirs works by being imported alone. They do not say so, and writing a line to the log would load an HTTP client.
  treeshake: { moduleSideEffects: [{ test: /node_modules\/@actions\//u, sideEffects: false }] },
  // Nobody imports the entries, they are only run.
  preserveEntrySignatures: false,
  plugins: [licences()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    codeSplitting: { groups: [packageChunks] },
    chunkFileNames: chunkFileName,
    // zongji chooses by the name of a class.
    keepNames: true,
    // People read dist/ to know what they run, and stack traces point into it. Minified, it starts some 5 % sooner.
    minify: false,
  },
} satisfies RolldownOptions;
