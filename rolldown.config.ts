import type { RolldownOptions } from 'rolldown';

// One self-contained file per entry: the action runs from a checkout without node_modules.
// Node 20.19 is the oldest runtime dist/ promises to start on, so newer syntax (`await using`) is lowered.
export default {
  input: { main: 'src/action/main.ts', post: 'src/action/post.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  // Nothing of theirs works by being imported alone. They do not say so, and writing a line to the log would load an HTTP client.
  treeshake: { moduleSideEffects: [{ test: /node_modules\/@actions\//u, sideEffects: false }] },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    chunkFileNames: 'chunks/[name].js',
    // Every run reads all of it anew. Names stay: zongji chooses by that of a class, and a stack trace must be readable.
    minify: { compress: true, mangle: { keepNames: true }, codegen: true },
  },
} satisfies RolldownOptions;
