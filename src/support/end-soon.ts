/** Whoever started the process waits for it, and everything has been said. */
const lingerMs = 3_000;

/**
 * Call it last. Whatever still holds the process then, such as a connection whose other end does not answer, holds it no longer
 * than this.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), lingerMs).unref();
}
