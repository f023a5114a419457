import type { RequestRecord } from '../github/index.ts';
import { Masks, spellingsOf } from './masks.ts';

/** A place people can read, and what is written there. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/** @throws Error naming every place where a secret can be read, in any spelling; the secret itself is not named */
export function refuseLeaks(secrets: readonly string[], places: readonly Place[]): void {
  const masks = new Masks();
  for (const secret of secrets) masks.add(secret);
  const leaks = secrets.flatMap((secret, index) =>
    places
      .filter(({ text }) => spellingsOf(secret).some((spelling) => text.includes(spelling)))
      .map(({ name, text }) => `Secret ${index + 1} can be read in ${name}: ${surroundings(text, secret, masks)}`),
  );
  if (leaks.length > 0) throw new Error(leaks.join('\n'));
}

/** What was sent to GitHub, as sent and as read; headers are not looked at. */
export function placesInRequests(requests: readonly RequestRecord[]): readonly Place[] {
  return requests.flatMap(({ method, url, body }) => {
    const address = url.split('?')[0] ?? '';
    return [
      { name: `the address of ${method} ${address}`, text: [url, decodeURIComponent(url)].join('\n') },
      { name: `the body of ${method} ${address}`, text: [body, ...textsIn(body)].join('\n') },
    ];
  });
}

function textsIn(body: string): readonly string[] {
  const texts: string[] = [];
  try {
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    // What is no JSON is looked at as it was sent.
  }
  return texts;
}

/** What is written around the place, and nothing of any secret. */
function surroundings(text: string, secret: string, masks: Masks): string {
  const spelling = spellingsOf(secret).find((each) => text.includes(each)) ?? secret;
  const [before = '', ...after] = text.split(spelling);
  const start = masks.apply(before).slice(-40);
  const end = masks.apply(after.join('***')).slice(0, 40);
  return JSON.stringify(`${start}***${end}`);
}
