import type { Token } from './tokens.ts';

/**
 * The clauses of an ALTER TABLE, from the text after the table name. Commas separate them, with three exceptions in the
 * grammar: ORDER BY and the partition commands have commas of their own, and PARTITION BY and REMOVE PARTITIONING
 * follow the clause before them without one. A stray comma leaves an empty clause, so that the server sees it and refuses it.
 */
export function splitClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const open = clauses.at(-1) ?? [];
    if (token.keyword === '(') depth += 1;
    else if (token.keyword === ')') depth -= 1;
    if (depth > 0) open.push(token);
    else if (token.keyword === ',' && !continues(open, tokens, index + 1)) clauses.push([]);
    else if (startsPartitioning(tokens, index)) clauses.push([token]);
    else open.push(token);
  }
  return tokens.length === 0 ? [] : clauses;
}

/** Whether PARTITION BY or REMOVE PARTITIONING stands at `at`. */
export function startsPartitioning(tokens: readonly Token[], at = 0): boolean {
  const words = `${tokens[at]?.keyword} ${tokens[at + 1]?.keyword}`;
  return words === 'PARTITION BY' || words === 'REMOVE PARTITIONING';
}

/** Whether the comma before `next` belongs to the clause it is found in. */
function continues(clause: readonly Token[], tokens: readonly Token[], next: number): boolean {
  if (isPartitionCommand(clause)) return true;
  return clause[0]?.keyword === 'ORDER' && clause[1]?.keyword === 'BY' && isSortKey(tokens, next);
}

/** ADD PARTITION, DROP PARTITION p0, p1 and so on stand alone: nothing but their own lists can follow. */
function isPartitionCommand(clause: readonly Token[]): boolean {
  return clause[0]?.kind === 'word' && clause[1]?.keyword === 'PARTITION';
}

/** A column, perhaps qualified and with a direction, up to the next comma. No clause looks like that but FORCE. */
function isSortKey(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.keyword === 'FORCE') return false;
  let at = from + 1;
  while (tokens[at]?.keyword === '.') at += 2;
  if (tokens[at]?.keyword === 'ASC' || tokens[at]?.keyword === 'DESC') at += 1;
  return tokens[at] === undefined || tokens[at]?.keyword === ',' || startsPartitioning(tokens, at);
}
