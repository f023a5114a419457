/** Names in a syntax tree of node-sql-parser that stand for something else, in lower case. */
export interface OtherParserAliases {
  /** Of tables, derived tables, common table expressions and columns. */
  readonly all: ReadonlySet<string>;
  /** Those that hide a table of the same name. */
  readonly shadows: ReadonlySet<string>;
  /** Tables that share an alias with another one, so that a column behind it may be of either. */
  readonly ambiguous: ReadonlySet<string>;
  /** Whether columns may come from a derived table or a common table expression. */
  readonly hasDerivedTables: boolean;
}

/** @param tree whatever the parser made of one statement */
export function collectAliases(tree: unknown): OtherParserAliases {
  const all = new Set<string>();
  const shadows = new Set<string>();
  const tablesOf = new Map<string, Set<string>>();
  let hasDerivedTables = false;
  for (const node of nodesIn(tree)) {
    const alias = typeof node.as === 'string' ? fold(node.as) : null;
    const cte = isNode(node.stmt) && isNode(node.name) && typeof node.name.value === 'string' ? node.name.value : null;
    const isDerived = isNode(node.expr) && isNode(node.expr.ast);
    if (cte !== null) hasDerivedTables = true;
    if (cte !== null) shadows.add(fold(cte));
    if (alias === null) continue;
    all.add(alias);
    if (typeof node.table === 'string') {
      const table = fold(node.table);
      tablesOf.set(alias, (tablesOf.get(alias) ?? new Set()).add(table));
      if (table !== alias) shadows.add(alias);
    } else if (isDerived) {
      hasDerivedTables = true;
      shadows.add(alias);
    }
  }
  const shared = [...tablesOf.values()].filter((tables) => tables.size > 1);
  return {
    all: new Set([...all, ...shadows]),
    shadows,
    ambiguous: new Set(shared.flatMap((tables) => [...tables])),
    hasDerivedTables,
  };
}

/** Names of columns and aliases do not heed case. */
export function fold(name: string): string {
  return name.replaceAll('``', '`').toLowerCase();
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function* nodesIn(tree: unknown): Generator<Node> {
  const open = [tree];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (!isNode(value)) continue;
    yield value;
    open.push(...Object.values(value).filter((child) => child !== undefined));
  }
}
