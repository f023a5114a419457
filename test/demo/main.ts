import { runDemo } from './demo.ts';
import { openScreen } from './screen.ts';

/** As shells have it for a program that Ctrl-C ended. */
const interruptedExitCode = 130;

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => stopping.abort(new Error(`Stopped by ${name}.`)));
}
const screen = openScreen(process.stdout, stopping.signal);
try {
  await runDemo(screen);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  screen.say(
    stopping.signal.aborted ? `\n  ${message} Nothing is left behind.\n` : `\n  The demo failed: ${message}\n`,
  );
  process.exitCode = stopping.signal.aborted ? interruptedExitCode : 1;
}
// A step that was given up may still hold the loop: a server that was just starting ends with us.
process.exit();
