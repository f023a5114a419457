import { isObject } from '../openapi/document.ts';
import type { Account } from '../state/account.ts';
import { type Answer, answer } from '../wire/answer.ts';
import type { Incoming } from '../wire/incoming.ts';
import { readSelection, type Selection } from './read-selection.ts';

export const graphqlPath = '/api/graphql';

/** What Ghostship may ask for, as GitHub's public schema has it (`@octokit/graphql-schema` 15.26.1): what the fields of a type lead to. */
const schema: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: { viewer: 'User!' },
  User: { login: 'String!' },
};

/** Answers a query as GitHub would: what it does not know is an error in an answer of status 200. */
export function serveGraphql(
  incoming: Incoming,
  actor: Account | null,
  onViolation: (problem: string) => void,
): Answer {
  if (actor === null) return answer({ message: 'This endpoint requires you to be authenticated.' }, 401);
  const selection = readSelection(queryIn(incoming));
  const problem = selection === null ? 'Parse error' : problemIn(selection, 'Query');
  if (selection === null || problem !== null) {
    onViolation(problem ?? 'Parse error');
    return answer({ errors: [{ message: problem }] });
  }
  return answer({ data: pick(selection, { viewer: { login: actor.login } }) });
}

function queryIn({ method, body }: Incoming): string {
  const given: unknown = method === 'POST' ? JSON.parse(body) : null;
  return isObject(given) && typeof given.query === 'string' ? given.query : '';
}

function problemIn(selection: Selection, type: string): string | null {
  for (const [field, below] of selection) {
    const next = schema[type]?.[field]?.replace('!', '');
    if (next === undefined) return `Field '${field}' doesn't exist on type '${type}'`;
    if (next in schema !== below.size > 0) return `Field '${field}' must have selections, or must have none`;
    const problem = problemIn(below, next);
    if (problem !== null) return problem;
  }
  return null;
}

function pick(selection: Selection, value: object): object {
  const values = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    [...selection].map(([field, below]) => {
      const found = values.get(field);
      return [field, typeof found === 'object' && found !== null ? pick(below, found) : found];
    }),
  );
}
