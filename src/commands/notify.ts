/** Nobody waits longer for a message that is only for convenience. */
const longestMs = 5_000;

const fromEnvironment = 'env:';

/**
 * The address that the option `notify` means; `null` for an environment variable that is not set or is no address.
 *
 * @param given an address, or `env:NAME`
 */
export function webhookOf(given: string | null, environment: NodeJS.ProcessEnv = process.env): string | null {
  if (given === null) return null;
  const url = given.startsWith(fromEnvironment) ? (environment[given.slice(fromEnvironment.length)] ?? '') : given;
  return isWebAddress(url) ? url : null;
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/**
 * Posts a message to a webhook, in the form that Slack and those like it take.
 *
 * @returns why it did not arrive, without the address, which is a secret; `null` where it did. It never throws.
 */
export async function notify(url: string, text: string, timeoutMs = longestMs): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: withoutMarkup(text) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `The webhook of notify answered ${answer.status}.`;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate
      ? `The webhook of notify did not answer within ${timeoutMs / 1_000} seconds.`
      : 'The webhook of notify could not be reached.';
  }
}

/** Slack reads `<…>` as links and mentions, such as `<!channel>` (https://api.slack.com/reference/surfaces/formatting#escaping). */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
