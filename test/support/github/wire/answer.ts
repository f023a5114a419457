import type { Call } from './call.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string;
  /** JSON, or text for any other media type; `undefined` for no body at all. */
  readonly body: unknown;
}

const json = 'application/json';

export function answer(body: unknown, status = 200): Answer {
  return { status, headers: {}, mediaType: json, body };
}

export function noContent(): Answer {
  return { status: 204, headers: {}, mediaType: json, body: undefined };
}

/**
 * One page of a list, with the `Link` header that leads to the others.
 *
 * @param shape one item as the client sees it; only the items of the page are shaped
 * @param wrap what is around the items of a page; a bare list when left out
 */
export function answerList<T>(
  call: Call,
  items: readonly T[],
  shape: (item: T) => unknown,
  wrap: (page: readonly unknown[], total: number) => unknown = (page) => page,
): Answer {
  const { perPage, page, lastPage } = paging(call, items.length);
  const shown = items.slice((page - 1) * perPage, page * perPage).map(shape);
  const link = linkHeader(call, page, lastPage);
  return {
    status: 200,
    headers: link === '' ? {} : { link },
    mediaType: json,
    body: wrap(shown, items.length),
  };
}

function paging(call: Call, total: number) {
  // GitHub takes any number and gives 100 at most.
  const perPage = Math.min(100, Math.max(1, Number(call.query.per_page ?? 30)));
  const page = Math.max(1, Number(call.query.page ?? 1));
  return { perPage, page, lastPage: Math.max(1, Math.ceil(total / perPage)) };
}

function linkHeader(call: Call, page: number, lastPage: number): string {
  const links = { prev: page - 1, next: page + 1, last: lastPage, first: 1 };
  const isUseful = { prev: page > 1, next: page < lastPage, last: page < lastPage, first: page > 1 };
  return (Object.keys(links) as (keyof typeof links)[])
    .filter((relation) => isUseful[relation])
    .map((relation) => `<${addressOfPage(call, links[relation])}>; rel="${relation}"`)
    .join(', ');
}

function addressOfPage(call: Call, page: number): string {
  const address = new URL(call.address);
  for (const [name, value] of Object.entries(call.query)) {
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  address.searchParams.set('page', String(page));
  return address.href;
}
