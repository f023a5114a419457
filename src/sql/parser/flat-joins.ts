import type { Token } from './tokens.ts';

/**
 * The tokens without parentheses that group joins. Servers write the joins of a view as `((a join b on(x)) join c on(y))`,
 * which node-sql-parser cannot read. What is left names the same tables and columns; it does not mean the same:
 * `a left join (b join c on(x)) on(y)` becomes `a left join b join c on(x) AND (y)`.
 */
export function withoutJoinGroups(tokens: readonly Token[]): readonly Token[] {
  const flat: Token[] = [];
  /** For each open parenthesis whether it groups joins, and whether the last join in it has its ON. */
  const open: { readonly isGroup: boolean; hasOn: boolean }[] = [{ isGroup: false, hasOn: false }];
  let endsGroupWithOn = false;
  for (const [index, token] of tokens.entries()) {
    const current = open.at(-1);
    const { keyword } = token;
    const followsOn = endsGroupWithOn;
    endsGroupWithOn = false;
    if (keyword === '(') {
      const isGroup = mayGroup(flat.at(-1)) && groupsJoins(tokens, index);
      open.push({ isGroup, hasOn: false });
      if (isGroup) continue;
    } else if (keyword === ')' && open.length > 1) {
      open.pop();
      endsGroupWithOn = current?.isGroup === true && current.hasOn;
      if (current?.isGroup === true) continue;
    } else if (keyword.endsWith('JOIN') && current !== undefined) {
      current.hasOn = false;
    } else if (keyword === 'ON' && current !== undefined) {
      current.hasOn = true;
    }
    flat.push(keyword === 'ON' && followsOn ? { ...token, text: 'AND', keyword: 'AND' } : token);
  }
  return flat;
}

function mayGroup(before: Token | undefined): boolean {
  return before !== undefined && (before.keyword === 'FROM' || before.keyword.endsWith('JOIN'));
}

/** False for what holds a query. */
function groupsJoins(tokens: readonly Token[], at: number): boolean {
  const first = tokens.slice(at).find((token) => token.keyword !== '(');
  return first !== undefined && !['SELECT', 'WITH', 'VALUES', 'TABLE'].includes(first.keyword);
}
